//! Changes as records before and after.

use super::{
    Document, DocumentId, Entity, EntityId, Gazetteer, GazetteerId, Mention, MentionId, Rejection,
    RejectionId, Relation, RelationId, Schema,
};
use std::fmt;

/// One record before and after. `None` before: created; `None` after: deleted.
///
/// Boxed where the record is much larger than the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Labels and relation types. It comes before all that use what is new in it, and after all that used what is gone.
    Schema {
        before: Box<Schema>,
        after: Box<Schema>,
    },
    Document {
        id: DocumentId,
        before: Option<Box<Document>>,
        after: Option<Box<Document>>,
    },
    Mention {
        id: MentionId,
        before: Option<Mention>,
        after: Option<Mention>,
    },
    Entity {
        id: EntityId,
        before: Option<Entity>,
        after: Option<Entity>,
    },
    Relation {
        id: RelationId,
        before: Option<Relation>,
        after: Option<Relation>,
    },
    Rejection {
        id: RejectionId,
        before: Option<Rejection>,
        after: Option<Rejection>,
    },
    /// Both share the names that are in both: see [`super::NameList`].
    Gazetteer {
        id: GazetteerId,
        before: Option<Gazetteer>,
        after: Option<Gazetteer>,
    },
}

impl Change {
    /// The same change backwards.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self.clone() {
            Self::Schema { before, after } => Self::Schema { before: after, after: before },
            Self::Document { id, before, after } => Self::Document { id, before: after, after: before },
            Self::Mention { id, before, after } => Self::Mention { id, before: after, after: before },
            Self::Entity { id, before, after } => Self::Entity { id, before: after, after: before },
            Self::Relation { id, before, after } => Self::Relation { id, before: after, after: before },
            Self::Rejection { id, before, after } => Self::Rejection { id, before: after, after: before },
            Self::Gazetteer { id, before, after } => Self::Gazetteer { id, before: after, after: before },
        }
    }

    /// The document whose marks or facts it touches; `None` for what is of all documents.
    pub fn document(&self) -> Option<DocumentId> {
        match self {
            Self::Document { id, .. } => Some(*id),
            Self::Mention { before, after, .. } => after.as_ref().or(before.as_ref()).map(|m| m.document),
            Self::Relation { before, after, .. } => after.as_ref().or(before.as_ref()).map(|r| r.document),
            Self::Rejection { before, after, .. } => after.as_ref().or(before.as_ref())?.document(),
            Self::Entity { .. } | Self::Gazetteer { .. } | Self::Schema { .. } => None,
        }
    }
}

/// One step of work: what undo takes back at once.
///
/// Invariant: names no record twice, except for the schema, which may be widened first and narrowed last. A record comes after those it points to (documents and entities before
/// mentions, mentions before relations) and goes before them, so that every prefix is sound. Only the roles of
/// entities, which may be with each other, are looked at when all is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transaction {
    /// What was done, for menus: `Tag “Seoul” as Place`.
    pub name: String,
    pub changes: Vec<Change>,
}

impl Transaction {
    /// The labels and relation types that it begins with, if it changes them.
    pub fn schema_before(&self) -> Option<&Schema> {
        self.changes.iter().find_map(|change| match change {
            Change::Schema { before, .. } => Some(before.as_ref()),
            _ => None,
        })
    }

    /// Those that it leads to, if it changes them.
    pub fn schema_after(&self) -> Option<&Schema> {
        self.changes.iter().rev().find_map(|change| match change {
            Change::Schema { after, .. } => Some(after.as_ref()),
            _ => None,
        })
    }

    /// The step that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let changes = self.changes.iter().rev().map(Change::inverse).collect();
        Self { name: self.name.clone(), changes }
    }

    /// The mentions that it creates, in order.
    pub fn created_mentions(&self) -> impl Iterator<Item = &Mention> {
        self.changes.iter().filter_map(|change| match change {
            Change::Mention { before: None, after: Some(mention), .. } => Some(mention),
            _ => None,
        })
    }

    /// The relations that it creates, in order.
    pub fn created_relations(&self) -> impl Iterator<Item = &Relation> {
        self.changes.iter().filter_map(|change| match change {
            Change::Relation { before: None, after: Some(relation), .. } => Some(relation),
            _ => None,
        })
    }

    /// The documents that it adds, in order.
    pub fn created_documents(&self) -> impl Iterator<Item = &Document> {
        self.changes.iter().filter_map(|change| match change {
            Change::Document { before: None, after: Some(document), .. } => Some(document.as_ref()),
            _ => None,
        })
    }
}

/// A transaction that does not fit what is there; nothing of it was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The record: `mention m…`.
    pub record: String,
    /// What does not fit.
    pub why: &'static str,
}

/// Why a change is refused whose record is another than it was.
pub(in crate::model) const STALE: &str = "it is not what it was when the change was made";

impl Conflict {
    /// Whether the record is another than it was when the change was made.
    pub fn is_stale(&self) -> bool {
        self.why == STALE
    }
}

impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.record, self.why)
    }
}

impl std::error::Error for Conflict {}
