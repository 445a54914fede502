//! Many known names, sorted; made so that a step of work never copies them all.
//!
//! The names lie in pieces of some hundred. A clone shares all pieces, an edit copies the one that it touches: so
//! records before and after it, undo and the search that runs in the background hold 100,000 names once.

use super::{KnownName, LabelId};
use std::{cmp::Ordering, sync::Arc};

/// A piece has at most twice as many names; a list begins with pieces of this many.
const PIECE: usize = 256;

/// Known names, sorted by words and label, each once. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct NameList {
    /// Invariant: no piece is empty, and all names in order are sorted.
    pieces: Arc<Vec<Arc<Vec<KnownName>>>>,
    count: usize,
}

impl NameList {
    /// Of names in any order. Where one stands twice, the first counts.
    pub fn of(mut names: Vec<KnownName>) -> Self {
        // Stable: the first stays the first.
        names.sort_by(|a, b| a.order(b.words(), b.label));
        names.dedup_by(|later, first| first.order(later.words(), later.label) == Ordering::Equal);
        let count = names.len();
        let mut rest = names.into_iter();
        let mut pieces = Vec::with_capacity(count.div_ceil(PIECE));
        loop {
            let piece: Vec<KnownName> = rest.by_ref().take(PIECE).collect();
            if piece.is_empty() {
                return Self { pieces: Arc::new(pieces), count };
            }
            pieces.push(Arc::new(piece));
        }
    }

    /// How many names there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// All names, sorted.
    pub fn iter(&self) -> impl Iterator<Item = &KnownName> {
        self.pieces.iter().flat_map(|piece| piece.iter())
    }

    /// The name with exactly these words and this label.
    pub fn get(&self, words: &str, label: LabelId) -> Option<&KnownName> {
        self.named(words).find(|name| name.label == label)
    }

    /// The names with exactly these words, by label.
    pub fn named(&self, words: &str) -> impl Iterator<Item = &KnownName> {
        let ends_before = |piece: &Arc<Vec<KnownName>>| piece.last().is_some_and(|name| name.words() < words);
        let pieces = self.pieces.iter().skip(self.pieces.partition_point(ends_before));
        let names = pieces
            .flat_map(move |piece| piece.iter().skip(piece.partition_point(|name| name.words() < words)));
        names.take_while(move |name| name.words() == words)
    }

    /// Puts a name in its place, or in the place of the same words with the same label.
    pub fn put(&mut self, name: KnownName) {
        let at = self.piece_of(name.words(), name.label).min(self.pieces.len().saturating_sub(1));
        let pieces = Arc::make_mut(&mut self.pieces);
        let Some(piece) = pieces.get_mut(at) else {
            *self = Self::of(vec![name]);
            return;
        };
        let piece = Arc::make_mut(piece);
        match piece.binary_search_by(|other| other.order(name.words(), name.label)) {
            Ok(place) => {
                if let Some(same) = piece.get_mut(place) {
                    *same = name;
                }
            }
            Err(place) => {
                piece.insert(place, name);
                self.count += 1;
                if piece.len() > 2 * PIECE {
                    let second = piece.split_off(PIECE);
                    pieces.insert(at + 1, Arc::new(second));
                }
            }
        }
    }

    /// Takes a name out; whether it was there.
    pub fn remove(&mut self, words: &str, label: LabelId) -> bool {
        if self.get(words, label).is_none() {
            return false;
        }
        let at = self.piece_of(words, label);
        let pieces = Arc::make_mut(&mut self.pieces);
        if let Some(piece) = pieces.get_mut(at) {
            let piece = Arc::make_mut(piece);
            piece.retain(|name| name.order(words, label) != Ordering::Equal);
            if piece.is_empty() {
                pieces.remove(at);
            }
        }
        self.count -= 1;
        true
    }

