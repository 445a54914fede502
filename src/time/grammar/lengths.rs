//! Lengths of time, and times that are so far away.
//!
//! ```text
//! [three days]    a [five-minute] talk    [half a year]    [two weeks ago]    [a day earlier]    [three days from now]
//! ```

use super::{Hit, Words};
use crate::time::{
    Certainty, Unit,
    meaning::{Length, Meaning, Origin, When},
    vocabulary::Sense,
};

/// A length that is nothing else.
pub(super) fn length(words: &Words<'_>, at: usize) -> Option<Hit> {
    if let Some((end, length)) = hyphenated(words, at) {
        return Some(Hit::new(end, Meaning::Duration { length, side: None }).but(Certainty::Likely));
    }
    let (end, length) = plain(words, at).or_else(|| bare(words, at))?;
    let is_free = !words.is(at, &["a", "an", "one"]) || length.unit >= Unit::Decade || end > at + 2;
    let is_one_day = words.is(at, &["one"]) && length.unit == Unit::Day;
    let is_year = words.is(at, &["one"]) && !is_one_day;
    let counts = is_free || is_year || words.follows(at, BEFORE_LENGTHS);
    counts.then(|| Hit::new(end, Meaning::Duration { length, side: None }).but(Certainty::Likely))
}

/// Words after which "a week" is a length and not a rate.
const BEFORE_LENGTHS: &[&str] = &[
    "for", "in", "within", "after", "over", "during", "about", "nearly", "almost", "than", "least", "took",
    "takes", "take", "lasted", "lasts", "last", "spent", "spend", "spends", "around", "roughly", "just",
    "under", "only", "of", "half", "wait", "waited", "past", "from",
];

/// A date that is so far from publication, or from the date told last: `two weeks ago`, `a day earlier`.
pub(super) fn from_here(words: &Words<'_>, at: usize) -> Option<Hit> {
    let (end, length) = plain(words, at).or_else(|| many(words, at))?;
    let (end, sign, from) = match (words.lower(end), words.lower(end + 1)) {
        ("ago", _) => (end + 1, -1, Origin::Published),
        ("from", "now" | "today") => (end + 2, 1, Origin::Published),
        ("earlier", _) => (end + 1, -1, Origin::Told),
        ("later", _) => (end + 1, 1, Origin::Told),
        ("before", _) if words.ends_clause(end + 1) => (end + 1, -1, Origin::Told),
        ("after", _) if words.ends_clause(end + 1) => (end + 1, 1, Origin::Told),
        _ => return None,
    };
    Some(Hit::date(end, far(length, sign, from)))
}

fn far(length: Length, sign: i32, from: Origin) -> When {
    let count = length.tenths.and_then(|tenths| i32::try_from(tenths / 10).ok());
    match (count, from, sign) {
        (Some(count), ..) => When::Shifted { unit: length.unit, by: sign * count, from },
        (None, Origin::Published, -1) => When::Past(length.unit),
        (None, Origin::Published, _) => When::Future(length.unit),
        (None, Origin::Told, _) => When::Unknown,
    }
}

/// So many of a unit that may itself be several of a smaller one.
pub(super) fn times(count: u32, unit: Unit, times: u32) -> Length {
    Length::of(count.saturating_mul(times), unit).plainly()
}

/// `three days`, `a week`, `half a year`, `a year and a half`, `several months`
pub(super) fn plain(words: &Words<'_>, at: usize) -> Option<(usize, Length)> {
    let (unit_at, tenths) = count(words, at)?;
    let (unit, times, is_plural) = match words.sense(unit_at) {
        Sense::Unit(unit, times) => (unit, times, false),
        Sense::Units(unit, times) => (unit, times, true),
        _ => return None,
    };
    // "A 30 day visa" is written without its hyphen often enough.
    let lacks_hyphen = words.is_number(at) && words.is_word(unit_at + 1);
    let agrees = tenths.map_or(is_plural, |tenths| (tenths > 10) == is_plural || lacks_hyphen);
    // "Seven Days in May", the Six-Day War.
    let is_name = words.is_capitalised(unit_at);
    if !agrees || is_name || unit == Unit::Weekend || words.is_hyphen(unit_at + 1) {
        return None;
    }
    let half = and_a_half(words, unit_at + 1);
    let tenths = tenths.map(|tenths| (tenths + half.1).saturating_mul(times));
    Some((unit_at + 1 + half.0, Length { tenths, unit }.plainly()))
}

