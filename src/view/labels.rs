//! The labels and relation types of a project with what carries them, and what a change of them would do.

use crate::model::{
    Change, Command, CommandError, DocumentId, EntityId, Label, LabelId, MentionId, Project, RelationTypeId,
    Schema, Transaction,
};
use std::collections::{BTreeMap, BTreeSet};

/// A label and how much carries it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LabelRow {
    pub id: LabelId,
    pub marks: usize,
    /// How many articles have one of the marks.
    pub articles: usize,
    pub entities: usize,
}

/// All labels in their order.
pub fn label_rows(project: &Project) -> Vec<LabelRow> {
    let mut marks: BTreeMap<LabelId, (usize, BTreeSet<DocumentId>)> = BTreeMap::new();
    for mention in project.mentions() {
        let (count, documents) = marks.entry(mention.label).or_default();
        *count += 1;
        documents.insert(mention.document);
    }
    let mut entities: BTreeMap<LabelId, usize> = BTreeMap::new();
    for entity in project.entities() {
        *entities.entry(entity.label).or_default() += 1;
    }
    let row = |(id, _): (LabelId, &Label)| {
        let (marks, articles) = marks.get(&id).map_or((0, 0), |(count, documents)| (*count, documents.len()));
        LabelRow { id, marks, articles, entities: entities.get(&id).copied().unwrap_or_default() }
    };
    project.schema().labels().map(row).collect()
}

/// All relation types in their order, each with how many relations are of it.
pub fn relation_type_rows(project: &Project) -> Vec<(RelationTypeId, usize)> {
    let mut counts: BTreeMap<RelationTypeId, usize> = BTreeMap::new();
    for relation in project.relations() {
        *counts.entry(relation.kind).or_default() += 1;
    }
    let types = project.schema().relation_types();
    types.map(|(id, _)| (id, counts.get(&id).copied().unwrap_or_default())).collect()
}

/// What a change of the labels would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effect {
    /// Marks that get another label, and those that go because the mark on the same words stays.
    pub moved_marks: usize,
    pub joined_marks: usize,
    pub deleted_marks: usize,
    /// How many articles have such marks.
    pub articles: usize,
    /// What the marks become, by name.
    becomes: BTreeSet<String>,
    /// Entities that get another label, that join another one, or that go.
    pub moved_entities: usize,
    pub deleted_entities: usize,
    pub deleted_relations: usize,
    /// Rejections and names of lists that follow or go.
    pub rejections: usize,
    pub names: usize,
    /// Marks that lose the day that was said of them.
    pub dates: usize,
    /// Labels that are called otherwise then: before and after.
    pub renamed: Vec<(String, String)>,
    /// Labels that come, that go, and that stay though the new set has none like them.
    pub new: Vec<String>,
    pub gone: Vec<String>,
    pub kept: Vec<String>,
}

/// What a command would do to marks and labels.
///
/// # Errors
/// If it would be refused.
pub fn effect(project: &Project, command: Command) -> Result<Effect, CommandError> {
    let deletes = matches!(command, Command::DeleteLabels(_) | Command::DeleteRelationType(_));
    let wanted = match &command {
        Command::UseSchema(schema) => Some(schema.as_ref().clone()),
        _ => None,
    };
    let transaction = project.clone().plan(command)?;
    let mut effect = Effect::default();
    effect.count(project, &transaction, deletes);
    if let (Some(before), Some(after)) = (transaction.schema_before(), transaction.schema_after()) {
        effect.compare(before, after, wanted.as_ref());
    }
    Ok(effect)
}

