//! What is known about an article: title, publication date, author, publisher and address, to be corrected. Beside each
//! stands where the program found it.

use super::{Act, heading};
use crate::{
    gui::theme,
    model::{Document, DocumentId, Facts},
    time::TimeValue,
    words::{retold, say},
};
use egui::{Key, Response, RichText, TextEdit, Ui, WidgetInfo, accesskit::Role};

/// The facts while they are being edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactsDraft {
    document: DocumentId,
    /// As they stand; the strings that are edited stand in them, too, but for the date.
    facts: Facts,
    published: String,
    is_fresh: bool,
}

impl FactsDraft {
    /// The facts of an article as they stand.
    pub fn new(document: &Document) -> Self {
        let facts = document.facts.clone();
        let published = facts.published.map(|date| date.to_string()).unwrap_or_default();
        Self { document: document.id, facts, published, is_fresh: true }
    }

    /// What was typed; `None` while the date is none. An empty date means that it is unknown.
    fn facts(&self) -> Option<Facts> {
        let published = match self.published.trim() {
            "" => None,
            typed => Some(TimeValue::read_day(typed)?),
        };
        let mut facts = Facts { published, ..self.facts.clone() };
        for words in [&mut facts.title, &mut facts.byline, &mut facts.site, &mut facts.url] {
            *words = words.trim().to_owned();
        }
        Some(facts)
    }
}

/// The fields; the date has the keyboard, since it is what is most often missing.
pub fn ui(ui: &mut Ui, draft: &mut FactsDraft, acts: &mut Vec<Act>) {
    ui.set_width(420.0);
    heading(ui, say!("facts-title"));
    let Facts { title, byline, site, url, origins, .. } = &mut draft.facts;
    let mut fields =
        vec![field_ui(ui, (say!("title"), say!("article-title-field")), &origins.title, title, "")];
    let hint = say!("published-hint");
    let name = (say!("published"), say!("published-field"));
    let date = field_ui(ui, name, &origins.published, &mut draft.published, hint);
    if std::mem::take(&mut draft.is_fresh) {
        date.request_focus();
    }
    fields.push(date.clone());
    let unknown = say!("unknown");
    fields.push(field_ui(ui, (say!("author"), say!("author-field")), &origins.byline, byline, unknown));
    fields.push(field_ui(ui, (say!("publisher"), say!("publisher-field")), &origins.site, site, unknown));
    fields.push(field_ui(ui, (say!("address"), say!("address-field")), &origins.url, url, unknown));
    let facts = draft.facts();
    read_as_ui(ui, &draft.published, facts.as_ref());
    ui.add_space(8.0);
    let has_ended = fields.iter().any(Response::lost_focus);
    let entered = has_ended && ui.input(|input| input.key_pressed(Key::Enter));
    if entered && facts.is_none() {
        date.request_focus();
    }
    ui.horizontal(|ui| {
        let done = ui.add_enabled(facts.is_some(), egui::Button::new(say!("done"))).clicked();
        if let Some(facts) = facts.filter(|_| done || entered) {
            acts.push(Act::SetFacts(draft.document, facts));
        }
        if ui.button(say!("cancel")).clicked() {
            acts.push(Act::CloseOverlay);
        }
    });
}

/// How the date is read, where it was typed in words; or that it is none.
fn read_as_ui(ui: &mut Ui, typed: &str, facts: Option<&Facts>) {
    let tokens = theme::tokens(ui.ctx());
    let (said, colour) = match facts.map(|facts| facts.published.map(|day| day.to_string())) {
        None => (say!("no-date").to_owned(), tokens.error),
        Some(Some(day)) if day != typed.trim() => (say!("read-as-day", day = day), tokens.muted),
        Some(_) => (String::new(), tokens.muted),
    };
    ui.label(RichText::new(said).small().color(colour));
}

/// A field with its label, where its value was found, and its name for a screen reader.
fn field_ui(
    ui: &mut Ui,
    (label, name): (&str, &'static str),
    origin: &str,
    words: &mut String,
    hint: &str,
) -> Response {
    let tokens = theme::tokens(ui.ctx());
    ui.horizontal(|ui| {
        ui.label(label);
        if !origin.is_empty() {
            ui.label(RichText::new(say!("found-where", origin = retold(origin))).small().color(tokens.muted));
        }
    });
    let hint = RichText::new(hint).color(tokens.muted);
    let field = ui.add(TextEdit::singleline(words).hint_text(hint).desired_width(f32::INFINITY));
    field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, name));
    ui.add_space(4.0);
    field
}
