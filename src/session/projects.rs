//! Opening, leaving and saving projects, and what keeps them from being lost.

use super::{
    Failure, Notice, Session, Shown, empty_project, files,
    jobs::{Moment, Save},
    keeping::{self, Opened, Purpose, Record, Snapshot, Unsaved, Written},
    seed,
};
use crate::{
    model::{Conflict, History, Project, StateId},
    project_file::Form,
    suggest::Memory,
};
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::Arc,
    time::Instant,
};

impl Session {
    /// Reads a project in the background and puts it in place of this one; see [`Notice::ProjectOpened`].
    ///
    /// What is not saved at this moment is given up with the old project. What is changed from now on is not: then
    /// the old project stays; see [`Notice::OpenFailed`].
    pub fn open_project(&mut self, path: PathBuf) {
        let is_own = self.path.as_deref().is_some_and(|own| files::is_same_file(own, &path));
        let purpose = if is_own && self.keeper.busy().is_none() { Purpose::Reload } else { Purpose::Window };
        let (state, named) = (self.keeper.state().cloned(), path.clone());
        self.jobs.open_project(Some(named), self.moment(), move |watching| {
            keeping::open(&path, seed(), state.as_ref(), purpose, Some(&watching)).map(Some)
        });
    }

    /// Brings back, in the background, what a crash left of a project that was never saved, if there is one; see
    /// [`Notice::BroughtBack`].
    pub fn bring_back_untitled(&mut self) {
        let Some(state) = self.keeper.state().cloned() else {
            return;
        };
        self.jobs.open_project(None, self.moment(), move |_| {
            let mut failed = Ok(None);
            for key in state.untitled() {
                if state.is_busy(&key) {
                    continue;
                }
                match keeping::open_untitled(&state, key, seed()) {
                    // Nothing was done, or all of it was taken back.
                    Ok(opened) if opened.notes.is_empty() => keeping::forget(&state, opened),
                    Ok(opened) => return Ok(Some(opened)),
                    Err(failure) => failed = Err(failure),
                }
            }
            failed
        });
    }

    /// Whether a crash left work on a project that was never saved.
    pub fn has_untitled_left(&self) -> bool {
        let state = self.keeper.state();
        state.is_some_and(|state| {
            state.untitled().iter().any(|key| !state.is_busy(key) && key != self.keeper.key())
        })
    }

    /// Reads a project here and now, for work without a window. Gives what is odd about the file, and what else is to be
    /// told.
    ///
    /// # Errors
    /// If it cannot be read, or not be opened for this purpose; the session is as it was.
    pub fn open_project_for(
        &mut self,
        path: &Path,
        purpose: Purpose,
    ) -> Result<(Vec<String>, Vec<String>), Failure> {
        let opened = keeping::open(path, seed(), self.keeper.state(), purpose, None)?;
        // Who only looks asks for no suggestions.
        let memory = if purpose == Purpose::Look { Memory::default() } else { Memory::of(&opened.project) };
        Ok(self.put_in_place(opened, Arc::new(memory), Some(path.to_owned())))
    }

    /// The same to be changed, if it is there.
    ///
    /// # Errors
    /// As for [`Session::open_project_for`].
    pub fn open_project_now(&mut self, path: &Path) -> Result<Vec<String>, Failure> {
        if path.try_exists().is_ok_and(|exists| !exists) {
            return Err(files::missing(path));
        }
        self.open_project_for(path, Purpose::Edit).map(|(warnings, _)| warnings)
    }

    /// Begins an empty project with the labels of news analysis.
    pub fn new_project(&mut self) {
        self.give_up();
        let project = empty_project();
        self.keeper.begin_untitled(seed(), project.schema());
        self.replace_project((project, Arc::default()), History::default(), StateId::default(), None);
    }

    /// What is not saved is given up: it does not come back by itself. An earlier state keeps it all the same.
    pub fn give_up(&mut self) {
        let unsaved = self.has_unsaved_changes().then(|| Arc::clone(&self.project));
        self.keeper.leave(unsaved.as_ref());
    }

    /// The project begins here, as it is saved: undo does not reach behind this.
    pub fn begin_here(&mut self) {
        if !self.has_unsaved_changes() {
            self.keeper.forget();
            self.history = History::default();
            self.saved_state = StateId::default();
        }
    }

    fn put_in_place(
        &mut self,
        opened: Opened,
        memory: Arc<Memory>,
        path: Option<PathBuf>,
    ) -> (Vec<String>, Vec<String>) {
        let Opened { project, history, saved, warnings, notes, disk, laid, hold } = opened;
        let is_same = |path: &Path| self.path.as_deref().is_some_and(|own| files::is_same_file(own, path));
        let is_own = hold.is_none() && path.as_deref().is_some_and(is_same);
        let lock = if is_own { self.keeper.take_lock() } else { None };
        self.give_up();
        self.keeper.take(path.as_deref(), (disk, laid), project.schema(), hold);
        if is_own {
            self.keeper.set_lock(lock);
        }
        self.replace_project((project, memory), history, saved, path);
        self.keep_original = !warnings.is_empty();
        (warnings, notes)
    }

