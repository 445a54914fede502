//! Labels and relation types on the wire of `dateline edit`.

use crate::{
    model::Project,
    view::{label_rows, relation_type_rows},
};
use serde::{Deserialize, Serialize};

/// What a label is to be; what is left out stays as it is. An empty key is none.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LabelWish {
    pub name: Option<String>,
    /// `#rrggbb`.
    pub colour: Option<String>,
    pub key: Option<String>,
    pub definition: Option<String>,
    pub also: Option<Vec<String>>,
}

/// The same of a label that is there.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetLabelWish {
    pub label: String,
    name: Option<String>,
    colour: Option<String>,
    key: Option<String>,
    definition: Option<String>,
    also: Option<Vec<String>>,
}

impl SetLabelWish {
    /// Which label, and what it is to be.
    pub(super) fn parts(self) -> (String, LabelWish) {
        let Self { label, name, colour, key, definition, also } = self;
        (label, LabelWish { name, colour, key, definition, also })
    }
}

/// What a relation type is to be; what is left out stays as it is. Empty lists of labels allow all.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RelationTypeWish {
    pub name: Option<String>,
    pub key: Option<String>,
    pub from: Option<Vec<String>>,
    pub to: Option<Vec<String>>,
    pub inverse: Option<String>,
    pub symmetric: Option<bool>,
}

/// The same of a relation type that is there.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetRelationTypeWish {
    #[serde(rename = "type")]
    pub kind: String,
    name: Option<String>,
    key: Option<String>,
    from: Option<Vec<String>>,
    to: Option<Vec<String>>,
    inverse: Option<String>,
    symmetric: Option<bool>,
}

impl SetRelationTypeWish {
    /// Which relation type, and what it is to be.
    pub(super) fn parts(self) -> (String, RelationTypeWish) {
        let Self { kind, name, key, from, to, inverse, symmetric } = self;
        (kind, RelationTypeWish { name, key, from, to, inverse, symmetric })
    }
}

/// A label.
#[derive(Debug, Serialize)]
pub struct LabelRecord {
    pub name: String,
    pub colour: String,
    pub key: Option<String>,
    pub definition: String,
    pub also: Vec<String>,
    pub marks: usize,
    pub articles: usize,
    pub entities: usize,
}

/// A relation type.
#[derive(Debug, Serialize)]
pub struct TypeRecord {
    pub name: String,
    pub key: Option<String>,
    pub from: Vec<String>,
    pub to: Vec<String>,
    pub inverse: String,
    pub symmetric: bool,
    pub relations: usize,
}

/// All labels, in order.
pub(super) fn records(project: &Project) -> Vec<LabelRecord> {
    let rows = label_rows(project).into_iter();
    let record = |row: crate::view::LabelRow| {
        let label = project.schema().get(row.id)?;
        Some(LabelRecord {
            name: label.name.clone(),
            colour: label.colour.to_string(),
            key: label.key.map(String::from),
            definition: label.definition.clone(),
            also: label.also.clone(),
            marks: row.marks,
            articles: row.articles,
            entities: row.entities,
        })
    };
    rows.filter_map(record).collect()
}

/// All relation types, in order.
pub(super) fn type_records(project: &Project) -> Vec<TypeRecord> {
    let schema = project.schema();
    let record = |(id, relations)| {
        let one = schema.relation_type(id)?;
        Some(TypeRecord {
            name: one.name.clone(),
            key: one.key.map(String::from),
            from: TypeRecord::names(schema, &one.from),
            to: TypeRecord::names(schema, &one.to),
            inverse: one.inverse.clone(),
            symmetric: one.is_symmetric,
            relations,
        })
    };
    relation_type_rows(project).into_iter().filter_map(record).collect()
}
