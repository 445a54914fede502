//! One list without conflicts: what is surest and longest wins, the analyst's own decisions before all.

use super::{Why, candidate::Source};
use crate::{model::LabelId, text::Span};

/// A candidate with its label in the project's schema.
#[derive(Clone, Debug)]
pub(super) struct Ranked {
    pub span: Span,
    pub label: LabelId,
    pub score: u16,
    pub source: Source,
    pub why: Why,
}

/// Below this a mark is not worth showing. Thousandths.
pub(super) const LOWEST_SHOWN: u16 = 380;

/// No more than this is ever said of what nobody has looked at. Thousandths.
const SUREST: u16 = 980;

/// A longer name must be this sure to swallow one that the analyst decided. Thousandths.
const SURE_OF_LONGER: u16 = 500;

/// Decisions that contradict each other leave it to the others; below this they do. Thousandths.
const SURE_DECISION: u16 = 500;

/// How much each byte of a mark is worth against a surer, shorter one.
const BYTE_WORTH: usize = 6;
const BYTES_COUNTED: usize = 40;

/// Chooses among candidates in any order; the answer is sorted by place, and no two overlap.
pub(super) fn choose(mut candidates: Vec<Ranked>) -> Vec<Ranked> {
    join_agreeing(&mut candidates);
    candidates.retain(|candidate| candidate.score >= LOWEST_SHOWN);
    // They are sorted by place now: those that hang together are weighed together, a few at a time.
    let mut chosen = Vec::with_capacity(candidates.len());
    let mut together: Vec<Ranked> = Vec::new();
    let mut end = 0;
    for candidate in candidates {
        if candidate.span.start() >= end {
            choose_among(&mut together, &mut chosen);
        }
        end = end.max(candidate.span.end());
        together.push(candidate);
    }
    choose_among(&mut together, &mut chosen);
    chosen
}

/// Moves the best of `together` that do not overlap to `chosen`, in order of place.
fn choose_among(together: &mut Vec<Ranked>, chosen: &mut Vec<Ranked>) {
    let first = chosen.len();
    let mut weighed: Vec<(usize, Ranked)> = Vec::with_capacity(together.len());
    for candidate in together.iter() {
        weighed.push((worth(candidate, together), candidate.clone()));
    }
    together.clear();
    weighed.sort_by_key(|(worth, candidate)| (std::cmp::Reverse(*worth), candidate.span, candidate.label));
    for (_, candidate) in weighed {
        let mut others = chosen.iter().skip(first);
        if !others.any(|other| other.span.overlaps(candidate.span)) {
            chosen.push(candidate);
        }
    }
    if let Some(new) = chosen.get_mut(first..) {
        new.sort_by_key(|candidate| candidate.span);
    }
}

/// A name that the analyst decided has authority over all else, but not where it is a part of a longer name:
/// `[2019 [Moscow] Nonproliferation Conference]`.
fn worth(candidate: &Ranked, rivals: &[Ranked]) -> usize {
    let is_part = rivals.iter().any(|rival| {
        rival.score >= SURE_OF_LONGER && rival.span != candidate.span && rival.span.contains(candidate.span)
    });
    let authority = match candidate.source {
        Source::Memory if is_part => return 0,
        Source::Memory if candidate.score >= SURE_DECISION => 10_000,
        _ => 0,
    };
    authority + usize::from(candidate.score) + candidate.span.byte_count().min(BYTES_COUNTED) * BYTE_WORTH
}

/// The same mark from two sources becomes one, surer than either.
fn join_agreeing(candidates: &mut Vec<Ranked>) {
    candidates.sort_by_key(|candidate| {
        (candidate.span, candidate.label, candidate.source, std::cmp::Reverse(candidate.score))
    });
    candidates.dedup_by(|later, kept| {
        let same = later.span == kept.span && later.label == kept.label;
        if same && later.source != kept.source {
            let doubt =
                u32::from(1000 - kept.score.min(1000)) * u32::from(1000 - later.score.min(1000)) / 1000;
            kept.score = kept.score.max(SUREST.min(1000 - u16::try_from(doubt).unwrap_or(1000)));
        }
        same
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{model::Schema, text::Text};

    fn check(rows: &[(usize, usize, &str, u16, Source)], expected: &[(usize, usize, u16)]) {
        let text = Text::new("0123456789").expect("short");
        let schema = Schema::news_analyst();
        let ranked = rows.iter().map(|(start, end, label, score, source)| Ranked {
            span: text.span(*start, *end).expect("fits"),
            label: schema.named(label).expect("there"),
            score: *score,
            source: *source,
            why: Why::Plain(""),
        });
        let found: Vec<_> =
            choose(ranked.collect()).iter().map(|r| (r.span.start(), r.span.end(), r.score)).collect();
        assert_eq!(found, expected);
    }

    /// A decided place once cut the event that is named after it in two.
    #[test]
    fn a_decided_name_inside_a_longer_one_leaves_it_whole() {
        use Source::{Memory, Rules};
        check(&[(0, 4, "Place", 980, Memory), (0, 10, "Event", 800, Rules)], &[(0, 10, 800)]);
        check(&[(2, 4, "Place", 980, Memory), (0, 10, "Event", 480, Rules)], &[(2, 4, 980)]);
    }

    #[test]
    fn the_surest_the_longest_the_analyst() {
        use Source::{Gazetteer, Memory, Rules};
        check(&[(0, 4, "Place", 900, Rules), (2, 6, "Place", 800, Rules)], &[(0, 4, 900)]);
        check(&[(0, 4, "Place", 900, Gazetteer), (0, 10, "Event", 880, Rules)], &[(0, 10, 880)]);
        check(&[(0, 4, "Place", 760, Memory), (2, 10, "Event", 880, Rules)], &[(0, 4, 760)]);
        // Decisions that contradict each other.
        check(&[(0, 4, "Place", 450, Memory), (2, 10, "Event", 880, Rules)], &[(2, 10, 880)]);
        check(&[(0, 4, "Place", 800, Gazetteer), (0, 4, "Place", 800, Rules)], &[(0, 4, 960)]);
        check(&[(0, 4, "Place", 300, Gazetteer), (5, 6, "Place", 700, Rules)], &[(5, 6, 700)]);
    }
}
