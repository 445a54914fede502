//! The labels of the project in the place of the article: a list at the left, what one of them is at the right.
//!
//! What is typed is carried out when the field is left; what takes marks along is shown before it is done.

mod colour;
mod draft;
mod fields;
mod list;
mod pending;
mod types;

use super::{Act, App, page_head};
use crate::{
    gui::{desk::Kept, dialogs::Request, theme, widgets},
    model::{Command, LabelId, Project, RelationTypeId, Schema},
    view::{LabelRow, label_rows, relation_type_rows},
    words::say,
};
use draft::{LabelDraft, TypeDraft};
use egui::{Layout, ScrollArea, Ui, vec2};
use pending::Pending;
use std::sync::Arc;

/// Width of the list, in points.
const LIST_WIDTH: f32 = 224.0;

/// Labels, or relation types.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Labels,
    Types,
}

/// How the page stands.
#[derive(Default)]
pub struct LabelsDesk {
    kind: Kind,
    label: Option<LabelId>,
    draft: Option<LabelDraft>,
    relation_type: Option<RelationTypeId>,
    type_draft: Option<TypeDraft>,
    /// The name of a label or relation type to be added.
    typed: String,
    pending: Option<Pending>,
    rows: Kept<u64, Vec<LabelRow>>,
    types: Kept<u64, Vec<(RelationTypeId, usize)>>,
    /// The name takes the keyboard in the next frame.
    wants_name: bool,
    /// The list goes to the chosen row in the next frame.
    follow: bool,
    /// What a relation type is called that is being added: the chosen one, once it is there.
    new_type: Option<String>,
}

impl LabelsDesk {
    /// Shows a label, and its name can be typed.
    pub fn choose(&mut self, label: LabelId) {
        self.show(label);
        self.wants_name = true;
    }

    /// Shows a label.
    pub fn show(&mut self, label: LabelId) {
        (self.kind, self.label, self.follow) = (Kind::Labels, Some(label), true);
    }

    /// Shows what using other labels would do.
    pub fn offer(&mut self, schema: Schema) {
        self.pending = Some(Pending::new(Command::UseSchema(Box::new(schema))));
    }

    /// One step back within the page; whether there was one.
    pub fn back_out(&mut self) -> bool {
        self.pending.take().is_some()
    }

    /// What was typed and not carried out yet.
    pub fn unfinished(&self, schema: &Schema) -> Option<Command> {
        match self.kind {
            Kind::Labels => self.draft.as_ref()?.command(schema),
            Kind::Types => self.type_draft.as_ref()?.command(schema),
        }
    }

    /// Forgets what points to labels that are no longer there.
    pub fn drop_stale(&mut self, schema: &Schema) {
        self.label = self.label.filter(|label| schema.get(*label).is_some());
        self.relation_type = self.relation_type.filter(|kind| schema.relation_type(*kind).is_some());
    }

    /// A list that goes to the chosen row, if it is to.
    fn following(&mut self, area: ScrollArea, place: Option<usize>, height: f32) -> ScrollArea {
        match place.filter(|_| std::mem::take(&mut self.follow)) {
            Some(place) => {
                area.vertical_scroll_offset((place as f32 * list::ROW_HEIGHT - height * 0.5).max(0.0))
            }
            None => area,
        }
    }

    fn rows(&mut self, project: &Project) -> Arc<Vec<LabelRow>> {
        self.rows.get(project.revision(), || label_rows(project))
    }

    fn types(&mut self, project: &Project) -> Arc<Vec<(RelationTypeId, usize)>> {
        self.types.get(project.revision(), || relation_type_rows(project))
    }
}

