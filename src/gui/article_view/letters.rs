//! The letters of a paragraph on their lines, and where each of them stands from left to right.
//!
//! A paragraph of one direction is one galley of egui's. One with words from right to left is set here, piece by piece:
//! egui shapes such words, but puts them from left to right and counts their letters wrongly.

use crate::text::{Segment, segments, starts_at_right, visual_order, without_end};
use egui::{Color32, Galley, Pos2, Rangef, Vec2, epaint::text::Glyph, vec2};
use std::{ops::Range, sync::Arc};
use unicode_segmentation::UnicodeSegmentation;

/// One line on screen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    /// Number of its first character in the paragraph.
    pub(super) first: usize,
    pub(super) characters: usize,
    pub(super) top: f32,
    pub(super) bottom: f32,
    /// Where the letters stand.
    pub(super) baseline: f32,
}

impl Row {
    fn end(&self) -> usize {
        self.first + self.characters
    }
}

/// A stretch of a line: where it begins and ends from left to right, and whether its characters run so as well.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stretch {
    pub(super) x: Rangef,
    pub(super) is_rtl: bool,
}

/// The letters of a paragraph.
pub(super) enum Letters {
    Plain(Arc<Galley>),
    Mixed(Mixed),
}

/// Letters of both directions.
pub(super) struct Mixed {
    pieces: Vec<(Vec2, Arc<Galley>)>,
    /// One for each character of the paragraph.
    cells: Vec<Stretch>,
    starts_at_right: bool,
    width: f32,
}

impl Letters {
    pub(super) fn plain(galley: Arc<Galley>) -> (Self, Vec<Row>) {
        let rows = rows_of(&galley);
        (Self::Plain(galley), rows)
    }

    /// Sets a paragraph of both directions; `lay` shapes a piece of it without breaking it.
    pub(super) fn mixed(words: &str, width: f32, lay: &dyn Fn(&str) -> Arc<Galley>) -> (Self, Vec<Row>) {
        let mut rows = Vec::new();
        let mut mixed =
            Mixed { pieces: Vec::new(), cells: Vec::new(), width, starts_at_right: starts_at_right(words) };
        let shaped: Vec<Shaped> =
            segments(words).into_iter().flat_map(|it| fitting(words, it, width, lay)).collect();
        let mut rest = shaped.as_slice();
        let mut top = 0.0;
        while !rest.is_empty() {
            let (line, after) = rest.split_at(line_length(rest, width));
            rest = after;
            let row = mixed.set_line(line, top);
            top = row.bottom;
            rows.push(row);
        }
        (Self::Mixed(mixed), rows)
    }

    /// Whether its lines start at the right.
    pub(super) fn starts_at_right(&self) -> bool {
        matches!(self, Self::Mixed(mixed) if mixed.starts_at_right)
    }

    /// Where a caret before a character of a row stands; behind its last one for the row's end.
    pub(super) fn caret(&self, (index, row): (usize, &Row), character: usize) -> f32 {
        match self {
            Self::Plain(galley) => x_in(galley, index, character.saturating_sub(row.first)),
            Self::Mixed(mixed) => mixed.caret(row, character),
        }
    }

    /// How many characters of a row stand before the place that is nearest to `x`.
    pub(super) fn column_at(&self, (index, row): (usize, &Row), x: f32) -> usize {
        let column = match self {
            Self::Plain(galley) => {
                galley.rows.get(index).map_or(0, |placed| placed.char_at(x - placed.pos.x).0)
            }
            Self::Mixed(mixed) => mixed.column_at(row, x),
        };
        column.min(row.characters)
    }

    /// The number in its row of the character at `x`, if there is one.
    pub(super) fn under(&self, (index, row): (usize, &Row), x: f32) -> Option<usize> {
        let column = match self {
            Self::Plain(galley) => {
                let placed = galley.rows.get(index)?;
                let x = x - placed.pos.x;
                placed.glyphs.iter().position(|glyph| glyph.pos.x <= x && x < glyph.max_x())?
            }
            Self::Mixed(mixed) => mixed.under(row, x)?,
        };
        (column < row.characters).then_some(column)
    }

