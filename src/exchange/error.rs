//! Why a file of another tool could not be read.

use std::fmt;

/// A file that is not what it should be; nothing of it was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// The file's name; empty where there is only one.
    pub file: String,
    /// Counts from 1; `None` where it is all of the file.
    pub line: Option<usize>,
    /// What is wrong and what to do, a sentence.
    pub why: String,
}

impl ReadError {
    /// Of the whole file.
    pub fn new(why: impl Into<String>) -> Self {
        Self { file: String::new(), line: None, why: why.into() }
    }

    /// At a line, counted from 1.
    pub fn at(line: usize, why: impl Into<String>) -> Self {
        Self { line: Some(line), ..Self::new(why) }
    }

    /// The same, of a file of this name.
    #[must_use]
    pub fn of(self, file: &str) -> Self {
        Self { file: file.to_owned(), ..self }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.file.is_empty() {
            write!(f, "{}: ", self.file)?;
        }
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        f.write_str(&self.why)
    }
}

impl std::error::Error for ReadError {}
