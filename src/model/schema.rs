//! Labels, and the ready sets of them.

use super::{RelationType, RelationTypeId, relation_type};
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
}

/// Names a label of the project's schema: its place in [`Schema::labels`], which never changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LabelId(pub(in crate::model) u16);

impl LabelId {
    /// The place in the schema's list.
    pub fn index(self) -> usize {
        usize::from(self.0)
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

/// The labels of a project, and the relations there may be between things that carry them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schema {
    pub name: String,
    labels: Vec<Label>,
    relation_types: Vec<RelationType>,
}

impl Schema {
    /// Takes labels in their order. Relation types are the usual ones between them.
    ///
    /// # Errors
    /// Names the first label whose name or key another one has, or that is one too many (65,535).
    pub fn new(name: &str, labels: Vec<Label>) -> Result<Self, String> {
        if labels.len() > usize::from(u16::MAX) {
            return Err(format!("{} labels are too many", labels.len()));
        }
        let mut names = BTreeSet::new();
        let mut keys = BTreeMap::new();
        for label in &labels {
            if !names.insert(&label.name) {
                return Err(format!("two labels are called “{}”", label.name));
            }
            if let Some(other) = label.key.and_then(|key| keys.insert(key, &label.name)) {
                return Err(format!("“{other}” and “{}” have the same key", label.name));
            }
        }
        Ok(Self::with_usual_relations(name, labels))
    }

    fn with_usual_relations(name: &str, labels: Vec<Label>) -> Self {
        let mut schema = Self { name: name.to_owned(), labels, relation_types: Vec::new() };
        schema.relation_types = relation_type::usual(&schema);
        schema
    }

    /// The same labels with these relation types.
    ///
    /// # Errors
    /// Says what is wrong with the first relation type that cannot be.
    pub fn with_relation_types(self, relation_types: Vec<RelationType>) -> Result<Self, String> {
        relation_type::check(&self, &relation_types)?;
        Ok(Self { relation_types, ..self })
    }

    /// The same with more labels and relation types at the end. A label gets a colour, and a key while one is free; a relation
    /// type joins whatever it is used for.
    ///
    /// # Errors
    /// If a name is there already, or there would be too many.
    pub fn grown(&self, labels: &[String], relation_types: &[String]) -> Result<Self, String> {
        if labels.is_empty() && relation_types.is_empty() {
            return Ok(self.clone());
        }
        let mut all = self.labels.clone();
        for name in labels {
            let is_free = |key: &char| all.iter().all(|label| label.key != Some(*key));
            let key = KEYS.chars().find(is_free);
            let colour =
                MORE_COLOURS.iter().cycle().nth(all.len()).copied().map_or(Colour::hex(0), Colour::hex);
            let (definition, also) = (String::new(), Vec::new());
            all.push(Label { name: name.clone(), colour, key, definition, also });
        }
        let mut types = self.relation_types.clone();
        types.extend(relation_types.iter().map(|name| RelationType {
            name: name.clone(),
            key: None,
            from: Vec::new(),
            to: Vec::new(),
            inverse: String::new(),
            is_symmetric: false,
        }));
        Self::new(&self.name, all)?.with_relation_types(types)
    }

    /// The same where a label has another colour, if one is given, and another definition.
    #[must_use]
    pub(in crate::model) fn described(
        mut self,
        name: &str,
        colour: Option<Colour>,
        definition: &str,
    ) -> Self {
        if let Some(label) = self.labels.iter_mut().find(|label| label.name == name) {
            label.colour = colour.unwrap_or(label.colour);
            definition.clone_into(&mut label.definition);
        }
        self
    }

    /// Whether the relation types are those that the labels have where nothing else is said.
    pub fn has_usual_relations(&self) -> bool {
        self.relation_types == relation_type::usual(self)
    }

    /// All relation types with their ids, in order.
    pub fn relation_types(&self) -> impl Iterator<Item = (RelationTypeId, &RelationType)> {
        (0..).map(RelationTypeId).zip(&self.relation_types)
    }

    /// The relation type of an id; `None` for an id of another schema.
    pub fn relation_type(&self, id: RelationTypeId) -> Option<&RelationType> {
        self.relation_types.get(id.index())
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
        (0..).map(LabelId).zip(&self.labels)
    }

    /// The label of an id; `None` for an id of another schema.
    pub fn get(&self, id: LabelId) -> Option<&Label> {
        self.labels.get(id.index())
    }

    /// The name of a label; `?` for an id of another schema.
    pub fn name_of(&self, id: LabelId) -> &str {
        self.get(id).map_or("?", |label| &label.name)
    }

    /// The label with exactly this name.
    pub fn named(&self, name: &str) -> Option<LabelId> {
        self.labels().find(|(_, label)| label.name == name).map(|(id, _)| id)
    }

    /// The label that goes by this name here or elsewhere (`Person`, `person`, `PER`).
    pub fn known_as(&self, name: &str) -> Option<LabelId> {
        let matches = |label: &Label| {
            label.name.eq_ignore_ascii_case(name)
                || label.also.iter().any(|also| also.eq_ignore_ascii_case(name))
        };
        self.named(name).or_else(|| self.labels().find(|(_, label)| matches(label)).map(|(id, _)| id))
    }

    /// Whether a label is one for dates or times.
    pub fn is_for_dates(&self, label: LabelId) -> bool {
        ["Date", "Time"].iter().any(|name| self.known_as(name) == Some(label))
    }

    /// The label that a key applies.
    pub fn with_key(&self, key: char) -> Option<LabelId> {
        self.labels().find(|(_, label)| label.key == Some(key)).map(|(id, _)| id)
    }

