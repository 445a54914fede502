//! Words and regular expressions as a machine that runs in time linear in the text.

use super::FindOptions;
use crate::text::{Span, Text};
use regex::{Regex, RegexBuilder};
use std::{fmt::Write, ops::Range};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// The largest machine that an expression may become, in bytes.
const LARGEST: usize = 4 << 20;

/// What is looked for in a text.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    machine: Regex,
    whole_word: bool,
    /// Words end where characters end, with the marks on them; an expression says itself where it ends.
    whole_characters: bool,
}

impl Pattern {
    /// Words as they are typed: spaces stand for any white space, quotes and apostrophes for those of any kind, letters with
    /// marks for either way to write them.
    pub(super) fn words(typed: &str, options: FindOptions) -> Result<Self, String> {
        let mut written = String::new();
        for (place, word) in typed.split_whitespace().enumerate() {
            written.push_str(if place == 0 { "" } else { r"\s+" });
            word.graphemes(true).for_each(|character| write_character(&mut written, character));
        }
        let machine = machine(&written, options)?;
        Ok(Self { machine, whole_word: options.whole_word, whole_characters: true })
    }

    /// A regular expression as it is typed.
    pub(super) fn expression(typed: &str, options: FindOptions) -> Result<Self, String> {
        let as_typed = machine(typed, options)?;
        // It says itself where words end: to look afterwards could take a long time.
        let machine =
            if options.whole_word { machine(&format!(r"\b(?:{typed})\b"), options)? } else { as_typed };
        Ok(Self { machine, whole_word: false, whole_characters: false })
    }

    /// Visits the places in order until `visit` says no; whether it never did.
    pub(super) fn each(&self, text: &Text, visit: &mut dyn FnMut(Span) -> bool) -> bool {
        let words = text.as_str();
        let mut from = 0;
        while let Some(found) = self.machine.find_at(words, from) {
            let is_whole = !self.whole_word || is_free(words, found.start(), found.end());
            let fits = is_whole && (!self.whole_characters || is_cut_well(words, found.start(), found.end()));
            match text.span(found.start(), found.end()) {
                Ok(span) if fits => {
                    if !visit(span) {
                        return false;
                    }
                    from = found.end();
                }
                // Nothing, or a part of something: on from the next character.
                _ => from = words.ceil_char_boundary(found.start() + 1),
            }
            if from > words.len() || found.start() == words.len() {
                break;
            }
        }
        true
    }
}

fn machine(written: &str, options: FindOptions) -> Result<Regex, String> {
    let mut builder = RegexBuilder::new(written);
    builder.case_insensitive(!options.match_case).multi_line(true).crlf(true);
    builder.size_limit(LARGEST).dfa_size_limit(LARGEST);
    builder.build().map_err(|error| match error {
        regex::Error::CompiledTooBig(_) => "this expression is too large".to_owned(),
        error => {
            // Its last line says what; the lines before draw where.
            let words = error.to_string();
            let last = words.lines().last().unwrap_or_default();
            last.strip_prefix("error: ").unwrap_or(last).to_owned()
        }
    })
}

/// One character with the marks on it, in every way that it may be written.
fn write_character(out: &mut String, character: &str) {
    match character {
        "'" | "’" | "‘" => out.push_str("['’‘]"),
        "\"" | "“" | "”" | "„" => out.push_str("[\"“”„]"),
        "-" | "‐" | "‑" => out.push_str("[-‐‑]"),
        _ => {
            let mut ways = vec![character.to_owned(), character.nfc().collect(), character.nfd().collect()];
            ways.sort_unstable();
            ways.dedup();
            let ways: Vec<String> = ways.iter().map(|way| regex::escape(way)).collect();
            // Writing to a string cannot fail.
            let _ = match ways.as_slice() {
                [one] => out.write_str(one),
                several => write!(out, "(?:{})", several.join("|")),
            };
        }
    }
}

/// Whether no letter or digit goes on at either end.
fn is_free(words: &str, start: usize, end: usize) -> bool {
    !goes_on(words, start..end, char::is_alphanumeric)
}

/// Whether characters of one kind stand on both sides of the start or of the end.
pub(super) fn goes_on(words: &str, found: Range<usize>, is_one: impl Fn(char) -> bool) -> bool {
    let part = |range: Range<usize>| words.get(range).unwrap_or_default();
    let (before, inside, after) = (part(0..found.start), part(found.clone()), part(found.end..words.len()));
    let are_both =
        |one: Option<char>, other: Option<char>| one.is_some_and(&is_one) && other.is_some_and(&is_one);
    are_both(before.chars().next_back(), inside.chars().next())
        || are_both(inside.chars().next_back(), after.chars().next())
}

/// Whether both ends lie between characters, and not before a mark that belongs to one.
fn is_cut_well(words: &str, start: usize, end: usize) -> bool {
    [start, end].into_iter().all(|at| {
        let bytes = words.as_bytes();
        let near = [at.checked_sub(1).and_then(|before| bytes.get(before)), bytes.get(at)];
        let is_plain =
            near.into_iter().flatten().all(|byte| byte.is_ascii() && *byte != b'\n' && *byte != b'\r');
        is_plain || GraphemeCursor::new(at, words.len(), true).is_boundary(words, 0).unwrap_or(true)
    })
}
