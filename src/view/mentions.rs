//! A mention as a row of a list: its words in their sentence, and where it came from.

use crate::{
    model::{Document, Provenance},
    text::{Span, sentence_at},
};

/// The words around a mention, on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    pub before: String,
    pub words: String,
    pub after: String,
}

/// At most this many characters are shown before and after the words.
const CONTEXT_CHARACTERS: usize = 60;

/// The words of `span` with what stands before and after them in their sentence.
pub fn context_of(document: &Document, span: Span) -> Context {
    let text = &document.text;
    let sentence = sentence_at(text, span.start()).map_or(span.range(), Span::range);
    let before = text.get(sentence.start.min(span.start())..span.start());
    let after = text.get(span.end()..sentence.end.max(span.end()));
    let (count, limit) = (before.chars().count(), CONTEXT_CHARACTERS);
    let mut shown_before: String = before.chars().skip(count.saturating_sub(limit)).collect();
    if count > limit {
        shown_before.insert(0, '…');
    }
    let mut shown_after: String = after.chars().take(limit).collect();
    if after.chars().nth(limit).is_some() {
        shown_after.push('…');
    }
    let one_line = |words: &str| words.replace('\n', " ");
    Context {
        before: one_line(&shown_before),
        words: one_line(text.slice(span)),
        after: one_line(&shown_after),
    }
}

/// Where a mention came from, for people: `by hand`, `rules, 0.93`, `from brat`.
pub fn source_of(provenance: &Provenance) -> String {
    match provenance {
        Provenance::ByHand => "by hand".to_owned(),
        Provenance::Accepted { suggester, score } => format!("{suggester}, {score}"),
        Provenance::Imported { from } => format!("from {from}"),
    }
}
