//! Opening files of every kind: in processes of their own, one bad file costing nothing but itself.

use super::*;
use std::io::Cursor;

/// What comes with the tests: file, title, publication date.
const KINDS: &[(&str, &str, &str)] = &[
    ("page.html", "Envoys leave Vienna without a pact", "2024-11-10"),
    ("alert.eml", "Alert: talks in Zürich", "2024-11-10"),
    ("talks.pdf", "Envoys leave", "2024-11-10"),
];

fn fixture(name: &str) -> String {
    format!("{}/tests/data/import/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn packed(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).expect("starts");
        writer.write_all(bytes).expect("writes");
    }
    writer.finish().expect("ends").into_inner()
}

impl Ran {
    #[track_caller]
    fn well(&self) {
        assert_eq!(self.code, Some(0), "{self:?}");
    }
}

impl Stage {
    fn write_bytes(&self, name: &str, bytes: &[u8]) {
        dateline::project_file::write_atomically(&self.path(name), bytes).expect("written");
    }
}

#[test]
fn files_of_every_kind_come_in_with_what_is_known_of_them() {
    let stage = Stage::new();
    for (name, title, published) in KINDS {
        let ran = stage.run(&["import", "p.ron", &fixture(name)]);
        assert_eq!(ran.code, Some(0), "{name}: {}", ran.errors);
        let [record] = ran.json().try_into().expect("one line");
        assert_eq!((&record["title"], &record["published"]), (&json!(title), &json!(published)), "{name}");
    }
    assert!(stage.read("p.ron").contains("origins: (title: \"JSON-LD\", published: \"JSON-LD\""));
    stage.run(&["check", "p.ron"]).well();
}

#[test]
fn a_bad_file_costs_nothing_but_itself() {
    let stage = Stage::new();
    let bomb = packed(&[("word/document.xml", &vec![b' '; 90 << 20])]);
    stage.write_bytes("bomb.docx", &bomb);
    stage.write_bytes("cut.docx", &bomb[..bomb.len() / 2]);
    stage.write("deep.html", &"<div><p>".repeat(200_000));
    let ran =
        stage.run(&["import", "p.ron", "bomb.docx", "bad.txt", "a.txt", "cut.docx", &fixture("page.html")]);
    ran.failed(
        1,
        &[
            "bomb.docx: it was not read, for safety",
            "bad.txt: the PDF document is damaged",
            "cut.docx: the Word document is damaged",
        ],
    );
    assert_eq!(ran.json().len(), 2);
    // Whether it is read or given up, the program lives.
    assert!(matches!(stage.run(&["suggest", "deep.html", "--fast"]).code, Some(0 | 1)));
}

#[test]
fn a_folder_stands_for_its_articles_and_twins_are_told() {
    let stage = Stage::new();
    fs::create_dir(stage.path("more")).expect("made");
    stage.write("more/again.md", ARTICLE);
    stage.write("more/picture.png", "no article");
    let ran = stage.run(&["import", "p.ron", "a.txt", "more"]);
    assert_eq!((ran.code, ran.json().len()), (Some(0), 2), "{}", ran.errors);
    assert!(ran.errors.contains("has the same words as"), "{}", ran.errors);
    assert!(ran.errors.contains("1 files of other kinds were passed over"), "{}", ran.errors);
}

#[test]
fn another_encoding_and_the_whole_page_can_be_asked_for() {
    let stage = Stage::new();
    stage.write_bytes("moscow.txt", b"\xcc\xee\xf1\xea\xe2\xe0 and Seoul");
    let ran = stage.run(&["import", "p.ron", "moscow.txt", "--encoding", "cp1251"]);
    assert_eq!((ran.code, ran.errors.as_str()), (Some(0), ""));
    assert!(stage.read("p.ron").contains("Москва and Seoul"));
    stage
        .run(&["suggest", "moscow.txt", "--encoding", "klingon"])
        .failed(2, &["there is no encoding “klingon”"]);
    stage.run(&["import", "whole.ron", &fixture("page.html"), "--whole-page"]).well();
    assert!(stage.read("whole.ron").contains("All rights reserved"));
}

#[test]
fn paths_of_an_archive_lead_nowhere() {
    let stage = Stage::new();
    stage.write_bytes("all.zip", &packed(&[("../evil.txt", b"Evil."), ("ok.txt", b"Good words.")]));
    let ran = stage.run(&["import", "p.ron", "all.zip"]);
    assert_eq!((ran.code, ran.json().len()), (Some(0), 1));
    assert!(ran.errors.contains("../evil.txt was left out"), "{}", ran.errors);
    assert_eq!(stage.names(), ["a.txt", "all.zip", "b.txt", "bad.txt", "p.ron"]);
}

