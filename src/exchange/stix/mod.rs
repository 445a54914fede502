//! STIX 2.1, threat intelligence for MISP and OpenCTI: <https://docs.oasis-open.org/cti/stix/v2.1/stix-v2.1.html>.
//!
//! A report for each article, an object for each person, organisation, group, place and event, a relationship for each relation.
//! STIX has no word for places in a text: they stand in an extension of ours, with the text, in Unicode code points, half-open.
//! Ids are made from ours and times are days of publication, so that the same project gives the same bundle; nothing asks the
//! clock.

mod countries;
mod objects;
mod reports;

use super::{
    Export, File, Format, Shape,
    guids::guid,
    losses::{Losses, Part},
    nothing_beside, recognises_nothing,
};
use crate::model::{Date, EntityId, Project};
use objects::Known;
use serde_json::{Value, json};
use std::{collections::BTreeMap, fmt::Display};

pub(super) const FORMAT: Format = Format {
    name: "stix",
    about: "STIX 2.1 bundle, threat intelligence for MISP and OpenCTI",
    carries: "persons, bodies, groups, places, events and their relations; marks and texts in an extension",
    extension: "json",
    shape: Shape::OneFile,
    write: Some(write),
    read: None,
    recognises: recognises_nothing,
    beside: nothing_beside,
};

const CARRIED: &[Part] = &[
    Part::Titles,
    Part::Days,
    Part::Languages,
    Part::Sources,
    Part::Origins,
    Part::Notes,
    Part::Metonyms,
    Part::Entities,
    Part::Facts,
    Part::Unmarked,
    Part::Relations,
    Part::RelationFacts,
];

/// When our extension was made, which is when the program that writes it was.
const MADE: &str = "2026-11-01T00:00:00.000Z";
/// The time of what is not dated.
const UNDATED: &str = "1970-01-01T00:00:00.000Z";

fn write(project: &Project) -> Export {
    let mut losses = Losses::of(project, CARRIED);
    let days = days(project);
    let known = Known::of(project, &days);
    let (relationships, ties) = objects::relationships(project, &known, &days);
    let mut bundled = vec![author(), extension_definition()];
    bundled.extend(known.objects());
    bundled.extend(ties.objects);
    let reports =
        project.documents().map(|document| reports::report(project, document, &known, &relationships));
    bundled.extend(reports);
    losses.add(known.without_object, "entities that STIX has no object for; their marks are there");
    losses.add(ties.without_ends, "relations of such entities");
    losses.add(ties.of_oneself, "relations of an entity with itself");
    if known.undated > 0 {
        losses.say(format!(
            "objects of articles without a publication date have the time {UNDATED} ({})",
            known.undated
        ));
    }
    if known.regions > 0 {
        losses
            .say(format!("places whose country is not known have their name as region ({})", known.regions));
    }
    let ids: Vec<String> = project.documents().map(|document| document.id.to_string()).collect();
    let bundle =
        json!({ "type": "bundle", "id": id("bundle", "project", ids.join(" ")), "objects": bundled });
    match serde_json::to_vec_pretty(&bundle) {
        Ok(bytes) => Export { files: vec![File::new("project.json", bytes)], losses: losses.into_vec() },
        Err(error) => {
            losses.say(format!("nothing was written: {error}"));
            Export { files: Vec::new(), losses: losses.into_vec() }
        }
    }
}

/// `report--` and a long id.
fn id(kind: &str, record: &str, number: impl Display) -> String {
    format!("{kind}--{}", guid(record, number))
}

fn author_id() -> String {
    id("identity", "author", "Dateline")
}

fn extension_id() -> String {
    id("extension-definition", "extension", "Dateline")
}

fn author() -> Value {
    json!({
        "type": "identity", "spec_version": "2.1", "id": author_id(), "created": MADE, "modified": MADE,
        "name": "Dateline", "identity_class": "system",
    })
}

