//! Projects with steps that are in no file yet: what a crash left, to be told at the next start.

use super::folder::{Key, StateFolder};
use crate::{
    project_file::{Digest, journal::Lines},
    session::files,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// A project whose file lacks the last steps. They come back when it is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOver {
    pub path: PathBuf,
    pub steps: usize,
}

impl StateFolder {
    /// The projects with steps that are not in their files and that no other Dateline has open. Reads the files, which may
    /// take longer than a frame.
    pub fn left_over(&self) -> Vec<LeftOver> {
        let journals = fs::read_dir(self.path().join("journals")).into_iter().flatten().flatten();
        let journals = journals.map(|entry| entry.path());
        let journals =
            journals.filter(|path| path.extension().is_some_and(|extension| extension == "journal"));
        let found = journals.filter_map(|path| not_in_file(&path)).filter(|found| found.steps > 0);
        let mut found: Vec<LeftOver> = found.filter(|found| !self.is_busy(&Key::of(&found.path))).collect();
        found.sort_by(|one, other| one.path.cmp(&other.path));
        found
    }
}

/// The project of a journal, and how many of the journal's steps are not in its file; `None` where that cannot be known.
pub(super) fn not_in_file(journal: &Path) -> Option<LeftOver> {
    let bytes = fs::read(journal).ok()?;
    let lines = Lines::read(&bytes);
    let project = lines.begun()?.project;
    let path = Some(PathBuf::from(project)).filter(|_| !project.is_empty())?;
    let file = Some(Digest::of(&files::read_file(&path, |_| Ok(())).ok()?));
    lines.knows(file).then(|| LeftOver { path, steps: lines.steps_since(file) })
}
