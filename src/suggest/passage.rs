//! A stretch of an article as the rules see it: words with their case, and where sentences begin.
//!
//! A passage is a paragraph, or the lines of one that was wrapped by hand. It is never longer than a few kilobytes,
//! so that work on it is short and a cancelled run stops soon.

use crate::text::{PARAGRAPH_CHUNK_BYTES, Paragraphs, Span, Text, TokenKind, tokens};
use std::ops::Range;

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// `talks`, `23`, `,`
    Lower,
    /// `Moscow`, `McCain`
    Title,
    /// `NATO`, `U.S.`
    Upper,
    /// `E.`: one letter and a stop.
    Initial,
}

/// One token of a passage.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'t> {
    pub span: Span,
    pub text: &'t str,
    pub kind: TokenKind,
    pub case: Case,
    /// It may be capitalised only because a sentence, a quotation or a line begins with it.
    pub opens: bool,
    /// No white space stands before it.
    pub glued: bool,
}

impl Word<'_> {
    /// Whether it is a word with a capital, so perhaps of a name.
    pub(super) fn is_capitalised(&self) -> bool {
        self.case != Case::Lower
    }
}

/// The words of a passage.
#[derive(Debug)]
pub(super) struct Passage<'t> {
    /// The text of the whole document.
    pub source: &'t Text,
    pub words: Vec<Word<'t>>,
    /// Most of its words are capitalised: a headline, where capitals say little.
    pub is_headline: bool,
}

/// A headline has at least this many words; below it capitals are counted as names.
const HEADLINE_WORDS: usize = 4;

/// A line shorter than this was not wrapped: what follows it is a new paragraph.
const WRAPPED_LINE_BYTES: usize = 45;

impl<'t> Passage<'t> {
    /// Reads the words of a range.
    pub(super) fn new(source: &'t Text, range: Span) -> Self {
        let mut words: Vec<Word<'t>> = Vec::new();
        let mut opens = true;
        for token in tokens(source, range) {
            let text = source.slice(token.span);
            let previous = words.last();
            let gap = previous.map_or("", |word| source.get(word.span.end()..token.span.start()));
            let glued = previous.is_some() && gap.is_empty();
            if let Some(previous) = previous {
                opens =
                    opens_after(previous, opens, text) || gap.contains('\n') && gap.matches('\n').count() > 1;
            }
            let case = case_of(text, token.kind);
            words.push(Word { span: token.span, text, kind: token.kind, case, opens, glued });
        }
        let is_headline = is_headline(&words);
        Self { source, words, is_headline }
    }

    /// The word at an index; `None` past either end.
    pub(super) fn word(&self, index: usize) -> Option<&Word<'t>> {
        self.words.get(index)
    }

    /// What the word at an index says; empty past the end.
    pub(super) fn text(&self, index: usize) -> &'t str {
        self.words.get(index).map_or("", |word| word.text)
    }

    /// What the word before an index says; empty at the start.
    pub(super) fn before(&self, index: usize, distance: usize) -> &'t str {
        index.checked_sub(distance).map_or("", |at| self.text(at))
    }

    /// The span of some words; `None` if there are none.
    pub(super) fn span(&self, words: &Range<usize>) -> Option<Span> {
        let first = self.word(words.start)?;
        let last = self.word(words.end.checked_sub(1)?)?;
        self.source.span(first.span.start(), last.span.end()).ok()
    }

    /// The words that a byte range of the document covers exactly; `None` if it cuts one.
    pub(super) fn words_of(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let first = self.words.partition_point(|word| word.span.start() < start);
        let after = self.words.partition_point(|word| word.span.start() < end);
        let fits =
            self.word(first)?.span.start() == start && self.word(after.checked_sub(1)?)?.span.end() == end;
        fits.then_some(first..after)
    }

    /// Whether the word at an index has a capital.
    pub(super) fn is_capitalised(&self, index: usize) -> bool {
        self.word(index).is_some_and(Word::is_capitalised)
    }
}

/// The passages of a text, in order.
pub(super) fn passages(text: &Text) -> Vec<Span> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut line_before: Option<Range<usize>> = None;
    for line in Paragraphs::new(text.as_str()).iter() {
        let continues = line_before.as_ref().is_some_and(|before| wraps(text, before, &line));
        match found.last_mut() {
            Some(last) if continues && line.end - last.start <= PARAGRAPH_CHUNK_BYTES => last.end = line.end,
            _ => found.push(line.clone()),
        }
        line_before = Some(line);
    }
    found.into_iter().filter_map(|range| text.span(range.start, range.end).ok()).collect()
}

