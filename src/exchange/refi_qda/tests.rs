use super::{
    super::{
        Export, File,
        round_trip::{lines, sample},
        zips,
    },
    read::{read, recognises},
    write::write,
};
use crate::model::{Command, notation::Desk};

fn unpacked(export: &Export) -> Vec<(String, String)> {
    let [file] = export.files.as_slice() else { panic!("one file") };
    let files = zips::unpack(&file.bytes).expect("unpacks");
    files.into_iter().map(|(name, bytes)| (name, String::from_utf8(bytes).expect("is UTF-8"))).collect()
}

/// A mark whose words XML cannot hold has no name to be checked by; its place was then read in bytes.
#[test]
fn words_that_xml_cannot_hold_do_not_change_what_offsets_count() {
    let mut desk = Desk::with(&["[Kim](Person) éé é \u{0}Kimchi"]);
    let part = desk.pick(0, "\u{0}Kim", "Person");
    desk.carry_out(Command::Mark(vec![part]));
    let imported = read(&write(&desk.project).files).expect("is read");
    let article = &imported.articles[0];
    let words: Vec<&str> = article.marks.iter().map(|mark| article.text.slice(mark.span)).collect();
    assert_eq!((words, imported.warnings.len()), (vec!["Kim", "\u{0}Kim"], 0));
}

#[test]
fn a_project_is_codes_texts_cases_and_links() {
    let export = write(&sample().project);
    let files = unpacked(&export);
    assert_eq!(files.len(), 3);
    assert_eq!(files[2].1, "Nothing.\n");
    insta::assert_snapshot!(format!("{}\n{}", export.losses.join("\n"), files[0].1));
}

#[test]
fn the_same_project_gives_the_same_bytes() {
    assert_eq!(write(&sample().project), write(&sample().project));
}

#[test]
fn projects_of_other_programs_are_read() {
    let bytes = include_bytes!("../../../tests/data/exchange/refi_qda/letter.qdpx");
    let file = File::new("letter.qdpx", bytes);
    assert!(recognises(&file));
    insta::assert_snapshot!(lines(&read(&[file]).expect("is read")));
}

#[test]
fn what_is_no_project_is_refused_with_the_reason() {
    let check = |name: &str, bytes: &[u8], expected: &str| {
        let error = read(&[File::new(name, bytes)]).expect_err("is refused").to_string();
        assert!(error.starts_with(expected), "{error}");
    };
    check("a.qdpx", b"x", "a.qdpx: this is no zip archive");
    check(
        "a.qdpx",
        &zips::pack([("a.txt", b"x".as_slice())]).expect("packs"),
        "a.qdpx: there is no project.qde",
    );
    check("a.qde", b"<a/>", "a.qde: this is <a>, not a project of REFI-QDA");
    check("a.qde", b"<Project>", "a.qde: line 1: <Project> is never closed");
}

#[test]
fn a_book_of_codes_is_labels() {
    let bytes = include_bytes!("../../../tests/data/exchange/refi_qda/codes.qdc");
    let imported = read(&[File::new("codes.qdc", bytes)]).expect("is read");
    let told: Vec<String> = imported.labels.iter().map(|label| format!("{label:?}")).collect();
    insta::assert_snapshot!(told.join("\n"));
}
