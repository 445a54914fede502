//! The writer.

use super::{
    super::{
        Export, File,
        called::Called,
        codes::{Codes, Stems},
        found,
        losses::{Losses, Part},
        origins::origin,
    },
    CONTEXT, ENTITIES,
    wire::{
        Annotation, Article, Body, EntityNode, Graph, Page, Reference, RoleNode, Selector, Target, Thing, urn,
    },
};
use crate::{
    model::{Document, Entity, EntityRole, Mention, Organisation, Project, Relation, SaidDate},
    text::{OffsetMap, Span},
};
use serde::Serialize;

/// So many characters of a text are quoted before and after a mark.
const AROUND: usize = 32;

pub(super) fn write(project: &Project) -> Export {
    let (codes, stems) = (Codes::of(project.schema()), Stems::of(project));
    let names = Called::of(project);
    let (mut losses, mut files) = (Losses::of(project, Part::ALL), Vec::new());
    let mut add = |name: String, bytes: Result<Vec<u8>, serde_json::Error>| match bytes {
        Ok(bytes) => files.push(File::new(name, bytes)),
        Err(error) => losses.say(format!("{name}: {error}")),
    };
    for document in project.documents() {
        let stem = stems.get(document);
        add(format!("{stem}.jsonld"), json(&page(project, (&codes, &names), document, stem)));
        add(format!("{stem}.txt"), Ok(document.text.as_str().into()));
    }
    let entities: Vec<EntityNode> = project.entities().map(|entity| node(project, entity)).collect();
    if !entities.is_empty() {
        add(ENTITIES.to_owned(), json(&Graph { context: CONTEXT, entities }));
    }
    Export { files, losses: losses.into_vec() }
}

fn json(value: &impl Serialize) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = serde_json::to_vec_pretty(value)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn page<'a>(
    project: &'a Project,
    (codes, names): (&'a Codes, &Called<'a>),
    document: &'a Document,
    stem: &str,
) -> Page<'a> {
    let offsets = OffsetMap::new(document.text.as_str());
    let marks = project
        .mentions_of(document.id)
        .map(|mention| mark(project, (codes, names), document, &offsets, mention));
    let relations = project.relations_of(document.id).map(|one| relation(codes, one));
    let facts = &document.facts;
    Page {
        context: CONTEXT,
        id: urn("page", document.id),
        kind: "AnnotationPage",
        article: Article {
            id: urn("document", document.id),
            kind: "Text",
            format: "text/plain",
            file: format!("{stem}.txt"),
            number: document.id.to_string(),
            title: &facts.title,
            published: facts.published.map(|day| day.to_string()),
            published_at: &facts.published_at,
            language: &facts.language,
            byline: &facts.byline,
            site: &facts.site,
            url: &facts.url,
            found_in: found::lines(&facts.origins),
            source: &document.source,
            encoding: &document.encoding,
        },
        items: marks.chain(relations).collect(),
    }
}

fn words<'a>(purpose: &'static str, value: &'a str) -> Body<'a> {
    Body::Words { kind: "TextualBody", purpose, value }
}

fn thing(id: String, label: &str) -> Body<'_> {
    Body::Thing { kind: "SpecificResource", purpose: "identifying", source: Thing { id, label } }
}

fn mark<'a>(
    project: &'a Project,
    (codes, names): (&'a Codes, &Called<'a>),
    document: &'a Document,
    offsets: &OffsetMap,
    mention: &'a Mention,
) -> Annotation<'a> {
    let mut body = vec![words("tagging", codes.label(mention.label))];
    if let Some(entity) = mention.entity.and_then(|entity| project.entity(entity)) {
        let name = names.name(entity.id);
        body.push(thing(urn("entity", entity.id), name));
        body.extend(wikidata(entity).map(|address| thing(address, name)));
    }
    if !mention.note.is_empty() {
        body.push(words("commenting", &mention.note));
    }
    Annotation {
        id: urn("mention", mention.id),
        kind: "Annotation",
        motivation: "tagging",
        number: mention.id.to_string(),
        origin: origin(&mention.provenance),
        label: project.schema().name_of(mention.label),
        is_metonym: mention.is_metonym,
        date: "",
        date_value: mention.date.map(|date| date.to_string()),
        body,
        target: Target::Words {
            source: urn("document", document.id),
            selector: selectors(document, offsets, mention.span),
        },
    }
}

fn selectors<'a>(document: &'a Document, offsets: &OffsetMap, span: Span) -> [Selector<'a>; 2] {
    let text = &document.text;
    let (before, after) = (text.get(0..span.start()), text.get(span.end()..text.byte_count()));
    let start = before.char_indices().rev().take(AROUND).last().map_or(before.len(), |(at, _)| at);
    let end = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    [
        Selector::Position { start: offsets.code_point(span.start()), end: offsets.code_point(span.end()) },
        Selector::Quote {
            exact: text.slice(span),
            prefix: before.get(start..).unwrap_or_default(),
            suffix: after.get(..end).unwrap_or_default(),
        },
    ]
}

fn relation<'a>(codes: &'a Codes, relation: &'a Relation) -> Annotation<'a> {
    let mut body = vec![words("tagging", codes.relation(relation.kind))];
    if !relation.note.is_empty() {
        body.push(words("commenting", &relation.note));
    }
    let date = relation.date.as_ref();
    Annotation {
        id: urn("relation", relation.id),
        kind: "Annotation",
        motivation: "linking",
        number: relation.id.to_string(),
        origin: String::new(),
        label: "",
        is_metonym: false,
        date: date.map_or("", SaidDate::words),
        date_value: date.and_then(SaidDate::value).map(|value| value.to_string()),
        body,
        target: Target::Ends([relation.from, relation.to].map(|end| Reference { id: urn("mention", end) })),
    }
}

fn wikidata(entity: &Entity) -> Option<String> {
    entity.facts.ids.get("wikidata").map(|id| format!("http://www.wikidata.org/entity/{id}"))
}

fn node<'a>(project: &'a Project, entity: &'a Entity) -> EntityNode<'a> {
    let facts = &entity.facts;
    EntityNode {
        id: urn("entity", entity.id),
        kind: "skos:Concept",
        label: project.entity_name(entity.id),
        number: entity.id.to_string(),
        class: project.schema().name_of(entity.label),
        name: entity.name.as_deref(),
        aliases: &facts.aliases,
        note: &facts.note,
        country: &facts.country,
        ids: facts.ids.iter().map(|(collection, id)| format!("{collection} {id}")).collect(),
        wikidata: wikidata(entity).map(|id| Reference { id }),
        roles: facts.roles.iter().map(|role| role_node(project, role)).collect(),
    }
}

fn role_node<'a>(project: &'a Project, role: &'a EntityRole) -> RoleNode<'a> {
    let (organisation, entity) = match &role.organisation {
        Some(Organisation::Named(name)) => (name.as_str(), None),
        Some(Organisation::Entity(id)) => (project.entity_name(*id), Some(urn("entity", *id))),
        None => ("", None),
    };
    RoleNode {
        kind: "schema:Role",
        title: &role.title,
        organisation,
        entity,
        from: role.from.map(|date| date.to_string()),
        to: role.to.map(|date| date.to_string()),
    }
}
