//! The words that tell times: months, weekdays, units, numbers, seasons.
//!
//! One look says what a word can mean ([`Sense`]); most words of a text mean nothing here, and no rule is tried on them.

use super::{DayTime, Season, Unit};
use crate::text::TokenKind;
use jiff::civil::Weekday;

/// What a word can mean for a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// Nothing: no expression begins here.
    None,
    /// A word that expressions begin with or have in them, known by its letters.
    Other,
    /// 1–12.
    Month(i8),
    Weekday(Weekday),
    /// `Mondays`
    Weekdays(Weekday),
    /// How many of the unit one of them is: a fortnight is two weeks.
    Unit(Unit, u32),
    /// The same in the plural.
    Units(Unit, u32),
    Season(Season),
    DayTime(DayTime),
    /// `seven`, 2–90 and a few more.
    Count(u32),
    /// `third`, `19th`
    Ordinal(u32),
    /// Digits.
    Figure,
}

/// The longest word that means anything here, in bytes.
const LONGEST: usize = 14;

/// What a word can mean.
pub(super) fn sense(lower: &str, text: &str, kind: TokenKind) -> Sense {
    match kind {
        TokenKind::Number => Sense::Figure,
        TokenKind::Word if lower.len() <= LONGEST => word_sense(lower, text),
        TokenKind::Sign if matches!(lower, "'" | "‘" | "’") => Sense::Other,
        _ => Sense::None,
    }
}

fn word_sense(lower: &str, text: &str) -> Sense {
    if lower.starts_with(|c: char| c.is_ascii_digit()) {
        return ordinal_figure(lower).map_or(Sense::Other, Sense::Ordinal);
    }
    let named = || {
        // "may", "march" and "sun" in small letters are other words.
        let is_name = text.starts_with(char::is_uppercase);
        month(lower).filter(|_| is_name).map(Sense::Month).or_else(|| weekday(lower).filter(|_| is_name))
    };
    named()
        .or_else(|| unit(lower))
        .or_else(|| season(lower).map(Sense::Season))
        .or_else(|| day_time(lower).map(Sense::DayTime))
        .or_else(|| count(lower).map(Sense::Count))
        .or_else(|| ordinal(lower).map(Sense::Ordinal))
        .unwrap_or(if OPENERS.binary_search(&lower).is_ok() { Sense::Other } else { Sense::None })
}

/// Whether a capitalised word names a month, as `Nov.` does.
pub fn is_month(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && month(&word.to_lowercase()).is_some()
}

/// Whether a word is a year of the last five centuries or the next.
pub fn is_year(word: &str) -> bool {
    year(word).is_some()
}

/// 1500–2099.
pub(super) fn year(word: &str) -> Option<i16> {
    let is_plain = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|year| is_plain && (1500..2100).contains(year))
}

fn month(lower: &str) -> Option<i8> {
    Some(match lower.trim_end_matches('.') {
        "january" | "jan" => 1,
        "february" | "feb" => 2,
        "march" | "mar" => 3,
        "april" | "apr" => 4,
        "may" => 5,
        "june" | "jun" => 6,
        "july" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sep" | "sept" => 9,
        "october" | "oct" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        _ => return None,
    })
}

fn weekday(lower: &str) -> Option<Sense> {
    let singular = lower.strip_suffix('s').filter(|rest| rest.ends_with("day"));
    let day = match singular.unwrap_or(lower) {
        "monday" | "mon" => Weekday::Monday,
        "tuesday" | "tue" | "tues" => Weekday::Tuesday,
        "wednesday" | "wed" => Weekday::Wednesday,
        "thursday" | "thu" | "thur" | "thurs" => Weekday::Thursday,
        "friday" | "fri" => Weekday::Friday,
        "saturday" | "sat" => Weekday::Saturday,
        "sunday" | "sun" => Weekday::Sunday,
        _ => return None,
    };
    Some(if singular.is_some() { Sense::Weekdays(day) } else { Sense::Weekday(day) })
}

