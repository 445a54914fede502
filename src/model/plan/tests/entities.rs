//! What is known of entities, which mentions are theirs, and what words mean across articles.

use super::*;
use crate::model::{EntityFacts, EntityId, EntityRole, Organisation};
use std::collections::BTreeMap;

fn facts_of(desk: &Desk, words: &str) -> EntityFacts {
    desk.project.entity(desk.entity(words)).expect("is there").facts.clone()
}

fn role_in(organisation: EntityId) -> EntityFacts {
    let organisation = Some(Organisation::Entity(organisation));
    let role = EntityRole { title: "minister".to_owned(), organisation, ..EntityRole::default() };
    EntityFacts { roles: vec![role], ..EntityFacts::default() }
}

#[test]
fn facts_are_written_down_in_place_of_what_was_there() {
    let mut desk = Desk::with(&["[Jo Chol-su](Person) of [Pyongyang](Place)"]);
    let entity = desk.entity("Jo Chol-su");
    let facts = EntityFacts { country: " North Korea ".to_owned(), ..role_in(desk.entity("Pyongyang")) };
    let step = desk.carry_out(Command::SetEntity { entity, facts });
    assert_eq!(step.name, "Correct the facts of “Jo Chol-su”");
    assert_eq!(facts_of(&desk, "Jo Chol-su").country, "North Korea");
    let facts = facts_of(&desk, "Jo Chol-su");
    assert_eq!(desk.carry_out(Command::SetEntity { entity, facts }).changes, []);
    let plain = EntityFacts::default();
    desk.carry_out(Command::SetEntity { entity, facts: plain.clone() });
    assert_eq!(facts_of(&desk, "Jo Chol-su"), plain);
}

#[test]
fn an_entity_of_which_something_is_known_stays_without_mentions() {
    let mut desk = Desk::with(&["[Kim](Person)"]);
    let entity = desk.entity("Kim");
    let facts = EntityFacts { country: "Korea".to_owned(), ..EntityFacts::default() };
    desk.carry_out(Command::SetEntity { entity, facts });
    desk.carry_out(Command::Delete(desk.mentions("Kim")));
    assert_eq!(desk.entities(), ["Person : "]);
    desk.carry_out(Command::SetEntity { entity, facts: EntityFacts::default() });
    assert_eq!(desk.entities(), Vec::<String>::new());
}

#[test]
fn facts_that_cannot_be_are_refused() {
    let mut desk = Desk::with(&["[Kim](Person)"]);
    let entity = desk.entity("Kim");
    let set = |entity, facts| Command::SetEntity { entity, facts };
    let nobody = EntityId::LOWEST;
    let refused = desk.try_out(set(nobody, EntityFacts::default()));
    assert_eq!(refused, Err(CommandError::NoEntity(nobody)));
    assert_eq!(desk.try_out(set(entity, role_in(nobody))), Err(CommandError::NoEntity(nobody)));
    let itself = desk.try_out(set(entity, role_in(entity))).expect_err("is refused").to_string();
    assert_eq!(itself, format!("entity {entity}: it cannot hold a role with itself"));
    let facts = EntityFacts { aliases: vec!["…".to_owned()], ..EntityFacts::default() };
    let what = "“…” is no name".to_owned();
    assert_eq!(desk.try_out(set(entity, facts)), Err(CommandError::BadFact(entity, what)));
}

