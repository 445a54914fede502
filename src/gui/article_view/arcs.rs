//! The relations of the selected mark: quiet arcs to the other marks, as far as both ends are in view.

use super::{ArticleView, Page, laid::Place, scroll::InView};
use crate::{gui::theme::Tokens, text::Span};
use egui::{
    Color32, FontId, Painter, Pos2, Rect, Stroke,
    epaint::{CubicBezierShape, Shape},
    pos2, vec2,
};

/// A relation to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arc {
    /// Where the mark stands that it goes out from, and the one that it leads to.
    pub from: Span,
    pub to: Span,
    /// What its type is called.
    pub name: String,
}

/// How far an arc rises above its ends, in points: little, so that it stays in the gap between two lines.
const LEAST_RISE: f32 = 10.0;
const MOST_RISE: f32 = 13.0;

impl ArticleView {
    /// Draws the arcs and the names of their types.
    pub(super) fn paint_arcs(
        &mut self,
        painter: &Painter,
        page: &Page<'_>,
        t: &Tokens,
        rect: Rect,
        in_view: &[InView],
    ) {
        for (place, arc) in page.arcs.iter().enumerate() {
            let ends = [arc.from, arc.to].map(|span| self.top_of(span, rect, in_view));
            if let [Some(from), Some(to)] = ends {
                // Several arcs between the same two marks stand above each other.
                paint_arc(painter, t, from, to, &arc.name, place as f32 * 4.0);
            }
        }
    }

    /// The middle of the upper edge of the first word of a span, on the screen.
    fn top_of(&mut self, span: Span, rect: Rect, in_view: &[InView]) -> Option<Pos2> {
        let (column, sheet) = (self.column, self.sheet.as_mut()?);
        let block = sheet.block_of(span.start());
        let shown = in_view.iter().find(|shown| shown.block == block)?;
        let (laid, size) = (sheet.laid(block), sheet.measure.text_size);
        let piece = laid.pieces(&span.range()).next()?;
        let row = laid.caret(Place::at(span.start()));
        let y = rect.top() + shown.top + (piece.baseline - 0.95 * size).max(row.top());
        rect.y_range().contains(y).then(|| pos2(column + piece.x.center(), y))
    }
}

fn paint_arc(painter: &Painter, t: &Tokens, from: Pos2, to: Pos2, name: &str, lift: f32) {
    let colour = t.muted.gamma_multiply(0.8);
    let rise = ((to - from).length() * 0.1).clamp(LEAST_RISE, MOST_RISE) + lift;
    let (first, second) = (from - vec2(0.0, rise), to - vec2(0.0, rise));
    let stroke = Stroke::new(1.25, colour);
    let points = [from, first, second, to];
    let curve = CubicBezierShape::from_points_stroke(points, false, Color32::TRANSPARENT, stroke);
    let middle = curve.sample(0.5);
    painter.add(Shape::CubicBezier(curve));
    // The end that it leads to.
    let head = vec![to, to + vec2(-3.5, -6.0), to + vec2(3.5, -6.0)];
    painter.add(Shape::convex_polygon(head, colour, Stroke::NONE));
    let galley = painter.layout_no_wrap(name.to_owned(), FontId::proportional(10.0), t.muted);
    // From line to line the middle lies on words: the name stands in the gap above the second mark instead.
    let is_level = (from.y - to.y).abs() < 2.0;
    let beside = to + vec2(8.0 + galley.size().x / 2.0, -7.0);
    let words = Rect::from_center_size(if is_level { middle } else { beside }, galley.size());
    painter.rect_filled(words.expand2(vec2(4.0, 1.0)), 4, t.page.gamma_multiply(0.8));
    painter.galley(words.min, galley, t.muted);
}
