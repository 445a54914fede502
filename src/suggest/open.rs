//! Which suggestions are still to be decided.

use super::Suggestion;
use crate::{
    model::{DocumentId, LabelId, NameKey, Project, RejectionScope},
    text::Span,
};
use std::collections::{BTreeSet, HashMap, HashSet};

/// Those suggestions that are still to be decided: what a mention decides and what was rejected is left out.
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
    let mut mentions = project.mentions_of(document).map(|mention| (mention.span, mention.label)).peekable();
    // The mentions that may overlap the suggestion looked at.
    let mut near: Vec<(Span, LabelId)> = Vec::new();
    let mut open = Vec::new();
    for suggestion in suggestions {
        near.retain(|(mention, _)| mention.end() > suggestion.span.start());
        while let Some(mention) = mentions.next_if(|(mention, _)| mention.start() < suggestion.span.end()) {
            near.push(mention);
        }
        let is_free = near.iter().all(|(mention, label)| leaves_open(*mention, *label, suggestion));
        if is_free && !rejected.forbids(suggestion, text.slice(suggestion.span), &mut seen) {
            open.push(suggestion.clone());
        }
    }
    open
}

/// Whether a mark has not decided a suggestion: it lies elsewhere, or is a longer one of another kind around it.
///
/// ```text
/// [talks in [Muscat] last month]: the event leaves the place open
/// ```
fn leaves_open(mention: Span, label: LabelId, suggestion: &Suggestion) -> bool {
    let is_around = mention.contains(suggestion.span) && mention != suggestion.span;
    !mention.overlaps(suggestion.span) || (is_around && label != suggestion.label)
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
