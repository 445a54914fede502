//! The pages that take the place of the article: the timeline and the map of ties.
#![cfg(feature = "gui")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod stage;

use dateline::model::{Command, Facts};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use stage::Stage;

const ARTICLE: &str = "Envoys meet again\n\nGENEVA — Anna Weber met Mr. Okoye on Monday. Ms. Weber said talks would go on in Nairobi in October.\nMr. Okoye left for Kenya on Tuesday.\n";

const MARKS: [(&str, &str); 8] = [
    ("GENEVA", "Place"),
    ("Anna Weber", "Person"),
    ("Mr. Okoye", "Person"),
    ("Monday", "Date"),
    ("Ms. Weber", "Person"),
    ("Nairobi", "Place"),
    ("October", "Date"),
    ("Tuesday", "Date"),
];

/// The article with its first such words marked, published on Wednesday 6 November 2019 if at all.
fn marked(is_published: bool) -> Stage {
    let mut stage = Stage::with_article(ARTICLE);
    let id = stage.document();
    stage.mark(&MARKS);
    let document = stage.app().session().project().document(id).expect("there");
    let published = is_published.then(|| "2019-11-06".parse().expect("a day"));
    let facts = Facts { published, ..document.facts.clone() };
    let session = stage.app().session();
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

fn open_map(stage: &mut Stage) {
    stage.keys(Modifiers::CTRL | Modifiers::SHIFT, Key::M);
    stage.wait_for_label("entities ·");
}

#[test]
fn a_node_of_the_map_shows_its_sentences_and_they_go_to_the_words() {
    let mut stage = marked(true);
    open_map(&mut stage);
    // Dates tie nothing: they are left out.
    assert!(stage.shows("5 entities · 4 ties"), "{:?}", stage.labels());
    assert!(!stage.shows("October, Date"));
    stage.click("Nairobi, Place");
    click_row(&mut stage, "Ms. Weber said talks");
    assert_eq!(stage.current_mention(), "Nairobi/Place");
    assert!(!stage.shows("Back to the article"));
}

#[test]
fn labels_are_put_on_the_map_and_taken_off() {
    let mut stage = marked(true);
    open_map(&mut stage);
    stage.click("Show Date");
    stage.wait_for_label("8 entities ·");
    assert!(stage.shows("October, Date"), "{:?}", stage.labels());
    stage.click("Show Date");
    stage.click("Show Person");
    stage.wait_for_label("2 entities ·");
    assert!(!stage.shows("Anna Weber, Person") && stage.shows("Nairobi, Place"));
}

#[test]
fn escape_gives_up_what_is_chosen_and_then_the_map() {
    let mut stage = marked(true);
    open_map(&mut stage);
    stage.click("Nairobi, Place");
    assert!(stage.shows("Close"));
    stage.key(Key::Escape);
    assert!(!stage.shows("Close") && stage.shows("Back to the article"));
    for key in [Key::Plus, Key::ArrowRight, Key::ArrowUp, Key::Minus, Key::Home, Key::Num1] {
        stage.key(key);
    }
    assert!(!stage.wants_repaint(), "the map rests");
    stage.key(Key::Escape);
    assert!(!stage.shows("Back to the article"));
}

#[test]
fn a_relation_on_the_map_shows_what_says_so() {
    let mut stage = marked(true);
    let id = stage.document();
    let project = stage.app().session().project();
    let of = |words: &str| {
        let mut mentions = project.mentions_of(id);
        mentions.find(|mention| project.words_of(mention) == words).expect("marked").id
    };
    let kind = project.schema().relation_types().find(|(_, kind)| kind.name == "Met").expect("a type").0;
    let relation = dateline::model::NewRelation {
        from: of("Anna Weber"),
        to: of("Mr. Okoye"),
        kind,
        date: None,
        note: String::new(),
    };
    stage.app().session().dispatch(Command::Relate(relation)).expect("related");
    open_map(&mut stage);
    assert!(stage.shows("5 entities · 5 ties"), "{:?}", stage.labels());
    let (one, other) = (stage.centre_of("Anna Weber, Person"), stage.centre_of("Mr. Okoye, Person"));
    stage.click_at(one.lerp(other, 0.5));
    assert!(stage.shows("· Met"), "{:?}", stage.labels());
    click_row(&mut stage, "GENEVA — Anna Weber met");
    assert_eq!(stage.current_mention(), "Anna Weber/Person");
}

#[test]
fn an_empty_map_says_what_to_do() {
    let mut stage = Stage::with_article(ARTICLE);
    stage.keys(Modifiers::CTRL | Modifiers::SHIFT, Key::M);
    stage.wait_for_label("No entities yet");
    stage.click("article");
    stage.wait_for_label("No entities yet");
}
