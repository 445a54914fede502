//! What a project file promises: the same bytes again, one line for one mention, and nothing taken silently.

use super::{
    Laid, Loaded, ReadError, Warning, articles_named, is_as_laid_out, lay_out, lines::put, read, read_with,
    to_bytes,
};
use crate::model::{
    Command, EntityFacts, EntityId, EntityRole, Facts, IdSource, KnownName, NameList, NewDocument,
    NewRelation, Organisation, Origins, Pick, Project, Provenance, RejectionScope, RelationType, SaidDate,
    Schema, Score, notation::Desk, random, verify,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn ids() -> IdSource {
    IdSource::new(99)
}

/// A small project with every kind of record.
fn desk() -> Desk {
    let first = "[Mr. Kim](Person) “met” [Trump](Person)\nin [Seoul](Place).\u{202e}\n";
    let mut desk = Desk::with(&[first, "", "[Seoul](Place) again\0"]);
    let facts = Facts {
        title: "A \"summit\"".to_owned(),
        published: "2019-11-10".parse().ok(),
        language: "en".to_owned(),
        ..Facts::default()
    };
    desk.carry_out(Command::SetFacts { document: desk.document(0), facts });
    desk.carry_out(Command::RenameEntity { entity: desk.entity("Mr. Kim"), name: "Kim Jong Un".to_owned() });
    let note = "who else?\n".to_owned();
    desk.carry_out(Command::SetNote { mention: desk.mentions("Trump")[0], note });
    let accepted = Provenance::Accepted { suggester: "rules".into(), score: Score::from_thousandths(930) };
    let pick = Pick { provenance: accepted, ..desk.pick(2, "again", "Other") };
    let imported = Provenance::Imported { from: "brat".into() };
    desk.carry_out(Command::Mark(vec![pick, Pick { provenance: imported, ..desk.pick(0, "in", "Other") }]));
    desk.carry_out(Command::MergeEntities(vec![desk.entity("Trump"), desk.entity("Seoul")]));
    let (document, label) = (desk.document(0), desk.label("Date"));
    let here = RejectionScope::Here { document, span: desk.place(0, "met") };
    let scopes = [here, RejectionScope::Article { document }, RejectionScope::Project];
    let refusals = scopes.map(|scope| (scope, label, "met".to_owned()));
    desk.carry_out(Command::Reject(refusals.to_vec()));
    desk
}

fn written(project: &Project) -> String {
    String::from_utf8(to_bytes(project)).expect("is UTF-8")
}

#[test]
fn what_was_saved_is_what_is_read() {
    let project = desk().project;
    let loaded = read(&to_bytes(&project), ids()).expect("reads");
    assert_eq!(loaded.warnings, []);
    assert!(loaded.project == project);
    assert_eq!(to_bytes(&loaded.project), to_bytes(&project));
    let file = written(&project);
    assert!(file.is_ascii() || !file.contains(['\u{202e}', '\0']), "what cannot be seen is a code");
    insta::assert_snapshot!(file);
}

type Files = BTreeMap<String, Vec<u8>>;

/// The project's own file, the files of articles that were not laid out, and what is laid out now.
fn laid_out(project: &Project, laid: &Laid) -> (Vec<u8>, Files, Laid) {
    let mut files = Files::new();
    let (index, now) = lay_out(project, laid, |name, bytes| {
        files.insert(name.to_owned(), bytes.to_owned());
        Ok(())
    })
    .expect("nothing fails");
    (index, files, now)
}

fn read_files(index: &[u8], files: &Files) -> Result<Loaded, ReadError> {
    let mut article = |name: &str| files.get(name).cloned().ok_or(std::io::ErrorKind::NotFound.into());
    read_with(index, ids(), &mut article, &mut |_, _, _| ())
}

#[test]
fn a_project_in_a_folder_has_a_file_for_each_article_and_one_that_names_them() {
    let project = desk().project;
    let (index, files, _) = laid_out(&project, &Laid::default());
    assert!(read_files(&index, &files).expect("reads").project == project);
    assert_eq!(articles_named(&index).len(), 3);
    assert_eq!(articles_named(&to_bytes(&project)), []);
    assert!(files.iter().all(|(name, bytes)| is_as_laid_out(name, bytes)));
    let first = files.values().next().expect("there are three");
    insta::assert_snapshot!(String::from_utf8_lossy(&index));
    insta::assert_snapshot!(String::from_utf8_lossy(first));
}

/// Every cut of an article's file, and every bit of it the other way, is refused or told.
#[test]
fn no_harm_to_an_article_file_goes_unseen() {
    let (index, files, _) = laid_out(&desk().project, &Laid::default());
    let (name, whole) = files.iter().next().expect("there are three");
    let harmed = |bytes: Vec<u8>| {
        let mut files = files.clone();
        files.insert(name.clone(), bytes);
        match read_files(&index, &files) {
            Ok(loaded) => assert_eq!(loaded.warnings, [Warning::Article { file: name.clone() }]),
            Err(error) => assert!(error.to_string().contains(name.as_str()), "{error}"),
        }
    };
    for length in 0..whole.len() {
        harmed(whole[..length].to_vec());
    }
    for bit in 0..whole.len() * 8 {
        let mut bytes = whole.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        harmed(bytes);
    }
}

#[test]
fn the_place_in_the_list_is_kept() {
    let mut desk = desk();
    desk.carry_out(Command::RemoveDocuments(vec![desk.document(0)]));
    let loaded = read(&to_bytes(&desk.project), ids()).expect("reads");
    assert!(loaded.project == desk.project);
    desk.project = loaded.project;
    desk.history.undo(&mut desk.project).expect("can be undone after opening again");
    assert_eq!(desk.project.documents().next().map(|document| document.position), Some(0));
}

/// Lines of `after` that are not in `before`, and the reverse.
fn changed_lines(before: &str, after: &str) -> (Vec<String>, Vec<String>) {
    let missing_in = |here: &str, there: &str| {
        let mut rest: Vec<&str> = there.lines().collect();
        let mut missing = here.lines().filter(|line| match rest.iter().position(|other| other == line) {
            Some(index) => rest.remove(index) != *line,
            None => true,
        });
        missing.by_ref().map(str::to_owned).collect::<Vec<_>>()
    };
    (missing_in(before, after), missing_in(after, before))
}

#[test]
fn one_more_mention_is_one_more_line() {
    // A new name, a known name, the second label of a merged entity, and an article without mentions before.
    for (index, words, label) in
        [(0, "met", "Event"), (2, "Seoul", "Person"), (2, "Seoul", "Other"), (0, "Kim", "Person")]
    {
        let mut desk = desk();
        let before = written(&desk.project);
        desk.carry_out(Command::Mark(vec![desk.pick(index, words, label)]));
        let (gone, come) = changed_lines(&before, &written(&desk.project));
        assert_eq!((gone.len(), come.len()), (1, 2), "{come:#?}");
        assert!(gone[0].starts_with("// blake3:") && come[1].starts_with("// blake3:"));
        assert!(come[0].contains(&format!("words: \"{words}\"")), "{}", come[0]);
    }
}

#[test]
fn every_cut_and_every_flipped_bit_is_noticed() {
    let bytes = to_bytes(&desk().project);
    let is_silent = |bytes: &[u8]| read(bytes, ids()).is_ok_and(|loaded| loaded.warnings.is_empty());
    for length in 0..bytes.len() {
        assert!(!is_silent(&bytes[..length]), "cut to {length}");
    }
    let mut flipped = bytes.clone();
    for index in 0..bytes.len() {
        for bit in 0..8 {
            flipped[index] ^= 1 << bit;
            assert!(!is_silent(&flipped), "bit {bit} of byte {index}");
            flipped[index] ^= 1 << bit;
        }
    }
    assert!(is_silent(&flipped));
}

#[test]
fn what_editors_do_is_tolerated_and_told() {
    let file = written(&desk().project);
    let warnings = |file: &str| read(file.as_bytes(), ids()).map(|loaded| loaded.warnings);
    assert_eq!(warnings(&format!("\u{feff}{file}")), Ok(vec![]));
    assert_eq!(warnings(&file.replace('\n', "\r\n")), Ok(vec![Warning::LineEnds]));
    assert_eq!(warnings(&file.replace("\n    ", "\n\t")), Ok(vec![Warning::Changed]));
    assert_eq!(warnings(file.trim_end()), Ok(vec![Warning::NoLineEnd]));
    assert_eq!(warnings(&format!("{file}\n")), Ok(vec![Warning::NoChecksum]));
}

/// Replaces the first `old` of the file by `new`; the message must be `expected`.
#[track_caller]
fn check(old: &str, new: &str, expected: &str) {
    let file = written(&desk().project);
    let place = file.find(old).expect("stands in the file");
    let (before, after) = file.split_at(place);
    let damaged = format!("{before}{new}{}", after.strip_prefix(old).expect("stands there"));
    let error = read(damaged.as_bytes(), ids()).expect_err("is refused");
    assert_eq!(error.to_string(), expected);
    assert!(!error.hint().is_empty());
}

/// The id that begins the first line with `sign`, and the number of that line, counted from 1.
fn id_and_line(sign: &str) -> (String, usize) {
    let file = written(&desk().project);
    let mut lines = file.lines().zip(1..);
    let (line, number) = lines.find(|(line, _)| line.contains(sign)).expect("stands in the file");
    (line.split('"').nth(1).unwrap_or_default().to_owned(), number)
}

/// What is wrong with the record whose line has `sign`, once its first `old` is `new`.
#[track_caller]
fn check_record(sign: &str, kind: &str, old: &str, new: &str, what: &str) {
    let (id, line) = id_and_line(sign);
    check(old, new, &format!("line {line}: {kind} {id}: {what}"));
}

#[test]
fn a_wrong_mention_is_said_with_its_place() {
    let check = |old: &str, new: &str, what: &str| check_record("\"Mr. Kim\"", "mention", old, new, what);
    check("start: 0", "start: 1", "it says “Mr. Kim”, but the text has “r. Kim” at bytes 1..7");
    check(
        "Mr. Kim “met”",
        "Mr.\\u{202e}Kim “met”",
        r"it says “Mr. Kim”, but the text has “Mr.\u{202e}K” at bytes 0..7",
    );
    check("end: 7", "end: 9", "byte 9 is inside a character");
    check("end: 7", "end: 0", "the range 0..0 is empty");
    check("end: 7", "end: 700", "the range ends at byte 700, but the text has 37");
    check("label: \"Person\"", "label: \"Human\"", "the schema has no label “Human”");
    let entity = desk().entity("Mr. Kim").to_string();
    let what = "“x1” is not an id: `e` and 10 digits or letters are expected";
    check(&format!("entity: Some(\"{entity}\")"), "entity: Some(\"x1\")", what);
    let what = "its score is 1001, but 1000 is the highest";
    check_record("\"again\"", "mention", "score: 930", "score: 1001", what);
}

#[test]
fn a_wrong_id_is_said_with_its_place() {
    let ((kim, kim_line), (trump, trump_line)) = (id_and_line("\"Mr. Kim\""), id_and_line("\"Trump\""));
    let [old, new] = [&trump, &kim].map(|id| format!("id: \"{id}\""));
    check(&old, &new, &format!("line {trump_line}: mention {kim}: there are two of this id"));
    let what = "“m1” is not an id: `m` and 10 digits or letters are expected";
    check(&kim, "m1", &format!("line {kim_line}: mention m1: {what}"));
}

#[test]
fn a_wrong_article_entity_or_schema_is_said_with_its_place() {
    let what = "“2019-11-31” is not a date; YYYY-MM-DD is expected";
    check_record("id: \"d", "article", "2019-11-10", "2019-11-31", what);
    check("name: \"Place\"", "name: \"Person\"", "line 5: schema: two labels are called “Person”");
    let what = "“Person” has the colour “#3b6fg4”; `#rrggbb` is expected";
    check("#3b6fd4", "#3b6fg4", &format!("line 7: schema: {what}"));
    let empty = EntityId::fresh(&mut IdSource::new(5));
    let record = format!("\nentities: [\n    (id: \"{empty}\", label: \"Person\"),\n");
    let line = id_and_line("entities: [").1 + 1;
    let what = "it has no name and no note, and no mention points to it";
    check("\nentities: [\n", &record, &format!("line {line}: entity {empty}: {what}"));
}

#[test]
fn syntax_is_said_with_its_place() {
    check("format: 1", "format: 2", "written by a newer Dateline (format 2); this one reads format 1");
    check("format: 1", "format: 0", "line 3, column 9: there is no format 0, near `0,`");
    check(
        "start: 0",
        "start: x",
        "line 33, column 35: expected integer, near `x, end: 7, words: \"Mr. Kim\", label: \"Pe`",
    );
    check("start: 0, ", "", "line 33, column 109: the field `start` is missing, near `),`");
    check(
        "start: 0, ",
        "begin: 0, ",
        "line 33, column 29: no field `begin` is known here, near `begin: 0, end: 7, words: \"Mr. Kim\", labe`",
    );
    check(
        "by: Hand",
        "by: Foot",
        "line 33, column 115: unexpected variant named `Foot` in enum `By`, expected one of `Hand`, `Accepted`, or `Imported` instead, near `Foot),`",
    );
    let file = written(&desk().project);
    let cut = read(&file.as_bytes()[..2_000], ids()).expect_err("is refused").to_string();
    assert!(cut.contains("it seems cut off"), "{cut}");
    assert_eq!(read(b" \n", ids()), Err(ReadError::Empty));
    assert_eq!(read(b"(\n\xff", ids()), Err(ReadError::NotUtf8 { byte: 2, line: 2 }));
    let deep = format!("(format: 1, schema: {}", "(".repeat(100_000));
    assert!(matches!(read(deep.as_bytes(), ids()), Err(ReadError::Syntax { .. })));
    let deep = format!("(format: 1, schema: (name: \"\", labels: [(name: {}", "Some(".repeat(100_000));
    assert!(matches!(read(deep.as_bytes(), ids()), Err(ReadError::Syntax { .. })));
}

/// One list that is off, the analyst's own, and a name to be forgotten.
fn desk_with_gazetteers() -> Desk {
    let mut desk = Desk::with(&["[Moon](Person) rose"]);
    let name = |desk: &Desk, words: &str, label: &str, canonical: &str| {
        KnownName::new(words, desk.label(label), canonical).expect("a name")
    };
    let names = vec![
        name(&desk, "Washington", "Place", ""),
        name(&desk, "Washington", "Person", "George Washington"),
        name(&desk, "Dr. “Zhu”", "Person", ""),
    ];
    let list = NameList::of(names);
    let step = desk.carry_out(Command::AddGazetteers(vec![("Old \"names\"".to_owned(), list)]));
    let gazetteer = desk.project.gazetteers().next().expect("one").id;
    assert_eq!(step.changes.len(), 1);
    desk.carry_out(Command::SwitchGazetteer { gazetteer, is_on: false });
    desk.carry_out(Command::Know(vec![name(&desk, "Seoul", "Place", "")]));
    desk.carry_out(Command::Forget(vec![("Moon".to_owned(), desk.label("Person"))]));
    desk
}

#[test]
fn gazetteers_come_back_one_name_a_line() {
    let project = desk_with_gazetteers().project;
    let file = written(&project);
    let loaded = read(file.as_bytes(), ids()).expect("reads");
    assert!(loaded.project == project && loaded.warnings.is_empty());
    assert_eq!(written(&loaded.project), file);
    assert!(file.contains(
        "        (words: \"Washington\", label: \"Person\", canonical: Some(\"George Washington\")),\n"
    ));
    assert!(!written(&desk().project).contains("gazetteers"), "what is not there is not written");
}

/// As `check`, in a file with gazetteers.
#[track_caller]
fn check_gazetteers(old: &str, new: &str, expected: impl Fn(usize, &str) -> String) {
    let file = written(&desk_with_gazetteers().project);
    let project = desk_with_gazetteers().project;
    let id = project.gazetteers().find(|list| list.names.count() == 3).expect("there").id.to_string();
    let line = file.lines().position(|line| line.contains(old)).expect("stands in the file") + 1;
    let error = read(file.replacen(old, new, 1).as_bytes(), ids()).expect_err("is refused");
    assert_eq!(error.to_string(), expected(line, &id));
}

#[test]
fn a_wrong_name_is_said_with_its_place() {
    let seoul = "(words: \"Seoul\", label: \"Place\")";
    check_gazetteers(seoul, "(words: \"Seoul\", label: \"City\")", |line, _| {
        format!("line {line}: name “Seoul”: the schema has no label “City”")
    });
    check_gazetteers(seoul, "(words: \"Seoul \", label: \"Place\")", |line, _| {
        format!("line {line}: name “Seoul ”: a name has a letter or digit, single spaces, and none at an end")
    });
    // The list is named: a same name may stand in another one.
    check_gazetteers("Some(\"George Washington\")", "Some(\"Washington\")", |line, id| {
        format!("line {}: gazetteer {id}: “Washington” goes by a name that is none, or by its own", line - 6)
    });
    check_gazetteers("\"Washington\", label: \"Place\"", "\"Washington\", label: \"Person\"", |line, id| {
        format!("line {}: gazetteer {id}: “Washington” is there twice with one label", line - 7)
    });
}

#[test]
fn two_lists_of_the_analyst_are_refused() {
    let file = written(&desk_with_gazetteers().project).replacen("role: Own", "role: Forgotten", 1);
    let error = read(file.as_bytes(), ids()).expect_err("is refused").to_string();
    assert!(error.starts_with("line ") && error.ends_with(": there is another of its role"), "{error}");
}

/// One entity of which all is known, a metonym, and two relations.
fn desk_with_relations() -> Desk {
    let mut desk = Desk::with(&[
        "[Jo Chol-su](Person) of [Pyongyang](Place) met [Trump](Person) in [Yonhap](Organization)",
        "[Kim](Person)",
    ]);
    let role = EntityRole {
        title: "vice \"minister\"".to_owned(),
        organisation: Some(Organisation::Entity(desk.entity("Yonhap"))),
        from: "2012-04".parse().ok(),
        to: "2018".parse().ok(),
    };
    let other =
        EntityRole { organisation: Some(Organisation::Named("Party".to_owned())), ..EntityRole::default() };
    let facts = EntityFacts {
        note: "who?".to_owned(),
        aliases: vec!["Mr. Jo".to_owned(), "조철수".to_owned()],
        country: "North Korea".to_owned(),
        ids: [("imdb", "nm1"), ("wikidata", "Q30")].map(|(a, b)| (a.to_owned(), b.to_owned())).into(),
        roles: vec![role, other],
    };
    desk.carry_out(Command::SetEntity { entity: desk.entity("Jo Chol-su"), facts });
    desk.carry_out(Command::SetMetonym { mentions: desk.mentions("Pyongyang"), is_metonym: true });
    let said = NewRelation {
        date: SaidDate::new("last “month”", "2019-10".parse().ok()),
        note: "one\nsource".to_owned(),
        ..desk.relation("Jo Chol-su", "works for", "Yonhap")
    };
    desk.carry_out(Command::Relate(said));
    let dated = NewRelation {
        date: SaidDate::new("2019-11-09", None),
        ..desk.relation("Jo Chol-su", "met", "Trump")
    };
    desk.carry_out(Command::Relate(dated));
    desk
}

#[test]
fn what_is_known_of_entities_and_what_ties_them_comes_back() {
    let project = desk_with_relations().project;
    let file = written(&project);
    let loaded = read(file.as_bytes(), ids()).expect("reads");
    assert!(loaded.project == project && loaded.warnings.is_empty());
    assert_eq!(written(&loaded.project), file);
    insta::assert_snapshot!(file);
    for word in ["relation", "metonym", "aliases", "roles"] {
        assert!(!written(&desk().project).contains(word), "what is not there is not written");
    }
}

#[test]
fn relation_types_of_ones_own_are_written_and_the_usual_ones_only_with_a_relation() {
    let own = RelationType {
        name: "Knows \"well\"".to_owned(),
        key: None,
        from: Vec::new(),
        to: Vec::new(),
        inverse: String::new(),
        is_symmetric: true,
    };
    for types in [vec![own], Vec::new()] {
        let schema = Schema::news_analyst().with_relation_types(types).expect("sound");
        let project = Project::new(schema, ids());
        let loaded = read(&to_bytes(&project), ids()).expect("reads");
        assert!(loaded.project == project);
        assert!(written(&project).contains("relation_types: Some(["));
    }
    let mut desk = desk_with_relations();
    let relations = desk.project.relations().map(|relation| relation.id).collect();
    desk.carry_out(Command::DeleteRelations(relations));
    assert!(!written(&desk.project).contains("relation"));
}

/// As `check`, in a file with relations: what is said of the record whose line has `sign`.
#[track_caller]
fn check_relations(sign: &str, old: &str, new: &str, expected: &str) {
    let file = written(&desk_with_relations().project);
    let (number, line) = (1..).zip(file.lines()).find(|(_, line)| line.contains(sign)).expect("is there");
    let id = line.split('"').nth(1).unwrap_or_default();
    let place = file.find(line).expect("is there");
    let (before, after) = file.split_at(place);
    assert!(after.contains(old), "{old}");
    let damaged = format!("{before}{}", after.replacen(old, new, 1));
    let error = read(damaged.as_bytes(), ids()).expect_err("is refused");
    assert_eq!(error.to_string(), format!("line {number}: {}", expected.replace("ID", id)));
}

#[test]
fn a_wrong_relation_is_said_with_its_place() {
    let desk = desk_with_relations();
    let [jo, kim] = ["Jo Chol-su", "Kim"].map(|words| desk.mentions(words)[0].to_string());
    let check = |old: &str, new: &str, what: &str| {
        check_relations("type: \"Works for\"", old, new, &format!("relation ID: {what}"));
    };
    check("\"Works for\"", "\"Knows\"", "the schema has no relation type “Knows”");
    check(&format!("from: \"{jo}\""), &format!("from: \"{kim}\""), "a mention of it is not in its article");
    check(
        &format!("from: \"{jo}\""),
        "from: \"m1\"",
        "“m1” is not an id: `m` and 10 digits or letters are expected",
    );
    check(
        "Some(\"2019-10\")",
        "Some(\"2019-1\")",
        "“2019-1” is not a date; YYYY, YYYY-MM or YYYY-MM-DD is expected",
    );
    check("date: Some(\"last “month”\"), ", "", "it has the value of a date, but no date");
    check("\"last “month”\"", "\" last\"", "its date “ last” is empty or has spaces at an end");
    let met = "\"Met\", key: Some(\"m\")";
    check_relations(
        "name: \"Met\"",
        met,
        "\"Met\", key: Some(\"mm\")",
        "schema: “Met” has the key “mm”; one character is expected",
    );
    check_relations(
        "name: \"Met\"",
        "[\"Person\"",
        "[\"Human\"",
        "schema: “Met” joins “Human”, which is no label of the schema",
    );
}

#[test]
fn a_wrong_fact_is_said_with_its_place() {
    let check = |old: &str, new: &str, what: &str| {
        check_relations("country:", old, new, &format!("entity ID: {what}"));
    };
    check("\"nm1\"", "\"n m1\"", "“imdb: n m1” is no id; neither part may be empty or have spaces");
    check("\"imdb\"", "\"wikidata\"", "it has two ids of one collection");
    check("\"Mr. Jo\"", "\"\"", "“” is no name");
    check(
        "\"Mr. Jo\"",
        "\"Mr.  Jo\"",
        "an alias, country, id or role is empty, is there twice, or has spaces where there should be none",
    );
    check("Some(\"2018\")", "Some(\"2010\")", "a role cannot begin in 2012-04 and end in 2010");
    check(
        "entity: Some(\"",
        "organisation: \"Yonhap\", entity: Some(\"",
        "a role is with “Yonhap” and with an entity; one is expected",
    );
    let yonhap = desk_with_relations().entity("Yonhap").to_string();
    let nobody = EntityId::LOWEST.to_string();
    check(&yonhap, &nobody, "the organisation of a role is not there");
}

proptest! {
    #[test]
    fn after_any_work_the_same_bytes_come_back(draws in random::draws(40)) {
        let (project, _) = random::worked(&draws);
        let bytes = to_bytes(&project);
        let loaded = read(&bytes, ids()).expect("reads");
        prop_assert!(loaded.warnings.is_empty());
        prop_assert!(loaded.project == project);
        prop_assert_eq!(verify(&loaded.project), []);
        prop_assert_eq!(to_bytes(&loaded.project), bytes);
    }

    #[test]
    fn after_any_work_the_same_comes_back_from_a_folder(draws in random::draws(40)) {
        let (project, _) = random::worked(&draws);
        let (index, files, laid) = laid_out(&project, &Laid::default());
        let loaded = read_files(&index, &files).expect("reads");
        prop_assert!(loaded.warnings.is_empty());
        prop_assert!(loaded.project == project);
        prop_assert_eq!(to_bytes(&loaded.project), to_bytes(&project));
        // Nothing has changed: then nothing is written again, and the file is the same.
        let (again, none, _) = laid_out(&project, &laid);
        prop_assert!(none.is_empty());
        prop_assert!(again == index);
        let known = loaded.laid.unwrap_or_default();
        prop_assert!(laid_out(&loaded.project, &known).1.is_empty());
    }

    #[test]
    fn any_text_comes_back(words in any::<String>()) {
        let mut desk = Desk::with(&[]);
        desk.carry_out(Command::AddDocuments(vec![crate::model::notation::article(&words)]));
        let loaded = read(&to_bytes(&desk.project), ids()).expect("reads");
        prop_assert!(loaded.project == desk.project);
    }

    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes, ids());
    }

    #[test]
    fn random_changes_never_panic(place in any::<prop::sample::Index>(), new in "\\PC{0,9}", cut in 0..60_usize) {
        let file = written(&desk().project);
        let characters: Vec<char> = file.chars().collect();
        let place = place.index(characters.len());
        let mut damaged: String = characters[..place].iter().collect();
        put(&mut damaged, &new);
        damaged.extend(characters.iter().skip(place + cut));
        let is_silent = read(damaged.as_bytes(), ids()).is_ok_and(|loaded| loaded.warnings.is_empty());
        prop_assert!(!is_silent || damaged == file);
    }
}

