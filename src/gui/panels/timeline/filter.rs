//! What narrows the timeline: a name, and labels that must stand in the sentence.

use super::{super::label_chip::label_chip, App};
use crate::{gui::theme, model::LabelId, view::TimelineFilter, words::say};
use egui::{Align, Layout, RichText, TextEdit, Ui, WidgetInfo, accesskit::Role, vec2};

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
    let hint = RichText::new(say!("timeline-hint")).color(tokens.muted);
    let field = TextEdit::singleline(&mut filter.words).hint_text(hint).desired_width(148.0);
    let field = ui.add(field.id_salt("timeline-words"));
    field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, say!("timeline-field")));
}

fn label_ui(app: &App, ui: &mut Ui, filter: &mut TimelineFilter, label: LabelId) {
    let schema = app.session.project().schema();
    let response = label_chip(ui, schema, label, filter.labels.contains(&label), |label| {
        say!("chip-with", label = label)
    });
    let response = response.on_hover_text(say!("only-with", label = schema.name_of(label)));
    if response.clicked() && !filter.labels.remove(&label) {
        filter.labels.insert(label);
    }
}
