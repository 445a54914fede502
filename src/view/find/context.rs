//! What was found, with the words around it on one line.

use super::pattern::goes_on;
use crate::text::{Span, Text};

/// Words in their context.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kwic {
    pub left: String,
    pub words: String,
    pub right: String,
}

/// The words of a span with at most so many characters on either side.
pub fn kwic(text: &Text, span: Span, characters: usize) -> Kwic {
    let before = text.get(0..span.start());
    let from = before.char_indices().rev().take(characters).last().map_or(span.start(), |(at, _)| at);
    let after = text.get(span.end()..text.byte_count());
    let to = after.char_indices().nth(characters).map_or(after.len(), |(at, _)| at);
    Kwic {
        left: one_line(text.get(from..span.start())),
        words: one_line(text.slice(span)),
        right: one_line(text.get(span.end()..span.end() + to)),
    }
}

/// White space of any kind is one blank; what a terminal or a list would trip over is none at all.
fn one_line(words: &str) -> String {
    let mut line = String::with_capacity(words.len());
    for character in words.chars() {
        let is_space = character.is_whitespace();
        if is_space && !line.ends_with(' ') {
            line.push(' ');
        } else if !is_space && !character.is_control() {
            line.push(character);
        }
    }
    line
}

/// The word before a span, in lower case, for sorting; empty where none stands near.
pub fn word_before(text: &Text, span: Span) -> String {
    let near: Vec<char> = text.get(0..span.start()).chars().rev().take(NEAR).collect();
    let word = near.iter().skip_while(|c| !c.is_alphanumeric()).take_while(|c| c.is_alphanumeric());
    let mut letters: Vec<char> = word.copied().collect();
    letters.reverse();
    letters.into_iter().flat_map(char::to_lowercase).collect()
}

/// The word after a span.
pub fn word_after(text: &Text, span: Span) -> String {
    let near = text.get(span.end()..text.byte_count()).chars().take(NEAR);
    let word = near.skip_while(|c| !c.is_alphanumeric()).take_while(|c| c.is_alphanumeric());
    word.flat_map(char::to_lowercase).collect()
}

/// Whether a span is a part of a longer word: `[Kim]chi`. Only in scripts with capitals, where words have blanks between
/// them: in Korean the name may well be what a particle is tied to.
pub fn is_part_of_word(text: &Text, span: Span) -> bool {
    goes_on(text.as_str(), span.range(), |character| character.is_lowercase() || character.is_uppercase())
}

/// A word is looked for within so many characters.
const NEAR: usize = 60;
