//! What this program is, and the licences of all that it carries.

use super::{Act, heading};
use crate::{gui::theme, words::say};
use egui::{Align, Id, Label, Rect, RichText, ScrollArea, TextEdit, TextStyle, Ui, UiBuilder, pos2, vec2};
use std::sync::LazyLock;

/// Made by `dist/licences.py`; the packages carry the same file.
const LICENCES: &str = include_str!("../../../assets/licences.txt");

/// The same line by line, for a list of which only what is in sight is laid out.
static LINES: LazyLock<Vec<&str>> = LazyLock::new(|| LICENCES.lines().collect());

/// What is sought in the licences; kept by the window's memory while the program runs.
#[derive(Clone, Default)]
struct Search {
    words: String,
    /// The line last gone to.
    line: Option<usize>,
}

/// Name, version, promise and licences.
pub fn ui(ui: &mut Ui, acts: &mut Vec<Act>) {
    ui.set_width(680.0);
    heading(ui, "Dateline");
    let version = env!("CARGO_PKG_VERSION");
    ui.label(if cfg!(feature = "careful") {
        say!("about-version", version = version)
    } else {
        say!("about-version-without-careful", version = version)
    });
    ui.add_space(8.0);
    ui.label(say!("about-promise"));
    ui.add_space(8.0);
    ui.label(RichText::new(say!("about-licences")).color(theme::tokens(ui.ctx()).muted).small());
    ui.add_space(8.0);
    licences_ui(ui);
    ui.add_space(12.0);
    if ui.button(say!("close")).clicked() {
        acts.push(Act::CloseOverlay);
    }
}

fn licences_ui(ui: &mut Ui) {
    let id = Id::unique("about-search");
    let mut search: Search = ui.data_mut(|data| data.get_temp(id)).unwrap_or_default();
    let goes_on = search_ui(ui, &mut search);
    let tokens = theme::tokens(ui.ctx());
    let height = (ui.ctx().content_rect().height() - 380.0).max(120.0);
    let row_height = ui.text_style_height(&TextStyle::Small) + 2.0;
    let rows =
        ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, false]);
    rows.show_viewport(ui, |ui, viewport| {
        ui.set_height(row_height * LINES.len() as f32);
        let (origin, width) = (ui.min_rect().min, ui.available_width());
        let place = |line: usize| {
            Rect::from_min_size(pos2(origin.x, origin.y + row_height * line as f32), vec2(width, row_height))
        };
        if let Some(line) = search.line.filter(|_| goes_on) {
            ui.scroll_to_rect(place(line), Some(Align::Center));
        }
        let first = (viewport.min.y / row_height).max(0.0) as usize;
        let shown = (viewport.height() / row_height) as usize + 2;
        for (line, text) in LINES.iter().enumerate().skip(first).take(shown) {
            if search.line == Some(line) {
                ui.painter().rect_filled(place(line), 2, tokens.selected);
            }
            let label = Label::new(RichText::new(*text).small()).extend();
            ui.scope_builder(UiBuilder::new().max_rect(place(line)), |ui| ui.add(label));
        }
    });
    ui.data_mut(|data| data.insert_temp(id, search));
}

/// The field; whether the list goes to another line now.
fn search_ui(ui: &mut Ui, search: &mut Search) -> bool {
    let field = TextEdit::singleline(&mut search.words).hint_text(say!("about-find")).desired_width(240.0);
    let response = ui.add(field);
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::accesskit::Role::SearchInput, true, say!("about-find"))
    });
    let goes_on = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    if goes_on {
        response.request_focus();
    }
    if !response.changed() && !goes_on {
        return false;
    }
    let from = search.line.filter(|_| goes_on).map_or(0, |line| line + 1);
    search.line = next_line(&search.words, from);
    search.line.is_some()
}

/// The next line with these words, in whatever case; after the last comes the first again.
fn next_line(words: &str, from: usize) -> Option<usize> {
    let words = words.trim().to_lowercase();
    let has = |line: &usize| LINES.get(*line).is_some_and(|text| text.to_lowercase().contains(&words));
    if words.is_empty() {
        return None;
    }
    (from..LINES.len()).find(has).or_else(|| (0..from).find(has))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_found_after_the_last_one_and_from_the_start_again() {
        let first = next_line("eframe", 0).expect("the window's library is named");
        assert!(LINES[first].starts_with("eframe "), "{}", LINES[first]);
        assert_eq!(next_line(" EFRAME ", first), Some(first));
        assert_eq!(next_line("eframe", LINES.len()), Some(first));
        assert_eq!(next_line("", 0), None);
        assert_eq!(next_line("no such words anywhere", 3), None);
    }
}
