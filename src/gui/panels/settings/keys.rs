//! The keys of all commands: typing narrows the list, a click waits for other keys.

use super::Keys;
use crate::{
    gui::{
        commands::{COMMANDS, Menu, Row, UiCommand},
        keymap::{Keymap, can_be_given, is_fixed, is_modifier, pressed, written},
        theme, widgets,
    },
    view::Typed,
    words::say,
};
use egui::{Event, Grid, Key, KeyboardShortcut, Label, RichText, TextEdit, Ui, WidgetInfo, accesskit::Role};

/// Width of the column of names, in points.
const NAMES: f32 = 320.0;

/// How the page of settings stands.
#[derive(Default)]
pub struct SettingsDesk {
    typed: String,
    /// The command that waits for keys.
    listening: Option<UiCommand>,
    answer: Option<Answer>,
    /// Whether it is asked if everything is to be set back.
    pub(super) asks_to_reset: bool,
}

/// What is said of keys that were pressed.
enum Answer {
    /// They are those of labels, of the caret or of the clipboard.
    Refused(UiCommand, KeyboardShortcut),
    /// They give another command.
    Taken { wanted: UiCommand, keys: KeyboardShortcut, owner: UiCommand },
}

impl SettingsDesk {
    /// Whether the next keys are not to be obeyed, but to be given to a command.
    pub fn is_listening(&self) -> bool {
        self.listening.is_some()
    }

    /// One step back within the page; whether there was one.
    pub fn back_out(&mut self) -> bool {
        std::mem::take(&mut self.asks_to_reset) | self.answer.take().is_some()
    }
}

/// The list.
pub fn ui(ui: &mut Ui, desk: &mut SettingsDesk, changes: &mut Keys) {
    listen(ui, desk, changes);
    let field = TextEdit::singleline(&mut desk.typed).hint_text(say!("settings-keys-find"));
    let field = ui.add(field.desired_width(320.0));
    field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, say!("settings-keys-find")));
    ui.add_space(8.0);
    let typed = Typed::new(&desk.typed);
    let map = Keymap::of(ui.ctx());
    let mut is_empty = true;
    for menu in Menu::SHOWN {
        let rows = COMMANDS.iter().filter(|row| row.menu == menu && !is_fixed(row.command));
        let rows: Vec<&Row> = rows.filter(|row| typed.likeness(row.text()).is_some()).collect();
        if rows.is_empty() {
            continue;
        }
        is_empty = false;
        widgets::quiet(ui, menu.name());
        Grid::new(("keys of", menu.name())).num_columns(3).min_col_width(120.0).spacing([16.0, 2.0]).show(
            ui,
            |ui| {
                for row in rows {
                    row_ui(ui, row, &map, desk, changes);
                }
            },
        );
        ui.add_space(8.0);
    }
    if is_empty {
        widgets::quiet(ui, say!("palette-nothing"));
    }
}

fn row_ui(ui: &mut Ui, row: &'static Row, map: &Keymap, desk: &mut SettingsDesk, changes: &mut Keys) {
    let name = row.text();
    named_ui(ui, RichText::new(name));
    let keys: Vec<String> = map.keys(row.command).iter().map(|keys| ui.ctx().format_shortcut(keys)).collect();
    let shown = match (desk.listening == Some(row.command), keys.is_empty()) {
        (true, _) => say!("settings-keys-press").to_owned(),
        (false, true) => say!("settings-keys-none").to_owned(),
        (false, false) => keys.join(" · "),
    };
    let button = ui.button(RichText::new(shown.clone()).text_style(theme::strong()));
    button.widget_info(|| {
        WidgetInfo::labeled(
            Role::Button,
            true,
            say!("settings-keys-of", command = name, keys = shown.as_str()),
        )
    });
    if button.clicked() {
        (desk.listening, desk.answer) = (Some(row.command), None);
    }
    ui.horizontal(|ui| {
        if !keys.is_empty() && small(ui, say!("settings-keys-remove"), name) {
            changes.insert(row.name.to_owned(), Vec::new());
        }
        if changes.contains_key(row.name) && small(ui, say!("settings-keys-back"), name) {
            restore(changes, map, row);
        }
    });
    ui.end_row();
    answer_ui(ui, row, desk, changes);
}

