//! All mentions of a project, found by id, place, entity and name.

use super::{
    DocumentId, EntityId, LabelId, Mention, MentionId, NameKey,
    index::Index,
    runs::{Keyed, Runs},
};
use crate::text::Span;
use imbl::OrdMap;
use std::ops::Range;

/// The mentions with their indices. Kept in step by [`Mentions::insert`] and [`Mentions::remove`] alone.
#[derive(Clone, Debug, Default)]
pub(in crate::model) struct Mentions {
    by_document: OrdMap<DocumentId, Marks>,
    places: Runs<Place>,
    by_entity: Index<EntityId, MentionId>,
    by_name: Index<(LabelId, NameKey), (DocumentId, MentionId)>,
}

/// The mentions of one document in order of the text.
#[derive(Clone, Debug, Default)]
struct Marks {
    records: Runs<Mention>,
    /// Invariant: no span of `records` is longer, in bytes. An overlap query starts this far before its range.
    longest_bytes: usize,
}

/// Where a mention is found.
#[derive(Clone, Copy, Debug)]
struct Place {
    id: MentionId,
    document: DocumentId,
    span: Span,
}

impl Keyed for Place {
    type Key = MentionId;

    fn key(&self) -> MentionId {
        self.id
    }
}

impl Keyed for Mention {
    type Key = (Span, MentionId);

    fn key(&self) -> (Span, MentionId) {
        (self.span, self.id)
    }
}

impl Mentions {
    pub(in crate::model) fn insert(&mut self, mention: Mention, name: NameKey) {
        let Mention { id, document, span, label, entity, .. } = mention;
        if let Some(entity) = entity {
            self.by_entity.add(entity, id);
        }
        self.by_name.add((label, name), (document, id));
        self.places.insert(Place { id, document, span });
        let marks = self.by_document.entry(document).or_default();
        marks.longest_bytes = marks.longest_bytes.max(span.byte_count());
        marks.records.insert(mention);
    }

    /// Makes room for so many more of a document.
    pub(in crate::model) fn reserve(&mut self, document: DocumentId, more: usize) {
        self.by_document.entry(document).or_default().records.reserve(more);
    }

    pub(in crate::model) fn remove(&mut self, mention: &Mention, name: NameKey) {
        if let Some(marks) = self.by_document.get_mut(&mention.document) {
            marks.records.remove(&mention.key());
            if marks.records.count() == 0 {
                self.by_document.remove(&mention.document);
            }
        }
        if let Some(entity) = mention.entity {
            self.by_entity.remove(&entity, &mention.id);
        }
        self.by_name.remove(&(mention.label, name), &(mention.document, mention.id));
        self.places.remove(&mention.id);
    }

    /// Puts a record in the place of one with the same document, span and label: much less to do than to take the one
    /// out and put the other in.
    pub(in crate::model) fn replace(&mut self, before: &Mention, after: Mention) {
        if before.entity != after.entity {
            if let Some(entity) = before.entity {
                self.by_entity.remove(&entity, &after.id);
            }
            if let Some(entity) = after.entity {
                self.by_entity.add(entity, after.id);
            }
        }
        if let Some(marks) = self.by_document.get_mut(&after.document) {
            marks.records.insert(after);
        }
    }

    pub(in crate::model) fn get(&self, id: MentionId) -> Option<&Mention> {
        let place = self.places.get(&id)?;
        self.by_document.get(&place.document)?.records.get(&(place.span, id))
    }

    /// Document by document, by id; each in order of the text.
    pub(in crate::model) fn iter(&self) -> impl Iterator<Item = &Mention> {
        self.by_document.values().flat_map(|marks| marks.records.iter())
    }

    pub(in crate::model) fn count(&self) -> usize {
        self.places.count()
    }

    /// Those of a document, by start, then end, then id.
    pub(in crate::model) fn of_document(
        &self,
        document: DocumentId,
    ) -> impl DoubleEndedIterator<Item = &Mention> {
        self.by_document.get(&document).into_iter().flat_map(|marks| marks.records.iter())
    }

    pub(in crate::model) fn count_of_document(&self, document: DocumentId) -> usize {
        self.by_document.get(&document).map_or(0, |marks| marks.records.count())
    }

    /// Those that share a byte with `bytes`, in the order of the text.
    pub(in crate::model) fn overlapping(
        &self,
        document: DocumentId,
        bytes: Range<usize>,
    ) -> impl Iterator<Item = &Mention> {
        let marks = self.by_document.get(&document).into_iter();
        let (start, end) = (bytes.start, bytes.end);
        marks
            .flat_map(move |marks| marks.from(start.saturating_sub(marks.longest_bytes)))
            .take_while(move |mention| mention.span.start() < end)
            .filter(move |mention| mention.span.end() > start)
    }

    pub(in crate::model) fn of_entity(&self, entity: EntityId) -> impl Iterator<Item = &Mention> {
        self.by_entity.of(&entity).filter_map(|id| self.get(*id))
    }

    /// By document, then by id.
    pub(in crate::model) fn named(&self, label: LabelId, name: &NameKey) -> impl Iterator<Item = &Mention> {
        self.by_name.of(&(label, name.clone())).filter_map(|(_, id)| self.get(*id))
    }

    /// The same of one document.
    pub(in crate::model) fn named_in(
        &self,
        document: DocumentId,
        label: LabelId,
        name: &NameKey,
    ) -> impl Iterator<Item = &Mention> {
        let all = self.by_name.get(&(label, name.clone())).into_iter();
        all.flat_map(move |ids| ids.from(&(document, MentionId::LOWEST)))
            .take_while(move |(there, _)| *there == document)
            .filter_map(|(_, id)| self.get(*id))
    }
}

impl Marks {
    /// The mentions that start at byte `start` or later; none where no text is so long.
    fn from(&self, start: usize) -> impl Iterator<Item = &Mention> {
        let first = Span::floor(start).into_iter();
        first.flat_map(|span| self.records.from(&(span, MentionId::LOWEST)))
    }
}
