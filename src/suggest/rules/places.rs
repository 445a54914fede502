//! Places by their pattern: a head word, a first word, a word for a kind of place beside the name.
//!
//! ```text
//! [Demilitarized Zone]    [Lake Van]    [Bay of Pigs]    [Helmand] province    the port of [Odessa]
//! ```

use super::page::Page;
use crate::suggest::{kind::Kind, lexicon::Tags};

/// Where a place ends that begins at a word of a run that ends at `limit`, by its own words.
pub(super) fn place(page: &Page<'_>, start: usize, limit: usize) -> Option<usize> {
    if page.has(start, Tags::PLACE_FIRST) {
        if matches!(page.text(start + 1), "of") && page.is_name_word(start + 2) {
            return Some(page.hit(start + 2).map_or(start + 3, |(end, _)| end));
        }
        if start + 1 < limit && !page.has(start, Tags::HONORIFIC) {
            return Some((start + 3).min(limit));
        }
    }
    if page.has(start, Tags::DIRECTION)
        && start + 1 < limit
        && let Some(end) = page.hit_of(start + 1, &[Kind::Place])
    {
        return Some(end);
    }
    let head = (start + 1..limit.min(start + 5)).rev().find(|index| page.has(*index, Tags::PLACE))?;
    let is_clean =
        (start..head).all(|index| !page.has(index, Tags::ROLE | Tags::HONORIFIC | Tags::ORGANISATION));
    is_clean.then_some(head + 1)
}

/// Whether the words around `start..end` say that a place stands there.
pub(super) fn is_place_by_context(page: &Page<'_>, start: usize, end: usize) -> bool {
    let next_is_kind = PLACE_KINDS.contains(&page.text(end)) && end - start <= 3;
    let kind_before = page.before(start, 1) == "of" && PLACE_KINDS.contains(&page.before(start, 2));
    let apposition = PLACE_KINDS.contains(&page.before(start, 1)) && page.before(start, 1) != "state";
    next_is_kind || kind_before || apposition
}

/// Whether a place, a comma and a larger place stand here: `Odessa, Ukraine`, but not `Anna Weber, Austria’s envoy`.
pub(super) fn is_within_larger(page: &Page<'_>, end: usize) -> bool {
    let larger = (page.text(end) == ",").then(|| page.hit_of(end + 1, &[Kind::Place])).flatten();
    larger.is_some_and(|after| !page.text(after).starts_with(['’', '\'']))
}

/// Words for kinds of places, in lower case beside a name.
const PLACE_KINDS: &[&str] = &[
    "airport",
    "area",
    "border",
    "capital",
    "cities",
    "city",
    "coast",
    "county",
    "desert",
    "district",
    "districts",
    "island",
    "islands",
    "mountains",
    "neighborhood",
    "neighbourhood",
    "peninsula",
    "port",
    "province",
    "provinces",
    "region",
    "resort",
    "river",
    "state",
    "suburb",
    "territory",
    "town",
    "valley",
    "village",
    "villages",
    "province's",
    "republic",
    "enclave",
];
