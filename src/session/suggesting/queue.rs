//! What is to be suggested, in what order, between the session and its thread.

use super::names::Names;
use crate::{
    model::DocumentId,
    suggest::{Cancel, Care, Engine, Memory, Suggestion},
    text::{Span, Text},
};
use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

/// After so long without work the thread lets go what takes much memory.
const IDLE: Duration = Duration::from_secs(30);

/// What the thread sends back.
pub(super) enum Answer {
    /// The suggestions of an article.
    Made { document: DocumentId, number: u64, suggestions: Vec<Suggestion> },
    /// In these articles stands one of the names that a decision was about.
    Concerned(Vec<DocumentId>),
}

/// An article to be suggested.
pub(super) struct Wish {
    pub number: u64,
    pub document: DocumentId,
    pub text: Text,
    /// Where marks are, in order.
    pub marked: Vec<Span>,
    pub memory: Arc<Memory>,
    pub engine: Arc<Engine>,
    /// With how much care it is read this time.
    pub care: Care,
    /// With how much care in the end.
    pub wanted: Care,
}

/// Names to look for in articles.
pub(super) struct Sweep {
    pub names: Names,
    pub texts: Vec<(DocumentId, Text)>,
}

/// What to do next.
pub(super) enum Task {
    Suggest(Wish, Cancel),
    Sweep(Sweep, Cancel),
    /// Nothing has come for a while.
    Rest,
}

#[derive(Default)]
pub(super) struct Queue {
    wishes: Mutex<Wishes>,
    arrived: Condvar,
}

#[derive(Default)]
pub(super) struct Wishes {
    /// What the next look at the article should show.
    waiting: BTreeMap<DocumentId, Wish>,
    /// The same with more care, for when nothing else waits.
    later: BTreeMap<DocumentId, Wish>,
    sweeps: VecDeque<Sweep>,
    preferred: Option<DocumentId>,
    /// The article worked on, with how much care, and what stops it.
    under_way: Option<(Option<DocumentId>, Care, Cancel)>,
    is_closed: bool,
}

impl Wishes {
    fn stop_work_on(&mut self, is_meant: impl Fn(Option<DocumentId>, Care) -> bool) {
        if let Some((.., cancel)) = self.under_way.take_if(|(id, care, _)| is_meant(*id, *care)) {
            cancel.cancel();
        }
    }

    fn next(&mut self) -> Option<Task> {
        let preferred = self.preferred.and_then(|id| self.waiting.remove(&id));
        let preferred = preferred.or_else(|| self.preferred.and_then(|id| self.later.remove(&id)));
        if preferred.is_none()
            && let Some(sweep) = self.sweeps.pop_front()
        {
            let cancel = Cancel::default();
            self.under_way = Some((None, Care::Fast, cancel.clone()));
            return Some(Task::Sweep(sweep, cancel));
        }
        let wish = preferred.or_else(|| self.waiting.pop_first().map(|(_, wish)| wish));
        let wish = wish.or_else(|| self.later.pop_first().map(|(_, wish)| wish))?;
        let cancel = Cancel::default();
        self.under_way = Some((Some(wish.document), wish.care, cancel.clone()));
        Some(Task::Suggest(wish, cancel))
    }
}

impl Queue {
    /// Asks for an article in place of what was asked for it before.
    pub(super) fn ask(&self, wish: Wish) {
        let mut wishes = self.lock();
        wishes.stop_work_on(|id, _| id == Some(wish.document));
        wishes.later.remove(&wish.document);
        wishes.waiting.insert(wish.document, wish);
        self.arrived.notify_one();
    }

    /// Asks for an article when nothing else waits, unless it has been asked for again since.
    pub(super) fn ask_later(&self, wish: Wish) {
        let mut wishes = self.lock();
        if !wishes.waiting.contains_key(&wish.document) {
            wishes.later.insert(wish.document, wish);
            self.arrived.notify_one();
        }
    }

    pub(super) fn sweep(&self, sweep: Sweep) {
        self.lock().sweeps.push_back(sweep);
        self.arrived.notify_one();
    }

    pub(super) fn prefer(&self, document: DocumentId) {
        self.lock().preferred = Some(document);
    }

    /// Takes back what was asked for an article.
    pub(super) fn withdraw(&self, document: DocumentId) {
        let mut wishes = self.lock();
        wishes.waiting.remove(&document);
        wishes.later.remove(&document);
        wishes.stop_work_on(|id, _| id == Some(document));
    }

    /// Takes back everything.
    pub(super) fn clear(&self) {
        let mut wishes = self.lock();
        wishes.waiting.clear();
        wishes.later.clear();
        wishes.sweeps.clear();
        wishes.preferred = None;
        wishes.stop_work_on(|_, _| true);
    }

    /// Takes back what was asked for with more care than is wished for now.
    pub(super) fn clear_later(&self) {
        let mut wishes = self.lock();
        wishes.later.clear();
        wishes.stop_work_on(|_, care| care == Care::Full);
    }

    pub(super) fn close(&self) {
        let mut wishes = self.lock();
        wishes.is_closed = true;
        wishes.stop_work_on(|_, _| true);
        self.arrived.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, Wishes> {
        self.wishes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for the next thing to do; `None` when the session is over.
    pub(super) fn next(&self, has_worked: bool) -> Option<Task> {
        let mut wishes = self.lock();
        loop {
            if wishes.is_closed {
                return None;
            }
            if let Some(task) = wishes.next() {
                return Some(task);
            }
            wishes = if has_worked {
                let waited = self.arrived.wait_timeout(wishes, IDLE).unwrap_or_else(PoisonError::into_inner);
                if waited.1.timed_out() {
                    return Some(Task::Rest);
                }
                waited.0
            } else {
                self.arrived.wait(wishes).unwrap_or_else(PoisonError::into_inner)
            };
        }
    }
}
