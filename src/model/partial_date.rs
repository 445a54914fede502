//! Dates as far as they are known: a year, a month of a year, a day.
//!
//! Only what is written in full digits is read here; what “last month” means is found out elsewhere.

use super::Date;
use std::{fmt, str::FromStr};

/// A calendar date of which the day, or day and month, may be unknown: `2019`, `2019-10`, `2019-11-09`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PartialDate {
    /// Invariant: the first day of what is meant.
    first: Date,
    precision: Precision,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Precision {
    Year,
    Month,
    Day,
}

impl PartialDate {
    /// The first day that it may be.
    pub fn first_day(self) -> Date {
        self.first
    }

    /// The last day that it may be.
    pub fn last_day(self) -> Date {
        match self.precision {
            Precision::Year => self.first.last_of_year(),
            Precision::Month => self.first.last_of_month(),
            Precision::Day => self.first,
        }
    }
}

/// The day itself.
impl From<Date> for PartialDate {
    fn from(day: Date) -> Self {
        Self { first: day, precision: Precision::Day }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.precision {
            Precision::Year => write!(f, "{:04}", self.first.year()),
            Precision::Month => write!(f, "{:04}-{:02}", self.first.year(), self.first.month()),
            Precision::Day => self.first.fmt(f),
        }
    }
}

/// What was read is no date of this form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseDateError(String);

impl fmt::Display for ParseDateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” is not a date; YYYY, YYYY-MM or YYYY-MM-DD is expected", self.0)
    }
}

impl std::error::Error for ParseDateError {}

impl FromStr for PartialDate {
    type Err = ParseDateError;

    fn from_str(words: &str) -> Result<Self, ParseDateError> {
        let (full, precision) = match words.len() {
            4 => (format!("{words}-01-01"), Precision::Year),
            7 => (format!("{words}-01"), Precision::Month),
            _ => (words.to_owned(), Precision::Day),
        };
        let first = full.parse::<Date>().ok().filter(|date| date.to_string() == full);
        first.map(|first| Self { first, precision }).ok_or_else(|| ParseDateError(words.to_owned()))
    }
}

/// A date as somebody wrote it, and what it means as far as that is known: “last month”, 2019-10.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidDate {
    /// Invariant: not empty, no white space at the ends.
    words: String,
    /// Invariant: `Some` where the words are a date in digits.
    value: Option<PartialDate>,
}

impl SaidDate {
    /// Of words as they were typed; words that are a date in digits mean that date, unless it is said otherwise.
    /// `None` where there are no words.
    pub fn new(words: &str, value: Option<PartialDate>) -> Option<Self> {
        let words = words.trim();
        let value = value.or_else(|| words.parse().ok());
        (!words.is_empty()).then(|| Self { words: words.to_owned(), value })
    }

    /// As it was typed.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// What it means, where that is known.
    pub fn value(&self) -> Option<PartialDate> {
        self.value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_reads_back_as_itself_and_nothing_else_is_one() {
        for (words, first, last) in [
            ("2019", "2019-01-01", "2019-12-31"),
            ("2020-02", "2020-02-01", "2020-02-29"),
            ("2019-11-09", "2019-11-09", "2019-11-09"),
        ] {
            let date: PartialDate = words.parse().expect("is one");
            assert_eq!(date.to_string(), words);
            assert_eq!(
                (date.first_day().to_string(), date.last_day().to_string()),
                (first.into(), last.into())
            );
        }
        for words in
            ["", "19", "2019-13", "2019-1-1", "201911", "2019-02-30", "last month", "２０１９", "-019"]
        {
            assert!(words.parse::<PartialDate>().is_err(), "{words}");
        }
    }

    #[test]
    fn words_mean_what_they_are_said_to_mean() {
        let october: PartialDate = "2019-10".parse().expect("is one");
        let said = SaidDate::new(" last month ", Some(october)).expect("has words");
        assert_eq!((said.words(), said.value()), ("last month", Some(october)));
        assert_eq!(SaidDate::new("2019-10", None).and_then(|said| said.value()), Some(october));
        assert_eq!(SaidDate::new("soon", None).and_then(|said| said.value()), None);
        assert_eq!(SaidDate::new(" ", Some(october)), None);
    }
}
