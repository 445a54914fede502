//! What becomes of marks, entities, rejections, names and relations when their labels are changed, merged or taken away.

use super::*;
use crate::model::{Label, RelationType};

fn desk() -> Desk {
    Desk::with(&[
        "[Kim](Person) met [the Kim](Group) in [Seoul](Place) on [Saturday](Date).",
        "[Seoul](Organization) told [Trump](Person) so. [Seoul](Place) did not.",
    ])
}

fn names(desk: &Desk) -> Vec<String> {
    let shown = |label: &Label| format!("{}{}", label.name, label.key.map(String::from).unwrap_or_default());
    desk.project.schema().labels().map(|(_, label)| shown(label)).collect()
}

fn changed(desk: &Desk, name: &str, change: impl FnOnce(&mut Label)) -> Command {
    let label = desk.label(name);
    let mut to = desk.project.schema().get(label).expect("there").clone();
    change(&mut to);
    Command::SetLabel { label, to: Box::new(to) }
}

fn merge(desk: &mut Desk, labels: &[&str], into: &str) -> Transaction {
    let labels = labels.iter().map(|name| desk.label(name)).collect();
    let into = desk.label(into);
    desk.carry_out(Command::MergeLabels { labels, into })
}

#[test]
fn a_label_is_added_with_a_colour_of_its_own_and_a_free_key() {
    let mut desk = desk();
    let ship = desk.project.schema().new_label(" Ship ");
    assert_eq!(ship.key, None, "ten labels have all keys");
    let step = desk.carry_out(Command::AddLabel(Box::new(ship.clone())));
    assert_eq!(step.name, "Add the label “Ship”");
    assert_eq!(names(&desk).last().map(String::as_str), Some("Ship"));
    let colours: std::collections::BTreeSet<String> =
        desk.project.schema().labels().map(|(_, label)| label.colour.to_string()).collect();
    assert_eq!(colours.len(), 11);
    let again = desk.try_out(Command::AddLabel(Box::new(Label { name: "SHIP".to_owned(), ..ship.clone() })));
    assert_eq!(again, Err(CommandError::BadSchema("there is a label “SHIP” already".to_owned())));
    let nameless = Label { name: " \n".to_owned(), ..ship.clone() };
    let refused = desk.try_out(Command::AddLabel(Box::new(nameless)));
    assert_eq!(refused, Err(CommandError::BadSchema("a label needs a name".to_owned())));
    let keyed = Label { name: "Port".to_owned(), key: Some('x'), ..ship };
    let refused = desk.try_out(Command::AddLabel(Box::new(keyed))).expect_err("is no key");
    assert_eq!(refused.to_string(), "“x” is no key for a label: 1 to 9 and 0 are");
}

#[test]
fn a_renamed_label_keeps_its_marks_and_what_other_tools_call_it() {
    let mut desk = desk();
    let step = desk.carry_out(changed(&desk, "Person", |label| label.name = " Human  being".to_owned()));
    assert_eq!(step.name, "Rename the label “Person” to “Human being”");
    assert!(desk.article(0).starts_with("[Kim](Human being) met"));
    let schema = desk.project.schema();
    assert_eq!(schema.known_as("PER"), schema.named("Human being"));
    let leads = schema.relation_known_as("leads").and_then(|id| schema.relation_type(id)).expect("there");
    assert!(leads.from.iter().any(|label| schema.name_of(*label) == "Human being"));
    let nothing = desk.carry_out(changed(&desk, "Place", |_| {}));
    assert_eq!(nothing.changes, []);
}

#[test]
fn two_labels_that_want_one_key_change_theirs() {
    let mut desk = Desk::with(&[]);
    desk.carry_out(changed(&desk, "Weapon", |label| label.key = Some('1')));
    assert_eq!(names(&desk)[0], "Person8");
    assert_eq!(names(&desk)[7], "Weapon1");
    desk.carry_out(changed(&desk, "Weapon", |label| label.key = None));
    desk.carry_out(changed(&desk, "Weapon", |label| label.key = Some('2')));
    assert_eq!(names(&desk)[1], "Organization", "it gets the key that the other had: none");
}

