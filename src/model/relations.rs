//! All relations of a project, found by id, mention and document.

use super::{DocumentId, MentionId, Relation, RelationId, index::Index};
use imbl::OrdMap;

/// The relations with their indices. Kept in step by [`Relations::set`] alone.
#[derive(Clone, Debug, Default)]
pub(in crate::model) struct Relations {
    records: OrdMap<RelationId, Relation>,
    by_mention: Index<MentionId, RelationId>,
    by_document: Index<DocumentId, RelationId>,
}

impl Relations {
    /// Puts a record in the place of another, or takes it away.
    pub(in crate::model) fn set(
        &mut self,
        id: RelationId,
        before: Option<&Relation>,
        after: Option<&Relation>,
    ) {
        if let Some(relation) = before {
            for mention in [relation.from, relation.to] {
                self.by_mention.remove(&mention, &id);
            }
            self.by_document.remove(&relation.document, &id);
            self.records.remove(&id);
        }
        if let Some(relation) = after {
            for mention in [relation.from, relation.to] {
                self.by_mention.add(mention, id);
            }
            self.by_document.add(relation.document, id);
            self.records.insert(id, relation.clone());
        }
    }

    pub(in crate::model) fn get(&self, id: RelationId) -> Option<&Relation> {
        self.records.get(&id)
    }

    pub(in crate::model) fn iter(&self) -> impl Iterator<Item = &Relation> {
        self.records.values()
    }

    pub(in crate::model) fn count(&self) -> usize {
        self.records.len()
    }

    pub(in crate::model) fn of_mention(&self, mention: MentionId) -> impl Iterator<Item = &Relation> {
        self.by_mention.of(&mention).filter_map(|id| self.records.get(id))
    }

    pub(in crate::model) fn of_document(&self, document: DocumentId) -> impl Iterator<Item = &Relation> {
        self.by_document.of(&document).filter_map(|id| self.records.get(id))
    }
}
