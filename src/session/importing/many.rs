//! Many files at once: on all cores, in their order, with what failed and what is there twice.

use super::{Failure, ReadAs, ReadFile, articles_in, read_articles};
use crate::{
    import::Likenesses,
    model::{DocumentId, NewDocument, Project},
    session::{files::shown_path, side_by_side},
    suggest::Cancel,
};
use std::{
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
};

/// An article that says the same as another, or nearly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Twin {
    pub new: DocumentId,
    pub other: DocumentId,
    /// 100 where all words are the same; otherwise how much is.
    pub percent: usize,
}

/// What came out of many files.
#[derive(Debug, Default)]
pub struct Batch {
    pub articles: Vec<NewDocument>,
    pub warnings: Vec<String>,
    pub failures: Vec<Failure>,
    /// Articles of this batch that are like another.
    twins: Vec<TwinOf>,
}

/// That an article of a batch, by its place, is like another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct TwinOf {
    place: usize,
    other: Other,
    percent: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Other {
    There(DocumentId),
    InBatch(usize),
}

impl Batch {
    /// Nothing but a failure.
    pub fn failed(failure: Failure) -> Self {
        Self { failures: vec![failure], ..Self::default() }
    }

    /// The twins, once the articles of the batch have become these documents.
    pub fn twins(&self, documents: &[DocumentId]) -> Vec<Twin> {
        let id = |place: usize| documents.get(place).copied();
        let twin = |twin: &TwinOf| {
            let other = match twin.other {
                Other::There(id) => Some(id),
                Other::InBatch(place) => id(place),
            };
            Some(Twin { new: id(twin.place)?, other: other?, percent: twin.percent })
        };
        self.twins.iter().filter_map(twin).collect()
    }
}

/// How far it has come, in files.
#[derive(Debug, Default)]
pub struct Counter {
    done: AtomicUsize,
    total: AtomicUsize,
}

impl Counter {
    /// Of so many files, as far as is known before folders are looked into.
    pub fn of(total: usize) -> Self {
        Self { done: AtomicUsize::new(0), total: AtomicUsize::new(total) }
    }

    /// So many more files have been read, or not.
    pub(in crate::session) fn add(&self, files: usize) {
        self.done.fetch_add(files, Ordering::Relaxed);
    }

    /// So many of so many.
    pub(in crate::session) fn set(&self, done: usize, total: usize) {
        self.total.store(total, Ordering::Relaxed);
        self.done.store(done, Ordering::Relaxed);
    }

    /// Files that have been read, or not.
    pub fn done(&self) -> usize {
        self.done.load(Ordering::Relaxed)
    }

    /// All files.
    pub fn total(&self) -> usize {
        self.total.load(Ordering::Relaxed)
    }
}

/// Reads the files that are named and those of the folders that are named. Stops soon after it is cancelled.
pub fn read_many(
    paths: &[PathBuf],
    read_as: &ReadAs,
    project: &Project,
    cancel: &Cancel,
    counter: &Counter,
) -> Batch {
    let listed = articles_in(paths);
    counter.total.store(listed.files.len(), Ordering::Relaxed);
    let read = side_by_side(&listed.files, |path| {
        let read = (!cancel.is_cancelled()).then(|| read_articles(path, read_as, cancel));
        counter.add(1);
        read
    });
    let mut batch = Batch { failures: listed.failures, ..Batch::default() };
    if listed.passed_over > 0 {
        batch.warnings.push(format!("{} files of other kinds were passed over", listed.passed_over));
    }
    for (path, read) in listed.files.iter().zip(read) {
        match read {
            Some(Ok(file)) => batch.take(path, file),
            Some(Err(failure)) => batch.failures.push(failure),
            None => {}
        }
    }
    if !cancel.is_cancelled() {
        batch.twins = twins_of(&batch.articles, project);
    }
    batch
}

impl Batch {
    fn take(&mut self, path: &Path, file: ReadFile) {
        self.articles.extend(file.articles);
        let named = |warning: String| format!("{}: {warning}", shown_path(path));
        self.warnings.extend(file.warnings.into_iter().map(named));
    }
}

/// Which of the articles are like one before them, or like one of the project.
fn twins_of(articles: &[NewDocument], project: &Project) -> Vec<TwinOf> {
    let there: Vec<DocumentId> = project.documents().map(|document| document.id).collect();
    if there.is_empty() && articles.len() < 2 {
        return Vec::new();
    }
    let mut seen = Likenesses::default();
    for document in project.documents() {
        seen.add(document.text.as_str());
    }
    let find = |(place, article): (usize, &NewDocument)| {
        let alike = seen.add(article.text.as_str())?;
        let other = match there.get(alike.of) {
            Some(id) => Other::There(*id),
            None => Other::InBatch(alike.of - there.len()),
        };
        Some(TwinOf { place, other, percent: alike.percent })
    };
    articles.iter().enumerate().filter_map(find).collect()
}
