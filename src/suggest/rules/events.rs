//! Events by the word that heads them, with the year that leads them.
//!
//! ```text
//! the [2019 Moscow Nonproliferation Conference]    [World War II]    the [1998 Indian general election]
//! ```

use super::{dates, page::Page};
use crate::suggest::lexicon::Tags;
use std::ops::Range;

/// The words of an event that begins at a word of a run that ends at `limit`; a year before it belongs to it.
pub(super) fn event(page: &Page<'_>, start: usize, limit: usize) -> Option<Range<usize>> {
    let has_year = start.checked_sub(1).is_some_and(|at| dates::is_year(page, at) && !page.is_glued(start));
    let first = first_word(page, start, has_year);
    if STORMS.contains(&page.text(start)) && start + 1 < limit {
        return Some(first..start + 2);
    }
    let head = (start..limit.min(start + 8)).rev().find(|index| {
        page.has(*index, Tags::EVENT) && (*index > start || has_year || page.text(*index) == "Olympics")
    });
    if let Some(head) = head {
        let is_clean = (start..head).all(|index| !page.has(index, Tags::HONORIFIC));
        return is_clean.then(|| first..subject(page, numeral(page, head + 1)));
    }
    has_year.then(|| lower_head(page, limit)).flatten().map(|end| first..end)
}

/// The year before the event, a month before the year; `First` before `World War`.
fn first_word(page: &Page<'_>, start: usize, has_year: bool) -> usize {
    let ordinal =
        matches!(page.before(start, 1), "First" | "Second" | "Third") && page.text(start + 1) == "War";
    match (has_year, ordinal) {
        (true, _) if start > 1 && dates::is_month(page, start - 2) => start - 2,
        (true, _) | (_, true) => start - 1,
        _ => start,
    }
}

/// `World War II`, `Super Bowl XX`.
fn numeral(page: &Page<'_>, end: usize) -> usize {
    let text = page.text(end);
    let is_numeral = matches!(text, "One" | "Two")
        || !text.is_empty() && text.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    if is_numeral { end + 1 } else { end }
}

/// `Conference on Missile Restraint`, but not `Conference on Monday`: the end.
fn subject(page: &Page<'_>, end: usize) -> usize {
    let is_day = |at: usize| page.text(at).ends_with("day") || dates::is_month(page, at);
    if page.text(end) != "on" || is_day(end + 1) {
        return end;
    }
    let mut after = end + 1;
    while page.is_name_word(after) && !page.is_glued(after) {
        after += 1;
    }
    if after > end + 1 { after } else { end }
}

/// `general election` after a year and a name: the end.
fn lower_head(page: &Page<'_>, end: usize) -> Option<usize> {
    (end..end + 4).find(|at| LOWER_HEADS.contains(&page.text(*at))).map(|at| at + 1)
}

const STORMS: &[&str] = &["Hurricane", "Typhoon", "Cyclone", "Operation", "Tropical"];

const LOWER_HEADS: &[&str] = &[
    "election",
    "elections",
    "referendum",
    "summit",
    "conference",
    "championship",
    "war",
    "games",
    "primaries",
    "uprising",
    "revolution",
    "coup",
];
