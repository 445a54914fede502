//! Drawing: tints, selected words, lines in lanes, the words, outlines, chips, the caret.
//!
//! The words are drawn from what was laid out once; colours never make anything to be laid out again.

use super::{ArticleView, Page, laid, marks::Fragment, marks::Marks, scroll::InView};
use crate::{
    gui::{
        panels::hit_colour,
        theme::{self, Tokens},
    },
    model::LabelId,
    text::Span,
    view::MarkId,
};
use egui::{
    Color32, CornerRadius, FontId, Painter, Pos2, Rect, Stroke, StrokeKind, Vec2, emath::GuiRounding as _,
    pos2, vec2,
};
use std::collections::BTreeMap;

/// Corners of marks, in points.
const MARK_CORNER: u8 = 4;

/// The colours of the labels in the theme in use.
#[derive(Default)]
pub(super) struct Palette {
    made_for: Option<(u64, bool)>,
    colours: BTreeMap<LabelId, Inks>,
}

#[derive(Clone, Copy)]
struct Inks {
    line: Color32,
    text: Color32,
    tint: Color32,
}

impl Palette {
    /// Forgets the colours if labels or theme may have changed.
    pub(super) fn begin(&mut self, revision: u64, dark: bool) {
        if self.made_for != Some((revision, dark)) {
            self.made_for = Some((revision, dark));
            self.colours.clear();
        }
    }

    fn inks(&mut self, page: &Page<'_>, label: LabelId, t: &Tokens) -> Inks {
        *self.colours.entry(label).or_insert_with(|| {
            let colour = page.project.schema().get(label).map(|label| label.colour);
            colour.map_or(Inks { line: t.muted, text: t.muted, tint: t.selected }, |colour| {
                let line = theme::label_colour(colour, t.dark);
                let text = theme::label_text_colour(colour, t.dark);
                Inks { line, text, tint: theme::tint(line, t.dark) }
            })
        })
    }
}

/// A paragraph to be painted.
struct Painting<'a> {
    painter: &'a Painter,
    marks: &'a Marks,
    /// From the paragraph's corner to the screen.
    origin: Vec2,
    tokens: Tokens,
}

impl ArticleView {
    /// Draws the paragraphs in view.
    pub(super) fn paint(
        &mut self,
        painter: &Painter,
        page: &Page<'_>,
        t: &Tokens,
        rect: Rect,
        in_view: &[InView],
    ) {
        let pixels_per_point = painter.pixels_per_point();
        self.palette.begin(page.revision, t.dark);
        for shown in in_view.iter().filter(|shown| shown.block > 0) {
            let Some(sheet) = self.sheet.as_mut() else {
                return;
            };
            let paragraph = sheet.laid(shown.block);
            let marks = sheet.marks(shown.block, page);
            let origin = laid::origin(self.column, rect.top() + shown.top, pixels_per_point);
            let painting = Painting { painter, marks: &marks, origin, tokens: *t };
            painting.tints(&mut self.palette, page);
            painting.hits(&paragraph, (&self.hits, self.hit), page.text_size);
            if let Some(range) = self.selection.range() {
                painting.selected_words(&paragraph, &range);
            }
            painting.lines(&mut self.palette, page);
            paragraph.paint(painter, origin.to_pos2(), t.ink);
            painting.outlines(&mut self.palette, page);
            painting.notes(page.current);
        }
    }

    /// Draws the names of the labels of the marks under the pointer and of the current one.
    pub(super) fn paint_chips(
        &mut self,
        painter: &Painter,
        page: &Page<'_>,
        t: &Tokens,
        rect: Rect,
        in_view: &[InView],
    ) {
        let mut wanted = self.hovered.clone();
        wanted.extend(page.current.filter(|current| !self.hovered.contains(current)));
        // Where the last chip ended, so that two do not cover each other.
        let mut taken = Rect::NOTHING;
        for id in wanted {
            let Some((label, fragment)) = self.first_fragment(page, rect, in_view, id) else {
                continue;
            };
            let inks = self.palette.inks(page, label, t);
            taken = chip(painter, &(page.label_name)(label), fragment, inks.text, rect, taken);
        }
    }

