//! Where the dates lie on the axis: one lane for each size, days above years, so that size is not told by looks alone.

use crate::{time::Unit, view::TimelineRow, words::key};

/// The keys of the names of the lanes, from exact to vague.
pub const LANES: [&str; 6] = [
    key!("lane-days"),
    key!("lane-weeks"),
    key!("lane-months"),
    key!("lane-quarters"),
    key!("lane-years"),
    key!("lane-longer"),
];

/// One date on the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AxisMark {
    /// Days since 1970, both within it.
    pub first: i32,
    pub last: i32,
    /// Words make a limit of it: `by` the end of the year.
    pub is_limit: bool,
    /// How far it reaches is a guess.
    pub is_open: bool,
    /// Its place in the list below.
    pub place: usize,
}

/// The dates of each lane.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AxisMarks {
    /// Lanes that have a date, by place in [`LANES`]. Invariant: each in the order of first days.
    pub lanes: Vec<(usize, Vec<AxisMark>)>,
    /// The days within which nearly all of them lie.
    pub most: Option<(i32, i32)>,
}

impl AxisMarks {
    /// Of rows in the order of the list.
    pub fn of<'r>(rows: impl Iterator<Item = &'r TimelineRow>) -> Self {
        let mut lanes: [Vec<AxisMark>; 6] = Default::default();
        let mut days: Vec<(i32, i32)> = Vec::new();
        for (place, row) in rows.enumerate() {
            let (first, last) = row.days;
            let mark = AxisMark { first, last, is_limit: row.limit.is_some(), is_open: row.is_open, place };
            if let Some(lane) = lanes.get_mut(lane_of(row.precision)) {
                lane.push(mark);
            }
            if row.precision < Unit::Decade {
                days.push(row.days);
            }
        }
        let lanes = lanes.into_iter().enumerate().filter(|(_, lane)| !lane.is_empty()).collect();
        Self { lanes, most: most(days) }
    }
}

/// From the first to the last day, without the few that lie far away from all others.
fn most(mut days: Vec<(i32, i32)>) -> Option<(i32, i32)> {
    let far = days.len() / 10;
    let first = days.get(far)?.0;
    days.sort_by_key(|(_, last)| *last);
    let last = days.get(days.len() - 1 - far)?.1;
    Some((first, last.max(first)))
}

fn lane_of(precision: Unit) -> usize {
    match precision {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => 0,
        Unit::Weekend | Unit::Week => 1,
        Unit::Month => 2,
        Unit::Quarter | Unit::Half | Unit::Season => 3,
        Unit::Year => 4,
        Unit::Decade | Unit::Century => 5,
    }
}
