//! The window's work without a window: dialogs answered by the test, mouse and keys sent to egui.
#![cfg(feature = "gui")]
#![allow(clippy::expect_used, reason = "what cannot be set up fails the test")]

mod stage;

use dateline::{
    gui::{App, dialogs::Request},
    model::{Command, Facts, NewDocument, Organisation, Relation},
    suggest::Source,
    view::{ArticleCounts, MarkId},
};
use egui::{Key, Modifiers};
use stage::{Stage, article};

const ARTICLE: &str = "Envoys meet again\n\nGENEVA — Anna Weber of the Swiss Foreign Ministry met Mr. Okoye on Monday. Weber said talks would go on in Nairobi.\nMr. Okoye left for Kenya on Tuesday.\n";

#[test]
fn articles_are_opened_through_the_dialog_and_what_cannot_be_read_is_named() {
    let mut stage = Stage::new();
    let good = stage.file("good.txt", ARTICLE.as_bytes());
    let bad = stage.file("bad.txt", b"\x89PNG\r\n\x1a\n broken");
    stage.answer_with(&[good, bad]);
    stage.click("Open articles…");
    stage.wait_for(|app| app.session().project().document_count() == 1);
    assert_eq!(stage.asked(), [Request::Articles]);
    let message = stage.app().desk().message.clone().expect("a message");
    assert!(message.is_problem && message.text.contains("1 of 2"), "{message:?}");
    assert!(message.details.iter().any(|detail| detail.contains("bad.txt")), "{message:?}");
    assert!(stage.shows("Dismiss"));
}

#[test]
fn dragging_selects_whole_words_and_a_key_tags_them() {
    let mut stage = Stage::with_article(ARTICLE);
    stage.drag("nna Web");
    stage.key(Key::Num1);
    assert_eq!(stage.mentions(), ["Anna Weber/Person"]);
    assert_eq!(stage.app().desk().view().and_then(|view| view.selection()), None);
}

#[test]
fn double_click_takes_a_word_and_triple_click_a_sentence() {
    let mut stage = Stage::with_article(ARTICLE);
    stage.click_words("Nairobi", 2);
    assert_eq!(stage.selected(), "Nairobi");
    stage.click_words("Kenya", 3);
    assert_eq!(stage.selected(), "Mr. Okoye left for Kenya on Tuesday.");
    stage.key(Key::Num0);
    assert_eq!(stage.mentions(), ["Mr. Okoye left for Kenya on Tuesday./Other"]);
}

