//! Merging, splitting and naming entities, what is known about them, and which mentions are theirs.

use super::{Draft, counted, quoted};
use crate::model::{CommandError, Entity, EntityFacts, EntityId, Mention, MentionId, Project, Transaction};
use std::collections::BTreeSet;

impl Project {
    /// The first stays, with its label; its name, if it has none, and what is known of all are kept.
    pub(super) fn plan_merge_entities(&mut self, ids: &[EntityId]) -> Result<Transaction, CommandError> {
        let (&kept_id, others) = ids.split_first().ok_or(CommandError::NothingToMerge)?;
        let before = self.need_entity(kept_id)?;
        let mut kept = before.clone();
        let mut draft = Draft::default();
        for id in others {
            let other = self.need_entity(*id)?;
            if other.label != kept.label && kept.name.is_none() {
                // A name found among all mentions might be that of a thing of the other label.
                kept.name = given_name(self.entity_name(kept_id));
            }
            if *id == kept_id || draft.is_going(*id) {
                continue;
            }
            take_over(&mut kept, other);
            draft.merge_entity(other, kept_id);
            for mention in self.mentions_of_entity(*id) {
                draft.change_mention(mention, Some(Mention { entity: Some(kept_id), ..mention.clone() }));
            }
        }
        let what = match draft.merged_count() {
            0 => return Err(CommandError::NothingToMerge),
            1 => "1 entity".to_owned(),
            several => format!("{several} entities"),
        };
        let name = format!("Merge {what} into {}", quoted(self.entity_name(kept_id)));
        draft.change_entity(before, kept);
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
        draft.create_entity(Entity::new(id, label, None));
        for mention in mentions {
            let before = self.need_mention(*mention)?;
            if before.entity != Some(entity) {
                return Err(CommandError::NotOfEntity(*mention, entity));
            }
            draft.change_mention(before, Some(Mention { entity: Some(id), ..before.clone() }));
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
        let after = Entity { name: given_name(name), ..before.clone() };
        let step = format!("Rename {} to {}", quoted(self.entity_name(id)), quoted(name.trim()));
        let mut draft = Draft::default();
        draft.change_entity(before, after);
        Ok(draft.finish(self, step))
    }

    pub(super) fn plan_set_entity(
        &mut self,
        id: EntityId,
        facts: EntityFacts,
    ) -> Result<Transaction, CommandError> {
        let before = self.need_entity(id)?;
        let facts = facts.tidy().map_err(|what| CommandError::BadFact(id, what))?;
        let after = Entity { facts, ..before.clone() };
        for organisation in after.organisations() {
            self.need_entity(organisation)?;
            if organisation == id {
                let what = "it cannot hold a role with itself".to_owned();
                return Err(CommandError::BadFact(id, what));
            }
        }
        let step = format!("Correct the facts of {}", quoted(self.entity_name(id)));
        let mut draft = Draft::default();
        draft.change_entity(before, after);
        Ok(draft.finish(self, step))
    }

    pub(super) fn plan_move_mentions(
        &mut self,
        ids: &[MentionId],
        entity: EntityId,
    ) -> Result<Transaction, CommandError> {
        let label = self.need_entity(entity)?.label;
        let mut draft = Draft::default();
        for id in ids {
            let before = self.need_mention(*id)?;
            if before.entity == Some(entity) {
                continue;
            }
            if before.label != label && !before.is_metonym {
                return Err(CommandError::OtherLabel(*id, entity));
            }
            draft.change_mention(before, Some(Mention { entity: Some(entity), ..before.clone() }));
        }
        let name = format!("Move {} to {}", self.name_of_mentions(ids), quoted(self.entity_name(entity)));
        Ok(draft.finish(self, name))
    }

    pub(super) fn plan_set_metonym(
        &mut self,
        ids: &[MentionId],
        is_metonym: bool,
    ) -> Result<Transaction, CommandError> {
        let mut draft = Draft::default();
        for id in ids.iter().copied().collect::<BTreeSet<_>>() {
            let before = self.need_mention(id)?.clone();
            if before.is_metonym == is_metonym {
                continue;
            }
            let meant = before.entity.and_then(|id| self.entity(id));
            let stays = is_metonym || meant.is_none_or(|entity| entity.label == before.label);
            let entity =
                if stays { before.entity } else { Some(draft.entity_of(self, &before, before.label)) };
            draft.change_mention(&before, Some(Mention { entity, is_metonym, ..before.clone() }));
        }
        let what = if is_metonym { "a metonym" } else { "itself" };
        Ok(draft.finish(self, format!("Take {} for {what}", self.name_of_mentions(ids))))
    }
}

/// A name that is given to an entity; none without words.
fn given_name(name: &str) -> Option<String> {
    Some(name.trim()).filter(|name| !name.is_empty()).map(str::to_owned)
}

/// Adds to an entity what is known about one that is merged into it. Where both cannot be, the note keeps the other.
fn take_over(kept: &mut Entity, other: &Entity) {
    let alias = other.name.as_ref().filter(|name| kept.name.as_ref().is_some_and(|own| own != *name));
    let aliases = alias.into_iter().chain(&other.facts.aliases);
    let facts = &mut kept.facts;
    for alias in aliases.filter_map(|alias| crate::model::KnownName::tidy(alias)) {
        if !facts.aliases.contains(&alias) {
            facts.aliases.push(alias);
        }
    }
    kept.name = kept.name.take().or_else(|| other.name.clone());
    let mut notes = vec![std::mem::take(&mut facts.note), other.facts.note.clone()];
    if facts.country.is_empty() {
        facts.country.clone_from(&other.facts.country);
    } else if facts.country != other.facts.country {
        notes.push(other.facts.country.clone());
    }
    for (collection, id) in &other.facts.ids {
        let own = facts.ids.entry(collection.clone()).or_insert_with(|| id.clone());
        if own != id {
            notes.push(format!("{collection}: {id}"));
        }
    }
    for role in &other.facts.roles {
        if !facts.roles.contains(role) {
            facts.roles.push(role.clone());
        }
    }
    notes.retain(|note| !note.is_empty());
    facts.note = notes.join("\n");
}
