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
pub(in crate::exchange) struct Line<'a> {
    /// The stem of the files that it stands beside.
    #[serde(default, skip_serializing_if = "is_empty")]
    pub(in crate::exchange) file: Cow<'a, str>,
    #[serde(default)]
    pub(in crate::exchange) id: Cow<'a, str>,
    #[serde(default)]
    pub(in crate::exchange) title: Cow<'a, str>,
    #[serde(default)]
    pub(in crate::exchange) source: Cow<'a, str>,
    #[serde(default)]
    pub(in crate::exchange) published: Option<String>,
    #[serde(default)]
    pub(in crate::exchange) language: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "is_empty")]
    pub(in crate::exchange) encoding: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::exchange) more: Option<MoreLine<'a>>,
    /// `None` where the line stands beside what has the words and the marks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::exchange) text: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::exchange) spans: Option<Vec<(usize, usize, Cow<'a, str>)>>,
    #[serde(default)]
    pub(in crate::exchange) mentions: Vec<MentionLine<'a>>,
    #[serde(default)]
    pub(in crate::exchange) entities: Vec<EntityLine<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(in crate::exchange) relations: Vec<RelationLine<'a>>,
}

/// What else is known of an article.
#[derive(Deserialize, Serialize)]
pub(in crate::exchange) struct MoreLine<'a> {
    #[serde(default, skip_serializing_if = "is_empty")]
    pub(in crate::exchange) byline: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "is_empty")]
    pub(in crate::exchange) site: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "is_empty")]
    pub(in crate::exchange) url: Cow<'a, str>,
    #[serde(default, skip_serializing_if = "is_empty")]
    pub(in crate::exchange) published_at: Cow<'a, str>,
    /// Where each fact stood, by its name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(in crate::exchange) found_in: BTreeMap<Cow<'a, str>, Cow<'a, str>>,
}

#[derive(Deserialize, Serialize)]
pub(in crate::exchange) struct MentionLine<'a> {
    #[serde(default)]
    pub(in crate::exchange) id: String,
    /// What another format calls it, where that is not its id.
    #[serde(default, rename = "as", skip_serializing_if = "String::is_empty")]
    pub(in crate::exchange) called: String,
    pub(in crate::exchange) start: usize,
    pub(in crate::exchange) end: usize,
    #[serde(default, skip_serializing_if = "is_empty")]
    pub(in crate::exchange) text: Cow<'a, str>,
    pub(in crate::exchange) label: Cow<'a, str>,
    #[serde(default)]
    pub(in crate::exchange) entity: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(in crate::exchange) metonym: bool,
    /// What a date means by the analyst's word, as TIMEX3 writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::exchange) date: Option<String>,
    #[serde(default)]
    pub(in crate::exchange) note: Cow<'a, str>,
    #[serde(default)]
    pub(in crate::exchange) source: String,
    /// How sure the suggester was, to the thousandth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::exchange) score: Option<f64>,
}

/// A relation between the entities of two mentions.
#[derive(Deserialize, Serialize)]
pub(in crate::exchange) struct RelationLine<'a> {
    #[serde(default)]
    pub(in crate::exchange) id: String,
    #[serde(rename = "type")]
    pub(in crate::exchange) kind: Cow<'a, str>,
    pub(in crate::exchange) from: String,
    pub(in crate::exchange) to: String,
    #[serde(default)]
    pub(in crate::exchange) date: Option<Cow<'a, str>>,
    /// What the date means, where that is known.
    #[serde(default)]
    pub(in crate::exchange) value: Option<String>,
    #[serde(default)]
    pub(in crate::exchange) note: Cow<'a, str>,
}

/// An entity as far as this article speaks of it, and what is known of it.
#[derive(Deserialize, Serialize)]
pub(in crate::exchange) struct EntityLine<'a> {
    pub(in crate::exchange) id: String,
    #[serde(default)]
    pub(in crate::exchange) name: Cow<'a, str>,
    #[serde(default)]
    pub(in crate::exchange) label: Cow<'a, str>,
    /// Other words than the name, sorted.
    #[serde(default)]
    pub(in crate::exchange) aliases: BTreeSet<Cow<'a, str>>,
    #[serde(default)]
    pub(in crate::exchange) mentions: Vec<String>,
    /// What the analyst wrote down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::exchange) known: Option<KnownLine>,
}

/// What was written down about an entity; what is empty is left out.
#[derive(Default, Deserialize, PartialEq, Serialize)]
#[serde(default)]
pub(in crate::exchange) struct KnownLine {
    /// Where the name was given, and is not that of its longest mention.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::exchange) name: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(in crate::exchange) note: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(in crate::exchange) aliases: Vec<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(in crate::exchange) country: String,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(in crate::exchange) ids: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(in crate::exchange) roles: Vec<RoleLine>,
}

/// A title or office.
#[derive(Default, Deserialize, PartialEq, Serialize)]
#[serde(default)]
pub(in crate::exchange) struct RoleLine {
    pub(in crate::exchange) title: String,
    /// The name of the organisation.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(in crate::exchange) organisation: String,
    /// Its id, where it is an entity.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(in crate::exchange) entity: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::exchange) from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::exchange) to: Option<String>,
}
