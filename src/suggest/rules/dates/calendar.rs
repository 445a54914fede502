//! Days, months, years and hours by the calendar and the clock.
//!
//! ```text
//! [Saturday]    [Nov. 9, 2019]    [9 November 2019]    [2019-11-09]    [10:30 a.m.]
//! ```

use super::super::page::Page;
use crate::{suggest::lexicon::Tags, text::TokenKind};

/// `2019-11-09`, `9/11/2019`, `11/9`.
pub(super) fn numeric(page: &Page<'_>, start: usize) -> Option<(usize, u16)> {
    let number = |at: usize| page.is_kind(at, TokenKind::Number) && page.text(at).len() <= 4;
    let sign = page.text(start + 1);
    if !number(start)
        || !matches!(sign, "-" | "/")
        || !page.is_glued(start + 1)
        || !page.is_glued(start + 2)
        || !number(start + 2)
    {
        return None;
    }
    if page.text(start + 3) == sign && page.is_glued(start + 4) && number(start + 4) {
        return Some((start + 5, 920));
    }
    let spans_years = is_year(page, start) && page.text(start + 2).len() >= 2 && sign == "-";
    let nine_eleven = sign == "/" && page.text(start) == "9" && page.text(start + 2) == "11";
    (spans_years || nine_eleven).then_some((start + 3, 820))
}

/// Weekdays and months with the days and years around them.
pub(super) fn calendar(page: &Page<'_>, start: usize) -> Option<(usize, u16)> {
    if is_day_number(page, start) {
        let of = usize::from(page.text(start + 1) == "of");
        if is_month(page, start + 1 + of) && !page.is_glued(start) {
            return Some((after_year(page, start + 2 + of), 940));
        }
        return None;
    }
    if is_month(page, start) {
        return month(page, start);
    }
    if !page.has(start, Tags::CALENDAR) {
        return None;
    }
    // A weekday, perhaps with a date or a time of day.
    let mut end = start + 1;
    if matches!(page.text(end), "morning" | "afternoon" | "evening" | "night") {
        end += 1;
    }
    let comma = usize::from(page.text(end) == ",");
    if (is_month(page, end + comma) || is_day_number(page, end + comma) && is_month(page, end + comma + 1))
        && let Some((after, _)) = calendar(page, end + comma)
    {
        end = after;
    }
    Some((end, 950))
}

/// `November`, `Nov. 9`, `November 9, 2019`, `June 2012`.
fn month(page: &Page<'_>, start: usize) -> Option<(usize, u16)> {
    let mut end = start + 1;
    if is_day_number(page, end) {
        end += 1;
        if matches!(page.text(end), "-" | "–") && is_day_number(page, end + 1) {
            end += 2;
        }
        return Some((after_year(page, end), 950));
    }
    if is_year(page, end)
        || page.text(end) == "," && is_year(page, end + 1)
        || page.text(end) == "of" && is_year(page, end + 1)
    {
        return Some((after_year(page, if page.text(end) == "of" { end + 1 } else { end }), 950));
    }
    let is_common_word = matches!(page.text(start), "May" | "March" | "Mar." | "August");
    let sure = matches!(
        page.before(start, 1),
        "in" | "In"
            | "since"
            | "last"
            | "next"
            | "until"
            | "by"
            | "this"
            | "of"
            | "early"
            | "late"
            | "mid"
            | "from"
            | "through"
            | "an"
            | "a"
            | "and"
            | "between"
            | "before"
            | "after"
            | "during"
    );
    (!is_common_word || sure && !page.opens(start)).then_some((end, if is_common_word { 780 } else { 900 }))
}

fn after_year(page: &Page<'_>, end: usize) -> usize {
    let comma = usize::from(page.text(end) == ",");
    if is_year(page, end + comma) { end + comma + 1 } else { end }
}

/// `10:30 a.m.`, `5 p.m.`
pub(super) fn clock(page: &Page<'_>, start: usize) -> Option<(usize, u16)> {
    let is_number = page.is_kind(start, TokenKind::Number);
    if is_number
        && matches!(page.text(start + 1), "a.m." | "p.m." | "am" | "pm" | "AM" | "PM" | "GMT" | "UTC")
    {
        let zone = usize::from(matches!(page.text(start + 2), "GMT" | "UTC" | "EST" | "EDT"));
        return Some((start + 2 + zone, 920));
    }
    (is_number && page.text(start).contains(':') && page.text(start).len() <= 5).then_some((start + 1, 720))
}

/// Whether the name of a month stands here.
pub(in crate::suggest::rules) fn is_month(page: &Page<'_>, index: usize) -> bool {
    MONTHS.contains(&page.text(index))
}

/// `9`, `21st`
pub(super) fn is_day_number(page: &Page<'_>, index: usize) -> bool {
    let text = page.text(index).trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']);
    text.len() <= 2 && text.parse().is_ok_and(|day: u8| (1..=31).contains(&day))
}

/// Whether a year stands here, 1500–2099.
pub(in crate::suggest::rules) fn is_year(page: &Page<'_>, index: usize) -> bool {
    let text = page.text(index);
    page.is_kind(index, TokenKind::Number)
        && text.len() == 4
        && text.parse().is_ok_and(|year: u16| (1500..2100).contains(&year))
}

const MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Jan.",
    "Feb.",
    "Mar.",
    "Apr.",
    "Jun.",
    "Jul.",
    "Aug.",
    "Sep.",
    "Sept.",
    "Oct.",
    "Nov.",
    "Dec.",
    "Jan",
    "Feb",
    "Apr",
    "Jul",
    "Aug",
    "Sep",
    "Sept",
    "Oct",
    "Nov",
    "Dec",
];