    /// The first part in view of a mark, on the screen, and its label.
    fn first_fragment(
        &mut self,
        page: &Page<'_>,
        rect: Rect,
        in_view: &[InView],
        id: MarkId,
    ) -> Option<(LabelId, Rect)> {
        let (column, sheet) = (self.column, self.sheet.as_mut()?);
        in_view.iter().filter(|shown| shown.block > 0).find_map(|shown| {
            let marks = sheet.marks(shown.block, page);
            let index = marks.list.iter().position(|mark| mark.id == id)?;
            let label = marks.list.get(index)?.label;
            let fragment = marks.fragments.iter().find(|fragment| fragment.mark == index)?;
            Some((label, fragment.rect.translate(vec2(column, rect.top() + shown.top))))
        })
    }

    /// Draws the caret, if it is in view.
    pub(super) fn paint_caret(&mut self, painter: &Painter, t: &Tokens, rect: Rect, in_view: &[InView]) {
        let Some(sheet) = self.sheet.as_mut() else {
            return;
        };
        let block = sheet.block_of(self.selection.head.byte);
        let Some(shown) = in_view.iter().find(|shown| shown.block == block) else {
            return;
        };
        let origin = laid::origin(self.column, rect.top() + shown.top, painter.pixels_per_point());
        let caret = sheet.laid(block).caret(self.selection.head).translate(origin);
        let inset = (caret.height() * 0.14).round();
        let x = caret.left().round_to_pixels(painter.pixels_per_point());
        let bar =
            Rect::from_min_max(pos2(x - 1.0, caret.top() + inset), pos2(x + 0.5, caret.bottom() - inset));
        painter.rect_filled(bar, 0.0, t.accent);
    }
}

impl Painting<'_> {
    /// The soft boxes behind accepted marks, and behind the one under review.
    fn tints(&self, palette: &mut Palette, page: &Page<'_>) {
        for (fragment, id, label) in self.fragments() {
            let inks = palette.inks(page, label, &self.tokens);
            let is_current = page.current == Some(id);
            let fill = match (id, is_current) {
                (MarkId::Mention(_), false) => inks.tint,
                (MarkId::Mention(_), true) => {
                    inks.line.gamma_multiply(if self.tokens.dark { 0.42 } else { 0.26 })
                }
                (MarkId::Suggestion(_), true) => inks.tint.gamma_multiply(0.6),
                (MarkId::Suggestion(_), false) => continue,
            };
            self.painter.rect_filled(self.on_screen(fragment.rect), corners(fragment), fill);
        }
    }

    /// The lines beneath: thick for accepted marks, thin for suggestions.
    fn lines(&self, palette: &mut Palette, page: &Page<'_>) {
        let pixels_per_point = self.painter.pixels_per_point();
        for (fragment, id, label) in self.fragments() {
            let inks = palette.inks(page, label, &self.tokens);
            let thickness: f32 = match id {
                MarkId::Mention(_) => 2.0,
                MarkId::Suggestion(_) if page.current == Some(id) => continue,
                MarkId::Suggestion(_) => 1.0,
            };
            let box_on_screen = self.on_screen(fragment.rect);
            let top = (fragment.lane_y + self.origin.y).round_to_pixels(pixels_per_point);
            let thickness = thickness.round_to_pixels(pixels_per_point).max(1.0 / pixels_per_point);
            let line = Rect::from_x_y_ranges(box_on_screen.x_range(), top..=top + thickness);
            self.painter.rect_filled(line, 0.0, inks.line);
        }
    }

    /// The outline of the mark under review.
    fn outlines(&self, palette: &mut Palette, page: &Page<'_>) {
        for (fragment, id, label) in self.fragments().filter(|(_, id, _)| page.current == Some(*id)) {
            let inks = palette.inks(page, label, &self.tokens);
            let width = if matches!(id, MarkId::Suggestion(_)) { 1.75 } else { 1.25 };
            let rect = self.on_screen(fragment.rect).expand2(vec2(1.0, 1.0));
            self.painter.rect_stroke(
                rect,
                corners(fragment),
                Stroke::new(width, inks.line),
                StrokeKind::Middle,
            );
        }
    }

    /// Boxes behind what was found, and a line around the one at hand.
    fn hits(&self, paragraph: &laid::Laid, (hits, hit): (&[Span], Option<usize>), size: f32) {
        let bytes = &paragraph.bytes;
        let first = hits.partition_point(|span| span.end() <= bytes.start);
        let here = hits.iter().enumerate().skip(first).take_while(|(_, span)| span.start() < bytes.end);
        for (place, span) in here {
            for piece in paragraph.pieces(&span.range()) {
                let y = piece.baseline - 0.9 * size..=piece.baseline + 0.28 * size;
                let x = piece.x.min - 1.0..=piece.x.max + 1.0;
                let rect = self.on_screen(Rect::from_x_y_ranges(x, y));
                self.painter.rect_filled(rect, 3, hit_colour(&self.tokens));
                if hit == Some(place) {
                    let stroke = Stroke::new(1.5, self.tokens.warning);
                    self.painter.rect_stroke(rect.expand(1.0), 4, stroke, StrokeKind::Middle);
                }
            }
        }
    }

    fn selected_words(&self, paragraph: &laid::Laid, range: &std::ops::Range<usize>) {
        if range.start > paragraph.bytes.end || range.end <= paragraph.bytes.start {
            return;
        }
        let colour = self.tokens.accent.gamma_multiply(if self.tokens.dark { 0.32 } else { 0.2 });
        for piece in paragraph.pieces(range) {
            // A line feed that is selected too shows as a little space.
            let feed = if range.end <= paragraph.bytes.end { 0.0 } else { 6.0 };
            let at_right = paragraph.starts_at_right();
            let (left, right) = if at_right { (!piece.ends_left, false) } else { (false, !piece.ends_right) };
            let space = |goes_on: bool| if goes_on { feed } else { 0.0 };
            let x = piece.x.min - space(left)..=piece.x.max + space(right);
            let rect = Rect::from_x_y_ranges(x, piece.top..=piece.bottom).translate(self.origin);
            self.painter.rect_filled(rect, 0.0, colour);
        }
    }

    /// What dates come to: beneath accepted marks, and beneath the suggestion under review.
    fn notes(&self, current: Option<MarkId>) {
        for note in &self.marks.notes {
            let id = self.marks.list.get(note.mark).map(|mark| mark.id);
            if matches!(id, Some(MarkId::Mention(_))) || (id.is_some() && id == current) {
                let at = (note.at + self.origin).round_to_pixels(self.painter.pixels_per_point());
                self.painter.galley(at, note.galley.clone(), self.tokens.muted);
            }
        }
    }

    fn fragments(&self) -> impl Iterator<Item = (&Fragment, MarkId, LabelId)> {
        let clip = self.painter.clip_rect();
        self.marks.fragments.iter().filter_map(move |fragment| {
            let mark = self.marks.list.get(fragment.mark)?;
            let y = fragment.rect.y_range();
            let is_seen =
                y.max + self.origin.y + 24.0 >= clip.top() && y.min + self.origin.y <= clip.bottom();
            is_seen.then_some((fragment, mark.id, mark.label))
        })
    }

    fn on_screen(&self, rect: Rect) -> Rect {
        rect.translate(self.origin).round_to_pixels(self.painter.pixels_per_point())
    }
}