#[test]
fn tagging_by_keyboard_alone() {
    let mut stage = Stage::with_article(ARTICLE);
    let start = article(ARTICLE).find("Swiss").expect("there");
    stage.put_caret(start);
    for _ in 0..3 {
        stage.keys(Modifiers::CTRL | Modifiers::SHIFT, Key::ArrowRight);
    }
    assert_eq!(stage.selected(), "Swiss Foreign Ministry");
    stage.key(Key::Num2);
    assert_eq!(stage.mentions(), ["Swiss Foreign Ministry/Organization"]);
    stage.keys(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(stage.mentions(), ["Swiss Foreign/Organization"]);
    stage.keys(Modifiers::ALT | Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(stage.mentions(), ["Foreign/Organization"]);
    stage.keys(Modifiers::ALT, Key::ArrowRight);
    stage.keys(Modifiers::ALT | Modifiers::SHIFT, Key::ArrowLeft);
    stage.key(Key::Num4);
    assert_eq!(stage.mentions(), ["Swiss Foreign Ministry/Group"]);
    stage.key(Key::Delete);
    assert_eq!(stage.mentions(), [] as [&str; 0]);
}

#[test]
fn a_word_at_the_caret_can_be_tagged_without_selecting_it() {
    let mut stage = Stage::with_article(ARTICLE);
    let inside = article(ARTICLE).find("eneva").or(article(ARTICLE).find("ENEVA")).expect("there");
    stage.put_caret(inside);
    stage.key(Key::Num3);
    assert_eq!(stage.mentions(), ["GENEVA/Place"]);
}

#[test]
fn suggestions_are_accepted_rejected_and_relabelled_by_key() {
    let mut stage = Stage::with_article(ARTICLE);
    stage.wait_for_suggestions();
    let before = stage.open();
    assert!(before.len() >= 3, "{before:?}");
    stage.key(Key::Tab);
    stage.key(Key::Enter);
    assert_eq!(stage.mentions(), [before[0].clone()]);
    stage.wait_for_suggestions();
    let rejected = stage.current_suggestion();
    stage.key(Key::Backspace);
    stage.wait_for_suggestions();
    assert!(
        !stage.open().contains(&rejected)
            || stage.open().iter().filter(|s| **s == rejected).count()
                < before.iter().filter(|s| **s == rejected).count()
    );
    let relabelled = stage.current_suggestion();
    let words = relabelled.split_once('/').map(|(words, _)| words.to_owned()).expect("words");
    stage.key(Key::Num0);
    assert!(stage.mentions().contains(&format!("{words}/Other")), "{:?}", stage.mentions());
}

#[test]
fn all_of_an_article_is_accepted_as_one_step() {
    let mut stage = Stage::with_article(ARTICLE);
    stage.wait_for_suggestions();
    let open = stage.open();
    stage.keys(Modifiers::CTRL | Modifiers::SHIFT, Key::A);
    assert!(stage.mentions().is_empty() && stage.shows("Accept these suggestions?"));
    stage.key(Key::Escape);
    assert!(stage.mentions().is_empty() && !stage.shows("Accept these suggestions?"));
    stage.keys(Modifiers::CTRL | Modifiers::SHIFT, Key::A);
    stage.key(Key::Enter);
    assert_eq!(stage.mentions(), open);
    stage.keys(Modifiers::CTRL, Key::Z);
    assert!(stage.mentions().is_empty());
}

#[test]
fn what_is_less_sure_than_asked_for_is_not_shown_and_not_accepted() {
    let mut stage = Stage::with_article(ARTICLE);
    stage.wait_for_suggestions();
    let all = stage.open();
    for _ in 0..19 {
        stage.keys(Modifiers::CTRL, Key::Period);
    }
    let sure = stage.open();
    assert!(sure.len() < all.len() && sure.iter().all(|suggestion| all.contains(suggestion)), "{sure:?}");
    stage.settle();
    assert!(stage.shows("Show all"));
    stage.keys(Modifiers::CTRL, Key::Comma);
    assert!(stage.open().len() >= sure.len());
    stage.keys(Modifiers::CTRL | Modifiers::SHIFT, Key::Comma);
    assert_eq!(stage.open(), all);
}

#[test]
fn undo_and_redo_to_both_ends() {
    let mut stage = Stage::with_article(ARTICLE);
    stage.drag("Weber");
    stage.key(Key::Num1);
    stage.key(Key::Num2);
    stage.keys(Modifiers::CTRL, Key::T);
    assert_eq!(stage.mentions(), ["Weber/Organization", "Weber/Organization"]);
    for _ in 0..3 {
        stage.keys(Modifiers::CTRL, Key::Z);
    }
    assert_eq!(stage.mentions(), [] as [&str; 0]);
    stage.keys(Modifiers::CTRL | Modifiers::SHIFT, Key::Z);
    stage.keys(Modifiers::CTRL, Key::Y);
    stage.keys(Modifiers::CTRL, Key::Y);
    assert_eq!(stage.mentions(), ["Weber/Organization", "Weber/Organization"]);
}

#[test]
fn saved_and_opened_again_everything_is_as_it_was() {
    let mut stage = Stage::with_article(ARTICLE);
    stage.drag("Okoye");
    stage.key(Key::Num1);
    let path = stage.path("work");
    stage.answer_with(std::slice::from_ref(&path));
    stage.keys(Modifiers::CTRL, Key::S);
    let saved = path.with_extension("ron");
    stage.wait_for(|app| !app.session().has_unsaved_changes());
    let before = stage.app().session().project().clone();
    let mut other = Stage::new();
    other.answer_with(std::slice::from_ref(&saved));
    other.keys(Modifiers::CTRL | Modifiers::SHIFT, Key::O);
    other.wait_for(|app| app.session().project().document_count() == 1);
    assert_eq!(*other.app().session().project(), before);
    assert_eq!(other.mentions(), ["Okoye/Person"]);
}

#[test]
fn without_a_system_dialog_the_path_is_typed() {
    let mut stage = Stage::new();
    let path = stage.file("typed.txt", ARTICLE.as_bytes());
    stage.has_no_dialog();
    stage.keys(Modifiers::CTRL, Key::O);
    assert!(stage.shows("Open articles"), "the field is there");
    stage.type_text(&path.display().to_string());
    stage.key(Key::Enter);
    stage.wait_for(|app| app.session().project().document_count() == 1);
    assert!(stage.app().desk().overlay.is_none());
}

/// The system's dialog asks by itself; the field did not.
#[test]
fn a_file_that_is_there_is_not_replaced_without_a_question() {
    let mut stage = Stage::with_article(ARTICLE);
    let other = stage.file("precious.txt", b"mine");
    stage.has_no_dialog();
    stage.keys(Modifiers::CTRL | Modifiers::SHIFT, Key::S);
    stage.keys(Modifiers::CTRL, Key::A);
    stage.type_text(&other.display().to_string());
    stage.key(Key::Enter);
    assert!(stage.shows("precious.txt is there already") && stage.shows("Replace it"));
    assert_eq!(std::fs::read(&other).expect("is there"), b"mine");
    stage.type_text("x");
    assert!(!stage.shows("Replace it"));
    stage.key(Key::Backspace);
    stage.key(Key::Enter);
    stage.key(Key::Enter);
    stage.wait_for(|app| !app.session().has_unsaved_changes());
    assert_ne!(std::fs::read(&other).expect("is there"), b"mine");
    // The project's own file is saved to without a word.
    stage.keys(Modifiers::CTRL | Modifiers::SHIFT, Key::S);
    stage.keys(Modifiers::CTRL, Key::A);
    stage.type_text(&other.display().to_string());
    stage.key(Key::Enter);
    stage.settle();
    assert!(stage.app().desk().overlay.is_none());
}

#[test]
fn pasted_text_that_was_left_is_still_there() {
    let mut stage = Stage::new();
    stage.paste("Anna Weber met Mr. Okoye.");
    stage.key(Key::Escape);
    assert!(stage.shows("The pasted text is kept"));
    stage.keys(Modifiers::CTRL | Modifiers::SHIFT, Key::V);
    stage.keys(Modifiers::CTRL, Key::Enter);
    assert_eq!(stage.app().session().project().document_count(), 1);
}

#[test]
fn nothing_is_lost_without_a_question() {
    let mut stage = Stage::with_article(ARTICLE);
    stage.keys(Modifiers::CTRL, Key::N);
    assert!(stage.shows("Don't save") && stage.shows("Cancel"));
    stage.key(Key::Escape);
    assert_eq!(stage.app().session().project().document_count(), 1);
    stage.keys(Modifiers::CTRL, Key::N);
    stage.click("Don't save");
    assert_eq!(stage.app().session().project().document_count(), 0);
}

#[test]
fn a_kept_label_marks_every_selection_until_escape() {
    let mut stage = Stage::with_article(ARTICLE);
    stage.keys(Modifiers::CTRL, Key::Num3);
    stage.click_words("Nairobi", 2);
    stage.click_words("Kenya", 2);
    assert_eq!(stage.mentions(), ["Nairobi/Place", "Kenya/Place"]);
    stage.key(Key::Escape);
    stage.click_words("Geneva", 2);
    assert_eq!(stage.mentions().len(), 2);
}

#[test]
fn a_click_selects_the_mark_and_another_the_one_beneath() {
    let mut stage = Stage::with_article(ARTICLE);
    stage.drag("Swiss Foreign Ministry");
    stage.key(Key::Num2);
    stage.drag("Swiss");
    stage.key(Key::Num4);
    stage.key(Key::Escape);
    stage.click_words("Swiss", 1);
    assert_eq!(stage.current_mention(), "Swiss/Group");
    stage.rest();
    stage.click_words("Swiss", 1);
    assert_eq!(stage.current_mention(), "Swiss Foreign Ministry/Organization");
}

#[test]
fn text_is_pasted_as_an_article() {
    let mut stage = Stage::new();
    stage.paste("Pasted words about Geneva.");
    stage.click("Add article");
    assert_eq!(stage.app().session().project().document_count(), 1);
    stage.wait_for_suggestions();
}

#[test]
fn the_sample_opens_with_one_click() {
    let mut stage = Stage::new();
    stage.click("Open the sample");
    stage.wait_for_suggestions();
    assert!(stage.open().len() > 20, "{}", stage.open().len());
}

#[test]
fn next_and_previous_mark_go_round() {
    let mut stage = Stage::with_article(ARTICLE);
    for words in ["Nairobi", "Kenya"] {
        stage.click_words(words, 2);
        stage.key(Key::Num3);
    }
    stage.key(Key::Escape);
    stage.put_caret(0);
    let mut seen = Vec::new();
    for key in [Key::N, Key::N, Key::N, Key::P] {
        stage.key(key);
        seen.push(stage.current_mention());
    }
    assert_eq!(seen, ["Nairobi/Place", "Kenya/Place", "Nairobi/Place", "Kenya/Place"]);
}

#[test]
fn a_window_in_which_nothing_happens_draws_no_frame() {
    let mut stage = Stage::with_article(ARTICLE);
    stage.wait_for_suggestions();
    stage.key(Key::Tab);
    stage.settle();
    assert!(!stage.wants_repaint(), "something asks for frames");
    assert!(matches!(stage.app().desk().current, Some(MarkId::Suggestion(_))));
}

/// Digits once marked the word at the caret while a menu was open.
#[test]
fn an_open_menu_has_the_keyboard() {
    let mut stage = Stage::with_article(ARTICLE);
    stage.click("Edit");
    assert!(stage.shows("Select the whole article"));
    stage.key(Key::Num1);
    assert_eq!(stage.mentions(), [] as [&str; 0]);
    stage.key(Key::Escape);
    stage.rest();
    assert!(!stage.shows("Select the whole article"), "Escape closes the menu");
}

/// Typing a date once marked words behind the field, and Enter did nothing.
#[test]
fn the_publication_date_is_typed_and_entered() {
    let mut stage = Stage::with_article(ARTICLE);
    stage.click("publication date unknown");
    stage.type_text("2024-13-45");
    stage.key(Key::Enter);
    assert!(stage.shows("About this article"), "no date is no answer");
    stage.keys(Modifiers::CTRL, Key::A);
    stage.type_text("10 November 2024");
    assert!(stage.shows("The date is 2024-11-10"));
    stage.key(Key::Enter);
    let document = stage.document();
    let facts = stage.app().session().project().document(document).expect("there").facts.clone();
    assert_eq!(facts.published.map(|date| date.to_string()).as_deref(), Some("2024-11-10"));
    assert_eq!(stage.mentions(), [] as [&str; 0]);
    assert!(stage.shows("published 10 Nov 2024"));
}

/// A suggestion at the very start of an article was once passed over.
#[test]
fn tab_finds_the_suggestion_at_the_very_start() {
    let mut stage = Stage::with_article("Kenya and Norway met in Oslo.\n");
    stage.wait_for_suggestions();
    stage.key(Key::Tab);
    assert_eq!(stage.current_suggestion(), "Kenya/Place");
    stage.key(Key::Tab);
    assert_eq!(stage.current_suggestion(), "Norway/Place");
    stage.keys(Modifiers::SHIFT, Key::Tab);
    assert_eq!(stage.current_suggestion(), "Kenya/Place");
}

/// Escape once threw away what was typed in a note.
#[test]
fn escape_keeps_a_note() {
    let mut stage = Stage::with_article(ARTICLE);
    stage.click_words("Nairobi", 2);
    stage.key(Key::Num3);
    stage.keys(Modifiers::CTRL, Key::M);
    stage.type_text("capital");
    stage.key(Key::Escape);
    let document = stage.document();
    let project = stage.app().session().project();
    let notes: Vec<_> = project.mentions_of(document).map(|mention| mention.note.to_string()).collect();
    assert_eq!(notes, ["capital"]);
}

/// An article that was just opened once had no caret until it was clicked.
#[test]
fn an_opened_article_has_the_keyboard() {
    let mut stage = Stage::with_article(ARTICLE);
    stage.keys(Modifiers::CTRL, Key::End);
    let end = article(ARTICLE).len();
    assert!(stage.app().desk().view().is_some_and(|view| view.caret() + 1 >= end));
}

/// A comma could once be marked, and all commas with it.
#[test]
fn signs_alone_are_not_marked() {
    let mut stage = Stage::with_article("Oslo ....... Bergen\n");
    stage.click_words(".......", 2);
    assert_eq!(stage.selected(), ".");
    stage.key(Key::Num5);
    assert_eq!(stage.mentions(), [] as [&str; 0]);
}

/// A mark over many words once took all suggestions inside it away.
#[test]
fn a_long_mark_leaves_the_names_inside_it_open() {
    let mut stage = Stage::with_article("The talks in Oslo last month failed.\n");
    stage.wait_for_suggestions();
    assert!(stage.open().contains(&"Oslo/Place".to_owned()), "{:?}", stage.open());
    stage.drag("talks in Oslo last month");
    stage.key(Key::Num5);
    stage.wait_for_suggestions();
    assert!(stage.open().contains(&"Oslo/Place".to_owned()), "{:?}", stage.open());
}

#[test]
fn lists_of_names_come_in_count_and_go_out() {
    let mut stage = Stage::with_article("The zibbel report came to Brenlo.\n");
    let list = stage.file("reports.csv", b"name,label\nzibbel report,Event\nnone,Star\n");
    stage.keys(Modifiers::CTRL, Key::L);
    stage.answer_with(&[list]);
    stage.click("Import…");
    stage.wait_for(|app| app.session().project().gazetteers().count() == 1);
    let message = stage.app().desk().message.clone().expect("a message");
    assert!(message.text.starts_with("1 name added"), "{message:?}");
    assert!(message.details[0].ends_with("line 3 has a label that is not in this project and was left out"));
    let is_suggested = |app: &mut App| {
        let session = app.session();
        let id = session.project().documents().next().expect("there").id;
        !session.is_suggesting(id)
            && session.open_suggestions(id).iter().any(|found| found.source == Source::Gazetteer)
    };
    stage.wait_for(is_suggested);
    assert!(stage.shows("reports · 1 name"));
    let out = stage.path("out");
    stage.answer_with(&[out]);
    stage.click("Export…");
    let out = stage.path("out.csv");
    stage.wait_for(|_| out.exists());
    assert_eq!(std::fs::read_to_string(out).expect("reads"), "name,label,canonical\nzibbel report,Event,\n");
    stage.click("Use reports");
    assert!(stage.app().session().project().gazetteers().all(|list| !list.is_on));
    stage.click("Take off zibbel report");
    assert!(stage.app().session().project().gazetteers().all(|list| list.names.is_empty()));
    stage.click("Remove");
    stage.click("Close");
    for count in [1, 1, 1, 0] {
        stage.keys(Modifiers::CTRL, Key::Z);
        assert_eq!(stage.app().session().project().gazetteers().count(), count);
    }
}

#[test]
fn a_name_is_put_on_the_own_list_and_what_was_learnt_is_forgotten() {
    let mut stage = Stage::with_article(ARTICLE);
    stage.drag("nna Web");
    stage.key(Key::Num1);
    stage.keys(Modifiers::NONE, Key::N);
    stage.click("Review");
    stage.click("Always suggest this name");
    let own = |stage: &mut Stage| {
        let lists: Vec<_> = stage.app().session().project().gazetteers().cloned().collect();
        lists.iter().map(|list| (list.name.to_string(), list.names.count())).collect::<Vec<_>>()
    };
    assert_eq!(own(&mut stage), [("Known names".to_owned(), 1)]);
    stage.click("Review");
    stage.click("Forget what was learnt of this name");
    assert_eq!(own(&mut stage), [("Forgotten names".to_owned(), 1)]);
    stage.keys(Modifiers::CTRL, Key::L);
    stage.click("Take off Anna Weber");
    assert_eq!(own(&mut stage), []);
}

#[test]
fn a_date_is_resolved_by_the_publication_date_and_another_changes_it() {
    let mut stage = Stage::with_article("He left Oslo on Saturday. Talks went on last month.\n");
    stage.drag("Saturday");
    stage.key(Key::Num6);
    assert!(stage.shows("Date: Saturday") && !stage.shows("Date: Saturday,"));
    assert!(stage.shows("needed for "), "the head says what the date is for");
    stage.click("Mentions");
    assert!(stage.shows("Counts from the publication date"));
    publish(&mut stage, "publication date unknown", "2019-11-10");
    assert!(stage.shows("Date: Saturday, 9 Nov 2019") && !stage.shows("needed for "));
    assert!(stage.shows("Saturday · 9 Nov 2019") && stage.shows("DATE · 2019-11-09"), "in full at the right");
    publish(&mut stage, "published 10 Nov 2019", "2019-11-20");
    assert!(stage.shows("Date: Saturday, 16 Nov 2019"));
    stage.keys(Modifiers::CTRL, Key::Z);
    assert!(stage.shows("Date: Saturday, 9 Nov 2019"));
}

#[test]
fn a_suggested_date_is_resolved_too() {
    let mut stage = Stage::with_article("He left on Saturday.\n");
    stage.wait_for_suggestions();
    publish(&mut stage, "publication date unknown", "2019-11-10");
    assert_eq!(stage.open(), ["Saturday/Date"]);
    assert!(!stage.shows("DATE · 2019-11-09"));
    stage.key(Key::Tab);
    assert!(stage.shows("Suggestion, Date: Saturday, 9 Nov 2019") && stage.shows("DATE · 2019-11-09"));
}

/// A long article is read aside: the window does not wait for its dates.
#[test]
fn the_dates_of_a_long_article_come_in_later() {
    let mut words = "He left on Saturday.\n".to_owned();
    words.push_str(&"Nothing else is known of it, and nobody asked.\n".repeat(2000));
    let mut stage = Stage::with_article(&words);
    stage.drag("Saturday");
    stage.key(Key::Num6);
    publish(&mut stage, "publication date unknown", "2019-11-10");
    let document = stage.document();
    stage.wait_for(|app| app.session().dates(document).is_some());
    assert!(stage.shows("Date: Saturday, 9 Nov 2019"));
}

/// An article with three people marked, and the list of entities beside it.
fn with_entities() -> Stage {
    let mut stage = Stage::with_article(ARTICLE);
    for (words, key) in
        [("Nairobi", Key::Num3), ("Anna Weber", Key::Num1), ("Swiss Foreign Ministry", Key::Num2)]
    {
        stage.drag(words);
        stage.key(key);
    }
    stage.click("Entities");
    stage
}

#[test]
fn entities_are_looked_for_and_unfolded_to_their_sentences() {
    let mut stage = with_entities();
    assert!(stage.shows("Nairobi, Place") && stage.shows("3 entities"));
    stage.click("Find an entity");
    stage.type_text("weber");
    assert!(!stage.shows("Nairobi, Place") && stage.shows("1 entity"));
    stage.click("Anna Weber, Person, 1 mention");
    stage.key(Key::Escape);
    stage.click("GENEVA — Anna Weber of the Swiss Foreign Ministry met Mr. Okoye on Monday.");
    assert_eq!(stage.current_mention(), "Anna Weber/Person");
    stage.click("Find an entity");
    stage.type_text("xyz");
    assert!(stage.shows("No entity fits"));
}

#[test]
fn facts_about_an_entity_are_typed_and_kept() {
    let mut stage = with_entities();
    stage.drag("Anna Weber");
    stage.key(Key::Num1);
    stage.keys(Modifiers::CTRL, Key::E);
    assert!(!stage.shows("About Anna Weber"), "nothing is selected");
    stage.key(Key::Escape);
    stage.put_caret(0);
    stage.key(Key::N);
    assert_eq!(stage.current_mention(), "Anna Weber/Person");
    stage.keys(Modifiers::CTRL, Key::E);
    assert!(stage.shows("About Anna Weber"));
    stage.type_text("A. Weber");
    stage.click("Add a role");
    stage.click("Title, role 1");
    stage.type_text("envoy");
    stage.click("With, role 1");
    stage.type_text("Swiss Foreign Ministry");
    stage.click("From, role 1");
    stage.type_text("long ago");
    assert!(stage.shows("“long ago” is no date"));
    stage.keys(Modifiers::CTRL, Key::A);
    stage.type_text("2019-05");
    stage.click("Done");
    let project = stage.app().session().project().clone();
    let named = |name: &str| project.entities().find(|entity| project.entity_name(entity.id) == name);
    let (weber, ministry) = (named("Anna Weber").expect("there"), named("Swiss Foreign Ministry"));
    assert_eq!(weber.facts.aliases, ["A. Weber"]);
    let role = weber.facts.roles.first().expect("one");
    assert_eq!(role.organisation, ministry.map(|entity| Organisation::Entity(entity.id)));
    assert_eq!((role.title.as_str(), role.from), ("envoy", "2019-05".parse().ok()));
}

#[test]
fn a_mark_that_stands_for_its_government_is_counted_apart() {
    let mut stage = with_entities();
    stage.key(Key::Escape);
    stage.put_caret(article(ARTICLE).find("Nairobi").expect("there"));
    stage.key(Key::N);
    stage.key(Key::G);
    assert!(stage.shows("1 metonym"));
    let document = stage.document();
    let metonyms = |stage: &mut Stage| {
        let project = stage.app().session().project();
        project.mentions_of(document).filter(|mention| mention.is_metonym).count()
    };
    assert_eq!(metonyms(&mut stage), 1);
    stage.key(Key::G);
    assert_eq!(metonyms(&mut stage), 0);
}

#[test]
fn two_marks_are_related_by_key_and_the_relation_is_removed() {
    let mut stage = with_entities();
    let relations = |stage: &mut Stage| {
        let project = stage.app().session().project();
        let name = |id| project.mention(id).map(|mention| project.words_of(mention).to_owned());
        let one = |one: &Relation| {
            let kind = project.schema().relation_type(one.kind).map(|kind| kind.name.clone());
            [name(one.from), kind, name(one.to)].map(Option::unwrap_or_default).join("/")
        };
        project.relations().map(one).collect::<Vec<_>>()
    };
    stage.click_words("Anna", 1);
    stage.key(Key::R);
    assert!(stage.shows("Relate to which mark?"));
    stage.key(Key::Escape);
    stage.click_words("Ministry", 1);
    assert!(!stage.shows("Relate two marks"), "Escape backed out");
    stage.click_words("Anna", 1);
    stage.key(Key::R);
    stage.click_words("Ministry", 1);
    assert!(stage.shows("Relate two marks"));
    stage.click("Works for");
    assert_eq!(relations(&mut stage), ["Anna Weber/Works for/Swiss Foreign Ministry"]);
    stage.click_words("Anna", 1);
    stage.key(Key::R);
    stage.key(Key::N);
    stage.key(Key::Enter);
    stage.key(Key::Num1);
    assert_eq!(relations(&mut stage).len(), 2);
    stage.click("Relations");
    stage.click("Anna Weber, Works for, Swiss Foreign Ministry");
    assert_eq!(stage.current_mention(), "Anna Weber/Person");
    stage.key(Key::Delete);
    assert_eq!(relations(&mut stage).len(), 1);
    assert_eq!(stage.mentions().len(), 3);
    stage.keys(Modifiers::CTRL, Key::Z);
    assert_eq!(relations(&mut stage).len(), 2);
}

#[test]
fn a_date_is_said_by_hand_and_left_to_its_words_again() {
    let mut stage = Stage::with_article("He left on Saturday and came back on 11/9/2019.\n");
    for words in ["Saturday", "11/9/2019"] {
        stage.drag(words);
        stage.key(Key::Num6);
    }
    publish(&mut stage, "publication date unknown", "2019-11-10");
    stage.click("Mentions");
    stage.click_words("Saturday", 1);
    stage.key(Key::D);
    assert!(stage.shows("When is that?"));
    stage.keys(Modifiers::CTRL, Key::A);
    stage.type_text("2 November 2019 in Rome");
    stage.key(Key::Enter);
    assert!(stage.shows("When is that?"), "that is no date");
    stage.keys(Modifiers::CTRL, Key::A);
    stage.type_text("2 November 2019");
    assert!(stage.shows("Saturday · 2 Nov 2019 · 2019-11-02"));
    stage.key(Key::Enter);
    assert!(stage.shows("DATE · 2019-11-02 · by hand"));
    assert!(stage.shows("Date: Saturday, 2 Nov 2019"));
    publish(&mut stage, "published 10 Nov 2019", "2019-11-20");
    stage.click_words("Saturday", 1);
    stage.click("Or Saturday · 16 Nov 2019");
    assert!(stage.shows("DATE · 2019-11-16 · by hand"));
    stage.click("Another date…");
    stage.click("As the words say");
    assert!(stage.shows("DATE · 2019-11-16") && !stage.shows("2019-11-16 · by hand"));
    stage.click_words("11/9/2019", 1);
    stage.click("Or Wednesday · 11 Sep 2019");
    assert!(stage.shows("DATE · 2019-09-11 · by hand"));
    stage.keys(Modifiers::CTRL, Key::Z);
    assert!(stage.shows("DATE · 2019-11-09") && !stage.shows("2019-11-09 · by hand"));
}

#[test]
fn a_relation_gets_a_date_from_its_sentence_a_note_and_another_direction() {
    let mut stage = with_entities();
    stage.drag("Monday");
    stage.key(Key::Num6);
    publish(&mut stage, "publication date unknown", "2024-05-07");
    stage.click_words("Anna", 1);
    stage.key(Key::R);
    stage.click_words("Ministry", 1);
    stage.click("Spoke to");
    stage.click("Relations");
    stage.click("Anna Weber, Spoke to, Swiss Foreign Ministry");
    stage.keys(Modifiers::CTRL, Key::R);
    assert!(stage.shows("About this relation"));
    stage.click("Monday");
    assert!(stage.shows("means 2024-05-06"));
    stage.click("Note about the relation");
    stage.type_text("by telephone");
    stage.click("Done");
    let relation = |stage: &mut Stage| {
        let project = stage.app().session().project();
        let relation = project.relations().next().expect("one").clone();
        let from = project.mention(relation.from).map(|mention| project.words_of(mention).to_owned());
        (from.unwrap_or_default(), relation)
    };
    let (from, first) = relation(&mut stage);
    let date = first.date.as_ref().map(|date| (date.words(), date.value().map(|value| value.to_string())));
    assert_eq!(date, Some(("Monday", Some("2024-05-06".to_owned()))));
    assert_eq!((from.as_str(), &*first.note), ("Anna Weber", "by telephone"));
    stage.keys(Modifiers::CTRL, Key::R);
    stage.click("Turn round");
    assert_eq!(relation(&mut stage).0, "Swiss Foreign Ministry");
    assert!(stage.shows("About this relation"));
    stage.click("Cancel");
    stage.keys(Modifiers::CTRL, Key::Z);
    stage.keys(Modifiers::CTRL, Key::Z);
    assert_eq!(relation(&mut stage).1.date, None);
}

const PAGE: &str = include_str!("data/import/page.html");

#[test]
fn what_a_page_says_of_itself_stands_in_the_head_and_can_be_corrected() {
    let mut stage = Stage::new();
    let page = stage.file("page.html", PAGE.as_bytes());
    stage.answer_with(&[page]);
    stage.click("Open articles…");
    stage.wait_for(|app| app.session().project().document_count() == 1);
    assert!(stage.shows("The Example Courier"));
    stage.click("published 10 Nov 2024 21:05 (JSON-LD)");
    assert!(stage.shows("found in: OpenGraph"));
    stage.keys(Modifiers::CTRL, Key::A);
    stage.type_text("2024-11-11");
    stage.key(Key::Enter);
    assert!(stage.shows("published 11 Nov 2024"));
    let document = stage.document();
    let facts = stage.app().session().project().document(document).expect("there").facts.clone();
    let origins = (facts.origins.published.as_str(), facts.origins.site.as_str());
    assert_eq!((facts.published_at.as_str(), origins), ("", ("", "OpenGraph")));
}

#[test]
fn what_was_left_out_of_a_page_is_shown_and_can_be_taken_in() {
    let mut stage = Stage::new();
    let page = stage.file("page.html", PAGE.as_bytes());
    stage.answer_with(&[page]);
    stage.click("Open articles…");
    stage.wait_for(|app| app.session().project().document_count() == 1);
    stage.click("page.html");
    stage.wait_for_label("What was left out of the page");
    stage.click("Everything on a web page");
    stage.wait_for_label("The words, read as UTF-8");
    stage.click("Use this reading");
    let words = |stage: &mut Stage| {
        let document = stage.document();
        stage.app().session().project().document(document).expect("there").text.as_str().to_owned()
    };
    assert!(words(&mut stage).contains("All rights reserved"));
    assert_eq!(stage.app().session().project().document_count(), 1);
    stage.keys(Modifiers::CTRL, Key::Z);
    assert!(!words(&mut stage).contains("All rights reserved"));
}

#[test]
fn the_same_article_twice_is_offered_as_one() {
    let mut stage = Stage::with_article(ARTICLE);
    let again = stage.file("again.txt", ARTICLE.as_bytes());
    stage.answer_with(&[again]);
    stage.keys(Modifiers::CTRL, Key::O);
    stage.wait_for(|app| app.session().project().document_count() == 2);
    assert!(stage.shows("Some articles are there twice"));
    stage.click("Take the 1 article out again");
    assert_eq!(stage.app().session().project().document_count(), 1);
    stage.keys(Modifiers::CTRL, Key::Z);
    assert_eq!(stage.app().session().project().document_count(), 2);
}

/// Types another publication date into the field that the head leads to.
fn publish(stage: &mut Stage, link: &str, day: &str) {
    stage.click(link);
    stage.keys(Modifiers::CTRL, Key::A);
    stage.type_text(day);
    stage.key(Key::Enter);
}

#[test]
fn what_was_not_saved_comes_back_after_a_crash_and_says_so_quietly() {
    let kept = tempfile::tempdir().expect("a folder");
    let mut stage = Stage::kept_in(kept.path());
    stage.app().session().dispatch(add("Talks in Vienna.")).expect("added");
    drop(stage);
    let mut stage = Stage::kept_in(kept.path());
    stage.wait_for(|app| app.session().project().document_count() == 1);
    let message = stage.app().desk().message.clone().expect("a message");
    assert!(!message.is_problem && message.text.contains("1 step that had not been saved"), "{message:?}");
    assert!(stage.app().session().undo_name().is_some());
}

#[test]
fn a_file_that_another_program_changed_is_asked_about_and_nothing_is_lost() {
    let kept = tempfile::tempdir().expect("a folder");
    let mut stage = Stage::kept_in(kept.path());
    stage.app().session().dispatch(add("Talks in Vienna.")).expect("added");
    let path = stage.path("p.ron");
    stage.app().session().save_to(path.clone());
    stage.wait_for(|app| app.session().path().is_some());
    stage.file("p.ron", b"theirs");
    stage.app().session().dispatch(add("Talks in Minsk.")).expect("added");
    stage.keys(Modifiers::CTRL, Key::S);
    stage.wait_for(|app| app.desk().overlay.is_some());
    assert!(stage.shows("p.ron was changed by another program") && stage.shows("Take theirs"));
    assert_eq!(std::fs::read(&path).expect("is there"), b"theirs");
    stage.click("Save mine, and keep theirs beside it");
    stage.wait_for(|app| !app.session().has_unsaved_changes());
    assert_eq!(std::fs::read(stage.path("p.theirs-1.ron")).expect("is kept"), b"theirs");
}

/// The article was chosen, but nothing showed it: the middle was empty.
#[test]
fn the_article_stays_in_sight_when_its_project_is_read_again() {
    let mut stage = Stage::with_article("Talks in Vienna.\n\nMore in Minsk.");
    let (path, before) = (stage.path("p.ron"), stage.document());
    stage.app().session().save_to(path.clone());
    stage.wait_for(|app| app.session().path().is_some());
    stage.app().session().open_project(path);
    stage.wait_for(|app| app.session().progress().is_none());
    assert_eq!(stage.document(), before);
    stage.drag("Minsk");
    stage.key(Key::Num3);
    assert_eq!(stage.mentions(), ["Minsk/Place"]);
}

#[test]
fn an_earlier_state_is_looked_at_and_gone_back_to_in_one_step() {
    let kept = tempfile::tempdir().expect("a folder");
    let mut stage = Stage::kept_in(kept.path());
    stage.app().session().dispatch(add("Talks in Vienna.")).expect("added");
    let path = stage.path("p.ron");
    stage.app().session().save_to(path);
    stage.wait_for(|app| !app.session().earlier_states().is_empty());
    stage.app().session().dispatch(add("Talks in Minsk.")).expect("added");
    stage.keys(Modifiers::CTRL, Key::H);
    assert!(stage.shows("Earlier states"));
    stage.click("Just now, saved");
    stage.wait_for(|app| app.session().progress().is_none());
    assert!(stage.shows("Talks in Vienna. · 0 marks"));
    stage.click("Go back to this state");
    assert_eq!(stage.app().session().project().document_count(), 1);
    stage.keys(Modifiers::CTRL, Key::Z);
    assert_eq!(stage.app().session().project().document_count(), 2);
}

fn add(words: &str) -> Command {
    let text = dateline::text::Text::new(words).expect("short");
    let (facts, source, encoding) = (Facts::default(), String::new(), "UTF-8".to_owned());
    Command::AddDocuments(vec![NewDocument { facts, source, encoding, text }])
}

/// What was rejected did not count as reviewed.
#[test]
fn what_is_rejected_is_reviewed_as_well() {
    let mut stage = Stage::with_article(ARTICLE);
    stage.wait_for_suggestions();
    stage.key(Key::Tab);
    stage.key(Key::Enter);
    stage.key(Key::Backspace);
    let document = stage.document();
    let counts = ArticleCounts::of(stage.app().session().project(), document, 6);
    assert_eq!((counts.marked, counts.rejected, counts.reviewed(), counts.total()), (1, 1, 2, 8));
}
