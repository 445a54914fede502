//! Years and what is made of years, and the parts of a year that have numbers and names.
//!
//! ```text
//! in [2019]    [1998-2000]    [the 1990s]    [the 19th century]    [the third quarter of 2018]    [Q3 2019]    [the spring]
//! ```

use super::{Hit, Words, relative};
use crate::time::{
    Certainty, Unit,
    meaning::{Named, Origin, When, Which},
    period::Period,
    vocabulary::{Sense, year},
};

/// All of these but a year alone.
pub(super) fn period(words: &Words<'_>, at: usize) -> Option<Hit> {
    let first = at + words.skip(at, "the");
    let hit = decade(words, first)
        .or_else(|| years(words, at))
        // "The [19th-century] church": the article is that of the church.
        .or_else(|| numbered(words, first).filter(|_| first == at || !words.is_hyphen(first + 1)))
        .or_else(|| short_quarter(words, at))
        .or_else(|| season(words, at))?;
    // No value of ours reaches back so far.
    let is_before_christ = words.is(hit.end, &["b.c.", "bc", "bce", "b.c.e."]);
    Some(if is_before_christ { Hit::date(hit.end + 1, When::Unknown) } else { hit })
}

/// A year, a season: where words before it leave no doubt, as in `late 2018`, `early spring`.
pub(super) fn bare(words: &Words<'_>, at: usize) -> Option<Hit> {
    if let Some(year) = year(words.text(at)) {
        return Some(Hit::date(at + 1, When::Fixed(Period::Year(year))));
    }
    match words.sense(at) {
        Sense::Season(season) => Some(with_year(words, at + 1, Named::Season(season))),
        _ => None,
    }
}

/// `1990s`, `’90s`
fn decade(words: &Words<'_>, at: usize) -> Option<Hit> {
    let sign = usize::from(words.is(at, &["'", "‘"]) && words.is_glued(at + 1));
    let figures = words.lower(at + sign).strip_suffix('s')?.trim_end_matches('\'');
    let number: i16 = figures.parse().ok().filter(|number| number % 10 == 0)?;
    let year = match (figures.len(), sign) {
        (4, 0) if (1500..2100).contains(&number) => number,
        (2, 1) => number + 1900,
        _ => return None,
    };
    Some(Hit::date(at + sign + 1, When::Fixed(Period::Decade(year))))
}

/// `1998-2000`, `2019-20`
fn years(words: &Words<'_>, at: usize) -> Option<Hit> {
    let first = year(words.text(at))?;
    let joined = words.is_glued(at + 1) && words.is_glued(at + 2) && words.is(at + 1, &["-", "–", "/"]);
    let text = words.text(at + 2);
    let short =
        || text.parse::<i16>().ok().filter(|_| text.len() == 2).map(|last| first - first % 100 + last);
    let last = year(text).or_else(short).filter(|last| joined && *last > first)?;
    let is_alone = !(words.is_glued(at + 3) && words.is(at + 3, &["-", "/"]));
    is_alone.then(|| Hit::date(at + 3, When::Fixed(Period::Years(first, last))))
}

/// `19th century`, `third quarter of 2018`, `first half of the year`, `first day`
fn numbered(words: &Words<'_>, at: usize) -> Option<Hit> {
    let (number, after) = ordinal(words, at)?;
    let unit_at = after + words.hyphen(after);
    let end = unit_at + 1;
    let small = i8::try_from(number).ok()?;
    match words.sense(unit_at) {
        Sense::Unit(Unit::Century, _) if number > 1 => {
            Some(Hit::date(end, When::Fixed(Period::Century(i16::from(small) - 1))))
        }
        Sense::Unit(Unit::Quarter, _) if number <= 4 => {
            let is_told = words.is(end, &["of", ","]) || words.follows(at, &["the"]);
            let certainty = if is_told { Certainty::Sure } else { Certainty::Likely };
            Some(with_year(words, end, Named::Quarter(small)).but(certainty))
        }
        // Halves and days are told without "the" in sports only.
        _ if number <= 2 && words.is(unit_at, &["half"]) => {
            Some(with_year(words, end, Named::Half(small))).filter(|hit| hit.end > end)
        }
        Sense::Unit(Unit::Day | Unit::Week | Unit::Month | Unit::Year, 1)
            if words.follows(at, &["the"]) && unit_at == after && !is_of_date(words, end) =>
        {
            Some(Hit::date(end, When::Unknown).but(Certainty::Doubtful))
        }
        _ => None,
    }
}

/// "The first week of October" is told by its month.
fn is_of_date(words: &Words<'_>, at: usize) -> bool {
    words.is(at, &["of"])
        && (matches!(words.sense(at + 1), Sense::Month(_)) || year(words.text(at + 1)).is_some())
}

/// `third`, `twenty-first`, and the word after it.
fn ordinal(words: &Words<'_>, at: usize) -> Option<(u32, usize)> {
    match (words.sense(at), words.sense(at + 2)) {
        (Sense::Ordinal(number), _) => Some((number, at + 1)),
        (Sense::Count(tens @ 20), Sense::Ordinal(ones)) if words.is_hyphen(at + 1) && ones < 10 => {
            Some((tens + ones, at + 3))
        }
        _ => None,
    }
}

