//! Suggestions for all articles, made and kept up to date on a thread of its own.
//!
//! The thread takes one article at a time, the preferred one first. An answer is dropped if the article has been asked
//! for again since. What is open in an article is worked out here when it is looked at, and kept until
//! something changes. Without a window there is no thread: suggestions are made when they are looked at.

mod found;
mod names;
mod queue;
mod readings;
mod work;

use super::{Shown, Wake, behind::give_way, touched};
use crate::{
    model::{Change, Document, DocumentId, Project, Schema, Transaction},
    suggest::{Adapting, Article, Cancel, Care, Engine, Memory, Reading, Recollection, Suggestion, Taught},
    text::Span,
};
use found::{Found, Made};
use names::Names;
use queue::{Answer, Queue, Sweep, Wish};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{
        Arc,
        mpsc::{Receiver, Sender, channel},
    },
    thread,
};
use work::{Known, reading_of, work};

/// So many articles are asked for anew in one look at the answers, so that no frame waits for it.
const ASKED_AT_ONCE: usize = 100;

/// All suggestions of the project and the thread that makes them.
pub(super) struct Suggesting {
    queue: Arc<Queue>,
    known: Arc<Known>,
    care: Care,
    shown: Shown,
    /// Nothing is made before it is looked at.
    only_when_asked: bool,
    last_number: u64,
    answers: Receiver<Answer>,
    sender: Sender<Answer>,
    wake: Wake,
    engine: Arc<Engine>,
    found: BTreeMap<DocumentId, Found>,
    /// Articles in which a decided name stands, to be asked for anew.
    concerned: Vec<DocumentId>,
    /// How many searches for decided names are under way.
    sweeps: usize,
    /// Counts what teaches: suggestions that were asked for at another count know less than could be known.
    lessons: u64,
}

