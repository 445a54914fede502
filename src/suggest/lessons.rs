//! What was decided in each article, for the tagger to learn from.
//!
//! Made from the project alone, and kept in step with it as cheaply as the article that a decision is about.

use crate::{
    model::{DocumentId, LabelId, Project, RejectionScope},
    text::{Span, Text},
};
use imbl::OrdMap;
use std::sync::Arc;

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

/// The decided articles of a project in the order of its list. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Lessons {
    by_place: OrdMap<(u32, DocumentId), Arc<Lesson>>,
    places: OrdMap<DocumentId, u32>,
}

impl Lessons {
    /// All of a project.
    pub(super) fn of(project: &Project) -> Self {
        let mut lessons = Self::default();
        for document in project.documents() {
            lessons.follow(project, document.id);
        }
        lessons
    }

    /// Takes in what has changed in one article.
    pub(super) fn follow(&mut self, project: &Project, document: DocumentId) {
        let lesson = lesson(project, document);
        if lesson.is_none() && !self.places.contains_key(&document) {
            return;
        }
        if let Some(place) = self.places.remove(&document) {
            self.by_place.remove(&(place, document));
        }
        if let Some((place, lesson)) = lesson {
            self.places.insert(document, place);
            self.by_place.insert((place, document), Arc::new(lesson));
        }
    }

    /// In the order of the list.
    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &Arc<Lesson>> {
        self.by_place.values()
    }
}

/// What was decided in an article, and its place in the list.
fn lesson(project: &Project, id: DocumentId) -> Option<(u32, Lesson)> {
    let document = project.document(id).filter(|document| document.text.byte_count() <= LONGEST_TAUGHT)?;
    let mut marks: Vec<_> = project.marks_of(id).map(|(span, label, _)| (span, label)).collect();
    marks.sort_by_key(|(span, _)| (span.start(), std::cmp::Reverse(span.end())));
    let mut refused = Vec::new();
    for rejection in project.rejections() {
        match rejection.scope {
            RejectionScope::Here { document, span } if document == id => refused.push(span),
            RejectionScope::Article { document: there } if there == id => {
                refused.extend(document.text.occurrences(&rejection.words));
            }
            _ => {}
        }
    }
    let is_decided = !marks.is_empty() || !refused.is_empty();
    is_decided.then(|| (document.position, Lesson { text: document.text.clone(), marks, refused }))
}
