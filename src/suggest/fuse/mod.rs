//! Rules, lists and taggers as one voice: how likely is a mark, given what each of them says of it?
//!
//! For every mark that anyone proposes the sources' opinions become a few numbers (`Row::features`), and a logistic
//! regression for each kind turns them into a chance. Its weights (`assets/tagger/fusion.tsv`) were fitted on documents
//! that the taggers have not seen, so that a score of 0.9 means: of ten such, nine are right. `dateline evaluate` shows
//! how far that holds.

mod opinions;

use super::{
    Why,
    candidate::{Candidate, Source},
    gazetteer::Gazetteer,
    kind::Kind,
    regression::Regressions,
    tagger::Tag,
    why::SAME_NAME,
};
use crate::{
    model::Score,
    text::{Span, Text},
};
pub(super) use opinions::log_odds;
use opinions::{Opinions, Rivals, Row};
use std::sync::OnceLock;

const WEIGHTS: &str = include_str!("../../../assets/tagger/fusion.tsv");

/// How many numbers are made of the opinions on a mark.
pub(super) const FEATURES: usize = 23;

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

/// All candidates of an article with scores that are chances; sorted by place.
///
/// Kinds that no tagger knows keep the scores of their rules.
pub(super) fn fuse(text: &Text, candidates: Vec<Candidate>, seen: Seen<'_>) -> Vec<Candidate> {
    let opinions = Opinions::of(text, candidates, seen);
    let fused = opinions.rows(text).map(|row| {
        let chance = regressions().chance(row.kind.name(), seen.careful.is_some(), &row.features);
        candidate(text, &row, chance)
    });
    fused.collect()
}

/// Built in, one a kind that is weighed; read once.
fn regressions() -> &'static Regressions<FEATURES> {
    static BUILT_IN: OnceLock<Regressions<FEATURES>> = OnceLock::new();
    BUILT_IN.get_or_init(|| Regressions::read(WEIGHTS))
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

/// Whether a rule's own score counts if it is higher: what a date, an event or a group is differs from corpus to corpus,
/// and the rules know what it is here; a listed name that no tagger takes for something else, or of several words, is
/// what the list says, and an acronym what it stands for. A group or place within a longer name that a tagger sees is
/// none: `[British Empire]`. A ministry has its nation in its name, which a corpus that cuts it off has unlearnt the taggers.
fn is_for_rules(kind: Kind, rule: &Candidate, text: &Text, rivals: &Rivals) -> bool {
    let is_free = rivals.around < 0.5;
    match kind {
        Kind::Date | Kind::Event => true,
        Kind::Group => is_free,
        Kind::Organization if rule.why.is_head_word() && is_ministry(text.slice(rule.span)) => true,
        Kind::Place | Kind::Organization if rule.score >= SURE_NAME => {
            let is_long = text.slice(rule.span).contains(' ');
            let is_unopposed = rivals.other_kind.iter().skip(1).all(|strength| *strength < 0.5);
            let is_listed = rule.source == Source::Gazetteer && (is_long || is_unopposed);
            is_free && (is_listed || matches!(rule.why, Why::ShortFor(_)))
        }
        _ => false,
    }
}

/// `North Korean Foreign Ministry`: a ministry with its nation before it.
fn is_ministry(words: &str) -> bool {
    let lists = Gazetteer::built_in();
    let is_nation = |words: &str| lists.get(words).is_some_and(|entry| entry.kind == Kind::Group);
    words
        .strip_suffix(" Ministry")
        .is_some_and(|name| name.match_indices(' ').any(|(end, _)| name.get(..end).is_some_and(is_nation)))
}

/// One candidate of what is said of a mark; its source is the one that a reader can check best.
fn candidate(text: &Text, row: &Row<'_>, chance: Option<f32>) -> Candidate {
    let Row { span, kind, voices, rivals, .. } = row;
    let (span, kind) = (*span, *kind);
    let tagger = voices.careful.or(voices.instant);
    let score = chance.map(|chance| Score::from_fraction(chance).thousandths());
    let by_rule = voices.rules.as_ref().filter(|rule| is_for_rules(kind, rule, text, rivals));
    let score = score.max(by_rule.map(|rule| rule.score));
    match (&voices.rules, tagger) {
        (Some(rule), tagger) if rule.score >= SURE_RULE || tagger.is_none() => {
            Candidate { score: score.unwrap_or(rule.score), ..rule.clone() }
        }
        (rule, tagger) => {
            let why = match tagger {
                Some(tagger) => Why::Tagger(Score::from_fraction(tagger)),
                None => Why::Plain(SAME_NAME),
            };
            let least = rule.as_ref().map_or(0, |rule| rule.score);
            Candidate::settled(span, kind, score.unwrap_or(least), Source::Tagger, why)
        }
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
        for kind in [Kind::Person, Kind::Organization, Kind::Place, Kind::Group, Kind::Date, Kind::Event] {
            for is_full in [false, true] {
                let found = regressions().chance(kind.name(), is_full, &[0.0; FEATURES]);
                assert!(found.is_some(), "{kind:?} {is_full}");
            }
        }
        assert_eq!(regressions().chance(Kind::Role.name(), true, &[0.0; FEATURES]), None);
    }

    /// `[South Korean] [Foreign Ministry]` was once two marks.
    #[test]
    fn a_ministry_keeps_its_nation() {
        for (words, is_whole) in [
            ("South Korean Foreign Ministry", true),
            ("Danish Ministry", false),
            ("Brelk Foreign Ministry", false),
            ("South Korean Foreign Office", false),
        ] {
            assert_eq!(is_ministry(words), is_whole, "{words}");
        }
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

    /// `Moon Jae-in` was once suggested as `Moon Jae`.
    #[test]
    fn a_tagger_that_stops_at_the_hyphen_of_a_given_name_means_the_whole() {
        let name = ("Lee Min-ho", Kind::Person, 950);
        for cut in ["Lee Min", "Lee Min-"] {
            assert!(score("So Lee Min-ho said.", name, &[(cut, Kind::Person, 0.98)]) > 800, "{cut}");
        }
        let longer = score(
            "So Lee Min-ho Park said.",
            ("Lee Min-ho Park", Kind::Person, 950),
            &[("Lee Min", Kind::Person, 0.98)],
        );
        assert!(longer < 500, "{longer}");
    }

    #[test]
    fn a_rule_that_no_tagger_follows_is_believed_less_than_one_that_both_agree_on() {
        let rule = ("Alva Berg", Kind::Person, 800);
        let alone = score("So said Alva Berg there.", rule, &[]);
        let agreed = score("So said Alva Berg there.", rule, &[("Alva Berg", Kind::Person, 0.9)]);
        assert!(alone < 500 && agreed > 500, "{alone} {agreed}");
    }
}
