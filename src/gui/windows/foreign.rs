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
    heading(ui, &format!("{name} was changed by another program"));
    ui.label("Nothing was written over it, and everything that you did is still here.");
    ui.add_space(16.0);
    let copy = ui.button("Save mine as a copy…");
    if ui.memory(|memory| memory.focused().is_none()) {
        copy.request_focus();
    }
    if copy.clicked() {
        acts.push(Act::CloseOverlay);
        acts.push(Act::Do(UiCommand::SaveAs));
    }
    ui.add_space(6.0);
    if ui.button("Save mine, and keep theirs beside it").clicked() {
        acts.push(Act::Overwrite(path.to_owned()));
    }
    ui.add_space(6.0);
    if ui.button("Take theirs").clicked() {
        acts.push(Act::ReloadProject(path.to_owned()));
    }
    widgets::quiet(ui, "Mine stays among the earlier states, in the menu File");
    ui.add_space(12.0);
    if ui.button(say!("cancel")).clicked() {
        acts.push(Act::CloseOverlay);
    }
}