/// The process that reads is killed; what it would have brought does not come.
#[test]
fn a_reading_that_is_cancelled_ends() {
    use dateline::{
        session::{ReadAs, read_articles, use_worker},
        suggest::Cancel,
    };
    let stage = Stage::new();
    use_worker(PathBuf::from(env!("CARGO_BIN_EXE_dateline")));
    stage.write("slow.html", &"<div><p>word ".repeat(60_000));
    let cancel = Cancel::default();
    cancel.cancel();
    let failure = read_articles(&stage.path("slow.html"), &ReadAs::default(), &cancel);
    let why = failure.expect_err("was cancelled").why;
    assert_eq!(why, "the reading was cancelled");
}

/// Files of strangers beside the checkout, with what is expected of each. `cargo test -- --ignored`
#[test]
#[ignore = "needs ../shared/bad-input beside the checkout"]
fn hostile_files_are_read_or_refused_and_never_crash() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/bad-input");
    let Ok(manifest) = fs::read_to_string(root.join("MANIFEST.tsv")) else {
        println!("skipped: there is no {}", root.display());
        return;
    };
    // Projects and annotation formats are read elsewhere; the last is a list of labels.
    let others = ["ron", "project", "brat", "conll", "json-suite"];
    let stage = Stage::new();
    let (mut wrong, mut count) = (Vec::new(), 0);
    for row in manifest.lines().skip(1) {
        let fields: Vec<&str> = row.split('\t').collect();
        let [file, kind, expected, ..] = fields.as_slice() else { continue };
        if others.iter().any(|other| kind.starts_with(other)) || *file == "strings/blns-labels.json" {
            continue;
        }
        let path = root.join(file.replace("\\n", "\n"));
        let ran = stage.run(&["suggest", "--fast", &path.to_string_lossy()]);
        let is_well = match (*expected, ran.code) {
            ("OK", code) => code == Some(0) || ran.errors.contains("the file is empty"),
            ("REJECT", code) => code == Some(1),
            (_, code) => matches!(code, Some(0 | 1)),
        };
        count += 1;
        if !is_well {
            wrong.push(format!("{file}: {expected}, but {:?} {}", ran.code, ran.errors));
        }
    }
    assert!(count > 100 && wrong.is_empty(), "{count} files, {wrong:#?}");
}

#[test]
fn columns_are_what_they_are_said_to_be() {
    let stage = Stage::new();
    let (lead, story) = ("lead ".repeat(30), "story ".repeat(60));
    stage.write("t.csv", &format!("heading,day,first,second\nTalks,2024-11-10,{lead},{story}\n"));
    let guessed = stage.run(&["import", "p.ron", "t.csv"]);
    guessed.well();
    assert!(guessed.errors.contains("“second”, which has the longest words"), "{}", guessed.errors);
    let said = "text=first,text=second,date=day,title=";
    let ran = stage.run(&["import", "q.ron", "t.csv", "--columns", said]);
    ran.well();
    assert_eq!(ran.json()[0]["published"], "2024-11-10");
    assert!(stage.read("q.ron").contains("lead") && stage.read("q.ron").contains("story"));
    stage.run(&["suggest", "t.csv", "--columns", "text=3"]).well();
    stage
        .run(&["import", "p.ron", "t.csv", "--columns", "text=none"])
        .failed(1, &["there is no column “none”"]);
    stage
        .run(&["import", "p.ron", "t.csv", "--columns", "words=3"])
        .failed(2, &["there is no field “words”"]);
}

#[test]
fn feeds_mailboxes_and_folders_of_both_kinds_come_in() {
    let stage = Stage::new();
    let ran = stage.run(&[
        "import",
        "p.ron",
        &fixture("courier.rss"),
        &fixture("courier.atom"),
        &fixture("desk.mbox"),
    ]);
    assert_eq!((ran.code, ran.json().len()), (Some(0), 6), "{ran:?}");
    fs::create_dir(stage.path("both")).expect("made");
    stage.write("both/m.ann", "T1\tPER 0 3\tKim\n");
    stage.write("both/m.txt", "Kim met Lee.\n");
    stage.write("both/n.txt", "Lee met Kim.\n");
    let ran = stage.run(&["import", "q.ron", "both"]);
    assert_eq!((ran.code, ran.json().len()), (Some(0), 2), "{ran:?}");
    assert!(ran.errors.contains("brat: 1 article, 1 mark"), "{}", ran.errors);
}
