//! Where the caret goes by the keys.

use super::{laid::Place, selection::Selection, sheet::Sheet};
use crate::text::{word_left, word_right};
use egui::{Event, Key, Modifiers};
use unicode_segmentation::GraphemeCursor;

/// A movement of the caret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    Left,
    Right,
    WordLeft,
    WordRight,
    Up,
    Down,
    LineStart,
    LineEnd,
    DocumentStart,
    DocumentEnd,
    PageUp,
    PageDown,
}

impl Motion {
    /// What a key means while the article has the keyboard, and whether it selects.
    pub(super) fn of(event: &Event) -> Option<(Self, bool)> {
        let Event::Key { key, pressed: true, modifiers, .. } = event else {
            return None;
        };
        // Alt belongs to marks: it grows and shrinks them.
        if modifiers.alt {
            return None;
        }
        let Modifiers { command, shift, .. } = *modifiers;
        let motion = match (key, command) {
            (Key::ArrowLeft, false) => Self::Left,
            (Key::ArrowRight, false) => Self::Right,
            (Key::ArrowLeft, true) => Self::WordLeft,
            (Key::ArrowRight, true) => Self::WordRight,
            (Key::ArrowUp, false) => Self::Up,
            (Key::ArrowDown, false) => Self::Down,
            (Key::Home, false) => Self::LineStart,
            (Key::End, false) => Self::LineEnd,
            (Key::Home, true) => Self::DocumentStart,
            (Key::End, true) => Self::DocumentEnd,
            (Key::PageUp, false) => Self::PageUp,
            (Key::PageDown, false) => Self::PageDown,
            _ => return None,
        };
        Some((motion, shift))
    }

    /// What it is in a paragraph that starts at the right: the arrows point the way that the words do not go.
    fn turned(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
            Self::WordLeft => Self::WordRight,
            Self::WordRight => Self::WordLeft,
            other => other,
        }
    }
}

/// Moves the caret. `page_rows` is how many lines the view shows.
pub(super) fn apply(
    sheet: &mut Sheet,
    selection: &mut Selection,
    motion: Motion,
    extend: bool,
    page_rows: usize,
) {
    let words = sheet.text.clone();
    let head = selection.head;
    let motion = if starts_at_right(sheet, head) { motion.turned() } else { motion };
    // Without Shift, an arrow leaves the selected words at the side it points to.
    let leaves = selection.range().filter(|_| !extend);
    let place = match (motion, leaves) {
        (Motion::Left, Some(range)) => Place::at(range.start),
        (Motion::Right, Some(range)) => Place::at(range.end),
        (Motion::Left, None) => Place::at(character_left(words.as_str(), head.byte)),
        (Motion::Right, None) => Place::at(character_right(words.as_str(), head.byte)),
        (Motion::WordLeft, _) => Place::at(word_left(&words, head.byte)),
        (Motion::WordRight, _) => Place::at(word_right(&words, head.byte)),
        (Motion::LineStart, _) => row_ends(sheet, head).0,
        (Motion::LineEnd, _) => row_ends(sheet, head).1,
        (Motion::DocumentStart, _) => Place::at(0),
        (Motion::DocumentEnd, _) => Place::at(words.byte_count()),
        (Motion::Up, _) => return by_rows(sheet, selection, -1, 1, extend),
        (Motion::Down, _) => return by_rows(sheet, selection, 1, 1, extend),
        (Motion::PageUp, _) => return by_rows(sheet, selection, -1, page_rows, extend),
        (Motion::PageDown, _) => return by_rows(sheet, selection, 1, page_rows, extend),
    };
    selection.put(place, extend);
}

fn starts_at_right(sheet: &mut Sheet, place: Place) -> bool {
    sheet.laid(sheet.block_of(place.byte)).starts_at_right()
}

fn row_ends(sheet: &mut Sheet, place: Place) -> (Place, Place) {
    let laid = sheet.laid(sheet.block_of(place.byte));
    laid.row_ends(laid.row_of(place))
}

/// Moves `count` lines down, or up where `step` is negative; past the first or last line to its end.
fn by_rows(sheet: &mut Sheet, selection: &mut Selection, step: i32, count: usize, extend: bool) {
    let mut place = selection.head;
    let goal = selection.goal_x.unwrap_or_else(|| {
        let laid = sheet.laid(sheet.block_of(place.byte));
        laid.caret(place).left()
    });
    for _ in 0..count {
        let Some(next) = next_row(sheet, place, step, goal) else {
            place = Place::at(if step < 0 { 0 } else { sheet.text.byte_count() });
            break;
        };
        place = next;
    }
    selection.put(place, extend);
    selection.goal_x = Some(goal);
}

/// The place at `x` on the line above or below; `None` where there is none.
fn next_row(sheet: &mut Sheet, place: Place, step: i32, x: f32) -> Option<Place> {
    let block = sheet.block_of(place.byte);
    let laid = sheet.laid(block);
    let row = laid.row_of(place);
    if step < 0 {
        if let Some(above) = row.checked_sub(1) {
            return Some(laid.nearest_in_row(above, x));
        }
        let above = sheet.laid(block.checked_sub(1).filter(|block| *block > 0)?);
        return Some(above.nearest_in_row(above.row_count() - 1, x));
    }
    if row + 1 < laid.row_count() {
        return Some(laid.nearest_in_row(row + 1, x));
    }
    (block + 1 < sheet.block_count()).then(|| sheet.laid(block + 1).nearest_in_row(0, x))
}

/// The start of the character before `byte`, with the marks that belong to it.
fn character_left(words: &str, byte: usize) -> usize {
    let mut cursor = GraphemeCursor::new(byte, words.len(), true);
    cursor.prev_boundary(words, 0).ok().flatten().unwrap_or(0)
}

fn character_right(words: &str, byte: usize) -> usize {
    let mut cursor = GraphemeCursor::new(byte, words.len(), true);
    cursor.next_boundary(words, 0).ok().flatten().unwrap_or(words.len())
}
