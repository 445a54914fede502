//! Lists of names that come in and go out.

use super::super::{
    app::App,
    widgets::counted,
    windows::{NamesSheet, Overlay},
};
use crate::{
    model::{Command, GazetteerId, KnownName, LabelId},
    session::Failure,
    view::MarkId,
};
use std::path::{Path, PathBuf};

impl App {
    pub(super) fn import_names(&mut self, paths: Vec<PathBuf>, usual: LabelId) {
        self.session.import_names(paths, usual);
        self.desk.overlay = Some(Overlay::Names(NamesSheet::default()));
    }

    pub(super) fn export_names(&mut self, gazetteer: GazetteerId, mut path: PathBuf) {
        if path.extension().is_none() {
            path.set_extension("csv");
        }
        self.session.export_names(gazetteer, path);
        self.desk.overlay = Some(Overlay::Names(NamesSheet::default()));
    }

    /// Puts the words of the mark on the analyst's own list, or forgets them: as what they are marked or proposed.
    pub(super) fn know_name(&mut self, is_known: bool) {
        let project = self.session.project();
        let named = match self.desk.current {
            Some(MarkId::Mention(id)) => {
                project.mention(id).map(|mention| (project.words_of(mention), mention.label))
            }
            Some(MarkId::Suggestion(key)) => {
                project.document(key.document).map(|document| (document.text.slice(key.span), key.label))
            }
            None => None,
        };
        let Some(name) = named.and_then(|(words, label)| KnownName::new(words, label, "")) else {
            return;
        };
        let words = name.words().to_owned();
        if is_known {
            self.dispatch(Command::Know(vec![name]));
            self.desk.say(format!("“{words}” is on your own list now and is always suggested"));
        } else {
            self.dispatch(Command::Forget(vec![(words.clone(), name.label)]));
            self.desk.say(format!("What was learnt of “{words}” is forgotten; marks of it stay"));
        }
    }

    pub(super) fn names_added(&mut self, names: usize, warnings: Vec<String>, failures: &[Failure]) {
        let added = format!("{} added", counted(names, "name", "names"));
        let details: Vec<String> = failures.iter().map(ToString::to_string).chain(warnings).collect();
        match (names, details.is_empty()) {
            (_, true) => self.desk.say(added),
            (0, false) => self.desk.complain("No names were added", details),
            (_, false) => self.desk.complain(format!("{added}, with something to know"), details),
        }
    }

    pub(super) fn names_written(&mut self, path: &Path, result: Result<(), Failure>) {
        match result {
            Ok(()) => self.desk.say(format!("Exported {}", path.display())),
            Err(failure) => self.desk.complain("The names were not exported", vec![failure.to_string()]),
        }
    }
}
