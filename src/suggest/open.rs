//! Which suggestions are still to be decided.

use super::Suggestion;
use crate::{
    model::{DocumentId, LabelId, NameKey, Project, RejectionScope},
    text::Span,
};
use std::collections::{BTreeSet, HashMap, HashSet};

/// Those suggestions that are still to be decided: what a mention overlaps and what was rejected is left out.
///
/// `suggestions` are sorted by place and do not overlap, as an engine makes them.
pub fn open_suggestions(
    project: &Project,
    document: DocumentId,
    suggestions: &[Suggestion],
) -> Vec<Suggestion> {
    let rejected = Rejected::of(project, document);
    let Some(text) = project.document(document).map(|document| &document.text) else {
        return Vec::new();
    };
    // What was found out about some words, since an article repeats its names.
    let mut seen = HashMap::new();
    let mut mentions = project.mentions_of(document).map(|mention| mention.span).peekable();
    // Where the mentions end that start before the end of the suggestion looked at: all that may overlap it.
    let mut marked_until = 0;
    let mut open = Vec::new();
    for suggestion in suggestions {
        while let Some(mention) = mentions.next_if(|mention| mention.start() < suggestion.span.end()) {
            marked_until = marked_until.max(mention.end());
        }
        let is_free = marked_until <= suggestion.span.start();
        if is_free && !rejected.forbids(suggestion, text.slice(suggestion.span), &mut seen) {
            open.push(suggestion.clone());
        }
    }
    open
}

/// The rejections that reach one document, indexed.
struct Rejected {
    here: BTreeSet<(Span, LabelId)>,
    names: HashSet<(LabelId, NameKey)>,
}

impl Rejected {
    fn of(project: &Project, document: DocumentId) -> Self {
        let mut found = Self { here: BTreeSet::new(), names: HashSet::new() };
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

    fn forbids<'t>(
        &self,
        suggestion: &Suggestion,
        words: &'t str,
        seen: &mut HashMap<(LabelId, &'t str), bool>,
    ) -> bool {
        if self.here.contains(&(suggestion.span, suggestion.label)) {
            return true;
        }
        let label = suggestion.label;
        let by_name = || self.names.contains(&(label, NameKey::new(words)));
        !self.names.is_empty() && *seen.entry((label, words)).or_insert_with(by_name)
    }
}
