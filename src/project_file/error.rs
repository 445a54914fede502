//! Why a project file was refused, and what is to be told about one that was read.

use crate::text::LineColumn;
use std::fmt;

/// Why a project file was not read. Says where and what; [`ReadError::hint`] says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// There is nothing in it.
    Empty,
    /// It is not UTF-8 from this byte on, counted from 0.
    NotUtf8 { byte: usize, line: usize },
    /// A newer Dateline wrote it. It must not be replaced.
    Newer { format: u32 },
    /// It is not RON, or not the records of a project.
    Syntax { at: LineColumn, what: String, found: String },
    /// A record says what cannot be.
    Record {
        /// The line, counted from 1, where it could be found.
        line: Option<usize>,
        /// The record: `mention m…`.
        record: String,
        what: String,
    },
    /// The file of an article says what cannot be.
    Article { file: String, error: Box<ReadError> },
    /// The file of an article cannot be read.
    NoArticle { file: String, why: String },
}

impl ReadError {
    /// The line it speaks of, counted from 1.
    pub fn line(&self) -> Option<usize> {
        match self {
            // The line is one of another file.
            Self::Empty | Self::Newer { .. } | Self::Article { .. } | Self::NoArticle { .. } => None,
            Self::NotUtf8 { line, .. } => Some(*line),
            Self::Syntax { at, .. } => Some(at.line),
            Self::Record { line, .. } => *line,
        }
    }

    /// What the analyst can do.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Empty => "Writing it was perhaps interrupted, or it was emptied. Open a copy of it.",
            Self::NotUtf8 { .. } => "It is damaged, or it is not a Dateline project.",
            Self::Newer { .. } => "Install the newer Dateline, or export the project there.",
            Self::Syntax { .. } => "Correct the line in a text editor, or open a copy of the file.",
            Self::Record { .. } => "Correct the record in a text editor, or open a copy of the file.",
            Self::Article { error, .. } => error.hint(),
            Self::NoArticle { .. } => {
                "The articles of this project are files of a folder beside it, called like it and ending in “.articles”. Put that back, or open an earlier state."
            }
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "the file is empty"),
            Self::NotUtf8 { byte, line } => write!(f, "line {line}: byte {byte} is not UTF-8"),
            Self::Newer { format } => f.write_str(&super::v1::newer(*format)),
            Self::Syntax { at, what, found } => {
                write!(f, "line {}, column {}: {what}", at.line, at.column)?;
                if found.is_empty() { Ok(()) } else { write!(f, ", near `{found}`") }
            }
            Self::Article { file, error } => write!(f, "article file {file}: {error}"),
            Self::NoArticle { file, why } => write!(f, "article file {file} cannot be read: {why}"),
            Self::Record { line, record, what } => {
                if let Some(line) = line {
                    write!(f, "line {line}: ")?;
                }
                write!(f, "{record}: {what}")
            }
        }
    }
}

impl std::error::Error for ReadError {}

/// What is to be told about a file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// The checksum is of other bytes.
    Changed,
    /// The last line is not a checksum.
    NoChecksum,
    /// The last line does not end.
    NoLineEnd,
    /// Only the line ends are others.
    LineEnds,
    /// The file of an article is not the one that was saved.
    Article { file: String },
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Article { file } => {
                return write!(f, "the article file {file} was changed or damaged since Dateline saved it");
            }
            Self::Changed => {
                "the file was changed or damaged since Dateline saved it: its checksum does not fit"
            }
            Self::NoChecksum => {
                "the file was changed or damaged since Dateline saved it: its last line is no checksum"
            }
            Self::NoLineEnd => {
                "the file was changed or damaged since Dateline saved it: its last line does not end"
            }
            Self::LineEnds => "the line ends of the file were changed to CR LF; nothing else was",
        })
    }
}