/// Round only where the mark starts and ends.
fn corners(fragment: &Fragment) -> CornerRadius {
    let corner = |is_end: bool| if is_end { MARK_CORNER } else { 0 };
    let (left, right) = (corner(fragment.ends_left), corner(fragment.ends_right));
    CornerRadius { nw: left, sw: left, ne: right, se: right }
}

/// A label's name in the gap above a mark, or beneath it at the top of the view. Gives the place it takes.
fn chip(painter: &Painter, name: &str, mark: Rect, fill: Color32, view: Rect, taken: Rect) -> Rect {
    let font = FontId::new(10.5, crate::gui::fonts::family(crate::gui::fonts::SEMIBOLD));
    let galley = painter.layout_no_wrap(name.to_owned(), font, theme::text_on(fill));
    let size = vec2(galley.size().x + 10.0, 14.0);
    let above = pos2(mark.left(), mark.top() - size.y);
    let corner = if above.y < view.top() { pos2(mark.left(), mark.bottom() + 4.0) } else { above };
    let mut rect = Rect::from_min_size(corner, size);
    if rect.intersects(taken) {
        rect = rect.translate(vec2(taken.right() + 3.0 - rect.left(), 0.0));
    }
    rect = rect.translate(vec2((view.right() - 12.0 - rect.right()).min(0.0), 0.0));
    let rect = rect.round_to_pixels(painter.pixels_per_point());
    painter.rect_filled(rect, CornerRadius::same(MARK_CORNER), fill);
    let text: Pos2 = rect.center() - galley.size() / 2.0;
    painter.galley(text, galley, Color32::PLACEHOLDER);
    rect
}
