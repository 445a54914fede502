//! `edit`: what is known of entities, and what ties them.

use super::{
    edit::{refused, tag_words},
    *,
};

/// The two articles with Jo, Kim and Seoul marked in the first: the stage and the ids of the mentions.
fn marked() -> (Stage, [String; 3]) {
    let stage = Stage::with_project();
    let tags = [("Jo Chol-su", "Person"), ("Kim Jong Un", "Person"), ("Seoul", "Place")];
    let answers = stage.do_all(&tags.map(|(words, label)| tag_words(words, label)));
    (stage, [0, 1, 2].map(|at| id(&answers[at])))
}

fn entity_of(stage: &Stage, mention: &str) -> String {
    let mentions = stage.mentions(&stage.first_document());
    let found = mentions.iter().find(|record| id(record) == mention).expect("is there");
    found["entity"].as_str().expect("an id").to_owned()
}

fn entity(stage: &Stage, wanted: &str) -> Value {
    stage.entities().into_iter().find(|record| id(record) == wanted).expect("is there")
}

fn relations(stage: &Stage, line: Value) -> Vec<Value> {
    list(&stage.do_one(line), "relations").clone()
}

#[test]
fn facts_of_an_entity_are_written_down_one_by_one() {
    let (stage, [jo, _, seoul]) = marked();
    let [jo, seoul] = [jo, seoul].map(|mention| entity_of(&stage, &mention));
    let roles = json!([
        {"title": "diplomat", "entity": seoul, "from": "2012-04"},
        {"organisation": "Foreign Ministry", "to": "2018"},
    ]);
    let all = json!({"do": "set-entity", "entity": jo, "country": "North  Korea", "aliases": ["Mr. Jo"],
                     "ids": {"wikidata": "Q1"}, "roles": roles, "note": "who?"});
    assert_eq!(stage.do_one(all), json!({"ok": true}));
    stage.do_one(json!({"do": "set-entity", "entity": jo, "note": ""}));
    assert_eq!(
        entity(&stage, &jo),
        json!({"id": jo, "name": "Jo Chol-su", "label": "Person", "aliases": ["Mr. Jo"],
               "mentions": entity(&stage, &jo)["mentions"], "note": "", "country": "North Korea",
               "ids": {"wikidata": "Q1"}, "metonyms": 0, "articles": 1, "roles": [
                   {"title": "diplomat", "organisation": "Seoul", "entity": seoul, "from": "2012-04", "to": null},
                   {"title": "", "organisation": "Foreign Ministry", "entity": null, "from": null, "to": "2018"}]})
    );
    let set = |name: &str, value: Value| json!({"do": "set-entity", "entity": jo, name: value});
    refused(&stage, set("ids", json!({"wikidata": "Q 1"})), "is no id");
    refused(&stage, set("aliases", json!(["—"])), "“—” is no name");
    refused(&stage, set("roles", json!([{"entity": jo}])), "with itself");
    refused(&stage, set("roles", json!([{"from": "soon"}])), "YYYY-MM-DD is expected");
    refused(&stage, set("colour", json!("red")), "unknown field");
    refused(&stage, json!({"do": "set-entity", "entity": "e0000000000"}), "there is no entity");
}

#[test]
fn mentions_are_moved_and_may_be_metonyms() {
    let (stage, [jo, kim, seoul]) = marked();
    let [of_jo, of_kim] = [&jo, &kim].map(|mention| entity_of(&stage, mention));
    stage.do_one(json!({"do": "move", "mentions": [jo], "entity": of_kim}));
    assert_eq!(list(&entity(&stage, &of_kim), "mentions").len(), 2);
    refused(&stage, json!({"do": "move", "mentions": [jo], "entity": of_jo}), "there is no entity");
    let to_kim = json!({"do": "move", "mentions": [seoul], "entity": of_kim});
    refused(&stage, to_kim.clone(), "has another label than entity");
    refused(&stage, json!({"do": "move", "mentions": [], "entity": of_kim}), "name the mentions");
    let metonym = |is: bool| json!({"do": "metonym", "mentions": [seoul], "is": is});
    stage.do_all(&[metonym(true), to_kim]);
    assert_eq!(entity(&stage, &of_kim)["metonyms"], 1);
    let marks = stage.mentions(&stage.first_document());
    let is_metonym: Vec<&Value> = marks.iter().map(|record| &record["metonym"]).collect();
    assert_eq!(is_metonym, [&Value::Null, &Value::Null, &json!(true)]);
    stage.do_one(metonym(false));
    assert_eq!(entity(&stage, &of_kim)["metonyms"], 0);
    assert_ne!(entity_of(&stage, &seoul), of_kim, "it goes back to a place");
}

