//! The project written for other tools.

use super::{
    Failure, Session,
    files::{is_same_file, spare_sources, write_export},
};
use crate::{
    exchange::{self, Export, Shape},
    model::Project,
};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

impl Session {
    /// The project in the format of another tool, and what that format could not carry.
    ///
    /// # Errors
    /// If there is no such format to write.
    pub fn export(&self, format: &str) -> Result<Export, String> {
        export(format, &self.project)
    }

    /// Writes the project to a file, or a folder where the format wants several, in the format of another tool. Gives what
    /// that format could not carry.
    ///
    /// # Errors
    /// If there is no such format, if a file is the project's own or that of one of its articles, or if it could not
    /// be written whole. Nothing else is ever written.
    pub fn export_to(&self, format: &str, path: &Path) -> Result<Vec<String>, Failure> {
        write(format, &self.project, self.path.as_deref(), path)
    }

    /// The same in the background; see [`super::Notice::Exported`].
    pub fn export_later(&mut self, format: &'static str, path: PathBuf) {
        self.jobs.export(format, Arc::clone(&self.project), self.path.clone(), path);
    }
}

fn export(format: &str, project: &Project) -> Result<Export, String> {
    let write = exchange::format_named(format).and_then(|format| format.write);
    write.map(|write| write(project)).ok_or_else(|| format!("there is no format “{format}” to write"))
}

/// `own` is the project's own file.
pub(super) fn write(
    format: &str,
    project: &Project,
    own: Option<&Path>,
    path: &Path,
) -> Result<Vec<String>, Failure> {
    let exported = export(format, project).map_err(|why| Failure { path: path.to_owned(), why })?;
    let shape = exchange::format_named(format).map_or(Shape::OneFile, |format| format.shape);
    let targets: Vec<PathBuf> = match shape {
        Shape::OneFile => vec![path.to_owned()],
        Shape::Folder => exported.files.iter().map(|file| path.join(&file.name)).collect(),
    };
    for target in targets.iter().filter(|target| target.exists()) {
        if own.is_some_and(|own| is_same_file(own, target)) {
            let why = "this is the project itself; choose another name".to_owned();
            return Err(Failure { path: target.clone(), why });
        }
        spare_sources(project, target)?;
    }
    write_export(path, shape, &exported.files)?;
    Ok(exported.losses)
}
