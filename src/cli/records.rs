//! The JSON records that scripts rely on. Offsets are turned from bytes into code points here.

use crate::{
    model::{Document, Mention, Project},
    suggest::{Suggestion, SuggestionKey},
    text::{OffsetMap, Span},
    view::{EntityRow, source_of},
};
use serde_json::{Value, json};

/// A suggestion; `doc` is what the caller calls its document.
pub fn suggestion(
    doc: &str,
    document: &Document,
    map: &OffsetMap<'_>,
    project: &Project,
    found: &Suggestion,
) -> Value {
    json!({
        "doc": doc,
        "start": map.code_point(found.span.start()),
        "end": map.code_point(found.span.end()),
        "text": document.text.slice(found.span),
        "label": project.schema().name_of(found.label),
        "score": found.score.fraction(),
        "source": found.source,
        "why": &*found.why,
        "entity": &*found.entity,
    })
}

/// A mention.
pub fn mention(project: &Project, map: &OffsetMap<'_>, mention: &Mention) -> Value {
    json!({
        "id": mention.id.to_string(),
        "start": map.code_point(mention.span.start()),
        "end": map.code_point(mention.span.end()),
        "text": project.words_of(mention),
        "label": project.schema().name_of(mention.label),
        "entity": mention.entity.map(|entity| entity.to_string()),
        "note": &*mention.note,
        "source": source_of(&mention.provenance),
    })
}

/// An entity with its mentions.
pub fn entity(project: &Project, row: &EntityRow) -> Value {
    json!({
        "id": row.id.to_string(),
        "name": row.name,
        "label": project.schema().name_of(row.label),
        "aliases": row.aliases,
        "mentions": row.mentions.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}

/// The name of a suggestion, the same in every run: article, bytes, label.
pub fn suggestion_id(project: &Project, key: SuggestionKey) -> String {
    let (start, end) = (key.span.start(), key.span.end());
    format!("{}/{start}-{end}/{}", key.document, project.schema().name_of(key.label))
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
