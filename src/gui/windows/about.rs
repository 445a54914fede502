//! What this program is.

use super::{Act, heading};
use crate::{gui::theme, words::say};
use egui::{RichText, Ui};

/// Name, version, promise and licences.
pub fn ui(ui: &mut Ui, acts: &mut Vec<Act>) {
    ui.set_width(420.0);
    heading(ui, "Dateline");
    ui.label(format!("Version {}", env!("CARGO_PKG_VERSION")));
    ui.add_space(8.0);
    ui.label("Reads news articles with an analyst: who, where, when, and who says so. Works on this machine alone: no server, no account, no network.");
    ui.add_space(8.0);
    let licences = "MIT or Apache-2.0. Fonts: Inter and Source Serif 4, SIL Open Font License. Names of countries and places come from the sources named in assets/gazetteer.";
    ui.label(RichText::new(licences).color(theme::tokens(ui.ctx()).muted).small());
    ui.add_space(16.0);
    if ui.button(say!("close")).clicked() {
        acts.push(Act::CloseOverlay);
    }
}
