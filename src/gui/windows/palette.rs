//! All commands in one list: typing narrows it, Enter gives the first.

use super::Act;
use crate::{
    gui::{
        app::App,
        commands::{COMMANDS, Menu, Row, UiCommand},
        theme, widgets,
    },
    view::Typed,
};
use egui::{Key, Modifiers, ScrollArea, TextEdit, TextStyle, Ui, WidgetInfo, accesskit::Role, pos2};

/// Width of the list and height of a row, in points.
const WIDTH: f32 = 560.0;
const ROW_HEIGHT: f32 = 30.0;
/// So many rows are shown at once.
const ROWS: f32 = 12.0;

/// What is typed, and which row is taken by Enter.
#[derive(Default)]
pub struct Palette {
    typed: String,
    place: usize,
    /// Whether it has had the keyboard.
    is_old: bool,
}

/// A row: the command, how it is called here, and whether it can be given now.
struct Choice {
    row: &'static Row,
    name: String,
    is_enabled: bool,
}

/// The commands that have the typed letters, the likeliest first; those that can be given now before those that cannot.
fn choices(app: &App, typed: &str) -> Vec<Choice> {
    let typed = Typed::new(typed);
    let rows = COMMANDS.iter().filter(|row| !matches!(row.command, UiCommand::Palette | UiCommand::BackOut));
    let found = rows.filter_map(|row| {
        let menu = Menu::SHOWN.iter().find(|(menu, _)| *menu == row.menu).map_or("", |(_, name)| name);
        // The menu may be typed as well, but counts less.
        let alone = typed.likeness(row.text);
        let name = format!("{menu}: {}", row.text);
        let whole = typed.likeness(&name).map(|likeness| likeness + 3);
        let likeness = alone.into_iter().chain(whole).min()?;
        let is_enabled = app.is_enabled(row.command);
        Some(((!is_enabled, likeness), Choice { row, name, is_enabled }))
    });
    let mut found: Vec<_> = found.collect();
    found.sort_by_key(|(order, _)| *order);
    found.into_iter().map(|(_, choice)| choice).collect()
}

/// The list.
pub fn ui(app: &App, ui: &mut Ui, sheet: &mut Palette, acts: &mut Vec<Act>) {
    ui.set_width(WIDTH);
    ui.spacing_mut().item_spacing.y = 4.0;
    let pressed = |ui: &Ui, key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (down, up, takes) = (pressed(ui, Key::ArrowDown), pressed(ui, Key::ArrowUp), pressed(ui, Key::Enter));
    let field = TextEdit::singleline(&mut sheet.typed).hint_text("What do you want to do?");
    let field = ui.add(field.desired_width(f32::INFINITY).id_salt("palette"));
    field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Find a command"));
    if !std::mem::replace(&mut sheet.is_old, true) {
        field.request_focus();
    }
    if field.changed() {
        sheet.place = 0;
    }
    let choices = choices(app, &sheet.typed);
    let moved = if down { sheet.place + 1 } else { sheet.place.saturating_sub(usize::from(up)) };
    sheet.place = moved.min(choices.len().saturating_sub(1));
    let mut given = choices.get(sheet.place).filter(|_| takes);
    if choices.is_empty() {
        widgets::quiet(ui, "No command is called so. Try fewer letters.");
    }
    let area = ScrollArea::vertical().max_height(ROW_HEIGHT * ROWS).auto_shrink([false, true]);
    area.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (place, choice) in choices.iter().enumerate() {
            let is_chosen = place == sheet.place;
            if row_ui(ui, choice, is_chosen, is_chosen && (down || up)) {
                given = Some(choice);
            }
        }
    });
    if let Some(choice) = given.filter(|choice| choice.is_enabled) {
        acts.push(Act::CloseOverlay);
        acts.push(Act::Do(choice.row.command));
    }
}

/// One row; whether it was clicked.
fn row_ui(ui: &mut Ui, choice: &Choice, is_chosen: bool, follow: bool) -> bool {
    let tokens = theme::tokens(ui.ctx());
    let keys = choice.row.command.key_text(ui.ctx());
    let said = if choice.is_enabled { choice.name.clone() } else { format!("{}, not now", choice.name) };
    let (rect, response) = widgets::list_row(ui, ROW_HEIGHT, is_chosen, &said);
    let middle = rect.center().y;
    let right = pos2(rect.right() - 10.0, middle - 7.0);
    let key_rect = widgets::line_ending_at(ui, right, &keys, &TextStyle::Small, tokens.muted);
    let colour = if choice.is_enabled { tokens.ink } else { tokens.muted };
    let room = key_rect.left() - rect.left() - 24.0;
    let at = pos2(rect.left() + 10.0, middle - 8.0);
    widgets::line_at(ui, at, &choice.name, &TextStyle::Body, colour, room);
    if follow {
        ui.scroll_to_rect(rect, None);
    }
    response.clicked()
}
