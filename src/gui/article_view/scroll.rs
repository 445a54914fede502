//! Where the reader is: a paragraph and a distance into it, not a distance from the top.
//!
//! So nothing jumps when the estimated height of something above turns into its real one, when the window gets
//! narrower, or when the words get larger. Lengths in points.

use super::sheet::Sheet;
use egui::Rangef;
use std::ops::Range;

/// Beyond this many heights of the view, going there is a cut and no longer a movement.
const MOVE_VIEWS: f32 = 2.5;
/// Paragraphs between here and there that are still laid out to measure the way.
const MOVE_BLOCKS: usize = 80;
/// Empty space beneath the last line.
pub(super) const BELOW: f32 = 64.0;

/// Something to be brought into view.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Wanted {
    pub(super) bytes: Range<usize>,
    /// Whether to move there smoothly.
    pub(super) smooth: bool,
    /// Put it at a third of the view, else move no more than necessary.
    pub(super) at_a_third: bool,
}

#[derive(Debug, Default)]
pub(super) struct Scroll {
    /// The block at the top of the view, and how much of it is above.
    pub(super) block: usize,
    pub(super) offset: f32,
    /// What a smooth movement still has to go.
    pub(super) rest: f32,
    pub(super) wanted: Option<Wanted>,
}

/// A block in view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct InView {
    pub(super) block: usize,
    /// From the top of the view; negative where it begins above.
    pub(super) top: f32,
    pub(super) height: f32,
}

impl Scroll {
    /// Moves by this much; positive goes towards the end.
    pub(super) fn by(&mut self, distance: f32) {
        self.offset += distance;
    }

    /// Goes to a place as a share of the whole, 0–1.
    pub(super) fn go_to_share(&mut self, sheet: &Sheet, share: f32, view_height: f32) {
        let heights = sheet.heights();
        let whole = heights.top(heights.count()) + f64::from(BELOW - view_height);
        (self.block, self.offset) = heights.find(whole.max(0.0) * f64::from(share.clamp(0.0, 1.0)));
        self.rest = 0.0;
    }

    /// What the view shows of the whole, as shares from 0 to 1.
    pub(super) fn shares(&self, sheet: &Sheet, view_height: f32) -> Rangef {
        let heights = sheet.heights();
        let whole = (heights.top(heights.count()) + f64::from(BELOW)).max(1.0);
        let top = heights.top(self.block) + f64::from(self.offset);
        Rangef::new((top / whole) as f32, ((top + f64::from(view_height)) / whole) as f32)
    }

    /// One step of a smooth movement of `seconds`. Says whether it goes on.
    pub(super) fn animate(&mut self, seconds: f32) -> bool {
        let step = self.rest * (1.0 - (-14.0 * seconds).exp());
        let step = if (self.rest - step).abs() < 1.0 { self.rest } else { step };
        self.rest -= step;
        self.by(step);
        self.rest != 0.0
    }

    /// Lays out what is in view, from the top on; keeps the place within the article.
    pub(super) fn settle(&mut self, sheet: &mut Sheet, view_height: f32) -> Vec<InView> {
        self.normalize(sheet);
        let mut in_view = self.fill(sheet, view_height);
        let end = in_view.last().map_or(0.0, |last| last.top + last.height);
        let reaches_end = in_view.last().is_some_and(|last| last.block + 1 == sheet.block_count());
        let missing = view_height - end - BELOW;
        let is_at_start = self.block == 0 && self.offset <= 0.0;
        if reaches_end && missing > 0.0 && !is_at_start {
            self.offset -= missing;
            self.rest = 0.0;
            self.normalize(sheet);
            in_view = self.fill(sheet, view_height);
        }
        in_view
    }

    /// Makes the offset lie within its block.
    fn normalize(&mut self, sheet: &mut Sheet) {
        self.block = self.block.min(sheet.block_count().saturating_sub(1));
        while self.offset < 0.0 && self.block > 0 {
            self.block -= 1;
            self.offset += sheet.height(self.block);
        }
        if self.offset < 0.0 {
            self.offset = 0.0;
            self.rest = 0.0;
        }
        while self.block + 1 < sheet.block_count() && self.offset >= sheet.height(self.block) {
            self.offset -= sheet.height(self.block);
            self.block += 1;
        }
    }

    fn fill(&self, sheet: &mut Sheet, view_height: f32) -> Vec<InView> {
        let mut in_view = Vec::new();
        let mut top = -self.offset;
        for block in self.block..sheet.block_count() {
            let height = sheet.height(block);
            in_view.push(InView { block, top, height });
            top += height;
            if top >= view_height {
                break;
            }
        }
        in_view
    }

    /// Turns what is wanted into a movement.
    pub(super) fn go_to_wanted(&mut self, sheet: &mut Sheet, view_height: f32) {
        let Some(Wanted { bytes, smooth, at_a_third }) = self.wanted.take() else {
            return;
        };
        let block = sheet.block_of(bytes.start);
        let laid = sheet.laid(block);
        let first = laid.caret(super::laid::Place::at(bytes.start));
        let last = laid.caret(super::laid::Place { byte: bytes.end.min(laid.bytes.end), upper: true });
        let third = (view_height * 0.33).min((view_height - first.height()).max(0.0));
        let Some(way) = self.way_to(sheet, block, view_height) else {
            (self.block, self.offset, self.rest) = (block, first.top() - third, 0.0);
            return;
        };
        let margin = (first.height() * 1.5).min(view_height * 0.2);
        let (top, bottom) = (way + first.top() - self.rest, way + last.bottom() - self.rest);
        let move_by = if top >= margin && bottom <= view_height - margin {
            return;
        } else if at_a_third {
            top - third
        } else if top < margin {
            top - margin
        } else {
            (bottom - view_height + margin).min(top - margin)
        };
        self.rest += move_by;
        if !smooth {
            self.by(self.rest);
            self.rest = 0.0;
        }
    }

    /// From the top of the view to the top of a block; `None` where that is far.
    fn way_to(&self, sheet: &mut Sheet, block: usize, view_height: f32) -> Option<f32> {
        let (from, to) = (self.block.min(block), self.block.max(block));
        if to - from > MOVE_BLOCKS {
            return None;
        }
        let mut way = 0.0;
        for between in from..to {
            way += sheet.height(between);
            if way > view_height * MOVE_VIEWS {
                return None;
            }
        }
        Some(if block < self.block { -way } else { way } - self.offset)
    }
}
