//! What the jobs of a session bring back.

use super::{
    Sorted,
    files::Failure,
    importing::{Batch, ReadFile},
    jobs::Moment,
    keeping::{Opened, Snapshot, Unsaved, Written},
};
use crate::{
    model::{DocumentId, NameList, Project, Schema},
    suggest::Memory,
};
use std::{path::PathBuf, sync::Arc};

/// A project that was opened, and what it teaches.
pub(super) type Loaded = (Box<Opened>, Arc<Memory>);

/// What a job brings back, each once.
pub(super) enum Finished {
    Imported(Batch),
    /// An article's file was read again.
    ReadAgain {
        document: DocumentId,
        read: Result<ReadFile, Failure>,
    },
    /// `asked_for` is the number of the project that they are for.
    NamesRead {
        asked_for: u64,
        lists: Vec<(String, NameList)>,
        warnings: Vec<String>,
        failures: Vec<Failure>,
    },
    StateRead {
        snapshot: Snapshot,
        result: Result<Arc<Project>, Failure>,
    },
    LabelsRead {
        path: PathBuf,
        result: Result<Box<Schema>, Failure>,
    },
    LabelsWritten {
        path: PathBuf,
        result: Result<(), Failure>,
    },
    NamesWritten {
        path: PathBuf,
        result: Result<(), Failure>,
    },
    AnnotationsRead(Box<Sorted>),
    Exported {
        path: PathBuf,
        result: Result<Vec<String>, Failure>,
    },
    /// Of `None`: a project that was never saved. Nothing is said if there was none to bring back.
    Opened {
        path: Option<PathBuf>,
        asked_at: Moment,
        loaded: Result<Option<Loaded>, Failure>,
    },
    /// `place` is the line of the journal after which the project was so.
    Saved {
        path: PathBuf,
        moment: Moment,
        place: Option<u64>,
        result: Result<Written, Unsaved>,
    },
}
