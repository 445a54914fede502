//! Marks that the program proposes.
//!
//! A suggester is a function of text: it runs off the interface thread, changes nothing, and each of its suggestions
//! carries a score and a reason that a reader can check. [`Engine`] asks all of them and makes one list without
//! conflicts; [`Memory`] is what the analyst has decided in this project.

use crate::{
    model::{Document, DocumentId, LabelId, Project, Schema, Score, Transaction},
    text::Span,
};
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// A proposed mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub span: Span,
    pub label: LabelId,
    /// How sure the program is.
    pub score: Score,
    /// Who proposes it: `memory`, `gazetteer`, `rules`.
    pub source: &'static str,
    /// One line that a reader can check: `country list`, `title before name`, `you tagged it in “Talks resume”`.
    pub why: String,
    /// The name under which the mentions of one thing are gathered in its article; often the words themselves.
    pub entity: String,
}

/// Names a suggestion: two runs that suggest the same mark name it alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SuggestionKey {
    pub document: DocumentId,
    pub span: Span,
    pub label: LabelId,
}

/// Something that proposes marks.
pub trait Suggester: Send + Sync {
    /// Its name, as it stands in [`Suggestion::source`].
    fn name(&self) -> &'static str;

    /// Proposes marks in a range of a document, in any order, overlaps allowed; offsets are those of the document.
    fn suggest(&self, document: &Document, range: Span, cancel: &Cancel) -> Vec<Suggestion>;
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

/// What the analyst has decided in this project, by name.
#[derive(Clone, Debug, Default)]
pub struct Memory {}

impl Memory {
    /// Everything decided in a project.
    pub fn of(_project: &Project) -> Self {
        Self {}
    }

    /// Takes in a transaction that has just been applied to `project`; an undo is a transaction like any other.
    pub fn learn(&mut self, _project: &Project, _transaction: &Transaction) {}
}

/// All suggesters together. Made once for a schema, shared between threads.
pub struct Engine {}

impl Engine {
    /// For the labels of a schema: what has no label there is not suggested.
    pub fn new(_schema: &Schema) -> Self {
        Self {}
    }

    /// One list for a document: sorted by place, no two overlapping, no score below the worth of showing.
    ///
    /// Looks neither at the document's mentions nor at rejections: [`open_suggestions`] does.
    pub fn suggest(&self, _document: &Document, _memory: &Memory, _cancel: &Cancel) -> Vec<Suggestion> {
        Vec::new()
    }
}

/// Those suggestions that are still to be decided: what a mention overlaps and what was rejected is left out.
pub fn open_suggestions(
    _project: &Project,
    _document: DocumentId,
    suggestions: &[Suggestion],
) -> Vec<Suggestion> {
    suggestions.to_vec()
}