impl Effect {
    fn count(&mut self, project: &Project, transaction: &Transaction, deletes: bool) {
        let after_names = transaction.schema_after().unwrap_or(project.schema());
        let mut documents = BTreeSet::new();
        let mut marks: BTreeSet<MentionId> = BTreeSet::new();
        let mut entities: BTreeSet<EntityId> = BTreeSet::new();
        for change in &transaction.changes {
            match change {
                Change::Mention { id, before: Some(before), after } => {
                    let label = after.as_ref().map(|after| after.label);
                    if label != Some(before.label) {
                        marks.insert(*id);
                        documents.insert(before.document);
                    }
                    match after {
                        None if deletes => self.deleted_marks += 1,
                        None => self.joined_marks += 1,
                        Some(after) if after.label != before.label => {
                            self.moved_marks += 1;
                            self.becomes.insert(after_names.name_of(after.label).to_owned());
                        }
                        Some(_) => {}
                    }
                    let is_dated = after.as_ref().is_some_and(|after| after.date.is_some());
                    self.dates += usize::from(before.date.is_some() && after.is_some() && !is_dated);
                }
                Change::Entity { id, before: Some(before), after } => {
                    let label = after.as_ref().map(|after| after.label);
                    let is_touched = label != Some(before.label) && entities.insert(*id);
                    if is_touched && after.is_none() && deletes {
                        self.deleted_entities += 1;
                    } else if is_touched {
                        self.moved_entities += 1;
                    }
                }
                Change::Relation { after: None, .. } => self.deleted_relations += 1,
                Change::Rejection { .. } => self.rejections += 1,
                Change::Gazetteer { before: Some(before), after, .. } => {
                    let left = after.as_ref().map(|after| after.names.clone()).unwrap_or_default();
                    self.names += before.names.difference(&left).len();
                }
                _ => {}
            }
        }
        self.articles = documents.len();
    }

    fn compare(&mut self, before: &Schema, after: &Schema, wanted: Option<&Schema>) {
        for (id, label) in before.labels() {
            match after.get(id) {
                None => self.gone.push(label.name.clone()),
                Some(now) if now.name != label.name => {
                    self.renamed.push((label.name.clone(), now.name.clone()));
                }
                Some(now) if wanted.is_some_and(|wanted| wanted.named(&now.name).is_none()) => {
                    self.kept.push(now.name.clone());
                }
                Some(_) => {}
            }
        }
        let new = after.labels().filter(|(id, _)| before.get(*id).is_none());
        self.new = new.map(|(_, label)| label.name.clone()).collect();
    }

    /// Whether marks, entities or what else there is but labels would change.
    pub fn touches_marks(&self) -> bool {
        self.moved_marks
            + self.joined_marks
            + self.deleted_marks
            + self.moved_entities
            + self.deleted_entities
            + self.deleted_relations
            + self.rejections
            + self.names
            + self.dates
            > 0
    }

    /// In sentences without full stops: `41 marks in 7 articles become Place; 12 entities`.
    pub fn sentences(&self) -> Vec<String> {
        let mut said = Vec::new();
        let articles = counted(self.articles, "article");
        let names: Vec<&str> = self.becomes.iter().map(String::as_str).collect();
        let becomes = names.join(", ");
        if self.moved_marks > 0 {
            let verb = if self.moved_marks == 1 { "becomes" } else { "become" };
            let marks = counted(self.moved_marks, "mark");
            let entities = after_semicolon(self.moved_entities, "entity", "entities");
            said.push(format!("{marks} in {articles} {verb} {becomes}{entities}"));
        } else if self.moved_entities > 0 {
            said.push(plural(self.moved_entities, "entity follows", "entities follow"));
        }
        if self.joined_marks > 0 {
            let (one, several) =
                ("mark joins the one on the same words", "marks join those on the same words");
            said.push(plural(self.joined_marks, one, several));
        }
        if self.deleted_marks > 0 {
            let verb = if self.deleted_marks == 1 { "goes" } else { "go" };
            let marks = counted(self.deleted_marks, "mark");
            let entities = after_semicolon(self.deleted_entities, "entity", "entities");
            said.push(format!("{marks} in {articles} {verb}{entities}"));
        } else if self.deleted_entities > 0 {
            let without =
                plural(self.deleted_entities, "entity without marks goes", "entities without marks go");
            said.push(without);
        }
        let rest = [
            (self.deleted_relations, "relation goes", "relations go"),
            (self.rejections, "rejection follows", "rejections follow"),
            (self.names, "name of a list follows", "names of lists follow"),
            (self.dates, "date is left to its words again", "dates are left to their words again"),
        ];
        let is_gone = self.deleted_marks + self.deleted_entities > 0;
        for (count, one, several) in rest.into_iter().filter(|(count, ..)| *count > 0) {
            let words = plural(count, one, several);
            said.push(if is_gone { words.replace("follows", "goes").replace("follow", "go") } else { words });
        }
        said.extend(self.said_of_labels());
        said
    }

