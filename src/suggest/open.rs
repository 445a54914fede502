//! Which suggestions are still to be decided.

use super::Suggestion;
use crate::{
    model::{DocumentId, LabelId, NameKey, Project, RejectionScope},
    text::Span,
};
use std::collections::BTreeSet;

/// Those suggestions that are still to be decided: what a mention overlaps and what was rejected is left out.
///
/// `suggestions` are sorted by place and do not overlap, as an engine makes them.
pub fn open_suggestions(
    project: &Project,
    document: DocumentId,
    suggestions: &[Suggestion],
) -> Vec<Suggestion> {
    let rejected = Rejected::of(project, document);
    let mut mentions = project.mentions_of(document).map(|mention| mention.span).peekable();
    // Where the mentions end that start before the end of the suggestion looked at: all that may overlap it.
    let mut marked_until = 0;
    let mut open = Vec::new();
    for suggestion in suggestions {
        while let Some(mention) = mentions.next_if(|mention| mention.start() < suggestion.span.end()) {
            marked_until = marked_until.max(mention.end());
        }
        let words = || project.document(document).map_or("", |document| document.text.slice(suggestion.span));
        if marked_until <= suggestion.span.start() && !rejected.forbids(suggestion, words) {
            open.push(suggestion.clone());
        }
    }
    open
}

/// The rejections that reach one document, indexed.
struct Rejected {
    here: BTreeSet<(Span, LabelId)>,
    names: BTreeSet<(LabelId, NameKey)>,
}

impl Rejected {
    fn of(project: &Project, document: DocumentId) -> Self {
        let mut found = Self { here: BTreeSet::new(), names: BTreeSet::new() };
        for rejection in project.rejections() {
            match rejection.scope {
                RejectionScope::Here { document: there, span } if there == document => {
                    found.here.insert((span, rejection.label));
                }
                RejectionScope::Article { document: there } if there != document => {}
                RejectionScope::Here { .. } => {}
                RejectionScope::Article { .. } | RejectionScope::Project => {
                    found.names.insert((rejection.label, NameKey::new(&rejection.words)));
                }
            }
        }
        found
    }

    fn forbids<'a>(&self, suggestion: &Suggestion, words: impl FnOnce() -> &'a str) -> bool {
        if self.here.contains(&(suggestion.span, suggestion.label)) {
            return true;
        }
        !self.names.is_empty() && self.names.contains(&(suggestion.label, NameKey::new(words())))
    }
}
