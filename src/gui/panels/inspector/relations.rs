//! The relations of the article, with the sentences that say so.

use super::{Act, App, list_head};
use crate::{
    gui::{theme, widgets},
    model::Command,
    view::{RelationRow, relation_rows},
    words::say,
};
use egui::{ScrollArea, TextStyle, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

/// Height of a row, in points.
const ROW_HEIGHT: f32 = 70.0;

/// The list.
pub fn ui(app: &mut App, ui: &mut Ui, acts: &mut Vec<Act>) {
    let Some(document) = app.desk.document else {
        return;
    };
    let project = app.session.project();
    let stamp = (document, project.revision());
    let rows = app.desk.lists.relations.get(stamp, || relation_rows(project, Some(document)));
    list_head(ui, &say!("relation-count", count = rows.len()), |_| {});
    if rows.is_empty() {
        widgets::empty_state(ui, say!("no-relations-yet"), say!("no-relations-hint"));
        return;
    }
    let area = ScrollArea::vertical().auto_shrink(false).id_salt("relations");
    area.show_rows(ui, ROW_HEIGHT, rows.len(), |ui, range| {
        for row in rows.get(range).unwrap_or_default() {
            row_ui(app, ui, row, acts);
        }
    });
}

fn row_ui(app: &App, ui: &mut Ui, row: &RelationRow, acts: &mut Vec<Act>) {
    let Some(document) = app.session.project().document(row.document) else {
        return;
    };
    let tokens = theme::tokens(ui.ctx());
    let is_selected = app.desk.relation == Some(row.id);
    let name = format!("{}, {}, {}", row.from.name, row.type_name, row.to.name);
    let (rect, response) = widgets::list_row(ui, ROW_HEIGHT, is_selected, &name);
    let (left, right) = (rect.left() + 16.0, rect.right() - 16.0);
    let width = right - left - 64.0;
    let (strong, small) = (theme::strong(), TextStyle::Small);
    widgets::line_at(ui, pos2(left, rect.top() + 9.0), &row.from.name, &strong, tokens.ink, width);
    let date = row.date.as_ref().map(|date| format!(" · {}", date.words())).unwrap_or_default();
    let second = format!("{} {}{date}", row.type_name, row.to.name);
    widgets::line_at(ui, pos2(left, rect.top() + 27.0), &second, &TextStyle::Body, tokens.ink, width);
    let evidence = document.text.slice(row.evidence).replace('\n', " ");
    widgets::line_at(ui, pos2(left, rect.top() + 47.0), &evidence, &small, tokens.muted, right - left);
    let response = if row.note.is_empty() { response } else { response.on_hover_text(&row.note) };
    if response.clicked() {
        acts.push(Act::GoRelation(row.id));
    }
    if response.hovered() || response.has_focus() || is_selected {
        let size = vec2(28.0, 24.0);
        let corner = egui::Rect::from_min_size(pos2(right - size.x, rect.top() + 10.0), size);
        let edit = widgets::over(ui, corner.translate(vec2(-size.x - 4.0, 0.0)), egui::Button::new("…"));
        let edit = edit.on_hover_text(say!("relation-edit-hint"));
        edit.widget_info(|| {
            WidgetInfo::labeled(Role::Button, true, say!("relation-correct", relation = name.as_str()))
        });
        if edit.clicked() {
            acts.push(Act::EditRelation(row.id));
        }
        let remove =
            widgets::over(ui, corner, egui::Button::new("×")).on_hover_text(say!("relation-remove-hint"));
        remove.widget_info(|| {
            WidgetInfo::labeled(Role::Button, true, say!("relation-remove", relation = name.as_str()))
        });
        if remove.clicked() {
            acts.push(Act::Carry(Command::DeleteRelations(vec![row.id])));
        }
    }
}
