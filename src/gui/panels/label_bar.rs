//! The labels with their keys, and how much of the article is reviewed.

use super::{
    super::{app::App, commands::UiCommand, theme, widgets},
    Act,
};
use crate::{
    model::{Label, LabelId},
    words::say,
};
use egui::{
    Align, Color32, Layout, Rect, Response, Sense, Stroke, StrokeKind, TextStyle, Ui, WidgetInfo,
    accesskit::Role, pos2, vec2,
};

/// The bar.
pub fn ui(app: &mut App, ui: &mut Ui, acts: &mut Vec<Act>) {
    ui.set_min_height(44.0);
    let counts = app.desk.document.map(|document| app.counts(document));
    // A narrow window keeps its room for the labels; the list at the left says the same.
    let reviewed = counts.filter(|counts| counts.total() > 0 && ui.available_width() > 960.0);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if let Some(counts) = reviewed {
            widgets::quiet(ui, say!("reviewed-of", done = counts.reviewed(), all = counts.total()));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            egui::ScrollArea::horizontal()
                .scroll_bar_visibility(egui::scroll_area::ScrollBarVisibility::AlwaysHidden)
                .show(ui, |ui| {
                    ui.set_min_height(44.0);
                    labels_ui(app, ui, acts);
                });
        });
    });
}

fn labels_ui(app: &App, ui: &mut Ui, acts: &mut Vec<Act>) {
    ui.spacing_mut().item_spacing.x = 6.0;
    // In a narrow window the chips show less space, not fewer labels.
    let is_tight = ui.available_width() < 1000.0;
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        if app.session.project().schema().label_count() == 0 {
            widgets::quiet(ui, say!("no-labels-yet"));
            if ui.button(say!("edit-labels")).clicked() {
                acts.push(Act::Do(UiCommand::EditLabels));
            }
        }
        for (id, label) in app.session.project().schema().labels() {
            let is_sticky = app.desk.sticky == Some(id);
            let response = chip(ui, label, is_sticky, is_tight);
            let hint = hint(label, is_sticky);
            let response = response.on_hover_text(hint);
            if response.clicked() {
                acts.push(chosen(app, ui, id));
            }
            response.context_menu(|ui| {
                if ui.button(say!("edit-this-label")).clicked() {
                    acts.push(Act::EditLabel(id));
                    ui.close();
                }
            });
        }
    });
}

/// A click applies the label where there is something to apply it to; else it is kept for the next selections.
fn chosen(app: &App, ui: &Ui, id: LabelId) -> Act {
    let has_selection =
        app.desk.document.and_then(|d| app.desk.views.get(&d)).is_some_and(|view| view.selection().is_some());
    let keeps = ui.input(|input| input.modifiers.command || input.modifiers.shift);
    if keeps || app.desk.sticky == Some(id) || (!has_selection && app.desk.current.is_none()) {
        Act::Sticky(id)
    } else {
        Act::Label(id)
    }
}

fn hint(label: &Label, is_sticky: bool) -> String {
    let kept = if is_sticky { format!("\n{}", say!("label-is-kept")) } else { String::new() };
    format!("{}{kept}", label.definition)
}

fn chip(ui: &mut Ui, label: &Label, is_sticky: bool, is_tight: bool) -> Response {
    let tokens = theme::tokens(ui.ctx());
    let colour = theme::label_colour(label.colour, tokens.dark);
    let (name_font, key_font) = (TextStyle::Body.resolve(ui.style()), TextStyle::Small.resolve(ui.style()));
    let name = ui.painter().layout_no_wrap(label.name.clone(), name_font, tokens.ink);
    let key_text = label.key.map(String::from).unwrap_or_default();
    let key = ui.painter().layout_no_wrap(key_text, key_font, tokens.muted);
    let pad = if is_tight { 6.0 } else { 10.0 };
    let gap = if is_tight { 5.0 } else { 7.0 };
    let width = pad + 9.0 + 6.0 + name.size().x + gap + key.size().x + pad;
    let (rect, response) = ui.allocate_exact_size(vec2(width, 28.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_sticky, &label.name));
    let fill = match (is_sticky, response.hovered()) {
        (true, _) => theme::tint(colour, tokens.dark),
        (false, true) => tokens.selected,
        (false, false) => Color32::TRANSPARENT,
    };
    let stroke = if is_sticky { Stroke::new(1.5, colour) } else { Stroke::new(1.0, tokens.line) };
    ui.painter().rect(rect, 6, fill, stroke, StrokeKind::Inside);
    let middle = rect.center().y;
    widgets::paint_dot(ui, pos2(rect.left() + pad + 4.5, middle), colour, 9.0);
    let name_left = rect.left() + pad + 15.0;
    let key_left = name_left + name.size().x + gap;
    let centred =
        |left: f32, size: egui::Vec2| Rect::from_min_size(pos2(left, middle - size.y / 2.0), size).min;
    ui.painter().galley(centred(name_left, name.size()), name, tokens.ink);
    ui.painter().galley(centred(key_left, key.size()) + vec2(0.0, 0.5), key, tokens.muted);
    widgets::focus_ring(ui, &response, rect);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