    fn said_of_labels(&self) -> Vec<String> {
        let renamed: Vec<String> =
            self.renamed.iter().map(|(before, after)| format!("{before} becomes {after}")).collect();
        let list = |names: &[String], verb: (&str, &str)| {
            let verb = if names.len() == 1 { verb.0 } else { verb.1 };
            (!names.is_empty()).then(|| format!("{} {verb}", names.join(", ")))
        };
        let mut said: Vec<String> = (!renamed.is_empty()).then(|| renamed.join(", ")).into_iter().collect();
        said.extend(list(&self.new, ("is new", "are new")));
        said.extend(list(&self.gone, ("goes from the list", "go from the list")));
        said.extend(list(
            &self.kept,
            ("stays, for something carries it", "stay, for something carries them"),
        ));
        said
    }
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

fn plural(count: usize, one: &str, several: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { several })
}

fn after_semicolon(count: usize, one: &str, several: &str) -> String {
    if count == 0 { String::new() } else { format!("; {}", plural(count, one, several)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::notation::Desk;

    fn desk() -> Desk {
        Desk::with(&["[Kim](Person) met [Kim](Role) in [[Seoul](Place)](Event).", "[Moon](Role)"])
    }

    fn says(desk: &Desk, command: Command) -> String {
        effect(&desk.project, command).expect("can be").sentences().join(" | ")
    }

    #[test]
    fn rows_count_what_carries_a_label() {
        let desk = desk();
        let rows = label_rows(&desk.project);
        let role = rows.iter().find(|row| row.id == desk.label("Role")).copied();
        let expected = LabelRow { id: desk.label("Role"), marks: 2, articles: 2, entities: 2 };
        assert_eq!((rows.len(), role), (10, Some(expected)));
    }

    #[test]
    fn a_merge_says_what_becomes_what() {
        let desk = desk();
        let merge = |names: &[&str], into: &str| {
            let labels = names.iter().map(|name| desk.label(name)).collect();
            says(&desk, Command::MergeLabels { labels, into: desk.label(into) })
        };
        assert_eq!(
            merge(&["Role"], "Person"),
            "2 marks in 2 articles become Person; 2 entities | Role goes from the list"
        );
        let both = merge(&["Place"], "Event");
        assert_eq!(
            both,
            "1 entity follows | 1 mark joins the one on the same words | Place goes from the list"
        );
        assert_eq!(merge(&["Weapon"], "Event"), "Weapon goes from the list");
    }

    #[test]
    fn a_deletion_says_what_goes() {
        let mut desk = desk();
        desk.relate("Kim", "Said about", "Seoul");
        desk.carry_out(Command::Know(vec![
            crate::model::KnownName::new("Kim", desk.label("Person"), "").expect("a name"),
        ]));
        let delete = Command::DeleteLabels(vec![desk.label("Person")]);
        assert_eq!(
            says(&desk, delete),
            "1 mark in 1 article goes; 1 entity | 1 relation goes | 1 name of a list goes | Person goes from the list"
        );
    }

    #[test]
    fn another_set_says_what_each_label_becomes() {
        let desk = desk();
        let command = Command::UseSchema(Box::new(Schema::conll_2003()));
        let effect = effect(&desk.project, command).expect("can be");
        assert!(!effect.touches_marks());
        assert_eq!(
            effect.sentences(),
            [
                "Person becomes PER, Organization becomes ORG, Place becomes LOC, Group becomes MISC",
                "Date, Weapon, Quantity, Other go from the list",
                "Event, Role stay, for something carries them",
            ]
        );
    }
}
