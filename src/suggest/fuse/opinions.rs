//! What rules, lists and taggers say of each mark, as numbers.

use super::{FEATURES, Seen};
use crate::{
    suggest::{
        Why,
        candidate::{Candidate, Source},
        kind::Kind,
        tagger::Tag,
    },
    text::{Span, Text},
};
use std::collections::{BTreeMap, HashMap};

/// What is said of one mark.
#[derive(Clone, Debug, Default)]
pub(super) struct Voices {
    pub rules: Option<Candidate>,
    pub instant: Option<f32>,
    pub careful: Option<f32>,
}

/// What the same words are taken for in all the places of the article where anyone proposes them.
#[derive(Clone, Default)]
struct Elsewhere {
    /// Sums of chances, by kind.
    instant: [f32; Kind::ALL.len()],
    careful: [f32; Kind::ALL.len()],
    /// How many places.
    count: f32,
}

type Marks = BTreeMap<(Span, Kind), Voices>;

/// All that is said in an article.
pub(super) struct Opinions<'t> {
    marks: Marks,
    elsewhere: HashMap<&'t str, Elsewhere>,
}

impl<'t> Opinions<'t> {
    pub(super) fn of(text: &'t Text, candidates: Vec<Candidate>, seen: Seen<'_>) -> Self {
        let marks = gather(text, candidates, seen);
        let elsewhere = elsewhere(text, &marks);
        Self { marks: with_kinds_elsewhere(text, marks, &elsewhere), elsewhere }
    }

    /// Each mark with its numbers, in order of place.
    pub(super) fn rows(&self, text: &'t Text) -> impl Iterator<Item = Row<'_>> {
        let longest = self.marks.keys().map(|(span, _)| span.byte_count()).max().unwrap_or_default();
        self.marks.iter().map(move |((span, kind), voices)| {
            let words = self.elsewhere.get(text.slice(*span));
            let rivals = Rivals::of(&self.marks, *span, *kind, longest);
            let features = voices.features(*kind, &rivals, words);
            Row { span: *span, kind: *kind, voices, rivals, features }
        })
    }
}

fn gather(text: &Text, candidates: Vec<Candidate>, seen: Seen<'_>) -> Marks {
    let mut marks = Marks::new();
    let mut whole: HashMap<usize, Span> = HashMap::new();
    for candidate in candidates {
        if candidate.kind == Kind::Person && text.slice(candidate.span).contains('-') {
            whole.insert(candidate.span.start(), candidate.span);
        }
        let voices = marks.entry((candidate.span, candidate.kind)).or_default();
        if voices.rules.as_ref().is_none_or(|known| known.score < candidate.score) {
            voices.rules = Some(candidate);
        }
    }
    let place = |tag: &Tag| (whole_name(text, tag, &whole), tag.kind);
    for tag in seen.instant {
        marks.entry(place(tag)).or_default().instant = Some(tag.chance);
    }
    for tag in seen.careful.unwrap_or_default() {
        marks.entry(place(tag)).or_default().careful = Some(tag.chance);
    }
    marks
}

/// A tagger sometimes stops at the hyphen of a given name, `[Lee Min]-ho`: the rules know where such names end. `whole`
/// are their names with hyphens, by where they start.
fn whole_name(text: &Text, tag: &Tag, whole: &HashMap<usize, Span>) -> Span {
    let name =
        whole.get(&tag.span.start()).filter(|name| tag.kind == Kind::Person && name.contains(tag.span));
    let cut_off = |name: &&Span| !text.get(tag.span.end()..name.end()).contains(char::is_whitespace);
    name.filter(cut_off).copied().unwrap_or(tag.span)
}

fn elsewhere<'t>(text: &'t Text, marks: &Marks) -> HashMap<&'t str, Elsewhere> {
    let mut found: HashMap<&str, Elsewhere> = HashMap::new();
    let mut last = None;
    for ((span, kind), voices) in marks {
        let words = found.entry(text.slice(*span)).or_default();
        words.count += if last == Some(*span) { 0.0 } else { 1.0 };
        last = Some(*span);
        if let (Some(instant), Some(careful)) =
            (words.instant.get_mut(kind.index()), words.careful.get_mut(kind.index()))
        {
            *instant += voices.instant.unwrap_or_default();
            *careful += voices.careful.unwrap_or_default();
        }
    }
    found
}