#[test]
fn a_label_is_moved_and_its_marks_stay_its_own() {
    let mut desk = desk();
    let before = desk.article(0);
    desk.carry_out(Command::MoveLabel { label: desk.label("Other"), place: 0 });
    desk.carry_out(Command::MoveLabel { label: desk.label("Person"), place: 99 });
    assert_eq!((names(&desk)[0].as_str(), names(&desk)[9].as_str()), ("Other0", "Person1"));
    assert_eq!(desk.article(0), before);
}

#[test]
fn a_label_that_means_no_dates_any_more_takes_the_dates_of_its_marks_away() {
    let mut desk = desk();
    let mentions = desk.mentions("Saturday");
    desk.carry_out(Command::SetDate { mentions: mentions.clone(), date: "2019-11-09".parse().ok() });
    let date = |desk: &Desk| desk.project.mention(mentions[0]).and_then(|mention| mention.date);
    desk.carry_out(changed(&desk, "Date", |label| label.name = "Datum".to_owned()));
    assert!(date(&desk).is_some(), "other tools call it DATE");
    desk.carry_out(changed(&desk, "Datum", |label| label.also.clear()));
    assert_eq!(date(&desk), None);
    desk.history.undo(&mut desk.project).expect("can be undone");
    assert!(date(&desk).is_some());
}

#[test]
fn merged_labels_are_one_with_all_that_carries_them() {
    let mut desk = desk();
    let person = desk.label("Person");
    let words = |desk: &Desk| -> Vec<(LabelId, String)> {
        desk.project.rejections().map(|one| (one.label, one.words.clone())).collect()
    };
    desk.carry_out(Command::Reject(vec![
        (RejectionScope::Project, desk.label("Group"), "Moon".to_owned()),
        (RejectionScope::Project, person, "Moon".to_owned()),
        (RejectionScope::Project, desk.label("Group"), "Sun".to_owned()),
    ]));
    let list = NameList::of(vec![
        KnownName::new("Moon", desk.label("Group"), "Moons").expect("a name"),
        KnownName::new("Moon", person, "Moon Jae-in").expect("a name"),
        KnownName::new("Sun", desk.label("Group"), "").expect("a name"),
    ]);
    desk.carry_out(Command::AddGazetteers(vec![("L".to_owned(), list)]));
    let step = merge(&mut desk, &["Group"], "Person");
    assert_eq!(step.name, "Merge the label “Group” into “Person”");
    assert!(desk.article(0).starts_with("[Kim](Person) met [the Kim](Person) in"));
    let kim = desk.entities().into_iter().find(|entity| entity.contains("Kim"));
    assert_eq!(kim.as_deref(), Some("Person the Kim: Kim, the Kim"), "one name, one entity");
    assert_eq!(words(&desk), [(person, "Moon".to_owned()), (person, "Sun".to_owned())]);
    assert_eq!(lists(&desk), ["L: Moon/Person=Moon Jae-in, Sun/Person"]);
    assert_eq!(desk.project.schema().known_as("NORP"), Some(person), "it goes by the names of the other");
    let met = desk.project.schema().relation_known_as("met").expect("there");
    let met = desk.project.schema().relation_type(met).expect("there");
    assert_eq!(met.from.iter().filter(|label| **label == person).count(), 1);
}

#[test]
fn what_an_entity_says_of_itself_is_not_lost_by_a_merge() {
    let mut desk = desk();
    let seouls = [desk.mentions("Seoul")[0], desk.mentions("Seoul")[1]];
    let place = desk.project.mention(seouls[0]).and_then(|mention| mention.entity).expect("there");
    let body = desk.project.mention(seouls[1]).and_then(|mention| mention.entity).expect("there");
    desk.carry_out(Command::RenameEntity { entity: body, name: "Seoul".to_owned() });
    merge(&mut desk, &["Organization"], "Place");
    let entities: Vec<String> = desk.entities().into_iter().filter(|line| line.contains("Seoul")).collect();
    assert_eq!(entities, ["Place Seoul: Seoul", "Place Seoul: Seoul, Seoul"], "it has a name, so it stays");
    assert!(desk.project.entity(place).is_some() && desk.project.entity(body).is_some());
}

