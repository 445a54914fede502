//! Keeps what is done from being lost: the journal, the lock, the file that others may change, earlier states.
//!
//! A [`Keeper`] goes with the project that is open. Nothing here waits for the disk but what says so.

mod articles;
mod chronicle;
mod folder;
mod handle;
mod handover;
mod left_over;
mod opening;
mod saving;
mod snapshots;
mod tidying;
mod watch;
mod writer;

#[cfg(test)]
mod tests;

pub use folder::{STATE_VARIABLE, StateFolder};
pub use left_over::LeftOver;
pub use opening::Purpose;
pub use snapshots::{Reason, Snapshot};

pub(super) use folder::{Claim, Key};
pub(super) use handle::Record;
pub(super) use handover::{forget, take_over};
pub(super) use opening::{Opened, open, open_untitled};
pub(super) use saving::{Guard, Unsaved, Written, save};
pub(super) use snapshots::{is_packed, list, packed_article, unpacked};
pub(super) use watch::OnDisk;

use super::{Wake, files::Failure};
use crate::{
    model::{Project, Schema},
    project_file::{Digest, Form, Laid, Lock},
};
use chronicle::{Chronicle, Moment, What};
use handle::Old;
use opening::Hold;
use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};
use watch::Watch;
use writer::{Journal, Setting};

/// A state is kept when nothing was done for so long.
const IDLE: Duration = Duration::from_secs(5);
/// A state is kept after so many steps.
const MANY_STEPS: usize = 1_000;

/// What keeps the open project.
pub(super) struct Keeper {
    /// `None`: nothing is kept.
    state: Option<StateFolder>,
    in_window: bool,
    wake: Wake,
    key: Key,
    lock: Option<Lock>,
    /// Who else has the project open: then it is only read here.
    busy: Option<String>,
    on_disk: OnDisk,
    /// `None` until the first change.
    journal: Option<Journal>,
    there: (u64, u64),
    first: Vec<Record>,
    /// The journal began on a project that is in no file.
    has_start: bool,
    schema: Arc<Schema>,
    path: Option<PathBuf>,
    chronicle: Option<Chronicle>,
    /// Only held: it ends with this.
    watch: Option<Watch>,
    steps_since_kept: usize,
    is_failing: bool,
    /// Why there is no journal although there should be one.
    trouble: Option<String>,
    /// Locks of files that the project is being saved to.
    claimed: Vec<(PathBuf, Key, Option<Lock>)>,
}

impl Keeper {
    /// Keeps nothing.
    pub(super) fn none(wake: Wake) -> Self {
        Self {
            state: None,
            in_window: false,
            wake,
            key: Key::untitled(0),
            lock: None,
            busy: None,
            on_disk: OnDisk::default(),
            journal: None,
            there: (0, 0),
            first: Vec::new(),
            has_start: false,
            schema: Arc::new(Schema::news_analyst()),
            path: None,
            chronicle: None,
            watch: None,
            steps_since_kept: 0,
            is_failing: false,
            trouble: None,
            claimed: Vec::new(),
        }
    }

    /// Keeps everything from now on.
    pub(super) fn keep_in(&mut self, state: StateFolder, in_window: bool, seed: u64) {
        self.chronicle = Some(Chronicle::new(state.clone()));
        if in_window {
            self.watch = Some(Watch::start(self.on_disk.clone(), Arc::clone(&self.wake)));
            tidying::start(&state);
        }
        (self.state, self.in_window, self.key) = (Some(state), in_window, Key::untitled(seed));
    }

    pub(super) fn state(&self) -> Option<&StateFolder> {
        self.state.as_ref()
    }

    pub(super) fn key(&self) -> &Key {
        &self.key
    }

    /// Who else has the project open, so that it is only read here.
    pub(super) fn busy(&self) -> Option<&str> {
        self.busy.as_deref()
    }

