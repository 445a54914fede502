//! A label or relation type while its fields are being typed in.

use crate::{
    model::{Colour, Command, Label, LabelId, RelationType, RelationTypeId, Schema},
    words::say,
};

/// The fields of a label that are typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LabelDraft {
    pub(super) id: LabelId,
    /// As it is in the project; when that changes, the fields do.
    base: Label,
    pub(super) name: String,
    pub(super) key: Option<char>,
    pub(super) colour: String,
    pub(super) definition: String,
    /// Parted by blanks or commas.
    pub(super) also: String,
}

impl LabelDraft {
    pub(super) fn new(id: LabelId, label: &Label) -> Self {
        Self {
            id,
            base: label.clone(),
            name: label.name.clone(),
            key: label.key,
            colour: label.colour.to_string(),
            definition: label.definition.clone(),
            also: label.also.join(" "),
        }
    }

    /// Whether it is still of the label as it stands.
    pub(super) fn is_of(&self, id: LabelId, label: &Label) -> bool {
        self.id == id && self.base == *label
    }

    /// What is wrong with the name, if anything is.
    pub(super) fn name_trouble(&self, schema: &Schema) -> Option<String> {
        let name = self.name.split_whitespace().collect::<Vec<_>>().join(" ");
        let lower = name.to_lowercase();
        let is_taken = |(id, label): (LabelId, &Label)| id != self.id && label.name.to_lowercase() == lower;
        if name.is_empty() {
            Some(say!("label-needs-name").to_owned())
        } else if schema.labels().any(is_taken) {
            Some(say!("label-name-taken", name = name))
        } else {
            None
        }
    }

    /// The colour, if one is typed.
    pub(super) fn parsed_colour(&self) -> Option<Colour> {
        let typed = self.colour.trim();
        Colour::parse(typed).or_else(|| Colour::parse(&format!("#{typed}")))
    }

    /// The names elsewhere.
    pub(super) fn names_elsewhere(&self) -> Vec<String> {
        let names = self.also.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';'));
        names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
    }

    /// The label as it is typed. A field that cannot be taken leaves what was there.
    pub(super) fn label(&self, schema: &Schema) -> Label {
        let base = self.base.clone();
        let name = if self.name_trouble(schema).is_some() { base.name } else { self.name.trim().to_owned() };
        let colour = self.parsed_colour().unwrap_or(base.colour);
        let is_as_before = self.also == base.also.join(" ");
        let also = if is_as_before { base.also } else { self.names_elsewhere() };
        Label { name, colour, key: self.key, definition: self.definition.trim().to_owned(), also }
    }

    /// What carries out what was typed, if that is anything.
    pub(super) fn command(&self, schema: &Schema) -> Option<Command> {
        let to = self.label(schema);
        let is_there = schema.get(self.id) == Some(&self.base);
        (is_there && to != self.base).then(|| Command::SetLabel { label: self.id, to: Box::new(to) })
    }
}

/// The fields of a relation type that are typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TypeDraft {
    pub(super) id: RelationTypeId,
    base: RelationType,
    pub(super) name: String,
    pub(super) inverse: String,
}

impl TypeDraft {
    pub(super) fn new(id: RelationTypeId, one: &RelationType) -> Self {
        Self { id, base: one.clone(), name: one.name.clone(), inverse: one.inverse.clone() }
    }

    pub(super) fn is_of(&self, id: RelationTypeId, one: &RelationType) -> bool {
        self.id == id && self.base == *one
    }

    /// What is wrong with the name, if anything is.
    pub(super) fn name_trouble(&self, schema: &Schema) -> Option<String> {
        let name = self.name.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_taken = |(id, one): (RelationTypeId, &RelationType)| id != self.id && one.name == name;
        if name.is_empty() {
            Some(say!("type-needs-name").to_owned())
        } else if schema.relation_types().any(is_taken) {
            Some(say!("type-name-taken", name = name))
        } else {
            None
        }
    }

    /// The relation type as it is typed.
    pub(super) fn relation_type(&self, schema: &Schema) -> RelationType {
        let base = self.base.clone();
        let name = if self.name_trouble(schema).is_some() { base.name } else { self.name.trim().to_owned() };
        let inverse = if base.is_symmetric { String::new() } else { self.inverse.trim().to_owned() };
        RelationType { name, inverse, ..base }
    }

    pub(super) fn command(&self, schema: &Schema) -> Option<Command> {
        let to = self.relation_type(schema);
        let is_there = schema.relation_type(self.id) == Some(&self.base);
        (is_there && to != self.base).then(|| Command::SetRelationType { kind: self.id, to: Box::new(to) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(change: impl FnOnce(&mut LabelDraft)) -> Option<Label> {
        let schema = Schema::news_analyst();
        let (id, label) = schema.labels().next().expect("one");
        let mut draft = LabelDraft::new(id, label);
        change(&mut draft);
        draft.command(&schema).map(|command| match command {
            Command::SetLabel { to, .. } => *to,
            _ => unreachable!("it sets a label"),
        })
    }

    #[test]
    fn what_was_typed_is_one_change_and_what_cannot_be_is_left_out() {
        assert_eq!(draft(|_| {}), None);
        assert_eq!(draft(|draft| draft.name = " ".to_owned()), None);
        assert_eq!(draft(|draft| draft.name = "PLACE".to_owned()), None);
        assert_eq!(draft(|draft| draft.colour = "red".to_owned()), None);
        let label = draft(|draft| {
            (draft.name, draft.colour) = ("Human".to_owned(), "112233".to_owned());
            draft.also = "PER, HUM;PERSON".to_owned();
        });
        let label = label.expect("changed");
        assert_eq!((label.name.as_str(), label.colour.to_string().as_str()), ("Human", "#112233"));
        assert_eq!(label.also, ["PER", "HUM", "PERSON"]);
        let label =
            draft(|draft| (draft.name, draft.key) = ("Human".to_owned(), Some('9'))).expect("changed");
        assert_eq!(
            (label.name.as_str(), label.key),
            ("Human", Some('9')),
            "a key that is chosen keeps the name"
        );
    }
}
