//! The days that an expression can mean, for a timeline.

use super::{Length, Part, Side, shifted};
use crate::time::{Day, Period, Unit};

/// A stretch of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// Invariant: not after `last`.
    pub first: Day,
    pub last: Day,
    /// How exactly the words say it: within a day, a month, a year …
    pub precision: Unit,
    /// The words do not say how far it reaches: `recent months`. The far end is a guess, one larger unit away.
    pub is_open: bool,
}

impl Interval {
    /// Of a stretch of the calendar, or a part of it: a third for early, middle and late; up to the day of publication for
    /// earlier, from it for later.
    pub(super) fn of(period: Period, part: Option<Part>, published: Option<Day>) -> Option<Self> {
        let days = period.days()?;
        let (first, last) = (*days.start(), *days.end());
        let count = first.until(last).ok()?.get_days();
        let at = |third: i32| shifted(first, Unit::Day, count * third / 3);
        let inside = published.filter(|day| days.contains(day));
        let (first, last) = match part {
            None => (first, last),
            Some(Part::Early | Part::Start) => (first, at(1)?),
            Some(Part::Middle) => (at(1)?, at(2)?),
            Some(Part::Late | Part::End) => (at(2)?, last),
            Some(Part::Earlier) => (first, inside.unwrap_or(last)),
            Some(Part::Later) => (inside.unwrap_or(first), last),
        };
        Some(Self { first, last, precision: period.unit(), is_open: false })
    }

    /// The stretch of a length that ends or begins on a day.
    pub(super) fn beside(day: Day, length: Length, side: Side) -> Option<Self> {
        let Some(tenths) = length.tenths else {
            return Self::vague(day, length.unit, side);
        };
        let far = shifted(day, length.unit, sign(side) * i32::try_from(tenths / 10).ok()?)?;
        Some(Self { first: day.min(far), last: day.max(far), precision: length.unit, is_open: false })
    }

    /// Some units before or after a day: as many as make one larger unit, to have a place to draw.
    pub(super) fn vague(day: Day, unit: Unit, side: Side) -> Option<Self> {
        let (larger, count) = match unit {
            Unit::Second | Unit::Minute | Unit::Hour => (Unit::Day, 1),
            Unit::Day | Unit::Weekend => (Unit::Week, 2),
            Unit::Week => (Unit::Month, 3),
            Unit::Month | Unit::Quarter | Unit::Half | Unit::Season => (Unit::Year, 1),
            Unit::Year => (Unit::Decade, 1),
            Unit::Decade | Unit::Century => (Unit::Century, 1),
        };
        let far = shifted(day, larger, sign(side) * count)?;
        Some(Self { first: day.min(far), last: day.max(far), precision: unit, is_open: true })
    }

    /// The day from which "the next day" is counted: the last of several days, the first of anything longer.
    pub(super) fn anchor(&self) -> Day {
        if self.precision == Unit::Day { self.last } else { self.first }
    }
}

fn sign(side: Side) -> i32 {
    match side {
        Side::Before => -1,
        Side::After => 1,
    }
}
