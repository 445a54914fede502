//! When something was published, from the many ways in which files write it. Reads only what names a day in full.

use crate::{
    text::Text,
    time::{self, Day, Meaning, Period, When},
};
use jiff::fmt::rfc2822;

/// A day, and the time of day where it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// As it was where it was published.
    pub day: Day,
    /// With the time and, where it is known, the zone: `2019-11-10T09:14:00+09:00`; empty where only the day is known.
    pub at: String,
}

/// News is of these years.
const YEARS: std::ops::RangeInclusive<i16> = 1600..=2199;

/// The moment that words tell.
pub(super) fn parse(words: &str) -> Option<Moment> {
    let words = words.trim();
    if words.is_empty() || words.len() > 120 {
        return None;
    }
    let without_time = || [", ", " - ", " | "].iter().find_map(|mark| in_words(words.rsplit_once(mark)?.0));
    iso(words).or_else(|| mail(words)).or_else(|| in_words(words)).or_else(without_time)
}

/// A day alone.
pub(super) fn of_day(day: Day) -> Moment {
    Moment { day, at: String::new() }
}

fn day(year: &str, month: &str, day: &str) -> Option<Day> {
    let day = Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    YEARS.contains(&day.year()).then_some(day)
}

/// `2019-11-10`, `2019-11-10T09:14:00.000+09:00`, `20191110T091400Z`, `20191110`.
fn iso(words: &str) -> Option<Moment> {
    let digits = |at: usize, count: usize| {
        words.get(at..at + count).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let year = digits(0, 4)?;
    let separator = words.get(4..5)?;
    let (month, day_words, rest) = if matches!(separator, "-" | "/" | ".") {
        (digits(5, 2)?, digits(8, 2).filter(|_| words.get(7..8) == Some(separator))?, words.get(10..)?)
    } else {
        (digits(4, 2)?, digits(6, 2)?, words.get(8..)?)
    };
    let day = day(year, month, day_words)?;
    if rest.starts_with(|next: char| next.is_ascii_digit()) {
        return None;
    }
    Some(Moment { day, at: clock(rest).map(|clock| format!("{day}T{clock}")).unwrap_or_default() })
}

/// `T09:14:00.000+0900` as `09:14:00+09:00`; `None` where no time of day follows.
fn clock(rest: &str) -> Option<String> {
    let rest = rest.strip_prefix(['T', 't', ' '])?.trim_start();
    let number = |part: &str, most: u8| part.parse::<u8>().ok().filter(|number| *number <= most);
    let plain: String = rest.chars().take_while(|next| next.is_ascii_digit() || *next == ':').collect();
    let after = rest.get(plain.len()..)?;
    let compact: String = plain.chars().filter(char::is_ascii_digit).collect();
    if plain.len() < 4 || compact.len() < 4 {
        return None;
    }
    let hour = number(compact.get(..2)?, 23)?;
    let minute = number(compact.get(2..4)?, 59)?;
    let second = compact.get(4..6).map_or(Some(0), |part| number(part, 60))?;
    let after = after
        .strip_prefix('.')
        .map_or(after, |fraction| fraction.trim_start_matches(|next: char| next.is_ascii_digit()));
    Some(format!("{hour:02}:{minute:02}:{second:02}{}", zone(after.trim()).unwrap_or_default()))
}

/// `Z`, `+0900`, `+09:00`, `+09`; `None` where it is none.
fn zone(words: &str) -> Option<String> {
    if matches!(words, "Z" | "z" | "UTC" | "GMT") {
        return Some("Z".to_owned());
    }
    let sign = words.chars().next().filter(|sign| matches!(sign, '+' | '-'))?;
    let digits: String = words.chars().skip(1).filter(|next| *next != ':').collect();
    if !matches!(digits.len(), 2 | 4) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (hours, minutes) =
        (digits.get(..2)?, digits.get(2..).filter(|rest| !rest.is_empty()).unwrap_or("00"));
    (hours.parse::<u8>().ok()? <= 14 && minutes.parse::<u8>().ok()? < 60)
        .then(|| format!("{sign}{hours}:{minutes}"))
}

/// `Sun, 10 Nov 2019 09:14:00 +0900`
fn mail(words: &str) -> Option<Moment> {
    let zoned = rfc2822::DateTimeParser::new().relaxed_weekday(true).parse_zoned(words).ok()?;
    let day = zoned.date();
    let offset = zoned.offset().seconds();
    let zone = if offset == 0 {
        "Z".to_owned()
    } else {
        let (sign, minutes) = (if offset < 0 { '-' } else { '+' }, offset.abs() / 60);
        format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    };
    let time = zoned.time();
    let at = format!("{day}T{:02}:{:02}:{:02}{zone}", time.hour(), time.minute(), time.second());
    YEARS.contains(&day.year()).then_some(Moment { day, at })
}

/// `November 10, 2019`, `Published: 10 Nov. 2019 at noon`. Days that can be read in two ways are none.
fn in_words(words: &str) -> Option<Moment> {
    let text = Text::new(words)?;
    let mut found = time::find(&text).into_iter();
    let day = found.find_map(|expression| match expression.meaning {
        Meaning::Date { when: When::Fixed(Period::Day(day)), .. }
        | Meaning::Time { day: Some(When::Fixed(Period::Day(day))), .. } => Some(day),
        _ => None,
    })?;
    YEARS.contains(&day.year()).then(|| of_day(day))
}

/// The day that a file name or address tells: `2019-11-10-talks.txt`, `talks_20191110.txt`, `/2019/11/10/talks`.
pub(super) fn in_name(name: &str) -> Option<Day> {
    let bytes = name.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let starts = (0..bytes.len()).filter(|at| is_digit(*at) && (*at == 0 || !is_digit(at - 1)));
    starts.into_iter().find_map(|at| {
        let rest = name.get(at..)?;
        let run = rest.bytes().take_while(u8::is_ascii_digit).count();
        match run {
            8 => day(rest.get(..4)?, rest.get(4..6)?, rest.get(6..8)?).filter(|day| is_recent(*day)),
            4 => {
                let separator = rest.get(4..5).filter(|next| matches!(*next, "-" | "_" | "." | "/"))?;
                let mut parts = rest.split(separator);
                let (year, month, last) = (parts.next()?, parts.next()?, parts.next()?);
                let count = last.bytes().take_while(u8::is_ascii_digit).count();
                let is_whole = matches!(month.len(), 1 | 2) && matches!(count, 1 | 2);
                is_whole.then(|| day(year, month, last.get(..count)?)).flatten().filter(|day| is_recent(*day))
            }
            _ => None,
        }
    })
}

/// Eight digits are a day rather than a number only in the age of files.
fn is_recent(day: Day) -> bool {
    (1900..=2099).contains(&day.year())
}

/// A year that stands alone in a name: `nytimes-2019-talks.txt`.
pub(super) fn year_in_name(name: &str) -> Option<i16> {
    let mut numbers = name.split(|next: char| !next.is_ascii_digit()).filter(|part| part.len() == 4);
    numbers.find_map(|part| part.parse().ok().filter(|year| (1900..=2099).contains(year)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: &str) {
        let found =
            parse(words).map(|moment| if moment.at.is_empty() { moment.day.to_string() } else { moment.at });
        assert_eq!(found.unwrap_or_default(), expected, "{words}");
    }

    #[test]
    fn the_usual_ways_to_write_it_are_read() {
        check("2019-11-10", "2019-11-10");
        check("2019-11-10T09:14:00+09:00", "2019-11-10T09:14:00+09:00");
        check("2019-11-10 09:14:05.123Z", "2019-11-10T09:14:05Z");
        check("2019-11-10T09:14+0900", "2019-11-10T09:14:00+09:00");
        check("2019-11-10T09:14:00", "2019-11-10T09:14:00");
        check("20191110T091400Z", "2019-11-10T09:14:00Z");
        check("20191110", "2019-11-10");
        check("Sun, 10 Nov 2019 09:14:00 +0900", "2019-11-10T09:14:00+09:00");
        check("Sun, 10 Nov 2019 09:14:00 GMT", "2019-11-10T09:14:00Z");
        check("November 10, 2019", "2019-11-10");
        check("Published: Sunday, 10 Nov 2019 at noon", "2019-11-10");
        check("10 November 2024, 8 a.m.", "2024-11-10");
        check("10 November 2024 - 08:15", "2024-11-10");
    }

    #[test]
    fn what_is_no_day_is_none() {
        for words in
            ["", "2019", "2019-13-10", "0019-11-10", "201911101", "soon", "November 2019", "é019-11-10"]
        {
            check(words, "");
        }
    }

    #[test]
    fn names_tell_days() {
        let day = |name: &str| in_name(name).map(|day| day.to_string());
        assert_eq!(day("2019-11-10-talks.txt").as_deref(), Some("2019-11-10"));
        assert_eq!(day("yonhap_20191110_0914.html").as_deref(), Some("2019-11-10"));
        assert_eq!(day("https://a.example/2019/11/9/talks").as_deref(), Some("2019-11-09"));
        for name in
            ["talks.txt", "12345678.txt", "2019-talks.txt", "2019-11.txt", "120191110.txt", "2019-11-100.txt"]
        {
            assert_eq!(day(name), None, "{name}");
        }
        assert_eq!(year_in_name("yonhap-2019-talks.txt"), Some(2019));
        assert_eq!(year_in_name("4459.txt"), None);
    }
}
