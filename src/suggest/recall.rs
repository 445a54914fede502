//! How likely a mark is after what the analyst has decided: how often its name was said yes and no to, what the tagger
//! that learns from the decisions sees there, and what lies around it.
//!
//! One logistic regression for each case of who proposes a mark ([`Voices`]). Its weights (`assets/tagger/recall.tsv`) were
//! fitted on what a simulated analyst decides, article by article; `assets/tagger/SOURCES.md` says about which documents
//! and with which commands. Logarithms are natural, counts are taken plus one.

use super::{fuse::log_odds, kind::Kind, regression::Regressions};
use crate::{model::LabelId, text::Span};
use std::sync::OnceLock;

const WEIGHTS: &str = include_str!("../../assets/tagger/recall.tsv");

/// So many numbers are made of what is known of a mark.
pub(super) const FEATURES: usize = 24 + KINDS.len();

/// What is more or less often right than the rest.
const KINDS: [Kind; 5] = [Kind::Person, Kind::Organization, Kind::Place, Kind::Group, Kind::Date];

/// Who proposes a mark. What memory knows of its name is weighed in each case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voices {
    /// The reading of the article alone.
    Reading,
    /// The tagger that has learnt from the analyst alone.
    Taught,
    /// Both.
    Both,
    /// Neither: only the name was decided before.
    Memory,
}

impl Voices {
    #[cfg(test)]
    const ALL: [Self; 4] = [Self::Reading, Self::Taught, Self::Both, Self::Memory];

    /// As it stands in the table of weights.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Taught => "taught",
            Self::Both => "both",
            Self::Memory => "memory",
        }
    }
}

/// What was decided about a name under one label.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Verdict {
    /// How often it is marked so, and in how many articles.
    pub marked: u32,
    pub articles: u32,
    pub rejected: u32,
    /// How often it is marked as something else.
    pub otherwise: u32,
    /// It is marked so in the article at hand.
    pub is_here: bool,
}

/// How strong the proposals of others are that lie over a mark; 0–1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Rivals {
    /// A longer mark around it.
    around: f32,
    /// A longer mark around it, or one that crosses its bounds.
    across: f32,
    /// A shorter mark within it.
    inside: f32,
    /// The same words under another label.
    same: f32,
}

/// A mark as strong as this hides a name that it covers. 0–1.
const STRONG: f32 = 0.5;

/// What the analyst said of a name, without ever saying otherwise, is worth showing wherever it stands free. Thousandths.
const SAID_ONCE: u16 = 500;

/// One "no" here does not silence a name everywhere else. Thousandths.
const DENIED_ONCE: u16 = 400;

/// What is proposed near a place of an article: spans, labels, and how likely each is.
pub(super) struct Near {
    /// Sorted by place and label.
    marks: Vec<(Span, LabelId, f32)>,
    /// The length of the longest, in bytes: no further back can one begin that reaches a place.
    longest: usize,
}

impl Near {
    pub(super) fn of(mut marks: Vec<(Span, LabelId, f32)>) -> Self {
        marks.sort_by_key(|(span, label, _)| (*span, *label));
        let longest = marks.iter().map(|(span, ..)| span.byte_count()).max().unwrap_or_default();
        Self { marks, longest }
    }

    /// All of them, by place and label.
    pub(super) fn marks(&self) -> impl Iterator<Item = (Span, LabelId)> {
        self.marks.iter().map(|(span, label, _)| (*span, *label))
    }

    /// How likely this very mark is; `None` if it is not proposed.
    pub(super) fn get(&self, span: Span, label: LabelId) -> Option<f32> {
        let place = self.marks.binary_search_by_key(&(span, label), |(span, label, _)| (*span, *label));
        place.ok().and_then(|place| self.marks.get(place)).map(|(.., chance)| *chance)
    }

    /// What is proposed over a mark.
    pub(super) fn rivals(&self, span: Span, label: LabelId) -> Rivals {
        let mut rivals = Rivals::default();
        let first = span.start().saturating_sub(self.longest);
        let from = self.marks.partition_point(|(there, ..)| there.start() < first);
        let near = self.marks.iter().skip(from).take_while(|(there, ..)| there.start() < span.end());
        for (there, other, strength) in near.filter(|(there, ..)| there.overlaps(span)) {
            if *there == span {
                if *other != label {
                    rivals.same = rivals.same.max(*strength);
                }
            } else if span.contains(*there) {
                rivals.inside = rivals.inside.max(*strength);
            } else {
                rivals.across = rivals.across.max(*strength);
                if there.contains(span) {
                    rivals.around = rivals.around.max(*strength);
                }
            }
        }
        rivals
    }
}

