//! Prints what the sources say of every mark that one of them proposes in a corpus, for `fusion.py` beside this file.
//!
//! ```text
//! cargo run --release --example opinions -- fast|full CORPUS.jsonl… > opinions.jsonl
//! ```
//!
//! Reads `{"id", "text", "spans", …}` a line and prints `{"id", "marks": [[start, end, kind, is right, [number, …]], …]}`:
//! offsets are code points, half-open; right is what the corpus marks, leading articles, titles and trailing
//! possessives aside.

use dateline::{
    cli::gold,
    session::label_name,
    suggest::{Cancel, Care, Engine, bare_span},
    text::OffsetMap,
};
use serde_json::json;
use std::{collections::BTreeSet, error::Error, io::Write, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let care = if arguments.next().as_deref() == Some("fast") { Care::Fast } else { Care::Full };
    let mut output = std::io::BufWriter::new(std::io::stdout().lock());
    for path in arguments {
        for document in gold::read(Path::new(&path)).map_err(|stop| format!("{stop:?}"))? {
            let text = &document.text;
            let bare = |span, kind: &str| (bare_span(text, span, kind == "Person"), kind.to_owned());
            let known =
                document.spans.iter().filter_map(|(span, label)| Some(bare(*span, label_name(label)?)));
            let right: BTreeSet<_> = known.collect();
            let map = OffsetMap::new(text.as_str());
            let opinions = Engine::opinions(text, care, &Cancel::default()).unwrap_or_default();
            let marks = opinions.iter().map(|opinion| {
                let (start, end) = (map.code_point(opinion.span.start()), map.code_point(opinion.span.end()));
                let is_right = right.contains(&bare(opinion.span, opinion.kind));
                json!([start, end, opinion.kind, is_right, opinion.features])
            });
            let labels: BTreeSet<&str> =
                document.spans.iter().filter_map(|(_, label)| label_name(label)).collect();
            writeln!(
                output,
                "{}",
                json!({"id": document.id, "labels": labels, "marks": marks.collect::<Vec<_>>()})
            )?;
        }
    }
    Ok(())
}
