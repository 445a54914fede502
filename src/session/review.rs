//! Deciding suggestions: from what was picked to the commands that do it.

use super::Session;
use crate::{
    model::{
        Command, CommandError, DocumentId, LabelId, NameKey, Pick, Provenance, RejectionScope, Transaction,
    },
    suggest::{Suggestion, SuggestionKey},
};

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
        let found =
            keys.iter().filter_map(|key| self.suggestion(*key).map(|suggestion| (key.document, suggestion)));
        let picks = found.map(|(document, suggestion)| pick(document, &suggestion, as_label)).collect();
        self.dispatch(Command::Mark(picks))
    }

    /// Accepts every open suggestion of the project that means what this one means, as one step: the same label and
    /// the same entity name.
    ///
    /// # Errors
    /// As for [`Session::dispatch`].
    pub fn accept_entity(&mut self, key: SuggestionKey) -> Result<Transaction, CommandError> {
        let Some(meant) = self.suggestion(key) else {
            return self.dispatch(Command::Mark(Vec::new()));
        };
        let name = NameKey::new(&meant.entity);
        let documents: Vec<DocumentId> = self.project().documents().map(|document| document.id).collect();
        let mut picks = Vec::new();
        for document in documents {
            let open = self.open_suggestions(document);
            let same = open.iter().filter(|s| s.label == meant.label && NameKey::new(&s.entity) == name);
            picks.extend(same.map(|suggestion| pick(document, suggestion, None)));
        }
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

fn pick(document: DocumentId, suggestion: &Suggestion, as_label: Option<LabelId>) -> Pick {
    Pick {
        document,
        span: suggestion.span,
        label: as_label.unwrap_or(suggestion.label),
        entity_name: as_label.is_none().then(|| suggestion.entity.to_string()),
        provenance: Provenance::Accepted { suggester: suggestion.source.into(), score: suggestion.score },
    }
}
