//! Which label or relation type of a project a name in a file means.

use super::{Imported, codes::slug};
use crate::model::{LabelId, NameMap, RelationTypeId, Schema};

/// What the program calls a label of a corpus or of another tool; `None` for one that it has no word for, such as `MISC`.
pub fn label_name(label: &str) -> Option<&'static str> {
    Some(match label.to_ascii_uppercase().as_str() {
        "PERSON" | "PER" => "Person",
        "ORGANIZATION" | "ORGANISATION" | "ORG" => "Organization",
        "PLACE" | "LOCATION" | "LOC" | "GPE" | "FAC" => "Place",
        "GROUP" | "NORP" => "Group",
        "EVENT" => "Event",
        "DATE" | "TIME" => "Date",
        "ROLE" | "TITLE" => "Role",
        "WEAPON" => "Weapon",
        "QUANTITY" | "MONEY" | "PERCENT" => "Quantity",
        _ => return None,
    })
}

/// What the names in a file should be called in a project: a label or relation type that it has, else the name itself,
/// which is then to be made.
pub fn propose(imported: &Imported, schema: &Schema) -> NameMap {
    let mut map = NameMap::default();
    let marks = imported.articles.iter().flat_map(|article| &article.marks).map(|mark| &mark.label);
    for name in marks
        .chain(imported.entities.iter().map(|entity| &entity.label))
        .chain(imported.labels.iter().map(|label| &label.name))
    {
        if !name.is_empty() && !map.labels.contains_key(name) {
            let known =
                known_label(schema, name).map_or_else(|| tidy(name), |id| schema.name_of(id).to_owned());
            map.labels.insert(name.clone(), Some(known));
        }
    }
    for relation in imported.articles.iter().flat_map(|article| &article.relations) {
        if !map.relations.contains_key(&relation.kind) {
            let known = known_relation(schema, &relation.kind).and_then(|id| schema.relation_type(id));
            let known = known.map_or_else(|| tidy(&relation.kind), |one| one.name.clone());
            map.relations.insert(relation.kind.clone(), Some(known));
        }
    }
    map
}

/// A name that can be one: no white space at its ends, no line breaks, not empty.
fn tidy(name: &str) -> String {
    let words = name.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    let name = words.collect::<Vec<_>>().join(" ");
    if name.is_empty() { "Unnamed".to_owned() } else { name }
}

/// The label that a name means: exactly, as others call it, as [`slug`] writes it, as a corpus calls it.
pub(super) fn known_label(schema: &Schema, name: &str) -> Option<LabelId> {
    let slugged = || schema.labels().find(|(_, label)| slug(&label.name) == name).map(|(id, _)| id);
    let corpus = || label_name(name).and_then(|name| schema.known_as(name));
    schema.named(name).or_else(|| schema.known_as(name)).or_else(slugged).or_else(corpus)
}

/// The same for a relation type.
pub(super) fn known_relation(schema: &Schema, name: &str) -> Option<RelationTypeId> {
    let slugged = || schema.relation_types().find(|(_, one)| slug(&one.name) == name).map(|(id, _)| id);
    schema.relation_known_as(name).or_else(slugged)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_by_all_that_they_are_called() {
        let schema = Schema::news_analyst();
        for (name, label) in [("PER", "Person"), ("gpe", "Place"), ("Money", "Quantity"), ("ROLE", "Role")] {
            assert_eq!(known_label(&schema, name), schema.named(label), "{name}");
        }
        assert_eq!(known_label(&schema, "CELL"), None);
        assert_eq!(known_relation(&schema, "Works_for"), schema.relation_known_as("Works for"));
        assert_eq!((tidy(" a\nb "), tidy("\t")), ("a b".to_owned(), "Unnamed".to_owned()));
    }
}
