//! Suggestions for all articles, made and kept up to date on a thread of its own.
//!
//! The thread takes one article at a time, the preferred one first. An answer is dropped if the article has been asked
//! for again since. What is open in an article is worked out here when it is looked at, and kept until
//! something changes. Without a window there is no thread: suggestions are made when they are looked at.

use super::{Wake, touched};
use crate::{
    model::{Change, Document, DocumentId, Project, Schema, Transaction},
    suggest::{Cancel, Engine, Memory, Suggestion, open_suggestions},
    text::Span,
};
use aho_corasick::AhoCorasick;
use std::{
    collections::{BTreeMap, BTreeSet},
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        mpsc::{Receiver, Sender, channel},
    },
    thread,
};

/// All suggestions of the project and the thread that makes them.
pub(super) struct Suggesting {
    queue: Arc<Queue>,
    /// Nothing is made before it is looked at.
    only_when_asked: bool,
    last_number: u64,
    answers: Receiver<Answer>,
    sender: Sender<Answer>,
    wake: Wake,
    engine: Arc<Engine>,
    found: BTreeMap<DocumentId, Found>,
}

/// What is known for one article.
#[derive(Default)]
struct Found {
    /// `None` until the first answer.
    all: Option<Vec<Suggestion>>,
    /// `None` when marks, rejections or suggestions have changed since it was worked out.
    open: Option<Arc<Vec<Suggestion>>>,
    /// The number of the newest request; 0 for none.
    asked: u64,
    /// The number of the request that was answered.
    answered: u64,
}

struct Answer {
    document: DocumentId,
    number: u64,
    suggestions: Vec<Suggestion>,
}

#[derive(Default)]
struct Queue {
    wishes: Mutex<Wishes>,
    arrived: Condvar,
}

#[derive(Default)]
struct Wishes {
    waiting: BTreeMap<DocumentId, Wish>,
    preferred: Option<DocumentId>,
    /// Stops the work on the article of this id.
    under_way: Option<(DocumentId, Cancel)>,
    is_closed: bool,
}

struct Wish {
    number: u64,
    document: Document,
    /// Where marks are, in order.
    marked: Vec<Span>,
    memory: Arc<Memory>,
    engine: Arc<Engine>,
}

impl Suggesting {
    pub(super) fn in_background(schema: &Schema, wake: Wake) -> Self {
        let suggesting = Self::new(schema, wake, false);
        suggesting.start_thread();
        suggesting
    }

    pub(super) fn when_asked(schema: &Schema) -> Self {
        Self::new(schema, Arc::new(|| {}), true)
    }

    fn new(schema: &Schema, wake: Wake, only_when_asked: bool) -> Self {
        let (sender, answers) = channel();
        Self {
            queue: Arc::default(),
            only_when_asked,
            last_number: 0,
            answers,
            sender,
            wake,
            engine: Arc::new(Engine::new(schema)),
            found: BTreeMap::new(),
        }
    }

    fn start_thread(&self) {
        let (queue, sender, wake) = (Arc::clone(&self.queue), self.sender.clone(), Arc::clone(&self.wake));
        let work = move || work(&queue, &sender, &wake);
        // Without the thread there are no suggestions; all else works.
        let _ = thread::Builder::new().name("dateline-suggest".to_owned()).spawn(work);
    }

    pub(super) fn use_schema(&mut self, schema: &Schema) {
        self.engine = Arc::new(Engine::new(schema));
    }

    /// Drops everything known and everything asked for, and asks for all articles of a project.
    pub(super) fn start_over(&mut self, project: &Project, memory: &Arc<Memory>) {
        self.found.clear();
        {
            let mut wishes = self.queue.lock();
            wishes.waiting.clear();
            wishes.preferred = None;
            wishes.stop_work_on(|_| true);
        }
        for document in project.documents() {
            self.request(project, document, memory);
        }
    }

    /// Asks for the suggestions of an article, in place of what was asked before.
    fn request(&mut self, project: &Project, document: &Document, memory: &Arc<Memory>) {
        self.last_number += 1;
        let number = self.last_number;
        self.found.entry(document.id).or_default().asked = number;
        if self.only_when_asked {
            return;
        }
        let (memory, engine) = (Arc::clone(memory), Arc::clone(&self.engine));
        let marked = marked_in(project, document.id);
        let mut wishes = self.queue.lock();
        wishes.stop_work_on(|id| id == document.id);
        wishes
            .waiting
            .insert(document.id, Wish { number, document: document.clone(), marked, memory, engine });
        self.queue.arrived.notify_one();
    }

    pub(super) fn prefer(&mut self, document: DocumentId) {
        self.queue.lock().preferred = Some(document);
    }

    /// Follows a transaction: forgets what is no longer open and asks anew where a decided name stands.
    pub(super) fn follow(&mut self, project: &Project, transaction: &Transaction, memory: &Arc<Memory>) {
        let touched: BTreeSet<DocumentId> = touched(transaction).collect();
        let reaches_all = transaction.changes.iter().any(|change| {
            matches!(change, Change::Rejection { before, after, .. }
                if after.as_ref().or(before.as_ref()).is_some_and(|r| r.document().is_none()))
        });
        let names = Names::new(Memory::names_in(project, transaction));
        for document in project.documents() {
            let is_touched = reaches_all || touched.contains(&document.id);
            let found = self.found.get_mut(&document.id);
            if is_touched && let Some(found) = found {
                found.open = None;
            }
            let is_new = !self.found.contains_key(&document.id);
            if is_new || names.is_any_in(document) {
                self.request(project, document, memory);
            }
        }
        self.found.retain(|id, _| project.document(*id).is_some());
    }

