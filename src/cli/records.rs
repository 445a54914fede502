//! The JSON records that scripts rely on. Offsets are turned from bytes into code points here.

use super::knowledge::FactsRecord;
use crate::{
    model::{Document, DocumentId, LabelId, Mention, Project},
    text::{OffsetMap, Span},
    view::{Dates, EntityRow, Suggestion, SuggestionKey, source_of},
};
use serde::Serialize;

/// An article as `edit` lists it.
#[derive(Debug, Serialize)]
pub struct DocumentRecord {
    pub id: String,
    pub title: String,
    /// `YYYY-MM-DD`.
    pub published: Option<String>,
    /// In code points.
    pub length: usize,
    /// How many marks it has.
    pub mentions: usize,
    /// How many suggestions are still to be decided.
    pub suggestions: usize,
}

/// A suggestion.
#[derive(Debug, Serialize)]
pub struct SuggestionRecord {
    /// Only where there is a project: a name to accept or reject it by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What the caller calls its document.
    pub doc: String,
    pub start: usize,
    pub end: usize,
    pub text: String,
    pub label: String,
    pub score: f64,
    pub source: &'static str,
    pub why: String,
    pub entity: String,
    /// Of a date: `2019-11-09`, `2019-W45`, `P1D`, as ISO 8601 and TIMEX3 write it, where it can be said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

/// A mention.
#[derive(Debug, Serialize)]
pub struct MentionRecord {
    pub id: String,
    pub start: usize,
    pub end: usize,
    pub text: String,
    pub label: String,
    pub entity: Option<String>,
    /// Only where it is one.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub metonym: bool,
    pub note: String,
    pub source: String,
    /// Of a date, as in a suggestion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Whether the analyst has said so, whatever the day of publication.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub value_by_hand: bool,
}

/// An entity with its mentions.
#[derive(Debug, Serialize)]
pub struct EntityRecord {
    pub id: String,
    pub name: String,
    pub label: String,
    pub aliases: Vec<String>,
    pub mentions: Vec<String>,
    #[serde(flatten)]
    pub facts: FactsRecord,
}

/// The records of suggestions for one document, which the caller calls `doc`.
pub fn suggestions<'a>(
    doc: &'a str,
    project: &'a Project,
    document: &'a Document,
    found: &'a [Suggestion],
) -> impl Iterator<Item = SuggestionRecord> + use<'a> {
    let (map, dates) = (OffsetMap::new(document.text.as_str()), Dates::of(document));
    found.iter().map(move |found| SuggestionRecord {
        id: None,
        doc: doc.to_owned(),
        start: map.code_point(found.span.start()),
        end: map.code_point(found.span.end()),
        text: document.text.slice(found.span).to_owned(),
        label: project.schema().name_of(found.label).to_owned(),
        score: found.score.fraction(),
        source: found.source.name(),
        why: found.why.to_string(),
        entity: found.entity_in(&document.text).to_owned(),
        value: value(project, &dates, found.label, found.span),
    })
}

/// What a date means, in ISO 8601 or TIMEX3; `None` for other labels, and where it cannot be said.
fn value(project: &Project, dates: &Dates, label: LabelId, span: Span) -> Option<String> {
    dates.at(span).filter(|_| project.schema().is_for_dates(label))?.value.clone()
}

/// The record of a mention in the document of this map and these dates.
pub fn mention(project: &Project, map: &OffsetMap<'_>, dates: &Dates, mention: &Mention) -> MentionRecord {
    MentionRecord {
        id: mention.id.to_string(),
        start: map.code_point(mention.span.start()),
        end: map.code_point(mention.span.end()),
        text: project.words_of(mention).to_owned(),
        label: project.schema().name_of(mention.label).to_owned(),
        entity: mention.entity.map(|entity| entity.to_string()),
        metonym: mention.is_metonym,
        note: mention.note.to_string(),
        source: source_of(&mention.provenance),
        value: dates
            .of_mention(mention)
            .filter(|_| project.schema().is_for_dates(mention.label))
            .and_then(|resolved| resolved.value.clone()),
        value_by_hand: mention.date.is_some(),
    }
}

/// The record of an entity.
pub fn entity(project: &Project, row: EntityRow) -> EntityRecord {
    EntityRecord {
        facts: FactsRecord::of(project, &row),
        id: row.id.to_string(),
        name: row.name,
        label: project.schema().name_of(row.label).to_owned(),
        aliases: row.aliases.into_iter().map(|alias| alias.words).collect(),
        mentions: row.mentions.iter().map(ToString::to_string).collect(),
    }
}

/// The name of a suggestion, the same in every run: article, bytes, label.
pub fn suggestion_id(project: &Project, document: DocumentId, suggestion: &Suggestion) -> String {
    let (start, end) = (suggestion.span.start(), suggestion.span.end());
    format!("{document}/{start}-{end}/{}", project.schema().name_of(suggestion.label))
}

/// The suggestion that a name stands for, whether or not it is open.
pub fn suggestion_key(project: &Project, id: &str) -> Option<SuggestionKey> {
    let (document, rest) = id.split_once('/')?;
    let (range, label) = rest.split_once('/')?;
    let (start, end) = range.split_once('-')?;
    let document = project.document(document.parse().ok()?)?;
    let span = document.text.span(start.parse().ok()?, end.parse().ok()?).ok()?;
    Some(SuggestionKey { document: document.id, span, label: project.schema().named(label)? })
}

/// The span of two offsets in code points.
pub fn span(document: &Document, start: usize, end: usize) -> Result<Span, String> {
    let map = OffsetMap::new(document.text.as_str());
    let byte = |offset| {
        let length = map.code_point(document.text.byte_count());
        map.byte_of_code_point(offset)
            .ok_or_else(|| format!("offset {offset} is past the end of the text ({length})"))
    };
    document.text.span(byte(start)?, byte(end)?).map_err(|_| format!("the range {start}..{end} is empty"))
}
