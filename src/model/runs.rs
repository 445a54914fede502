//! Sorted records in little more room than they take themselves, which share what they have in common with their copies.
//!
//! Some hundred records a run, each run and the list of runs shared until one of two copies changes it. Where there are a
//! million marks this takes two thirds of the room of a B-tree, whose nodes are on average two thirds full.

use std::{fmt, mem, sync::Arc};

/// A record that stands in the order of a key of its own.
pub(in crate::model) trait Keyed {
    type Key: Ord;

    fn key(&self) -> Self::Key;
}

/// Pairs are sorted whole.
impl<A: Copy + Ord, B: Copy + Ord> Keyed for (A, B) {
    type Key = Self;

    fn key(&self) -> Self {
        *self
    }
}

/// So many bytes a run has at most: what is copied when one of two copies changes.
const RUN_BYTES: usize = 8 * 1024;

/// Records by their key, each key once. Cheap to clone.
///
/// Invariant: runs are in order, and so are the records of each; no run is longer than [`Self::LONGEST`], and only one that is
/// alone may be empty.
pub(in crate::model) struct Runs<T> {
    runs: Arc<Vec<Arc<Vec<T>>>>,
    count: usize,
}

impl<T> Clone for Runs<T> {
    fn clone(&self) -> Self {
        Self { runs: Arc::clone(&self.runs), count: self.count }
    }
}

impl<T> Default for Runs<T> {
    fn default() -> Self {
        Self { runs: Arc::default(), count: 0 }
    }
}

impl<T: fmt::Debug> fmt::Debug for Runs<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<T> Runs<T> {
    /// In their order.
    pub(in crate::model) fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + use<'_, T> {
        self.runs.iter().flat_map(|run| run.iter())
    }

    pub(in crate::model) fn count(&self) -> usize {
        self.count
    }
}

impl<T: Keyed + Clone> Runs<T> {
    /// So many records a run has at most.
    const LONGEST: usize = if RUN_BYTES / size_of::<T>() > 16 { RUN_BYTES / size_of::<T>() } else { 16 };

    pub(in crate::model) fn get(&self, key: &T::Key) -> Option<&T> {
        let run = self.runs.get(self.run_of(key))?;
        place_in(run, key).ok().and_then(|place| run.get(place))
    }

    /// Makes room for so many more, so that they lie close together: what grows step by step leaves gaps behind.
    pub(in crate::model) fn reserve(&mut self, more: usize) {
        let runs = Arc::make_mut(&mut self.runs);
        let more = more.min(Self::LONGEST);
        match runs.last_mut() {
            Some(run) if run.len() + more <= Self::LONGEST => Arc::make_mut(run).reserve_exact(more),
            Some(_) => {}
            None => {
                runs.reserve_exact(1);
                runs.push(Arc::new(Vec::with_capacity(more)));
            }
        }
    }

    /// Those with this key or a higher one, in their order.
    pub(in crate::model) fn from(&self, key: &T::Key) -> impl Iterator<Item = &T> + use<'_, T> {
        let first = self.run_of(key);
        let before = self.runs.get(first).map_or(0, |run| run.partition_point(|record| record.key() < *key));
        self.runs.iter().skip(first).flat_map(|run| run.iter()).skip(before)
    }

    /// Puts a record in its place, instead of one with its key.
    pub(in crate::model) fn insert(&mut self, record: T) {
        let key = record.key();
        let index = self.run_of(&key);
        let runs = Arc::make_mut(&mut self.runs);
        let Some(shared) = runs.get_mut(index) else {
            // One place, not the four that a list begins with: most names have one run.
            runs.reserve_exact(1);
            runs.push(Arc::new(vec![record]));
            self.count += 1;
            return;
        };
        let place = match place_in(shared, &key) {
            Ok(place) => {
                if let Some(there) = Arc::make_mut(shared).get_mut(place) {
                    *there = record;
                }
                return;
            }
            Err(place) => place,
        };
        self.count += 1;
        if shared.len() < Self::LONGEST {
            return put(Arc::make_mut(shared), place, record);
        }
        // What comes in order fills run after run.
        if place == shared.len() {
            return runs.insert(index + 1, Arc::new(vec![record]));
        }
        let run = Arc::make_mut(shared);
        let middle = run.len() / 2;
        let mut upper = run.split_off(middle);
        run.shrink_to_fit();
        match place.checked_sub(middle) {
            Some(place) => put(&mut upper, place, record),
            None => put(run, place, record),
        }
        runs.insert(index + 1, Arc::new(upper));
    }

    /// Takes a record out.
    pub(in crate::model) fn remove(&mut self, key: &T::Key) {
        let index = self.run_of(key);
        let found = self.runs.get(index).and_then(|run| Some((place_in(run, key).ok()?, run.len())));
        let Some((place, length)) = found else {
            return;
        };
        self.count -= 1;
        let runs = Arc::make_mut(&mut self.runs);
        if length == 1 {
            runs.remove(index);
            return;
        }
        if let Some(run) = runs.get_mut(index) {
            Arc::make_mut(run).remove(place);
        }
        Self::join(runs, index);
    }

    /// Joins a run with the next where both are short, so that what is left of many records lies in few runs.
    fn join(runs: &mut Vec<Arc<Vec<T>>>, index: usize) {
        let length = |index: usize| runs.get(index).map(|run| run.len());
        if length(index).zip(length(index + 1)).is_none_or(|(one, next)| one + next > Self::LONGEST / 2) {
            return;
        }
        let next = mem::take(Arc::make_mut(&mut runs.remove(index + 1)));
        if let Some(run) = runs.get_mut(index) {
            let run = Arc::make_mut(run);
            run.reserve_exact(next.len());
            run.extend(next);
        }
    }

    /// The run in which a key stands, if any does.
    fn run_of(&self, key: &T::Key) -> usize {
        let begins_before = |run: &Arc<Vec<T>>| run.first().is_some_and(|first| first.key() <= *key);
        self.runs.partition_point(begins_before).saturating_sub(1)
    }
}

