//! Reading and saving on threads of their own.
//!
//! Each job is one thread that sends one [`Finished`]; nothing here is waited for. What was read is handed out in the
//! order in which it was asked for, so that articles asked for after a project come into that project. A cancelled
//! job is forgotten at once, whatever it still brings.

use super::{
    Sorted, Wake, annotations,
    files::{self, Failure},
    finished::Finished,
    importing::{Batch, Counter, ReadAs, read_all, read_to_look},
    keeping::{self, Guard, Snapshot, Unsaved},
};
use crate::{
    model::{DocumentId, Gazetteer, LabelId, Project, Schema, StateId},
    suggest::Cancel,
};
use std::{
    collections::VecDeque,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
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

/// A state of one of the projects that the session has held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    /// Counts the projects of the session.
    pub(super) project: u64,
    pub(super) state: StateId,
}

/// A project that is to be written.
pub(super) struct Save {
    pub(super) project: Arc<Project>,
    pub(super) moment: Moment,
    pub(super) path: PathBuf,
    /// What is at `path` now is copied aside first.
    pub(super) keep_original: bool,
    pub(super) guard: Guard,
    pub(super) place: Option<u64>,
}

/// The jobs under way.
pub(super) struct Jobs {
    pub(super) wake: Wake,
    sender: Sender<Answer>,
    receiver: Receiver<Answer>,
    last_number: u64,
    /// In the order in which they were asked for.
    readings: VecDeque<Reading>,
    /// Files of readings that were handed out since there was none under way.
    files_handed_out: usize,
    is_saving: bool,
    /// What is there of a project that is being read, and was not fetched yet.
    pub(super) opening: Arc<Mutex<Option<Arc<Project>>>>,
    /// Saves that wait for the one under way, so that the newest is always written last.
    next_saves: VecDeque<Save>,
}

struct Answer {
    /// Of the reading; `None` for a save.
    reading: Option<u64>,
    finished: Finished,
}

struct Reading {
    number: u64,
    files: Arc<Counter>,
    cancel: Cancel,
    finished: Option<Finished>,
}

impl Jobs {
    pub(super) fn new(wake: Wake) -> Self {
        let (sender, receiver) = channel();
        Self {
            wake,
            sender,
            receiver,
            last_number: 0,
            readings: VecDeque::new(),
            files_handed_out: 0,
            is_saving: false,
            opening: Arc::default(),
            next_saves: VecDeque::new(),
        }
    }

    pub(super) fn import(&mut self, paths: Vec<PathBuf>, read_as: ReadAs, project: Arc<Project>) {
        let (number, cancel, counter) = self.begin_reading(paths.len());
        let first = paths.first().cloned().unwrap_or_default();
        let failed = move |why| {
            let failure = Failure { path: first, why };
            Finished::Imported(Batch::failed(failure))
        };
        self.spawn("dateline-import", Some(number), failed, move || {
            Finished::Imported(read_all(&paths, (&read_as, true), &project, &cancel, &counter))
        });
    }

    /// Reads the file of an article again.
    pub(super) fn read_again(&mut self, document: DocumentId, path: PathBuf, read_as: ReadAs) {
        let (number, cancel, _) = self.begin_reading(1);
        let failed_path = path.clone();
        let failed = move |why| {
            let read = Err(Failure { path: failed_path, why });
            Finished::ReadAgain { document, read }
        };
        self.spawn("dateline-again", Some(number), failed, move || {
            let read = read_to_look(&path, &read_as, &cancel);
            Finished::ReadAgain { document, read }
        });
    }

    /// Reads lists of names; those without a label get `usual`.
    pub(super) fn read_names(&mut self, paths: Vec<PathBuf>, asked_for: u64, schema: Schema, usual: LabelId) {
        let (number, cancel, counter) = self.begin_reading(paths.len());
        let first = paths.first().cloned().unwrap_or_default();
        let failed = move |why| {
            let failures = vec![Failure { path: first, why }];
            Finished::NamesRead { asked_for, lists: Vec::new(), warnings: Vec::new(), failures }
        };
        self.spawn("dateline-names", Some(number), failed, move || {
            let read = |path: &Path| files::read_names(path, &schema, usual);
            let (lists, warnings, failures) = read_each(&paths, &cancel, &counter, read);
            Finished::NamesRead { asked_for, lists, warnings, failures }
        });
    }