    /// The project that was there is left; `unsaved` is what would be lost. Its journal ends in the background.
    pub(super) fn leave(&mut self, unsaved: Option<&Arc<Project>>) {
        if let Some(project) = unsaved.filter(|_| self.busy.is_none()) {
            self.chronicle(Reason::GivenUp, What::Project(Arc::clone(project), self.form_of(project)));
            self.go_on_with_journal();
            let old = self.old();
            if let Some(journal) = &self.journal {
                journal.handle().give_up(old);
            }
        }
        self.journal = None;
        self.lock = None;
        if let Some(state) = self.state.as_ref().filter(|_| unsaved.is_some()) {
            state.forget_lock(&self.key);
        }
    }

    /// The journal so far is not needed any more: everything is in the file.
    pub(super) fn forget(&mut self) {
        self.journal = None;
        (self.there, self.has_start) = ((0, 0), false);
        self.first.clear();
        if let Some(state) = &self.state {
            // If it stays, undo reaches further back than was meant.
            let _ = state.storage().remove(&state.journal_of(&self.key));
        }
    }

    fn old(&self) -> Old {
        match self.on_disk.digest() {
            Some(digest) if !self.has_start && !self.key.is_untitled() => Old::GiveUp(digest),
            _ => Old::Remove,
        }
    }

    /// A new project takes the place of the one that was left.
    pub(super) fn begin_untitled(&mut self, seed: u64, schema: &Schema) {
        let lock = None;
        self.take(None, (None, None), schema, Some(Hold { lock, ..Hold::new(Key::untitled(seed)) }));
    }

    /// A project that was opened takes the place of the one that was left.
    pub(super) fn take(
        &mut self,
        path: Option<&Path>,
        (disk, laid): (Option<Digest>, Option<Arc<Laid>>),
        schema: &Schema,
        hold: Option<Hold>,
    ) {
        if self.state.is_some() {
            let hold = hold.unwrap_or_else(|| Hold::new(path.map_or(Key::untitled(0), Key::of)));
            (self.key, self.lock, self.busy) = (hold.key, hold.lock, hold.busy);
            (self.there, self.first) = (hold.there, hold.first);
            self.has_start = !self.first.is_empty();
        }
        self.schema = Arc::new(schema.clone());
        self.path = path.map(Path::to_owned);
        self.steps_since_kept = 0;
        self.on_disk.set(path, disk, laid);
        if let Some(state) = &self.state {
            self.on_disk.set_wanted(state, &self.key);
        }
    }

    /// The lock that this session has on a file already, to be taken over when that file is read again.
    pub(super) fn take_lock(&mut self) -> Option<Lock> {
        self.lock.take()
    }

    pub(super) fn set_lock(&mut self, lock: Option<Lock>) {
        self.lock = lock;
    }

    /// Writes down what was done; returns at once.
    pub(super) fn record(&mut self, record: Record, project: &Project) {
        let Some(state) = self.state.clone() else {
            return;
        };
        self.use_labels(project.schema());
        if self.journal.is_none() {
            self.keep_opened(project);
            if self.key.is_untitled() && self.lock.is_none() {
                // Without the lock another Dateline would take this for what a crash left.
                self.lock = match state.claim(&self.key) {
                    Ok(Claim::Held(lock)) => lock,
                    _ => None,
                };
            }
            self.start_journal();
        }
        if let Some(journal) = &self.journal {
            journal.handle().write(record);
        }
        self.steps_since_kept += 1;
        let now = Instant::now();
        let is_much = self.steps_since_kept >= MANY_STEPS;
        self.on_disk.set_due(Some(if is_much { now } else { now + IDLE }));
    }

    /// A step says by itself which labels it changes; any other has those that the project has after it. Undo and what could
    /// not be kept change them too, so this is looked at before each step.
    fn use_labels(&mut self, schema: &Schema) {
        if *self.schema == *schema {
            return;
        }
        self.schema = Arc::new(schema.clone());
        if let Some(journal) = &self.journal {
            journal.handle().use_labels(Arc::clone(&self.schema));
        }
    }

    /// Starts it if there is something in it already.
    fn go_on_with_journal(&mut self) {
        if self.there.1 > 0 || !self.first.is_empty() {
            self.start_journal();
        }
    }

