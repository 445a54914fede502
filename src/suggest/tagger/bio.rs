//! Marks as tags of tokens: `O` outside, `B` the first of a mark, `I` the others (Ramshaw and Marcus 1995).

use super::super::kind::Kind;
use std::ops::Range;

/// What the taggers can tell, in the order of their tags.
pub(in crate::suggest) const KINDS: [Kind; 7] =
    [Kind::Person, Kind::Organization, Kind::Place, Kind::Group, Kind::Date, Kind::Event, Kind::Quantity];

/// `O`, then `B` and `I` of each kind.
pub(super) const TAGS: usize = 1 + 2 * KINDS.len();

/// A value for each tag of one token.
pub(super) type Row = [f32; TAGS];

/// Whether a tag may follow another: an `I` follows only the `B` or `I` of its kind.
pub(super) fn may_follow(tag: usize, before: usize) -> bool {
    tag == 0 || tag % 2 == 1 || before == tag || before + 1 == tag
}

/// The sequence of tags with the highest sum that keeps to the rules (Viterbi 1967).
pub(super) fn best_path(rows: &[Row]) -> Vec<usize> {
    let mut sums: Row = [0.0; TAGS];
    let mut came_from: Vec<[u8; TAGS]> = Vec::with_capacity(rows.len());
    for (index, row) in rows.iter().enumerate() {
        let mut next = [f32::NEG_INFINITY; TAGS];
        let mut from = [0; TAGS];
        for (tag, ((next, from), value)) in next.iter_mut().zip(&mut from).zip(row).enumerate() {
            let before = sums.iter().enumerate();
            // Before the first token stands nothing, as after an `O`.
            let fitting = before.filter(|(before, _)| {
                if index == 0 { *before == 0 && may_follow(tag, 0) } else { may_follow(tag, *before) }
            });
            if let Some((before, sum)) = fitting.max_by(|a, b| a.1.total_cmp(b.1)) {
                *next = sum + value;
                *from = u8::try_from(before).unwrap_or(0);
            }
        }
        sums = next;
        came_from.push(from);
    }
    let best = sums.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1));
    walk_back(&came_from, best.map_or(0, |(tag, _)| tag))
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

/// The marks of a sequence of tags: their tokens and kinds.
pub(super) fn marks(path: &[usize]) -> Vec<(Range<usize>, Kind)> {
    let kind = |(tokens, number)| KINDS.get(number).map(|kind| (tokens, *kind));
    runs(path).into_iter().filter_map(kind).collect()
}

/// The same by number: 0 for what is tagged 1 and 2, 1 for 3 and 4, and so on.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn row(likely: usize) -> Row {
        let mut row = [-5.0; TAGS];
        if let Some(value) = row.get_mut(likely) {
            *value = -0.1;
        }
        row
    }

    #[test]
    fn a_mark_goes_on_only_in_its_own_kind() {
        // B-Person I-Person O I-Place: the last cannot be, and something else is read.
        let path = best_path(&[row(1), row(2), row(0), row(6)]);
        assert_eq!(path.get(..2), Some([1, 2].as_slice()));
        assert!(path.windows(2).all(|pair| may_follow(pair[1], pair[0])), "{path:?}");
        assert_ne!(best_path(&[row(2)]), [2]);
        assert_eq!(marks(&[1, 2, 0, 5, 5]), [(0..2, Kind::Person), (3..4, Kind::Place), (4..5, Kind::Place)]);
        assert!(best_path(&[]).is_empty() && marks(&[]).is_empty());
    }
}