    fn replace_project(
        &mut self,
        (project, memory): (Project, Arc<Memory>),
        history: History,
        saved: StateId,
        path: Option<PathBuf>,
    ) {
        // Labels are numbers of one schema: what was hidden of another says nothing here.
        self.suggesting.show(Shown { labels_off: BTreeSet::new(), ..self.shown().clone() });
        self.suggesting.use_schema(project.schema());
        self.memory = memory;
        self.project = Arc::new(project);
        self.project_number += 1;
        (self.history, self.saved_state) = (history, saved);
        self.path = path;
        self.keep_original = false;
        self.suggesting.start_over(&self.project, &self.memory);
        self.dating.start_over();
    }

    /// Changes with every step, and with every project that is opened.
    pub fn project_state(&self) -> (u64, StateId) {
        (self.project_number, self.history.state())
    }

    pub(super) fn moment(&self) -> Moment {
        Moment { project: self.project_number, state: self.history.state() }
    }

    pub(super) fn take_opened(
        &mut self,
        path: Option<PathBuf>,
        asked_at: Moment,
        loaded: Result<Option<(Box<Opened>, Arc<Memory>)>, Failure>,
    ) -> Option<Notice> {
        self.opening = None;
        let (opened, memory) = match loaded {
            Ok(loaded) => loaded?,
            Err(failure) => return Some(Notice::OpenFailed(failure)),
        };
        // What was never saved comes back only into an empty window.
        let is_changed = self.moment() != asked_at && (path.is_none() || self.has_unsaved_changes());
        if is_changed {
            let failure = Failure { path: path?, why: CHANGED_MEANWHILE.to_owned() };
            return Some(Notice::OpenFailed(failure));
        }
        let (warnings, notes) = self.put_in_place(*opened, memory, path.clone());
        Some(match path {
            Some(path) => Notice::ProjectOpened { path, warnings, notes },
            None => Notice::BroughtBack { notes },
        })
    }

    /// Writes the project to `path` in the background; see [`Notice::Saved`], [`Notice::SaveFailed`] and
    /// [`Notice::SaveRefused`].
    pub fn save_to(&mut self, path: PathBuf) {
        self.save_in(path, false, None);
    }

    /// The same, in this form, which it keeps from then on.
    pub fn save_as_form(&mut self, path: PathBuf, form: Form) {
        self.save_in(path, false, Some(form));
    }

    /// The same; what another program wrote there meanwhile is kept aside and replaced.
    pub fn overwrite(&mut self, path: PathBuf) {
        self.save_in(path, true, None);
    }

    /// How the project lies in its file; one that has none yet: how it would.
    pub fn form(&self) -> Form {
        self.keeper.form_of(&self.project)
    }

    fn save_in(&mut self, path: PathBuf, overwrites: bool, form: Option<Form>) {
        let (project, moment) = (Arc::clone(&self.project), self.moment());
        let keep_original = self.keeps_original(&path);
        match self.keeper.guard(&path, overwrites) {
            Ok(guard) => {
                let (guard, place) = (guard.with_form(form), self.keeper.place());
                self.jobs.save(Save { project, moment, path, keep_original, guard, place });
            }
            Err(failure) => self.jobs.refuse_save(path, moment, failure),
        }
    }

    /// Writes the project here and now, for work without a window.
    ///
    /// # Errors
    /// If it could not be written whole; what was there before is still there.
    pub fn save_now(&mut self, path: &Path) -> Result<(), Failure> {
        self.save_now_in(path, false, None)
    }

    /// The same, in this form, which it keeps from then on.
    ///
    /// # Errors
    /// As for [`Session::save_now`].
    pub fn save_now_as_form(&mut self, path: &Path, form: Form) -> Result<(), Failure> {
        self.save_now_in(path, false, Some(form))
    }

    /// The same; what another program wrote there meanwhile is kept aside and replaced.
    ///
    /// # Errors
    /// As for [`Session::save_now`].
    pub fn save_now_over(&mut self, path: &Path, overwrites: bool) -> Result<(), Failure> {
        self.save_now_in(path, overwrites, None)
    }

    fn save_now_in(&mut self, path: &Path, overwrites: bool, form: Option<Form>) -> Result<(), Failure> {
        let guard = self.keeper.guard(path, overwrites)?.with_form(form);
        let place = self.keeper.place();
        let saved = keeping::save(&self.project, path, self.keeps_original(path), &guard);
        match saved {
            Ok(written) => {
                self.saved(path.to_owned(), self.moment(), place, written);
                Ok(())
            }
            Err(unsaved) => {
                self.keeper.not_saved(path);
                Err(unsaved.into_failure())
            }
        }
    }

