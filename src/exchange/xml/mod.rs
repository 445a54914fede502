//! XML 1.0 for the formats that are written in it: a writer that escapes, and a reader that gives a tree.
//!
//! Characters that XML cannot hold, such as NUL, are written as U+FFFD and counted, so that offsets stay as they are and
//! the loss report can say so. Nothing is fetched, and no entity is expanded but the five that XML has itself.

mod read;
mod write;

pub(super) use read::{Element, read, read_each};
pub(super) use write::XmlWriter;

/// Whether XML 1.0 can hold a character, as it is or by number.
pub(super) fn is_legal(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// What is written in the place of a character that XML cannot hold: as long in UTF-16, and in code points.
pub(super) const REPLACEMENT: char = '\u{fffd}';

/// The sentence of a loss report for so many replaced characters; `None` if there are none.
pub(super) fn replaced_sentence(count: usize) -> Option<String> {
    (count > 0).then(|| format!("characters that XML cannot hold, written as U+FFFD: {count}"))
}
