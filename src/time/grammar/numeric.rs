//! Dates in figures.
//!
//! ```text
//! [2019-11-09]    [11/9/2019]    [09.11.2019]    [9/11]
//! ```
//!
//! With strokes, the month is taken to come first, as in American papers; the other order is the second reading. With
//! stops the day comes first. `9/11` alone is the day of 2001.

use super::{Hit, Words};
use crate::time::{
    Certainty, Day,
    meaning::When,
    period::Period,
    vocabulary::{Sense, year},
};

pub(super) fn numeric(words: &Words<'_>, at: usize) -> Option<Hit> {
    if words.sense(at) != Sense::Figure {
        return None;
    }
    if let Some(day) = with_stops(words.text(at)) {
        return Some(Hit::date(at + 1, When::Fixed(Period::Day(day))));
    }
    let sign = words.text(at + 1);
    let joined = |from: usize| words.is_glued(from) && words.is_glued(from + 1) && words.is_number(from + 1);
    if !matches!(sign, "-" | "/") || !joined(at + 1) {
        return None;
    }
    let [first, second, third] = [at, at + 2, at + 4].map(|place| words.text(place));
    if words.text(at + 3) == sign && joined(at + 3) {
        return three(sign, first, second, third).map(|when| Hit::date(at + 5, when));
    }
    let attacks = (sign, first, second) == ("/", "9", "11") && !words.is_glued(at);
    let day = Day::new(2001, 9, 11).ok().filter(|_| attacks)?;
    Some(Hit::date(at + 3, When::Fixed(Period::Day(day))).but(Certainty::Likely))
}

/// Year, month, day; or month, day, year.
fn three(sign: &str, first: &str, second: &str, third: &str) -> Option<When> {
    if let Some(year) = year(first) {
        return day(year, second, third).map(|day| When::Fixed(Period::Day(day)));
    }
    // Of two figures: up to 2049, and from 1950.
    let short = || third.parse::<i16>().ok().map(|year| year + if year < 50 { 2000 } else { 1900 });
    let year = year(third).or_else(|| short().filter(|_| third.len() == 2 && sign == "/"))?;
    let (american, european) = (day(year, first, second), day(year, second, first));
    match (american.map(Period::Day), european.map(Period::Day)) {
        (Some(american), Some(european)) if american != european => Some(When::Either(american, european)),
        (Some(only), _) | (None, Some(only)) => Some(When::Fixed(only)),
        (None, None) => None,
    }
}

fn day(year: i16, month: &str, day: &str) -> Option<Day> {
    Day::new(year, figures(month)?, figures(day)?).ok()
}

fn figures(text: &str) -> Option<i8> {
    text.parse().ok().filter(|_| text.len() <= 2)
}

/// `09.11.2019`
fn with_stops(text: &str) -> Option<Day> {
    let mut figures = text.split('.');
    let (first, second, third) = (figures.next()?, figures.next()?, figures.next()?);
    if figures.next().is_some() {
        return None;
    }
    day(year(third)?, second, first)
}
