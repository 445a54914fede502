//! A length, a date or an hour with a word before it that says how exact it is.
//!
//! ```text
//! [more than two years]    [less than a day]    [about 3 p.m.]    [nearly two weeks ago]    [at least 18 months]
//! ```

use super::{Hit, Words, clock, date, lengths};
use crate::time::{
    Certainty, Unit,
    meaning::{Meaning, Modifier},
};

pub(super) fn compared(words: &Words<'_>, at: usize) -> Option<Hit> {
    let (first, modifier) = comparison(words, at)?;
    if let Some(hit) = lengths::from_here(words, first) {
        return Some(Hit { modifier: Some(modifier.of_the_past()), ..hit });
    }
    if let Some(hit) = length(words, first) {
        return Some(Hit { modifier: Some(modifier), ..hit });
    }
    let hit = clock::clock(words, first).or_else(|| date(words, first))?;
    let fits = modifier == Modifier::Approx && !words.is(at, &["some", "roughly", "approximately"]);
    // "Around the weekend" yes, "about last month's vote" no.
    let is_point = matches!(hit.meaning, Meaning::Time { .. }) || words.is(at, &["around"]);
    (fits && is_point && hit.modifier.is_none()).then_some(Hit { modifier: Some(modifier), ..hit })
}

/// A length, also of one unit: the word before says that it is no rate.
fn length(words: &Words<'_>, at: usize) -> Option<Hit> {
    let hit = lengths::length(words, at).or_else(|| {
        let (end, length) = lengths::plain(words, at)?;
        Some(Hit::new(end, Meaning::Duration { length, side: None }))
    })?;
    matches!(hit.meaning, Meaning::Duration { length, .. } if length.unit != Unit::Weekend)
        .then_some(hit.but(Certainty::Likely))
}

/// The comparison and the word after it.
fn comparison(words: &Words<'_>, at: usize) -> Option<(usize, Modifier)> {
    let pair = (words.lower(at), words.lower(at + 1));
    Some(match pair {
        ("no", "more" | "longer") if words.is(at + 2, &["than"]) => (at + 3, Modifier::EqualOrLess),
        ("no", "less" | "fewer") if words.is(at + 2, &["than"]) => (at + 3, Modifier::EqualOrMore),
        ("more", "than") => (at + 2, Modifier::MoreThan),
        ("less" | "fewer", "than") => (at + 2, Modifier::LessThan),
        ("at", "least") => (at + 2, Modifier::EqualOrMore),
        ("at", "most") | ("up", "to") => (at + 2, Modifier::EqualOrLess),
        ("nearly" | "almost" | "about" | "around" | "approximately" | "roughly" | "some", _) => {
            (at + 1, Modifier::Approx)
        }
        _ => return None,
    })
}
