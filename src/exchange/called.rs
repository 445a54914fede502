//! What the entities of a project are called, found out once: one without a name of its own is called by the longest of its
//! mentions, and to look at all of them for each of them takes long.

use crate::model::{EntityId, Project};
use std::collections::BTreeMap;

/// The names of all entities.
pub(super) struct Called<'a>(BTreeMap<EntityId, &'a str>);

impl<'a> Called<'a> {
    /// Of a project.
    pub(super) fn of(project: &'a Project) -> Self {
        Self(project.entities().map(|entity| (entity.id, project.entity_name(entity.id))).collect())
    }

    /// Of one entity.
    pub(super) fn name(&self, entity: EntityId) -> &'a str {
        self.0.get(&entity).copied().unwrap_or_default()
    }
}
