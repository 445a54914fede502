//! Marks that the program proposes.
//!
//! A suggester is a function of text: it runs off the interface thread, changes nothing, and each of its suggestions
//! carries a score and a reason that a reader can check. [`Engine`] asks all of them and makes one list without
//! conflicts; [`Memory`] is what the analyst has decided in this project.

mod adapting;
mod alias;
mod bare;
mod candidate;
mod choice;
mod consistency;
mod engine;
mod fuse;
mod gazetteer;
mod kind;
mod lessons;
mod lexicon;
mod lists;
mod memory;
mod open;
mod passage;
mod rank;
mod recall;
mod regression;
mod rules;
mod tagger;
#[cfg(test)]
mod tests;

pub use adapting::{Adapting, Taught};
pub use bare::bare_span;
pub use candidate::SOURCES;
pub use engine::{Article, Care, Engine, Opinion, Reading, Recollection};
pub use lists::Listed;
pub use memory::Memory;
pub use open::open_suggestions;
pub use tagger::linear::{Example, train};

use crate::{
    model::{DocumentId, LabelId, Score},
    text::Span,
};
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// A proposed mark. Cheap to clone: suggestions of one list share their words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub span: Span,
    pub label: LabelId,
    /// How sure the program is.
    pub score: Score,
    /// Who proposes it: `memory`, `rules`, `tagger`, `gazetteer`.
    pub source: &'static str,
    /// One line that a reader can check: `country list`, `title before name`, `you tagged it in “Talks resume”`.
    pub why: Arc<str>,
    /// The name under which the mentions of one thing are gathered in its article; often the words themselves.
    pub entity: Arc<str>,
}

/// Names a suggestion: two runs that suggest the same mark name it alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SuggestionKey {
    pub document: DocumentId,
    pub span: Span,
    pub label: LabelId,
}

/// A flag that asks background work to stop. Clones share it.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Asks to stop.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether to stop.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
