//! The formats that a project can be written in, with what each carries, and the loss report afterwards.

use super::{Act, heading};
use crate::{
    gui::{dialogs::Request, theme, widgets},
    session::{FORMATS, Format, Shape},
    words::{retold, say},
};
use egui::{Button, Key, Modifiers, RichText, ScrollArea, Sense, Ui, WidgetInfo, accesskit::Role};

/// What is chosen.
#[derive(Default)]
pub struct ExportSheet {
    chosen: Option<&'static str>,
}

/// What became of an export.
pub struct ExportReport {
    /// `Exported to …`.
    pub done: String,
    /// What the format could not carry.
    pub losses: Vec<String>,
}

fn formats() -> impl Iterator<Item = &'static Format> {
    FORMATS.iter().filter(|format| format.write.is_some())
}

/// The list, and the answers.
pub fn ui(ui: &mut Ui, sheet: &mut ExportSheet, stem: &str, acts: &mut Vec<Act>) {
    ui.set_width(560.0);
    heading(ui, say!("dialog-export"));
    widgets::quiet(ui, say!("export-hint"));
    ui.add_space(10.0);
    let height = (ui.ctx().content_rect().height() - 260.0).max(160.0);
    ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        for format in formats() {
            format_ui(ui, format, sheet);
        }
    });
    ui.add_space(14.0);
    let chosen = sheet.chosen.and_then(|name| formats().find(|format| format.name == name));
    ui.horizontal(|ui| {
        let text = match chosen.map(|format| format.shape) {
            Some(Shape::Folder) => say!("choose-folder"),
            _ => say!("choose-file"),
        };
        let enter = ui.memory(|memory| memory.focused().is_none())
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        if (ui.add_enabled(chosen.is_some(), Button::new(text)).clicked() || enter)
            && let Some(format) = chosen
        {
            let file_name = match format.shape {
                Shape::OneFile => format!("{stem}.{}", format.extension),
                Shape::Folder => String::new(),
            };
            acts.push(Act::CloseOverlay);
            acts.push(Act::Ask(Request::Export { format: format.name, file_name }));
        }
        if ui.button(say!("cancel")).clicked() {
            acts.push(Act::CloseOverlay);
        }
    });
}

/// A row, the whole of it to be clicked.
fn format_ui(ui: &mut Ui, format: &'static Format, sheet: &mut ExportSheet) {
    let tokens = theme::tokens(ui.ctx());
    let is_chosen = sheet.chosen == Some(format.name);
    let behind = ui.painter().add(egui::Shape::Noop);
    let words = ui.vertical(|ui| {
        ui.label(RichText::new(format.name).text_style(theme::strong()));
        ui.label(retold(format.about));
        ui.label(RichText::new(say!("carries", what = retold(format.carries))).color(tokens.muted));
    });
    let rect = words.response.rect.with_max_x(ui.max_rect().right()).expand2(egui::vec2(6.0, 3.0));
    let row = ui.interact(rect, ui.scope_id().with(format.name), Sense::click());
    row.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_chosen, format.name));
    let colour = widgets::row_colour(&tokens, is_chosen, &row);
    ui.painter().set(behind, egui::Shape::rect_filled(rect, theme::CORNER, colour));
    widgets::focus_ring(ui, &row, rect);
    if row.clicked() {
        sheet.chosen = Some(format.name);
    }
    ui.add_space(8.0);
}

/// What was written, and what was lost.
pub fn report_ui(ui: &mut Ui, report: &ExportReport, acts: &mut Vec<Act>) {
    ui.set_width(460.0);
    heading(ui, say!("exported-title"));
    ui.label(&report.done);
    ui.add_space(8.0);
    widgets::quiet(ui, say!("export-losses"));
    ui.add_space(4.0);
    let height = (ui.ctx().content_rect().height() - 260.0).max(120.0);
    ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        for loss in &report.losses {
            ui.label(format!("• {}", retold(loss)));
        }
    });
    ui.add_space(14.0);
    if ui.button(say!("close")).clicked() {
        acts.push(Act::CloseOverlay);
    }
}
