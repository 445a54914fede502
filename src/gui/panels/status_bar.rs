//! Saved or not, encoding, counts, work under way, caret.

use super::{
    super::{app::App, theme, widgets},
    Act,
};
use crate::words::say;
use egui::{Align, Color32, Layout, RichText, Sense, Ui, vec2};

/// The bar.
pub fn ui(app: &mut App, ui: &mut Ui, acts: &mut Vec<Act>) {
    let counts = app.desk.document.map(|document| app.counts(document));
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_height(28.0);
        ui.spacing_mut().item_spacing.x = 8.0;
        saved_ui(app, ui);
        let document = app.desk.document.and_then(|id| app.session.project().document(id));
        if let Some(document) = document {
            ui.add_space(8.0);
            widgets::quiet(ui, &document.encoding);
        }
        if let Some(counts) = counts {
            ui.add_space(8.0);
            widgets::quiet(ui, say!("marked-to-review", marked = counts.marked, open = counts.open));
        }
        progress_ui(app, ui, acts);
        message_ui(app, ui);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| caret_ui(app, ui));
    });
}

fn saved_ui(app: &App, ui: &mut Ui) {
    let tokens = theme::tokens(ui.ctx());
    let has_changes = app.session.has_unsaved_changes();
    let (colour, text) = if app.session.is_opening() {
        (tokens.muted, say!("opening"))
    } else if app.session.is_saving() {
        (tokens.muted, say!("saving"))
    } else if has_changes {
        (tokens.warning, say!("not-saved"))
    } else if app.session.path().is_some() {
        (tokens.good, say!("saved"))
    } else {
        (tokens.muted, say!("new-project"))
    };
    dot(ui, colour);
    widgets::quiet(ui, text);
}

fn dot(ui: &mut Ui, colour: Color32) {
    let (rect, _) = ui.allocate_exact_size(vec2(7.0, 7.0), Sense::hover());
    ui.painter().circle_filled(rect.center(), 3.5, colour);
}

fn progress_ui(app: &App, ui: &mut Ui, acts: &mut Vec<Act>) {
    let Some(progress) = app.session.progress() else {
        return;
    };
    ui.add_space(8.0);
    widgets::quiet(
        ui,
        say!("reading-of", place = (progress.done + 1).min(progress.total), all = progress.total),
    );
    if ui.small_button(say!("cancel")).clicked() {
        acts.push(Act::CancelJobs);
    }
    // The work does not wake the window for every file.
    ui.ctx().request_repaint_after(std::time::Duration::from_millis(100));
}

/// What was done last; things that went wrong have a panel of their own.
fn message_ui(app: &App, ui: &mut Ui) {
    let tokens = theme::tokens(ui.ctx());
    if let Some(label) = app.desk.sticky {
        ui.add_space(8.0);
        let name = app.session.project().schema().name_of(label);
        ui.label(RichText::new(say!("each-selection-becomes", label = name)).small().color(tokens.accent));
    }
    if let Some(message) = app.desk.message.as_ref().filter(|message| !message.is_problem) {
        ui.add_space(8.0);
        ui.add(egui::Label::new(RichText::new(&message.text).small().color(tokens.ink)).truncate());
    }
}

/// Paragraph and character of the caret, both from 1.
fn caret_ui(app: &mut App, ui: &mut Ui) {
    let Some(id) = app.desk.document else {
        return;
    };
    let (Some(document), Some(view)) = (app.session.project().document(id), app.desk.views.get(&id)) else {
        return;
    };
    let (text, caret) = (&document.text, view.caret());
    let place = app.desk.lists.caret.get((id, caret), || {
        let before = text.get(0..caret);
        (before.matches('\n').count(), before.rfind('\n').map_or(0, |at| at + 1))
    });
    let (paragraph, start) = *place;
    let character = document.text.get(start..view.caret()).chars().count() + 1;
    let selected = view.selection().map(|range| document.text.get(range).chars().count());
    match selected {
        Some(count) => widgets::quiet(ui, say!("characters-selected", count = count)),
        None => widgets::quiet(ui, say!("caret-place", paragraph = paragraph + 1, character = character)),
    };
}
