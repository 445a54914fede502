//! What is done to what marks mean: facts about an entity, metonyms, dates.

use super::super::{
    app::App,
    windows::{DateDraft, EntityDraft, Overlay},
};
use crate::{
    model::{Command, EntityId, Mention},
    view::MarkId,
};

impl App {
    /// The entity of the selected mark, else the one that is unfolded in the list.
    pub(super) fn entity_at_hand(&self) -> Option<EntityId> {
        let project = self.session.project();
        match self.desk.current {
            Some(MarkId::Mention(id)) => project.mention(id)?.entity,
            Some(MarkId::Suggestion(_)) | None => self.desk.open_entity,
        }
        .filter(|entity| project.entity(*entity).is_some())
    }

    pub(super) fn entity_facts(&mut self) {
        if let Some(entity) = self.entity_at_hand() {
            self.show_entity_facts(entity);
        }
    }

    pub(super) fn show_entity_facts(&mut self, entity: EntityId) {
        let draft = EntityDraft::new(self.session.project(), entity);
        self.desk.overlay = draft.map(|draft| Overlay::Entity(Box::new(draft)));
    }

    /// Whether the selected mark names one thing and means another.
    pub(in crate::gui) fn is_metonym(&self) -> bool {
        matches!(self.desk.current, Some(MarkId::Mention(id))
            if self.session.project().mention(id).is_some_and(|mention| mention.is_metonym))
    }

    pub(super) fn toggle_metonym(&mut self) {
        let is_metonym = !self.is_metonym();
        if let Some(MarkId::Mention(id)) = self.desk.current {
            self.dispatch(Command::SetMetonym { mentions: vec![id], is_metonym });
        }
    }

    /// The selected mark, if it is a date.
    pub(super) fn date_at_hand(&self) -> Option<&Mention> {
        let project = self.session.project();
        let Some(MarkId::Mention(id)) = self.desk.current else {
            return None;
        };
        project.mention(id).filter(|mention| project.schema().is_for_dates(mention.label))
    }

    /// Asks what the selected date means; what is known of it stands in the field.
    pub(super) fn set_date(&mut self) {
        let Some(mention) = self.date_at_hand().cloned() else {
            return;
        };
        let dates = self.session.dates(mention.document);
        let resolved = dates.as_ref().and_then(|dates| dates.of_mention(&mention));
        let value = resolved.and_then(|resolved| resolved.value.clone());
        self.desk.overlay = DateDraft::new(self.session.project(), mention.id, value).map(Overlay::Date);
    }
}
