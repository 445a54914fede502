//! Writes a project to its file, unless another program has changed the file meanwhile.

use super::{folder::StateFolder, watch::OnDisk, writer::Handle};
use crate::{
    model::Project,
    project_file::{self, Digest, Disk, Storage},
    session::files::{self, Failure},
};
use std::{fs, io::ErrorKind, path::Path, sync::Arc};

/// What a save has to mind.
#[derive(Clone)]
pub(in crate::session) struct Guard {
    pub(super) storage: Arc<dyn Storage>,
    /// What is known of the file, where it is that of the open project.
    pub(super) own: Option<OnDisk>,
    /// The journal that is told before, and the line after which the project was so.
    pub(super) announce: Option<(Handle, u64)>,
    /// What another program wrote there is kept aside and replaced.
    pub(super) overwrites: bool,
}

impl Guard {
    /// For a project of which nothing is kept.
    pub(super) fn new(state: Option<&StateFolder>) -> Self {
        let storage =
            state.map_or_else(|| Arc::new(Disk) as Arc<dyn Storage>, |state| Arc::clone(state.storage()));
        Self { storage, own: None, announce: None, overwrites: false }
    }
}

/// What was written.
pub(in crate::session) struct Written {
    pub(in crate::session) digest: Digest,
    pub(in crate::session) bytes: Vec<u8>,
    /// What was there before and is not known.
    pub(in crate::session) replaced: Option<Vec<u8>>,
}

/// Why nothing was written.
pub(in crate::session) enum Unsaved {
    Failed(Failure),
    /// Another program has changed the file.
    Foreign(Failure),
}

impl From<Failure> for Unsaved {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl Unsaved {
    pub(in crate::session) fn into_failure(self) -> Failure {
        match self {
            Self::Failed(failure) | Self::Foreign(failure) => failure,
        }
    }
}

/// Writes a project whole or not at all. With `keep_original`, what is there now is copied aside first.
pub(in crate::session) fn save(
    project: &Project,
    path: &Path,
    keep_original: bool,
    guard: &Guard,
) -> Result<Written, Unsaved> {
    files::spare_sources(project, path)?;
    let failed = |error: &std::io::Error| files::failed(path, error);
    let there = match fs::read(path) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        // What cannot be read cannot be told apart; writing says what is wrong.
        Err(_) => None,
    };
    let found = there.as_deref().map(Digest::of);
    let bytes = project_file::to_bytes(project);
    let digest = Digest::of(&bytes);
    let mut replaced = None;
    match &guard.own {
        Some(on_disk) => {
            let is_foreign = found.is_some() && found != on_disk.digest() && found != Some(digest);
            if is_foreign && !guard.overwrites {
                return Err(Unsaved::Foreign(Failure { path: path.to_owned(), why: FOREIGN.to_owned() }));
            }
            if is_foreign {
                project_file::keep_aside_on(&*guard.storage, path, "theirs")
                    .map_err(|error| failed(&error))?;
            } else if keep_original {
                project_file::keep_aside_on(&*guard.storage, path, "damaged")
                    .map_err(|error| failed(&error))?;
            }
        }
        None => replaced = there.filter(|_| found != Some(digest)),
    }
    if let Some((journal, after)) = &guard.announce {
        // If the journal cannot be written, saving matters all the more.
        let _ = journal.announce(*after, digest);
    }
    project_file::write_atomically_on(&*guard.storage, path, &bytes).map_err(|error| failed(&error))?;
    if let Some(on_disk) = &guard.own {
        on_disk.set(Some(path), Some(digest));
    }
    Ok(Written { digest, bytes, replaced })
}

const FOREIGN: &str =
    "another program has changed this file since it was opened; nothing was written over it";