fn unit(lower: &str) -> Option<Sense> {
    let (unit, times) = match lower.strip_suffix('s').unwrap_or(lower) {
        "second" => (Unit::Second, 1),
        "minute" => (Unit::Minute, 1),
        "hour" => (Unit::Hour, 1),
        "day" => (Unit::Day, 1),
        "weekend" => (Unit::Weekend, 1),
        "week" => (Unit::Week, 1),
        "fortnight" => (Unit::Week, 2),
        "month" => (Unit::Month, 1),
        "quarter" => (Unit::Quarter, 1),
        "year" => (Unit::Year, 1),
        "decade" => (Unit::Decade, 1),
        "century" | "centurie" => (Unit::Century, 1),
        _ => return None,
    };
    match lower {
        // An ordinal number far more often.
        "second" => Some(Sense::Ordinal(2)),
        _ if lower.ends_with('s') => Some(Sense::Units(unit, times)),
        _ => Some(Sense::Unit(unit, times)),
    }
}

fn season(lower: &str) -> Option<Season> {
    Some(match lower {
        "spring" => Season::Spring,
        "summer" => Season::Summer,
        "autumn" | "fall" => Season::Autumn,
        "winter" => Season::Winter,
        _ => return None,
    })
}

fn day_time(lower: &str) -> Option<DayTime> {
    Some(match lower {
        "morning" => DayTime::Morning,
        "afternoon" => DayTime::Afternoon,
        "evening" => DayTime::Evening,
        "night" => DayTime::Night,
        "noon" | "midday" => DayTime::Clock { hour: 12, minute: 0, is_utc: false },
        "midnight" => DayTime::Clock { hour: 0, minute: 0, is_utc: false },
        _ => return None,
    })
}

fn count(lower: &str) -> Option<u32> {
    Some(match lower {
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" | "dozen" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        "hundred" => 100,
        _ => return None,
    })
}

fn ordinal(lower: &str) -> Option<u32> {
    const WORDS: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    WORDS.iter().position(|word| *word == lower).and_then(|place| u32::try_from(place + 1).ok())
}

/// `9th`, `21st`
fn ordinal_figure(lower: &str) -> Option<u32> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| lower.strip_suffix(ending))?;
    digits.parse().ok().filter(|_| digits.len() <= 2)
}

/// Other words that an expression can begin with. Invariant: sorted, in lower case.
const OPENERS: &[&str] = &[
    "a",
    "about",
    "almost",
    "an",
    "annual",
    "annually",
    "approximately",
    "around",
    "as",
    "at",
    "beginning",
    "close",
    "coming",
    "couple",
    "daily",
    "each",
    "earlier",
    "early",
    "end",
    "every",
    "few",
    "fewer",
    "following",
    "half",
    "hourly",
    "last",
    "late",
    "later",
    "less",
    "many",
    "mid",
    "middle",
    "monthly",
    "more",
    "nearly",
    "next",
    "nightly",
    "no",
    "once",
    "overnight",
    "past",
    "previous",
    "q1",
    "q2",
    "q3",
    "q4",
    "quarterly",
    "recent",
    "recently",
    "remainder",
    "rest",
    "roughly",
    "same",
    "several",
    "some",
    "start",
    "that",
    "the",
    "this",
    "today",
    "tomorrow",
    "tonight",
    "turn",
    "twice",
    "up",
    "upcoming",
    "weekly",
    "yearly",
    "yesterday",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn openers_are_sorted() {
        assert!(OPENERS.is_sorted(), "binary search needs it");
    }

    #[test]
    fn names_have_capitals() {
        let sense = |word: &str| sense(&word.to_lowercase(), word, TokenKind::Word);
        assert_eq!((sense("May"), sense("may")), (Sense::Month(5), Sense::None));
        assert_eq!((sense("Sun"), sense("sun")), (Sense::Weekday(Weekday::Sunday), Sense::None));
        assert_eq!((sense("second"), sense("21st")), (Sense::Ordinal(2), Sense::Ordinal(21)));
        assert!(
            is_month("Nov.") && !is_month("may") && is_year("2019") && !is_year("201") && !is_year("+999")
        );
    }
}
