//! What the analyst's earlier decisions say of a mark, as a chance.
//!
//! A name that was tagged before may stand inside a longer one here, or mean something else, so that its past alone is
//! right about one time in three where nobody else proposes it. Two logistic regressions weigh it: one for marks that
//! memory alone proposes, one for those that others propose as well. Their weights are rounded means of fits for quick and
//! careful readings, on what a simulated analyst (`dateline evaluate --learn`) decides; `assets/tagger/SOURCES.md` says
//! about which documents. Logarithms are natural, counts are taken plus one.

use super::{candidate::Candidate, fuse::log_odds, kind::Kind};
use crate::text::Span;

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

/// What others propose near a place of an article.
pub(super) struct Near<'a> {
    /// Sorted by place and kind.
    candidates: &'a [Candidate],
    /// The length of the longest, in bytes: no further back can one begin that reaches a place.
    longest: usize,
}

impl<'a> Near<'a> {
    /// `candidates` are sorted by place and kind.
    pub(super) fn of(candidates: &'a [Candidate]) -> Self {
        let lengths = candidates.iter().map(|candidate| candidate.span.byte_count());
        Self { candidates, longest: lengths.max().unwrap_or_default() }
    }

    /// Whether this very mark is proposed.
    pub(super) fn has(&self, span: Span, kind: Option<Kind>) -> bool {
        let place = |candidate: &Candidate| (candidate.span, Some(candidate.kind));
        self.candidates.binary_search_by_key(&(span, kind), place).is_ok()
    }

    /// What is proposed over a mark.
    pub(super) fn rivals(&self, span: Span, kind: Option<Kind>) -> Rivals {
        let mut rivals = Rivals::default();
        let first = span.start().saturating_sub(self.longest);
        let from = self.candidates.partition_point(|candidate| candidate.span.start() < first);
        let near = self.candidates.iter().skip(from);
        let near = near.take_while(|candidate| candidate.span.start() < span.end());
        for candidate in near.filter(|candidate| candidate.span.overlaps(span)) {
            let strength = f32::from(candidate.score) / 1000.0;
            if candidate.span == span {
                if Some(candidate.kind) != kind {
                    rivals.same = rivals.same.max(strength);
                }
            } else if span.contains(candidate.span) {
                rivals.inside = rivals.inside.max(strength);
            } else {
                rivals.across = rivals.across.max(strength);
                if candidate.span.contains(span) {
                    rivals.around = rivals.around.max(strength);
                }
            }
        }
        rivals
    }
}

/// How likely a mark is that nobody but memory proposes. Thousandths.
pub(super) fn alone(words: &str, verdict: Verdict, rivals: Rivals) -> u16 {
    let is_lower = starts_lower(words);
    let [marked, articles, rejected, otherwise] = verdict.logarithms();
    let sum = -1.6 + 0.47 * marked + 0.78 * articles - 1.67 * rejected - 0.54 * otherwise
        + if verdict.rejected > 0 { 0.37 * marked } else { 0.0 }
        - 0.51 * rivals.around
        - 0.95 * rivals.across
        + 0.55 * rivals.inside
        - 0.52 * rivals.same
        - if is_lower { 0.57 } else { 0.0 }
        + if words.contains(' ') { 0.77 } else { 0.0 };
    let score = thousandths(sum);
    let is_free = rivals.across < STRONG;
    if verdict.is_uncontested() && is_free && (!is_lower || verdict.is_here) {
        score.max(SAID_ONCE)
    } else {
        score
    }
}

/// How likely a mark is that others propose with this score, in thousandths, after what was decided about its name.
pub(super) fn together(words: &str, verdict: Verdict, rivals: Rivals, score: u16) -> u16 {
    let [marked, articles, rejected, otherwise] = verdict.logarithms();
    let sum = -0.93 + 0.35 * log_odds(f32::from(score) / 1000.0) + 0.42 * marked + 1.16 * articles
        - 1.13 * rejected
        - 0.31 * otherwise
        - 0.41 * rivals.around
        - 0.41 * rivals.across
        - 0.18 * rivals.inside
        - 0.32 * rivals.same
        - if starts_lower(words) { 0.3 } else { 0.0 };
    let found = thousandths(sum);
    match verdict {
        _ if verdict.is_uncontested() => found.max(score),
        Verdict { rejected: 1, otherwise: 0, .. } => found.max(score.min(DENIED_ONCE)),
        _ => found,
    }
}

