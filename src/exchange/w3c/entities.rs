//! Entities as our own file of them has them.

use super::{
    super::json,
    read::{each, number},
};
use crate::model::{EntityFacts, PartialDate, ReadEntity, ReadRole};
use serde_json::Value;

/// An entity.
pub(super) fn entity(node: &Value) -> ReadEntity {
    let words = |name: &str| json::string(node.get(name));
    let ids = each(node.get("skos:notation")).filter_map(Value::as_str).filter_map(|id| id.split_once(' '));
    ReadEntity {
        id: number(node),
        label: words("dcterms:type"),
        name: node.get("skos:prefLabel").and_then(Value::as_str).map(str::to_owned),
        facts: EntityFacts {
            note: words("skos:note"),
            aliases: each(node.get("skos:altLabel")).filter_map(Value::as_str).map(str::to_owned).collect(),
            country: words("schema:addressCountry"),
            ids: ids.map(|(collection, id)| (collection.to_owned(), id.to_owned())).collect(),
            roles: Vec::new(),
        },
        roles: each(node.get("schema:hasOccupation")).map(role).collect(),
    }
}

fn role(node: &Value) -> ReadRole {
    let words = |name: &str| json::string(node.get(name));
    let day = |name: &str| -> Option<PartialDate> { words(name).parse().ok() };
    ReadRole {
        title: words("schema:roleName"),
        organisation: words("urn:dateline:organisation"),
        entity: words("urn:dateline:entity"),
        from: day("schema:startDate"),
        to: day("schema:endDate"),
    }
}
