//! How the window looks, drawn without a graphics card and compared with pictures that were looked at.
//!
//! After a wanted change: `UPDATE_SNAPSHOTS=1 cargo test --test looks`, then look at every picture.
#![cfg(feature = "gui")]

mod soft;
mod stage;

use egui::{Key, Theme};
use stage::Stage;

fn empty_window(theme: Theme, name: &str) {
    let mut stage = Stage::drawn(900.0, 420.0, soft::SoftRenderer::default());
    stage.harness().ctx.set_theme(theme);
    stage.settle();
    stage.harness().snapshot(name);
}

#[test]
fn the_empty_window_says_what_to_do_in_light() {
    empty_window(Theme::Light, "empty_light");
}

#[test]
fn the_empty_window_says_what_to_do_in_dark() {
    empty_window(Theme::Dark, "empty_dark");
}

#[test]
fn the_sheet_of_keys() {
    let mut stage = Stage::drawn(900.0, 420.0, soft::SoftRenderer::default());
    stage.harness().ctx.set_theme(Theme::Light);
    stage.key(Key::F1);
    stage.harness().snapshot("keys_light");
}

#[test]
fn something_that_went_wrong_is_shown_with_its_place() {
    let mut stage = Stage::drawn(900.0, 420.0, soft::SoftRenderer::default());
    stage.harness().ctx.set_theme(Theme::Light);
    stage
        .app()
        .desk()
        .complain("1 of 3 could not be opened", vec!["/news/old.txt: byte 12 is no UTF-8".to_owned()]);
    stage.settle();
    stage.harness().snapshot("problem_light");
}
