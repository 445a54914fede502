//! Rules, lists and taggers as one voice: how likely is a mark, given what each of them says of it?
//!
//! For every mark that anyone proposes the sources' opinions become a few numbers ([`Voices::features`]), and a logistic
//! regression for each kind turns them into a chance. Its weights (`assets/tagger/fusion.tsv`) were fitted on documents
//! that the taggers have not seen, so that a score of 0.9 means: of ten such, nine are right. `dateline evaluate` shows
//! how far that holds.

use super::{
    candidate::{Candidate, Source, Why},
    kind::Kind,
    tagger::Tag,
};
use crate::text::{Span, Text};
use std::{
    collections::{BTreeMap, HashMap},
    sync::OnceLock,
};

const WEIGHTS: &str = include_str!("../../assets/tagger/fusion.tsv");

/// How many numbers are made of the opinions on a mark.
pub(super) const FEATURES: usize = 20;

/// A rule that is less sure is not named as the source of a mark that a tagger sees too.
const SURE_RULE: u16 = 600;

/// A listed name or an acronym of this score is what its list or its long form says.
const SURE_NAME: u16 = 900;

/// What the taggers see in an article.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen<'a> {
    pub instant: &'a [Tag],
    /// `None` where only what is instant is asked for.
    pub careful: Option<&'a [Tag]>,
}

/// What is said of one mark.
#[derive(Clone, Debug, Default)]
struct Voices {
    rules: Option<Candidate>,
    instant: Option<f32>,
    careful: Option<f32>,
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
struct Opinions<'t> {
    marks: Marks,
    elsewhere: HashMap<&'t str, Elsewhere>,
}

/// All candidates of an article with scores that are chances; sorted by place.
///
/// Kinds that no tagger knows keep the scores of their rules.
pub(super) fn fuse(text: &Text, candidates: Vec<Candidate>, seen: Seen<'_>) -> Vec<Candidate> {
    let weights = Weights::built_in();
    let opinions = Opinions::of(text, candidates, seen);
    let fused = opinions.rows(text).map(|row| {
        let chance = weights.chance(row.kind, seen.careful.is_some(), &row.features);
        candidate(text, &row, chance)
    });
    fused.collect()
}

/// The marks and their numbers, for fitting the weights.
pub(super) fn features(
    text: &Text,
    candidates: Vec<Candidate>,
    seen: Seen<'_>,
) -> Vec<(Span, Kind, [f32; FEATURES])> {
    let opinions = Opinions::of(text, candidates, seen);
    opinions.rows(text).map(|row| (row.span, row.kind, row.features)).collect()
}

impl<'t> Opinions<'t> {
    fn of(text: &'t Text, candidates: Vec<Candidate>, seen: Seen<'_>) -> Self {
        let marks = gather(candidates, seen);
        let elsewhere = elsewhere(text, &marks);
        Self { marks: with_kinds_elsewhere(text, marks, &elsewhere), elsewhere }
    }

    /// Each mark with its numbers, in order of place.
    fn rows(&self, text: &'t Text) -> impl Iterator<Item = Row<'_>> {
        let longest = self.marks.keys().map(|(span, _)| span.byte_count()).max().unwrap_or_default();
        self.marks.iter().map(move |((span, kind), voices)| {
            let words = self.elsewhere.get(text.slice(*span));
            let rivals = Rivals::of(&self.marks, *span, *kind, longest);
            let features = voices.features(*kind, &rivals, words);
            Row { span: *span, kind: *kind, voices, rivals, features }
        })
    }
}

fn gather(candidates: Vec<Candidate>, seen: Seen<'_>) -> Marks {
    let mut marks = Marks::new();
    for candidate in candidates {
        let voices = marks.entry((candidate.span, candidate.kind)).or_default();
        if voices.rules.as_ref().is_none_or(|known| known.score < candidate.score) {
            voices.rules = Some(candidate);
        }
    }
    for tag in seen.instant {
        marks.entry((tag.span, tag.kind)).or_default().instant = Some(tag.chance);
    }
    for tag in seen.careful.unwrap_or_default() {
        marks.entry((tag.span, tag.kind)).or_default().careful = Some(tag.chance);
    }
    marks
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
struct Row<'a> {
    span: Span,
    kind: Kind,
    voices: &'a Voices,
    rivals: Rivals,
    features: [f32; FEATURES],
}

/// The strongest opinions against a mark.
#[derive(Default)]
struct Rivals {
    /// The same place as another kind: rules, instant, careful.
    other_kind: [f32; 3],
    /// Another place that overlaps this one.
    other_place: [f32; 3],
    /// How surely a tagger sees a longer mark around this one.
    around: f32,
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
        ]
    }
}

fn flag(is_true: bool) -> f32 {
    if is_true { 1.0 } else { 0.0 }
}

/// The logarithm of the odds of a chance, kept within what a few hundred documents can tell apart.
fn log_odds(chance: f32) -> f32 {
    let chance = chance.clamp(0.01, 0.99);
    (chance / (1.0 - chance)).ln()
}

/// Whether a rule's own score counts if it is higher: what a date, an event or a group is differs from corpus to corpus,
/// and the rules know what it is here; a listed name that no tagger takes for something else, or of several words, is
/// what the list says, and an acronym what it stands for. A group or place within a longer name that a tagger sees is
/// none: `[British Empire]`.
fn is_for_rules(kind: Kind, rule: &Candidate, text: &Text, rivals: &Rivals) -> bool {
    let is_free = rivals.around < 0.5;
    match kind {
        Kind::Date | Kind::Event => true,
        Kind::Group => is_free,
        Kind::Place | Kind::Organization if rule.score >= SURE_NAME => {
            let is_long = text.slice(rule.span).contains(' ');
            let is_unopposed = rivals.other_kind.iter().skip(1).all(|strength| *strength < 0.5);
            let is_listed = rule.source == Source::Gazetteer && (is_long || is_unopposed);
            is_free && (is_listed || matches!(rule.why, Why::ShortFor(_)))
        }
        _ => false,
    }
}

