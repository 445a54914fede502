//! Sorted lists by key, for what has mostly one entry and there is a million of.

/// Values by their key; none is the default one. A tree takes ten times the room for one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Few<K, V>(Vec<(K, V)>);

impl<K, V> Default for Few<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord + Copy, V: Default + PartialEq> Few<K, V> {
    pub(super) fn get(&self, key: K) -> Option<&V> {
        let place = self.place(key).ok()?;
        self.0.get(place).map(|(_, value)| value)
    }

    /// By key.
    pub(super) fn iter(&self) -> impl Iterator<Item = (K, &V)> {
        self.0.iter().map(|(key, value)| (*key, value))
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Changes the value of a key, which is the default one until then, and forgets it where it is that afterwards.
    pub(super) fn change(&mut self, key: K, change: impl FnOnce(&mut V)) {
        match self.place(key) {
            Ok(place) => {
                let Some((_, value)) = self.0.get_mut(place) else {
                    return;
                };
                change(value);
                if *value == V::default() {
                    self.0.remove(place);
                }
            }
            Err(place) => {
                let mut value = V::default();
                change(&mut value);
                if value != V::default() {
                    // By an eighth, not by twice.
                    if self.0.len() == self.0.capacity() {
                        self.0.reserve_exact(self.0.len() / 8 + 1);
                    }
                    self.0.insert(place, (key, value));
                }
            }
        }
    }

    fn place(&self, key: K) -> Result<usize, usize> {
        self.0.binary_search_by_key(&key, |(key, _)| *key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_back_at_its_default_is_forgotten() {
        let mut few = Few::default();
        for key in [3, 1, 2, 1] {
            few.change(key, |count| *count += 1);
        }
        assert_eq!(few.iter().collect::<Vec<_>>(), [(1, &2), (2, &1), (3, &1)]);
        few.change(2, |count| *count -= 1);
        few.change(4, |_| {});
        assert_eq!((few.get(1), few.get(2), few.get(4), few.count()), (Some(&2), None, None, 2));
        few.change(1, |count| *count = 0);
        few.change(3, |count| *count = 0);
        assert!(few.is_empty());
    }
}
