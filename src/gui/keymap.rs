//! Which keys give which command: those of the table, but for what this person has changed.
//!
//! The map in use is asked of egui's context, as colours are. Keys are written as `Ctrl+Shift+L`, on every system alike.

use super::commands::{COMMANDS, Row, UiCommand};
use egui::{Context, Id, Key, KeyboardShortcut, Modifiers};
use std::{cmp::Reverse, collections::BTreeMap, sync::Arc};

/// The keys of all commands.
#[derive(Debug)]
pub struct Keymap {
    /// In the order of the table.
    rows: Vec<(UiCommand, Vec<KeyboardShortcut>)>,
    /// Those with more modifiers first: egui takes `Shift+Tab` for `Tab` otherwise.
    by_modifiers: Vec<(KeyboardShortcut, UiCommand)>,
}

impl Keymap {
    /// The keys of the table, with these changes: the name of a command and its keys. What cannot be read or used is
    /// passed over, and of two commands with the same keys the one that was changed has them.
    pub fn new(changes: &BTreeMap<String, Vec<String>>) -> Self {
        let other =
            |name: &str| changes.get(name).map(|keys| keys.iter().filter_map(|keys| read(keys)).collect());
        let keys_of =
            |row: &Row| other(row.name).filter(|_| !is_fixed(row.command)).unwrap_or(row.keys.to_vec());
        let mut rows: Vec<(UiCommand, Vec<KeyboardShortcut>)> =
            COMMANDS.iter().map(|row| (row.command, keys_of(row))).collect();
        let taken: Vec<(UiCommand, KeyboardShortcut)> = COMMANDS
            .iter()
            .zip(&rows)
            .filter(|(row, _)| changes.contains_key(row.name))
            .flat_map(|(row, (_, keys))| keys.iter().map(|keys| (row.command, *keys)))
            .collect();
        for (command, keys) in &mut rows {
            keys.retain(|keys| taken.iter().all(|(owner, other)| owner == command || other != keys));
        }
        let mut by_modifiers: Vec<_> =
            rows.iter().flat_map(|(command, keys)| keys.iter().map(|keys| (*keys, *command))).collect();
        by_modifiers.sort_by_key(|(keys, _)| Reverse(weight(keys.modifiers)));
        Self { rows, by_modifiers }
    }

    /// The keys of a command; the first is shown in menus.
    pub fn keys(&self, command: UiCommand) -> &[KeyboardShortcut] {
        self.rows.iter().find(|(other, _)| *other == command).map_or(&[], |(_, keys)| keys)
    }

    /// The command that keys give.
    pub fn command(&self, keys: KeyboardShortcut) -> Option<UiCommand> {
        self.by_modifiers.iter().find(|(other, _)| *other == keys).map(|(_, command)| *command)
    }

    /// All keys, those with more modifiers first.
    pub fn by_modifiers(&self) -> &[(KeyboardShortcut, UiCommand)] {
        &self.by_modifiers
    }

    /// Makes it the one in use.
    pub fn install(self, ctx: &Context) {
        ctx.data_mut(|data| data.insert_temp(Id::unique("keymap"), Arc::new(self)));
    }

    /// The one in use.
    pub fn of(ctx: &Context) -> Arc<Self> {
        let known = ctx.data(|data| data.get_temp::<Arc<Self>>(Id::unique("keymap")));
        known.unwrap_or_else(|| Arc::new(Self::new(&BTreeMap::new())))
    }
}

/// Whether the keys of a command cannot be changed: the system sends copying as an event of its own, and one key must
/// always lead back.
pub fn is_fixed(command: UiCommand) -> bool {
    matches!(command, UiCommand::Copy | UiCommand::BackOut)
}

/// Whether keys can be given to a command: not those of labels, of the caret, of the clipboard.
pub fn can_be_given(keys: KeyboardShortcut) -> bool {
    let KeyboardShortcut { modifiers, logical_key: key } = keys;
    // Ctrl+0 is no label's: it stands for the normal size.
    let is_digit = matches!(key.name().as_bytes(), [b'0'..=b'9']) && !(modifiers.command && key == Key::Num0);
    let is_caret = matches!(
        key,
        Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp | Key::ArrowDown | Key::Home | Key::End
    ) || (matches!(key, Key::PageUp | Key::PageDown) && !modifiers.command);
    let is_clipboard = modifiers.command && !modifiers.shift && matches!(key, Key::C | Key::X | Key::V);
    let is_label = is_digit && !modifiers.alt && !modifiers.shift;
    !(key == Key::Escape || is_modifier(key) || is_label || is_clipboard || (is_caret && !modifiers.alt))
}

