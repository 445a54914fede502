//! Words cut into the pieces that the network knows, and how each word is written.
//!
//! The encoder was trained on lower case without accents (Devlin et al. 2019, "uncased"), so how a word is written is
//! told to it apart. `assets/tagger/train.py` does the same.

use super::NO_LETTERS;
use std::collections::HashMap;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// One piece a line; the number of a piece is its line, from 0.
const VOCABULARY: &str = include_str!("../../../../assets/tagger/vocabulary.txt");

/// No word has more pieces than this; what is left of a longer one is not read.
const PIECES_A_WORD: usize = 8;

/// The pieces that the network knows.
#[derive(Debug)]
pub(super) struct Pieces {
    numbers: HashMap<&'static str, i32>,
    /// For a word with a part that no pieces make up.
    unknown: i32,
    /// Stands before a chunk.
    pub opening: i32,
    /// Stands after a chunk.
    pub closing: i32,
}

impl Pieces {
    /// Reads the list; `None` if it lacks one of the pieces that every text needs.
    pub(super) fn built_in() -> Option<Self> {
        let numbers: HashMap<&str, i32> = VOCABULARY.lines().zip(0..).collect();
        let number = |piece: &str| numbers.get(piece).copied();
        let (unknown, opening, closing) = (number("[UNK]")?, number("[CLS]")?, number("[SEP]")?);
        Some(Self { numbers, unknown, opening, closing })
    }

    /// The pieces of a word: at least one, at most [`PIECES_A_WORD`].
    pub(super) fn of(&self, word: &str) -> Vec<i32> {
        let plain = plain(word);
        let mut found = Vec::with_capacity(2);
        for part in parts(&plain) {
            self.add_part(part, &mut found);
            if found.len() >= PIECES_A_WORD {
                found.truncate(PIECES_A_WORD);
                break;
            }
        }
        if found.is_empty() {
            found.push(self.unknown);
        }
        found
    }

    /// The longest piece first, then the longest that goes on; all of the part is unknown if one is missing.
    fn add_part(&self, part: &str, found: &mut Vec<i32>) {
        let first = found.len();
        let mut rest = part;
        let mut piece = String::with_capacity(part.len() + 2);
        while !rest.is_empty() {
            let head = if found.len() == first { "" } else { "##" };
            let ends = rest.char_indices().map(|(at, character)| at + character.len_utf8());
            let ends: Vec<usize> = ends.take(LONGEST_PIECE_CHARACTERS).collect();
            let longest = ends.iter().rev().find_map(|end| {
                piece.clear();
                piece.push_str(head);
                piece.push_str(rest.get(..*end)?);
                self.numbers.get(piece.as_str()).map(|number| (*end, *number))
            });
            let Some((end, number)) = longest.filter(|_| found.len() < first + PIECES_A_WORD) else {
                if longest.is_none() {
                    found.truncate(first);
                    found.push(self.unknown);
                }
                return;
            };
            found.push(number);
            rest = rest.get(end..).unwrap_or_default();
        }
    }
}

/// No piece of the list is longer.
const LONGEST_PIECE_CHARACTERS: usize = 20;

/// Lower case, without accents, with plain quotes and dashes.
fn plain(word: &str) -> String {
    let lower = word.to_lowercase();
    let marked = lower.nfd().filter(|character| !is_combining_mark(*character));
    let plain = marked.map(|character| match character {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        '–' | '—' => '-',
        other => other,
    });
    plain.collect()
}

/// A word at its signs, each of which stands alone: `u.s.` is `u` `.` `s` `.`.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        let first = rest.chars().next()?;
        let end = if first.is_alphanumeric() {
            rest.find(|character: char| !character.is_alphanumeric()).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (part, after) = rest.split_at_checked(end)?;
        rest = after;
        Some(part)
    })
}

/// How a word is written, as the network counts it.
pub(super) fn case_of(word: &str) -> i32 {
    let mut letters = word.chars().filter(|character| character.is_alphabetic());
    let Some(first) = letters.next() else {
        return NO_LETTERS;
    };
    if word.chars().any(char::is_numeric) {
        return 4;
    }
    let (rest_count, upper, lower) = letters.fold((0, 0, 0), |(all, upper, lower), character| {
        let (is_upper, is_lower) = (character.is_uppercase(), character.is_lowercase());
        (all + 1, upper + usize::from(is_upper), lower + usize::from(is_lower))
    });
    match (first.is_uppercase(), first.is_lowercase()) {
        (_, true) if lower == rest_count => 0,
        (true, _) if rest_count > 0 && upper == rest_count => 2,
        (true, _) if lower == rest_count => 1,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(word: &str) -> Vec<&str> {
        let all = Pieces::built_in().expect("the list");
        let names: Vec<&str> = VOCABULARY.lines().collect();
        all.of(word)
            .into_iter()
            .filter_map(|number| names.get(usize::try_from(number).ok()?).copied())
            .collect()
    }

    #[test]
    fn words_fall_into_known_pieces() {
        assert_eq!(pieces("The"), ["the"]);
        assert_eq!(pieces("U.S."), ["u", ".", "s", "."]);
        assert_eq!(pieces("Café"), ["cafe"]);
        assert_eq!(pieces("’s"), ["'", "s"]);
        assert_eq!(pieces("unhappily").concat().replace("##", ""), "unhappily");
        assert_eq!(pieces("😀"), ["[UNK]"]);
        assert_eq!(pieces(""), ["[UNK]"]);
        assert!(pieces(&"ab".repeat(500)).len() <= PIECES_A_WORD);
    }

    #[test]
    fn how_a_word_is_written() {
        let words = ["talks", "Talks", "NATO", "McCain", "B-52", "—", "I", "U.S."];
        assert_eq!(words.map(case_of), [0, 1, 2, 3, 4, 5, 1, 2]);
    }
}
