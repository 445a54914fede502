//! The whole engine on short texts. `[words](Label)` in the expected line stands for a suggestion.
#![allow(clippy::string_slice, reason = "a test that slices wrongly fails")]

use super::{Article, Cancel, Care, Engine, Memory, Source, Suggestion, Why, open_suggestions};
use crate::{
    model::{
        Command, Document, DocumentId, Facts, History, IdSource, NewDocument, Pick, Project, Provenance,
        Reach, RejectionScope, Schema,
    },
    text::Text,
};
use proptest::prelude::*;

fn document(words: &str) -> Document {
    Document {
        id: DocumentId::LOWEST,
        position: 0,
        facts: Facts { title: "Here".into(), ..Facts::default() },
        source: String::new(),
        encoding: "UTF-8".into(),
        text: Text::new(words).expect("short enough"),
    }
}

/// By rules and lists alone: what each of them finds does not hang on what the taggers have learnt.
fn suggest(words: &str) -> Vec<Suggestion> {
    let text = Text::new(words).expect("short enough");
    let reading = Engine::read_by_rules(&text).expect("not cancelled");
    let engine = Engine::new(&Schema::news_analyst());
    let article = Article { document: DocumentId::LOWEST, text: &text, marked: &[] };
    engine.choose(article, &reading, &Memory::default(), None, &Cancel::default())
}

/// By everything but the careful tagger.
fn suggest_by_all(words: &str) -> Vec<Suggestion> {
    Engine::new(&Schema::news_analyst()).suggest(
        &document(words),
        &Memory::default(),
        Care::Fast,
        &Cancel::default(),
    )
}

/// The text with its suggestions in brackets.
fn marked(words: &str, suggestions: &[Suggestion]) -> String {
    let schema = Schema::news_analyst();
    let (mut line, mut at) = (String::new(), 0);
    for suggestion in suggestions {
        line += &words[at..suggestion.span.start()];
        let label = schema.name_of(suggestion.label);
        line.extend(["[", &words[suggestion.span.range()], "](", label, ")"]);
        at = suggestion.span.end();
    }
    line + &words[at..]
}

/// Takes the marks out of the expected line, suggests, and compares.
fn check(expected: &str) {
    let mut words = String::new();
    for (index, part) in expected.split('[').enumerate() {
        match part.split_once("](").filter(|_| index > 0) {
            Some((name, rest)) => {
                words += name;
                words += rest.split_once(')').expect("closed").1;
            }
            None => words += part,
        }
    }
    assert_eq!(marked(&words, &suggest(&words)), expected);
}

/// `Name, Country’s adviser` was once read as a place within a country.
#[test]
fn a_name_before_a_country_that_owns_is_no_place() {
    let found = suggest("Orvind Raghulan, India’s adviser, spoke to India.");
    assert!(found.iter().all(
        |suggestion| suggestion.span.start() > 0 || suggestion.why.to_string() != "place within a place"
    ));
}

/// What a conference is about is part of its name; the day it is held is not.
#[test]
fn a_conference_has_its_subject_in_its_name() {
    check("at the [2031 Oslo Conference on Water Rights](Event) they met");
    check("at the [2031 Oslo Conference](Event) on [Monday](Date) they met");
}

fn entity_of(words: &str, name: &str, number: usize) -> String {
    let (found, text) = (suggest(words), Text::new(words).expect("short"));
    let mentions = found.iter().filter(|suggestion| &words[suggestion.span.range()] == name);
    mentions.map(|suggestion| suggestion.entity_in(&text).to_owned()).nth(number).unwrap_or_default()
}

#[test]
fn persons() {
    check("The envoy met Mr. [Velde](Person)’s aide.");
    check("It was [Park Min-ho](Person), the [deputy trade minister](Role), who left.");
    check(
        "Yesterday’s"
            .replace("Yesterday’s", "[Anna E. Berg](Person) and [Omar al-Rashid](Person), 54, agreed.")
            .as_str(),
    );
    check("[South Korean](Group) [President](Role) [Han Seo-jun](Person) spoke.");
    check("[Gen.](Role) [Pieter van der Velde](Person) was moved.");
}

