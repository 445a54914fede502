//! Rules that find names, dates and other things by how news is written.
//!
//! Each rule is a small file of its own with its tests; all of them read the same [`Page`]. A rule may propose what
//! another proposes too, or what overlaps it: the ranking decides.

mod acronyms;
mod context;
mod dates;
mod events;
mod names;
mod organisations;
mod page;
mod people;
mod places;
mod quantities;
mod roles;
mod runs;
mod weapons;

pub(super) use acronyms::fits as fits_initials;
pub(super) use page::Page;

use super::candidate::Candidate;

/// Everything that the rules and the gazetteer propose for a page, overlaps included.
pub(super) fn find(page: &Page<'_>) -> Vec<Candidate> {
    let mut found = names::find(page);
    acronyms::settle(page, &mut found);
    found.extend(roles::find(page));
    found.extend(dates::find(page));
    found.extend(weapons::find(page));
    found.extend(quantities::find(page));
    found
}
