//! Times that come again.
//!
//! ```text
//! [every Monday]    [daily]    [every two weeks]    [twice a week]    [each year]    on [Mondays]
//! ```

use super::{Hit, Words, lengths};
use crate::time::{
    Certainty, Unit,
    meaning::{Length, Meaning, Named, Repeat},
    vocabulary::Sense,
};

pub(super) fn set(words: &Words<'_>, at: usize) -> Option<Hit> {
    let (end, repeat, certainty) = match words.sense(at) {
        Sense::Weekdays(weekday) => (at + 1, Repeat::Named(Named::Weekday(weekday)), Certainty::Sure),
        Sense::Units(Unit::Weekend, _) => (at + 1, Repeat::Named(Named::Weekend), Certainty::Sure),
        _ => every(words, at).or_else(|| how_often(words, at)).or_else(|| adverb(words, at))?,
    };
    Some(Hit::new(end, Meaning::Set(repeat)).but(certainty))
}

type Found = (usize, Repeat, Certainty);

/// `every day`, `each year`, `every two weeks`, `every other month`
fn every(words: &Words<'_>, at: usize) -> Option<Found> {
    if !words.is(at, &["every", "each"]) {
        return None;
    }
    let sure = |end, repeat| Some((end, repeat, Certainty::Sure));
    if words.is(at + 1, &["other"]) {
        return match words.sense(at + 2) {
            Sense::Unit(unit, times) => sure(at + 3, Repeat::Each(lengths::times(2, unit, times))),
            Sense::Weekday(weekday) => sure(at + 3, Repeat::Named(Named::Weekday(weekday))),
            _ => None,
        };
    }
    match words.sense(at + 1) {
        Sense::Unit(Unit::Weekend, _) => sure(at + 2, Repeat::Named(Named::Weekend)),
        Sense::Unit(unit, times) => sure(at + 2, Repeat::Each(lengths::times(1, unit, times))),
        Sense::Weekday(weekday) => sure(at + 2, Repeat::Named(Named::Weekday(weekday))),
        Sense::Month(month) => sure(at + 2, Repeat::Named(Named::Month(month))),
        Sense::Season(season) => sure(at + 2, Repeat::Named(Named::Season(season))),
        Sense::DayTime(time) => sure(at + 2, Repeat::Time(time)),
        _ => {
            let (end, length) = lengths::plain(words, at + 1).filter(|_| words.is(at, &["every"]))?;
            sure(end, Repeat::Each(length))
        }
    }
}

/// `once a year`, `three times a day`. The value says how long the round is, as TIMEX3 has it.
fn how_often(words: &Words<'_>, at: usize) -> Option<Found> {
    let per = match (words.lower(at), words.sense(at)) {
        ("once" | "twice", _) => at + 1,
        ("several" | "many", _) | (_, Sense::Count(_) | Sense::Figure) if words.is(at + 1, &["times"]) => {
            at + 2
        }
        _ => return None,
    };
    match words.sense(per + 1) {
        Sense::Unit(unit, times) if words.is(per, &["a", "an", "per", "each", "every"]) => {
            Some((per + 2, Repeat::Each(lengths::times(1, unit, times)), Certainty::Sure))
        }
        _ => None,
    }
}

/// `daily`, `annually`; with a capital it is part of a name.
fn adverb(words: &Words<'_>, at: usize) -> Option<Found> {
    let (count, unit) = match words.text(at) {
        "hourly" => (1, Unit::Hour),
        "daily" | "nightly" => (1, Unit::Day),
        "weekly" => (1, Unit::Week),
        "monthly" => (1, Unit::Month),
        "quarterly" => (3, Unit::Month),
        "yearly" | "annually" | "annual" => (1, Unit::Year),
        _ => return None,
    };
    // The others may only say what kind of thing a paper or a meeting is.
    let certainty = if words.is(at, &["annually"]) { Certainty::Sure } else { Certainty::Likely };
    Some((at + 1, Repeat::Each(Length::of(count, unit)), certainty))
}
