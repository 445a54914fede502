//! An article: its words and the facts about it.

use super::{Date, DocumentId};
use crate::text::Text;

/// What is known about an article beside its words; all of it may be corrected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The headline; may be empty.
    pub title: String,
    /// The day it was published.
    pub published: Option<Date>,
    /// Language of the text as a BCP 47 tag (`en`, `ko`); empty if unknown.
    pub language: String,
}

/// One article of the project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub id: DocumentId,
    /// Place in the project's list; documents are shown by it, then by id.
    pub position: u32,
    pub facts: Facts,
    /// Where the text came from: a path or address as it was given; empty for pasted text.
    pub source: String,
    /// The encoding that the source was read in: `UTF-8`.
    pub encoding: String,
    /// The annotated words. They never change.
    pub text: Text,
}

/// So much of the text stands for a title where there is none.
const FIRST_WORDS_CHARACTERS: usize = 80;

impl Document {
    /// What to call it in lists: the title, else the file's name, else its first words.
    pub fn display_title(&self) -> &str {
        if !self.facts.title.is_empty() {
            return &self.facts.title;
        }
        let file_name = self.source.rsplit(['/', '\\']).next().unwrap_or_default();
        if !file_name.is_empty() {
            return file_name;
        }
        let first_line = self.text.as_str().lines().find(|line| !line.trim().is_empty());
        let first_line = first_line.map_or("Untitled", str::trim);
        // A pasted text may be one line of megabytes.
        let end =
            first_line.char_indices().nth(FIRST_WORDS_CHARACTERS).map_or(first_line.len(), |(end, _)| end);
        first_line.get(..end).unwrap_or_default().trim_end()
    }

    /// The last part of the source's path; empty for pasted text.
    pub fn file_name(&self) -> &str {
        self.source.rsplit(['/', '\\']).next().unwrap_or_default()
    }
}
