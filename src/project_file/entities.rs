//! What a file says about an entity beside its name: read and checked once, and written.

use super::{
    lines::{Line, put, quote},
    v1,
};
use crate::model::{EntityFacts, EntityRole, Organisation, PartialDate};
use std::collections::BTreeMap;

/// The facts; what is wrong with them if they cannot be, or would be written in another way.
pub(super) fn facts(entity: &v1::Entity) -> Result<EntityFacts, String> {
    let ids: BTreeMap<String, String> = entity.ids.iter().cloned().collect();
    if ids.len() < entity.ids.len() {
        return Err("it has two ids of one collection".to_owned());
    }
    let facts = EntityFacts {
        note: entity.note.clone(),
        aliases: entity.aliases.clone(),
        country: entity.country.clone(),
        ids,
        roles: entity.roles.iter().map(role).collect::<Result<_, _>>()?,
    };
    let tidy = facts.clone().tidy()?;
    if tidy == facts { Ok(facts) } else { Err(UNTIDY.to_owned()) }
}

const UNTIDY: &str =
    "an alias, country, id or role is empty, is there twice, or has spaces where there should be none";

fn role(role: &v1::EntityRole) -> Result<EntityRole, String> {
    let date = |date: &Option<v1::Words>| date.as_ref().map(|date| partial_date(date.as_str())).transpose();
    let organisation = match (&role.entity, role.organisation.as_str()) {
        (None, "") => None,
        (None, name) => Some(Organisation::Named(name.to_owned())),
        (Some(id), "") => {
            let id = id.as_str().parse().map_err(|error: crate::model::ParseIdError| error.to_string())?;
            Some(Organisation::Entity(id))
        }
        (Some(_), name) => {
            return Err(format!("a role is with “{name}” and with an entity; one is expected"));
        }
    };
    Ok(EntityRole { title: role.title.clone(), organisation, from: date(&role.from)?, to: date(&role.to)? })
}

/// A date as far as it is known.
pub(super) fn partial_date(words: &str) -> Result<PartialDate, String> {
    words.parse().map_err(|error: crate::model::ParseDateError| error.to_string())
}

/// Adds the facts to the line of their entity. What is not known is left out.
pub(super) fn write_facts<'a>(line: Line<'a>, facts: &EntityFacts) -> Line<'a> {
    let mut line = line
        .words_if_any("note", &facts.note)
        .list_if_any("aliases", &facts.aliases)
        .words_if_any("country", &facts.country);
    if !facts.ids.is_empty() {
        line = line.value("ids", |out| write_ids(out, &facts.ids));
    }
    if !facts.roles.is_empty() {
        line = line.value("roles", |out| write_roles(out, &facts.roles));
    }
    line
}

fn write_ids(out: &mut String, ids: &BTreeMap<String, String>) {
    for (index, (collection, id)) in ids.iter().enumerate() {
        out.push_str(if index == 0 { "[(" } else { ", (" });
        quote(out, collection);
        out.push_str(", ");
        quote(out, id);
        out.push(')');
    }
    out.push(']');
}

fn write_roles(out: &mut String, roles: &[EntityRole]) {
    for (index, role) in roles.iter().enumerate() {
        put(out, if index == 0 { "[" } else { ", " });
        let (name, entity) = match &role.organisation {
            None => ("", None),
            Some(Organisation::Named(name)) => (name.as_str(), None),
            Some(Organisation::Entity(id)) => ("", Some(*id)),
        };
        Line::open(out, "")
            .words_if_any("title", &role.title)
            .words_if_any("organisation", name)
            .some_id("entity", entity)
            .some_id("from", role.from)
            .some_id("to", role.to)
            .close_within();
    }
    out.push(']');
}
