//! Opening files in the window: what is asked before they come in.
#![cfg(feature = "gui")]
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

mod stage;

use egui::{Key, Modifiers};
use stage::Stage;
use std::path::PathBuf;

fn open(stage: &mut Stage, paths: &[PathBuf]) {
    stage.answer_with(paths);
    stage.keys(Modifiers::CTRL, Key::O);
    stage.wait_for(|app| app.desk().overlay.is_some());
}

fn texts(stage: &mut Stage) -> Vec<String> {
    stage.app().session().project().documents().map(|document| document.text.as_str().to_owned()).collect()
}

#[test]
fn a_table_that_is_not_plain_is_asked_about() {
    let mut stage = Stage::new();
    let (lead, story) = ("lead ".repeat(30), "story ".repeat(60));
    let table = format!("heading,first,second\nTalks,{lead},{story}\n");
    let paths = [stage.file("t.csv", table.as_bytes()), stage.file("u.csv", table.as_bytes())];
    open(&mut stage, &paths);
    assert!(stage.shows("Which column is what?") && stage.shows("t.csv, u.csv"));
    assert_eq!(texts(&mut stage), Vec::<String>::new());
    stage.click("second is Text");
    stage.click("Not used");
    assert!(stage.shows("Say which column is the text"));
    stage.click("first is Not used");
    stage.click("Text");
    stage.click("Open");
    stage.wait_for(|app| app.session().project().document_count() == 2);
    assert_eq!(texts(&mut stage), [lead.as_str(); 2]);
    let document = stage.document();
    let facts = stage.app().session().project().document(document).expect("there").facts.clone();
    assert_eq!(facts.title, "Talks");
}

#[test]
fn annotations_that_are_opened_as_articles_are_shown_before_they_come_in() {
    let mut stage = Stage::new();
    stage.file("a.txt", b"Kim met Lee.\n");
    let paths = [stage.file("a.ann", b"T1\tPER 0 3\tKim\n"), stage.file("b.txt", b"Lee met Kim.\n")];
    open(&mut stage, &paths);
    assert!(stage.shows("Import annotations") && stage.shows("brat: 1 article, 1 mark"));
    assert_eq!(texts(&mut stage), ["Lee met Kim.\n"]);
    stage.click("Import");
    stage.wait_for(|app| app.session().project().mention_count() == 1);
    assert_eq!(texts(&mut stage).len(), 2);
}
