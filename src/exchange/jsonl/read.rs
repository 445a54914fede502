//! The reader.

use super::{
    more,
    wire::{EntityLine, KnownLine, Line, MentionLine, RelationLine},
};
use crate::{
    exchange::{
        File, Imported, ReadError, json,
        placing::{Asked, RawText, Unit},
        warnings::Warnings,
    },
    model::{
        Annotated, Date, EntityFacts, Facts, Meaning, PartialDate, Provenance, ReadEntity, ReadMark,
        ReadRelation, ReadRole, SaidDate, Score,
    },
};
use serde::Deserialize;
use serde_json::Value;
use std::borrow::Cow;

pub(super) fn read(files: &[File]) -> Result<Imported, ReadError> {
    json::read_each(files, article)
}

fn article(
    value: &Value,
    entities: &mut Vec<ReadEntity>,
    warnings: &mut Warnings,
) -> Result<Annotated, String> {
    if !value.get("text").is_some_and(Value::is_string) {
        return Err("there is no “text”".to_owned());
    }
    let mut line = Line::deserialize(value).map_err(|error| error.to_string())?;
    let (text, spans) = (line.text.take().unwrap_or_default(), line.spans.take().unwrap_or_default());
    let raw = RawText::new(&text).ok_or("the text is too long")?;
    let mut article = Annotated::new(raw.text().clone());
    if line.published.as_deref().is_some_and(|day| day.parse::<Date>().is_err()) {
        warnings.add(format!("{}: the publication date is no date", line.id));
    }
    apply_facts(&mut article, &mut line);
    let is_whole = !line.mentions.is_empty() || spans.is_empty();
    let asked: Vec<Asked> = if is_whole {
        line.mentions.iter().map(asked_of).collect()
    } else {
        spans.iter().map(|(start, end, _)| Asked { start: *start, end: *end, quote: None }).collect()
    };
    let placed = raw.place(Unit::CodePoints, &asked);
    warnings.add_all(&article.id, placed.warnings);
    for (place, span) in placed.spans.into_iter().enumerate() {
        match span {
            Ok(span) if is_whole => {
                article.marks.extend(line.mentions.get(place).map(|mention| mark(span, mention)));
            }
            Ok(span) => {
                article
                    .marks
                    .extend(spans.get(place).map(|(_, _, label)| ReadMark::new(span, label.clone())));
            }
            Err(why) => warnings.add_all(&article.id, [format!("a mark was left out: {why}")]),
        }
    }
    article.relations = line.relations.into_iter().map(relation).collect();
    entities.extend(line.entities.into_iter().map(entity));
    Ok(article)
}

/// Takes what is known of an article beside its words out of a line.
pub(in crate::exchange) fn apply_facts<'a>(article: &mut Annotated, line: &mut Line<'a>) {
    let taken = |words: &mut Cow<'a, str>| std::mem::take(words).into_owned();
    article.id = taken(&mut line.id);
    article.facts = Facts {
        title: taken(&mut line.title),
        published: line.published.as_deref().and_then(|day| day.parse().ok()),
        language: taken(&mut line.language),
        ..Facts::default()
    };
    more::apply(line.more.take(), &mut article.facts);
    article.source = taken(&mut line.source);
    let encoding = taken(&mut line.encoding);
    if !encoding.is_empty() {
        article.encoding = encoding;
    }
}

fn asked_of<'a>(mention: &'a MentionLine<'_>) -> Asked<'a> {
    let quote = (!mention.text.is_empty()).then_some(mention.text.as_ref());
    Asked { start: mention.start, end: mention.end, quote }
}

fn mark(span: crate::text::Span, mention: &MentionLine<'_>) -> ReadMark {
    ReadMark {
        id: mention.id.clone(),
        span,
        label: mention.label.clone().into_owned(),
        meaning: mention.entity.clone().map_or(Meaning::Nothing, Meaning::Entity),
        is_metonym: mention.metonym,
        date: mention.date.as_deref().and_then(|date| date.parse().ok()),
        note: mention.note.clone().into_owned(),
        provenance: provenance(&mention.source, mention.score),
    }
}

/// `by hand`, `accepted from rules, 0.93`, `imported from brat`.
pub(in crate::exchange) fn provenance(words: &str, score: Option<f64>) -> Option<Provenance> {
    if words == "by hand" {
        return Some(Provenance::ByHand);
    }
    if let Some(from) = words.strip_prefix("imported from ") {
        return Some(Provenance::Imported { from: from.into() });
    }
    let (suggester, rounded) = words.strip_prefix("accepted from ")?.rsplit_once(", ")?;
    let score: f64 = score.or_else(|| rounded.parse().ok())?;
    let score = Score::from_thousandths((score * 1000.0).round() as u16);
    Some(Provenance::Accepted { suggester: suggester.into(), score })
}

pub(in crate::exchange) fn relation(line: RelationLine<'_>) -> ReadRelation {
    let value = line.value.and_then(|value| value.parse().ok());
    ReadRelation {
        id: line.id,
        kind: line.kind.into_owned(),
        from: line.from,
        to: line.to,
        date: line.date.and_then(|words| SaidDate::new(&words, value)),
        note: line.note.into_owned(),
    }
}

pub(in crate::exchange) fn entity(line: EntityLine<'_>) -> ReadEntity {
    let KnownLine { name, note, aliases, country, ids, roles } = line.known.unwrap_or_default();
    let day = |words: Option<String>| -> Option<PartialDate> { words.and_then(|words| words.parse().ok()) };
    let role = |role: super::wire::RoleLine| ReadRole {
        title: role.title,
        organisation: role.organisation,
        entity: role.entity,
        from: day(role.from),
        to: day(role.to),
    };
    ReadEntity {
        id: line.id,
        label: line.label.into_owned(),
        name,
        facts: EntityFacts { note, aliases, country, ids, roles: Vec::new() },
        roles: roles.into_iter().map(role).collect(),
    }
}
