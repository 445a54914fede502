//! The bar above the article: what is looked for, how many there are, to the next and back, tag all of them.

use super::{Act, App, FindDesk, input};
use crate::{
    gui::{commands::UiCommand, theme, widgets},
    model::{LabelId, Schema},
    view::Hit,
    words::{retold, say},
};
use egui::{Align, Button, ComboBox, Id, Key, Layout, Modifiers, RichText, Ui, WidgetInfo, accesskit::Role};

/// The room that all but the field takes, in points: with the controls to tag, and without; and the least for the field.
const TAG_WIDTH: f32 = 560.0;
const FIXED_WIDTH: f32 = 320.0;
const LEAST_WIDTH: f32 = 90.0;

/// The bar.
pub fn ui(app: &mut App, ui: &mut Ui, acts: &mut Vec<Act>) {
    let Some(document) = app.desk.document else {
        return;
    };
    let mut desk = std::mem::take(&mut app.desk.find);
    let project = app.session.project();
    let tokens = theme::tokens(ui.ctx());
    // A narrow window keeps its room for what is looked for.
    let room = ui.available_width();
    let has_room = room > TAG_WIDTH + LEAST_WIDTH;
    let width = (room - if has_room { TAG_WIDTH } else { FIXED_WIDTH }).clamp(80.0, 260.0);
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_height(44.0);
        ui.spacing_mut().item_spacing.x = 6.0;
        let id = Id::unique("find bar field");
        // Enter goes on while the field keeps the keyboard.
        if ui.memory(|memory| memory.has_focus(id)) {
            let pressed = |modifiers| ui.input_mut(|input| input.consume_key(modifiers, Key::Enter));
            let (back, on) = (pressed(Modifiers::SHIFT), pressed(Modifiers::NONE));
            if back || on {
                acts.push(Act::Do(if back { UiCommand::FindPrevious } else { UiCommand::FindNext }));
            }
        }
        if input::ui(ui, &mut desk, id, width) {
            ui.ctx().request_repaint();
        }
        let found = desk.here(project, document);
        let (words, colour) = match &found {
            Err(error) => (retold(error).into_owned(), tokens.error),
            Ok(_) if desk.wanted.typed.trim().is_empty() => (String::new(), tokens.muted),
            Ok(spans) => (counted(desk.at, spans.len()), tokens.muted),
        };
        ui.label(RichText::new(words).small().color(colour));
        let count = found.as_ref().map_or(0, |spans| spans.len());
        for (text, command) in [("↑", UiCommand::FindPrevious), ("↓", UiCommand::FindNext)] {
            let button = ui.add_enabled(count > 0, Button::new(text));
            let said = command.row().text();
            button.widget_info(|| WidgetInfo::labeled(Role::Button, count > 0, said));
            if button.on_hover_text(said).clicked() {
                acts.push(Act::Do(command));
            }
        }
        let hits = || {
            let spans = found.as_ref().map(|spans| spans.to_vec()).unwrap_or_default();
            spans.into_iter().map(|span| Hit { document, span }).collect::<Vec<Hit>>()
        };
        if has_room {
            tag_ui(ui, project.schema(), &mut desk, count, hits, acts);
        }
        let close = ui.button("×").on_hover_text(say!("find-close-hint"));
        close.widget_info(|| WidgetInfo::labeled(Role::Button, true, say!("find-close")));
        if close.clicked() {
            desk.close();
            acts.push(Act::ShowArticle);
        }
    });
    app.desk.find = desk;
}

fn counted(at: Option<usize>, count: usize) -> String {
    match at.filter(|at| *at < count) {
        _ if count == 0 => say!("nothing-found").to_owned(),
        Some(at) => say!("place-of", place = at + 1, count = count),
        None => count.to_string(),
    }
}

/// *Tag all* with a label, and *Untag*.
pub(super) fn tag_ui(
    ui: &mut Ui,
    schema: &Schema,
    desk: &mut FindDesk,
    count: usize,
    hits: impl Fn() -> Vec<Hit>,
    acts: &mut Vec<Act>,
) {
    let first = || schema.labels().next().map(|(id, _)| id);
    let Some(label) = desk.label.filter(|label| schema.get(*label).is_some()).or_else(first) else {
        return;
    };
    ui.add_space(8.0);
    label_ui(ui, schema, label, &mut desk.label);
    let tag = ui.add_enabled(count > 0, Button::new(say!("tag-all")));
    let said = say!("tag-all-hint", count = count, label = schema.name_of(label));
    if tag.on_hover_text(said).clicked() {
        acts.push(Act::TagHits(hits(), label));
    }
    let untag = ui.add_enabled(count > 0, Button::new(say!("untag")));
    let said = say!("untag-hint", label = schema.name_of(label));
    if untag.on_hover_text(said).clicked() {
        acts.push(Act::UntagHits(hits(), label));
    }
}

fn label_ui(ui: &mut Ui, schema: &Schema, label: LabelId, chosen: &mut Option<LabelId>) {
    let tokens = theme::tokens(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(egui::vec2(9.0, 9.0), egui::Sense::hover());
    widgets::paint_dot(ui, rect.center(), theme::colour_of(schema, label, &tokens), 9.0);
    let combo = ComboBox::from_id_salt("tag label").width(96.0).selected_text(schema.name_of(label));
    let combo = combo.show_ui(ui, |ui| {
        for (id, each) in schema.labels() {
            if ui.selectable_label(id == label, &each.name).clicked() {
                *chosen = Some(id);
            }
        }
    });
    let said = say!("tag-all-label", label = schema.name_of(label));
    combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &said));
}
