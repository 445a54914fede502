//! What a date means, in full: for people, as it is written in the standard, and how else it can be read.

use super::App;
use crate::{
    gui::{widgets, windows::Overlay},
    model::{DocumentId, LabelId},
    text::Span,
    time::Resolved,
    view::is_for_dates,
};
use egui::Ui;

/// The meaning of words with this label, if it is one for dates and they tell a time.
pub fn ui(app: &mut App, ui: &mut Ui, document: DocumentId, span: Span, label: LabelId) {
    if !is_for_dates(app.session.project(), label) {
        return;
    }
    let Some(resolved) = app.session.dates(document).and_then(|dates| dates.at(span).cloned()) else {
        return;
    };
    if resolved.value.is_some() {
        known_ui(ui, &resolved);
        return;
    }
    let Some(article) = app.session.project().document(document) else {
        return;
    };
    if article.facts.published.is_some() {
        widgets::quiet(ui, "Which day is meant is not known");
        return;
    }
    ui.horizontal_wrapped(|ui| {
        widgets::quiet(ui, "Counts from the publication date, which is unknown");
        if ui.small_button("Set…").on_hover_text("Set the publication date of this article").clicked() {
            app.desk.overlay = Some(Overlay::facts(article));
        }
    });
}

fn known_ui(ui: &mut Ui, resolved: &Resolved) {
    let value = resolved.value.as_deref().unwrap_or_default();
    let line = if resolved.line.is_empty() { value } else { &resolved.line };
    ui.add(egui::Label::new(line).wrap());
    let modifier = resolved.modifier.map(|modifier| format!(" · {}", modifier.name())).unwrap_or_default();
    widgets::quiet(ui, format!("{} · {value}{modifier}", resolved.kind.name()));
    if !resolved.readings.is_empty() {
        widgets::quiet(ui, format!("or {}", resolved.readings.join(", ")));
    }
}
