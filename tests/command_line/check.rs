//! `check`: every kind of damage is named with its file and place, and the file is left alone.

use super::*;

/// Spoils the file of a project with some marks, and expects `check` to say what is wrong and to leave it alone.
#[track_caller]
fn spoilt(spoil: impl Fn(&str) -> String, why: &[&str]) {
    let stage = Stage::with_project();
    stage.do_all(&[
        json!({"do": "tag", "doc": "Second story", "start": 14, "end": 25, "label": "Person"}),
        json!({"do": "tag", "doc": "Second story", "start": 31, "end": 36, "label": "Place"}),
        json!({"do": "tag", "doc": "Second story", "start": 0, "end": 6, "label": "Other"}),
    ]);
    assert_eq!(stage.run(&["check", "p.ron"]).out, "p.ron: sound, 2 articles, 3 mentions\n");
    let sound = stage.read("p.ron");
    let damaged = spoil(&sound);
    assert_ne!(damaged, sound, "nothing was spoilt");
    stage.write("p.ron", &damaged);
    let ran = stage.run(&["check", "p.ron"]);
    ran.failed(1, &[&["p.ron: "], why].concat());
    assert_eq!(ran.out, "");
    assert_eq!(stage.read("p.ron"), damaged);
    assert_eq!(stage.names(), ["a.txt", "b.txt", "bad.txt", "p.ron"]);
}

/// The number of the first line with these words, as messages name it.
fn line_of(file: &str, words: &str) -> String {
    let line = file.lines().position(|line| line.contains(words)).expect("stands there") + 1;
    format!("line {line}")
}

#[test]
fn a_changed_byte() {
    spoilt(|file| file.replace("The end.", "The and."), &["checksum does not fit"]);
}

#[test]
fn no_checksum() {
    spoilt(
        |file| file.rsplit_once("// blake3").expect("is there").0.to_owned(),
        &["last line is no checksum"],
    );
}

#[test]
fn other_line_ends() {
    spoilt(|file| file.replace('\n', "\r\n"), &["line ends"]);
}

#[test]
fn cut_off() {
    spoilt(|file| file.chars().take(file.chars().count() / 2).collect(), &["line ", "cut off"]);
    spoilt(|_| "(".to_owned(), &["line 1", "cut off"]);
    spoilt(|_| String::new(), &["the file is empty"]);
    spoilt(|file| file.trim_end().to_owned(), &["last line does not end"]);
}

#[test]
fn a_newer_format() {
    spoilt(
        |file| file.replacen("format: 1,", "format: 2,", 1),
        &["written by a newer Dateline (format 2); this one reads format 1"],
    );
}

#[test]
fn twice_the_file() {
    spoilt(|file| format!("{file}{file}"), &["line "]);
}

#[test]
fn marks_that_do_not_fit() {
    spoilt(
        |file| file.replace("start: 14, end: 25", "start: 14, end: 2500"),
        &["line ", "mention m", "2500"],
    );
    spoilt(
        |file| file.replace("start: 14, end: 25", "start: 15, end: 26"),
        &["line ", "mention m", "Kim Jong Un", "im Jong Un "],
    );
    spoilt(|file| file.replace("start: 14, end: 25", "start: 14, end: 14"), &["line ", "mention m"]);
    spoilt(|file| file.replace("start: 14, end: 25", "start: 14, end: 99999999999999999999999"), &["line "]);
    spoilt(|file| file.replace(r#"label: "Person", entity"#, r#"label: "Ghost", entity"#), &["Ghost"]);
}

#[test]
fn records_that_are_wrong() {
    spoilt(|file| file.replace("rejections:", "rejected:"), &["line ", "rejected"]);
    spoilt(|file| file.replacen("mentions: [", "mentions: [,", 1), &["line "]);
    spoilt(
        |file| {
            let line = file.lines().find(|line| line.contains("start: 14")).expect("is there");
            file.replace(line, &format!("{line}\n{line}"))
        },
        &["mention m", "two of this id"],
    );
    spoilt(|file| file.replace("#3b6fd4", "#3b6f"), &["line ", "colour"]);
}

#[test]
fn the_line_is_the_right_one() {
    let stage = Stage::with_project();
    stage.do_one(json!({"do": "tag", "doc": "Second story", "start": 14, "end": 25, "label": "Person"}));
    let damaged = stage.read("p.ron").replace("end: 25", "end: 26");
    stage.write("p.ron", &damaged);
    stage.run(&["check", "p.ron"]).failed(1, &[&line_of(&damaged, "end: 26")]);
}

#[test]
fn bytes_that_are_no_text() {
    let stage = Stage::with_project();
    let bytes = [stage.read("p.ron").as_bytes(), b"\xff"].concat();
    dateline::project_file::write_atomically(&stage.path("p.ron"), &bytes).expect("written");
    stage.run(&["check", "p.ron"]).failed(1, &["p.ron: line ", "is not UTF-8"]);
}

#[test]
fn what_is_no_project_at_all() {
    let stage = Stage::new();
    for (name, words) in [
        ("deep.ron", "[".repeat(200_000)),
        ("parens.ron", "(".repeat(200_000)),
        ("some.ron", format!("{}1{}", "Some(".repeat(50_000), ")".repeat(50_000))),
        ("escapes.ron", format!("(format: 1, schema: (name: \"{}", "\\n".repeat(320_000))),
        ("json.ron", "{\"a\": 1}\n".to_owned()),
        ("other.ron", "(version: 1, text: \"\")\n".to_owned()),
    ] {
        stage.write(name, &words);
        stage.run(&["check", name]).failed(1, &[&format!("{name}: line 1")]);
    }
    stage.run(&["check", "none.ron"]).failed(1, &["none.ron: there is no such file"]);
    stage.run(&["check", "."]).failed(1, &["this is a folder"]);
}

/// Whatever is done with a project that cannot be read, its file stays as it is.
#[test]
fn no_command_replaces_what_it_cannot_read() {
    let stage = Stage::with_project();
    let newer = stage.read("p.ron").replacen("format: 1,", "format: 9,", 1);
    for words in [newer.as_str(), "(format: 1,"] {
        stage.write("p.ron", words);
        for arguments in
            [&["import", "p.ron", "a.txt"][..], &["edit", "p.ron"], &["stats", "p.ron"], &["check", "p.ron"]]
        {
            stage.run_with(arguments, "{\"do\":\"save\"}\n").failed(1, &["p.ron: "]);
            assert_eq!(stage.read("p.ron"), words, "{arguments:?}");
        }
    }
}

#[test]
fn a_file_that_was_changed_by_hand_is_kept_before_it_is_replaced() {
    let stage = Stage::with_project();
    let by_hand = stage.read("p.ron").replace("The end.", "The and.");
    stage.write("p.ron", &by_hand);
    let ran = stage.run_with(
        &["edit", "p.ron"],
        "{\"do\":\"tag\",\"doc\":\"Second story\",\"start\":14,\"end\":25,\"label\":\"Person\"}\n",
    );
    assert_eq!(ran.code, Some(0));
    assert!(ran.errors.contains("p.ron: the file was changed or damaged"), "{}", ran.errors);
    assert_eq!(stage.read("p.damaged-1.ron"), by_hand);
    assert_eq!(stage.run(&["check", "p.ron"]).code, Some(0));
}
