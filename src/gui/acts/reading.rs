//! Reading the file of an article again, in another way.

use super::super::{
    app::App,
    windows::{Overlay, ReadingSheet},
};
use crate::{
    model::{Command, DocumentId},
    session::{Failure, ReadAs, ReadFile},
    words::{retold, say},
};

impl App {
    /// Shows how an article was read, and begins to read its file again.
    pub(super) fn ask_reading(&mut self, id: DocumentId) {
        let project = self.session.project();
        let Some(document) = project.document(id).filter(|document| !document.source.is_empty()) else {
            return;
        };
        let sheet = ReadingSheet::new(document, project.mention_count_of(id) > 0);
        self.desk.overlay = Some(Overlay::Reading(Box::new(sheet)));
        self.session.read_again(id, ReadAs::default());
    }

    /// What the reading brought, for the sheet that asked for it.
    pub(super) fn read_again(&mut self, document: DocumentId, read: Result<ReadFile, Failure>) {
        if let Some(Overlay::Reading(sheet)) = &mut self.desk.overlay {
            sheet.take(document, read);
        }
    }

    /// Puts what was read in the place of the article, or beside it if it has marks.
    pub(super) fn use_reading(&mut self) {
        let Some(Overlay::Reading(mut sheet)) = self.desk.overlay.take() else {
            return;
        };
        let Some((old, mut read)) = sheet.take_reading() else {
            return;
        };
        let takes_place = self.session.project().mention_count_of(old) == 0 && read.articles.len() == 1;
        let new = if takes_place { read.articles.pop() } else { None };
        let command = match new {
            Some(new) => Command::ReplaceDocument { document: old, new: Box::new(new) },
            None => Command::AddDocuments(read.articles),
        };
        match self.session.dispatch(command) {
            Ok(transaction) => {
                let first = transaction.created_documents().next().map(|document| document.id);
                if let Some(id) = first {
                    self.show_document(id);
                }
                self.drop_stale();
            }
            Err(error) => self
                .desk
                .complain(say!("article-not-read-again", why = retold(&error.to_string())), Vec::new()),
        }
    }
}
