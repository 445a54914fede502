//! The open suggestions, one row for each thing that is meant, and the keys that decide them.

use super::{Act, App, date, follow, list_head, stamp};
use crate::{
    gui::{commands::UiCommand, sayings, theme, widgets},
    model::{DocumentId, Schema},
    session::{MOST_SURE_PERCENT, Session},
    view::{MarkId, SuggestionGroup, SuggestionOrder, suggestion_groups},
    words::{key, retold, say},
};
use egui::{Align, Layout, Panel, Rect, ScrollArea, Slider, TextStyle, Ui, pos2, vec2};

/// Height of a row, in points.
const ROW_HEIGHT: f32 = 70.0;

/// The list.
pub fn ui(app: &mut App, ui: &mut Ui, acts: &mut Vec<Act>) {
    let Some(stamp) = stamp(app) else {
        return;
    };
    let open = app.session.open_suggestions(stamp.0);
    let (project, order) = (app.session.project(), app.desk.order);
    let Some(document) = project.document(stamp.0) else {
        return;
    };
    let groups = app.desk.lists.suggestions.get((stamp, order), || suggestion_groups(document, &open, order));
    let mut chosen_order = order;
    list_head(ui, &say!("to-review", count = open.len()), |ui| order_ui(ui, &mut chosen_order));
    app.desk.order = chosen_order;
    shown_ui(app, ui, stamp.0, acts);
    if groups.is_empty() {
        empty_ui(app, ui);
        return;
    }
    Panel::bottom("review-keys")
        .frame(egui::Frame::new().inner_margin(egui::Margin::symmetric(16, 12)))
        .show(ui, |ui| {
            if let Some(MarkId::Suggestion(key)) = app.desk.current {
                date::of_words_ui(app, ui, key.document, key.span, key.label);
            }
            keys_ui(ui);
        });
    rows_ui(app, ui, &groups, acts);
}

fn order_ui(ui: &mut Ui, order: &mut SuggestionOrder) {
    for (choice, text) in
        [(SuggestionOrder::InText, say!("in-order")), (SuggestionOrder::ByEntity, say!("by-entity"))]
    {
        let response = ui.selectable_label(*order == choice, egui::RichText::new(text).small());
        if response.clicked() {
            *order = choice;
        }
    }
}

/// How sure suggestions must be, which labels and sources are shown, and how many are hidden.
fn shown_ui(app: &mut App, ui: &mut Ui, document: DocumentId, acts: &mut Vec<Act>) {
    let hidden = app.session.hidden_suggestions(document);
    let mut percent = app.settings.least_sure_percent;
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), 34.0),
        Layout::left_to_right(Align::Center),
        |ui| {
            ui.add_space(16.0);
            ui.spacing_mut().slider_width = if ui.available_width() < 300.0 { 56.0 } else { 96.0 };
            let label = widgets::quiet(ui, say!("at-least"));
            let slider =
                Slider::new(&mut percent, 0..=MOST_SURE_PERCENT).step_by(5.0).suffix(say!("percent-sure"));
            let slider = ui.add(slider).labelled_by(label.id);
            slider.on_hover_text(say!("at-least-hint"));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(16.0);
                let shown = app.session.shown();
                let name = if shown.has_filter() { say!("filter-on") } else { say!("filter") };
                ui.menu_button(egui::RichText::new(name).small(), |ui| filter_ui(app, ui, acts));
            });
        },
    );
    if percent != app.settings.least_sure_percent {
        acts.push(Act::LeastSure(percent));
    }
    if hidden > 0 {
        ui.horizontal(|ui| {
            ui.add_space(16.0);
            widgets::quiet(ui, say!("more-hidden", count = hidden));
            if ui.small_button(say!("show-all")).clicked() {
                acts.push(Act::Do(UiCommand::ShowAllSuggestions));
            }
        });
        ui.add_space(6.0);
    }
}

/// A tick for every label and every source.
fn filter_ui(app: &App, ui: &mut Ui, acts: &mut Vec<Act>) {
    let mut shown = app.session.shown().clone();
    for (id, label) in app.session.project().schema().labels() {
        let mut is_shown = !shown.labels_off.contains(&id);
        if widgets::checkbox(ui, &mut is_shown, label.name.as_str()).changed() {
            shown.set_label(id, is_shown);
        }
    }
    ui.separator();
    for source in Session::suggestion_sources() {
        let mut is_shown = !shown.sources_off.contains(source);
        if widgets::checkbox(ui, &mut is_shown, say!("from-source", source = sayings::suggester(source)))
            .changed()
        {
            shown.set_source(source, is_shown);
        }
    }
    if shown != *app.session.shown() {
        acts.push(Act::ShowSuggestions(shown));
    }
}

