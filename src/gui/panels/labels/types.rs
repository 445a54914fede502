//! The relation types: a list, and what one of them joins and is called from either end.

use super::{Act, LabelsDesk, draft::TypeDraft, fields, list, pending::Pending};
use crate::{
    gui::{panels::label_chip::label_chip, theme, widgets},
    model::{Command, LabelId, Project, RelationType, RelationTypeId, Schema},
    words::say,
};
use egui::{ScrollArea, TextEdit, TextStyle, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

/// The list, and the field beneath it.
pub(super) fn list_ui(ui: &mut Ui, project: &Project, desk: &mut LabelsDesk, acts: &mut Vec<Act>) {
    let rows = desk.types(project);
    if rows.is_empty() {
        widgets::empty_state(ui, say!("types-none"), say!("types-none-hint"));
    }
    let height = (ui.available_height() - 52.0).max(list::ROW_HEIGHT);
    ui.spacing_mut().item_spacing.y = 0.0;
    let area = ScrollArea::vertical().id_salt("type list").max_height(height).auto_shrink([false, true]);
    let place = rows.iter().position(|(id, _)| desk.relation_type == Some(*id));
    let area = desk.following(area, place, height);
    area.show_rows(ui, list::ROW_HEIGHT, rows.len(), |ui, range| {
        for (id, count) in rows.get(range).unwrap_or_default() {
            row_ui(ui, project, desk, (*id, *count), acts);
        }
    });
    if let Some(name) = list::new_ui(ui, desk, say!("type-new")) {
        acts.extend(desk.unfinished(project.schema()).map(Act::Carry));
        acts.push(Act::Carry(Command::AddRelationType(Box::new(RelationType::joining_all(&name)))));
        desk.new_type = Some(name);
    }
}

fn row_ui(
    ui: &mut Ui,
    project: &Project,
    desk: &mut LabelsDesk,
    (id, count): (RelationTypeId, usize),
    acts: &mut Vec<Act>,
) {
    let tokens = theme::tokens(ui.ctx());
    let Some(one) = project.schema().relation_type(id) else {
        return;
    };
    let said = say!("type-row", name = one.name.as_str(), relations = say!("relation-count", count = count));
    let (rect, response) = widgets::list_row(ui, list::ROW_HEIGHT, desk.relation_type == Some(id), &said);
    let middle = rect.center().y;
    let at = pos2(rect.right() - 14.0, middle - 7.0);
    let counted = widgets::line_ending_at(ui, at, &count.to_string(), &TextStyle::Small, tokens.muted);
    let at = pos2(rect.left() + theme::MARGIN, middle - 8.0);
    let width = counted.left() - at.x - 8.0;
    widgets::line_at(ui, at, &one.name, &TextStyle::Body, tokens.ink, width);
    if response.clicked() && desk.relation_type != Some(id) {
        acts.extend(desk.unfinished(project.schema()).map(Act::Carry));
        (desk.type_draft, desk.pending) = (None, None);
        desk.relation_type = Some(id);
    }
}

/// The fields of the chosen one.
pub(super) fn fields_ui(ui: &mut Ui, project: &Project, desk: &mut LabelsDesk, acts: &mut Vec<Act>) {
    let schema = project.schema();
    let Some((id, one)) = desk.relation_type.and_then(|id| Some((id, schema.relation_type(id)?))) else {
        return;
    };
    let is_current = desk.type_draft.as_ref().is_some_and(|draft| draft.is_of(id, one));
    let known = desk.type_draft.take().filter(|_| is_current);
    let mut draft = known.unwrap_or_else(|| TypeDraft::new(id, one));
    ui.set_max_width(420.0_f32.min(ui.available_width()));
    let is_left = words_ui(ui, schema, &mut draft, one);
    let typed = draft.relation_type(schema);
    let mut to = typed.clone();
    let mut is_symmetric = one.is_symmetric;
    ui.add_space(8.0);
    if widgets::checkbox(ui, &mut is_symmetric, say!("type-symmetric")).changed() {
        to.is_symmetric = is_symmetric;
        if is_symmetric {
            (to.inverse, to.to) = (String::new(), to.from.clone());
        }
    }
    ends_ui(ui, schema, &mut to);
    if (is_left || to != typed) && to != *one {
        acts.push(Act::Carry(Command::SetRelationType { kind: id, to: Box::new(to) }));
    }
    desk.type_draft = Some(draft);
    ui.add_space(16.0);
    if ui.button(say!("delete-this")).clicked() {
        desk.pending = Some(Pending::new(Command::DeleteRelationType(id)));
    }
}

/// What it is called from either end; whether a field was left.
fn words_ui(ui: &mut Ui, schema: &Schema, draft: &mut TypeDraft, one: &RelationType) -> bool {
    fields::caption(ui, say!("type-name-caption"));
    let field = TextEdit::singleline(&mut draft.name).desired_width(f32::INFINITY).id_salt("type name");
    let name = ui.add(field);
    name.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, say!("type-name")));
    fields::trouble_ui(ui, draft.name_trouble(schema));
    if one.is_symmetric {
        return name.lost_focus();
    }
    fields::caption(ui, say!("type-back-caption"));
    let field = TextEdit::singleline(&mut draft.inverse).desired_width(f32::INFINITY).id_salt("type back");
    let back = ui.add(field);
    back.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, say!("type-back")));
    name.lost_focus() || back.lost_focus()
}

/// The labels of either end; none is any.
fn ends_ui(ui: &mut Ui, schema: &Schema, to: &mut RelationType) {
    let title = if to.is_symmetric { say!("type-between") } else { say!("type-from") };
    fields::caption(ui, title);
    labels_ui(ui, schema, &mut to.from, |label| say!("chip-from", label = label));
    if to.is_symmetric {
        to.to.clone_from(&to.from);
        return;
    }
    fields::caption(ui, say!("type-to"));
    labels_ui(ui, schema, &mut to.to, |label| say!("chip-to", label = label));
}

/// A switch for each label; `said` is what it is called for who hears it.
fn labels_ui(ui: &mut Ui, schema: &Schema, chosen: &mut Vec<LabelId>, said: impl Fn(&str) -> String) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        for (label, _) in schema.labels() {
            let is_on = chosen.contains(&label);
            if label_chip(ui, schema, label, is_on, &said).clicked() {
                if is_on {
                    chosen.retain(|other| *other != label);
                } else {
                    chosen.push(label);
                }
            }
        }
    });
}
