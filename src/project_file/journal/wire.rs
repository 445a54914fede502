//! The records of the journal as they stand in it: types for reading, apart from the model.

use crate::project_file::v1::{By, Entity, KnownName, Origins, Relation, Role, Schema, Words};
use serde::Deserialize;

/// The number of the journal's format.
pub(super) const VERSION: u32 = 1;

/// A line.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum Record<'a> {
    Begin {
        version: u32,
        /// The path of the project's file; empty for one that was never saved.
        #[serde(borrow)]
        project: Words<'a>,
        /// The fingerprint of that file; `None` if there was none.
        #[serde(default)]
        base: Option<Words<'a>>,
        /// The project that the work began on, where it is not what was in the file: as a project file.
        #[serde(default)]
        start: Option<Words<'a>>,
    },
    Do {
        name: String,
        #[serde(borrow)]
        changes: Vec<Change<'a>>,
    },
    Undo,
    Redo,
    /// The project as it was after the line of this number goes to a file with this fingerprint.
    Save {
        after: u64,
        #[serde(borrow)]
        file: Words<'a>,
    },
    /// What was done since the file with this fingerprint was given up.
    Back {
        #[serde(borrow)]
        file: Words<'a>,
    },
}

/// One record before and after.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum Change<'a> {
    Schema {
        #[serde(borrow)]
        before: Schema<'a>,
        after: Schema<'a>,
    },
    Document {
        #[serde(borrow)]
        id: Words<'a>,
        #[serde(default)]
        before: Option<Box<Document<'a>>>,
        #[serde(default)]
        after: Option<Box<Document<'a>>>,
    },
    Mention {
        #[serde(borrow)]
        id: Words<'a>,
        #[serde(default)]
        before: Option<Mention<'a>>,
        #[serde(default)]
        after: Option<Mention<'a>>,
    },
    Entity {
        #[serde(borrow)]
        id: Words<'a>,
        #[serde(default)]
        before: Option<Entity<'a>>,
        #[serde(default)]
        after: Option<Entity<'a>>,
    },
    Relation {
        #[serde(borrow)]
        id: Words<'a>,
        #[serde(default)]
        before: Option<PlacedRelation<'a>>,
        #[serde(default)]
        after: Option<PlacedRelation<'a>>,
    },
    Rejection {
        #[serde(borrow)]
        id: Words<'a>,
        #[serde(default)]
        before: Option<Rejection<'a>>,
        #[serde(default)]
        after: Option<Rejection<'a>>,
    },
    Gazetteer {
        #[serde(borrow)]
        id: Words<'a>,
        #[serde(default)]
        before: Option<Gazetteer<'a>>,
        #[serde(default)]
        after: Option<Gazetteer<'a>>,
        /// Names before that are not so after.
        #[serde(default)]
        out: Vec<KnownName<'a>>,
        /// Names after that were not so before.
        #[serde(default)]
        put: Vec<KnownName<'a>>,
    },
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Document<'a> {
    pub(super) position: u32,
    #[serde(default)]
    pub(super) title: String,
    #[serde(default)]
    pub(super) source: String,
    #[serde(default)]
    pub(super) encoding: String,
    #[serde(borrow, default)]
    pub(super) published: Option<Words<'a>>,
    #[serde(default)]
    pub(super) language: String,
    #[serde(default)]
    pub(super) published_at: String,
    #[serde(default)]
    pub(super) byline: String,
    #[serde(default)]
    pub(super) site: String,
    #[serde(default)]
    pub(super) url: String,
    #[serde(default)]
    pub(super) origins: Origins,
    /// Only where the document comes or goes; otherwise it is what it was.
    #[serde(default)]
    pub(super) text: Option<Words<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Mention<'a> {
    #[serde(borrow)]
    pub(super) doc: Words<'a>,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) label: Words<'a>,
    #[serde(default)]
    pub(super) entity: Option<Words<'a>>,
    #[serde(default)]
    pub(super) metonym: bool,
    /// What a date means by the analyst's word.
    #[serde(default)]
    pub(super) date: Option<Words<'a>>,
    #[serde(default)]
    pub(super) note: Option<Words<'a>>,
    pub(super) by: By<'a>,
}

/// A relation with its document.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlacedRelation<'a> {
    #[serde(borrow)]
    pub(super) doc: Words<'a>,
    pub(super) is: Relation<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rejection<'a> {
    pub(super) scope: Scope<'a>,
    #[serde(borrow)]
    pub(super) label: Words<'a>,
    pub(super) words: Words<'a>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum Scope<'a> {
    Here {
        #[serde(borrow)]
        doc: Words<'a>,
        start: usize,
        end: usize,
    },
    Article {
        #[serde(borrow)]
        doc: Words<'a>,
    },
    Project,
}

/// A gazetteer without its names.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Gazetteer<'a> {
    #[serde(borrow)]
    pub(super) name: Words<'a>,
    pub(super) role: Role,
    pub(super) is_on: bool,
}
