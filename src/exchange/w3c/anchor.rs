//! Finds the words that an annotation is about: by their place, and where the text has changed, by the words around them.

use crate::{
    exchange::placing::{Asked, RawText, Unit},
    text::Span,
};
use serde_json::Value;

/// What an annotation says of the place of its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Anchor {
    pub position: Option<(usize, usize)>,
    pub exact: Option<String>,
    pub prefix: String,
    pub suffix: String,
}

impl Anchor {
    /// Of a target's selectors; the innermost of those that refine each other. `None` where none of them is of text.
    pub(super) fn of(selector: &Value) -> Option<Self> {
        let mut anchor = Self::default();
        anchor.read(selector, 0);
        (anchor.position.is_some() || anchor.exact.is_some()).then_some(anchor)
    }

    fn read(&mut self, selector: &Value, depth: usize) {
        const MOST_DEPTH: usize = 8;
        if let Value::Array(all) = selector {
            return all.iter().for_each(|one| self.read(one, depth + 1));
        }
        let words = |name: &str| super::super::json::string(selector.get(name));
        match selector.get("type").and_then(Value::as_str).map(|kind| kind.trim_start_matches("oa:")) {
            Some("TextPositionSelector") => {
                let offset = |name: &str| super::super::json::offset(selector.get(name));
                self.position = offset("start").zip(offset("end")).or(self.position);
            }
            Some("TextQuoteSelector") if selector.get("exact").is_some() => {
                self.exact = Some(words("exact"));
                self.prefix = words("prefix");
                self.suffix = words("suffix");
            }
            _ => {}
        }
        if let Some(inner) = selector.get("refinedBy").filter(|_| depth < MOST_DEPTH) {
            self.read(inner, depth + 1);
        }
    }
}

/// The spans of anchors, or why there is none; and what was set right.
pub(super) fn place(raw: &RawText, anchors: &[Anchor]) -> (Vec<Result<Span, String>>, Vec<String>) {
    let positions: Vec<Asked> = anchors
        .iter()
        .filter_map(|anchor| {
            let (start, end) = anchor.position?;
            Some(Asked { start, end, quote: anchor.exact.as_deref() })
        })
        .collect();
    let placed = raw.place(Unit::CodePoints, &positions);
    let mut warnings = placed.warnings;
    let mut by_position = placed.spans.into_iter();
    let spans = anchors.iter().map(|anchor| {
        let there = anchor.position.and_then(|_| by_position.next());
        let Some(exact) = anchor.exact.as_deref().filter(|exact| !exact.trim().is_empty()) else {
            return there.unwrap_or_else(|| Err("it quotes no words".to_owned()));
        };
        let first = there.as_ref().and_then(|there| there.as_ref().ok()).copied();
        let best = by_words(raw, anchor, exact, first);
        match (best, first) {
            (Some(best), Some(first)) if best != first => {
                let (start, end) = anchor.position.unwrap_or_default();
                warnings.push(format!("“{exact}” does not stand between the same words at {start}–{end}; the mark was put where it does"));
                Ok(best)
            }
            (_, Some(first)) => Ok(first),
            (Some(best), None) => Ok(best),
            (None, None) => there.unwrap_or_else(|| Err(format!("“{exact}” stands nowhere"))),
        }
    });
    let spans = spans.collect();
    (spans, warnings)
}

/// Of all places of the words, the one with most of the same words around it; of equals the one that was found first, else
/// the first.
fn by_words(raw: &RawText, anchor: &Anchor, exact: &str, first: Option<Span>) -> Option<Span> {
    let text = raw.text();
    let words = text.as_str();
    let around = |span: Span| {
        let before = text.get(0..span.start()).chars().rev().zip(anchor.prefix.chars().rev());
        let after = text.get(span.end()..text.byte_count()).chars().zip(anchor.suffix.chars());
        let same = |(a, b): &(char, char)| a == b || a.is_whitespace() && b.is_whitespace();
        before.take_while(same).count() + after.take_while(same).count()
    };
    let whole = anchor.prefix.chars().count() + anchor.suffix.chars().count();
    if let Some(first) = first.filter(|first| around(*first) == whole) {
        return Some(first);
    }
    let all = memchr::memmem::find_iter(words.as_bytes(), exact.as_bytes());
    let mut best: Option<(usize, Span)> = first.map(|first| (around(first), first));
    for span in all.filter_map(|start| text.span(start, start + exact.len()).ok()) {
        let shared = around(span);
        if best.is_none_or(|(most, _)| shared > most) {
            best = Some((shared, span));
        }
    }
    best.map(|(_, span)| span)
}
