//! All keys on one sheet, read from the table of commands.

use super::{
    super::{
        commands::{COMMANDS, Menu},
        theme,
    },
    Act, heading,
};
use egui::{Grid, RichText, ScrollArea, Ui};

/// Keys that are no commands of their own.
const OTHERS: [(&str, &str); 7] = [
    ("1 – 9, 0", "Label the selection, the current mark or the word at the caret"),
    ("Ctrl+1 – 9", "Keep a label for the next selections"),
    ("Arrows", "Move the caret; with Ctrl by words, with Shift to select"),
    ("Drag", "Select by words; with Alt by characters"),
    ("Double click", "Select a word; three times a sentence"),
    ("Click a mark", "Select it; click again for the one beneath"),
    ("Esc", "Back out of whatever is going on"),
];

/// The sheet.
pub fn ui(ui: &mut Ui, acts: &mut Vec<Act>) {
    let height = (ui.ctx().content_rect().height() - 160.0).max(200.0);
    ui.set_width(640.0);
    heading(ui, "Keys");
    ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        for (menu, name) in Menu::SHOWN {
            menu_ui(ui, menu, name);
        }
        section_ui(ui, "In the article", |ui| OTHERS.iter().for_each(|(keys, text)| row_ui(ui, keys, text)));
    });
    ui.add_space(12.0);
    if ui.button("Close").clicked() {
        acts.push(Act::CloseOverlay);
    }
}

fn menu_ui(ui: &mut Ui, menu: Menu, name: &str) {
    let rows = || COMMANDS.iter().filter(|row| row.menu == menu && !row.keys.is_empty());
    if rows().next().is_none() {
        return;
    }
    section_ui(ui, name, |ui| {
        for row in rows() {
            let keys: Vec<String> = row.keys.iter().map(|keys| ui.ctx().format_shortcut(keys)).collect();
            row_ui(ui, &keys.join(" or "), row.text);
        }
    });
}

fn section_ui(ui: &mut Ui, name: &str, rows: impl FnOnce(&mut Ui)) {
    ui.label(RichText::new(name).color(theme::tokens(ui.ctx()).muted).small());
    Grid::new(name).num_columns(2).min_col_width(180.0).spacing([16.0, 4.0]).show(ui, rows);
    ui.add_space(12.0);
}

fn row_ui(ui: &mut Ui, keys: &str, text: &str) {
    ui.label(RichText::new(keys).text_style(theme::strong()));
    ui.label(text);
    ui.end_row();
}