#[test]
fn organisations_and_places() {
    check("the [North Korean Foreign Ministry](Organization)’s view");
    check("the [Ministry of Trade and Industry](Organization) in [Oslo](Place), [Norway](Place)");
    check("officials of the [Lind regime](Organization) and the [Velde administration](Organization)");
    check("at the [Demilitarized Zone](Place) ([DMZ](Place)) on the border");
    check("a clash in the [Kharun Valley](Place) near the town of [Odrava](Place)");
    check("talks between the [North](Place) and [South Korea](Place)");
    check("the [House of Commons of Canada](Organization) voted");
}

#[test]
fn known_errors_of_others() {
    check("in [Hanoi](Place), [Vietnam](Place), he said");
    check("the [U.S.](Place)-[South Korean](Group) drill");
    check("a [North America](Place)-focused office and a [Berlin](Place)-based paper");
    check("the [2019 Lisbon Disarmament Conference](Event) opened");
    check("he lost the [1998 Indian general election](Event) and left");
}

#[test]
fn roles() {
    check("[U.S.](Place) [Special Representative for North Korea](Role) [Anna E. Berg](Person) left");
    check("[Lee Sun-hee](Person), the [national security adviser](Role) to the [prime minister](Role)");
    check("the [Han Ministry](Organization)’s [director general for South America](Role), [Bo Lind](Person)");
    check("[State Department](Organization) [Director for Arms Control](Role) [Mark Jones](Person) spoke");
}

#[test]
fn dates() {
    check("over [the weekend](Date), by [the end of the year](Date), in [coming weeks](Date)");
    check("on [Saturday](Date), [early December](Date), since [February](Date), [last month](Date)");
    check("on [Nov. 9, 2019](Date), [2019-11-09](Date), [11/9/2019](Date) and [9 November 2019](Date)");
    check(
        "until [the end of 2019](Date), [two days ago](Date), a [five-minute](Date) talk at [10:30 a.m.](Date)",
    );
    check(
        "in [the 1990s](Date) he left [every day](Date); it lasted for years, as a daily paper said recently",
    );
    check("you may march");
}

#[test]
fn weapons_and_quantities() {
    check("[23](Quantity) [short-range ballistic missile](Weapon) launches and [nuclear weapons](Weapon)");
    check("[$2.5 million](Quantity), [40 percent](Quantity) and [300 kilometers](Quantity)");
}

#[test]
fn nothing_where_capitals_say_nothing() {
    check("Police said so. Officials agreed. Thousands came.");
    check("");
    check("\n\n  \n");
}

#[test]
fn one_mention_helps_another() {
    check("[Anna E. Velde](Person) came. Later, however, [Velde](Person) left.");
    let found = suggest("Anna E. Velde came. Later, however, Velde left.");
    assert_eq!(found.last().map(|last| last.why.clone()), Some(Why::Elsewhere("Anna E. Velde".into())));
}

#[test]
fn short_names_are_gathered_under_long_ones() {
    assert_eq!(entity_of("Jo Min-su came. Mr. Jo said no.", "Jo", 0), "Jo Min-su");
    assert_eq!(entity_of("the Demilitarized Zone (DMZ)", "DMZ", 0), "Demilitarized Zone");
    assert_eq!(
        entity_of("the U.S. State Department said. The State Department", "State Department", 0),
        "U.S. State Department"
    );
    assert_eq!(entity_of("Yonhap reported", "Yonhap", 0), "Yonhap News Agency");
    assert_eq!(entity_of("Anna E. Berg and Anna Berg", "Anna Berg", 0), "Anna E. Berg");
    assert_eq!(entity_of("the Coastal Trade Office met. The CTO said", "CTO", 0), "Coastal Trade Office");
    assert_eq!(entity_of("North Koreans", "North Koreans", 0), "North Korean");
    let two = "Jo Min-su left. Mr. Jo wrote. Jo Hae-won came. Mr. Jo spoke.";
    assert_eq!((entity_of(two, "Jo", 0), entity_of(two, "Jo", 1)), ("Jo Min-su".into(), "Jo Hae-won".into()));
}

#[test]
fn a_cancelled_run_says_nothing() {
    let cancel = Cancel::default();
    cancel.cancel();
    let engine = Engine::new(&Schema::news_analyst());
    assert_eq!(engine.suggest(&document("In Oslo."), &Memory::default(), Care::Fast, &cancel), []);
}

fn project(texts: &[&str]) -> (Project, Vec<DocumentId>) {
    let mut project = Project::new(Schema::news_analyst(), IdSource::new(7));
    let documents = texts.iter().enumerate().map(|(index, words)| NewDocument {
        facts: Facts { title: format!("Story {index}"), ..Facts::default() },
        source: String::new(),
        encoding: "UTF-8".into(),
        text: Text::new(words).expect("short"),
    });
    History::default().dispatch(&mut project, Command::AddDocuments(documents.collect())).expect("adds");
    let ids = project.document_ids().collect();
    (project, ids)
}

