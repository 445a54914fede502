//! Choosing among what is proposed in an article, in the light of what the analyst has decided.

use super::{
    Article, Cancel, Memory, Reading, Why,
    adapting::Taught,
    candidate::Source,
    kind::Labels,
    lists::Listed,
    passage::{Passage, passages},
    rank::Ranked,
    recall::{Known, Near},
};
use crate::{
    model::{LabelId, Score},
    text::Span,
};
use std::collections::BTreeMap;

/// How sure a name of a gazetteer is, by itself. Thousandths. Chosen, not measured: lists differ.
const LISTED: u16 = 800;

/// How sure a name of the analyst's own list is. Thousandths.
const ON_OWN_LIST: u16 = 980;

type Marks = BTreeMap<(Span, LabelId), Ranked>;

/// What is proposed in an article, and what was decided.
pub(super) struct Choice<'a> {
    article: Article<'a>,
    labels: &'a Labels,
    memory: &'a Memory,
    is_full: bool,
    /// What the words alone propose, and the lists of the project.
    marks: Marks,
    near: Near,
    /// What the tagger sees that has learnt from the analyst.
    taught: Near,
    tokens: usize,
}

impl<'a> Choice<'a> {
    /// `None` if it was cancelled.
    pub(super) fn of(
        article: Article<'a>,
        reading: &Reading,
        labels: &'a Labels,
        memory: &'a Memory,
        taught: Option<&Taught>,
        cancel: &Cancel,
    ) -> Option<Self> {
        let mut marks = Marks::new();
        for candidate in reading.candidates() {
            if let Some(label) = labels.label(candidate.kind) {
                let (score, source, why) = (candidate.score, candidate.source, candidate.why.clone());
                add(&mut marks, Ranked { span: candidate.span, label, score, source, why });
            }
        }
        for listed in memory.listed(article.text) {
            add(&mut marks, from_list(listed));
        }
        let tags = match taught {
            Some(taught) => taught.tag(article.text, labels, cancel)?,
            None => Vec::new(),
        };
        let near =
            Near::of(marks.values().map(|mark| (mark.span, mark.label, fraction(mark.score))).collect());
        let tokens = taught.map_or(0, Taught::token_count);
        let is_full = reading.is_full();
        Some(Self { article, labels, memory, is_full, marks, near, taught: Near::of(tags), tokens })
    }

    /// Every mark that anyone proposes, with its score; `None` if it was cancelled.
    pub(super) fn ranked(self, cancel: &Cancel) -> Option<Vec<Ranked>> {
        if !self.memory.has_decisions() {
            return Some(self.marks.into_values().collect());
        }
        let mut ranked = Vec::with_capacity(self.marks.len());
        for (span, label) in self.places(cancel)? {
            let known = self.known(span, label);
            ranked.push(self.mark(span, label, &known));
        }
        Some(ranked)
    }

    /// What is known of every mark that anyone proposes; `None` if it was cancelled.
    pub(super) fn all_known(&self, cancel: &Cancel) -> Option<Vec<(Span, LabelId, Known)>> {
        let known = |(span, label)| (span, label, self.known(span, label));
        self.places(cancel).map(|places| places.into_iter().map(known).collect())
    }

    /// Where anyone proposes something, each place and label once.
    fn places(&self, cancel: &Cancel) -> Option<Vec<(Span, LabelId)>> {
        let is_news = |span, label| {
            self.article.marked.binary_search(&span).is_err() && !self.marks.contains_key(&(span, label))
        };
        let mut places: Vec<_> = self.marks.keys().copied().chain(self.taught.marks()).collect();
        for range in passages(self.article.text) {
            if cancel.is_cancelled() {
                return None;
            }
            places.extend(self.memory.find(&Passage::new(self.article.text, range), is_news));
        }
        places.sort_unstable();
        places.dedup();
        Some(places)
    }

    fn known(&self, span: Span, label: LabelId) -> Known {
        let words = self.article.text.slice(span);
        let mark = self.marks.get(&(span, label));
        Known {
            reading: mark.map(|mark| fraction(mark.score)),
            kind: self.labels.kind(label),
            taught: self.taught.get(span, label),
            verdict: self.memory.verdict(words, label, self.article.document),
            rivals: self.near.rivals(span, label),
            taught_rivals: self.taught.rivals(span, label),
            starts_lower: words.starts_with(char::is_lowercase),
            has_several_words: words.contains(char::is_whitespace),
            tokens: self.tokens,
            distrust: self.memory.distrust(label),
        }
    }

    /// The mark with its score, and the reason that a reader can check best. The analyst's own list has the last word.
    fn mark(&self, span: Span, label: LabelId, known: &Known) -> Ranked {
        let mark = self.marks.get(&(span, label));
        if let Some(own) = mark.filter(|mark| mark.source == Source::Memory) {
            return own.clone();
        }
        let score = known.score(self.is_full);
        let words = self.article.text.slice(span);
        if let Some(why) = self.memory.why_of(words, label) {
            return Ranked { span, label, score, source: Source::Memory, why };
        }
        if let Some(mark) = mark {
            return Ranked { score, ..mark.clone() };
        }
        let chance = known.taught.unwrap_or_default();
        let why = Why::TaughtTagger(Score::from_fraction(chance));
        Ranked { span, label, score, source: Source::Tagger, why }
    }
}

/// Of two that propose the same mark the surer one is named.
fn add(marks: &mut Marks, mark: Ranked) {
    let known = marks.entry((mark.span, mark.label)).or_insert_with(|| mark.clone());
    if known.score < mark.score {
        *known = mark;
    }
}

fn fraction(score: u16) -> f32 {
    f32::from(score) / 1000.0
}

fn from_list(listed: Listed) -> Ranked {
    let Listed { span, label, list, is_own } = listed;
    if is_own {
        let why = Why::Plain("in your own list of names");
        return Ranked { span, label, score: ON_OWN_LIST, source: Source::Memory, why };
    }
    let why = Why::ListOfProject(list);
    Ranked { span, label, score: LISTED, source: Source::Gazetteer, why }
}
