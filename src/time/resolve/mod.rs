//! From words to the calendar: what an expression means in an article of a certain day.
//!
//! Values are those of ISO 8601 and TIMEX3. Where the words can mean two days, the likelier one is the value and the
//! other a reading.

mod interval;
mod line;
mod named;

pub use interval::Interval;

use super::{
    Day, Expression, Period, TimeValue, Unit,
    cue::Direction,
    meaning::{DayTime, Length, Meaning, Modifier, Named, Origin, Part, Repeat, Side, When},
};
use jiff::{Span, ToSpan};

/// The four types of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Date,
    Time,
    Duration,
    Set,
}

impl Kind {
    /// As TIMEX3 writes it: `DATE`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// What an expression means in its article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    pub kind: Kind,
    /// `2019-11-09`, `2019-W45`, `P1D`; `None` where it hangs on a day that is not known.
    pub value: Option<String>,
    pub modifier: Option<Modifier>,
    /// Values of the other ways to read it.
    pub readings: Vec<String>,
    /// The days that it can mean; `None` for lengths and for what comes again.
    pub interval: Option<Interval>,
    /// For people: `Saturday · 9 Nov 2019`, `by 31 Dec 2019`, `Oct 2019`; empty where there is no value.
    pub line: String,
}

/// What is known where an expression is resolved.
#[derive(Clone, Debug, Default)]
struct Known {
    published: Option<Day>,
    /// The dates that were told last, one of each precision, the latest at the end.
    told: Vec<(Unit, Day)>,
    /// The day that this sentence is about.
    today: Option<Day>,
}

impl Known {
    /// The date that was told last and is exact enough to count such units from: "the next day" is not one after "June".
    fn told_in(&self, unit: Unit) -> Option<Day> {
        self.told.iter().rev().find(|(precision, _)| *precision <= unit.max(Unit::Day)).map(|(_, day)| *day)
    }
}

/// What the expressions of one text mean, in its order. "The next day" hangs on the date before it.
pub fn resolve(expressions: &[Expression], published: Option<Day>) -> Vec<Resolved> {
    let mut known = Known { published, ..Known::default() };
    let mut sentence = None;
    let mut all = Vec::with_capacity(expressions.len());
    for expression in expressions {
        if sentence.replace(expression.sentence) != Some(expression.sentence) {
            known.today = None;
        }
        let resolved = expression.resolve_with(&known);
        let dated = matches!(resolved.kind, Kind::Date | Kind::Time).then_some(resolved.interval).flatten();
        if let Some(interval) = dated.filter(|interval| !interval.is_open) {
            known.told.retain(|(precision, _)| *precision != interval.precision);
            known.told.push((interval.precision, interval.anchor()));
            known.today = (interval.precision == Unit::Day).then_some(interval.first).or(known.today);
        }
        all.push(resolved);
    }
    all
}

/// What a value comes to that somebody states.
pub(super) fn stated(value: TimeValue) -> Resolved {
    let of = |period| Interval::of(period, None, None);
    let (kind, interval, line) = match value {
        TimeValue::Date(period) => (Kind::Date, of(period), line::of_period(period)),
        TimeValue::Time(period, time) => {
            (Kind::Time, of(period), format!("{}, {}", line::of_period(period), line::of_time(time)))
        }
        TimeValue::Duration(length) => (Kind::Duration, None, line::of_length(length, None, None)),
    };
    Resolved { value: Some(value.to_string()), interval, line, ..Resolved::nothing(kind) }
}

impl Expression {
    /// What it means in an article that was published on this day, with nothing told before it.
    pub fn resolve(&self, published: Option<Day>) -> Resolved {
        self.resolve_with(&Known { published, ..Known::default() })
    }

    fn resolve_with(&self, known: &Known) -> Resolved {
        match &self.meaning {
            Meaning::Date { when, part } => self.date(when, *part, known),
            Meaning::Time { day, time } => self.time(day.as_ref(), *time, known),
            Meaning::Duration { length, side } => self.duration(*length, *side, known),
            Meaning::Set(repeat) => Resolved {
                kind: Kind::Set,
                value: Some(set_value(*repeat)),
                modifier: self.modifier,
                readings: Vec::new(),
                interval: None,
                line: line::of_set(*repeat),
            },
        }
    }

