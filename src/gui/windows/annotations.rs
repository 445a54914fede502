//! What files of other tools would bring in, and what their labels are to be called here, before they come in.

use super::{Act, heading};
use crate::{
    gui::{theme, widgets},
    model::{NameMap, Project},
    session::{Annotations, Preview},
};
use egui::{ComboBox, RichText, ScrollArea, Ui, WidgetInfo, accesskit::Role};
use std::collections::BTreeMap;

/// What is about to come in.
pub struct AnnotationsSheet {
    annotations: Annotations,
    preview: Preview,
    names: NameMap,
}

impl AnnotationsSheet {
    /// With the names that were proposed.
    pub fn new(annotations: Annotations, preview: Preview, names: NameMap) -> Self {
        Self { annotations, preview, names }
    }
}

/// The counts, the labels, the answers.
pub fn ui(ui: &mut Ui, project: &Project, sheet: &mut AnnotationsSheet, acts: &mut Vec<Act>) {
    ui.set_width(560.0);
    heading(ui, "Import annotations");
    let preview = &sheet.preview;
    ui.label(format!("{}: {}", preview.formats.join(", "), preview.counts.sentence()));
    ui.add_space(10.0);
    let schema = project.schema();
    let labels: Vec<String> = schema.labels().map(|(_, label)| label.name.clone()).collect();
    let types: Vec<String> = schema.relation_types().map(|(_, one)| one.name.clone()).collect();
    let height = (ui.ctx().content_rect().height() - 320.0).max(140.0);
    ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        rows_ui(ui, "Labels", &preview.labels, &labels, &mut sheet.names.labels);
        rows_ui(ui, "Relations", &preview.relations, &types, &mut sheet.names.relations);
        let tokens = theme::tokens(ui.ctx());
        if !preview.warnings.is_empty() {
            ui.add_space(6.0);
            ui.label(RichText::new("To know").color(tokens.muted));
        }
        for warning in &preview.warnings {
            ui.label(RichText::new(warning).color(tokens.muted));
        }
    });
    ui.add_space(14.0);
    ui.horizontal(|ui| {
        if ui.button("Import").clicked() {
            let (annotations, names) = (sheet.annotations.clone(), sheet.names.clone());
            acts.push(Act::CloseOverlay);
            acts.push(Act::TakeAnnotations(Box::new((annotations, names))));
        }
        if ui.button("Cancel").clicked() {
            acts.push(Act::CloseOverlay);
        }
        widgets::quiet(ui, "One step to undo");
    });
}

/// A row for each name of the files: how often it stands there, and what it is to be here.
fn rows_ui(
    ui: &mut Ui,
    title: &str,
    rows: &[(String, usize)],
    here: &[String],
    names: &mut BTreeMap<String, Option<String>>,
) {
    if rows.is_empty() {
        return;
    }
    let tokens = theme::tokens(ui.ctx());
    ui.label(RichText::new(title).color(tokens.muted));
    egui::Grid::new(title).num_columns(3).spacing([16.0, 6.0]).show(ui, |ui| {
        for (name, count) in rows {
            ui.label(name);
            ui.label(RichText::new(count.to_string()).color(tokens.muted));
            let mut chosen = names.get(name).cloned().unwrap_or_else(|| Some(name.clone()));
            let is_new = |name: &str| !here.iter().any(|other| other == name);
            let shown = |chosen: &Option<String>| match chosen {
                Some(name) if is_new(name) => format!("{name} (new)"),
                Some(name) => name.clone(),
                None => "Leave out".to_owned(),
            };
            let text = shown(&chosen);
            let combo = ComboBox::from_id_salt((title, name)).selected_text(&text).show_ui(ui, |ui| {
                let own = is_new(name).then(|| name.clone());
                for choice in here.iter().cloned().chain(own).map(Some).chain([None]) {
                    let text = shown(&choice);
                    ui.selectable_value(&mut chosen, choice, text);
                }
            });
            let said = format!("{name} becomes {text}");
            combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &said));
            names.insert(name.clone(), chosen);
            ui.end_row();
        }
    });
    ui.add_space(6.0);
}
