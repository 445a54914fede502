//! Which Saturday, which April: days and stretches that come again, near a day of publication.

use super::is_unclear;
use crate::time::{
    Day, Period,
    cue::Direction,
    meaning::{Named, Which},
    period::in_week,
};
use jiff::ToSpan;

/// The one that is meant, and the others that could be.
pub(super) fn resolve(
    named: Named,
    which: Which,
    direction: Direction,
    published: Day,
) -> Option<(Period, Vec<Period>)> {
    let begun = latest_begun(named, published)?;
    match which {
        Which::Near => near(named, direction, published, begun),
        Which::Last => last(named, published, begun),
        Which::This => this(named, direction, published, begun).map(|period| (period, Vec::new())),
        Which::Next => next(named, published, begun),
    }
}

/// `in April`, `Saturday`: behind, unless the sentence looks ahead; the day of publication itself is both.
fn near(named: Named, direction: Direction, published: Day, begun: Period) -> Option<(Period, Vec<Period>)> {
    let lasts = holds(begun, published);
    let ahead = if lasts { begun } else { step(named, begun, 1)? };
    if direction == Direction::Future {
        return Some((ahead, Vec::new()));
    }
    if !is_unclear(direction) || lasts {
        return Some((begun, Vec::new()));
    }
    // Nothing says where it lies: a day of the year is more likely the nearer one.
    let distance = |period: Period| Some((period.days()?.start().duration_since(published)).abs());
    let is_nearer = matches!(named, Named::Days { .. }) && distance(ahead)? < distance(begun)?;
    Some(if is_nearer { (ahead, vec![begun]) } else { (begun, vec![ahead]) })
}

/// `last Saturday`, `last April`. One of the same week or year could be the one before that as well.
fn last(named: Named, published: Day, begun: Period) -> Option<(Period, Vec<Period>)> {
    if named == Named::Weekend {
        return Some((Period::Weekend(published.checked_sub(1.week()).ok()?), Vec::new()));
    }
    let last = if holds(begun, published) { step(named, begun, -1)? } else { begun };
    let is_close = match named {
        Named::Weekday(_) => true,
        _ => last.days()?.start().year() == published.year(),
    };
    Some((last, if is_close { vec![step(named, last, -1)?] } else { Vec::new() }))
}

/// `this Friday`, `this summer`, `this weekend`.
fn this(named: Named, direction: Direction, published: Day, begun: Period) -> Option<Period> {
    match named {
        Named::Weekend => Some(Period::Weekend(published)),
        Named::Weekday(_) if direction != Direction::Past && !holds(begun, published) => {
            step(named, begun, 1)
        }
        Named::Weekday(_) => Some(begun),
        _ if holds(begun, published) => Some(begun),
        _ => in_year(named, published.year()),
    }
}

/// `next Friday`: the first one after publication; many mean the one of next week.
fn next(named: Named, published: Day, begun: Period) -> Option<(Period, Vec<Period>)> {
    if named == Named::Weekend {
        return Some((Period::Weekend(published.checked_add(1.week()).ok()?), Vec::new()));
    }
    let next = step(named, begun, 1)?;
    let is_close = match named {
        Named::Weekday(_) => true,
        _ => next.days()?.start().year() == published.year(),
    };
    Some((next, if is_close { vec![step(named, next, 1)?] } else { Vec::new() }))
}

/// The one of a year or week that the words name: `the third quarter of last year`, `Monday of next week`.
pub(super) fn within(named: Named, whole: Period) -> Option<Period> {
    let first = *whole.days()?.start();
    match named {
        Named::Weekday(weekday) => in_week(first, weekday).ok().map(Period::Day),
        Named::Weekend => Some(Period::Weekend(first)),
        _ => in_year(named, first.year()),
    }
}

/// The last one that had begun on a day.
fn latest_begun(named: Named, day: Day) -> Option<Period> {
    let this = match named {
        Named::Weekday(weekday) => Period::Day(in_week(day, weekday).ok()?),
        Named::Weekend => Period::Weekend(day),
        _ => return latest_of_year(named, day),
    };
    if *this.days()?.start() <= day { Some(this) } else { step(named, this, -1) }
}

/// February 29 may be years away.
fn latest_of_year(named: Named, day: Day) -> Option<Period> {
    let begun = |years: i16| {
        let period = in_year(named, day.year().checked_sub(years)?)?;
        period.days().filter(|days| *days.start() <= day).map(|_| period)
    };
    (0..9).find_map(begun)
}

/// The one so many times later; a day that a year lacks is looked for in the years beyond.
fn step(named: Named, period: Period, by: i16) -> Option<Period> {
    let first = *period.days()?.start();
    let week_later = || first.checked_add(i64::from(by).weeks()).ok();
    match named {
        Named::Weekday(_) => week_later().map(Period::Day),
        Named::Weekend => week_later().map(Period::Weekend),
        _ => (1..9).find_map(|times| in_year(named, first.year().checked_add(by.checked_mul(times)?)?)),
    }
}

fn in_year(named: Named, year: i16) -> Option<Period> {
    Some(match named {
        Named::Days { from: (month, day), until: (last_month, last_day) } => {
            let (first, last) =
                (Day::new(year, month, day).ok()?, Day::new(year, last_month, last_day).ok()?);
            if first < last { Period::Days(first, last) } else { Period::Day(first) }
        }
        Named::Month(month) => Period::Month(year, month),
        Named::Season(season) => Period::Season(year, season),
        Named::Quarter(quarter) => Period::Quarter(year, quarter),
        Named::Half(half) => Period::Half(year, half),
        Named::Weekday(_) | Named::Weekend => return None,
    })
}

fn holds(period: Period, day: Day) -> bool {
    period.days().is_some_and(|days| days.contains(&day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Season;

    #[test]
    fn a_winter_holds_the_january_after_it() {
        let day = Day::constant(2020, 1, 15);
        let winter = resolve(Named::Season(Season::Winter), Which::This, Direction::Unclear, day);
        assert_eq!(winter, Some((Period::Season(2019, Season::Winter), Vec::new())));
    }

    #[test]
    fn a_leap_day_is_looked_for_in_leap_years() {
        let leap = Named::days((2, 29), (2, 29)).expect("there are such days");
        let found = resolve(leap, Which::Near, Direction::Past, Day::constant(2023, 3, 1));
        assert_eq!(found, Some((Period::Day(Day::constant(2020, 2, 29)), Vec::new())));
        let found = resolve(leap, Which::Near, Direction::Future, Day::constant(2023, 3, 1));
        assert_eq!(found, Some((Period::Day(Day::constant(2024, 2, 29)), Vec::new())));
    }
}