    /// Writes the project for another tool. Its reading, of no file, only keeps the order.
    pub(super) fn export(
        &mut self,
        format: &'static str,
        project: Arc<Project>,
        own: Option<PathBuf>,
        path: PathBuf,
    ) {
        let (number, ..) = self.begin_reading(0);
        let failed_path = path.clone();
        let failed = move |why| Finished::Exported {
            path: failed_path.clone(),
            result: Err(Failure { path: failed_path, why }),
        };
        self.spawn("dateline-export", Some(number), failed, move || {
            let result = super::export::write(format, &project, own.as_deref(), &path);
            Finished::Exported { path, result }
        });
    }

    /// Reads annotations of other tools.
    pub(super) fn read_annotations(&mut self, paths: Vec<PathBuf>) {
        let (number, cancel, counter) = self.begin_reading(paths.len());
        let first = paths.first().cloned().unwrap_or_default();
        let failed = move |why| {
            let failures = vec![Failure { path: first, why }];
            Finished::AnnotationsRead(Box::new(Sorted { failures, ..Sorted::default() }))
        };
        self.spawn("dateline-annotations", Some(number), failed, move || {
            let sorted = annotations::sort(&paths, &cancel);
            counter.add(paths.len());
            Finished::AnnotationsRead(Box::new(sorted))
        });
    }

    /// Writes a list of names. Its reading, of no file, only keeps the order.
    pub(super) fn write_names(&mut self, gazetteer: Gazetteer, project: Arc<Project>, path: PathBuf) {
        let (number, ..) = self.begin_reading(0);
        let written = |path, result| Finished::NamesWritten { path, result };
        let failed_path = path.clone();
        let failed = move |why| written(failed_path.clone(), Err(Failure { path: failed_path, why }));
        self.spawn("dateline-names", Some(number), failed, move || {
            let result = files::write_names(&gazetteer, &project, &path);
            written(path, result)
        });
    }

    /// Reads an earlier state.
    pub(super) fn read_state(&mut self, snapshot: Snapshot, seed: u64) {
        let (number, ..) = self.begin_reading(0);
        let failed_snapshot = snapshot.clone();
        let failed = move |why| {
            let failure = Failure { path: failed_snapshot.path.clone(), why };
            Finished::StateRead { snapshot: failed_snapshot, result: Err(failure) }
        };
        self.spawn("dateline-history", Some(number), failed, move || {
            let result = snapshot.read(seed).map(|parsed| Arc::new(parsed.project));
            Finished::StateRead { result, snapshot }
        });
    }

    /// A save that waits for the same file gives way to this one.
    pub(super) fn save(&mut self, save: Save) {
        self.next_saves.retain(|waiting| waiting.path != save.path);
        self.next_saves.push_back(save);
        self.start_next_save();
    }

    /// A save that may not be tried.
    pub(super) fn refuse_save(&mut self, path: PathBuf, moment: Moment, failure: Failure) {
        let result = Err(Unsaved::Failed(failure));
        let finished = Finished::Saved { path, moment, place: None, result };
        self.begin_reading(0);
        if let Some(reading) = self.readings.back_mut() {
            reading.finished = Some(finished);
        }
        (self.wake)();
    }

    fn start_next_save(&mut self) {
        if self.is_saving {
            return;
        }
        let Some(Save { project, moment, path, keep_original, guard, place }) = self.next_saves.pop_front()
        else {
            return;
        };
        self.is_saving = true;
        let saved = move |path, result| Finished::Saved { path, moment, place, result };
        let failed_path = path.clone();
        let failed =
            move |why| saved(failed_path.clone(), Err(Unsaved::Failed(Failure { path: failed_path, why })));
        self.spawn("dateline-save", None, failed, move || {
            let result = keeping::save(&project, &path, keep_original, &guard);
            saved(path, result)
        });
    }

