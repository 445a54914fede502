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
        let mut found: Vec<LeftOver> = journals.filter_map(|path| self.left_over_in(&path)).collect();
        found.sort_by(|one, other| one.path.cmp(&other.path));
        found
    }

    fn left_over_in(&self, journal: &Path) -> Option<LeftOver> {
        let bytes = fs::read(journal).ok()?;
        let lines = Lines::read(&bytes);
        let path = lines.begun().map(|begun| PathBuf::from(begun.project))?;
        if path.as_os_str().is_empty() || self.is_busy(&Key::of(&path)) {
            return None;
        }
        let file = files::read_file(&path, |_| Ok(())).ok()?;
        let file = Some(Digest::of(&file));
        let steps = if lines.knows(file) { lines.steps_since(file) } else { 0 };
        (steps > 0).then_some(LeftOver { path, steps })
    }
}
