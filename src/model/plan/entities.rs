//! Merging, splitting and naming entities.

use super::{Draft, counted, quoted};
use crate::model::{CommandError, Entity, EntityId, Mention, MentionId, Project, Transaction};

impl Project {
    /// The first stays, with its label; its name, if it has none, and the notes of all are kept.
    pub(super) fn plan_merge_entities(&mut self, ids: &[EntityId]) -> Result<Transaction, CommandError> {
        let (&kept_id, others) = ids.split_first().ok_or(CommandError::NothingToMerge)?;
        let before = self.need_entity(kept_id)?;
        let mut kept = before.clone();
        let mut draft = Draft::default();
        for id in others {
            let other = self.need_entity(*id)?;
            if *id == kept_id || draft.entities.contains_key(id) {
                continue;
            }
            kept.name = kept.name.or_else(|| other.name.clone());
            kept.note = [kept.note.as_str(), &other.note]
                .into_iter()
                .filter(|note| !note.is_empty())
                .collect::<Vec<_>>()
                .join("\n");
            draft.change_entity(Some(other), None);
            for mention in self.mentions_of_entity(*id) {
                draft.change_mention(mention, Some(Mention { entity: Some(kept_id), ..mention.clone() }));
            }
        }
        if draft.entities.is_empty() {
            return Err(CommandError::NothingToMerge);
        }
        let name = format!(
            "Merge {} into {}",
            if draft.entities.len() == 1 {
                "1 entity".to_owned()
            } else {
                format!("{} entities", draft.entities.len())
            },
            quoted(self.entity_name(kept_id))
        );
        draft.change_entity(Some(before), Some(kept));
        Ok(draft.finish(self, name))
    }

    pub(super) fn plan_split_entity(
        &mut self,
        entity: EntityId,
        mentions: &[MentionId],
    ) -> Result<Transaction, CommandError> {
        let label = self.need_entity(entity)?.label;
        let id = EntityId::fresh(&mut self.ids);
        let mut draft = Draft::default();
        draft.change_entity(None, Some(Entity { id, label, name: None, note: String::new() }));
        for mention in mentions {
            let before = self.need_mention(*mention)?;
            if before.entity != Some(entity) {
                return Err(CommandError::NotOfEntity(*mention, entity));
            }
            draft.change_mention(before, Some(Mention { entity: Some(id), ..before.clone() }));
        }
        if mentions.is_empty() {
            return Ok(Transaction { name: "Split".to_owned(), changes: Vec::new() });
        }
        let name =
            format!("Split {} from {}", counted(mentions.len(), "mention"), quoted(self.entity_name(entity)));
        Ok(draft.finish(self, name))
    }

    pub(super) fn plan_rename_entity(
        &mut self,
        id: EntityId,
        name: &str,
    ) -> Result<Transaction, CommandError> {
        let before = self.need_entity(id)?;
        let name = name.trim();
        let after = Entity { name: (!name.is_empty()).then(|| name.to_owned()), ..before.clone() };
        // Without a name, note or mention nothing is left of it.
        let stays = !after.is_plain() || self.mentions_of_entity(id).next().is_some();
        let step = format!("Rename {} to {}", quoted(self.entity_name(id)), quoted(name));
        let mut draft = Draft::default();
        draft.change_entity(Some(before), stays.then_some(after));
        Ok(draft.finish(self, step))
    }
}
