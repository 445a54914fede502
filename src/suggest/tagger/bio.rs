//! Marks as tags of tokens: `O` outside, `B` the first of a mark, `I` the others (Ramshaw and Marcus 1995).

use super::super::kind::Kind;
use std::ops::Range;

/// What the taggers can tell, in the order of their tags.
pub(in crate::suggest) const KINDS: [Kind; 7] =
    [Kind::Person, Kind::Organization, Kind::Place, Kind::Group, Kind::Date, Kind::Event, Kind::Quantity];

/// `O`, then `B` and `I` of each kind.
pub(super) const TAGS: usize = 1 + 2 * KINDS.len();

/// Whether a tag may follow another: an `I` follows only the `B` or `I` of its kind.
pub(super) fn may_follow(tag: usize, before: usize) -> bool {
    tag == 0 || tag % 2 == 1 || before == tag || before + 1 == tag
}

/// The path that ends in a tag: for each token and tag, `came_from` says the best tag before it.
pub(super) fn walk_back<const N: usize>(came_from: &[[u8; N]], last: usize) -> Vec<usize> {
    let mut tag = last;
    let mut path = Vec::with_capacity(came_from.len());
    for from in came_from.iter().rev() {
        path.push(tag);
        tag = from.get(tag).map_or(0, |before| usize::from(*before));
    }
    path.reverse();
    path
}

/// The marks of a sequence of tags: their tokens, and their kinds by number: 0 for what is tagged 1 and 2, 1 for 3 and 4, and so on.
pub(super) fn runs(path: &[usize]) -> Vec<(Range<usize>, usize)> {
    let mut found: Vec<(Range<usize>, usize)> = Vec::new();
    for (index, tag) in path.iter().enumerate() {
        let Some(number) = tag.checked_sub(1).map(|tag| tag / 2) else {
            continue;
        };
        match found.last_mut() {
            Some((last, _)) if tag % 2 == 0 && last.end == index => last.end = index + 1,
            _ => found.push((index..index + 1, number)),
        }
    }
    found
}