#[test]
fn relations_are_made_shown_corrected_and_taken_away() {
    let (stage, [jo, kim, seoul]) = marked();
    let doc = stage.first_document();
    let met =
        json!({"do": "relate", "type": "met", "from": jo, "to": kim, "date": "2019-11-09", "note": "n"});
    let answer = stage.do_one(met.clone());
    assert_eq!(fields(&answer), ["id", "ok"]);
    assert_eq!(stage.do_one(met), answer, "it is there already");
    let located = json!({"do": "relate", "type": "Located in", "from": kim, "to": seoul});
    let located = id(&stage.do_one(located));
    let all = relations(&stage, json!({"do": "relations"}));
    assert_eq!(all.len(), 2);
    let sentence = "Mr. Jo Chol-su met Kim Jong Un in Seoul.";
    let (start, end) = place(ANNOTATED, sentence);
    assert_eq!(
        all.iter().find(|record| record["id"] == answer["id"]).expect("is there"),
        &json!({"id": id(&answer), "doc": doc, "type": "Met", "from": jo, "to": kim,
                "from_entity": entity_of(&stage, &jo), "to_entity": entity_of(&stage, &kim),
                "from_name": "Jo Chol-su", "to_name": "Kim Jong Un", "date": "2019-11-09", "value": "2019-11-09",
                "note": "n", "start": start, "end": end, "text": sentence})
    );
    assert!(stage.run(&["stats", "p.ron"]).out.contains("relations\t2\n"));
    let of_seoul = relations(&stage, json!({"do": "relations", "entity": entity_of(&stage, &seoul)}));
    assert_eq!(of_seoul.iter().map(id).collect::<Vec<_>>(), std::slice::from_ref(&located));
    assert_eq!(relations(&stage, json!({"do": "relations", "doc": "Second story"})), [Value::Null; 0]);

    let set = json!({"do": "set-relation", "relation": id(&answer), "type": "opposes", "date": "last month",
                     "value": "2019-10"});
    stage.do_all(&[set, json!({"do": "reverse", "relation": id(&answer)})]);
    let changed = relations(&stage, json!({"do": "relations", "entity": entity_of(&stage, &jo)})).remove(0);
    assert_eq!(
        (&changed["type"], &changed["from"], &changed["note"]),
        (&json!("Opposes"), &json!(kim), &json!("n"))
    );
    assert_eq!((&changed["date"], &changed["value"]), (&json!("last month"), &json!("2019-10")));
    assert_eq!(stage.run(&["check", "p.ron"]).code, Some(0));
    let exported = stage.run(&["export", "p.ron", "--format", "jsonl", "--out", "-"]);
    assert_eq!(list(&exported.json()[0], "relations").len(), 2);

    assert_eq!(stage.do_one(json!({"do": "unrelate", "relation": located})), json!({"ok": true}));
    stage.do_one(json!({"do": "delete", "mention": jo}));
    assert_eq!(relations(&stage, json!({"do": "relations"})), [Value::Null; 0]);
}

#[test]
fn what_cannot_be_related_is_refused_with_a_reason() {
    let (stage, [jo, kim, seoul]) = marked();
    let relate =
        |kind: &str, from: &str, to: &str| json!({"do": "relate", "type": kind, "from": from, "to": to});
    refused(&stage, relate("knows", &jo, &kim), "there is no relation type “knows”; there is: Met, ");
    refused(&stage, relate("leads", &seoul, &kim), "“Leads” goes from Person, Organization or Group to");
    refused(&stage, relate("met", &jo, &jo), "mean the same thing");
    refused(&stage, relate("met", &jo, "m0000000000"), "there is no mention");
    refused(&stage, json!({"do": "unrelate", "relation": "t0000000000"}), "there is no relation");
    refused(&stage, json!({"do": "reverse", "relation": "t1"}), "“t1” is not an id");
    let mut dated = relate("met", &jo, &kim);
    dated["value"] = json!("soon");
    refused(&stage, dated, "“soon” is not a date");
}
