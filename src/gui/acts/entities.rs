//! What is done to what marks mean: facts about an entity, metonyms.

use super::super::{
    app::App,
    windows::{EntityDraft, Overlay},
};
use crate::{
    model::{Command, EntityId},
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
}
