//! Lists of names from files and to files.

use super::{Failure, Notice, Session};
use crate::model::{Command, GazetteerId, LabelId, NameList};
use std::path::PathBuf;

impl Session {
    /// Reads lists of names in the background and adds them as one step; see [`Notice::NamesAdded`]. Names without a label
    /// of their own get `usual`.
    pub fn import_names(&mut self, paths: Vec<PathBuf>, usual: LabelId) {
        self.jobs.read_names(paths, self.project_number, self.project.schema().clone(), usual);
    }

    /// Writes a list of names in the background; see [`Notice::NamesWritten`].
    pub fn export_names(&mut self, gazetteer: GazetteerId, path: PathBuf) {
        if let Some(gazetteer) = self.project.gazetteer(gazetteer) {
            self.jobs.write_names(gazetteer.clone(), std::sync::Arc::clone(&self.project), path);
        }
    }

    /// Adds what was read.
    pub(super) fn take_names(
        &mut self,
        lists: Vec<(String, NameList)>,
        warnings: Vec<String>,
        mut failures: Vec<Failure>,
    ) -> Notice {
        let mut names = lists.iter().map(|(_, list)| list.count()).sum();
        if names > 0
            && let Err(error) = self.dispatch(Command::AddGazetteers(lists))
        {
            failures.push(Failure { path: PathBuf::new(), why: error.to_string() });
            names = 0;
        }
        Notice::NamesAdded { names, warnings, failures }
    }
}
