//! What ties the entities of a project: relations, and sentences that speak of several.

use super::TOGETHER;
use crate::{
    model::{Document, EntityId, Project, Relation, RelationTypeId},
    text::{SentenceFinder, Span},
};
use std::collections::{BTreeMap, BTreeSet};

/// A sentence that speaks of more entities than these ties none of them: it is a list.
const MOST_IN_SENTENCE: usize = 30;

/// The edges of the graph.
#[derive(Debug, Default)]
pub(super) struct Ties<'a> {
    pub all: Vec<Tie<'a>>,
    /// Relations that tie an entity to itself, since it was merged.
    pub of_oneself: usize,
    /// Sentences that were taken for lists.
    pub lists: usize,
}

/// All relations of a type between two entities, or all sentences with both.
#[derive(Debug)]
pub(super) struct Tie<'a> {
    pub from: EntityId,
    pub to: EntityId,
    pub kind: &'a str,
    pub is_symmetric: bool,
    pub count: usize,
    /// Titles of the articles with the evidence, each once, in the order of the list.
    pub articles: Vec<&'a str>,
    pub dates: Vec<String>,
    pub notes: Vec<String>,
}

/// Relations first, then sentences, each by the entities.
pub(super) fn ties(project: &Project) -> Ties<'_> {
    let mut ties = Ties::default();
    let mut strong: BTreeMap<(EntityId, EntityId, RelationTypeId), Tie> = BTreeMap::new();
    let mut faint: BTreeMap<(EntityId, EntityId), Tie> = BTreeMap::new();
    for document in project.documents() {
        for relation in project.relations_of(document.id) {
            let Some((from, to)) = project.ends_of(relation) else { continue };
            if from == to {
                ties.of_oneself += 1;
                continue;
            }
            add_relation(project, document, relation, (from, to), &mut strong);
        }
        ties.lists += add_sentences(project, document, &mut faint);
    }
    ties.all = strong.into_values().chain(faint.into_values()).collect();
    ties
}

fn add_relation<'a>(
    project: &'a Project,
    document: &'a Document,
    relation: &Relation,
    (from, to): (EntityId, EntityId),
    strong: &mut BTreeMap<(EntityId, EntityId, RelationTypeId), Tie<'a>>,
) {
    let kind = project.schema().relation_type(relation.kind);
    let is_symmetric = kind.is_some_and(|kind| kind.is_symmetric);
    let (from, to) = if is_symmetric { (from.min(to), from.max(to)) } else { (from, to) };
    let name = kind.map_or("?", |kind| kind.name.as_str());
    let new = || Tie { is_symmetric, ..Tie::new(from, to, name) };
    let tie = strong.entry((from, to, relation.kind)).or_insert_with(new);
    tie.found_in(document);
    let date = relation.date.as_ref().map(|date| match date.value() {
        Some(value) if value.to_string() != date.words() => format!("{} ({value})", date.words()),
        _ => date.words().to_owned(),
    });
    tie.dates.extend(date);
    tie.notes.extend(Some(relation.note.to_string()).filter(|note| !note.is_empty()));
}

/// Adds the pairs of each sentence; gives how many sentences are lists.
fn add_sentences<'a>(
    project: &'a Project,
    document: &'a Document,
    faint: &mut BTreeMap<(EntityId, EntityId), Tie<'a>>,
) -> usize {
    let mut finder = SentenceFinder::new(&document.text);
    let mut in_sentence: BTreeMap<Span, BTreeSet<EntityId>> = BTreeMap::new();
    for mention in project.mentions_of(document.id) {
        if let Some((entity, sentence)) = mention.entity.zip(finder.at(mention.span.start())) {
            in_sentence.entry(sentence).or_default().insert(entity);
        }
    }
    let mut lists = 0;
    for entities in in_sentence.into_values() {
        if entities.len() > MOST_IN_SENTENCE {
            lists += 1;
            continue;
        }
        for first in &entities {
            for second in entities.range((std::ops::Bound::Excluded(*first), std::ops::Bound::Unbounded)) {
                let new = || Tie { is_symmetric: true, ..Tie::new(*first, *second, TOGETHER) };
                faint.entry((*first, *second)).or_insert_with(new).found_in(document);
            }
        }
    }
    lists
}

impl<'a> Tie<'a> {
    fn new(from: EntityId, to: EntityId, kind: &'a str) -> Self {
        let (articles, dates, notes) = (Vec::new(), Vec::new(), Vec::new());
        Self { from, to, kind, is_symmetric: false, count: 0, articles, dates, notes }
    }

    fn found_in(&mut self, document: &'a Document) {
        self.count += 1;
        let title = document.display_title();
        if self.articles.last() != Some(&title) {
            self.articles.push(title);
        }
    }
}
