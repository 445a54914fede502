//! spaCy: a JSON line an article, as `spacy convert` and a few lines of Python take them. <https://spacy.io/api/data-formats>
//!
//! `entities` holds what may be entities of one `Doc`, which may not overlap: `[start, end, label]` in code points. Where marks
//! overlap, `spans` has all of them, as a span group of the name that the span categorizer uses. Reads these lines, spaCy's older
//! `["text", {"entities": …}]`, and what displaCy takes.

use super::{
    Export, File, Format, Imported, ReadError, Shape,
    codes::Codes,
    extras, json,
    jsonl::Line,
    losses::{Losses, Part},
    nothing_beside,
    pieces::fitting,
    placing::Unit,
    recognise::Looked,
    simple::{self, Item},
    warnings::Warnings,
};
use crate::{
    model::{Annotated, Mention, Project, ReadEntity},
    text::OffsetMap,
};
use serde::Serialize;
use serde_json::Value;

pub(super) const FORMAT: Format = Format {
    name: "spacy",
    about: "JSON lines for spaCy: text, entities, and spans where marks overlap",
    carries: "marks; all else but rejections and lists of names for the way back, under “dateline”",
    extension: "jsonl",
    shape: Shape::OneFile,
    write: Some(write),
    read: Some(read),
    recognises,
    beside: nothing_beside,
};

/// The span group that spaCy's span categorizer reads where nothing else is said.
const GROUP: &str = "sc";

fn write(project: &Project) -> Export {
    let codes = Codes::of_project(project);
    let mut losses = Losses::of(project, Part::ALL);
    let mut overlapping = 0;
    let records = extras::of_each(project, &codes, extras::by_id).map(|(document, beside)| {
        let map = OffsetMap::new(document.text.as_str());
        let place = |mention: &Mention| {
            let (start, end) = (mention.span.start(), mention.span.end());
            (map.code_point(start), map.code_point(end), codes.label(mention.label))
        };
        let flat = fitting(project, document, false);
        let left = project.mention_count_of(document.id) - flat.marks.len();
        overlapping += left;
        let span = |mention: &Mention| {
            let (start, end, label) = place(mention);
            SpanRecord { start, end, label, id: mention.id.to_string() }
        };
        Record {
            text: document.text.as_str(),
            entities: flat.marks.iter().map(|(_, mention)| place(mention)).collect(),
            spans: (left > 0).then(|| Groups { sc: project.mentions_of(document.id).map(span).collect() }),
            beside,
        }
    });
    let bytes = json::lines(records, &mut losses);
    if overlapping > 0 {
        losses.say(format!(
            "in “spans” only, since entities of spaCy may not overlap: {overlapping} of the marks"
        ));
    }
    losses.say_names(&codes, project.schema());
    Export { files: vec![File::new("project.jsonl", bytes)], losses: losses.into_vec() }
}

/// An article.
#[derive(Serialize)]
struct Record<'a> {
    text: &'a str,
    entities: Vec<(usize, usize, &'a str)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    spans: Option<Groups<'a>>,
    #[serde(rename = "dateline")]
    beside: Line<'a>,
}

/// Groups of spans, by name: [`GROUP`] alone.
#[derive(Serialize)]
struct Groups<'a> {
    sc: Vec<SpanRecord<'a>>,
}

#[derive(Serialize)]
struct SpanRecord<'a> {
    start: usize,
    end: usize,
    label: &'a str,
    id: String,
}

fn recognises(looked: &Looked<'_>) -> bool {
    looked.heads().iter().any(is_ours)
}

fn is_ours(record: &Value) -> bool {
    let has_list = |record: &Value, key: &str, holds: fn(&Value) -> bool| {
        record.get(key).and_then(Value::as_array).is_some_and(|all| all.iter().all(holds))
    };
    let is_triple = |value: &Value| value.as_array().is_some_and(|all| all.len() >= 3);
    let is_object = |value: &Value| value.get("start").is_some() && value.get("label").is_some();
    if let Some([Value::String(_), facts @ Value::Object(_)]) = record.as_array().map(Vec::as_slice) {
        return facts.get("entities").is_some_and(Value::is_array);
    }
    record.get("text").is_some_and(Value::is_string)
        && (has_list(record, "entities", is_triple) && record.get("relations").is_none()
            || has_list(record, "ents", is_object))
}

fn read(files: &[File]) -> Result<Imported, ReadError> {
    json::read_each(files, article)
}

fn article(
    value: &Value,
    entities: &mut Vec<ReadEntity>,
    warnings: &mut Warnings,
) -> Result<Annotated, String> {
    let (text, facts) = match value.as_array().map(Vec::as_slice) {
        Some([Value::String(text), facts, ..]) => (text.as_str(), facts),
        _ => (value.get("text").and_then(Value::as_str).ok_or("there is no “text”")?, value),
    };
    let groups = facts.get("spans").and_then(Value::as_object);
    let grouped = groups.and_then(|groups| groups.get(GROUP).or_else(|| groups.values().next()));
    let list = grouped.or_else(|| facts.get("entities")).or_else(|| facts.get("ents"));
    let mut items = Vec::new();
    for one in list.and_then(Value::as_array).into_iter().flatten() {
        match item(one) {
            Some(item) => items.push(item),
            None => warnings.add(format!("{one} is no mark and was left out")),
        }
    }
    let mut article =
        simple::article(text, (Unit::CodePoints, facts.get(extras::KEY).is_some()), &items, "", warnings)?;
    extras::join(facts.get(extras::KEY), extras::Kept::default(), &mut article, entities);
    Ok(article)
}

/// `[start, end, label]` or `{"start": …, "end": …, "label": …}`.
fn item(value: &Value) -> Option<Item<'_>> {
    let (start, end, label, id) = match value {
        Value::Array(all) => (all.first(), all.get(1), all.get(2), None),
        one => (one.get("start"), one.get("end"), one.get("label"), one.get("id")),
    };
    Some(Item {
        start: json::offset(start)?,
        end: json::offset(end)?,
        label: label?.as_str()?.to_owned(),
        id: json::string(id),
        ..Item::default()
    })
}
