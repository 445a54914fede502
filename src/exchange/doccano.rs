//! doccano: a JSON line an article, for sequence labelling. <https://doccano.github.io/doccano/>
//!
//! Two shapes: `label` with `[start, end, label]`, and, for projects with relations, `entities` and `relations` that name each
//! other by numbers. The second is written where there are relations. Offsets are code points, though doccano's own pages count
//! UTF-16 units: texts with emoji look shifted there.

use super::{
    Export, File, Format, Imported, ReadError, Shape,
    codes::Codes,
    extras, json,
    jsonl::Line,
    losses::{Losses, Part},
    nothing_beside,
    placing::Unit,
    recognise::Looked,
    simple::{self, Item},
    warnings::Warnings,
};
use crate::{
    model::{Annotated, Document, Mention, MentionId, Project, ReadEntity, ReadRelation, Relation},
    text::OffsetMap,
};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

pub(super) const FORMAT: Format = Format {
    name: "doccano",
    about: "JSON lines of doccano, with relations if there are any",
    carries: "marks and relations; all else but rejections and lists of names for the way back, under “dateline”",
    extension: "jsonl",
    shape: Shape::OneFile,
    write: Some(write),
    read: Some(read),
    recognises,
    beside: nothing_beside,
};

fn write(project: &Project) -> Export {
    let codes = Codes::of_project(project);
    let numbers: BTreeMap<MentionId, usize> =
        project.mentions().zip(1..).map(|(mention, number)| (mention.id, number)).collect();
    let number = |id: MentionId| numbers.get(&id).copied().unwrap_or_default();
    let mut losses = Losses::of(project, Part::ALL);
    losses.say_names(&codes, project.schema());
    let has_relations = project.relation_count() > 0;
    let mut relation_numbers = 1..;
    let each = extras::of_each(project, &codes, |mention| number(mention.id).to_string());
    let records = each.zip(1..).map(|((document, beside), id)| {
        let map = OffsetMap::new(document.text.as_str());
        let mentions = || project.mentions_of(document.id);
        let relation = |(one, id): (&Relation, usize)| RelationRecord {
            id,
            from_id: number(one.from),
            to_id: number(one.to),
            kind: codes.relation(one.kind),
        };
        Record {
            id,
            text: document.text.as_str(),
            label: (!has_relations)
                .then(|| mentions().map(|mention| triple(&map, &codes, mention)).collect()),
            entities: has_relations
                .then(|| mentions().map(|one| entity(&map, &codes, one, number(one.id))).collect()),
            relations: has_relations.then(|| {
                project.relations_of(document.id).zip(relation_numbers.by_ref()).map(relation).collect()
            }),
            beside,
        }
    });
    let bytes = json::lines(records, &mut losses);
    let is_astral = |document: &&Document| document.text.as_str().chars().any(|c| c.len_utf16() > 1);
    let astral = project.documents().filter(is_astral).count();
    if astral > 0 {
        losses.say(format!(
            "doccano’s own pages show marks too far left behind emoji ({astral} articles have some); the file is right"
        ));
    }
    Export { files: vec![File::new("project.jsonl", bytes)], losses: losses.into_vec() }
}

/// An article.
#[derive(Serialize)]
struct Record<'a> {
    id: usize,
    text: &'a str,
    /// Where there are no relations in the project.
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<Vec<(usize, usize, &'a str)>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entities: Option<Vec<EntityRecord<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    relations: Option<Vec<RelationRecord<'a>>>,
    #[serde(rename = "dateline")]
    beside: Line<'a>,
}

#[derive(Serialize)]
struct EntityRecord<'a> {
    id: usize,
    label: &'a str,
    start_offset: usize,
    end_offset: usize,
}

#[derive(Serialize)]
struct RelationRecord<'a> {
    id: usize,
    from_id: usize,
    to_id: usize,
    #[serde(rename = "type")]
    kind: &'a str,
}

fn triple<'a>(map: &OffsetMap<'_>, codes: &'a Codes, mention: &Mention) -> (usize, usize, &'a str) {
    let (start, end) = (mention.span.start(), mention.span.end());
    (map.code_point(start), map.code_point(end), codes.label(mention.label))
}

