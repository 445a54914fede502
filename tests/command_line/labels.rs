//! `edit`: the labels and relation types of a project.

use super::{
    edit::{refused, tag_words},
    *,
};

/// The two articles with a person, a place and a role marked in the first.
fn marked() -> Stage {
    let stage = Stage::with_project();
    stage.do_all(&[
        tag_words("Jo Chol-su", "Person"),
        tag_words("Mr. Jo Chol-su", "Role"),
        tag_words("Seoul", "Place"),
    ]);
    stage
}

fn labels(stage: &Stage) -> Vec<Value> {
    list(&stage.do_one(json!({"do": "labels"})), "labels").clone()
}

fn names(stage: &Stage) -> Vec<String> {
    let name = |label: Value| label["name"].as_str().expect("words").to_owned();
    labels(stage).into_iter().map(name).collect()
}

fn label(stage: &Stage, name: &str) -> Value {
    labels(stage).into_iter().find(|label| label["name"] == name).expect("is there")
}

#[test]
fn labels_are_listed_added_changed_and_moved() {
    let stage = marked();
    let answer = stage.do_one(json!({"do": "labels"}));
    assert_eq!(fields(&answer), ["labels", "ok", "relation_types", "schema"]);
    assert_eq!(answer["schema"], "News analyst");
    assert_eq!(
        label(&stage, "Person"),
        json!({"name": "Person", "colour": "#3b6fd4", "key": "1", "also": ["PER", "PERSON"],
               "definition": "A person by name, without the title", "marks": 1, "articles": 1, "entities": 1})
    );
    stage.do_one(json!({"do": "add-label", "name": " Ship ", "colour": "#123456", "also": ["VESSEL"]}));
    assert_eq!(label(&stage, "Ship")["key"], Value::Null);
    let change =
        json!({"do": "set-label", "label": "VESSEL", "name": "Vessel", "key": "1", "definition": "Ships"});
    stage.do_one(change);
    assert_eq!(
        (&label(&stage, "Vessel")["key"], &label(&stage, "Person")["key"]),
        (&json!("1"), &Value::Null)
    );
    stage.do_one(json!({"do": "move-label", "label": "Vessel", "place": 0}));
    assert_eq!(names(&stage)[0], "Vessel");
    assert_eq!(stage.run(&["check", "p.ron"]).code, Some(0));
    for step in ["Move the label “Vessel”", "Rename the label “Ship” to “Vessel”", "Add the label “Ship”"]
    {
        assert_eq!(stage.do_one(json!({"do": "undo"})), json!({"ok": true, "step": step}));
    }
    assert_eq!(names(&stage).len(), 10);
}

#[test]
fn what_cannot_be_a_label_is_refused() {
    let stage = marked();
    refused(&stage, json!({"do": "add-label", "name": "person"}), "there is a label “person” already");
    refused(&stage, json!({"do": "add-label"}), "a label needs a name");
    refused(&stage, json!({"do": "add-label", "name": "X", "colour": "red"}), "“red” is no colour");
    refused(&stage, json!({"do": "add-label", "name": "X", "key": "12"}), "one character is expected");
    refused(&stage, json!({"do": "set-label", "label": "Moon", "name": "X"}), "there is no label “Moon”");
    refused(&stage, json!({"do": "set-label", "label": "Person", "hue": 1}), "unknown field");
    refused(&stage, json!({"do": "merge-labels", "labels": [], "into": "Person"}), "name the labels");
    refused(&stage, json!({"do": "use-schema"}), "say which labels to use");
    refused(&stage, json!({"do": "use-schema", "name": "Birds"}), "there is: News analyst, CoNLL-2003");
}

#[test]
fn a_merge_and_a_deletion_say_what_they_do_and_only_that_where_asked() {
    let stage = marked();
    let merge = |preview: bool| json!({"do": "merge-labels", "labels": ["Role"], "into": "Person", "preview": preview});
    let says = json!(["1 mark in 1 article becomes Person; 1 entity", "Role goes from the list"]);
    let answer = json!({"ok": true, "marks": 1, "articles": 1, "entities": 1, "says": says});
    assert_eq!(stage.do_one(merge(true)), answer);
    assert_eq!(label(&stage, "Role")["marks"], 1);
    assert_eq!(stage.do_one(merge(false)), answer);
    assert_eq!(label(&stage, "Person")["marks"], 2);
    let delete = json!({"do": "delete-label", "label": "Person"});
    let says = json!(["2 marks in 1 article go; 2 entities", "Person goes from the list"]);
    assert_eq!(stage.do_one(delete)["says"], says);
    let moved = json!({"do": "delete-label", "label": "Place", "into": "Event"});
    assert_eq!(stage.do_one(moved)["says"][0], "1 mark in 1 article becomes Event; 1 entity");
    assert_eq!(names(&stage).len(), 7);
    assert_eq!(stage.run(&["check", "p.ron"]).code, Some(0));
    stage.do_all(&[json!({"do": "undo"}), json!({"do": "undo"}), json!({"do": "undo"})]);
    assert_eq!((names(&stage).len(), &label(&stage, "Role")["marks"]), (10, &json!(1)));
}

#[test]
fn ready_labels_and_those_of_a_file_are_used() {
    let stage = marked();
    stage.do_one(json!({"do": "export-schema", "out": "labels.ron"}));
    assert!(stage.read("labels.ron").starts_with("// Labels for Dateline, format 1.\n"));
    stage.do_one(json!({"do": "use-schema", "name": "conll-2003"}));
    assert_eq!(names(&stage), ["PER", "ORG", "LOC", "MISC", "Role"]);
    stage.do_one(json!({"do": "use-schema", "path": "labels.ron"}));
    assert_eq!(names(&stage).len(), 10);
    refused(&stage, json!({"do": "use-schema", "path": "a.txt"}), "a.txt: line 1, column 1: ");
    refused(&stage, json!({"do": "export-schema", "out": "a.txt"}), "never writes to those");
    refused(&stage, json!({"do": "export-schema", "out": "p.ron"}), "this is the project itself");
}

#[test]
fn relation_types_are_added_changed_and_deleted() {
    let stage = marked();
    let types = |stage: &Stage| list(&stage.do_one(json!({"do": "labels"})), "relation_types").clone();
    let before = types(&stage).len();
    let add = json!({"do": "add-relation-type", "name": "Visited", "from": ["PER"], "to": ["Place"], "inverse": "Visited by"});
    stage.do_one(add);
    assert_eq!(
        types(&stage).last().expect("one"),
        &json!({"name": "Visited", "key": null, "from": ["Person"], "to": ["Place"], "inverse": "Visited by",
                "symmetric": false, "relations": 0})
    );
    stage.do_one(json!({"do": "set-relation-type", "type": "visited", "name": "Saw", "to": []}));
    let marks = stage.mentions(&stage.first_document());
    let mark = |words: &str| id(marks.iter().find(|mark| mark["text"] == words).expect("is marked"));
    let relate = json!({"do": "relate", "type": "Saw", "from": mark("Jo Chol-su"), "to": mark("Seoul")});
    stage.do_one(relate);
    let delete = stage.do_one(json!({"do": "delete-relation-type", "type": "Saw"}));
    assert_eq!(delete["says"], json!(["1 relation goes"]));
    assert_eq!(types(&stage).len(), before);
    refused(&stage, json!({"do": "add-relation-type", "name": "Met"}), "two relation types are called “Met”");
}
