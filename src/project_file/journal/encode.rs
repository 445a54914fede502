//! Writes the lines of the journal.

use super::{frame::frame, wire::VERSION};
use crate::{
    model::{
        Change, Document, Entity, Gazetteer, GazetteerRole, KnownName, Mention, Origins, Rejection,
        RejectionScope, Relation, SaidDate, Schema, Transaction,
    },
    project_file::{
        Digest, entities,
        lines::{Line, put, quote},
        schema,
        write::{origins_line, write_provenance},
    },
};

/// What a line says.
#[derive(Clone, Debug)]
pub enum Entry<'a> {
    /// The first line: the path of the project's file (empty for one that was never saved), that file's fingerprint, and the
    /// project as a file, where the work began on something else.
    Begin { project: &'a str, base: Option<Digest>, start: Option<&'a str> },
    /// A step was done.
    Do(&'a Transaction),
    /// The last step was taken back.
    Undo,
    /// The step that was taken back last was done again.
    Redo,
    /// The project after the line of this number goes to a file with this fingerprint.
    Save { after: u64, file: Digest },
    /// What was done since the file with this fingerprint was given up.
    Back { file: Digest },
}

/// Adds the line of this number to `out`. Labels are written by their names: those of the schema that is in force where they
/// stand, which is `labels` where the step does not change it.
pub fn line(out: &mut String, number: u64, entry: &Entry, labels: &Schema) {
    let mut record = String::new();
    match entry {
        Entry::Begin { project, base, start } => {
            record.push_str("Begin");
            Line::open(&mut record, "")
                .bare("version", VERSION)
                .words("project", project)
                .some_id("base", *base)
                .some_words("start", *start)
                .close_within();
        }
        Entry::Do(transaction) => {
            record.push_str("Do(name: ");
            quote(&mut record, &transaction.name);
            record.push_str(", changes: [");
            let mut in_force = transaction.schema_before().unwrap_or(labels);
            for (index, change) in transaction.changes.iter().enumerate() {
                record.push_str(if index == 0 { "" } else { ", " });
                write_change(&mut record, change, in_force);
                if let Change::Schema { after, .. } = change {
                    in_force = after;
                }
            }
            record.push_str("])");
        }
        Entry::Undo => record.push_str("Undo"),
        Entry::Redo => record.push_str("Redo"),
        Entry::Save { after, file } => {
            put(&mut record, format_args!("Save(after: {after}, file: \"{file}\")"));
        }
        Entry::Back { file } => put(&mut record, format_args!("Back(file: \"{file}\")")),
    }
    frame(out, number, &record);
}

fn write_change(out: &mut String, change: &Change, labels: &Schema) {
    match change {
        Change::Schema { before, after } => {
            out.push_str("Schema(before: ");
            schema::write_within(out, before);
            out.push_str(", after: ");
            schema::write_within(out, after);
            out.push(')');
        }
        Change::Document { id, before, after } => {
            let with_text = before.is_none() || after.is_none();
            let write = |out: &mut String, document: &Document| write_document(out, document, with_text);
            sides(out, "Document", id, (before.as_deref(), after.as_deref()), write);
        }
        Change::Mention { id, before, after } => {
            let write = |out: &mut String, mention: &Mention| write_mention(out, mention, labels);
            sides(out, "Mention", id, (before.as_ref(), after.as_ref()), write);
        }
        Change::Entity { id, before, after } => {
            let write = |out: &mut String, entity: &Entity| write_entity(out, entity, labels);
            sides(out, "Entity", id, (before.as_ref(), after.as_ref()), write);
        }
        Change::Relation { id, before, after } => {
            let write = |out: &mut String, relation: &Relation| write_relation(out, relation, labels);
            sides(out, "Relation", id, (before.as_ref(), after.as_ref()), write);
        }
        Change::Rejection { id, before, after } => {
            let write = |out: &mut String, rejection: &Rejection| write_rejection(out, rejection, labels);
            sides(out, "Rejection", id, (before.as_ref(), after.as_ref()), write);
        }
        Change::Gazetteer { id, before, after } => {
            sides(out, "Gazetteer", id, (before.as_ref(), after.as_ref()), write_gazetteer);
            out.pop();
            let (out_names, put_names) = difference(before.as_ref(), after.as_ref());
            write_names(out, ", out: [", &out_names, labels);
            write_names(out, ", put: [", &put_names, labels);
            out.push(')');
        }
    }
}

/// `Mention(id: "m…", before: Some(…), after: Some(…))`.
fn sides<R>(
    out: &mut String,
    kind: &str,
    id: impl std::fmt::Display,
    (before, after): (Option<&R>, Option<&R>),
    write: impl Fn(&mut String, &R),
) {
    put(out, format_args!("{kind}(id: \"{id}\""));
    for (name, side) in [(", before: Some(", before), (", after: Some(", after)] {
        if let Some(record) = side {
            out.push_str(name);
            write(out, record);
            out.push(')');
        }
    }
    out.push(')');
}

