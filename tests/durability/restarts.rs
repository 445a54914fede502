//! Much unsaved work comes back.

use super::{Stage, times};
use dateline::{
    model::{Command, Facts, NewDocument, Pick, Provenance},
    project_file::to_bytes,
    session::{Purpose, Session, StateFolder},
    text::Text,
};
use std::time::Instant;

#[test]
fn thousands_of_unsaved_steps_come_back() {
    let (stage, steps) = (Stage::new(), times(2_000, 10_000));
    let (path, kept) = (stage.path("p.ron"), StateFolder::at(stage.state.path()));
    let mut session = Session::without_window().kept_in(kept.clone());
    session.open_project_for(&path, Purpose::Edit).expect("begins");
    let text = Text::new(&"Kim met Moon in Seoul. ".repeat(500)).expect("short");
    let (facts, source, encoding) = (Facts::default(), String::new(), "UTF-8".to_owned());
    let article = NewDocument { facts, source, encoding, text: text.clone() };
    let document = session.add_articles(vec![article]).expect("added")[0];
    let labels: Vec<_> = session.project().schema().labels().map(|(id, _)| id).collect();
    for step in 1..steps {
        let place = step * 7 % 11_000;
        let span = text.span(place, place + 1 + step % 11).expect("is ASCII");
        let label = labels[step % labels.len()];
        let pick = Pick { document, span, label, entity_name: None, provenance: Provenance::ByHand };
        session.dispatch(Command::Mark(vec![pick])).expect("done");
    }
    let before = to_bytes(session.project());
    drop(session);
    let begun = Instant::now();
    let mut session = Session::without_window().kept_in(kept);
    let (_, notes) = session.open_project_for(&path, Purpose::Edit).expect("opens");
    println!("{steps} steps came back in {:?}", begun.elapsed());
    assert!(notes[0].contains("were brought back"), "{notes:?}");
    assert!(to_bytes(session.project()) == before);
    while session.undo().expect("can be undone").is_some() {}
    assert_eq!(session.project().document_count(), 0);
}
