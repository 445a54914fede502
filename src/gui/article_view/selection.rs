//! The selected words and the caret: two bytes of the article, whether in view or not.

use super::laid::Place;
use std::ops::Range;

/// From where to where words are selected. The caret stands at `head`; nothing is selected where both are equal.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Selection {
    /// The end that stays, in bytes.
    pub(super) anchor: usize,
    pub(super) head: Place,
    /// The horizontal place that a caret going up and down through the lines tries to keep, in points.
    pub(super) goal_x: Option<f32>,
}

impl Selection {
    /// The selected bytes; `None` if there are none.
    pub(super) fn range(&self) -> Option<Range<usize>> {
        let (start, end) = (self.anchor.min(self.head.byte), self.anchor.max(self.head.byte));
        (start < end).then_some(start..end)
    }

    /// Moves the caret; the words between are selected if `extend`.
    pub(super) fn put(&mut self, place: Place, extend: bool) {
        self.head = place;
        self.goal_x = None;
        if !extend {
            self.anchor = place.byte;
        }
    }

    pub(super) fn set(&mut self, range: Range<usize>) {
        *self = Self { anchor: range.start, head: Place { byte: range.end, upper: true }, goal_x: None };
    }

    /// Keeps both ends within a text of this many bytes.
    pub(super) fn clamp(&mut self, words: &str) {
        self.anchor = words.floor_char_boundary(self.anchor);
        self.head.byte = words.floor_char_boundary(self.head.byte);
    }
}
