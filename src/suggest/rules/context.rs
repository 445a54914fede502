//! What the words around a name tell about it, where its own words do not.

use super::{page::Page, places};
use crate::{
    suggest::{
        candidate::Candidate,
        gazetteer::{Entry, Gazetteer},
        kind::Kind,
        lexicon::Tags,
        passage::Case,
        why::{CAPITALS, ORGANISATION_WORD, PLACE_WORD},
    },
    text::TokenKind,
};

/// The guess for words that no list has; `None` where nothing speaks for a name.
pub(super) fn guess(page: &Page<'_>, start: usize, end: usize) -> Option<Candidate> {
    let span = page.passage.span(&(start..end))?;
    let is_single = end == start + 1;
    let opens = page.opens(start);
    let letters = page.text(start).chars().filter(|character| character.is_alphabetic()).count();
    let has_digit = page.text(start).chars().any(|character| character.is_ascii_digit());
    if is_single && (letters < 2 || has_digit || page.text(start).ends_with("ism"))
        || is_code(page, start, end)
    {
        return None;
    }
    if is_single && page.has(start, Tags::PLAIN | Tags::FUNCTION | Tags::ROLE | Tags::ROLE_MODIFIER)
        || (start..end).all(|at| page.has(at, Tags::PLAIN))
    {
        return None;
    }
    let is_shouted =
        !is_single && (start..end).all(|at| page.word(at).is_some_and(|word| word.case == Case::Upper));
    if page.passage.is_headline || is_shouted {
        let mut candidate = Candidate::rule(span, Kind::Person, 300, CAPITALS);
        (candidate.is_open, candidate.needs_support) = (true, true);
        return Some(candidate);
    }
    let (kind, score, why, is_open) = by_neighbours(page, start, end).map_or_else(
        || {
            let (kind, score) = by_shape(page, start, end);
            (kind, score, CAPITALS, true)
        },
        |(kind, score, why)| (kind, score, why, score < 800),
    );
    let mut candidate = Candidate::rule(span, kind, score, why);
    candidate.is_open = is_open;
    candidate.needs_support = opens && is_single && score < 700;
    Some(candidate)
}

/// The kind that the words beside the name speak for.
fn by_neighbours(page: &Page<'_>, start: usize, end: usize) -> Option<(Kind, u16, &'static str)> {
    if places::is_within_larger(page, end) && end - start <= 3 {
        return Some((Kind::Place, 850, "place within a place"));
    }
    if start > 0 && page.has_before(start, 1, Tags::PERSON_BEFORE) && !page.opens(start) {
        return Some((Kind::Person, 880, "title before name"));
    }
    if is_aged(page, end) {
        return Some((Kind::Person, 900, "name with age"));
    }
    if places::is_place_by_context(page, start, end) {
        return Some((Kind::Place, 820, PLACE_WORD));
    }
    if page.has_before(start, 1, Tags::ORGANISATION_BEFORE) {
        return Some((Kind::Organization, 800, ORGANISATION_WORD));
    }
    if belongs_to_body(page, start, end) {
        return Some((Kind::Organization, 740, "word for a part of an organisation"));
    }
    if is_apposition(page, end) {
        return Some((Kind::Person, 820, "title beside name"));
    }
    if page.has(end, Tags::SPEECH) && page.word(start).is_some_and(|word| word.case != Case::Upper) {
        return Some((Kind::Person, if page.opens(start) { 720 } else { 780 }, "word of speech after name"));
    }
    if page.has_before(start, 1, Tags::PLACE_BEFORE) && end - start <= 2 && !is_acronym(page, start, end) {
        return Some((
            Kind::Place,
            if matches!(page.before(start, 1), "in" | "near") { 720 } else { 560 },
            "preposition before a place",
        ));
    }
    None
}

/// `Magna shares`, `Magna’s chairman`, `chairman of Magna`
fn belongs_to_body(page: &Page<'_>, start: usize, end: usize) -> bool {
    let possessive = usize::from(page.is_kind(end, TokenKind::Possessive));
    let part_follows =
        page.has(end + possessive, Tags::ORGANISATION_AFTER) && !page.is_glued(end + possessive);
    let office_before =
        matches!(page.before(start, 1), "of" | "at") && page.has_before(start, 2, Tags::PERSON_BEFORE);
    part_follows && end == start + 1 || office_before
}