/// The page.
pub fn ui(app: &mut App, ui: &mut Ui, acts: &mut Vec<Act>) {
    let mut desk = std::mem::take(&mut app.desk.labels);
    let project = app.session.project();
    let schema = project.schema();
    desk.label = desk.label.or_else(|| schema.labels().next().map(|(id, _)| id));
    desk.relation_type = desk.relation_type.or_else(|| schema.relation_types().next().map(|(id, _)| id));
    let new = desk.new_type.as_deref().and_then(|name| schema.relation_known_as(name));
    if let Some(new) = new {
        (desk.relation_type, desk.new_type, desk.follow) = (Some(new), None, true);
    }
    let counts = say!(
        "labels-counts",
        set = schema.name.as_str(),
        labels = say!("label-count", count = schema.label_count())
    );
    let mut requests = Vec::new();
    page_head(ui, say!("labels"), &counts, acts, |ui| controls_ui(ui, project, &mut desk, &mut requests));
    acts.extend(requests.into_iter().map(Act::Ask));
    kinds_ui(ui, project, &mut desk, acts);
    pending::ui(ui, project, &mut desk, acts);
    let tokens = theme::tokens(ui.ctx());
    let size = ui.available_size();
    ui.allocate_ui_with_layout(size, Layout::left_to_right(egui::Align::Min), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.allocate_ui_with_layout(vec2(LIST_WIDTH, size.y), Layout::top_down(egui::Align::Min), |ui| {
            ui.set_width(LIST_WIDTH);
            ui.spacing_mut().item_spacing.x = 8.0;
            match desk.kind {
                Kind::Labels => list::ui(ui, project, &mut desk, acts),
                Kind::Types => types::list_ui(ui, project, &mut desk, acts),
            }
        });
        let x = ui.cursor().left();
        ui.painter().vline(x, ui.max_rect().y_range(), (1.0, tokens.line));
        ScrollArea::vertical().id_salt("label fields").auto_shrink(false).show(ui, |ui| {
            egui::Frame::new().inner_margin(theme::MARGIN).show(ui, |ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                ui.vertical(|ui| match desk.kind {
                    Kind::Labels => fields::ui(ui, project, &mut desk, acts),
                    Kind::Types => types::fields_ui(ui, project, &mut desk, acts),
                });
            });
        });
    });
    app.desk.labels = desk;
}

/// From right to left: export, and other sets of labels.
fn controls_ui(ui: &mut Ui, project: &Project, desk: &mut LabelsDesk, requests: &mut Vec<Request>) {
    if ui.button(say!("export")).on_hover_text(say!("labels-export-hint")).clicked() {
        let file_name = format!("{}.ron", project.schema().name.replace(['/', '\\', ':'], "-"));
        requests.push(Request::ExportLabels { file_name });
    }
    ui.menu_button(say!("labels-use-others"), |ui| {
        for name in Schema::READY {
            if ui.button(name).clicked() {
                desk.pending = Schema::ready_named(name)
                    .map(|schema| Pending::new(Command::UseSchema(Box::new(schema))));
                ui.close();
            }
        }
        ui.separator();
        if ui.button(say!("labels-from-file")).on_hover_text(say!("labels-from-file-hint")).clicked() {
            requests.push(Request::ImportLabels);
            ui.close();
        }
    });
}

/// Labels or relation types.
fn kinds_ui(ui: &mut Ui, project: &Project, desk: &mut LabelsDesk, acts: &mut Vec<Act>) {
    let tokens = theme::tokens(ui.ctx());
    let before = desk.kind;
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), 36.0),
        Layout::left_to_right(egui::Align::Center),
        |ui| {
            ui.add_space(theme::MARGIN);
            ui.spacing_mut().item_spacing.x = 14.0;
            for (kind, text) in [(Kind::Labels, say!("labels")), (Kind::Types, say!("relation-types"))] {
                if widgets::tab(ui, text, desk.kind == kind).clicked() && kind != before {
                    acts.extend(desk.unfinished(project.schema()).map(Act::Carry));
                    desk.kind = kind;
                    desk.typed.clear();
                }
            }
        },
    );
    ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), (1.0, tokens.line));
    ui.add_space(1.0);
}
