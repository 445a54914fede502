//! Writes a project to its file, unless another program has changed the file meanwhile.

use super::{
    Keeper,
    chronicle::What,
    folder::{Claim, Key, StateFolder},
    handle::{Handle, Record},
    read_only,
    snapshots::Reason,
    watch::OnDisk,
};
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

impl Keeper {
    /// What a save to this path has to mind.
    ///
    /// # Errors
    /// If another Dateline has that file open.
    pub(in crate::session) fn guard(&mut self, path: &Path, overwrites: bool) -> Result<Guard, Failure> {
        let mut guard = Guard { overwrites, ..Guard::new(self.state.as_ref()) };
        if self.is_own(path) {
            if let Some(who) = &self.busy {
                return Err(Failure { path: path.to_owned(), why: read_only(who) });
            }
            guard.own = Some(self.on_disk.clone());
            self.go_on_with_journal();
            guard.announce =
                self.journal.as_ref().map(|journal| (journal.handle().clone(), journal.handle().last()));
            return Ok(guard);
        }
        let Some(state) = &self.state else {
            return Ok(guard);
        };
        let key = Key::of(path);
        if !self.claimed.iter().any(|(_, claimed, _)| *claimed == key) {
            match state.claim(&key) {
                Ok(Claim::Held(lock)) => self.claimed.push((path.to_owned(), key, lock)),
                Ok(Claim::Busy(who)) => {
                    let why = format!("it is open in another Dateline ({who}); choose another name");
                    return Err(Failure { path: path.to_owned(), why });
                }
                // Saving must work where nothing can be kept.
                Err(_) => {}
            }
        }
        Ok(guard)
    }

    /// The line after which the project is as it is now.
    pub(in crate::session) fn place(&self) -> Option<u64> {
        self.journal.as_ref().map(|journal| journal.handle().last())
    }

    fn is_own(&self, path: &Path) -> bool {
        self.path.as_deref().is_some_and(|own| files::is_same_file(own, path))
    }

    /// The project, as it was after a line, is in a file now.
    pub(in crate::session) fn saved(
        &mut self,
        path: &Path,
        written: Written,
        place: Option<u64>,
        project: &Project,
    ) {
        let Written { digest, bytes, replaced } = written;
        if self.is_own(path) {
            // It had not begun when the file was about to be written.
            if let (Some(journal), None) = (&self.journal, place) {
                journal.handle().write(Record::Save { after: 0, file: digest });
            }
        } else {
            self.move_to(path, digest, place);
        }
        self.path = Some(path.to_owned());
        self.on_disk.set(Some(path), Some(digest));
        if let Some(old) = replaced {
            self.chronicle(Reason::Replaced, What::Bytes(old, (0, 0)));
        }
        let counts = (project.document_count(), project.mention_count());
        self.chronicle(Reason::Saved, What::Bytes(bytes, counts));
    }

    /// A save that is not one of the open project any more, or that failed.
    pub(in crate::session) fn not_saved(&mut self, path: &Path) {
        self.claimed.retain(|(claimed, ..)| claimed != path);
    }

    /// The journal goes on beside another file.
    fn move_to(&mut self, path: &Path, digest: Digest, place: Option<u64>) {
        let Some(state) = self.state.clone() else {
            return;
        };
        let key = Key::of(path);
        self.go_on_with_journal();
        let to = state.journal_of(&key);
        // That of what was saved over, if there is one.
        let _ = state.storage().rename(&to, &to.with_extension("replaced"));
        if let Some(journal) = &self.journal {
            let after = place.unwrap_or(self.there.1.saturating_sub(1));
            journal.handle().move_to(to, Record::Save { after, file: digest }, self.old());
        }
        let claimed = self.claimed.iter().position(|(_, claimed, _)| *claimed == key);
        state.forget_lock(&self.key);
        self.lock = claimed.and_then(|index| self.claimed.swap_remove(index).2);
        (self.key, self.busy, self.has_start) = (key, None, false);
        self.on_disk.set_wanted(&state, &self.key);
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
