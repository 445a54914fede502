//! Marking by hand, and changing marks.

use super::super::{
    app::App,
    desk::{Centre, Draft, Focus, Tab},
};
use crate::{
    model::{
        Change, Command, Conflict, DocumentId, EntityId, LabelId, MentionId, Pick, Provenance, Reach,
        Transaction,
    },
    text::{Span, word_at, word_left, word_right},
    view::{MarkId, next_mark},
    words::{retold, say},
};

/// An end of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Start,
    End,
}

impl App {
    /// The words that a mark lies on.
    pub(super) fn span_of(&self, mark: MarkId) -> Option<Span> {
        match mark {
            MarkId::Mention(id) => self.session.project().mention(id).map(|mention| mention.span),
            MarkId::Suggestion(key) => Some(key.span),
        }
    }

    /// Makes a mark the current one.
    pub(super) fn select(&mut self, mark: MarkId) {
        self.desk.current = Some(mark);
        self.desk.relation = None;
    }

    /// Selects a mark and brings it into view, in whichever article it is.
    pub(super) fn go_to(&mut self, mark: MarkId) {
        let document = match mark {
            MarkId::Mention(id) => self.session.project().mention(id).map(|mention| mention.document),
            MarkId::Suggestion(key) => Some(key.document),
        };
        let (Some(document), Some(span)) = (document, self.span_of(mark)) else {
            return;
        };
        self.show_document(document);
        self.select(mark);
        if let Some(view) = self.desk.view() {
            view.clear_selection();
            view.set_caret(span.start(), false);
            view.scroll_to(span.range());
        }
    }

    /// The selected words without white space at their ends; else the word at the caret, if nothing is current.
    fn selected_span(&mut self) -> Option<(DocumentId, Span)> {
        let document = self.desk.document?;
        let text = self.session.project().document(document)?.text.clone();
        let has_current = self.desk.current.is_some();
        let view = self.desk.view()?;
        match view.selection() {
            Some(range) => text.span(range.start, range.end).ok().and_then(|span| text.trim(span)),
            None if has_current => None,
            None => word_at(&text, view.caret()).and_then(|span| text.trim(span)),
        }
        // Signs alone are nothing that could be meant.
        .filter(|span| text.slice(*span).contains(char::is_alphanumeric))
        .map(|span| (document, span))
    }

    /// A label was chosen by key or click: for the selection, else for the current mark, else for the word at the caret.
    pub(super) fn apply_label(&mut self, label: LabelId) {
        self.desk.last_label = Some(label);
        let has_selection = self.desk.view().is_some_and(|view| view.selection().is_some());
        if self.desk.sticky.is_some() {
            self.desk.sticky = Some(label);
            if !has_selection && self.desk.current.is_none() {
                return;
            }
        }
        if let Some((document, span)) = self.selected_span() {
            self.tag(document, span, label);
            return;
        }
        match self.desk.current {
            Some(MarkId::Suggestion(key)) => {
                let result = self.session.accept(&[key], Some(label));
                if self.settle(result).is_some() {
                    self.next_suggestion(true);
                }
            }
            Some(MarkId::Mention(id)) => self.dispatch(Command::Relabel { mentions: vec![id], label }),
            None => self.desk.say(say!("select-words-first")),
        }
    }

    fn tag(&mut self, document: DocumentId, span: Span, label: LabelId) {
        let pick = Pick { document, span, label, entity_name: None, provenance: Provenance::ByHand };
        let result = self.session.dispatch(Command::Mark(vec![pick]));
        match self.settle(result) {
            Some(transaction) => self.select_created(&transaction, span),
            None if self.desk.message.is_none() => self.desk.say(say!("carry-already")),
            None => {}
        }
    }

    fn select_created(&mut self, transaction: &Transaction, span: Span) {
        self.desk.current = transaction.created_mentions().next().map(|mention| MarkId::Mention(mention.id));
        if let Some(view) = self.desk.view() {
            view.clear_selection();
            view.set_caret(span.end(), false);
        }
    }

