//! Articles come into a project: those that were read, in one step, and one that is read again.

use super::{Batch, ReadAs};
use crate::{
    model::{Command, CommandError, DocumentId, NewDocument},
    session::{Failure, Notice, Session},
};
use std::{path::PathBuf, sync::Arc};

impl Session {
    /// Reads articles in the background and adds them as one step; see [`Notice::ArticlesAdded`].
    pub fn import(&mut self, paths: Vec<PathBuf>) {
        self.jobs.import(paths, ReadAs::default(), Arc::clone(&self.project));
    }

    /// Reads the file of an article again in the background, in another way; see [`Notice::ReadAgain`].
    pub fn read_again(&mut self, document: DocumentId, read_as: ReadAs) {
        if let Some(document) = self.project.document(document) {
            self.jobs.read_again(document.id, PathBuf::from(&document.source), read_as);
        }
    }

    /// Adds articles that have been read already, as one step.
    ///
    /// # Errors
    /// As for [`Session::dispatch`].
    pub fn add_articles(&mut self, articles: Vec<NewDocument>) -> Result<Vec<DocumentId>, CommandError> {
        let transaction = self.dispatch(Command::AddDocuments(articles))?;
        Ok(transaction.created_documents().map(|document| document.id).collect())
    }

    /// Adds what a reading of many files has brought.
    pub(in crate::session) fn take_batch(&mut self, mut batch: Batch) -> Notice {
        let articles = std::mem::take(&mut batch.articles);
        let documents = if articles.is_empty() { Ok(Vec::new()) } else { self.add_articles(articles) };
        let documents = documents.unwrap_or_else(|error| {
            batch.failures.push(Failure { path: PathBuf::new(), why: error.to_string() });
            Vec::new()
        });
        let mut twins = batch.twins(&documents);
        // The other may have been taken out while this was read.
        twins.retain(|twin| self.project.document(twin.other).is_some());
        let Batch { warnings, failures, .. } = batch;
        Notice::ArticlesAdded { documents, warnings, failures, twins }
    }
}
