//! The command of `dateline edit` that finds words and marks.

use super::{
    editor::{Answered, Editor},
    wire::Answer,
};
use crate::{
    model::Document,
    text::OffsetMap,
    view::{FindOptions, Query, kwic},
};
use serde::{Deserialize, Serialize};
use std::cell::LazyCell;

/// So many characters stand on either side of what was found, and so many places are told unless more are wished.
const CONTEXT: usize = 60;
const LIMIT: usize = 1_000;

/// What is looked for, and where.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindWish {
    query: String,
    /// One article; all of them where none is named.
    doc: Option<String>,
    #[serde(default)]
    whole_word: bool,
    #[serde(default)]
    match_case: bool,
    #[serde(default)]
    regex: bool,
    limit: Option<usize>,
}

/// A place that was found.
#[derive(Debug, Serialize)]
pub struct HitRecord {
    pub doc: String,
    pub start: usize,
    pub end: usize,
    pub text: String,
    pub left: String,
    pub right: String,
}

impl Editor {
    pub(super) fn find(&self, wish: &FindWish) -> Answered {
        let project = self.session.project();
        let FindWish { whole_word, match_case, regex, .. } = *wish;
        let options = FindOptions { whole_word, match_case, is_regex: regex };
        let query = Query::new(&wish.query, options, project.schema())?;
        let query = query.ok_or("say what to find")?;
        let one = wish.doc.as_deref().map(|doc| self.document(doc)).transpose()?;
        let documents: Vec<&Document> = one.map_or_else(|| project.documents().collect(), |one| vec![one]);
        let limit = wish.limit.unwrap_or(LIMIT);
        let (mut hits, mut more) = (Vec::new(), false);
        for document in documents {
            // Most articles have nothing that is looked for.
            let map = LazyCell::new(|| OffsetMap::new(document.text.as_str()));
            let went_on = query.each(project, document, &mut |span| {
                if hits.len() == limit {
                    more = true;
                    return false;
                }
                let shown = kwic(&document.text, span, CONTEXT);
                hits.push(HitRecord {
                    doc: document.id.to_string(),
                    start: map.code_point(span.start()),
                    end: map.code_point(span.end()),
                    text: document.text.slice(span).to_owned(),
                    left: shown.left,
                    right: shown.right,
                });
                true
            });
            if !went_on {
                break;
            }
        }
        Ok(Answer::Hits { hits, more })
    }
}
