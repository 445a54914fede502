//! "Save the changes?", before something would be lost.

use super::{Act, Leave, heading};
use crate::words::say;
use egui::Ui;

/// The question and its three answers.
pub fn ui(ui: &mut Ui, leave: &Leave, project_name: &str, is_kept: bool, acts: &mut Vec<Act>) {
    ui.set_width(380.0);
    heading(ui, &say!("question-save", name = project_name));
    ui.label(match leave {
        _ if is_kept => say!("question-kept"),
        Leave::Quit => say!("question-quit"),
        Leave::NewProject => say!("question-new"),
        Leave::OpenProject(_) => say!("question-open"),
    });
    ui.add_space(16.0);
    ui.horizontal(|ui| {
        let save = ui.button(say!("save"));
        if ui.memory(|memory| memory.focused().is_none()) {
            save.request_focus();
        }
        if save.clicked() {
            acts.push(Act::SaveThen(leave.clone()));
        }
        if ui.button(say!("question-no")).clicked() {
            acts.push(Act::LeaveNow(leave.clone()));
        }
        if ui.button(say!("cancel")).clicked() {
            acts.push(Act::CloseOverlay);
        }
    });
}
