//! The list of labels: colour, key, name, how many marks; and a field for a new one.

use super::{Act, LabelsDesk};
use crate::{
    gui::{theme, widgets},
    model::{Command, LabelId, Project},
    view::LabelRow,
    words::say,
};
use egui::{Key, ScrollArea, TextEdit, TextStyle, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

/// Height of a row, in points.
pub(super) const ROW_HEIGHT: f32 = 34.0;
/// The room for the field beneath the list, in points.
const FIELD_HEIGHT: f32 = 52.0;

/// The list, and the field beneath it.
pub(super) fn ui(ui: &mut Ui, project: &Project, desk: &mut LabelsDesk, acts: &mut Vec<Act>) {
    let rows = desk.rows(project);
    if rows.is_empty() {
        widgets::empty_state(ui, say!("labels-none"), say!("labels-none-hint"));
    }
    let height = (ui.available_height() - FIELD_HEIGHT).max(ROW_HEIGHT);
    ui.spacing_mut().item_spacing.y = 0.0;
    let area = ScrollArea::vertical().id_salt("label list").max_height(height).auto_shrink([false, true]);
    let place = rows.iter().position(|row| desk.label == Some(row.id));
    let area = desk.following(area, place, height);
    area.show_rows(ui, ROW_HEIGHT, rows.len(), |ui, range| {
        for row in rows.get(range).unwrap_or_default() {
            row_ui(ui, project, desk, *row, acts);
        }
    });
    if let Some(name) = new_ui(ui, desk, say!("label-new")) {
        let label = project.schema().new_label(&name);
        acts.extend(desk.unfinished(project.schema()).map(Act::Carry));
        acts.push(Act::AddLabel(Box::new(label)));
    }
}

fn row_ui(ui: &mut Ui, project: &Project, desk: &mut LabelsDesk, row: LabelRow, acts: &mut Vec<Act>) {
    let tokens = theme::tokens(ui.ctx());
    let Some(label) = project.schema().get(row.id) else {
        return;
    };
    let marks = say!("mark-count", count = row.marks);
    let name = label.name.as_str();
    let said = match label.key {
        Some(key) => say!("label-row-key", label = name, key = key.to_string(), marks = marks),
        None => say!("label-row", label = name, marks = marks),
    };
    let (rect, response) = widgets::list_row(ui, ROW_HEIGHT, desk.label == Some(row.id), &said);
    let middle = rect.center().y;
    let colour = theme::label_colour(label.colour, tokens.dark);
    widgets::paint_dot(ui, pos2(rect.left() + 21.0, middle), colour, 9.0);
    let count = row.marks.to_string();
    let count_at = pos2(rect.right() - 14.0, middle - 7.0);
    let counted = widgets::line_ending_at(ui, count_at, &count, &TextStyle::Small, tokens.muted);
    let key_right = counted.left().min(rect.right() - 40.0) - 8.0;
    if let Some(key) = label.key {
        let at = pos2(key_right, middle - 7.0);
        widgets::line_ending_at(ui, at, &key.to_string(), &TextStyle::Small, tokens.muted);
    }
    let width = key_right - rect.left() - 50.0;
    let at = pos2(rect.left() + 34.0, middle - 8.0);
    widgets::line_at(ui, at, &label.name, &TextStyle::Body, tokens.ink, width);
    if response.clicked() && desk.label != Some(row.id) {
        leave(project, desk, acts);
        desk.label = Some(row.id);
    }
}

/// What was typed into the fields of the label that is left is carried out.
fn leave(project: &Project, desk: &mut LabelsDesk, acts: &mut Vec<Act>) {
    acts.extend(desk.unfinished(project.schema()).map(Act::Carry));
    desk.draft = None;
    desk.pending = None;
}

/// A field for the name of something new; the name, when it was entered.
pub(super) fn new_ui(ui: &mut Ui, desk: &mut LabelsDesk, what: &str) -> Option<String> {
    ui.add_space(8.0);
    let mut entered = false;
    ui.horizontal(|ui| {
        ui.add_space(theme::MARGIN);
        let field = TextEdit::singleline(&mut desk.typed).hint_text(what).desired_width(128.0);
        let field = ui.add(field.id_salt(what));
        field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, what));
        entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let can_add = !desk.typed.trim().is_empty();
        let button = egui::Button::new(say!("add")).min_size(vec2(44.0, 28.0));
        entered |= ui.add_enabled(can_add, button).clicked();
    });
    let is_name = !desk.typed.trim().is_empty();
    (entered && is_name).then(|| std::mem::take(&mut desk.typed).trim().to_owned())
}

/// The step of a label to its neighbour's place.
pub(super) fn moved(project: &Project, label: LabelId, up: bool) -> Option<Command> {
    let place = project.schema().place_of(label)?;
    let to = if up { place.checked_sub(1)? } else { place + 1 };
    (to < project.schema().label_count()).then_some(Command::MoveLabel { label, place: to })
}
