//! Deciding suggestions: from what was picked to the commands that do it.

use super::Session;
use crate::{
    model::{Command, CommandError, Document, LabelId, NameKey, Pick, RejectionScope, Transaction},
    suggest::{Suggestion, SuggestionKey},
};
use std::sync::Arc;

/// How far a rejection reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RejectReach {
    Here,
    Article,
    Project,
}

impl Session {
    /// The open suggestion of this name.
    pub fn suggestion(&mut self, key: SuggestionKey) -> Option<Suggestion> {
        // Sorted by place without overlaps: no two have the same span.
        let open = self.open_suggestions(key.document);
        let index = open.binary_search_by_key(&key.span, |suggestion| suggestion.span).ok()?;
        open.get(index).filter(|suggestion| suggestion.label == key.label).cloned()
    }

    /// Accepts suggestions as one step, with another label if one is given. Those no longer open are passed over.
    ///
    /// # Errors
    /// As for [`Session::dispatch`].
    pub fn accept(
        &mut self,
        keys: &[SuggestionKey],
        as_label: Option<LabelId>,
    ) -> Result<Transaction, CommandError> {
        let mut picks = Vec::with_capacity(keys.len());
        for key in keys {
            let found = self.suggestion(*key).zip(self.project().document(key.document));
            picks.extend(found.map(|(suggestion, document)| pick(document, &suggestion, as_label)));
        }
        self.dispatch(Command::Mark(picks))
    }

    /// Accepts every open suggestion of the project that means what this one means, as one step: the same label and
    /// the same entity name.
    ///
    /// # Errors
    /// As for [`Session::dispatch`].
    pub fn accept_entity(&mut self, key: SuggestionKey) -> Result<Transaction, CommandError> {
        let meant = self.suggestion(key).zip(self.project().document(key.document));
        let Some((meant, document)) = meant else {
            return self.dispatch(Command::Mark(Vec::new()));
        };
        let name = NameKey::new(meant.entity_in(&document.text));
        let project = Arc::clone(&self.project);
        let mut picks = Vec::new();
        for document in project.documents() {
            let named = |suggestion: &&Suggestion| {
                suggestion.label == meant.label && NameKey::new(suggestion.entity_in(&document.text)) == name
            };
            let open = self.open_suggestions(document.id);
            picks.extend(open.iter().filter(named).map(|suggestion| pick(document, suggestion, None)));
        }
        // What is shared with the project would have to be copied to change it.
        drop(project);
        self.dispatch(Command::Mark(picks))
    }

    /// Turns suggestions down as one step.
    ///
    /// # Errors
    /// As for [`Session::dispatch`].
    pub fn reject(
        &mut self,
        keys: &[SuggestionKey],
        reach: RejectReach,
    ) -> Result<Transaction, CommandError> {
        let refusals = keys.iter().filter_map(|key| {
            let document = self.project().document(key.document)?;
            let words = document.text.slice(key.span).to_owned();
            Some((scope(*key, reach), key.label, words))
        });
        let refusals = refusals.collect();
        self.dispatch(Command::Reject(refusals))
    }
}

fn scope(key: SuggestionKey, reach: RejectReach) -> RejectionScope {
    match reach {
        RejectReach::Here => RejectionScope::Here { document: key.document, span: key.span },
        RejectReach::Article => RejectionScope::Article { document: key.document },
        RejectReach::Project => RejectionScope::Project,
    }
}

fn pick(document: &Document, suggestion: &Suggestion, as_label: Option<LabelId>) -> Pick {
    let entity_name = || suggestion.entity_in(&document.text).to_owned();
    Pick {
        document: document.id,
        span: suggestion.span,
        label: as_label.unwrap_or(suggestion.label),
        entity_name: as_label.is_none().then(entity_name),
        provenance: suggestion.provenance(),
    }
}
