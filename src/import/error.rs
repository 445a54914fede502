//! Why a file is no article, and what to do about it.

use crate::text::Text;
use std::fmt;

/// Why the bytes of a file were not taken. [`ImportError::hint`] says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// There is nothing to read in it.
    Empty,
    /// It has more bytes than a text may have.
    TooLarge { bytes: usize },
    /// It is of another kind; `what` says which: `a PDF document`.
    Binary { what: &'static str },
    /// It is text in UTF-16.
    Utf16,
    /// From this byte on, counted from 0, it is not UTF-8; `line` counts from 1.
    NotUtf8 { byte: usize, line: usize, value: u8 },
}

impl ImportError {
    /// What the analyst can do.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Empty => "Check that the file was copied whole.",
            Self::TooLarge { .. } => "Cut it into several files.",
            Self::Binary { .. } => {
                "Plain text and Markdown are read at present: save the article as text, or paste its words."
            }
            Self::Utf16 | Self::NotUtf8 { .. } => {
                "Only UTF-8 is read at present, with or without BOM: open the file in a text editor and save it as UTF-8."
            }
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
            Self::Binary { what } => write!(f, "this is not text: it looks like {what}"),
            Self::Utf16 => write!(f, "the text is in UTF-16"),
            Self::NotUtf8 { byte, line, value } => {
                write!(f, "line {line}: byte {byte} ({value:#04x}) is not UTF-8")
            }
        }
    }
}

impl std::error::Error for ImportError {}

/// That a byte, counted from 0, is not UTF-8.
pub(super) fn not_utf8(bytes: &[u8], byte: usize) -> ImportError {
    let before = bytes.get(..byte).unwrap_or_default();
    let line = memchr::memchr_iter(b'\n', before).count() + 1;
    ImportError::NotUtf8 { byte, line, value: bytes.get(byte).copied().unwrap_or_default() }
}