#[test]
fn a_merge_keeps_what_is_known_of_all() {
    let mut desk = Desk::with(&["[Kim](Person) [Kim Jong Un](Person) [Leader](Person)"]);
    let [kim, full, leader] = ["Kim", "Kim Jong Un", "Leader"].map(|words| desk.entity(words));
    let ids = |id: &str| BTreeMap::from([("wikidata".to_owned(), id.to_owned())]);
    let known = |note: &str, alias: &str, country: &str, id: &str| EntityFacts {
        note: note.to_owned(),
        aliases: vec![alias.to_owned()],
        country: country.to_owned(),
        ids: ids(id),
        roles: Vec::new(),
    };
    desk.carry_out(Command::RenameEntity { entity: kim, name: "Kim Jong-un".to_owned() });
    desk.carry_out(Command::RenameEntity { entity: full, name: "Kim Jong Un".to_owned() });
    desk.carry_out(Command::SetEntity { entity: kim, facts: known("one", "Respected Leader", "", "Q1") });
    desk.carry_out(Command::SetEntity { entity: full, facts: known("two", "Marshal", "Korea", "Q2") });
    desk.carry_out(Command::SetEntity { entity: leader, facts: role_in(full) });
    desk.carry_out(Command::MergeEntities(vec![kim, full]));
    let facts = facts_of(&desk, "Kim");
    assert_eq!(facts.aliases, ["Respected Leader", "Kim Jong Un", "Marshal"]);
    assert_eq!((facts.country.as_str(), facts.ids), ("Korea", ids("Q1")));
    assert_eq!(facts.note, "one\ntwo\nwikidata: Q2");
    assert_eq!(facts_of(&desk, "Leader"), role_in(kim), "roles follow");
    desk.carry_out(Command::MergeEntities(vec![kim, leader]));
    let with = facts_of(&desk, "Kim").roles[0].organisation.clone();
    assert_eq!(with, Some(Organisation::Named("Kim Jong-un".to_owned())), "no role is with itself");
}

/// The name was looked for among all mentions, and so was that of a thing of the other label.
#[test]
fn who_takes_in_a_thing_of_another_label_keeps_its_name() {
    let mut desk = Desk::with(&["[Vienna](Place) [Vienna](Place) [North Korean](Group)"]);
    let [vienna, group] = ["Vienna", "North Korean"].map(|words| desk.entity(words));
    desk.carry_out(Command::MergeEntities(vec![vienna, group]));
    assert_eq!(desk.project.entity_name(vienna), "Vienna");
}

#[test]
fn a_role_keeps_the_name_of_an_organisation_that_goes() {
    let mut desk = Desk::with(&["[Kim](Person) of the [Yonhap\nNews](Organization)"]);
    let (entity, facts) = (desk.entity("Kim"), role_in(desk.entity("Yonhap\nNews")));
    desk.carry_out(Command::SetEntity { entity, facts });
    desk.carry_out(Command::Delete(desk.mentions("Yonhap\nNews")));
    let with = facts_of(&desk, "Kim").roles[0].organisation.clone();
    assert_eq!(with, Some(Organisation::Named("Yonhap News".to_owned())));
}

#[test]
fn entities_with_roles_in_each_other_come_and_go_together() {
    let mut desk = Desk::with(&["[Kim](Person) [Party](Organization) [Moon](Person)"]);
    let [kim, party, moon] = ["Kim", "Party", "Moon"].map(|words| desk.entity(words));
    desk.carry_out(Command::SetEntity { entity: kim, facts: role_in(party) });
    desk.carry_out(Command::SetEntity { entity: party, facts: role_in(kim) });
    desk.carry_out(Command::MergeEntities(vec![moon, kim, party]));
    assert_eq!(facts_of(&desk, "Moon").roles[0].title, "minister");
}

#[test]
fn mentions_are_moved_to_an_entity_of_their_label() {
    let mut desk = Desk::with(&["[Kim](Person) [Kim Jong Un](Person) [Seoul](Place)"]);
    let (entity, place) = (desk.entity("Kim Jong Un"), desk.mentions("Seoul")[0]);
    let step = desk.carry_out(Command::MoveMentions { mentions: desk.mentions("Kim"), entity });
    assert_eq!(step.name, "Move “Kim” to “Kim Jong Un”");
    assert_eq!(desk.entities(), ["Person Kim Jong Un: Kim, Kim Jong Un", "Place Seoul: Seoul"]);
    assert_eq!(desk.carry_out(Command::MoveMentions { mentions: desk.mentions("Kim"), entity }).changes, []);
    let refused = desk.try_out(Command::MoveMentions { mentions: vec![place], entity });
    assert_eq!(refused, Err(CommandError::OtherLabel(place, entity)));
}

