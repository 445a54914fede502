//! Numbers that say how much: sums of money, shares, counts, measures.
//!
//! ```text
//! [$2.5 million]    [about 40 percent]    [23] launches    [5,000 troops]
//! ```

use super::{dates, page::Page};
use crate::{
    suggest::{candidate::Candidate, kind::Kind},
    text::TokenKind,
};

/// The quantities of a page.
pub(super) fn find(page: &Page<'_>) -> Vec<Candidate> {
    page.scan(Kind::Quantity, |start| quantity(page, start).map(|(end, score, why)| (start..end, score, why)))
}

fn quantity(page: &Page<'_>, start: usize) -> Option<(usize, u16, &'static str)> {
    if CURRENCY_SIGNS.contains(&page.text(start)) && page.is_kind(start + 1, TokenKind::Number) {
        return Some((scale(page, start + 2), 930, "sum of money"));
    }
    if page.text(start) == "US" && page.text(start + 1) == "$" && page.is_kind(start + 2, TokenKind::Number) {
        return Some((scale(page, start + 3), 930, "sum of money"));
    }
    let end = number(page, start)?;
    let unit = page.text(end);
    let hyphen = usize::from(super::runs::is_hyphen(page, end));
    if unit == "%" || PERCENT.contains(&unit) {
        let end = if page.text(end) == "per" { end + 2 } else { end + 1 };
        return Some((end, 930, "share"));
    }
    if CURRENCIES.contains(&unit) || CURRENCIES.contains(&page.text(end + 1)) && page.hit(end).is_some() {
        let end = if CURRENCIES.contains(&unit) { end + 1 } else { end + 2 };
        return Some((end, 900, "sum of money"));
    }
    if UNITS.contains(&page.text(end + hyphen)) {
        return Some((end + hyphen + 1, 880, "measure"));
    }
    let is_figure = page.is_kind(start, TokenKind::Number);
    let is_year = dates::is_year(page, start) && end == start + 1;
    (is_figure && !is_year && counts(page, start, end)).then_some((end, 620, "number"))
}

/// A number in figures or words with its `million`: the end.
fn number(page: &Page<'_>, start: usize) -> Option<usize> {
    if page.is_kind(start, TokenKind::Number) && !page.is_glued(start) || page.text(start).is_empty() {
        return (!page.text(start).is_empty()).then(|| scale(page, start + 1));
    }
    NUMBER_WORDS.contains(&page.text(start)).then(|| scale(page, start + 1))
}

fn scale(page: &Page<'_>, end: usize) -> usize {
    if SCALES.contains(&page.text(end)) { end + 1 } else { end }
}

/// Whether a bare figure counts something: a noun in lower case follows.
fn counts(page: &Page<'_>, start: usize, end: usize) -> bool {
    let clock = page.text(start).contains(':');
    page.word(end).is_some_and(|word| word.kind == TokenKind::Word && !word.is_capitalised() && !word.glued)
        && !clock
        && !matches!(
            page.text(end),
            "and" | "in" | "at" | "to" | "on" | "for" | "or" | "by" | "with" | "a.m." | "p.m."
        )
}

const CURRENCY_SIGNS: &[&str] = &["$", "€", "£", "¥", "₩"];
const CURRENCIES: &[&str] = &[
    "dollar", "dollars", "euro", "euros", "pounds", "yen", "won", "yuan", "rubles", "roubles", "rupees",
    "cents", "francs", "pesos", "riyals", "marks", "lira", "liras", "crowns", "kronor", "shekels", "dinars",
    "baht",
];
const PERCENT: &[&str] = &["percent", "per", "percentage"];
const SCALES: &[&str] = &["hundred", "thousand", "million", "billion", "trillion", "m", "bn"];
const NUMBER_WORDS: &[&str] = &[
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen",
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "one",
];
const UNITS: &[&str] = &[
    "kilometer",
    "kilometers",
    "kilometre",
    "kilometres",
    "km",
    "mile",
    "miles",
    "meter",
    "meters",
    "metre",
    "metres",
    "foot",
    "feet",
    "inch",
    "inches",
    "kilogram",
    "kilograms",
    "kg",
    "kilo",
    "kilos",
    "ton",
    "tons",
    "tonne",
    "tonnes",
    "barrel",
    "barrels",
    "gallon",
    "gallons",
    "liter",
    "liters",
    "litres",
    "acre",
    "acres",
    "hectare",
    "hectares",
    "megawatt",
    "megawatts",
    "kiloton",
    "kilotons",
    "degrees",
    "mph",
    "knots",
    "ounce",
    "ounces",
    "pound",
];
