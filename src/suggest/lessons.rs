//! What was decided in each article, for the tagger to learn from.
//!
//! Kept is only which articles there is something to learn from, in step with the project; a lesson is made of the project
//! when it is learnt.

use crate::{
    model::{DocumentId, LabelId, Project, Rejection, RejectionScope},
    text::{Span, Text},
};
use imbl::OrdMap;

/// Longer articles teach nothing: a decision must not cost seconds. Bytes.
pub(super) const LONGEST_TAUGHT: usize = 128 * 1024;

/// What was decided in one article; there is at least one decision.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Lesson {
    pub text: Text,
    /// By place, longer ones first.
    pub marks: Vec<(Span, LabelId)>,
    /// Suggestions that were turned down in this article alone.
    pub refused: Vec<Span>,
}

impl Lesson {
    /// What was decided in an article; `None` where that is nothing.
    pub(super) fn of(project: &Project, id: DocumentId) -> Option<Self> {
        let text = project.document(id)?.text.clone();
        let mut marks: Vec<_> =
            project.mentions_of(id).map(|mention| (mention.span, mention.label)).collect();
        marks.sort_by_key(|(span, _)| (span.start(), std::cmp::Reverse(span.end())));
        let mut refused = Vec::new();
        for rejection in project.rejections() {
            match rejection.scope {
                RejectionScope::Here { document, span } if document == id => refused.push(span),
                RejectionScope::Article { document } if document == id => {
                    refused.extend(text.occurrences(&rejection.words));
                }
                _ => {}
            }
        }
        let is_decided = !marks.is_empty() || !refused.is_empty();
        is_decided.then_some(Self { text, marks, refused })
    }
}

/// The articles of a project in which something was decided, in the order of its list. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Lessons {
    /// Place in the list → bytes of the text.
    by_place: OrdMap<(u32, DocumentId), usize>,
    places: OrdMap<DocumentId, u32>,
}

impl Lessons {
    /// All of a project.
    pub(super) fn of(project: &Project) -> Self {
        let mut lessons = Self::default();
        let marked = project.document_ids().filter(|id| project.mention_count_of(*id) > 0);
        for document in marked.chain(project.rejections().filter_map(Rejection::document)) {
            lessons.add(project, document);
        }
        lessons
    }

    /// Takes in what has changed in one article.
    pub(super) fn follow(&mut self, project: &Project, document: DocumentId) {
        if let Some(place) = self.places.remove(&document) {
            self.by_place.remove(&(place, document));
        }
        let is_of_it = |rejection: &Rejection| rejection.document() == Some(document);
        if project.mention_count_of(document) > 0 || project.rejections().any(is_of_it) {
            self.add(project, document);
        }
    }

    fn add(&mut self, project: &Project, id: DocumentId) {
        let document = project.document(id).filter(|document| document.text.byte_count() <= LONGEST_TAUGHT);
        if let Some(document) = document {
            self.places.insert(id, document.position);
            self.by_place.insert((document.position, id), document.text.byte_count());
        }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.by_place.len()
    }

    /// In the order of the list, with the bytes of their texts.
    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = (DocumentId, usize)> {
        self.by_place.iter().map(|((_, id), bytes)| (*id, *bytes))
    }
}
