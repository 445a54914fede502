//! Values of dates, times and lengths as TIMEX3 writes them, read back: for what somebody states.
//!
//! ```text
//! 2019-11-09    2019-W45-WE    2019-11    2019-11-09T15:30    P3D
//! ```

use super::{
    Day, DayTime, Length, Period, Unit, find,
    resolve::{self, Resolved},
};
use crate::text::Text;
use std::{fmt, str::FromStr};

/// What words about time mean, whenever they were written. Reads and writes itself as ISO 8601 and TIMEX3 have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeValue {
    Date(Period),
    Time(Period, DayTime),
    Duration(Length),
}

/// What was read is no value of this form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseValueError(String);

impl TimeValue {
    /// What somebody typed: a value, or words that tell a time, in an article that was published on this day.
    ///
    /// # Errors
    /// If it is neither, or words among others.
    pub fn read(typed: &str, published: Option<Day>) -> Result<Self, ParseValueError> {
        let typed = typed.trim();
        typed.parse().or_else(|error| of_words(typed, published).ok_or(error))
    }

    /// The day that somebody typed: `2024-11-10`, `2024. 11. 10.`, `10 November 2024`, `Nov. 10, 2024`; `None` if it is
    /// not one. `10/11/2024` is read as in an article: the month first.
    pub fn read_day(typed: &str) -> Option<Day> {
        match Self::read(typed, None) {
            Ok(Self::Date(Period::Day(day))) => Some(day),
            _ => year_first(typed),
        }
    }

    /// The same as what the words of an article come to.
    pub fn resolved(self) -> Resolved {
        resolve::stated(self)
    }
}

/// Year, month and day, with what East Asia and others write between them: `2024/11/10`, `2024년 11월 10일`.
fn year_first(typed: &str) -> Option<Day> {
    let is_between = |c: char| c.is_whitespace() || "./-년월일年月日".contains(c);
    let mut numbers = typed.split(is_between).filter(|part| !part.is_empty());
    let [year, month, day] = [numbers.next()?, numbers.next()?, numbers.next()?];
    let is_all = numbers.next().is_none() && year.len() == 4;
    is_all.then(|| Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()).flatten()
}

/// What words mean that tell one time and nothing else.
fn of_words(words: &str, published: Option<Day>) -> Option<TimeValue> {
    let text = Text::new(words)?;
    let [expression] = find(&text).try_into().ok()?;
    let is_all = expression.span.start() == 0 && expression.span.end() == words.len();
    is_all.then(|| expression.resolve(published).value?.parse().ok()).flatten()
}

impl fmt::Display for TimeValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(period) => f.write_str(&period.value()),
            Self::Time(period, time) => write!(f, "{}{}", period.value(), resolve::time_value(*time)),
            Self::Duration(length) => f.write_str(&resolve::length_value(*length)),
        }
    }
}

impl FromStr for TimeValue {
    type Err = ParseValueError;

    fn from_str(words: &str) -> Result<Self, ParseValueError> {
        let found = match words.split_once('T') {
            _ if words.starts_with('P') => length(words).map(Self::Duration),
            Some((day, time)) => {
                Period::of_value(day).zip(day_time(time)).map(|(day, time)| Self::Time(day, time))
            }
            None => Period::of_value(words).map(Self::Date),
        };
        // What is written otherwise than we write it would come back changed.
        found.filter(|value| value.to_string() == words).ok_or_else(|| ParseValueError(words.to_owned()))
    }
}

impl fmt::Display for ParseValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” is no date; write it as 2019-11-09, 2019-11, 2019-W45 or P3D", self.0)
    }
}

impl std::error::Error for ParseValueError {}

/// Of what stands after the `T`.
fn day_time(words: &str) -> Option<DayTime> {
    Some(match words {
        "MO" => DayTime::Morning,
        "AF" => DayTime::Afternoon,
        "EV" => DayTime::Evening,
        "NI" => DayTime::Night,
        clock => {
            let plain = clock.trim_end_matches('Z');
            let (hour, minute) = plain.split_once(':')?;
            let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
            let is_clock = (0..24).contains(&hour) && (0..60).contains(&minute);
            is_clock.then_some(DayTime::Clock { hour, minute, is_utc: plain.len() < clock.len() })?
        }
    })
}

