//! What a time expression means by its words alone, before anyone knows when they were written.

use super::{Day, Period, Season};
use jiff::civil::Weekday;

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Half,
    Season,
    Year,
    Decade,
    Century,
}

/// What an expression means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// `Saturday`, `late last year`
    Date { when: When, part: Option<Part> },
    /// `3 p.m.`, `tomorrow night`; without a day it is one of the day that the sentence is about.
    Time { day: Option<When>, time: DayTime },
    /// `five minutes`; with a side, the stretch that touches the day of publication: `the past two years`.
    Duration { length: Length, side: Option<Side> },
    /// `every Monday`, `daily`
    Set(Repeat),
}

/// Which day, month or other stretch is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// It says all itself: `9 November 2019`, `the 1990s`.
    Fixed(Period),
    /// It can be read in two ways, the likelier first: `11/9/2019`.
    Either(Period, Period),
    /// One of those that come again and again: `Saturday`, `next May`.
    Named(Named, Which),
    /// So many units from a day; 0 is the unit that holds it: `last month`, `today`, `two days later`.
    Shifted { unit: Unit, by: i32, from: Origin },
    /// One that another stretch holds: `the third quarter of last year`.
    Within(Named, Box<When>),
    /// Some time in the past, told in these units: `recent months`.
    Past(Unit),
    /// Some time in the future: `coming weeks`.
    Future(Unit),
    /// The words do not say: `the first day`.
    Unknown,
}

/// What a shift begins at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The day of publication.
    Published,
    /// The date that was told last.
    Told,
}

/// A day or stretch that comes again every week or every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    Weekday(Weekday),
    Weekend,
    /// One day, or the days up to a second one: `Nov. 9`, `Nov. 30-Dec. 2`. Month and day.
    Days {
        from: (i8, i8),
        until: (i8, i8),
    },
    Month(i8),
    Season(Season),
    /// 1–4.
    Quarter(i8),
    /// 1 or 2.
    Half(i8),
}

/// Which of those that come again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    Last,
    This,
    Next,
    /// The words around it say whether it lies behind or ahead.
    Near,
}

/// A part of a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Early,
    Middle,
    Late,
    /// `the beginning of`
    Start,
    /// `the end of`
    End,
    /// `earlier this year`: before publication.
    Earlier,
    /// `later this year`, `the rest of the year`: after publication.
    Later,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayTime {
    Clock { hour: i8, minute: i8, is_utc: bool },
    Morning,
    Afternoon,
    Evening,
    Night,
}

/// How long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// How many units, in tenths; `None` where the words do not say: `several days`.
    pub tenths: Option<u32>,
    pub unit: Unit,
}

/// On which side of the day of publication a stretch lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Before,
    After,
}

/// What comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// `every two weeks`, `twice a week`
    Each(Length),
    /// `every Monday`, `every summer`
    Named(Named),
    /// `every morning`
    Time(DayTime),
}

/// How the value is to be taken: the `mod` of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modifier {
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
    Start,
    Mid,
    End,
    Approx,
}

/// How sure it is that the words tell a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// `2015` before a word that it might count.
    Doubtful,
    /// `March` alone, `15:30` alone.
    Likely,
    Sure,
}

impl Unit {
    /// `day`
    pub fn name(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Weekend => "weekend",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Half => "half-year",
            Self::Season => "season",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
        }
    }
}

impl Modifier {
    /// As TIMEX3 writes it: `APPROX`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Before => "BEFORE",
            Self::After => "AFTER",
            Self::OnOrBefore => "ON_OR_BEFORE",
            Self::OnOrAfter => "ON_OR_AFTER",
            Self::LessThan => "LESS_THAN",
            Self::MoreThan => "MORE_THAN",
            Self::EqualOrLess => "EQUAL_OR_LESS",
            Self::EqualOrMore => "EQUAL_OR_MORE",
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
        }
    }

    /// What "more than two years" becomes when "ago" follows: before the day that is two years ago.
    pub(super) fn of_the_past(self) -> Self {
        match self {
            Self::MoreThan => Self::Before,
            Self::LessThan => Self::After,
            Self::EqualOrMore => Self::OnOrBefore,
            Self::EqualOrLess => Self::OnOrAfter,
            other => other,
        }
    }
}

impl Part {
    /// As TIMEX3 writes it. "earlier" and "later" as `HeidelTime` does, which takes them for "early" and "late".
    pub(super) fn modifier(self) -> Modifier {
        match self {
            Self::Early | Self::Start | Self::Earlier => Modifier::Start,
            Self::Middle => Modifier::Mid,
            Self::Late | Self::End | Self::Later => Modifier::End,
        }
    }
}

impl Named {
    /// Days of the year, if the calendar has them in any year.
    pub(super) fn days(from: (i8, i8), until: (i8, i8)) -> Option<Self> {
        // A leap year has all days.
        let is_day = |(month, day): (i8, i8)| Day::new(2000, month, day).is_ok();
        (is_day(from) && is_day(until)).then_some(Self::Days { from, until })
    }
}

impl Length {
    /// So many whole units.
    pub(super) fn of(count: u32, unit: Unit) -> Self {
        Self { tenths: count.checked_mul(10), unit }
    }

    /// In units that ISO 8601 has a letter for, and in whole numbers where a smaller one gives them: a decade is ten
    /// years, half a year six months.
    pub(super) fn plainly(self) -> Self {
        let is_odd = self.tenths.is_some_and(|tenths| tenths % 10 != 0);
        let (unit, times) = match self.unit {
            Unit::Century => (Unit::Year, 100),
            Unit::Decade => (Unit::Year, 10),
            Unit::Quarter => (Unit::Month, 3),
            Unit::Year if is_odd => (Unit::Month, 12),
            Unit::Day if is_odd => (Unit::Hour, 24),
            // An hour and a half, but not eight and a half.
            Unit::Hour if is_odd && self.tenths < Some(20) => (Unit::Minute, 60),
            _ => return self,
        };
        self.tenths.map_or(self, |tenths| Self { tenths: tenths.checked_mul(times), unit })
    }
}
