//! Times told from the day of publication, or from the date told last.
//!
//! ```text
//! [yesterday]    [last month]    [next Friday]    [this past Sunday]    [the weekend]    [the next day]    [coming weeks]
//! ```

use super::{Hit, Words, calendar, lengths};
use crate::time::{
    Certainty, Unit,
    meaning::{DayTime, Meaning, Named, Origin, Side, When, Which},
    vocabulary::Sense,
};

pub(super) fn relative(words: &Words<'_>, at: usize) -> Option<Hit> {
    one_word(words, at)
        .or_else(|| of_publication(words, at))
        .or_else(|| of_told(words, at))
        .or_else(|| day_beside(words, at))
        .or_else(|| weekend(words, at))
}

fn shifted(unit: Unit, by: i32, from: Origin) -> When {
    When::Shifted { unit, by, from }
}

/// `today`, `yesterday evening`, `tonight`
fn one_word(words: &Words<'_>, at: usize) -> Option<Hit> {
    let day = |by| shifted(Unit::Day, by, Origin::Published);
    let by = match words.lower(at) {
        // Not the paper of that name.
        "today" if !(words.is_capitalised(at) && words.follows(at, &["usa"])) => 0,
        "yesterday" => -1,
        "tomorrow" => 1,
        "tonight" => {
            return Some(Hit::new(at + 1, Meaning::Time { day: Some(day(0)), time: DayTime::Night }));
        }
        // The night before the paper came out.
        "overnight" => {
            return Some(Hit::new(at + 1, Meaning::Time { day: Some(day(-1)), time: DayTime::Night }));
        }
        "recently" => return Some(Hit::date(at + 1, When::Past(Unit::Week)).but(Certainty::Doubtful)),
        _ => return None,
    };
    match words.sense(at + 1) {
        Sense::DayTime(time) => Some(Hit::new(at + 2, Meaning::Time { day: Some(day(by)), time })),
        _ => Some(Hit::date(at + 1, day(by))),
    }
}

/// `last month`, `this Friday`, `the next three days`, `coming weeks`
pub(super) fn of_publication(words: &Words<'_>, at: usize) -> Option<Hit> {
    let the = words.skip(at, "the");
    let mut head = at + the;
    let mut is_this = false;
    if words.is(head, &["this"]) && words.is(head + 1, &["past", "coming"]) {
        (head, is_this) = (head + 1, true);
    }
    let (which, by) = match words.lower(head) {
        "last" | "past" | "recent" => (Which::Last, -1),
        "this" if the == 0 => (Which::This, 0),
        "next" | "coming" | "upcoming" => (Which::Next, 1),
        _ => return None,
    };
    let is_stretch = the == 1 || is_this || words.is(head, &["past"]);
    match words.sense(head + 1) {
        Sense::Units(unit, _) => plural(unit, by).map(|when| Hit::date(head + 2, when)),
        Sense::Unit(unit, times) => one_unit(words, head, (unit, times), by, is_stretch),
        Sense::DayTime(time) if the == 0 => this_time(words, head, by, time),
        _ => counted(words, head, by).or_else(|| named(words, head + 1, which)),
    }
}

/// `recent weeks`, `the coming months`
fn plural(unit: Unit, by: i32) -> Option<When> {
    match by {
        _ if unit < Unit::Day => None,
        1 => Some(When::Future(unit)),
        -1 => Some(When::Past(unit)),
        _ => None,
    }
}

/// `last month`; `the past month`, which is no month of the calendar but the thirty days before.
fn one_unit(
    words: &Words<'_>,
    head: usize,
    (unit, times): (Unit, u32),
    by: i32,
    is_stretch: bool,
) -> Option<Hit> {
    let end = head + 2;
    let word = words.lower(head);
    let sized =
        matches!(unit, Unit::Week | Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade | Unit::Hour);
    let length = lengths::times(1, unit, times);
    let side = if by < 0 { Side::Before } else { Side::After };
    match word {
        "last" | "past" | "next" if is_stretch && sized => {
            Some(Hit::new(end, Meaning::Duration { length, side: Some(side) }))
        }
        // "The next day" hangs on what was told, "the last day" on what it is the last day of.
        "next" | "last" | "past" if unit == Unit::Day => None,
        "recent" => None,
        _ if unit < Unit::Day || unit == Unit::Day && by == 0 => None,
        _ if times > 1 => Some(Hit::new(end, Meaning::Duration { length, side: Some(side) })),
        _ => Some(Hit::date(end, shifted(unit, by, Origin::Published))),
    }
}

