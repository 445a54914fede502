//! Speaks to other tools: annotation formats, their offsets and their limits. Bytes in and out, no files.
//!
//! One room a format, listed in [`FORMATS`] once it is there. A format that cannot carry something says so in the
//! loss report; nothing is left out in silence. What is read comes as neutral records ([`Imported`]); `placing.rs` finds the
//! words that offsets mean, `codes.rs` what labels are called elsewhere, `losses.rs` what a format does not carry.

mod addresses;
mod brat;
mod called;
mod codes;
mod conll;
mod doccano;
mod error;
mod extras;
mod found;
mod graph;
mod guids;
mod html;
mod json;
mod jsonl;
mod label_studio;
mod losses;
mod names;
mod origins;
mod pieces;
mod placing;
mod prodigy;
mod propose;
mod recognise;
mod refi_qda;
#[cfg(test)]
mod round_trip;
mod settle;
mod simple;
mod spacy;
mod stix;
mod tables;
mod uima;
mod w3c;
mod warnings;
mod webanno_tsv;
mod xml;
mod zips;

pub use error::ReadError;
pub use names::{Names, read_names, write_names};
pub use propose::{label_name, propose};
pub use recognise::{Found, format_of, recognise};
pub use settle::read;

use crate::model::{Annotated, Project, ReadEntity, ReadLabel};
use recognise::Looked;

/// A file as it came or is to be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct File {
    /// The path below the folder, with `/` between its parts; safe on every system where we made it.
    pub name: String,
    pub bytes: Vec<u8>,
}

impl File {
    /// A file that was made here.
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), bytes: bytes.into() }
    }

    /// The last part of the name, in small letters.
    pub fn last_name(&self) -> String {
        self.name.rsplit('/').next().unwrap_or_default().to_lowercase()
    }

    /// The end of the name in small letters, without the dot; empty if there is none.
    pub fn extension(&self) -> String {
        self.last_name().rsplit_once('.').map(|(_, extension)| extension.to_owned()).unwrap_or_default()
    }

    /// The name without its ending: `folder/article` of `folder/article.ann`.
    pub fn stem(&self) -> &str {
        let last = self.name.rfind('/').map_or(0, |at| at + 1);
        let dot = self.name.rfind('.').filter(|at| *at > last);
        dot.and_then(|at| self.name.get(..at)).unwrap_or(&self.name)
    }
}

/// What an export gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Export {
    /// One, of any name, where the shape is [`Shape::OneFile`].
    pub files: Vec<File>,
    /// What the format could not carry, a sentence each; empty if it carried all.
    pub losses: Vec<String>,
}

/// What an export writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One file holds all. Such files are read one by one.
    OneFile,
    /// A folder with several files. All that belong to the format are read together.
    Folder,
}

/// Reads the files of a format.
pub type Read = fn(&[File]) -> Result<Imported, ReadError>;

/// A format of another tool.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// What `--format` calls it.
    pub name: &'static str,
    /// What it is and whose, in a line.
    pub about: &'static str,
    /// What of a project it carries, in a line.
    pub carries: &'static str,
    /// The end of its file names, without the dot; of the main file where there are several.
    pub extension: &'static str,
    pub shape: Shape,
    /// Writes the whole project; `None` where it can only be read.
    pub write: Option<fn(&Project) -> Export>,
    /// Reads files that [`format_of`] says are of this format, with those that belong to them; `None` where it can only be
    /// written.
    pub read: Option<Read>,
    /// Whether a file is of this format, by what is in it. Asked of every file that is opened: quick, and sure.
    recognises: fn(&Looked<'_>) -> bool,
    /// Names of files that belong to a recognised one of this name, if they are there: `a.txt` to `a.ann`.
    pub beside: fn(&File) -> Vec<String>,
}

/// What the files of a format say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    pub articles: Vec<Annotated>,
    /// What is known of what the marks mean.
    pub entities: Vec<ReadEntity>,
    /// What is known of labels: a book of codes.
    pub labels: Vec<ReadLabel>,
    /// What was left out or set right, a sentence each, with the line.
    pub warnings: Vec<String>,
}

/// All formats, by name.
pub const FORMATS: &[Format] = &[
    conll::BIOES,
    brat::FORMAT,
    conll::FORMAT,
    tables::FORMAT,
    doccano::FORMAT,
    graph::GEXF,
    graph::GRAPHML,
    html::FORMAT,
    jsonl::FORMAT,
    label_studio::FORMAT,
    prodigy::FORMAT,
    refi_qda::FORMAT,
    spacy::FORMAT,
    stix::FORMAT,
    uima::JSON,
    uima::XMI,
    w3c::FORMAT,
    webanno_tsv::FORMAT,
];

/// The format of this name.
pub fn format_named(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// For formats of a single file.
fn nothing_beside(_: &File) -> Vec<String> {
    Vec::new()
}

/// For formats that are only written.
fn recognises_nothing(_: &Looked<'_>) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_listed_by_name_and_can_do_something() {
        assert!(FORMATS.is_sorted_by_key(|format| format.name));
        assert!(FORMATS.iter().all(|format| format.read.is_some() || format.write.is_some()));
        assert!(format_named("jsonl").is_some());
        assert!(format_named("none").is_none());
        let carried = FORMATS.iter().map(|format| format.carries.len() + format.about.len());
        assert!(carried.into_iter().all(|length| length > 0));
        assert!(!recognises_nothing(&Looked::at(&File::default())));
    }

    #[test]
    fn names_have_stems_and_endings() {
        let file = File::new("a.b/C.Ann", "");
        assert_eq!((file.stem(), file.extension().as_str()), ("a.b/C", "ann"));
        let bare = File::new("a.b/c", "");
        assert_eq!((bare.stem(), bare.extension().as_str()), ("a.b/c", ""));
    }
}