/// The first column, as wide in every menu.
fn named_ui(ui: &mut Ui, text: RichText) {
    ui.scope(|ui| {
        ui.set_width(NAMES);
        ui.add(Label::new(text).wrap());
    });
}

/// A quiet button, which says to a screen reader what it acts on.
fn small(ui: &mut Ui, text: &str, what: &str) -> bool {
    let button = ui.small_button(text);
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{text}: {what}")));
    button.clicked()
}

/// What is said of the keys that were pressed for this command.
fn answer_ui(ui: &mut Ui, row: &Row, desk: &mut SettingsDesk, changes: &mut Keys) {
    let tokens = theme::tokens(ui.ctx());
    let warning = |text: String| RichText::new(text).color(tokens.warning).small();
    match desk.answer {
        Some(Answer::Refused(command, keys)) if command == row.command => {
            let keys = ui.ctx().format_shortcut(&keys);
            named_ui(ui, warning(say!("settings-keys-refused", keys = keys)));
            ui.end_row();
        }
        Some(Answer::Taken { wanted, keys, owner }) if wanted == row.command => {
            let text = say!(
                "settings-keys-taken",
                keys = ui.ctx().format_shortcut(&keys),
                command = owner.row().text()
            );
            named_ui(ui, warning(text));
            let takes = ui.button(say!("settings-keys-take")).clicked();
            let leaves = ui.button(say!("cancel")).clicked();
            ui.end_row();
            if takes {
                let map = Keymap::of(ui.ctx());
                give(changes, owner, map.keys(owner).iter().filter(|other| **other != keys));
                give(changes, wanted, [keys].iter());
            }
            if takes || leaves {
                desk.answer = None;
            }
        }
        _ => {}
    }
}

/// Takes the keys that a command waits for.
fn listen(ui: &Ui, desk: &mut SettingsDesk, changes: &mut Keys) {
    // Who clicks elsewhere has something else in mind.
    if ui.input(|input| input.pointer.any_pressed()) {
        desk.listening = None;
    }
    let Some(command) = desk.listening else {
        return;
    };
    let taken = ui.input_mut(|input| {
        // Of `Ctrl+S`, Ctrl comes first and alone.
        let is_whole =
            |event: &Event| matches!(event, Event::Key { pressed: true, key, .. } if !is_modifier(*key));
        let place = input.events.iter().position(is_whole)?;
        match input.events.remove(place) {
            Event::Key { key, modifiers, .. } => Some(pressed(modifiers, key)),
            _ => None,
        }
    });
    let Some(keys) = taken else {
        return;
    };
    desk.listening = None;
    let owner = Keymap::of(ui.ctx()).command(keys).filter(|owner| *owner != command);
    match owner {
        _ if keys.logical_key == Key::Escape => {}
        _ if !can_be_given(keys) => desk.answer = Some(Answer::Refused(command, keys)),
        Some(owner) => desk.answer = Some(Answer::Taken { wanted: command, keys, owner }),
        None => give(changes, command, [keys].iter()),
    }
}

/// A command has its first keys again; who has them now loses them.
fn restore(changes: &mut Keys, map: &Keymap, row: &Row) {
    changes.remove(row.name);
    for keys in row.keys {
        if let Some(owner) = map.command(*keys).filter(|owner| *owner != row.command) {
            give(changes, owner, map.keys(owner).iter().filter(|other| *other != keys));
        }
    }
}

/// From now on a command has these keys and no others.
fn give<'a>(changes: &mut Keys, command: UiCommand, keys: impl Iterator<Item = &'a KeyboardShortcut>) {
    let keys: Vec<KeyboardShortcut> = keys.copied().collect();
    if keys == command.row().keys {
        changes.remove(command.row().name);
    } else {
        changes.insert(command.row().name.to_owned(), keys.into_iter().map(written).collect());
    }
}
