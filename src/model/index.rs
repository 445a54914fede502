//! Sets of things found by a key, for the indices of a project.
//!
//! Maps and sets of a project share what they have in common with their copies, so a copy of a project costs nothing and a
//! change to one of two copies next to nothing: saving and the pages of the window work on copies, beside the frames.

use super::runs::{Keyed, Runs};
use imbl::OrdMap;
use std::fmt;

/// Sets by their key.
///
/// Invariant: no set is empty.
#[derive(Clone)]
pub(in crate::model) struct Index<K, V>(OrdMap<K, Runs<V>>);

impl<K, V> Default for Index<K, V> {
    fn default() -> Self {
        Self(OrdMap::new())
    }
}

impl<K: Ord + fmt::Debug, V: fmt::Debug> fmt::Debug for Index<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<K: Ord + Clone, V: Keyed<Key = V> + Clone> Index<K, V> {
    /// Adds one value to the set of a key.
    pub(in crate::model) fn add(&mut self, key: K, value: V) {
        self.0.entry(key).or_default().insert(value);
    }

    /// Takes one value of a key away, and the key with its last.
    pub(in crate::model) fn remove(&mut self, key: &K, value: &V) {
        let Some(set) = self.0.get_mut(key) else {
            return;
        };
        set.remove(value);
        if set.count() == 0 {
            self.0.remove(key);
        }
    }

    /// The set of a key, if it has any.
    pub(in crate::model) fn get(&self, key: &K) -> Option<&Runs<V>> {
        self.0.get(key)
    }

    /// The values of a key, in their order.
    pub(in crate::model) fn of(&self, key: &K) -> impl Iterator<Item = &V> + use<'_, K, V> {
        self.get(key).into_iter().flat_map(Runs::iter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_goes_with_its_last_value_and_a_copy_keeps_it() {
        let mut index = Index::default();
        index.add("Kim", (2, 2));
        index.add("Kim", (1, 1));
        let copy = index.clone();
        index.remove(&"Kim", &(2, 2));
        index.remove(&"Kim", &(3, 3));
        assert_eq!(index.of(&"Kim").collect::<Vec<_>>(), [&(1, 1)]);
        index.remove(&"Kim", &(1, 1));
        assert!(index.get(&"Kim").is_none());
        assert_eq!(copy.of(&"Kim").collect::<Vec<_>>(), [&(1, 1), &(2, 2)]);
    }
}
