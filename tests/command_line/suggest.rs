//! `suggest`: what it prints, and what it does with files that are no articles.

use super::*;

#[test]
fn a_suggestion_a_line_with_offsets_in_code_points_of_the_annotated_text() {
    let ran = Stage::new().run(&["suggest", "a.txt"]);
    assert_eq!((ran.code, ran.errors.as_str()), (Some(0), ""));
    let found = ran.json();
    assert!(ran.out.starts_with(r#"{"doc":"a.txt","start":"#), "{}", ran.out);
    for record in &found {
        let all = ["doc", "end", "entity", "label", "score", "source", "start", "text", "why"];
        assert_eq!(fields(record), all);
        assert_eq!(record["text"], words_at(ANNOTATED, record));
        assert_eq!(record["doc"], "a.txt");
        let score = record["score"].as_f64().expect("a number");
        assert!((0.0..=1.0).contains(&score));
        assert!(!record["why"].as_str().expect("is words").is_empty());
    }
    let of = |words: &str| found.iter().find(|record| record["text"] == words).expect("is suggested");
    assert_eq!(of("Vienna")["label"], "Place");
    assert_eq!((of("Vienna")["start"].as_u64(), of("Vienna")["end"].as_u64()), (Some(20), Some(26)));
    assert_eq!(of("Kim Jong Un")["label"], "Person");
    assert_eq!(of("Nov. 9")["label"], "Date");
    assert_eq!(of("Jo")["entity"], of("Jo Chol-su")["entity"], "they mean one man");
}

#[test]
fn standard_input_is_an_article_too() {
    let stage = Stage::new();
    let [file, input] = [stage.run(&["suggest", "a.txt"]), stage.run_with(&["suggest", "-"], ARTICLE)];
    assert_eq!(input.code, Some(0));
    assert_eq!(input.out.replace(r#""doc":"-""#, r#""doc":"a.txt""#), file.out);
    stage.run_with(&["suggest", "-"], "").failed(1, &["standard input: the file is empty"]);
}

#[test]
fn a_bad_file_does_not_stop_the_others() {
    let ran = Stage::new().run(&["suggest", "a.txt", "none.txt", "bad.txt", "b.txt"]);
    ran.failed(1, &["none.txt: there is no such file", "bad.txt: the PDF document is damaged"]);
    assert_eq!(ran.errors.lines().count(), 2);
    let mut articles: Vec<Value> = ran.json().iter().map(|record| record["doc"].clone()).collect();
    articles.dedup();
    assert_eq!(articles, ["a.txt", "b.txt"]);
}

#[test]
fn a_table_for_people_that_no_terminal_acts_on() {
    let stage = Stage::new();
    stage.write("c.txt", "\u{1b}[31m He went to Vienna. \u{1b}[0m\n");
    let ran = stage.run(&["suggest", "c.txt", "--format", "text"]);
    assert_eq!(ran.code, Some(0));
    assert!(!ran.out.contains('\u{1b}') && ran.out.contains("Vienna"), "{}", ran.out);
    let rows = stage.run(&["suggest", "a.txt", "--format=text"]);
    assert_eq!(rows.out.lines().count(), stage.run(&["suggest", "a.txt"]).out.lines().count());
    let vienna = rows.out.lines().find(|row| row.contains("Vienna")).expect("is suggested");
    let columns: Vec<&str> = vienna.split_whitespace().take(5).collect();
    assert_eq!((&columns[..3], columns[4]), (&["20", "26", "Place"][..], "Vienna"));
}

#[test]
fn the_options_are_taken() {
    let stage = Stage::new();
    let (all, fast) = (stage.run(&["suggest", "a.txt"]), stage.run(&["suggest", "a.txt", "--fast"]));
    for ran in [&all, &fast] {
        assert!(ran.code == Some(0) && ran.out.contains("Vienna"), "{}", ran.out);
    }
    // The careful tagger has its say in one of them only; a build without it says so.
    assert_eq!(all.out != fast.out, cfg!(feature = "careful"));
    let told = stage.command(&["suggest", "a.txt"]).output().expect("ends").stderr;
    assert_eq!(told == NOT_CAREFUL.as_bytes(), !cfg!(feature = "careful"));
    assert_eq!(stage.run(&["suggest", "a.txt", "--published", "2019-11-10"]).code, Some(0));
    stage.run(&["suggest", "a.txt", "--published", "2019-13-10"]).failed(2, &["--published"]);
    stage.run(&["suggest", "a.txt", "--format", "xml"]).failed(2, &["jsonl", "text"]);
}

#[test]
fn file_names_that_mislead_are_shown_as_they_are() {
    let ran = Stage::new().run(&["suggest", "none-\u{202e}txt.exe", "two\nlines"]);
    ran.failed(1, &[r"none-\u{202e}txt.exe: there is no such file", r"two\nlines: there is no"]);
    assert_eq!(ran.errors.lines().count(), 2);
}

/// The day is what the words mean; other labels have none, and neither has a day without a year where nobody knows when
/// the article was published.
#[test]
fn dates_carry_what_they_mean() {
    let stage = Stage::new();
    stage.write(
        "d.txt",
        "Mr. Jo left Seoul Saturday, on Nov. 9, 2019, and will be back by the end of the year.\n",
    );
    let values = |arguments: &[&str]| {
        let ran = stage.run(&[&["suggest", "d.txt", "--fast"], arguments].concat());
        let found = ran.json().into_iter();
        let pair = |record: Value| [record["text"].clone(), record["value"].clone()];
        found.map(pair).filter(|[text, _]| text != "Jo").collect::<Vec<_>>()
    };
    let dated = values(&["--published", "2019-11-10"]);
    assert!(dated.contains(&[json!("Saturday"), json!("2019-11-09")]), "{dated:?}");
    assert!(dated.contains(&[json!("Nov. 9, 2019"), json!("2019-11-09")]), "{dated:?}");
    assert!(dated.contains(&[json!("the end of the year"), json!("2019-12-31")]), "{dated:?}");
    assert!(dated.contains(&[json!("Seoul"), Value::Null]), "{dated:?}");
    let undated = values(&[]);
    assert!(undated.contains(&[json!("Saturday"), Value::Null]), "{undated:?}");
    assert!(undated.contains(&[json!("Nov. 9, 2019"), json!("2019-11-09")]), "{undated:?}");
    let rows = stage.run(&["suggest", "d.txt", "--fast", "--published", "2019-11-10", "--format", "text"]);
    assert!(rows.out.contains("Saturday = 2019-11-09  ("), "{}", rows.out);
    assert!(rows.out.contains("Seoul  ("), "{}", rows.out);
}
