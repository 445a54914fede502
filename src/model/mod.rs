//! The project in memory: documents, labels, mentions, entities, and the one way to change them.
//!
//! A [`Command`] says what the user wants; [`Project::plan`] turns it into a [`Transaction`], a list of records
//! before and after; [`Project::apply`] puts it in force or refuses it whole; [`History`] undoes and redoes it.
//! This room reads no file, no clock and knows no window. Relations, claims and events will be further records
//! beside [`Mention`] and [`Entity`], each with an arm of its own in [`Change`].

mod change;
mod checks;
mod command;
mod document;
mod entity;
mod gazetteer;
mod history;
mod ids;
mod known_name;
mod mention;
mod mentions;
mod name_list;
mod names;
#[cfg(test)]
pub(crate) mod notation;
mod plan;
mod project;
#[cfg(test)]
pub(crate) mod random;
mod rejection;
mod schema;

pub use change::{Change, Conflict, Transaction};
pub use checks::{Problem, verify};
pub use command::{Command, CommandError, NewDocument, Pick, Reach};
pub use document::{Document, Facts};
pub use entity::Entity;
pub use gazetteer::{Gazetteer, GazetteerRole};
pub use history::{History, StateId};
pub use ids::{DocumentId, EntityId, GazetteerId, IdSource, MentionId, ParseIdError, RejectionId};
pub use known_name::KnownName;
pub use mention::{Mention, Provenance, Score};
pub use name_list::NameList;
pub use names::NameKey;
pub use project::Project;
pub use rejection::{Rejection, RejectionScope};
pub use schema::{Colour, Label, LabelId, Schema};

/// A calendar day, for publication dates.
pub use jiff::civil::Date;