#[test]
fn marks_on_the_same_words_become_one_with_their_notes_and_relations() {
    let mut desk = Desk::with(&["[[Kim](Person)](Role) met [Trump](Person) and [Moon](Person)."]);
    let [first, second] = [desk.mentions("Kim")[0], desk.mentions("Kim")[1]];
    let role = desk.label("Role");
    let is_role = |desk: &Desk, id| desk.project.mention(id).is_some_and(|mention| mention.label == role);
    let (person, role) = if is_role(&desk, first) { (second, first) } else { (first, second) };
    for (mention, note) in [(person, "leader"), (role, "title")] {
        desk.carry_out(Command::SetNote { mention, note: note.to_owned() });
    }
    let kind = |desk: &Desk, name: &str| desk.project.schema().relation_known_as(name).expect("there");
    let any = RelationType::joining_all("Saw");
    desk.carry_out(Command::AddRelationType(Box::new(any)));
    let saw = kind(&desk, "Saw");
    for (from, words) in [(role, "Trump"), (person, "Trump"), (role, "Moon")] {
        let to = desk.mentions(words)[0];
        let new = crate::model::NewRelation { kind: saw, from, to, date: None, note: String::new() };
        desk.carry_out(Command::Relate(new));
    }
    merge(&mut desk, &["Role"], "Person");
    assert_eq!(desk.article(0), "[Kim](Person) met [Trump](Person) and [Moon](Person).");
    assert_eq!(desk.mentions("Kim"), [person]);
    assert_eq!(desk.project.mention(person).map(|mention| &*mention.note), Some("leader\ntitle"));
    assert_eq!(desk.relations(), ["Kim, Saw: Moon", "Kim, Saw: Trump"]);
}

#[test]
fn a_label_is_deleted_with_all_that_carries_it() {
    let mut desk = desk();
    desk.relate("Kim", "Said about", "Seoul");
    desk.carry_out(Command::Know(vec![known(&desk, "Moon", "Person")]));
    let step = desk.carry_out(Command::DeleteLabels(vec![desk.label("Person")]));
    assert_eq!(step.name, "Delete the label “Person”");
    assert_eq!(desk.article(0), "Kim met [the Kim](Group) in [Seoul](Place) on [Saturday](Date).");
    assert!(desk.entities().iter().all(|entity| !entity.starts_with('?')));
    assert_eq!(desk.relations(), Vec::<String>::new());
    assert_eq!(lists(&desk), Vec::<String>::new(), "the own list goes with its last name");
    let schema = desk.project.schema();
    assert_eq!(schema.relation_known_as("Parent of"), None, "nothing is left that it could join");
    assert!(schema.relation_known_as("Met").is_some());
    desk.carry_out(Command::DeleteLabels(schema.labels().map(|(id, _)| id).collect()));
    assert_eq!((desk.project.mention_count(), desk.project.schema().label_count()), (0, 0));
}

#[test]
fn a_metonym_of_what_goes_means_its_own_words_again() {
    let mut desk = Desk::with(&["[Pyongyang](Place) spoke for [the regime](Organization)."]);
    let (mentions, entity) = (desk.mentions("Pyongyang"), desk.entity("the regime"));
    desk.carry_out(Command::SetMetonym { mentions: mentions.clone(), is_metonym: true });
    desk.carry_out(Command::MoveMentions { mentions: mentions.clone(), entity });
    desk.carry_out(Command::DeleteLabels(vec![desk.label("Organization")]));
    assert_eq!(desk.entities(), ["Place Pyongyang: Pyongyang"]);
    assert!(desk.project.mention(mentions[0]).is_some_and(|mention| !mention.is_metonym));
}

#[test]
fn another_ready_set_is_used_and_what_has_no_place_in_it_stays_while_it_is_used() {
    let mut desk = desk();
    let step = desk.carry_out(Command::UseSchema(Box::new(Schema::conll_2003())));
    assert_eq!(step.name, "Use the labels “CoNLL-2003”");
    assert_eq!(names(&desk), ["PER1", "ORG2", "LOC3", "MISC4", "Date6"]);
    assert_eq!(desk.article(0), "[Kim](PER) met [the Kim](MISC) in [Seoul](LOC) on [Saturday](Date).");
    assert_eq!(step.changes.len(), 1, "labels that become others need no change of their marks");
    let again = desk.carry_out(Command::UseSchema(Box::new(Schema::news_analyst())));
    assert_eq!(names(&desk).join(" "), names(&Desk::with(&[])).join(" "));
    assert_eq!(desk.article(0), self::desk().article(0));
    assert!(!again.changes.is_empty());
}

