//! What the analyst has decided in this project, by name.
//!
//! A name is remembered as it is written, without a leading article and a final possessive. What is remembered can be
//! made anew from the project at any time ([`Memory::of`]); [`Memory::learn`] keeps it in step at the price of the
//! change alone.

mod decisions;
mod few;

use super::{
    Why,
    lessons::Lessons,
    lists::{Listed, Lists},
    passage::Passage,
    recall::Verdict,
};
use crate::{
    model::{Change, Document, DocumentId, LabelId, Mention, Project, Rejection, Transaction},
    text::{Span, Text},
};
use decisions::{Decisions, clean, first_word, stepped, verdict};
use few::Few;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Into how many parts the names are divided. A clone shares all of them; learning copies those it touches.
const SHARDS: usize = 64;

/// So many marks are given for one that is refused where suggestions keep what their scores promise.
const USUAL_BALANCE: f32 = 3.0;

/// So many imagined refusals, with the usual number of marks given for them, keep the first real ones from counting much.
const REFUSED_BEFORE: f32 = 8.0;

/// How much of what falls short of the usual balance is taken off. Chosen by trial on VOA news.
const DISTRUST: f32 = 0.8;

/// No more of a title than this is told in a reason.
const TITLE_CHARS: usize = 60;

/// What the analyst has decided in this project, by name. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Memory {
    /// Invariant: [`SHARDS`] of them; a name stands in the one of its first word, and has at least one decision.
    shards: Vec<Arc<Shard>>,
    titles: Arc<BTreeMap<DocumentId, (u32, Arc<str>)>>,
    /// How often a label was given and how often it was refused, whatever the name.
    labels: BTreeMap<LabelId, (u32, u32)>,
    /// What the analyst wrote down or took over, and what is to be forgotten.
    lists: Lists,
    lessons: Lessons,
}

/// First word and whole name → label → decisions.
type Shard = BTreeMap<(Box<str>, Box<str>), Few<LabelId, Decisions>>;

impl Default for Memory {
    fn default() -> Self {
        let (shards, titles) = (vec![Arc::default(); SHARDS], Arc::default());
        Self { shards, titles, labels: BTreeMap::new(), lists: Lists::default(), lessons: Lessons::default() }
    }
}

impl Memory {
    /// Everything decided in a project.
    pub fn of(project: &Project) -> Self {
        let (lists, lessons) = (Lists::of(project), Lessons::of(project));
        let mut memory = Self { lists, lessons, ..Self::default() };
        for document in project.documents() {
            memory.set_title(document.id, Some(document));
        }
        for mention in project.mentions() {
            memory.count_mention(project.words_of(mention), mention, true);
        }
        for rejection in project.rejections() {
            memory.count_rejection(rejection, true);
        }
        memory
    }

    /// Takes in a transaction that has just been applied to `project`; an undo is a transaction like any other.
    pub fn learn(&mut self, project: &Project, transaction: &Transaction) {
        for change in &transaction.changes {
            match change {
                change if is_of_entity_alone(change) => {}
                Change::Document { id, after, .. } => self.set_title(*id, after.as_deref()),
                Change::Mention { before, after, .. } => {
                    for (mention, is_there) in [(before, false), (after, true)] {
                        if let Some(mention) = mention {
                            let words = words_in(project, transaction, mention);
                            self.count_mention(words, mention, is_there);
                        }
                    }
                }
                Change::Rejection { before, after, .. } => {
                    for (rejection, is_there) in [(before, false), (after, true)] {
                        if let Some(rejection) = rejection {
                            self.count_rejection(rejection, is_there);
                        }
                    }
                }
                Change::Gazetteer { .. } => self.lists.follow(project),
                Change::Entity { .. } | Change::Relation { .. } | Change::Schema { .. } => {}
            }
        }
        let teaching = transaction.changes.iter().filter(|change| teaches(change));
        let touched: BTreeSet<DocumentId> = teaching.filter_map(Change::document).collect();
        for document in touched {
            self.lessons.follow(project, document);
        }
    }

    /// Whether there is something to learn from a transaction.
    pub fn is_taught_by(transaction: &Transaction) -> bool {
        transaction.changes.iter().any(teaches)
    }

