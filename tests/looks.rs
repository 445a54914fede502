//! How the window looks, drawn without a graphics card and compared with pictures that were looked at.
//!
//! After a wanted change: `UPDATE_SNAPSHOTS=1 cargo test --test looks`, then look at every picture.
#![cfg(feature = "gui")]
#![allow(clippy::expect_used, reason = "a picture that cannot be drawn fails")]

mod soft;
mod stage;

use dateline::{model::Score, session::Shown};
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
    let middle = image::imageops::crop_imm(&window, 200, 92, 400, 352).to_image();
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

/// An article with dates near each other, at the end of a line and over one, and within another mark.
fn dates(theme: Theme, name: &str) {
    const WORDS: &str = "Talks in Oslo\n\nEnvoys met on Saturday and Sunday, and again last month. They will meet over the \
        weekend or next week, or in December; the summit of June 2018 had failed by the end of the year.\n\nNobody spoke \
        on Friday.\n";
    let mut stage = Stage::drawn(900.0, 560.0, soft::SoftRenderer::default());
    stage.harness().ctx.set_theme(theme);
    let path = stage.file("article.txt", WORDS.as_bytes());
    stage.answer_with(&[path]);
    stage.keys(Modifiers::CTRL, Key::O);
    stage.wait_for(|app| app.desk().document.is_some());
    let least = Score::from_thousandths(1000);
    stage.app().session().show(Shown { least, ..Shown::default() });
    stage.wait_for_suggestions();
    stage.drag("summit of June 2018");
    stage.key(Key::Num5);
    let dates =
        ["Saturday", "Sunday", "last month", "over the weekend", "next week", "December", "June 2018"];
    for words in dates.into_iter().chain(["the end of the year", "Friday"]) {
        stage.drag(words);
        stage.key(Key::Num6);
    }
    stage.click("Mentions");
    stage.publish("2019-11-10");
    stage.wait_for_suggestions();
    stage.harness().snapshot(name);
}

#[test]
fn dates_stand_beneath_their_words_in_light() {
    dates(Theme::Light, "dates_light");
}

#[test]
fn dates_stand_beneath_their_words_in_dark() {
    dates(Theme::Dark, "dates_dark");
}

/// A project from a file, so that its entities have the same ids, and so the same places, in every run.
fn map(theme: Theme, name: &str) {
    let mut stage = Stage::drawn(1040.0, 560.0, soft::SoftRenderer::default());
    stage.harness().ctx.set_theme(theme);
    let path = stage.file("project.ron", include_bytes!("data/projects/v1-relations.ron"));
    stage.answer_with(&[path]);
    stage.keys(Modifiers::CTRL | Modifiers::SHIFT, Key::O);
    stage.wait_for(|app| app.desk().document.is_some());
    stage.keys(Modifiers::CTRL | Modifiers::SHIFT, Key::M);
    stage.wait_for_label("entities ·");
    let window = stage.harness().render().expect("drawn");
    let middle = image::imageops::crop_imm(&window, 200, 92, 540, 432).to_image();
    egui_kittest::image_snapshot(&middle, name);
}

#[test]
fn the_map_of_ties_in_light() {
    map(Theme::Light, "map_light");
}

#[test]
fn the_map_of_ties_in_dark() {
    map(Theme::Dark, "map_dark");
}

/// Some marks, and the page of labels in the place of the article.
fn labels(theme: Theme, name: &str) {
    let mut stage = Stage::drawn(1100.0, 760.0, soft::SoftRenderer::default());
    stage.harness().ctx.set_theme(theme);
    stage.settle();
    stage.paste("Anna Weber met Mr. Okoye in Geneva on May 5, 2019.");
    stage.click("Add article");
    stage.mark(&[("Anna Weber", "Person"), ("Mr. Okoye", "Person"), ("Geneva", "Place")]);
    stage.keys(Modifiers::CTRL, Key::K);
    stage.click("Person, key 1, 2 marks");
    stage.click("Merge into…");
    stage.click("Merge into Group");
    let window = stage.harness().render().expect("drawn");
    let middle = image::imageops::crop_imm(&window, 240, 84, 540, 640).to_image();
    egui_kittest::image_snapshot(&middle, name);
}

#[test]
fn the_labels_in_light() {
    labels(Theme::Light, "labels_light");
}

#[test]
fn the_labels_in_dark() {
    labels(Theme::Dark, "labels_dark");
}

/// Words found in the article, and the bar above it.
#[test]
fn what_was_found_is_drawn_in_the_words() {
    let mut stage = Stage::drawn(1100.0, 480.0, soft::SoftRenderer::default());
    stage.harness().ctx.set_theme(Theme::Light);
    stage.settle();
    stage.paste("Anna Weber met Mr. Okoye in Geneva. Weber said that the talks with Okoye would go on, but that\nOkoye had left.");
    stage.click("Add article");
    let least = Score::from_thousandths(1000);
    stage.app().session().show(Shown { least, ..Shown::default() });
    stage.wait_for_suggestions();
    stage.keys(Modifiers::CTRL, Key::F);
    stage.type_text("okoye");
    stage.key(Key::Enter);
    stage.key(Key::Enter);
    let window = stage.harness().render().expect("drawn");
    let middle = image::imageops::crop_imm(&window, 240, 84, 540, 340).to_image();
    egui_kittest::image_snapshot(&middle, "find_light");
}

fn settings(theme: Theme, name: &str) {
    let mut stage = Stage::drawn(900.0, 700.0, soft::SoftRenderer::default());
    stage.keys(Modifiers::CTRL | Modifiers::ALT, Key::S);
    stage.click(if theme == Theme::Dark { "Dark" } else { "Light" });
    stage.harness().snapshot(name);
}

#[test]
fn the_settings_in_light() {
    settings(Theme::Light, "settings_light");
}

#[test]
fn the_settings_in_dark() {
    settings(Theme::Dark, "settings_dark");
}

#[test]
fn the_tour_stands_above_the_status() {
    let mut stage = Stage::drawn(900.0, 420.0, soft::SoftRenderer::default());
    stage.harness().ctx.set_theme(Theme::Light);
    stage.click("New here? Take the tour: five steps, two minutes");
    stage.harness().snapshot("tour_light");
}

#[test]
fn the_guide() {
    let mut stage = Stage::drawn(900.0, 560.0, soft::SoftRenderer::default());
    stage.harness().ctx.set_theme(Theme::Light);
    stage.keys(Modifiers::SHIFT, Key::F1);
    stage.harness().snapshot("guide_light");
}

/// As at 200 % on a small screen: the articles are one of the lists at the right.
#[test]
fn a_narrow_window_keeps_all_lists() {
    let mut stage = Stage::drawn(640.0, 400.0, soft::SoftRenderer::default());
    stage.harness().ctx.set_theme(Theme::Light);
    stage.settle();
    stage.paste("Anna Weber met Mr. Okoye in Geneva on May 5, 2019.");
    stage.click("Add article");
    stage.click("Articles");
    assert!(stage.shows("Mentions") && stage.shows("Relations"));
    stage.app().session().show(Shown { least: Score::from_thousandths(1_000), ..Shown::default() });
    stage.wait_for_suggestions();
    stage.harness().snapshot("narrow_light");
}
