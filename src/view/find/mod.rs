//! Finding: words, patterns and marks in an article or in the whole project.
//!
//! ```text
//! kim met              these words, whatever their case, their spaces, their quotes
//! label:Person         every mark with the label
//! Person said          a mark with the label and the word after it; and the two words themselves
//! label:Person near:5 talks     with at most five words between them, either way round
//! ```

mod context;
mod pattern;
mod sequence;

pub use context::{Kwic, is_part_of_word, kwic, word_after, word_before};

use crate::{
    model::{Document, DocumentId, Project, Schema},
    text::Span,
};
use pattern::Pattern;
use sequence::Sequence;

/// How words are looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FindOptions {
    /// Only where they stand as whole words.
    pub whole_word: bool,
    pub match_case: bool,
    /// What is typed is a regular expression.
    pub is_regex: bool,
}

/// What is looked for. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Query {
    /// The words or the expression as they stand.
    plain: Option<Pattern>,
    /// Words and marks one after the other.
    sequence: Option<Sequence>,
}

/// A place that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    pub document: DocumentId,
    pub span: Span,
}

impl Query {
    /// Reads what was typed; `None` where that is nothing.
    ///
    /// # Errors
    /// Says what is wrong with an expression, or which label there is none of.
    pub fn new(typed: &str, options: FindOptions, schema: &Schema) -> Result<Option<Self>, String> {
        if typed.trim().is_empty() {
            return Ok(None);
        }
        if options.is_regex {
            let plain = Some(Pattern::expression(typed, options)?);
            return Ok(Some(Self { plain, sequence: None }));
        }
        let sequence = Sequence::read(typed, options, schema)?;
        // What has signs of its own for marks is no text; a label's name may be.
        let is_text = sequence.as_ref().is_none_or(|sequence| !sequence.has_signs());
        let plain = if is_text { Some(Pattern::words(typed, options)?) } else { None };
        Ok(Some(Self { plain, sequence }))
    }

    /// Visits the places in an article in their order until `visit` says no; whether it never did.
    pub fn each(&self, project: &Project, document: &Document, visit: &mut dyn FnMut(Span) -> bool) -> bool {
        let text = &document.text;
        let Some(sequence) = &self.sequence else {
            return self.plain.as_ref().is_none_or(|plain| plain.each(text, visit));
        };
        let mut spans = sequence.spans(project, document);
        if let Some(plain) = &self.plain {
            plain.each(text, &mut |span| {
                spans.push(span);
                true
            });
            spans.sort_unstable();
            spans.dedup();
        }
        spans.into_iter().all(visit)
    }

    /// All places in an article.
    pub fn spans(&self, project: &Project, document: &Document) -> Vec<Span> {
        let mut spans = Vec::new();
        self.each(project, document, &mut |span| {
            spans.push(span);
            true
        });
        spans
    }
}

#[cfg(test)]
mod tests;