fn extension_definition() -> Value {
    json!({
        "type": "extension-definition", "spec_version": "2.1", "id": extension_id(), "created_by_ref": author_id(),
        "created": MADE, "modified": MADE, "name": "Places in texts", "version": "1.0.0",
        "description": "What was marked in the text of a report, and what is known of an entity beside what STIX has words for.",
        "schema": "On reports: text (string), spans (list of start, end in Unicode code points of text, half-open, text, label, \
                   mention, origin, and where there is one entity, entity_ref, metonym, note). On relationships: evidence (list of \
                   report_ref, mentions). On identities, locations and incidents: entity, label, aliases, country, roles.",
        "extension_types": ["property-extension"],
    })
}

/// What our extension says of an object.
fn extended(object: &mut serde_json::Map<String, Value>, mut said: serde_json::Map<String, Value>) {
    said.insert("extension_type".to_owned(), "property-extension".into());
    object.insert("extensions".to_owned(), json!({ extension_id(): said }));
}

/// The parts of an object without those that say nothing.
fn parts(value: Value) -> serde_json::Map<String, Value> {
    let says_something = |value: &Value| match value {
        Value::Null | Value::Bool(false) => false,
        Value::String(words) => !words.is_empty(),
        Value::Array(all) => !all.is_empty(),
        _ => true,
    };
    match value {
        Value::Object(parts) => parts.into_iter().filter(|(_, value)| says_something(value)).collect(),
        _ => serde_json::Map::new(),
    }
}

fn time(day: Option<Date>) -> String {
    day.map_or_else(|| UNDATED.to_owned(), |day| format!("{day}T00:00:00.000Z"))
}

/// The day on which each entity was first written about.
fn days(project: &Project) -> BTreeMap<EntityId, Date> {
    let mut days = BTreeMap::new();
    for document in project.documents() {
        let Some(published) = document.facts.published else { continue };
        for entity in project.mentions_of(document.id).filter_map(|mention| mention.entity) {
            let day = days.entry(entity).or_insert(published);
            *day = published.min(*day);
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Command, EntityFacts, EntityRole, Facts, Organisation, notation::Desk};

    fn desk() -> Desk {
        let mut desk = Desk::with(&[
            "😀 [Ri Yong-ho](Person) of [North Korea](Place) met [Moon](Person) in [Panmunjom](Place) [Friday](Date).",
            "Nothing.",
        ]);
        desk.relate("Ri Yong-ho", "met", "Moon");
        desk.relate("Panmunjom", "part of", "North Korea");
        desk.carry_out(Command::SetMetonym { mentions: desk.mentions("North Korea"), is_metonym: true });
        let role = EntityRole {
            title: "foreign minister".to_owned(),
            organisation: Some(Organisation::Entity(desk.entity("North Korea"))),
            from: "2016-05".parse().ok(),
            to: None,
        };
        let facts = EntityFacts {
            aliases: vec!["Mr. Ri".to_owned()],
            ids: [("wikidata".to_owned(), "Q26424".to_owned())].into(),
            roles: vec![role],
            note: "Speaks English".to_owned(),
            ..EntityFacts::default()
        };
        desk.carry_out(Command::SetEntity { entity: desk.entity("Ri Yong-ho"), facts });
        let facts = Facts {
            title: "A meeting".to_owned(),
            published: "2019-11-10".parse().ok(),
            language: "en".to_owned(),
            ..Facts::default()
        };
        desk.carry_out(Command::SetFacts { document: desk.document(0), facts });
        desk
    }

    #[test]
    fn a_bundle_holds_reports_objects_and_relationships() {
        let export = write(&desk().project);
        let [file] = export.files.as_slice() else { panic!("one file") };
        let words = String::from_utf8(file.bytes.clone()).expect("is UTF-8");
        insta::assert_snapshot!(format!("{}\n{words}", export.losses.join("\n")));
    }

    #[test]
    fn the_same_project_gives_the_same_bundle() {
        assert_eq!(write(&desk().project), write(&desk().project));
        let ids = |export: Export| {
            let bundle: Value = serde_json::from_slice(&export.files[0].bytes).expect("is JSON");
            bundle["objects"]
                .as_array()
                .expect("there")
                .iter()
                .map(|one| one["id"].clone())
                .collect::<Vec<_>>()
        };
        let all = ids(write(&desk().project));
        let once: std::collections::BTreeSet<String> = all.iter().map(ToString::to_string).collect();
        assert_eq!(once.len(), all.len(), "no id is used twice");
    }
}
