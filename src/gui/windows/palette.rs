//! All commands in one list: typing narrows it, Enter gives the first.

use super::Act;
use crate::{
    gui::{
        app::App,
        commands::{COMMANDS, Row, UiCommand},
        theme, widgets,
    },
    view::Typed,
    words::say,
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
        let name = say!("palette-row", menu = row.menu.name(), command = row.text());
        // It is found by its English name in every language.
        let likeness = likeness(&typed, row.text(), &name)
            .into_iter()
            .chain(likeness(&typed, row.english(), &format!("{}: {}", row.menu.english(), row.english())))
            .min()?;
        let is_enabled = app.is_enabled(row.command);
        Some(((!is_enabled, likeness), Choice { row, name, is_enabled }))
    });
    let mut found: Vec<_> = found.collect();
    found.sort_by_key(|(order, _)| *order);
    found.into_iter().map(|(_, choice)| choice).collect()
}

/// How far a command is from what was typed. The menu may be typed as well, but counts less.
fn likeness(typed: &Typed, name: &str, with_menu: &str) -> Option<u32> {
    let whole = typed.likeness(with_menu).map(|likeness| likeness + 3);
    typed.likeness(name).into_iter().chain(whole).min()
}

/// The list.
pub fn ui(app: &App, ui: &mut Ui, sheet: &mut Palette, acts: &mut Vec<Act>) {
    ui.set_width(WIDTH);
    ui.spacing_mut().item_spacing.y = 4.0;
    let pressed = |ui: &Ui, key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (down, up, takes) = (pressed(ui, Key::ArrowDown), pressed(ui, Key::ArrowUp), pressed(ui, Key::Enter));
    let field = TextEdit::singleline(&mut sheet.typed).hint_text(say!("palette-hint"));
    let field = ui.add(field.desired_width(f32::INFINITY).id_salt("palette"));
    field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, say!("palette-field")));
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
        widgets::quiet(ui, say!("palette-nothing"));
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
    let said = if choice.is_enabled {
        choice.name.clone()
    } else {
        say!("palette-not-now", command = choice.name.as_str())
    };
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
