//! Lists of names that come in and go out.

use super::super::{
    app::App,
    windows::{NamesSheet, Overlay},
};
use crate::{
    model::{Command, GazetteerId, KnownName, LabelId},
    session::Failure,
    view::MarkId,
    words::say,
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
            self.desk.say(say!("name-known", words = words));
        } else {
            self.dispatch(Command::Forget(vec![(words.clone(), name.label)]));
            self.desk.say(say!("name-forgotten", words = words));
        }
    }

    pub(super) fn names_added(&mut self, names: usize, warnings: Vec<String>, failures: &[Failure]) {
        let details: Vec<String> = failures.iter().map(ToString::to_string).chain(warnings).collect();
        match (names, details.is_empty()) {
            (_, true) => self.desk.say(say!("names-added", names = say!("name-count", count = names))),
            (0, false) => self.desk.complain(say!("names-none-added"), details),
            (_, false) => {
                let added = say!("names-added-know", names = say!("name-count", count = names));
                self.desk.complain(added, details);
            }
        }
    }

    pub(super) fn names_written(&mut self, path: &Path, result: Result<(), Failure>) {
        match result {
            Ok(()) => self.desk.say(say!("exported-path", path = path.display().to_string())),
            Err(failure) => self.desk.complain(say!("names-not-exported"), vec![failure.to_string()]),
        }
    }
}
