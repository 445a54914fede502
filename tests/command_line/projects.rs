//! `import`, `export`, `stats`, `formats`: work on whole projects.

use super::*;
use std::io::{BufRead, BufReader};

#[test]
fn import_makes_a_project_and_adds_to_it_and_leaves_the_articles_alone() {
    let stage = Stage::new();
    let first = stage.run(&["import", "p.ron", "a.txt"]);
    assert_eq!((first.code, first.errors.as_str()), (Some(0), ""));
    let [record] = first.json().try_into().expect("one line");
    assert_eq!(fields(&record), ["id", "path", "title"]);
    assert_eq!((&record["title"], &record["path"]), (&json!("Talks “resume” 😀 in Vienna"), &json!("a.txt")));
    let second = stage.run(&["import", "p.ron", "bad.txt", "b.txt"]);
    second.failed(1, &["bad.txt: the PDF document is damaged"]);
    assert_eq!(second.json().len(), 1);
    assert!(stage.run(&["stats", "p.ron"]).out.starts_with("articles\t2\n"));
    assert_eq!(stage.read("a.txt"), ARTICLE);
    assert_eq!(stage.names(), ["a.txt", "b.txt", "bad.txt", "p.ron"]);
}

#[test]
fn nothing_good_makes_no_project() {
    let stage = Stage::new();
    stage.run(&["import", "p.ron", "bad.txt", "none.txt"]).failed(1, &["bad.txt", "none.txt"]);
    stage.run(&["import", "a.txt", "b.txt"]).failed(1, &["a.txt: line 1, column 1"]);
    assert_eq!(stage.read("a.txt"), ARTICLE, "an article is no project to add to");
    assert_eq!(stage.names(), ["a.txt", "b.txt", "bad.txt"]);
}

#[test]
fn export_goes_to_a_file_or_to_standard_output() {
    let stage = Stage::with_project();
    stage.do_one(json!({"do": "tag", "doc": "Second story", "start": 14, "end": 25, "label": "Person"}));
    let to_file = stage.run(&["export", "p.ron", "--format", "jsonl", "--out", "out.jsonl"]);
    assert_eq!((to_file.code, to_file.out.as_str()), (Some(0), ""));
    let to_output = stage.run(&["export", "p.ron", "--format=jsonl", "--out=-"]);
    assert_eq!(to_output.out, stage.read("out.jsonl"));
    let articles = to_output.json();
    assert_eq!(articles.len(), 2);
    assert_eq!(articles[0]["text"], ANNOTATED);
    assert_eq!(articles[1]["spans"], json!([[14, 25, "Person"]]));
}

#[test]
fn export_writes_only_where_it_may() {
    let stage = Stage::with_project();
    let project = stage.read("p.ron");
    let export = |out: &str| stage.run(&["export", "p.ron", "--format", "jsonl", "--out", out]);
    export("p.ron").failed(1, &["p.ron: this is the project itself"]);
    export("./a.txt").failed(1, &["a.txt: this is the file that the article"]);
    export("none/out.jsonl").failed(1, &["out.jsonl: there is no such"]);
    export(".").failed(1, &[".: it is not a plain file"]);
    assert_eq!((stage.read("p.ron"), stage.read("a.txt")), (project, ARTICLE.to_owned()));
    assert_eq!(stage.names(), ["a.txt", "b.txt", "bad.txt", "p.ron"]);
}

#[test]
fn a_project_goes_into_a_folder_and_back_and_all_commands_work_on_both() {
    let stage = Stage::with_project();
    let (before, stats) = (stage.read("p.ron"), stage.run(&["stats", "p.ron"]).out);
    let converted = stage.run(&["convert", "p.ron", "--to", "folder"]);
    assert_eq!((converted.code, converted.errors.as_str()), (Some(0), ""));
    assert_eq!(converted.out, "p.ron: in a file for each article, 2 articles\n");
    assert_eq!(stage.names(), ["a.txt", "b.txt", "bad.txt", "p.articles", "p.ron"]);
    assert!(stage.run(&["check", "p.ron"]).out.starts_with("p.ron: sound, 2 articles"));
    assert_eq!(stage.run(&["stats", "p.ron"]).out, stats);
    let tag = json!({"do": "tag", "doc": "Second story", "start": 14, "end": 25, "label": "Person"});
    stage.do_all(&[tag, json!({"do": "save"})]);
    assert!(stage.run(&["export", "p.ron", "--format=jsonl", "--out=-"]).out.contains("\"Person\""));
    stage.do_all(&[json!({"do": "undo"}), json!({"do": "save"})]);
    assert_eq!(stage.run(&["convert", "p.ron", "--to", "file"]).code, Some(0));
    assert_eq!((stage.read("p.ron"), stage.names().contains(&"p.articles".to_owned())), (before, false));
    stage.run(&["convert", "none.ron", "--to", "folder"]).failed(1, &["none.ron: there is no such file"]);
    stage.run(&["convert", "p.ron", "--to", "zip"]).failed(2, &["zip"]);
}

/// What had not been saved was saved without a word.
#[cfg(unix)]
#[test]
fn who_converts_is_told_what_was_brought_back() {
    let stage = Stage::with_project();
    let mut edit = stage.command(&["edit", "p.ron"]).stdin(Stdio::piped()).spawn().expect("starts");
    let mut answers = BufReader::new(edit.stdout.take().expect("is piped"));
    let tag = json!({"do": "tag", "doc": "Second story", "start": 14, "end": 25, "label": "Person"});
    writeln!(edit.stdin.as_mut().expect("is piped"), "{tag}").expect("is read");
    let mut answer = String::new();
    answers.read_line(&mut answer).expect("is answered");
    edit.kill().and_then(|()| edit.wait()).expect("is killed");
    assert!(answer.contains("\"ok\":true"), "{answer}");
    let converted = stage.run(&["convert", "p.ron", "--to", "folder"]);
    assert!(converted.errors.contains("not been saved"), "{}", converted.errors);
    assert!(stage.run(&["stats", "p.ron"]).out.contains("Person"));
}

#[test]
fn an_unknown_format_is_wrong_usage() {
    let stage = Stage::with_project();
    stage.run(&["export", "p.ron", "--format", "nope", "--out", "x"]).failed(2, &["“nope”", "jsonl"]);
    stage.run(&["export", "none.ron", "--format", "jsonl", "--out", "x"]).failed(1, &["none.ron"]);
    assert!(!stage.path("x").exists());
}

#[test]
fn formats_and_stats_are_tables() {
    let stage = Stage::with_project();
    let formats = stage.run(&["formats"]);
    assert_eq!((formats.code, formats.errors.as_str()), (Some(0), ""));
    assert!(formats.out.lines().any(|row| row.starts_with("jsonl\t")), "{}", formats.out);
    stage.do_one(json!({"do": "tag", "doc": "Second story", "start": 14, "end": 25, "label": "Person"}));
    let stats = stage.run(&["stats", "p.ron"]);
    let rows: Vec<(&str, &str)> =
        stats.out.lines().map(|row| row.split_once('\t').expect("two columns")).collect();
    for row in [("articles", "2"), ("mentions", "1"), ("entities", "1"), ("Person", "1"), ("Place", "0")] {
        assert!(rows.contains(&row), "{row:?} is not in {rows:?}");
    }
    assert!(rows.contains(&("bytes", &(ANNOTATED.len() + 47).to_string())), "{rows:?}");
    stage.run(&["stats", "none.ron"]).failed(1, &["none.ron: there is no such file"]);
}
