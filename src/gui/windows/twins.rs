//! After articles came in: which of them are there twice, and whether to keep one of each.

use super::{Act, heading};
use crate::{
    gui::{theme, widgets},
    model::{Command, Project},
    session::Twin,
    words::{retold, say},
};
use egui::{RichText, ScrollArea, Ui};

/// The twins, each with what the new article and the other are called.
pub struct TwinsSheet {
    rows: Vec<(Twin, String, String)>,
    /// What could not be read, and what was odd.
    details: Vec<String>,
}

impl TwinsSheet {
    /// Of articles that have just come in.
    pub fn new(project: &Project, twins: Vec<Twin>, details: Vec<String>) -> Self {
        let name = |id| {
            let document = project.document(id);
            document.map_or_else(String::new, |document| {
                let (title, file) = (document.display_title(), document.file_name());
                if file.is_empty() || file == title { title.to_owned() } else { format!("{title} ({file})") }
            })
        };
        let rows = twins.into_iter().map(|twin| (twin, name(twin.new), name(twin.other)));
        Self { rows: rows.collect(), details }
    }
}

/// The list, and the answers.
pub fn ui(ui: &mut Ui, sheet: &TwinsSheet, acts: &mut Vec<Act>) {
    let tokens = theme::tokens(ui.ctx());
    ui.set_width(560.0);
    heading(ui, say!("twins-title"));
    let height = (ui.ctx().content_rect().height() - 260.0).max(120.0);
    ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        for (twin, new, other) in &sheet.rows {
            ui.label(new);
            let likeness = match twin.percent {
                100 => say!("twin-same", other = other.as_str()),
                percent => say!("twin-nearly", percent = percent, other = other.as_str()),
            };
            ui.label(RichText::new(likeness).small().color(tokens.muted));
            ui.add_space(4.0);
        }
        for detail in &sheet.details {
            ui.label(RichText::new(retold(detail)).small().color(tokens.ink));
        }
    });
    ui.add_space(8.0);
    widgets::quiet(ui, say!("twins-hint"));
    ui.horizontal(|ui| {
        let keep_one = ui.button(say!("twins-take-out", count = sheet.rows.len()));
        if ui.memory(|memory| memory.focused().is_none()) {
            keep_one.request_focus();
        }
        if keep_one.clicked() {
            let new = sheet.rows.iter().map(|(twin, ..)| twin.new).collect();
            acts.extend([Act::CloseOverlay, Act::Carry(Command::RemoveDocuments(new))]);
        }
        if ui.button(say!("twins-keep")).clicked() {
            acts.push(Act::CloseOverlay);
        }
    });
}
