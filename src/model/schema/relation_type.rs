//! Kinds of relation: what may be tied to what, and how it is read from either end.

use super::{Label, LabelId, Schema};

/// Names a relation type of the project's schema. It stays as long as the type does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RelationTypeId(pub(in crate::model) u16);

impl RelationTypeId {
    /// A number that no other relation type of its schema has.
    pub fn number(self) -> u16 {
        self.0
    }
}

/// One kind of relation between two entities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelationType {
    /// What people call it; unique in its schema: `Leads`.
    pub name: String,
    /// The key that applies it; unique among the relation types of its schema.
    pub key: Option<char>,
    /// Labels of entities that it may go out from; empty: any.
    pub from: Vec<LabelId>,
    /// Labels of entities that it may lead to; empty: any.
    pub to: Vec<LabelId>,
    /// How it is read from the other end: `Led by`. Empty: it has no name there, or is symmetric.
    pub inverse: String,
    /// Whether it says the same from either end: `Met`.
    pub is_symmetric: bool,
}

impl RelationType {
    /// One that joins whatever it is used for.
    pub fn joining_all(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            key: None,
            from: Vec::new(),
            to: Vec::new(),
            inverse: String::new(),
            is_symmetric: false,
        }
    }

    /// The same with single spaces between words.
    pub(super) fn tidy(self) -> Self {
        let one_line = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
        Self { name: one_line(&self.name), inverse: one_line(&self.inverse), ..self }
    }

    /// Whether it may go from an entity with one label to one with the other.
    pub fn joins(&self, from: LabelId, to: LabelId) -> bool {
        let allows = |labels: &[LabelId], label| labels.is_empty() || labels.contains(&label);
        allows(&self.from, from) && allows(&self.to, to)
    }
}

/// Says what is wrong with the relation types of a schema, if anything is.
pub(super) fn check<'a>(
    schema: &Schema,
    types: &(impl Iterator<Item = &'a RelationType> + Clone),
) -> Result<(), String> {
    for (place, one) in types.clone().enumerate() {
        let name = &one.name;
        let mut others = types.clone().take(place);
        if name.trim().is_empty() {
            return Err("a relation type has no name".to_owned());
        }
        if others.clone().any(|other| other.name == *name) {
            return Err(format!("two relation types are called “{name}”"));
        }
        if let Some(other) = others.find(|other| one.key.is_some() && other.key == one.key) {
            return Err(format!("“{}” and “{name}” have the same key", other.name));
        }
        if one.from.iter().chain(&one.to).any(|label| schema.get(*label).is_none()) {
            return Err(format!("“{name}” joins a label that is not there"));
        }
        if one.is_symmetric && (one.from != one.to || !one.inverse.is_empty()) {
            return Err(format!("“{name}” is symmetric, but its ends differ"));
        }
    }
    Ok(())
}

/// The relation types of news analysis, as far as the labels of a schema have words for their ends.
pub(super) fn usual(schema: &Schema) -> Vec<RelationType> {
    let labels = |names: &str| {
        let labels: Vec<LabelId> =
            names.split_whitespace().filter_map(|name| schema.known_as(name)).collect();
        (names.is_empty() || !labels.is_empty()).then_some(labels)
    };
    let of_row = |(name, key, from, to, inverse): &Row| {
        let is_symmetric = *inverse == SYMMETRIC;
        Some(RelationType {
            name: (*name).to_owned(),
            key: Some(*key),
            from: labels(from)?,
            to: labels(to)?,
            inverse: if is_symmetric { String::new() } else { (*inverse).to_owned() },
            is_symmetric,
        })
    };
    let has_labels = schema.labels().any(|(_, label): (_, &Label)| !label.name.is_empty());
    USUAL.iter().filter(|_| has_labels).filter_map(of_row).collect()
}

/// Name, key, labels on either side, inverse.
type Row = (&'static str, char, &'static str, &'static str, &'static str);

