//! Labels, and what may tie things that carry them.
//!
//! Both are known by ids that stay while others come, go, move and are renamed: marks point to them. In files they go by
//! their names. `ready` has the ready sets, `edit` makes a schema of another with one thing changed.

mod edit;
mod ready;
mod relation_type;
mod shelf;
mod take_over;

pub(in crate::model) use edit::Fates;
pub use relation_type::{RelationType, RelationTypeId};

use shelf::Shelf;
use std::collections::{BTreeMap, BTreeSet};

/// A colour, each part 0–255.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    pub red: u8,
    pub green: u8,
    pub blue: u8,
}

impl Colour {
    /// From `0xRRGGBB`.
    pub const fn hex(value: u32) -> Self {
        let [_, red, green, blue] = value.to_be_bytes();
        Self { red, green, blue }
    }

    /// From `#rrggbb`, in whatever case.
    pub fn parse(written: &str) -> Option<Self> {
        let digits = written.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let is_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        u32::from_str_radix(digits, 16).ok().filter(|_| is_hex).map(Self::hex)
    }
}

/// `#rrggbb`.
impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

/// Names a label of the project's schema. It stays as long as the label does, wherever that stands in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LabelId(pub(in crate::model) u16);

impl LabelId {
    /// A number that no other label of its schema has.
    pub fn number(self) -> u16 {
        self.0
    }
}

/// One kind of thing that can be marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// What people call it; unique in its schema.
    pub name: String,
    pub colour: Colour,
    /// The key that applies it, `'1'`–`'9'` or `'0'`; unique in its schema.
    pub key: Option<char>,
    /// What to mark with it and what not.
    pub definition: String,
    /// What other tools call it: `PER`, `PERSON`. The first is the one to export.
    pub also: Vec<String>,
}

impl Label {
    /// Whether it goes by this name here or elsewhere, in whatever case.
    pub fn goes_by(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name) || self.also.iter().any(|also| also.eq_ignore_ascii_case(name))
    }
}

/// The labels of a project, and the relations there may be between things that carry them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schema {
    pub name: String,
    labels: Shelf<Label>,
    relation_types: Shelf<RelationType>,
}

impl Schema {
    /// Keys in the order in which labels get them.
    pub const KEYS: &'static str = KEYS;

    /// Takes labels in their order. Relation types are the usual ones between them.
    ///
    /// # Errors
    /// Names the first label whose name or key another one has, or that is one too many (65,535).
    pub fn new(name: &str, labels: Vec<Label>) -> Result<Self, String> {
        Self::numbered(name, labels.into_iter().map(|label| (label, None)).collect())
    }

    /// The same; a label may have a number of its own, else it is that of its place.
    ///
    /// # Errors
    /// As for [`Schema::new`], and if a number is there twice.
    pub fn numbered(name: &str, labels: Vec<(Label, Option<u16>)>) -> Result<Self, String> {
        let mut names = BTreeSet::new();
        let mut keys = BTreeMap::new();
        for (label, _) in &labels {
            if !names.insert(&label.name) {
                return Err(format!("two labels are called “{}”", label.name));
            }
            if let Some(other) = label.key.and_then(|key| keys.insert(key, &label.name)) {
                return Err(format!("“{other}” and “{}” have the same key", label.name));
            }
        }
        let labels = shelved(labels, "label", |label| &label.name)?;
        Ok(Self::usually_related(name, labels))
    }

    fn with_usual_relations(name: &str, labels: Vec<Label>) -> Self {
        Self::usually_related(name, Shelf::of(labels))
    }

    fn usually_related(name: &str, labels: Shelf<Label>) -> Self {
        let mut schema = Self { name: name.to_owned(), labels, relation_types: Shelf::default() };
        schema.relation_types = Shelf::of(relation_type::usual(&schema));
        schema
    }

    /// The same labels with these relation types.
    ///
    /// # Errors
    /// Says what is wrong with the first relation type that cannot be.
    pub fn with_relation_types(self, relation_types: Vec<RelationType>) -> Result<Self, String> {
        self.with_numbered_types(relation_types.into_iter().map(|one| (one, None)).collect())
    }

    /// The same; a relation type may have a number of its own, else it is that of its place.
    ///
    /// # Errors
    /// As for [`Schema::with_relation_types`], and if a number is there twice.
    pub fn with_numbered_types(self, types: Vec<(RelationType, Option<u16>)>) -> Result<Self, String> {
        relation_type::check(&self, &types.iter().map(|(one, _)| one))?;
        let relation_types = shelved(types, "relation type", |one| &one.name)?;
        Ok(Self { relation_types, ..self })
    }

    /// Whether the relation types are those that the labels have where nothing else is said.
    pub fn has_usual_relations(&self) -> bool {
        self.relation_types == Shelf::of(relation_type::usual(self))
    }

    /// All relation types with their ids, in order.
    pub fn relation_types(&self) -> impl Iterator<Item = (RelationTypeId, &RelationType)> {
        self.relation_types.iter().map(|(number, one)| (RelationTypeId(number), one))
    }

    /// The relation type of an id; `None` for one that is not there.
    pub fn relation_type(&self, id: RelationTypeId) -> Option<&RelationType> {
        self.relation_types.get(id.0)
    }

