//! Dates and times in the forms of news.
//!
//! ```text
//! [Saturday]    [early December]    [last month]    over [the weekend]    by [the end of 2019]
//! [Nov. 9, 2019]    [2019-11-09]    in [coming weeks]    a [five-minute] talk
//! ```

mod calendar;
mod relative;

pub(super) use calendar::{is_month, is_year};

use super::page::Page;
use crate::{
    suggest::{candidate::Candidate, kind::Kind},
    text::TokenKind,
};
use calendar::{calendar, clock, numeric};
use relative::{duration, is_unit, relative};

/// The dates of a page.
pub(super) fn find(page: &Page<'_>) -> Vec<Candidate> {
    page.scan(Kind::Date, |start| date(page, start).map(|(end, score)| (start..end, score, "date or time")))
}

/// Where a date ends that begins at a word, and how sure that is.
fn date(page: &Page<'_>, start: usize) -> Option<(usize, u16)> {
    part_of(page, start)
        .or_else(|| numeric(page, start))
        .or_else(|| calendar(page, start))
        .or_else(|| relative(page, start))
        .or_else(|| duration(page, start))
        .or_else(|| clock(page, start))
        .or_else(|| lone_year(page, start))
}

/// `the end of the year`, `early December`, `late last week`: a part of a longer time.
fn part_of(page: &Page<'_>, start: usize) -> Option<(usize, u16)> {
    let article = usize::from(matches!(page.text(start), "the" | "The"));
    let at = start + article;
    if PARTS.contains(&page.text(at)) && page.text(at + 1) == "of" {
        let rest = at + 2;
        let end = whole(page, rest).map(|(end, _)| end).or_else(|| {
            let article = usize::from(matches!(page.text(rest), "the" | "this" | "that" | "next" | "last"));
            is_unit(page.text(rest + article)).then_some(rest + article + 1)
        })?;
        return Some((end, 900));
    }
    let modifier = MODIFIERS.contains(&page.text(at)) || page.text(at) == "mid";
    if !modifier {
        return None;
    }
    let hyphen = usize::from(super::runs::is_hyphen(page, at + 1));
    let first = if page.text(at + 1 + hyphen) == "in" { at + 2 + hyphen } else { at + 1 + hyphen };
    whole(page, first).map(|(end, score)| (end, score.max(880)))
}

/// A date that needs no part before it.
fn whole(page: &Page<'_>, start: usize) -> Option<(usize, u16)> {
    numeric(page, start)
        .or_else(|| calendar(page, start))
        .or_else(|| relative(page, start))
        .or_else(|| is_year(page, start).then_some((start + 1, 800)))
        .or_else(|| decade(page, start))
}

/// `2019` by itself, `the 1990s`.
fn lone_year(page: &Page<'_>, start: usize) -> Option<(usize, u16)> {
    if let Some(found) = decade(page, start) {
        return Some(found);
    }
    let plain = is_year(page, start)
        && !page.is_glued(start)
        && !(page.is_glued(start + 1) && page.text(start + 1) == "-");
    if !plain {
        return None;
    }
    let sure = matches!(
        page.before(start, 1),
        "in" | "In"
            | "since"
            | "Since"
            | "of"
            | "until"
            | "by"
            | "from"
            | "before"
            | "after"
            | "during"
            | "late"
            | "early"
            | "the"
            | "("
            | "through"
            | "to"
    );
    let counts = page.word(start + 1).is_some_and(|word| {
        word.kind == TokenKind::Word
            && !word.is_capitalised()
            && word.text.ends_with('s')
            && word.text.len() > 3
    });
    Some((
        start + 1,
        if sure {
            880
        } else if counts {
            500
        } else {
            760
        },
    ))
}

fn decade(page: &Page<'_>, start: usize) -> Option<(usize, u16)> {
    let text = page.text(start);
    let number = text.strip_suffix('s')?.trim_end_matches(['\'', '’']);
    (number.len() == 4 && number.ends_with('0') && number.chars().all(|c| c.is_ascii_digit()))
        .then_some((start + 1, 880))
}

const PARTS: &[&str] = &["end", "start", "beginning", "middle", "close", "eve", "rest", "turn", "remainder"];
const MODIFIERS: &[&str] = &["early", "late", "Early", "Late", "earlier", "later", "Earlier", "Later", "mid"];
