//! All suggesters together: article in, one list out.

use super::{
    Cancel, Memory, Suggestion,
    alias::Aliases,
    candidate::{Candidate, Source, Why},
    consistency::Evidence,
    fuse::{self, Seen},
    kind::{Kind, Labels},
    lists::Listed,
    memory::Known,
    passage::{Passage, passages},
    rank::{self, Ranked},
    recall::{self, Near},
    rules::{self, Page},
    tagger::{Tag, careful, linear::Linear},
};
use crate::{
    model::{Document, DocumentId, Schema, Score},
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
    /// Sorted by place and kind.
    candidates: Vec<Candidate>,
}

impl Reading {
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
        let article = Article { document: document.id, text: &document.text, marked: &[] };
        let reading = Self::read(article.text, care, cancel);
        reading.map_or_else(Vec::new, |reading| self.choose(article, &reading, memory, cancel))
    }

    /// The same from a reading, for an article with marks.
    pub fn choose(
        &self,
        article: Article<'_>,
        reading: &Reading,
        memory: &Memory,
        cancel: &Cancel,
    ) -> Vec<Suggestion> {
        let Article { text, .. } = article;
        let candidates = reading.candidates.iter().cloned();
        let chosen = if memory.is_empty() {
            rank::choose(candidates.filter_map(|candidate| self.labelled(candidate)).collect())
        } else {
            let near = Near::of(&reading.candidates);
            let is_news = |span, label| {
                article.marked.binary_search(&span).is_err() && !near.has(span, self.labels.kind(label))
            };
            let mut ranked: Vec<Ranked> = Vec::with_capacity(reading.candidates.len());
            for range in passages(text) {
                if cancel.is_cancelled() {
                    return Vec::new();
                }
                let known = memory.find(&Passage::new(text, range), article.document, is_news);
                ranked.extend(known.into_iter().map(|known| self.remembered(text, &near, known)));
            }
            let listed = memory.listed(text).into_iter().map(from_list);
            let others = candidates.filter_map(|candidate| self.labelled(candidate)).chain(listed);
            ranked.extend(others.map(|other| self.reconsidered(article, &near, memory, other)));
            rank::choose(ranked)
        };
        self.gather(text, &chosen, cancel)
    }

    fn labelled(&self, candidate: Candidate) -> Option<Ranked> {
        let Candidate { span, kind, score, source, why, .. } = candidate;
        Some(Ranked { span, label: self.labels.label(kind)?, score, source, why })
    }

    /// A name that the analyst decided and nobody else proposes here.
    fn remembered(&self, text: &Text, near: &Near<'_>, known: Known) -> Ranked {
        let Known { span, label, verdict, why } = known;
        let rivals = near.rivals(span, self.labels.kind(label));
        let score = recall::alone(text.slice(span), verdict, rivals);
        Ranked { span, label, score, source: Source::Memory, why }
    }

    /// What others propose, with what the analyst decided about such names. The analyst's own list has the last word.
    fn reconsidered(
        &self,
        article: Article<'_>,
        near: &Near<'_>,
        memory: &Memory,
        mut ranked: Ranked,
    ) -> Ranked {
        if ranked.source == Source::Memory {
            return ranked;
        }
        let words = article.text.slice(ranked.span);
        ranked.score = recall::shifted(ranked.score, memory.distrust(ranked.label));
        if let Some((verdict, why)) = memory.verdict(words, ranked.label, article.document) {
            let rivals = near.rivals(ranked.span, self.labels.kind(ranked.label));
            ranked.score = recall::together(words, verdict, rivals, ranked.score);
            if let Some(why) = why {
                (ranked.source, ranked.why) = (Source::Memory, why);
            }
        }
        ranked
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

/// How sure a name of a gazetteer is, by itself. Thousandths. Chosen, not measured: lists differ.
const LISTED: u16 = 800;

/// How sure a name of the analyst's own list is. Thousandths.
const ON_OWN_LIST: u16 = 980;

fn from_list(listed: Listed) -> Ranked {
    let Listed { span, label, list, is_own } = listed;
    if is_own {
        let why = Why::Plain("in your own list of names");
        return Ranked { span, label, score: ON_OWN_LIST, source: Source::Memory, why };
    }
    let why = Why::Said(format!("in the list “{list}”"));
    Ranked { span, label, score: LISTED, source: Source::Gazetteer, why }
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
