//! The files of the articles of a project that lies in a folder: written before the project's own file, and those that it
//! does not name any more removed after.

use crate::{
    model::Project,
    project_file::{
        self, Digest, Laid, Storage, articles_folder, articles_named, is_as_laid_out, keep_aside_on,
        write_unforced,
    },
    session::files::{self, Failure},
};
use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

/// Where they are.
pub(super) struct Articles<'a> {
    folder: PathBuf,
    storage: &'a dyn Storage,
}

impl<'a> Articles<'a> {
    /// Those of the project at a path.
    pub(super) fn beside(path: &Path, storage: &'a dyn Storage) -> Self {
        Self { folder: articles_folder(path), storage }
    }

    pub(super) fn failed(&self, error: &io::Error) -> Failure {
        files::failed(&self.folder, error)
    }

    /// Writes those that are not there, on disk; gives the project's own file, and what is laid out once that is there.
    pub(super) fn write(&self, project: &Project, laid: Option<&Laid>) -> io::Result<(Vec<u8>, Laid)> {
        let (none, mut new) = (Laid::default(), Vec::new());
        let written = project_file::lay_out(project, laid.unwrap_or(&none), |name, bytes| {
            if new.is_empty() {
                self.storage.make_folders(&self.folder)?;
            }
            let path = self.folder.join(name);
            let there = fs::read(&path).unwrap_or_default();
            if there != bytes {
                if !there.is_empty() {
                    // Its name says that it was this once; somebody has changed it, or it was cut off.
                    keep_aside_on(self.storage, &path, "theirs")?;
                }
                write_unforced(self.storage, &path, bytes)?;
            }
            // What was there may not be on disk yet.
            new.push(path);
            Ok(())
        })?;
        self.storage.sync_files(&self.folder, &new)?;
        Ok(written)
    }

    /// Whether somebody has changed a file that is to go.
    pub(super) fn are_foreign(&self, project: &Project, laid: Option<&Laid>) -> bool {
        let mut superseded = laid.into_iter().flat_map(|laid| laid.superseded(project));
        superseded.any(|(name, digest)| {
            fs::read(self.folder.join(name)).is_ok_and(|bytes| Digest::of(&bytes) != digest)
        })
    }

    /// Copies the project that is there, with its articles, to another name beside it.
    pub(super) fn keep_project_aside(&self, path: &Path, file: Option<&[u8]>, why: &str) -> io::Result<()> {
        let Some(kept) = keep_aside_on(self.storage, path, why)? else {
            return Ok(());
        };
        let articles = file.map(articles_named).unwrap_or_default();
        if articles.is_empty() {
            return Ok(());
        }
        let (to, mut new) = (articles_folder(&kept), Vec::new());
        self.storage.make_folders(&to)?;
        for (name, _) in articles {
            // One that is missing was missing before.
            if let Ok(bytes) = fs::read(self.folder.join(&name)) {
                let path = to.join(name);
                write_unforced(self.storage, &path, &bytes)?;
                new.push(path);
            }
        }
        self.storage.sync_files(&to, &new)
    }

    /// Removes files that were written once and are named no more, but none that somebody has changed. What stays only takes
    /// room.
    pub(super) fn tidy(&self, laid: Option<&Laid>) {
        let named = laid.map_or_else(BTreeSet::new, Laid::names);
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let Some(name) = name.to_str().filter(|name| !named.contains(*name)) else {
                continue;
            };
            if fs::read(entry.path()).is_ok_and(|bytes| is_as_laid_out(name, &bytes)) {
                let _ = self.storage.remove(&entry.path());
            }
        }
        if named.is_empty() {
            // Only an empty one goes.
            let _ = self.storage.remove_folder(&self.folder);
        }
    }
}
