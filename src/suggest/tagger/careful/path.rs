//! The best sequence of tags for what the network says of each word.

use crate::suggest::{
    kind::Kind,
    tagger::bio::{KINDS, TAGS, may_follow, runs, walk_back},
};
use std::ops::Range;

/// A value for each tag of one token.
pub(super) type Row = [f32; TAGS];

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

/// The marks of a sequence of tags: their tokens and kinds.
pub(super) fn marks(path: &[usize]) -> Vec<(Range<usize>, Kind)> {
    let kind = |(tokens, number)| KINDS.get(number).map(|kind| (tokens, *kind));
    runs(path).into_iter().filter_map(kind).collect()
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
