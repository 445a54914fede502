//! The types of relation that may tie two marks: one is chosen by a number key or a click.

use super::{Act, heading};
use crate::{
    gui::widgets,
    model::{LabelId, MentionId, NewRelation, Project},
    words::say,
};
use egui::{Button, Key, Modifiers, ScrollArea, Ui, WidgetInfo, accesskit::Role, vec2};

/// The number keys, in the order of the list.
const DIGITS: [(Key, &str); 10] = [
    (Key::Num1, "1"),
    (Key::Num2, "2"),
    (Key::Num3, "3"),
    (Key::Num4, "4"),
    (Key::Num5, "5"),
    (Key::Num6, "6"),
    (Key::Num7, "7"),
    (Key::Num8, "8"),
    (Key::Num9, "9"),
    (Key::Num0, "0"),
];

/// What two marks may be to each other.
pub struct RelateChoice {
    from: String,
    to: String,
    /// What each is called, read from the first mark to the second, and what it makes.
    types: Vec<(String, NewRelation)>,
}

impl RelateChoice {
    /// Those that go from the first to the second, then those that go back and have a name for it: `Led by`.
    pub fn new(project: &Project, from: MentionId, to: MentionId) -> Self {
        let words = |id| project.mention(id).map(|mention| project.words_of(mention).to_owned());
        // What the mark means decides, as it does when the relation is made.
        let label = |id| -> Option<LabelId> {
            let mention = project.mention(id)?;
            let entity = mention.entity.and_then(|entity| project.entity(entity));
            Some(entity.map_or(mention.label, |entity| entity.label))
        };
        let mut types = Vec::new();
        if let (Some(first), Some(second)) = (label(from), label(to)) {
            let new = |kind, from, to| NewRelation { kind, from, to, date: None, note: String::new() };
            let all = || project.schema().relation_types();
            let forward = all().filter(|(_, one)| one.joins(first, second));
            types.extend(forward.map(|(kind, one)| (one.name.clone(), new(kind, from, to))));
            let back = all().filter(|(_, one)| !one.inverse.is_empty() && one.joins(second, first));
            types.extend(back.map(|(kind, one)| (one.inverse.clone(), new(kind, to, from))));
        }
        Self { from: words(from).unwrap_or_default(), to: words(to).unwrap_or_default(), types }
    }

    /// Whether nothing fits.
    pub fn is_empty(&self) -> bool {
        self.types.is_empty()
    }
}

/// The list.
pub fn ui(ui: &mut Ui, choice: &RelateChoice, acts: &mut Vec<Act>) {
    ui.set_width(320.0);
    heading(ui, say!("relate-title"));
    widgets::quiet_line(ui, format!("{} … {}", choice.from, choice.to));
    ui.add_space(8.0);
    let height = (ui.ctx().content_rect().height() - 200.0).max(160.0);
    ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        for (place, (name, new)) in choice.types.iter().enumerate() {
            let key = DIGITS.get(place);
            let button = Button::new(name).min_size(vec2(ui.available_width(), 28.0));
            let response = ui.add(button.shortcut_text(key.map_or("", |(_, digit)| digit)));
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
            if place == 0 && ui.memory(|memory| memory.focused().is_none()) {
                response.request_focus();
            }
            let is_pressed =
                key.is_some_and(|(key, _)| ui.input_mut(|input| input.consume_key(Modifiers::NONE, *key)));
            if response.clicked() || is_pressed {
                acts.push(Act::Relate(new.clone()));
                break;
            }
        }
    });
    ui.add_space(8.0);
    if ui.button(say!("cancel")).clicked() {
        acts.push(Act::StopRelating);
    }
}
