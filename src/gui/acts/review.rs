//! Going through suggestions: next, accept, reject.

use super::super::{
    app::App,
    desk::Tab,
    windows::{AcceptAll, Overlay},
};
use crate::{
    model::{DocumentId, Transaction},
    session::RejectReach,
    view::{MarkId, SuggestionKey, SuggestionOrder, next_mark, suggestion_groups},
    words::{retold, say},
};

impl App {
    /// The suggestion under review.
    fn current_suggestion(&self) -> Option<SuggestionKey> {
        match self.desk.current {
            Some(MarkId::Suggestion(key)) => Some(key),
            _ => None,
        }
    }

    /// Goes to the next suggestion, or the one before; why it is suggested stands in its list.
    pub(super) fn review(&mut self, forward: bool) {
        self.desk.tab = Tab::Suggestions;
        self.next_suggestion(forward);
    }

    /// Goes to the next open suggestion of the article, or to that of the next article that has one.
    pub(super) fn next_suggestion(&mut self, forward: bool) {
        let Some(document) = self.desk.document else {
            return;
        };
        let from = self.place(forward);
        match self.suggestion_from(document, from, forward) {
            Some(key) => self.go_to(MarkId::Suggestion(key)),
            None => self.go_to_other_article(document),
        }
    }

    fn go_to_other_article(&mut self, document: DocumentId) {
        let documents: Vec<DocumentId> = self.session.project().document_ids().collect();
        let here = documents.iter().position(|id| *id == document).unwrap_or(0);
        let others = documents.iter().cycle().skip(here + 1).take(documents.len().saturating_sub(1)).copied();
        for other in others {
            if !self.session.open_suggestions(other).is_empty() {
                self.show_document(other);
                self.next_suggestion(true);
                return;
            }
        }
        self.desk.current = None;
        let more_to_come = documents.iter().any(|id| self.session.is_suggesting(*id));
        self.desk.say(if more_to_come {
            say!("suggestions-coming")
        } else {
            say!("every-suggestion-reviewed")
        });
    }

    fn suggestion_from(&mut self, document: DocumentId, from: usize, forward: bool) -> Option<SuggestionKey> {
        let open = self.session.open_suggestions(document);
        let starts = open.iter().map(|suggestion| {
            let (span, label) = (suggestion.span, suggestion.label);
            (span.start(), SuggestionKey { document, span, label })
        });
        next_mark(&starts, from, forward)
    }

    /// The byte from which next and previous are counted. A caret that stands just before a mark means it.
    pub(super) fn place(&mut self, forward: bool) -> usize {
        if let Some(span) = self.desk.current.and_then(|mark| self.span_of(mark)) {
            return span.start() + usize::from(forward);
        }
        self.desk.view().map_or(0, |view| view.caret())
    }

    pub(super) fn accept(&mut self) {
        if let Some(key) = self.current_suggestion() {
            self.accept_these(&[key]);
        }
    }

    pub(super) fn accept_these(&mut self, keys: &[SuggestionKey]) {
        let result = self.session.accept(keys, None);
        let transaction = self.settle(result);
        self.after_review(keys.first().copied(), transaction);
    }

    pub(super) fn accept_entity(&mut self) {
        if let Some(key) = self.current_suggestion() {
            let result = self.session.accept_entity(key);
            let transaction = self.settle(result);
            self.after_review(Some(key), transaction);
        }
    }

    /// Every open suggestion of the article with the same words and label.
    pub(super) fn accept_name(&mut self) {
        let Some(key) = self.current_suggestion() else {
            return;
        };
        let open = self.session.open_suggestions(key.document);
        let Some(text) = self.session.project().document(key.document).map(|document| document.text.clone())
        else {
            return;
        };
        let words = text.slice(key.span);
        let same = open.iter().filter(|other| other.label == key.label && text.slice(other.span) == words);
        let keys: Vec<SuggestionKey> = same.map(|other| SuggestionKey { span: other.span, ..key }).collect();
        self.accept_these(&keys);
    }

    /// Shows everything that would be accepted.
    pub(super) fn offer_all(&mut self) {
        let Some(document) = self.desk.document else {
            return;
        };
        let open = self.session.open_suggestions(document);
        let Some(document) = self.session.project().document(document).filter(|_| !open.is_empty()) else {
            self.desk.say(say!("nothing-to-accept"));
            return;
        };
        let groups = suggestion_groups(document, &open, SuggestionOrder::ByEntity);
        self.desk.overlay = Some(Overlay::AcceptAll(AcceptAll::new(groups)));
    }

    pub(super) fn accept_all_these(&mut self, keys: &[SuggestionKey]) {
        let result = self.session.accept(keys, None);
        if let Some(transaction) = self.settle(result) {
            self.desk.current = None;
            self.desk.say(say!("accepted-all", step = retold(&transaction.name)));
        }
    }

    pub(super) fn reject(&mut self, reach: RejectReach) {
        match self.desk.current {
            Some(MarkId::Suggestion(key)) => {
                let result = self.session.reject(&[key], reach);
                let transaction = self.settle(result);
                self.after_review(Some(key), transaction);
            }
            Some(MarkId::Mention(_)) => self.delete_mark(),
            None => {}
        }
    }

    pub(super) fn reject_these(&mut self, keys: &[SuggestionKey]) {
        let result = self.session.reject(keys, RejectReach::Here);
        let transaction = self.settle(result);
        self.after_review(keys.first().copied(), transaction);
    }

    /// After a decision: on to the next suggestion, and a word where more than one mark changed.
    fn after_review(&mut self, key: Option<SuggestionKey>, transaction: Option<Transaction>) {
        let Some(transaction) = transaction else {
            return;
        };
        if transaction.created_mentions().count() > 1 {
            self.desk.say(retold(&transaction.name));
        }
        let Some(key) = key else {
            return;
        };
        if let Some(next) = self.suggestion_from(key.document, key.span.start() + 1, true) {
            self.go_to(MarkId::Suggestion(next));
        } else {
            self.desk.current = None;
            self.desk.say(say!("article-reviewed"));
        }
    }
}
