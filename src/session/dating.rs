//! What the dates of articles mean, for the window: found once an article, and kept.
//!
//! A short article is read when it is asked for. A long one is read on a thread of its own; until then its dates are not
//! known. Another publication date needs new sums, never a new search.

use super::{Session, Wake};
use crate::{
    model::{Date, Document, DocumentId},
    view::Dates,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{
        Arc,
        mpsc::{Receiver, Sender, channel},
    },
    thread,
};

/// A text up to this long is read at once, which takes a few milliseconds. Bytes.
const AT_ONCE: usize = 48 * 1024;
/// The dates of at most this many articles are kept.
const KEPT: usize = 32;

/// The dates of an article, by its publication date.
type Known = (Option<Date>, Arc<Dates>);

/// Keeps them.
pub(super) struct Dating {
    known: BTreeMap<DocumentId, Known>,
    /// Articles that are being read.
    busy: BTreeSet<DocumentId>,
    sender: Sender<(DocumentId, Known)>,
    receiver: Receiver<(DocumentId, Known)>,
    wake: Wake,
}

impl Dating {
    pub(super) fn new(wake: Wake) -> Self {
        let (sender, receiver) = channel();
        Self { known: BTreeMap::new(), busy: BTreeSet::new(), sender, receiver, wake }
    }

    /// Forgets everything: another project is there.
    pub(super) fn start_over(&mut self) {
        *self = Self::new(Arc::clone(&self.wake));
    }

    /// Takes in what the threads have found; whether that was anything.
    pub(super) fn poll(&mut self) -> bool {
        let mut is_new = false;
        while let Ok((document, known)) = self.receiver.try_recv() {
            self.busy.remove(&document);
            self.known.insert(document, known);
            is_new = true;
        }
        is_new
    }

    fn of(&mut self, document: &Document) -> Option<Arc<Dates>> {
        let published = document.facts.published;
        let known = self.known.get(&document.id);
        if let Some((_, dates)) = known.filter(|(day, _)| *day == published) {
            return Some(Arc::clone(dates));
        }
        let earlier = known.map(|(_, dates)| Arc::clone(dates));
        if document.text.byte_count() > AT_ONCE {
            self.read_aside(document, earlier);
            return None;
        }
        if self.known.len() >= KEPT {
            self.known.clear();
        }
        let dates = Arc::new(read(document, earlier));
        self.known.insert(document.id, (published, Arc::clone(&dates)));
        Some(dates)
    }

    fn read_aside(&mut self, document: &Document, earlier: Option<Arc<Dates>>) {
        if !self.busy.insert(document.id) {
            return;
        }
        let (document, sender, wake) = (document.clone(), self.sender.clone(), Arc::clone(&self.wake));
        let id = document.id;
        let work = move || {
            let dates = Arc::new(read(&document, earlier));
            // Nobody listens any more where another project was opened.
            if sender.send((document.id, (document.facts.published, dates))).is_ok() {
                wake();
            }
        };
        if thread::Builder::new().name("dateline-dates".to_owned()).spawn(work).is_err() {
            self.busy.remove(&id);
        }
    }
}

fn read(document: &Document, earlier: Option<Arc<Dates>>) -> Dates {
    let Some(earlier) = earlier else {
        return Dates::of(document);
    };
    let mut dates = Arc::unwrap_or_clone(earlier);
    dates.set_published(document.facts.published);
    dates
}

impl Session {
    /// What the dates of an article mean; `None` while it is being read, see [`super::Notice::Dated`].
    pub fn dates(&mut self, document: DocumentId) -> Option<Arc<Dates>> {
        self.project.document(document).and_then(|document| self.dating.of(document))
    }
}
