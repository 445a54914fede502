//! Settings, keys, the tour, the guide, and that every control says what it is.
#![cfg(feature = "gui")]
#![allow(clippy::expect_used, reason = "what cannot be set up fails the test")]

mod stage;

use dateline::session::ThemeChoice;
use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable as _;
use stage::Stage;

const ARTICLE: &str = "Envoys meet again\n\nGENEVA — Anna Weber of the Swiss Foreign Ministry met Mr. Okoye on Monday. Weber said talks would go on in Nairobi.\n";

const CTRL_ALT: Modifiers = Modifiers { ctrl: true, command: true, alt: true, ..Modifiers::NONE };

/// A window in which the whole page of settings is in view.
fn tall() -> Stage {
    Stage::sized(1280.0, 3_600.0)
}

#[test]
fn what_is_chosen_on_the_page_of_settings_is_done_at_once() {
    let mut stage = tall();
    stage.keys(CTRL_ALT, Key::S);
    stage.click("Dark");
    assert_eq!(stage.app().settings().theme, ThemeChoice::Dark);
    assert_eq!(stage.harness().ctx.theme(), egui::Theme::Dark);
    stage.click("Less motion");
    assert_eq!(stage.harness().ctx.global_style().animation_time.to_bits(), 0.0_f32.to_bits());
    stage.click("Set everything back");
    assert_eq!(stage.app().settings().theme, ThemeChoice::Dark, "it is asked first");
    stage.click("Set everything back");
    assert_eq!(stage.app().settings().theme, ThemeChoice::System);
    assert!(stage.harness().ctx.global_style().animation_time > 0.0);
    stage.key(Key::Escape);
    assert!(stage.shows("Read an article"));
}

#[test]
fn a_command_gets_other_keys_and_those_of_another_only_on_demand() {
    let mut stage = tall();
    stage.keys(CTRL_ALT, Key::S);
    stage.click("Timeline: Ctrl+Shift+L. Change");
    assert!(stage.shows("Timeline: Press the keys, or Esc. Change"));
    stage.key(Key::F7);
    assert!(stage.shows("Timeline: F7. Change"));

    stage.click("Timeline: F7. Change");
    stage.keys(Modifiers::COMMAND, Key::S);
    assert!(stage.shows("Ctrl+S is for “Save” now.") && stage.shows("Save: Ctrl+S. Change"));
    stage.click("Use it here");
    assert!(stage.shows("Timeline: Ctrl+S. Change") && stage.shows("Save: no keys. Change"));
    stage.click("As before: Save");
    // The keys go back to whom they were first.
    assert!(stage.shows("Save: Ctrl+S. Change"));

    stage.click("Reject: Backspace. Change");
    stage.key(Key::Num1);
    assert!(stage.shows("1 belongs to labels"));
    stage.click("Reject: Backspace. Change");
    stage.key(Key::Escape);
    assert!(stage.shows("Reject: Backspace. Change") && stage.shows("Set everything back"));
}

/// Ctrl was taken for the whole key.
#[test]
fn keys_that_change_others_are_waited_behind() {
    let mut stage = tall();
    stage.keys(CTRL_ALT, Key::S);
    stage.click("Open the sample article: no keys. Change");
    stage.keys(Modifiers::CTRL, Key::ControlLeft);
    assert!(stage.shows("Open the sample article: Press the keys, or Esc. Change"));
    stage.keys(Modifiers::CTRL, Key::J);
    assert!(stage.shows("Open the sample article: Ctrl+J. Change"));
}

/// The window waited for the keys for ever, and heard no other.
#[test]
fn who_leaves_while_keys_are_waited_for_is_heard_again() {
    let mut stage = tall();
    stage.keys(CTRL_ALT, Key::S);
    stage.click("Timeline: Ctrl+Shift+L. Change");
    stage.click("Back to the article");
    stage.key(Key::F1);
    assert!(stage.shows("In the article"), "the sheet of keys");
    stage.key(Key::Escape);
    stage.keys(CTRL_ALT, Key::S);
    assert!(stage.shows("Timeline: Ctrl+Shift+L. Change"), "nothing is waited for any more");
}

#[test]
fn changed_keys_are_obeyed_and_shown_in_menus() {
    let mut stage = tall();
    stage.keys(CTRL_ALT, Key::S);
    stage.click("Keys: F1 · Shift+Questionmark. Change");
    stage.key(Key::F9);
    stage.key(Key::Escape);
    stage.key(Key::F1);
    assert!(!stage.shows("In the article"));
    stage.key(Key::F9);
    assert!(stage.shows("In the article"), "the sheet of keys");
    assert!(stage.shows("F9"));
}

