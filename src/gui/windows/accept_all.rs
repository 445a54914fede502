//! Everything that is about to be accepted, to look through before it is.

use super::{Act, heading};
use crate::{
    gui::{theme, widgets},
    model::Schema,
    view::SuggestionGroup,
    words::say,
};
use egui::{Button, ScrollArea, TextStyle, Ui, pos2, vec2};

/// Height of a row, in points.
const ROW_HEIGHT: f32 = 30.0;

/// What is about to be accepted: a row for each thing, and whether it is ticked.
pub struct AcceptAll {
    rows: Vec<(SuggestionGroup, bool)>,
}

impl AcceptAll {
    /// All rows ticked.
    pub fn new(groups: Vec<SuggestionGroup>) -> Self {
        Self { rows: groups.into_iter().map(|group| (group, true)).collect() }
    }

    fn ticked(&self) -> impl Iterator<Item = &SuggestionGroup> {
        self.rows.iter().filter(|(_, is_ticked)| *is_ticked).map(|(group, _)| group)
    }
}

/// The list with its ticks, and the answers.
pub fn ui(ui: &mut Ui, schema: &Schema, preview: &mut AcceptAll, acts: &mut Vec<Act>) {
    ui.set_width(460.0);
    let count: usize = preview.ticked().map(|group| group.keys.len()).sum();
    let things = preview.ticked().count();
    heading(ui, say!("accept-all-title"));
    let height = (ui.ctx().content_rect().height() - 260.0).max(120.0);
    let rows = preview.rows.len();
    ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show_rows(
        ui,
        ROW_HEIGHT,
        rows,
        |ui, range| {
            for (group, is_ticked) in preview.rows.get_mut(range).unwrap_or_default() {
                row_ui(ui, schema, group, is_ticked);
            }
        },
    );
    ui.add_space(12.0);
    let mentions = say!("mention-count", count = count);
    let names = say!("name-count", count = things);
    widgets::quiet(ui, say!("accept-all-counts", mentions = mentions, names = names));
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        let accept = ui.add_enabled(count > 0, Button::new(say!("accept-count", count = count)));
        if ui.memory(|memory| memory.focused().is_none()) {
            accept.request_focus();
        }
        if accept.clicked() {
            acts.push(Act::CloseOverlay);
            acts.push(Act::AcceptAllThese(preview.ticked().flat_map(|group| group.keys.clone()).collect()));
        }
        if ui.button(say!("cancel")).clicked() {
            acts.push(Act::CloseOverlay);
        }
    });
}

fn row_ui(ui: &mut Ui, schema: &Schema, group: &SuggestionGroup, is_ticked: &mut bool) {
    let tokens = theme::tokens(ui.ctx());
    let label = schema.name_of(group.label);
    let colour = theme::colour_of(schema, group.label, &tokens);
    ui.horizontal(|ui| {
        ui.set_min_height(ROW_HEIGHT - ui.spacing().item_spacing.y);
        widgets::checkbox(ui, is_ticked, group.name.as_str());
        let rect = ui.max_rect();
        let right =
            format!("{label} · {} · {}", say!("mention-count", count = group.keys.len()), group.score);
        let top = pos2(rect.right() - 8.0, rect.top() + 6.0);
        let words = widgets::line_ending_at(ui, top, &right, &TextStyle::Small, tokens.muted);
        widgets::paint_dot(ui, words.left_center() - vec2(12.0, 0.0), colour, 7.0);
    });
}
