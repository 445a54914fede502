//! A part of a longer time.
//!
//! ```text
//! [the end of the year]    [early December]    [mid-1990s]    [late last week]    [later this month]    [year-end]
//! ```

use super::{Hit, Words, date, periods};
use crate::time::{
    Certainty, Unit,
    meaning::{Named, Origin, Part, When, Which},
    vocabulary::Sense,
};

pub(super) fn part(words: &Words<'_>, at: usize) -> Option<Hit> {
    let the = words.skip(at, "the");
    let edge = edge(words, at + the);
    edge.or_else(|| year_end(words, at + the))
        .or_else(|| phase(words, at + the).filter(|hit| the == 0 || takes_article(hit)))
}

/// `the early 1990s`, but `the [mid-October] talks`.
fn takes_article(hit: &Hit) -> bool {
    use crate::time::{Meaning, Period};
    let Meaning::Date { when, .. } = &hit.meaning else {
        return false;
    };
    matches!(when, When::Fixed(Period::Decade(_) | Period::Century(_)) | When::Named(Named::Season(_), _))
}

/// `the end of 2019`, `the beginning of next year`, `the rest of the week`
fn edge(words: &Words<'_>, at: usize) -> Option<Hit> {
    let part = match words.lower(at) {
        "end" | "close" => Part::End,
        "start" | "beginning" | "turn" => Part::Start,
        "middle" => Part::Middle,
        "rest" | "remainder" => Part::Later,
        _ => return None,
    };
    if !words.is(at + 1, &["of"]) {
        return None;
    }
    whole(words, at + 2).and_then(|hit| hit.in_part(part))
}

/// `early December`, `mid-1990s`, `late in the year`, `earlier this week`
fn phase(words: &Words<'_>, at: usize) -> Option<Hit> {
    let part = match words.lower(at) {
        "early" => Part::Early,
        "mid" => Part::Middle,
        "late" => Part::Late,
        "earlier" => Part::Earlier,
        "later" => Part::Later,
        _ => return None,
    };
    let mut first = at + 1 + words.hyphen(at + 1);
    if words.is(first, &["in"]) {
        return whole(words, first + 1).and_then(|hit| hit.in_part(part));
    }
    first += words.skip(first, "on") * usize::from(matches!(words.sense(first + 1), Sense::Weekday(_)));
    let hit =
        date(words, first).or_else(|| periods::bare(words, first)).or_else(|| common_month(words, first))?;
    // "Later the next day" is that day, "earlier two weeks ago" is nothing.
    hit.in_part(part)
}

/// `late May`: after such a word it is no verb.
fn common_month(words: &Words<'_>, at: usize) -> Option<Hit> {
    let Sense::Month(month) = words.sense(at) else {
        return None;
    };
    Some(Hit::date(at + 1, When::Named(Named::Month(month), Which::Near)))
}

/// What a part can be of: a date, or a unit that holds the day of publication: `the month`, `year`.
fn whole(words: &Words<'_>, at: usize) -> Option<Hit> {
    if let Some(hit) =
        date(words, at).or_else(|| periods::bare(words, at)).or_else(|| common_month(words, at))
    {
        return Some(hit);
    }
    let the = words.skip(at, "the");
    match words.sense(at + the) {
        Sense::Unit(unit, 1) if unit > Unit::Day && !words.is_hyphen(at + the + 1) => {
            let when = When::Shifted { unit, by: 0, from: Origin::Published };
            Some(Hit::date(at + the + 1, when))
        }
        _ => None,
    }
}

/// `year-end`, `mid-year`, `the year’s end`
fn year_end(words: &Words<'_>, at: usize) -> Option<Hit> {
    if words.is(at, &["mid"]) && words.is_hyphen(at + 1) && words.is(at + 2, &["year"]) {
        let when = When::Shifted { unit: Unit::Year, by: 0, from: Origin::Published };
        return Hit::date(at + 3, when).in_part(Part::Middle);
    }
    let Sense::Unit(unit @ (Unit::Year | Unit::Month), 1) = words.sense(at) else {
        return None;
    };
    let is_joined = words.is_hyphen(at + 1) || words.is(at + 1, &["'s"]);
    let when = When::Shifted { unit, by: 0, from: Origin::Published };
    let hit = Hit::date(at + 3, when).but(Certainty::Sure);
    hit.in_part(Part::End).filter(|_| is_joined && words.is(at + 2, &["end"]))
}