    /// Where characters of a row stand, from left to right, as few stretches as there can be; at least one.
    pub(super) fn stretches(&self, (index, row): (usize, &Row), characters: Range<usize>) -> Vec<Stretch> {
        match self {
            Self::Plain(galley) => {
                let [from, to] =
                    [characters.start, characters.end].map(|it| x_in(galley, index, it - row.first));
                vec![Stretch { x: Rangef::new(from, to), is_rtl: false }]
            }
            Self::Mixed(mixed) => mixed.stretches(row, characters),
        }
    }

    /// Draws them with the paragraph's corner at `corner`.
    pub(super) fn paint(&self, painter: &egui::Painter, corner: Pos2, ink: Color32) {
        match self {
            Self::Plain(galley) => {
                painter.galley(corner, galley.clone(), ink);
            }
            Self::Mixed(mixed) => {
                for (at, galley) in &mixed.pieces {
                    painter.galley(corner + *at, galley.clone(), ink);
                }
            }
        }
    }
}

impl Mixed {
    /// Puts the pieces of a line in their places.
    fn set_line(&mut self, line: &[Shaped], top: f32) -> Row {
        let segments = line.iter().map(|shaped| &shaped.segment);
        let order = visual_order(segments.clone(), self.starts_at_right);
        let words = without_end(segments);
        let width = |place: usize| line.get(place).filter(|_| place < words).map_or(0.0, Shaped::width);
        let whole: f32 = (0..words).map(width).sum();
        let mut x = if self.starts_at_right { self.width - whole } else { 0.0 };
        let mut lefts = vec![0.0; line.len()];
        for place in order {
            if let Some(left) = lefts.get_mut(place) {
                *left = x;
                x += width(place);
            }
        }
        let first = self.cells.len();
        let (mut height, mut baseline) = (0.0_f32, 0.0_f32);
        for (place, (shaped, left)) in line.iter().zip(lefts).enumerate() {
            // Blanks at the end of the line take no room.
            let share = if place < words { 1.0 } else { 0.0 };
            let moved = |cell: &Stretch| {
                let x = Rangef::new(left + share * cell.x.min, left + share * cell.x.max);
                Stretch { x, ..*cell }
            };
            self.cells.extend(shaped.cells.iter().map(moved));
            self.pieces.push((vec2(left, top), shaped.galley.clone()));
            height = height.max(shaped.galley.size().y);
            baseline = baseline.max(baseline_of(&shaped.galley));
        }
        let characters = self.cells.len() - first;
        Row { first, characters, top, bottom: top + height, baseline: top + baseline }
    }

    fn cells(&self, row: &Row) -> &[Stretch] {
        self.cells.get(row.first..row.end()).unwrap_or_default()
    }

    fn caret(&self, row: &Row, character: usize) -> f32 {
        let cells = self.cells(row);
        let column = character.saturating_sub(row.first);
        let before = |cell: &Stretch| if cell.is_rtl { cell.x.max } else { cell.x.min };
        let behind = |cell: &Stretch| if cell.is_rtl { cell.x.min } else { cell.x.max };
        let none = if self.starts_at_right { self.width } else { 0.0 };
        cells.get(column).map(before).or_else(|| cells.last().map(behind)).unwrap_or(none)
    }

    fn column_at(&self, row: &Row, x: f32) -> usize {
        let distance = |cell: &Stretch| (cell.x.min - x).max(x - cell.x.max).max(0.0);
        let cells = self.cells(row).iter().enumerate();
        let nearest = cells.min_by(|(_, one), (_, other)| distance(one).total_cmp(&distance(other)));
        let Some((column, cell)) = nearest else {
            return 0;
        };
        // All characters of a cluster share its place.
        let shared = self.cells(row).iter().skip(column).take_while(|other| *other == cell).count();
        let is_right_half = x > cell.x.center();
        if is_right_half == cell.is_rtl { column } else { column + shared }
    }

    fn under(&self, row: &Row, x: f32) -> Option<usize> {
        self.cells(row).iter().position(|cell| cell.x.min <= x && x < cell.x.max)
    }

