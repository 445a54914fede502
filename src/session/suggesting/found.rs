//! What is known of the suggestions of one article.

use crate::{
    model::{DocumentId, Project},
    session::Shown,
    suggest::{Suggestion, open_suggestions},
};
use std::sync::Arc;

/// The suggestions of an article.
#[derive(Clone, Debug)]
pub(super) struct Made {
    suggestions: Arc<Vec<Suggestion>>,
    is_whole: bool,
}

impl Made {
    /// All of them: those that are decided already are there at once when a decision is taken back.
    pub(super) fn whole(suggestions: Vec<Suggestion>) -> Self {
        Self { suggestions: Arc::new(suggestions), is_whole: true }
    }

    /// Only those that are open now, for an article at which nobody looks: in a large project most are decided.
    pub(super) fn open(project: &Project, document: DocumentId, suggestions: &[Suggestion]) -> Self {
        let mut open = open_suggestions(project, document, suggestions);
        open.shrink_to_fit();
        let is_whole = open.len() == suggestions.len();
        Self { suggestions: Arc::new(open), is_whole }
    }
}

/// What is known for one article.
#[derive(Default)]
pub(super) struct Found {
    /// `None` until the first answer.
    made: Option<Made>,
    /// `None` when marks, rejections or suggestions have changed since it was worked out.
    open: Option<Arc<Vec<Suggestion>>>,
    /// How many are open beside those that are shown.
    hidden: usize,
    /// The number of the newest request; 0 for none.
    pub asked: u64,
    /// The number of the request that was answered.
    answered: u64,
    /// The count of what teaches at the newest request.
    pub lessons: u64,
}

impl Found {
    /// Takes in the answer to the request of this number.
    pub(super) fn answer(&mut self, made: Option<Made>, number: u64) {
        self.made = made;
        self.answered = number;
        self.forget_open();
    }

    /// What is open may be another.
    pub(super) fn forget_open(&mut self) {
        self.open = None;
    }

    /// Whether the newest request was not answered yet.
    pub(super) fn is_waiting(&self) -> bool {
        self.asked != self.answered
    }

    /// Whether nothing is missing that was decided when the suggestions were made.
    pub(super) fn is_whole(&self) -> bool {
        self.made.as_ref().is_none_or(|made| made.is_whole)
    }

    /// Those that are still to be decided, and shown.
    pub(super) fn open(
        &mut self,
        project: &Project,
        document: DocumentId,
        shown: &Shown,
    ) -> Arc<Vec<Suggestion>> {
        if let Some(open) = &self.open {
            return Arc::clone(open);
        }
        let Some(Made { suggestions: all, .. }) = &self.made else {
            return Arc::default();
        };
        let mut open = open_suggestions(project, document, all);
        let count = open.len();
        open.retain(|suggestion| shown.lets_through(suggestion));
        self.hidden = count - open.len();
        let open = if open.len() == all.len() { Arc::clone(all) } else { Arc::new(open) };
        Arc::clone(self.open.insert(open))
    }

    /// How many are not shown of those that were open when [`Self::open`] was asked last.
    pub(super) fn hidden(&self) -> usize {
        self.hidden
    }
}
