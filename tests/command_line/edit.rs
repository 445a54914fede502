//! `edit`: every command, its answer in the shape that is promised, and that nothing answered is lost.

use super::*;
use std::io::{BufRead, BufReader};

const SECOND: &str = "Second story";

pub(super) fn tag(doc: &str, start: usize, end: usize, label: &str) -> Value {
    json!({"do": "tag", "doc": doc, "start": start, "end": end, "label": label})
}

/// The tag for the first of some words in the first article, by the title of the article.
pub(super) fn tag_words(words: &str, label: &str) -> Value {
    let (start, end) = place(ANNOTATED, words);
    tag("Talks “resume” 😀 in Vienna", start, end, label)
}

#[track_caller]
pub(super) fn refused(stage: &Stage, line: Value, why: &str) {
    let answers = stage.edit(&[line, json!({"do": "documents"})]);
    assert_eq!(fields(&answers[0]), ["error", "ok"]);
    assert_eq!(answers[0]["ok"], false);
    let error = answers[0]["error"].as_str().expect("words");
    assert!(error.contains(why), "“{why}” is not in: {error}");
    assert_eq!(answers[1]["ok"], true, "the loop goes on");
}

impl Stage {
    pub(super) fn first_document(&self) -> String {
        id(&list(&self.do_one(json!({"do": "documents"})), "documents")[0])
    }

    pub(super) fn mentions(&self, doc: &str) -> Vec<Value> {
        list(&self.do_one(json!({"do": "mentions", "doc": doc})), "mentions").clone()
    }

    fn suggestions(&self, doc: &str) -> Vec<Value> {
        list(&self.do_one(json!({"do": "suggestions", "doc": doc})), "suggestions").clone()
    }

    pub(super) fn entities(&self) -> Vec<Value> {
        list(&self.do_one(json!({"do": "entities"})), "entities").clone()
    }

    /// The first open suggestion for these words.
    fn suggestion(&self, doc: &str, words: &str) -> String {
        let open = self.suggestions(doc);
        id(open.iter().find(|record| record["text"] == words).expect("is open"))
    }

    fn texts(&self, doc: &str) -> Vec<String> {
        let texts = self.mentions(doc).into_iter().map(|mention| mention["text"].clone());
        texts.map(|text| text.as_str().expect("words").to_owned()).collect()
    }
}

