//! One paragraph set in type: from bytes to places and back.
//!
//! All places are in points from the paragraph's own top left corner. egui counts characters, we count bytes of
//! the whole article; the tables here translate.

use egui::{Galley, Pos2, Rect, Vec2, emath::GuiRounding as _, pos2, vec2};
use std::{ops::Range, sync::Arc};

/// A paragraph that has been laid out.
pub(super) struct Laid {
    /// The words, drawn; coloured only when they are painted.
    pub(super) galley: Arc<Galley>,
    /// The bytes of the article that it holds.
    pub(super) bytes: Range<usize>,
    /// In points, with the space beneath it.
    pub(super) height: f32,
    /// The byte at which each character starts, from the paragraph's first byte on; then the end.
    starts: Vec<u32>,
    /// Invariant: at least one.
    rows: Vec<Row>,
}

/// One line on screen.
#[derive(Clone, Copy, Debug)]
struct Row {
    /// Number of its first character in the paragraph.
    first: usize,
    characters: usize,
    top: f32,
    bottom: f32,
    /// Where the letters stand.
    baseline: f32,
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
    /// Whether the range starts and ends here, and not on another line.
    pub(super) starts: bool,
    pub(super) ends: bool,
}

impl Laid {
    /// `blank_height` is for paragraphs without words; `gap` the space beneath, both in points.
    pub(super) fn new(galley: Arc<Galley>, bytes: Range<usize>, blank_height: f32, gap: f32) -> Self {
        let words = galley.text();
        let offsets = words.char_indices().map(|(at, _)| at).chain([words.len()]);
        let starts = offsets.filter_map(|at| u32::try_from(at).ok()).collect();
        let mut rows = rows_of(&galley);
        let blank = words.is_empty();
        if blank || rows.is_empty() {
            let baseline = blank_height * 0.75;
            rows = vec![Row { first: 0, characters: 0, top: 0.0, bottom: blank_height, baseline }];
        }
        let height = if blank { blank_height } else { galley.size().y } + gap;
        Self { galley, bytes, height: height.round_ui(), starts, rows }
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
        let x = self.x_at(index, self.character(place.byte));
        self.rows.get(index).map_or(Rect::ZERO, |row| Rect::from_x_y_ranges(x..=x, row.top..=row.bottom))
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
        let column = self.galley.rows.get(index).map_or(0, |placed| placed.char_at(x - placed.pos.x).0);
        let column = column.min(row.characters);
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
        let (row, placed) = (self.rows.get(index)?, self.galley.rows.get(index)?);
        let x = point.x - placed.pos.x;
        let column = placed.glyphs.iter().position(|glyph| glyph.pos.x <= x && x < glyph.max_x())?;
        (column < row.characters).then(|| self.byte(row.first + column))
    }

    /// The pieces, line by line, of the part of `bytes` that lies in this paragraph.
    pub(super) fn pieces(&self, bytes: &Range<usize>) -> impl Iterator<Item = Piece> + '_ {
        let (begins, ends) = (bytes.start >= self.bytes.start, bytes.end <= self.bytes.end);
        let first = self.character(bytes.start.max(self.bytes.start));
        let last = self.character(bytes.end.min(self.bytes.end));
        let from = self.rows.partition_point(|row| row.first <= first).saturating_sub(1);
        let rows = self.rows.iter().enumerate().skip(from);
        rows.take_while(move |(_, row)| row.first < last || row.first == first).map(move |(index, row)| {
            let row_end = row.first + row.characters;
            let x = self.x_at(index, first.max(row.first))..=self.x_at(index, last.min(row_end));
            Piece {
                x: x.into(),
                top: row.top,
                bottom: row.bottom,
                baseline: row.baseline,
                starts: begins && first >= row.first,
                ends: ends && last <= row_end,
            }
        })
    }

    /// The lowest line that starts at or above `y`.
    fn row_at(&self, y: f32) -> usize {
        self.rows.partition_point(|row| row.top <= y).saturating_sub(1)
    }

    /// Where a character of the paragraph starts on a line.
    fn x_at(&self, index: usize, character: usize) -> f32 {
        let (Some(row), Some(placed)) = (self.rows.get(index), self.galley.rows.get(index)) else {
            return 0.0;
        };
        placed.pos.x + placed.x_offset(character.saturating_sub(row.first).into())
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

fn rows_of(galley: &Galley) -> Vec<Row> {
    let mut first = 0;
    let mut rows = Vec::with_capacity(galley.rows.len());
    for placed in &galley.rows {
        let rect = Rect::from_min_size(placed.pos, vec2(0.0, placed.size.y));
        let letters = placed.glyphs.first().map_or(placed.size.y * 0.75, |glyph| glyph.pos.y);
        rows.push(Row {
            first,
            characters: placed.glyphs.len(),
            top: rect.top(),
            bottom: rect.bottom(),
            baseline: rect.top() + letters,
        });
        first += placed.glyphs.len();
    }
    rows
}

/// The corner of a paragraph, for turning its places into those of the screen.
pub(super) fn origin(left: f32, top: f32, pixels_per_point: f32) -> Vec2 {
    pos2(left, top).round_to_pixels(pixels_per_point).to_vec2()
}
