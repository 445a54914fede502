//! Articles as reports, with what was marked in their texts.

use super::{author_id, extended, id, objects::Known, parts, time};
use crate::{
    exchange::origins::origin,
    model::{Document, Mention, Project, RelationId},
    text::OffsetMap,
};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The report of an article. `relationships` are those that relations became.
pub(super) fn report(
    project: &Project,
    document: &Document,
    known: &Known,
    relationships: &BTreeMap<RelationId, String>,
) -> Value {
    let entities = project.mentions_of(document.id).filter_map(|mention| known.id(mention.entity?));
    let relations = project.relations_of(document.id).filter_map(|relation| relationships.get(&relation.id));
    let mut about: BTreeSet<&str> = entities.chain(relations.map(String::as_str)).collect();
    let author = author_id();
    if about.is_empty() {
        // A report must be about something.
        about.insert(&author);
    }
    let published = time(document.facts.published);
    let mut report = parts(json!({
        "type": "report", "spec_version": "2.1", "id": id("report", "document", document.id), "created_by_ref": author,
        "created": published, "modified": published, "published": published, "name": document.display_title(),
        "object_refs": about, "lang": document.facts.language, "external_references": source(document),
    }));
    let offsets = OffsetMap::new(document.text.as_str());
    let spans: Vec<Value> =
        project.mentions_of(document.id).map(|mention| span(project, known, &offsets, mention)).collect();
    let said = json!({ "article": document.id.to_string(), "title": document.facts.title, "text": document.text.as_str(), "spans": spans });
    extended(&mut report, parts(said));
    report.into()
}

fn source(document: &Document) -> Vec<Value> {
    let source = document.source.as_str();
    if source.is_empty() {
        return Vec::new();
    }
    let is_address = source.starts_with("https://") || source.starts_with("http://");
    let host = source.split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or_default();
    vec![if is_address && !source.contains(char::is_whitespace) {
        json!({ "source_name": if host.is_empty() { "source" } else { host }, "url": source })
    } else {
        json!({ "source_name": "file", "description": source })
    }]
}

fn span(project: &Project, known: &Known, offsets: &OffsetMap, mention: &Mention) -> Value {
    let span = json!({
        "start": offsets.code_point(mention.span.start()),
        "end": offsets.code_point(mention.span.end()),
        "text": project.words_of(mention),
        "label": project.schema().name_of(mention.label),
        "mention": mention.id.to_string(),
        "origin": origin(&mention.provenance),
        "entity": mention.entity.map(|entity| entity.to_string()),
        "entity_ref": mention.entity.and_then(|entity| known.id(entity)),
        "metonym": mention.is_metonym,
        "note": &*mention.note,
    });
    parts(span).into()
}
