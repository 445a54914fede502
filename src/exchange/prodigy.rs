//! Prodigy: a JSON line a task, as `spans.manual` and `rel.manual` read and write. <https://prodi.gy/docs/api-interfaces>
//!
//! Offsets are code points; tokens are numbered, and `token_end` is the last token, not the one after. Tasks that were
//! answered with `reject` or `ignore` are read as articles without their marks.

use super::{
    Export, File, Format, Imported, ReadError, Shape,
    codes::Codes,
    extras, json,
    losses::{Losses, Part},
    nothing_beside,
    pieces::pieces,
    placing::Unit,
    simple::{self, Item},
    warnings::Warnings,
};
use crate::{
    model::{Annotated, Document, Project, ReadEntity, ReadRelation},
    text::{OffsetMap, Span},
};
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub(super) const FORMAT: Format = Format {
    name: "prodigy",
    about: "JSON lines of Prodigy tasks, accepted",
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
    let mut bytes = Vec::new();
    for (place, document) in project.documents().enumerate() {
        let mut task = Task::new(project, document, &codes).record();
        if place == 0
            && let Some(beside) = task.get_mut(extras::KEY)
        {
            extras::add_unmarked(project, beside);
        }
        bytes.extend(task.to_string().into_bytes());
        bytes.push(b'\n');
    }
    let mut losses = Losses::of(project, Part::ALL);
    losses.say_names(&codes, project.schema());
    Export { files: vec![File::new("project.jsonl", bytes)], losses: losses.into_vec() }
}

/// One article as it is written.
struct Task<'a> {
    project: &'a Project,
    document: &'a Document,
    codes: &'a Codes,
    map: OffsetMap<'a>,
    tokens: Vec<Span>,
    starts: BTreeMap<usize, usize>,
    ends: BTreeMap<usize, usize>,
}

impl<'a> Task<'a> {
    fn new(project: &'a Project, document: &'a Document, codes: &'a Codes) -> Self {
        let marks: Vec<Span> = project.mentions_of(document.id).map(|mention| mention.span).collect();
        let tokens: Vec<Span> = pieces(&document.text, &marks).concat();
        let starts = tokens.iter().enumerate().map(|(number, token)| (token.start(), number)).collect();
        let ends = tokens.iter().enumerate().map(|(number, token)| (token.end(), number)).collect();
        Self { project, document, codes, map: OffsetMap::new(document.text.as_str()), tokens, starts, ends }
    }

    fn record(&self) -> Value {
        let mentions = || self.project.mentions_of(self.document.id);
        let spans: Vec<Value> = mentions()
            .map(|mention| {
                let mut span = self.span(mention.span, self.codes.label(mention.label));
                json::set(&mut span, "id", mention.id.to_string());
                json::set(&mut span, "text", self.document.text.slice(mention.span));
                span
            })
            .collect();
        let mut meta = json!({ "title": self.document.display_title() });
        if let Some(published) = self.document.facts.published {
            json::set(&mut meta, "published", published.to_string());
        }
        let mut record = json!({
            "text": self.document.text.as_str(),
            "tokens": self.tokens(),
            "spans": spans,
            "answer": "accept",
            "meta": meta,
            extras::KEY: extras::of(self.project, self.document, self.codes, |_| String::new()),
        });
        let relations = self.relations();
        if !relations.is_empty() {
            json::set(&mut record, "relations", relations);
        }
        record
    }

    fn tokens(&self) -> Vec<Value> {
        let words = &self.document.text;
        let token = |(number, token): (usize, &Span)| {
            json!({
                "text": words.slice(*token),
                "start": self.map.code_point(token.start()),
                "end": self.map.code_point(token.end()),
                "id": number,
                "ws": words.get(token.end()..words.byte_count()).starts_with(' '),
            })
        };
        self.tokens.iter().enumerate().map(token).collect()
    }

    /// A mark that begins or ends within white space has no tokens.
    fn span(&self, span: Span, label: &str) -> Value {
        let (start, end) = (self.map.code_point(span.start()), self.map.code_point(span.end()));
        let mut value = json!({ "start": start, "end": end, "label": label });
        if let Some((first, last)) = self.starts.get(&span.start()).zip(self.ends.get(&span.end())) {
            json::set(&mut value, "token_start", *first);
            json::set(&mut value, "token_end", *last);
        }
        value
    }