fn entity<'a>(map: &OffsetMap<'_>, codes: &'a Codes, mention: &Mention, id: usize) -> EntityRecord<'a> {
    let (start_offset, end_offset, label) = triple(map, codes, mention);
    EntityRecord { id, label, start_offset, end_offset }
}

fn recognises(looked: &Looked<'_>) -> bool {
    looked.heads().iter().any(is_ours)
}

/// A text and a list of its marks. Which columns they are may be chosen in doccano: then they are found by what they hold.
fn is_ours(record: &Value) -> bool {
    let Some(fields) = record.as_object() else {
        return false;
    };
    let has_labels = fields.iter().any(|(key, value)| is_label_key(key) && is_triples(value));
    if text_of(record).is_none() {
        // A record that lost its text is told of by its line.
        return has_labels && !fields.values().any(Value::is_string);
    }
    let is_entity = |value: &Value| value.get("start_offset").is_some() && value.get("label").is_some();
    let has =
        |key: &str| record.get(key).and_then(Value::as_array).is_some_and(|all| all.iter().any(is_entity));
    let has_relations =
        fields.contains_key("relations") && fields.get("entities").is_some_and(Value::is_array);
    has_labels || has("entities") || has("annotations") || has_relations && record.get("spans").is_none()
}

fn is_label_key(key: &str) -> bool {
    key == "label" || key == "labels" || key.ends_with("_label") || key.ends_with("_labels")
}

fn is_triples(value: &Value) -> bool {
    let is_triple = |one: &Value| matches!(one.as_array().map(Vec::as_slice), Some([start, end, label]) if start.is_u64() && end.is_u64() && !label.is_array());
    value.as_array().is_some_and(|all| all.iter().all(is_triple))
}

fn text_of(record: &Value) -> Option<&str> {
    let named = record.get("text").or_else(|| record.get("data")).and_then(Value::as_str);
    named.or_else(|| {
        let has_labels =
            record.as_object()?.iter().any(|(key, value)| is_label_key(key) && is_triples(value));
        let mut texts = record.as_object()?.iter().filter_map(|(_, value)| value.as_str());
        // Of several no one can say which it is.
        texts.next().filter(|_| has_labels && texts.next().is_none())
    })
}

fn read(files: &[File]) -> Result<Imported, ReadError> {
    json::read_each(files, article)
}

fn article(
    value: &Value,
    entities: &mut Vec<ReadEntity>,
    warnings: &mut Warnings,
) -> Result<Annotated, String> {
    let text = text_of(value).ok_or("there is no “text”")?;
    let fields = value.as_object().ok_or("this is no record")?;
    let labels =
        fields.iter().filter(|(key, value)| is_label_key(key) && value.is_array()).map(|(_, value)| value);
    let objects = ["entities", "annotations"].into_iter().filter_map(|key| value.get(key));
    let mut items = Vec::new();
    for one in labels.chain(objects).filter_map(Value::as_array).flatten() {
        match item(one) {
            Some(item) => items.push(item),
            None => warnings.add(format!("{one} is no mark and was left out")),
        }
    }
    let mut article =
        simple::article(text, (Unit::CodePoints, value.get(extras::KEY).is_some()), &items, "", warnings)?;
    let relations = value.get("relations").and_then(Value::as_array);
    article.relations = relations.into_iter().flatten().filter_map(relation).collect();
    let kept = extras::Kept { relations: true, ..extras::Kept::default() };
    extras::join(value.get(extras::KEY), kept, &mut article, entities);
    Ok(article)
}

fn item(value: &Value) -> Option<Item<'_>> {
    let (start, end, label, id) = match value {
        Value::Array(all) => (all.first(), all.get(1), all.get(2), None),
        one => (one.get("start_offset"), one.get("end_offset"), one.get("label"), one.get("id")),
    };
    let label = json::string(label);
    let (start, end) = (json::offset(start)?, json::offset(end)?);
    (!label.is_empty()).then(|| Item { start, end, label, id: json::string(id), ..Item::default() })
}

fn relation(value: &Value) -> Option<ReadRelation> {
    let (from, to) = (json::string(value.get("from_id")), json::string(value.get("to_id")));
    let kind = value.get("type")?.as_str()?.to_owned();
    Some(ReadRelation { kind, from, to, ..ReadRelation::default() })
}
