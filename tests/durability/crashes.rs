//! The program itself goes wrong.

use super::Stage;
use dateline::{
    model::{Facts, NewDocument},
    session::{Purpose, Session, StateFolder, report_crashes},
    text::Text,
};
use std::{fs, panic};

#[test]
fn a_mistake_of_the_program_leaves_a_report_and_the_journal_whole() {
    let stage = Stage::new();
    let kept = StateFolder::at(stage.state.path());
    report_crashes(kept.clone());
    let path = stage.path("p.ron");
    let done = panic::catch_unwind(panic::AssertUnwindSafe(|| {
        let mut session = Session::without_window().kept_in(kept.clone());
        session.open_project_for(&path, Purpose::Edit).expect("begins");
        let text = Text::new("Talks in Vienna.").expect("short");
        let (facts, source, encoding) = (Facts::default(), String::new(), "UTF-8".to_owned());
        session.add_articles(vec![NewDocument { facts, source, encoding, text }]).expect("added");
        panic!("something that cannot be");
    }));
    let _ = panic::take_hook();
    assert!(done.is_err());
    let reports: Vec<_> =
        fs::read_dir(stage.state.path().join("reports")).expect("is there").flatten().collect();
    // Another test may have failed meanwhile, and left one too.
    let words: Vec<String> =
        reports.iter().map(|report| fs::read_to_string(report.path()).expect("is there")).collect();
    let words = words.join("\n");
    for expected in ["Dateline 0.", "something that cannot be", "crashes.rs", "stays on this machine"] {
        assert!(words.contains(expected), "{words}");
    }
    let mut session = Session::without_window().kept_in(kept);
    let (_, notes) = session.open_project_for(&path, Purpose::Edit).expect("opens");
    assert_eq!(notes, ["1 step that had not been saved was brought back"]);
}
