//! The scale of a timeline: days as numbers, and where its lines stand at each zoom.

use crate::model::Date;

/// A line of the scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Days since 1 January 1970.
    pub day: i32,
    /// `2019`, `Nov`, `9`; a larger unit is named where it begins.
    pub label: String,
    /// A larger unit begins here.
    pub is_major: bool,
}

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Days since 1 January 1970.
pub fn day_number(date: Date) -> i32 {
    let (year, month, day) = (i32::from(date.year()), i32::from(date.month()), i32::from(date.day()));
    // Years that begin in March, so that a leap day is the last of one.
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// From one line to the next.
#[derive(Clone, Copy, Debug)]
enum Step {
    Days(i32),
    Months(i32),
    Years(i32),
}

const STEPS: [(Step, f64); 13] = [
    (Step::Days(1), 1.0),
    (Step::Days(7), 7.0),
    (Step::Months(1), 30.4),
    (Step::Months(3), 91.3),
    (Step::Years(1), 365.2),
    (Step::Years(2), 730.5),
    (Step::Years(5), 1_826.0),
    (Step::Years(10), 3_652.0),
    (Step::Years(25), 9_131.0),
    (Step::Years(50), 18_262.0),
    (Step::Years(100), 36_525.0),
    (Step::Years(500), 182_621.0),
    (Step::Years(1_000), 365_243.0),
];

/// The lines between two days, at least `least_days` from each other; none outside of what a calendar can say.
pub fn ticks(from: f64, to: f64, least_days: f64) -> Vec<Tick> {
    let fitting = STEPS.iter().find(|(_, days)| *days >= least_days);
    let Some((step, _)) = fitting.filter(|_| (to - from) / least_days.max(0.01) < 400.0) else {
        return Vec::new();
    };
    match *step {
        Step::Days(days) => day_ticks(from, to, days),
        Step::Months(months) => month_ticks(from, to, months),
        Step::Years(years) => month_ticks(from, to, years * 12),
    }
}

/// Each day, or each Monday.
fn day_ticks(from: f64, to: f64, days: i32) -> Vec<Tick> {
    let begun = from.ceil() as i32;
    // 1 January 1970 was a Thursday; the lines of weeks stand at Mondays.
    let first = if days == 7 { begun + (-3 - begun).rem_euclid(7) } else { begun };
    let mut found: Vec<Tick> = Vec::new();
    let mut month = None;
    for day in (first..=to.floor() as i32).step_by(days.max(1) as usize) {
        let Some((_, this, of_month)) = date_of(day) else {
            continue;
        };
        let is_major = month.replace(this).is_some_and(|before| before != this);
        let label = if is_major || found.is_empty() {
            format!("{of_month} {}", month_name(this))
        } else {
            of_month.to_string()
        };
        found.push(Tick { day, label, is_major });
    }
    found
}

/// The first day of every so many months, counted from January.
fn month_ticks(from: f64, to: f64, step: i32) -> Vec<Tick> {
    let Some((year, month, _)) = date_of(from.ceil() as i32) else {
        return Vec::new();
    };
    let begun = (i32::from(year) * 12 + i32::from(month) - 1).div_euclid(step) * step;
    let starts = (0..).map(|count| begun + count * step);
    let mut found: Vec<Tick> = Vec::new();
    for start in starts {
        let (year, month) = (start.div_euclid(12), start.rem_euclid(12) + 1);
        let Some(date) = i16::try_from(year).ok().and_then(|year| Date::new(year, month as i8, 1).ok())
        else {
            break;
        };
        let day = day_number(date);
        if f64::from(day) > to {
            break;
        }
        if f64::from(day) < from {
            continue;
        }
        let is_year = month == 1;
        let label = match (is_year, found.is_empty()) {
            (true, _) => year.to_string(),
            (false, true) => format!("{} {year}", month_name(month as i8)),
            (false, false) => month_name(month as i8).to_owned(),
        };
        found.push(Tick { day, label, is_major: is_year && step < 12 });
    }
    found
}

fn month_name(month: i8) -> &'static str {
    usize::try_from(month - 1).ok().and_then(|place| MONTHS.get(place)).copied().unwrap_or_default()
}

/// Year, month and day of a number; `None` where the calendar ends.
fn date_of(number: i32) -> Option<(i16, i8, i8)> {
    let era_day = i64::from(number) + 719_468;
    let (era, of_era) = (era_day.div_euclid(146_097), era_day.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    let date = Date::new(i16::try_from(year).ok()?, month as i8, day as i8).ok()?;
    Some((date.year(), date.month(), date.day()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(day: &str) -> f64 {
        f64::from(day_number(day.parse().expect("a day")))
    }

    fn check(from: &str, to: &str, least_days: f64, expected: &str) {
        let found = ticks(number(from), number(to), least_days);
        let shown =
            found.iter().map(|tick| format!("{}{}", if tick.is_major { "*" } else { "" }, tick.label));
        assert_eq!(shown.collect::<Vec<_>>().join(" | "), expected);
    }

    #[test]
    fn days_are_numbered_as_the_calendar_has_them() {
        for (day, expected) in [("1970-01-01", 0.0), ("2000-03-01", 11_017.0), ("1969-12-31", -1.0)] {
            assert!((number(day) - expected).abs() < 0.5, "{day}");
        }
        for number in (-900_000..900_000).step_by(997) {
            let (year, month, day) = date_of(number).expect("in the calendar");
            assert_eq!(day_number(Date::new(year, month, day).expect("a day")), number);
        }
    }

    #[test]
    fn lines_stand_at_days_weeks_months_and_years() {
        check("2019-11-28", "2019-12-02", 1.0, "28 Nov | 29 | 30 | *1 Dec | 2");
        check("2019-11-01", "2019-12-03", 5.0, "4 Nov | 11 | 18 | 25 | *2 Dec");
        check("2019-11-04", "2019-11-11", 5.0, "4 Nov | 11");
        check("2019-10-15", "2020-02-15", 20.0, "Nov 2019 | Dec | *2020 | Feb");
        check("2019-10-15", "2020-06-15", 60.0, "*2020 | Apr");
        check("2017-10-15", "2020-06-15", 300.0, "2018 | 2019 | 2020");
        check("1950-10-15", "2020-06-15", 3_000.0, "1960 | 1970 | 1980 | 1990 | 2000 | 2010 | 2020");
    }
}
