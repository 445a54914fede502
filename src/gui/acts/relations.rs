//! Relating two marks: the first is held, the next one ends it, then the type is chosen.

use super::super::{
    app::App,
    desk::Tab,
    windows::{Overlay, RelateChoice, RelationDraft},
};
use crate::{
    model::{Command, MentionId, NewRelation, RelationId},
    view::MarkId,
    words::say,
};

impl App {
    /// Whether a mark other than the one that is held is selected.
    pub(super) fn can_end_relating(&self) -> bool {
        let current = self.desk.current;
        self.desk.relating.is_some_and(|from| matches!(current, Some(MarkId::Mention(id)) if id != from))
    }

    /// Holds the selected mark; where one is held already, ties it to the selected one.
    pub(super) fn relate(&mut self) {
        let Some(MarkId::Mention(current)) = self.desk.current else {
            self.desk.say(say!("relate-select-first"));
            return;
        };
        if self.can_end_relating() {
            self.end_relating(MarkId::Mention(current));
        } else {
            self.desk.relating = Some(current);
            self.desk.say(say!("relate-to-which"));
        }
    }

    /// A mark was selected: where one is held, the types that may tie the two are offered.
    pub(super) fn end_relating(&mut self, mark: MarkId) {
        let (Some(from), MarkId::Mention(to)) = (self.desk.relating, mark) else {
            return;
        };
        if from == to {
            return;
        }
        let choice = RelateChoice::new(self.session.project(), from, to);
        if choice.is_empty() {
            self.desk.say(say!("relate-none-fits"));
        } else {
            self.desk.overlay = Some(Overlay::Relate(choice));
        }
    }

    pub(super) fn relate_as(&mut self, new: NewRelation) {
        self.desk.overlay = None;
        self.desk.relating = None;
        self.dispatch(Command::Relate(new));
    }

    /// Lets go of the mark that is held; whether one was.
    pub(super) fn stop_relating(&mut self) -> bool {
        let was_held = self.desk.relating.take().is_some();
        if was_held {
            self.desk.overlay.take_if(|overlay| matches!(overlay, Overlay::Relate(_)));
            self.desk.message.take_if(|message| !message.is_problem);
        }
        was_held
    }

    /// Selects a relation in the list and shows the mark that it goes out from.
    pub(super) fn go_to_relation(&mut self, relation: RelationId) {
        let from: Option<MentionId> = self.session.project().relation(relation).map(|one| one.from);
        if let Some(from) = from {
            self.go_to(MarkId::Mention(from));
            self.desk.relation = Some(relation);
        }
    }

    pub(super) fn edit_relation(&mut self) {
        if let Some(relation) = self.selected_relation() {
            self.show_relation(relation);
        }
    }

    /// Shows a relation to be corrected.
    pub(super) fn show_relation(&mut self, relation: RelationId) {
        let document = self.session.project().relation(relation).map(|one| one.document);
        let dates = document.and_then(|document| self.session.dates(document));
        let draft = RelationDraft::new(self.session.project(), relation, dates.as_deref());
        self.desk.overlay = draft.map(|draft| Overlay::Relation(Box::new(draft)));
    }

    /// Lets a relation go the other way, and shows it so.
    pub(super) fn turn_relation(&mut self, relation: RelationId) {
        self.dispatch(Command::ReverseRelation(relation));
        self.show_relation(relation);
    }

    /// The relation that is selected in the list in view.
    pub(super) fn selected_relation(&self) -> Option<RelationId> {
        let relation = self.desk.relation.filter(|_| self.desk.tab == Tab::Relations);
        relation.filter(|id| self.session.project().relation(*id).is_some())
    }
}
