//! "Save the changes?", before something would be lost.

use super::{Act, Leave, heading};
use crate::words::say;
use egui::Ui;

/// The question and its three answers.
pub fn ui(ui: &mut Ui, leave: &Leave, project_name: &str, is_kept: bool, acts: &mut Vec<Act>) {
    ui.set_width(380.0);
    heading(ui, &format!("Save the changes to {project_name}?"));
    ui.label(match leave {
        _ if is_kept => "Without saving they are given up. Earlier states, in the menu File, keep a copy.",
        Leave::Quit => "They are lost if you quit without saving.",
        Leave::NewProject => "They are lost if you begin a new project without saving.",
        Leave::OpenProject(_) => "They are lost if you open another project without saving.",
    });
    ui.add_space(16.0);
    ui.horizontal(|ui| {
        let save = ui.button("Save");
        if ui.memory(|memory| memory.focused().is_none()) {
            save.request_focus();
        }
        if save.clicked() {
            acts.push(Act::SaveThen(leave.clone()));
        }
        if ui.button("Don't save").clicked() {
            acts.push(Act::LeaveNow(leave.clone()));
        }
        if ui.button(say!("cancel")).clicked() {
            acts.push(Act::CloseOverlay);
        }
    });
}
