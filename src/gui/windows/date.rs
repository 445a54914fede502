//! What a date means, said by hand: it holds whatever the day of publication.

use super::{Act, heading};
use crate::{
    gui::{sayings, theme, widgets},
    model::{Command, Date, MentionId, Project, TimeValue},
    words::{retold, say},
};
use egui::{Button, Key, RichText, TextEdit, Ui, WidgetInfo, accesskit::Role};

/// The meaning while it is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateDraft {
    mention: MentionId,
    words: String,
    typed: String,
    published: Option<Date>,
    /// Whether it was said by hand before.
    is_stated: bool,
    is_fresh: bool,
}

impl DateDraft {
    /// Of a mention that means `value` so far; `None` where it is no date.
    pub fn new(project: &Project, mention: MentionId, value: Option<String>) -> Option<Self> {
        let mention = project.mention(mention)?;
        if !project.schema().is_for_dates(mention.label) {
            return None;
        }
        Some(Self {
            mention: mention.id,
            words: project.words_of(mention).to_owned(),
            typed: value.unwrap_or_default(),
            published: project.document(mention.document)?.facts.published,
            is_stated: mention.date.is_some(),
            is_fresh: true,
        })
    }

    fn command(&self, date: Option<TimeValue>) -> Command {
        Command::SetDate { mentions: vec![self.mention], date }
    }
}

/// One field, and what it comes to.
pub fn ui(ui: &mut Ui, draft: &mut DateDraft, acts: &mut Vec<Act>) {
    let tokens = theme::tokens(ui.ctx());
    ui.set_width(380.0);
    heading(ui, say!("date-title"));
    widgets::quiet_line(ui, format!("“{}”", draft.words));
    ui.add_space(8.0);
    let hint = RichText::new(say!("date-hint")).color(tokens.muted);
    let field = ui.add(TextEdit::singleline(&mut draft.typed).hint_text(hint).desired_width(f32::INFINITY));
    field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, say!("date-field")));
    if std::mem::take(&mut draft.is_fresh) {
        field.request_focus();
    }
    let read = TimeValue::read(&draft.typed, draft.published);
    let (line, colour) = match &read {
        Ok(value) => (format!("{} · {value}", sayings::meaning(&value.resolved())), tokens.muted),
        Err(_) if draft.typed.trim().is_empty() => (String::new(), tokens.muted),
        Err(error) => (retold(&error.to_string()).into_owned(), tokens.error),
    };
    ui.label(RichText::new(line).small().color(colour));
    ui.add_space(8.0);
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if entered && read.is_err() {
        field.request_focus();
    }
    ui.horizontal(|ui| {
        let done = ui.add_enabled(read.is_ok(), Button::new(say!("done"))).clicked();
        if let Some(value) = read.ok().filter(|_| done || entered) {
            acts.push(Act::CloseOverlay);
            acts.push(Act::Carry(draft.command(Some(value))));
        }
        let by_words = ui.add_enabled(draft.is_stated, Button::new(say!("date-as-words")));
        if by_words.on_hover_text(say!("date-as-words-hint")).clicked() {
            acts.push(Act::CloseOverlay);
            acts.push(Act::Carry(draft.command(None)));
        }
        if ui.button(say!("cancel")).clicked() {
            acts.push(Act::CloseOverlay);
        }
    });
}
