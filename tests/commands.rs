//! Every command, by the list of commands, by its menu and by its key, in both themes.
#![cfg(feature = "gui")]

mod stage;

use egui::Theme;
use stage::walk;

#[test]
fn every_command_does_the_same_by_list_menu_and_key_in_light() {
    walk::every_command(Theme::Light);
}

#[test]
fn every_command_does_the_same_by_list_menu_and_key_in_dark() {
    walk::every_command(Theme::Dark);
}
