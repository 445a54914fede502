//! Lays a project out as format 1.
//!
//! One record a line in a stable order, no line that depends on another: documents in the order of the list, their
//! text line by line, mentions by place, the rest by id. So one more mention is one more line, besides the
//! checksum. That holds also where its entity is new: an entity stands in the file only if it has a name, a
//! note or other facts, or a label that not all of its mentions have; any other is implied by the mentions that point to it.
//! Offsets are bytes of UTF-8. What is empty is left out of records of one line; a project without gazetteers
//! has no list of them, an article without relations none of those. Relation types are written where they are not the
//! usual ones of the labels, and where there are relations.

use super::{
    checksum, entities,
    lines::{Line, put, quote},
    relations, schema,
    v1::FORMAT,
};
use crate::model::{
    Document, DocumentId, Entity, Facts, Gazetteer, GazetteerRole, Mention, Origins, Project, Provenance,
    Rejection, RejectionScope, Schema,
};
use crate::text::Text;
use std::collections::BTreeMap;

/// The whole project as one file. The same records give the same bytes.
pub fn to_bytes(project: &Project) -> Vec<u8> {
    let mut out = String::with_capacity(expected_bytes(project));
    write_head(&mut out, project);
    out.push_str("documents: [\n");
    let rejections = rejections_by_document(project);
    for (document, position) in placed(project) {
        write_document(&mut out, project, document, position, &rejections);
        out.push_str(",\n");
    }
    out.push_str("],\n");
    write_rest(&mut out, project, &rejections);
    out.into_bytes()
}

/// All that comes before the articles.
pub(super) fn write_head(out: &mut String, project: &Project) {
    put(
        &mut *out,
        format_args!("// Dateline project, format {FORMAT}. Offsets are bytes of UTF-8, half-open.\n(\n"),
    );
    put(&mut *out, format_args!("format: {FORMAT},\n"));
    // The usual types need not be said while nothing depends on what this version takes for usual.
    let with_types = project.relation_count() > 0 || !project.schema().has_usual_relations();
    schema::write(out, project.schema(), with_types, true);
}

/// The articles in their order, with the place in the list of those that do not follow the one before.
pub(super) fn placed(project: &Project) -> impl Iterator<Item = (&Document, Option<u32>)> {
    let mut next_position = Some(0);
    project.documents().map(move |document| {
        let position = Some(document.position).filter(|position| next_position != Some(*position));
        next_position = document.position.checked_add(1);
        (document, position)
    })
}

/// All that comes behind the articles, to the last line.
pub(super) fn write_rest(out: &mut String, project: &Project, rejections: &Rejections) {
    out.push_str("entities: [\n");
    for entity in project.entities().filter(|entity| !is_implied(project, entity)) {
        write_entity(out, project.schema(), entity);
    }
    out.push_str("],\nrejections: [\n");
    for rejection in rejections.get(&None).into_iter().flatten() {
        let line = Line::open(out, "    ").id("id", rejection.id).words("words", &rejection.words);
        line.words("label", project.schema().name_of(rejection.label)).close();
    }
    out.push_str("],\n");
    write_gazetteers(out, project);
    out.push_str(")\n");
    checksum::seal(out);
}

/// A little more than it will be as one file.
pub(super) fn expected_bytes(project: &Project) -> usize {
    let text_bytes: usize =
        project.documents().map(|document| document.text.byte_count() * 21 / 20 + 512).sum();
    let name_count: usize = project.gazetteers().map(|gazetteer| gazetteer.names.count()).sum();
    text_bytes + project.mention_count() * 160 + name_count * 64 + 8 * 1024
}

/// Those of each article, and those of the project.
pub(super) type Rejections<'a> = BTreeMap<Option<DocumentId>, Vec<&'a Rejection>>;

pub(super) fn rejections_by_document(project: &Project) -> Rejections<'_> {
    let mut by_document = Rejections::new();
    for rejection in project.rejections() {
        by_document.entry(rejection.document()).or_default().push(rejection);
    }
    by_document
}

/// Whether the mentions of an entity say all that it says.
fn is_implied(project: &Project, entity: &Entity) -> bool {
    let mut mentions = project.mentions_of_entity(entity.id);
    entity.is_plain() && mentions.all(|mention| mention.label == entity.label)
}

/// An article and all that is about it, to its closing bracket.
pub(super) fn write_document(
    out: &mut String,
    project: &Project,
    document: &Document,
    position: Option<u32>,
    rejections: &Rejections,
) {
    put(out, format_args!("(\n    id: \"{}\",\n", document.id));
    if let Some(position) = position {
        put(out, format_args!("    position: Some({position}),\n"));
    }
    let facts = &document.facts;
    for (name, words) in
        [("title", &facts.title), ("source", &document.source), ("encoding", &document.encoding)]
    {
        write_field(out, name, words);
    }
    match facts.published {
        Some(date) => put(out, format_args!("    published: Some(\"{date}\"),\n")),
        None => out.push_str("    published: None,\n"),
    }
    write_field(out, "language", &facts.language);
    write_more_facts(out, facts);
    out.push_str("    text: [\n");
    for line in document.text.as_str().split('\n') {
        out.push_str("        ");
        quote(out, line);
        out.push_str(",\n");
    }
    out.push_str("    ],\n    mentions: [\n");
    for mention in project.mentions_of(document.id) {
        write_mention(out, project.schema(), &document.text, mention);
    }
    out.push_str("    ],\n    rejections: [\n");
    for rejection in rejections.get(&Some(document.id)).into_iter().flatten() {
        write_rejection(out, project.schema(), rejection);
    }
    out.push_str("    ],\n");
    relations::write(out, project, document.id);
    out.push(')');
}

