//! Title and publication date of an article, to be corrected.

use super::{Act, heading};
use crate::{
    gui::theme,
    model::{Date, Document, DocumentId, Facts},
};
use egui::{Key, RichText, TextEdit, Ui, WidgetInfo, accesskit::Role};

/// The facts while they are being edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactsDraft {
    document: DocumentId,
    title: String,
    published: String,
    language: String,
    is_fresh: bool,
}

impl FactsDraft {
    /// The facts of an article as they stand.
    pub fn new(document: &Document) -> Self {
        let Facts { title, published, language } = document.facts.clone();
        let published = published.map(|date| date.to_string()).unwrap_or_default();
        Self { document: document.id, title, published, language, is_fresh: true }
    }

    /// What was typed; `None` while the date is none. An empty date means that it is unknown.
    fn facts(&self) -> Option<Facts> {
        let published = match self.published.trim() {
            "" => None,
            typed => Some(typed.parse::<Date>().ok()?),
        };
        Some(Facts { title: self.title.trim().to_owned(), published, language: self.language.clone() })
    }
}

/// Two fields; the date has the keyboard, since it is what is most often missing.
pub fn ui(ui: &mut Ui, draft: &mut FactsDraft, acts: &mut Vec<Act>) {
    let tokens = theme::tokens(ui.ctx());
    ui.set_width(420.0);
    heading(ui, "About this article");
    ui.label("Title");
    let title = ui.add(TextEdit::singleline(&mut draft.title).desired_width(f32::INFINITY));
    title.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Title of the article"));
    ui.add_space(8.0);
    ui.label("Published");
    let hint = RichText::new("year-month-day, such as 2024-11-10").color(tokens.muted);
    let date =
        ui.add(TextEdit::singleline(&mut draft.published).hint_text(hint).desired_width(f32::INFINITY));
    date.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Publication date, year-month-day"));
    if std::mem::take(&mut draft.is_fresh) {
        date.request_focus();
    }
    let facts = draft.facts();
    let trouble =
        if facts.is_none() { "This is no date: year-month-day is expected, such as 2024-11-10" } else { "" };
    ui.label(RichText::new(trouble).small().color(tokens.error));
    ui.add_space(8.0);
    let entered =
        (title.lost_focus() || date.lost_focus()) && ui.input(|input| input.key_pressed(Key::Enter));
    if entered && facts.is_none() {
        date.request_focus();
    }
    ui.horizontal(|ui| {
        let done = ui.add_enabled(facts.is_some(), egui::Button::new("Done")).clicked();
        if let Some(facts) = facts.filter(|_| done || entered) {
            acts.push(Act::SetFacts(draft.document, facts));
        }
        if ui.button("Cancel").clicked() {
            acts.push(Act::CloseOverlay);
        }
    });
}
