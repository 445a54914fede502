//! Which suggestions are shown: how sure they must be, of which labels, from which sources.

use super::Session;
use crate::{
    model::{DocumentId, LabelId, Score},
    suggest::{SOURCES, Suggestion},
};
use std::collections::BTreeSet;

/// Which of the open suggestions are shown; by default all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// What is less sure is hidden.
    pub least: Score,
    /// Labels that are hidden.
    pub labels_off: BTreeSet<LabelId>,
    /// Sources that are hidden, by the names of [`SOURCES`].
    pub sources_off: BTreeSet<&'static str>,
}

impl Shown {
    /// Whether a suggestion is shown.
    pub fn lets_through(&self, suggestion: &Suggestion) -> bool {
        suggestion.score >= self.least
            && !self.labels_off.contains(&suggestion.label)
            && !self.sources_off.contains(suggestion.source.name())
    }

    /// Shows a label or hides it.
    pub fn set_label(&mut self, label: LabelId, is_shown: bool) {
        _ = if is_shown { self.labels_off.remove(&label) } else { self.labels_off.insert(label) };
    }

    /// Shows a source or hides it.
    pub fn set_source(&mut self, source: &'static str, is_shown: bool) {
        _ = if is_shown { self.sources_off.remove(source) } else { self.sources_off.insert(source) };
    }

    /// Whether labels or sources are hidden.
    pub fn has_filter(&self) -> bool {
        !self.labels_off.is_empty() || !self.sources_off.is_empty()
    }
}

impl Session {
    /// Which suggestions are shown, everywhere: in the text, in lists, in reviews, and when all are accepted.
    pub fn shown(&self) -> &Shown {
        self.suggesting.shown()
    }

    /// Shows others from now on.
    pub fn show(&mut self, shown: Shown) {
        self.suggesting.show(shown);
    }

    /// How many open suggestions of an article are not shown.
    pub fn hidden_suggestions(&mut self, document: DocumentId) -> usize {
        self.suggesting.open(&self.project, document);
        self.suggesting.hidden(document)
    }

    /// The names of the sources that suggestions have.
    pub fn suggestion_sources() -> &'static [&'static str] {
        &SOURCES
    }
}