    fn stretches(&self, row: &Row, characters: Range<usize>) -> Vec<Stretch> {
        let mut found: Vec<Stretch> = self.cells.get(characters.clone()).unwrap_or_default().to_vec();
        if found.is_empty() {
            let x = self.caret(row, characters.start);
            return vec![Stretch { x: Rangef::point(x), is_rtl: false }];
        }
        found.sort_by(|one, other| one.x.min.total_cmp(&other.x.min));
        found.dedup_by(|next, open| {
            // Letters are put on whole pixels, so that there may be slits between them.
            let joins = next.x.min <= open.x.max + 1.0;
            if joins {
                open.x.max = open.x.max.max(next.x.max);
            }
            joins
        });
        found
    }
}

/// A piece of a paragraph that was shaped.
struct Shaped {
    segment: Segment,
    galley: Arc<Galley>,
    /// One for each character, from the piece's left edge on.
    cells: Vec<Stretch>,
}

impl Shaped {
    fn new(words: &str, segment: Segment, lay: &dyn Fn(&str) -> Arc<Galley>) -> Self {
        let letters = segment.glyphs(words);
        let galley = lay(&letters);
        let glyphs = galley.rows.first().map(|row| row.glyphs.as_slice()).unwrap_or_default();
        let cells = if segment.is_rtl() {
            cells_from_right(&letters, glyphs)
        } else {
            cells_from_left(&letters, glyphs)
        };
        Self { segment, galley, cells }
    }

    fn width(&self) -> f32 {
        self.galley.size().x
    }
}

/// A piece, cut into several where it is wider than the column.
fn fitting(words: &str, segment: Segment, width: f32, lay: &dyn Fn(&str) -> Arc<Galley>) -> Vec<Shaped> {
    let shaped = Shaped::new(words, segment, lay);
    let letters = words.get(shaped.segment.bytes.clone()).unwrap_or_default();
    let graphemes: Vec<usize> = letters.grapheme_indices(true).map(|(at, _)| at).collect();
    let middle = graphemes.get(graphemes.len() / 2).copied().filter(|middle| *middle > 0);
    match middle {
        Some(middle) if shaped.width() > width && !shaped.segment.is_blank => {
            let halves = shaped.segment.cut(shaped.segment.bytes.start + middle);
            halves.into_iter().flat_map(|half| fitting(words, half, width, lay)).collect()
        }
        _ => vec![shaped],
    }
}

/// How many of the pieces fit on a line; at least one. Blanks at its end may stand out.
fn line_length(pieces: &[Shaped], width: f32) -> usize {
    let (mut x, mut breaks_at) = (0.0, 0);
    for (place, shaped) in pieces.iter().enumerate() {
        if !shaped.segment.is_blank && x + shaped.width() > width + 0.5 && place > 0 {
            return if breaks_at > 0 { breaks_at } else { place };
        }
        x += shaped.width();
        if shaped.segment.may_break {
            breaks_at = place + 1;
        }
    }
    pieces.len()
}

/// Where each character of a piece from left to right stands.
fn cells_from_left(letters: &str, glyphs: &[Glyph]) -> Vec<Stretch> {
    let end = glyphs.iter().map(Glyph::max_x).fold(0.0, f32::max);
    let cell =
        |glyph: Option<&Glyph>| glyph.map_or(Rangef::point(end), |it| Rangef::new(it.pos.x, it.max_x()));
    letters
        .chars()
        .enumerate()
        .map(|(place, _)| Stretch { x: cell(glyphs.get(place)), is_rtl: false })
        .collect()
}

/// Where each character of a word from right to left stands.
///
/// egui gives its glyphs from left to right, each with the first character of its cluster, and then an empty glyph for
/// nearly every character. So the clusters are found again by their first characters; several letters that are drawn as one
/// share its width.
fn cells_from_right(letters: &str, glyphs: &[Glyph]) -> Vec<Stretch> {
    let drawn = glyphs.iter().filter(|glyph| glyph.advance_width > 0.0);
    let drawn: Vec<(char, Rangef)> = drawn.map(|it| (it.chr, Rangef::new(it.pos.x, it.max_x()))).collect();
    cells_of_clusters(letters, &drawn)
}

