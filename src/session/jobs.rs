//! Reading and saving on threads of their own.
//!
//! Each job is one thread that sends one [`Finished`]; nothing here is waited for.

use super::{
    Wake,
    files::{self, Failure, Opened},
};
use crate::{
    model::{NewDocument, Project, StateId},
    suggest::Cancel,
};
use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
    thread,
};

/// How far the reading has come, in files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub done: usize,
    pub total: usize,
}

/// What a job brings back.
pub(super) enum Finished {
    Imported { articles: Vec<NewDocument>, warnings: Vec<String>, failures: Vec<Failure> },
    Opened { path: PathBuf, loaded: Result<Opened, Failure> },
    Saved { path: PathBuf, state: StateId, result: Result<(), Failure> },
}

/// The jobs under way.
pub(super) struct Jobs {
    wake: Wake,
    sender: Sender<Option<Finished>>,
    receiver: Receiver<Option<Finished>>,
    cancel: Cancel,
    reading: usize,
    saving: usize,
    files_done: Arc<AtomicUsize>,
    files_total: usize,
    /// A save that waits for the one under way, so that the newest is always written last.
    next_save: Option<Save>,
}

struct Save {
    project: Arc<Project>,
    state: StateId,
    path: PathBuf,
    keep_original: bool,
}

impl Jobs {
    pub(super) fn new(wake: Wake) -> Self {
        let (sender, receiver) = channel();
        Self {
            wake,
            sender,
            receiver,
            cancel: Cancel::default(),
            reading: 0,
            saving: 0,
            files_done: Arc::default(),
            files_total: 0,
            next_save: None,
        }
    }

    pub(super) fn import(&mut self, paths: Vec<PathBuf>) {
        self.begin_reading(paths.len());
        let (cancel, done) = (self.cancel.clone(), Arc::clone(&self.files_done));
        self.spawn("dateline-import", move || import_all(&paths, &cancel, &done));
    }

    pub(super) fn open_project(&mut self, path: PathBuf, seed: u64) {
        self.begin_reading(1);
        let cancel = self.cancel.clone();
        self.spawn("dateline-open", move || {
            let loaded = files::read_project(&path, seed);
            (!cancel.is_cancelled()).then_some(Finished::Opened { path, loaded })
        });
    }

    pub(super) fn save(&mut self, project: Arc<Project>, state: StateId, path: PathBuf, keep_original: bool) {
        let save = Save { project, state, path, keep_original };
        if self.saving > 0 {
            self.next_save = Some(save);
        } else {
            self.start_save(save);
        }
    }

    fn start_save(&mut self, save: Save) {
        self.saving += 1;
        self.spawn("dateline-save", move || {
            let Save { project, state, path, keep_original } = save;
            let result = files::write_project(&project, &path, keep_original);
            Some(Finished::Saved { path, state, result })
        });
    }

    fn begin_reading(&mut self, files: usize) {
        if self.reading == 0 {
            self.cancel = Cancel::default();
            self.files_done = Arc::default();
            self.files_total = 0;
        }
        self.reading += 1;
        self.files_total += files;
    }

    pub(super) fn progress(&self) -> Option<Progress> {
        let done = self.files_done.load(Ordering::Relaxed);
        (self.reading > 0).then_some(Progress { done, total: self.files_total })
    }

    pub(super) fn is_saving(&self) -> bool {
        self.saving > 0
    }

    pub(super) fn cancel(&mut self) {
        self.cancel.cancel();
    }

    pub(super) fn poll(&mut self) -> Vec<Finished> {
        let mut finished = Vec::new();
        while let Ok(message) = self.receiver.try_recv() {
            if matches!(message, Some(Finished::Saved { .. })) {
                self.saving -= 1;
            } else {
                self.reading -= 1;
            }
            finished.extend(message);
        }
        if self.saving == 0
            && let Some(save) = self.next_save.take()
        {
            self.start_save(save);
        }
        finished
    }

    /// Runs a job on a thread of its own. `None` from the job means that it was cancelled.
    fn spawn(&self, name: &str, job: impl FnOnce() -> Option<Finished> + Send + 'static) {
        let (sender, wake) = (self.sender.clone(), Arc::clone(&self.wake));
        let work = move || {
            let finished = job();
            // The receiver is gone when the session is: then nobody waits for the answer.
            let _ = sender.send(finished);
            wake();
        };
        if let Err(error) = thread::Builder::new().name(name.to_owned()).spawn(work) {
            let failure =
                Failure { path: PathBuf::new(), why: format!("no thread could be started: {error}") };
            let _ = self.sender.send(Some(Finished::Opened { path: PathBuf::new(), loaded: Err(failure) }));
        }
    }
}

fn import_all(paths: &[PathBuf], cancel: &Cancel, done: &AtomicUsize) -> Option<Finished> {
    let (mut articles, mut warnings, mut failures) = (Vec::new(), Vec::new(), Vec::new());
    for path in paths {
        if cancel.is_cancelled() {
            return None;
        }
        match files::read_article(path) {
            Ok((article, odd)) => {
                articles.push(article);
                warnings.extend(odd.into_iter().map(|warning| named(path, &warning)));
            }
            Err(failure) => failures.push(failure),
        }
        done.fetch_add(1, Ordering::Relaxed);
    }
    Some(Finished::Imported { articles, warnings, failures })
}

fn named(path: &Path, warning: &str) -> String {
    format!("{}: {warning}", path.display())
}