    /// The names that a transaction which has just been applied decides something about: where one of them stands,
    /// suggestions may be others now.
    pub fn names_in(project: &Project, transaction: &Transaction) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        let mut add = |words: &str| {
            let name = clean(words);
            if first_word(name).is_some() {
                names.insert(name.to_owned());
            }
        };
        for change in &transaction.changes {
            match change {
                change if is_of_entity_alone(change) => {}
                Change::Mention { before, after, .. } => {
                    let mentions = before.iter().chain(after);
                    mentions.for_each(|mention| add(words_in(project, transaction, mention)));
                }
                Change::Rejection { before, after, .. } => {
                    before.iter().chain(after).for_each(|rejection| add(&rejection.words));
                }
                Change::Document { .. }
                | Change::Entity { .. }
                | Change::Relation { .. }
                | Change::Gazetteer { .. }
                | Change::Schema { .. } => {}
            }
        }
        names
    }

    /// The decided names that stand in a passage, the longest from each word on, each with the label that most was said for,
    /// where they are wanted.
    pub(super) fn find(
        &self,
        passage: &Passage<'_>,
        is_wanted: impl Fn(Span, LabelId) -> bool,
    ) -> Vec<(Span, LabelId)> {
        let mut found = Vec::new();
        for word in &passage.words {
            let Some(shard) = self.shard(word.text).filter(|shard| !shard.is_empty()) else {
                continue;
            };
            let from = (Box::from(word.text), Box::from(""));
            let here = shard.range(from..).take_while(|((first, _), _)| **first == *word.text);
            let named = here.filter_map(|((_, name), labels)| {
                let end = word.span.start() + name.len();
                let stands = passage.source.get(word.span.start()..end) == &**name
                    && passage.words_of(word.span.start(), end).is_some();
                let span = stands.then(|| passage.source.span(word.span.start(), end).ok()).flatten()?;
                let (label, decisions) =
                    self.heeded(name, labels).max_by_key(|(_, decisions)| decisions.balance())?;
                (decisions.times_marked() > 0).then_some((span, label))
            });
            let longest = named.max_by_key(|(span, _)| span.byte_count());
            found.extend(longest.filter(|(span, label)| is_wanted(*span, *label)));
        }
        found
    }

    /// What was decided about a name under this label and others.
    pub(super) fn verdict(&self, words: &str, label: LabelId, document: DocumentId) -> Verdict {
        let decided = self.decided(words);
        decided.map_or_else(Verdict::default, |(name, labels)| {
            verdict(self.heeded(name, labels), label, document)
        })
    }

    /// Why a name is suggested under this label, if it was marked so.
    pub(super) fn why_of(&self, words: &str, label: LabelId) -> Option<Why> {
        let (name, labels) = self.decided(words)?;
        let own = self.heeded(name, labels).find(|(own, _)| *own == label);
        own.filter(|(_, decisions)| decisions.times_marked() > 0).map(|(_, decisions)| self.why(decisions))
    }

    fn decided<'a>(&'a self, words: &'a str) -> Option<(&'a str, &'a Few<LabelId, Decisions>)> {
        let name = clean(words);
        let first = first_word(name)?;
        let shard = self.shard(&first).filter(|shard| !shard.is_empty())?;
        let labels = shard.get(&(Box::from(first), Box::from(name)))?;
        Some((name, labels))
    }

    /// The names of the project's gazetteers in a text, list by list, as [`Listed`] says.
    pub fn listed(&self, text: &Text) -> Vec<Listed> {
        self.lists.find(text)
    }

    /// What was decided about a name, without what is to be forgotten.
    fn heeded<'a>(
        &'a self,
        name: &'a str,
        labels: &'a Few<LabelId, Decisions>,
    ) -> impl Iterator<Item = (LabelId, &'a Decisions)> {
        labels.iter().filter(|(label, _)| !self.lists.is_forgotten(name, *label))
    }

    /// What the tagger can learn from.
    pub(super) fn lessons(&self) -> &Lessons {
        &self.lessons
    }

    /// The labels that were given or refused.
    pub(super) fn decided_labels(&self) -> impl Iterator<Item = LabelId> {
        self.labels.keys().copied()
    }

    /// Whether anything was decided yet.
    pub(super) fn has_decisions(&self) -> bool {
        !self.labels.is_empty()
    }

    fn why(&self, decisions: &Decisions) -> Why {
        let titles = decisions
            .marked
            .iter()
            .filter_map(|(id, _)| self.titles.get(&id).map(|title| (title.0, id, &title.1)));
        let first = titles.min_by_key(|(position, id, _)| (*position, *id));
        first.map_or(Why::Plain("you tagged it"), |(_, _, title)| Why::TaggedIn(Arc::clone(title)))
    }

    fn shard(&self, first: &str) -> Option<&Shard> {
        self.shards.get(shard_of(first)).map(|shard| &**shard)
    }

    fn set_title(&mut self, id: DocumentId, document: Option<&Document>) {
        let titles = Arc::make_mut(&mut self.titles);
        match document {
            Some(document) => titles.insert(id, (document.position, Arc::from(short_title(document)))),
            None => titles.remove(&id),
        };
    }

    /// How much less likely marks of a label are than they look, where the analyst has refused many: to be added to the
    /// logarithm of the odds, never above 0.
    pub(super) fn distrust(&self, label: LabelId) -> f32 {
        let (given, refused) = self.labels.get(&label).copied().unwrap_or_default();
        let usual = USUAL_BALANCE * (refused as f32 + REFUSED_BEFORE);
        let balance = (given as f32 + USUAL_BALANCE * REFUSED_BEFORE) / usual;
        DISTRUST * balance.ln().min(0.0)
    }

    fn count_label(&mut self, label: LabelId, change: impl FnOnce(&mut (u32, u32))) {
        let counts = self.labels.entry(label).or_default();
        change(counts);
        if *counts == (0, 0) {
            self.labels.remove(&label);
        }
    }

    fn count_mention(&mut self, words: &str, mention: &Mention, is_there: bool) {
        self.count_label(mention.label, |(given, _)| *given = stepped(*given, is_there));
        self.with(words, mention.label, |decisions| {
            decisions.marked.change(mention.document, |count| *count = stepped(*count, is_there));
        });
    }

    fn count_rejection(&mut self, rejection: &Rejection, is_there: bool) {
        self.count_label(rejection.label, |(_, refused)| *refused = stepped(*refused, is_there));
        self.with(&rejection.words, rejection.label, |decisions| {
            decisions.rejected = stepped(decisions.rejected, is_there);
        });
    }

    /// Changes the decisions about a name and label, and forgets them where nothing is left.
    fn with(&mut self, words: &str, label: LabelId, change: impl FnOnce(&mut Decisions)) {
        let name = clean(words);
        let Some(first) = first_word(name) else {
            return;
        };
        let Some(shard) = self.shards.get_mut(shard_of(&first)) else {
            return;
        };
        let shard = Arc::make_mut(shard);
        let key = (Box::from(first), Box::from(name));
        let labels = shard.entry(key.clone()).or_default();
        labels.change(label, change);
        if labels.is_empty() {
            shard.remove(&key);
        }
    }
}