/// `P3D`, `PT5M`, `P2.5W`, `PXM`
fn length(words: &str) -> Option<Length> {
    let rest = words.strip_prefix('P')?;
    let (is_clock, rest) = rest.strip_prefix('T').map_or((false, rest), |rest| (true, rest));
    let letters = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == 'X');
    let count = rest.strip_suffix(letters)?;
    let unit = match (is_clock, letters) {
        (true, "S") => Unit::Second,
        (true, "M") => Unit::Minute,
        (true, "H") => Unit::Hour,
        (false, "D") => Unit::Day,
        (false, "W") => Unit::Week,
        (false, "M") => Unit::Month,
        (false, "Q") => Unit::Quarter,
        (false, "Y") => Unit::Year,
        (false, "DE") => Unit::Decade,
        (false, "CE") => Unit::Century,
        _ => return None,
    };
    if count == "X" {
        return Some(Length { tenths: None, unit });
    }
    let (whole, tenth) = count.split_once('.').unwrap_or((count, "0"));
    let (whole, tenth): (u32, u32) = (whole.parse().ok()?, tenth.parse().ok()?);
    let tenths = whole.checked_mul(10)?.checked_add(tenth).filter(|_| tenth < 10)?;
    Some(Length { tenths: Some(tenths), unit })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_value_reads_back_as_itself_and_says_which_days_it_means() {
        for (value, line, days) in [
            ("2019-11-09", "Saturday · 9 Nov 2019", "2019-11-09..2019-11-09"),
            ("2019-11-09/2019-11-11", "9–11 Nov 2019", "2019-11-09..2019-11-11"),
            ("2019-W45-WE", "weekend of 9–10 Nov 2019", "2019-11-09..2019-11-10"),
            ("2020-W53", "week of 28 Dec 2020", "2020-12-28..2021-01-03"),
            ("2019-11", "Nov 2019", "2019-11-01..2019-11-30"),
            ("2019-Q3", "Q3 2019", "2019-07-01..2019-09-30"),
            ("2019-H1", "first half of 2019", "2019-01-01..2019-06-30"),
            ("2019-WI", "winter 2019", "2019-12-01..2020-02-29"),
            ("2019", "2019", "2019-01-01..2019-12-31"),
            ("2014/2018", "2014–2018", "2014-01-01..2018-12-31"),
            ("199", "1990s", "1990-01-01..1999-12-31"),
            ("19", "20th century", "1900-01-01..1999-12-31"),
            ("2019-11-09T15:30", "Saturday · 9 Nov 2019, 15:30", "2019-11-09..2019-11-09"),
            ("2019-11-09T15:30Z", "Saturday · 9 Nov 2019, 15:30 UTC", "2019-11-09..2019-11-09"),
            ("2019-11-09TEV", "Saturday · 9 Nov 2019, evening", "2019-11-09..2019-11-09"),
            ("P3D", "3 days", ""),
            ("PT5M", "5 minutes", ""),
            ("P2.5W", "2.5 weeks", ""),
            ("PXM", "several months", ""),
        ] {
            let read: TimeValue = value.parse().expect(value);
            let resolved = read.resolved();
            assert_eq!((read.to_string().as_str(), resolved.value.as_deref()), (value, Some(value)));
            assert_eq!(resolved.line, line);
            let interval = resolved.interval.map(|days| format!("{}..{}", days.first, days.last));
            assert_eq!(interval.unwrap_or_default(), days, "{value}");
        }
    }

    #[test]
    fn a_day_is_read_as_people_write_it_and_nothing_else() {
        for typed in [
            "2019-11-10",
            "10 November 2019",
            " Nov. 10, 2019 ",
            "November 10th, 2019",
            "Sunday, 10 Nov 2019",
            "2019/11/10",
            "2019. 11. 10.",
            "2019년 11월 10일",
        ] {
            let day = TimeValue::read_day(typed).map(|day| day.to_string());
            assert_eq!(day.as_deref(), Some("2019-11-10"), "{typed}");
        }
        for typed in [
            "",
            "2019",
            "November 2019",
            "10 November",
            "Sunday",
            "2019-13-01",
            "31 June 2019",
            "10 November 2019 at noon",
            "2019/11/10/1",
            "2019/31/10",
        ] {
            assert_eq!(TimeValue::read_day(typed), None, "{typed}");
        }
    }

    #[test]
    fn what_is_no_value_is_refused() {
        for words in [
            "",
            "P",
            "PX",
            "P3",
            "PT",
            "P3X",
            "P1.25D",
            "T15:00",
            "2019-13",
            "2019-11-31",
            "2019-W54",
            "2019-Q5",
            "2019-11-10/2019-11-09",
            "2019-11-09T25:00",
            "2019-11-09T15:60",
            "2019-11-09T1:5",
            "soon",
            "٢٠١٩",
            "2019-XX",
        ] {
            assert!(words.parse::<TimeValue>().is_err(), "{words}");
        }
    }

    #[test]
    fn words_are_read_as_they_are_in_an_article_of_that_day() {
        let published = "2019-11-10".parse().ok();
        let check = |typed: &str, expected: Option<&str>| {
            let read = TimeValue::read(typed, published).ok().map(|value| value.to_string());
            assert_eq!(read.as_deref(), expected, "{typed}");
        };
        check(" 2019-11 ", Some("2019-11"));
        check("9 November 2019", Some("2019-11-09"));
        check("last month", Some("2019-10"));
        check("three days", Some("P3D"));
        check("in the hall last month", None);
        check("soon", None);
        assert!(TimeValue::read("Saturday", None).is_err());
    }

    proptest! {
        #[test]
        fn any_words_are_a_value_or_refused(words in "[0-9PTWQHSUEMDXZ:./-]{0,14}") {
            if let Ok(value) = words.parse::<TimeValue>() {
                prop_assert_eq!(value.to_string(), words);
                let _ = value.resolved();
            }
        }
    }
}