    pub(super) fn selection_made(&mut self) {
        if let Some(label) = self.desk.sticky
            && let Some((document, span)) = self.selected_span()
        {
            self.tag(document, span, label);
        } else {
            self.desk.current = None;
        }
    }

    pub(super) fn toggle_sticky(&mut self, label: LabelId) {
        self.desk.sticky = (self.desk.sticky != Some(label)).then_some(label);
        self.desk.last_label = Some(label);
    }

    pub(super) fn toggle_last_sticky(&mut self) {
        let first = self.session.project().schema().labels().next().map(|(id, _)| id);
        if self.desk.sticky.take().is_none() {
            self.desk.sticky = self.desk.last_label.or(first);
        }
    }

    pub(super) fn delete_mark(&mut self) {
        if let Some(relation) = self.selected_relation() {
            self.dispatch(Command::DeleteRelations(vec![relation]));
            return;
        }
        match self.desk.current {
            Some(MarkId::Mention(id)) => {
                self.desk.current = None;
                self.dispatch(Command::Delete(vec![id]));
            }
            Some(MarkId::Suggestion(_)) => self.reject(crate::session::RejectReach::Here),
            None => {}
        }
    }

    pub(super) fn edit_note(&mut self) {
        if let Some(MarkId::Mention(id)) = self.desk.current
            && let Some(mention) = self.session.project().mention(id)
        {
            self.desk.note_draft = Some(Draft { id, text: mention.note.to_string() });
            self.desk.tab = Tab::Mentions;
            self.desk.focus = Some(Focus::Note);
        } else {
            self.desk.say(say!("select-mark-for-note"));
        }
    }

    /// The current mark, or the selection with the label that was used last, and every same name.
    pub(super) fn tag_all(&mut self, reach: Reach) {
        let project = self.session.project();
        let wish = match self.desk.current {
            Some(MarkId::Mention(id)) => project.mention(id).map(|m| (m.document, m.span, m.label)),
            Some(MarkId::Suggestion(key)) => Some((key.document, key.span, key.label)),
            None => None,
        };
        let Some((document, span, label)) = wish else {
            self.desk.say(say!("select-mark-for-all"));
            return;
        };
        let result = self.session.dispatch(Command::TagAll { document, span, label, reach });
        match self.settle(result) {
            Some(transaction) => {
                let count = transaction.created_mentions().count();
                self.desk.say(say!("step-count-new", step = retold(&transaction.name), count = count));
            }
            None => self.desk.say(say!("all-marked-already")),
        }
    }

    /// Moves an end of the current mark by a word. A suggestion is accepted with its new ends.
    pub(super) fn resize(&mut self, end: End, grow: bool) {
        let Some((mark, span)) = self.desk.current.and_then(|mark| Some((mark, self.span_of(mark)?))) else {
            return;
        };
        let document = self.desk.document.and_then(|id| self.session.project().document(id));
        let Some((document, resized)) = document.and_then(|d| Some((d.id, moved(&d.text, span, end, grow)?)))
        else {
            return;
        };
        match mark {
            MarkId::Mention(mention) => self.dispatch(Command::Resize { mention, span: resized }),
            MarkId::Suggestion(key) => {
                let Some(suggestion) = self.session.suggestion(key) else {
                    return;
                };
                let provenance = suggestion.provenance();
                let pick = Pick { document, span: resized, label: key.label, entity_name: None, provenance };
                let result = self.session.dispatch(Command::Mark(vec![pick]));
                if let Some(transaction) = self.settle(result) {
                    self.select_created(&transaction, resized);
                }
            }
        }
    }

    pub(super) fn next_mention(&mut self, forward: bool) {
        let Some(document) = self.desk.document else {
            return;
        };
        let from = self.place(forward);
        // Marks that start alike are told apart by going on from the current one in its list.
        let starts =
            self.session.project().mentions_of(document).map(|mention| (mention.span.start(), mention.id));
        let starts: Vec<(usize, MentionId)> = starts.collect();
        let here = match self.desk.current {
            Some(MarkId::Mention(id)) => starts.iter().position(|(_, other)| *other == id),
            _ => None,
        };
        let step = |here: usize| if forward { here + 1 } else { (here + starts.len()).saturating_sub(1) };
        let next = match here {
            Some(here) => starts.get(step(here) % starts.len().max(1)).map(|(_, id)| *id),
            None => next_mark(&starts.iter().copied(), from, forward),
        };
        match next {
            Some(id) => self.go_to(MarkId::Mention(id)),
            None => self.desk.say(say!("article-has-no-marks")),
        }
    }

