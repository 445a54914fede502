//! What comes in from files of other tools: articles with marks, entities, relations, in the words of those files.
//!
//! Names of labels and relation types are still the tool's own, ids are whatever the file has; a [`NameMap`] says what
//! they are called here. [`super::Command::TakeIn`] adds all of it, or merges it with what is there.

use super::{Colour, EntityFacts, Facts, PartialDate, Provenance, SaidDate, TimeValue};
use crate::text::{Span, Text};
use arcstr::ArcStr;
use std::collections::BTreeMap;

/// All that is to be taken in as one step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Incoming {
    /// The name of the format, for the provenance of marks: `brat`.
    pub from: ArcStr,
    pub articles: Vec<Annotated>,
    pub entities: Vec<ReadEntity>,
    /// What is known of labels; those that are made new look so.
    pub labels: Vec<ReadLabel>,
    pub names: NameMap,
}

/// What names of a file are called in the project. A name that is not here keeps its own; `None` leaves out what has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameMap {
    pub labels: BTreeMap<String, Option<String>>,
    pub relations: BTreeMap<String, Option<String>>,
}

impl NameMap {
    /// The label's name here; `None` if what has it is left out.
    pub fn label<'a>(&'a self, name: &'a str) -> Option<&'a str> {
        self.labels.get(name).map_or(Some(name), Option::as_deref)
    }

    /// The relation type's name here; `None` if what has it is left out.
    pub fn relation<'a>(&'a self, name: &'a str) -> Option<&'a str> {
        self.relations.get(name).map_or(Some(name), Option::as_deref)
    }
}

/// An article with what was marked in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotated {
    /// What its file calls it: our own id (`d…`) where the file came from here; may be empty.
    pub id: String,
    pub facts: Facts,
    /// Where the text came from; empty if it is not known.
    pub source: String,
    /// The encoding that it was read in.
    pub encoding: String,
    pub text: Text,
    pub marks: Vec<ReadMark>,
    pub relations: Vec<ReadRelation>,
}

impl Annotated {
    /// An article of which nothing is known but its words.
    pub fn new(text: Text) -> Self {
        Self {
            id: String::new(),
            facts: Facts::default(),
            source: String::new(),
            encoding: "UTF-8".to_owned(),
            text,
            marks: Vec::new(),
            relations: Vec::new(),
        }
    }
}

/// What a mark means.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Meaning {
    /// What its words mean: the format says nothing.
    #[default]
    Words,
    /// Nothing yet.
    Nothing,
    /// The entity of this id of the file. It need not be in the list of entities.
    Entity(String),
}

/// Marked words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadMark {
    /// Unique in its article where it is not empty: relations name it.
    pub id: String,
    /// Of the article's text.
    pub span: Span,
    /// As the tool wrote it.
    pub label: String,
    pub meaning: Meaning,
    pub is_metonym: bool,
    /// What a date means by the analyst's word.
    pub date: Option<TimeValue>,
    pub note: String,
    /// `None`: it came from this file.
    pub provenance: Option<Provenance>,
}

impl ReadMark {
    /// A mark of which nothing else is known.
    pub fn new(span: Span, label: impl Into<String>) -> Self {
        Self {
            id: String::new(),
            span,
            label: label.into(),
            meaning: Meaning::Words,
            is_metonym: false,
            date: None,
            note: String::new(),
            provenance: None,
        }
    }
}

/// A label as a tool has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadLabel {
    /// As marks call it.
    pub name: String,
    pub colour: Option<Colour>,
    /// What to mark with it; may be empty.
    pub definition: String,
}

/// What ties two marks of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadRelation {
    /// May be empty.
    pub id: String,
    /// The type, as the tool wrote it.
    pub kind: String,
    /// Ids of marks.
    pub from: String,
    pub to: String,
    pub date: Option<SaidDate>,
    pub note: String,
}

/// What several marks mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadEntity {
    /// What marks and roles call it; unique in the file.
    pub id: String,
    /// As the tool wrote it; empty: that of its first mark.
    pub label: String,
    /// The name that was given to it; `None`: it is called by its marks.
    pub name: Option<String>,
    /// All but the roles.
    pub facts: EntityFacts,
    pub roles: Vec<ReadRole>,
}

/// A title or office.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadRole {
    pub title: String,
    /// The name of the organisation; may be empty.
    pub organisation: String,
    /// The id of the organisation in the file, where it is an entity; may be empty.
    pub entity: String,
    pub from: Option<PartialDate>,
    pub to: Option<PartialDate>,
}