/// One candidate of what is said of a mark; its source is the one that a reader can check best.
fn candidate(text: &Text, row: &Row<'_>, chance: Option<f32>) -> Candidate {
    let Row { span, kind, voices, rivals, .. } = row;
    let (span, kind) = (*span, *kind);
    let tagger = voices.careful.or(voices.instant);
    let score = chance.map(|chance| (chance.clamp(0.0, 1.0) * 1000.0) as u16);
    let by_rule = voices.rules.as_ref().filter(|rule| is_for_rules(kind, rule, text, rivals));
    let score = score.max(by_rule.map(|rule| rule.score));
    match (&voices.rules, tagger) {
        (Some(rule), tagger) if rule.score >= SURE_RULE || tagger.is_none() => {
            Candidate { score: score.unwrap_or(rule.score), ..rule.clone() }
        }
        (rule, tagger) => {
            let why = match tagger {
                Some(tagger) => Why::Said(format!("tagger, {tagger:.2}")),
                None => Why::Plain("same name elsewhere in this article"),
            };
            let least = rule.as_ref().map_or(0, |rule| rule.score);
            Candidate::settled(span, kind, score.unwrap_or(least), Source::Tagger, why)
        }
    }
}

/// The weights of the regressions: by kind and by whether the careful tagger was asked.
struct Weights(HashMap<(Kind, bool), (f32, [f32; FEATURES])>);

impl Weights {
    fn built_in() -> &'static Self {
        static BUILT_IN: OnceLock<Weights> = OnceLock::new();
        BUILT_IN.get_or_init(|| Self::read(WEIGHTS))
    }

    /// A line is: kind, `fast` or `full`, the constant, the weights; separated by tabs. Others are passed over.
    fn read(lines: &str) -> Self {
        let line = |line: &str| {
            let mut cells = line.split('\t');
            let kind = Kind::named(cells.next()?)?;
            let is_full = match cells.next()? {
                "fast" => false,
                "full" => true,
                _ => return None,
            };
            let numbers: Vec<f32> = cells.map(str::parse).collect::<Result<_, _>>().ok()?;
            let (constant, weights) = numbers.split_first()?;
            Some(((kind, is_full), (*constant, weights.try_into().ok()?)))
        };
        Self(lines.lines().filter_map(line).collect())
    }

    /// 0–1; `None` for a kind that has no weights.
    fn chance(&self, kind: Kind, is_full: bool, features: &[f32; FEATURES]) -> Option<f32> {
        let (constant, weights) = self.0.get(&(kind, is_full))?;
        let sum = weights.iter().zip(features).fold(*constant, |sum, (weight, value)| sum + weight * value);
        Some(1.0 / (1.0 + (-sum).exp()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &Text, words: &str) -> Span {
        text.occurrences(words).next().expect("stands there")
    }

    fn score(words: &str, rule: (&str, Kind, u16), tags: &[(&str, Kind, f32)]) -> u16 {
        let text = Text::new(words).expect("short");
        let place = span(&text, rule.0);
        let why = Why::List("demonyms");
        let candidate = Candidate::settled(place, rule.1, rule.2, Source::Gazetteer, why);
        let tag = |(words, kind, chance): &(&str, Kind, f32)| Tag {
            span: span(&text, words),
            kind: *kind,
            chance: *chance,
        };
        let tags: Vec<Tag> = tags.iter().map(tag).collect();
        let fused = fuse(&text, vec![candidate], Seen { instant: &tags, careful: None });
        let found = fused.iter().find(|candidate| (candidate.span, candidate.kind) == (place, rule.1));
        found.expect("what is proposed is kept").score
    }

    #[test]
    fn every_kind_that_is_weighed_has_weights_for_both_readings() {
        let weights = Weights::built_in();
        for kind in [Kind::Person, Kind::Organization, Kind::Place, Kind::Group, Kind::Date, Kind::Event] {
            for is_full in [false, true] {
                assert!(weights.chance(kind, is_full, &[0.0; FEATURES]).is_some(), "{kind:?} {is_full}");
            }
        }
        assert_eq!(weights.chance(Kind::Role, true, &[0.0; FEATURES]), None);
    }

    /// A tagger that saw only `North` once took the group away.
    #[test]
    fn a_listed_group_gives_way_to_a_longer_name_only() {
        let group = ("Norse", Kind::Group, 900);
        assert_eq!(score("A Norse official came.", group, &[]), 900);
        assert!(score("The Norse Empire fell.", group, &[("Norse Empire", Kind::Place, 0.9)]) < 500);
        let two = ("East Norse", Kind::Group, 900);
        assert_eq!(score("An East Norse official came.", two, &[("East", Kind::Place, 0.9)]), 900);
    }

    #[test]
    fn a_rule_that_no_tagger_follows_is_believed_less_than_one_that_both_agree_on() {
        let rule = ("Alva Berg", Kind::Person, 800);
        let alone = score("So said Alva Berg there.", rule, &[]);
        let agreed = score("So said Alva Berg there.", rule, &[("Alva Berg", Kind::Person, 0.9)]);
        assert!(alone < 500 && agreed > 500, "{alone} {agreed}");
    }
}