/// Whether a key does nothing but change others.
pub fn is_modifier(key: Key) -> bool {
    use Key::{AltLeft, AltRight, ControlLeft, ControlRight, ShiftLeft, ShiftRight, SuperLeft, SuperRight};
    matches!(
        key,
        ShiftLeft | ShiftRight | ControlLeft | ControlRight | AltLeft | AltRight | SuperLeft | SuperRight
    )
}

/// Keys that were pressed, without what systems do not share.
pub fn pressed(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
    let Modifiers { alt, shift, command, .. } = modifiers;
    KeyboardShortcut::new(Modifiers { alt, shift, command, ..Modifiers::NONE }, key)
}

/// Keys in writing: `Ctrl+Alt+S`.
pub fn written(keys: KeyboardShortcut) -> String {
    let Modifiers { alt, shift, command, .. } = keys.modifiers;
    let parts = [(command, "Ctrl"), (alt, "Alt"), (shift, "Shift")].into_iter();
    let parts = parts.filter(|(is_held, _)| *is_held).map(|(_, name)| name);
    parts.chain([keys.logical_key.name()]).collect::<Vec<_>>().join("+")
}

/// Keys from writing; `None` if it is none, or names keys that no command can have.
pub fn read(text: &str) -> Option<KeyboardShortcut> {
    let mut modifiers = Modifiers::NONE;
    let mut parts: Vec<&str> = text.split('+').map(str::trim).collect();
    let key = Key::from_name(parts.pop()?)?;
    for part in parts {
        match part {
            "Ctrl" => modifiers.command = true,
            "Alt" => modifiers.alt = true,
            "Shift" => modifiers.shift = true,
            _ => return None,
        }
    }
    Some(KeyboardShortcut::new(modifiers, key)).filter(|keys| can_be_given(*keys))
}

fn weight(modifiers: Modifiers) -> u8 {
    u8::from(modifiers.alt) + u8::from(modifiers.shift) + u8::from(modifiers.command || modifiers.ctrl)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(changes: &[(&str, &[&str])]) -> Keymap {
        let owned = |keys: &[&str]| keys.iter().map(|keys| (*keys).to_owned()).collect();
        Keymap::new(&changes.iter().map(|(name, keys)| ((*name).to_owned(), owned(keys))).collect())
    }

    #[test]
    fn without_changes_the_keys_are_those_of_the_table() {
        let map = changed(&[]);
        for row in COMMANDS {
            assert_eq!(map.keys(row.command), row.keys, "{}", row.name);
            for keys in row.keys {
                assert_eq!(map.command(*keys), Some(row.command));
                assert!(is_fixed(row.command) || read(&written(*keys)) == Some(*keys), "{}", written(*keys));
            }
        }
    }

    #[test]
    fn who_was_changed_has_the_keys() {
        let map = changed(&[("edit-labels", &["Ctrl+L", "F7"]), ("save", &[])]);
        let written = |command| map.keys(command).iter().map(|keys| written(*keys)).collect::<Vec<_>>();
        assert_eq!(written(UiCommand::EditLabels), ["Ctrl+L", "F7"]);
        assert_eq!(written(UiCommand::ListsOfNames), [] as [&str; 0]);
        assert_eq!(written(UiCommand::Save), [] as [&str; 0]);
        assert_eq!(map.command(read("F7").expect("keys")), Some(UiCommand::EditLabels));
    }

    #[test]
    fn what_makes_no_sense_is_passed_over() {
        let map = changed(&[
            ("save", &["Ctrl+Nonsense", "1", "Ctrl+C", "Escape", "", "Hyper+A", "Left", "ControlLeft"]),
            ("none", &["F7"]),
        ]);
        assert_eq!(map.keys(UiCommand::Save), []);
        assert_eq!(map.command(pressed(Modifiers::NONE, Key::F7)), None);
        let map = changed(&[("back-out", &["F7"]), ("copy", &[])]);
        assert_eq!(map.keys(UiCommand::BackOut), UiCommand::BackOut.row().keys);
        assert_eq!(map.keys(UiCommand::Copy), UiCommand::Copy.row().keys);
    }
}
