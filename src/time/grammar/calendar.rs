//! Weekdays and days and months by name, with the year and the time of day that follow.
//!
//! ```text
//! [Saturday]    [Saturday, Nov. 9]    [Monday morning]    [Nov. 9-11, 2019]    [9 November 2019]    in [May]
//! ```

use super::{Hit, Words, clock, date};
use crate::time::{
    Certainty, Day, Unit,
    meaning::{Meaning, Named, When, Which},
    period::Period,
    vocabulary::{Sense, year},
};
use jiff::civil::Weekday;

pub(super) fn calendar(words: &Words<'_>, at: usize) -> Option<Hit> {
    match words.sense(at) {
        Sense::Weekday(weekday) => weekday_and_more(words, at, weekday),
        Sense::Month(month) => month_first(words, at, month),
        _ => day_first(words, at),
    }
}

/// `Saturday`, `Saturday, Nov. 9`, `Monday of last week`
fn weekday_and_more(words: &Words<'_>, at: usize, weekday: Weekday) -> Option<Hit> {
    let stop = words.skip(at + 1, ".");
    let comma = words.skip(at + 1 + stop, ",");
    let day = at + 1 + stop + comma;
    let dated = match words.sense(day) {
        Sense::Month(month) => month_first(words, day, month),
        _ => day_first(words, day),
    };
    let is_day = |hit: &Hit| {
        matches!(hit.when(), Some(When::Named(Named::Days { .. }, _) | When::Fixed(Period::Day(_))))
    };
    if let Some(dated) = dated.filter(is_day) {
        return Some(dated);
    }
    // "Sat" and "sun" are other words, "Bloody Sunday" is another thing.
    if !words.lower(at).ends_with("day") || words.follows(at, NAMED_DAYS) {
        return None;
    }
    let named = Named::Weekday(weekday);
    if words.is(at + 1, &["of"])
        && let Some(week) = date(words, at + 2)
        && let Some(When::Shifted { unit: Unit::Week, .. }) = week.when()
    {
        return Some(Hit::date(week.end, When::Within(named, Box::new(week.when()?.clone()))));
    }
    Some(Hit::date(at + 1, When::Named(named, Which::Near)))
}

const NAMED_DAYS: &[&str] = &["black", "bloody", "good", "ash", "palm", "easter", "super", "holy", "maundy"];

/// `Nov. 9`, `Nov. 9-11, 2019`, `June 2012`, `April`
pub(super) fn month_first(words: &Words<'_>, at: usize, month: i8) -> Option<Hit> {
    if let Some(first) = day_number(words, at + 1) {
        let (last, end) = last_day(words, at + 2, month, first);
        return days(words, end, (month, first), last);
    }
    let comma = words.skip(at + 1, ",");
    let of = words.skip(at + 1 + comma, "of");
    if let Some(year) = year(words.text(at + 1 + comma + of)) {
        return Some(Hit::date(at + 2 + comma + of, When::Fixed(Period::Month(year, month))));
    }
    let named = Named::Month(month);
    if of == 1
        && let Some((when, end)) = a_year(words, at + 2)
    {
        return Some(Hit::date(end, When::Within(named, Box::new(when))));
    }
    let certainty = lone_month(words, at)?;
    Some(Hit::date(at + 1, When::Named(named, Which::Near)).but(certainty))
}

/// `9 November`, `the 9th of November 2019`
fn day_first(words: &Words<'_>, at: usize) -> Option<Hit> {
    let at = at + words.skip(at, "the");
    let first = day_number(words, at).filter(|_| !words.is_glued(at) || words.follows(at, OPENING))?;
    let to = at + 1 + usize::from(words.is(at + 1, RANGE_SIGNS));
    let last = day_number(words, to).filter(|last| to > at + 1 && *last > first);
    let after = last.map_or(at + 1, |_| to + 1);
    let of = words.skip(after, "of");
    let Sense::Month(month) = words.sense(after + of) else {
        return None;
    };
    days(words, after + of + 1, (month, first), (month, last.unwrap_or(first)))
}

/// The days with the year that may follow.
fn days(words: &Words<'_>, end: usize, from: (i8, i8), until: (i8, i8)) -> Option<Hit> {
    let named = Named::days(from, until)?;
    let comma = words.skip(end, ",");
    let of = words.skip(end, "of");
    if let Some(year) = year(words.text(end + comma + of)) {
        let day = |(month, day)| Day::new(year, month, day).ok();
        let (first, last) = (day(from)?, day(until)?);
        let period = if first < last { Period::Days(first, last) } else { Period::Day(first) };
        return Some(Hit::date(end + comma + of + 1, When::Fixed(period)));
    }
    if let Some((when, end)) = a_year(words, end + of) {
        return Some(Hit::date(end, When::Within(named, Box::new(when))));
    }
    Some(Hit::date(end, When::Named(named, Which::Near)))
}