/// `five-minute`, `10-year-old`, `three-day-long`, `half-hour`, `day-long`
fn hyphenated(words: &Words<'_>, at: usize) -> Option<(usize, Length)> {
    let (hyphen, tenths) = match words.sense(at) {
        Sense::Unit(..) if words.is(at + 2, &["long"]) => (None, Some(10)),
        // Not that of "two-and-a-half-hour".
        _ if at > 0 && words.is_hyphen(at - 1) => return None,
        _ if words.is(at, &["half"]) => (Some(at + 1), Some(5)),
        _ => count(words, at).map(|(end, tenths)| (Some(end), tenths))?,
    };
    let unit_at = match hyphen {
        Some(hyphen) if words.is_hyphen(hyphen) => hyphen + 1,
        Some(_) => return None,
        None => at,
    };
    let (unit, times) = match words.sense(unit_at) {
        Sense::Unit(unit, times) => (unit, times),
        Sense::Ordinal(2) => (Unit::Second, 1),
        _ => return None,
    };
    let mut end = unit_at + 1;
    let has_tail = words.is_hyphen(end) && words.is(end + 1, &["old", "olds", "long"]);
    if has_tail {
        end += 2;
    }
    let is_length = unit != Unit::Weekend && !words.is_capitalised(unit_at) && (hyphen.is_some() || has_tail);
    let tenths = tenths.map(|tenths| tenths.saturating_mul(times));
    is_length.then(|| (end, Length { tenths, unit }.plainly()))
}

/// How many, in tenths, and the word after it; `None` inside where the words do not say.
fn count(words: &Words<'_>, at: usize) -> Option<(usize, Option<u32>)> {
    let (end, tenths) = match (words.sense(at), words.lower(at)) {
        (Sense::Figure, text) => (at + 1, figure(text)?),
        (Sense::Count(count), _) => counted(words, at, count),
        (_, "several" | "many" | "few") => return Some((at + 1, None)),
        (_, "half") if words.is(at + 1, &["a", "an"]) => (at + 2, 5),
        (_, "a") if words.is(at + 1, &["few"]) => return Some((at + 2, None)),
        (_, "couple") => (at + 1 + words.skip(at + 1, "of"), 20),
        (_, "a" | "an") => return after_article(words, at + 1),
        _ => return None,
    };
    let half = and_a_half(words, end);
    Some((end + half.0, Some(tenths + half.1)))
}

/// How many words say "and a half", and how many tenths that is; nothing where other words stand.
fn and_a_half(words: &Words<'_>, at: usize) -> (usize, u32) {
    let stands = words.is(at, &["and"]) && words.is(at + 1, &["a"]) && words.is(at + 2, &["half"]);
    if stands { (3, 5) } else { (0, 0) }
}

/// `a week`, `a couple of weeks`, `a dozen years`, `a hundred days`
fn after_article(words: &Words<'_>, at: usize) -> Option<(usize, Option<u32>)> {
    match (words.sense(at), words.lower(at)) {
        (_, "couple") => Some((at + 1 + words.skip(at + 1, "of"), Some(20))),
        (Sense::Count(count @ (12 | 100)), _) => Some((at + 1, Some(count * 10))),
        (Sense::Unit(..), _) => Some((at, Some(10))),
        _ => None,
    }
}

/// `twenty-five`, `two dozen`, `three hundred`
fn counted(words: &Words<'_>, at: usize, count: u32) -> (usize, u32) {
    match (words.sense(at + 1), words.sense(at + 2)) {
        (_, Sense::Count(ones)) if words.is_hyphen(at + 1) && count >= 20 && ones < 10 => {
            (at + 3, (count + ones) * 10)
        }
        (Sense::Count(many @ (12 | 100)), _) if count < 12 && !words.is(at + 1, &["twelve"]) => {
            (at + 2, count * many * 10)
        }
        _ => (at + 1, count * 10),
    }
}

/// Larger numbers count no time that an article tells.
const MOST: u32 = 100_000;

/// `23`, `1,000`, `2.5`
fn figure(text: &str) -> Option<u32> {
    let plain = text.replace(',', "");
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, "0"));
    let (whole, tenths): (u32, u32) = (whole.parse().ok()?, part.parse().ok()?);
    (part.len() == 1 && whole < MOST).then(|| whole * 10 + tenths)
}

/// `weeks` by itself, after a word that asks for a length.
fn bare(words: &Words<'_>, at: usize) -> Option<(usize, Length)> {
    let asks = words.follows(at, &["for", "after", "over", "in", "within", "took", "of", "spent"]);
    many(words, at).filter(|_| asks)
}

fn many(words: &Words<'_>, at: usize) -> Option<(usize, Length)> {
    match words.sense(at) {
        Sense::Units(unit, _) if unit >= Unit::Minute && unit != Unit::Weekend => {
            Some((at + 1, Length { tenths: None, unit }))
        }
        _ => None,
    }
}
