//! Another program has changed the file that was to be saved: three ways to go on, none of which loses either side.

use super::{Act, heading};
use crate::{
    gui::{commands::UiCommand, widgets},
    words::say,
};
use egui::Ui;
use std::path::Path;

/// The question and its answers.
pub fn ui(ui: &mut Ui, path: &Path, acts: &mut Vec<Act>) {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    ui.set_width(460.0);
    heading(ui, &say!("foreign-title", name = name));
    ui.label(say!("foreign-hint"));
    ui.add_space(16.0);
    let copy = ui.button(say!("foreign-copy"));
    if ui.memory(|memory| memory.focused().is_none()) {
        copy.request_focus();
    }
    if copy.clicked() {
        acts.push(Act::CloseOverlay);
        acts.push(Act::Do(UiCommand::SaveAs));
    }
    ui.add_space(6.0);
    if ui.button(say!("foreign-mine")).clicked() {
        acts.push(Act::Overwrite(path.to_owned()));
    }
    ui.add_space(6.0);
    if ui.button(say!("foreign-theirs")).clicked() {
        acts.push(Act::ReloadProject(path.to_owned()));
    }
    widgets::quiet(ui, say!("foreign-stays"));
    ui.add_space(12.0);
    if ui.button(say!("cancel")).clicked() {
        acts.push(Act::CloseOverlay);
    }
}
