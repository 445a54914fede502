//! Finding in the article (a bar above it) and in the project (a page in its place).
//!
//! Both have what is typed in common. The project is searched beside the frames; what is found comes in as it is found.

mod bar;
mod input;
mod page;
mod search;

pub use bar::ui as bar_ui;
pub use page::{hit_colour, ui as page_ui};

use super::{Act, App};
use crate::{
    gui::desk::Kept,
    model::{DocumentId, LabelId, Project},
    text::Span,
    view::{FindOptions, Query},
};
use search::Search;
use std::sync::Arc;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Wanted {
    typed: String,
    options: FindOptions,
}

/// What was found in an article, or what is wrong with what was typed.
type Found = Result<Arc<Vec<Span>>, String>;

/// In which order the page shows what was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    #[default]
    Article,
    WordBefore,
    WordAfter,
}

/// How finding stands.
#[derive(Default)]
pub struct FindDesk {
    wanted: Wanted,
    /// Whether the bar is above the article.
    is_open: bool,
    /// The field takes the keyboard in the next frame.
    wants_focus: bool,
    here: Kept<(DocumentId, u64, Wanted), FoundHere>,
    /// Which of those in the article is the one at hand.
    at: Option<usize>,
    /// The label of *Tag all*.
    label: Option<LabelId>,
    search: Search,
    order: Order,
}

#[derive(Clone, Debug)]
struct FoundHere(Found);

impl Default for FoundHere {
    fn default() -> Self {
        Self(Ok(Arc::default()))
    }
}

impl FindDesk {
    /// Opens the bar, with these words if there are any.
    pub fn open(&mut self, words: Option<String>) {
        self.is_open = true;
        self.begin(words);
    }

    /// The field of the bar or the page takes the keyboard, with these words if there are any.
    pub fn begin(&mut self, words: Option<String>) {
        if let Some(words) = words {
            self.wanted.typed = words;
            self.wanted.options.is_regex = false;
        }
        self.wants_focus = true;
        self.at = None;
    }

    /// Whether what is looked for is a regular expression.
    pub fn is_expression(&self) -> bool {
        self.wanted.options.is_regex
    }

    /// Whether the bar is there.
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// Takes the bar away; whether it was there.
    pub fn close(&mut self) -> bool {
        std::mem::take(&mut self.is_open)
    }

    /// What is found in an article.
    fn here(&mut self, project: &Project, document: DocumentId) -> Found {
        let stamp = (document, project.revision(), self.wanted.clone());
        let wanted = &self.wanted;
        let found = self.here.get(stamp, || FoundHere(find(project, document, wanted)));
        found.0.clone()
    }

    /// The next place from a byte on, or the one before it; it is the one at hand from then on.
    pub fn step(
        &mut self,
        project: &Project,
        document: DocumentId,
        caret: usize,
        forward: bool,
    ) -> Option<Span> {
        let spans = self.here(project, document).ok()?;
        let count = spans.len();
        let from_caret = || {
            let next = spans.partition_point(|span| span.start() < caret);
            if forward { next } else { (next + count).saturating_sub(1) }
        };
        let at = match self.at {
            Some(at) if forward => at + 1,
            Some(at) => (at + count).saturating_sub(1),
            None => from_caret(),
        };
        let at = at.checked_rem(count)?;
        self.at = Some(at);
        spans.get(at).copied()
    }

    /// What is to be drawn in the article: all places, and the one at hand.
    pub fn shown(&mut self, project: &Project, document: DocumentId) -> (Arc<Vec<Span>>, Option<usize>) {
        if !self.is_open {
            return (Arc::default(), None);
        }
        (self.here(project, document).unwrap_or_default(), self.at)
    }
}

fn find(project: &Project, document: DocumentId, wanted: &Wanted) -> Found {
    let query = Query::new(&wanted.typed, wanted.options, project.schema())?;
    let found = query.zip(project.document(document));
    let spans = found.map(|(query, document)| query.spans(project, document));
    Ok(Arc::new(spans.unwrap_or_default()))
}
