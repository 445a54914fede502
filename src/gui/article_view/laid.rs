//! One paragraph set in type: from bytes to places and back.
//!
//! All places are in points from the paragraph's own top left corner. egui counts characters, we count bytes of
//! the whole article; the tables here translate.

use super::letters::{Letters, Row};
use egui::{Color32, Painter, Pos2, Rect, Vec2, emath::GuiRounding as _, pos2};
use std::ops::Range;

/// A paragraph that has been laid out.
pub(super) struct Laid {
    /// Coloured only when they are painted.
    letters: Letters,
    /// The bytes of the article that it holds.
    pub(super) bytes: Range<usize>,
    /// In points, with the space beneath it.
    pub(super) height: f32,
    /// The byte at which each character starts, from the paragraph's first byte on; then the end.
    starts: Vec<u32>,
    /// Invariant: at least one.
    rows: Vec<Row>,
}

/// A place between two characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) byte: usize,
    /// Where a line was broken: at the end of the upper line, not at the start of the lower one.
    pub(super) upper: bool,
}

impl Place {
    pub(super) fn at(byte: usize) -> Self {
        Self { byte, upper: false }
    }
}

/// A piece of a range of bytes on one line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) x: egui::Rangef,
    pub(super) top: f32,
    pub(super) bottom: f32,
    pub(super) baseline: f32,
    /// Whether an end of the range is at its left, and at its right; else the range goes on elsewhere.
    pub(super) ends_left: bool,
    pub(super) ends_right: bool,
}

impl Laid {
    /// `words` are those of `bytes`; `blank_height` is for paragraphs without words; `gap` the space beneath, both in points.
    pub(super) fn new(
        (letters, mut rows): (Letters, Vec<Row>),
        words: &str,
        bytes: Range<usize>,
        blank_height: f32,
        gap: f32,
    ) -> Self {
        let offsets = words.char_indices().map(|(at, _)| at).chain([words.len()]);
        let starts = offsets.filter_map(|at| u32::try_from(at).ok()).collect();
        if words.is_empty() || rows.is_empty() {
            let baseline = blank_height * 0.75;
            rows = vec![Row { first: 0, characters: 0, top: 0.0, bottom: blank_height, baseline }];
        }
        let height = rows.last().map_or(blank_height, |row| row.bottom) + gap;
        Self { letters, bytes, height: height.round_ui(), starts, rows }
    }

    /// Whether its lines start at the right.
    pub(super) fn starts_at_right(&self) -> bool {
        self.letters.starts_at_right()
    }

    /// Draws the words.
    pub(super) fn paint(&self, painter: &Painter, corner: Pos2, ink: Color32) {
        self.letters.paint(painter, corner, ink);
    }

    /// How many lines it takes.
    pub(super) fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// The number of the line with this place.
    pub(super) fn row_of(&self, place: Place) -> usize {
        let character = self.character(place.byte);
        let row = self.rows.partition_point(|row| row.first <= character).saturating_sub(1);
        let starts_row = self.rows.get(row).is_some_and(|found| found.first == character);
        if place.upper && starts_row { row.saturating_sub(1) } else { row }
    }

    /// A rectangle without width where a caret would stand.
    pub(super) fn caret(&self, place: Place) -> Rect {
        let index = self.row_of(place);
        self.rows.get(index).map_or(Rect::ZERO, |row| {
            let x = self.letters.caret((index, row), self.character(place.byte));
            Rect::from_x_y_ranges(x..=x, row.top..=row.bottom)
        })
    }

    /// The place nearest to a point; points outside count as at the edge.
    pub(super) fn nearest(&self, point: Pos2) -> Place {
        self.nearest_in_row(self.row_at(point.y), point.x)
    }

    /// The place nearest to `x` in a line.
    pub(super) fn nearest_in_row(&self, index: usize, x: f32) -> Place {
        let Some(row) = self.rows.get(index) else {
            return Place::at(self.bytes.start);
        };
        let column = self.letters.column_at((index, row), x);
        let breaks = column == row.characters && index + 1 < self.rows.len();
        Place { byte: self.byte(row.first + column), upper: breaks }
    }

    /// The start and the end of a line.
    pub(super) fn row_ends(&self, index: usize) -> (Place, Place) {
        let Some(row) = self.rows.get(index) else {
            return Default::default();
        };
        let breaks = index + 1 < self.rows.len();
        let end = Place { byte: self.byte(row.first + row.characters), upper: breaks };
        (Place::at(self.byte(row.first)), end)
    }

    /// The byte at which the character under a point starts; `None` beside and between the lines.
    pub(super) fn character_under(&self, point: Pos2) -> Option<usize> {
        let index = self.row_at(point.y);
        let row = self.rows.get(index)?;
        self.letters.under((index, row), point.x).map(|column| self.byte(row.first + column))
    }

    /// The pieces, line by line, of the part of `bytes` that lies in this paragraph.
    pub(super) fn pieces(&self, bytes: &Range<usize>) -> impl Iterator<Item = Piece> + '_ {
        let (begins, ends) = (bytes.start >= self.bytes.start, bytes.end <= self.bytes.end);
        let first = self.character(bytes.start.max(self.bytes.start));
        let last = self.character(bytes.end.min(self.bytes.end));
        let from = self.rows.partition_point(|row| row.first <= first).saturating_sub(1);
        let rows = self.rows.iter().enumerate().skip(from);
        let rows = rows.take_while(move |(_, row)| row.first < last || row.first == first);
        rows.flat_map(move |(index, row)| {
            let row_end = row.first + row.characters;
            let stretches = self.letters.stretches((index, row), first.max(row.first)..last.min(row_end));
            let (starts, ends) = (begins && first >= row.first, ends && last <= row_end);
            let count = stretches.len();
            stretches.into_iter().enumerate().map(move |(place, stretch)| {
                let (at_left, at_right) = if stretch.is_rtl { (ends, starts) } else { (starts, ends) };
                Piece {
                    x: stretch.x,
                    top: row.top,
                    bottom: row.bottom,
                    baseline: row.baseline,
                    ends_left: at_left || place > 0,
                    ends_right: at_right || place + 1 < count,
                }
            })
        })
    }

    /// The lowest line that starts at or above `y`.
    fn row_at(&self, y: f32) -> usize {
        self.rows.partition_point(|row| row.top <= y).saturating_sub(1)
    }

    /// The number of the character that holds a byte; the count of characters for bytes past the end.
    fn character(&self, byte: usize) -> usize {
        let inside = byte.saturating_sub(self.bytes.start);
        let after = self.starts.partition_point(|start| *start as usize <= inside);
        after.saturating_sub(1)
    }

    fn byte(&self, character: usize) -> usize {
        let start = self.starts.get(character).or(self.starts.last()).copied().unwrap_or_default();
        self.bytes.start + start as usize
    }
}

/// The corner of a paragraph, for turning its places into those of the screen.
pub(super) fn origin(left: f32, top: f32, pixels_per_point: f32) -> Vec2 {
    pos2(left, top).round_to_pixels(pixels_per_point).to_vec2()
}