/// All that is known of a mark.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    /// How likely the reading of the article makes it; 0–1.
    pub reading: Option<f32>,
    /// What its label stands for, if it is one that the program knows.
    pub kind: Option<Kind>,
    /// How likely the tagger makes it that has learnt from the analyst; 0–1.
    pub taught: Option<f32>,
    pub verdict: Verdict,
    /// What the reading proposes over it.
    pub rivals: Rivals,
    /// What the taught tagger sees over it.
    pub taught_rivals: Rivals,
    pub starts_lower: bool,
    pub has_several_words: bool,
    /// So many tokens the tagger has learnt from.
    pub tokens: usize,
    /// How far its label is distrusted, as [`super::Memory::distrust`] says.
    pub distrust: f32,
}

impl Known {
    /// Who proposes it.
    pub(super) fn voices(&self) -> Voices {
        match (self.reading, self.taught) {
            (Some(_), Some(_)) => Voices::Both,
            (Some(_), None) => Voices::Reading,
            (None, Some(_)) => Voices::Taught,
            (None, None) => Voices::Memory,
        }
    }

    /// The numbers that are weighed.
    pub(super) fn features(&self) -> [f32; FEATURES] {
        let reading = self.reading.map_or(0.0, log_odds);
        let taught = self.taught.map_or(0.0, log_odds);
        let [marked, articles, rejected, otherwise] = self.verdict.logarithms();
        let flag = |holds: bool| if holds { 1.0 } else { 0.0 };
        let amount = (self.tokens as f32 / 1000.0).ln_1p();
        let Rivals { around, across, inside, same } = self.rivals;
        let taught_rivals = self.taught_rivals;
        let known = [
            reading,
            taught,
            marked,
            articles,
            rejected,
            otherwise,
            flag(self.verdict.rejected > 0) * marked,
            flag(self.verdict.is_uncontested()),
            flag(self.verdict.is_here),
            around,
            across,
            inside,
            same,
            taught_rivals.around,
            taught_rivals.across,
            taught_rivals.inside,
            taught_rivals.same,
            flag(self.starts_lower),
            flag(self.has_several_words),
            amount,
            amount * taught,
            amount * reading,
            amount * flag(self.starts_lower),
            self.distrust,
        ];
        let kinds = KINDS.map(|kind| flag(self.kind == Some(kind)));
        let mut features = [0.0; FEATURES];
        features.iter_mut().zip(known.into_iter().chain(kinds)).for_each(|(place, value)| *place = value);
        features
    }

    /// How likely it is. Thousandths.
    pub(super) fn score(&self, is_full: bool) -> u16 {
        let fitted = regressions().chance(self.voices().name(), is_full, &self.features());
        let fitted = (fitted.unwrap_or_default() * 1000.0) as u16;
        let reading = self.reading.map_or(0, |chance| (chance * 1000.0).round() as u16);
        let verdict = self.verdict;
        if verdict == Verdict::default() {
            let share = learnt_share(self.tokens);
            let before = self.reading.filter(|_| self.distrust < 0.0);
            let before = before.map_or(reading, |chance| thousandths(log_odds(chance) + self.distrust));
            return (f32::from(before) * (1.0 - share) + f32::from(fitted) * share) as u16;
        }
        if verdict.is_uncontested() {
            let is_free = self.rivals.across < STRONG;
            let is_wanted = is_free && (!self.starts_lower || verdict.is_here);
            return fitted.max(reading).max(if is_wanted { SAID_ONCE } else { 0 });
        }
        if verdict.rejected == 1 && verdict.otherwise == 0 {
            return fitted.max(reading.min(DENIED_ONCE));
        }
        fitted
    }
}

/// Built in; read once.
fn regressions() -> &'static Regressions<FEATURES> {
    static BUILT_IN: OnceLock<Regressions<FEATURES>> = OnceLock::new();
    BUILT_IN.get_or_init(|| Regressions::read(WEIGHTS))
}

/// How far what was learnt counts for a name about which nothing was decided: not at all after the first decisions, in full
/// after an article or two. 0–1.
fn learnt_share(tokens: usize) -> f32 {
    ((tokens as f32 - 100.0) / 900.0).clamp(0.0, 1.0)
}

impl Verdict {
    fn logarithms(self) -> [f32; 4] {
        [self.marked, self.articles, self.rejected, self.otherwise].map(|count| (count as f32).ln_1p())
    }