/// `last night`, `this morning`
fn this_time(words: &Words<'_>, head: usize, by: i32, time: DayTime) -> Option<Hit> {
    let is_told = words.is(head, &["last", "this"]) && !matches!(time, DayTime::Clock { .. });
    let day = Some(shifted(Unit::Day, by, Origin::Published));
    is_told.then(|| Hit::new(head + 2, Meaning::Time { day, time }))
}

/// `the past two years`, `the next few days`
fn counted(words: &Words<'_>, head: usize, by: i32) -> Option<Hit> {
    // "The call is to last 45 minutes."
    let is_verb = words.is(head, &["last"])
        && words
            .follows(head, &["to", "will", "would", "could", "may", "might", "can", "should", "must", "not"]);
    if by == 0 || is_verb || words.is(head, &["recent"]) {
        return None;
    }
    let (end, length) = lengths::plain(words, head + 1).filter(|_| !words.is(head + 1, &["a", "an"]))?;
    let side = if by < 0 { Side::Before } else { Side::After };
    Some(Hit::new(end, Meaning::Duration { length, side: Some(side) }))
}

/// `Friday` after `next`, with its time of day; `May`, `summer`.
fn named(words: &Words<'_>, at: usize, which: Which) -> Option<Hit> {
    let named = match words.sense(at) {
        Sense::Weekday(weekday) if words.lower(at).ends_with("day") => Named::Weekday(weekday),
        Sense::Month(month) => Named::Month(month),
        Sense::Season(season) => Named::Season(season),
        _ => return None,
    };
    // "next Sept. 29"
    if let Named::Month(month) = named
        && let Some(hit) = calendar::month_first(words, at, month)
        && let Some(When::Named(days @ Named::Days { .. }, _)) = hit.when()
    {
        return Some(Hit::date(hit.end, When::Named(*days, which)));
    }
    let when = When::Named(named, which);
    match (named, words.sense(at + 1)) {
        (Named::Weekday(_), Sense::DayTime(time)) => {
            Some(Hit::new(at + 2, Meaning::Time { day: Some(when), time }))
        }
        _ => Some(Hit::date(at + 1, when)),
    }
}

/// `the next day`, `the following week`, `that day`, `the same month`
fn of_told(words: &Words<'_>, at: usize) -> Option<Hit> {
    let the = words.skip(at, "the") + words.skip(at, "that") * words.skip(at + 1, "same");
    let by = match words.lower(at + the) {
        "following" if the == 1 => 1,
        "next" if the == 1 || words.sense(at + 1) == Sense::Unit(Unit::Day, 1) => 1,
        "previous" if the == 1 => -1,
        "same" => 0,
        // Not "said that day-long talks".
        "that" if the == 0 && !words.is_hyphen(at + 2) => 0,
        _ => return None,
    };
    let unit = at + the + 1;
    match words.sense(unit) {
        Sense::Unit(kind, 1) if kind >= Unit::Day => {
            Some(Hit::date(unit + 1, shifted(kind, by, Origin::Told)))
        }
        Sense::DayTime(time) if !matches!(time, DayTime::Clock { .. }) => {
            Some(Hit::new(unit + 1, Meaning::Time { day: Some(shifted(Unit::Day, by, Origin::Told)), time }))
        }
        Sense::Season(season) => {
            let year = Box::new(shifted(Unit::Year, by, Origin::Told));
            Some(Hit::date(unit + 1, When::Within(Named::Season(season), year)))
        }
        _ => None,
    }
}

/// `the day before yesterday`; `the day before` at the end of a clause.
fn day_beside(words: &Words<'_>, at: usize) -> Option<Hit> {
    let Sense::Unit(unit, 1) = words.sense(at + 1) else {
        return None;
    };
    let by = match words.lower(at + 2) {
        "before" => -1,
        "after" => 1,
        _ => return None,
    };
    if !words.is(at, &["the"]) || unit < Unit::Day {
        return None;
    }
    match (words.lower(at + 3), by) {
        ("yesterday", -1) | ("tomorrow", 1) => {
            Some(Hit::date(at + 4, shifted(Unit::Day, 2 * by, Origin::Published)))
        }
        _ => words.ends_clause(at + 3).then(|| Hit::date(at + 3, shifted(unit, by, Origin::Told))),
    }
}

/// `the weekend`, `weekend`
fn weekend(words: &Words<'_>, at: usize) -> Option<Hit> {
    let the = words.skip(at, "the");
    let is_weekend = words.sense(at + the) == Sense::Unit(Unit::Weekend, 1);
    let certainty = if the == 1 { Certainty::Sure } else { Certainty::Likely };
    let when = When::Named(Named::Weekend, Which::Near);
    is_weekend.then(|| Hit::date(at + the + 1, when).but(certainty))
}
