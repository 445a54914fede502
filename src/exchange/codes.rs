//! What labels, relation types and articles are called in files of other tools, where not every sign may be.
//!
//! A label goes by the name that other tools know (`PER`), else by its own, in letters, digits, `_` and `-`. Each name is
//! used once, and [`super::propose`] finds the label again by it.

use super::propose::{known_label, known_relation};
use crate::model::{Document, EntityId, LabelId, Project, RelationTypeId, Schema};
use std::collections::{BTreeMap, BTreeSet};

/// The names of a schema in files of other tools.
#[derive(Debug)]
pub(super) struct Codes {
    labels: BTreeMap<LabelId, String>,
    relations: BTreeMap<RelationTypeId, String>,
    /// What each entity is called, where the project was looked at. To find one out takes all its mentions.
    entities: BTreeMap<EntityId, String>,
}

impl Codes {
    /// The names of all labels and relation types.
    pub(super) fn of(schema: &Schema) -> Self {
        let mut taken = BTreeSet::new();
        let mut labels = BTreeMap::new();
        for (id, label) in schema.labels() {
            let known = label.also.first().map(|also| slug(also));
            let known = known.filter(|code| known_label(schema, code) == Some(id));
            labels.insert(id, free(&known.unwrap_or_else(|| slug(&label.name)), &mut taken));
        }
        let mut taken = BTreeSet::new();
        let relations =
            schema.relation_types().map(|(id, one)| (id, free(&slug(&one.name), &mut taken))).collect();
        Self { labels, relations, entities: BTreeMap::new() }
    }

    /// The names of all labels, relation types and entities.
    pub(super) fn of_project(project: &Project) -> Self {
        Self { entities: entity_names(project), ..Self::of(project.schema()) }
    }

    /// What entities are called, as far as it was looked.
    pub(super) fn entity_names(&self) -> &BTreeMap<EntityId, String> {
        &self.entities
    }

    /// The name of a label.
    pub(super) fn label(&self, id: LabelId) -> &str {
        self.labels.get(&id).map_or("UNKNOWN", String::as_str)
    }

    /// The name of a relation type.
    pub(super) fn relation(&self, id: RelationTypeId) -> &str {
        self.relations.get(&id).map_or("UNKNOWN", String::as_str)
    }

    /// Names that will not be taken for their label when they are read again, for the loss report.
    pub(super) fn renamed(&self, schema: &Schema) -> Vec<String> {
        let labels = schema.labels().map(|(id, label)| {
            (&label.name, self.label(id), known_label(schema, self.label(id)) == Some(id))
        });
        let relations = schema.relation_types().map(|(id, one)| {
            (&one.name, self.relation(id), known_relation(schema, self.relation(id)) == Some(id))
        });
        let lost = labels.chain(relations).filter(|(_, _, is_found)| !is_found);
        lost.map(|(name, code, _)| format!("“{name}” is called {code} there")).collect()
    }
}

/// What all entities of a project are called.
pub(super) fn entity_names(project: &Project) -> BTreeMap<EntityId, String> {
    project.entities().map(|entity| (entity.id, project.entity_name(entity.id).to_owned())).collect()
}

/// The word with a number after it where it is taken.
fn free(word: &str, taken: &mut BTreeSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{word}-{number}"));
    let found = std::iter::once(word.to_owned()).chain(numbered).find(|word| !taken.contains(word));
    let found = found.unwrap_or_default();
    taken.insert(found.clone());
    found
}

/// The words in letters, digits, `_` and `-` alone, whatever their script: `Works for` is `Works_for`.
pub(super) fn slug(words: &str) -> String {
    let mut slug = String::with_capacity(words.len());
    for character in words.trim().chars() {
        let is_plain = character.is_alphanumeric() || character == '-';
        slug.push(if is_plain { character } else { '_' });
    }
    if slug.is_empty() { "_".to_owned() } else { slug }
}

/// Names of files for the articles of a project, without an ending: title, then id, so that a file finds its article again.
#[derive(Debug)]
pub(super) struct Stems(BTreeMap<crate::model::DocumentId, String>);

/// So many characters of a title stand in the name of a file.
const TITLE_CHARACTERS: usize = 40;

impl Stems {
    /// Of all articles.
    pub(super) fn of(project: &Project) -> Self {
        Self(project.documents().map(|document| (document.id, stem(document))).collect())
    }

    /// Of one article.
    pub(super) fn get(&self, document: &Document) -> &str {
        self.0.get(&document.id).map_or("article", String::as_str)
    }
}

fn stem(document: &Document) -> String {
    let title = document.display_title();
    let title =
        title.rsplit_once('.').filter(|_| document.facts.title.is_empty()).map_or(title, |(stem, _)| stem);
    let words = title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut name = String::new();
    for word in words {
        if name.len() + word.len() > TITLE_CHARACTERS {
            break;
        }
        name.push_str(&word.to_ascii_lowercase());
        name.push('-');
    }
    format!("{name}{}", document.id)
}

/// Our own id of an article at the end of a file's name, if it has one.
pub(super) fn id_in(stem: &str) -> Option<&str> {
    let last = stem.rsplit(['-', '/']).next()?;
    last.parse::<crate::model::DocumentId>().ok().map(|_| last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_go_by_the_names_that_others_know_and_are_found_again() {
        for schema in [Schema::news_analyst(), Schema::conll_2003(), Schema::ontonotes_18(), Schema::empty()]
        {
            let codes = Codes::of(&schema);
            assert_eq!(codes.renamed(&schema), Vec::<String>::new(), "{}", schema.name);
        }
        let schema = Schema::news_analyst();
        let codes = Codes::of(&schema);
        let names: Vec<&str> = schema.labels().map(|(id, _)| codes.label(id)).collect();
        let expected = "PER ORG LOC NORP EVENT DATE ROLE WEAPON QUANTITY OTHER";
        assert_eq!(names.join(" "), expected);
        let works = schema.relation_known_as("works for").expect("there");
        assert_eq!(codes.relation(works), "Works_for");
    }

    #[test]
    fn a_name_is_used_once() {
        let mut taken = BTreeSet::new();
        assert_eq!(["a", "a", "a"].map(|word| free(word, &mut taken)), ["a", "a-2", "a-3"]);
        assert_eq!(
            (slug(" a b/c\n").as_str(), slug("").as_str(), slug("북한").as_str()),
            ("a_b_c", "_", "북한")
        );
    }

    #[test]
    fn an_id_is_found_in_the_name_of_a_file() {
        assert_eq!(id_in("a/talks-end-d0123456789"), Some("d0123456789"));
        assert_eq!(id_in("a/d0123456789"), Some("d0123456789"));
        assert_eq!(id_in("a/talks-end"), None);
    }
}
