//! What a label is: name, key, colour, what to mark with it, what other tools call it; and what can be done with it.

use super::{Act, LabelsDesk, colour, draft::LabelDraft, list, pending::Pending};
use crate::{
    gui::{theme, widgets},
    model::{Command, Label, LabelId, Project, Schema},
    view::LabelRow,
    words::say,
};
use egui::{Button, Response, RichText, TextEdit, Ui, WidgetInfo, accesskit::Role, vec2};

/// Width of the fields, in points.
const WIDTH: f32 = 420.0;

/// What the common sets call their labels.
const COMMON: [&str; 22] = [
    "PER",
    "PERSON",
    "ORG",
    "LOC",
    "GPE",
    "FAC",
    "NORP",
    "MISC",
    "EVENT",
    "PRODUCT",
    "WORK_OF_ART",
    "LAW",
    "LANGUAGE",
    "DATE",
    "TIME",
    "MONEY",
    "PERCENT",
    "QUANTITY",
    "ORDINAL",
    "CARDINAL",
    "ROLE",
    "WEAPON",
];

/// The fields of the chosen label.
pub(super) fn ui(ui: &mut Ui, project: &Project, desk: &mut LabelsDesk, acts: &mut Vec<Act>) {
    let schema = project.schema();
    let Some((id, label)) = desk.label.and_then(|id| Some((id, schema.get(id)?))) else {
        widgets::empty_state(ui, say!("labels-none-chosen"), say!("labels-none-chosen-hint"));
        return;
    };
    let is_current = desk.draft.as_ref().is_some_and(|draft| draft.is_of(id, label));
    let mut draft = desk.draft.take().filter(|_| is_current).unwrap_or_else(|| LabelDraft::new(id, label));
    ui.set_max_width(WIDTH.min(ui.available_width()));
    ui.spacing_mut().item_spacing.y = 4.0;
    if let Some(row) = desk.rows(project).iter().find(|row| row.id == id).copied() {
        more_ui(ui, project, desk, row, acts);
    }
    let mut is_left = name_ui(ui, schema, &mut draft, std::mem::take(&mut desk.wants_name));
    is_left |= key_ui(ui, schema, &mut draft, label);
    is_left |= colour::ui(ui, &mut draft, label);
    is_left |= words_ui(ui, &mut draft);
    is_left |= names_ui(ui, &mut draft);
    if is_left {
        acts.extend(draft.command(schema).map(Act::Carry));
    }
    desk.draft = Some(draft);
}

/// Words above a field.
pub(super) fn caption(ui: &mut Ui, text: &str) {
    ui.add_space(10.0);
    let tokens = theme::tokens(ui.ctx());
    ui.label(RichText::new(text).small().color(tokens.muted));
}

/// Whether a field on one line was left, with Enter or without.
fn is_left(field: &Response) -> bool {
    field.lost_focus()
}

fn name_ui(ui: &mut Ui, schema: &Schema, draft: &mut LabelDraft, wants_focus: bool) -> bool {
    caption(ui, say!("field-name"));
    let field = TextEdit::singleline(&mut draft.name).desired_width(f32::INFINITY).id_salt("label name");
    let field = ui.add(field);
    field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, say!("label-name")));
    if wants_focus {
        field.request_focus();
    }
    trouble_ui(ui, draft.name_trouble(schema));
    is_left(&field)
}

pub(super) fn trouble_ui(ui: &mut Ui, trouble: Option<String>) {
    if let Some(trouble) = trouble {
        let tokens = theme::tokens(ui.ctx());
        ui.label(RichText::new(trouble).small().color(tokens.error));
    }
}

