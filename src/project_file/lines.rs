//! Lays out RON by hand: strings that are plain to every editor, records of one line.
//!
//! RON's own writer turns line ends and the accents of Arabic, Hindi and Thai into codes, or else leaves control
//! and bidi characters as they are. Here what can be read stays, and what cannot be seen is written as a code.

use std::fmt::{Display, Write};

/// A record on a line of its own: `(id: "m…", start: 54),`.
pub(super) struct Line<'a> {
    out: &'a mut String,
    is_empty: bool,
}

impl<'a> Line<'a> {
    /// Begins a line.
    pub(super) fn open(out: &'a mut String, indent: &str) -> Self {
        out.push_str(indent);
        out.push('(');
        Self { out, is_empty: true }
    }

    fn name(&mut self, name: &str) {
        if !self.is_empty {
            self.out.push_str(", ");
        }
        self.is_empty = false;
        self.out.push_str(name);
        self.out.push_str(": ");
    }

    /// A number or a word of RON, as it is.
    pub(super) fn bare(mut self, name: &str, value: impl Display) -> Self {
        self.name(name);
        put(self.out, value);
        self
    }

    /// An id, in quotes; ids have no character that needs a code.
    pub(super) fn id(mut self, name: &str, id: impl Display) -> Self {
        self.name(name);
        put(self.out, format_args!("\"{id}\""));
        self
    }

    /// An id that may be missing: then the field is left out.
    pub(super) fn some_id(mut self, name: &str, id: Option<impl Display>) -> Self {
        if let Some(id) = id {
            self.name(name);
            put(self.out, format_args!("Some(\"{id}\")"));
        }
        self
    }

    /// A string.
    pub(super) fn words(mut self, name: &str, words: &str) -> Self {
        self.name(name);
        quote(self.out, words);
        self
    }

    /// A string that is left out where it is empty.
    pub(super) fn words_if_any(self, name: &str, words: &str) -> Self {
        if words.is_empty() { self } else { self.words(name, words) }
    }

    /// A string that may be missing: then the field is left out.
    pub(super) fn some_words(mut self, name: &str, words: Option<&str>) -> Self {
        if let Some(words) = words {
            self.name(name);
            self.out.push_str("Some(");
            quote(self.out, words);
            self.out.push(')');
        }
        self
    }

    /// A list of strings, left out where it is empty.
    pub(super) fn list_if_any(mut self, name: &str, list: &[String]) -> Self {
        if list.is_empty() {
            return self;
        }
        self.name(name);
        for (index, words) in list.iter().enumerate() {
            self.out.push_str(if index == 0 { "[" } else { ", " });
            quote(self.out, words);
        }
        self.out.push(']');
        self
    }

    /// Whatever `write` writes.
    pub(super) fn value(mut self, name: &str, write: impl FnOnce(&mut String)) -> Self {
        self.name(name);
        write(self.out);
        self
    }

    /// Ends a record within a line.
    pub(super) fn close_within(self) {
        self.out.push(')');
    }

    /// Ends the line.
    pub(super) fn close(self) {
        self.out.push_str("),\n");
    }
}

/// Adds something that is shown as it is to be written.
pub(super) fn put(out: &mut String, value: impl Display) {
    // Writing to a string cannot fail.
    let _ = write!(out, "{value}");
}

/// Adds `words` as a RON string.
pub(super) fn quote(out: &mut String, words: &str) {
    out.push('"');
    let mut rest = words;
    while let Some(character) = rest.chars().next() {
        let plain_bytes = rest.bytes().position(|byte| !is_plain_byte(byte)).unwrap_or(rest.len());
        let (plain, after) = rest.split_at_checked(plain_bytes).unwrap_or((rest, ""));
        if plain.is_empty() {
            let is_first = rest.len() == words.len();
            quote_character(out, character, is_first);
            rest = rest.get(character.len_utf8()..).unwrap_or_default();
        } else {
            out.push_str(plain);
            rest = after;
        }
    }
    out.push('"');
}

/// Words of a file as they may stand in a message: at most `most` characters, and what cannot be seen as a code.
pub(super) fn shown(words: &str, most: usize) -> String {
    let mut shown = String::new();
    for character in words.chars().take(most) {
        match character {
            '"' | '\\' => shown.push(character),
            _ => {
                let is_first = shown.is_empty();
                quote_character(&mut shown, character, is_first);
            }
        }
    }
    if words.chars().nth(most).is_some() {
        shown.push('…');
    }
    shown
}

fn is_plain_byte(byte: u8) -> bool {
    matches!(byte, b' '..=b'~') && byte != b'"' && byte != b'\\'
}

fn quote_character(out: &mut String, character: char, is_first: bool) {
    match character {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\t' => out.push_str("\\t"),
        '\r' => out.push_str("\\r"),
        '\n' => out.push_str("\\n"),
        seen if is_seen(seen, is_first) => out.push(seen),
        unseen => put(out, format_args!("\\u{{{:x}}}", u32::from(unseen))),
    }
}

/// Whether a reader of the file sees that the character is there. An accent at the head of a string would sit on
/// the quotation mark.
fn is_seen(character: char, is_first: bool) -> bool {
    if is_blank(character) {
        return false;
    }
    if character.escape_debug().len() == 1 {
        return true;
    }
    // What is left is an accent or unseen: only the former is plain within a word.
    let mut bytes = [b'x'; 5];
    let accent_bytes = character.encode_utf8(bytes.get_mut(1..).unwrap_or_default()).len();
    let word = bytes.get(..=accent_bytes).and_then(|word| std::str::from_utf8(word).ok());
    !is_first && word.is_some_and(|word| word.escape_debug().count() == 2)
}

/// Letters and marks by their class, yet nothing to be seen: fillers, joiners, variation selectors.
fn is_blank(character: char) -> bool {
    matches!(
        character,
        '\u{34f}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{17b4}'
            | '\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{ffa0}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn quoted(words: &str) -> String {
        let mut out = String::new();
        quote(&mut out, words);
        out
    }

    #[test]
    fn what_can_be_read_stays() {
        for words in ["It’s “so”", "김정은", "हिन्दी", "ภาษาไทย", "e\u{301}t", "العَرَبِيَّة", "'😀'"]
        {
            assert_eq!(quoted(words), format!("\"{words}\""));
        }
    }

    #[test]
    fn what_cannot_be_seen_is_written_as_a_code() {
        assert_eq!(quoted("a\0\t\r\n\"\\"), r#""a\u{0}\t\r\n\"\\""#);
        assert_eq!(quoted("\u{202e}\u{2028}\u{feff}\u{200b}"), r#""\u{202e}\u{2028}\u{feff}\u{200b}""#);
        assert_eq!(quoted("\u{301}x\u{fe0f}\u{e0041}"), r#""\u{301}x\u{fe0f}\u{e0041}""#);
        assert_eq!(quoted("a\u{a0}b\u{ad}"), r#""a\u{a0}b\u{ad}""#);
    }

    #[test]
    fn a_message_shows_what_is_there_and_not_too_much() {
        assert_eq!(shown("a \"b\" \u{202e}\n", 9), r#"a "b" \u{202e}\n"#);
        assert_eq!(shown("abcdef", 3), "abc…");
        assert_eq!(shown("abc", 3), "abc");
    }

    proptest! {
        #[test]
        fn every_string_reads_back_as_itself(words in any::<String>()) {
            let written = quoted(&words);
            prop_assert!(!written.chars().any(char::is_control));
            prop_assert_eq!(ron::from_str::<String>(&written), Ok(words));
        }
    }
}