#[test]
fn what_the_analyst_says_a_date_is_comes_back() {
    let mut desk = Desk::with(&["He left [Saturday](Date) for [Vienna](Place)."]);
    let saturday = desk.mentions("Saturday");
    desk.carry_out(Command::SetDate { mentions: saturday, date: "2019-W45-WE".parse().ok() });
    let file = written(&desk.project);
    assert!(file.contains(r#"date: Some("2019-W45-WE")"#), "{file}");
    assert!(read(file.as_bytes(), ids()).expect("reads").project == desk.project);
    let refused = |file: String| read(file.as_bytes(), ids()).expect_err("is refused").to_string();
    assert!(refused(file.replace("2019-W45-WE", "2019-W54")).contains("is no date"));
    assert!(refused(file.replace("label: \"Date\"", "label: \"Place\"")).contains("not one for dates"));
}

/// Files of articles without such facts stay as they were, byte for byte: the golden files see to that.
#[test]
fn facts_of_an_article_and_where_they_stood_are_kept() {
    let mut desk = desk();
    let before = to_bytes(&desk.project);
    let text = String::from_utf8(before.clone()).expect("is UTF-8");
    assert!(["byline", "site:", "url:", "origins", "published_at"].iter().all(|name| !text.contains(name)));
    let article = NewDocument {
        facts: Facts {
            title: "Talks".to_owned(),
            published: "2024-11-10".parse().ok(),
            published_at: "2024-11-10T21:05:00+01:00".to_owned(),
            byline: "By A. \"B\"".to_owned(),
            site: "Courier".to_owned(),
            url: "https://a.example/1".to_owned(),
            origins: Origins {
                title: "JSON-LD".to_owned(),
                published: "dateline".to_owned(),
                ..Origins::default()
            },
            ..Facts::default()
        },
        ..crate::model::notation::article("Talks ended.")
    };
    desk.carry_out(Command::AddDocuments(vec![article.clone()]));
    let bytes = to_bytes(&desk.project);
    let loaded = read(&bytes, ids()).expect("reads").project;
    assert_eq!(loaded.documents().last().map(|document| document.facts.clone()), Some(article.facts));
    assert_eq!(to_bytes(&loaded), bytes);
    let words = String::from_utf8(bytes).expect("is UTF-8");
    assert!(words.contains("    origins: (title: \"JSON-LD\", published: \"dateline\"),\n"), "{words}");
}

#[test]
fn labels_are_a_file_of_their_own() {
    for name in Schema::READY {
        let schema = Schema::ready_named(name).expect("there");
        let bytes = super::schema_to_bytes(&schema);
        assert_eq!(super::read_schema(&bytes).as_ref(), Ok(&schema), "{name}");
    }
}

#[test]
fn what_is_wrong_with_a_file_of_labels_is_said_with_its_place() {
    let wrong = |file: &str| super::read_schema(file.as_bytes()).expect_err("is wrong").to_string();
    let head = "(\nformat: 1,\nschema: (\n    name: \"Own\",\n    labels: [\n";
    let one = "        (name: \"Ship\", colour: \"#112233\", key: Some(\"1\")),\n";
    let tail = "    ],\n),\n)\n";
    let colour = one.replace("#112233", "blue");
    assert_eq!(
        wrong(&format!("{head}{one}{}{tail}", colour.replace("Ship", "Port"))),
        "line 7: schema: “Port” has the colour “blue”; `#rrggbb` is expected"
    );
    let twice = format!("{head}{one}{one}{tail}");
    assert_eq!(wrong(&twice), "line 4: schema: two labels are called “Ship”");
    let unknown = format!("{head}{}{tail}", one.replace("key:", "kee:"));
    assert!(wrong(&unknown).starts_with("line 6, column "), "{}", wrong(&unknown));
    assert_eq!(wrong(""), "the file is empty");
    assert!(wrong("(format: 9, schema: (name: \"\", labels: []))").contains("newer Dateline"));
    let types = "    ],\n    relation_types: Some([(name: \"Sees\", from: [\"Moon\"])]),\n),\n)\n";
    assert!(wrong(&format!("{head}{one}{types}")).contains("“Sees” joins “Moon”, which is no label"));
}

#[test]
fn labels_keep_their_numbers_in_the_file_and_only_where_they_need_them() {
    let mut project = Project::new(Schema::conll_2003(), IdSource::new(3));
    assert!(!String::from_utf8(to_bytes(&project)).expect("UTF-8").contains("number:"));
    let label = |project: &Project, name: &str| project.schema().named(name).expect("there");
    let mut history = crate::model::History::default();
    let gone = vec![label(&project, "ORG")];
    history.dispatch(&mut project, Command::DeleteLabels(gone)).expect("can be");
    let bytes = to_bytes(&project);
    let file = String::from_utf8(bytes.clone()).expect("UTF-8");
    assert!(file.contains("(name: \"MISC\"") && file.contains("number: Some(3))"), "{file}");
    let again = read(&bytes, IdSource::new(4)).expect("reads").project;
    assert!(again == project);
    assert_eq!(label(&again, "MISC").number(), 3);
}
