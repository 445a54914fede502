//! Where sentences begin and end, for triple clicks and for evidence.

use super::{Span, Text, tokens::is_abbreviation};
use std::ops::Range;

/// The sentences of a range, in order, without the white space between them.
///
/// A line feed ends a sentence. So does `.` `!` `?` `…` with the quotes and brackets that close after it, where
/// white space and then anything but a lower-case letter follows, unless it belongs to an abbreviation
/// or an initial ("Mr. Jo", "Stephen E. Biegun").
pub fn sentences(text: &Text, range: Span) -> Vec<Span> {
    let words = text.slice(range);
    let mut found = Vec::new();
    let mut start = 0;
    for (at, character) in words.char_indices() {
        let end = match character {
            '\n' => at,
            '.' | '!' | '?' | '…' | '。' => match sentence_end(words, start, at, character) {
                Some(end) => end,
                None => continue,
            },
            _ => continue,
        };
        push_trimmed(text, range.start() + start, range.start() + end, &mut found);
        start = end;
    }
    push_trimmed(text, range.start() + start, range.end(), &mut found);
    found
}

/// The sentence that holds the byte `offset`, looked for in its own line alone.
pub fn sentence_at(text: &Text, offset: usize) -> Option<Span> {
    SentenceFinder::new(text).at(offset)
}

/// Finds sentences at many places of a text. Quick where the places come in order: a line is read once.
#[derive(Clone, Debug)]
pub struct SentenceFinder<'t> {
    text: &'t Text,
    /// The line that was read last, with its line feed.
    line: Range<usize>,
    /// Its sentences.
    found: Vec<Span>,
}

impl<'t> SentenceFinder<'t> {
    /// A finder that has read nothing yet.
    pub fn new(text: &'t Text) -> Self {
        Self { text, line: 0..0, found: Vec::new() }
    }

    /// The sentence that holds the byte `offset`; of white space the one before it in its line, else the one after.
    pub fn at(&mut self, offset: usize) -> Option<Span> {
        let offset = self.text.floor_boundary(offset);
        if !self.line.contains(&offset) {
            self.read_line(offset);
        }
        let after = self.found.partition_point(|sentence| sentence.start() <= offset);
        self.found.get(after.saturating_sub(1)).copied()
    }

    fn read_line(&mut self, offset: usize) {
        let start = self.text.get(0..offset).rfind('\n').map_or(0, |at| at + 1);
        let rest = self.text.get(offset..self.text.byte_count());
        let end = rest.find('\n').map_or(self.text.byte_count(), |at| offset + at);
        self.line = start..end + 1;
        self.found =
            self.text.span(start, end).map_or_else(|_| Vec::new(), |line| sentences(self.text, line));
    }
}

/// The byte after the sentence that the stop at `at` ends; `None` if it ends none.
fn sentence_end(words: &str, start: usize, at: usize, stop: char) -> Option<usize> {
    let rest = words.get(at + stop.len_utf8()..)?;
    let after_closers = rest.trim_start_matches(['"', '”', '’', '\'', ')', ']', '»']);
    let end = words.len() - after_closers.len();
    let next = after_closers.trim_start_matches([' ', '\t', '\u{a0}']);
    let space_follows = next.len() < after_closers.len() || next.is_empty() || stop == '。';
    if !space_follows || next.starts_with(char::is_lowercase) {
        return None;
    }
    let before = words.get(start..at)?;
    (stop != '.' || !ends_in_abbreviation(before, next)).then_some(end)
}

fn ends_in_abbreviation(before: &str, next: &str) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || c == '-').next().unwrap_or_default();
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    let letters = word.rsplit('.').next().unwrap_or_default();
    let is_initial = letters.chars().count() == 1 && letters.chars().all(char::is_uppercase);
    // "the U.S. The talks": initials with several letters end a sentence before a common opening word.
    if is_initial && word.contains('.') {
        return !OPENERS.contains(&next.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default());
    }
    is_initial || is_abbreviation(letters)
}

/// Words that open a sentence far more often than they continue a name.
const OPENERS: &[&str] = &[
    "A", "After", "An", "And", "As", "At", "But", "For", "He", "However", "If", "In", "It", "Last", "Mr",
    "On", "Our", "She", "That", "The", "There", "These", "They", "This", "Those", "We", "What", "When",
    "While", "You",
];

fn push_trimmed(text: &Text, start: usize, end: usize, found: &mut Vec<Span>) {
    found.extend(text.span(start, end).ok().and_then(|span| text.trim(span)));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, expected: &[&str]) {
        let text = Text::new(words).expect("short enough");
        let whole = text.whole().expect("not empty");
        let found: Vec<&str> = sentences(&text, whole).into_iter().map(|span| text.slice(span)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn stops_that_end_and_stops_that_do_not() {
        check("Mr. Jo left. He said so.", &["Mr. Jo left.", "He said so."]);
        check("Stephen E. Biegun met Gen. Park. Then?", &["Stephen E. Biegun met Gen. Park.", "Then?"]);
        check("“We wait.” They did.", &["“We wait.”", "They did."]);
        check("in the U.S. The talks", &["in the U.S.", "The talks"]);
        check("in the U.S. Senate", &["in the U.S. Senate"]);
        check("It cost 3.5 million. one", &["It cost 3.5 million. one"]);
        check("Head\n\nBody.", &["Head", "Body."]);
    }

    #[test]
    fn the_sentence_under_the_mouse() {
        let text = Text::new("One here. Two here.\nThree.").expect("short");
        let at = |offset| sentence_at(&text, offset).map(|span| text.slice(span));
        assert_eq!(at(3), Some("One here."));
        assert_eq!(at(12), Some("Two here."));
        assert_eq!(at(26), Some("Three."));
        let mut finder = SentenceFinder::new(&text);
        for offset in (0..=text.byte_count()).chain([3, 26, 12]) {
            assert_eq!(finder.at(offset), sentence_at(&text, offset), "{offset}");
        }
    }
}
