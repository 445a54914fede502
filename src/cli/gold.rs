//! Corpora of gold (checked) annotations: `{"id", "text", "spans": [[start, end, label], …]}` a line.

use super::Stop;
use crate::text::{OffsetMap, Span, Text};
use serde::Deserialize;
use std::{fs, path::Path};

/// A document whose marks are known.
#[derive(Debug)]
pub struct GoldDocument {
    pub id: String,
    pub text: Text,
    /// In the order of the file; labels are the corpus's own.
    pub spans: Vec<(Span, String)>,
}

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    /// Code points, half-open.
    spans: Vec<(usize, usize, String)>,
}

/// Reads a corpus.
///
/// # Errors
/// If the file cannot be read or a line of it is not as said above; the message names both.
pub fn read(path: &Path) -> Result<Vec<GoldDocument>, Stop> {
    let failed = |why: String| Stop::Failed(format!("{}: {why}", path.display()));
    let lines = fs::read_to_string(path).map_err(|error| failed(error.to_string()))?;
    documents(&lines).map_err(failed)
}

fn documents(lines: &str) -> Result<Vec<GoldDocument>, String> {
    let lines = lines.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(index, line)| document(line).map_err(|why| format!("line {}: {why}", index + 1))).collect()
}

fn document(line: &str) -> Result<GoldDocument, String> {
    let line: Line = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let text = Text::new(&line.text).ok_or("the text is too long")?;
    let mut spans = Vec::with_capacity(line.spans.len());
    let map = OffsetMap::new(text.as_str());
    for (start, end, label) in line.spans {
        let range = map.byte_of_code_point(start).zip(map.byte_of_code_point(end));
        let span = range.and_then(|(start, end)| text.span(start, end).ok());
        spans.push((span.ok_or_else(|| format!("code points {start}–{end} do not fit the text"))?, label));
    }
    Ok(GoldDocument { id: line.id, text, spans })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_code_points_and_errors_name_the_line() {
        let lines = "{\"id\":\"a\",\"text\":\"“Oslo” won\",\"spans\":[[1,5,\"LOC\"]]}\n\n";
        let corpus = documents(lines).expect("a corpus");
        let [only] = corpus.as_slice() else { panic!("one document") };
        assert_eq!(only.spans.first().map(|(span, _)| only.text.slice(*span)), Some("Oslo"));
        let wrong = "{\"id\":\"a\",\"text\":\"Oslo\",\"spans\":[[1,9,\"LOC\"]]}\n";
        let why = documents(wrong).expect_err("must be refused");
        assert!(why.contains("line 1") && why.contains("1–9"), "{why}");
    }
}
