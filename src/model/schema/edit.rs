//! A schema with something in it changed. What has the labels follows elsewhere: see `plan/labels`.

use super::{Colour, KEYS, Label, LabelId, RelationType, RelationTypeId, Schema, relation_type};
use std::collections::{BTreeMap, BTreeSet};

/// Colours of labels that nobody gave one.
const MORE_COLOURS: &[u32] = &[
    0x3b_6f_d4, 0xc2_48_4f, 0x2f_8f_5b, 0x8a_5c_d1, 0xb4_76_1f, 0x2e_8a_8a, 0xa0_4a_8d, 0x7a_4b_2a,
    0x5b_6b_7c, 0x6b_7f_2a, 0x4d_6f_8f, 0x9c_5b_4d,
];

const TOO_MANY_LABELS: &str = "there are too many labels";
const TOO_MANY_TYPES: &str = "there are too many relation types";

/// Which label takes the place of each that goes; `None`: none does.
pub(in crate::model) type Fates = BTreeMap<LabelId, Option<LabelId>>;

impl Schema {
    /// The colours that are offered for labels.
    pub fn colours() -> impl Iterator<Item = Colour> + Clone {
        MORE_COLOURS.iter().copied().map(Colour::hex)
    }

    /// A label of this name as it would be made: with a colour, and a key while one is free.
    pub fn new_label(&self, name: &str) -> Label {
        let key = KEYS.chars().find(|key| self.with_key(*key).is_none());
        let is_free = |colour: &Colour| self.labels().all(|(_, label)| label.colour != *colour);
        let next = Self::colours().cycle().nth(self.label_count());
        let colour = Self::colours().find(is_free).or(next).unwrap_or(Colour::hex(0));
        Label { name: name.to_owned(), colour, key, definition: String::new(), also: Vec::new() }
    }

    /// The same with more labels and relation types at the end. A label gets a colour, and a key while one is free; a relation
    /// type joins whatever it is used for.
    ///
    /// # Errors
    /// If a name is there already, or there would be too many.
    pub fn grown(&self, labels: &[String], relation_types: &[String]) -> Result<Self, String> {
        let mut schema = self.clone();
        for name in labels {
            if schema.named(name).is_some() {
                return Err(format!("two labels are called “{name}”"));
            }
            let label = schema.new_label(name);
            schema.labels.add(label).ok_or(TOO_MANY_LABELS)?;
        }
        for name in relation_types {
            schema.relation_types.add(RelationType::joining_all(name)).ok_or(TOO_MANY_TYPES)?;
        }
        relation_type::check(&schema, &schema.relation_types.iter().map(|(_, one)| one))?;
        Ok(schema)
    }

    /// The same where a label has another colour, if one is given, and another definition.
    #[must_use]
    pub(in crate::model) fn described(
        mut self,
        name: &str,
        colour: Option<Colour>,
        definition: &str,
    ) -> Self {
        if let Some(label) = self.labels.records_mut().find(|label| label.name == name) {
            label.colour = colour.unwrap_or(label.colour);
            definition.clone_into(&mut label.definition);
        }
        self
    }

    /// The same with one more label.
    pub(in crate::model) fn with_label(&self, label: &Label) -> Result<(Self, LabelId), String> {
        let label = self.checked(None, label)?;
        let mut schema = self.clone();
        schema.free_key(label.key, None);
        let number = schema.labels.add(label).ok_or(TOO_MANY_LABELS)?;
        Ok((schema, LabelId(number)))
    }

    /// The same where a label is this. A label that has its key gets the key that it had.
    pub(in crate::model) fn with_changed(&self, id: LabelId, label: &Label) -> Result<Self, String> {
        let label = self.checked(Some(id), label)?;
        let mut schema = self.clone();
        let old_key = self.get(id).and_then(|label| label.key);
        schema.free_key(label.key, Some((id, old_key)));
        schema.labels.put(id.0, label);
        Ok(schema)
    }

    /// The same where a label stands at another place of the list.
    pub(in crate::model) fn with_moved(&self, id: LabelId, place: usize) -> Self {
        let mut schema = self.clone();
        schema.labels.move_to(id.0, place);
        schema
    }

    /// The same without labels. What takes the place of one also goes by its names and joins what it joined. Also gives the
    /// relation types that go because nothing is left that they could join.
    pub(in crate::model) fn without(&self, fates: &Fates) -> (Self, BTreeSet<RelationTypeId>) {
        let mut schema = self.clone();
        for (id, instead) in fates {
            let Some(gone) = schema.labels.remove(id.0) else {
                continue;
            };
            if let Some(label) = instead.and_then(|instead| schema.labels.get_mut(instead.0)) {
                for name in std::iter::once(gone.name).chain(gone.also) {
                    if !label.goes_by(&name) {
                        label.also.push(name);
                    }
                }
            }
        }
        let mut gone = BTreeSet::new();
        for (id, one) in self.relation_types() {
            let ends = [&one.from, &one.to].map(|labels| joined_instead(labels, fates));
            if let [Some(from), Some(to)] = ends {
                if let Some(one) = schema.relation_types.get_mut(id.0) {
                    (one.from, one.to) = (from, to);
                }
            } else {
                schema.relation_types.remove(id.0);
                gone.insert(id);
            }
        }
        (schema, gone)
    }

