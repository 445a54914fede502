//! The best tags of a sentence: sums along paths through a lattice of tokens and tags.
//!
//! Works on whole numbers, so that it finds the same on every machine. `N` is the number of tags: `O`, then `B` and `I`
//! of each kind. Whatever the number, a tag may follow another as [`may_follow`] says.

use super::super::bio::{may_follow, walk_back};
use std::cmp::Reverse;

/// What each tag of a token is worth, or what each step from a tag to the next is.
pub(super) type Row<const N: usize> = [i32; N];

/// The tags that may be right for a token, as bits.
pub(super) type Allowed = u64;

/// What cannot be.
const NEVER: i32 = i32::MIN / 4;

/// How sure the tagger is of each tag of the best path: how much worse the best path without it is.
pub(super) struct Path {
    pub tags: Vec<usize>,
    /// Never negative.
    pub margins: Vec<i32>,
}

/// The best path and how sure it is; `steps` say what a tag (second) after a tag (first) adds.
pub(super) fn best_with_margins<const N: usize>(rows: &[Row<N>], steps: &[Row<N>; N]) -> Path {
    let forward = forward(rows, steps);
    let backward = backward(rows, steps);
    let mut path = Path { tags: Vec::with_capacity(rows.len()), margins: Vec::with_capacity(rows.len()) };
    let mut before = 0;
    for (forward, backward) in forward.iter().zip(&backward) {
        // The best whole path through each tag of this token.
        let mut through = [NEVER; N];
        for (through, (forward, backward)) in through.iter_mut().zip(forward.iter().zip(backward)) {
            *through = forward + backward;
        }
        let fitting = through.iter().enumerate().filter(|(tag, _)| may_follow(*tag, before));
        let best = fitting.max_by_key(|(tag, worth)| (**worth, Reverse(*tag)));
        let (tag, worth) = best.map_or((0, 0), |(tag, worth)| (tag, *worth));
        let others = through.iter().enumerate().filter(|(other, _)| *other != tag);
        let second = others.map(|(_, worth)| *worth).max().unwrap_or(NEVER);
        path.tags.push(tag);
        path.margins.push((worth - second).max(0));
        before = tag;
    }
    path
}

/// The best path, among the allowed ones if any are given (Viterbi 1967).
pub(super) fn best<const N: usize>(
    rows: &[Row<N>],
    steps: &[Row<N>; N],
    allowed: Option<&[Allowed]>,
) -> Vec<usize> {
    let mut sums = [NEVER; N];
    sums[0] = 0;
    let mut came_from: Vec<[u8; N]> = Vec::with_capacity(rows.len());
    for (index, row) in rows.iter().enumerate() {
        let open = allowed.and_then(|allowed| allowed.get(index)).copied().unwrap_or(Allowed::MAX);
        let (mut next, mut from) = ([NEVER; N], [0; N]);
        for (tag, (next, from)) in
            next.iter_mut().zip(&mut from).enumerate().filter(|(tag, _)| open >> tag & 1 == 1)
        {
            for (before, (sum, steps)) in sums.iter().zip(steps).enumerate() {
                let step = steps.get(tag).copied().unwrap_or_default();
                if may_follow(tag, before) && sum + step > *next {
                    *next = sum + step;
                    *from = u8::try_from(before).unwrap_or_default();
                }
            }
            *next = (*next + row.get(tag).copied().unwrap_or_default()).max(NEVER);
        }
        sums = next;
        came_from.push(from);
    }
    let best = sums.iter().enumerate().max_by_key(|(tag, sum)| (**sum, Reverse(*tag)));
    walk_back(&came_from, best.map_or(0, |(tag, _)| tag))
}

/// The best sums from the beginning up to and with each tag of each token.
fn forward<const N: usize>(rows: &[Row<N>], steps: &[Row<N>; N]) -> Vec<Row<N>> {
    let mut sums: Vec<Row<N>> = Vec::with_capacity(rows.len());
    for row in rows {
        let mut next = [NEVER; N];
        for (tag, (next, worth)) in next.iter_mut().zip(row).enumerate() {
            let best = match sums.last() {
                Some(last) => best_before(last, steps, tag),
                None if may_follow(tag, 0) => step(steps, 0, tag),
                None => NEVER,
            };
            *next = best.saturating_add(*worth).max(NEVER);
        }
        sums.push(next);
    }
    sums
}

fn best_before<const N: usize>(sums: &Row<N>, steps: &[Row<N>; N], tag: usize) -> i32 {
    let before = sums.iter().enumerate().filter(|(before, _)| may_follow(tag, *before));
    before.map(|(before, sum)| sum + step(steps, before, tag)).max().unwrap_or(NEVER)
}

/// The best sums from after each tag of each token to the end.
fn backward<const N: usize>(rows: &[Row<N>], steps: &[Row<N>; N]) -> Vec<Row<N>> {
    let mut sums: Vec<Row<N>> = vec![[0; N]; rows.len()];
    let mut after: Option<(Row<N>, Row<N>)> = None;
    for (sums, row) in sums.iter_mut().zip(rows).rev() {
        if let Some((after_sums, after_row)) = after {
            for (tag, sum) in sums.iter_mut().enumerate() {
                let next = after_sums.iter().zip(after_row).enumerate();
                let fitting = next.filter(|(next, _)| may_follow(*next, tag));
                let best = fitting.map(|(next, (sum, worth))| step(steps, tag, next) + worth + sum).max();
                *sum = best.unwrap_or(NEVER).max(NEVER);
            }
        }
        after = Some((*sums, *row));
    }
    sums
}

fn step<const N: usize>(steps: &[Row<N>; N], before: usize, tag: usize) -> i32 {
    steps.get(before).and_then(|steps| steps.get(tag)).copied().unwrap_or_default()
}