/// Where the record of a key stands in a run, or where it would.
fn place_in<T: Keyed>(run: &[T], key: &T::Key) -> Result<usize, usize> {
    run.binary_search_by(|record| record.key().cmp(key))
}

/// Makes room by an eighth, not by twice: runs are short, and many.
fn put<T>(run: &mut Vec<T>, place: usize, record: T) {
    if run.len() == run.capacity() {
        run.reserve_exact(run.len() / 8 + 1);
    }
    run.insert(place, record);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection, prelude::*};
    use std::collections::BTreeMap;

    /// Large, so that runs are short.
    #[derive(Clone, Copy, Debug, PartialEq)]
    struct Record(u16, [u64; 60]);

    impl Keyed for Record {
        type Key = u16;

        fn key(&self) -> u16 {
            self.0
        }
    }

    fn check(runs: &Runs<Record>, expected: &BTreeMap<u16, Record>, key: u16) {
        assert_eq!(runs.count(), expected.len());
        assert!(runs.iter().eq(expected.values()));
        assert!(runs.iter().rev().eq(expected.values().rev()));
        assert_eq!(runs.get(&key), expected.get(&key));
        assert!(runs.from(&key).eq(expected.range(key..).map(|(_, record)| record)));
        assert!(runs.runs.iter().all(|run| run.len() <= Runs::<Record>::LONGEST));
        assert!(runs.runs.len() <= 1 || runs.runs.iter().all(|run| !run.is_empty()));
    }

    proptest! {
        /// What a sorted map does, whatever comes and goes; a copy stays as it was.
        #[test]
        fn they_hold_what_a_sorted_map_holds(
            steps in collection::vec((any::<bool>(), 0_u16..400, any::<u64>()), 0..600),
            downwards in any::<bool>(),
        ) {
            let (mut runs, mut expected) = (Runs::default(), BTreeMap::new());
            let mut copy = (runs.clone(), expected.clone());
            for (number, (stays, key, value)) in steps.into_iter().enumerate() {
                // First many come, then many go.
                let comes = if number > 300 { !stays } else { stays };
                if comes {
                    let record = Record(key, [value; 60]);
                    runs.insert(record);
                    expected.insert(key, record);
                } else {
                    runs.remove(&key);
                    expected.remove(&key);
                }
                if number % 64 == 0 {
                    check(&runs, &expected, key);
                    check(&copy.0, &copy.1, key);
                    copy = (runs.clone(), expected.clone());
                }
            }
            let mut left: Vec<u16> = expected.keys().copied().collect();
            if downwards {
                left.reverse();
            }
            runs.reserve(3);
            check(&runs, &expected, 0);
            for key in left {
                runs.remove(&key);
                expected.remove(&key);
                check(&runs, &expected, key);
            }
            prop_assert!(runs.iter().next().is_none());
            runs.reserve(5);
            for key in [3, 1, 2] {
                let record = Record(key, [0; 60]);
                runs.insert(record);
                expected.insert(key, record);
                check(&runs, &expected, key);
            }
        }
    }

    #[test]
    fn what_comes_in_order_fills_its_runs() {
        let mut runs = Runs::default();
        (0..1_000_u32).for_each(|number| runs.insert((number, number)));
        let full = Runs::<(u32, u32)>::LONGEST;
        let lengths: Vec<usize> = runs.runs.iter().map(|run| run.len()).collect();
        assert!(lengths.iter().rev().skip(1).all(|length| *length == full), "{lengths:?}");
    }
}
