//! The one way to change a project: a transaction is put in force whole, or not at all.

use super::{LAST_REVISION, Project};
use crate::model::{
    Change, Conflict, Document, DocumentId, Entity, EntityId, Gazetteer, GazetteerId, GazetteerRole, Mention,
    MentionId, NameKey, Rejection, RejectionId, RejectionScope, Relation, RelationId, Schema, Transaction,
    change::STALE,
};
use imbl::OrdMap;
use std::{
    collections::BTreeMap,
    sync::{Arc, atomic::Ordering},
};

impl Project {
    /// Puts a transaction in force.
    ///
    /// # Errors
    /// If a record is not what the transaction found when it was planned, or points to one that is not there.
    /// Then nothing of it is done.
    pub fn apply(&mut self, transaction: &Transaction) -> Result<(), Conflict> {
        self.make_room(transaction);
        let mut done = 0;
        let applied = transaction.changes.iter().try_for_each(|change| {
            self.apply_change(change)?;
            done += 1;
            Ok(())
        });
        let applied = applied.and_then(|()| transaction.changes.iter().try_for_each(|c| self.check_roles(c)));
        if applied.is_err() {
            for change in transaction.changes.iter().take(done).rev() {
                self.force(&change.inverse());
            }
            return applied;
        }
        self.mark_changed(transaction);
        Ok(())
    }

    fn make_room(&mut self, transaction: &Transaction) {
        let mut counts: BTreeMap<DocumentId, usize> = BTreeMap::new();
        for mention in transaction.created_mentions() {
            *counts.entry(mention.document).or_default() += 1;
        }
        for (document, count) in counts.into_iter().filter(|(_, count)| *count > 1) {
            self.mentions.reserve(document, count);
        }
    }

    fn mark_changed(&mut self, transaction: &Transaction) {
        self.revision = LAST_REVISION.fetch_add(1, Ordering::Relaxed) + 1;
        let mut last = None;
        for change in &transaction.changes {
            if matches!(change, Change::Schema { .. }) {
                self.schema_revision = self.revision;
            }
            let document = change.document().filter(|document| last != Some(*document));
            if let Some(document) = document {
                self.document_revisions.insert(document, self.revision);
                last = Some(document);
            }
        }
    }

    fn apply_change(&mut self, change: &Change) -> Result<(), Conflict> {
        match change {
            Change::Schema { before, after } => self.check_schema(before, after)?,
            Change::Document { id, before, after } => {
                self.check_document(*id, before.as_deref(), after.as_deref())?;
            }
            Change::Mention { id, before, after } => {
                self.check_mention(*id, before.as_ref(), after.as_ref())?;
            }
            Change::Entity { id, before, after } => {
                self.check_entity(*id, before.as_ref(), after.as_ref())?;
            }
            Change::Relation { id, before, after } => {
                self.check_relation(*id, before.as_ref(), after.as_ref())?;
            }
            Change::Rejection { id, before, after } => {
                self.check_rejection(*id, before.as_ref(), after.as_ref())?;
            }
            Change::Gazetteer { id, before, after } => {
                self.check_gazetteer(*id, before.as_ref(), after.as_ref())?;
            }
        }
        self.force(change);
        Ok(())
    }

    /// A label or relation type that is in use stays, and a mark that has a date keeps a label for dates.
    fn check_schema(&self, before: &Schema, after: &Schema) -> Result<(), Conflict> {
        let record = || "schema".to_owned();
        expect(self.schema == *before, record, STALE)?;
        if before.labels().any(|(id, _)| after.get(id).is_none()) {
            let mentions = self.mentions.iter().map(|mention| mention.label);
            let labels = mentions.chain(self.entities.iter().map(|entity| entity.label));
            let labels = labels.chain(self.rejections.values().map(|rejection| rejection.label));
            let names = self.gazetteers.values().flat_map(|gazetteer| gazetteer.names.iter());
            let mut labels = labels.chain(names.map(|name| name.label));
            expect(labels.all(|label| after.get(label).is_some()), record, "a label is still in use")?;
        }
        if before.labels().any(|(id, _)| before.is_for_dates(id) && !after.is_for_dates(id)) {
            let mut dated = self.mentions.iter().filter(|mention| mention.date.is_some());
            let all_fit = dated.all(|mention| after.is_for_dates(mention.label));
            expect(all_fit, record, "a mention with that label has a date")?;
        }
        if before.relation_types().any(|(id, _)| after.relation_type(id).is_none()) {
            let mut kinds = self.relations.iter().map(|relation| relation.kind);
            let all_there = kinds.all(|kind| after.relation_type(kind).is_some());
            expect(all_there, record, "a relation type is still in use")?;
        }
        Ok(())
    }

