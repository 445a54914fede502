//! A small list of labels over the selection: typing narrows it, Enter takes the first.

use super::Act;
use crate::{
    gui::{theme, widgets},
    model::{Label, LabelId, Schema},
    view::labels_like,
    words::say,
};
use egui::{
    Area, Context, Frame, Id, Key, Modifiers, Order, Pos2, ScrollArea, TextEdit, TextStyle, Ui, WidgetInfo,
    accesskit::Role, pos2,
};

/// Width of the list and height of a row, in points.
const WIDTH: f32 = 264.0;
const ROW_HEIGHT: f32 = 28.0;
/// So many rows are shown at once.
const ROWS: f32 = 8.0;

/// What is typed, and which row is taken by Enter.
#[derive(Default)]
pub struct PickLabel {
    typed: String,
    place: usize,
    /// Whether it has had the keyboard.
    is_old: bool,
}

/// A row of the list.
enum Choice {
    Label(LabelId),
    New(String),
}

impl PickLabel {
    fn choices(&self, schema: &Schema) -> Vec<Choice> {
        let typed = self.typed.trim();
        let mut choices: Vec<Choice> = labels_like(schema, typed).into_iter().map(Choice::Label).collect();
        if !typed.is_empty() && schema.known_as(typed).is_none() {
            choices.push(Choice::New(typed.to_owned()));
        }
        choices
    }
}

impl Choice {
    fn act(&self, schema: &Schema, keeps: bool) -> Act {
        match self {
            Self::Label(label) => Act::PickLabel(*label, keeps),
            Self::New(name) => Act::PickNewLabel(Box::new(schema.new_label(name)), keeps),
        }
    }
}

/// The list beneath a place on the screen; whether it stays.
pub fn show(ctx: &Context, schema: &Schema, sheet: &mut PickLabel, at: Pos2, acts: &mut Vec<Act>) -> bool {
    let tokens = theme::tokens(ctx);
    let frame = Frame::new().fill(tokens.page).stroke((1.0, tokens.line)).corner_radius(8).inner_margin(8);
    let area = Area::new(Id::unique("pick label")).order(Order::Foreground).fixed_pos(at).constrain(true);
    let count = acts.len();
    let shown = area.show(ctx, |ui| frame.show(ui, |ui| ui_of(ui, schema, sheet, acts)));
    let is_taken = acts.len() > count;
    let is_left = sheet.is_old && shown.response.clicked_elsewhere();
    !is_taken && !is_left
}

fn ui_of(ui: &mut Ui, schema: &Schema, sheet: &mut PickLabel, acts: &mut Vec<Act>) {
    ui.set_width(WIDTH);
    ui.spacing_mut().item_spacing.y = 2.0;
    let pressed = |ui: &Ui, modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let (down, up) =
        (pressed(ui, Modifiers::NONE, Key::ArrowDown), pressed(ui, Modifiers::NONE, Key::ArrowUp));
    let keeps = pressed(ui, Modifiers::COMMAND, Key::Enter);
    let takes = pressed(ui, Modifiers::NONE, Key::Enter);
    let field = TextEdit::singleline(&mut sheet.typed)
        .hint_text(say!("pick-label-hint"))
        .desired_width(f32::INFINITY);
    let field = ui.add(field.id_salt("pick label"));
    field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, say!("pick-label-field")));
    if !std::mem::replace(&mut sheet.is_old, true) {
        field.request_focus();
    }
    if field.changed() {
        sheet.place = 0;
    }
    let choices = sheet.choices(schema);
    let last = choices.len().saturating_sub(1);
    let moved = if down { sheet.place + 1 } else { sheet.place.saturating_sub(usize::from(up)) };
    sheet.place = moved.min(last);
    if choices.is_empty() {
        widgets::quiet(ui, say!("pick-label-none"));
    }
    let area = ScrollArea::vertical().max_height(ROW_HEIGHT * ROWS).auto_shrink([false, true]);
    area.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (place, choice) in choices.iter().enumerate() {
            let is_chosen = place == sheet.place;
            if row_ui(ui, schema, choice, is_chosen, is_chosen && (down || up)) {
                acts.push(choice.act(schema, false));
            }
        }
    });
    if let Some(choice) = choices.get(sheet.place).filter(|_| takes || keeps) {
        acts.push(choice.act(schema, keeps));
    }
    widgets::quiet(ui, say!("pick-label-keys"));
}

/// One row; whether it was clicked.
fn row_ui(ui: &mut Ui, schema: &Schema, choice: &Choice, is_chosen: bool, follow: bool) -> bool {
    let tokens = theme::tokens(ui.ctx());
    let label = match choice {
        Choice::Label(id) => schema.get(*id),
        Choice::New(_) => None,
    };
    let name = match choice {
        Choice::Label(id) => schema.name_of(*id).to_owned(),
        Choice::New(name) => say!("pick-label-new", name = name.as_str()),
    };
    let (rect, response) = widgets::list_row(ui, ROW_HEIGHT, is_chosen, &name);
    let middle = rect.center().y;
    if let Some(Label { colour, key, .. }) = label {
        let colour = theme::label_colour(*colour, tokens.dark);
        widgets::paint_dot(ui, pos2(rect.left() + 14.0, middle), colour, 9.0);
        let key = key.map(String::from).unwrap_or_default();
        let at = pos2(rect.right() - 10.0, middle - 7.0);
        widgets::line_ending_at(ui, at, &key, &TextStyle::Small, tokens.muted);
    }
    let at = pos2(rect.left() + 28.0, middle - 8.0);
    widgets::line_at(ui, at, &name, &TextStyle::Body, tokens.ink, rect.width() - 56.0);
    if follow {
        ui.scroll_to_rect(rect, None);
    }
    response.clicked()
}
