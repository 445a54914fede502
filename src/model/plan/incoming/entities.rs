//! What the marks of a file mean: entities of the project, found by id, by their ids elsewhere or by name, or new ones.

use super::{Draft, NamesIn};
use crate::model::{
    Entity, EntityId, EntityRole, LabelId, NameKey, Organisation, Project, ReadEntity, ReadRole,
};
use std::collections::{BTreeMap, BTreeSet};

/// The entities of a file.
pub(super) struct EntitiesIn {
    /// By the file's ids, in their order.
    read: BTreeMap<String, ReadEntity>,
    /// Those of the project that can be found by their ids in collections elsewhere.
    elsewhere: BTreeMap<(String, String), EntityId>,
    found: BTreeMap<String, EntityId>,
    /// Entities of the project that are one of the file's, and the labels of the new ones.
    met: BTreeSet<EntityId>,
    new: BTreeMap<EntityId, LabelId>,
}

impl EntitiesIn {
    /// Those that have something to say of themselves come in even where no mark means them.
    pub(super) fn new(project: &mut Project, names: &NamesIn, entities: Vec<ReadEntity>) -> Self {
        let has_ids = entities.iter().any(|entity| !entity.facts.ids.is_empty());
        let mut elsewhere = BTreeMap::new();
        for entity in project.entities().filter(|_| has_ids) {
            for (collection, id) in &entity.facts.ids {
                elsewhere.entry((collection.clone(), id.clone())).or_insert(entity.id);
            }
        }
        let order: Vec<String> = entities.iter().map(|entity| entity.id.clone()).collect();
        let read = entities.into_iter().map(|entity| (entity.id.clone(), entity)).collect();
        let (found, met, new) = (BTreeMap::new(), BTreeSet::new(), BTreeMap::new());
        let mut all = Self { read, elsewhere, found, met, new };
        for id in order {
            let label = all.read.get(&id).and_then(|entity| names.label(&entity.label));
            if let Some(label) = label {
                all.find(project, names, &id, label);
            }
        }
        all
    }

    /// The entity of this id of the file, if it has been found.
    pub(super) fn known(&self, id: &str) -> Option<EntityId> {
        self.found.get(id).copied()
    }

    /// The entity of this id of the file; `label` is for one of which the file says nothing else.
    pub(super) fn find(
        &mut self,
        project: &mut Project,
        names: &NamesIn,
        id: &str,
        label: LabelId,
    ) -> EntityId {
        if let Some(found) = self.found.get(id) {
            return *found;
        }
        let read = self.read.get(id);
        let label = read.and_then(|entity| names.label(&entity.label)).unwrap_or(label);
        let own = id.parse::<EntityId>().ok();
        let there = own.filter(|id| project.entity(*id).is_some());
        let there = there.or_else(|| self.alike(project, read?, label));
        let found = there.unwrap_or_else(|| {
            let own = own.filter(|id| !self.new.contains_key(id));
            let new = own.unwrap_or_else(|| EntityId::fresh(&mut project.ids));
            self.new.insert(new, label);
            new
        });
        self.met.insert(found);
        self.found.insert(id.to_owned(), found);
        found
    }

    /// The entity of this id of the file is this one, if it is not known yet.
    pub(super) fn meet(
        &mut self,
        project: &mut Project,
        names: &NamesIn,
        id: &str,
        entity: Option<EntityId>,
        label: LabelId,
    ) {
        match entity {
            Some(entity) if !self.found.contains_key(id) => {
                self.met.insert(entity);
                self.found.insert(id.to_owned(), entity);
            }
            Some(_) => {}
            None => {
                self.find(project, names, id, label);
            }
        }
    }

    /// One of the project with the same id elsewhere, or the same name; each is found once.
    fn alike(&self, project: &Project, read: &ReadEntity, label: LabelId) -> Option<EntityId> {
        let is_free = |id: &EntityId| {
            !self.met.contains(id) && project.entity(*id).is_some_and(|entity| entity.label == label)
        };
        let ids = read.facts.ids.iter();
        let by_id = ids
            .filter_map(|(collection, id)| self.elsewhere.get(&(collection.clone(), id.clone())).copied())
            .find(|id| is_free(id));
        by_id.or_else(|| {
            let name = NameKey::new(read.name.as_deref()?);
            project.entities_named(label, &name).find(|id| is_free(id))
        })
    }

    /// Makes the new ones and adds to the others what the file knows of them.
    pub(super) fn finish(self, project: &Project, draft: &mut Draft) {
        let mut after: BTreeMap<EntityId, Entity> = self
            .new
            .iter()
            .map(|(id, label)| (*id, Entity::new(*id, *label, None)))
            .chain(self.met.iter().filter_map(|id| Some((*id, project.entity(*id)?.clone()))))
            .collect();
        for (id, read) in &self.read {
            let Some(entity) = self.found.get(id).and_then(|id| after.get_mut(id)) else {
                continue;
            };
            add_facts(entity, read);
            let roles = read.roles.iter().map(|role| self.role(entity.id, role));
            let new: Vec<EntityRole> = roles.filter(|role| !entity.facts.roles.contains(role)).collect();
            entity.facts.roles.extend(new);
        }
        for (id, mut entity) in after {
            // What was read is in order already; names of roles may not be.
            let facts = entity.facts.clone();
            entity.facts = std::mem::take(&mut entity.facts).tidy().unwrap_or(facts);
            match project.entity(id) {
                Some(before) if *before != entity => draft.change_entity(before, entity),
                Some(_) => {}
                None => draft.create_entity(entity),
            }
        }
    }

    fn role(&self, holder: EntityId, role: &ReadRole) -> EntityRole {
        let entity = self.found.get(&role.entity).filter(|id| **id != holder).copied();
        let named =
            || (!role.organisation.is_empty()).then(|| Organisation::Named(role.organisation.clone()));
        let organisation = entity.map(Organisation::Entity).or_else(named);
        EntityRole { title: role.title.clone(), organisation, from: role.from, to: role.to }
    }
}

/// What is known already stays.
fn add_facts(entity: &mut Entity, read: &ReadEntity) {
    if entity.name.is_none() {
        entity.name.clone_from(&read.name);
    }
    let facts = &mut entity.facts;
    if facts.note.is_empty() {
        facts.note.clone_from(&read.facts.note);
    }
    if facts.country.is_empty() {
        facts.country.clone_from(&read.facts.country);
    }
    for alias in &read.facts.aliases {
        if !facts.aliases.contains(alias) {
            facts.aliases.push(alias.clone());
        }
    }
    for (collection, id) in &read.facts.ids {
        facts.ids.entry(collection.clone()).or_insert_with(|| id.clone());
    }
}
