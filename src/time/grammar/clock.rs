//! Times of day, with the day that follows.
//!
//! ```text
//! [3 p.m.]    [15:30 GMT]    [six o’clock]    [noon]    [7:30 p.m. Thursday]    [midnight on Aug. 31]
//! ```

use super::{Hit, Words, calendar::is_one_day, date};
use crate::time::{
    Certainty,
    meaning::{DayTime, Meaning, When},
    vocabulary::Sense,
};

pub(super) fn clock(words: &Words<'_>, at: usize) -> Option<Hit> {
    let (end, time) = time(words, at)?;
    let is_plain = end == at + 1 && words.is_number(at);
    if let Some((end, day)) = day_after(words, end) {
        return Some(Hit::new(end, Meaning::Time { day: Some(day), time }));
    }
    let is_told = words.follows(at, &["at", "by", "until", "from", "before", "after", "around", "about"]);
    let certainty = if is_plain && !is_told { Certainty::Doubtful } else { Certainty::Sure };
    Some(Hit::new(end, Meaning::Time { day: None, time }).but(certainty))
}

/// A time of day alone, and the word after it.
pub(super) fn time(words: &Words<'_>, at: usize) -> Option<(usize, DayTime)> {
    if let Sense::DayTime(time @ DayTime::Clock { .. }) = words.sense(at) {
        return Some((at + 1, time));
    }
    let (end, hour, minute) = hour_and_half_day(words, at).or_else(|| hour_and_minute(words, at))?;
    let end = end + words.skip(end, "local") * usize::from(words.is(end + 1, &["time"])) * 2;
    let is_utc = words.is(end, &["gmt", "utc"]);
    let has_zone = is_utc || words.is(end, ZONES) && words.is_capitalised(end);
    let time = DayTime::Clock { hour, minute, is_utc };
    Some((end + usize::from(has_zone), time))
}

const ZONES: &[&str] =
    &["est", "edt", "et", "cst", "cdt", "pst", "pdt", "cet", "cest", "bst", "kst", "jst", "ist"];

/// `3 p.m.`, `7.30pm`, `six o’clock`
fn hour_and_half_day(words: &Words<'_>, at: usize) -> Option<(usize, i8, i8)> {
    let lower = words.lower(at);
    // "3pm" is one word.
    let glued = ["am", "pm"].iter().find_map(|half| Some((lower.strip_suffix(half)?, *half)));
    let (figures, half, end) = match (glued, words.lower(at + 1)) {
        (Some((figures, half)), _) if figures.starts_with(|c: char| c.is_ascii_digit()) => {
            (figures, half, at + 1)
        }
        (_, half @ ("a.m." | "p.m." | "am" | "pm")) => (lower, half, at + 2),
        (_, "o'clock") => (lower, "", at + 2),
        _ => return None,
    };
    let (hour, minute) = figures.split_once([':', '.']).unwrap_or((figures, "0"));
    let spoken = match words.sense(at) {
        Sense::Count(count) => i8::try_from(count).ok(),
        _ => hour.parse().ok(),
    };
    let (hour, minute): (i8, i8) = (spoken?, minute.parse().ok()?);
    if !(1..=12).contains(&hour) || !(0..60).contains(&minute) {
        return None;
    }
    let past_noon = i8::from(half.starts_with('p')) * 12;
    Some((end, if half.is_empty() { hour } else { hour % 12 + past_noon }, minute))
}

/// `15:30`; `1530` before a time zone.
fn hour_and_minute(words: &Words<'_>, at: usize) -> Option<(usize, i8, i8)> {
    let text = words.text(at);
    let has_zone =
        words.is(at + 1, &["gmt", "utc"]) || words.is(at + 1, &["local"]) && words.is(at + 2, &["time"]);
    let (hour, minute) = match text.split_once(':') {
        Some((hour, rest)) => (hour, rest.split(':').next()?),
        None if has_zone && text.len() == 4 => text.split_at_checked(2)?,
        None => return None,
    };
    let fits = words.is_number(at) && minute.len() == 2 && (1..=2).contains(&hour.len());
    let (hour, minute): (i8, i8) = (hour.parse().ok()?, minute.parse().ok()?);
    (fits && (0..24).contains(&hour) && (0..60).contains(&minute)).then_some((at + 1, hour, minute))
}

/// `Thursday`, `on Aug. 31`, `tomorrow` after a time of day.
fn day_after(words: &Words<'_>, at: usize) -> Option<(usize, When)> {
    let comma = words.skip(at, ",");
    let on = words.skip(at + comma, "on");
    let hit = date(words, at + comma + on)?;
    let day = hit.when().filter(|when| is_one_day(when))?.clone();
    Some((hit.end, day))
}
