//! The suggestions of the session: asked for, made now, made with more or less care.

use super::Session;
use crate::{
    model::DocumentId,
    suggest::{Care, Recollection, Suggestion},
};
use std::sync::Arc;

impl Session {
    /// The open suggestions of an article: sorted by place, without overlaps. Empty while none have been made yet.
    pub fn open_suggestions(&mut self, document: DocumentId) -> Arc<Vec<Suggestion>> {
        self.suggesting.open(&self.project, document)
    }

    /// The same, made here and now where the background has not come to it yet: for work without a window.
    pub fn open_suggestions_now(&mut self, document: DocumentId) -> Arc<Vec<Suggestion>> {
        self.suggesting.make_now(&self.project, document, &self.memory);
        self.suggesting.open(&self.project, document)
    }

    /// What is known of every mark of an article after what was decided, for fitting how much each thing counts.
    pub fn recollections_now(&self, document: DocumentId) -> Vec<Recollection> {
        self.suggesting.recollections(&self.project, document, &self.memory)
    }

    /// Whether suggestions for the article are being made, or made again.
    pub fn is_suggesting(&self, document: DocumentId) -> bool {
        self.suggesting.is_pending(document)
    }

    /// With how much care articles are read from now on: with all that there is, unless this says otherwise.
    pub fn set_care(&mut self, care: Care) {
        self.suggesting.set_care(care, &self.project, &self.memory);
    }

    /// Suggestions of this article come before all others.
    pub fn prefer(&mut self, document: DocumentId) {
        self.suggesting.prefer(&self.project, document, &self.memory);
    }
}