fn empty_ui(app: &mut App, ui: &mut Ui) {
    let is_pending = app.desk.document.is_some_and(|document| app.session.is_suggesting(document));
    if is_pending {
        widgets::empty_state(ui, say!("looking-for-names"), say!("looking-hint"));
    } else if app.desk.document.is_some_and(|document| app.session.hidden_suggestions(document) > 0) {
        widgets::empty_state(ui, say!("nothing-shown"), say!("nothing-shown-hint"));
    } else {
        let hint = sayings::with_keys(ui.ctx(), key!("all-reviewed-hint"));
        widgets::empty_state(ui, say!("all-reviewed"), &hint);
    }
}

fn rows_ui(app: &App, ui: &mut Ui, groups: &[SuggestionGroup], acts: &mut Vec<Act>) {
    let current = match app.desk.current {
        Some(MarkId::Suggestion(key)) => {
            groups.iter().position(|group| group.keys.binary_search(&key).is_ok())
        }
        _ => None,
    };
    let area = ScrollArea::vertical().auto_shrink(false).id_salt("suggestions");
    let area = follow(ui, area, current, ROW_HEIGHT);
    area.show_rows(ui, ROW_HEIGHT, groups.len(), |ui, range| {
        let first = range.start;
        for (place, group) in groups.get(range).unwrap_or_default().iter().enumerate() {
            row_ui(ui, app.session.project().schema(), group, current == Some(first + place), acts);
        }
    });
}

fn row_ui(ui: &mut Ui, schema: &Schema, group: &SuggestionGroup, is_current: bool, acts: &mut Vec<Act>) {
    let tokens = theme::tokens(ui.ctx());
    let label_name = schema.name_of(group.label);
    let name = format!("{}, {label_name}, {}", group.name, mentions_text(group));
    let (rect, response) = widgets::list_row(ui, ROW_HEIGHT, is_current, &name);
    let colour = theme::colour_of(schema, group.label, &tokens);
    widgets::paint_dot(ui, pos2(rect.left() + 20.5, rect.top() + 19.0), colour, 9.0);
    let left = rect.left() + 36.0;
    let score = group.score.to_string();
    let right_top = pos2(rect.right() - 16.0, rect.top() + 11.0);
    let score_rect = widgets::line_ending_at(ui, right_top, &score, &TextStyle::Small, tokens.muted);
    let width = score_rect.left() - left - 8.0;
    widgets::line_at(ui, pos2(left, rect.top() + 10.0), &group.name, &theme::strong(), tokens.ink, width);
    let full = rect.right() - 16.0 - left;
    let mut second = format!("{label_name} · {}", mentions_text(group));
    group.aliases.iter().for_each(|alias| second = format!("{second} · {alias}"));
    widgets::line_at(ui, pos2(left, rect.top() + 29.0), &second, &TextStyle::Small, tokens.muted, full);
    widgets::line_at(
        ui,
        pos2(left, rect.top() + 46.0),
        &retold(&group.why),
        &TextStyle::Small,
        tokens.muted,
        full,
    );
    let Some(first) = group.keys.first() else {
        return;
    };
    if response.clicked() {
        acts.push(Act::Go(MarkId::Suggestion(*first)));
    }
    if response.hovered() || is_current || response.has_focus() {
        buttons_ui(ui, rect, group, acts);
    }
}

fn mentions_text(group: &SuggestionGroup) -> String {
    say!("mention-count", count = group.keys.len())
}

/// Accept and reject for the whole row, at its right end below the score.
fn buttons_ui(ui: &mut Ui, row: Rect, group: &SuggestionGroup, acts: &mut Vec<Act>) {
    let size = vec2(28.0, 24.0);
    let top = row.bottom() - size.y - 8.0;
    let reject = Rect::from_min_size(pos2(row.right() - 16.0 - size.x, top), size);
    let accept = reject.translate(vec2(-size.x - 4.0, 0.0));
    let count = mentions_text(group);
    let hint = say!("accept-these", what = count.as_str());
    if widgets::over(ui, accept, egui::Button::new("✓")).on_hover_text(hint).clicked() {
        acts.push(Act::AcceptThese(group.keys.clone()));
    }
    let hint = say!("reject-these", what = count.as_str());
    if widgets::over(ui, reject, egui::Button::new("×")).on_hover_text(hint).clicked() {
        acts.push(Act::RejectThese(group.keys.clone()));
    }
}

fn keys_ui(ui: &mut Ui) {
    let rows: [&[(&str, &'static str)]; 2] = [
        &[("Tab", key!("key-next")), ("⏎", key!("key-accept")), ("⇧ ⏎", key!("key-whole-entity"))],
        &[("⌫", key!("key-reject")), ("1 – 0", key!("key-accept-as"))],
    ];
    ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
    for row in rows {
        ui.horizontal_wrapped(|ui| {
            for (key, text) in row {
                widgets::key_cap(ui, key);
                widgets::quiet(ui, say!(text));
                ui.add_space(4.0);
            }
        });
    }
}
