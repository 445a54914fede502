//! The pages that take the place of the article: the timeline, the map of ties, the labels.
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

fn open_labels(stage: &mut Stage) {
    stage.keys(Modifiers::CTRL, Key::K);
    stage.settle();
}

/// The labels with their keys: `Person1`.
fn labels(stage: &mut Stage) -> Vec<String> {
    let schema = stage.app().session().project().schema();
    let shown = |key: Option<char>| key.map(String::from).unwrap_or_default();
    schema.labels().map(|(_, label)| format!("{}{}", label.name, shown(label.key))).collect()
}

/// Types into the field of this name, in place of what is there.
fn fill(stage: &mut Stage, field: &str, words: &str) {
    stage.settle();
    let node = |stage: &mut Stage| {
        let harness = stage.harness();
        let role = egui::accesskit::Role::TextInput;
        let found =
            harness.query_all_by(|node| node.role() == role && node.label().as_deref() == Some(field));
        found.last().unwrap_or_else(|| panic!("no field {field}")).focus();
    };
    node(stage);
    stage.settle();
    stage.keys(Modifiers::CTRL, Key::A);
    stage.type_text(words);
}

#[test]
fn a_label_is_renamed_keyed_and_described_by_keyboard() {
    let mut stage = marked(true);
    open_labels(&mut stage);
    assert!(stage.shows("News analyst · 10 labels") && stage.shows("Person, key 1, 3 marks"));
    fill(&mut stage, "Name of the label", "Human");
    stage.key(Key::Enter);
    assert_eq!(labels(&mut stage)[0], "Human1");
    assert!(stage.mentions().contains(&"Anna Weber/Human".to_owned()));
    stage.click("Key 3");
    assert_eq!(labels(&mut stage)[..3], ["Human3", "Organization2", "Place1"]);
    fill(&mut stage, "What to mark with the label", "People by name");
    fill(&mut stage, "What other tools call the label", "HUM, PER");
    stage.key(Key::Escape);
    let schema = stage.app().session().project().schema().clone();
    let (_, human) = schema.labels().next().expect("one");
    assert_eq!(
        (human.definition.as_str(), human.also.as_slice()),
        ("People by name", ["HUM".to_owned(), "PER".to_owned()].as_slice())
    );
    assert!(!stage.shows("Name of the label"), "Escape leads back, and what was typed is kept");
    for _ in 0..3 {
        stage.keys(Modifiers::CTRL, Key::Z);
    }
    assert_eq!(labels(&mut stage)[0], "Human1");
    stage.keys(Modifiers::CTRL, Key::Z);
    assert_eq!(labels(&mut stage)[0], "Person1");
}

#[test]
fn a_name_that_cannot_be_is_said_and_not_taken() {
    let mut stage = marked(true);
    open_labels(&mut stage);
    fill(&mut stage, "Name of the label", "place");
    assert!(stage.shows("There is a label “place” already"));
    stage.key(Key::Enter);
    fill(&mut stage, "Colour of the label, #rrggbb", "blue");
    assert!(stage.shows("#rrggbb is expected"));
    fill(&mut stage, "Colour of the label, #rrggbb", "#f0f000");
    assert!(stage.shows("a shade darker in the light theme"), "{:?}", stage.labels());
    stage.key(Key::Enter);
    assert_eq!(labels(&mut stage)[0], "Person1");
    let schema = stage.app().session().project().schema();
    assert_eq!(schema.labels().next().map(|(_, label)| label.colour.to_string()).as_deref(), Some("#f0f000"));
}

#[test]
fn a_merge_and_a_deletion_are_shown_before_they_are_done() {
    let mut stage = marked(true);
    open_labels(&mut stage);
    stage.click("Merge into…");
    stage.click("Merge into Place");
    assert!(stage.shows("Merge Person into Place?") && stage.shows("3 marks in 1 article become Place; "));
    stage.click("Cancel");
    assert_eq!(labels(&mut stage).len(), 10);
    stage.click("Merge into…");
    stage.click("Merge into Place");
    stage.key(Key::Enter);
    assert_eq!(labels(&mut stage).len(), 9);
    assert!(stage.mentions().contains(&"Anna Weber/Place".to_owned()));
    assert!(stage.shows("Name of the label"), "the page stays");
    stage.keys(Modifiers::CTRL, Key::Z);
    assert!(stage.mentions().contains(&"Anna Weber/Person".to_owned()) && stage.shows("Name of the label"));
    stage.click("Date, key 6, 3 marks");
    stage.click("Delete…");
    assert!(stage.shows("3 marks in 1 article go; "));
    stage.key(Key::Escape);
    assert!(
        !stage.shows("Delete Date?") && stage.shows("Name of the label"),
        "Escape takes the question back"
    );
    stage.click("Delete…");
    stage.click("Delete");
    assert!(stage.mentions().iter().all(|mention| !mention.ends_with("/Date")));
    stage.keys(Modifiers::CTRL, Key::Z);
    assert_eq!(stage.mentions().len(), 8);
}

