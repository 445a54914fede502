//! The one door for the window and the command line: open, change, undo, suggest, save.
//!
//! A [`Session`] holds one project. Quick work is done at once; reading, saving and suggesting run on threads of their
//! own and come back through [`Session::poll`], which never waits.

mod annotations;
mod behind;
mod completion;
mod crash;
mod dating;
mod export;
mod files;
mod finished;
mod gather;
mod importing;
mod jobs;
mod keeping;
mod names;
mod opening;
mod projects;
mod review;
mod schemas;
mod settings;
mod shown;
mod side_by_side;
mod stored;
mod suggesting;
mod suggestions;

#[cfg(test)]
mod tests;

pub use crate::exchange::{FORMATS, Format, Shape, label_name};
pub use crate::project_file::Form;
pub use annotations::{Annotations, Counts, Preview, Sorted, Taken, preview, read_annotations};
pub use completion::{Completion, typed_path};
pub use crash::report_crashes;
pub use files::{Failure, looks_like_project};
pub use importing::{
    Batch, BroughtIn, Column, Columns, Counter, ENCODINGS, Field, ReadAs, ReadFile, Twin, Unclear,
    WORKER_ARGUMENT, article_endings, articles_in, articles_of, encoding_named, read_articles, read_many,
    serve, use_worker,
};
pub use jobs::Progress;
pub use keeping::{LeftOver, Purpose, Reason, STATE_VARIABLE, Snapshot, StateFolder};
pub use projects::LastStep;
pub use review::RejectReach;
pub use settings::{MOST_SURE_PERCENT, Settings, SettingsFile, ThemeChoice, WindowPlace};
pub use shown::Shown;
pub use side_by_side::side_by_side;

use crate::{
    model::{
        Change, Command, CommandError, Conflict, DocumentId, History, IdSource, Project, Schema, StateId,
        Transaction,
    },
    suggest::Memory,
};
use dating::Dating;
use finished::Finished;
use jobs::Jobs;
use keeping::{Keeper, Record};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::{Instant, SystemTime, UNIX_EPOCH},
};
use suggesting::Suggesting;

/// Called from other threads when [`Session::poll`] has something to fetch.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// Something that happened in the background, for the interface to show.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// Articles came in, as one step; what could not be read is named.
    ArticlesAdded {
        documents: Vec<DocumentId>,
        warnings: Vec<String>,
        failures: Vec<Failure>,
        /// Those that are like one that was there, or like another of these.
        twins: Vec<Twin>,
        /// Tables that wait to be told which of their columns is what.
        unclear: Vec<Unclear>,
        /// Annotations of other tools that were among the files, and may be taken in.
        annotations: Option<Box<Annotations>>,
    },
    /// An article's file was read again, as [`Session::read_again`] asked; nothing is changed yet.
    ReadAgain { document: DocumentId, read: Result<ReadFile, Failure> },
    /// More of a project that is being read can be seen; it cannot be changed yet.
    Opening,
    /// Another project is in the session now. The notes say what was brought back of work that had not been saved.
    ProjectOpened { path: PathBuf, warnings: Vec<String>, notes: Vec<String> },
    /// A project that was never saved was brought back.
    BroughtBack { notes: Vec<String> },
    /// A project could not be opened; the session is as it was.
    OpenFailed(Failure),
    /// The project is on disk; in which form, if that is another than before.
    Saved { path: PathBuf, new_form: Option<Form> },
    /// The project is not on disk; the session keeps everything.
    SaveFailed(Failure),
    /// The project is not on disk, because another program has changed its file; the session keeps everything.
    SaveRefused(Failure),
    /// Another program has changed the project's file, or removed it.
    ChangedOnDisk { path: PathBuf },
    /// Changes can be kept from being lost no longer, and why; or again, if nothing is said.
    Kept(Result<(), Failure>),
    /// What an earlier state held, or why it cannot be read.
    StateRead { snapshot: Snapshot, result: Result<Arc<Project>, Failure> },
    /// Another Dateline has taken the project over; it is only read here now.
    TakenOver,
    /// Lists of names came in, as one step: how many names; what could not be read is named.
    NamesAdded { names: usize, warnings: Vec<String>, failures: Vec<Failure> },
    /// Labels were read from a file, or why not; nothing is changed yet.
    LabelsRead { path: PathBuf, result: Result<Box<Schema>, Failure> },
    /// The labels are on disk as a file of their own, or why not.
    LabelsWritten { path: PathBuf, result: Result<(), Failure> },
    /// A list of names is on disk, or why not.
    NamesWritten { path: PathBuf, result: Result<(), Failure> },
    /// The project is written for another tool: what was not carried, or why it is not written.
    Exported { path: PathBuf, result: Result<Vec<String>, Failure> },
    /// Annotations of other tools were read and may be taken in.
    AnnotationsRead(Box<Sorted>),
    /// The suggestions of some articles are new.
    Suggested,
    /// It is known now what the dates of some articles mean.
    Dated,
}

