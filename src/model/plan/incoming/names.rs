//! Labels and relation types that a file names: those of the schema, and those that are to be made.

use crate::model::{Change, Incoming, LabelId, Project, RelationTypeId, Schema};
use std::collections::{BTreeMap, BTreeSet};

/// What the names of a file mean.
pub(super) struct NamesIn {
    labels: BTreeMap<String, Option<LabelId>>,
    relations: BTreeMap<String, Option<RelationTypeId>>,
    /// With what is to be made.
    pub(super) schema: Schema,
}

impl NamesIn {
    /// Names of marks, entities and relations.
    pub(super) fn of(project: &Project, incoming: &Incoming) -> Result<Self, String> {
        let marks = incoming.articles.iter().flat_map(|article| &article.marks).map(|mark| &mark.label);
        let entities = incoming.entities.iter().map(|entity| &entity.label).filter(|label| !label.is_empty());
        let known = incoming.labels.iter().map(|label| &label.name).filter(|name| !name.is_empty());
        let labels: BTreeSet<&str> = marks.chain(entities).chain(known).map(String::as_str).collect();
        let relations = incoming.articles.iter().flat_map(|article| &article.relations);
        let relations: BTreeSet<&str> = relations.map(|relation| relation.kind.as_str()).collect();
        let map = &incoming.names;
        let labels: Vec<(&str, Option<&str>)> =
            labels.into_iter().map(|name| (name, map.label(name))).collect();
        let relations: Vec<(&str, Option<&str>)> =
            relations.into_iter().map(|name| (name, map.relation(name))).collect();
        let schema = project.schema();
        let wanted = |names: &[(&str, Option<&str>)], is_there: &dyn Fn(&str) -> bool| -> Vec<String> {
            let mut seen = BTreeSet::new();
            let new = names.iter().filter_map(|(_, name)| *name).filter(|name| !is_there(name));
            new.filter(|name| seen.insert(*name)).map(str::to_owned).collect()
        };
        let new_labels = wanted(&labels, &|name| schema.named(name).is_some());
        let new_relations = wanted(&relations, &|name| schema.relation_known_as(name).is_some());
        let mut schema = schema.grown(&new_labels, &new_relations)?;
        for read in &incoming.labels {
            if let Some(name) = map.label(&read.name).filter(|name| new_labels.iter().any(|new| new == name))
            {
                schema = schema.described(name, read.colour, &read.definition);
            }
        }
        let labels =
            labels.iter().map(|(name, here)| ((*name).to_owned(), here.and_then(|here| schema.named(here))));
        let relations = relations
            .iter()
            .map(|(name, here)| ((*name).to_owned(), here.and_then(|here| schema.relation_known_as(here))));
        Ok(Self { labels: labels.collect(), relations: relations.collect(), schema })
    }

    /// `None`: what has it is left out.
    pub(super) fn label(&self, name: &str) -> Option<LabelId> {
        self.labels.get(name).copied().flatten()
    }

    /// `None`: what has it is left out.
    pub(super) fn relation(&self, name: &str) -> Option<RelationTypeId> {
        self.relations.get(name).copied().flatten()
    }

    /// The change of the schema, if it grows.
    pub(super) fn change(&self, project: &Project) -> Option<Change> {
        let before = project.schema();
        (*before != self.schema).then(|| Change::Schema {
            before: Box::new(before.clone()),
            after: Box::new(self.schema.clone()),
        })
    }
}