    /// Takes in what has been made; whether there was anything.
    pub(super) fn poll(&mut self) -> bool {
        let mut is_news = false;
        while let Ok(answer) = self.answers.try_recv() {
            let asked = self.found.get_mut(&answer.document).filter(|found| found.asked == answer.number);
            if let Some(found) = asked {
                found.all = Some(answer.suggestions);
                found.open = None;
                found.answered = answer.number;
                is_news = true;
            }
        }
        is_news
    }

    pub(super) fn is_pending(&self, document: DocumentId) -> bool {
        self.found.get(&document).is_some_and(|found| found.asked != found.answered)
    }

    /// Makes the suggestions of an article on this thread, if the background has not done so.
    pub(super) fn make_now(&mut self, project: &Project, id: DocumentId, memory: &Arc<Memory>) {
        self.poll();
        let (Some(document), true) =
            (project.document(id), self.is_pending(id) || !self.found.contains_key(&id))
        else {
            return;
        };
        {
            let mut wishes = self.queue.lock();
            wishes.waiting.remove(&id);
            wishes.stop_work_on(|under_way| under_way == id);
        }
        let found = self.found.entry(id).or_default();
        found.all =
            Some(self.engine.suggest_beside(document, &marked_in(project, id), memory, &Cancel::default()));
        found.open = None;
        found.answered = found.asked;
    }

    pub(super) fn open(&mut self, project: &Project, document: DocumentId) -> Arc<Vec<Suggestion>> {
        let Some(found) = self.found.get_mut(&document) else {
            return Arc::default();
        };
        let Some(all) = &found.all else {
            return Arc::default();
        };
        let open = found.open.get_or_insert_with(|| Arc::new(open_suggestions(project, document, all)));
        Arc::clone(open)
    }
}

/// Where the marks of an article are, in order.
fn marked_in(project: &Project, document: DocumentId) -> Vec<Span> {
    project.mentions_of(document).map(|mention| mention.span).collect()
}

impl Drop for Suggesting {
    fn drop(&mut self) {
        let mut wishes = self.queue.lock();
        wishes.is_closed = true;
        wishes.stop_work_on(|_| true);
        self.queue.arrived.notify_all();
    }
}

impl Wishes {
    fn stop_work_on(&mut self, is_meant: impl Fn(DocumentId) -> bool) {
        if let Some((_, cancel)) = self.under_way.take_if(|(id, _)| is_meant(*id)) {
            cancel.cancel();
        }
    }
}

impl Queue {
    fn lock(&self) -> MutexGuard<'_, Wishes> {
        self.wishes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for the next article to work on; `None` when the session is over.
    fn next(&self) -> Option<(Wish, Cancel)> {
        let mut wishes = self.lock();
        loop {
            if wishes.is_closed {
                return None;
            }
            let preferred = wishes.preferred.and_then(|id| wishes.waiting.remove(&id));
            let wish = preferred.or_else(|| wishes.waiting.pop_first().map(|(_, wish)| wish));
            if let Some(wish) = wish {
                let cancel = Cancel::default();
                wishes.under_way = Some((wish.document.id, cancel.clone()));
                return Some((wish, cancel));
            }
            wishes = self.arrived.wait(wishes).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

fn work(queue: &Queue, sender: &Sender<Answer>, wake: &Wake) {
    while let Some((wish, cancel)) = queue.next() {
        // An article on which the program stumbles has no suggestions; the others still get theirs.
        let made = AssertUnwindSafe(|| {
            wish.engine.suggest_beside(&wish.document, &wish.marked, &wish.memory, &cancel)
        });
        let suggestions = catch_unwind(made).unwrap_or_default();
        if cancel.is_cancelled() {
            continue;
        }
        let answer = Answer { document: wish.document.id, number: wish.number, suggestions };
        if sender.send(answer).is_err() {
            return;
        }
        wake();
    }
}

/// Names to look for in many articles.
enum Names {
    Few(BTreeSet<String>),
    Many(AhoCorasick),
}

impl Names {
    /// Up to here, looking for one after the other is faster than to prepare a search for all.
    const FEW: usize = 8;

    fn new(names: BTreeSet<String>) -> Self {
        if names.len() <= Self::FEW {
            return Self::Few(names);
        }
        // Too many names for a machine: each is looked for by itself.
        AhoCorasick::new(&names).map_or(Self::Few(names), Self::Many)
    }

    fn is_any_in(&self, document: &Document) -> bool {
        let text = document.text.as_str();
        match self {
            Self::Few(names) => {
                names.iter().any(|name| memchr::memmem::find(text.as_bytes(), name.as_bytes()).is_some())
            }
            Self::Many(machine) => machine.is_match(text),
        }
    }
}
