//! Articles come into a project: those that were read, in one step, and one that is read again.

use super::{Batch, Counter, ReadAs, Twin, read_many};
use crate::{
    model::{Command, CommandError, DocumentId, NewDocument, Project},
    session::{
        Counts, Failure, Notice, Session, Sorted,
        annotations::{self, Annotations},
    },
    suggest::Cancel,
};
use std::{path::PathBuf, sync::Arc};

/// What came in with files: articles, and annotations of other tools.
#[derive(Debug, Default)]
pub struct BroughtIn {
    pub documents: Vec<DocumentId>,
    pub warnings: Vec<String>,
    pub failures: Vec<Failure>,
    pub twins: Vec<Twin>,
    /// The names of the formats of annotations, and how much came with them.
    pub annotations: Option<(String, Counts)>,
}

/// Reads what the paths lead to: annotations of other tools, and as articles all else.
pub(in crate::session) fn read_all(
    paths: &[PathBuf],
    read_as: (&ReadAs, bool),
    project: &Project,
    cancel: &Cancel,
    counter: &Counter,
) -> Batch {
    let Sorted { annotations, others, passed_over, mut failures } = annotations::sort(paths, cancel);
    let mut batch = read_many(&others, read_as, project, cancel, counter);
    failures.append(&mut batch.failures);
    (batch.annotations, batch.failures) = (annotations, failures);
    if passed_over > 0 {
        batch.warnings.insert(0, format!("{passed_over} files of other kinds were passed over"));
    }
    batch
}

impl Session {
    /// Reads files in the background and adds the articles as one step; annotations of other tools, and tables that are not
    /// plain, wait for an answer. See [`Notice::ArticlesAdded`].
    pub fn import(&mut self, paths: Vec<PathBuf>) {
        self.import_as(paths, ReadAs::default());
    }

    /// The same, for files that are to be read in a way of their own.
    pub fn import_as(&mut self, paths: Vec<PathBuf>, read_as: ReadAs) {
        self.jobs.import(paths, read_as, Arc::clone(&self.project));
    }

    /// Reads the file of an article again in the background, in another way; see [`Notice::ReadAgain`].
    pub fn read_again(&mut self, document: DocumentId, read_as: ReadAs) {
        if let Some(document) = self.project.document(document) {
            self.jobs.read_again(document.id, PathBuf::from(&document.source), read_as);
        }
    }

    /// Reads files here and now, for work without a window. Articles come in as one step, annotations as another.
    ///
    /// # Errors
    /// As for [`Session::dispatch`].
    pub fn bring_in(&mut self, paths: &[PathBuf], read_as: &ReadAs) -> Result<BroughtIn, CommandError> {
        let (cancel, counter) = (Cancel::default(), Counter::default());
        let mut batch = read_all(paths, (read_as, false), &self.project, &cancel, &counter);
        let (warnings, failures) = (std::mem::take(&mut batch.warnings), std::mem::take(&mut batch.failures));
        let annotations: Option<Annotations> = batch.annotations.take();
        let mut brought = BroughtIn { warnings, failures, ..BroughtIn::default() };
        let articles = std::mem::take(&mut batch.articles);
        if !articles.is_empty() {
            brought.documents = self.add_articles(articles)?;
            brought.twins = batch.twins(&brought.documents);
        }
        if let Some(annotations) = annotations {
            let formats = annotations.formats.join(", ");
            let names = self.proposed_names(&annotations);
            let taken = self.take_annotations(annotations, names)?;
            brought.warnings.extend(taken.warnings);
            brought.documents.extend(taken.documents);
            brought.annotations = Some((formats, taken.counts));
        }
        Ok(brought)
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
        let Batch { warnings, failures, unclear, annotations, .. } = batch;
        let annotations = annotations.map(Box::new);
        Notice::ArticlesAdded { documents, warnings, failures, twins, unclear, annotations }
    }
}
