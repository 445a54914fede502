//! Does an expression look back or ahead? The verbs around it say so: "[Friday]" after "said" is not that after "will".
//!
//! The nearest cue before it in its sentence counts, else the first one after it. This is a reading of tense by lists of
//! words, as in `SUTime`; it knows nothing of syntax.

use super::{vocabulary::Sense, words::Words};

/// Whether a time lies before or after the publication.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    Past,
    Future,
    /// Nothing says so; news tells of the past.
    #[default]
    Unclear,
}

/// The preposition before the expression, where it makes a limit of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    By,
    Until,
    Since,
    Before,
    After,
}

/// What the words around an expression say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cue {
    pub direction: Direction,
    pub limit: Option<Limit>,
}

impl Limit {
    /// `by`
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::By => "by",
            Self::Until => "until",
            Self::Since => "since",
            Self::Before => "before",
            Self::After => "after",
        }
    }
}

/// Prepositions before "Thursday’s vote" that tell of one that has been.
const PAST_BEFORE: &[&str] = &["after", "despite", "following", "from", "since"];

/// No further than this many words are cues looked for.
const REACH: usize = 40;

/// What the words around `start..end` say.
pub(super) fn cue(words: &Words<'_>, start: usize, end: usize) -> Cue {
    let limit = match start.checked_sub(1).map_or("", |before| words.lower(before)) {
        "by" => Some(Limit::By),
        "until" | "till" => Some(Limit::Until),
        "since" => Some(Limit::Since),
        "before" => Some(Limit::Before),
        "after" => Some(Limit::After),
        _ => None,
    };
    let ahead = words.follows(start, &["of"]) && start >= 2 && words.is(start - 2, &["ahead"]);
    let direction = match limit {
        Some(Limit::Since) => Direction::Past,
        _ if ahead => Direction::Future,
        // "Despite Thursday’s vote": it has been.
        _ if words.is(end, &["'s"]) && words.follows(start, PAST_BEFORE) => Direction::Past,
        _ => around(words, start, end),
    };
    // "By Friday" without a verb is a deadline.
    let is_deadline = matches!(limit, Some(Limit::By | Limit::Until)) && direction == Direction::Unclear;
    Cue { direction: if is_deadline { Direction::Future } else { direction }, limit }
}

fn around(words: &Words<'_>, start: usize, end: usize) -> Direction {
    let before = (start.saturating_sub(REACH)..start).rev();
    let before = before.take_while(|at| !words.ends_sentence(*at)).find_map(|at| tense(words, at));
    let after =
        || (end..end + REACH).take_while(|at| !words.ends_sentence(*at)).find_map(|at| tense(words, at));
    before.or_else(after).unwrap_or_default()
}

fn is_future(word: &str) -> bool {
    MODALS.contains(&word) || FUTURE.contains(&word) || PUT_OFF.contains(&word)
}

/// What a word says by itself and the one before it.
fn tense(words: &Words<'_>, at: usize) -> Option<Direction> {
    let word = words.lower(at);
    let is_set = word == "set" && words.is(at + 1, &["for", "to"]);
    let is_month = matches!(words.sense(at), Sense::Month(_));
    if is_set || is_future(word) && !is_month {
        return Some(Direction::Future);
    }
    if words.is_capitalised(at) && !words.is(at, &["was", "were", "had"]) {
        return None;
    }
    if words.follows(at, &["to"]) && PLANNED.contains(&word) {
        return Some(Direction::Future);
    }
    if words.follows(at, &["is", "are", "'s", "'re"]) && word.len() > 4 && word.ends_with("ing") {
        return Some(Direction::Future);
    }
    // "will be held", "is expected to be signed": the word before "be" has the tense.
    if words.follows(at, &["be", "is", "are", "being", "not"]) {
        return None;
    }
    let is_past =
        PAST.binary_search(&word).is_ok() || word.len() > 4 && word.ends_with("ed") && words.is_word(at);
    if is_past { Some(Direction::Past) } else { SCHEDULED.contains(&word).then_some(Direction::Future) }
}

const MODALS: &[&str] =
    &["will", "'ll", "shall", "would", "could", "may", "might", "must", "should", "can", "cannot", "won't"];

/// Words that tell of what is to come.
const FUTURE: &[&str] = &[
    "upcoming", "expected", "due", "planned", "slated", "plans", "hopes", "aims", "intends", "expects",
    "expect", "plan", "hope", "promises", "vows", "looming", "forecast", "delayed", "deferred",
];

/// Of a meeting that has been given a day.
const PUT_OFF: &[&str] = &["scheduled", "postponed", "adjourned"];

/// Verbs after "to" that tell of something to come: "agreed to meet".
const PLANNED: &[&str] = &[
    "address", "announce", "appear", "arrive", "attend", "be", "begin", "close", "decide", "deliver",
    "discuss", "face", "finish", "give", "go", "have", "hold", "host", "launch", "leave", "make", "meet",
    "open", "publish", "release", "report", "resume", "return", "send", "sign", "speak", "start", "stop",
    "take", "talk", "testify", "travel", "visit", "vote",
];

/// Present forms that tell of a time when they stand beside one: "the summit opens Monday".
const SCHEDULED: &[&str] = &[
    "begins", "closes", "convenes", "ends", "expires", "holds", "kicks", "leaves", "meets", "opens",
    "resumes", "returns", "sails", "starts", "takes", "travels", "votes", "comes", "goes", "arrives",
];

/// Past forms that do not end in "-ed". Invariant: sorted.
const PAST: &[&str] = &[
    "ago", "ate", "became", "been", "began", "bought", "broke", "brought", "built", "came", "caught",
    "chose", "did", "died", "drew", "drove", "fell", "felt", "fled", "flew", "fought", "found", "gave",
    "got", "grew", "had", "heard", "held", "hid", "hit", "kept", "knew", "laid", "led", "left", "lost",
    "made", "met", "paid", "ran", "rose", "said", "sank", "sat", "saw", "sent", "shook", "shot", "sold",
    "sought", "spent", "split", "spoke", "spread", "stole", "stood", "struck", "swore", "taught", "threw",
    "told", "took", "was", "went", "were", "withdrew", "woke", "won", "wore", "wrote",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;
    use crate::time::find;

    fn check(words: &str, expected: &[Direction]) {
        let found = find(&Text::new(words).expect("short"));
        let directions: Vec<Direction> = found.iter().map(|expression| expression.cue.direction).collect();
        assert_eq!(directions, expected, "{words}");
    }

    #[test]
    fn the_nearest_verb_counts() {
        use Direction::{Future, Past, Unclear};
        assert!(PAST.is_sorted(), "binary search needs it");
        check("He said Saturday that talks will resume Monday.", &[Past, Future]);
        check("On Friday, they will meet. On Friday, they met.", &[Future, Past]);
        check("The pact is expected to be signed Tuesday.", &[Future]);
        check("It will be held on Sunday; it was held in May.", &[Future, Past]);
        check("They agreed to meet Thursday.", &[Future]);
        check("Talks since Monday, an answer by Friday.", &[Past, Future]);
        check("They will vote despite Friday’s attack and ahead of Monday’s march.", &[Past, Future]);
        check("The trial was adjourned until Monday.", &[Future]);
        check("An answer by Friday", &[Future]);
        check("Saturday", &[Unclear]);
    }
}
