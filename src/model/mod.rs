//! The project in memory: documents, labels, mentions, entities, and the one way to change them.
//!
//! A [`Command`] says what the user wants; [`Project::plan`] turns it into a [`Transaction`], a list of records
//! before and after; [`Project::apply`] puts it in force or refuses it whole; [`History`] undoes and redoes it.
//! This room reads no file, no clock and knows no window. Claims and events will be further records beside
//! [`Mention`], [`Entity`] and [`Relation`], each with an arm of its own in [`Change`].

mod change;
mod checks;
mod command;
mod document;
mod entities;
mod entity;
mod gazetteer;
mod history;
mod ids;
mod incoming;
mod index;
mod known_name;
mod mention;
mod mentions;
mod name_list;
mod names;
#[cfg(test)]
pub(crate) mod notation;
mod partial_date;
mod plan;
mod project;
#[cfg(test)]
pub(crate) mod random;
mod rejection;
mod relation;
mod relations;
mod runs;
mod schema;

pub use change::{Change, Conflict, Transaction};
pub use checks::{Problem, verify};
pub use command::{Command, CommandError, NewDocument, NewRelation, Pick, Reach};
pub use document::{Document, Facts, Origins};
pub use entity::{Entity, EntityFacts, EntityRole, Organisation};
pub use gazetteer::{Gazetteer, GazetteerRole};
pub use history::{History, PastStep, StateId};
pub use ids::{
    DocumentId, EntityId, GazetteerId, IdSource, MentionId, ParseIdError, RejectionId, RelationId,
};
pub use incoming::{
    Annotated, Incoming, Meaning, NameMap, ReadEntity, ReadLabel, ReadMark, ReadRelation, ReadRole,
};
pub use known_name::KnownName;
pub use mention::{Mention, Provenance, Score};
pub use name_list::NameList;
pub use names::NameKey;
pub use partial_date::{ParseDateError, PartialDate, SaidDate};
pub use project::Project;
pub use rejection::{Rejection, RejectionScope};
pub use relation::Relation;
pub(in crate::model) use schema::Fates;
pub use schema::{Colour, Label, LabelId, RelationType, RelationTypeId, Schema};

/// What a date means, for those who know the model alone.
pub use crate::time::{ParseValueError, TimeValue};
/// A calendar day, for publication dates.
pub use jiff::civil::Date;
