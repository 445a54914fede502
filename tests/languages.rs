//! The window in Korean: everything is found by Korean names, and nothing is left in English.
//!
//! The language is one for the process, so this is a test program of its own, in which nothing speaks English.
#![cfg(feature = "gui")]
#![allow(clippy::expect_used, reason = "what cannot be set up fails the test")]

mod stage;

use dateline::{
    gui::{App, COMMANDS, Menu, UiCommand, dialogs::Request},
    model::{Command, NewRelation},
    text::Text,
    time::{find, resolve},
    words::{Language, date_retold, speak},
};
use egui::{Key, Modifiers, Shape};
use stage::Stage;
use std::collections::BTreeSet;

const CTRL_SHIFT: Modifiers = Modifiers { ctrl: true, shift: true, ..Modifiers::NONE };

const ARTICLE: &str = "회담이 다시 열린다\n\n제네바 — 김안나 대표는 월요일 나이로비에서 오코예 특사를 만났다. 김안나 대표는 회담이 나이로비에서 이어진다고 말했다.\n오코예 특사는 화요일 케냐로 떠났다.\n";

/// What stands in English in every language: names of programs, formats, keys and labels, and what is typed as it is.
const ALIKE: &str = "
    Dateline English News analyst CoNLL OntoNotes Empty
    Ctrl Shift Alt Esc Enter Tab Home End PageUp PageDown Delete Backspace Up Down Left Right Plus Minus Comma Period
    Equals Questionmark
    txt md ron csv ann json jsonl UTF PNG PDF Word OpenDocument RTF EPUB NITF NewsML CSV JSON GiB MB rrggbb Aa
    label near said talks wikidata name canonical last Friday month Saturday
    news article second project labels corpus tasks exported names vienna
    bioes brat conll doccano gexf graphml html prodigy refi qda spacy stix uima xmi webanno tsv
    BIOES IOB spaCy GraphML GEXF Gephi networkx igraph yEd Cytoscape STIX MISP OpenCTI UIMA CAS XMI INCEpTION DKPro WebAnno
    TSV LD REFI QDA NVivo MAXQDA ATLAS ti QualCoder Prodigy Label Studio config xml annotation conf visual dateline studio
    MHTML HTML STIX RON lines brat
";

fn in_korean() {
    speak(Language::with_code("ko").expect("spoken"));
}

/// An article with marks.
fn marked() -> Stage {
    in_korean();
    let mut stage = Stage::with_article(ARTICLE);
    stage.mark(&[("김안나", "Person"), ("나이로비", "Place"), ("오코예", "Person")]);
    stage
}

/// All that is to be read or heard: names of controls, and words that are painted.
fn said(stage: &mut Stage) -> Vec<String> {
    stage.settle();
    let mut said = stage.labels();
    let shapes = &stage.harness().output().shapes;
    for clipped in shapes {
        painted(&clipped.shape, &mut said);
    }
    said
}

fn painted(shape: &Shape, said: &mut Vec<String>) {
    match shape {
        Shape::Text(text) => said.push(text.galley.text().to_owned()),
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| painted(shape, said)),
        _ => {}
    }
}

/// Fails where an English word is said that is not data.
fn check(stage: &mut Stage, place: &str) {
    let project = stage.app().session().project();
    let schema = project.schema();
    let labels = schema.labels().flat_map(|(_, label)| {
        // A node of the map has the first two letters of its label.
        let first: String = label.name.chars().take(2).collect();
        [label.name.clone(), first, label.definition.clone(), label.also.join(" ")]
    });
    let types = schema.relation_types().flat_map(|(_, one)| [one.name.clone(), one.inverse.clone()]);
    let texts = project.documents().map(|document| document.text.as_str().to_owned());
    let known: BTreeSet<String> =
        labels.chain(types).chain(texts).flat_map(|words| words_of(&words)).collect();
    let alike: BTreeSet<&str> = ALIKE.split_whitespace().collect();
    let said = said(stage);
    assert!(
        said.iter().any(|words| words.contains(|c| ('가'..='힣').contains(&c))),
        "{place}: nothing is in Korean"
    );
    for words in said {
        let left = words_of(&words);
        let left: Vec<&String> =
            left.iter().filter(|word| !known.contains(*word) && !alike.contains(&word.as_str())).collect();
        assert!(left.is_empty(), "{place}: {left:?} in “{words}”");
    }
}

/// The words of Latin letters, of two at least; colours are none.
fn words_of(words: &str) -> Vec<String> {
    let parts = words.split_whitespace().filter(|part| !part.starts_with('#'));
    let parts = parts.flat_map(|part| part.split(|c: char| !c.is_ascii_alphabetic()));
    parts.filter(|word| word.len() > 1).map(str::to_owned).collect()
}

