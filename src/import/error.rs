//! Why a file is no article, and what to do about it.

use super::Columns;
use crate::text::Text;
use std::fmt;

/// Why the bytes of a file were not taken. [`ImportError::hint`] says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// There is nothing to read in it.
    Empty,
    /// It has more bytes than a text may have.
    TooLarge { bytes: usize },
    /// It is of another kind; `what` says which: `a PNG picture`.
    Binary { what: &'static str },
    /// It is of a kind that is read, but broken: `what` is `the PDF document`.
    Damaged { what: &'static str, why: String },
    /// It opens only with a password.
    Locked { what: &'static str },
    /// It is whole, but there are no words in it.
    Wordless { what: &'static str, why: &'static str },
    /// It unpacks to more than it should.
    Bomb { why: String },
    /// It holds something that is never read, such as a document type with entities.
    Unsafe { why: String },
    /// There is no encoding of this name.
    NoEncoding { name: String },
    /// A column that was named is not there; these are.
    NoColumn { name: String, columns: String },
    /// None of the columns holds the words of articles.
    NoText { columns: Box<Columns> },
}

impl ImportError {
    /// What the analyst can do.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Empty => "Check that the file was copied whole.",
            Self::TooLarge { .. } => "Cut it into several files.",
            Self::Binary { .. } => {
                "Text, web pages, PDF, Word, OpenDocument, RTF, EPUB, mail, feeds, NITF, NewsML, CSV and JSON lines are read: save the article as one of these, or paste its words."
            }
            Self::Damaged { .. } => "Get the file again, or open it in its own program and save it anew.",
            Self::Locked { .. } => "Open it in its own program and save it without a password.",
            Self::Wordless { .. } => "Paste the words of the article, if you have them.",
            Self::Bomb { .. } => "Unpack it with care, if you trust it, and open the article itself.",
            Self::Unsafe { .. } => "Open it in its own program, if you trust it, and save it as text.",
            Self::NoEncoding { .. } => "Take a name such as UTF-8, windows-1252 or Shift_JIS.",
            Self::NoColumn { .. } => "Name columns as the file does, or by their numbers.",
            Self::NoText { .. } => "Say which column is the text, as with --columns text=NAME.",
        }
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "the file is empty"),
            Self::TooLarge { bytes } => {
                write!(f, "the file has {bytes} bytes; an article may have {} (1 GiB)", Text::MAX_BYTES)
            }
            Self::Binary { what } => write!(f, "this is no article: it looks like {what}"),
            Self::Damaged { what, why } => write!(f, "{what} is damaged: {why}"),
            Self::Locked { what } => write!(f, "{what} is locked with a password"),
            Self::Wordless { what, why } => write!(f, "{what} has no words: {why}"),
            Self::Bomb { why } | Self::Unsafe { why } => write!(f, "it was not read, for safety: {why}"),
            Self::NoEncoding { name } => write!(f, "there is no encoding “{name}”"),
            Self::NoColumn { name, columns } => write!(f, "there is no column “{name}”; there is: {columns}"),
            Self::NoText { columns } => {
                let names: Vec<&str> = columns.columns.iter().map(|column| column.name.as_str()).collect();
                write!(f, "no column holds the words of articles; its columns are {}", names.join(", "))
            }
        }
    }
}

impl std::error::Error for ImportError {}
