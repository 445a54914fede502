//! All suggesters together: article in, one list out.

use super::{
    Cancel, Memory, Suggestion,
    alias::Aliases,
    candidate::Candidate,
    consistency,
    kind::Labels,
    passage::{Passage, passages},
    rank::{self, Ranked},
    rules::{self, Page},
};
use crate::{
    model::{Document, Schema, Score},
    text::Text,
};

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
        let text = &document.text;
        let mut candidates: Vec<Candidate> = Vec::new();
        let mut ranked: Vec<Ranked> = Vec::new();
        for range in passages(text) {
            if cancel.is_cancelled() {
                return Vec::new();
            }
            let page = Page::new(Passage::new(text, range));
            candidates.extend(rules::find(&page));
            if !memory.is_empty() {
                ranked.extend(memory.find(&page.passage));
            }
        }
        consistency::settle(text, &mut candidates);
        if cancel.is_cancelled() {
            return Vec::new();
        }
        ranked.extend(candidates.into_iter().filter_map(|candidate| self.weigh(text, memory, candidate)));
        self.gather(text, rank::choose(ranked), cancel)
    }

    /// A candidate under its label, with what the analyst thinks of such names.
    fn weigh(&self, text: &Text, memory: &Memory, candidate: Candidate) -> Option<Ranked> {
        let Candidate { span, kind, score, source, why, .. } = candidate;
        let label = self.labels.label(kind)?;
        let trust = if memory.is_empty() { 1000 } else { memory.trust(text.slice(span), label) };
        let score = u16::try_from(u32::from(score) * trust / 1000).unwrap_or(score);
        Some(Ranked { span, label, score, source, why })
    }

    /// The chosen marks with the names under which they are gathered.
    fn gather(&self, text: &Text, chosen: Vec<Ranked>, cancel: &Cancel) -> Vec<Suggestion> {
        let named = chosen.iter().map(|ranked| (self.labels.kind(ranked.label), text.slice(ranked.span)));
        let aliases = Aliases::of(named, cancel);
        let suggestion = |(index, ranked): (usize, Ranked)| Suggestion {
            span: ranked.span,
            label: ranked.label,
            score: Score::from_thousandths(ranked.score),
            source: ranked.source.name(),
            why: ranked.why.line(),
            entity: aliases.entity(index, self.labels.kind(ranked.label), text.slice(ranked.span)),
        };
        chosen.into_iter().enumerate().map(suggestion).collect()
    }
}
