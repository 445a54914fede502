//! The guide: how everything is done, on one page.

use super::{Act, heading};
use crate::{
    gui::{commands::UiCommand, sayings, theme},
    words::{key, say},
};
use egui::{RichText, ScrollArea, Ui};

/// Its parts: the title of each, and what it says.
const PARTS: [(&str, &str); 9] = [
    (key!("guide-open"), key!("guide-open-text")),
    (key!("guide-review"), key!("guide-review-text")),
    (key!("guide-mark"), key!("guide-mark-text")),
    (key!("guide-entities"), key!("guide-entities-text")),
    (key!("guide-dates"), key!("guide-dates-text")),
    (key!("guide-find"), key!("guide-find-text")),
    (key!("guide-labels"), key!("guide-labels-text")),
    (key!("guide-safe"), key!("guide-safe-text")),
    (key!("guide-exchange"), key!("guide-exchange-text")),
];

/// Between the words and the bar that moves them, in points.
const MARGIN: f32 = 14.0;

/// The page.
pub fn ui(ui: &mut Ui, acts: &mut Vec<Act>) {
    let height = (ui.ctx().content_rect().height() - 180.0).max(160.0);
    ui.set_width(600.0_f32.min(ui.ctx().content_rect().width() - 80.0));
    heading(ui, say!("guide-title"));
    ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        // The bar beside the words must not touch them.
        ui.set_max_width(ui.available_width() - MARGIN);
        for (title, text) in PARTS {
            ui.label(RichText::new(say!(title)).text_style(theme::strong()));
            ui.add_space(2.0);
            ui.label(sayings::with_keys(ui.ctx(), text));
            ui.add_space(14.0);
        }
    });
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        if ui.button(say!("close")).clicked() {
            acts.push(Act::CloseOverlay);
        }
        for command in [UiCommand::ShowKeys, UiCommand::Tour] {
            if ui.button(command.row().text()).clicked() {
                acts.extend([Act::CloseOverlay, Act::Do(command)]);
            }
        }
    });
}