    pub(super) fn begin_reading(&mut self, files: usize) -> (u64, Cancel, Arc<Counter>) {
        self.last_number += 1;
        let (number, cancel, counter) = (self.last_number, Cancel::default(), Arc::new(Counter::of(files)));
        let (handle, files) = (cancel.clone(), Arc::clone(&counter));
        self.readings.push_back(Reading { number, files, cancel, finished: None });
        (number, handle, counter)
    }

    pub(super) fn progress(&self) -> Option<Progress> {
        if self.readings.is_empty() {
            return None;
        }
        let files: usize = self.readings.iter().map(|reading| reading.files.total()).sum();
        let done: usize = self.readings.iter().map(|reading| reading.files.done()).sum();
        Some(Progress { done: self.files_handed_out + done, total: self.files_handed_out + files })
    }

    pub(super) fn is_saving(&self) -> bool {
        self.is_saving
    }

    pub(super) fn cancel(&mut self) {
        self.readings.drain(..).for_each(|reading| reading.cancel.cancel());
        self.files_handed_out = 0;
    }

    pub(super) fn poll(&mut self) -> Vec<Finished> {
        let mut finished = Vec::new();
        while let Ok(answer) = self.receiver.try_recv() {
            match answer.reading {
                None => {
                    self.is_saving = false;
                    self.spare_what_was_saved(&answer.finished);
                    finished.push(answer.finished);
                }
                Some(number) => {
                    let reading = self.readings.iter_mut().find(|reading| reading.number == number);
                    // Else it was cancelled.
                    if let Some(reading) = reading {
                        reading.finished = Some(answer.finished);
                    }
                }
            }
        }
        self.start_next_save();
        finished.extend(std::iter::from_fn(|| self.next_reading()));
        finished
    }

    /// A damaged file that has been kept aside and replaced is not kept a second time.
    fn spare_what_was_saved(&mut self, finished: &Finished) {
        if let Finished::Saved { path, result: Ok(_), .. } = finished {
            let same_file = self.next_saves.iter_mut().filter(|save| save.path == *path);
            same_file.for_each(|save| save.keep_original = false);
        }
    }

    /// What the oldest reading brought, if it is there.
    fn next_reading(&mut self) -> Option<Finished> {
        let reading = self.readings.pop_front_if(|reading| reading.finished.is_some())?;
        self.files_handed_out =
            if self.readings.is_empty() { 0 } else { self.files_handed_out + reading.files.total() };
        reading.finished
    }

    /// Runs a job on a thread of its own; `failed` says what it brings if it cannot be run to its end.
    pub(super) fn spawn(
        &self,
        name: &str,
        reading: Option<u64>,
        failed: impl FnOnce(String) -> Finished + Clone + Send + 'static,
        job: impl FnOnce() -> Finished + Send + 'static,
    ) {
        let (sender, wake, stopped) = (self.sender.clone(), Arc::clone(&self.wake), failed.clone());
        let work = move || {
            let finished = catch_unwind(AssertUnwindSafe(job));
            let finished = finished.unwrap_or_else(|_| stopped(files::MISTAKE.to_owned()));
            // The receiver is gone when the session is: then nobody waits for the answer.
            let _ = sender.send(Answer { reading, finished });
            wake();
        };
        if let Err(error) = thread::Builder::new().name(name.to_owned()).spawn(work) {
            let finished = failed(format!("no thread could be started: {error}"));
            let _ = self.sender.send(Answer { reading, finished });
        }
    }
}

/// Reads files one after the other: what they hold, what is odd about them, and those that cannot be read.
fn read_each<T>(
    paths: &[PathBuf],
    cancel: &Cancel,
    counter: &Counter,
    read: impl Fn(&Path) -> Result<(T, Vec<String>), Failure>,
) -> (Vec<T>, Vec<String>, Vec<Failure>) {
    let (mut all, mut warnings, mut failures) = (Vec::new(), Vec::new(), Vec::new());
    for path in paths {
        if cancel.is_cancelled() {
            break;
        }
        match read(path) {
            Ok((one, odd)) => {
                all.push(one);
                warnings.extend(odd.into_iter().map(|warning| named(path, &warning)));
            }
            Err(failure) => failures.push(failure),
        }
        counter.add(1);
    }
    (all, warnings, failures)
}

fn named(path: &Path, warning: &str) -> String {
    format!("{}: {warning}", files::shown_path(path))
}
