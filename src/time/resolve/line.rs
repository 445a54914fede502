//! What an expression means in a line for people.
//!
//! ```text
//! Saturday · 9 Nov 2019    by 31 Dec 2019    Oct 2019    weekend of 9–10 Nov 2019    more than 2 years
//! ```

use super::{DayTime, Length, Modifier, Named, Part, Repeat, Side};
use crate::time::{Day, Expression, Period, Unit};
use jiff::civil::Weekday;

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// `by 31 Dec 2019`, `early Dec 2019`, `about 2 Nov 2019`
pub(super) fn of_date(period: Period, expression: &Expression, part: Option<Part>) -> String {
    let limit = expression.cue.limit.map(|limit| format!("{} ", limit.name())).unwrap_or_default();
    let part = match part {
        None => "",
        Some(Part::Early) => "early ",
        Some(Part::Middle) => "mid-",
        Some(Part::Late) => "late ",
        Some(Part::Start) => "start of ",
        Some(Part::End) => "end of ",
        Some(Part::Earlier) => "earlier in ",
        Some(Part::Later) => "later in ",
    };
    let exactness = match expression.modifier {
        Some(Modifier::Approx) => "about ",
        Some(Modifier::Before | Modifier::OnOrBefore) => "before ",
        Some(Modifier::After | Modifier::OnOrAfter) => "after ",
        _ => "",
    };
    // The name of the day helps where it stands alone.
    match period {
        Period::Day(day) if !limit.is_empty() || !exactness.is_empty() => {
            format!("{limit}{exactness}{}", of_day(day))
        }
        Period::Day(_) if part.starts_with("earlier") || part.starts_with("later") => {
            format!("{} on {}", part.trim_end_matches("in ").trim_end(), of_period(period))
        }
        _ => format!("{limit}{exactness}{part}{}", of_period(period)),
    }
}

/// `Friday · 8 Nov 2019, 15:00`, `by 8 Nov 2019, about 15:00`
pub(super) fn of_moment(period: Period, expression: &Expression, time: DayTime) -> String {
    let about = if expression.modifier == Some(Modifier::Approx) { "about " } else { "" };
    let day = of_date(period, &Expression { modifier: None, ..expression.clone() }, None);
    format!("{day}, {about}{}", of_time(time))
}

/// `Saturday · 9 Nov 2019`, `Oct 2019`
pub(super) fn of_period(period: Period) -> String {
    match period {
        Period::Day(day) => format!("{} · {}", weekday(day.weekday()), of_day(day)),
        Period::Days(first, last) => of_days(first, last),
        Period::Weekend(_) => period
            .days()
            .map_or_else(String::new, |days| format!("weekend of {}", of_days(*days.start(), *days.end()))),
        Period::Week(_) => {
            period.days().map_or_else(String::new, |days| format!("week of {}", of_day(*days.start())))
        }
        Period::Month(year, month) => format!("{} {year}", month_name(month)),
        Period::Quarter(year, quarter) => format!("Q{quarter} {year}"),
        Period::Half(year, half) => format!("{} half of {year}", if half == 1 { "first" } else { "second" }),
        Period::Season(year, season) => format!("{} {year}", season.name()),
        Period::Year(year) => year.to_string(),
        Period::Years(first, last) => format!("{first}–{last}"),
        Period::Decade(year) => format!("{}0s", year.div_euclid(10)),
        Period::Century(century) => format!("{} century", ordinal(century + 1)),
    }
}

fn of_day(day: Day) -> String {
    format!("{} {} {}", day.day(), month_name(day.month()), day.year())
}

/// `19th`
fn ordinal(number: i16) -> String {
    let ending = match number {
        11..=13 => "th",
        _ if number % 10 == 1 => "st",
        _ if number % 10 == 2 => "nd",
        _ if number % 10 == 3 => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// `9–11 Nov 2019`, `30 Nov – 2 Dec 2019`
fn of_days(first: Day, last: Day) -> String {
    if (first.year(), first.month()) == (last.year(), last.month()) {
        return format!("{}–{}", first.day(), of_day(last));
    }
    let first = if first.year() == last.year() {
        format!("{} {}", first.day(), month_name(first.month()))
    } else {
        of_day(first)
    };
    format!("{first} – {}", of_day(last))
}

/// `after 10 Nov 2019`
pub(super) fn of_vague(day: Day, side: Side) -> String {
    let side = if side == Side::Before { "before" } else { "after" };
    format!("{side} {}", of_day(day))
}

/// `15:30`, `morning`
pub(super) fn of_time(time: DayTime) -> String {
    match time {
        DayTime::Clock { hour, minute, is_utc } => {
            format!("{hour:02}:{minute:02}{}", if is_utc { " UTC" } else { "" })
        }
        DayTime::Morning => "morning".to_owned(),
        DayTime::Afternoon => "afternoon".to_owned(),
        DayTime::Evening => "evening".to_owned(),
        DayTime::Night => "night".to_owned(),
    }
}

/// `more than 2 years`, `the 2 years before`
pub(super) fn of_length(length: Length, modifier: Option<Modifier>, side: Option<Side>) -> String {
    let modifier = match modifier {
        Some(Modifier::MoreThan) => "more than ",
        Some(Modifier::LessThan) => "less than ",
        Some(Modifier::EqualOrMore) => "at least ",
        Some(Modifier::EqualOrLess) => "at most ",
        Some(Modifier::Approx) => "about ",
        _ => "",
    };
    let side = match side {
        Some(Side::Before) => Some("the last"),
        Some(Side::After) => Some("the next"),
        None => None,
    };
    match (side, length.tenths) {
        (Some(side), Some(10)) => format!("{modifier}{side} {}", length.unit.name()),
        (Some(side), _) => format!("{modifier}{side} {}", counted(length)),
        (None, _) => format!("{modifier}{}", counted(length)),
    }
}

fn counted(length: Length) -> String {
    let unit = length.unit.name();
    match length.tenths {
        Some(10) => format!("1 {unit}"),
        Some(tenths) if tenths % 10 == 0 => format!("{} {unit}s", tenths / 10),
        Some(tenths) => format!("{}.{} {unit}s", tenths / 10, tenths % 10),
        None if length.unit == Unit::Century => "several centuries".to_owned(),
        None => format!("several {unit}s"),
    }
}

/// `every Monday`, `every 2 weeks`
pub(super) fn of_set(repeat: Repeat) -> String {
    let what = match repeat {
        Repeat::Each(Length { tenths: Some(10), unit }) => unit.name().to_owned(),
        Repeat::Each(length) => counted(length),
        Repeat::Time(time) => of_time(time),
        Repeat::Named(named) => match named {
            Named::Weekday(day) => weekday(day).to_owned(),
            Named::Weekend => "weekend".to_owned(),
            Named::Month(month) | Named::Days { from: (month, _), .. } => month_name(month).to_owned(),
            Named::Season(season) => season.name().to_owned(),
            Named::Quarter(quarter) => format!("Q{quarter}"),
            Named::Half(_) => Unit::Half.name().to_owned(),
        },
    };
    format!("every {what}")
}

fn month_name(month: i8) -> &'static str {
    let place = usize::try_from(month - 1).ok();
    place.and_then(|place| MONTHS.get(place)).copied().unwrap_or_default()
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
