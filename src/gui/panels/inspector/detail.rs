//! All about one mention: label, entity, source, what a date means, note.

use super::{Act, App, date};
use crate::{
    gui::{
        commands::UiCommand,
        desk::{Draft, Focus},
        sayings, theme, widgets,
    },
    model::MentionId,
    words::say,
};
use egui::{RichText, TextEdit, Ui, WidgetInfo, accesskit::Role};

/// The selected mention.
pub fn ui(app: &mut App, ui: &mut Ui, id: MentionId, acts: &mut Vec<Act>) {
    let project = app.session.project();
    let Some(mention) = project.mention(id) else {
        return;
    };
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.add(egui::Label::new(RichText::new(project.words_of(mention)).text_style(theme::strong())).truncate());
    let entity = mention
        .entity
        .map(|entity| (entity, project.entity_name(entity), project.mentions_of_entity(entity).count()));
    let label = project.schema().name_of(mention.label);
    let source = sayings::source_of(&mention.provenance);
    let metonym = if mention.is_metonym { format!(" · {}", say!("metonym-mark")) } else { String::new() };
    widgets::quiet(ui, format!("{label} · {source}{metonym}"));
    let mut is_shared = false;
    if let Some((_, name, count)) = entity {
        is_shared = count > 1;
        widgets::quiet_line(ui, say!("entity-in-project", name = name, count = count));
    }
    let note = mention.note.to_string();
    date::of_mention_ui(app, ui, id, acts);
    note_ui(app, ui, id, &note, acts);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for (command, text) in
            [(UiCommand::DeleteMark, say!("delete")), (UiCommand::TagAllInArticle, say!("tag-all"))]
        {
            let hover = format!("{} ({})", command.row().text(), command.key_text(ui.ctx()));
            if ui.button(text).on_hover_text(hover).clicked() {
                acts.push(Act::Do(command));
            }
        }
        let split = ui.add_enabled(is_shared, egui::Button::new(say!("another-entity")));
        if split.on_hover_text(say!("another-entity-hint")).clicked() {
            acts.push(Act::SplitMention(id));
        }
    });
}

/// The note: written when the field is left.
fn note_ui(app: &mut App, ui: &mut Ui, id: MentionId, note: &str, acts: &mut Vec<Act>) {
    let draft = app.desk.note_draft.take().filter(|draft| draft.id == id);
    let mut draft = draft.unwrap_or_else(|| Draft { id, text: note.to_owned() });
    let field = TextEdit::multiline(&mut draft.text)
        .hint_text(say!("note-hint"))
        .desired_rows(1)
        .desired_width(f32::INFINITY);
    let response = ui.add(field.id_salt(("note", id)));
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, say!("note")));
    if app.desk.focus.take_if(|focus| *focus == Focus::Note).is_some() {
        response.request_focus();
    }
    if response.lost_focus() && draft.text.trim() != note {
        acts.push(Act::SetNote(id, draft.text.trim().to_owned()));
    } else if response.has_focus() {
        app.desk.note_draft = Some(draft);
    }
}
