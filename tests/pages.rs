//! The pages that take the place of the article: the timeline.
#![cfg(feature = "gui")]

mod stage;

use dateline::model::{Command, Facts, Pick, Provenance};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use stage::Stage;

const ARTICLE: &str = "Envoys meet again\n\nGENEVA — Anna Weber met Mr. Okoye on Monday. Weber said talks would go on in Nairobi in October.\nMr. Okoye left for Kenya on Tuesday.\n";

const MARKS: [(&str, &str); 8] = [
    ("GENEVA", "Place"),
    ("Anna Weber", "Person"),
    ("Mr. Okoye", "Person"),
    ("Monday", "Date"),
    ("Weber", "Person"),
    ("Nairobi", "Place"),
    ("October", "Date"),
    ("Tuesday", "Date"),
];

/// The article with its first such words marked, published on Wednesday 6 November 2019 if at all.
fn marked(is_published: bool) -> Stage {
    let mut stage = Stage::with_article(ARTICLE);
    let id = stage.document();
    let project = stage.app().session().project();
    let document = project.document(id).expect("there").clone();
    let picks = MARKS.iter().map(|(words, label)| {
        let label = project.schema().known_as(label).expect("a label");
        let from = if *words == "Weber" { document.text.as_str().find(". Weber").expect("there") } else { 0 };
        let start = from + document.text.get(from..document.text.byte_count()).find(words).expect("there");
        let span = document.text.span(start, start + words.len()).expect("fits");
        Pick { document: id, span, label, entity_name: None, provenance: Provenance::ByHand }
    });
    let picks = picks.collect();
    let published = is_published.then(|| "2019-11-06".parse().expect("a day"));
    let facts = Facts { published, ..document.facts };
    let session = stage.app().session();
    session.dispatch(Command::Mark(picks)).expect("marked");
    session.dispatch(Command::SetFacts { document: id, facts }).expect("said");
    stage.settle();
    stage
}

fn open_timeline(stage: &mut Stage) {
    stage.keys(Modifiers::CTRL | Modifiers::SHIFT, Key::L);
    stage.settle();
}

/// Clicks the row that begins with this date.
fn click_row(stage: &mut Stage, date: &str) {
    stage.settle();
    stage
        .harness()
        .query_all_by_role(egui::accesskit::Role::ListItem)
        .find(|row| row.accesskit_node().label().is_some_and(|label| label.starts_with(date)))
        .unwrap_or_else(|| panic!("no row of {date}"))
        .click();
    stage.settle();
}

#[test]
fn a_row_of_the_timeline_goes_to_the_words() {
    let mut stage = marked(true);
    open_timeline(&mut stage);
    assert!(stage.shows("3 dates") && stage.shows("Oct 2020, month"), "the rows are there");
    click_row(&mut stage, "Tuesday");
    assert_eq!(stage.current_mention(), "Tuesday/Date");
    assert!(!stage.shows("Back to the article"));
    let caret = stage.app().desk().view().map(|view| view.caret());
    assert_eq!(caret, ARTICLE.find("Tuesday"));
}

#[test]
fn escape_and_the_button_lead_back() {
    let mut stage = marked(true);
    open_timeline(&mut stage);
    stage.key(Key::Escape);
    assert!(!stage.shows("Back to the article"));
    open_timeline(&mut stage);
    stage.click("Back to the article");
    assert!(!stage.shows("Back to the article"));
}

#[test]
fn the_timeline_is_filtered_by_name_and_label() {
    let mut stage = marked(true);
    open_timeline(&mut stage);
    stage.click("With Place");
    assert!(stage.shows("2 of 3 dates") && !stage.shows("Tuesday · 5 Nov 2019, day"));
    stage.click("With Place");
    stage.click("Show only sentences with this name");
    stage.type_text("weber");
    assert!(stage.shows("2 of 3 dates"));
    stage.type_text(" of nowhere");
    assert!(stage.shows("Nothing fits the filter"));
}

/// What lies under the page is not touched by keys for marks.
#[test]
fn keys_for_marks_rest_while_the_timeline_is_open() {
    let mut stage = marked(true);
    let before = stage.mentions();
    stage.put_caret(ARTICLE.find("talks").expect("there"));
    open_timeline(&mut stage);
    for key in [Key::Num1, Key::Delete, Key::N, Key::K, Key::Backspace] {
        stage.key(key);
    }
    assert_eq!(stage.mentions(), before);
    assert!(stage.shows("Back to the article"));
}

#[test]
fn the_axis_moves_by_keys_and_a_wheel() {
    let mut stage = marked(true);
    open_timeline(&mut stage);
    let axis = stage.harness().get_by_label("Axis of days").rect();
    for key in [Key::Plus, Key::ArrowRight, Key::Minus, Key::ArrowLeft, Key::Home] {
        stage.key(key);
    }
    stage.harness().hover_at(axis.center());
    stage.harness().event(Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, 200.0),
        phase: egui::TouchPhase::Move,
        modifiers: Modifiers::NONE,
        source: egui::MouseWheelSource::Wheel,
    });
    stage.settle();
    assert!(!stage.wants_repaint(), "the page rests");
    assert!(stage.shows("3 dates"));
}

#[test]
fn a_timeline_without_days_says_what_to_do() {
    let mut stage = Stage::with_article(ARTICLE);
    open_timeline(&mut stage);
    assert!(stage.shows("No dates are marked yet"));
    stage.key(Key::Escape);
    let mut stage = marked(false);
    open_timeline(&mut stage);
    assert!(stage.shows("The marked dates name no day yet"));
    stage.click("Say when it was published…");
    stage.type_text("2019-11-06");
    stage.key(Key::Enter);
    assert!(stage.shows("3 dates"));
}