    /// The relation type of this name, in whatever case, if not exactly.
    pub fn relation_known_as(&self, name: &str) -> Option<RelationTypeId> {
        let find = |is_it: &dyn Fn(&str) -> bool| {
            self.relation_types().find(|(_, one)| is_it(&one.name)).map(|(id, _)| id)
        };
        find(&|other| other == name).or_else(|| find(&|other| other.to_lowercase() == name.to_lowercase()))
    }

    /// All labels with their ids, in order.
    pub fn labels(&self) -> impl Iterator<Item = (LabelId, &Label)> {
        self.labels.iter().map(|(number, label)| (LabelId(number), label))
    }

    /// How many labels there are.
    pub fn label_count(&self) -> usize {
        self.labels.len()
    }

    /// The label of an id; `None` for one that is not there.
    pub fn get(&self, id: LabelId) -> Option<&Label> {
        self.labels.get(id.0)
    }

    /// The place of a label in the list.
    pub fn place_of(&self, id: LabelId) -> Option<usize> {
        self.labels.place_of(id.0)
    }

    /// The name of a label; `?` for an id that is not there.
    pub fn name_of(&self, id: LabelId) -> &str {
        self.get(id).map_or("?", |label| &label.name)
    }

    /// The label with exactly this name.
    pub fn named(&self, name: &str) -> Option<LabelId> {
        self.labels().find(|(_, label)| label.name == name).map(|(id, _)| id)
    }

    /// The label that goes by this name here or elsewhere (`Person`, `person`, `PER`).
    pub fn known_as(&self, name: &str) -> Option<LabelId> {
        let known = || self.labels().find(|(_, label)| label.goes_by(name)).map(|(id, _)| id);
        self.named(name).or_else(known)
    }

    /// Whether a label is one for dates or times.
    pub fn is_for_dates(&self, label: LabelId) -> bool {
        self.get(label).is_some_and(|label| label.goes_by("Date") || label.goes_by("Time"))
    }

    /// The label that a key applies.
    pub fn with_key(&self, key: char) -> Option<LabelId> {
        self.labels().find(|(_, label)| label.key == Some(key)).map(|(id, _)| id)
    }

    /// Whether the same labels stand in another schema under the same names, here and elsewhere: then marks and
    /// suggestions mean what they mean there.
    pub fn means_the_same(&self, other: &Self) -> bool {
        let mut ours: Vec<(LabelId, &Label)> = self.labels().collect();
        let mut theirs: Vec<(LabelId, &Label)> = other.labels().collect();
        ours.sort_by_key(|(id, _)| *id);
        theirs.sort_by_key(|(id, _)| *id);
        let is_alike = |(one, other): (&(LabelId, &Label), &(LabelId, &Label))| {
            (one.0, &one.1.name, &one.1.also) == (other.0, &other.1.name, &other.1.also)
        };
        ours.len() == theirs.len() && ours.iter().zip(&theirs).all(is_alike)
    }
}

const KEYS: &str = "1234567890";

/// Records that may have numbers of their own.
fn shelved<T>(
    records: Vec<(T, Option<u16>)>,
    what: &str,
    name: impl Fn(&T) -> &String,
) -> Result<Shelf<T>, String> {
    let count = records.len();
    let mut shelf = Shelf::default();
    for (place, (record, number)) in records.into_iter().enumerate() {
        let number = number.or_else(|| u16::try_from(place).ok().filter(|number| *number < u16::MAX));
        let number = number.ok_or_else(|| format!("{count} {what}s are too many"))?;
        if shelf.get(number).is_some() {
            return Err(format!("the {what} “{}” has the number of another", name(&record)));
        }
        shelf.put(number, record);
    }
    Ok(shelf)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_found_by_any_of_its_names() {
        let schema = Schema::news_analyst();
        let place = schema.named("Place");
        assert_eq!(schema.known_as("GPE"), place);
        assert_eq!(schema.known_as("place"), place);
        assert_eq!(schema.with_key('3'), place);
        assert_eq!(schema.with_key('0').map(|id| schema.name_of(id)), Some("Other"));
        assert_eq!(schema.named("GPE"), None);
    }

    #[test]
    fn a_colour_reads_back_and_nothing_else_is_one() {
        assert_eq!(Colour::parse("#3B6fd4").map(|colour| colour.to_string()).as_deref(), Some("#3b6fd4"));
        for read in ["", "#", "3b6fd4", "#3b6fd", "#3b6fd44", "#3b6fdg", "#+b6fd4", "#é6fd4"] {
            assert_eq!(Colour::parse(read), None, "{read}");
        }
    }

    #[test]
    fn two_labels_have_no_number_in_common() {
        let schema = Schema::conll_2003();
        let mut labels: Vec<(Label, Option<u16>)> =
            schema.labels().map(|(_, label)| (label.clone(), None)).collect();
        labels[0].1 = Some(2);
        let wrong = Schema::numbered("x", labels.clone()).expect_err("cannot be");
        assert_eq!(wrong, "the label “LOC” has the number of another");
        labels[0].1 = Some(9);
        let numbered = Schema::numbered("x", labels).expect("can be");
        assert_eq!(numbered.named("PER").map(LabelId::number), Some(9));
        assert_eq!(numbered.labels().next().map(|(_, label)| label.name.as_str()), Some("PER"));
    }
}
