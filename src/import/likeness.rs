//! Whether two texts are the same article: word for word, or nearly.
//!
//! Nearly is measured by runs of five words that both have, out of all that either has. Minima of hashes find the few texts
//! worth measuring among thousands (`MinHash`). Case, punctuation and space do not count.

use std::{
    cmp::{Ordering, Reverse},
    collections::{BTreeMap, BTreeSet, HashMap},
};

/// Words in a run.
const RUN: usize = 5;
/// Of the runs of either, the part that both must have, in per cent.
const ALIKE_PERCENT: usize = 80;
/// Shorter texts are only compared word for word.
const FEWEST_RUNS: usize = 20;
const BANDS: usize = 16;
const ROWS: usize = 4;
/// Where thousands are alike, so many of them stand for all: in a band, and to be measured.
const MOST_IN_BAND: usize = 24;
const MOST_MEASURED: usize = 24;

/// That a text is like one that was there before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alike {
    /// Which one, counted from 0 in the order in which they were added.
    pub of: usize,
    /// How much of the runs of either both have; 100 only where all words are the same.
    pub percent: usize,
}

/// Texts by what they say.
#[derive(Default)]
pub struct Likenesses {
    by_words: HashMap<blake3::Hash, usize>,
    by_band: HashMap<(usize, u64), Vec<usize>>,
    /// Of each text: sorted, each once.
    runs: Vec<Box<[u32]>>,
}

impl Likenesses {
    /// Adds a text; says which of those before it is most like it, if one is.
    pub fn add(&mut self, words: &str) -> Option<Alike> {
        let hashes = word_hashes(words);
        let place = self.runs.len();
        let all: Vec<u8> = hashes.iter().flat_map(|hash| hash.to_le_bytes()).collect();
        let same = *self.by_words.entry(blake3::hash(&all)).or_insert(place);
        if same != place || hashes.is_empty() {
            self.runs.push(Box::default());
            return (same != place).then_some(Alike { of: same, percent: 100 });
        }
        let runs: BTreeSet<u32> = hashes.windows(RUN).map(|run| fold(run) as u32).collect();
        let runs: Box<[u32]> =
            if runs.len() < FEWEST_RUNS { Box::default() } else { runs.into_iter().collect() };
        // How many bands they share.
        let mut near: BTreeMap<usize, usize> = BTreeMap::new();
        for band in bands(&runs) {
            let others = self.by_band.entry(band).or_default();
            for other in others.iter() {
                *near.entry(*other).or_default() += 1;
            }
            if others.len() < MOST_IN_BAND {
                others.push(place);
            }
        }
        let mut near: Vec<(usize, usize)> = near.into_iter().collect();
        near.sort_by_key(|(_, shared)| Reverse(*shared));
        let measured = near.into_iter().take(MOST_MEASURED).filter_map(|(of, _)| {
            let percent = shared_percent(&runs, self.runs.get(of)?).min(99);
            (percent >= ALIKE_PERCENT).then_some(Alike { of, percent })
        });
        let best = measured.max_by_key(|alike| alike.percent);
        self.runs.push(runs);
        best
    }
}

/// A number for each word, the same whatever its case.
fn word_hashes(words: &str) -> Vec<u64> {
    // FNV-1a, over characters.
    const START: u64 = 0xcbf2_9ce4_8422_2325;
    let mut hashes = Vec::with_capacity(words.len() / 5);
    let mut hash = START;
    for next in words.chars().chain([' ']) {
        if next.is_alphanumeric() {
            for small in next.to_lowercase() {
                hash = (hash ^ u64::from(small)).wrapping_mul(0x0100_0000_01b3);
            }
        } else if hash != START {
            hashes.push(hash);
            hash = START;
        }
    }
    hashes
}

fn fold(hashes: &[u64]) -> u64 {
    mix(hashes.iter().fold(0, |all, hash| mix(all ^ *hash)))
}

/// Spreads the bits of a number (the end of SplitMix64).
fn mix(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

/// The minima of the runs under many hashes, a few at a time: texts that share most runs share a band almost surely.
fn bands(runs: &[u32]) -> impl Iterator<Item = (usize, u64)> + '_ {
    let minimum = |number: usize| {
        let salt = mix(number as u64);
        runs.iter()
            .map(|run| (salt ^ u64::from(*run)).wrapping_mul(0x9e37_79b9_7f4a_7c15 | (salt << 1)))
            .min()
    };
    (0..BANDS).filter_map(move |band| {
        let minima: Option<Vec<u64>> = (0..ROWS).map(|row| minimum(band * ROWS + row)).collect();
        Some((band, fold(&minima?)))
    })
}

fn shared_percent(a: &[u32], b: &[u32]) -> usize {
    let (mut left, mut right, mut shared) = (a.iter().peekable(), b.iter().peekable(), 0);
    while let (Some(one), Some(other)) = (left.peek(), right.peek()) {
        match one.cmp(other) {
            Ordering::Less => drop(left.next()),
            Ordering::Greater => drop(right.next()),
            Ordering::Equal => {
                shared += 1;
                left.next();
                right.next();
            }
        }
    }
    let either = a.len() + b.len() - shared;
    (shared * 100).checked_div(either).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn story(seed: u64, count: u64) -> Vec<String> {
        (0..count).map(|at| format!("w{}", mix(seed * 1000 + at) % 500)).collect()
    }

    #[test]
    fn the_same_words_are_the_same_article() {
        let mut seen = Likenesses::default();
        assert_eq!(seen.add("Talks ended. All went home."), None);
        assert_eq!(seen.add("Talks went on."), None);
        assert_eq!(seen.add("TALKS ENDED…\n\nAll  went home"), Some(Alike { of: 0, percent: 100 }));
        assert_eq!(seen.add(""), None);
        assert_eq!(seen.add("…"), Some(Alike { of: 3, percent: 100 }));
    }

    #[test]
    fn nearly_the_same_is_found_among_many_others() {
        let mut seen = Likenesses::default();
        for seed in 0..200 {
            assert_eq!(seen.add(&story(seed, 400).join(" ")), None, "{seed}");
        }
        let mut edited = story(77, 400);
        edited[100] = "changed".to_owned();
        edited.truncate(390);
        let alike = seen.add(&edited.join(" ")).expect("is like one");
        assert_eq!(alike.of, 77);
        assert!((ALIKE_PERCENT..100).contains(&alike.percent), "{alike:?}");
        let half: Vec<String> = story(78, 200).into_iter().chain(story(900, 200)).collect();
        assert_eq!(seen.add(&half.join(" ")), None);
    }

    /// Each was once measured against all before it.
    #[test]
    fn among_thousands_that_are_alike_each_is_told_and_few_are_measured() {
        let mut seen = Likenesses::default();
        let base = story(1, 400);
        for number in 0..2_000_usize {
            let mut edited = base.clone();
            edited[number % 400] = format!("changed{number}");
            assert_eq!(seen.add(&edited.join(" ")).is_some(), number > 0, "{number}");
        }
        assert!(seen.by_band.values().all(|others| others.len() <= MOST_IN_BAND));
    }
}
