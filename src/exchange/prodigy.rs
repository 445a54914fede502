//! Prodigy: a JSON line a task, as `spans.manual` and `rel.manual` read and write. <https://prodi.gy/docs/api-interfaces>
//!
//! Offsets are code points; tokens are numbered, and `token_end` is the last token, not the one after. Tasks that were
//! answered with `reject` or `ignore` are read as articles without their marks.

use super::{
    Export, File, Format, Imported, ReadError, Shape,
    codes::Codes,
    extras, json,
    jsonl::Line,
    losses::{Losses, Part},
    nothing_beside,
    pieces::pieces,
    placing::Unit,
    recognise::Looked,
    simple::{self, Item},
    warnings::Warnings,
};
use crate::{
    model::{Annotated, Document, Mention, Project, ReadEntity, ReadRelation, Relation},
    text::{OffsetMap, Span},
};
use serde::Serialize;
use serde_json::Value;

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
    let mut losses = Losses::of(project, Part::ALL);
    losses.say_names(&codes, project.schema());
    let records = extras::of_each(project, &codes, extras::by_id)
        .map(|(document, beside)| Task::new(project, document, &codes).record(beside));
    let bytes = json::lines(records, &mut losses);
    Export { files: vec![File::new("project.jsonl", bytes)], losses: losses.into_vec() }
}

/// One article with its tokens.
struct Task<'a> {
    project: &'a Project,
    document: &'a Document,
    codes: &'a Codes,
    map: OffsetMap<'a>,
    /// Invariant: in order, none across another.
    tokens: Vec<Span>,
}

impl<'a> Task<'a> {
    fn new(project: &'a Project, document: &'a Document, codes: &'a Codes) -> Self {
        let marks: Vec<Span> = project.mentions_of(document.id).map(|mention| mention.span).collect();
        let tokens: Vec<Span> = pieces(&document.text, &marks).concat();
        Self { project, document, codes, map: OffsetMap::new(document.text.as_str()), tokens }
    }

    fn record(&self, beside: Line<'a>) -> Record<'a> {
        let facts = &self.document.facts;
        let span = |mention: &'a Mention| SpanRecord {
            id: Some(mention.id.to_string()),
            text: Some(self.document.text.slice(mention.span)),
            ..self.span(mention)
        };
        Record {
            text: self.document.text.as_str(),
            tokens: self.tokens(),
            spans: self.project.mentions_of(self.document.id).map(span).collect(),
            relations: self.relations(),
            answer: "accept",
            meta: Meta {
                title: self.document.display_title(),
                published: facts.published.map(|day| day.to_string()),
            },
            beside,
        }
    }

    fn tokens(&self) -> Vec<TokenRecord<'a>> {
        let words = &self.document.text;
        let token = |(id, token): (usize, &Span)| TokenRecord {
            text: words.slice(*token),
            start: self.map.code_point(token.start()),
            end: self.map.code_point(token.end()),
            id,
            ws: words.get(token.end()..words.byte_count()).starts_with(' '),
        };
        self.tokens.iter().enumerate().map(token).collect()
    }

    /// A mark that begins or ends within white space has no tokens.
    fn span(&self, mention: &Mention) -> SpanRecord<'a> {
        let span = mention.span;
        let first = self.tokens.binary_search_by_key(&span.start(), |token| token.start()).ok();
        let last = self.tokens.binary_search_by_key(&span.end(), |token| token.end()).ok();
        let tokens = first.zip(last);
        SpanRecord {
            start: self.map.code_point(span.start()),
            end: self.map.code_point(span.end()),
            label: self.codes.label(mention.label),
            token_start: tokens.map(|(first, _)| first),
            token_end: tokens.map(|(_, last)| last),
            id: None,
            text: None,
        }
    }

    fn relations(&self) -> Vec<RelationRecord<'a>> {
        let end = |id| self.project.mention(id).map(|mention| self.span(mention));
        let relation = |one: &Relation| {
            let (head_span, child_span) = (end(one.from)?, end(one.to)?);
            Some(RelationRecord {
                head: head_span.token_end,
                child: child_span.token_end,
                head_span,
                child_span,
                head_id: one.from.to_string(),
                child_id: one.to.to_string(),
                label: self.codes.relation(one.kind),
            })
        };
        self.project.relations_of(self.document.id).filter_map(relation).collect()
    }
}

/// A task as it is written.
#[derive(Serialize)]
struct Record<'a> {
    text: &'a str,
    tokens: Vec<TokenRecord<'a>>,
    spans: Vec<SpanRecord<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    relations: Vec<RelationRecord<'a>>,
    answer: &'static str,
    meta: Meta<'a>,
    #[serde(rename = "dateline")]
    beside: Line<'a>,
}

#[derive(Serialize)]
struct Meta<'a> {
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<String>,
}

#[derive(Serialize)]
struct TokenRecord<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    id: usize,
    /// Whether a blank follows.
    ws: bool,
}

#[derive(Serialize)]
struct SpanRecord<'a> {
    start: usize,
    end: usize,
    label: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    token_start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    token_end: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

#[derive(Serialize)]
struct RelationRecord<'a> {
    /// The last token of each end.
    head: Option<usize>,
    child: Option<usize>,
    head_span: SpanRecord<'a>,
    child_span: SpanRecord<'a>,
    head_id: String,
    child_id: String,
    label: &'a str,
}

fn recognises(looked: &Looked<'_>) -> bool {
    looked.heads().iter().any(is_task)
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
