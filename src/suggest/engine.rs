//! All suggesters together: article in, one list out.

use super::{
    Cancel, Memory, Suggestion,
    alias::Aliases,
    candidate::Candidate,
    consistency::Evidence,
    kind::Labels,
    passage::{Passage, passages},
    rank::{self, Ranked},
    rules::{self, Page},
};
use crate::{
    model::{Document, Schema, Score},
    text::{Span, Text},
};
use std::{collections::HashSet, sync::Arc};

/// All suggesters together. Made once for a schema, shared between threads.
#[derive(Clone, Debug)]
pub struct Engine {
    labels: Labels,
}

impl Engine {
    /// For the labels of a schema: what has no label there is not suggested.
    pub fn new(schema: &Schema) -> Self {
        Self { labels: Labels::of(schema) }
    }

    /// One list for a document: sorted by place, no two overlapping, no score below the worth of showing.
    ///
    /// Looks neither at the document's mentions nor at rejections: [`super::open_suggestions`] does. A cancelled run
    /// returns nothing.
    pub fn suggest(&self, document: &Document, memory: &Memory, cancel: &Cancel) -> Vec<Suggestion> {
        self.suggest_beside(document, &[], memory, cancel)
    }

    /// The same for a document with marks, whose spans are given in order: memory does not propose a mark where it is,
    /// so that what lies inside a long one can be proposed.
    pub fn suggest_beside(
        &self,
        document: &Document,
        marked: &[Span],
        memory: &Memory,
        cancel: &Cancel,
    ) -> Vec<Suggestion> {
        let text = &document.text;
        let knows_nothing = memory.is_empty();
        let mut read: Vec<Vec<Candidate>> = Vec::new();
        let mut remembered: Vec<Vec<Ranked>> = Vec::new();
        for range in passages(text) {
            if cancel.is_cancelled() {
                return Vec::new();
            }
            let page = Page::new(Passage::new(text, range));
            read.push(rules::find(&page));
            let mut known = if knows_nothing { Vec::new() } else { memory.find(&page.passage) };
            known.retain(|ranked| marked.binary_search(&ranked.span).is_err());
            remembered.push(known);
        }
        let evidence = Evidence::of(text, read.iter().flatten(), cancel);
        let mut chosen = Vec::new();
        for (mut candidates, mut ranked) in read.into_iter().zip(remembered) {
            if cancel.is_cancelled() {
                return Vec::new();
            }
            evidence.settle(text, &mut candidates);
            let memory = Some(memory).filter(|_| !knows_nothing);
            ranked.extend(candidates.into_iter().filter_map(|candidate| self.weigh(text, memory, candidate)));
            chosen.extend(rank::choose(ranked));
        }
        self.gather(text, &chosen, cancel)
    }

    /// A candidate under its label, with what the analyst thinks of such names.
    fn weigh(&self, text: &Text, memory: Option<&Memory>, candidate: Candidate) -> Option<Ranked> {
        let Candidate { span, kind, score, source, why, .. } = candidate;
        let label = self.labels.label(kind)?;
        let trust = memory.map_or(1000, |memory| memory.trust(text.slice(span), label));
        let score = u16::try_from(u32::from(score) * trust / 1000).unwrap_or(score);
        Some(Ranked { span, label, score, source, why })
    }

    /// The chosen marks with the names under which they are gathered.
    fn gather(&self, text: &Text, chosen: &[Ranked], cancel: &Cancel) -> Vec<Suggestion> {
        let named = chosen.iter().map(|ranked| (self.labels.kind(ranked.label), text.slice(ranked.span)));
        let aliases = Aliases::of(&named, cancel);
        let mut suggestions = Vec::with_capacity(chosen.len());
        let mut words = HashSet::new();
        for (index, ranked) in chosen.iter().enumerate() {
            if cancel.is_cancelled() {
                return Vec::new();
            }
            suggestions.push(Suggestion {
                span: ranked.span,
                label: ranked.label,
                score: Score::from_thousandths(ranked.score),
                source: ranked.source.name(),
                why: shared(&mut words, ranked.why.line()),
                entity: shared(
                    &mut words,
                    aliases.entity(index, self.labels.kind(ranked.label), text.slice(ranked.span)),
                ),
            });
        }
        suggestions
    }
}

/// The same words as one piece of memory.
fn shared(words: &mut HashSet<Arc<str>>, word: String) -> Arc<str> {
    if let Some(known) = words.get(word.as_str()) {
        return Arc::clone(known);
    }
    let word: Arc<str> = word.into();
    words.insert(Arc::clone(&word));
    word
}
