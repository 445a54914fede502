//! Writes a project to its file, unless another program has changed the file meanwhile.

use super::{
    Keeper,
    articles::Articles,
    chronicle::What,
    folder::{Claim, Key, StateFolder},
    handle::{Handle, Record},
    read_only,
    snapshots::Reason,
    tidying,
    watch::OnDisk,
};
use crate::{
    model::Project,
    project_file::{self, Digest, Disk, Form, Laid, Storage},
    session::files::{self, Failure},
};
use std::{fs, path::Path, sync::Arc};

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
    /// How it is to lie on disk, if somebody said so.
    pub(super) form: Option<Form>,
}

impl Guard {
    /// For a project of which nothing is kept.
    pub(super) fn new(state: Option<&StateFolder>) -> Self {
        let storage =
            state.map_or_else(|| Arc::new(Disk) as Arc<dyn Storage>, |state| Arc::clone(state.storage()));
        Self { storage, own: None, announce: None, overwrites: false, form: None }
    }

    /// The same, for a project that is to lie on disk like this.
    pub(in crate::session) fn with_form(self, form: Option<Form>) -> Self {
        Self { form, ..self }
    }

    /// A project in a folder stays in one, and a large one goes into one.
    fn form_of(&self, project: &Project, laid: Option<&Laid>) -> Form {
        let stays = laid.map(|_| Form::Folder);
        self.form.or(stays).unwrap_or_else(|| Form::for_size_of(project))
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
        let Written { digest, laid, bytes, replaced, .. } = written;
        let counts = (project.document_count(), project.mention_count());
        let what = match &laid {
            Some(_) => What::File(path.to_owned(), digest, counts),
            None => What::Bytes(bytes, counts),
        };
        if self.is_own(path) {
            // It had not begun when the file was about to be written.
            if let (Some(journal), None) = (&self.journal, place) {
                journal.handle().write(Record::Save { after: 0, file: digest });
            }
        } else {
            self.move_to(path, digest, place);
        }
        self.path = Some(path.to_owned());
        self.on_disk.set(Some(path), Some(digest), laid);
        if let Some(old) = replaced {
            self.chronicle(Reason::Replaced, What::Bytes(old, (0, 0)));
        }
        self.chronicle(Reason::Saved, what);
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
    /// The articles that have files of their own now; `None` if the project is one file.
    pub(in crate::session) laid: Option<Arc<Laid>>,
    /// The project's file, where all of it is in that.
    pub(in crate::session) bytes: Vec<u8>,
    /// What was there before and is not known.
    pub(in crate::session) replaced: Option<Vec<u8>>,
    /// It lies in another form than before.
    pub(in crate::session) is_other_form: bool,
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
    // What is there and cannot be read cannot be told apart; writing says what is wrong.
    let there = fs::read(path).ok();
    let found = there.as_deref().map(Digest::of);
    let laid = guard.own.as_ref().and_then(OnDisk::laid);
    let form = guard.form_of(project, laid.as_deref());
    let articles = Articles::beside(path, &*guard.storage);
    let (bytes, now) = match form {
        Form::File => (project_file::to_bytes(project), None),
        Form::Folder => {
            let written = articles.write(project, laid.as_deref());
            let (bytes, now) = written.map_err(|error| articles.failed(&error))?;
            (bytes, Some(Arc::new(now)))
        }
    };
    let digest = Digest::of(&bytes);
    let there = There { path, bytes: there, found, articles: &articles };
    let replaced = match &guard.own {
        Some(on_disk) => {
            let is_other = found.is_some() && found != on_disk.digest() && found != Some(digest);
            let is_foreign = is_other || articles.are_foreign(project, laid.as_deref());
            there.make_way(is_foreign, keep_original, guard.overwrites)?;
            None
        }
        None => there.replaced_by(digest)?,
    };
    if let Some((journal, after)) = &guard.announce {
        // If the journal cannot be written, saving matters all the more.
        let _ = journal.announce(*after, digest);
    }
    project_file::write_atomically_on(&*guard.storage, path, &bytes).map_err(|error| failed(&error))?;
    tidying::remove_temporaries(&*guard.storage, path.parent().unwrap_or(Path::new("")));
    let is_other_form = guard.own.is_some() && laid.is_some() != now.is_some();
    if laid.is_some() || now.is_some() {
        articles.tidy(now.as_deref());
    }
    if let Some(on_disk) = &guard.own {
        on_disk.set(Some(path), Some(digest), now.clone());
    }
    let bytes = if now.is_some() { Vec::new() } else { bytes };
    Ok(Written { digest, laid: now, bytes, replaced, is_other_form })
}

/// What is at the path before it is written.
struct There<'a> {
    path: &'a Path,
    bytes: Option<Vec<u8>>,
    found: Option<Digest>,
    articles: &'a Articles<'a>,
}

impl There<'_> {
    fn keep_aside(&self, why: &str) -> Result<(), Failure> {
        let kept = self.articles.keep_project_aside(self.path, self.bytes.as_deref(), why);
        kept.map_err(|error| files::failed(self.path, &error))
    }

    /// The open project's own file: what another program wrote there is not written over without being asked for.
    fn make_way(&self, is_foreign: bool, keep_original: bool, overwrites: bool) -> Result<(), Unsaved> {
        if is_foreign && !overwrites {
            let failure = Failure { path: self.path.to_owned(), why: FOREIGN.to_owned() };
            return Err(Unsaved::Foreign(failure));
        }
        if is_foreign || keep_original {
            self.keep_aside(if is_foreign { "theirs" } else { "damaged" })?;
        }
        Ok(())
    }

    /// The file of another project: its bytes, to be kept among the earlier states. One in a folder is kept beside.
    fn replaced_by(self, new: Digest) -> Result<Option<Vec<u8>>, Failure> {
        if self.found == Some(new) {
            return Ok(None);
        }
        if self.bytes.as_deref().is_some_and(|bytes| !project_file::articles_named(bytes).is_empty()) {
            return self.keep_aside("replaced").map(|()| None);
        }
        Ok(self.bytes)
    }
}

const FOREIGN: &str =
    "another program has changed this file since it was opened; nothing was written over it";