fn cells_of_clusters(letters: &str, drawn: &[(char, Rangef)]) -> Vec<Stretch> {
    let characters: Vec<char> = letters.chars().collect();
    let mut clusters: Vec<(usize, Rangef)> = Vec::new();
    let mut next = 0;
    for (character, x) in drawn.iter().rev() {
        let rest = characters.get(next..).unwrap_or_default();
        match (rest.iter().position(|other| other == character), clusters.last_mut()) {
            (Some(skipped), Some(_)) => {
                clusters.push((next + skipped, *x));
                next += skipped + 1;
            }
            (found, None) => {
                clusters.push((0, *x));
                next = found.unwrap_or(0) + 1;
            }
            (None, Some((_, open))) => open.min = open.min.min(x.min),
        }
    }
    let mut cells = Vec::with_capacity(characters.len());
    for (place, (start, x)) in clusters.iter().enumerate() {
        let end = clusters.get(place + 1).map_or(characters.len(), |(start, _)| *start);
        let cluster: String = characters.get(*start..end).unwrap_or_default().iter().collect();
        let share = x.span() / cluster.graphemes(true).count().max(1) as f32;
        for (number, grapheme) in cluster.graphemes(true).enumerate() {
            let right = x.max - share * number as f32;
            let cell = Stretch { x: Rangef::new(right - share, right), is_rtl: true };
            cells.extend(grapheme.chars().map(|_| cell));
        }
    }
    cells.resize(characters.len(), Stretch { x: Rangef::point(0.0), is_rtl: true });
    cells
}

fn x_in(galley: &Galley, index: usize, column: usize) -> f32 {
    galley.rows.get(index).map_or(0.0, |placed| placed.pos.x + placed.x_offset(column.into()))
}

fn rows_of(galley: &Galley) -> Vec<Row> {
    let mut first = 0;
    let mut rows = Vec::with_capacity(galley.rows.len());
    for placed in &galley.rows {
        let letters = placed.glyphs.first().map_or(placed.size.y * 0.75, |glyph| glyph.pos.y);
        let (characters, top) = (placed.glyphs.len(), placed.pos.y);
        rows.push(Row { first, characters, top, bottom: top + placed.size.y, baseline: top + letters });
        first += characters;
    }
    rows
}

fn baseline_of(galley: &Galley) -> f32 {
    let placed = galley.rows.first();
    placed.map_or(0.0, |it| it.glyphs.first().map_or(it.size.y * 0.75, |glyph| glyph.pos.y))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The left edges of the characters' places.
    fn lefts(letters: &str, drawn: &[(char, f32)]) -> Vec<f32> {
        let mut x = 0.0;
        let placed = drawn.iter().map(|(character, width)| {
            x += width;
            (*character, Rangef::new(x - width, x))
        });
        cells_of_clusters(letters, &placed.collect::<Vec<_>>()).iter().map(|cell| cell.x.min).collect()
    }

    #[test]
    fn letters_from_right_to_left_are_found_by_what_is_drawn() {
        assert_eq!(lefts("אבג", &[('ג', 5.0), ('ב', 6.0), ('א', 7.0)]), [11.0, 5.0, 0.0]);
        // A vowel mark has the place of its letter.
        assert_eq!(lefts("אִב", &[('ב', 6.0), ('א', 7.0)]), [6.0, 6.0, 0.0]);
        // Lam and alef are drawn as one.
        assert_eq!(lefts("سلام", &[('م', 4.0), ('ل', 6.0), ('س', 8.0)]), [10.0, 7.0, 4.0, 0.0]);
        // The same letter twice.
        assert_eq!(lefts("ללא", &[('א', 1.0), ('ל', 2.0), ('ל', 3.0)]), [3.0, 1.0, 0.0]);
    }

    #[test]
    fn what_is_not_drawn_has_a_place_all_the_same() {
        assert_eq!(lefts("אב", &[]), [0.0, 0.0]);
        assert_eq!(lefts("אב", &[('x', 4.0)]), [2.0, 0.0]);
    }
}