/// Whether the second line continues the sentence of the first, as in a text with lines of one width.
fn wraps(text: &Text, before: &Range<usize>, line: &Range<usize>) -> bool {
    let (before, line) = (text.get(before.clone()).trim_end(), text.get(line.clone()));
    let last = before.rsplit(' ').next().unwrap_or_default();
    let is_initial = last.ends_with('.') && last.len() <= 4 && last.starts_with(char::is_uppercase);
    let open_end = is_initial || !before.ends_with(['.', '!', '?', ':', '"', '”', ')']);
    let width_fits = (WRAPPED_LINE_BYTES..100).contains(&before.len()) && line.len() < 100;
    open_end && width_fits && line.trim_start().starts_with(char::is_alphanumeric)
}

fn case_of(text: &str, kind: TokenKind) -> Case {
    if kind != TokenKind::Word {
        return Case::Lower;
    }
    let letters = text.chars().filter(|character| character.is_alphabetic());
    let (upper, all) =
        letters.fold((0, 0), |(upper, all), c| (upper + usize::from(c.is_uppercase()), all + 1));
    if !text.starts_with(char::is_uppercase) {
        Case::Lower
    } else if all == 1 && text.ends_with('.') {
        Case::Initial
    } else if upper == all && all > 1 {
        Case::Upper
    } else {
        Case::Title
    }
}

/// Whether the word after `previous` may be capitalised only for its place.
fn opens_after(previous: &Word<'_>, previous_opens: bool, text: &str) -> bool {
    match previous.text {
        "." | "!" | "?" | "…" | ":" | "•" | "*" | "|" | ";" | "“" | "\"" | "‘" => true,
        "(" | "”" | "’" | ")" | "-" | "—" | "–" => previous_opens,
        // "in the U.S. The talks": a stop that belongs to a word may also end the sentence.
        word if word.ends_with('.') && previous.kind == TokenKind::Word => {
            previous.case == Case::Upper && SENTENCE_OPENERS.contains(&text)
        }
        _ => false,
    }
}

/// Words that begin a sentence far more often than they go on with a name.
const SENTENCE_OPENERS: &[&str] = &[
    "A",
    "After",
    "All",
    "An",
    "And",
    "As",
    "At",
    "But",
    "For",
    "He",
    "His",
    "However",
    "If",
    "In",
    "It",
    "Its",
    "Meanwhile",
    "Mr.",
    "No",
    "Officials",
    "On",
    "One",
    "Our",
    "She",
    "Some",
    "That",
    "The",
    "Their",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "We",
    "What",
    "When",
    "While",
    "With",
    "You",
];

fn is_headline(words: &[Word<'_>]) -> bool {
    let long = |word: &&Word<'_>| word.kind == TokenKind::Word && word.text.chars().count() > 3;
    let (capitals, all) = words
        .iter()
        .filter(long)
        .fold((0, 0), |(capitals, all), word| (capitals + usize::from(word.is_capitalised()), all + 1));
    all >= HEADLINE_WORDS && capitals * 5 >= all * 4 && words.last().is_none_or(|word| word.text != ".")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opening(words: &str) -> Vec<String> {
        let text = Text::new(words).expect("short");
        let passage = Passage::new(&text, text.whole().expect("words"));
        let opening = passage.words.iter().filter(|word| word.opens && word.kind == TokenKind::Word);
        opening.map(|word| word.text.to_owned()).collect()
    }

    #[test]
    fn sentences_and_quotations_open() {
        assert_eq!(
            opening("Mr. Park left. “Talks go on,” he said. Then? Yes"),
            ["Mr.", "Talks", "Then", "Yes"]
        );
        assert_eq!(opening("in the U.S. The talks with the U.S. Senate"), ["in", "The"]);
    }

    #[test]
    fn wrapped_lines_are_one_passage() {
        let wrapped =
            "The delegation left the capital on a late flight for New\nYork, where it is expected soon.\n";
        let text = Text::new(wrapped).expect("short");
        assert_eq!(passages(&text).len(), 1);
        let text = Text::new("Talks resume\nThe delegation left.\n\nIt came back.").expect("short");
        assert_eq!(passages(&text).len(), 3);
    }

    #[test]
    fn headlines_are_known() {
        let text = Text::new("Talks Resume Between Old Rivals in Vienna").expect("short");
        assert!(Passage::new(&text, text.whole().expect("words")).is_headline);
        let text = Text::new("Talks resumed in Vienna on Monday.").expect("short");
        assert!(!Passage::new(&text, text.whole().expect("words")).is_headline);
    }
}
