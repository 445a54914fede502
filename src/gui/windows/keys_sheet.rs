//! All keys on one sheet, read from the table of commands.

use super::{
    super::{
        commands::{COMMANDS, Menu},
        keymap::Keymap,
        theme,
    },
    Act, heading,
};
use crate::words::{key, say};
use egui::{Grid, RichText, ScrollArea, Ui};

/// Keys that are no commands of their own: what is written on them, or the message that says it, and what they do.
const OTHERS: [(&str, &str); 7] = [
    ("1 – 9, 0", key!("keys-label")),
    ("Ctrl+1 – 9", key!("keys-keep-label")),
    (key!("keys-arrows"), key!("keys-move")),
    (key!("keys-drag"), key!("keys-select")),
    (key!("keys-double-click"), key!("keys-select-word")),
    (key!("keys-click-mark"), key!("keys-select-mark")),
    ("Esc", key!("keys-back-out")),
];

/// The sheet.
pub fn ui(ui: &mut Ui, acts: &mut Vec<Act>) {
    let height = (ui.ctx().content_rect().height() - 160.0).max(200.0);
    ui.set_width(640.0);
    heading(ui, say!("show-keys"));
    ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        for menu in Menu::SHOWN {
            menu_ui(ui, menu);
        }
        section_ui(ui, say!("keys-in-article"), |ui| {
            for (keys, text) in OTHERS {
                row_ui(ui, say!(keys), say!(text));
            }
        });
    });
    ui.add_space(12.0);
    if ui.button(say!("close")).clicked() {
        acts.push(Act::CloseOverlay);
    }
}

fn menu_ui(ui: &mut Ui, menu: Menu) {
    let map = Keymap::of(ui.ctx());
    let rows = || COMMANDS.iter().filter(|row| row.menu == menu && !map.keys(row.command).is_empty());
    if rows().next().is_none() {
        return;
    }
    section_ui(ui, menu.name(), |ui| {
        for row in rows() {
            let keys = map.keys(row.command).iter().map(|keys| ui.ctx().format_shortcut(keys));
            let keys = keys.reduce(|first, second| say!("keys-or", first = first, second = second));
            row_ui(ui, &keys.unwrap_or_default(), row.text());
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
