//! The lists at the right: mentions, entities, suggestions, relations.

mod beneath;
mod date;
mod detail;
mod entities;
mod mentions;
mod relations;
mod suggestions;

use super::{
    super::{
        app::App,
        desk::{Stamp, Tab},
        theme, widgets,
    },
    Act, articles, is_narrow,
};
use crate::words::{key, say};
use egui::{Align, Layout, ScrollArea, Ui, scroll_area::ScrollBarVisibility, vec2};

/// With the keys of their names. The first is there where the window has no room for a list of its own.
const TABS: [(Tab, &str); 5] = [
    (Tab::Articles, key!("tab-articles")),
    (Tab::Mentions, key!("tab-mentions")),
    (Tab::Entities, key!("tab-entities")),
    (Tab::Suggestions, key!("tab-suggestions")),
    (Tab::Relations, key!("tab-relations")),
];

/// Tabs above, the chosen list below.
pub fn ui(app: &mut App, ui: &mut Ui, acts: &mut Vec<Act>) {
    let tokens = theme::tokens(ui.ctx());
    let is_narrow = is_narrow(ui);
    let shown = if is_narrow || app.desk.tab != Tab::Articles { app.desk.tab } else { Tab::default() };
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), 40.0),
        Layout::left_to_right(Align::Center),
        |ui| {
            ui.spacing_mut().item_spacing.x = if ui.available_width() < 300.0 { 8.0 } else { 14.0 };
            // What does not fit stays within reach.
            let row = ScrollArea::horizontal().scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
            row.show(ui, |ui| tabs_ui(ui, shown, is_narrow, acts));
        },
    );
    let line = ui.cursor().top();
    ui.painter().hline(ui.max_rect().x_range(), line, (1.0, tokens.line));
    ui.add_space(1.0);
    match shown {
        Tab::Articles => articles::ui(app, ui, acts),
        Tab::Mentions => mentions::ui(app, ui, acts),
        Tab::Entities => entities::ui(app, ui, acts),
        Tab::Suggestions => suggestions::ui(app, ui, acts),
        Tab::Relations => relations::ui(app, ui, acts),
    }
}

fn tabs_ui(ui: &mut Ui, shown: Tab, is_narrow: bool, acts: &mut Vec<Act>) {
    ui.set_min_height(40.0);
    ui.add_space(16.0);
    for (tab, text) in TABS.into_iter().filter(|(tab, _)| is_narrow || *tab != Tab::Articles) {
        let response = widgets::tab(ui, say!(text), shown == tab);
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        if response.clicked() {
            acts.push(Act::Tab(tab));
        }
    }
}

/// Stands for what is seen of the open article; the lists are worked out again when it differs.
fn stamp(app: &App) -> Option<Stamp> {
    app.desk.document.map(|document| (document, app.session.project().revision(), app.desk.answers))
}

/// Scrolls a list of rows to the current one when another becomes current. A list scrolled by hand stays.
fn follow(ui: &Ui, area: ScrollArea, current: Option<usize>, row_height: f32) -> ScrollArea {
    let followed_id = ui.scope_id().with("followed");
    let followed: Option<usize> = ui.data(|data| data.get_temp(followed_id)).flatten();
    ui.data_mut(|data| data.insert_temp(followed_id, current));
    // What was clicked in the list itself stays under the pointer.
    let by_hand = ui.rect_contains_pointer(ui.available_rect_before_wrap())
        && ui.input(|input| input.pointer.time_since_last_click() < 0.5);
    match current {
        Some(place) if followed != current && !by_hand => {
            area.vertical_scroll_offset((place as f32 * row_height - ui.available_height() * 0.3).max(0.0))
        }
        _ => area,
    }
}

/// The quiet line above a list: words at the left, controls at the right.
fn list_head(ui: &mut Ui, left: &str, right: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), 36.0),
        Layout::left_to_right(Align::Center),
        |ui| {
            ui.add_space(16.0);
            widgets::quiet(ui, left);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(16.0);
                right(ui);
            });
        },
    );
}
