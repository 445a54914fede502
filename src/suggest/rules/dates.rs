//! Dates and times in the forms of news.
//!
//! ```text
//! [Saturday]    [early December]    [last month]    over [the weekend]    by [the end of 2019]
//! [Nov. 9, 2019]    [2019-11-09]    in [coming weeks]    a [five-minute] talk
//! ```

use super::page::Page;
use crate::{
    suggest::{candidate::Candidate, kind::Kind, lexicon::Tags},
    text::TokenKind,
};

/// The dates of a page.
pub(super) fn find(page: &Page<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut index = 0;
    while index < page.len() {
        match date(page, index) {
            Some((end, score)) => {
                let span = page.passage.span(&(index..end));
                found.extend(span.map(|span| Candidate::rule(span, Kind::Date, score, "date or time")));
                index = end;
            }
            None => index += 1,
        }
    }
    found
}

/// Whether a year stands here, 1500–2099.
pub(super) fn is_year(page: &Page<'_>, index: usize) -> bool {
    let text = page.text(index);
    page.is_kind(index, TokenKind::Number)
        && text.len() == 4
        && text.parse().is_ok_and(|year: u16| (1500..2100).contains(&year))
}

/// Where a date ends that begins at a word, and how sure that is.
fn date(page: &Page<'_>, start: usize) -> Option<(usize, u16)> {
    part_of(page, start)
        .or_else(|| numeric(page, start))
        .or_else(|| calendar(page, start))
        .or_else(|| relative(page, start))
        .or_else(|| duration(page, start))
        .or_else(|| clock(page, start))
        .or_else(|| lone_year(page, start))
}

/// `the end of the year`, `early December`, `late last week`: a part of a longer time.
fn part_of(page: &Page<'_>, start: usize) -> Option<(usize, u16)> {
    let article = usize::from(matches!(page.text(start), "the" | "The"));
    let at = start + article;
    if PARTS.contains(&page.text(at)) && page.text(at + 1) == "of" {
        let rest = at + 2;
        let end = whole(page, rest).map(|(end, _)| end).or_else(|| {
            let article = usize::from(matches!(page.text(rest), "the" | "this" | "that" | "next" | "last"));
            is_unit(page.text(rest + article)).then_some(rest + article + 1)
        })?;
        return Some((end, 900));
    }
    let modifier = MODIFIERS.contains(&page.text(at)) || page.text(at) == "mid";
    if !modifier {
        return None;
    }
    let hyphen = usize::from(super::runs::is_hyphen(page, at + 1));
    let first = if page.text(at + 1 + hyphen) == "in" { at + 2 + hyphen } else { at + 1 + hyphen };
    whole(page, first).map(|(end, score)| (end, score.max(880)))
}

/// A date that needs no part before it.
fn whole(page: &Page<'_>, start: usize) -> Option<(usize, u16)> {
    numeric(page, start)
        .or_else(|| calendar(page, start))
        .or_else(|| relative(page, start))
        .or_else(|| is_year(page, start).then_some((start + 1, 800)))
        .or_else(|| decade(page, start))
}

