//! Stretches of the calendar, from a day to a century: where they begin and end, and how ISO 8601 writes them.

use super::{Day, Unit};
use jiff::{
    ToSpan,
    civil::{ISOWeekDate, Weekday},
};
use std::ops::RangeInclusive;

/// A season of the northern half of the earth, in whole months: summer is June to August.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    /// From December; it has the year in which it begins.
    Winter,
}

impl Season {
    fn first_month(self) -> i8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }

    /// As TIMEX3 writes it: `SU`.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }

    /// `summer`
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Spring => "spring",
            Self::Summer => "summer",
            Self::Autumn => "autumn",
            Self::Winter => "winter",
        }
    }
}

/// A stretch of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    Day(Day),
    /// Invariant: the first is before the second.
    Days(Day, Day),
    /// Any day of its week.
    Weekend(Day),
    /// Any day of it.
    Week(Day),
    Month(i16, i8),
    /// 1–4.
    Quarter(i16, i8),
    /// 1 or 2.
    Half(i16, i8),
    Season(i16, Season),
    Year(i16),
    /// Invariant: the first is before the second.
    Years(i16, i16),
    /// Any year of it.
    Decade(i16),
    /// 19 is 1900–1999.
    Century(i16),
}

impl Period {
    /// The stretch of this size that holds a day. Seconds to hours are the day; a season has no size of its own.
    pub(super) fn holding(day: Day, unit: Unit) -> Self {
        let (year, month) = (day.year(), day.month());
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Self::Day(day),
            Unit::Weekend => Self::Weekend(day),
            Unit::Week => Self::Week(day),
            Unit::Month => Self::Month(year, month),
            Unit::Quarter | Unit::Season => Self::Quarter(year, (month - 1) / 3 + 1),
            Unit::Half => Self::Half(year, (month - 1) / 6 + 1),
            Unit::Year => Self::Year(year),
            Unit::Decade => Self::Decade(year),
            Unit::Century => Self::Century(year.div_euclid(100)),
        }
    }

    /// The one that is written so; see [`Period::value`].
    pub(super) fn of_value(words: &str) -> Option<Self> {
        let year = |digits: &str| digits.parse::<i16>().ok();
        if let Some((first, last)) = words.split_once('/') {
            return match (Self::of_value(first)?, Self::of_value(last)?) {
                (Self::Day(first), Self::Day(last)) if first < last => Some(Self::Days(first, last)),
                (Self::Year(first), Self::Year(last)) if first < last => Some(Self::Years(first, last)),
                _ => None,
            };
        }
        let Some((digits, part)) = words.split_once('-') else {
            return match words.len() {
                4 => year(words).map(Self::Year),
                3 => year(words).and_then(|tens| tens.checked_mul(10)).map(Self::Decade),
                2 => year(words).map(Self::Century),
                _ => None,
            };
        };
        let year = year(digits)?;
        Self::of_part(year, part).or_else(|| Some(Self::Day(words.parse().ok()?)))
    }

    /// Of what stands after the year: `Q3`, `W45-WE`, `SU`, `11`.
    fn of_part(year: i16, part: &str) -> Option<Self> {
        let season = |season| Some(Self::Season(year, season));
        let number = |letter| part.strip_prefix(letter)?.parse::<i8>().ok();
        match part {
            "SP" => return season(Season::Spring),
            "SU" => return season(Season::Summer),
            "FA" => return season(Season::Autumn),
            "WI" => return season(Season::Winter),
            _ => {}
        }
        if let Some(quarter) = number('Q').filter(|quarter| (1..=4).contains(quarter)) {
            return Some(Self::Quarter(year, quarter));
        }
        if let Some(half) = number('H').filter(|half| (1..=2).contains(half)) {
            return Some(Self::Half(year, half));
        }
        if let Some(week) = part.strip_prefix('W') {
            let (week, is_weekend) = week.strip_suffix("-WE").map_or((week, false), |week| (week, true));
            let monday = ISOWeekDate::new(year, week.parse().ok()?, Weekday::Monday).ok()?.date();
            return Some(if is_weekend { Self::Weekend(monday) } else { Self::Week(monday) });
        }
        let month = part.parse().ok().filter(|month| (1..=12).contains(month))?;
        Some(Self::Month(year, month))
    }

    /// Its size.
    pub fn unit(self) -> Unit {
        match self {
            Self::Day(_) | Self::Days(..) => Unit::Day,
            Self::Weekend(_) => Unit::Weekend,
            Self::Week(_) => Unit::Week,
            Self::Month(..) => Unit::Month,
            Self::Quarter(..) => Unit::Quarter,
            Self::Half(..) => Unit::Half,
            Self::Season(..) => Unit::Season,
            Self::Year(_) | Self::Years(..) => Unit::Year,
            Self::Decade(_) => Unit::Decade,
            Self::Century(_) => Unit::Century,
        }
    }

    /// Its first and its last day; `None` outside the calendar.
    pub fn days(self) -> Option<RangeInclusive<Day>> {
        let months = |year, month, count: i32| {
            let first = Day::new(year, month, 1).ok()?;
            Some(first..=first.checked_add(count.months()).ok()?.yesterday().ok()?)
        };
        let years = |first, last| Some(Day::new(first, 1, 1).ok()?..=Day::new(last, 12, 31).ok()?);
        match self {
            Self::Day(day) => Some(day..=day),
            Self::Days(first, last) => Some(first..=last),
            Self::Weekend(day) => {
                Some(in_week(day, Weekday::Saturday).ok()?..=in_week(day, Weekday::Sunday).ok()?)
            }
            Self::Week(day) => {
                Some(in_week(day, Weekday::Monday).ok()?..=in_week(day, Weekday::Sunday).ok()?)
            }
            Self::Month(year, month) => months(year, month, 1),
            Self::Quarter(year, quarter) => months(year, quarter * 3 - 2, 3),
            Self::Half(year, half) => months(year, half * 6 - 5, 6),
            Self::Season(year, season) => months(year, season.first_month(), 3),
            Self::Year(year) => years(year, year),
            Self::Years(first, last) => years(first, last),
            Self::Decade(year) => years(year - year.rem_euclid(10), year - year.rem_euclid(10) + 9),
            Self::Century(century) => {
                years(century.checked_mul(100)?, century.checked_mul(100)?.checked_add(99)?)
            }
        }
    }

    /// As ISO 8601 and TIMEX3 write it: `2019-11-09`, `2019-W45-WE`, `2019-Q3`, `199`.
    pub fn value(self) -> String {
        let week = |day: Day| {
            let date = day.iso_week_date();
            format!("{:04}-W{:02}", date.year(), date.week())
        };
        match self {
            Self::Day(day) => day.to_string(),
            Self::Days(first, last) => format!("{first}/{last}"),
            Self::Weekend(day) => format!("{}-WE", week(day)),
            Self::Week(day) => week(day),
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Quarter(year, quarter) => format!("{year:04}-Q{quarter}"),
            Self::Half(year, half) => format!("{year:04}-H{half}"),
            Self::Season(year, season) => format!("{year:04}-{}", season.code()),
            Self::Year(year) => format!("{year:04}"),
            Self::Years(first, last) => format!("{first:04}/{last:04}"),
            Self::Decade(year) => format!("{:03}", year.div_euclid(10)),
            Self::Century(century) => format!("{century:02}"),
        }
    }
}

/// The day of a week, which runs from Monday to Sunday.
pub(super) fn in_week(day: Day, weekday: Weekday) -> Result<Day, jiff::Error> {
    let shift = i64::from(weekday.to_monday_zero_offset() - day.weekday().to_monday_zero_offset());
    day.checked_add(shift.days())
}