    fn check_document(
        &self,
        id: DocumentId,
        before: Option<&Document>,
        after: Option<&Document>,
    ) -> Result<(), Conflict> {
        let record = || format!("document {id}");
        expect(after.is_none_or(|document| document.id == id), record, OTHER_ID)?;
        expect(self.documents.get(&id) == before, record, STALE)?;
        let in_use = after.is_none() && self.mention_count_of(id) > 0;
        expect(!in_use, record, "it still has mentions")?;
        let is_named = || self.rejections().any(|rejection| rejection.document() == Some(id));
        expect(after.is_some() || !is_named(), record, "it still has rejections")?;
        let same_text = before.zip(after).is_none_or(|(before, after)| before.text == after.text);
        expect(same_text, record, "its text may not change")
    }

    fn check_mention(
        &self,
        id: MentionId,
        before: Option<&Mention>,
        after: Option<&Mention>,
    ) -> Result<(), Conflict> {
        let record = || format!("mention {id}");
        expect(self.mentions.get(id) == before, record, STALE)?;
        let is_tied = || self.relations.of_mention(id).next().is_some();
        let Some(mention) = after else {
            return expect(!is_tied(), record, "it still has relations");
        };
        expect(mention.id == id, record, OTHER_ID)?;
        expect(mention.entity.is_some() || !is_tied(), record, "it has relations, but no entity")?;
        // Where it lies was looked at when it was put there.
        if !before.is_some_and(|before| stands_alike(before, mention)) {
            let document = self.document(mention.document);
            expect(document.is_some(), record, "its document is not there")?;
            let fits = document.is_some_and(|document| {
                document.text.span(mention.span.start(), mention.span.end()) == Ok(mention.span)
            });
            expect(fits, record, "its span does not fit the text")?;
            expect(self.schema.get(mention.label).is_some(), record, NO_LABEL)?;
        }
        let may_be_dated = mention.date.is_none() || self.schema.is_for_dates(mention.label);
        expect(may_be_dated, record, "it has a date, but its label is not one for dates")?;
        let entity_found = mention.entity.is_none_or(|entity| self.entities.get(entity).is_some());
        expect(entity_found, record, "its entity is not there")
    }

    fn check_entity(
        &self,
        id: EntityId,
        before: Option<&Entity>,
        after: Option<&Entity>,
    ) -> Result<(), Conflict> {
        let record = || format!("entity {id}");
        expect(self.entities.get(id) == before, record, STALE)?;
        let Some(entity) = after else {
            return expect(self.mentions.of_entity(id).next().is_none(), record, "it still has mentions");
        };
        expect(entity.id == id, record, OTHER_ID)?;
        let is_tidy = entity.facts.clone().tidy().as_ref() == Ok(&entity.facts);
        expect(is_tidy, record, "a name, id or date of it is none")?;
        expect(self.schema.get(entity.label).is_some(), record, NO_LABEL)
    }

    /// Entities may hold roles with each other, so this is looked at when all of them are in their places.
    fn check_roles(&self, change: &Change) -> Result<(), Conflict> {
        let Change::Entity { id, after, .. } = change else {
            return Ok(());
        };
        let record = || format!("entity {id}");
        let Some(entity) = after else {
            let is_free = self.entities.with_roles_in(*id).next().is_none();
            return expect(is_free, record, "a role of another entity is with it");
        };
        let all_there = entity.organisations().all(|id| self.entities.get(id).is_some());
        expect(all_there, record, "the organisation of a role is not there")?;
        expect(entity.organisations().all(|other| other != *id), record, "a role of it is with itself")
    }