/// The second day of a range, and the word after it; the first day again where there is none.
fn last_day(words: &Words<'_>, at: usize, month: i8, first: i8) -> ((i8, i8), usize) {
    let none = ((month, first), at);
    if !words.is(at, RANGE_SIGNS) {
        return none;
    }
    if let (Sense::Month(other), Some(day)) = (words.sense(at + 1), day_number(words, at + 2)) {
        return if (other, day) > (month, first) { ((other, day), at + 3) } else { none };
    }
    let is_day = !words.is(at + 2, &["a.m.", "p.m.", "am", "pm", "%", "percent"])
        && !matches!(words.sense(at + 2), Sense::Month(_));
    match day_number(words, at + 1) {
        Some(day) if is_day && day > first => ((month, day), at + 2),
        _ => none,
    }
}

/// Signs that a number may touch.
const OPENING: &[&str] = &["(", "[", "“", "\"", "‘"];

const RANGE_SIGNS: &[&str] = &["-", "–", "to", "through"];

/// `last year`, `this year`: where it ends as well.
fn a_year(words: &Words<'_>, at: usize) -> Option<(When, usize)> {
    let hit = super::relative::of_publication(words, at)?;
    let when = hit.when()?.clone();
    matches!(when, When::Shifted { unit: Unit::Year, .. }).then_some((when, hit.end))
}

/// `9`, `21st`
fn day_number(words: &Words<'_>, at: usize) -> Option<i8> {
    let day = match words.sense(at) {
        Sense::Figure if words.text(at).len() <= 2 => words.text(at).parse().ok(),
        Sense::Ordinal(number) if !words.is_capitalised(at) => i8::try_from(number).ok(),
        _ => None,
    };
    day.filter(|day| (1..=31).contains(day))
}

/// Whether a month without day and year is one: not the name of a person, not the verb.
fn lone_month(words: &Words<'_>, at: usize) -> Option<Certainty> {
    let is_linked = words.follows(at, LINKS)
        || words.follows(at, &["and", "or", "to", ","])
            && at >= 2
            && matches!(words.sense(at - 2), Sense::Month(_));
    if matches!(words.lower(at), "may" | "march" | "mar" | "mar." | "august" | "jan" | "dec") && !is_linked {
        return None;
    }
    // A score that a spreadsheet took for a day: "05-Feb".
    if at >= 2 && words.is_hyphen(at - 1) && words.is_number(at - 2) {
        return None;
    }
    let is_first_name = matches!(words.lower(at), "april" | "june" | "may" | "august" | "jan" | "march");
    let name_follows = words.is_word(at + 1)
        && words.is_capitalised(at + 1)
        && words.text(at + 1).contains(|c: char| c.is_lowercase());
    if is_first_name && name_follows && !words.follows(at, &["in", "since", "an", "last", "next", "this"]) {
        return None;
    }
    Some(if is_linked || !is_first_name { Certainty::Sure } else { Certainty::Likely })
}

const LINKS: &[&str] = &[
    "in", "since", "until", "till", "by", "of", "last", "next", "this", "early", "late", "mid", "from",
    "through", "between", "before", "after", "during", "for", "every", "each", "past", "coming", "an",
];

/// The same with the time of day that follows: `[Monday morning]`, `[Friday at noon]`.
pub(super) fn with_time(words: &Words<'_>, hit: Hit) -> Hit {
    let Some(day) = hit.when().filter(|when| is_one_day(when)).cloned() else {
        return hit;
    };
    let timed = |end, time| Hit::new(end, Meaning::Time { day: Some(day.clone()), time });
    if let Sense::DayTime(time) = words.sense(hit.end) {
        return timed(hit.end + 1, time);
    }
    let at = hit.end + usize::from(words.is(hit.end, &["at", ","]));
    let at = at + usize::from(at > hit.end && words.is(at, &["at"]));
    match clock::time(words, at) {
        Some((end, time)) if at > hit.end || words.is_number(at) => timed(end, time),
        _ => hit,
    }
}

/// Whether it is a single day.
pub(super) fn is_one_day(when: &When) -> bool {
    match when {
        When::Fixed(period) => matches!(period, Period::Day(_)),
        When::Either(..) => true,
        When::Named(named, _) | When::Within(named, _) => match named {
            Named::Weekday(_) => true,
            Named::Days { from, until } => from == until,
            _ => false,
        },
        When::Shifted { unit, .. } => *unit == Unit::Day,
        _ => false,
    }
}
