//! The commands of `dateline edit` that change the labels and relation types of the project.

use super::{
    editor::{Answered, Editor, text_of},
    label_wire::{LabelWish, RelationTypeWish, TypeRecord, records, type_records},
    wire::Answer,
};
use crate::{
    model::{Colour, Command, Label, LabelId, RelationType, RelationTypeId, Schema},
    session::Session,
    view::effect,
};
use std::path::Path;

impl Editor {
    pub(super) fn labels(&self) -> Answer {
        let project = self.session.project();
        Answer::Labels {
            schema: project.schema().name.clone(),
            labels: records(project),
            relation_types: type_records(project),
        }
    }

    pub(super) fn add_label(&mut self, wish: LabelWish) -> Answered {
        let schema = self.session.project().schema();
        let new = schema.new_label(wish.name.as_deref().unwrap_or_default());
        self.change(Command::AddLabel(Box::new(set(new, wish)?)))
    }

    pub(super) fn set_label(&mut self, label: &str, wish: LabelWish) -> Answered {
        let id = self.label(label)?;
        let before = self.session.project().schema().get(id).cloned();
        let to = set(before.ok_or("the label is not there")?, wish)?;
        self.change(Command::SetLabel { label: id, to: Box::new(to) })
    }

    pub(super) fn move_label(&mut self, label: &str, place: usize) -> Answered {
        let label = self.label(label)?;
        self.change(Command::MoveLabel { label, place })
    }

    pub(super) fn merge_labels(&mut self, labels: &[String], into: &str, preview: bool) -> Answered {
        if labels.is_empty() {
            return Err("name the labels to merge".to_owned());
        }
        let into = self.label(into)?;
        let labels = labels.iter().map(|name| self.label(name)).collect::<Result<Vec<LabelId>, _>>()?;
        self.change_labels(Command::MergeLabels { labels, into }, preview)
    }

    pub(super) fn delete_label(&mut self, label: &str, into: Option<&str>, preview: bool) -> Answered {
        let label = self.label(label)?;
        let command = match into {
            Some(into) => Command::MergeLabels { labels: vec![label], into: self.label(into)? },
            None => Command::DeleteLabels(vec![label]),
        };
        self.change_labels(command, preview)
    }

    pub(super) fn use_schema(&mut self, name: Option<&str>, path: Option<&Path>, preview: bool) -> Answered {
        let schema = match (name, path) {
            (Some(name), None) => Schema::ready_named(name).ok_or_else(|| {
                format!("there is no ready set of labels “{name}”; there is: {}", Schema::READY.join(", "))
            })?,
            (None, Some(path)) => Session::read_labels_now(path).map_err(text_of)?,
            _ => return Err("say which labels to use: by `name` or by `path`".to_owned()),
        };
        self.change_labels(Command::UseSchema(Box::new(schema)), preview)
    }

    pub(super) fn export_schema(&self, out: &Path) -> Answered {
        self.session.write_labels_now(out).map_err(text_of)?;
        Ok(Answer::Done {})
    }

    /// Says what a change does to marks and labels, and does it unless it is only asked for.
    fn change_labels(&mut self, command: Command, preview: bool) -> Answered {
        let effect = effect(self.session.project(), command.clone()).map_err(text_of)?;
        if !preview {
            self.session.dispatch(command).map_err(text_of)?;
        }
        Ok(Answer::Effect {
            marks: effect.moved_marks + effect.joined_marks + effect.deleted_marks,
            articles: effect.articles,
            entities: effect.moved_entities + effect.deleted_entities,
            says: effect.sentences(),
        })
    }

    pub(super) fn add_relation_type(&mut self, wish: RelationTypeWish) -> Answered {
        let name = wish.name.clone().unwrap_or_default();
        let one = self.relation_type_set(RelationType::joining_all(&name), wish)?;
        self.change(Command::AddRelationType(Box::new(one)))
    }

    pub(super) fn set_relation_type(&mut self, kind: &str, wish: RelationTypeWish) -> Answered {
        let kind: RelationTypeId = self.relation_type(kind)?;
        let before = self.session.project().schema().relation_type(kind).cloned();
        let to = self.relation_type_set(before.ok_or("the relation type is not there")?, wish)?;
        self.change(Command::SetRelationType { kind, to: Box::new(to) })
    }

    pub(super) fn delete_relation_type(&mut self, kind: &str, preview: bool) -> Answered {
        let kind = self.relation_type(kind)?;
        self.change_labels(Command::DeleteRelationType(kind), preview)
    }

    fn relation_type_set(&self, one: RelationType, wish: RelationTypeWish) -> Result<RelationType, String> {
        let RelationTypeWish { name, key, from, to, inverse, symmetric } = wish;
        let labels = |wanted: Option<Vec<String>>, before: Vec<LabelId>| match wanted {
            Some(names) => names.iter().map(|name| self.label(name)).collect::<Result<Vec<_>, _>>(),
            None => Ok(before),
        };
        Ok(RelationType {
            name: name.unwrap_or(one.name),
            key: key.map_or(Ok(one.key), |key| one_character(&key))?,
            from: labels(from, one.from)?,
            to: labels(to, one.to)?,
            inverse: inverse.unwrap_or(one.inverse),
            is_symmetric: symmetric.unwrap_or(one.is_symmetric),
        })
    }
}

/// A label with what is wished; what is left out stays as it is.
fn set(label: Label, wish: LabelWish) -> Result<Label, String> {
    let colour = wish.colour.map(|written| {
        let colour = Colour::parse(&written);
        colour.ok_or_else(|| format!("“{written}” is no colour; #rrggbb is expected"))
    });
    Ok(Label {
        name: wish.name.unwrap_or(label.name),
        colour: colour.unwrap_or(Ok(label.colour))?,
        key: wish.key.map_or(Ok(label.key), |key| one_character(&key))?,
        definition: wish.definition.unwrap_or(label.definition),
        also: wish.also.unwrap_or(label.also),
    })
}

/// An empty one is none.
fn one_character(key: &str) -> Result<Option<char>, String> {
    let mut characters = key.chars();
    match (characters.next(), characters.next()) {
        (key, None) => Ok(key),
        _ => Err(format!("“{key}” is no key; one character is expected")),
    }
}

impl TypeRecord {
    /// The names of labels.
    pub(super) fn names(schema: &Schema, labels: &[LabelId]) -> Vec<String> {
        labels.iter().map(|label| schema.name_of(*label).to_owned()).collect()
    }
}