/// `2019-11-09`, `9/11/2019`, `11/9`.
fn numeric(page: &Page<'_>, start: usize) -> Option<(usize, u16)> {
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
fn calendar(page: &Page<'_>, start: usize) -> Option<(usize, u16)> {
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

/// `last month`, `this year`, `next Tuesday`, `coming weeks`, `two days ago`, `today`, `the weekend`.
fn relative(page: &Page<'_>, start: usize) -> Option<(usize, u16)> {
    let first = page.text(start);
    let lower = first.to_lowercase();
    if WHOLE_WORDS.contains(&lower.as_str()) {
        return Some((start + 1, 880));
    }
    let article = usize::from(matches!(lower.as_str(), "the"));
    let at = start + article;
    let lower = if article == 1 { page.text(at).to_owned() } else { lower };
    let relates = RELATIONS.contains(&lower.as_str());
    let next = page.text(at + 1);
    if relates && (is_unit(next) || page.has(at + 1, Tags::CALENDAR) || SEASONS.contains(&next)) {
        return Some((at + 2, 900));
    }
    if relates && is_count(page, at + 1) && is_unit(page.text(at + 2)) {
        return Some((at + 3, 900));
    }
    if relates && matches!(next, "few" | "several" | "couple") {
        let of = usize::from(page.text(at + 2) == "of");
        return is_unit(page.text(at + 2 + of)).then_some((at + 3 + of, 900));
    }
    if article == 1 && matches!(page.text(at), "weekend") {
        return Some((at + 1, 880));
    }
    if lower == "weekend" || lower == "weekends" {
        return Some((start + 1, 700));
    }
    ago(page, start)
}

/// `two days ago`, `a week earlier`, `three months later`.
fn ago(page: &Page<'_>, start: usize) -> Option<(usize, u16)> {
    let counted =
        is_count(page, start) || matches!(page.text(start), "a" | "an" | "A" | "An" | "several" | "many");
    let few = usize::from(page.text(start) == "a" && matches!(page.text(start + 1), "few"));
    let unit = start + 1 + few;
    (counted && is_unit(page.text(unit)) && matches!(page.text(unit + 1), "ago" | "earlier" | "later"))
        .then_some((unit + 2, 900))
}

/// `five-minute`, `three days`, `less than a day`, `10-year-old`.
fn duration(page: &Page<'_>, start: usize) -> Option<(usize, u16)> {
    let compares = matches!(page.text(start), "less" | "more") && page.text(start + 1) == "than";
    let at = if compares { start + 2 } else { start };
    let counted = is_count(page, at) || compares && matches!(page.text(at), "a" | "an" | "one");
    if !counted {
        return None;
    }
    let hyphen = usize::from(super::runs::is_hyphen(page, at + 1));
    let end = at + 2 + hyphen;
    if !is_unit(page.text(at + 1 + hyphen)) {
        return None;
    }
    // "10-year-old" is an age.
    let old = matches!(page.text(end), "-") && page.text(end + 1) == "old" || page.text(end) == "old";
    (!old).then_some((end, 720))
}

/// `10:30 a.m.`, `5 p.m.`
fn clock(page: &Page<'_>, start: usize) -> Option<(usize, u16)> {
    let is_number = page.is_kind(start, TokenKind::Number);
    if is_number
        && matches!(page.text(start + 1), "a.m." | "p.m." | "am" | "pm" | "AM" | "PM" | "GMT" | "UTC")
    {
        let zone = usize::from(matches!(page.text(start + 2), "GMT" | "UTC" | "EST" | "EDT"));
        return Some((start + 2 + zone, 920));
    }
    (is_number && page.text(start).contains(':') && page.text(start).len() <= 5).then_some((start + 1, 720))
}

/// `2019` by itself, `the 1990s`.
fn lone_year(page: &Page<'_>, start: usize) -> Option<(usize, u16)> {
    if let Some(found) = decade(page, start) {
        return Some(found);
    }
    let plain = is_year(page, start)
        && !page.is_glued(start)
        && !(page.is_glued(start + 1) && page.text(start + 1) == "-");
    if !plain {
        return None;
    }
    let sure = matches!(
        page.before(start, 1),
        "in" | "In"
            | "since"
            | "Since"
            | "of"
            | "until"
            | "by"
            | "from"
            | "before"
            | "after"
            | "during"
            | "late"
            | "early"
            | "the"
            | "("
            | "through"
            | "to"
    );
    let counts = page.word(start + 1).is_some_and(|word| {
        word.kind == TokenKind::Word
            && !word.is_capitalised()
            && word.text.ends_with('s')
            && word.text.len() > 3
    });
    Some((
        start + 1,
        if sure {
            880
        } else if counts {
            500
        } else {
            760
        },
    ))
}

fn decade(page: &Page<'_>, start: usize) -> Option<(usize, u16)> {
    let text = page.text(start);
    let number = text.strip_suffix('s')?.trim_end_matches(['\'', '’']);
    (number.len() == 4 && number.ends_with('0') && number.chars().all(|c| c.is_ascii_digit()))
        .then_some((start + 1, 880))
}

/// Whether the name of a month stands here.
pub(super) fn is_month(page: &Page<'_>, index: usize) -> bool {
    MONTHS.contains(&page.text(index))
}

/// `9`, `21st`
fn is_day_number(page: &Page<'_>, index: usize) -> bool {
    let text = page.text(index).trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']);
    text.len() <= 2 && text.parse().is_ok_and(|day: u8| (1..=31).contains(&day))
}

fn is_count(page: &Page<'_>, index: usize) -> bool {
    COUNTS.contains(&page.text(index))
        || page.is_kind(index, TokenKind::Number) && page.text(index).len() <= 3
}

fn is_unit(word: &str) -> bool {
    UNITS.contains(&word)
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
const UNITS: &[&str] = &[
    "second",
    "seconds",
    "minute",
    "minutes",
    "hour",
    "hours",
    "day",
    "days",
    "week",
    "weeks",
    "weekend",
    "weekends",
    "month",
    "months",
    "quarter",
    "year",
    "years",
    "decade",
    "decades",
    "century",
    "centuries",
    "night",
    "morning",
    "afternoon",
    "evening",
    "fortnight",
];
const SEASONS: &[&str] = &["spring", "summer", "autumn", "fall", "winter"];
const PARTS: &[&str] = &["end", "start", "beginning", "middle", "close", "eve", "rest", "turn", "remainder"];
const MODIFIERS: &[&str] = &["early", "late", "Early", "Late", "earlier", "later", "Earlier", "Later", "mid"];
const RELATIONS: &[&str] = &[
    "last",
    "next",
    "this",
    "past",
    "coming",
    "previous",
    "following",
    "recent",
    "every",
    "each",
    "upcoming",
    "same",
];
const WHOLE_WORDS: &[&str] = &["today", "yesterday", "tomorrow", "tonight", "overnight", "midnight"];
const COUNTS: &[&str] = &[
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen",
    "twenty", "thirty", "forty", "fifty", "sixty", "several", "one", "many",
];
