//! The shapes on the wire, the same for writing and reading.

use serde::{Deserialize, Serialize};
use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

fn is_empty(words: &str) -> bool {
    words.is_empty()
}

#[derive(Deserialize, Serialize)]
pub(super) struct Line<'a> {
    #[serde(default)]
    pub(super) id: Cow<'a, str>,
    #[serde(default)]
    pub(super) title: Cow<'a, str>,
    #[serde(default)]
    pub(super) source: Cow<'a, str>,
    #[serde(default)]
    pub(super) published: Option<String>,
    #[serde(default)]
    pub(super) language: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "is_empty")]
    pub(super) encoding: Cow<'a, str>,
    pub(super) text: Cow<'a, str>,
    #[serde(default)]
    pub(super) spans: Vec<(usize, usize, Cow<'a, str>)>,
    #[serde(default)]
    pub(super) mentions: Vec<MentionLine<'a>>,
    #[serde(default)]
    pub(super) entities: Vec<EntityLine<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) relations: Vec<RelationLine<'a>>,
}

#[derive(Deserialize, Serialize)]
pub(super) struct MentionLine<'a> {
    #[serde(default)]
    pub(super) id: String,
    pub(super) start: usize,
    pub(super) end: usize,
    #[serde(default)]
    pub(super) text: Cow<'a, str>,
    pub(super) label: Cow<'a, str>,
    #[serde(default)]
    pub(super) entity: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) metonym: bool,
    #[serde(default)]
    pub(super) note: Cow<'a, str>,
    #[serde(default)]
    pub(super) source: String,
    /// How sure the suggester was, to the thousandth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) score: Option<f64>,
}

/// A relation between the entities of two mentions.
#[derive(Deserialize, Serialize)]
pub(super) struct RelationLine<'a> {
    #[serde(default)]
    pub(super) id: String,
    #[serde(rename = "type")]
    pub(super) kind: Cow<'a, str>,
    pub(super) from: String,
    pub(super) to: String,
    #[serde(default)]
    pub(super) date: Option<Cow<'a, str>>,
    /// What the date means, where that is known.
    #[serde(default)]
    pub(super) value: Option<String>,
    #[serde(default)]
    pub(super) note: Cow<'a, str>,
}

/// An entity as far as this article speaks of it, and what is known of it.
#[derive(Deserialize, Serialize)]
pub(super) struct EntityLine<'a> {
    pub(super) id: String,
    #[serde(default)]
    pub(super) name: Cow<'a, str>,
    #[serde(default)]
    pub(super) label: Cow<'a, str>,
    /// Other words than the name, sorted.
    #[serde(default)]
    pub(super) aliases: BTreeSet<Cow<'a, str>>,
    #[serde(default)]
    pub(super) mentions: Vec<String>,
    /// What the analyst wrote down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) known: Option<KnownLine>,
}

/// What was written down about an entity; what is empty is left out.
#[derive(Default, Deserialize, PartialEq, Serialize)]
#[serde(default)]
pub(super) struct KnownLine {
    /// Where the name was given, and is not that of its longest mention.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) note: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) aliases: Vec<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) country: String,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) ids: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) roles: Vec<RoleLine>,
}

/// A title or office.
#[derive(Default, Deserialize, PartialEq, Serialize)]
#[serde(default)]
pub(super) struct RoleLine {
    pub(super) title: String,
    /// The name of the organisation.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) organisation: String,
    /// Its id, where it is an entity.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) entity: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) to: Option<String>,
}
