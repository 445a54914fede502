//! The one door for the window and the command line: open, change, undo, suggest, save.
//!
//! A [`Session`] holds one project. Quick work is done at once; reading, saving and suggesting run on threads of their
//! own and come back through [`Session::poll`], which never waits.

mod annotations;
mod completion;
mod dating;
mod export;
mod files;
mod gather;
mod importing;
mod jobs;
mod names;
mod review;
mod settings;
mod shown;
mod side_by_side;
mod suggesting;
mod suggestions;

#[cfg(test)]
mod tests;

pub use crate::exchange::{FORMATS, Format, Shape, label_name};
pub use annotations::{Annotations, Counts, Preview, Sorted, Taken, read_annotations};
pub use completion::{Completion, typed_path};
pub use files::{Failure, looks_like_project};
pub use importing::{
    Batch, Counter, ENCODINGS, ReadAs, ReadFile, Twin, WORKER_ARGUMENT, article_endings, articles_in,
    articles_of, encoding_named, read_articles, read_many, serve, use_worker,
};
pub use jobs::Progress;
pub use review::RejectReach;
pub use settings::{MOST_SURE_PERCENT, Settings, ThemeChoice};
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
use jobs::{Finished, Jobs, Moment, Save};
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::Arc,
    time::{SystemTime, UNIX_EPOCH},
};
use suggesting::Suggesting;