/// `Q3`, `Q3 2019`
fn short_quarter(words: &Words<'_>, at: usize) -> Option<Hit> {
    let number: i8 = words.lower(at).strip_prefix('q')?.parse().ok()?;
    (1..=4).contains(&number).then(|| with_year(words, at + 1, Named::Quarter(number)))
}

/// `the spring`, `the fall of 2003`, `spring 2018`: not the spring in a rock, not the fall of a city.
fn season(words: &Words<'_>, at: usize) -> Option<Hit> {
    let the = words.skip(at, "the");
    let Sense::Season(season) = words.sense(at + the) else {
        return None;
    };
    let end = at + the + 1;
    let hit = with_year(words, end, Named::Season(season));
    let is_dated = hit.end > end;
    let asked =
        words.follows(at, &["in", "since", "until", "by", "during", "through", "for", "over", "before"]);
    let common = words.is(at + the, &["spring", "fall"]);
    let is_time =
        is_dated || asked && (the == 1 || !common) && !words.is(end, &["of"]) && !words.is_hyphen(end);
    is_time.then(|| hit.but(if is_dated { Certainty::Sure } else { Certainty::Likely }))
}

/// The part of a year with the year that follows: `of 2018`, `2018`, `of the year`, `of last year`.
fn with_year(words: &Words<'_>, at: usize, named: Named) -> Hit {
    let of = usize::from(words.is(at, &["of", ","]));
    let start = at + of;
    if let Some(year) = year(words.text(start)) {
        return Hit::date(start + 1, in_year(named, year));
    }
    let this_year = words.is(start, &["the"]) && words.is(start + 1, &["year"]) && of == 1;
    if this_year {
        let year = When::Shifted { unit: Unit::Year, by: 0, from: Origin::Published };
        return Hit::date(start + 2, When::Within(named, Box::new(year)));
    }
    if words.is(at, &[","]) {
        return Hit::date(at, When::Named(named, Which::Near));
    }
    if let Some(hit) = relative::of_publication(words, start)
        && let Some(year @ When::Shifted { unit: Unit::Year, .. }) = hit.when()
    {
        return Hit::date(hit.end, When::Within(named, Box::new(year.clone())));
    }
    Hit::date(at, When::Named(named, Which::Near))
}

fn in_year(named: Named, year: i16) -> When {
    When::Fixed(match named {
        Named::Quarter(quarter) => Period::Quarter(year, quarter),
        Named::Half(half) => Period::Half(year, half),
        Named::Season(season) => Period::Season(year, season),
        Named::Month(month) => Period::Month(year, month),
        Named::Weekday(_) | Named::Weekend | Named::Days { .. } => Period::Year(year),
    })
}

/// `2019` alone, as sure as the words around it make it.
pub(super) fn lone_year(words: &Words<'_>, at: usize) -> Option<Hit> {
    let year = year(words.text(at))?;
    if words.is_hyphen(at)
        || words.is_glued(at) && at.checked_sub(1).is_some_and(|before| words.is_number(before))
    {
        return None;
    }
    let hit = Hit::date(at + 1, When::Fixed(Period::Year(year)));
    if words.follows(at, BEFORE_YEARS) {
        let is_counted = words.is(at + 1, &["%", "percent", "people", "dollars", "men", "women"]);
        return (!is_counted).then_some(hit);
    }
    if words.follows(at, NUMBERED) {
        return None;
    }
    // "Peace Mission 2005" may be one of a year or the two thousand and fifth.
    let follows_name =
        at.checked_sub(1).is_some_and(|before| words.is_word(before) && words.is_capitalised(before));
    let counts = words.is_word(at + 1) && !words.is_capitalised(at + 1) && !words.is(at + 1, AFTER_YEARS);
    match (follows_name, counts) {
        (false, false) => Some(hit.but(Certainty::Likely)),
        (true, false) => Some(hit.but(Certainty::Doubtful)),
        (_, true) => {
            words.follows(at, &["a", "his", "her", "its", "their"]).then(|| hit.but(Certainty::Doubtful))
        }
    }
}

/// Words before a number that is no year.
const NUMBERED: &[&str] = &[
    "no.",
    "number",
    "page",
    "than",
    "$",
    "€",
    "£",
    "#",
    "flight",
    "boeing",
    "highway",
    "route",
    "room",
    "resolution",
    "section",
    "article",
    "channel",
    "windows",
    "model",
    "unit",
    "line",
    "train",
    "lot",
];

const BEFORE_YEARS: &[&str] = &[
    "in", "since", "of", "until", "till", "by", "from", "before", "after", "during", "the", "(", "through",
    "to", "between", "year", "for", "around", "about", "early", "late", "spring", "summer", "autumn", "fall",
    "winter", "and",
];

const AFTER_YEARS: &[&str] = &[
    "was",
    "were",
    "is",
    "will",
    "would",
    "has",
    "had",
    "and",
    "or",
    "but",
    "when",
    "that",
    "as",
    "because",
    "after",
    "before",
    "to",
    "by",
    "on",
    "in",
    "with",
    "for",
    "at",
    "under",
    "election",
    "elections",
    "war",
];
