//! Something that went wrong: what, where, and a way to put it away.

use super::{
    super::{app::App, theme},
    Act,
};
use crate::words::{retold, say};
use egui::{RichText, ScrollArea, Ui};

/// The panel.
pub fn ui(app: &App, ui: &mut Ui, acts: &mut Vec<Act>) {
    let Some(message) = &app.desk.message else {
        return;
    };
    let tokens = theme::tokens(ui.ctx());
    ui.horizontal(|ui| {
        ui.label(RichText::new(&message.text).color(tokens.error).text_style(theme::strong()));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.button(say!("dismiss")).clicked() {
                acts.push(Act::DismissMessage);
            }
        });
    });
    ScrollArea::vertical().max_height(120.0).auto_shrink([false, true]).show(ui, |ui| {
        for detail in &message.details {
            ui.label(RichText::new(retold(detail)).small().color(tokens.ink));
        }
    });
}
