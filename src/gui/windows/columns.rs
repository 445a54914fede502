//! Which column of a table, or field of JSON, is what: its first values, and a choice beside them.

use super::{Act, heading};
use crate::{
    gui::{theme, widgets},
    session::{Columns, Field, ReadAs, Unclear},
    words::say,
};
use egui::{Button, ComboBox, Grid, Label, RichText, ScrollArea, Ui, WidgetInfo, accesskit::Role};

/// Tables that wait, and what their columns are taken for.
pub struct ColumnsSheet {
    unclear: Unclear,
    fields: Vec<Option<Field>>,
}

impl ColumnsSheet {
    /// With what was guessed.
    pub fn new(unclear: Unclear) -> Self {
        Self { fields: guessed(&unclear.columns), unclear }
    }
}

/// What each column was taken for.
pub(super) fn guessed(columns: &Columns) -> Vec<Option<Field>> {
    let shown = |field: Field| if field == Field::Html { Field::Text } else { field };
    columns.columns.iter().map(|column| column.field.map(shown)).collect()
}

/// The question, the columns, the answers.
pub fn ui(ui: &mut Ui, sheet: &mut ColumnsSheet, acts: &mut Vec<Act>) {
    ui.set_width(640.0);
    heading(ui, say!("columns-title"));
    let names: Vec<String> = sheet
        .unclear
        .paths
        .iter()
        .map(|path| path.file_name().unwrap_or_default().to_string_lossy().into_owned())
        .collect();
    let files = match names.as_slice() {
        [one] => say!("columns-one", file = one.as_str()),
        all => say!("columns-several", files = all.join(", ")),
    };
    widgets::quiet(ui, widgets::cut(&files, 200));
    ui.add_space(8.0);
    let height = (ui.ctx().content_rect().height() - 260.0).max(140.0);
    ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        columns_ui(ui, &sheet.unclear.columns, &mut sheet.fields);
    });
    ui.add_space(8.0);
    let has_text = sheet.fields.contains(&Some(Field::Text));
    widgets::quiet(ui, if has_text { say!("one-step-to-undo") } else { say!("columns-say-text") });
    ui.horizontal(|ui| {
        if ui.add_enabled(has_text, Button::new(say!("open"))).clicked() {
            let columns = said(&sheet.unclear.columns, &sheet.fields);
            acts.push(Act::OpenAs(sheet.unclear.paths.clone(), ReadAs { columns, ..ReadAs::default() }));
        }
        if ui.button(say!("cancel")).clicked() {
            acts.push(Act::CloseOverlay);
        }
    });
}

/// A row for each column: its name, what it is, its first values.
pub(super) fn columns_ui(ui: &mut Ui, columns: &Columns, fields: &mut [Option<Field>]) {
    let tokens = theme::tokens(ui.ctx());
    Grid::new("columns").num_columns(3).spacing([16.0, 6.0]).show(ui, |ui| {
        for (place, (column, field)) in columns.columns.iter().zip(fields).enumerate() {
            ui.label(widgets::cut(&column.name, 32));
            let text = name(*field);
            let combo = ComboBox::from_id_salt(("column", place)).selected_text(text).show_ui(ui, |ui| {
                for choice in [None].into_iter().chain(Field::SAID.map(Some)) {
                    ui.selectable_value(field, choice, name(choice));
                }
            });
            let said = say!("column-is", column = column.name.as_str(), field = text);
            combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &said));
            let values =
                column.samples.iter().map(|value| widgets::cut(value, 60)).collect::<Vec<_>>().join(" · ");
            ui.add(Label::new(RichText::new(values).color(tokens.muted)).truncate());
            ui.end_row();
        }
    });
}

fn name(field: Option<Field>) -> &'static str {
    match field {
        None => say!("column-unused"),
        Some(Field::Text | Field::Html) => say!("column-text"),
        Some(Field::Title) => say!("title"),
        Some(Field::Published) => say!("column-date"),
        Some(Field::Byline) => say!("column-byline"),
        Some(Field::Site) => say!("publisher"),
        Some(Field::Url) => say!("address"),
        Some(Field::Language) => say!("column-language"),
    }
}

/// What is to be said of the columns when they are read: what no column is, too, so that nothing is guessed.
pub(super) fn said(columns: &Columns, fields: &[Option<Field>]) -> Vec<(Field, String)> {
    let mut said = Vec::new();
    for field in Field::SAID {
        let before = said.len();
        for (place, column) in columns.columns.iter().enumerate() {
            if fields.get(place).copied().flatten() == Some(field) {
                let is_alone = columns.columns.iter().filter(|other| other.name == column.name).count() == 1;
                let by_name = is_alone && !column.name.is_empty();
                said.push((field, if by_name { column.name.clone() } else { (place + 1).to_string() }));
            }
        }
        if said.len() == before {
            said.push((field, String::new()));
        }
    }
    said
}