#[test]
fn a_metonym_may_mean_a_thing_of_another_label_until_it_is_none() {
    let mut desk = Desk::with(&[
        "[North Korea](Organization): [Pyongyang](Place) said. In [Pyongyang](Place), Pyongyang",
    ]);
    let (mention, entity) = (desk.mentions("Pyongyang")[0], desk.entity("North Korea"));
    let mentions = vec![mention];
    let step = desk.carry_out(Command::SetMetonym { mentions: mentions.clone(), is_metonym: true });
    assert_eq!(step.name, "Take “Pyongyang” for a metonym");
    desk.carry_out(Command::MoveMentions { mentions: mentions.clone(), entity });
    let apart = ["Organization North Korea: North Korea, Pyongyang", "Place Pyongyang: Pyongyang"];
    assert_eq!(desk.entities(), apart);
    let again = Command::TagAll {
        document: desk.document(0),
        span: desk.project.mention(desk.mentions("Pyongyang")[1]).expect("there").span,
        label: desk.label("Place"),
        reach: Reach::Project,
    };
    desk.carry_out(again);
    assert_eq!(desk.entities()[1], "Place Pyongyang: Pyongyang, Pyongyang", "others do not follow it");
    desk.carry_out(Command::Delete(desk.mentions("North Korea")));
    assert_eq!(desk.entities()[0], "Organization Pyongyang: Pyongyang", "better than no name");
    desk.history.undo(&mut desk.project).expect("can be undone");
    desk.carry_out(Command::SetMetonym { mentions: mentions.clone(), is_metonym: false });
    assert_eq!(desk.entities()[1], "Place Pyongyang: Pyongyang, Pyongyang, Pyongyang");
    desk.history.undo(&mut desk.project).expect("can be undone");
    desk.carry_out(Command::Relabel { mentions, label: desk.label("Organization") });
    assert_eq!(
        desk.entities(),
        ["Organization North Korea: North Korea, Pyongyang", "Place Pyongyang: Pyongyang, Pyongyang"]
    );
    assert!(desk.project.mentions().all(|mention| !mention.is_metonym));
}

#[test]
fn a_name_means_the_same_in_the_next_article() {
    let mut desk = Desk::with(&["[U.S.](Place)", "Mr. Jo, U.S., America", "[Jo Chol-su](Person)"]);
    desk.carry_out(Command::RenameEntity { entity: desk.entity("U.S."), name: "United States".to_owned() });
    let entity = desk.entity("U.S.");
    let facts = EntityFacts { aliases: vec!["America".to_owned()], ..EntityFacts::default() };
    desk.carry_out(Command::SetEntity { entity, facts });
    let jo = Pick { entity_name: Some("Jo Chol-su".to_owned()), ..desk.pick(1, "Mr. Jo", "Person") };
    desk.carry_out(Command::Mark(vec![jo, desk.pick(1, "U.S.", "Place"), desk.pick(1, "America", "Place")]));
    let expected = ["Person Jo Chol-su: Jo Chol-su, Mr. Jo", "Place United States: America, U.S., U.S."];
    assert_eq!(desk.entities(), expected);
    desk.carry_out(Command::Mark(vec![desk.pick(1, "America", "Organization")]));
    assert_eq!(desk.entities()[0], "Organization America: America", "another label is another thing");
}

#[test]
fn a_surname_alone_means_nobody_of_another_article() {
    let mut desk = Desk::with(&["[Kim Jong Un](Person), Kim", "Mr. Kim, Kim", "[Kim Do-yun](Person), Kim"]);
    let known_as = |name: &str, pick| Pick { entity_name: Some(name.to_owned()), ..pick };
    // As when all suggestions are accepted at once.
    desk.carry_out(Command::Mark(vec![
        known_as("Kim Jong Un", desk.pick(0, "Kim", "Person")),
        known_as("Kim Jong Un", pick_last(&desk, 0, "Kim")),
        pick_last(&desk, 1, "Kim"),
        known_as("Kim Do-yun", pick_last(&desk, 2, "Kim")),
    ]));
    desk.carry_out(Command::Mark(vec![desk.pick(1, "Mr. Kim", "Person")]));
    let expected = [
        "Person Kim Do-yun: Kim, Kim Do-yun",
        "Person Kim Jong Un: Kim, Kim, Kim Jong Un",
        "Person Kim: Kim",
        "Person Mr. Kim: Mr. Kim",
    ];
    assert_eq!(desk.entities(), expected);
}

fn pick_last(desk: &Desk, index: usize, words: &str) -> Pick {
    let text = &desk.project.documents().nth(index).expect("there").text;
    let span = text.occurrences(words).last().expect("stands there");
    Pick { span, ..desk.pick(index, words, "Person") }
}