    fn check_relation(
        &self,
        id: RelationId,
        before: Option<&Relation>,
        after: Option<&Relation>,
    ) -> Result<(), Conflict> {
        let record = || format!("relation {id}");
        expect(self.relations.get(id) == before, record, STALE)?;
        let Some(relation) = after else {
            return Ok(());
        };
        let (from, to) = (relation.from, relation.to);
        expect(relation.id == id, record, OTHER_ID)?;
        expect(self.schema.relation_type(relation.kind).is_some(), record, "its type is not in the schema")?;
        expect(from != to, record, "it ties a mention to itself")?;
        let ends = [from, to].map(|end| self.mentions.get(end));
        let all_are = |holds: fn(&Mention, DocumentId) -> bool| {
            ends.iter().all(|end| end.is_some_and(|mention| holds(mention, relation.document)))
        };
        expect(
            all_are(|mention, here| mention.document == here),
            record,
            "a mention of it is not in its article",
        )?;
        expect(all_are(|mention, _| mention.entity.is_some()), record, "a mention of it has no entity")?;
        let alike = self.relation_alike(relation.kind, from, to);
        expect(alike.is_none_or(|other| other.id == id), record, "another of its type ties the same mentions")
    }

    fn check_rejection(
        &self,
        id: RejectionId,
        before: Option<&Rejection>,
        after: Option<&Rejection>,
    ) -> Result<(), Conflict> {
        let record = || format!("rejection {id}");
        expect(self.rejections.get(&id) == before, record, STALE)?;
        let Some(rejection) = after else {
            return Ok(());
        };
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

    fn check_gazetteer(
        &self,
        id: GazetteerId,
        before: Option<&Gazetteer>,
        after: Option<&Gazetteer>,
    ) -> Result<(), Conflict> {
        let record = || format!("gazetteer {id}");
        expect(self.gazetteer(id) == before, record, STALE)?;
        let Some(gazetteer) = after else {
            return Ok(());
        };
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
            Change::Schema { after, .. } => self.schema = after.as_ref().clone(),
            Change::Document { id, before, after } => {
                if let Some(document) = before {
                    self.document_order.remove(&(document.position, *id));
                }
                if let Some(document) = after {
                    self.document_order.insert((document.position, *id));
                }
                set(&mut self.documents, *id, after.as_deref());
            }
            Change::Mention { before, after, .. } => self.force_mention(before.as_ref(), after.as_ref()),
            Change::Entity { id, before, after } => {
                self.entities.set(*id, before.as_ref(), after.as_ref());
            }
            Change::Relation { id, before, after } => {
                self.relations.set(*id, before.as_ref(), after.as_ref());
            }
            Change::Rejection { id, after, .. } => set(&mut self.rejections, *id, after.as_ref()),
            Change::Gazetteer { id, after, .. } => {
                set(&mut self.gazetteers, *id, after.clone().map(Arc::new).as_ref());
            }
        }
    }

    fn force_mention(&mut self, before: Option<&Mention>, after: Option<&Mention>) {
        if let (Some(before), Some(after)) = (before, after)
            && stands_alike(before, after)
        {
            self.mentions.replace(before, after.clone());
            return;
        }
        if let Some(mention) = before {
            let name = NameKey::new(self.words_of(mention));
            self.mentions.remove(mention, name);
        }
        if let Some(mention) = after {
            let name = NameKey::new(self.words_of(mention));
            self.mentions.insert(mention.clone(), name);
        }
    }
}

/// Whether two records of a mention lie at one place with one label.
fn stands_alike(before: &Mention, after: &Mention) -> bool {
    (before.document, before.span, before.label) == (after.document, after.span, after.label)
}

const OTHER_ID: &str = "the record has another id than the change";
const NO_LABEL: &str = "its label is not in the schema";

fn expect(holds: bool, record: impl FnOnce() -> String, why: &'static str) -> Result<(), Conflict> {
    if holds { Ok(()) } else { Err(Conflict { record: record(), why }) }
}

fn set<K: Ord + Clone, V: Clone>(records: &mut OrdMap<K, V>, id: K, after: Option<&V>) {
    match after {
        Some(record) => records.insert(id, record.clone()),
        None => records.remove(&id),
    };
}