#[test]
fn an_empty_window_says_what_to_do() {
    in_korean();
    let mut stage = Stage::new();
    assert!(stage.shows("기사를 읽어 보세요"));
    check(&mut stage, "welcome");
    stage.click("예제 열기");
    stage.wait_for(|app| app.desk().document.is_some());
}

#[test]
fn menus_hold_every_command() {
    let mut stage = marked();
    for menu in ["파일", "편집", "표시", "검토", "보기", "도움말"] {
        stage.click(menu);
        check(&mut stage, menu);
        stage.key(Key::Escape);
    }
    stage.click("보기");
    stage.click("언어");
    assert!(stage.shows("한국어") && stage.shows("English") && stage.shows("시스템 언어"));
}

#[test]
fn commands_are_found_by_korean_and_by_english_names() {
    let mut stage = marked();
    stage.keys(CTRL_SHIFT, Key::P);
    check(&mut stage, "all commands");
    stage.type_text("관계망");
    assert!(stage.shows("보기: 관계망"));
    stage.keys(Modifiers::CTRL, Key::A);
    stage.type_text("map of");
    assert!(stage.shows("보기: 관계망"));
    stage.key(Key::Enter);
    assert!(stage.shows("기사로 돌아가기"));
}

#[test]
fn the_sheet_of_keys_is_korean() {
    let mut stage = marked();
    stage.key(Key::F1);
    assert!(stage.shows("이 날짜의 뜻 정하기…"));
    check(&mut stage, "keys");
}

#[test]
fn the_lists_at_the_right_are_korean() {
    let mut stage = marked();
    for (tab, hint) in
        [("언급", "표시 3개"), ("개체", "개체 3개"), ("제안", "개체별"), ("관계", "아직 관계가 없어요")]
    {
        stage.click(tab);
        assert!(stage.shows(hint), "{tab}: {:?}", stage.labels());
        check(&mut stage, tab);
    }
    stage.click("언급");
    stage.click("김안나, Person, 직접 표시");
    assert!(stage.shows("메모") && stage.shows("모두 표시"));
    check(&mut stage, "a mention");
    stage.click("개체");
    stage.click("김안나, Person, 언급 1개");
    assert!(stage.shows("개체의 이름"));
    check(&mut stage, "an entity");
    stage.click("정보…");
    assert!(stage.shows("김안나 정보"));
    stage.click("직책 추가");
    assert!(stage.shows("직함, 직책 1"));
    check(&mut stage, "facts of an entity");
    stage.click("취소");
    relate(&mut stage);
    stage.click("관계");
    check(&mut stage, "relations");
}

/// The first two people are related.
fn relate(stage: &mut Stage) {
    let document = stage.document();
    let project = stage.app().session().project();
    let schema = project.schema();
    let mut people =
        project.mentions_of(document).filter(|mention| schema.name_of(mention.label) == "Person");
    let (from, to) = (people.next().expect("one").id, people.next().expect("two").id);
    let kind = schema.relation_known_as("Met").expect("a type");
    drop(people);
    let new = NewRelation { kind, from, to, date: None, note: String::new() };
    stage.app().session().dispatch(Command::Relate(new)).expect("can be");
    stage.settle();
}

#[test]
fn suggestions_say_why_in_korean() {
    in_korean();
    let mut stage = Stage::new();
    stage.click("예제 열기");
    stage.wait_for(|app| app.desk().document.is_some());
    stage.wait_for_suggestions();
    check(&mut stage, "suggestions");
    stage.click("개체별");
    check(&mut stage, "suggestions by entity");
    stage.click("걸러내기");
    assert!(stage.shows("출처: 규칙"), "{:?}", stage.labels());
    check(&mut stage, "filter");
    stage.key(Key::Escape);
    stage.key(Key::Tab);
    stage.keys(Modifiers::SHIFT, Key::Enter);
    check(&mut stage, "after a decision");
    stage.keys(CTRL_SHIFT, Key::A);
    assert!(stage.shows("이 제안들을 수락할까요?"));
    check(&mut stage, "accept all");
}

#[test]
fn everything_that_dates_mean_is_told() {
    in_korean();
    let gold = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/time/gold.txt");
    let gold = std::fs::read_to_string(gold).expect("the sentences are there");
    let (mut published, mut count) = (None, 0);
    for line in gold.lines().filter(|line| !line.starts_with('#')) {
        if let Some(day) = line.strip_prefix("@ ") {
            published = Some(day.trim().parse().expect("a day"));
            continue;
        }
        let sentence = line.split('|').next().unwrap_or_default().replace(['[', ']'], "");
        let text = Text::new(sentence.trim()).expect("short enough");
        for resolved in resolve(&find(&text), published) {
            let told = date_retold(&resolved.line);
            let left = words_of(&told);
            assert!(left.is_empty() || left == ["UTC"], "“{}” is told as “{told}”", resolved.line);
            count += usize::from(!resolved.line.is_empty());
        }
    }
    assert!(count > 100, "only {count} were told");
}

