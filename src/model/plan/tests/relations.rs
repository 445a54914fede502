//! What ties entities: made, corrected, turned round, and gone with its mentions.

use super::*;
use crate::model::{NewRelation, RelationId, SaidDate};

fn desk() -> Desk {
    Desk::with(&[
        "[Kim Jong Un](Person) leads [North Korea](Place). [Kim](Person) met [Trump](Person).",
        "[Moon](Person) met [Trump](Person)",
    ])
}

#[test]
fn two_mentions_are_tied_once() {
    let mut desk = desk();
    let step = desk.carry_out(Command::Relate(desk.relation("Kim Jong Un", "leads", "North Korea")));
    assert_eq!(step.name, "Relate “Kim Jong Un” to “North Korea”: Leads");
    desk.relate("Kim", "met", "Trump");
    let both = ["Kim Jong Un, Leads: North Korea", "Kim, Met: Trump"];
    assert_eq!(desk.relations(), both);
    for again in [desk.relation("Kim", "Met", "Trump"), desk.relation("Trump", "Met", "Kim")] {
        assert_eq!(desk.carry_out(Command::Relate(again)).changes, [], "it is there, either way");
    }
    desk.relate("Kim", "supports", "Trump");
    desk.relate("Trump", "supports", "Kim");
    assert_eq!(desk.relations().len(), 4);
}

#[test]
fn what_cannot_be_tied_is_refused_with_a_reason() {
    let mut desk = desk();
    desk.carry_out(Command::MergeEntities(vec![desk.entity("Kim Jong Un"), desk.entity("Kim")]));
    let refused = |desk: &mut Desk, new| desk.try_out(Command::Relate(new)).expect_err("is refused");
    let new = desk.relation("North Korea", "leads", "Kim Jong Un");
    let what = "“Leads” goes from Person, Organization or Group to Organization, Place, Group or Event, \
                not from Place to Person";
    assert_eq!(refused(&mut desk, new), CommandError::WrongEnds(what.to_owned()));
    let new = desk.relation("Kim Jong Un", "met", "Kim");
    let (from, to) = (new.from, new.to);
    assert_eq!(refused(&mut desk, new), CommandError::SameEntity(from, to));
    let new = desk.relation("Trump", "met", "Moon");
    let error = CommandError::TwoArticles(new.from, new.to);
    assert_eq!(refused(&mut desk, new), error);
    let nobody = MentionId::LOWEST;
    let new = NewRelation { to: nobody, ..desk.relation("Trump", "met", "Kim") };
    assert_eq!(refused(&mut desk, new), CommandError::NoMention(nobody));
    let none = RelationId::LOWEST;
    for command in [Command::ReverseRelation(none), Command::DeleteRelations(vec![none])] {
        assert_eq!(desk.try_out(command), Err(CommandError::NoRelation(none)));
    }
}

#[test]
fn a_relation_is_corrected_and_turned_round() {
    let mut desk = desk();
    let relation = desk.relate("Kim", "supports", "Trump");
    let kind = desk.project.schema().relation_known_as("opposes").expect("there");
    let date = SaidDate::new("last month", "2019-10".parse().ok());
    let set = Command::SetRelation { relation, kind, date: date.clone(), note: "twice".to_owned() };
    assert_eq!(desk.carry_out(set.clone()).name, "Correct the relation “Kim” to “Trump”: Supports");
    assert_eq!(desk.carry_out(set).changes, []);
    let found = desk.project.relation(relation).expect("there").clone();
    assert_eq!((found.kind, found.date, &*found.note), (kind, date, "twice"));
    desk.carry_out(Command::ReverseRelation(relation));
    assert_eq!(desk.relations(), ["Trump, Opposes: Kim"]);
    let other = desk.relate("Kim", "opposes", "Trump");
    assert_eq!(desk.try_out(Command::ReverseRelation(other)), Err(CommandError::SameRelation(relation)));
    let leads = desk.relate("Kim Jong Un", "leads", "North Korea");
    assert!(matches!(desk.try_out(Command::ReverseRelation(leads)), Err(CommandError::WrongEnds(_))));
    let met = desk.relate("Kim", "met", "Trump");
    assert_eq!(desk.carry_out(Command::ReverseRelation(met)).changes, []);
    desk.carry_out(Command::DeleteRelations(vec![met, relation, met, other]));
    assert_eq!(desk.relations(), ["Kim Jong Un, Leads: North Korea"]);
}