/// Adds to each marked place the kind that the taggers see in the same words elsewhere.
fn with_kinds_elsewhere(text: &Text, mut marks: Marks, elsewhere: &HashMap<&str, Elsewhere>) -> Marks {
    let mut spans: Vec<Span> = marks.keys().map(|(span, _)| *span).collect();
    spans.dedup();
    for span in spans {
        let Some(words) = elsewhere.get(text.slice(span)) else {
            continue;
        };
        let sums = words.instant.iter().zip(&words.careful).map(|(instant, careful)| instant + careful);
        let best = sums.zip(Kind::ALL).max_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((_, kind)) = best.filter(|(sum, _)| *sum > 0.5) {
            marks.entry((span, kind)).or_default();
        }
    }
    marks
}

/// A mark, what is said for and against it, and the numbers made of that.
pub(super) struct Row<'a> {
    pub span: Span,
    pub kind: Kind,
    pub voices: &'a Voices,
    pub rivals: Rivals,
    pub features: [f32; FEATURES],
}

/// The strongest opinions against a mark.
#[derive(Default)]
pub(super) struct Rivals {
    /// The same place as another kind: rules, instant, careful.
    pub other_kind: [f32; 3],
    /// Another place that overlaps this one.
    other_place: [f32; 3],
    /// How surely a tagger sees a longer mark around this one.
    pub around: f32,
}

impl Rivals {
    /// `longest`, in bytes, is the length of the longest mark: no further back can one begin that reaches here.
    fn of(marks: &Marks, span: Span, kind: Kind, longest: usize) -> Self {
        let mut rivals = Self::default();
        let Some(from) = Span::floor(span.start().saturating_sub(longest)) else {
            return rivals;
        };
        let near = marks.range((from, Kind::Person)..);
        for ((there, other), voices) in near.take_while(|((there, _), _)| there.start() < span.end()) {
            let is_same_place = *there == span;
            if !there.overlaps(span) || is_same_place && *other == kind {
                continue;
            }
            let against = if is_same_place { &mut rivals.other_kind } else { &mut rivals.other_place };
            let strength = [
                voices.rules.as_ref().map_or(0.0, |rule| f32::from(rule.score) / 1000.0),
                voices.instant.unwrap_or_default(),
                voices.careful.unwrap_or_default(),
            ];
            for (against, strength) in against.iter_mut().zip(strength) {
                *against = against.max(strength);
            }
            if !is_same_place && there.contains(span) {
                let [_, instant, careful] = strength;
                rivals.around = rivals.around.max(instant).max(careful);
            }
        }
        rivals
    }
}

impl Voices {
    fn features(&self, kind: Kind, rivals: &Rivals, elsewhere: Option<&Elsewhere>) -> [f32; FEATURES] {
        let rule = self.rules.as_ref().map(|rule| f32::from(rule.score) / 1000.0);
        let voice = |chance: Option<f32>| [flag(chance.is_some()), chance.map_or(0.0, log_odds)];
        let share = |sums: &[f32; Kind::ALL.len()], count: f32| {
            let own = sums.get(kind.index()).copied().unwrap_or_default();
            let others = sums.iter().copied().sum::<f32>() - own;
            [own / count.max(1.0), others / count.max(1.0)]
        };
        let none = Elsewhere::default();
        let words = elsewhere.unwrap_or(&none);
        let [rule_there, rule] = voice(rule);
        let [instant_there, instant] = voice(self.instant);
        let [careful_there, careful] = voice(self.careful);
        // What the rules say counts otherwise where no tagger sees the mark.
        let lone = flag(self.rules.is_some() && self.instant.is_none() && self.careful.is_none());
        let listed = flag(self.rules.as_ref().is_some_and(|rule| rule.source == Source::Gazetteer));
        let reason = |is_it: fn(&Why) -> bool| flag(self.rules.as_ref().is_some_and(|rule| is_it(&rule.why)));
        let [kind_rule, kind_instant, kind_careful] = rivals.other_kind;
        let [place_rule, place_instant, place_careful] = rivals.other_place;
        let [instant_same, instant_other] = share(&words.instant, words.count);
        let [careful_same, careful_other] = share(&words.careful, words.count);
        [
            rule_there,
            rule,
            instant_there,
            instant,
            careful_there,
            careful,
            kind_rule,
            kind_instant,
            kind_careful,
            place_rule,
            place_instant,
            place_careful,
            instant_same,
            instant_other,
            careful_same,
            careful_other,
            lone,
            lone * rule,
            listed,
            lone * listed,
            reason(Why::is_capitals),
            reason(Why::is_head_word),
            reason(Why::is_elsewhere),
        ]
    }
}

fn flag(is_true: bool) -> f32 {
    if is_true { 1.0 } else { 0.0 }
}

/// The logarithm of the odds of a chance, kept within what a few hundred documents can tell apart.
pub(in crate::suggest) fn log_odds(chance: f32) -> f32 {
    let chance = chance.clamp(0.01, 0.99);
    (chance / (1.0 - chance)).ln()
}
