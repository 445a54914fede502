//! Records in an order, each under a number that stays while others come, go and move.

use std::collections::BTreeMap;

/// The records and their order.
///
/// Invariant: `order` names each of `records` once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shelf<T> {
    order: Vec<u16>,
    records: BTreeMap<u16, T>,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self { order: Vec::new(), records: BTreeMap::new() }
    }
}

impl<T> Shelf<T> {
    /// Each record under the number of its place.
    pub(super) fn of(records: Vec<T>) -> Self {
        (0..).zip(records).collect()
    }

    pub(super) fn len(&self) -> usize {
        self.order.len()
    }

    /// In order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u16, &T)> + Clone {
        self.order.iter().filter_map(|number| Some((*number, self.records.get(number)?)))
    }

    pub(super) fn get(&self, number: u16) -> Option<&T> {
        self.records.get(&number)
    }

    pub(super) fn get_mut(&mut self, number: u16) -> Option<&mut T> {
        self.records.get_mut(&number)
    }

    pub(super) fn records_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.records.values_mut()
    }

    /// Puts a record at the end, under a number that none has; `None` where there is no number left.
    pub(super) fn add(&mut self, record: T) -> Option<u16> {
        let above = self.records.keys().next_back().map_or(Some(0), |last| last.checked_add(1));
        let number = above.or_else(|| (0..=u16::MAX).find(|number| !self.records.contains_key(number)))?;
        self.put(number, record);
        Some(number)
    }

    /// Puts a record in the place of the one with this number, or at the end.
    pub(super) fn put(&mut self, number: u16, record: T) {
        if self.records.insert(number, record).is_none() {
            self.order.push(number);
        }
    }

    pub(super) fn remove(&mut self, number: u16) -> Option<T> {
        self.order.retain(|other| *other != number);
        self.records.remove(&number)
    }

    /// Moves a record to a place in the order, counted without it; past the end is at the end.
    pub(super) fn move_to(&mut self, number: u16, place: usize) {
        if self.records.contains_key(&number) {
            self.order.retain(|other| *other != number);
            self.order.insert(place.min(self.order.len()), number);
        }
    }

    pub(super) fn place_of(&self, number: u16) -> Option<usize> {
        self.order.iter().position(|other| *other == number)
    }
}

/// Of numbers that are all different; of two that are alike the last counts.
impl<T> FromIterator<(u16, T)> for Shelf<T> {
    fn from_iter<I: IntoIterator<Item = (u16, T)>>(records: I) -> Self {
        let mut shelf = Self::default();
        records.into_iter().for_each(|(number, record)| shelf.put(number, record));
        shelf
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(shelf: &Shelf<char>) -> String {
        let shown = shelf.iter().map(|(number, record)| format!("{record}{number}"));
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn numbers_stay_while_records_come_go_and_move() {
        let mut shelf = Shelf::of(vec!['a', 'b', 'c']);
        shelf.move_to(2, 0);
        assert_eq!(shown(&shelf), "c2 a0 b1");
        assert_eq!(shelf.remove(0), Some('a'));
        assert_eq!(shelf.add('d'), Some(3));
        shelf.move_to(2, 99);
        shelf.move_to(0, 0);
        assert_eq!(shown(&shelf), "b1 d3 c2");
        assert_eq!((shelf.place_of(2), shelf.place_of(0)), (Some(2), None));
        shelf.put(u16::MAX, 'z');
        assert_eq!(shelf.add('e'), Some(0), "above all there is no number left");
    }
}