#[test]
fn labels_that_become_one_by_another_set_are_merged() {
    let mut desk = Desk::with(&[]);
    desk.carry_out(Command::UseSchema(Box::new(Schema::ontonotes_18())));
    desk.carry_out(Command::AddDocuments(vec![article("Alps Berlin Reichstag")]));
    for (words, label) in [("Alps", "LOC"), ("Berlin", "GPE"), ("Reichstag", "FAC")] {
        mark(&mut desk, words, label, None);
    }
    desk.carry_out(Command::UseSchema(Box::new(Schema::news_analyst())));
    assert_eq!(desk.article(0), "[Alps](Place) [Berlin](Place) [Reichstag](Place)");
    desk.carry_out(Command::UseSchema(Box::new(Schema::empty())));
    assert_eq!(names(&desk), ["Place3"]);
}

#[test]
fn a_relation_type_is_added_changed_and_deleted() {
    let mut desk = desk();
    let step = desk.carry_out(Command::AddRelationType(Box::new(RelationType::joining_all(" Saw  in"))));
    assert_eq!(step.name, "Add the relation type “Saw in”");
    desk.relate("Kim", "Saw in", "Seoul");
    desk.relate("Seoul", "Saw in", "Kim");
    let kind = desk.project.schema().relation_known_as("saw in").expect("there");
    let mut to = RelationType { name: "Sees".to_owned(), ..RelationType::joining_all("") };
    desk.carry_out(Command::SetRelationType { kind, to: Box::new(to.clone()) });
    assert_eq!(desk.relations(), ["Kim, Sees: Seoul", "Seoul, Sees: Kim"]);
    to.is_symmetric = true;
    desk.carry_out(Command::SetRelationType { kind, to: Box::new(to.clone()) });
    assert_eq!(desk.relations().len(), 1, "both say the same now");
    to.name = "Met".to_owned();
    let refused = desk.try_out(Command::SetRelationType { kind, to: Box::new(to) }).expect_err("taken");
    assert_eq!(refused.to_string(), "two relation types are called “Met”");
    let step = desk.carry_out(Command::DeleteRelationType(kind));
    assert_eq!((step.name.as_str(), desk.relations().len()), ("Delete the relation type “Sees”", 0));
    assert_eq!(desk.try_out(Command::DeleteRelationType(kind)), Err(CommandError::NoRelationType(kind)));
}

/// Going back was refused where the labels were others.
#[test]
fn a_state_with_other_labels_can_be_gone_back_to() {
    let mut desk = desk();
    let mentions = desk.mentions("Saturday");
    desk.carry_out(Command::SetDate { mentions, date: "2019-11-09".parse().ok() });
    let state = std::sync::Arc::new(desk.project.clone());
    merge(&mut desk, &["Date", "Group"], "Person");
    let ship = desk.project.schema().new_label("Ship");
    desk.carry_out(Command::AddLabel(Box::new(ship)));
    mark(&mut desk, "Seoul", "Ship", None);
    desk.carry_out(Command::Restore(std::sync::Arc::clone(&state)));
    assert!(desk.project == *state);
}

/// The label that came back was called “Date 2” on the way, and that was none for dates.
#[test]
fn a_state_whose_label_for_dates_has_a_namesake_now_can_be_gone_back_to() {
    let mut desk = desk();
    let label = desk.label("Date");
    let date = Label { also: Vec::new(), ..desk.project.schema().get(label).expect("there").clone() };
    desk.carry_out(Command::SetLabel { label, to: Box::new(date.clone()) });
    let mentions = desk.mentions("Saturday");
    desk.carry_out(Command::SetDate { mentions, date: "2019-11-09".parse().ok() });
    let state = std::sync::Arc::new(desk.project.clone());
    desk.carry_out(Command::DeleteLabels(vec![label]));
    desk.carry_out(Command::AddLabel(Box::new(date)));
    desk.carry_out(Command::Restore(std::sync::Arc::clone(&state)));
    assert!(desk.project == *state);
}