impl Suggesting {
    /// Whether suggestions are made by themselves, as for a window.
    pub(super) fn is_in_background(&self) -> bool {
        !self.only_when_asked
    }

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
            known: Arc::new(Known::new(schema)),
            care: Care::Full,
            shown: Shown::default(),
            only_when_asked,
            last_number: 0,
            answers,
            sender,
            wake,
            engine: Arc::new(Engine::new(schema)),
            found: BTreeMap::new(),
            concerned: Vec::new(),
            sweeps: 0,
            lessons: 0,
        }
    }

    fn start_thread(&self) {
        let (queue, known) = (Arc::clone(&self.queue), Arc::clone(&self.known));
        let (sender, wake) = (self.sender.clone(), Arc::clone(&self.wake));
        let work = move || {
            give_way();
            work(&queue, &known, &sender, &wake);
        };
        // Without the thread there are no suggestions; all else works.
        let _ = thread::Builder::new().name("dateline-suggest".to_owned()).spawn(work);
    }

    pub(super) fn use_schema(&mut self, schema: &Schema) {
        self.engine = Arc::new(Engine::new(schema));
        // What is under way is for the old project. Without this the window waited here until a lesson was learnt.
        self.queue.clear();
        *self.known.adapting() = Adapting::new(schema);
    }

    /// With how much care articles are read from now on; what has been read stays.
    pub(super) fn set_care(&mut self, care: Care, project: &Arc<Project>, memory: &Arc<Memory>) {
        if care == self.care {
            return;
        }
        self.care = care;
        if care == Care::Fast {
            self.queue.clear_later();
        } else {
            for document in project.documents() {
                self.request(project, document, memory);
            }
        }
    }

    /// The labels are others now: chooses anew for all articles. What was read in them stays, since it knows of no labels.
    pub(super) fn use_labels(&mut self, project: &Arc<Project>, memory: &Arc<Memory>) {
        self.use_schema(project.schema());
        self.ask_for_all(project, memory);
    }

    /// Drops everything known and everything asked for, and asks for all articles of a project.
    pub(super) fn start_over(&mut self, project: &Arc<Project>, memory: &Arc<Memory>) {
        self.known.readings.clear();
        self.ask_for_all(project, memory);
    }

    fn ask_for_all(&mut self, project: &Arc<Project>, memory: &Arc<Memory>) {
        self.found.clear();
        self.concerned.clear();
        self.sweeps = 0;
        self.queue.clear();
        for document in project.documents() {
            self.request(project, document, memory);
        }
    }

    /// Asks for the suggestions of an article, in place of what was asked before.
    fn request(&mut self, project: &Arc<Project>, document: &Document, memory: &Arc<Memory>) {
        self.last_number += 1;
        let number = self.last_number;
        let found = self.found.entry(document.id).or_default();
        (found.asked, found.lessons) = (number, self.lessons);
        if self.only_when_asked {
            return;
        }
        self.queue.ask(Wish {
            number,
            document: document.id,
            text: document.text.clone(),
            project: Arc::clone(project),
            memory: Arc::clone(memory),
            engine: Arc::clone(&self.engine),
            care: Care::Fast,
            wanted: self.care.for_text(&document.text),
        });
    }

    /// This article comes before all others; what was learnt elsewhere is applied to it now.
    pub(super) fn prefer(&mut self, project: &Arc<Project>, id: DocumentId, memory: &Arc<Memory>) {
        self.queue.prefer(id);
        let is_wanted = self.is_stale(id) || !self.is_whole(id);
        if let Some(document) = project.document(id).filter(|_| is_wanted) {
            self.request(project, document, memory);
        }
    }

    /// Whether all suggestions of an article are there or asked for, decided ones too.
    fn is_whole(&self, document: DocumentId) -> bool {
        self.found.get(&document).is_some_and(Found::is_whole)
    }

    /// Whether more has been decided since the suggestions of an article were asked for, or they never were.
    fn is_stale(&self, document: DocumentId) -> bool {
        self.found.get(&document).is_none_or(|found| found.lessons != self.lessons)
    }

    /// Follows a transaction: forgets what is no longer open and asks anew where a decided name stands.
    pub(super) fn follow(&mut self, project: &Arc<Project>, transaction: &Transaction, memory: &Arc<Memory>) {
        let touched: BTreeSet<DocumentId> = touched(transaction).collect();
        self.lessons += u64::from(Memory::is_taught_by(transaction));
        let names = Names::new(Memory::names_in(project, transaction));
        let is_reopened = transaction.changes.iter().any(reopens);
        for id in &touched {
            let Some(document) = project.document(*id) else {
                self.found.remove(id);
                continue;
            };
            let is_short = is_reopened && !self.is_whole(*id);
            let found = self.found.get_mut(id);
            let is_new = found.is_none();
            if let Some(found) = found {
                found.forget_open();
            }
            if is_new || is_short || names.is_any_in(&document.text) {
                self.request(project, document, memory);
            }
        }
        if transaction.changes.iter().any(reaches_all) {
            self.found.values_mut().for_each(Found::forget_open);
        }
        let is_nameless = names.is_empty();
        let has_others = project.document_ids().any(|id| !touched.contains(&id));
        if !self.only_when_asked && !is_nameless && has_others {
            self.sweeps += 1;
            self.queue.sweep(Sweep { names, project: Arc::clone(project), but: touched });
        }
        let reopens_all = |change: &Change| is_nameless && reopens(change) && reaches_all(change);
        let concerns_all =
            |change: &Change| matches!(change, Change::Gazetteer { .. }) || reopens_all(change);
        if transaction.changes.iter().any(concerns_all) {
            // A list may have 100,000 names: to choose anew everywhere is quicker than to look for each of them first.
            self.concerned = project.document_ids().collect();
            (self.wake)();
        }
    }

    /// Takes in what has been made; whether there was anything.
    pub(super) fn poll(&mut self, project: &Arc<Project>, memory: &Arc<Memory>) -> bool {
        let mut is_news = false;
        while let Ok(answer) = self.answers.try_recv() {
            match answer {
                Answer::Made { document, number, made } => {
                    let asked = self.found.get_mut(&document).filter(|found| found.asked == number);
                    if let Some(found) = asked {
                        found.answer(Some(made), number);
                        is_news = true;
                    }
                }
                Answer::Concerned(documents) => {
                    self.sweeps = self.sweeps.saturating_sub(1);
                    self.concerned.extend(documents);
                }
                Answer::Pause => {
                    let documents = project.document_ids();
                    self.concerned = documents.filter(|document| self.is_stale(*document)).collect();
                }
            }
        }
        let now = self.concerned.split_off(self.concerned.len().saturating_sub(ASKED_AT_ONCE));
        for document in now.into_iter().filter_map(|id| project.document(id)) {
            self.request(project, document, memory);
        }
        if !self.concerned.is_empty() {
            (self.wake)();
        }
        is_news
    }

    pub(super) fn is_pending(&self, document: DocumentId) -> bool {
        self.sweeps > 0
            || !self.concerned.is_empty()
            || self.found.get(&document).is_some_and(Found::is_waiting)
    }

    /// Makes the suggestions of an article on this thread, if the background has not done so.
    pub(super) fn make_now(&mut self, project: &Arc<Project>, id: DocumentId, memory: &Arc<Memory>) {
        self.poll(project, memory);
        if !self.is_pending(id) && !self.is_stale(id) {
            return;
        }
        self.queue.withdraw(id);
        let choose = |engine: &Engine, article: Article<'_>, reading: &Reading, taught: Option<&Taught>| {
            engine.choose(article, reading, memory, taught, &Cancel::default())
        };
        let suggestions = self.with_all_known(project, id, memory, choose);
        let found = self.found.entry(id).or_default();
        found.answer(suggestions.map(Made::whole), found.asked);
        found.lessons = self.lessons;
    }

    /// What is known of every mark of an article, for fitting how much each thing counts.
    pub(super) fn recollections(
        &self,
        project: &Project,
        id: DocumentId,
        memory: &Memory,
    ) -> Vec<Recollection> {
        let recollect =
            |engine: &Engine, article: Article<'_>, reading: &Reading, taught: Option<&Taught>| {
                engine.recollections(article, reading, memory, taught, &Cancel::default())
            };
        self.with_all_known(project, id, memory, recollect).flatten().unwrap_or_default()
    }

    /// Reads an article on this thread, lets the tagger learn what there is to learn, and asks for something.
    fn with_all_known<T>(
        &self,
        project: &Project,
        id: DocumentId,
        memory: &Memory,
        ask: impl FnOnce(&Engine, Article<'_>, &Reading, Option<&Taught>) -> T,
    ) -> Option<T> {
        let (document, cancel) = (project.document(id)?, Cancel::default());
        let reading = reading_of(&self.known.readings, id, &document.text, self.care, &cancel)?;
        let marked = marked_in(project, id);
        let article = Article { document: id, text: &document.text, marked: &marked };
        let taught = self.known.adapting().follow(project, memory, &cancel);
        Some(ask(&self.engine, article, &reading, taught.as_ref()))
    }

    pub(super) fn open(&mut self, project: &Project, document: DocumentId) -> Arc<Vec<Suggestion>> {
        let found = self.found.get_mut(&document);
        found.map_or_else(Arc::default, |found| found.open(project, document, &self.shown))
    }

    /// How many are not shown of those that were open when [`Self::open`] was asked last.
    pub(super) fn hidden(&self, document: DocumentId) -> usize {
        self.found.get(&document).map_or(0, Found::hidden)
    }

    pub(super) fn shown(&self) -> &Shown {
        &self.shown
    }

    pub(super) fn show(&mut self, shown: Shown) {
        if shown != self.shown {
            self.shown = shown;
            self.found.values_mut().for_each(Found::forget_open);
        }
    }
}

/// Where the marks of an article are, in order.
fn marked_in(project: &Project, document: DocumentId) -> Vec<Span> {
    project.mentions_of(document).map(|mention| mention.span).collect()
}

impl Drop for Suggesting {
    fn drop(&mut self) {
        self.queue.close();
    }
}

/// Whether what it was about may be suggested again.
fn reopens(change: &Change) -> bool {
    match change {
        Change::Mention { before: Some(before), after, .. } => {
            after.as_ref().is_none_or(|after| (after.span, after.label) != (before.span, before.label))
        }
        Change::Rejection { before: Some(_), .. } => true,
        _ => false,
    }
}

/// Whether it turns something down in all articles.
fn reaches_all(change: &Change) -> bool {
    matches!(change, Change::Rejection { before, after, .. }
        if after.as_ref().or(before.as_ref()).is_some_and(|rejection| rejection.document().is_none()))
}