    fn keeps_original(&self, path: &Path) -> bool {
        self.keep_original && self.path.as_deref().is_some_and(|opened| files::is_same_file(opened, path))
    }

    pub(super) fn take_saved(
        &mut self,
        path: PathBuf,
        moment: Moment,
        place: Option<u64>,
        result: Result<Written, Unsaved>,
    ) -> Notice {
        match result {
            Ok(written) => {
                let form = if written.laid.is_some() { Form::Folder } else { Form::File };
                let new_form = written.is_other_form.then_some(form);
                self.saved(path.clone(), moment, place, written);
                Notice::Saved { path, new_form }
            }
            Err(unsaved) => {
                self.keeper.not_saved(&path);
                match unsaved {
                    Unsaved::Failed(failure) => Notice::SaveFailed(failure),
                    Unsaved::Foreign(failure) => Notice::SaveRefused(failure),
                }
            }
        }
    }

    /// Takes down what is on disk, unless another project has come since.
    fn saved(&mut self, path: PathBuf, moment: Moment, place: Option<u64>, written: Written) {
        if moment.project == self.project_number {
            self.keeper.saved(&path, written, place, &self.project);
            self.path = Some(path);
            self.saved_state = moment.state;
            self.keep_original = false;
        } else {
            self.keeper.not_saved(&path);
        }
    }

    pub(super) fn may_change(&self) -> Result<(), Conflict> {
        let refused = |why| Err(Conflict { record: "project".to_owned(), why });
        match self.keeper.busy() {
            None if self.is_opening() => refused(OPENING),
            None => Ok(()),
            Some(_) => refused(READ_ONLY),
        }
    }

    /// Whether the project is only read here, because another Dateline has it open.
    pub fn is_read_only(&self) -> bool {
        self.keeper.busy().is_some()
    }

    /// Whether what is shown is the part that is there of a project that is being read.
    pub fn is_opening(&self) -> bool {
        self.opening.is_some()
    }

    pub(super) fn write_down(&mut self, record: Record) {
        self.last_change = Some(Instant::now());
        self.keeper.record(record, &self.project);
    }

    /// Waits until everything that was done is on disk, for work without a window.
    ///
    /// # Errors
    /// Why it is not: what was done last is taken back then.
    pub fn make_safe(&mut self, last: LastStep) -> Result<(), Failure> {
        let Err(failure) = self.keeper.make_safe() else {
            return Ok(());
        };
        self.keeper.withdraw();
        let project = Arc::make_mut(&mut self.project);
        let taken_back = match last {
            LastStep::Done => self.history.withdraw(project),
            LastStep::Undone => self.history.redo(project),
            LastStep::Redone => self.history.undo(project),
        };
        if let Ok(Some(transaction)) = taken_back {
            self.take_in(&transaction);
        }
        Err(failure)
    }

    /// Takes in what happened around the project's file and its journal.
    pub(super) fn look_after(&mut self) -> Vec<Notice> {
        let mut notices = Vec::new();
        self.keeper.keep_if_due(&self.project, self.last_change);
        if let Some(news) = self.keeper.news() {
            let path = self.keeper.state().map_or_else(PathBuf::new, |state| state.path().to_owned());
            notices.push(Notice::Kept(news.map_err(|why| Failure { path, why })));
        }
        if let Some(path) = self.path.clone().filter(|_| self.keeper.take_change()) {
            notices.push(Notice::ChangedOnDisk { path });
        }
        if self.keeper.yield_if_wanted() {
            notices.push(Notice::TakenOver);
        }
        notices
    }

    /// Earlier states of the project that are kept, the newest first.
    pub fn earlier_states(&self) -> Vec<Snapshot> {
        let state = self.keeper.state();
        state.map_or_else(Vec::new, |state| keeping::list(&state.history_of(self.keeper.key())))
    }
}

impl Session {
    /// Reads an earlier state in the background; see [`Notice::StateRead`]. To go back to it is a command like any other
    /// ([`crate::model::Command::Restore`]), so that it can be undone and is in the journal.
    pub fn read_state(&mut self, snapshot: Snapshot) {
        self.jobs.read_state(snapshot, seed());
    }

    /// Asks another Dateline for the project that is only read here; see [`Notice::ProjectOpened`].
    pub fn take_over(&mut self) {
        let (Some(path), Some(state)) = (self.path.clone(), self.keeper.state().cloned()) else {
            return;
        };
        self.jobs.open_project(Some(path.clone()), self.moment(), move |_| {
            keeping::take_over(&path, seed(), &state).map(Some)
        });
    }

    /// Whether what is done is kept from being lost.
    pub fn is_kept(&self) -> bool {
        self.keeper.state().is_some()
    }
}

/// What was done last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastStep {
    Done,
    Undone,
    Redone,
}

const CHANGED_MEANWHILE: &str =
    "the project here was changed while this one was read, and stays; save it, then open this one again";

const OPENING: &str = "it is still being read";

const READ_ONLY: &str = "it is open in another Dateline, and only to be read here";
