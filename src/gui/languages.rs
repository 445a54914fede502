//! Which language the window speaks: the choice for menus and pages, each language by its own name, and the switch.

use super::{acts::Act, app::App, widgets};
use crate::words::{self, Language, say};
use egui::Ui;

/// The languages as a list of choices; `None` is what the system says. What is chosen comes back as [`Act::Language`].
pub fn languages_ui(ui: &mut Ui, chosen: Option<Language>, acts: &mut Vec<Act>) {
    let all = Language::all().map(|language| (Some(language), language.name()));
    for (choice, name) in [(None, say!("language-of-system"))].into_iter().chain(all) {
        if widgets::radio(ui, choice == chosen, name).clicked() {
            acts.push(Act::Language(choice));
        }
    }
}

impl App {
    /// Speaks this language from the next frame on; `None` for what the system says.
    pub(in crate::gui) fn speak(&mut self, language: Option<Language>) {
        words::speak(language.unwrap_or_else(Language::of_system));
        self.desk.forget_words();
    }
}
