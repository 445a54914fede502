//! All suggesters together: article in, one list out.

use super::{
    Cancel, Memory, Suggestion,
    adapting::Taught,
    alias::{self, Aliases},
    candidate::Candidate,
    choice::Choice,
    consistency::Evidence,
    fuse::{self, Seen},
    kind::{Kind, Labels},
    passage::{Passage, passages},
    rank::{self, Ranked},
    recall,
    rules::{self, Page},
    tagger::{Tag, careful, linear::Linear},
};
use crate::{
    model::{Document, DocumentId, LabelId, Schema, Score},
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
    /// The most that this build can spend: the careful tagger can be left out of a build, by the feature `careful`.
    pub const MOST: Self = if careful::IS_BUILT_IN { Self::Full } else { Self::Fast };

    /// So much care as is spent on a text of this length.
    #[must_use]
    pub fn for_text(self, text: &Text) -> Self {
        if text.byte_count() <= LONGEST_CAREFUL { self.min(Self::MOST) } else { Self::Fast }
    }
}

/// All that is found out about an article from its words alone, whatever its project.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Sorted by place and kind.
    candidates: Vec<Candidate>,
    care: Care,
}

impl Reading {
    pub(super) fn candidates(&self) -> &[Candidate] {
        &self.candidates
    }

    /// Whether the careful tagger was asked.
    pub(super) fn is_full(&self) -> bool {
        self.care == Care::Full
    }

    /// How many marks it proposes, overlaps included.
    pub fn candidate_count(&self) -> usize {
        self.candidates.len()
    }
}

/// An article with the marks it has.
#[derive(Clone, Copy, Debug)]
pub struct Article<'a> {
    pub document: DocumentId,
    pub text: &'a Text,
    /// In order. Memory does not propose a mark where it is, so that what lies inside a long one can be proposed.
    pub marked: &'a [Span],
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

/// What is known of one mark after some decisions, for fitting how much each thing counts.
#[derive(Clone, Debug)]
pub struct Recollection {
    pub span: Span,
    pub label: LabelId,
    /// Who proposes it.
    pub voices: &'static str,
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
        let care = if seen.careful.is_some() { Care::Full } else { Care::Fast };
        let mut candidates = fuse::fuse(text, candidates, seen.as_seen());
        candidates.shrink_to_fit();
        Some(Reading { candidates, care })
    }

    /// What rules and lists find by themselves, for their tests.
    #[cfg(test)]
    pub(super) fn read_by_rules(text: &Text) -> Option<Reading> {
        find_by_rules(text, &Cancel::default()).map(|candidates| Reading { candidates, care: Care::Fast })
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
        let article = Article { document: document.id, text: &document.text, marked: &[] };
        let reading = Self::read(article.text, care, cancel);
        reading.map_or_else(Vec::new, |reading| self.choose(article, &reading, memory, None, cancel))
    }

    /// The same from a reading, for an article with marks, and with what the tagger has learnt from the analyst.
    pub fn choose(
        &self,
        article: Article<'_>,
        reading: &Reading,
        memory: &Memory,
        taught: Option<&Taught>,
        cancel: &Cancel,
    ) -> Vec<Suggestion> {
        let choice = Choice::of(article, reading, &self.labels, memory, taught, cancel);
        let ranked = choice.and_then(|choice| choice.ranked(cancel)).unwrap_or_default();
        self.gather(article.text, &rank::choose(ranked), cancel)
    }

    /// What is known of every mark after some decisions, for fitting how much each thing counts; `None` if it was
    /// cancelled.
    pub fn recollections(
        &self,
        article: Article<'_>,
        reading: &Reading,
        memory: &Memory,
        taught: Option<&Taught>,
        cancel: &Cancel,
    ) -> Option<Vec<Recollection>> {
        let choice = Choice::of(article, reading, &self.labels, memory, taught, cancel)?;
        let row = |(span, label, known): (Span, LabelId, recall::Known)| Recollection {
            span,
            label,
            voices: known.voices().name(),
            features: known.features().to_vec(),
        };
        Some(choice.all_known(cancel)?.into_iter().map(row).collect())
    }

    /// The chosen marks with the names under which they are gathered.
    fn gather(&self, text: &Text, chosen: &[Ranked], cancel: &Cancel) -> Vec<Suggestion> {
        let named = chosen.iter().map(|ranked| (self.labels.kind(ranked.label), text.slice(ranked.span)));
        let aliases = Aliases::of(&named, cancel);
        let mut suggestions = Vec::with_capacity(chosen.len());
        let mut shared_names = HashSet::new();
        for (index, ranked) in chosen.iter().enumerate() {
            if cancel.is_cancelled() {
                return Vec::new();
            }
            let is_titled = alias::is_titled(text.as_str(), ranked.span.start());
            let kind = self.labels.kind(ranked.label);
            let words = text.slice(ranked.span);
            let entity = aliases.entity(index, kind, words, is_titled);
            suggestions.push(Suggestion {
                span: ranked.span,
                label: ranked.label,
                score: Score::from_thousandths(ranked.score),
                source: ranked.source,
                why: ranked.why.clone(),
                entity: (entity != words).then(|| shared(&mut shared_names, entity)),
            });
        }
        suggestions
    }
}

/// The same name as one piece of memory.
fn shared(names: &mut HashSet<Arc<str>>, name: String) -> Arc<str> {
    if let Some(known) = names.get(name.as_str()) {
        return Arc::clone(known);
    }
    let name: Arc<str> = name.into();
    names.insert(Arc::clone(&name));
    name
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