/// One open project with its history and suggestions.
pub struct Session {
    project: Arc<Project>,
    /// What is there of a project that is being read, and shown in place of this one. Nothing but [`Session::project`] knows
    /// of it.
    opening: Option<Arc<Project>>,
    /// The file of the project that was asked for last.
    opening_path: Option<PathBuf>,
    /// How many projects this session has held before this one.
    project_number: u64,
    history: History,
    saved_state: StateId,
    path: Option<PathBuf>,
    /// The file at `path` was damaged or changed by hand: it is kept aside before it is replaced.
    keep_original: bool,
    memory: Arc<Memory>,
    suggesting: Suggesting,
    dating: Dating,
    jobs: Jobs,
    keeper: Keeper,
    last_change: Option<Instant>,
}

impl Session {
    /// A session on a new project with the labels of news analysis.
    pub fn new(wake: Wake) -> Self {
        let suggesting = Suggesting::in_background(&Schema::news_analyst(), Arc::clone(&wake));
        Self::with(suggesting, wake)
    }

    /// The same for work without a window: suggestions are made when [`Session::open_suggestions_now`] asks for them,
    /// and not before.
    pub fn without_window() -> Self {
        let suggesting = Suggesting::when_asked(&Schema::news_analyst());
        Self::with(suggesting, Arc::new(|| {}))
    }

    fn with(suggesting: Suggesting, wake: Wake) -> Self {
        Self {
            project: Arc::new(empty_project()),
            opening: None,
            opening_path: None,
            project_number: 0,
            history: History::default(),
            saved_state: StateId::default(),
            path: None,
            keep_original: false,
            memory: Arc::new(Memory::default()),
            suggesting,
            dating: Dating::new(Arc::clone(&wake)),
            jobs: Jobs::new(Arc::clone(&wake)),
            keeper: Keeper::none(wake),
            last_change: None,
        }
    }

    /// Keeps everything that is done in this folder from now on, so that a crash loses nothing.
    #[must_use]
    pub fn kept_in(mut self, state: StateFolder) -> Self {
        self.keeper.keep_in(state, self.suggesting.is_in_background(), seed());
        self
    }

    /// The project as it is now, or as much of one as is there while it is read.
    pub fn project(&self) -> &Project {
        self.opening.as_ref().unwrap_or(&self.project)
    }

    /// The file that the project was opened from or saved to.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The file of what is shown: of the project that is being read, else of the project.
    pub fn shown_path(&self) -> Option<&Path> {
        if self.is_opening() { self.opening_path.as_deref() } else { self.path() }
    }

    /// Whether something would be lost if the session ended now.
    pub fn has_unsaved_changes(&self) -> bool {
        self.history.state() != self.saved_state
    }

    /// The name of the step that undo takes back.
    pub fn undo_name(&self) -> Option<&str> {
        self.history.undo_name()
    }

    /// The name of the step that redo does again.
    pub fn redo_name(&self) -> Option<&str> {
        self.history.redo_name()
    }

    /// Carries out a command as one step.
    ///
    /// # Errors
    /// If it cannot be carried out; then nothing was changed.
    pub fn dispatch(&mut self, command: Command) -> Result<Transaction, CommandError> {
        self.may_change().map_err(CommandError::Conflict)?;
        let transaction = self.history.dispatch(Arc::make_mut(&mut self.project), command)?;
        if !transaction.changes.is_empty() {
            self.write_down(Record::Do(transaction.clone()));
        }
        self.take_in(&transaction);
        Ok(transaction)
    }

