//! Everything a project holds, what can be asked of it, and the one way to change it.

use super::{
    Change, Conflict, Document, DocumentId, Entity, EntityId, Gazetteer, GazetteerId, GazetteerRole,
    IdSource, LabelId, Mention, MentionId, NameKey, Rejection, RejectionId, RejectionScope, Schema,
    Transaction, mentions::Mentions,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

/// Documents, mentions, entities, rejections and gazetteers under one schema.
///
/// Invariant: every mention and rejection points to a document, label and entity that are there, and its span
/// fits its document's text. [`Project::apply`] keeps it so.
#[derive(Clone, Debug)]
pub struct Project {
    schema: Schema,
    documents: BTreeMap<DocumentId, Document>,
    /// Invariant: the place in the list and the id of every one of `documents`.
    document_order: BTreeSet<(u32, DocumentId)>,
    mentions: Mentions,
    entities: BTreeMap<EntityId, Entity>,
    entities_by_name: BTreeMap<(LabelId, NameKey), BTreeSet<EntityId>>,
    rejections: BTreeMap<RejectionId, Rejection>,
    gazetteers: BTreeMap<GazetteerId, Gazetteer>,
    pub(in crate::model) ids: IdSource,
    revision: u64,
}

impl Project {
    /// An empty project; new records get ids drawn from `ids`.
    pub fn new(schema: Schema, ids: IdSource) -> Self {
        Self {
            schema,
            documents: BTreeMap::new(),
            document_order: BTreeSet::new(),
            mentions: Mentions::default(),
            entities: BTreeMap::new(),
            entities_by_name: BTreeMap::new(),
            rejections: BTreeMap::new(),
            gazetteers: BTreeMap::new(),
            ids,
            revision: 0,
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

    /// The documents in the order of the list.
    pub fn documents(&self) -> impl Iterator<Item = &Document> {
        self.document_order.iter().filter_map(|(_, id)| self.documents.get(id))
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

    /// All mentions, by id.
    pub fn mentions(&self) -> impl Iterator<Item = &Mention> {
        self.mentions.iter()
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

    /// The mentions with this label whose words are this name, by id.
    pub fn mentions_named(&self, label: LabelId, name: &NameKey) -> impl Iterator<Item = &Mention> {
        self.mentions.named(label, name)
    }

    /// The words of a mention.
    pub fn words_of(&self, mention: &Mention) -> &str {
        self.document(mention.document).map_or("", |document| document.text.slice(mention.span))
    }

    /// One entity.
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.entities.get(&id)
    }

    /// All entities, by id.
    pub fn entities(&self) -> impl Iterator<Item = &Entity> {
        self.entities.values()
    }

    /// What an entity is called: its own name, else the longest of its mentions (the first of several).
    pub fn entity_name(&self, id: EntityId) -> &str {
        let given = self.entity(id).and_then(|entity| entity.name.as_deref());
        given.unwrap_or_else(|| {
            let names = self.mentions_of_entity(id).map(|mention| self.words_of(mention));
            names
                .max_by(|a, b| a.chars().count().cmp(&b.chars().count()).then_with(|| b.cmp(a)))
                .unwrap_or("")
        })
    }

    /// The entity with this label that goes by this name: its own, or that of a mention of it.
    pub fn entity_named(&self, label: LabelId, name: &NameKey) -> Option<EntityId> {
        let own = self.entities_by_name.get(&(label, name.clone())).and_then(|ids| ids.first()).copied();
        own.or_else(|| self.mentions_named(label, name).find_map(|mention| mention.entity))
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
        self.gazetteers.values()
    }

    /// One gazetteer.
    pub fn gazetteer(&self, id: GazetteerId) -> Option<&Gazetteer> {
        self.gazetteers.get(&id)
    }

    /// The one gazetteer of a role of which there is only one.
    pub fn gazetteer_of(&self, role: GazetteerRole) -> Option<&Gazetteer> {
        self.gazetteers().find(|gazetteer| gazetteer.role == role)
    }

    /// Puts a transaction in force.
    ///
    /// # Errors
    /// If a record is not what the transaction found when it was planned, or points to one that is not there.
    /// Then nothing of it is done.
    pub fn apply(&mut self, transaction: &Transaction) -> Result<(), Conflict> {
        for (done, change) in transaction.changes.iter().enumerate() {
            if let Err(conflict) = self.apply_change(change) {
                for change in transaction.changes.iter().take(done).rev() {
                    self.force(&change.inverse());
                }
                return Err(conflict);
            }
        }
        self.revision += 1;
        Ok(())
    }

    fn apply_change(&mut self, change: &Change) -> Result<(), Conflict> {
        match change {
            Change::Document { id, before, after } => {
                let same_id = after.as_ref().is_none_or(|document| document.id == *id);
                expect(same_id, || format!("document {id}"), OTHER_ID)?;
                expect(self.documents.get(id) == before.as_deref(), || format!("document {id}"), STALE)?;
                let in_use = after.is_none() && self.mention_count_of(*id) > 0;
                expect(!in_use, || format!("document {id}"), "it still has mentions")?;
                let is_named = || self.rejections().any(|rejection| rejection.document() == Some(*id));
                expect(
                    after.is_some() || !is_named(),
                    || format!("document {id}"),
                    "it still has rejections",
                )?;
                let same_text = before.as_ref().zip(after.as_ref()).is_none_or(|(b, a)| b.text == a.text);
                expect(same_text, || format!("document {id}"), "its text may not change")?;
            }
            Change::Mention { id, before, after } => {
                expect(self.mentions.get(*id) == before.as_ref(), || format!("mention {id}"), STALE)?;
                after.as_ref().map_or(Ok(()), |mention| self.check_mention(*id, mention))?;
            }
            Change::Entity { id, before, after } => {
                expect(self.entities.get(id) == before.as_ref(), || format!("entity {id}"), STALE)?;
                let in_use = after.is_none() && self.mentions.of_entity(*id).next().is_some();
                expect(!in_use, || format!("entity {id}"), "it still has mentions")?;
                after.as_ref().map_or(Ok(()), |entity| self.check_entity(*id, entity))?;
            }
            Change::Rejection { id, before, after } => {
                expect(self.rejections.get(id) == before.as_ref(), || format!("rejection {id}"), STALE)?;
                after.as_ref().map_or(Ok(()), |rejection| self.check_rejection(*id, rejection))?;
            }
            Change::Gazetteer { id, before, after } => {
                expect(self.gazetteers.get(id) == before.as_ref(), || format!("gazetteer {id}"), STALE)?;
                after.as_ref().map_or(Ok(()), |gazetteer| self.check_gazetteer(*id, gazetteer))?;
            }
        }
        self.force(change);
        Ok(())
    }

    fn check_mention(&self, id: MentionId, mention: &Mention) -> Result<(), Conflict> {
        let record = || format!("mention {id}");
        expect(mention.id == id, record, OTHER_ID)?;
        let document = self.document(mention.document);
        expect(document.is_some(), record, "its document is not there")?;
        let fits = document.is_some_and(|document| {
            document.text.span(mention.span.start(), mention.span.end()) == Ok(mention.span)
        });
        expect(fits, record, "its span does not fit the text")?;
        expect(self.schema.get(mention.label).is_some(), record, NO_LABEL)?;
        let entity_found = mention.entity.is_none_or(|entity| self.entities.contains_key(&entity));
        expect(entity_found, record, "its entity is not there")
    }

    fn check_entity(&self, id: EntityId, entity: &Entity) -> Result<(), Conflict> {
        let record = || format!("entity {id}");
        expect(entity.id == id, record, OTHER_ID)?;
        expect(self.schema.get(entity.label).is_some(), record, NO_LABEL)
    }

    fn check_rejection(&self, id: RejectionId, rejection: &Rejection) -> Result<(), Conflict> {
        let record = || format!("rejection {id}");
        expect(rejection.id == id, record, OTHER_ID)?;
        expect(self.schema.get(rejection.label).is_some(), record, NO_LABEL)?;
        let document = rejection.document().map(|document| self.document(document));
        expect(document != Some(None), record, "its document is not there")?;
        let RejectionScope::Here { span, .. } = rejection.scope else {
            return Ok(());
        };
        let text = document.flatten().map(|document| &document.text);
        let fits = text.is_some_and(|text| {
            text.span(span.start(), span.end()) == Ok(span) && text.slice(span) == rejection.words
        });
        expect(fits, record, "its span and words do not fit the text")
    }

    fn check_gazetteer(&self, id: GazetteerId, gazetteer: &Gazetteer) -> Result<(), Conflict> {
        let record = || format!("gazetteer {id}");
        expect(gazetteer.id == id, record, OTHER_ID)?;
        let is_alone = gazetteer.role == GazetteerRole::List
            || self.gazetteer_of(gazetteer.role).is_none_or(|other| other.id == id);
        expect(is_alone, record, "there is another of its role")?;
        let has_labels = gazetteer.names.iter().all(|name| self.schema.get(name.label).is_some());
        expect(has_labels, record, "the label of a name is not in the schema")
    }

    /// Puts the record in place and the indices in step, unchecked.
    fn force(&mut self, change: &Change) {
        match change {
            Change::Document { id, before, after } => {
                if let Some(document) = before {
                    self.document_order.remove(&(document.position, *id));
                }
                if let Some(document) = after {
                    self.document_order.insert((document.position, *id));
                }
                set(&mut self.documents, *id, after.as_deref());
            }
            Change::Mention { before, after, .. } => {
                if let Some(mention) = before {
                    let name = NameKey::new(self.words_of(mention));
                    self.mentions.remove(mention, name);
                }
                if let Some(mention) = after {
                    let name = NameKey::new(self.words_of(mention));
                    self.mentions.insert(mention.clone(), name);
                }
            }
            Change::Entity { id, before, after } => {
                if let Some(key) = before.as_ref().and_then(name_key)
                    && let Some(ids) = self.entities_by_name.get_mut(&key)
                {
                    ids.remove(id);
                    if ids.is_empty() {
                        self.entities_by_name.remove(&key);
                    }
                }
                if let Some(key) = after.as_ref().and_then(name_key) {
                    self.entities_by_name.entry(key).or_default().insert(*id);
                }
                set(&mut self.entities, *id, after.as_ref());
            }
            Change::Rejection { id, after, .. } => set(&mut self.rejections, *id, after.as_ref()),
            Change::Gazetteer { id, after, .. } => set(&mut self.gazetteers, *id, after.as_ref()),
        }
    }
}

/// Two projects are equal if they hold the same records; how they came to it does not count.
impl PartialEq for Project {
    fn eq(&self, other: &Self) -> bool {
        self.schema == other.schema
            && self.documents == other.documents
            && self.entities == other.entities
            && self.rejections == other.rejections
            && self.gazetteers == other.gazetteers
            && self.mentions.iter().eq(other.mentions.iter())
    }
}

const STALE: &str = "it is not what it was when the change was made";

const OTHER_ID: &str = "the record has another id than the change";
const NO_LABEL: &str = "its label is not in the schema";

fn expect(holds: bool, record: impl FnOnce() -> String, why: &'static str) -> Result<(), Conflict> {
    if holds { Ok(()) } else { Err(Conflict { record: record(), why }) }
}

fn set<K: Ord, V: Clone>(records: &mut BTreeMap<K, V>, id: K, after: Option<&V>) {
    match after {
        Some(record) => records.insert(id, record.clone()),
        None => records.remove(&id),
    };
}

fn name_key(entity: &Entity) -> Option<(LabelId, NameKey)> {
    entity.name.as_deref().map(|name| (entity.label, NameKey::new(name)))
}
