//! Adding articles, taking them out, correcting their facts.

use super::{Draft, counted, quoted};
use crate::model::{
    Change, CommandError, Document, DocumentId, Facts, NewDocument, Project, Rejection, Transaction,
};
use std::collections::BTreeSet;

impl Project {
    pub(super) fn plan_add_documents(&mut self, documents: Vec<NewDocument>) -> Transaction {
        let first_position = self.documents().map(|document| document.position + 1).max().unwrap_or(0);
        let name = match documents.as_slice() {
            [one] if !one.facts.title.is_empty() => format!("Add {}", quoted(&one.facts.title)),
            several => format!("Add {}", counted(several.len(), "article")),
        };
        let changes = documents.into_iter().zip(first_position..).map(|(new, position)| {
            let id = DocumentId::fresh(&mut self.ids);
            let NewDocument { facts, source, encoding, text } = new;
            let document = Document { id, position, facts, source, encoding, text };
            Change::Document { id, before: None, after: Some(Box::new(document)) }
        });
        Transaction { name, changes: changes.collect() }
    }

    pub(super) fn plan_remove_documents(&mut self, ids: &[DocumentId]) -> Result<Transaction, CommandError> {
        let ids: BTreeSet<DocumentId> = ids.iter().copied().collect();
        let mut draft = Draft::default();
        let mut removed = Vec::new();
        for id in &ids {
            let document = self.need_document(*id)?;
            removed.push(Change::Document { id: *id, before: Some(Box::new(document.clone())), after: None });
            for mention in self.mentions_of(*id) {
                draft.change_mention(mention, None);
            }
        }
        let name = match ids.first().and_then(|id| self.document(*id)) {
            Some(document) if ids.len() == 1 => format!("Remove {}", quoted(document.display_title())),
            _ => format!("Remove {}", counted(ids.len(), "article")),
        };
        let of_removed =
            |rejection: &&Rejection| rejection.document().is_some_and(|document| ids.contains(&document));
        let rejections = self.rejections().filter(of_removed).map(|rejection| Change::Rejection {
            id: rejection.id,
            before: Some(rejection.clone()),
            after: None,
        });
        let rejections: Vec<Change> = rejections.collect();
        let mut transaction = draft.finish(self, name);
        transaction.changes.extend(rejections);
        transaction.changes.extend(removed);
        Ok(transaction)
    }

    /// The article stays where it was in the list.
    pub(super) fn plan_replace_document(
        &mut self,
        id: DocumentId,
        new: NewDocument,
    ) -> Result<Transaction, CommandError> {
        let position = self.need_document(id)?.position;
        let mut transaction = self.plan_remove_documents(&[id])?;
        let added = DocumentId::fresh(&mut self.ids);
        let NewDocument { facts, source, encoding, text } = new;
        let document = Document { id: added, position, facts, source, encoding, text };
        transaction.name = format!("Read {} again", quoted(document.display_title()));
        let after = Some(Box::new(document));
        transaction.changes.push(Change::Document { id: added, before: None, after });
        Ok(transaction)
    }

    pub(super) fn plan_set_facts(
        &mut self,
        id: DocumentId,
        facts: Facts,
    ) -> Result<Transaction, CommandError> {
        let before = self.need_document(id)?.clone();
        let name = format!("Correct the facts of {}", quoted(before.display_title()));
        let after = Document { facts: facts.corrected_from(&before.facts), ..before.clone() };
        let change = Change::Document { id, before: Some(Box::new(before)), after: Some(Box::new(after)) };
        let is_change = !matches!(&change, Change::Document { before, after, .. } if before == after);
        Ok(Transaction { name, changes: is_change.then_some(change).into_iter().collect() })
    }
}