    /// Takes the last step back; `None` if there is none.
    ///
    /// # Errors
    /// If the history does not fit the project, which cannot be unless the program is wrong; nothing was changed.
    pub fn undo(&mut self) -> Result<Option<Transaction>, Conflict> {
        self.may_change()?;
        let transaction = self.history.undo(Arc::make_mut(&mut self.project))?;
        if let Some(transaction) = &transaction {
            self.write_down(Record::Undo);
            self.take_in(transaction);
        }
        Ok(transaction)
    }

    /// Does the step again that was last taken back; `None` if there is none.
    ///
    /// # Errors
    /// As for [`Session::undo`].
    pub fn redo(&mut self) -> Result<Option<Transaction>, Conflict> {
        self.may_change()?;
        let transaction = self.history.redo(Arc::make_mut(&mut self.project))?;
        if let Some(transaction) = &transaction {
            self.write_down(Record::Redo);
            self.take_in(transaction);
        }
        Ok(transaction)
    }

    /// Lets memory and suggestions follow a transaction that has been applied.
    fn take_in(&mut self, transaction: &Transaction) {
        if transaction.changes.is_empty() {
            return;
        }
        if let (Some(before), Some(after)) = (transaction.schema_before(), transaction.schema_after())
            && !before.means_the_same(after)
        {
            self.follow_labels();
            return;
        }
        Arc::make_mut(&mut self.memory).learn(&self.project, transaction);
        self.suggesting.follow(&self.project, transaction, &self.memory);
    }

    /// What runs in the background and can be cancelled.
    pub fn progress(&self) -> Option<Progress> {
        self.jobs.progress()
    }

    /// Stops reading; what was read so far is dropped.
    pub fn cancel(&mut self) {
        self.jobs.cancel();
        self.opening = None;
    }

    /// Whether a save is under way.
    pub fn is_saving(&self) -> bool {
        self.jobs.is_saving()
    }

    /// Takes in what the background has finished. Never waits; call it once a frame.
    pub fn poll(&mut self) -> Vec<Notice> {
        let mut notices = Vec::new();
        if self.suggesting.poll(&self.project, &self.memory) {
            notices.push(Notice::Suggested);
        }
        if self.dating.poll() {
            notices.push(Notice::Dated);
        }
        // What comes after it was cancelled is not shown.
        if let Some(project) = self.jobs.take_opening().filter(|_| self.jobs.progress().is_some()) {
            self.opening = Some(project);
            notices.push(Notice::Opening);
        }
        for finished in self.jobs.poll() {
            notices.extend(self.take_finished(finished));
        }
        notices.extend(self.look_after());
        notices
    }

    fn take_finished(&mut self, finished: Finished) -> Option<Notice> {
        Some(match finished {
            Finished::Imported(batch) => self.take_batch(batch),
            Finished::ReadAgain { document, read } => Notice::ReadAgain { document, read },
            Finished::Opened { path, asked_at, loaded } => return self.take_opened(path, asked_at, loaded),
            Finished::NamesRead { asked_for, .. } if asked_for != self.project_number => Notice::NamesAdded {
                names: 0,
                warnings: vec!["another project was opened meanwhile; import the names again".to_owned()],
                failures: Vec::new(),
            },
            Finished::NamesRead { lists, warnings, failures, .. } => {
                self.take_names(lists, warnings, failures)
            }
            Finished::Exported { path, result } => Notice::Exported { path, result },
            Finished::AnnotationsRead(sorted) => Self::annotations_read(*sorted),
            Finished::StateRead { snapshot, result } => Notice::StateRead { snapshot, result },
            Finished::LabelsRead { path, result } => Notice::LabelsRead { path, result },
            Finished::LabelsWritten { path, result } => Notice::LabelsWritten { path, result },
            Finished::NamesWritten { path, result } => Notice::NamesWritten { path, result },
            Finished::Saved { path, moment, place, result } => self.take_saved(path, moment, place, result),
        })
    }
}

fn empty_project() -> Project {
    Project::new(Schema::news_analyst(), IdSource::new(seed()))
}

/// The documents that a transaction touches.
fn touched(transaction: &Transaction) -> impl Iterator<Item = DocumentId> + '_ {
    transaction.changes.iter().filter_map(Change::document)
}

/// A seed for ids that no other run has: the time in nanoseconds and the process.
fn seed() -> u64 {
    let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let nanos = since_epoch.as_nanos() % u128::from(u64::MAX);
    u64::try_from(nanos).unwrap_or_default() ^ (u64::from(std::process::id()) << 40)
}
