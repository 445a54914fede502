//! Where the marks of a paragraph are drawn: boxes behind the words and lines in lanes beneath them.
//!
//! Marks may overlap, nest, and share a span. Each gets a lane of its own beneath the words, the shorter ones
//! nearer to them, so that all of them stay to be seen.

use super::{
    Page,
    laid::{Laid, Piece},
    notes::{self, Note},
    sheet::Measure,
};
use crate::view::Mark;
use egui::{Context, Rect, Vec2};
use std::collections::BTreeMap;

/// How many lanes fit between two lines; further marks share the last one.
const LANES: usize = 4;

/// From one lane to the next, in text sizes.
pub(super) const LANE_HEIGHT: f32 = 0.17;

/// The marks of one paragraph; places from its top left corner, in points.
pub(super) struct Marks {
    /// The revision they were made for.
    pub(super) revision: u64,
    pub(super) list: Vec<Mark>,
    pub(super) fragments: Vec<Fragment>,
    /// What is said of marks beside their label, by their place in the list.
    pub(super) said: BTreeMap<usize, String>,
    /// The same in small words beneath them, as far as there is room.
    pub(super) notes: Vec<Note>,
}

/// The part of a mark on one line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fragment {
    /// Which of [`Marks::list`].
    pub(super) mark: usize,
    /// Behind the words.
    pub(super) rect: Rect,
    /// The top of its line, and how far down it may reach.
    pub(super) lane_y: f32,
    /// Whether an end of the mark is at its left, and at its right; else the mark goes on elsewhere.
    pub(super) ends_left: bool,
    pub(super) ends_right: bool,
}

impl Marks {
    pub(super) fn new(
        ctx: &Context,
        page: &Page<'_>,
        marks: Vec<Mark>,
        laid: &Laid,
        measure: &Measure,
    ) -> Self {
        let size = measure.text_size;
        let mut fragments = Vec::with_capacity(marks.len());
        let mut said = BTreeMap::new();
        for ((index, mark), lane) in marks.iter().enumerate().zip(lanes(&marks)) {
            fragments.extend(laid.pieces(&mark.span.range()).map(|piece| {
                let x = (piece.x.min - pad(piece.ends_left))..=(piece.x.max + pad(piece.ends_right));
                let (top, bottom) = (piece.baseline - 0.95 * size, piece.baseline + 0.31 * size);
                let lane_y = bottom + lane as f32 * LANE_HEIGHT * size;
                let rect = Rect::from_x_y_ranges(x, top..=bottom);
                let Piece { ends_left, ends_right, .. } = piece;
                Fragment { mark: index, rect, lane_y, ends_left, ends_right }
            }));
            said.extend((page.date_note)(mark).map(|note| (index, note)));
        }
        let notes = notes::placed(ctx, &said, &marks, &fragments, measure);
        Self { revision: page.revision, list: marks, fragments, said, notes }
    }

    /// The marks at a point of the paragraph, the shortest first.
    pub(super) fn at(&self, point: Vec2) -> Vec<Mark> {
        let point = point.to_pos2();
        let hit = |fragment: &&Fragment| {
            let reach = fragment.rect.with_max_y(fragment.lane_y.max(fragment.rect.bottom()) + 2.0);
            reach.contains(point)
        };
        let mut found: Vec<Mark> =
            self.fragments.iter().filter(hit).filter_map(|hit| self.list.get(hit.mark)).copied().collect();
        found.sort_by_key(|mark| (mark.span.byte_count(), mark.id));
        found.dedup();
        found
    }
}

/// Space between a mark's edge and its words in points; none where it goes on on another line.
fn pad(is_edge: bool) -> f32 {
    if is_edge { 1.5 } else { 0.0 }
}

/// The lane of each mark: the lowest that no shorter mark on the same words has taken.
fn lanes(marks: &[Mark]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..marks.len()).collect();
    order.sort_by_key(|index| marks.get(*index).map(|mark| (mark.span.byte_count(), mark.span, mark.id)));
    // What is taken in each lane: end by start. Within a lane nothing overlaps, except in the last one.
    let mut taken: Vec<BTreeMap<usize, usize>> = vec![BTreeMap::new(); LANES];
    let mut lanes = vec![0; marks.len()];
    for index in order {
        let Some(range) = marks.get(index).map(|mark| mark.span.range()) else {
            continue;
        };
        let is_free = |lane: &BTreeMap<usize, usize>| {
            lane.range(..range.end).next_back().is_none_or(|(_, end)| *end <= range.start)
        };
        let lane = taken.iter().position(is_free).unwrap_or(LANES - 1);
        if let (Some(lane_taken), Some(place)) = (taken.get_mut(lane), lanes.get_mut(index)) {
            lane_taken.insert(range.start, range.end);
            *place = lane;
        }
    }
    lanes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::{IdSource, MentionId, Schema},
        text::Text,
        view::MarkId,
    };

    /// Marks as pairs of offsets; gives their lanes.
    fn check(ranges: &[(usize, usize)], expected: &[usize]) {
        let text = Text::new(&"x".repeat(100)).expect("short");
        let label = Schema::news_analyst().named("Person").expect("there");
        let mut ids = IdSource::new(1);
        let marks = ranges.iter().map(|(start, end)| {
            let span = text.span(*start, *end).expect("fits");
            Mark { id: MarkId::Mention(MentionId::fresh(&mut ids)), span, label }
        });
        assert_eq!(lanes(&marks.collect::<Vec<_>>()), expected);
    }

    #[test]
    fn shorter_marks_stand_nearer_to_the_words() {
        check(&[(0, 5), (10, 20)], &[0, 0]);
        check(&[(0, 20), (5, 10)], &[1, 0]);
        check(&[(0, 20), (5, 10), (12, 14)], &[1, 0, 0]);
        check(&[(0, 20), (0, 10), (10, 20)], &[1, 0, 0]);
        check(&[(0, 10), (5, 14), (12, 30)], &[1, 0, 1]);
    }

    #[test]
    fn equal_marks_lie_beneath_each_other_and_the_last_lane_is_shared() {
        let mut found = [0, 1, 2, 3, 3, 3];
        let equal = [(3, 9); 6];
        let text = Text::new("abcdefghijkl").expect("short");
        let label = Schema::news_analyst().named("Person").expect("there");
        let mut ids = IdSource::new(1);
        let marks: Vec<Mark> = equal
            .iter()
            .map(|(start, end)| Mark {
                id: MarkId::Mention(MentionId::fresh(&mut ids)),
                span: text.span(*start, *end).expect("fits"),
                label,
            })
            .collect();
        let mut all = lanes(&marks);
        all.sort_unstable();
        found.sort_unstable();
        assert_eq!(all, found);
    }
}
