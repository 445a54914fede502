//! Label Studio: tasks as JSON, and the labelling interface that shows them. <https://labelstud.io/guide/export>
//!
//! Offsets are code points of the text of the task. Marks are results of type `labels` with our ids; a remark on a mark is its
//! `meta.text`. Of a task with several annotations all are read.

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
    xml::{XmlWriter, replaced_sentence},
};
use crate::{
    model::{Annotated, Colour, Document, Mention, Project, ReadEntity, ReadRelation, Relation, Schema},
    text::OffsetMap,
};
use serde::Serialize;
use serde_json::Value;

pub(super) const FORMAT: Format = Format {
    name: "label-studio",
    about: "Tasks of Label Studio (tasks.json) and the labelling interface for them (config.xml)",
    carries: "marks with notes, relations; all else but rejections and lists of names for the way back, in the task’s data",
    extension: "json",
    shape: Shape::Folder,
    write: Some(write),
    read: Some(read),
    recognises,
    beside: nothing_beside,
};

fn write(project: &Project) -> Export {
    let codes = Codes::of_project(project);
    let mut losses = Losses::of(project, Part::ALL);
    losses.say_names(&codes, project.schema());
    let each = extras::of_each(project, &codes, extras::by_id);
    let tasks: Vec<Task> = each.map(|(document, beside)| task(project, document, &codes, beside)).collect();
    let tasks = File::new("tasks.json", json::lines(std::iter::once(tasks), &mut losses));
    let (config, replaced) = config(project.schema(), &codes);
    if let Some(sentence) = replaced_sentence(replaced) {
        losses.say(format!("in config.xml: {sentence}"));
    }
    Export { files: vec![tasks, File::new("config.xml", config)], losses: losses.into_vec() }
}

fn task<'a>(project: &'a Project, document: &'a Document, codes: &'a Codes, beside: Line<'a>) -> Task<'a> {
    let map = OffsetMap::new(document.text.as_str());
    let mark = |mention: &'a Mention| ResultRecord::Marked {
        id: mention.id.to_string(),
        from_name: "label",
        to_name: "text",
        kind: "labels",
        value: Marked {
            start: map.code_point(mention.span.start()),
            end: map.code_point(mention.span.end()),
            text: document.text.slice(mention.span),
            labels: [codes.label(mention.label)],
        },
        meta: (!mention.note.is_empty()).then(|| Remark { text: [&mention.note] }),
    };
    let tie = |relation: &'a Relation| {
        let kind = project.schema().relation_type(relation.kind);
        ResultRecord::Tied {
            kind: "relation",
            from_id: relation.from.to_string(),
            to_id: relation.to.to_string(),
            direction: if kind.is_some_and(|kind| kind.is_symmetric) { "bi" } else { "right" },
            labels: [codes.relation(relation.kind)],
        }
    };
    let marks = project.mentions_of(document.id).map(mark);
    Task {
        data: Data {
            text: document.text.as_str(),
            title: document.display_title(),
            published: document.facts.published.map(|date| date.to_string()),
            beside,
        },
        annotations: [Annotation {
            result: marks.chain(project.relations_of(document.id).map(tie)).collect(),
        }],
    }
}

/// An article as it is written.
#[derive(Serialize)]
struct Task<'a> {
    data: Data<'a>,
    annotations: [Annotation<'a>; 1],
}

#[derive(Serialize)]
struct Data<'a> {
    text: &'a str,
    title: &'a str,
    published: Option<String>,
    #[serde(rename = "dateline")]
    beside: Line<'a>,
}

#[derive(Serialize)]
struct Annotation<'a> {
    result: Vec<ResultRecord<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum ResultRecord<'a> {
    Marked {
        id: String,
        from_name: &'static str,
        to_name: &'static str,
        #[serde(rename = "type")]
        kind: &'static str,
        value: Marked<'a>,
        #[serde(skip_serializing_if = "Option::is_none")]
        meta: Option<Remark<'a>>,
    },
    Tied {
        #[serde(rename = "type")]
        kind: &'static str,
        from_id: String,
        to_id: String,
        direction: &'static str,
        labels: [&'a str; 1],
    },
}

#[derive(Serialize)]
struct Marked<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    labels: [&'a str; 1],
}

#[derive(Serialize)]
struct Remark<'a> {
    text: [&'a str; 1],
}

/// The labelling interface: the labels with their colours, the relation types, the text.
fn config(schema: &Schema, codes: &Codes) -> (Vec<u8>, usize) {
    let mut xml = XmlWriter::bare();
    xml.open("View", &[]);
    xml.open("Labels", &[("name", "label"), ("toName", "text")]);
    for (id, label) in schema.labels() {
        let Colour { red, green, blue } = label.colour;
        let colour = format!("#{red:02x}{green:02x}{blue:02x}");
        let key = label.key.map(String::from);
        let mut attributes = vec![("value", codes.label(id)), ("background", colour.as_str())];
        attributes.extend(key.as_deref().map(|key| ("hotkey", key)));
        attributes.push(("hint", &label.definition));
        xml.empty("Label", &attributes);
    }
    xml.close();
    xml.open("Relations", &[]);
    for (id, _) in schema.relation_types() {
        xml.empty("Relation", &[("value", codes.relation(id))]);
    }
    xml.close();
    xml.empty("Header", &[("value", "$title")]);
    xml.empty("Text", &[("name", "text"), ("value", "$text"), ("granularity", "word")]);
    xml.finish()
}

