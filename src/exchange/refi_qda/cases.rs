//! Entities as cases: what is known of them as variables, what means them as selections.

use super::{
    super::xml::XmlWriter,
    of_entity,
    write::{code_guid, long, variable},
};
use crate::model::{Entity, EntityRole, Organisation, PartialDate, Project, Relation};

/// Writes the cases of a project.
pub(super) fn write(xml: &mut XmlWriter, project: &Project) {
    if project.entities().next().is_none() {
        return;
    }
    xml.open("Cases", &[]);
    project.entities().for_each(|entity| case(xml, project, entity));
    xml.close();
}

fn case(xml: &mut XmlWriter, project: &Project, entity: &Entity) {
    let facts = &entity.facts;
    xml.open("Case", &[("guid", &long("entity", entity.id)), ("name", project.entity_name(entity.id))]);
    if !facts.note.is_empty() {
        xml.words("Description", &[], &facts.note);
    }
    xml.empty("CodeRef", &[("targetGUID", &code_guid(project, entity.label))]);
    let ids = facts.ids.iter().map(|(collection, id)| format!("{collection} {id}"));
    let roles = facts.roles.iter().map(|role| role_line(project, role));
    for (name, value) in [
        (of_entity::ID, entity.id.to_string()),
        (of_entity::NAME, entity.name.clone().unwrap_or_default()),
        (of_entity::COUNTRY, facts.country.clone()),
        (of_entity::ALIASES, facts.aliases.join("\n")),
        (of_entity::IDS, ids.collect::<Vec<_>>().join("\n")),
        (of_entity::ROLES, roles.collect::<Vec<_>>().join("\n")),
    ] {
        variable(xml, name, "TextValue", &value);
    }
    for mention in project.mentions_of_entity(entity.id) {
        xml.empty("SelectionRef", &[("targetGUID", &long("mention", mention.id))]);
    }
    xml.close();
}

/// The parts between tabs; none of them has one in it.
fn role_line(project: &Project, role: &EntityRole) -> String {
    let (organisation, id) = match &role.organisation {
        Some(Organisation::Named(name)) => (name.as_str(), String::new()),
        Some(Organisation::Entity(id)) => (project.entity_name(*id), id.to_string()),
        None => ("", String::new()),
    };
    let organisation = organisation.replace(['\t', '\n', '\r'], " ");
    let day = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
    [role.title.as_str(), &organisation, &id, &day(role.from), &day(role.to)].join("\t").trim_end().to_owned()
}

/// What a relation's type is called.
pub(super) fn relation_name<'a>(project: &'a Project, relation: &Relation) -> &'a str {
    project.schema().relation_type(relation.kind).map_or("?", |kind| &kind.name)
}
