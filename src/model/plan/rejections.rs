//! Turning suggestions down, and thinking better of it.

use super::{counted, quoted};
use crate::model::{
    Change, CommandError, LabelId, Project, Rejection, RejectionId, RejectionScope, Transaction,
};
use std::collections::BTreeSet;

impl Project {
    pub(super) fn plan_reject(
        &mut self,
        refusals: Vec<(RejectionScope, LabelId, String)>,
    ) -> Result<Transaction, CommandError> {
        let name = match refusals.as_slice() {
            [(_, _, words)] => format!("Reject {}", quoted(words)),
            several => format!("Reject {}", counted(several.len(), "suggestion")),
        };
        let mut changes = Vec::new();
        for (scope, label, mut words) in refusals {
            self.need_label(label)?;
            if let RejectionScope::Here { document, span } = scope {
                // The place decides what its words are, whatever name was turned down.
                self.need_span(document, span)?.clone_into(&mut words);
            }
            let id = RejectionId::fresh(&mut self.ids);
            let after = Some(Rejection { id, scope, label, words });
            changes.push(Change::Rejection { id, before: None, after });
        }
        Ok(Transaction { name, changes })
    }

    pub(super) fn plan_unreject(&mut self, ids: &[RejectionId]) -> Result<Transaction, CommandError> {
        let mut changes = Vec::new();
        for id in ids.iter().copied().collect::<BTreeSet<_>>() {
            let before = self.rejection(id).ok_or(CommandError::NoRejection(id))?;
            changes.push(Change::Rejection { id, before: Some(before.clone()), after: None });
        }
        Ok(Transaction { name: format!("Take back {}", counted(changes.len(), "rejection")), changes })
    }
}
