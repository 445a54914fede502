//! Other programs change, replace, rename and remove the project's file while it is open.

use super::{Dice, Stage, times};
use dateline::{
    model::{Facts, NewDocument},
    project_file::write_atomically,
    session::{Purpose, Session, StateFolder},
    text::Text,
};
use std::fs;

fn session(stage: &Stage) -> Session {
    let mut session = Session::without_window().kept_in(StateFolder::at(stage.state.path()));
    session.open_project_for(&stage.path("p.ron"), Purpose::Edit).expect("opens");
    session
}

fn add(session: &mut Session, words: &str) {
    let text = Text::new(words).expect("short");
    let (facts, source, encoding) = (Facts::default(), String::new(), "UTF-8".to_owned());
    session.add_articles(vec![NewDocument { facts, source, encoding, text }]).expect("added");
}

fn texts(session: &Session) -> Vec<String> {
    session.project().documents().map(|document| document.text.as_str().to_owned()).collect()
}

#[test]
fn what_others_do_to_the_file_is_never_written_over_and_ours_is_never_lost() {
    let mut dice = Dice::new();
    for run in 0..times(15, 100) {
        let stage = Stage::new();
        let path = stage.path("p.ron");
        let mut ours = session(&stage);
        add(&mut ours, "First.");
        ours.save_now(&path).expect("saved");
        if dice.below(2) == 0 {
            add(&mut ours, "Second.");
        }
        let saved = fs::read_to_string(&path).expect("is there");
        let theirs: Option<String> = match run % 6 {
            0 => Some(saved.replacen("First.", "Furst.", 1)),
            1 => Some("something else altogether".to_owned()),
            2 => Some(String::new()),
            3 => Some(saved.chars().take(dice.below(saved.len())).collect()),
            // Of the same length and, where clocks are coarse, of the same time.
            4 => Some(saved.replacen("First.", "Worst.", 1)),
            _ => None,
        };
        match &theirs {
            Some(theirs) => write_atomically(&path, theirs.as_bytes()).expect("written"),
            None if dice.below(2) == 0 => fs::remove_file(&path).expect("removed"),
            None => fs::rename(&path, stage.path("elsewhere.ron")).expect("renamed"),
        }
        add(&mut ours, "Third.");
        let all = texts(&ours);
        if dice.below(2) == 0 {
            // A restart in between; what was saved is in the state folder.
            drop(ours);
            ours = session(&stage);
            assert_eq!(texts(&ours), all, "run {run}");
        }
        let saved = ours.save_now(&path);
        match &theirs {
            Some(theirs) => {
                assert!(saved.is_err(), "run {run} wrote over it");
                assert_eq!(fs::read_to_string(&path).expect("is there"), *theirs);
                assert!(ours.has_unsaved_changes());
                ours.save_now_over(&path, true).expect("theirs is kept");
                assert_eq!(fs::read_to_string(stage.path("p.theirs-1.ron")).expect("is kept"), *theirs);
            }
            None => saved.expect("made again"),
        }
        assert_eq!(texts(&ours), all);
        drop(ours);
        let again = session(&stage);
        assert_eq!((texts(&again), again.has_unsaved_changes()), (all, false));
    }
}
