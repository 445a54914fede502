//! What narrows the timeline: a name, and labels that must stand in the sentence.

use super::App;
use crate::{
    gui::{theme, widgets},
    model::LabelId,
    view::TimelineFilter,
};
use egui::{Align, Layout, RichText, Sense, TextEdit, Ui, WidgetInfo, accesskit::Role, vec2};

/// The line of controls.
pub fn ui(app: &App, ui: &mut Ui, filter: &mut TimelineFilter, labels: &[LabelId]) {
    ui.horizontal(|ui| {
        ui.add_space(16.0);
        let width = (ui.available_width() - 32.0).max(80.0);
        ui.allocate_ui_with_layout(
            vec2(width, 28.0),
            Layout::left_to_right(Align::Center).with_main_wrap(true),
            |ui| {
                ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
                words_ui(ui, filter);
                ui.add_space(4.0);
                for label in labels {
                    label_ui(app, ui, filter, *label);
                }
            },
        );
    });
    ui.add_space(4.0);
}

fn words_ui(ui: &mut Ui, filter: &mut TimelineFilter) {
    let tokens = theme::tokens(ui.ctx());
    let hint = RichText::new("Who, where, what").color(tokens.muted);
    let field = TextEdit::singleline(&mut filter.words).hint_text(hint).desired_width(148.0);
    let field = ui.add(field.id_salt("timeline-words"));
    field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Show only sentences with this name"));
}

fn label_ui(app: &App, ui: &mut Ui, filter: &mut TimelineFilter, label: LabelId) {
    let tokens = theme::tokens(ui.ctx());
    let schema = app.session.project().schema();
    let (name, colour) = (schema.name_of(label), theme::colour_of(schema, label, &tokens));
    let is_on = filter.labels.contains(&label);
    let font = egui::TextStyle::Small.resolve(ui.style());
    let ink = if is_on { tokens.ink } else { tokens.muted };
    let words = ui.painter().layout_no_wrap(name.to_owned(), font, ink);
    let (rect, response) = ui.allocate_exact_size(vec2(words.size().x + 29.0, 24.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_on, format!("With {name}")));
    if is_on || response.hovered() {
        let fill = if is_on { theme::tint(colour, tokens.dark) } else { tokens.selected };
        ui.painter().rect_filled(rect, theme::CORNER, fill);
    }
    if is_on {
        let stroke = egui::Stroke::new(1.0, colour);
        ui.painter().rect_stroke(rect, theme::CORNER, stroke, egui::StrokeKind::Inside);
    }
    widgets::paint_dot(ui, egui::pos2(rect.left() + 12.0, rect.center().y), colour, 7.0);
    let at = egui::pos2(rect.left() + 21.0, rect.center().y - words.size().y / 2.0);
    ui.painter().galley(at, words, ink);
    widgets::focus_ring(ui, &response, rect);
    let response = response.on_hover_text(format!("Only sentences that have {name}"));
    if response.clicked() && !filter.labels.remove(&label) {
        filter.labels.insert(label);
    }
}