    fn start_journal(&mut self) {
        let Some(folder) = self.state.clone().filter(|_| self.journal.is_none()) else {
            return;
        };
        let setting = Setting {
            path: folder.journal_of(&self.key),
            folder,
            schema: Arc::clone(&self.schema),
            there: self.there,
            retries: self.in_window,
            wake: Arc::clone(&self.wake),
        };
        let journal = match Journal::start(setting) {
            Ok(journal) => journal,
            Err(error) => {
                self.trouble = Some(format!("no thread could be started: {error}"));
                return;
            }
        };
        self.trouble = None;
        if self.there.1 == 0 && self.first.is_empty() {
            let project =
                self.path.as_deref().map_or_else(String::new, |path| path.to_string_lossy().into_owned());
            journal.handle().write(Record::Begin { project, base: self.on_disk.digest(), start: None });
        }
        for record in self.first.drain(..) {
            journal.handle().write(record);
        }
        self.journal = Some(journal);
    }

    /// The file as it was when work began, so that it can be found again.
    fn keep_opened(&mut self, project: &Project) {
        if let (Some(path), Some(digest)) = (self.path.clone(), self.on_disk.digest()) {
            let counts = (project.document_count(), project.mention_count());
            self.chronicle(Reason::Opened, What::File(path, digest, counts));
        }
    }

    fn chronicle(&mut self, reason: Reason, what: What) {
        let key = self.key.clone();
        if let Some(chronicle) = &mut self.chronicle {
            chronicle.keep(Moment { key, reason, what });
        }
    }

    /// Keeps the project as it is now, if it is time to.
    pub(super) fn keep_if_due(&mut self, project: &Arc<Project>, last_change: Option<Instant>) {
        let is_idle = last_change.is_some_and(|last| last.elapsed() >= IDLE);
        if self.steps_since_kept > 0 && (is_idle || self.steps_since_kept >= MANY_STEPS) {
            self.steps_since_kept = 0;
            self.chronicle(Reason::Working, What::Project(Arc::clone(project), self.form_of(project)));
        }
    }

    /// How the project lies on disk, or would.
    pub(super) fn form_of(&self, project: &Project) -> Form {
        if self.on_disk.laid().is_some() { Form::Folder } else { Form::for_size_of(project) }
    }

    /// Waits until everything that was written down is on disk.
    ///
    /// # Errors
    /// Why it is not.
    pub(super) fn make_safe(&self) -> Result<(), Failure> {
        let handle = self.journal.as_ref().map(Journal::handle);
        let kept = match (handle, &self.trouble) {
            (Some(handle), _) => handle.wait_for(handle.last()),
            (None, Some(trouble)) => Err(trouble.clone()),
            (None, None) => Ok(()),
        };
        kept.map_err(|why| {
            let path = self.state.as_ref().map_or_else(PathBuf::new, |state| state.path().to_owned());
            Failure { path, why }
        })
    }

    /// Takes back the line that was written last and is not on disk.
    pub(super) fn withdraw(&mut self) {
        if let Some(journal) = &self.journal {
            journal.handle().withdraw(journal.handle().last());
        }
    }

    /// Whether changes can be kept, if that is another than it was: why not.
    pub(super) fn news(&mut self) -> Option<Result<(), String>> {
        let failure = self.journal.as_ref().and_then(|journal| journal.handle().failure());
        let failure = failure.or_else(|| self.trouble.clone());
        let is_news = failure.is_some() != self.is_failing;
        self.is_failing = failure.is_some();
        is_news.then_some(failure.map_or(Ok(()), Err))
    }

    /// Whether another program has changed the file, if that was not told before.
    pub(super) fn take_change(&self) -> bool {
        self.on_disk.take_change()
    }

    /// Whether another Dateline wants the project: then it is only read here from now on, and everything that was done here
    /// is in the journal, for the other to go on with.
    pub(super) fn yield_if_wanted(&mut self) -> bool {
        let Some(state) = self.state.clone().filter(|_| self.on_disk.is_wanted() && self.busy.is_none())
        else {
            return false;
        };
        let wanted = state.wanted_of(&self.key);
        self.journal = None;
        self.lock = None;
        self.busy = Some("the one that asked for it".to_owned());
        let _ = state.storage().remove(&wanted);
        true
    }
}

/// Said where a project is only read.
pub(super) fn read_only(who: &str) -> String {
    format!("it is open in another Dateline ({who}), and only to be read here")
}
