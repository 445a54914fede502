//! A project as it was read from a file, before it is made sense of.
//!
//! Where its articles have files of their own, those are read when the project is: beside it, or among the earlier states.

use super::{
    files::{self, Failure},
    keeping,
};
use crate::{
    model::{IdSource, Project},
    project_file::{self, Digest, Laid, Loaded, Warning},
};
use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

/// Told of a project that is read article by article: what is there of it, and how many of how many articles.
pub(super) type Watching = Arc<dyn Fn(&Project, usize, usize) + Send + Sync>;

/// The bytes of a project's file.
pub(super) struct Stored {
    path: PathBuf,
    bytes: Vec<u8>,
    digest: Digest,
    /// It is one of the earlier states.
    is_packed: bool,
    watching: Option<Watching>,
}

/// What stood in the file.
pub(super) struct Parsed {
    pub(super) project: Project,
    /// What is odd about the file.
    pub(super) warnings: Vec<String>,
    /// `None` if it is one file.
    pub(super) laid: Option<Arc<Laid>>,
    /// The files of articles are not those that were saved, although the project's own file is.
    pub(super) has_other_articles: bool,
}

impl Stored {
    /// Reads a project's file, which is unpacked if it is one of the earlier states; `None` if it is not there.
    pub(super) fn read(path: &Path) -> Result<Option<Self>, Failure> {
        let is_missing = path.try_exists().is_ok_and(|exists| !exists);
        if is_missing {
            return Ok(None);
        }
        let bytes = files::read_file(path, |_| Ok(()))?;
        if !keeping::is_packed(&bytes) {
            return Ok(Some(Self::of(path, bytes)));
        }
        let bytes = keeping::unpacked(&bytes).map_err(|error| files::failed(path, &error))?;
        Ok(Some(Self { is_packed: true, ..Self::of(path, bytes) }))
    }

    /// These bytes, which stood in a file.
    pub(super) fn of(path: &Path, bytes: Vec<u8>) -> Self {
        let digest = Digest::of(&bytes);
        Self { path: path.to_owned(), bytes, digest, is_packed: false, watching: None }
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The same, watched while it is made sense of.
    pub(super) fn watched(self, watching: Option<Watching>) -> Self {
        Self { watching, ..self }
    }

    /// The fingerprint of the file.
    pub(super) fn digest(&self) -> Digest {
        self.digest
    }

    /// Whether its articles have files of their own.
    pub(super) fn is_folder(&self) -> bool {
        !project_file::articles_named(&self.bytes).is_empty()
    }

    /// Makes sense of it and checks everything in it.
    pub(super) fn parse(&self, seed: u64) -> Result<Parsed, Failure> {
        let mut watch = |project: &Project, done: usize, total: usize| {
            if let Some(watching) = &self.watching {
                watching(project, done, total);
            }
        };
        let ids = IdSource::new(seed);
        let loaded = project_file::read_with(&self.bytes, ids, &mut |name| self.article(name), &mut watch);
        let Loaded { project, warnings, laid } = loaded.map_err(|error| {
            let why = format!("{error}. {}", error.hint());
            Failure { path: self.path.clone(), why }
        })?;
        let has_other_articles = warnings.iter().any(|warning| matches!(warning, Warning::Article { .. }));
        let warnings = warnings.iter().map(ToString::to_string).collect();
        Ok(Parsed { project, warnings, laid: laid.map(Arc::new), has_other_articles })
    }

    fn article(&self, name: &str) -> io::Result<Vec<u8>> {
        if self.is_packed {
            return keeping::packed_article(&self.path, name);
        }
        let path = project_file::articles_folder(&self.path).join(name);
        files::read_file(&path, |_| Ok(())).map_err(|failure| io::Error::other(failure.why))
    }
}
