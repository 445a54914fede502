//! Times told from the day of writing, and lengths of time.
//!
//! ```text
//! [last month]    [coming weeks]    [the weekend]    [two days ago]    [less than a day]
//! ```

use super::super::{page::Page, runs};
use crate::{suggest::lexicon::Tags, text::TokenKind};

/// `last month`, `this year`, `next Tuesday`, `coming weeks`, `two days ago`, `today`, `the weekend`.
pub(super) fn relative(page: &Page<'_>, start: usize) -> Option<(usize, u16)> {
    let first = page.text(start);
    let lower = first.to_lowercase();
    if WHOLE_WORDS.contains(&lower.as_str()) {
        return Some((start + 1, 880));
    }
    let article = usize::from(matches!(lower.as_str(), "the"));
    let at = start + article;
    let lower = if article == 1 { page.text(at).to_owned() } else { lower };
    let relates = RELATIONS.contains(&lower.as_str());
    let next = page.text(at + 1);
    if relates && (is_unit(next) || page.has(at + 1, Tags::CALENDAR) || SEASONS.contains(&next)) {
        return Some((at + 2, 900));
    }
    if relates && is_count(page, at + 1) && is_unit(page.text(at + 2)) {
        return Some((at + 3, 900));
    }
    if relates && matches!(next, "few" | "several" | "couple") {
        let of = usize::from(page.text(at + 2) == "of");
        return is_unit(page.text(at + 2 + of)).then_some((at + 3 + of, 900));
    }
    if article == 1 && matches!(page.text(at), "weekend") {
        return Some((at + 1, 880));
    }
    if lower == "weekend" || lower == "weekends" {
        return Some((start + 1, 700));
    }
    ago(page, start)
}

/// `two days ago`, `a week earlier`, `three months later`.
fn ago(page: &Page<'_>, start: usize) -> Option<(usize, u16)> {
    let counted =
        is_count(page, start) || matches!(page.text(start), "a" | "an" | "A" | "An" | "several" | "many");
    let few = usize::from(page.text(start) == "a" && matches!(page.text(start + 1), "few"));
    let unit = start + 1 + few;
    (counted && is_unit(page.text(unit)) && matches!(page.text(unit + 1), "ago" | "earlier" | "later"))
        .then_some((unit + 2, 900))
}

/// `five-minute`, `three days`, `less than a day`, `10-year-old`.
pub(super) fn duration(page: &Page<'_>, start: usize) -> Option<(usize, u16)> {
    let compares = matches!(page.text(start), "less" | "more") && page.text(start + 1) == "than";
    let at = if compares { start + 2 } else { start };
    let counted = is_count(page, at) || compares && matches!(page.text(at), "a" | "an" | "one");
    if !counted {
        return None;
    }
    let hyphen = usize::from(runs::is_hyphen(page, at + 1));
    let end = at + 2 + hyphen;
    if !is_unit(page.text(at + 1 + hyphen)) {
        return None;
    }
    // "10-year-old" is an age.
    let old = matches!(page.text(end), "-") && page.text(end + 1) == "old" || page.text(end) == "old";
    (!old).then_some((end, 720))
}

pub(super) fn is_count(page: &Page<'_>, index: usize) -> bool {
    COUNTS.contains(&page.text(index))
        || page.is_kind(index, TokenKind::Number) && page.text(index).len() <= 3
}

pub(super) fn is_unit(word: &str) -> bool {
    UNITS.contains(&word)
}

const UNITS: &[&str] = &[
    "second",
    "seconds",
    "minute",
    "minutes",
    "hour",
    "hours",
    "day",
    "days",
    "week",
    "weeks",
    "weekend",
    "weekends",
    "month",
    "months",
    "quarter",
    "year",
    "years",
    "decade",
    "decades",
    "century",
    "centuries",
    "night",
    "morning",
    "afternoon",
    "evening",
    "fortnight",
];

const SEASONS: &[&str] = &["spring", "summer", "autumn", "fall", "winter"];

const RELATIONS: &[&str] = &[
    "last",
    "next",
    "this",
    "past",
    "coming",
    "previous",
    "following",
    "recent",
    "every",
    "each",
    "upcoming",
    "same",
];

const WHOLE_WORDS: &[&str] = &["today", "yesterday", "tomorrow", "tonight", "overnight", "midnight"];

const COUNTS: &[&str] = &[
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen",
    "twenty", "thirty", "forty", "fifty", "sixty", "several", "one", "many",
];
