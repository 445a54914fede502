//! What a date means, in full: for people, as it is written in the standard, and how else it can be read.

use super::{Act, App};
use crate::{
    gui::{commands::UiCommand, sayings, widgets, windows::Overlay},
    model::{Command, DocumentId, LabelId, MentionId, TimeValue},
    text::Span,
    time::Resolved,
    words::{retold, say},
};
use egui::Ui;

/// The meaning of a mention, if its label is one for dates; another reading can be chosen, or one be typed.
pub fn of_mention_ui(app: &mut App, ui: &mut Ui, id: MentionId, acts: &mut Vec<Act>) {
    let Some(mention) = app.session.project().mention(id).cloned() else {
        return;
    };
    if !app.session.project().schema().is_for_dates(mention.label) {
        return;
    }
    let dates = app.session.dates(mention.document);
    let by_words = dates.as_ref().and_then(|dates| dates.at(mention.span).cloned());
    match mention.date {
        Some(date) => known_ui(ui, &date.resolved(), Some(say!("by-hand"))),
        None => meaning_ui(app, ui, mention.document, by_words.as_ref()),
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for value in by_words.iter().flat_map(|resolved| other_values(resolved, mention.date)) {
            let button = ui.small_button(say!("or-read-as", line = sayings::meaning(&value.resolved())));
            if button.on_hover_text(say!("read-as-value", value = value.to_string())).clicked() {
                acts.push(Act::Carry(Command::SetDate { mentions: vec![id], date: Some(value) }));
            }
        }
        let hover =
            format!("{} ({})", UiCommand::SetDate.row().text(), UiCommand::SetDate.key_text(ui.ctx()));
        if ui.button(say!("another-date")).on_hover_text(hover).clicked() {
            acts.push(Act::Do(UiCommand::SetDate));
        }
    });
}

/// The meaning of words with this label, if it is one for dates.
pub fn of_words_ui(app: &mut App, ui: &mut Ui, document: DocumentId, span: Span, label: LabelId) {
    if app.session.project().schema().is_for_dates(label) {
        let resolved = app.session.dates(document).and_then(|dates| dates.at(span).cloned());
        meaning_ui(app, ui, document, resolved.as_ref());
        let readings = resolved.map(|resolved| resolved.readings).unwrap_or_default();
        if !readings.is_empty() {
            widgets::quiet(ui, say!("or-values", values = readings.join(", ")));
        }
    }
}

/// The ways to read it that are not chosen.
fn other_values(resolved: &Resolved, chosen: Option<TimeValue>) -> Vec<TimeValue> {
    let all = resolved.value.iter().chain(&resolved.readings).filter_map(|value| value.parse().ok());
    let skipped = usize::from(chosen.is_none());
    all.skip(skipped).filter(|value| chosen != Some(*value)).collect()
}

fn meaning_ui(app: &mut App, ui: &mut Ui, document: DocumentId, resolved: Option<&Resolved>) {
    let Some(resolved) = resolved else {
        return;
    };
    if resolved.value.is_some() {
        known_ui(ui, resolved, None);
        return;
    }
    let Some(article) = app.session.project().document(document) else {
        return;
    };
    if article.facts.published.is_some() {
        widgets::quiet(ui, say!("day-unknown"));
        return;
    }
    ui.horizontal_wrapped(|ui| {
        widgets::quiet(ui, say!("counts-from-publication"));
        if ui.small_button(say!("set")).on_hover_text(say!("set-publication-hint")).clicked() {
            app.desk.overlay = Some(Overlay::facts(article));
        }
    });
}

fn known_ui(ui: &mut Ui, resolved: &Resolved, source: Option<&str>) {
    let value = resolved.value.as_deref().unwrap_or_default();
    let line = sayings::meaning(resolved);
    ui.add(egui::Label::new(if line.is_empty() { value } else { &line }).wrap());
    let modifier = resolved.modifier.map(|modifier| retold(modifier.name()));
    let parts = [sayings::kind(resolved.kind), value].into_iter().chain(modifier.as_deref()).chain(source);
    widgets::quiet(ui, parts.collect::<Vec<_>>().join(" · "));
}