#[test]
fn the_tour_waits_for_what_is_to_be_done() {
    let mut stage = Stage::new();
    stage.click("New here? Take the tour: five steps, two minutes");
    assert!(stage.shows("1 of 5") && !stage.shows("done"));
    stage.click("Open the sample");
    stage.wait_for_suggestions();
    assert!(stage.shows("done"));
    stage.click("Next");
    assert!(stage.shows("2 of 5") && !stage.shows("done"));
    stage.key(Key::Tab);
    for _ in 0..3 {
        stage.key(Key::Enter);
    }
    assert!(stage.shows("done"));
    stage.click("Next");
    stage.click_words("sidelines", 2);
    stage.key(Key::Num4);
    assert!(stage.shows("3 of 5") && stage.shows("done"));
    stage.click("Next");
    stage.click("Entities");
    assert!(stage.shows("done"));
    stage.click("Next");
    assert!(stage.shows("5 of 5") && stage.shows("End the tour"));
    stage.click("Back");
    stage.click("Skip the tour");
    assert!(!stage.shows("4 of 5"));
    assert!(stage.app().settings().tour_done);
}

/// The guide told the keys of the table, whatever keys there were.
#[test]
fn the_guide_tells_the_keys_that_are_in_use() {
    let mut stage = tall();
    stage.keys(CTRL_ALT, Key::S);
    stage.click("Timeline: Ctrl+Shift+L. Change");
    stage.key(Key::F7);
    stage.key(Key::Escape);
    stage.keys(Modifiers::SHIFT, Key::F1);
    let shown = stage.harness().query_by_label_contains("The timeline (F7) has all of them in order.");
    assert!(shown.is_some());
}

#[test]
fn the_guide_opens_and_leads_on() {
    let mut stage = Stage::new();
    stage.keys(Modifiers::SHIFT, Key::F1);
    assert!(stage.shows("Nothing is lost"));
    stage.click("Tour in five steps");
    assert!(stage.shows("1 of 5") && !stage.shows("Nothing is lost"));
}

/// Roles of what can be used, and so must say what it is.
const CONTROLS: [Role; 13] = [
    Role::Button,
    Role::CheckBox,
    Role::ComboBox,
    Role::Link,
    Role::ListItem,
    Role::MultilineTextInput,
    Role::RadioButton,
    Role::Slider,
    Role::SpinButton,
    Role::Tab,
    Role::TextInput,
    Role::MenuItem,
    Role::ColorWell,
];

#[test]
fn every_control_has_a_name() {
    let mut stage = Stage::with_article(ARTICLE);
    stage.wait_for_suggestions();
    for _ in 0..4 {
        stage.key(Key::Tab);
        stage.key(Key::Enter);
    }
    let both = Modifiers::COMMAND | Modifiers::SHIFT;
    let views: [(&str, Modifiers, Key); 12] = [
        ("settings", CTRL_ALT, Key::S),
        ("labels", Modifiers::COMMAND, Key::K),
        ("find", Modifiers::COMMAND, Key::F),
        ("find in the project", both, Key::F),
        ("timeline", both, Key::L),
        ("map of ties", both, Key::M),
        ("all commands", both, Key::P),
        ("export", both, Key::E),
        ("lists of names", Modifiers::COMMAND, Key::L),
        ("paste", both, Key::V),
        ("guide", Modifiers::SHIFT, Key::F1),
        ("keys", Modifiers::NONE, Key::F1),
    ];
    let mut nameless = nameless(&mut stage, "article");
    let mut seen = vec![stage.labels().len()];
    for tab in ["Mentions", "Entities", "Relations", "Suggestions"] {
        stage.click(tab);
        nameless.extend(self::nameless(&mut stage, tab));
    }
    for (name, modifiers, key) in views {
        stage.keys(modifiers, key);
        stage.settle();
        nameless.extend(self::nameless(&mut stage, name));
        seen.push(stage.labels().len());
        stage.key(Key::Escape);
        stage.key(Key::Escape);
    }
    assert!(nameless.is_empty(), "{}", nameless.join("\n"));
    seen.dedup();
    assert!(seen.len() > views.len(), "every view shows something else: {seen:?}");
}

/// The controls on screen that do not say what they are.
fn nameless(stage: &mut Stage, view: &str) -> Vec<String> {
    let controls = stage.controls(&CONTROLS);
    assert!(!controls.is_empty(), "{view}");
    let without = controls.into_iter().filter(|(_, name)| name.trim().is_empty());
    without.map(|(role, _)| format!("{view}: {role:?}")).collect()
}