#[test]
fn labels_are_added_moved_and_replaced_by_a_ready_set() {
    let mut stage = marked(true);
    open_labels(&mut stage);
    fill(&mut stage, "New label", "Ship");
    stage.key(Key::Enter);
    assert_eq!(labels(&mut stage).last().map(String::as_str), Some("Ship"));
    stage.click("Move up");
    assert_eq!(labels(&mut stage)[9], "Ship");
    stage.click("Use other labels");
    stage.click("CoNLL-2003");
    assert!(stage.shows("Use the labels CoNLL-2003?") && stage.shows("Person becomes PER"));
    stage.click("Use them");
    assert_eq!(labels(&mut stage), ["PER1", "ORG2", "LOC3", "MISC4", "Date6"]);
    stage.click("Use other labels");
    stage.click("Empty");
    stage.click("Use them");
    assert_eq!(labels(&mut stage), ["PER1", "LOC3", "Date6"], "what is used stays");
}

#[test]
fn labels_go_to_a_file_and_come_from_one() {
    let mut stage = marked(true);
    open_labels(&mut stage);
    let path = stage.path("own.ron");
    stage.answer_with(std::slice::from_ref(&path));
    stage.click("Export…");
    stage.wait_for(|app| app.desk().message.as_ref().is_some_and(|message| message.text.contains("own.ron")));
    stage.click("Use other labels");
    stage.click("Empty");
    stage.click("Use them");
    stage.answer_with(std::slice::from_ref(&path));
    stage.click("Use other labels");
    stage.click("From a file…");
    stage.wait_for_label("Use the labels News analyst?");
    stage.click("Use them");
    assert_eq!(labels(&mut stage).len(), 10);
    let bad = stage.file("bad.ron", b"(format: 1)");
    stage.answer_with(&[bad]);
    stage.click("Use other labels");
    stage.click("From a file…");
    stage.wait_for_label("There are no labels to use in bad.ron");
    assert!(stage.shows("line 1, column "));
}

#[test]
fn relation_types_are_edited_on_the_same_page() {
    let mut stage = marked(true);
    open_labels(&mut stage);
    stage.click("Relation types");
    assert!(stage.shows("Met, 0 relations"));
    fill(&mut stage, "New relation type", "Visited");
    stage.key(Key::Enter);
    stage.click("Visited, 0 relations");
    fill(&mut stage, "Name from the other end", "Visited by");
    stage.key(Key::Enter);
    stage.click("From Person");
    stage.click("To Place");
    let schema = stage.app().session().project().schema();
    let id = schema.relation_known_as("Visited").expect("there");
    let one = schema.relation_type(id).expect("there");
    assert_eq!((one.inverse.as_str(), one.from.len(), one.to.len()), ("Visited by", 1, 1));
    stage.click("Delete…");
    stage.click("Delete");
    let schema = stage.app().session().project().schema();
    assert_eq!(schema.relation_known_as("Visited"), None);
}

#[test]
fn a_project_without_labels_says_what_to_do() {
    let mut stage = Stage::new();
    open_labels(&mut stage);
    stage.click("Use other labels");
    stage.click("Empty");
    stage.click("Use them");
    assert!(stage.shows("There are no labels yet") && stage.shows("No labels yet"));
    fill(&mut stage, "New label", "Ship");
    stage.click("Add");
    assert_eq!(labels(&mut stage), ["Ship1"]);
}

#[test]
fn every_command_is_found_by_its_name() {
    let mut stage = Stage::with_article(ARTICLE);
    stage.drag("Nairobi");
    stage.key(Key::Num3);
    stage.keys(Modifiers::CTRL | Modifiers::SHIFT, Key::P);
    assert!(stage.shows("Find a command") && stage.shows("File: Open articles…"));
    assert!(stage.shows("Edit: Redo, not now"), "what cannot be done now says so");
    stage.type_text("timel");
    assert!(!stage.shows("File: Open articles…"));
    stage.key(Key::Enter);
    assert!(!stage.shows("Find a command") && stage.shows("Timeline"), "it is closed, and the page is there");
    stage.key(Key::Escape);
    stage.keys(Modifiers::CTRL | Modifiers::SHIFT, Key::P);
    stage.type_text("undo");
    stage.key(Key::Enter);
    assert_eq!(stage.mentions(), [] as [&str; 0]);
    stage.keys(Modifiers::CTRL | Modifiers::SHIFT, Key::P);
    stage.type_text("qqq");
    assert!(stage.shows("No command is called so"));
    stage.key(Key::Enter);
    assert!(stage.shows("Find a command"), "there is nothing to take");
    stage.key(Key::Escape);
    assert!(!stage.shows("Find a command"));
}

