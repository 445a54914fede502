//! Speaks to other tools: annotation formats, their offsets and their limits. Takes a project, gives bytes.
//!
//! One room a format, listed in [`FORMATS`] once it is there. A format that cannot carry something says so in the
//! loss report; nothing is left out in silence. Lists of names go in and out by [`read_names`] and [`write_names`]. Reads and
//! writes no file.

mod guids;
mod jsonl;
mod names;
mod xml;
mod zips;

pub use names::{Names, read_names, write_names};

use crate::model::Project;

/// What an export gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    pub bytes: Vec<u8>,
    /// What the format could not carry, a sentence each; empty if it carried all.
    pub losses: Vec<String>,
}

/// A format of another tool.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// What `--format` calls it.
    pub name: &'static str,
    /// What it is and what it carries, in a line.
    pub about: &'static str,
    /// The end of its file names, without the dot.
    pub extension: &'static str,
    /// Whether it can be read.
    pub reads: bool,
    /// Writes the whole project; `None` where it can only be read.
    pub write: Option<fn(&Project) -> Export>,
}

/// All formats, by name.
pub const FORMATS: &[Format] = &[jsonl::FORMAT];

/// The format of this name.
pub fn format_named(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// What the program calls a label of a corpus or of another tool; `None` for one that it has no word for, such as `MISC`.
pub fn label_name(label: &str) -> Option<&'static str> {
    Some(match label.to_ascii_uppercase().as_str() {
        "PERSON" | "PER" => "Person",
        "ORGANIZATION" | "ORGANISATION" | "ORG" => "Organization",
        "PLACE" | "LOCATION" | "LOC" | "GPE" | "FAC" => "Place",
        "GROUP" | "NORP" => "Group",
        "EVENT" => "Event",
        "DATE" | "TIME" => "Date",
        "ROLE" | "TITLE" => "Role",
        "WEAPON" => "Weapon",
        "QUANTITY" | "MONEY" | "PERCENT" => "Quantity",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_listed_by_name_and_can_do_something() {
        assert!(FORMATS.is_sorted_by_key(|format| format.name));
        assert!(FORMATS.iter().all(|format| format.reads || format.write.is_some()));
        assert!(format_named("jsonl").is_some());
        assert!(format_named("brat").is_none());
    }
}
