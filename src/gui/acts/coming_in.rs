//! Articles have come in, or wait for an answer: twins, tables whose columns are not plain.

use super::super::{
    app::App,
    windows::{ColumnsSheet, Overlay, TwinsSheet},
};
use crate::{
    model::DocumentId,
    session::{Failure, ReadAs, Twin, Unclear},
    words::say,
};
use std::path::PathBuf;

/// Of many articles that come in at once, so many are listed as opened lately.
const RECENT_AT_ONCE: usize = 8;

impl App {
    pub(super) fn articles_added(
        &mut self,
        documents: &[DocumentId],
        warnings: Vec<String>,
        failures: &[Failure],
        twins: Vec<Twin>,
    ) {
        for document in documents.iter().take(RECENT_AT_ONCE) {
            let source =
                self.session.project().document(*document).map(|document| PathBuf::from(&document.source));
            if let Some(source) = source {
                self.settings.remember(&source);
            }
        }
        self.save_settings();
        documents.first().into_iter().for_each(|id| self.show_document(*id));
        let details: Vec<String> = failures.iter().map(ToString::to_string).chain(warnings).collect();
        if !twins.is_empty() {
            let sheet = TwinsSheet::new(self.session.project(), twins, details.clone());
            self.desk.put_over(Overlay::Twins(sheet));
        }
        if failures.is_empty() {
            if !details.is_empty() {
                self.desk.complain(say!("opened-with-know"), details);
            }
        } else {
            let (bad, all) = (failures.len(), failures.len() + documents.len());
            self.desk.complain(say!("some-not-opened", bad = bad, all = all), details);
        }
    }

    /// Tables wait until it is said which of their columns is what.
    pub(super) fn ask_about_tables(&mut self, unclear: Vec<Unclear>) {
        for unclear in unclear {
            self.desk.put_over(Overlay::Columns(Box::new(ColumnsSheet::new(unclear))));
        }
    }

    /// It was said.
    pub(super) fn open_as(&mut self, paths: Vec<PathBuf>, read_as: ReadAs) {
        self.desk.overlay = None;
        self.session.import_as(paths, read_as);
    }
}
