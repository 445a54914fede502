//! `dateline train`: makes the weights of the instant tagger from corpora.

use super::{
    Stop, Streams,
    gold::{self, GoldDocument},
};
use crate::{
    project_file::write_atomically,
    session::label_name,
    suggest::{Example, train},
};
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

/// Learns from all corpora and writes the weights to `out`. A kind that a corpus marks nowhere is not taken to be absent
/// from its texts.
pub fn run(corpora: &[PathBuf], out: &Path, streams: &mut Streams<'_>) -> Result<bool, Stop> {
    let read: Vec<Vec<GoldDocument>> =
        corpora.iter().map(|path| gold::read(path)).collect::<Result<_, _>>()?;
    let marked: Vec<BTreeSet<&str>> = read.iter().map(|corpus| marked(corpus)).collect();
    let mut examples = Vec::new();
    for (corpus, marked) in read.iter().zip(&marked) {
        examples.extend(corpus.iter().map(|document| example(document, marked)));
    }
    if examples.is_empty() {
        return Err(Stop::Failed("the corpora hold no documents to learn from".to_owned()));
    }
    let model = train(&examples, &mut |message| streams.tell(&message));
    let failed = |error| Stop::Failed(format!("{}: {error}", out.display()));
    write_atomically(out, &model).map_err(failed)?;
    streams.tell(&format!("{}: {} bytes", out.display(), model.len()));
    Ok(true)
}

/// The kinds that a corpus marks. One that marks only sums of money does not mark quantities.
fn marked(corpus: &[GoldDocument]) -> BTreeSet<&'static str> {
    let labels = corpus.iter().flat_map(|document| &document.spans).filter(|(_, label)| label != "MONEY");
    labels.filter_map(|(_, label)| label_name(label)).collect()
}

fn example<'a>(document: &'a GoldDocument, marked: &'a BTreeSet<&'a str>) -> Example<'a> {
    let marks = document.spans.iter().map(|(span, label)| (*span, label_name(label).unwrap_or_default()));
    Example { text: &document.text, marks: marks.collect(), marked }
}