fn pick(project: &Project, id: DocumentId, name: &str, label: &str) -> Pick {
    let text = &project.document(id).expect("there").text;
    Pick {
        document: id,
        span: text.occurrences(name).next().expect("stands there"),
        label: project.schema().named(label).expect("there"),
        entity_name: None,
        provenance: Provenance::ByHand,
    }
}

#[test]
fn what_was_tagged_is_suggested_elsewhere() {
    let (mut project, ids) = project(&["The Blue Heron sank.", "They raised the Blue Heron’s bell."]);
    let mark = pick(&project, ids[0], "Blue Heron", "Weapon");
    History::default().dispatch(&mut project, Command::Mark(vec![mark])).expect("marks");
    let memory = Memory::of(&project);
    let engine = Engine::new(project.schema());
    let other = project.document(ids[1]).expect("there");
    let found = engine.suggest(other, &memory, Care::Fast, &Cancel::default());
    assert_eq!(marked(other.text.as_str(), &found), "They raised the [Blue Heron](Weapon)’s bell.");
    assert_eq!((found[0].source, &found[0].why), (Source::Memory, &Why::TaggedIn("Story 0".into())));
}

#[test]
fn rejections_lower_what_is_left() {
    let (mut project, ids) = project(&["He is in Oslo.", "She is in Oslo."]);
    let engine = Engine::new(project.schema());
    let before = engine.suggest(
        project.document(ids[1]).expect("there"),
        &Memory::default(),
        Care::Fast,
        &Cancel::default(),
    );
    let oslo = pick(&project, ids[0], "Oslo", "Place");
    let scope = RejectionScope::Here { document: ids[0], span: oslo.span };
    let rejection = Command::Reject(vec![(scope, oslo.label, "Oslo".into())]);
    History::default().dispatch(&mut project, rejection).expect("rejects");
    let after = engine.suggest(
        project.document(ids[1]).expect("there"),
        &Memory::of(&project),
        Care::Fast,
        &Cancel::default(),
    );
    assert!(after[0].score < before[0].score);
    let first = engine.suggest(
        project.document(ids[0]).expect("there"),
        &Memory::of(&project),
        Care::Fast,
        &Cancel::default(),
    );
    assert_eq!(open_suggestions(&project, ids[0], &first), []);
    assert_eq!(open_suggestions(&project, ids[1], &after).len(), 1);
}

/// An analyst who has no use for places once had to refuse every new one.
#[test]
fn a_label_that_is_always_refused_is_believed_less_for_new_names_too() {
    let words =
        "She went to Oslo, Rome, Cairo, Berlin, Paris, Madrid, Tokyo, Delhi, Lima, Quito, Dakar and Accra.";
    let (mut project, ids) = project(&[words, "He lives in Bergen."]);
    let engine = Engine::new(project.schema());
    let bergen = |project: &Project| {
        let other = project.document(ids[1]).expect("there");
        let found = engine.suggest(other, &Memory::of(project), Care::Fast, &Cancel::default());
        found.first().map(|suggestion| suggestion.score)
    };
    let before = bergen(&project);
    let here = project.document(ids[0]).expect("there");
    let found = engine.suggest(here, &Memory::default(), Care::Fast, &Cancel::default());
    assert!(found.len() > 8);
    let refused = found.iter().map(|suggestion| {
        let scope = RejectionScope::Here { document: ids[0], span: suggestion.span };
        (scope, suggestion.label, here.text.slice(suggestion.span).to_owned())
    });
    let refused = Command::Reject(refused.collect());
    History::default().dispatch(&mut project, refused).expect("rejects");
    assert!(before.is_some() && bergen(&project) < before);
}

/// The first decision of a project once made the program less sure of every other name.
#[test]
fn saying_yes_to_one_name_takes_nothing_from_others() {
    let (mut project, ids) =
        project(&["She went to Oslo.", "On Friday he flew to Bergen, a Swedish paper said."]);
    let engine = Engine::new(project.schema());
    let suggest = |project: &Project| {
        let other = project.document(ids[1]).expect("there");
        engine.suggest(other, &Memory::of(project), Care::Fast, &Cancel::default())
    };
    let before = suggest(&project);
    assert!(before.len() > 2);
    let mark = pick(&project, ids[0], "Oslo", "Place");
    History::default().dispatch(&mut project, Command::Mark(vec![mark])).expect("marks");
    assert_eq!(suggest(&project), before);
}

