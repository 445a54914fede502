use super::*;
use crate::exchange::round_trip::{sample, written};

/// What a file says, a line each.
fn told(imported: &Imported) -> String {
    crate::exchange::round_trip::lines(imported)
}

#[test]
fn xmi_carries_all_of_an_article() {
    insta::assert_snapshot!(written(&XMI));
}

#[test]
fn json_carries_all_of_an_article() {
    insta::assert_snapshot!(written(&JSON));
}

#[test]
fn xmi_of_other_programs_is_read() {
    let bytes = include_bytes!("../../../tests/data/exchange/uima_xmi/letter.xmi");
    let file = File::new("letter.xmi", bytes);
    assert!(xmi::recognises(&file));
    insta::assert_snapshot!(told(&read_xmi(&[file]).expect("is read")));
}

#[test]
fn json_of_other_programs_is_read() {
    let bytes = include_bytes!("../../../tests/data/exchange/uima_json/letter.json");
    let file = File::new("letter.json", bytes);
    assert!(json::recognises(&file));
    insta::assert_snapshot!(told(&read_json(&[file]).expect("is read")));
}

#[test]
fn xmi_is_found_in_archives_in_archives() {
    let export = write_xmi(&sample().project);
    let files = export.files.iter().map(|file| (file.name.as_str(), file.bytes.as_slice()));
    let inner = zips::pack(files).expect("packs");
    let outer = zips::pack([("annotation/sample.zip", inner.as_slice())]).expect("packs");
    for bytes in [inner, outer] {
        let imported = read_xmi(&[File::new("export.zip", bytes)]).expect("is read");
        assert_eq!(imported.articles.len(), 2);
        assert_eq!(imported.articles[0].marks.len(), 7);
    }
}

#[test]
fn what_is_no_cas_is_refused_with_the_reason() {
    let check = |name: &str, words: &str, expected: &str| {
        let file = File::new(name, words);
        let read = if name.ends_with("xmi") { read_xmi(&[file]) } else { read_json(&[file]) };
        assert_eq!(read.expect_err("is refused").to_string(), expected);
    };
    check("a.xmi", "<a/>", "a.xmi: this is <a>, not XMI");
    check("a.xmi", "<xmi:XMI>", "a.xmi: line 1: <xmi:XMI> is never closed");
    check("a.xmi", "<xmi:XMI/>", "there is no text in it");
    check("a.json", "{}", "a.json: there is no “%FEATURE_STRUCTURES” in it: it is no CAS in JSON 0.4");
    check(
        "a.json",
        "{\n",
        "a.json: line 2: this is not JSON (EOF while parsing an object at line 2 column 0)",
    );
}

#[test]
fn no_sentence_ends_and_no_token_crosses_the_edge_of_a_mark() {
    let mut desk = crate::model::notation::Desk::with(&["Kim left. Moon came. Lee slept."]);
    let crossing = desk.pick(0, "eft. Mo", "Event");
    desk.carry_out(crate::model::Command::Mark(vec![crossing]));
    let codes = Codes::of(desk.project.schema());
    let document = desk.project.documents().next().expect("there");
    let cas = fill::cas(&desk.project, document, &codes, true);
    let of = |kind: &str| -> Vec<(usize, usize)> {
        cas.structures.iter().filter(|one| one.kind == kind).filter_map(|one| one.place).collect()
    };
    assert_eq!(of(types::SENTENCE), [(0, 20), (21, 31)]);
    assert!(of(types::TOKEN).starts_with(&[(0, 3), (4, 5), (5, 8), (8, 9), (10, 12), (12, 14)]));
}
