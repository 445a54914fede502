//! Many files at once: on all cores, in their order, with what failed and what is there twice.

use super::{Columns, Failure, ReadAs, ReadFile, Refused, read_path};
use crate::{
    import::Likenesses,
    model::{DocumentId, NewDocument, Project},
    session::{Annotations, files::shown_path, side_by_side},
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
    /// Tables that wait to be told which of their columns is what.
    pub unclear: Vec<Unclear>,
    /// Annotations of other tools that were among the files.
    pub annotations: Option<Annotations>,
    /// Articles of this batch that are like another.
    twins: Vec<TwinOf>,
}

/// Tables with the same columns of which it is not plain what they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unclear {
    pub paths: Vec<PathBuf>,
    pub columns: Columns,
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

/// Reads files. Stops soon after it is cancelled. Where it `asks`, tables whose columns are not plain are not read but told.
pub fn read_many(
    files: &[PathBuf],
    (read_as, asks): (&ReadAs, bool),
    project: &Project,
    cancel: &Cancel,
    counter: &Counter,
) -> Batch {
    counter.total.store(files.len(), Ordering::Relaxed);
    let read = side_by_side(files, |path| {
        let read = (!cancel.is_cancelled()).then(|| read_path(path, read_as, cancel));
        counter.add(1);
        read
    });
    let mut batch = Batch::default();
    let asks = asks && read_as.columns.is_empty();
    for (path, read) in files.iter().zip(read) {
        if let Some(read) = read {
            batch.take(path, read, asks);
        }
    }
    if !cancel.is_cancelled() {
        batch.twins = twins_of(&batch.articles, project, cancel);
    }
    batch
}

impl Batch {
    fn take(&mut self, path: &Path, read: Result<ReadFile, Refused>, asks: bool) {
        match read {
            Ok(ReadFile { columns: Some(columns), .. }) if asks && !columns.is_sure => {
                self.ask(path, columns);
            }
            Err(Refused { columns: Some(columns), .. }) if asks => {
                self.ask(path, columns);
            }
            Ok(file) => {
                self.articles.extend(file.articles);
                let named = |warning: String| format!("{}: {warning}", shown_path(path));
                self.warnings.extend(file.warnings.into_iter().map(named));
            }
            Err(Refused { why, .. }) => self.failures.push(Failure { path: path.to_owned(), why }),
        }
    }

    fn ask(&mut self, path: &Path, columns: Columns) {
        let names =
            |columns: &Columns| columns.columns.iter().map(|column| column.name.clone()).collect::<Vec<_>>();
        match self.unclear.iter_mut().find(|other| names(&other.columns) == names(&columns)) {
            Some(other) => other.paths.push(path.to_owned()),
            None => self.unclear.push(Unclear { paths: vec![path.to_owned()], columns }),
        }
    }
}

/// Which of the articles are like one before them, or like one of the project.
fn twins_of(articles: &[NewDocument], project: &Project, cancel: &Cancel) -> Vec<TwinOf> {
    let there: Vec<DocumentId> = project.document_ids().collect();
    if there.is_empty() && articles.len() < 2 {
        return Vec::new();
    }
    let mut seen = Likenesses::default();
    for document in project.documents() {
        if cancel.is_cancelled() {
            return Vec::new();
        }
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
    articles.iter().enumerate().take_while(|_| !cancel.is_cancelled()).filter_map(find).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project_file::write_atomically;
    use std::{thread, time::Instant};

    /// It prints how long the reading goes on, which is the time of the file that is being read on each core.
    #[test]
    fn a_reading_ends_soon_after_it_is_cancelled() {
        let folder = tempfile::tempdir().expect("a folder");
        let page =
            format!("<html><body>{}</body></html>", "<p>Kim met Lee in Vienna, and so on.</p>".repeat(2_000));
        let files: Vec<PathBuf> =
            (0..300).map(|number| folder.path().join(format!("{number}.html"))).collect();
        for path in &files {
            write_atomically(path, page.as_bytes()).expect("written");
        }
        let (cancel, counter) = (Cancel::default(), Counter::default());
        let project = Project::new(crate::model::Schema::news_analyst(), crate::model::IdSource::new(1));
        thread::scope(|scope| {
            let read = || read_many(&files, (&ReadAs::default(), true), &project, &cancel, &counter);
            let reading = thread::Builder::new().spawn_scoped(scope, read).expect("starts");
            while counter.done() == 0 {
                thread::yield_now();
            }
            let cancelled = Instant::now();
            cancel.cancel();
            let batch = reading.join().expect("ends");
            println!("{} ms from cancel to the end", cancelled.elapsed().as_millis());
            assert!(batch.articles.len() < files.len(), "it went on to the end");
            assert_eq!(batch.failures, Vec::new());
        });
    }
}