#[test]
fn relations_go_with_their_mentions_and_articles() {
    let mut desk = desk();
    desk.relate("Kim", "met", "Trump");
    desk.relate("Kim", "supports", "Trump");
    desk.relate("Kim Jong Un", "leads", "North Korea");
    desk.carry_out(Command::Delete(desk.mentions("Kim")));
    assert_eq!(desk.relations(), ["Kim Jong Un, Leads: North Korea"]);
    desk.carry_out(Command::RemoveDocuments(vec![desk.document(0)]));
    assert_eq!(desk.relations(), Vec::<String>::new());
}

#[test]
fn relations_follow_their_mentions() {
    let mut desk = desk();
    desk.relate("Kim", "met", "Trump");
    let (full, short) = (desk.entity("Kim Jong Un"), desk.entity("Kim"));
    desk.carry_out(Command::MergeEntities(vec![full, short]));
    assert_eq!(desk.relations(), ["Kim Jong Un, Met: Trump"]);
    desk.carry_out(Command::SplitEntity { entity: full, mentions: desk.mentions("Kim") });
    assert_eq!(desk.relations(), ["Kim, Met: Trump"]);
    let of_kim: Vec<_> = desk.project.relations_of_entity(desk.entity("Kim")).collect();
    assert_eq!((of_kim.len(), desk.project.relations_of(desk.document(0)).count()), (1, 1));
}

#[test]
fn a_mention_without_an_entity_gets_one() {
    let mut desk = desk();
    let new = desk.relation("Kim", "met", "Trump");
    let before = desk.project.mention(new.from).expect("there").clone();
    let after = crate::model::Mention { entity: None, ..before.clone() };
    let (before, after) = (Some(before), Some(after));
    let change = crate::model::Change::Mention { id: new.from, before, after };
    let transaction = Transaction { name: String::new(), changes: vec![change] };
    desk.project.apply(&transaction).expect("can be");
    let entity =
        desk.project.entities().find(|e| desk.project.entity_name(e.id).is_empty()).expect("bare").id;
    let gone = crate::model::Change::Entity {
        id: entity,
        before: desk.project.entity(entity).cloned(),
        after: None,
    };
    desk.project.apply(&Transaction { name: String::new(), changes: vec![gone] }).expect("can be");
    let from = new.from;
    desk.carry_out(Command::Relate(new));
    assert_eq!(desk.relations(), ["Kim, Met: Trump"]);
    let before = desk.project.mention(from).cloned();
    let after = before.clone().map(|mention| crate::model::Mention { entity: None, ..mention });
    let change = crate::model::Change::Mention { id: from, before, after };
    let refused = desk.project.apply(&Transaction { name: String::new(), changes: vec![change] });
    assert_eq!(refused.expect_err("it is tied").why, "it has relations, but no entity");
}

#[test]
fn a_metonym_is_tied_as_what_it_means() {
    let mut desk = Desk::with(&["[North Korea](Organization): [Pyongyang](Place) sanctions; [Seoul](Date)"]);
    let mentions = desk.mentions("Pyongyang");
    desk.carry_out(Command::SetMetonym { mentions: mentions.clone(), is_metonym: true });
    desk.carry_out(Command::MoveMentions { mentions, entity: desk.entity("North Korea") });
    let new = desk.relation("Pyongyang", "located in", "Seoul");
    let what = "“Located in” goes from Person, Organization, Place, Group, Event or Weapon to Place, \
                not from Organization to Date";
    assert_eq!(desk.try_out(Command::Relate(new)), Err(CommandError::WrongEnds(what.to_owned())));
}
