//! Labels from files and to files, and what follows when those of the project change.

use super::{Failure, Session, Shown, files, finished::Finished, jobs::Jobs, stored::Stored};
use crate::{
    model::{Project, Schema},
    project_file::{self, ReadError},
    suggest::Memory,
};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

impl Session {
    /// Reads labels in the background; see [`super::Notice::LabelsRead`]. To use them is a command like any other
    /// ([`crate::model::Command::UseSchema`]).
    pub fn read_labels(&mut self, path: PathBuf) {
        self.jobs.read_labels(path);
    }

    /// The same here and now, for work without a window.
    ///
    /// # Errors
    /// If the file holds no labels; says what is wrong with it, and where.
    pub fn read_labels_now(path: &Path) -> Result<Schema, Failure> {
        read(path)
    }

    /// Writes the labels and relation types to a file of their own in the background; see
    /// [`super::Notice::LabelsWritten`].
    pub fn write_labels(&mut self, path: PathBuf) {
        self.jobs.write_labels(Arc::clone(&self.project), self.path.clone(), path);
    }

    /// The same here and now, for work without a window.
    ///
    /// # Errors
    /// If the file is the project's own or that of an article, or could not be written whole.
    pub fn write_labels_now(&self, path: &Path) -> Result<(), Failure> {
        write(&self.project, self.path.as_deref(), path)
    }

    /// Lets suggestions, memory and what is shown follow other labels.
    pub(super) fn follow_labels(&mut self) {
        let schema = self.project.schema();
        let mut labels_off = self.shown().labels_off.clone();
        labels_off.retain(|label| schema.get(*label).is_some());
        self.suggesting.show(Shown { labels_off, ..self.shown().clone() });
        self.memory = Arc::new(Memory::of(&self.project));
        self.suggesting.use_labels(&self.project, &self.memory);
    }
}

impl Jobs {
    fn read_labels(&mut self, path: PathBuf) {
        let (number, ..) = self.begin_reading(0);
        let read_from = path.clone();
        let failed = move |why| {
            let result = Err(Failure { path: path.clone(), why });
            Finished::LabelsRead { path, result }
        };
        self.spawn("dateline-labels", Some(number), failed, move || {
            let result = read(&read_from).map(Box::new);
            Finished::LabelsRead { path: read_from, result }
        });
    }

    /// Its reading, of no file, only keeps the order.
    fn write_labels(&mut self, project: Arc<Project>, own: Option<PathBuf>, path: PathBuf) {
        let (number, ..) = self.begin_reading(0);
        let written_to = path.clone();
        let failed = move |why| {
            let result = Err(Failure { path: path.clone(), why });
            Finished::LabelsWritten { path, result }
        };
        self.spawn("dateline-labels", Some(number), failed, move || {
            let result = write(&project, own.as_deref(), &written_to);
            Finished::LabelsWritten { path: written_to, result }
        });
    }
}

/// Labels of a file of labels, or of a whole project.
fn read(path: &Path) -> Result<Schema, Failure> {
    let stored = Stored::read(path)?.ok_or_else(|| files::missing(path))?;
    if memchr::memmem::find(stored.bytes(), b"\ndocuments: [").is_some() {
        return Ok(stored.parse(0)?.project.schema().clone());
    }
    project_file::read_schema(stored.bytes()).map_err(|error| {
        let why = format!("{error}. {}", hint(&error));
        Failure { path: path.to_owned(), why }
    })
}

/// What can be done.
fn hint(error: &ReadError) -> &'static str {
    match error {
        ReadError::Newer { .. } => "Install the newer Dateline, or export the labels there.",
        ReadError::Empty | ReadError::NotUtf8 { .. } => {
            "Choose a file of labels, as Dateline exports them, or a project."
        }
        ReadError::Syntax { .. }
        | ReadError::Record { .. }
        | ReadError::Article { .. }
        | ReadError::NoArticle { .. } => {
            "Correct the line in a text editor. A file of labels is what Dateline exports as one, or a project."
        }
    }
}

fn write(project: &Project, own: Option<&Path>, path: &Path) -> Result<(), Failure> {
    if own.is_some_and(|own| files::is_same_file(own, path)) {
        let why = "this is the project itself; choose another name".to_owned();
        return Err(Failure { path: path.to_owned(), why });
    }
    files::spare_sources(project, path)?;
    files::write(path, &project_file::schema_to_bytes(project.schema()))
}