    /// Whether the analyst has said this, and never anything else.
    pub(super) fn is_uncontested(self) -> bool {
        self.marked > 0 && self.rejected == 0 && self.otherwise == 0
    }
}

fn thousandths(log_odds: f32) -> u16 {
    (1000.0 / (1.0 + (-log_odds).exp())) as u16
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{model::Schema, text::Text};

    fn span(start: usize, end: usize) -> Span {
        Text::new("0123456789 0123456789 0123456789 0123456789")
            .and_then(|text| text.span(start, end).ok())
            .expect("fits")
    }

    #[test]
    fn there_are_weights_for_every_voice_and_both_readings() {
        for (voices, is_full) in Voices::ALL.into_iter().flat_map(|voices| [(voices, false), (voices, true)])
        {
            let found = regressions().chance(voices.name(), is_full, &[0.0; FEATURES]);
            assert!(found.is_some(), "{voices:?} {is_full}");
        }
    }

    const ONCE: Verdict = Verdict { marked: 1, articles: 1, rejected: 0, otherwise: 0, is_here: false };

    /// A name that memory alone knows.
    fn remembered(verdict: Verdict) -> Known {
        Known { verdict, tokens: 5000, ..Known::default() }
    }

    #[test]
    fn a_name_said_once_is_shown_where_it_stands_free() {
        let around = Rivals { around: 0.9, across: 0.9, ..Rivals::default() };
        for is_full in [false, true] {
            let score = |known: Known| known.score(is_full);
            assert!(score(remembered(ONCE)) >= SAID_ONCE);
            assert!(score(Known { rivals: around, ..remembered(ONCE) }) < 250, "a part of a longer name");
            let lower = Known { starts_lower: true, ..remembered(ONCE) };
            assert!(score(lower) < 380, "a common word");
            let here = Verdict { is_here: true, ..ONCE };
            assert!(score(Known { verdict: here, ..lower }) >= SAID_ONCE);
            let denied = Verdict { rejected: 1, ..ONCE };
            assert!(score(remembered(denied)) < 380);
            let often = Verdict { marked: 9, articles: 5, ..ONCE };
            let often = Known { has_several_words: true, taught: Some(0.9), ..remembered(often) };
            assert!(score(often) > 700, "{}", score(often));
        }
    }

    #[test]
    fn saying_yes_never_lowers_and_saying_no_does() {
        for chance in [0.1, 0.4, 0.9] {
            let read = |verdict| Known { reading: Some(chance), ..remembered(verdict) }.score(true);
            let denied = Verdict { marked: 0, articles: 0, rejected: 1, ..ONCE };
            let before = (chance * 1000.0) as u16;
            assert!(read(ONCE) >= before);
            assert!(read(denied) <= before.max(300), "{chance}: {}", read(denied));
        }
        let denied = |rejected| Verdict { rejected, marked: 0, articles: 0, ..ONCE };
        let read = |verdict| Known { reading: Some(0.95), ..remembered(verdict) }.score(true);
        assert!((DENIED_ONCE..=600).contains(&read(denied(1))), "{}", read(denied(1)));
        assert!(read(denied(3)) < 300, "{}", read(denied(3)));
    }

    #[test]
    fn the_first_decisions_say_nothing_of_other_names() {
        let known = Known { reading: Some(0.62), tokens: 40, ..Known::default() };
        assert_eq!(known.score(false), 620);
        let distrusted = Known { distrust: -1.0, ..known };
        assert!(distrusted.score(false) < 500);
        // What only the tagger sees that has learnt next to nothing is not shown yet.
        assert_eq!(Known { reading: None, taught: Some(0.9), ..known }.score(false), 0);
    }

    #[test]
    fn what_lies_over_a_mark_is_found_wherever_it_begins() {
        let schema = Schema::news_analyst();
        let label = |name| schema.named(name).expect("there");
        let mark = |start, end, name, chance| (span(start, end), label(name), chance);
        let near = Near::of(vec![
            mark(30, 34, "Place", 0.99),
            mark(6, 12, "Place", 0.7),
            mark(4, 8, "Place", 0.9),
            mark(4, 8, "Person", 0.3),
            mark(5, 7, "Place", 0.2),
            mark(0, 20, "Event", 0.6),
        ]);
        let found = near.rivals(span(4, 8), label("Place"));
        assert_eq!(found, Rivals { around: 0.6, across: 0.7, inside: 0.2, same: 0.3 });
        assert_eq!(near.get(span(4, 8), label("Person")), Some(0.3));
        assert_eq!(near.get(span(4, 8), label("Event")), None);
    }
}