/// The keys, each with the label that has it; whether one was chosen.
fn key_ui(ui: &mut Ui, schema: &Schema, draft: &mut LabelDraft, label: &Label) -> bool {
    let mut is_changed = false;
    caption(ui, say!("label-key"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for key in Schema::KEYS.chars().map(Some).chain([None]) {
            let text = key.map_or_else(|| say!("label-key-none").to_owned(), String::from);
            let is_chosen = label.key == key;
            let other = key.and_then(|key| schema.with_key(key)).filter(|other| *other != draft.id);
            let size = if key.is_some() { vec2(28.0, 28.0) } else { vec2(48.0, 28.0) };
            let words = if other.is_some() {
                RichText::new(&text).color(theme::tokens(ui.ctx()).muted)
            } else {
                RichText::new(&text)
            };
            let button = ui.add(Button::selectable(is_chosen, words).min_size(size));
            let said = match key {
                Some(key) => say!("label-key-is", key = key.to_string()),
                None => say!("label-no-key").to_owned(),
            };
            button.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, &said));
            let button = match other {
                Some(other) => button.on_hover_text(say!(
                    "label-key-swap",
                    other = schema.name_of(other),
                    label = label.name.as_str()
                )),
                None => button,
            };
            if button.clicked() && !is_chosen {
                (draft.key, is_changed) = (key, true);
            }
        }
    });
    is_changed
}

fn words_ui(ui: &mut Ui, draft: &mut LabelDraft) -> bool {
    caption(ui, say!("label-words"));
    let field = TextEdit::multiline(&mut draft.definition)
        .desired_rows(3)
        .desired_width(f32::INFINITY)
        .id_salt("label words");
    let field = ui.add(field);
    field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, say!("label-words-field")));
    field.lost_focus()
}

fn names_ui(ui: &mut Ui, draft: &mut LabelDraft) -> bool {
    caption(ui, say!("label-names"));
    let mut is_changed = false;
    let mut field = None;
    ui.horizontal(|ui| {
        let width = (ui.available_width() - 132.0).max(120.0);
        let edit = TextEdit::singleline(&mut draft.also).desired_width(width).hint_text("PER PERSON");
        let response = ui.add(edit.id_salt("label names"));
        response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, say!("label-names-field")));
        field = Some(response);
        ui.menu_button(say!("label-common-names"), |ui| {
            let mut names = draft.names_elsewhere();
            for common in COMMON {
                let is_there = names.iter().any(|name| name == common);
                if ui.selectable_label(is_there, common).clicked() {
                    if is_there {
                        names.retain(|name| name != common);
                    } else {
                        names.push(common.to_owned());
                    }
                    draft.also = names.join(" ");
                    is_changed = true;
                }
            }
        });
    });
    is_changed || field.is_some_and(|field| is_left(&field))
}

/// Its place in the list, what carries it, and the ways to be rid of it.
fn more_ui(ui: &mut Ui, project: &Project, desk: &mut LabelsDesk, row: LabelRow, acts: &mut Vec<Act>) {
    let carried = say!(
        "label-carried",
        marks = say!("mark-count", count = row.marks),
        articles = say!("article-count", count = row.articles),
        entities = say!("entity-count", count = row.entities),
    );
    widgets::quiet(ui, carried);
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        for (text, said, up) in [("↑", say!("move-up"), true), ("↓", say!("move-down"), false)] {
            let step = list::moved(project, row.id, up);
            let button = ui.add_enabled(step.is_some(), Button::new(text).min_size(vec2(28.0, 28.0)));
            button.widget_info(|| WidgetInfo::labeled(Role::Button, step.is_some(), said));
            if button.on_hover_text(said).clicked() {
                acts.extend(step.map(Act::Carry));
            }
        }
        let others = project.schema().labels().filter(|(id, _)| *id != row.id);
        let others: Vec<(LabelId, &Label)> = others.collect();
        ui.add_enabled_ui(!others.is_empty(), |ui| {
            ui.menu_button(say!("merge-into"), |ui| {
                egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                    for (into, label) in &others {
                        let button = ui.button(&label.name);
                        button.widget_info(|| {
                            let said = say!("merge-into-label", label = label.name.as_str());
                            WidgetInfo::labeled(Role::Button, true, said)
                        });
                        if button.clicked() {
                            let (labels, into) = (vec![row.id], *into);
                            desk.pending = Some(Pending::new(Command::MergeLabels { labels, into }));
                            ui.close();
                        }
                    }
                });
            });
        });
        if ui.button(say!("delete-this")).clicked() {
            desk.pending = Some(Pending::new(Command::DeleteLabels(vec![row.id])));
        }
    });
}