/// Whether it decides about marks, or brings or takes articles in which something may be decided.
fn teaches(change: &Change) -> bool {
    match change {
        Change::Mention { .. } => !is_of_entity_alone(change),
        Change::Rejection { .. } | Change::Document { .. } => true,
        Change::Entity { .. }
        | Change::Relation { .. }
        | Change::Gazetteer { .. }
        | Change::Schema { .. } => false,
    }
}

/// Whether a mark stays as it is and only what it means, or what is noted about it, is another.
fn is_of_entity_alone(change: &Change) -> bool {
    let place = |mention: &Mention| (mention.document, mention.span, mention.label);
    matches!(change, Change::Mention { before: Some(before), after: Some(after), .. } if place(before) == place(after))
}

/// What to call a document in a reason: an article without a title goes by its first line, which may be all of it.
fn short_title(document: &Document) -> String {
    let title = document.display_title();
    let mut characters = title.chars();
    let mut short: String = characters.by_ref().take(TITLE_CHARS).collect();
    if characters.next().is_some() {
        short.push('…');
    }
    short
}

/// The words of a mention whose document the transaction may just have taken away.
fn words_in<'a>(project: &'a Project, transaction: &'a Transaction, mention: &Mention) -> &'a str {
    if let Some(document) = project.document(mention.document) {
        return document.text.slice(mention.span);
    }
    // Documents go last.
    let gone = transaction.changes.iter().rev().find_map(|change| match change {
        Change::Document { id, before: Some(document), .. } if *id == mention.document => {
            Some(&document.text)
        }
        _ => None,
    });
    gone.map_or("", |text| text.slice(mention.span))
}

/// FNV-1a: the same on every machine.
fn shard_of(first: &str) -> usize {
    let hash =
        first.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash >> 8) as usize % SHARDS
}
