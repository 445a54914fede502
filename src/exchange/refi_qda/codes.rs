//! Codes as labels, each called after the one above it.

use super::{super::xml::Element, read::guid};
use crate::model::{Colour, ReadLabel};
use std::collections::BTreeMap;

/// The names of all codes of a project, by their ids.
pub(super) fn names_of_codes(project: &Element) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    let books = project.all("CodeBook").flat_map(|book| book.all("Codes"));
    books.flat_map(|codes| codes.all("Code")).for_each(|code| name_codes(code, "", &mut names));
    names
}

/// The codes of a book as labels, with their names as marks have them.
pub(super) fn labels(book: &Element) -> Vec<ReadLabel> {
    let mut found = Vec::new();
    let codes = book.all("Codes").flat_map(|codes| codes.all("Code"));
    codes.for_each(|code| read_labels(code, "", &mut found));
    found
}

fn read_labels(code: &Element, above: &str, found: &mut Vec<ReadLabel>) {
    let name = full_name(code, above);
    found.push(ReadLabel {
        name: name.clone(),
        colour: code.attribute("color").and_then(colour),
        definition: code.first("Description").map(|words| words.text.clone()).unwrap_or_default(),
    });
    code.all("Code").for_each(|inner| read_labels(inner, &name, found));
}

/// `#3B6FD4`, or `#36D`.
fn colour(words: &str) -> Option<Colour> {
    let digits = words.trim().strip_prefix('#')?;
    let value = u32::from_str_radix(digits, 16).ok()?;
    match digits.len() {
        6 => Some(Colour::hex(value)),
        3 => Some(Colour::hex(((value & 0xf00) << 8 | (value & 0xf0) << 4 | value & 0xf) * 0x11)),
        _ => None,
    }
}

fn full_name(code: &Element, above: &str) -> String {
    let name = code.attribute("name").unwrap_or_default();
    if above.is_empty() { name.to_owned() } else { format!("{above}: {name}") }
}

/// The names of a code and those below it, each after the one above.
fn name_codes(code: &Element, above: &str, names: &mut BTreeMap<String, String>) {
    let full = full_name(code, above);
    code.all("Code").for_each(|inner| name_codes(inner, &full, names));
    names.insert(guid(code, "guid"), full);
}
