//! The language of the window, to be chosen.

use super::{Act, heading};
use crate::{
    gui::languages::languages_ui,
    words::{Language, say},
};
use egui::Ui;

/// The choices; the one that is clicked is spoken at once.
pub fn ui(ui: &mut Ui, chosen: Option<Language>, acts: &mut Vec<Act>) {
    ui.set_width(260.0);
    heading(ui, say!("language"));
    languages_ui(ui, chosen, acts);
    ui.add_space(16.0);
    if ui.button(say!("close")).clicked() {
        acts.push(Act::CloseOverlay);
    }
}
