//! A label as a small switch, for lines of filters.

use super::super::{theme, widgets};
use crate::model::{LabelId, Schema};
use egui::{Response, Sense, Stroke, StrokeKind, TextStyle, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

/// Draws it; `said` makes of the label's name what it is called for who hears it: `With Person`.
pub fn label_chip(
    ui: &mut Ui,
    schema: &Schema,
    label: LabelId,
    is_on: bool,
    said: impl Fn(&str) -> String,
) -> Response {
    let tokens = theme::tokens(ui.ctx());
    let (name, colour) = (schema.name_of(label), theme::colour_of(schema, label, &tokens));
    let font = TextStyle::Small.resolve(ui.style());
    let ink = if is_on { tokens.ink } else { tokens.muted };
    let words = ui.painter().layout_no_wrap(name.to_owned(), font, ink);
    let (rect, response) = ui.allocate_exact_size(vec2(words.size().x + 29.0, 24.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_on, said(name)));
    if is_on || response.hovered() {
        let fill = if is_on { theme::tint(colour, tokens.dark) } else { tokens.selected };
        ui.painter().rect_filled(rect, theme::CORNER, fill);
    }
    if is_on {
        ui.painter().rect_stroke(rect, theme::CORNER, Stroke::new(1.0, colour), StrokeKind::Inside);
    }
    widgets::paint_dot(ui, pos2(rect.left() + 12.0, rect.center().y), colour, 7.0);
    let at = pos2(rect.left() + 21.0, rect.center().y - words.size().y / 2.0);
    ui.painter().galley(at, words, ink);
    widgets::focus_ring(ui, &response, rect);
    response
}
