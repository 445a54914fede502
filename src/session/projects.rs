//! Leaving and saving projects, and what keeps them from being lost.

use super::{
    Failure, Notice, Session, empty_project, files,
    jobs::{Moment, Save},
    keeping::{self, Record, Snapshot, Unsaved, Written},
    seed,
};
use crate::{
    model::{Conflict, History, StateId},
    project_file::Form,
};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Instant,
};

impl Session {
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

    /// Changes with every step, and with every project that is opened.
    pub fn project_state(&self) -> (u64, StateId) {
        (self.project_number, self.history.state())
    }

    pub(super) fn moment(&self) -> Moment {
        Moment { project: self.project_number, state: self.history.state() }
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

const OPENING: &str = "it is still being read";

const READ_ONLY: &str = "it is open in another Dateline, and only to be read here";
