//! Everything a project holds and what can be asked of it. The one way to change it is in `apply`.

mod apply;

use super::{
    Document, DocumentId, Entity, EntityId, Gazetteer, GazetteerId, GazetteerRole, IdSource, LabelId,
    Mention, MentionId, NameKey, Rejection, RejectionId, Relation, RelationId, RelationTypeId, Schema,
    entities::Entities, mentions::Mentions, relations::Relations,
};
use imbl::{OrdMap, OrdSet};
use std::{
    cmp::Reverse,
    collections::BTreeSet,
    ops::Range,
    sync::{Arc, atomic::AtomicU64},
};

/// Documents, mentions, entities, relations, rejections and gazetteers under one schema. Cheap to clone, however much
/// there is: what two copies have in common is there once.
///
/// Invariant: every mention and rejection points to a document, label and entity that are there, and its span
/// fits its document's text. [`Project::apply`] keeps it so.
#[derive(Clone, Debug)]
pub struct Project {
    schema: Schema,
    documents: OrdMap<DocumentId, Document>,
    /// Invariant: the place in the list and the id of every one of `documents`.
    document_order: OrdSet<(u32, DocumentId)>,
    mentions: Mentions,
    entities: Entities,
    relations: Relations,
    rejections: OrdMap<RejectionId, Rejection>,
    gazetteers: OrdMap<GazetteerId, Arc<Gazetteer>>,
    pub(in crate::model) ids: IdSource,
    revision: u64,
    /// The revision in which something of a document changed last.
    document_revisions: OrdMap<DocumentId, u64>,
    schema_revision: u64,
}

/// No two changes have the same revision, in whatever projects: so what was made of one is never taken for that of another.
static LAST_REVISION: AtomicU64 = AtomicU64::new(0);

impl Project {
    /// An empty project; new records get ids drawn from `ids`.
    pub fn new(schema: Schema, ids: IdSource) -> Self {
        Self {
            schema,
            documents: OrdMap::new(),
            document_order: OrdSet::new(),
            mentions: Mentions::default(),
            entities: Entities::default(),
            relations: Relations::default(),
            rejections: OrdMap::new(),
            gazetteers: OrdMap::new(),
            ids,
            revision: 0,
            document_revisions: OrdMap::new(),
            schema_revision: 0,
        }
    }

    /// The labels.
    pub fn schema(&self) -> &Schema {
        &self.schema
    }

    /// Grows with every change; what was computed from an older revision may be stale.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Another with every change of a document, its mentions, relations, rejections, or the labels and types they name. What
    /// entities are called is not part of it.
    pub fn revision_of(&self, document: DocumentId) -> u64 {
        self.document_revisions.get(&document).copied().unwrap_or_default().max(self.schema_revision)
    }

    /// The documents in the order of the list.
    pub fn documents(&self) -> impl Iterator<Item = &Document> {
        self.document_order.iter().filter_map(|(_, id)| self.documents.get(id))
    }

    /// Their ids, in the same order.
    pub fn document_ids(&self) -> impl Iterator<Item = DocumentId> {
        self.document_order.iter().map(|(_, id)| *id)
    }

    /// How many documents there are.
    pub fn document_count(&self) -> usize {
        self.documents.len()
    }

    /// One document.
    pub fn document(&self, id: DocumentId) -> Option<&Document> {
        self.documents.get(&id)
    }

    /// One mention.
    pub fn mention(&self, id: MentionId) -> Option<&Mention> {
        self.mentions.get(id)
    }

    /// All mentions, article by article as in the list, each in the order of the text.
    pub fn mentions(&self) -> impl Iterator<Item = &Mention> {
        self.document_ids().flat_map(|id| self.mentions.of_document(id))
    }

    /// How many mentions the project has.
    pub fn mention_count(&self) -> usize {
        self.mentions.count()
    }

    /// The mentions of a document in the order of the text.
    pub fn mentions_of(&self, document: DocumentId) -> impl DoubleEndedIterator<Item = &Mention> {
        self.mentions.of_document(document)
    }

    /// How many mentions a document has.
    pub fn mention_count_of(&self, document: DocumentId) -> usize {
        self.mentions.count_of_document(document)
    }

    /// The mentions that share a byte with `bytes`, in the order of the text.
    pub fn mentions_overlapping(
        &self,
        document: DocumentId,
        bytes: Range<usize>,
    ) -> impl Iterator<Item = &Mention> {
        self.mentions.overlapping(document, bytes)
    }

    /// The mentions that point to an entity, by id.
    pub fn mentions_of_entity(&self, entity: EntityId) -> impl Iterator<Item = &Mention> {
        self.mentions.of_entity(entity)
    }

    /// The mentions with this label whose words are this name, by document, then by id.
    pub fn mentions_named(&self, label: LabelId, name: &NameKey) -> impl Iterator<Item = &Mention> {
        self.mentions.named(label, name)
    }

