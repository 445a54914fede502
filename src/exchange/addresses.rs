//! Things that other tools name by an address of the web: what an entity with such an address is known as.

use crate::model::{EntityFacts, ReadEntity};

/// Where Wikidata says what a thing is, up to its number.
const WIKIDATA: &[&str] = &[
    "http://www.wikidata.org/entity/",
    "https://www.wikidata.org/entity/",
    "https://www.wikidata.org/wiki/",
    "http://www.wikidata.org/wiki/",
];

/// An entity that is called by an address; `None` if it is none.
pub(super) fn entity_at(address: &str) -> Option<ReadEntity> {
    let is_address = address.starts_with("http://") || address.starts_with("https://");
    let number = WIKIDATA.iter().find_map(|start| address.strip_prefix(start));
    let id = match number {
        Some(number) => ("wikidata".to_owned(), number.to_owned()),
        None => ("iri".to_owned(), address.to_owned()),
    };
    let facts = EntityFacts { ids: [id].into(), ..EntityFacts::default() };
    is_address.then(|| ReadEntity { id: address.to_owned(), facts, ..ReadEntity::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_an_id() {
        let check = |address: &str, expected: Option<(&str, &str)>| {
            let entity = entity_at(address);
            let id = entity.as_ref().and_then(|entity| entity.facts.ids.first_key_value());
            assert_eq!(id.map(|(collection, id)| (collection.as_str(), id.as_str())), expected, "{address}");
        };
        check("http://www.wikidata.org/entity/Q42", Some(("wikidata", "Q42")));
        check("https://example.org/kim", Some(("iri", "https://example.org/kim")));
        check("urn:uuid:1", None);
        check("", None);
    }
}