/// Called from other threads when [`Session::poll`] has something to fetch.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// Something that happened in the background, for the interface to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Articles came in, as one step; what could not be read is named.
    ArticlesAdded {
        documents: Vec<DocumentId>,
        warnings: Vec<String>,
        failures: Vec<Failure>,
        /// Those that are like one that was there, or like another of these.
        twins: Vec<Twin>,
    },
    /// An article's file was read again, as [`Session::read_again`] asked; nothing is changed yet.
    ReadAgain { document: DocumentId, read: Result<ReadFile, Failure> },
    /// Another project is in the session now.
    ProjectOpened { path: PathBuf, warnings: Vec<String> },
    /// A project could not be opened; the session is as it was.
    OpenFailed(Failure),
    /// The project is on disk.
    Saved { path: PathBuf },
    /// The project is not on disk; the session keeps everything.
    SaveFailed(Failure),
    /// Lists of names came in, as one step: how many names; what could not be read is named.
    NamesAdded { names: usize, warnings: Vec<String>, failures: Vec<Failure> },
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
            project_number: 0,
            history: History::default(),
            saved_state: StateId::default(),
            path: None,
            keep_original: false,
            memory: Arc::new(Memory::default()),
            suggesting,
            dating: Dating::new(Arc::clone(&wake)),
            jobs: Jobs::new(wake),
        }
    }

    /// The project as it is now.
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// The file that the project was opened from or saved to.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
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
        let transaction = self.history.dispatch(Arc::make_mut(&mut self.project), command)?;
        self.take_in(&transaction);
        Ok(transaction)
    }

    /// Takes the last step back; `None` if there is none.
    ///
    /// # Errors
    /// If the history does not fit the project, which cannot be unless the program is wrong; nothing was changed.
    pub fn undo(&mut self) -> Result<Option<Transaction>, Conflict> {
        let transaction = self.history.undo(Arc::make_mut(&mut self.project))?;
        if let Some(transaction) = &transaction {
            self.take_in(transaction);
        }
        Ok(transaction)
    }

    /// Does the step again that was last taken back; `None` if there is none.
    ///
    /// # Errors
    /// As for [`Session::undo`].
    pub fn redo(&mut self) -> Result<Option<Transaction>, Conflict> {
        let transaction = self.history.redo(Arc::make_mut(&mut self.project))?;
        if let Some(transaction) = &transaction {
            self.take_in(transaction);
        }
        Ok(transaction)
    }

    /// Lets memory and suggestions follow a transaction that has been applied.
    fn take_in(&mut self, transaction: &Transaction) {
        if transaction.changes.is_empty() {
            return;
        }
        if transaction.changes.iter().any(|change| matches!(change, Change::Schema { .. })) {
            // Suggestions are of the labels that there were.
            self.suggesting.use_schema(self.project.schema());
            self.memory = Arc::new(Memory::of(&self.project));
            self.suggesting.start_over(&self.project, &self.memory);
            return;
        }
        Arc::make_mut(&mut self.memory).learn(&self.project, transaction);
        self.suggesting.follow(&self.project, transaction, &self.memory);
    }

    /// Reads a project in the background and puts it in place of this one; see [`Notice::ProjectOpened`].
    ///
    /// What is not saved at this moment is given up with the old project. What is changed from now on is not: then
    /// the old project stays; see [`Notice::OpenFailed`].
    pub fn open_project(&mut self, path: PathBuf) {
        self.jobs.open_project(path, self.moment(), seed());
    }

    /// Reads a project here and now, for work without a window. Gives what is odd about the file.
    ///
    /// # Errors
    /// If it cannot be read; the session is as it was.
    pub fn open_project_now(&mut self, path: &Path) -> Result<Vec<String>, Failure> {
        let loaded = files::read_project(path, seed())?;
        self.replace_project(loaded.project, Some(path.to_owned()));
        self.keep_original = !loaded.warnings.is_empty();
        Ok(loaded.warnings)
    }

    /// Begins an empty project with the labels of news analysis.
    pub fn new_project(&mut self) {
        self.replace_project(empty_project(), None);
    }

    fn replace_project(&mut self, project: Project, path: Option<PathBuf>) {
        // Labels are numbers of one schema: what was hidden of another says nothing here.
        self.suggesting.show(Shown { labels_off: BTreeSet::new(), ..self.shown().clone() });
        self.suggesting.use_schema(project.schema());
        self.project = Arc::new(project);
        self.project_number += 1;
        self.history = History::default();
        self.saved_state = StateId::default();
        self.path = path;
        self.keep_original = false;
        self.memory = Arc::new(Memory::of(&self.project));
        self.suggesting.start_over(&self.project, &self.memory);
        self.dating.start_over();
    }

    fn moment(&self) -> Moment {
        Moment { project: self.project_number, state: self.history.state() }
    }

    /// Writes the project to `path` in the background; see [`Notice::Saved`] and [`Notice::SaveFailed`].
    pub fn save_to(&mut self, path: PathBuf) {
        let (project, moment) = (Arc::clone(&self.project), self.moment());
        let keep_original = self.keeps_original(&path);
        self.jobs.save(Save { project, moment, path, keep_original });
    }

    /// Writes the project here and now, for work without a window.
    ///
    /// # Errors
    /// If it could not be written whole; what was there before is still there.
    pub fn save_now(&mut self, path: &Path) -> Result<(), Failure> {
        files::write_project(&self.project, path, self.keeps_original(path))?;
        self.saved(path.to_owned(), self.moment());
        Ok(())
    }

    fn keeps_original(&self, path: &Path) -> bool {
        self.keep_original && self.path.as_deref().is_some_and(|opened| files::is_same_file(opened, path))
    }

    /// Takes down what is on disk, unless another project has come since.
    fn saved(&mut self, path: PathBuf, moment: Moment) {
        if moment.project == self.project_number {
            self.path = Some(path);
            self.saved_state = moment.state;
            self.keep_original = false;
        }
    }

    /// What runs in the background and can be cancelled.
    pub fn progress(&self) -> Option<Progress> {
        self.jobs.progress()
    }

    /// Stops reading; what was read so far is dropped.
    pub fn cancel(&mut self) {
        self.jobs.cancel();
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
        for finished in self.jobs.poll() {
            notices.push(self.take_finished(finished));
        }
        notices
    }

    fn take_finished(&mut self, finished: Finished) -> Notice {
        match finished {
            Finished::Imported(batch) => self.take_batch(batch),
            Finished::ReadAgain { document, read } => Notice::ReadAgain { document, read },
            Finished::Opened { loaded: Err(failure), .. } => Notice::OpenFailed(failure),
            Finished::Opened { path, asked_at, loaded: Ok(loaded) } => {
                if self.has_unsaved_changes() && self.moment() != asked_at {
                    return Notice::OpenFailed(Failure { path, why: CHANGED_MEANWHILE.to_owned() });
                }
                self.replace_project(loaded.project, Some(path.clone()));
                self.keep_original = !loaded.warnings.is_empty();
                Notice::ProjectOpened { path, warnings: loaded.warnings }
            }
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
            Finished::NamesWritten { path, result } => Notice::NamesWritten { path, result },
            Finished::Saved { path, moment, result: Ok(()) } => {
                self.saved(path.clone(), moment);
                Notice::Saved { path }
            }
            Finished::Saved { result: Err(failure), .. } => Notice::SaveFailed(failure),
        }
    }
}

const CHANGED_MEANWHILE: &str =
    "the project here was changed while this one was read, and stays; save it, then open this one again";

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