#[test]
fn marks_and_rejected_names_are_no_longer_open() {
    let (mut project, ids) = project(&["Oslo, Rome and Cairo met Oslo and Cairo in Cairo."]);
    let engine = Engine::new(project.schema());
    let found = engine.suggest(
        project.document(ids[0]).expect("there"),
        &Memory::default(),
        Care::Fast,
        &Cancel::default(),
    );
    assert_eq!(found.len(), 6);
    let mut history = History::default();
    let rome = pick(&project, ids[0], "Rome", "Event");
    let place = pick(&project, ids[0], "Cairo", "Place").label;
    history.dispatch(&mut project, Command::Mark(vec![rome])).expect("marks");
    let no = vec![(RejectionScope::Article { document: ids[0] }, place, "Cairo".to_owned())];
    history.dispatch(&mut project, Command::Reject(no)).expect("rejects");
    let open = open_suggestions(&project, ids[0], &found);
    let text = &project.document(ids[0]).expect("there").text;
    let all_are_oslo = open.iter().all(|suggestion| suggestion.entity_in(text) == "Oslo");
    assert!(all_are_oslo && open.len() == 2, "{open:?}");
}

/// A random wish on a small project.
fn command(project: &Project, ids: &[DocumentId], choice: u8, at: usize) -> Command {
    let document = ids[at % ids.len()];
    let names = ["Oslo", "Anna Berg", "Blue Heron", "the Office"];
    let labels = ["Place", "Person", "Weapon", "Organization"];
    let mark = pick(project, document, names[at % 4], labels[usize::from(choice) % 4]);
    let mentions: Vec<_> = project.mentions().map(|mention| mention.id).collect();
    let some: Vec<_> = mentions.iter().copied().skip(at % 5).take(2).collect();
    match choice % 8 {
        0 | 1 => Command::Mark(vec![mark]),
        2 => Command::TagAll { document, span: mark.span, label: mark.label, reach: Reach::Project },
        3 => Command::Relabel { mentions: some, label: mark.label },
        4 => Command::Delete(some),
        5 => Command::Reject(vec![(RejectionScope::Project, mark.label, names[at % 4].to_owned())]),
        6 => {
            Command::SetFacts { document, facts: Facts { title: format!("Title {at}"), ..Facts::default() } }
        }
        _ if ids.len() > 1 && at.is_multiple_of(7) => Command::RemoveDocuments(vec![ids[0]]),
        _ => Command::Unreject(project.rejections().map(|rejection| rejection.id).take(1).collect()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn learning_step_by_step_is_learning_all_at_once(steps in prop::collection::vec((any::<u8>(), 0..40_usize), 1..24)) {
        let words = "In Oslo, Anna Berg saw the Blue Heron at the Office. Oslo and Anna Berg.";
        let (mut project, ids) = project(&[words, words, words]);
        let (mut history, mut memory) = (History::default(), Memory::of(&project));
        for (choice, at) in steps {
            let left: Vec<_> = ids.iter().copied().filter(|id| project.document(*id).is_some()).collect();
            let done = match choice {
                0..=40 => history.undo(&mut project).expect("fits"),
                41..=60 => history.redo(&mut project).expect("fits"),
                _ => {
                    let command = command(&project, &left, choice, at);
                    history.dispatch(&mut project, command).ok()
                }
            };
            if let Some(transaction) = done {
                memory.learn(&project, &transaction);
            }
            prop_assert_eq!(&memory, &Memory::of(&project));
        }
    }

    #[test]
    fn any_text_gives_a_sorted_list_without_overlaps(
        words in "((the|of|in|U\\.S\\.|Kim|Jong-un|Oslo|Mr\\.|Ministry|,|\\.|2019|-|al|May|’s|é|北|\\(|\\)|\\n|Bank|said)[ ]?){0,60}"
    ) {
        let found = suggest_by_all(&words);
        prop_assert!(found.windows(2).all(|pair| pair[0].span.end() <= pair[1].span.start()));
        prop_assert!(found.iter().all(|suggestion| suggestion.score.thousandths() >= 380 && !suggestion.why.to_string().is_empty()));
    }
}
