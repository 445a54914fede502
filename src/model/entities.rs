//! All entities of a project, found by id, by the names given to them, and by the roles held with them.

use super::{Entity, EntityId, LabelId, NameKey, index::Index};
use imbl::OrdMap;
use std::collections::BTreeSet;

/// The entities with their indices. Kept in step by [`Entities::set`] alone.
#[derive(Clone, Debug, Default)]
pub(in crate::model) struct Entities {
    records: OrdMap<EntityId, Entity>,
    by_name: Index<(LabelId, NameKey), (Rank, EntityId)>,
    /// Organisation → those whose roles are with it.
    by_organisation: Index<EntityId, EntityId>,
}

/// How a name belongs to an entity. A name comes before an alias.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Name,
    Alias,
}

impl Entities {
    /// Puts a record in the place of another, or takes it away.
    pub(in crate::model) fn set(&mut self, id: EntityId, before: Option<&Entity>, after: Option<&Entity>) {
        if let Some(entity) = before {
            for (key, rank) in keys(entity) {
                self.by_name.remove(&key, &(rank, id));
            }
            for organisation in entity.organisations() {
                self.by_organisation.remove(&organisation, &id);
            }
        }
        let Some(entity) = after else {
            self.records.remove(&id);
            return;
        };
        for (key, rank) in keys(entity) {
            self.by_name.add(key, (rank, id));
        }
        for organisation in entity.organisations() {
            self.by_organisation.add(organisation, id);
        }
        self.records.insert(id, entity.clone());
    }

    pub(in crate::model) fn get(&self, id: EntityId) -> Option<&Entity> {
        self.records.get(&id)
    }

    pub(in crate::model) fn iter(&self) -> impl Iterator<Item = &Entity> {
        self.records.values()
    }

    /// Those that were given this name, then those that were given it as an alias, each by id.
    pub(in crate::model) fn named(&self, label: LabelId, name: &NameKey) -> impl Iterator<Item = EntityId> {
        self.by_name.of(&(label, name.clone())).map(|(_, id)| *id)
    }

    /// Those whose roles are with this one, by id.
    pub(in crate::model) fn with_roles_in(&self, id: EntityId) -> impl Iterator<Item = EntityId> {
        self.by_organisation.of(&id).copied()
    }
}

fn keys(entity: &Entity) -> BTreeSet<((LabelId, NameKey), Rank)> {
    let key = |name: &str| (entity.label, NameKey::new(name));
    let name = entity.name.iter().map(|name| (key(name), Rank::Name));
    name.chain(entity.facts.aliases.iter().map(|alias| (key(alias), Rank::Alias))).collect()
}
