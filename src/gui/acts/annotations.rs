//! Annotations of other tools: read, looked at, taken in; and the project written for other tools.

use super::super::{
    app::App,
    dialogs::Request,
    sayings,
    windows::{AnnotationsSheet, ExportReport, ExportSheet, Overlay},
};
use crate::{
    model::NameMap,
    session::{Annotations, Failure, Sorted},
    words::{retold, say},
};
use std::path::{Path, PathBuf};

impl App {
    pub(super) fn ask_for_annotations(&mut self, ctx: &egui::Context) {
        self.dialogs.ask(Request::Annotations, ctx);
    }

    pub(super) fn offer_export(&mut self) {
        self.desk.overlay = Some(Overlay::Export(ExportSheet::default()));
    }

    pub(super) fn read_annotations(&mut self, paths: Vec<PathBuf>) {
        self.desk.overlay = None;
        self.session.read_annotations(paths);
    }

    /// Files were read: what is in them is shown before it comes in.
    pub(in crate::gui) fn annotations_read(&mut self, sorted: Sorted) {
        let Sorted { annotations, others, failures, .. } = sorted;
        let mut details: Vec<String> = failures.iter().map(ToString::to_string).collect();
        let is_unknown = |path: &PathBuf| say!("no-annotations-in-file", path = path.display().to_string());
        details.extend(others.iter().map(is_unknown));
        let Some(annotations) = annotations else {
            self.desk.complain(say!("no-annotations-chosen"), details);
            return;
        };
        self.offer_annotations(annotations, details);
    }

    /// Shows what would come in.
    pub(super) fn offer_annotations(&mut self, annotations: Annotations, details: Vec<String>) {
        let names = self.session.proposed_names(&annotations);
        let sheet = AnnotationsSheet::new(annotations, names, details);
        self.desk.put_over(Overlay::Annotations(Box::new(sheet)));
    }

    pub(super) fn take_annotations(&mut self, annotations: Annotations, names: NameMap) {
        match self.session.take_annotations(annotations, names) {
            Ok(taken) => {
                taken.documents.first().into_iter().for_each(|id| self.show_document(*id));
                self.desk.say(say!("imported-counts", counts = sayings::counts(&taken.counts)));
            }
            Err(error) => {
                self.desk.complain(say!("nothing-imported", why = retold(&error.to_string())), Vec::new());
            }
        }
    }

    pub(super) fn export_to(&mut self, format: &'static str, path: PathBuf) {
        self.desk.overlay = None;
        self.session.export_later(format, path);
    }

    /// What became of an export.
    pub(in crate::gui) fn exported(&mut self, path: &Path, result: Result<Vec<String>, Failure>) {
        let done = say!("exported-to", path = path.display().to_string());
        match result {
            Ok(losses) if losses.is_empty() => self.desk.say(done),
            Ok(losses) => {
                self.desk.say(done.clone());
                self.desk.overlay = Some(Overlay::ExportReport(ExportReport { done, losses }));
            }
            Err(failure) => self.desk.complain(say!("project-not-exported"), vec![failure.to_string()]),
        }
    }

    /// What files that are made of this project are called, without an ending.
    pub(in crate::gui) fn export_stem(&self) -> String {
        let stem = self.session.path().and_then(Path::file_stem);
        stem.map_or_else(|| "project".to_owned(), |stem| stem.to_string_lossy().into_owned())
    }
}
