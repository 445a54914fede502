//! All suggesters together: article in, one list out.

use super::{
    Cancel, Memory, Suggestion,
    alias::Aliases,
    candidate::Candidate,
    consistency::Evidence,
    fuse::{self, Seen},
    kind::{Kind, Labels},
    passage::{Passage, passages},
    rank::{self, Ranked},
    rules::{self, Page},
    tagger::{Tag, careful, linear::Linear},
};
use crate::{
    model::{Document, Schema, Score},
    text::{Span, Text},
};
use std::{collections::HashSet, sync::Arc};

/// How much time a reading may take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Care {
    /// Rules, lists and the instant tagger: about a megabyte a second.
    Fast,
    /// The careful tagger as well: some thousand words a second.
    #[default]
    Full,
}

/// A longer article is read without the careful tagger, which would take minutes for it. Bytes.
const LONGEST_CAREFUL: usize = 512 * 1024;

impl Care {
    /// So much care as is spent on a text of this length.
    #[must_use]
    pub fn for_text(self, text: &Text) -> Self {
        if text.byte_count() <= LONGEST_CAREFUL { self } else { Self::Fast }
    }
}

/// All that is found out about an article from its words alone, whatever its project.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Sorted by place.
    candidates: Vec<Candidate>,
}

impl Reading {
    /// How many marks it proposes, overlaps included.
    pub fn candidate_count(&self) -> usize {
        self.candidates.len()
    }
}

/// What the sources say of one mark, for fitting how much each of them counts.
#[derive(Clone, Debug)]
pub struct Opinion {
    pub span: Span,
    /// What it is taken for: `Person`.
    pub kind: &'static str,
    /// The numbers that are weighed.
    pub features: Vec<f32>,
}

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

    /// Reads an article; `None` if it was cancelled.
    pub fn read(text: &Text, care: Care, cancel: &Cancel) -> Option<Reading> {
        let (candidates, seen) = find(text, care, cancel)?;
        Some(Reading { candidates: fuse::fuse(text, candidates, seen.as_seen()) })
    }

    /// What rules and lists find by themselves, for their tests.
    #[cfg(test)]
    pub(super) fn read_by_rules(text: &Text) -> Option<Reading> {
        find_by_rules(text, &Cancel::default()).map(|candidates| Reading { candidates })
    }

    /// What the sources say of each mark that any of them proposes; `None` if it was cancelled.
    pub fn opinions(text: &Text, care: Care, cancel: &Cancel) -> Option<Vec<Opinion>> {
        let (candidates, seen) = find(text, care, cancel)?;
        let rows = fuse::features(text, candidates, seen.as_seen());
        let opinion = |(span, kind, features): (Span, Kind, [f32; fuse::FEATURES])| Opinion {
            span,
            kind: kind.name(),
            features: features.to_vec(),
        };
        Some(rows.into_iter().map(opinion).collect())
    }

    /// Lets go what takes much memory and can be loaded again: for when nothing has been read for a while.
    pub fn rest() {
        careful::rest();
    }

    /// One list for a document: sorted by place, no two overlapping, no score below the worth of showing.
    ///
    /// Looks neither at the document's mentions nor at rejections: [`super::open_suggestions`] does. A cancelled run
    /// returns nothing.
    pub fn suggest(
        &self,
        document: &Document,
        memory: &Memory,
        care: Care,
        cancel: &Cancel,
    ) -> Vec<Suggestion> {
        let text = &document.text;
        let reading = Self::read(text, care, cancel);
        reading.map_or_else(Vec::new, |reading| self.choose(text, &reading, &[], memory, cancel))
    }

    /// The same from a reading, for a document with marks, whose spans are given in order: memory does not propose a
    /// mark where it is, so that what lies inside a long one can be proposed.
    pub fn choose(
        &self,
        text: &Text,
        reading: &Reading,
        marked: &[Span],
        memory: &Memory,
        cancel: &Cancel,
    ) -> Vec<Suggestion> {
        let memory = Some(memory).filter(|memory| !memory.is_empty());
        let mut ranked: Vec<Ranked> = Vec::with_capacity(reading.candidates.len());
        for range in memory.iter().flat_map(|_| passages(text)) {
            if cancel.is_cancelled() {
                return Vec::new();
            }
            let known = memory.map_or_else(Vec::new, |memory| memory.find(&Passage::new(text, range)));
            ranked.extend(known.into_iter().filter(|ranked| marked.binary_search(&ranked.span).is_err()));
        }
        let candidates = reading.candidates.iter().cloned();
        ranked.extend(candidates.filter_map(|candidate| self.weigh(text, memory, candidate)));
        self.gather(text, &rank::choose(ranked), cancel)
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

/// What the taggers saw.
struct Tags {
    instant: Vec<Tag>,
    careful: Option<Vec<Tag>>,
}

impl Tags {
    fn as_seen(&self) -> Seen<'_> {
        Seen { instant: &self.instant, careful: self.careful.as_deref() }
    }
}

/// What every source proposes, each by itself; `None` if it was cancelled.
fn find(text: &Text, care: Care, cancel: &Cancel) -> Option<(Vec<Candidate>, Tags)> {
    let candidates = find_by_rules(text, cancel)?;
    let instant = Linear::built_in().and_then(|linear| linear.tag(text, cancel)).unwrap_or_default();
    let careful = (care.for_text(text) == Care::Full).then(careful::loaded).flatten();
    let careful = careful.and_then(|careful| careful.tag(text, cancel));
    (!cancel.is_cancelled()).then_some((candidates, Tags { instant, careful }))
}

/// What rules and lists propose.
fn find_by_rules(text: &Text, cancel: &Cancel) -> Option<Vec<Candidate>> {
    let mut candidates = Vec::new();
    for range in passages(text) {
        if cancel.is_cancelled() {
            return None;
        }
        candidates.extend(rules::find(&Page::new(Passage::new(text, range))));
    }
    let evidence = Evidence::of(text, candidates.iter(), cancel);
    evidence.settle(text, &mut candidates);
    Some(candidates)
}
