//! Settings of this person on this machine, in the place of the article: what is chosen is done and kept at once.

mod keys;

use super::{Act, App, page_head};
use crate::{
    gui::{languages::languages_ui, theme, widgets},
    session::{MOST_SURE_PERCENT, Settings, ThemeChoice},
    words::say,
};
use egui::{
    Color32, FontId, Grid, Response, RichText, ScrollArea, Slider, Ui,
    text::{LayoutJob, TextFormat},
    vec2,
};
use std::{collections::BTreeMap, ops::RangeInclusive};

pub use keys::SettingsDesk;

/// Width of the page, and of the names at the left, in points.
const WIDTH: f32 = 640.0;
const NAMES: f32 = 190.0;

/// The page.
pub fn ui(app: &mut App, ui: &mut Ui, acts: &mut Vec<Act>) {
    page_head(ui, say!("settings-title"), say!("settings-where"), acts, |_| {});
    let mut new = app.settings.clone();
    ScrollArea::vertical().id_salt("settings").auto_shrink(false).show(ui, |ui| {
        egui::Frame::new().inner_margin(theme::MARGIN).show(ui, |ui| {
            ui.set_max_width(WIDTH);
            section_ui(ui, say!("settings-looks"), |ui| looks_ui(ui, &mut new, acts));
            section_ui(ui, say!("settings-reading"), |ui| reading_ui(ui, &mut new));
            sample_ui(ui, &new);
            section_ui(ui, say!("settings-suggestions"), |ui| suggestions_ui(ui, &mut new));
            heading_ui(ui, say!("settings-keys"));
            keys::ui(ui, &mut app.desk.settings, &mut new.keys);
            ui.add_space(20.0);
            reset_ui(ui, &mut app.desk.settings.asks_to_reset, &mut new);
        });
    });
    if new != app.settings {
        acts.push(Act::SetSettings(Box::new(new)));
    }
}

/// Sets everything back, once that is confirmed.
fn reset_ui(ui: &mut Ui, asks: &mut bool, new: &mut Settings) {
    if !*asks {
        *asks = ui.button(say!("settings-reset")).on_hover_text(say!("settings-reset-hint")).clicked();
        return;
    }
    ui.horizontal(|ui| {
        ui.label(say!("settings-reset-hint"));
        if ui.button(say!("settings-reset")).clicked() {
            *asks = false;
            *new = Settings {
                recent: std::mem::take(&mut new.recent),
                window: new.window,
                tour_done: new.tour_done,
                ..Settings::default()
            };
        }
        *asks &= !ui.button(say!("cancel")).clicked();
    });
}

fn heading_ui(ui: &mut Ui, name: &str) {
    ui.add_space(8.0);
    ui.label(RichText::new(name).text_style(theme::caption()).color(theme::tokens(ui.ctx()).muted));
    ui.add_space(4.0);
}

fn section_ui(ui: &mut Ui, name: &str, rows: impl FnOnce(&mut Ui)) {
    heading_ui(ui, name);
    Grid::new(name).num_columns(2).min_col_width(NAMES).spacing([16.0, 10.0]).show(ui, rows);
    ui.add_space(12.0);
}

/// A row: what it is, and the control that changes it, which has that name.
fn row_ui(ui: &mut Ui, name: &str, control: impl FnOnce(&mut Ui) -> Response) {
    let label = ui.label(name);
    control(ui).labelled_by(label.id);
    ui.end_row();
}

/// The same with a box to tick, which is called by the words beside it.
fn tick_ui(ui: &mut Ui, name: &str, is_ticked: &mut bool, words: &str) {
    ui.label(name);
    widgets::checkbox(ui, is_ticked, words);
    ui.end_row();
}

fn looks_ui(ui: &mut Ui, new: &mut Settings, acts: &mut Vec<Act>) {
    row_ui(ui, say!("settings-theme"), |ui| {
        let choices = [
            (ThemeChoice::System, say!("settings-theme-system")),
            (ThemeChoice::Light, say!("settings-theme-light")),
            (ThemeChoice::Dark, say!("settings-theme-dark")),
        ];
        let row = ui.horizontal(|ui| {
            for (choice, name) in choices {
                widgets::radio_value(ui, &mut new.theme, choice, name);
            }
        });
        row.response
    });
    row_ui(ui, say!("language"), |ui| ui.horizontal(|ui| languages_ui(ui, new.language, acts)).response);
    row_ui(ui, say!("settings-zoom"), |ui| number_ui(ui, &mut new.zoom_percent, 75..=200, 5.0, " %"));
    tick_ui(ui, say!("settings-motion"), &mut new.less_motion, say!("settings-less-motion"));
}

fn reading_ui(ui: &mut Ui, new: &mut Settings) {
    row_ui(ui, say!("settings-text-size"), |ui| {
        ui.add(Slider::new(&mut new.text_size, 12.0..=32.0).step_by(0.5).fixed_decimals(1))
    });
    let characters = say!("settings-characters");
    row_ui(ui, say!("settings-column"), |ui| number_ui(ui, &mut new.column_chars, 40..=120, 1.0, characters));
    row_ui(ui, say!("settings-lines"), |ui| number_ui(ui, &mut new.line_percent, 150..=240, 2.0, " %"));
}

fn suggestions_ui(ui: &mut Ui, new: &mut Settings) {
    if cfg!(feature = "careful") {
        tick_ui(ui, say!("settings-care"), &mut new.careful_suggestions, say!("careful-suggestions"));
    }
    let range = 0..=MOST_SURE_PERCENT;
    row_ui(ui, say!("settings-least-sure"), |ui| {
        number_ui(ui, &mut new.least_sure_percent, range, 5.0, " %")
    });
}

/// A slider for a whole number. The window itself grows with one of them, so it takes the number once it is let go.
fn number_ui(ui: &mut Ui, value: &mut u16, range: RangeInclusive<u16>, step: f64, unit: &str) -> Response {
    let id = ui.next_auto_id().with("while it is held");
    let mut shown = ui.data(|data| data.get_temp(id)).unwrap_or(*value);
    let response = ui.add(Slider::new(&mut shown, range).step_by(step).suffix(unit));
    if response.dragged() {
        ui.data_mut(|data| data.insert_temp(id, shown));
    } else {
        ui.data_mut(|data| data.remove::<u16>(id));
        *value = shown;
    }
    response
}

/// A few words as an article would show them.
fn sample_ui(ui: &mut Ui, settings: &Settings) {
    let tokens = theme::tokens(ui.ctx());
    egui::Frame::new()
        .fill(tokens.page)
        .stroke((1.0, tokens.line))
        .corner_radius(theme::CORNER)
        .inner_margin(16)
        .show(ui, |ui| {
            ui.set_width(WIDTH - 64.0);
            let font = FontId::new(settings.text_size, theme::reading().resolve(ui.style()).family);
            let line_height = settings.text_size * f32::from(settings.line_percent) / 100.0;
            let format = TextFormat {
                font_id: font,
                color: Color32::PLACEHOLDER,
                line_height: Some(line_height.round()),
                ..TextFormat::default()
            };
            let mut job = LayoutJob::single_section(say!("settings-sample").to_owned(), format);
            job.wrap.max_width = ui.available_width();
            job.wrap.max_rows = 3;
            let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
            let (rect, _) =
                ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y), egui::Sense::hover());
            ui.painter().galley(rect.min, galley, tokens.ink);
        });
    ui.add_space(12.0);
}

/// Changed keys by the names of their commands.
type Keys = BTreeMap<String, Vec<String>>;
