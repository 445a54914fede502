//! A walk through every command: the list of commands, the menu and the key do the same.

use super::Stage;
use dateline::gui::{COMMANDS, Menu, Row, UiCommand};
use egui::{Key, Modifiers, Theme};
use std::{
    thread,
    time::{Duration, Instant},
};

const WORDS: &str = "Envoys meet again\n\nGENEVA — Anna Weber of the Swiss Foreign Ministry met Mr. Okoye on Monday. Weber said talks would go on in Nairobi.\n";

/// How a command is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    List,
    Menu,
    Key,
}

/// An article with marks, one of them selected, or a suggestion under review.
fn stage(theme: Theme, on_suggestion: bool) -> Stage {
    let mut stage = Stage::with_article(WORDS);
    stage.harness().ctx.set_theme(theme);
    stage.wait_for_suggestions();
    stage.mark(&[("Anna Weber", "Person"), ("Nairobi", "Place")]);
    stage.wait_for_suggestions();
    stage.key(if on_suggestion { Key::Tab } else { Key::N });
    stage
}

fn give(stage: &mut Stage, row: &Row, way: Way) {
    match way {
        Way::List => {
            stage.keys(Modifiers::CTRL | Modifiers::SHIFT, Key::P);
            stage.type_text(&format!("{}: {}", row.menu.name(), row.text()));
            stage.key(Key::Enter);
        }
        Way::Menu => {
            let keys = row.command.key_text(&stage.harness().ctx);
            stage.choose(row.menu.name(), row.text(), &keys);
        }
        Way::Key => {
            let keys = row.keys.first().expect("has keys");
            stage.keys(keys.modifiers, keys.logical_key);
        }
    }
}

/// All that is to be read after a command, and what was asked of the dialogs.
fn outcome(row: &Row, way: Way, theme: Theme) -> (Vec<String>, String) {
    let mut stage = stage(theme, row.menu == Menu::Suggest);
    give(&mut stage, row, way);
    if stage.app().desk().document.is_some() {
        stage.wait_for_suggestions();
    }
    // A list of commands that could not give its first leaves no trace but itself.
    if way == Way::List && !stage.app().is_enabled(row.command) {
        stage.key(Key::Escape);
    }
    (said_at_rest(&mut stage), format!("{:?}", stage.asked()))
}

/// What is said once nothing more comes in: pages are worked out beside the frames.
fn said_at_rest(stage: &mut Stage) -> Vec<String> {
    let mut said = Vec::new();
    let mut since = Instant::now();
    while since.elapsed() < Duration::from_millis(60) {
        stage.settle();
        let mut now = stage.labels();
        now.sort_unstable();
        if now != said {
            (said, since) = (now, Instant::now());
        }
        thread::sleep(Duration::from_millis(5));
    }
    said
}

/// Gives every command in every way it can be given.
pub fn every_command(theme: Theme) {
    // What is read carefully comes in when it comes in.
    let skipped = [UiCommand::Quit, UiCommand::Palette, UiCommand::CarefulSuggestions];
    let rows = COMMANDS.iter().filter(|row| row.menu != Menu::Hidden && !skipped.contains(&row.command));
    let mut wrong = Vec::new();
    for row in rows {
        let by_list = outcome(row, Way::List, theme);
        // Languages are a menu of their own; copying is an event of the system's.
        let has_row = row.command != UiCommand::ChooseLanguage;
        let has_key = !row.keys.is_empty() && row.command != UiCommand::Copy;
        for (way, _) in [(Way::Menu, has_row), (Way::Key, has_key)].into_iter().filter(|(_, can)| *can) {
            let other = outcome(row, way, theme);
            if other != by_list {
                wrong.push(format!("{}: by {way:?} {}", row.text(), difference(&by_list.0, &other.0)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn difference(one: &[String], other: &[String]) -> String {
    let only = |these: &[String], those: &[String]| {
        these.iter().filter(|label| !those.contains(label)).cloned().collect::<Vec<_>>()
    };
    format!("and not in the list: {:?}; only in the list: {:?}", only(other, one), only(one, other))
}
