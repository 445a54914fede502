//! A suggestion that the analyst turned down, so that it does not return and can teach.

use super::{DocumentId, LabelId, NameKey, RejectionId};
use crate::text::Span;

/// How far a rejection reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RejectionScope {
    /// These words at this place.
    Here { document: DocumentId, span: Span },
    /// This name anywhere in one article.
    Article { document: DocumentId },
    /// This name anywhere in the project.
    Project,
}

/// A remembered "no": no suggestion with this label is made for it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    pub id: RejectionId,
    pub scope: RejectionScope,
    pub label: LabelId,
    /// The words as they stood when they were rejected.
    pub words: String,
}

impl Rejection {
    /// Whether it forbids a suggestion of `label` on `span` of `document`, whose words have the key `key`.
    pub fn forbids(&self, document: DocumentId, span: Span, label: LabelId, key: &NameKey) -> bool {
        let reaches = match self.scope {
            RejectionScope::Here { document: there, span: exactly } => there == document && exactly == span,
            RejectionScope::Article { document: there } => {
                there == document && NameKey::new(&self.words) == *key
            }
            RejectionScope::Project => NameKey::new(&self.words) == *key,
        };
        reaches && self.label == label
    }

    /// The document it speaks of; `None` if of all.
    pub fn document(&self) -> Option<DocumentId> {
        match self.scope {
            RejectionScope::Here { document, .. } | RejectionScope::Article { document } => Some(document),
            RejectionScope::Project => None,
        }
    }
}