    /// The names of which the two lists do not say the same.
    pub fn difference<'a>(&'a self, other: &'a Self) -> Vec<&'a KnownName> {
        let mut different = Vec::new();
        if Arc::ptr_eq(&self.pieces, &other.pieces) {
            return different;
        }
        let (mut ours, mut theirs) = (self.iter().peekable(), other.iter().peekable());
        loop {
            let order = match (ours.peek(), theirs.peek()) {
                (Some(our), Some(their)) => our.order(their.words(), their.label),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => return different,
            };
            match order {
                Ordering::Less => different.extend(ours.next()),
                Ordering::Greater => different.extend(theirs.next()),
                Ordering::Equal => {
                    different.extend(ours.next().zip(theirs.next()).filter(|(a, b)| a != b).map(|(a, _)| a));
                }
            }
        }
    }

    /// The piece in which a name stands, or would stand; the number of pieces if it comes after all.
    fn piece_of(&self, words: &str, label: LabelId) -> usize {
        self.pieces.partition_point(|piece| {
            piece.last().is_some_and(|last| last.order(words, label) == Ordering::Less)
        })
    }
}

/// Two lists are equal if they hold the same names, in whatever pieces.
impl PartialEq for NameList {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.pieces, &other.pieces) || self.count == other.count && self.iter().eq(other.iter())
    }
}

impl Eq for NameList {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Schema;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn name(number: u16, label: u16, canonical: &str) -> KnownName {
        KnownName::new(&format!("Name {number}"), LabelId(label), canonical).expect("a name")
    }

    #[test]
    fn an_edit_shares_all_other_names() {
        let before = NameList::of((0..10_000).map(|number| name(number, 0, "")).collect());
        let mut after = before.clone();
        after.put(name(5, 0, "Five"));
        let shared = before.pieces.iter().zip(&*after.pieces).filter(|(a, b)| Arc::ptr_eq(a, b)).count();
        assert_eq!(shared, before.pieces.len() - 1);
        assert_eq!(before.difference(&after), [&name(5, 0, "")]);
        assert_ne!(before, after);
    }

    #[test]
    fn words_may_have_several_labels() {
        let schema = Schema::news_analyst();
        let labels = ["Person", "Place"].map(|label| schema.named(label).expect("there"));
        let names = labels.map(|label| KnownName::new("Washington", label, "").expect("a name"));
        let mut list = NameList::of(names.to_vec());
        assert_eq!(list.named("Washington").count(), 2);
        assert!(list.remove("Washington", labels[0]) && !list.remove("Washington", labels[0]));
        assert_eq!(list.get("Washington", labels[1]), Some(&names[1]));
        assert_eq!(list.named("Washing").count(), 0);
    }

    proptest! {
        #[test]
        fn it_is_a_sorted_map_in_pieces(
            first in 0..1500_u16,
            edits in prop::collection::vec((any::<bool>(), 0..1500_u16, 0..2_u16), 0..600),
        ) {
            let start: Vec<_> = (0..first).map(|number| name(number, 0, "")).collect();
            let mut list = NameList::of(start.clone());
            let mut map: BTreeMap<_, _> =
                start.into_iter().map(|name| ((name.shared_words(), name.label), name)).collect();
            for (is_put, number, label) in edits {
                let edited = name(number, label, "Other");
                let key = (edited.shared_words(), edited.label);
                if is_put {
                    list.put(edited.clone());
                    map.insert(key, edited);
                } else {
                    prop_assert_eq!(list.remove(&key.0, key.1), map.remove(&key).is_some());
                }
            }
            prop_assert!(list.iter().eq(map.values()));
            prop_assert_eq!(list.count(), map.len());
            prop_assert!(list.pieces.iter().all(|piece| !piece.is_empty() && piece.len() <= 2 * PIECE));
            prop_assert!(map.values().all(|name| list.get(name.words(), name.label) == Some(name)));
            prop_assert_eq!(&list, &NameList::of(map.into_values().rev().collect()));
        }
    }
}