    /// The labels of news analysis; what a new project has.
    pub fn news_analyst() -> Self {
        Self::ready("News analyst", NEWS_ANALYST)
    }

    /// The four labels of the CoNLL-2003 shared task.
    pub fn conll_2003() -> Self {
        Self::ready("CoNLL-2003", CONLL_2003)
    }

    /// The eighteen labels of the `OntoNotes` corpus, release 5.
    pub fn ontonotes_18() -> Self {
        Self::ready("OntoNotes 18", ONTONOTES_18)
    }

    /// No labels yet.
    pub fn empty() -> Self {
        Self::ready("Empty", &[])
    }

    fn ready(name: &str, rows: &[Row]) -> Self {
        let labels = rows.iter().zip(KEYS.chars().map(Some).chain(std::iter::repeat(None)));
        let labels = labels.map(|((name, colour, also, definition), key)| Label {
            name: (*name).to_owned(),
            colour: Colour::hex(*colour),
            key,
            definition: (*definition).to_owned(),
            also: also.split_whitespace().map(str::to_owned).collect(),
        });
        Self::with_usual_relations(name, labels.collect())
    }
}

/// Keys in the order in which ready labels get them.
const KEYS: &str = "1234567890";

/// Colours of labels that come in from elsewhere.
const MORE_COLOURS: &[u32] = &[
    0x3b_6f_d4, 0xc2_48_4f, 0x2f_8f_5b, 0x8a_5c_d1, 0xb4_76_1f, 0x2e_8a_8a, 0xa0_4a_8d, 0x7a_4b_2a,
    0x5b_6b_7c, 0x6b_7f_2a, 0x4d_6f_8f, 0x9c_5b_4d,
];

/// Name, colour, names elsewhere, definition.
type Row = (&'static str, u32, &'static str, &'static str);

const NEWS_ANALYST: &[Row] = &[
    ("Person", 0x3b_6f_d4, "PER PERSON", "A person by name, without the title"),
    (
        "Organization",
        0x8a_5c_d1,
        "ORG ORGANIZATION ORGANISATION",
        "A body by name: ministry, agency, party, company, regime",
    ),
    ("Place", 0x2f_8f_5b, "LOC GPE PLACE LOCATION FAC", "A country, city, region, site or facility"),
    ("Group", 0xb4_76_1f, "NORP GROUP MISC", "A nationality, religion or political leaning"),
    ("Event", 0xc2_48_4f, "EVENT EVT", "A named happening: summit, conference, war, election"),
    ("Date", 0x5b_6b_7c, "DATE TIME", "A date or time, absolute or relative"),
    ("Role", 0xa0_4a_8d, "ROLE TITLE", "A title or office"),
    ("Weapon", 0x7a_4b_2a, "WEAPON", "A weapon or weapon system"),
    (
        "Quantity",
        0x4a_7d_8c,
        "QUANTITY MONEY PERCENT CARDINAL",
        "A number with what it counts, a sum of money, a share",
    ),
    ("Other", 0x6f_6f_6f, "OTHER", "Anything else worth a mark"),
];

const CONLL_2003: &[Row] = &[
    ("PER", 0x3b_6f_d4, "Person PERSON", "A person"),
    ("ORG", 0x8a_5c_d1, "Organization ORGANIZATION", "An organisation"),
    ("LOC", 0x2f_8f_5b, "Place GPE LOCATION", "A place"),
    ("MISC", 0xb4_76_1f, "Group NORP", "Any other name: nationality, event, work"),
];

const ONTONOTES_18: &[Row] = &[
    ("PERSON", 0x3b_6f_d4, "PER Person", "People, also fictional"),
    ("NORP", 0xb4_76_1f, "Group", "Nationalities, religious or political groups"),
    ("FAC", 0x2e_8a_8a, "FACILITY", "Buildings, airports, highways, bridges"),
    ("ORG", 0x8a_5c_d1, "Organization", "Companies, agencies, institutions"),
    ("GPE", 0x2f_8f_5b, "Place", "Countries, cities, states"),
    ("LOC", 0x55_8b_2f, "LOCATION", "Other places: mountains, seas"),
    ("PRODUCT", 0x7a_4b_2a, "Weapon", "Vehicles, weapons, foods"),
    ("EVENT", 0xc2_48_4f, "Event", "Named storms, battles, wars, games"),
    ("WORK_OF_ART", 0xa0_4a_8d, "WORK", "Titles of books, songs"),
    ("LAW", 0x8a_6d_3b, "", "Named documents made into laws"),
    ("LANGUAGE", 0x9c_5b_4d, "", "Any named language"),
    ("DATE", 0x5b_6b_7c, "Date", "Dates and periods"),
    ("TIME", 0x4d_6f_8f, "", "Times shorter than a day"),
    ("PERCENT", 0x4a_7d_8c, "", "Percentages"),
    ("MONEY", 0x3f_7f_6f, "", "Sums of money"),
    ("QUANTITY", 0x5f_7a_5f, "Quantity", "Weights and distances"),
    ("ORDINAL", 0x77_6b_8c, "", "first, second"),
    ("CARDINAL", 0x6f_6f_6f, "", "Other numbers"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ready_schemas_keep_their_own_rules() {
        for schema in [Schema::news_analyst(), Schema::conll_2003(), Schema::ontonotes_18(), Schema::empty()]
        {
            let labels = schema.labels().map(|(_, label)| label.clone()).collect();
            assert_eq!(Schema::new(&schema.name, labels), Ok(schema));
        }
    }

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
}