#[test]
fn a_label_is_picked_from_a_list_over_the_selection() {
    let mut stage = Stage::with_article(ARTICLE);
    stage.drag("Nairobi");
    stage.key(Key::L);
    assert!(stage.shows("Find a label") && stage.shows("Person"));
    stage.type_text("weap");
    assert!(!stage.shows("Organization, key"));
    stage.key(Key::Enter);
    assert_eq!(stage.mentions(), ["Nairobi/Weapon"]);
    stage.drag("Kenya");
    stage.key(Key::L);
    stage.key(Key::ArrowDown);
    stage.key(Key::ArrowDown);
    stage.key(Key::Enter);
    assert_eq!(stage.mentions(), ["Nairobi/Weapon", "Kenya/Place"]);
    stage.drag("Anna Weber");
    stage.key(Key::L);
    stage.type_text("Envoy");
    assert!(stage.shows("New label “Envoy”"));
    stage.key(Key::Enter);
    assert!(stage.mentions().contains(&"Anna Weber/Envoy".to_owned()), "{:?}", stage.mentions());
    stage.drag("Okoye");
    stage.key(Key::L);
    stage.key(Key::Escape);
    assert_eq!(stage.mentions().len(), 3, "Escape picks nothing");
    stage.key(Key::Num1);
    assert!(stage.mentions().contains(&"Okoye/Person".to_owned()), "and the keys are the article's again");
}

#[test]
fn words_are_found_in_the_article_from_one_to_the_next_and_back() {
    let mut stage = Stage::with_article(ARTICLE);
    stage.keys(Modifiers::CTRL, Key::F);
    stage.type_text("weber");
    stage.key(Key::Enter);
    assert!(stage.selected() == "Weber" && stage.shows("1 of 2"));
    stage.key(Key::Enter);
    assert!(stage.shows("2 of 2"));
    stage.key(Key::Enter);
    assert!(stage.shows("1 of 2"), "round again");
    stage.keys(Modifiers::SHIFT, Key::Enter);
    assert!(stage.shows("2 of 2"));
    stage.click("Match case");
    assert!(stage.shows("Nothing found"));
    stage.key(Key::Escape);
    assert!(!stage.shows("Close find"));
    assert_eq!(stage.selected(), "Weber", "what was found stays selected");
    stage.key(Key::Num1);
    assert_eq!(stage.mentions(), ["Weber/Person"]);
}

#[test]
fn all_that_was_found_is_tagged_and_untagged_as_one_step() {
    let mut stage = Stage::with_article(ARTICLE);
    stage.keys(Modifiers::CTRL, Key::F);
    stage.type_text("(Nairobi|Kenya|GENEVA)");
    assert!(stage.shows("Nothing found"));
    stage.click("Regular expression");
    stage.click("Tag all");
    assert_eq!(stage.mentions(), ["GENEVA/Person", "Nairobi/Person", "Kenya/Person"]);
    stage.click("Untag");
    assert_eq!(stage.mentions(), [] as [&str; 0]);
    stage.keys(Modifiers::CTRL, Key::Z);
    stage.keys(Modifiers::CTRL, Key::Z);
    assert_eq!(stage.mentions(), [] as [&str; 0]);
    fill(&mut stage, "Find", "(");
    assert!(stage.shows("unclosed group"));
}

/// Who looked for “Sea” and tagged all got the “sea” of “season” as well.
#[test]
fn parts_of_longer_words_are_left_out_where_whole_ones_were_found() {
    let text = "The Sea is calm. The season ends. Seaside towns wait.";
    let mut stage = Stage::with_article(text);
    stage.keys(Modifiers::CTRL, Key::F);
    stage.type_text("sea");
    stage.click("Tag all");
    assert_eq!(stage.mentions(), ["Sea/Person"]);
    assert!(stage.shows("1 tagged as Person; 2 within longer words left out"), "{:?}", stage.labels());
    fill(&mut stage, "Find", "seas");
    stage.click("Tag all");
    assert_eq!(stage.mentions(), ["Sea/Person", "seas/Person", "Seas/Person"], "there is no whole one");
}

#[test]
fn the_project_is_searched_and_a_row_goes_to_the_words() {
    let mut stage = marked(true);
    stage.keys(Modifiers::CTRL | Modifiers::SHIFT, Key::F);
    assert!(stage.shows("Find in all articles"));
    stage.type_text("label:Person left");
    stage.wait_for_label("Nothing found");
    fill(&mut stage, "Find", "label:Person near:3 Monday");
    // Also “Monday. Ms. Weber”, the other way round.
    stage.wait_for_label("Envoys meet again, 2 found");
    let row = stage.labels().into_iter().find(|label| label.contains("Mr. Okoye on Monday")).expect("a row");
    stage.click(&row);
    assert!(!stage.shows("Find in the project"));
    assert_eq!(stage.selected(), "Mr. Okoye on Monday");
    stage.keys(Modifiers::CTRL | Modifiers::SHIFT, Key::F);
    fill(&mut stage, "Find", "label:Moon");
    stage.wait_for_label("there is no label “Moon”");
    stage.key(Key::Escape);
    assert!(!stage.shows("Find in the project"));
}
