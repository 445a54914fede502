//! The menus, read from the table of commands, and the name of the project.

use super::{
    super::{
        app::App,
        commands::{COMMANDS, Menu, Row, UiCommand},
        languages::languages_ui,
        theme,
    },
    Act, recent,
};
use crate::{
    session::ThemeChoice,
    words::{retold, say},
};
use egui::{Align2, Button, RichText, TextStyle, Ui};

/// The bar.
pub fn ui(app: &mut App, ui: &mut Ui, acts: &mut Vec<Act>) {
    let tokens = theme::tokens(ui.ctx());
    let name = app.project_name();
    let font = TextStyle::Body.resolve(ui.style());
    let centre = ui.max_rect().center();
    egui::MenuBar::new().ui(ui, |ui| {
        ui.set_min_height(40.0);
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.spacing_mut().button_padding.x = 6.0;
        ui.label(RichText::new("Dateline").text_style(theme::strong()));
        ui.add_space(4.0);
        for menu in Menu::SHOWN {
            ui.menu_button(RichText::new(menu.name()).color(tokens.muted), |ui| menu_ui(app, ui, menu, acts));
        }
        // The name stands in the middle as long as the menus leave it room.
        let half = ui.painter().layout_no_wrap(name.clone(), font.clone(), tokens.muted).size().x / 2.0;
        if ui.cursor().left() + 16.0 < centre.x - half {
            ui.painter().text(centre, Align2::CENTER_CENTER, name, font, tokens.muted);
        }
    });
}

fn menu_ui(app: &App, ui: &mut Ui, menu: Menu, acts: &mut Vec<Act>) {
    ui.set_min_width(320.0);
    for row in COMMANDS.iter().filter(|row| row.menu == menu) {
        if row.opens_section {
            ui.separator();
        }
        if row.command == UiCommand::ChooseLanguage {
            ui.menu_button(say!("language"), |ui| languages_ui(ui, app.settings.language, acts));
            continue;
        }
        if row.command == UiCommand::NewProject {
            recent_ui(app, ui, acts);
        }
        row_ui(app, ui, row, acts);
    }
}

/// One row of a menu.
pub fn row_ui(app: &App, ui: &mut Ui, row: &Row, acts: &mut Vec<Act>) {
    let text = match row.command {
        UiCommand::Undo => named(row.text(), app.session.undo_name()),
        UiCommand::Redo => named(row.text(), app.session.redo_name()),
        _ => row.text().to_owned(),
    };
    let is_ticked = match row.command {
        UiCommand::ThemeSystem => app.settings.theme == ThemeChoice::System,
        UiCommand::ThemeLight => app.settings.theme == ThemeChoice::Light,
        UiCommand::ThemeDark => app.settings.theme == ThemeChoice::Dark,
        UiCommand::CarefulSuggestions => app.settings.careful_suggestions,
        UiCommand::ToggleMetonym => app.is_metonym(),
        UiCommand::Relate => app.desk.relating.is_some(),
        UiCommand::StickyLabel => app.desk.sticky.is_some(),
        _ => false,
    };
    let keys = row.command.key_text(ui.ctx());
    let button = Button::new(text).selected(is_ticked);
    // An empty one would still be a blank at the end of the name that a screen reader says.
    let button = if keys.is_empty() { button } else { button.shortcut_text(keys) };
    if ui.add_enabled(app.is_enabled(row.command), button).clicked() {
        acts.push(Act::Do(row.command));
        ui.close();
    }
}

fn named(text: &str, step: Option<&str>) -> String {
    step.map_or_else(|| text.to_owned(), |step| say!("named-step", command = text, step = retold(step)))
}

fn recent_ui(app: &App, ui: &mut Ui, acts: &mut Vec<Act>) {
    ui.add_enabled_ui(!app.settings.recent.is_empty(), |ui| {
        ui.menu_button(say!("recent-files"), |ui| {
            if recent::ui(app, ui, usize::MAX, acts, Ui::button) {
                ui.close();
            }
        });
    });
}
