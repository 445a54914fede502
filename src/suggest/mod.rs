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
mod why;

pub use adapting::{Adapting, Taught};
pub use bare::bare_span;
pub use candidate::{SOURCES, Source};
pub use engine::{Article, Care, Engine, Opinion, Reading, Recollection};
pub use lists::Listed;
pub use memory::Memory;
pub use open::open_suggestions;
pub use tagger::linear::{Example, train};
pub use why::Why;

use crate::{
    model::{DocumentId, LabelId, Provenance, Score},
    text::{Span, Text},
};
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// A proposed mark. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub span: Span,
    pub label: LabelId,
    /// How sure the program is.
    pub score: Score,
    /// Who proposes it.
    pub source: Source,
    pub why: Why,
    /// The name under which the mentions of one thing are gathered in its article; `None` where it is the words
    /// themselves.
    pub entity: Option<Arc<str>>,
}

impl Suggestion {
    /// The name under which the mentions of one thing are gathered in the article of this text.
    pub fn entity_in<'a>(&'a self, text: &'a Text) -> &'a str {
        self.entity.as_deref().unwrap_or_else(|| text.slice(self.span))
    }

    /// Where a mention comes from that is made of it.
    pub fn provenance(&self) -> Provenance {
        Provenance::Accepted { suggester: self.source.name().into(), score: self.score }
    }
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