    fn date(&self, when: &When, part: Option<Part>, known: &Known) -> Resolved {
        let mut resolved = Resolved { modifier: self.modifier, ..Resolved::nothing(Kind::Date) };
        if let When::Past(unit) | When::Future(unit) = when {
            let side = if matches!(when, When::Past(_)) { Side::Before } else { Side::After };
            resolved.value = Some(if side == Side::Before { "PAST_REF" } else { "FUTURE_REF" }.to_owned());
            resolved.interval = known.published.and_then(|day| Interval::vague(day, *unit, side));
            resolved.line = known.published.map_or_else(String::new, |day| line::of_vague(day, side));
            return resolved;
        }
        let Some((period, others)) = self.period(when, known) else {
            return resolved;
        };
        let pointed = |period: Period| at_edge(period, part).map_or(period, Period::Day);
        let point = pointed(period);
        resolved.interval = Interval::of(point, part.filter(|_| point == period), known.published);
        resolved.line = line::of_date(point, self, part.filter(|_| point == period));
        resolved.readings = others.into_iter().map(|other| pointed(other).value()).collect();
        resolved.value = Some(point.value());
        resolved
    }

    /// The stretch that is meant, the likeliest first.
    fn period(&self, when: &When, known: &Known) -> Option<(Period, Vec<Period>)> {
        match when {
            When::Fixed(period) => Some((*period, Vec::new())),
            When::Either(first, second) => Some((*first, vec![*second])),
            When::Named(name, which) => named::resolve(*name, *which, self.cue.direction, known.published?),
            When::Shifted { unit, by, from } => {
                // "Profit rose from a year earlier" is told from the day of writing.
                let day = match from {
                    Origin::Published => known.published?,
                    Origin::Told => known.told_in(*unit).or(known.published.filter(|_| *by < 0))?,
                };
                Some((Period::holding(shifted(day, *unit, *by)?, *unit), Vec::new()))
            }
            When::Within(name, whole) => {
                let (whole, _) = self.period(whole, known)?;
                Some((named::within(*name, whole)?, Vec::new()))
            }
            When::Past(_) | When::Future(_) | When::Unknown => None,
        }
    }

    fn time(&self, day: Option<&When>, time: DayTime, known: &Known) -> Resolved {
        let mut resolved = Resolved { modifier: self.modifier, ..Resolved::nothing(Kind::Time) };
        let clock = time_value(time);
        let day = match day {
            Some(when) => self.period(when, known),
            None => known.today.or(known.published).map(|day| (Period::Day(day), Vec::new())),
        };
        let Some((period, others)) = day else {
            // The hour is known all the same.
            resolved.value = matches!(time, DayTime::Clock { .. }).then_some(clock);
            resolved.line = resolved.value.as_ref().map_or_else(String::new, |_| line::of_time(time));
            return resolved;
        };
        resolved.readings = others.into_iter().map(|other| other.value() + &clock).collect();
        resolved.interval = Interval::of(period, None, known.published);
        resolved.line = line::of_moment(period, self, time);
        resolved.value = Some(period.value() + &clock);
        resolved
    }

    fn duration(&self, length: Length, side: Option<Side>, known: &Known) -> Resolved {
        Resolved {
            value: Some(length_value(length)),
            modifier: self.modifier,
            interval: side.and_then(|side| Interval::beside(known.published?, length, side)),
            line: line::of_length(length, self.modifier, side),
            ..Resolved::nothing(Kind::Duration)
        }
    }
}

impl Resolved {
    fn nothing(kind: Kind) -> Self {
        let (readings, line) = (Vec::new(), String::new());
        Self { kind, value: None, modifier: None, readings, interval: None, line }
    }
}

