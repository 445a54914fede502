//! Opens projects: in the background, with what is there shown while the rest is read, or here and now.

use super::{
    Failure, Notice, Session, Shown, files,
    finished::{Finished, Loaded},
    importing::Counter,
    jobs::{Jobs, Moment},
    keeping::{self, Opened, Purpose},
    seed,
    stored::Watching,
};
use crate::{
    model::{History, Project, StateId},
    suggest::{Cancel, Memory},
};
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

/// How often what is there of a project that is being read is shown.
const SHOWN_EVERY: Duration = Duration::from_millis(400);

/// So many articles are shown before all are there. What is shown is kept as it is beside what goes on growing: with all of
/// them that took 40 MB more for a million marks, and a quarter more time.
const SHOWN_BEFORE: usize = 1_000;

impl Session {
    /// Reads a project in the background and puts it in place of this one; see [`Notice::ProjectOpened`].
    ///
    /// What is not saved at this moment is given up with the old project. What is changed from now on is not: then
    /// the old project stays; see [`Notice::OpenFailed`].
    pub fn open_project(&mut self, path: PathBuf) {
        let is_own = self.path.as_deref().is_some_and(|own| files::is_same_file(own, &path));
        let purpose = if is_own && self.keeper.busy().is_none() { Purpose::Reload } else { Purpose::Window };
        let (state, named) = (self.keeper.state().cloned(), path.clone());
        self.opening_path = Some(path.clone());
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

    /// Where everything that is done is kept, if it is.
    pub fn state_folder(&self) -> Option<&super::StateFolder> {
        self.keeper.state()
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

    pub(super) fn replace_project(
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

    pub(super) fn take_opened(
        &mut self,
        path: Option<PathBuf>,
        asked_at: Moment,
        loaded: Result<Option<Loaded>, Failure>,
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

    /// Asks another Dateline for the project that is only read here; see [`Notice::ProjectOpened`].
    pub fn take_over(&mut self) {
        let (Some(path), Some(state)) = (self.path.clone(), self.keeper.state().cloned()) else {
            return;
        };
        self.jobs.open_project(Some(path.clone()), self.moment(), move |_| {
            keeping::take_over(&path, seed(), &state).map(Some)
        });
    }

    /// Whether what is shown is the part that is there of a project that is being read.
    pub fn is_opening(&self) -> bool {
        self.opening.is_some()
    }
}

const CHANGED_MEANWHILE: &str =
    "the project here was changed while this one was read, and stays; save it, then open this one again";

impl Jobs {
    /// Opens a project by `open`, which gives nothing if there is none. Of `None`: one that was never saved.
    pub(super) fn open_project(
        &mut self,
        path: Option<PathBuf>,
        asked_at: Moment,
        open: impl FnOnce(Watching) -> Result<Option<Opened>, Failure> + Send + 'static,
    ) {
        let (number, cancel, counter) = self.begin_reading(usize::from(path.is_some()));
        let watching = self.watching(counter, cancel);
        let opened = move |path, loaded| Finished::Opened { path, asked_at, loaded };
        let failed_path = path.clone();
        let failed = move |why| {
            let named = failed_path.clone().unwrap_or_default();
            opened(failed_path, Err(Failure { path: named, why }))
        };
        self.spawn("dateline-open", Some(number), failed, move || {
            // What the project teaches takes as long as to read it: not on the interface's thread.
            let with_memory = |opened: Opened| {
                let memory = Arc::new(Memory::of(&opened.project));
                (Box::new(opened), memory)
            };
            opened(path, open(watching).map(|loaded| loaded.map(with_memory)))
        });
    }

    /// Shows what is there already of the project that was asked for last: its first article, then more from time to time up to
    /// [`SHOWN_BEFORE`].
    fn watching(&self, counter: Arc<Counter>, cancel: Cancel) -> Watching {
        let (opening, wake) = (Arc::clone(&self.opening), Arc::clone(&self.wake));
        let last = Mutex::new(None::<Instant>);
        Arc::new(move |project, done, total| {
            counter.set(done, total);
            if done > SHOWN_BEFORE {
                return;
            }
            let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
            if last.is_none_or(|last| last.elapsed() >= SHOWN_EVERY) && !cancel.is_cancelled() {
                *last = Some(Instant::now());
                *opening.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(project.clone()));
                wake();
            }
        })
    }

    /// What is there of a project that is being read, if that is more than it was.
    pub(super) fn take_opening(&self) -> Option<Arc<Project>> {
        self.opening.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}
