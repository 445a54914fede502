//! A transaction in the making: which records change, and what comes and goes with them.
//!
//! Records are collected by id, so that none is named twice. [`Draft::finish`] adds what follows from the rest and
//! puts the changes in an order of which every prefix is sound.

use crate::model::{
    Change, Entity, EntityId, Mention, MentionId, Organisation, Project, Relation, RelationId, Transaction,
};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Default)]
pub(super) struct Draft {
    mentions: BTreeMap<MentionId, (Option<Mention>, Option<Mention>)>,
    entities: BTreeMap<EntityId, (Option<Entity>, Option<Entity>)>,
    relations: BTreeMap<RelationId, (Option<Relation>, Option<Relation>)>,
    /// In the order in which they were created, which is the order of the transaction.
    created: Vec<MentionId>,
    /// What entities that go were merged into.
    successors: BTreeMap<EntityId, EntityId>,
    pub(super) meanings: super::meaning::Meanings,
}

impl Draft {
    pub(super) fn create_mention(&mut self, mention: Mention) {
        self.created.push(mention.id);
        self.mentions.insert(mention.id, (None, Some(mention)));
    }

    pub(super) fn change_mention(&mut self, before: &Mention, after: Option<Mention>) {
        self.mentions.insert(before.id, (Some(before.clone()), after));
    }

    pub(super) fn create_entity(&mut self, entity: Entity) {
        self.entities.insert(entity.id, (None, Some(entity)));
    }

    pub(super) fn change_entity(&mut self, before: &Entity, after: Entity) {
        self.entities.insert(before.id, (Some(before.clone()), Some(after)));
    }

    /// Takes an entity away in favour of another.
    pub(super) fn merge_entity(&mut self, entity: &Entity, into: EntityId) {
        self.entities.insert(entity.id, (Some(entity.clone()), None));
        self.successors.insert(entity.id, into);
    }

    /// Takes an entity away; what is with it is with its name.
    pub(super) fn remove_entity(&mut self, entity: &Entity) {
        self.entities.insert(entity.id, (Some(entity.clone()), None));
    }

    /// How many entities the draft merges into others.
    pub(super) fn merged_count(&self) -> usize {
        self.successors.len()
    }

    pub(super) fn is_going(&self, entity: EntityId) -> bool {
        matches!(self.entities.get(&entity), Some((_, None)))
    }

    pub(super) fn create_relation(&mut self, relation: Relation) {
        self.relations.insert(relation.id, (None, Some(relation)));
    }

    pub(super) fn change_relation(&mut self, before: &Relation, after: Option<Relation>) {
        self.relations.insert(before.id, (Some(before.clone()), after));
    }

    /// A relation goes when one of its mentions goes, unless it ties others from now on.
    fn drop_relations(&mut self, project: &Project) {
        if project.relation_count() == 0 {
            return;
        }
        let going = self.mentions.iter().filter(|(_, (_, after))| after.is_none());
        for (id, relation) in
            going.flat_map(|(id, _)| project.relations_of_mention(*id).map(|one| (*id, one)))
        {
            let after = self.relations.get(&relation.id).map_or(Some(relation), |(_, after)| after.as_ref());
            if after.is_some_and(|after| after.from == id || after.to == id) {
                self.relations.insert(relation.id, (Some(relation.clone()), None));
            }
        }
    }

    /// Lets entities go that say nothing and that no mention points to after this draft; whether there were any.
    fn drop_lonely_entities(&mut self, project: &Project) -> bool {
        let left = self.mentions.values().filter_map(|(before, _)| before.as_ref()?.entity);
        let looked_at: BTreeSet<EntityId> = left.chain(self.entities.keys().copied()).collect();
        let kept: BTreeSet<EntityId> =
            self.mentions.values().filter_map(|(_, after)| after.as_ref()?.entity).collect();
        let mut is_any = false;
        for id in looked_at.difference(&kept) {
            let drafted = self.entities.get(id).map(|(_, after)| after.as_ref());
            let after = drafted.unwrap_or_else(|| project.entity(*id));
            let mut rest = project.mentions_of_entity(*id);
            let is_lonely = rest.all(|mention| self.mentions.contains_key(&mention.id));
            if is_lonely && after.is_some_and(Entity::is_plain) {
                self.entities.insert(*id, (project.entity(*id).cloned(), None));
                is_any = true;
            }
        }
        is_any
    }

