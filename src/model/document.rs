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
    /// The time of that day, with its zone where that is known: `2019-11-10T09:14:00+09:00`; empty if unknown.
    pub published_at: String,
    /// Who wrote it, as the source says; empty if unknown.
    pub byline: String,
    /// Newspaper, agency or site; empty if unknown.
    pub site: String,
    /// Address of the page; empty if unknown.
    pub url: String,
    pub origins: Origins,
}

/// Where each of the facts stood in the source, in words for people: `JSON-LD`, `file name`. Empty: a person wrote it
/// down, or nobody knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    pub title: String,
    pub published: String,
    pub language: String,
    pub byline: String,
    pub site: String,
    pub url: String,
}

impl Facts {
    /// These facts in place of `before`: what a person changed has no origin any more, and another day no time.
    #[must_use]
    pub(in crate::model) fn corrected_from(mut self, before: &Self) -> Self {
        let forget = |is_changed: bool, origin: &mut String| {
            if is_changed {
                origin.clear();
            }
        };
        forget(self.title != before.title, &mut self.origins.title);
        forget(self.language != before.language, &mut self.origins.language);
        forget(self.byline != before.byline, &mut self.origins.byline);
        forget(self.site != before.site, &mut self.origins.site);
        forget(self.url != before.url, &mut self.origins.url);
        if self.published != before.published {
            self.origins.published.clear();
            self.published_at.clear();
        }
        self
    }
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