const SYMMETRIC: &str = "symmetric";
/// Whoever acts in the news; countries are places.
const ACTORS: &str = "Person Organization Place Group";
const BODIES: &str = "Organization Place Group";

const USUAL: &[Row] = &[
    ("Met", 'm', ACTORS, ACTORS, SYMMETRIC),
    ("Spoke to", 't', ACTORS, ACTORS, "Heard from"),
    ("Said about", 'a', ACTORS, "", "Spoken of by"),
    ("Leads", 'l', "Person Organization Group", "Organization Place Group Event", "Led by"),
    ("Member of", 'b', ACTORS, "Organization Group Event", "Has as member"),
    ("Works for", 'w', "Person Organization", ACTORS, "Employs"),
    ("Took part in", 'p', ACTORS, "Event", "Attended by"),
    ("Located in", 'i', "Person Organization Place Group Event Weapon", "Place", "Location of"),
    ("Part of", 'f', "Organization Place Group Event", "Organization Place Group Event", "Has as part"),
    ("Allied with", 'y', ACTORS, ACTORS, SYMMETRIC),
    ("Supports", 's', ACTORS, "", "Supported by"),
    ("Opposes", 'o', ACTORS, "", "Opposed by"),
    ("Supplies", 'u', ACTORS, ACTORS, "Supplied by"),
    ("Sanctions", 'n', BODIES, ACTORS, "Sanctioned by"),
    ("Attacks", 'k', "Person Organization Place Group Weapon", "", "Attacked by"),
    ("Owns", 'h', ACTORS, "Organization Place Weapon", "Owned by"),
    ("Parent of", 'c', "Person", "Person", "Child of"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_types_keep_their_own_rules_and_join_what_they_should() {
        for schema in [Schema::news_analyst(), Schema::conll_2003(), Schema::ontonotes_18()] {
            assert_eq!(check(&schema, &usual(&schema).iter()), Ok(()));
        }
        assert_eq!(usual(&Schema::empty()), []);
        assert_eq!(usual(&Schema::conll_2003()).len(), USUAL.len() - 1, "it has no label for events");
        let schema = Schema::news_analyst();
        let joins = |name: &str, from: &str, to: &str| {
            let label = |name| schema.named(name).expect("there");
            let id = schema.relation_known_as(name).expect("there");
            schema.relation_type(id).expect("there").joins(label(from), label(to))
        };
        assert!(joins("leads", "Person", "Organization") && !joins("leads", "Place", "Person"));
        assert!(joins("Leads", "Person", "Place") && joins("Said about", "Group", "Weapon"));
        assert!(joins("MET", "Person", "Person") && !joins("met", "Person", "Date"));
    }

    #[test]
    fn what_cannot_be_is_said() {
        let schema = Schema::news_analyst();
        let person = schema.named("Person").expect("there");
        let met = RelationType {
            name: "Met".to_owned(),
            key: Some('m'),
            from: vec![person],
            to: vec![person],
            inverse: String::new(),
            is_symmetric: true,
        };
        let wrong = |types: Vec<RelationType>| check(&schema, &types.iter()).expect_err("cannot be");
        assert_eq!(wrong(vec![met.clone(), met.clone()]), "two relation types are called “Met”");
        let other = RelationType { name: "Saw".to_owned(), ..met.clone() };
        assert_eq!(wrong(vec![met.clone(), other]), "“Met” and “Saw” have the same key");
        let one_sided = RelationType { to: Vec::new(), ..met.clone() };
        assert_eq!(wrong(vec![one_sided]), "“Met” is symmetric, but its ends differ");
        let unknown = RelationType { from: vec![LabelId(99)], ..met.clone() };
        assert_eq!(wrong(vec![unknown]), "“Met” joins a label that is not there");
        assert_eq!(wrong(vec![RelationType { name: " ".to_owned(), ..met }]), "a relation type has no name");
    }
}