    /// The same with one more relation type.
    pub(in crate::model) fn with_type(&self, one: RelationType) -> Result<(Self, RelationTypeId), String> {
        let mut schema = self.clone();
        schema.free_type_key(one.key, None);
        let number = schema.relation_types.add(one.tidy()).ok_or(TOO_MANY_TYPES)?;
        schema.check_types()?;
        Ok((schema, RelationTypeId(number)))
    }

    /// The same where a relation type is this.
    pub(in crate::model) fn with_changed_type(
        &self,
        id: RelationTypeId,
        one: RelationType,
    ) -> Result<Self, String> {
        let mut schema = self.clone();
        let old_key = self.relation_type(id).and_then(|one| one.key);
        schema.free_type_key(one.key, Some((id, old_key)));
        schema.relation_types.put(id.0, one.tidy());
        schema.check_types()?;
        Ok(schema)
    }

    /// The same without a relation type.
    pub(in crate::model) fn without_type(&self, id: RelationTypeId) -> Self {
        let mut schema = self.clone();
        schema.relation_types.remove(id.0);
        schema
    }

    /// Both schemas in one, for a step from the one to the other: every label and relation type of either has its own id.
    /// Dates of marks fit it if they fit one of the two.
    pub(in crate::model) fn joined(&self, other: &Self) -> Self {
        let mut schema = self.clone();
        for (number, theirs) in other.labels.iter() {
            if let Some(label) = schema.labels.get_mut(number) {
                label.also.extend(std::iter::once(&theirs.name).chain(&theirs.also).cloned());
            } else {
                // It goes by its own name still: so a label for dates stays one.
                let mut label = Label { name: schema.free_name(&theirs.name), key: None, ..theirs.clone() };
                label.also.push(theirs.name.clone());
                schema.labels.put(number, label);
            }
        }
        for (number, theirs) in other.relation_types.iter() {
            if schema.relation_types.get(number).is_none() {
                let name = free(&theirs.name, |name| schema.relation_known_as(name).is_some());
                schema.relation_types.put(number, RelationType { name, key: None, ..theirs.clone() });
            }
        }
        schema
    }

    /// The name, or one like it that no label has.
    fn free_name(&self, name: &str) -> String {
        free(name, |name| self.known_as(name).is_some())
    }

    /// A label as it is to be written down.
    fn checked(&self, id: Option<LabelId>, label: &Label) -> Result<Label, String> {
        let name = one_line(&label.name);
        if name.is_empty() {
            return Err("a label needs a name".to_owned());
        }
        let is_taken = |(other, label): (LabelId, &Label)| {
            Some(other) != id && label.name.to_lowercase() == name.to_lowercase()
        };
        if self.labels().any(is_taken) {
            return Err(format!("there is a label “{name}” already"));
        }
        if let Some(key) = label.key.filter(|key| !KEYS.contains(*key)) {
            return Err(format!("“{key}” is no key for a label: 1 to 9 and 0 are"));
        }
        let mut also: Vec<String> = Vec::new();
        for other in label.also.iter().map(|other| one_line(other)).filter(|other| !other.is_empty()) {
            if !also.contains(&other) {
                also.push(other);
            }
        }
        let definition = label.definition.trim().to_owned();
        Ok(Label { name, colour: label.colour, key: label.key, definition, also })
    }

    /// Takes a key from the label that has it, which gets the key that `instead` had.
    fn free_key(&mut self, key: Option<char>, instead: Option<(LabelId, Option<char>)>) {
        let Some(key) = key else {
            return;
        };
        let (id, old) = instead.unzip();
        let has_it = self.with_key(key).filter(|other| Some(*other) != id);
        if let Some(label) = has_it.and_then(|other| self.labels.get_mut(other.0)) {
            label.key = old.flatten();
        }
    }

    fn free_type_key(&mut self, key: Option<char>, instead: Option<(RelationTypeId, Option<char>)>) {
        let (id, old) = instead.unzip();
        let has_it =
            self.relation_types().find(|(other, one)| key.is_some() && one.key == key && Some(*other) != id);
        if let Some(one) = has_it.map(|(other, _)| other).and_then(|id| self.relation_types.get_mut(id.0)) {
            one.key = old.flatten();
        }
    }

    fn check_types(&self) -> Result<(), String> {
        relation_type::check(self, &self.relation_types.iter().map(|(_, one)| one))
    }
}

/// The labels that are joined when some of them go; `None` where none is left that was.
pub(super) fn joined_instead(labels: &[LabelId], fates: &Fates) -> Option<Vec<LabelId>> {
    let mut left = Vec::new();
    for label in labels {
        let instead = fates.get(label).copied().unwrap_or(Some(*label));
        left.extend(instead.filter(|label| !left.contains(label)));
    }
    (labels.is_empty() || !left.is_empty()).then_some(left)
}

fn free(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2..=u32::MAX).map(|number| format!("{name} {number}"));
    std::iter::once(name.to_owned()).chain(numbered).find(|name| !is_taken(name)).unwrap_or_default()
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
