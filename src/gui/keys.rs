//! Which keys were pressed, and what they mean.

use super::{
    acts::Act,
    app::App,
    commands::{UiCommand, is_for_fields_too},
    desk::Centre,
    keymap::Keymap,
};
use egui::{Key, KeyboardShortcut, Modifiers};

/// The digit keys in the order of labels: each can apply a label whose key it is.
const DIGITS: [(Key, char); 10] = [
    (Key::Num1, '1'),
    (Key::Num2, '2'),
    (Key::Num3, '3'),
    (Key::Num4, '4'),
    (Key::Num5, '5'),
    (Key::Num6, '6'),
    (Key::Num7, '7'),
    (Key::Num8, '8'),
    (Key::Num9, '9'),
    (Key::Num0, '0'),
];

/// Takes the keys of this frame that mean something to the window.
///
/// While a text field has the keyboard, only keys that no field uses are taken; while a button or list has it,
/// those that buttons use (Tab, Enter) are left alone.
pub fn read(app: &App, ctx: &egui::Context) -> Vec<Act> {
    // An open menu has the keyboard: Escape closes it, and nothing behind it changes. So has what waits for new keys.
    let is_listening = app.desk.centre == Centre::Settings && app.desk.settings.is_listening();
    if egui::Popup::is_any_open(ctx) || is_listening {
        return Vec::new();
    }
    let in_field = ctx.text_edit_focused();
    let on_control = !in_field && is_control_focused(app, ctx);
    let has_overlay = app.desk.overlay.is_some();
    let mut acts = Vec::new();
    let is_covered = app.desk.centre != Centre::Article;
    if !in_field && !has_overlay {
        acts.extend(pasted(ctx));
    }
    if !in_field && !has_overlay && !is_covered {
        acts.extend(label_keys(app, ctx));
    }
    for &(keys, command) in Keymap::of(ctx).by_modifiers() {
        let is_taken = (in_field && !is_for_fields_too(keys))
            || (has_overlay && command != UiCommand::BackOut)
            || (on_control && is_for_controls(keys))
            || (is_covered && command.is_for_article())
            || command == UiCommand::Copy;
        if !is_taken && ctx.input_mut(|input| input.consume_shortcut(&keys)) {
            acts.push(Act::Do(command));
        }
    }
    if !in_field && !has_overlay && !is_covered && copy_pressed(ctx) {
        acts.push(Act::Do(UiCommand::Copy));
    }
    acts
}

/// Whether something other than the article has the keyboard.
fn is_control_focused(app: &App, ctx: &egui::Context) -> bool {
    let focused = ctx.memory(egui::Memory::focused);
    focused.is_some() && focused != app.desk.article_id()
}

fn is_for_controls(keys: KeyboardShortcut) -> bool {
    matches!(keys.logical_key, Key::Tab | Key::Enter | Key::Space)
}

fn label_keys(app: &App, ctx: &egui::Context) -> Vec<Act> {
    let schema = app.session.project().schema();
    let mut acts = Vec::new();
    for (key, digit) in DIGITS {
        let Some(label) = schema.with_key(digit) else {
            continue;
        };
        // Ctrl+0 is the normal text size.
        if digit != '0' && ctx.input_mut(|input| input.consume_key(Modifiers::COMMAND, key)) {
            acts.push(Act::Sticky(label));
        } else if ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            acts.push(Act::Label(label));
        }
    }
    acts
}

/// Text that was pasted while no field had the keyboard becomes an article, after a look at it.
fn pasted(ctx: &egui::Context) -> Option<Act> {
    ctx.input_mut(|input| {
        let place = input.events.iter().position(|event| matches!(event, egui::Event::Paste(_)))?;
        match input.events.remove(place) {
            egui::Event::Paste(text) => Some(Act::OfferPaste(text)),
            _ => None,
        }
    })
}

/// The system sends copying as an event of its own, not as a key.
fn copy_pressed(ctx: &egui::Context) -> bool {
    ctx.input(|input| input.events.iter().any(|event| matches!(event, egui::Event::Copy)))
}
