//! Persons by the shape of their names: first names, initials, family names first, words of speech after them.
//!
//! ```text
//! [Anna E. Berg]    [Park Min-ho]    [Omar al-Rashid], 54,    [Obote] said
//! ```

use super::page::Page;
use crate::suggest::{gazetteer::Gazetteer, kind::Kind, lexicon::Tags, passage::Case};

/// The longest name of a person, in words and hyphens.
const LONGEST_WORDS: usize = 7;

/// Where a person's name ends that begins at a word; the run ends at `limit`.
pub(super) fn end_of_person(page: &Page<'_>, start: usize, limit: usize) -> usize {
    let stops = |at: usize| {
        let long_hit = page.hit(at).is_some_and(|(end, entry)| end > at + 1 && entry.kind != Kind::Person);
        let other = page.hit_of(at, &[Kind::Group, Kind::Organization]).is_some();
        long_hit || other || page.has(at, Tags::HONORIFIC) || page.has(at, Tags::ROLE) && at > start + 1
    };
    (start + 1..limit.min(start + LONGEST_WORDS))
        .find(|at| stops(*at))
        .unwrap_or(limit.min(start + LONGEST_WORDS))
}

/// A person whose name begins with a usual first name, with initials, or with a family name before hyphens.
pub(super) fn by_first_name(
    page: &Page<'_>,
    start: usize,
    limit: usize,
) -> Option<(usize, u16, &'static str)> {
    let lists = Gazetteer::built_in();
    let end = end_of_person(page, start, limit);
    let has_more = end > start + 1;
    if (page.passage.is_headline || page.has(start, Tags::PLAIN | Tags::ORGANISATION))
        && !lists.is_first_name(page.text(start))
    {
        return None;
    }
    if is_family_first(page, start, end) {
        return Some((end, 930, "family name and hyphenated name"));
    }
    if has_more && lists.is_first_name(page.text(start)) {
        let sure = lists.is_surname(page.text(end - 1))
            || !page.has(start + 1, Tags::PLAIN | Tags::PLACE | Tags::ORGANISATION);
        return sure.then_some((end, 900, "first name"));
    }
    if has_more && page.word(start).is_some_and(|word| word.case == Case::Initial) {
        return Some((end, 850, "initials"));
    }
    let has_initial = (start + 1..end).any(|at| page.word(at).is_some_and(|word| word.case == Case::Initial));
    if has_initial && !page.opens(start) {
        return Some((end, 850, "initials"));
    }
    let last_is_surname = has_more && lists.is_surname(page.text(end - 1));
    (last_is_surname && !page.opens(start)).then_some((end, 780, "family name"))
}

/// `Park Min-ho`: a short family name and two syllables with a hyphen.
fn is_family_first(page: &Page<'_>, start: usize, end: usize) -> bool {
    end == start + 4
        && super::runs::is_hyphen(page, start + 2)
        && page.text(start).chars().count() <= 7
        && page.text(start + 1).chars().count() <= 6
        && page.text(start + 3).chars().count() <= 6
        && page.word(start + 3).is_some_and(|word| word.case == Case::Lower)
}

/// A person where the first word is a place too: `Jordan Smith`, `Ms. Paris`.
pub(super) fn despite_place(
    page: &Page<'_>,
    start: usize,
    limit: usize,
) -> Option<(usize, u16, &'static str)> {
    let lists = Gazetteer::built_in();
    let next = start + 1;
    let joins = next < limit
        && page.is_name_word(next)
        && !page.has(next, Tags::ROLE | Tags::ORGANISATION | Tags::ROLE_MODIFIER | Tags::PLAIN);
    let is_first = lists.is_first_name(page.text(start));
    let goes_on =
        lists.is_surname(page.text(next)) || page.word(next).is_some_and(|word| word.case == Case::Initial);
    (joins && is_first && goes_on && page.hit(next).is_none())
        .then(|| (end_of_person(page, start, limit), 820, "first name"))
}