#[test]
fn steps_are_named_in_korean() {
    let mut stage = marked();
    stage.click("편집");
    assert!(stage.shows("실행 취소: 언급 3개 표시"), "{:?}", stage.labels());
    check(&mut stage, "edit");
}

#[test]
fn finding_is_korean() {
    let mut stage = marked();
    stage.keys(Modifiers::CTRL, Key::F);
    stage.type_text("나이로비");
    assert!(stage.shows("모두 표시"));
    check(&mut stage, "find");
    stage.key(Key::Escape);
    stage.keys(CTRL_SHIFT, Key::F);
    stage.wait_for_label("기사 1건에서 2개");
    check(&mut stage, "find in the project");
}

#[test]
fn pages_are_korean() {
    let mut stage = marked();
    stage.keys(CTRL_SHIFT, Key::L);
    assert!(stage.shows("아직 표시한 날짜가 없어요"));
    check(&mut stage, "timeline without dates");
    stage.click("기사로 돌아가기");
    relate(&mut stage);
    stage.keys(CTRL_SHIFT, Key::M);
    stage.wait_for_label("나이로비, Place");
    check(&mut stage, "map of ties");
    stage.key(Key::Escape);
    stage.keys(Modifiers::CTRL, Key::K);
    assert!(stage.shows("라벨의 이름"));
    check(&mut stage, "labels");
    stage.click("Place, 키 3, 표시 1개");
    stage.click("삭제…");
    assert!(stage.shows("Place 라벨을 삭제할까요?"));
    check(&mut stage, "a label that goes");
    stage.click("취소");
    stage.click("관계 유형");
    assert!(stage.shows("관계 유형의 이름"));
    check(&mut stage, "relation types");
}

#[test]
fn dates_are_told_in_korean() {
    in_korean();
    let mut stage = Stage::with_article("회담\n\n회담은 Saturday 열린다. 다음 회담은 last month 결정됐다.\n");
    stage.publish("2019-11-10");
    stage.mark(&[("Saturday", "Date"), ("last month", "Date")]);
    stage.keys(CTRL_SHIFT, Key::L);
    assert!(stage.shows("2019년 11월 9일 토요일") && stage.shows("2019년 10월"), "{:?}", stage.labels());
    check(&mut stage, "timeline");
    stage.key(Key::Escape);
    stage.click("언급");
    stage.click("Saturday, Date, 직접 표시");
    check(&mut stage, "a date");
    stage.key(Key::D);
    assert!(stage.shows("언제인가요?"));
    check(&mut stage, "what a date means");
}

#[test]
fn windows_are_korean() {
    let mut stage = marked();
    let windows: [(&str, Modifiers, Key, &str); 6] = [
        ("paste", CTRL_SHIFT, Key::V, "텍스트를 기사로 붙여넣기"),
        ("export", CTRL_SHIFT, Key::E, "내보내기"),
        ("lists of names", Modifiers::CTRL, Key::L, "이름 목록"),
        ("labels to pick", Modifiers::NONE, Key::L, "라벨 찾기"),
        ("quit", Modifiers::CTRL, Key::Q, "저장 안 함"),
        ("keys", Modifiers::NONE, Key::F1, "단축키"),
    ];
    for (place, modifiers, key, shown) in windows {
        stage.keys(modifiers, key);
        assert!(stage.shows(shown), "{place}: {:?}", stage.labels());
        check(&mut stage, place);
        stage.key(Key::Escape);
    }
    stage.click("발행일 모름");
    assert!(stage.shows("이 기사 정보"));
    check(&mut stage, "facts of the article");
    stage.click("취소");
    relate(&mut stage);
    stage.click("관계");
    stage.click("김안나, Met, 오코예");
    stage.keys(Modifiers::CTRL, Key::R);
    assert!(stage.shows("이 관계 정보"), "{:?}", stage.labels());
    check(&mut stage, "a relation");
}

#[test]
fn settings_guide_and_tour_are_korean() {
    let mut stage = marked();
    stage.keys(Modifiers::CTRL | Modifiers::ALT, Key::S);
    assert!(stage.shows("움직임 줄이기"));
    check(&mut stage, "settings");
    stage.key(Key::Escape);
    stage.keys(Modifiers::SHIFT, Key::F1);
    assert!(stage.shows("안내서"));
    check(&mut stage, "guide");
    stage.key(Key::Escape);
    stage.click("도움말");
    stage.click("다섯 단계 둘러보기");
    assert!(stage.shows("건너뛰기"));
    check(&mut stage, "tour");
}

