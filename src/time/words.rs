//! The words of a text as the grammar reads them: in lower case, with what each of them can mean for a time.
//!
//! A blank line, or the end of a line that is too short to have been wrapped, is a word of its own that nothing matches.

use super::vocabulary::{Sense, sense};
use crate::text::{Span, Text, TokenKind, tokens};
use std::borrow::Cow;

/// One word, number or sign.
struct Word<'t> {
    span: Span,
    text: &'t str,
    lower: Cow<'t, str>,
    kind: TokenKind,
    sense: Sense,
    /// No white space stands before it.
    glued: bool,
}

/// The words of a part of a text.
pub(super) struct Words<'t> {
    source: &'t Text,
    all: Vec<Word<'t>>,
}

/// A line that is shorter was not wrapped by hand: what follows it is something else. Bytes.
const WRAPPED_LINE_BYTES: usize = 45;

impl<'t> Words<'t> {
    pub(super) fn new(source: &'t Text, range: Span) -> Self {
        let found = tokens(source, range);
        let mut all: Vec<Word<'t>> = Vec::with_capacity(found.len() + found.len() / 8);
        let (mut end, mut line_start) = (range.start(), range.start());
        for token in found {
            let gap = source.get(end..token.span.start());
            if let Some(feed) = gap.find('\n') {
                let is_wrapped = end - line_start >= WRAPPED_LINE_BYTES && gap.matches('\n').count() == 1;
                let feed = source.span(end + feed, end + feed + 1);
                all.extend(feed.ok().filter(|_| !is_wrapped).map(line_end));
                line_start = token.span.start();
            }
            let text = source.slice(token.span);
            let lower = lower(text);
            let sense = sense(&lower, text, token.kind);
            all.push(Word { span: token.span, text, lower, kind: token.kind, sense, glued: gap.is_empty() });
            end = token.span.end();
        }
        Self { source, all }
    }

    pub(super) fn count(&self) -> usize {
        self.all.len()
    }

    /// In lower case; empty past the end.
    pub(super) fn lower(&self, at: usize) -> &str {
        self.all.get(at).map_or("", |word| word.lower.as_ref())
    }

    /// As it is written; empty past the end.
    pub(super) fn text(&self, at: usize) -> &'t str {
        self.all.get(at).map_or("", |word| word.text)
    }

    /// Whether the word before is one of these.
    pub(super) fn follows(&self, at: usize, any: &[&str]) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is(before, any))
    }

    /// What it can mean for a time.
    pub(super) fn sense(&self, at: usize) -> Sense {
        self.all.get(at).map_or(Sense::None, |word| word.sense)
    }

    pub(super) fn is(&self, at: usize, any: &[&str]) -> bool {
        any.contains(&self.lower(at))
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.all.get(at).is_some_and(|word| word.kind == TokenKind::Number)
    }

    /// Whether it is made of letters.
    pub(super) fn is_word(&self, at: usize) -> bool {
        self.all.get(at).is_some_and(|word| word.kind == TokenKind::Word)
    }

    pub(super) fn is_capitalised(&self, at: usize) -> bool {
        self.text(at).starts_with(char::is_uppercase)
    }

    /// Whether it touches the word before; the first one has none.
    pub(super) fn is_glued(&self, at: usize) -> bool {
        at > 0 && self.all.get(at).is_some_and(|word| word.glued)
    }

    /// Whether a hyphen or dash joins the words on both its sides.
    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        self.is(at, &["-", "–", "‑", "‐"]) && self.is_glued(at) && self.is_glued(at + 1)
    }

    /// One if a hyphen stands here, else none: to step over it.
    pub(super) fn hyphen(&self, at: usize) -> usize {
        usize::from(self.is_hyphen(at))
    }

    /// One if `word` stands here, else none: to step over it.
    pub(super) fn skip(&self, at: usize, word: &str) -> usize {
        usize::from(self.lower(at) == word)
    }

    /// Whether the word ends a sentence, or a stretch of text.
    pub(super) fn ends_sentence(&self, at: usize) -> bool {
        self.is(at, &[".", "!", "?", "\n"])
    }

    /// Whether nothing comes after that the words before could belong to.
    pub(super) fn ends_clause(&self, at: usize) -> bool {
        self.is(at, &["", ",", ";", ":", ")", "”", "\"", "—", "–"]) || self.ends_sentence(at)
    }

    /// The place of the words `from..to` in the text.
    pub(super) fn span(&self, from: usize, to: usize) -> Option<Span> {
        let (first, last) = (self.all.get(from)?, self.all.get(to.checked_sub(1)?)?);
        self.source.span(first.span.start(), last.span.end()).ok()
    }
}

fn line_end<'t>(span: Span) -> Word<'t> {
    let lower = Cow::Borrowed("\n");
    Word { span, text: "\n", lower, kind: TokenKind::Sign, sense: Sense::None, glued: false }
}

/// In lower case, with straight apostrophes. Most words need no copy.
fn lower(text: &str) -> Cow<'_, str> {
    if text.contains(|c: char| c.is_uppercase() || c == '’') {
        Cow::Owned(text.to_lowercase().replace('’', "'"))
    } else {
        Cow::Borrowed(text)
    }
}
