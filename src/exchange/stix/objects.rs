//! Entities as objects of STIX, and relations as relationships.

use super::{author_id, countries, extended, id, parts, time};
use crate::{
    exchange::label_name,
    model::{
        Date, DocumentId, Entity, EntityId, EntityRole, LabelId, MentionId, Organisation, PartialDate,
        Project, RelationId, RelationTypeId, SaidDate,
    },
};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// What STIX has an object for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Identity(&'static str),
    Location,
    Incident,
}

/// The objects of a project's entities.
pub(super) struct Known {
    by_entity: BTreeMap<EntityId, (String, Value)>,
    /// Entities that STIX has no object for: dates, quantities, weapons.
    pub without_object: usize,
    /// Objects that nothing tells the day of.
    pub undated: usize,
    /// Places that no country is known of.
    pub regions: usize,
}

impl Known {
    pub(super) fn of(project: &Project, days: &BTreeMap<EntityId, Date>) -> Self {
        let mut known = Self { by_entity: BTreeMap::new(), without_object: 0, undated: 0, regions: 0 };
        for entity in project.entities() {
            let Some(class) = class(project, entity.label) else {
                known.without_object += 1;
                continue;
            };
            let day = days.get(&entity.id).copied();
            known.undated += usize::from(day.is_none());
            let object = object(project, entity, class, day);
            known.regions += usize::from(object.contains_key("region"));
            let id = object.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
            known.by_entity.insert(entity.id, (id, object.into()));
        }
        known
    }

    /// The id of an entity's object.
    pub(super) fn id(&self, entity: EntityId) -> Option<&str> {
        self.by_entity.get(&entity).map(|(id, _)| id.as_str())
    }

    /// All of them, by entity.
    pub(super) fn objects(&self) -> impl Iterator<Item = Value> {
        self.by_entity.values().map(|(_, object)| object.clone())
    }
}

/// By the names that a label goes by here and elsewhere.
fn class(project: &Project, label: LabelId) -> Option<Class> {
    let label = project.schema().get(label)?;
    let names = std::iter::once(&label.name).chain(&label.also);
    names.filter_map(|name| label_name(name)).find_map(|name| match name {
        "Person" => Some(Class::Identity("individual")),
        "Organization" => Some(Class::Identity("organization")),
        "Group" => Some(Class::Identity("class")),
        "Place" => Some(Class::Location),
        "Event" => Some(Class::Incident),
        _ => None,
    })
}

fn object(project: &Project, entity: &Entity, class: Class, day: Option<Date>) -> Map<String, Value> {
    let (name, facts) = (project.entity_name(entity.id), &entity.facts);
    let kind = match class {
        Class::Identity(_) => "identity",
        Class::Location => "location",
        Class::Incident => "incident",
    };
    let references: Vec<Value> = facts.ids.iter().map(|(collection, id)| reference(collection, id)).collect();
    let mut object = parts(json!({
        "type": kind, "spec_version": "2.1", "id": id(kind, "entity", entity.id), "created_by_ref": author_id(),
        "created": time(day), "modified": time(day), "name": if name.is_empty() { "Unnamed" } else { name },
        "description": facts.note, "external_references": references,
    }));
    match class {
        Class::Identity(class) => {
            object.insert("identity_class".to_owned(), class.into());
            let titles: Vec<&str> = facts
                .roles
                .iter()
                .map(|role| role.title.as_str())
                .filter(|title| !title.is_empty())
                .collect();
            object.extend(parts(json!({ "roles": titles })));
        }
        Class::Location => {
            let names =
                [facts.country.as_str(), name].into_iter().chain(facts.aliases.iter().map(String::as_str));
            let place = match names.clone().find_map(countries::code) {
                Some(code) => ("country", code.to_owned()),
                None => {
                    ("region", slug(if facts.country.is_empty() { name } else { &facts.country }, "unknown"))
                }
            };
            object.insert(place.0.to_owned(), place.1.into());
        }
        Class::Incident => {}
    }
    let roles: Vec<Value> = facts.roles.iter().map(|role| role_of(project, role)).collect();
    let said = json!({
        "entity": entity.id.to_string(), "label": project.schema().name_of(entity.label),
        "aliases": facts.aliases, "country": facts.country, "roles": roles,
    });
    extended(&mut object, parts(said));
    object
}

