//! All mentions of a project, found by id, place, entity and name.

use super::{DocumentId, EntityId, LabelId, Mention, MentionId, NameKey, index::Index};
use crate::text::Span;
use imbl::OrdMap;
use std::ops::{Bound, Range};

/// The mentions with their indices. Kept in step by [`Mentions::insert`] and [`Mentions::remove`] alone.
#[derive(Clone, Debug, Default)]
pub(in crate::model) struct Mentions {
    records: OrdMap<MentionId, Mention>,
    by_place: OrdMap<DocumentId, Places>,
    by_entity: Index<EntityId, MentionId>,
    by_name: Index<(LabelId, NameKey), (DocumentId, MentionId)>,
}

/// The mentions of one document in order of the text.
#[derive(Clone, Debug, Default)]
struct Places {
    /// With the label: to look a mention up for it takes ten times as long as to come by.
    order: OrdMap<(Span, MentionId), LabelId>,
    /// Invariant: no span of `order` is longer, in bytes. An overlap query starts this far before its range.
    longest_bytes: usize,
}

impl Mentions {
    pub(in crate::model) fn insert(&mut self, mention: Mention, name: NameKey) {
        let places = self.by_place.entry(mention.document).or_default();
        places.order.insert((mention.span, mention.id), mention.label);
        places.longest_bytes = places.longest_bytes.max(mention.span.byte_count());
        if let Some(entity) = mention.entity {
            self.by_entity.add(entity, mention.id);
        }
        self.by_name.add((mention.label, name), (mention.document, mention.id));
        self.records.insert(mention.id, mention);
    }

    pub(in crate::model) fn remove(&mut self, mention: &Mention, name: NameKey) {
        if let Some(places) = self.by_place.get_mut(&mention.document) {
            places.order.remove(&(mention.span, mention.id));
            if places.order.is_empty() {
                self.by_place.remove(&mention.document);
            }
        }
        if let Some(entity) = mention.entity {
            self.by_entity.remove(&entity, &mention.id);
        }
        self.by_name.remove(&(mention.label, name), &(mention.document, mention.id));
        self.records.remove(&mention.id);
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
        self.records.insert(after.id, after);
    }

    pub(in crate::model) fn get(&self, id: MentionId) -> Option<&Mention> {
        self.records.get(&id)
    }

    pub(in crate::model) fn iter(&self) -> impl Iterator<Item = &Mention> {
        self.records.values()
    }

    pub(in crate::model) fn count(&self) -> usize {
        self.records.len()
    }

    /// Those of a document, by start, then end, then id.
    pub(in crate::model) fn of_document(
        &self,
        document: DocumentId,
    ) -> impl DoubleEndedIterator<Item = &Mention> {
        let places = self.by_place.get(&document).into_iter();
        places.flat_map(|places| places.order.keys()).filter_map(|(_, id)| self.records.get(id))
    }

    /// Where those of a document are and what they are called, in the same order.
    pub(in crate::model) fn marks_of(
        &self,
        document: DocumentId,
    ) -> impl Iterator<Item = (Span, LabelId, MentionId)> {
        let places = self.by_place.get(&document).into_iter();
        places.flat_map(|places| &places.order).map(|((span, id), label)| (*span, *label, *id))
    }

    pub(in crate::model) fn count_of_document(&self, document: DocumentId) -> usize {
        self.by_place.get(&document).map_or(0, |places| places.order.len())
    }

    /// Those that share a byte with `bytes`, in the order of the text.
    pub(in crate::model) fn overlapping(
        &self,
        document: DocumentId,
        bytes: Range<usize>,
    ) -> impl Iterator<Item = &Mention> {
        let places = self.by_place.get(&document).into_iter();
        let (start, end) = (bytes.start, bytes.end);
        places
            .flat_map(move |places| places.from(start.saturating_sub(places.longest_bytes)))
            .take_while(move |(span, _)| span.start() < end)
            .filter(move |(span, _)| span.end() > start)
            .filter_map(|(_, id)| self.records.get(id))
    }

    pub(in crate::model) fn of_entity(&self, entity: EntityId) -> impl Iterator<Item = &Mention> {
        self.by_entity.of(&entity).filter_map(|id| self.records.get(id))
    }

    /// By document, then by id.
    pub(in crate::model) fn named(&self, label: LabelId, name: &NameKey) -> impl Iterator<Item = &Mention> {
        self.by_name.of(&(label, name.clone())).filter_map(|(_, id)| self.records.get(id))
    }

    /// The same of one document.
    pub(in crate::model) fn named_in(
        &self,
        document: DocumentId,
        label: LabelId,
        name: &NameKey,
    ) -> impl Iterator<Item = &Mention> {
        let all = self.by_name.get(&(label, name.clone())).into_iter();
        all.flat_map(move |ids| ids.range((document, MentionId::LOWEST)..))
            .take_while(move |(there, _)| *there == document)
            .filter_map(|(_, id)| self.records.get(id))
    }
}

impl Places {
    /// The mentions that start at byte `start` or later.
    fn from(&self, start: usize) -> impl Iterator<Item = &(Span, MentionId)> {
        let first = Span::floor(start);
        let low = first.map_or(Bound::Unbounded, |span| Bound::Included((span, MentionId::LOWEST)));
        self.order.range((low, Bound::Unbounded)).map(|(place, _)| place)
    }
}
