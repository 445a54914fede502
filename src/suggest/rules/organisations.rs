//! Organisations by the word that heads them: ministries, agencies, parties, papers, companies.
//!
//! ```text
//! [North Korean Foreign Ministry]    the [Ministry of Trade and Industry]    the [Park administration]
//! ```

use super::page::Page;
use crate::suggest::{kind::Kind, lexicon::Tags};

/// The longest name of an organisation, in words.
const LONGEST_WORDS: usize = 9;

/// Where an organisation ends that begins at a word of a run that ends at `limit`.
pub(super) fn organisation(page: &Page<'_>, start: usize, limit: usize) -> Option<usize> {
    let mut end = None;
    for index in start..limit.min(start + LONGEST_WORDS) {
        if page.has(index, Tags::HONORIFIC) || is_office(page, index) && !page.has(index, Tags::ORGANISATION)
        {
            break;
        }
        if page.has(index, Tags::ORGANISATION) && (index > start || is_sole_head(page, index)) {
            end = Some(index + 1);
        }
    }
    let end = end.or_else(|| page.has(start, Tags::ORGANISATION_OF).then_some(start + 1));
    let Some(end) = end else {
        return lower_head(page, start, limit);
    };
    let full = complement(page, end);
    let is_named = full > end || end > start + 1 || is_sole_head(page, start);
    is_named.then_some(full)
}

fn is_office(page: &Page<'_>, index: usize) -> bool {
    page.has(index, Tags::ROLE) && page.is_capitalised(index)
}

/// No word of the lists names a body by itself; those that do stand in the gazetteer.
fn is_sole_head(page: &Page<'_>, index: usize) -> bool {
    page.hit_of(index, &[Kind::Organization]).is_some()
}

/// `of Trade and Industry`, `for Strategic Studies` after a head: the end of the whole.
fn complement(page: &Page<'_>, end: usize) -> usize {
    if page.text(end) == "of" {
        // "House of Commons of Canada", "Supreme Court of India"
        if let Some(after) = page.hit_of(end + 1, &[Kind::Place]) {
            return after;
        }
    }
    let takes = end.checked_sub(1).is_some_and(|head| page.has(head, Tags::ORGANISATION_OF));
    if !takes || !matches!(page.text(end), "of" | "for" | "on" | "against") {
        return end;
    }
    let mut index = end + 1;
    if page.text(index) == "the" {
        index += 1;
    }
    let mut full = end;
    while page.is_name_word(index) && !page.opens(index) {
        index = page.hit(index).map_or(index + 1, |(after, _)| after);
        full = index;
        let joins = matches!(page.text(index), "and" | "&" | ",") && page.is_name_word(index + 1);
        let lists = page.text(index) == "," && !matches!(page.text(index + 2), "and" | ",");
        if joins && !lists && page.has(end - 1, Tags::ORGANISATION_OF) && page.hit(index + 1).is_none() {
            index += 1;
        }
    }
    full
}

/// `the Kim regime`, `the Walters administration`: a name and a head in lower case.
fn lower_head(page: &Page<'_>, start: usize, limit: usize) -> Option<usize> {
    let head = page.text(limit);
    let is_head = matches!(head, "regime" | "administration");
    let is_known = page.hit_of(start, &[Kind::Group]) == Some(limit) && head == "regime";
    (is_head && limit - start <= 2 && !is_known && page.hit_of(start, &[Kind::Place]).is_none())
        .then_some(limit + 1)
}