fn reference(collection: &str, id: &str) -> Value {
    match collection {
        "wikidata" => json!({
            "source_name": collection, "external_id": id, "url": format!("http://www.wikidata.org/entity/{id}"),
        }),
        _ => json!({ "source_name": collection, "external_id": id }),
    }
}

fn role_of(project: &Project, role: &EntityRole) -> Value {
    let day = |date: Option<PartialDate>| date.map(|date| date.to_string());
    let organisation = match &role.organisation {
        Some(Organisation::Named(name)) => name.as_str(),
        Some(Organisation::Entity(id)) => project.entity_name(*id),
        None => "",
    };
    let said = json!({
        "title": role.title, "organisation": organisation, "from": day(role.from), "to": day(role.to),
    });
    parts(said).into()
}

/// Small letters, digits and hyphens; `otherwise` where there are none.
fn slug(words: &str, otherwise: &str) -> String {
    let lower = words.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { otherwise.to_owned() } else { words.join("-") }
}

/// The relationships, and what became none.
pub(super) struct Relationships {
    pub objects: Vec<Value>,
    pub without_ends: usize,
    pub of_oneself: usize,
}

/// What is one relationship: the ends, the type and the date.
type Key = (EntityId, EntityId, RelationTypeId, String);

/// One for each two entities, type and date; and which relation became which.
pub(super) fn relationships(
    project: &Project,
    known: &Known,
    days: &BTreeMap<EntityId, Date>,
) -> (BTreeMap<RelationId, String>, Relationships) {
    let (mut ids, mut without_ends, mut of_oneself) = (BTreeMap::new(), 0, 0);
    let mut grouped: BTreeMap<Key, Vec<RelationId>> = BTreeMap::new();
    for relation in project.relations() {
        let Some((from, to)) = project.ends_of(relation) else { continue };
        if from == to {
            of_oneself += 1;
        } else if known.id(from).is_none() || known.id(to).is_none() {
            without_ends += 1;
        } else {
            let date = relation.date.as_ref().map_or(String::new(), |date| date.words().to_owned());
            grouped.entry((from, to, relation.kind, date)).or_default().push(relation.id);
        }
    }
    let mut objects = Vec::new();
    for ((from, to, kind, date), relations) in grouped {
        let name = project.schema().relation_type(kind).map_or("related to", |kind| &kind.name);
        let id = id("relationship", "relationship", format!("{from} {to} {name} {date}"));
        ids.extend(relations.iter().map(|relation| (*relation, id.clone())));
        let day = days.get(&from).max(days.get(&to)).copied();
        let ends = known.id(from).zip(known.id(to)).unwrap_or_default();
        objects.push(relationship(project, &id, ends, name, day, &relations).into());
    }
    (ids, Relationships { objects, without_ends, of_oneself })
}

fn relationship(
    project: &Project,
    id: &str,
    (from, to): (&str, &str),
    name: &str,
    day: Option<Date>,
    relations: &[RelationId],
) -> Map<String, Value> {
    let relations = || relations.iter().filter_map(|id| project.relation(*id));
    let notes: Vec<&str> =
        relations().map(|relation| &*relation.note).filter(|note| !note.is_empty()).collect();
    let date = relations().find_map(|relation| relation.date.as_ref());
    let value = date.and_then(SaidDate::value);
    let mut object = parts(json!({
        "type": "relationship", "spec_version": "2.1", "id": id, "created_by_ref": author_id(),
        "created": time(day), "modified": time(day), "relationship_type": slug(name, "related-to"),
        "source_ref": from, "target_ref": to, "description": notes.join("\n"),
        "start_time": value.map(|value| format!("{}T00:00:00.000Z", value.first_day())),
        "stop_time": value.map(|value| format!("{}T23:59:59.999Z", value.last_day())),
    }));
    let mut evidence: BTreeMap<DocumentId, Vec<[MentionId; 2]>> = BTreeMap::new();
    for relation in relations() {
        evidence.entry(relation.document).or_default().push([relation.from, relation.to]);
    }
    let evidence: Vec<Value> =
        evidence.into_iter().map(|(document, ends)| evidence_of(document, &ends)).collect();
    extended(
        &mut object,
        parts(json!({ "name": name, "date": date.map(SaidDate::words), "evidence": evidence })),
    );
    object
}

fn evidence_of(document: DocumentId, ends: &[[MentionId; 2]]) -> Value {
    let mentions: Vec<String> = ends.iter().flatten().map(ToString::to_string).collect();
    json!({ "report_ref": id("report", "document", document), "mentions": mentions })
}