#[test]
fn windows_about_files_are_korean() {
    let mut stage = marked();
    stage.click("article.txt");
    stage.wait_for_label("UTF-8(으)로 읽은 본문");
    check(&mut stage, "how it was read");
    stage.click("취소");
    let twin = stage.file("쌍둥이.txt", ARTICLE.as_bytes());
    stage.answer_with(&[twin]);
    stage.keys(Modifiers::CTRL, Key::O);
    stage.wait_for_label("두 번 있는 기사가 있어요");
    check(&mut stage, "twins");
    stage.click("모두 두기");
    let table = "가,나\n회담이 월요일 제네바에서 열렸다고 한다,특사가 나이로비로 떠났다고 전해졌다\n대표가 화요일 말했다,회담이 이어진다고 했다\n";
    let table = stage.file("표.csv", table.as_bytes());
    stage.answer_with(&[table]);
    stage.keys(Modifiers::CTRL, Key::O);
    stage.wait_for_label("어느 열이 무엇인가요?");
    check(&mut stage, "columns");
    stage.click("취소");
    let text = stage.file("둘.txt", "김안나 대표가 왔다.\n".as_bytes());
    let marks = stage.file("둘.ann", "T1\tPerson 0 3\t김안나\n".as_bytes());
    stage.answer_with(&[text, marks]);
    stage.keys(CTRL_SHIFT, Key::I);
    stage.wait_for_label("brat: 기사 1건, 표시 1개");
    check(&mut stage, "annotations");
    stage.click("가져오기");
    assert!(stage.shows("가져옴: 기사 1건, 표시 1개"), "{:?}", stage.labels());
    stage.click("편집");
    check(&mut stage, "after an import");
}

#[test]
fn earlier_states_and_what_came_back_are_korean() {
    in_korean();
    let folder = tempfile::tempdir().expect("a folder");
    let mut stage = Stage::kept_in(folder.path());
    stage.click("예제 열기");
    stage.wait_for(|app| app.desk().document.is_some());
    stage.keys(Modifiers::CTRL, Key::H);
    assert!(stage.shows("이전 상태"));
    check(&mut stage, "earlier states");
    drop(stage);
    let mut stage = Stage::kept_in(folder.path());
    stage.wait_for_label("저장하지 않은 1단계를 되살렸어요");
    check(&mut stage, "brought back");
}

#[test]
fn every_command_speaks_korean() {
    in_korean();
    // The licences stand there in the words of their owners; what is copied is not shown.
    let skipped = [UiCommand::About, UiCommand::Quit, UiCommand::Palette, UiCommand::Copy];
    let rows = COMMANDS.iter().filter(|row| row.menu != Menu::Hidden && !skipped.contains(&row.command));
    let mut stage = marked();
    for row in rows {
        // What a command has brought up is put away; the article may be gone.
        (0..4).for_each(|_| stage.key(Key::Escape));
        if stage.app().session().project().mention_count() == 0 {
            stage = marked();
        }
        stage.key(Key::N);
        if stage.app().is_enabled(row.command) {
            stage.keys(CTRL_SHIFT, Key::P);
            stage.type_text(&format!("{}: {}", row.menu.name(), row.text()));
            stage.key(Key::Enter);
            check(&mut stage, row.text());
        }
    }
}

#[test]
fn the_path_field_and_what_cannot_be_opened_are_korean() {
    in_korean();
    let mut stage = Stage::new();
    stage.has_no_dialog();
    stage.keys(Modifiers::CTRL, Key::O);
    stage.wait_for_label("경로");
    check(&mut stage, "a path");
    stage.key(Key::Escape);
    let bad = stage.file("그림.txt", b"\x89PNG\r\n\x1a\n broken");
    stage.answer_with(&[bad]);
    stage.keys(Modifiers::CTRL, Key::O);
    stage.wait_for_label("1개 중 1개를 열지 못했어요");
    assert_eq!(stage.asked().last(), Some(&Request::Articles));
    let said = said(&mut stage).join("\n");
    assert!(said.contains("기사가 아니에요"), "{said}");
    assert!(stage.shows("확인"));
}

#[test]
fn another_language_is_spoken_at_once() {
    // Only to Korean and from Korean: another test may run beside this one.
    let mut stage = marked();
    stage.keys(CTRL_SHIFT, Key::P);
    stage.type_text("language");
    stage.key(Key::Enter);
    check(&mut stage, "language");
    stage.click("한국어");
    assert!(stage.shows("언어"));
    let app: &mut App = stage.app();
    assert!(app.session().project().mention_count() > 0);
}

#[test]
fn every_command_does_the_same_by_list_menu_and_key() {
    in_korean();
    stage::walk::every_command(egui::Theme::Light);
    stage::walk::every_command(egui::Theme::Dark);
}
