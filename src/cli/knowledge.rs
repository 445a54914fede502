//! The JSON records of what is known of entities and of what ties them.

use crate::{
    model::{EntityRole, Organisation, Project, SaidDate},
    text::OffsetMap,
    view::{EntityRow, RelationRow},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is known of an entity, beside its name and mentions.
#[derive(Debug, Serialize)]
pub struct FactsRecord {
    pub note: String,
    pub country: String,
    /// Collection → id.
    pub ids: BTreeMap<String, String>,
    pub roles: Vec<RoleRecord>,
    /// How many of its mentions are metonyms.
    pub metonyms: usize,
    /// How many articles speak of it.
    pub articles: usize,
}

/// A title or office.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct RoleRecord {
    pub title: String,
    /// The name of the organisation; a wish that names an entity need not say it.
    pub organisation: String,
    /// The id of the organisation, where it is an entity.
    pub entity: Option<String>,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub from: Option<String>,
    pub to: Option<String>,
}

impl FactsRecord {
    /// What is known of the entity of a row.
    pub fn of(project: &Project, row: &EntityRow) -> Self {
        let facts = project.entity(row.id).map(|entity| entity.facts.clone()).unwrap_or_default();
        Self {
            note: facts.note,
            country: facts.country,
            ids: facts.ids,
            roles: facts.roles.iter().map(|role| RoleRecord::of(project, role)).collect(),
            metonyms: row.metonym_count,
            articles: row.article_count,
        }
    }
}

impl RoleRecord {
    fn of(project: &Project, role: &EntityRole) -> Self {
        let (organisation, entity) = match &role.organisation {
            None => (String::new(), None),
            Some(Organisation::Named(name)) => (name.clone(), None),
            Some(Organisation::Entity(id)) => (project.entity_name(*id).to_owned(), Some(id.to_string())),
        };
        let [from, to] = [role.from, role.to].map(|date| date.map(|date| date.to_string()));
        Self { title: role.title.clone(), organisation, entity, from, to }
    }
}

/// A relation with the sentence that says so.
#[derive(Debug, Serialize)]
pub struct RelationRecord {
    pub id: String,
    pub doc: String,
    #[serde(rename = "type")]
    pub kind: String,
    /// Mentions.
    pub from: String,
    pub to: String,
    pub from_entity: String,
    pub to_entity: String,
    pub from_name: String,
    pub to_name: String,
    /// As it was typed.
    pub date: Option<String>,
    /// What the date means, where that is known.
    pub value: Option<String>,
    pub note: String,
    /// The sentence or sentences of both mentions.
    pub start: usize,
    pub end: usize,
    pub text: String,
}

/// The record of a relation.
pub fn relation(project: &Project, row: RelationRow) -> RelationRecord {
    let text = project.document(row.document).map(|document| &document.text);
    let map = OffsetMap::new(text.map_or("", |text| text.as_str()));
    RelationRecord {
        id: row.id.to_string(),
        doc: row.document.to_string(),
        kind: row.type_name,
        from: row.from.mention.to_string(),
        to: row.to.mention.to_string(),
        from_entity: row.from.entity.to_string(),
        to_entity: row.to.entity.to_string(),
        from_name: row.from.name,
        to_name: row.to.name,
        date: row.date.as_ref().map(|date| date.words().to_owned()),
        value: row.date.as_ref().and_then(SaidDate::value).map(|value| value.to_string()),
        note: row.note,
        start: map.code_point(row.evidence.start()),
        end: map.code_point(row.evidence.end()),
        text: text.map_or("", |text| text.slice(row.evidence)).to_owned(),
    }
}