fn write_document(out: &mut String, document: &Document, with_text: bool) {
    let facts = &document.facts;
    let line = Line::open(out, "")
        .bare("position", document.position)
        .words_if_any("title", &facts.title)
        .words_if_any("source", &document.source)
        .words_if_any("encoding", &document.encoding)
        .some_id("published", facts.published)
        .words_if_any("language", &facts.language)
        .words_if_any("published_at", &facts.published_at)
        .words_if_any("byline", &facts.byline)
        .words_if_any("site", &facts.site)
        .words_if_any("url", &facts.url);
    let line = if facts.origins == Origins::default() {
        line
    } else {
        line.value("origins", |out| origins_line(out, "", &facts.origins).close_within())
    };
    line.some_words("text", with_text.then(|| document.text.as_str())).close_within();
}

fn write_mention(out: &mut String, mention: &Mention, schema: &Schema) {
    let line = Line::open(out, "")
        .id("doc", mention.document)
        .bare("start", mention.span.start())
        .bare("end", mention.span.end())
        .words("label", schema.name_of(mention.label))
        .some_id("entity", mention.entity);
    let line = if mention.is_metonym { line.bare("metonym", true) } else { line };
    let line = line.some_id("date", mention.date);
    line.some_words("note", Some(&*mention.note).filter(|note| !note.is_empty()))
        .value("by", |out| write_provenance(out, &mention.provenance))
        .close_within();
}

fn write_entity(out: &mut String, entity: &Entity, schema: &Schema) {
    let line = Line::open(out, "")
        .id("id", entity.id)
        .words("label", schema.name_of(entity.label))
        .some_words("name", entity.name.as_deref());
    entities::write_facts(line, &entity.facts).close_within();
}

fn write_relation(out: &mut String, relation: &Relation, schema: &Schema) {
    let kind = schema.relation_type(relation.kind).map_or("", |kind| &kind.name);
    let date = relation.date.as_ref();
    Line::open(out, "")
        .id("doc", relation.document)
        .value("is", |out| {
            Line::open(out, "")
                .id("id", relation.id)
                .words("type", kind)
                .id("from", relation.from)
                .id("to", relation.to)
                .some_words("date", date.map(SaidDate::words))
                .some_id("value", date.and_then(SaidDate::value))
                .some_words("note", Some(&*relation.note).filter(|note| !note.is_empty()))
                .close_within();
        })
        .close_within();
}

fn write_rejection(out: &mut String, rejection: &Rejection, schema: &Schema) {
    let scope = match rejection.scope {
        RejectionScope::Here { document, span } => {
            format!("Here(doc: \"{document}\", start: {}, end: {})", span.start(), span.end())
        }
        RejectionScope::Article { document } => format!("Article(doc: \"{document}\")"),
        RejectionScope::Project => "Project".to_owned(),
    };
    Line::open(out, "")
        .bare("scope", scope)
        .words("label", schema.name_of(rejection.label))
        .words("words", &rejection.words)
        .close_within();
}

fn write_gazetteer(out: &mut String, gazetteer: &Gazetteer) {
    let role = match gazetteer.role {
        GazetteerRole::List => "List",
        GazetteerRole::Own => "Own",
        GazetteerRole::Forgotten => "Forgotten",
    };
    Line::open(out, "")
        .words("name", &gazetteer.name)
        .bare("role", role)
        .bare("is_on", gazetteer.is_on)
        .close_within();
}

/// The names of the one that are not so in the other, and the reverse.
fn difference<'a>(
    before: Option<&'a Gazetteer>,
    after: Option<&'a Gazetteer>,
) -> (Vec<&'a KnownName>, Vec<&'a KnownName>) {
    match (before, after) {
        (Some(before), Some(after)) => {
            // Each way round it names what the two say otherwise, also what only the other has.
            let only = |one: &'a Gazetteer, other: &'a Gazetteer| {
                let mut names = one.names.difference(&other.names);
                names.retain(|name| one.names.get(name.words(), name.label) == Some(name));
                names
            };
            (only(before, after), only(after, before))
        }
        (before, after) => {
            let all =
                |side: Option<&'a Gazetteer>| side.map_or_else(Vec::new, |one| one.names.iter().collect());
            (all(before), all(after))
        }
    }
}

fn write_names(out: &mut String, head: &str, names: &[&KnownName], schema: &Schema) {
    if names.is_empty() {
        return;
    }
    out.push_str(head);
    for (index, name) in names.iter().enumerate() {
        out.push_str(if index == 0 { "" } else { ", " });
        Line::open(out, "")
            .words("words", name.words())
            .words("label", schema.name_of(name.label))
            .some_words("canonical", name.canonical())
            .close_within();
    }
    out.push(']');
}