/// `Berg, 54,`
fn is_aged(page: &Page<'_>, end: usize) -> bool {
    page.text(end) == ","
        && page.is_kind(end + 1, TokenKind::Number)
        && page.text(end + 1).len() == 2
        && matches!(page.text(end + 2), "," | ".")
}

/// `Berg, the deputy minister` and `Berg, who`
fn is_apposition(page: &Page<'_>, end: usize) -> bool {
    if page.text(end) != "," {
        return false;
    }
    let first = page.text(end + 1);
    let reach = if matches!(first, "the" | "a" | "an" | "its" | "his" | "her") { 6 } else { 4 };
    let role = (end + 1..end + 1 + reach)
        .take_while(|at| !matches!(page.text(*at), "," | "." | "of" | "that" | "which"))
        .any(|at| page.has(at, Tags::PERSON_BEFORE));
    first == "who" || first == "whose" || role
}

/// The kind that the name's own shape speaks for.
fn by_shape(page: &Page<'_>, start: usize, end: usize) -> (Kind, u16) {
    if is_acronym(page, start, end) {
        return (Kind::Organization, 580);
    }
    let words = end - start;
    if (start..end).any(|at| page.text(at) == "&") {
        return (Kind::Organization, 800);
    }
    let is_surname = Gazetteer::built_in().is_surname(page.text(end - 1));
    let article = matches!(page.before(start, 1), "the" | "The");
    if words == 1 && page.has(start, Tags::DIRECTION) {
        return (Kind::Place, if article { 700 } else { 600 });
    }
    if words == 1
        && ["ian", "ians", "ese", "stani", "stanis"].iter().any(|end| page.text(start).ends_with(end))
    {
        return (Kind::Group, 620);
    }
    let plain = article
        || (start..end).any(|at| page.has(at, Tags::PLAIN | Tags::DIRECTION | Tags::PLACE | Tags::EVENT));
    match (words, is_surname, plain) {
        (_, _, true) => (Kind::Organization, if article { 470 } else { 400 }),
        (1, true, _) => (Kind::Person, 540),
        (1, false, _) => (Kind::Person, 460),
        (2..=4, _, _) => (Kind::Person, 550),
        _ => (Kind::Organization, 420),
    }
}

/// `BC-NATO-TALKS`: what machines write.
fn is_code(page: &Page<'_>, start: usize, end: usize) -> bool {
    let is_upper = |at: usize| page.word(at).is_some_and(|word| word.case == Case::Upper);
    end - start >= 5 && (start..end).all(|at| page.text(at) == "-" || is_upper(at))
}

fn is_acronym(page: &Page<'_>, start: usize, end: usize) -> bool {
    let word = page.word(start);
    end == start + 1
        && word.is_some_and(|word| word.case == Case::Upper && (2..=7).contains(&word.text.chars().count()))
}

/// How sure a listed name is where it stands, and whether the article may know better.
pub(super) fn weigh_listed(page: &Page<'_>, start: usize, end: usize, entry: &Entry) -> (u16, bool) {
    let lists = Gazetteer::built_in();
    let is_single = end == start + 1;
    let may_be_person = is_single && (lists.is_surname(entry.name) || lists.is_first_name(entry.name));
    match entry.kind {
        Kind::Place if places::is_within_larger(page, end) || page.before(start, 1) == "," => (930, false),
        Kind::Place if page.has_before(start, 1, Tags::PLACE_BEFORE) => (920, false),
        Kind::Place if may_be_person && entry.list == "cities" => (620, true),
        Kind::Place if entry.list == "cities" => (800, true),
        Kind::Place => (910, false),
        Kind::Group => (900, false),
        Kind::Organization if is_single && page.has(start, Tags::ORGANISATION) => (640, false),
        Kind::Organization if entry.name.len() <= 3 => (780, false),
        _ => (880, false),
    }
}