/// The day that "the end of" or "the beginning of" a month, quarter, half or year is. TIMEX3 would leave the value as it
/// is; in an article such words name a deadline, and the last day is what it means.
fn at_edge(period: Period, part: Option<Part>) -> Option<Day> {
    let has_edges = matches!(period.unit(), Unit::Month | Unit::Quarter | Unit::Half | Unit::Year);
    let days = period.days().filter(|_| has_edges)?;
    match part? {
        Part::Start => Some(*days.start()),
        Part::End => Some(*days.end()),
        _ => None,
    }
}

/// A day so many units away.
fn shifted(day: Day, unit: Unit, by: i32) -> Option<Day> {
    day.checked_add(span_of(unit, i64::from(by))?).ok()
}

fn span_of(unit: Unit, count: i64) -> Option<Span> {
    let far = |times: i64, limit: i64| Some(count.checked_mul(times)?).filter(|all| all.abs() <= limit);
    // No calendar reaches further; jiff would stop the program at its own limits.
    Some(match unit {
        Unit::Second | Unit::Minute => 0.days(),
        Unit::Hour => far(1, 1_000_000)?.checked_div(24)?.days(),
        Unit::Day => far(1, 4_000_000)?.days(),
        Unit::Week | Unit::Weekend => far(7, 4_000_000)?.days(),
        Unit::Month => far(1, 100_000)?.months(),
        Unit::Quarter | Unit::Season => far(3, 100_000)?.months(),
        Unit::Half => far(6, 100_000)?.months(),
        Unit::Year => far(1, 9_000)?.years(),
        Unit::Decade => far(10, 9_000)?.years(),
        Unit::Century => far(100, 9_000)?.years(),
    })
}

pub(super) fn time_value(time: DayTime) -> String {
    match time {
        DayTime::Clock { hour, minute, is_utc } => {
            format!("T{hour:02}:{minute:02}{}", if is_utc { "Z" } else { "" })
        }
        DayTime::Morning => "TMO".to_owned(),
        DayTime::Afternoon => "TAF".to_owned(),
        DayTime::Evening => "TEV".to_owned(),
        DayTime::Night => "TNI".to_owned(),
    }
}

/// `P3D`, `PT5M`, `P2.5W`, `PXM`
pub(super) fn length_value(length: Length) -> String {
    let count = match length.tenths {
        None => "X".to_owned(),
        Some(tenths) if tenths % 10 == 0 => (tenths / 10).to_string(),
        Some(tenths) => format!("{}.{}", tenths / 10, tenths % 10),
    };
    let (time, letter) = match length.unit {
        Unit::Second => ("T", "S"),
        Unit::Minute => ("T", "M"),
        Unit::Hour => ("T", "H"),
        Unit::Day | Unit::Weekend => ("", "D"),
        Unit::Week => ("", "W"),
        Unit::Month | Unit::Half | Unit::Season => ("", "M"),
        Unit::Quarter => ("", "Q"),
        Unit::Year => ("", "Y"),
        Unit::Decade => ("", "DE"),
        Unit::Century => ("", "CE"),
    };
    format!("P{time}{count}{letter}")
}

fn set_value(repeat: Repeat) -> String {
    match repeat {
        Repeat::Each(length) => length_value(length),
        Repeat::Time(time) => format!("XXXX-XX-XX{}", time_value(time)),
        Repeat::Named(named) => match named {
            Named::Weekday(weekday) => format!("XXXX-WXX-{}", weekday.to_monday_one_offset()),
            Named::Weekend => "XXXX-WXX-WE".to_owned(),
            Named::Month(month) => format!("XXXX-{month:02}"),
            Named::Season(season) => format!("XXXX-{}", season.code()),
            Named::Quarter(quarter) => format!("XXXX-Q{quarter}"),
            Named::Half(half) => format!("XXXX-H{half}"),
            Named::Days { from: (month, day), .. } => format!("XXXX-{month:02}-{day:02}"),
        },
    }
}

/// Whether the cue of an expression leaves it open where it lies.
fn is_unclear(direction: Direction) -> bool {
    direction == Direction::Unclear
}
