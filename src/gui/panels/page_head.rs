//! The head of a page that stands in the place of the article: what it is, what it holds, and the way back.

use super::{super::theme, Act};
use crate::{gui::widgets, words::say};
use egui::{Align, Layout, RichText, Ui, vec2};

/// Draws it; `controls` stand between the words and the way back, from right to left.
pub fn page_head(
    ui: &mut Ui,
    title: &str,
    counts: &str,
    acts: &mut Vec<Act>,
    controls: impl FnOnce(&mut Ui),
) {
    let tokens = theme::tokens(ui.ctx());
    let size = vec2(ui.available_width(), 48.0);
    // The way back has its room first; what is counted is cut where there is none left.
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        ui.add_space(theme::MARGIN);
        if ui.button(say!("back-to-article")).on_hover_text("Esc").clicked() {
            acts.push(Act::ShowArticle);
        }
        controls(ui);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add_space(theme::MARGIN);
            ui.label(RichText::new(title).heading().color(tokens.ink));
            ui.add_space(4.0);
            widgets::quiet_line(ui, counts);
        });
    });
}