    pub(super) fn merge_entities(&mut self, entities: Vec<EntityId>) {
        self.desk.ticked_entities.clear();
        self.dispatch(Command::MergeEntities(entities));
    }

    /// Makes an entity of its own of one mention.
    pub(super) fn split_mention(&mut self, mention: MentionId) {
        let entity = self.session.project().mention(mention).and_then(|mention| mention.entity);
        if let Some(entity) = entity {
            self.dispatch(Command::SplitEntity { entity, mentions: vec![mention] });
        }
    }

    pub(super) fn undo(&mut self) {
        let result = self.session.undo();
        self.after_step_back(result);
    }

    pub(super) fn redo(&mut self) {
        let result = self.session.redo();
        self.after_step_back(result);
    }

    /// Shows where an undone or redone step took place.
    fn after_step_back(&mut self, result: Result<Option<Transaction>, Conflict>) {
        let Some(transaction) = result.transpose().and_then(|result| self.settle(result)) else {
            return;
        };
        self.drop_stale();
        if self.desk.centre == Centre::Labels && transaction.schema_after().is_some() {
            return;
        }
        let places = transaction.changes.iter().filter_map(|change| match change {
            Change::Mention { before, after, .. } => {
                after.as_ref().or(before.as_ref()).map(|mention| (mention.document, mention.span))
            }
            _ => None,
        });
        let here = self.desk.document;
        let in_view = self.desk.view().map(|view| view.visible_bytes()).unwrap_or_default();
        let is_there =
            |(document, _): &(DocumentId, Span)| self.session.project().document(*document).is_some();
        let places: Vec<(DocumentId, Span)> = places.filter(is_there).collect();
        // Where something of it is in view, the words stay where they are; else the first of it comes.
        if places.iter().any(|(document, span)| Some(*document) == here && in_view.contains(&span.start())) {
            return;
        }
        let first = places.iter().min_by_key(|(document, span)| (Some(*document) != here, span.start()));
        if let Some((document, span)) = first.copied() {
            self.show_document(document);
            if let Some(view) = self.desk.view() {
                view.scroll_to(span.range());
            }
        }
    }

    pub(super) fn select_all(&mut self) {
        let bytes = self
            .desk
            .document
            .and_then(|id| self.session.project().document(id))
            .map(|d| d.text.byte_count());
        if let (Some(bytes), Some(view)) = (bytes, self.desk.view()) {
            view.select(0..bytes);
        }
    }

    pub(super) fn copy(&mut self, ctx: &egui::Context) {
        let document = self.desk.document.and_then(|id| self.session.project().document(id));
        let Some(text) = document.map(|document| document.text.clone()) else {
            return;
        };
        let current = self.desk.current.and_then(|mark| self.span_of(mark)).map(Span::range);
        let range = self.desk.view().and_then(|view| view.selection()).or(current);
        if let Some(range) = range {
            ctx.copy_text(text.get(range).to_owned());
        }
    }
}

/// The span with one end moved by a word; `None` where there is no room or nothing would be left.
fn moved(text: &crate::text::Text, span: Span, end: End, grow: bool) -> Option<Span> {
    let (start, stop) = match (end, grow) {
        (End::End, true) => (span.start(), word_right(text, span.end())),
        // Back to the start of the last word; trimming then takes the space before it away.
        (End::End, false) => (span.start(), word_left(text, span.end())),
        (End::Start, true) => (word_left(text, span.start()), span.end()),
        (End::Start, false) => (word_right(text, span.start()), span.end()),
    };
    text.span(start, stop).ok().and_then(|resized| text.trim(resized)).filter(|resized| *resized != span)
}
