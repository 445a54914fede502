//! How the window looks, drawn without a graphics card and compared with pictures that were looked at.
//!
//! After a wanted change: `UPDATE_SNAPSHOTS=1 cargo test --test looks`, then look at every picture.
#![cfg(feature = "gui")]
#![allow(clippy::expect_used, reason = "a picture that cannot be drawn fails")]

mod soft;
mod stage;

use egui::{Key, Modifiers, Theme};
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

/// An article with marks of three kinds, and the timeline in its place; the lists beside it are left out, since what is
/// suggested may change.
fn timeline(theme: Theme, name: &str) {
    let mut stage = Stage::drawn(900.0, 480.0, soft::SoftRenderer::default());
    stage.harness().ctx.set_theme(theme);
    let words = "Anna Weber met Mr. Okoye in Geneva on May 5, 2019. A deal with Kenya is due by the end of June 2019, said Weber. In 2018 Mr. Okoye left Geneva.";
    stage.settle();
    stage.paste(words);
    stage.click("Add article");
    stage.mark(&[
        ("Anna Weber", "Person"),
        ("Mr. Okoye", "Person"),
        ("Geneva", "Place"),
        ("May 5, 2019", "Date"),
        ("Kenya", "Place"),
        ("the end of June 2019", "Date"),
        ("2018", "Date"),
    ]);
    stage.keys(Modifiers::CTRL | Modifiers::SHIFT, Key::L);
    stage.wait_for_label("5 May 2019, day");
    let window = stage.harness().render().expect("drawn");
    let middle = image::imageops::crop_imm(&window, 200, 92, 428, 352).to_image();
    egui_kittest::image_snapshot(&middle, name);
}

#[test]
fn the_timeline_in_light() {
    timeline(Theme::Light, "timeline_light");
}

#[test]
fn the_timeline_in_dark() {
    timeline(Theme::Dark, "timeline_dark");
}