fn recognises(looked: &Looked<'_>) -> bool {
    looked.heads().iter().any(is_task)
}

/// Data with a text, and a list of annotations or guesses.
fn is_task(task: &Value) -> bool {
    let has_results = |one: &Value| one.get("result").is_some_and(Value::is_array);
    let is_list =
        |key: &str| task.get(key).and_then(Value::as_array).is_some_and(|all| all.iter().all(has_results));
    let is_any = is_list("annotations") || is_list("completions") || is_list("predictions");
    is_any && texts_of(task).next().is_some()
}

/// All results of a task, of its annotations first.
fn results_of(task: &Value) -> impl Iterator<Item = &Value> {
    let lists = ["annotations", "completions", "predictions"].into_iter();
    let of_first_filled = lists
        .filter_map(|key| task.get(key)?.as_array())
        .find(|all| all.iter().any(|one| one.get("result").and_then(Value::as_array).is_some()));
    of_first_filled
        .into_iter()
        .flatten()
        .filter(|one| one.get("was_cancelled") != Some(&Value::Bool(true)))
        .filter_map(|one| one.get("result")?.as_array())
        .flatten()
}

/// What may be the text of a task: `text` first, then any other.
fn texts_of(task: &Value) -> impl Iterator<Item = &str> {
    let data = task.get("data").and_then(Value::as_object);
    let named = data.and_then(|data| data.get("text")).and_then(Value::as_str);
    let others = data.into_iter().flatten().filter(|(key, _)| *key != "text");
    named.into_iter().chain(others.filter_map(|(_, value)| value.as_str()))
}

fn read(files: &[File]) -> Result<Imported, ReadError> {
    json::read_each(files, article)
}

fn article(
    task: &Value,
    entities: &mut Vec<ReadEntity>,
    warnings: &mut Warnings,
) -> Result<Annotated, String> {
    let items: Vec<Item> = results_of(task).flat_map(items).collect();
    // The text in which most of the quoted words stand.
    let fit =
        |text: &str| items.iter().filter(|item| item.quote.is_some_and(|quote| text.contains(quote))).count();
    let text = texts_of(task).enumerate().max_by_key(|(place, text)| (fit(text), std::cmp::Reverse(*place)));
    let (_, text) = text.ok_or("the task has no text")?;
    let name = json::string(task.get("id"));
    let of = if name.is_empty() { name } else { format!("task {name}") };
    let others = results_of(task).filter(|result| {
        let kind = result.get("type").and_then(Value::as_str).unwrap_or_default();
        kind != "relation" && items_of_kind(result).is_none()
    });
    let others = others.count();
    if others > 0 {
        warnings.add(format!("{of}: {others} results are no marked words and were left out"));
    }
    let beside = task.get("data").and_then(|data| data.get(extras::KEY));
    let unit = (Unit::CodePoints, beside.is_some());
    let mut article = simple::article(text, unit, &items, &of, warnings)?;
    article.relations = results_of(task).filter_map(relation).collect();
    let fact = |key: &str| json::string(task.get("data").and_then(|data| data.get(key)));
    article.facts.title = fact("title");
    article.facts.published = fact("published").parse().ok();
    let kept = extras::Kept { notes: true, relations: true };
    extras::join(beside, kept, &mut article, entities);
    Ok(article)
}

/// The labels of a result that marks words.
fn items_of_kind(result: &Value) -> Option<&Vec<Value>> {
    let value = result.get("value")?.as_object()?;
    let is_span = json::offset(value.get("start")).is_some() && json::offset(value.get("end")).is_some();
    let labels = value.iter().find(|(key, _)| key.ends_with("labels"))?.1.as_array()?;
    is_span.then_some(labels)
}

/// A result has several labels where the interface lets one choose several.
fn items(result: &Value) -> Vec<Item<'_>> {
    let (Some(labels), Some(value)) = (items_of_kind(result), result.get("value")) else {
        return Vec::new();
    };
    let note = result.get("meta").and_then(|meta| meta.get("text"));
    let note = match note {
        Some(Value::Array(lines)) => lines.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n"),
        note => json::string(note),
    };
    let id = json::string(result.get("id"));
    let item = |(place, label): (usize, &Value)| Item {
        start: json::offset(value.get("start")).unwrap_or_default(),
        end: json::offset(value.get("end")).unwrap_or_default(),
        label: json::string(Some(label)),
        quote: value.get("text").and_then(Value::as_str),
        id: if place == 0 { id.clone() } else { String::new() },
        note: note.clone(),
    };
    labels.iter().enumerate().map(item).collect()
}

fn relation(result: &Value) -> Option<ReadRelation> {
    if result.get("type")?.as_str()? != "relation" {
        return None;
    }
    let (mut from, mut to) = (json::string(result.get("from_id")), json::string(result.get("to_id")));
    if result.get("direction").and_then(Value::as_str) == Some("left") {
        std::mem::swap(&mut from, &mut to);
    }
    let label = result.get("labels").and_then(Value::as_array).and_then(|all| all.first());
    let kind = json::string(label);
    let kind = if kind.is_empty() { "related to".to_owned() } else { kind };
    Some(ReadRelation { kind, from, to, ..ReadRelation::default() })
}