    /// Roles that are with an entity that goes are with the one that it was merged into, else with its name.
    fn settle_roles(&mut self, project: &Project) {
        let going: Vec<EntityId> = self.entities.keys().copied().filter(|id| self.is_going(*id)).collect();
        let mut new = BTreeMap::new();
        for id in &going {
            new.insert(*id, (self.successors.get(id).copied(), project.entity_name(*id)));
            for holder in project.entities_with_roles_in(*id).filter_map(|holder| project.entity(holder)) {
                let unchanged = || (Some(holder.clone()), Some(holder.clone()));
                self.entities.entry(holder.id).or_insert_with(unchanged);
            }
        }
        for entity in self.entities.values_mut().filter_map(|(_, after)| after.as_mut()) {
            let own = entity.id;
            if !entity.organisations().any(|id| id == own || new.contains_key(&id)) {
                continue;
            }
            for role in &mut entity.facts.roles {
                let Some(Organisation::Entity(with)) = role.organisation else {
                    continue;
                };
                let named = |name: &str| Organisation::Named(name.to_owned());
                role.organisation = Some(match new.get(&with) {
                    Some((Some(successor), _)) if *successor != own => Organisation::Entity(*successor),
                    Some((_, name)) => named(name),
                    // Taken over from one that is merged into this.
                    None if with == own => named(project.entity_name(own)),
                    None => Organisation::Entity(with),
                });
            }
            let facts = std::mem::take(&mut entity.facts);
            // They were tidy but for the new names.
            entity.facts = facts.clone().tidy().unwrap_or(facts);
        }
    }

    /// Entities that come, relations that go, mentions that come or change, relations that come or change, mentions that go,
    /// entities that go.
    pub(super) fn finish(mut self, project: &Project, name: String) -> Transaction {
        self.drop_relations(project);
        self.settle_roles(project);
        while self.drop_lonely_entities(project) {
            self.settle_roles(project);
        }
        let (ended, tied): (Vec<_>, Vec<_>) =
            self.relations.into_iter().partition(|(_, (_, after))| after.is_none());
        let relation_change = |(id, (before, after))| Change::Relation { id, before, after };
        let (going, coming): (Vec<_>, Vec<_>) =
            self.entities.into_iter().partition(|(_, (_, after))| after.is_none());
        let entity_change = |(id, (before, after))| Change::Entity { id, before, after };
        let mut changes: Vec<Change> = coming.into_iter().map(entity_change).collect();
        changes.extend(ended.into_iter().map(relation_change));
        for id in self.created {
            if let Some((before, after)) = self.mentions.remove(&id) {
                changes.push(Change::Mention { id, before, after });
            }
        }
        let others = self.mentions.into_iter().filter(|(_, (before, after))| before != after);
        let (left, others): (Vec<_>, Vec<_>) = others.partition(|(_, (_, after))| after.is_none());
        let mention_change = |(id, (before, after))| Change::Mention { id, before, after };
        changes.extend(others.into_iter().map(mention_change));
        let tied = tied.into_iter().filter(|(_, (before, after))| before != after);
        changes.extend(tied.map(relation_change));
        changes.extend(left.into_iter().map(mention_change));
        changes.extend(going.into_iter().map(entity_change));
        changes.retain(|change| !matches!(change, Change::Entity { before, after, .. } if before == after));
        Transaction { name, changes }
    }
}