#[test]
fn the_answers_have_their_shape_and_ok_comes_first() {
    let stage = Stage::with_project();
    let ran = stage.run_with(&["edit", "p.ron"], "{\"do\":\"documents\"}\n\nnonsense\n{\"do\":\"quit\"}\n");
    assert_eq!((ran.code, ran.errors.as_str()), (Some(0), ""));
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[0].starts_with(r#"{"ok":true,"documents":[{"id":"d"#), "{}", lines[0]);
    assert!(lines[1].starts_with(r#"{"ok":false,"error":"this is no command: "#), "{}", lines[1]);
    assert_eq!(lines[2], r#"{"ok":true}"#);
}

#[test]
fn documents_and_their_text_by_id_or_title() {
    let stage = Stage::with_project();
    stage.do_one(tag_words("Kim Jong Un", "Person"));
    let answer = stage.do_one(json!({"do": "documents"}));
    assert_eq!(fields(&answer), ["documents", "ok"]);
    let first = &list(&answer, "documents")[0];
    assert_eq!(fields(first), ["id", "length", "mentions", "published", "suggestions", "title"]);
    assert_eq!(first["title"], "Talks “resume” 😀 in Vienna");
    assert_eq!(first["published"], Value::Null);
    assert_eq!(first["length"], ANNOTATED.chars().count());
    assert_eq!(first["mentions"], 1);
    assert_eq!(first["suggestions"], stage.suggestions(&id(first)).len());
    for name in [id(first).as_str(), "Talks “resume” 😀 in Vienna"] {
        let text = stage.do_one(json!({"do": "text", "doc": name}));
        assert_eq!(text, json!({"ok": true, "text": ANNOTATED}));
    }
}

#[test]
fn two_articles_of_one_title_are_told_apart_by_id() {
    let stage = Stage::with_project();
    assert_eq!(stage.run(&["import", "p.ron", "b.txt"]).code, Some(0));
    refused(&stage, json!({"do": "text", "doc": SECOND}), "2 articles are called “Second story”");
    refused(&stage, json!({"do": "text", "doc": "d0000000000"}), "there is no article “d0000000000”");
}

#[test]
fn articles_come_in_by_a_command() {
    let stage = Stage::new();
    let answer = stage.do_one(json!({"do": "import", "path": "a.txt"}));
    assert_eq!(fields(&answer), ["ids", "ok", "warnings"]);
    assert_eq!(answer["ids"], json!([stage.first_document()]));
    assert_eq!(answer["warnings"], json!([]));
    refused(&stage, json!({"do": "import", "path": "bad.txt"}), "bad.txt: the PDF document is damaged");
    stage.write("some.jsonl", "{\"text\":\"Kim left.\"}\n{\"text\":\n");
    let warned = stage.do_one(json!({"do": "import", "path": "some.jsonl"}));
    assert_eq!(list(&warned, "warnings").len(), 1);
}

#[test]
fn suggestions_are_those_of_suggest_and_can_be_named() {
    let stage = Stage::with_project();
    let doc = stage.first_document();
    let open = stage.suggestions(&doc);
    let printed = stage.run(&["suggest", "a.txt"]).json();
    assert_eq!(open.len(), printed.len());
    for (record, printed) in open.iter().zip(&printed) {
        let all = ["doc", "end", "entity", "id", "label", "score", "source", "start", "text", "why"];
        assert_eq!(fields(record), all);
        for name in ["start", "end", "text", "label", "entity"] {
            assert_eq!(record[name], printed[name]);
        }
        assert_eq!(record["doc"], doc.as_str());
    }
    assert_eq!(stage.suggestions(&doc), open, "the same in every run");
}

#[test]
fn accepting_makes_a_mention() {
    let stage = Stage::with_project();
    let doc = stage.first_document();
    let suggestion = stage.suggestion(&doc, "Vienna");
    let answer = stage.do_one(json!({"do": "accept", "suggestion": suggestion}));
    assert_eq!(fields(&answer), ["id", "ok"]);
    let mentions = stage.mentions(&doc);
    let all = ["end", "entity", "id", "label", "note", "source", "start", "text"];
    assert_eq!(fields(&mentions[0]), all);
    assert_eq!((mentions.len(), id(&mentions[0])), (1, id(&answer)));
    assert_eq!((&mentions[0]["text"], &mentions[0]["label"]), (&json!("Vienna"), &json!("Place")));
    assert_eq!(mentions[0]["note"], "");
    assert!(mentions[0]["source"].as_str().expect("words").starts_with("gazetteer, 0."));
    assert!(stage.suggestions(&doc).iter().all(|record| record["text"] != "Vienna"));
    refused(&stage, json!({"do": "accept", "suggestion": suggestion}), "is not open any more");
    refused(&stage, json!({"do": "accept", "suggestion": "what?"}), "“what?” is no suggestion");
}

#[test]
fn an_entity_is_accepted_across_articles_and_undone_as_one() {
    let stage = Stage::with_project();
    let doc = stage.first_document();
    let suggestion = stage.suggestion(&doc, "Kim Jong Un");
    let answer = stage.do_one(json!({"do": "accept-entity", "suggestion": suggestion}));
    assert_eq!((fields(&answer), list(&answer, "ids").len()), (vec!["ids", "ok"], 2));
    assert_eq!(
        (stage.texts(&doc), stage.texts(SECOND)),
        (vec!["Kim Jong Un".to_owned()], vec!["Kim Jong Un".to_owned()])
    );
    let suggestion = stage.suggestion(&doc, "Seoul");
    let answers = stage.do_all(&[
        json!({"do": "accept-entity", "suggestion": suggestion}),
        json!({"do": "undo"}),
        json!({"do": "mentions", "doc": doc}),
        json!({"do": "redo"}),
        json!({"do": "mentions", "doc": doc}),
        json!({"do": "mentions", "doc": SECOND}),
    ]);
    assert_eq!(fields(&answers[1]), ["ok", "step"]);
    let counts: Vec<usize> = [2, 4, 5].map(|at| list(&answers[at], "mentions").len()).to_vec();
    assert_eq!(counts, [1, 3, 2]);
}

#[test]
fn a_rejection_reaches_as_far_as_it_says() {
    for (scope, left_in_first, left_in_second) in [("here", 1, 1), ("article", 0, 1), ("project", 0, 0)] {
        let stage = Stage::with_project();
        let doc = stage.first_document();
        let suggestion = stage.suggestion(&doc, "Seoul");
        let answer = stage.do_one(json!({"do": "reject", "suggestion": suggestion, "scope": scope}));
        assert_eq!(answer, json!({"ok": true}));
        let count =
            |doc: &str| stage.suggestions(doc).iter().filter(|record| record["text"] == "Seoul").count();
        assert_eq!((count(&doc), count(SECOND)), (left_in_first, left_in_second), "{scope}");
        assert!(stage.run(&["stats", "p.ron"]).out.contains("rejections\t1\n"));
    }
    let stage = Stage::with_project();
    let suggestion = stage.suggestion(SECOND, "Seoul");
    refused(&stage, json!({"do": "reject", "suggestion": suggestion, "scope": "world"}), "unknown variant");
    stage.do_one(json!({"do": "reject", "suggestion": suggestion}));
}

#[test]
fn tagging_by_hand_takes_code_points_and_other_names_of_labels() {
    let stage = Stage::with_project();
    let answers = stage.do_all(&[
        tag_words("Kim Jong Un", "Person"),
        tag_words("Kim Jong Un", "PER"),
        tag_words("😀", "Other"),
        tag_words("“resume”", "Event"),
    ]);
    assert_eq!(fields(&answers[0]), ["id", "ok"]);
    assert_eq!(id(&answers[0]), id(&answers[1]), "it is there already");
    let doc = stage.first_document();
    assert_eq!(stage.texts(&doc), ["“resume”", "😀", "Kim Jong Un"]);
    for mention in stage.mentions(&doc) {
        assert_eq!(mention["text"], words_at(ANNOTATED, &mention));
        assert_eq!((&mention["source"], &mention["note"]), (&json!("by hand"), &json!("")));
    }
}

#[test]
fn what_cannot_be_tagged_is_refused_with_a_reason() {
    let stage = Stage::with_project();
    let length = "Second story\n\nKim Jong Un left Seoul. The end.\n".len();
    refused(&stage, tag(SECOND, 14, 14, "Person"), "14..14 is empty");
    refused(&stage, tag(SECOND, 25, 14, "Person"), "25..14 is empty");
    refused(&stage, tag(SECOND, 0, length + 1, "Person"), &format!("past the end of the text ({length})"));
    refused(&stage, tag(SECOND, 0, usize::MAX, "Person"), "past the end");
    refused(&stage, tag(SECOND, 0, 6, "Ghost"), "there is no label “Ghost”");
    refused(&stage, tag("none", 0, 6, "Person"), "there is no article “none”");
    refused(
        &stage,
        json!({"do": "tag", "doc": SECOND, "start": -1, "end": 6, "label": "Person"}),
        "no command",
    );
    refused(&stage, json!({"do": "tag", "doc": SECOND}), "missing field");
    refused(&stage, json!({"do": "text", "doc": SECOND, "verbose": true}), "unknown field");
    refused(&stage, json!({"do": "fly"}), "unknown variant `fly`");
    refused(&stage, json!({"done": true}), "no command");
    assert_eq!(stage.texts(SECOND), [""; 0]);
}

#[test]
fn tag_all_reaches_over_the_project() {
    let stage = Stage::with_project();
    let (start, end) = place(ANNOTATED, "Seoul");
    let doc = stage.first_document();
    let line = json!({"do": "tag-all", "doc": doc, "start": start, "end": end, "label": "Place"});
    let answer = stage.do_one(line);
    assert_eq!((fields(&answer), list(&answer, "ids").len()), (vec!["ids", "ok"], 3));
    assert_eq!((stage.texts(&doc).len(), stage.texts(SECOND).len()), (2, 1));
    assert_eq!(stage.entities().len(), 1);
}

#[test]
fn a_mention_is_changed_by_its_id() {
    let stage = Stage::with_project();
    let mention = id(&stage.do_one(tag(SECOND, 14, 25, "Person")));
    let answers = stage.do_all(&[
        json!({"do": "relabel", "mention": mention, "label": "Group"}),
        json!({"do": "resize", "mention": mention, "start": 18, "end": 25}),
        json!({"do": "note", "mention": mention, "note": "which\nKim?"}),
    ]);
    assert!(answers.iter().all(|answer| *answer == json!({"ok": true})));
    let changed = stage.mentions(SECOND).remove(0);
    assert_eq!(id(&changed), mention);
    assert_eq!((&changed["text"], &changed["label"]), (&json!("Jong Un"), &json!("Group")));
    assert_eq!((&changed["start"], &changed["end"]), (&json!(18), &json!(25)));
    assert_eq!(changed["note"], "which\nKim?");
    refused(&stage, json!({"do": "resize", "mention": mention, "start": 18, "end": 999}), "past the end");
    assert_eq!(stage.do_one(json!({"do": "delete", "mention": mention})), json!({"ok": true}));
    assert_eq!((stage.mentions(SECOND).len(), stage.entities().len()), (0, 0));
    refused(&stage, json!({"do": "delete", "mention": mention}), "there is no mention");
    refused(&stage, json!({"do": "delete", "mention": "m1"}), "is not an id");
}

#[test]
fn entities_are_merged_split_and_renamed() {
    let stage = Stage::with_project();
    let tags =
        [tag_words("Jo Chol-su", "Person"), tag_words("Mr. Jo left", "Person"), tag_words("Seoul", "Place")];
    let mentions: Vec<String> = stage.do_all(&tags).iter().map(id).collect();
    let entity_of = |mention: &str| {
        let found = stage.mentions(&stage.first_document()).into_iter().find(|record| id(record) == mention);
        found.expect("is there")["entity"].as_str().expect("an id").to_owned()
    };
    let [jo, mr_jo, _] = [0, 1, 2].map(|at| entity_of(&mentions[at]));

    let merged = stage.do_one(json!({"do": "merge", "entities": [jo, mr_jo]}));
    assert_eq!(merged, json!({"ok": true, "id": jo}));
    let entities = stage.entities();
    assert_eq!(
        entities[0],
        json!({"id": jo, "name": "Mr. Jo left", "label": "Person", "aliases": ["Jo Chol-su"],
               "mentions": [mentions[0], mentions[1]], "note": "", "country": "", "ids": {}, "roles": [],
               "metonyms": 0, "articles": 1})
    );
    assert_eq!(entities.len(), 2);

    assert_eq!(
        stage.do_one(json!({"do": "rename", "entity": jo, "name": "Jo Chol-su"})),
        json!({"ok": true})
    );
    assert_eq!(
        (&stage.entities()[0]["name"], &stage.entities()[0]["aliases"]),
        (&json!("Jo Chol-su"), &json!(["Mr. Jo left"]))
    );

    let split = stage.do_one(json!({"do": "split", "entity": jo, "mentions": [mentions[1]]}));
    assert_eq!((fields(&split), id(&split)), (vec!["id", "ok"], entity_of(&mentions[1])));
    assert_ne!(id(&split), jo);
    refused(&stage, json!({"do": "split", "entity": jo, "mentions": []}), "name the mentions");
    refused(&stage, json!({"do": "split", "entity": jo, "mentions": [mentions[2]]}), "is not one of entity");
    refused(&stage, json!({"do": "merge", "entities": [jo]}), "at least two");
    refused(&stage, json!({"do": "merge", "entities": []}), "name the entities");
    refused(&stage, json!({"do": "rename", "entity": "e0000000000", "name": ""}), "there is no entity");
}

#[test]
fn the_day_of_publication_is_set_and_taken_away() {
    let stage = Stage::with_project();
    let published =
        |stage: &Stage| list(&stage.do_one(json!({"do": "documents"})), "documents")[1]["published"].clone();
    let set = |date: Value| json!({"do": "set-published", "doc": SECOND, "date": date});
    assert_eq!(stage.do_one(set(json!("2019-11-10"))), json!({"ok": true}));
    assert_eq!(published(&stage), "2019-11-10");
    for wrong in ["2019-02-30", "yesterday", "20191110", ""] {
        refused(&stage, set(json!(wrong)), "is no date; YYYY-MM-DD is expected");
    }
    stage.do_one(set(Value::Null));
    assert_eq!(published(&stage), Value::Null);
}

#[test]
fn the_day_of_publication_says_what_dates_mean() {
    let stage = Stage::with_project();
    stage.write("d.txt", "He left on Friday and came back last month.\n");
    let doc =
        stage.do_one(json!({"do": "import", "path": "d.txt"}))["ids"][0].as_str().expect("an id").to_owned();
    stage.do_one(json!({"do": "tag", "doc": doc, "start": 11, "end": 17, "label": "Date"}));
    let published = |stage: &Stage, date: Value| {
        stage.do_one(json!({"do": "set-published", "doc": doc, "date": date}));
        let month = stage.suggestions(&doc).into_iter().find(|record| record["text"] == "last month");
        [stage.mentions(&doc)[0]["value"].clone(), month.expect("is suggested")["value"].clone()]
    };
    assert_eq!(published(&stage, json!("2019-11-10")), [json!("2019-11-08"), json!("2019-10")]);
    assert_eq!(published(&stage, json!("2020-01-10")), [json!("2020-01-10"), json!("2019-12")]);
    assert_eq!(published(&stage, Value::Null), [Value::Null, Value::Null]);
}

#[test]
fn a_date_said_by_hand_holds_whatever_the_day_of_publication() {
    let stage = Stage::with_project();
    stage.write("d.txt", "He left on Friday.\n");
    let doc =
        stage.do_one(json!({"do": "import", "path": "d.txt"}))["ids"][0].as_str().expect("an id").to_owned();
    let friday = id(&stage.do_one(tag(&doc, 11, 17, "Date")));
    let set = |value: Value| json!({"do": "set-date", "mentions": [friday], "value": value});
    assert_eq!(stage.do_one(set(json!("2019-11-01"))), json!({"ok": true}));
    stage.do_one(json!({"do": "set-published", "doc": doc, "date": "2020-01-10"}));
    let value = |stage: &Stage| {
        let mention = stage.mentions(&doc).remove(0);
        [mention["value"].clone(), mention["value_by_hand"].clone()]
    };
    assert_eq!(value(&stage), [json!("2019-11-01"), json!(true)]);
    refused(&stage, set(json!("soon")), "is no date");
    stage.do_one(set(Value::Null));
    assert_eq!(value(&stage), [json!("2020-01-10"), Value::Null]);
}

#[test]
fn undo_and_redo_say_what_they_did_and_when_nothing_is_left() {
    let stage = Stage::with_project();
    let answers = stage.edit(&[
        tag(SECOND, 14, 25, "Person"),
        json!({"do": "undo"}),
        json!({"do": "undo"}),
        json!({"do": "redo"}),
        json!({"do": "redo"}),
    ]);
    assert_eq!(answers[1], json!({"ok": true, "step": "Tag “Kim Jong Un” as Person"}));
    assert_eq!(answers[2], json!({"ok": false, "error": "there is nothing to undo"}));
    assert_eq!(answers[3], json!({"ok": true, "step": "Tag “Kim Jong Un” as Person"}));
    assert_eq!(answers[4], json!({"ok": false, "error": "there is nothing to redo"}));
}

#[test]
fn export_by_a_command_is_that_of_the_command_line() {
    let stage = Stage::with_project();
    let export = |out: &str| json!({"do": "export", "format": "jsonl", "out": out});
    let answers = stage.do_all(&[tag(SECOND, 14, 25, "Person"), export("out.jsonl")]);
    assert_eq!(answers[1], json!({"ok": true, "losses": []}));
    assert_eq!(
        stage.read("out.jsonl"),
        stage.run(&["export", "p.ron", "--format", "jsonl", "--out", "-"]).out
    );
    refused(&stage, json!({"do": "export", "format": "nope", "out": "x"}), "there is no format “nope”");
    refused(&stage, export("p.ron"), "this is the project itself");
    refused(&stage, export("b.txt"), "Dateline never writes to those");
    refused(&stage, export("none/x"), "no such file or folder");
    assert_eq!(stage.names(), ["a.txt", "b.txt", "bad.txt", "out.jsonl", "p.ron"]);
}

#[test]
fn ids_stay_over_save_and_opening_again() {
    let stage = Stage::with_project();
    stage.do_all(&[tag_words("Kim Jong Un", "Person"), tag_words("Seoul", "Place"), json!({"do": "save"})]);
    let look =
        [json!({"do": "documents"}), json!({"do": "mentions", "doc": SECOND}), json!({"do": "entities"})];
    let before = (stage.edit(&look), stage.read("p.ron"));
    stage.do_all(&[tag(SECOND, 14, 25, "Person"), json!({"do": "undo"}), json!({"do": "save"})]);
    assert_eq!((stage.edit(&look), stage.read("p.ron")), before);
}

#[test]
fn what_changed_is_written_at_quit_and_at_the_end_and_nothing_else_is() {
    let stage = Stage::with_project();
    stage.do_all(&[tag(SECOND, 14, 25, "Person"), json!({"do": "quit"})]);
    assert_eq!(stage.texts(SECOND), ["Kim Jong Un"]);
    // No line end after the last line, and nothing read after `quit`.
    let ran = stage.run_with(&["edit", "p.ron"], &tag(SECOND, 31, 36, "Place").to_string());
    assert_eq!((ran.code, ran.json().len()), (Some(0), 1));
    let input = format!("{}\n{}\n", json!({"do": "quit"}), tag(SECOND, 0, 6, "Other"));
    assert_eq!(stage.run_with(&["edit", "p.ron"], &input).json().len(), 1);
    assert_eq!(stage.texts(SECOND), ["Kim Jong Un", "Seoul"]);

    let new = stage.run_with(&["edit", "new.ron"], "{\"do\":\"documents\"}\n");
    assert_eq!((new.code, new.out.as_str()), (Some(0), "{\"ok\":true,\"documents\":[]}\n"));
    assert!(!stage.path("new.ron").exists(), "nothing was done");
    assert_eq!(stage.run_with(&["edit", "new.ron"], "{\"do\":\"save\"}\n").code, Some(0));
    assert_eq!(stage.run(&["check", "new.ron"]).out, "new.ron: sound, 0 articles, 0 mentions\n");
}

#[test]
fn what_cannot_be_saved_is_answered_and_is_exit_code_1() {
    let stage = Stage::new();
    let import = json!({"do": "import", "path": "a.txt"});
    let input = format!("{import}\n{}\n{}\n", json!({"do": "save"}), json!({"do": "quit"}));
    let ran = stage.run_with(&["edit", "none/p.ron"], &input);
    ran.failed(1, &["none/p.ron: there is no such file or folder"]);
    let answers = ran.json();
    assert_eq!([0, 1, 2].map(|at| answers[at]["ok"].clone()), [json!(true), json!(false), json!(false)]);
}

/// Who does not read the answers any more still finds what was answered.
#[cfg(unix)]
#[test]
fn an_answered_change_is_kept_when_the_reader_goes_away() {
    let stage = Stage::with_project();
    let mut child = stage.command(&["edit", "p.ron"]).spawn().expect("starts");
    let mut input = child.stdin.take().expect("is piped");
    let mut output = BufReader::new(child.stdout.take().expect("is piped"));
    writeln!(input, "{}", tag(SECOND, 14, 25, "Person")).expect("is read");
    let mut answer = String::new();
    output.read_line(&mut answer).expect("is answered");
    assert!(answer.starts_with(r#"{"ok":true,"#), "{answer}");
    drop(output);
    writeln!(input, "{}", tag(SECOND, 31, 36, "Place")).expect("is read");
    // The program ends by itself, with its input still open.
    let ended = child.wait().expect("ends");
    assert_eq!(ended.code(), Some(0));
    assert_eq!(stage.texts(SECOND), ["Kim Jong Un", "Seoul"]);
}

#[test]
fn lines_that_are_no_json_are_answered_one_by_one() {
    let stage = Stage::with_project();
    let mut lines: Vec<Vec<u8>> = [&b"\xff\xfe"[..], b"[]", b"null", b"{\"do\":1}", b"{\"do\":\"text\""]
        .iter()
        .map(|line| line.to_vec())
        .collect();
    lines.push(b"[".repeat(100_000));
    lines.push(b"{\"do\":\"documents\"}".to_vec());
    let mut child = stage.command(&["edit", "p.ron"]).spawn().expect("starts");
    let mut input = child.stdin.take().expect("is piped");
    input.write_all(&lines.join(&b'\n')).expect("is read");
    drop(input);
    let output = child.wait_with_output().expect("ends");
    assert_eq!(output.status.code(), Some(0));
    let answers: Vec<Value> = output
        .stdout
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_slice(line).expect("is JSON"))
        .collect();
    let well: Vec<bool> = answers.iter().map(|answer| answer["ok"] == true).collect();
    assert_eq!(well, [false, false, false, false, false, false, true]);
}
