//! The field for what is looked for, and how it is: as whole words, with its case, as an expression.

use super::FindDesk;
use crate::{gui::theme, words::say};
use egui::{Button, Id, RichText, TextEdit, Ui, WidgetInfo, accesskit::Role};

/// Draws it; `id` tells the field of the bar from that of the page. Whether something is another now.
pub(super) fn ui(ui: &mut Ui, desk: &mut FindDesk, id: Id, width: f32) -> bool {
    let before = desk.wanted.clone();
    let hint = RichText::new(say!("find-hint")).color(theme::tokens(ui.ctx()).muted);
    let field = TextEdit::singleline(&mut desk.wanted.typed).hint_text(hint).desired_width(width).id(id);
    let field = ui.add(field);
    field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, say!("find")));
    if std::mem::take(&mut desk.wants_focus) {
        field.request_focus();
        select_all(ui, id, &desk.wanted.typed);
    }
    let options = &mut desk.wanted.options;
    let switches = [
        (&mut options.match_case, "Aa", say!("find-match-case")),
        (&mut options.whole_word, say!("find-word"), say!("find-whole-words")),
        (&mut options.is_regex, ".*", say!("find-regex")),
    ];
    for (is_on, text, said) in switches {
        let button = ui.add(Button::selectable(*is_on, text)).on_hover_text(said);
        button.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, *is_on, said));
        if button.clicked() {
            *is_on = !*is_on;
        }
    }
    let is_other = desk.wanted != before;
    if is_other {
        desk.at = None;
    }
    is_other
}

/// What was looked for before is typed over.
fn select_all(ui: &Ui, id: Id, typed: &str) {
    let mut state = egui::text_edit::TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let end = egui::text::CCursor::new(typed.chars().count());
    state.cursor.set_char_range(Some(egui::text::CCursorRange::two(egui::text::CCursor::new(0), end)));
    state.store(ui.ctx(), id);
}
