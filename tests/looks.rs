//! How the window looks, drawn without a graphics card and compared with pictures that were looked at.
//!
//! After a wanted change: `UPDATE_SNAPSHOTS=1 cargo test --test looks`, then look at every picture.
#![cfg(feature = "gui")]

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

/// An article with marks of three kinds, and a page in its place.
fn page(theme: Theme, key: Key, shown: &str, name: &str) {
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
    stage.wait_for_suggestions();
    stage.keys(Modifiers::CTRL | Modifiers::SHIFT, key);
    stage.wait_for_label(shown);
    stage.harness().remove_cursor();
    stage.harness().snapshot(name);
}

#[test]
fn the_timeline_in_light() {
    page(Theme::Light, Key::L, "5 May 2019, day", "timeline_light");
}

#[test]
fn the_timeline_in_dark() {
    page(Theme::Dark, Key::L, "5 May 2019, day", "timeline_dark");
}

#[test]
fn the_map_of_ties_in_light() {
    page(Theme::Light, Key::M, "Kenya, Place", "ties_light");
}

#[test]
fn the_map_of_ties_in_dark() {
    page(Theme::Dark, Key::M, "Kenya, Place", "ties_dark");
}