    fn relations(&self) -> Vec<Value> {
        let end = |id| self.project.mention(id).map(|m| self.span(m.span, self.codes.label(m.label)));
        let relation = |one: &crate::model::Relation| {
            let (head, child) = (end(one.from)?, end(one.to)?);
            Some(json!({
                "head": head.get("token_end").cloned(),
                "child": child.get("token_end").cloned(),
                "head_span": head,
                "child_span": child,
                "head_id": one.from.to_string(),
                "child_id": one.to.to_string(),
                "label": self.codes.relation(one.kind),
            }))
        };
        self.project.relations_of(self.document.id).filter_map(relation).collect()
    }
}

fn recognises(file: &File) -> bool {
    json::heads(&file.bytes).iter().any(is_task)
}

fn is_task(record: &Value) -> bool {
    let has_spans = record.get("spans").and_then(Value::as_array).is_some_and(|all| {
        all.first().is_some_and(|span| span.get("start").is_some() && span.get("label").is_some())
    });
    let is_answered = record.get("answer").is_some_and(Value::is_string)
        && (record.get("tokens").is_some() || record.get("_task_hash").is_some());
    record.get("text").is_some_and(Value::is_string) && (has_spans || is_answered)
}

fn read(files: &[File]) -> Result<Imported, ReadError> {
    let mut refused = 0;
    let mut imported =
        json::read_each(files, |value, entities, warnings| article(value, entities, &mut refused, warnings))?;
    if refused > 0 {
        imported
            .warnings
            .push(format!("{refused} tasks were rejected or ignored: their marks were left out"));
    }
    Ok(imported)
}

fn article(
    value: &Value,
    entities: &mut Vec<ReadEntity>,
    refused: &mut usize,
    warnings: &mut Warnings,
) -> Result<Annotated, String> {
    let text = value.get("text").and_then(Value::as_str).ok_or("there is no “text”")?;
    let is_refused = value.get("answer").and_then(Value::as_str).is_some_and(|answer| answer != "accept");
    let list = |key: &str| value.get(key).and_then(Value::as_array).into_iter().flatten();
    let mut items = Vec::new();
    for (number, one) in list("spans").enumerate() {
        match item(one, number) {
            Some(_) if is_refused => {}
            Some(item) => items.push(item),
            None => warnings.add(format!("{one} is no span and was left out")),
        }
    }
    *refused += usize::from(is_refused && list("spans").next().is_some());
    let mut article =
        simple::article(text, (Unit::CodePoints, value.get(extras::KEY).is_some()), &items, "", warnings)?;
    if !is_refused {
        article.relations = list("relations").filter_map(|one| relation(one, &items)).collect();
    }
    let fact = |key: &str| json::string(value.get("meta").and_then(|meta| meta.get(key)));
    article.facts.title = fact("title");
    article.facts.published = fact("published").parse().ok();
    let kept = extras::Kept { relations: true, ..extras::Kept::default() };
    extras::join(value.get(extras::KEY), kept, &mut article, entities);
    Ok(article)
}

fn item(value: &Value, number: usize) -> Option<Item<'_>> {
    let id = json::string(value.get("id"));
    Some(Item {
        start: json::offset(value.get("start"))?,
        end: json::offset(value.get("end"))?,
        label: value.get("label")?.as_str()?.to_owned(),
        quote: value.get("text").and_then(Value::as_str),
        id: if id.is_empty() { format!("span {number}") } else { id },
        ..Item::default()
    })
}

/// The ends are found by their ids, else by their places.
fn relation(value: &Value, items: &[Item<'_>]) -> Option<ReadRelation> {
    let end = |which: &str| {
        let id = json::string(value.get(format!("{which}_id")));
        if items.iter().any(|item| item.id == id) {
            return Some(id);
        }
        let span = value.get(format!("{which}_span"))?;
        let (start, end) = (json::offset(span.get("start"))?, json::offset(span.get("end"))?);
        items.iter().find(|item| (item.start, item.end) == (start, end)).map(|item| item.id.clone())
    };
    let kind = value.get("label")?.as_str()?.to_owned();
    Some(ReadRelation { kind, from: end("head")?, to: end("child")?, ..ReadRelation::default() })
}