/// Where facts stood, behind `head`.
pub(super) fn origins_line<'a>(out: &'a mut String, head: &str, origins: &Origins) -> Line<'a> {
    Line::open(out, head)
        .words_if_any("title", &origins.title)
        .words_if_any("published", &origins.published)
        .words_if_any("language", &origins.language)
        .words_if_any("byline", &origins.byline)
        .words_if_any("site", &origins.site)
        .words_if_any("url", &origins.url)
}

/// What stands in the file only where it is known.
fn write_more_facts(out: &mut String, facts: &Facts) {
    let Facts { published_at, byline, site, url, origins, .. } = facts;
    for (name, words) in [("published_at", published_at), ("byline", byline), ("site", site), ("url", url)] {
        if !words.is_empty() {
            write_field(out, name, words);
        }
    }
    if *origins != Origins::default() {
        origins_line(out, "    origins: ", origins).close();
    }
}

fn write_field(out: &mut String, name: &str, words: &str) {
    put(out, format_args!("    {name}: "));
    quote(out, words);
    out.push_str(",\n");
}

fn write_mention(out: &mut String, schema: &Schema, text: &Text, mention: &Mention) {
    let line = Line::open(out, "        ")
        .id("id", mention.id)
        .bare("start", mention.span.start())
        .bare("end", mention.span.end())
        .words("words", text.slice(mention.span))
        .words("label", schema.name_of(mention.label))
        .some_id("entity", mention.entity);
    let line = if mention.is_metonym { line.bare("metonym", true) } else { line };
    let date = mention.date.map(|date| date.to_string());
    let line = line.some_words("date", date.as_deref());
    line.some_words("note", Some(&*mention.note).filter(|note| !note.is_empty()))
        .value("by", |out| write_provenance(out, &mention.provenance))
        .close();
}

/// `Hand`, `Accepted(…)` or `Imported(…)`.
pub(super) fn write_provenance(out: &mut String, provenance: &Provenance) {
    match provenance {
        Provenance::ByHand => out.push_str("Hand"),
        Provenance::Accepted { suggester, score } => {
            out.push_str("Accepted(by: ");
            quote(out, suggester);
            put(out, format_args!(", score: {})", score.thousandths()));
        }
        Provenance::Imported { from } => {
            out.push_str("Imported(from: ");
            quote(out, from);
            out.push(')');
        }
    }
}

fn write_rejection(out: &mut String, schema: &Schema, rejection: &Rejection) {
    let scope = match rejection.scope {
        RejectionScope::Here { span, .. } => format!("Here(start: {}, end: {})", span.start(), span.end()),
        RejectionScope::Article { .. } | RejectionScope::Project => "Article".to_owned(),
    };
    Line::open(out, "        ")
        .id("id", rejection.id)
        .words("words", &rejection.words)
        .words("label", schema.name_of(rejection.label))
        .bare("scope", scope)
        .close();
}

fn write_entity(out: &mut String, schema: &Schema, entity: &Entity) {
    let line = Line::open(out, "    ")
        .id("id", entity.id)
        .words("label", schema.name_of(entity.label))
        .some_words("name", entity.name.as_deref());
    entities::write_facts(line, &entity.facts).close();
}

fn write_gazetteers(out: &mut String, project: &Project) {
    if project.gazetteers().next().is_none() {
        return;
    }
    out.push_str("gazetteers: [\n");
    for gazetteer in project.gazetteers() {
        write_gazetteer(out, project.schema(), gazetteer);
    }
    out.push_str("],\n");
}

fn write_gazetteer(out: &mut String, schema: &Schema, gazetteer: &Gazetteer) {
    let role = match gazetteer.role {
        GazetteerRole::List => "List",
        GazetteerRole::Own => "Own",
        GazetteerRole::Forgotten => "Forgotten",
    };
    put(out, format_args!("(\n    id: \"{}\",\n", gazetteer.id));
    write_field(out, "name", &gazetteer.name);
    put(out, format_args!("    role: {role},\n    is_on: {},\n    names: [\n", gazetteer.is_on));
    for name in gazetteer.names.iter() {
        Line::open(out, "        ")
            .words("words", name.words())
            .words("label", schema.name_of(name.label))
            .some_words("canonical", name.canonical())
            .close();
    }
    out.push_str("    ],\n),\n");
}