    /// The same of one document.
    pub fn mentions_named_in(
        &self,
        document: DocumentId,
        label: LabelId,
        name: &NameKey,
    ) -> impl Iterator<Item = &Mention> {
        self.mentions.named_in(document, label, name)
    }

    /// The words of a mention.
    pub fn words_of(&self, mention: &Mention) -> &str {
        self.document(mention.document).map_or("", |document| document.text.slice(mention.span))
    }

    /// One entity.
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.entities.get(id)
    }

    /// All entities, by id.
    pub fn entities(&self) -> impl Iterator<Item = &Entity> {
        self.entities.iter()
    }

    /// What an entity is called: its own name, else the longest of its mentions (the first of several). A metonym names
    /// something else and counts only where there is nothing better.
    pub fn entity_name(&self, id: EntityId) -> &str {
        let given = self.entity(id).and_then(|entity| entity.name.as_deref());
        given.unwrap_or_else(|| {
            let mentions = self.mentions_of_entity(id);
            let names = mentions.map(|mention| {
                let words = self.words_of(mention);
                (!mention.is_metonym, words.chars().count(), Reverse(words))
            });
            names.max().map_or("", |(_, _, Reverse(words))| words)
        })
    }

    /// The entities with this label that were given this name, then those that have it as an alias.
    pub fn entities_named(&self, label: LabelId, name: &NameKey) -> impl Iterator<Item = EntityId> {
        self.entities.named(label, name)
    }

    /// The entities that hold a role with this one, by id.
    pub fn entities_with_roles_in(&self, id: EntityId) -> impl Iterator<Item = EntityId> {
        self.entities.with_roles_in(id)
    }

    /// The relations, by id.
    pub fn relations(&self) -> impl Iterator<Item = &Relation> {
        self.relations.iter()
    }

    /// How many relations there are.
    pub fn relation_count(&self) -> usize {
        self.relations.count()
    }

    /// One relation.
    pub fn relation(&self, id: RelationId) -> Option<&Relation> {
        self.relations.get(id)
    }

    /// The relations that a mention is an end of, by id.
    pub fn relations_of_mention(&self, mention: MentionId) -> impl Iterator<Item = &Relation> {
        self.relations.of_mention(mention)
    }

    /// The relations of a document, by id.
    pub fn relations_of(&self, document: DocumentId) -> impl Iterator<Item = &Relation> {
        self.relations.of_document(document)
    }

    /// The relations that an entity is an end of, by id.
    pub fn relations_of_entity(&self, entity: EntityId) -> impl Iterator<Item = &Relation> {
        let mentions = self.mentions_of_entity(entity).map(|mention| mention.id);
        let ids: BTreeSet<RelationId> =
            mentions.flat_map(|id| self.relations_of_mention(id)).map(|relation| relation.id).collect();
        ids.into_iter().filter_map(|id| self.relation(id))
    }

    /// The entities that a relation goes from and to.
    pub fn ends_of(&self, relation: &Relation) -> Option<(EntityId, EntityId)> {
        let entity = |id| self.mention(id).and_then(|mention| mention.entity);
        entity(relation.from).zip(entity(relation.to))
    }

    /// The relation of this type that ties two mentions; a symmetric one may do so the other way.
    pub fn relation_alike(&self, kind: RelationTypeId, from: MentionId, to: MentionId) -> Option<&Relation> {
        let is_symmetric = self.schema.relation_type(kind).is_some_and(|kind| kind.is_symmetric);
        self.relations_of_mention(from).filter(|relation| relation.kind == kind).find(|relation| {
            let ends = (relation.from, relation.to);
            ends == (from, to) || is_symmetric && ends == (to, from)
        })
    }

    /// The rejections, by id.
    pub fn rejections(&self) -> impl Iterator<Item = &Rejection> {
        self.rejections.values()
    }

    /// One rejection.
    pub fn rejection(&self, id: RejectionId) -> Option<&Rejection> {
        self.rejections.get(&id)
    }

    /// The gazetteers, by id.
    pub fn gazetteers(&self) -> impl Iterator<Item = &Gazetteer> {
        self.gazetteers.values().map(AsRef::as_ref)
    }

    /// One gazetteer.
    pub fn gazetteer(&self, id: GazetteerId) -> Option<&Gazetteer> {
        self.gazetteers.get(&id).map(AsRef::as_ref)
    }

    /// The one gazetteer of a role of which there is only one.
    pub fn gazetteer_of(&self, role: GazetteerRole) -> Option<&Gazetteer> {
        self.gazetteers().find(|gazetteer| gazetteer.role == role)
    }
}

/// Two projects are equal if they hold the same records; how they came to it does not count.
impl PartialEq for Project {
    fn eq(&self, other: &Self) -> bool {
        self.schema == other.schema
            && self.documents == other.documents
            && self.entities.iter().eq(other.entities.iter())
            && self.relations.iter().eq(other.relations.iter())
            && self.rejections == other.rejections
            && self.gazetteers == other.gazetteers
            && self.mentions.iter().eq(other.mentions.iter())
    }
}
