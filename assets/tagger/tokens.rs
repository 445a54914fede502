//! Prints the tokens and sentences of corpora as the program cuts them, for `train.py` beside this file: one tokenizer
//! for everything.
//!
//! ```text
//! cargo run --example tokens -- CORPUS.jsonl… > tokens.jsonl
//! ```
//!
//! Reads `{"id", "text", …}` a line and prints `{"id", "tokens": [[start, end], …], "sentences": [token, …]}`: offsets
//! are code points, half-open, and a sentence is named by its first token.

use dateline::text::{OffsetMap, Text, sentences, tokens};
use serde_json::{Value, json};
use std::{error::Error, fs::read_to_string, io::Write};

fn main() -> Result<(), Box<dyn Error>> {
    let mut output = std::io::BufWriter::new(std::io::stdout().lock());
    for path in std::env::args().skip(1) {
        for line in read_to_string(path)?.lines() {
            let record: Value = serde_json::from_str(line)?;
            let text = record
                .get("text")
                .and_then(Value::as_str)
                .and_then(Text::new)
                .ok_or("a line without a text")?;
            writeln!(output, "{}", cut(record.get("id"), &text))?;
        }
    }
    Ok(())
}

fn cut(id: Option<&Value>, text: &Text) -> Value {
    let map = OffsetMap::new(text.as_str());
    let mut spans = Vec::new();
    let mut openings = Vec::new();
    for sentence in text.whole().into_iter().flat_map(|whole| sentences(text, whole)) {
        openings.push(spans.len());
        let found = tokens(text, sentence);
        spans.extend(found.iter().map(|t| [map.code_point(t.span.start()), map.code_point(t.span.end())]));
    }
    json!({"id": id, "tokens": spans, "sentences": openings})
}
