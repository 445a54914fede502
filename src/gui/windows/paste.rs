//! Text to be added as an article.

use super::{Act, heading};
use crate::words::say;
use egui::{Key, Modifiers, ScrollArea, TextEdit, Ui};

/// A title, the text, and the button that adds it.
pub fn ui(ui: &mut Ui, title: &mut String, text: &mut String, acts: &mut Vec<Act>) {
    ui.set_width(600.0);
    heading(ui, say!("paste-title"));
    let name =
        |name: &'static str| move || egui::WidgetInfo::labeled(egui::accesskit::Role::TextInput, true, name);
    let title_field =
        ui.add(TextEdit::singleline(title).hint_text(say!("paste-title-hint")).desired_width(f32::INFINITY));
    title_field.widget_info(name(say!("title")));
    ui.add_space(8.0);
    ScrollArea::vertical().max_height(320.0).auto_shrink([false, true]).show(ui, |ui| {
        let field = TextEdit::multiline(text).hint_text(say!("paste-text-hint")).desired_rows(14);
        let field = ui.add(field.desired_width(f32::INFINITY));
        field.widget_info(name(say!("paste-text")));
        if ui.memory(|memory| memory.focused().is_none()) {
            field.request_focus();
        }
    });
    ui.add_space(16.0);
    ui.horizontal(|ui| {
        let enter = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        let can_add = !text.trim().is_empty();
        let add = ui.add_enabled(can_add, egui::Button::new(say!("paste-add"))).on_hover_text("Ctrl+⏎");
        if add.clicked() || (enter && can_add) {
            acts.push(Act::AddPasted { title: title.trim().to_owned(), text: text.clone() });
        }
        if ui.button(say!("cancel")).clicked() {
            acts.push(Act::CloseOverlay);
        }
    });
}
