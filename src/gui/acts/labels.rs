//! The labels of the project: their page, files of them, and the list that picks one.

use super::super::{
    app::App,
    desk::{Centre, Focus},
    windows::{Overlay, PickLabel},
};
use crate::{
    model::{Command, Label, LabelId, Schema},
    session::Failure,
    words::{retold, say},
};
use std::path::{Path, PathBuf};

impl App {
    /// Opens the page of labels at one of them.
    pub(super) fn edit_label(&mut self, label: LabelId) {
        if self.desk.centre != Centre::Labels {
            self.toggle_page(Centre::Labels);
        }
        self.desk.labels.choose(label);
    }

    pub(super) fn add_label(&mut self, label: Label) {
        if let Some(id) = self.make_label(label) {
            self.desk.labels.choose(id);
        }
    }

    /// The new label; a message instead, if it was refused.
    fn make_label(&mut self, label: Label) -> Option<LabelId> {
        let result = self.session.dispatch(Command::AddLabel(Box::new(label)));
        let before = self.settle(result)?.schema_before().cloned()?;
        let mut labels = self.session.project().schema().labels();
        labels.find(|(id, _)| before.get(*id).is_none()).map(|(id, _)| id)
    }

    /// A change that was shown before: afterwards the label that others were merged into is the chosen one.
    pub(super) fn change_labels(&mut self, command: Command) {
        let into = match &command {
            Command::MergeLabels { into, .. } => Some(*into),
            _ => None,
        };
        let result = self.session.dispatch(command);
        if let Some(transaction) = self.settle(result) {
            self.desk.say(say!("labels-changed", step = retold(&transaction.name)));
            if let Some(label) = into {
                // No field takes the keyboard: Ctrl+Z is to take back what was done.
                self.desk.labels.show(label);
            }
        }
    }

    pub(super) fn offer_labels(&mut self) {
        self.desk.overlay = Some(Overlay::PickLabel(PickLabel::default()));
    }

    /// The list has the answer: the label is applied, or kept for the next selections.
    pub(super) fn pick_label(&mut self, label: LabelId, keeps: bool) {
        self.desk.overlay = None;
        self.desk.focus = Some(Focus::Article);
        if keeps {
            self.desk.sticky = Some(label);
            self.desk.last_label = Some(label);
            self.selection_made();
        } else {
            self.apply_label(label);
        }
    }

    pub(super) fn pick_new_label(&mut self, label: Label, keeps: bool) {
        match self.make_label(label) {
            Some(id) => self.pick_label(id, keeps),
            None => self.desk.overlay = None,
        }
    }

    pub(super) fn export_labels(&mut self, mut path: PathBuf) {
        self.desk.overlay = None;
        if path.extension().is_none() {
            path.set_extension("ron");
        }
        self.session.write_labels(path);
    }

    pub(super) fn import_labels(&mut self, path: PathBuf) {
        self.desk.overlay = None;
        self.session.read_labels(path);
    }

    pub(super) fn labels_read(&mut self, path: &Path, result: Result<Box<Schema>, Failure>) {
        match result {
            Ok(schema) => {
                if self.desk.centre != Centre::Labels {
                    self.toggle_page(Centre::Labels);
                }
                self.desk.labels.offer(*schema);
            }
            Err(failure) => {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                self.desk.complain(say!("no-labels-in-file", name = name), vec![failure.to_string()]);
            }
        }
    }

    pub(super) fn labels_written(&mut self, path: &Path, result: Result<(), Failure>) {
        match result {
            Ok(()) => self.desk.say(say!("exported-path", path = path.display().to_string())),
            Err(failure) => self.desk.complain(say!("labels-not-exported"), vec![failure.to_string()]),
        }
    }

    /// Carries out what was typed on the page of labels and is not yet.
    pub(super) fn finish_labels(&mut self) {
        if let Some(command) = self.desk.labels.unfinished(self.session.project().schema()) {
            self.dispatch(command);
        }
    }
}