/// A score in thousandths with something added to the logarithm of its odds.
pub(super) fn shifted(score: u16, by: f32) -> u16 {
    if by == 0.0 {
        return score;
    }
    let chance = (f32::from(score) / 1000.0).clamp(0.001, 0.999);
    thousandths((chance / (1.0 - chance)).ln() + by)
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

fn starts_lower(words: &str) -> bool {
    words.chars().next().is_some_and(char::is_lowercase)
}

fn thousandths(log_odds: f32) -> u16 {
    (1000.0 / (1.0 + (-log_odds).exp())) as u16
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        suggest::candidate::{Source, Why},
        text::Text,
    };

    fn span(start: usize, end: usize) -> Span {
        Text::new("0123456789 0123456789 0123456789 0123456789")
            .and_then(|text| text.span(start, end).ok())
            .expect("fits")
    }

    const ONCE: Verdict = Verdict { marked: 1, articles: 1, rejected: 0, otherwise: 0, is_here: false };

    #[test]
    fn a_name_said_once_is_shown_where_it_stands_free() {
        let around = Rivals { around: 0.9, across: 0.9, ..Rivals::default() };
        assert!(alone("Heron", ONCE, Rivals::default()) >= SAID_ONCE);
        assert!(alone("Heron", ONCE, around) < 200, "a part of a longer name");
        assert!(alone("militia", ONCE, Rivals::default()) < 380, "a common word");
        let here = Verdict { is_here: true, ..ONCE };
        assert!(alone("militia", here, Rivals::default()) >= SAID_ONCE);
        let denied = Verdict { rejected: 1, ..ONCE };
        assert!(alone("Heron", denied, Rivals::default()) < 380);
        let often = Verdict { marked: 9, articles: 5, ..ONCE };
        assert!(alone("Blue Heron", often, Rivals::default()) > 800);
    }

    #[test]
    fn saying_yes_never_lowers_and_saying_no_does() {
        let none = Rivals::default();
        for score in [100, 400, 900] {
            assert!(together("Oslo", ONCE, none, score) >= score);
            let denied = Verdict { marked: 0, articles: 0, rejected: 1, ..ONCE };
            assert!(together("Oslo", denied, none, score) <= score.max(300));
        }
        let denied = |rejected| Verdict { rejected, marked: 0, articles: 0, ..ONCE };
        assert_eq!(together("Oslo", denied(1), none, 950), DENIED_ONCE);
        assert!(together("Oslo", denied(3), none, 950) < 250);
    }

    #[test]
    fn a_shift_keeps_the_order_and_none_changes_nothing() {
        assert_eq!(shifted(437, 0.0), 437);
        assert!(shifted(900, -2.0) < 600 && shifted(900, -2.0) > shifted(700, -2.0));
        assert!(shifted(0, -9.0) <= 1 && shifted(1000, -0.1) > 900);
    }

    #[test]
    fn what_lies_over_a_mark_is_found_wherever_it_begins() {
        let candidate = |start, end, kind, score| {
            Candidate::settled(span(start, end), kind, score, Source::Rules, Why::Plain(""))
        };
        let all = [
            candidate(0, 20, Kind::Event, 600),
            candidate(4, 8, Kind::Person, 300),
            candidate(4, 8, Kind::Place, 900),
            candidate(5, 7, Kind::Place, 200),
            candidate(6, 12, Kind::Place, 700),
            candidate(30, 34, Kind::Place, 990),
        ];
        let span = span(4, 8);
        let found = Near::of(&all).rivals(span, Some(Kind::Place));
        assert_eq!(found, Rivals { around: 0.6, across: 0.7, inside: 0.2, same: 0.3 });
    }
}
