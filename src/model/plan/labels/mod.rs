//! Labels and relation types: added, changed, moved, merged, taken out, or another ready set used in their place.
//!
//! What carries them follows in the same step: marks, entities, rejections, names of lists, relations.

mod settle;

use super::{counted, quoted};
use crate::model::{
    Change, CommandError, Fates, Label, LabelId, Project, RelationType, RelationTypeId, Schema, Transaction,
};
use std::collections::BTreeSet;

impl Project {
    pub(super) fn plan_add_label(&mut self, label: &Label) -> Result<Transaction, CommandError> {
        let (after, id) = self.schema().with_label(label).map_err(CommandError::BadSchema)?;
        let name = format!("Add the label {}", quoted(after.name_of(id)));
        Ok(self.change_schema(name, after))
    }

    pub(super) fn plan_set_label(&mut self, id: LabelId, to: &Label) -> Result<Transaction, CommandError> {
        let old = self.need_label(id)?.to_owned();
        let after = self.schema().with_changed(id, to).map_err(CommandError::BadSchema)?;
        let new = after.name_of(id);
        let name = if old == new {
            format!("Change the label {}", quoted(&old))
        } else {
            format!("Rename the label {} to {}", quoted(&old), quoted(new))
        };
        Ok(self.settle_labels(name, after, &Fates::new(), &BTreeSet::new()))
    }

    pub(super) fn plan_move_label(&mut self, id: LabelId, place: usize) -> Result<Transaction, CommandError> {
        let name = format!("Move the label {}", quoted(self.need_label(id)?));
        let after = self.schema().with_moved(id, place);
        Ok(self.change_schema(name, after))
    }

    pub(super) fn plan_merge_labels(
        &mut self,
        labels: &[LabelId],
        into: LabelId,
    ) -> Result<Transaction, CommandError> {
        let into_name = quoted(self.need_label(into)?);
        let mut fates = Fates::new();
        for label in labels {
            self.need_label(*label)?;
            if *label != into {
                fates.insert(*label, Some(into));
            }
        }
        let name = format!("Merge {} into {into_name}", self.name_of_labels(&fates));
        let (after, gone_types) = self.schema().without(&fates);
        Ok(self.settle_labels(name, after, &fates, &gone_types))
    }

    pub(super) fn plan_delete_labels(&mut self, labels: &[LabelId]) -> Result<Transaction, CommandError> {
        let mut fates = Fates::new();
        for label in labels {
            self.need_label(*label)?;
            fates.insert(*label, None);
        }
        let name = format!("Delete {}", self.name_of_labels(&fates));
        let (after, gone_types) = self.schema().without(&fates);
        Ok(self.settle_labels(name, after, &fates, &gone_types))
    }

    /// `the label “Ship”`, `3 labels`.
    fn name_of_labels(&self, fates: &Fates) -> String {
        match fates.keys().next() {
            Some(id) if fates.len() == 1 => format!("the label {}", quoted(self.schema().name_of(*id))),
            _ => counted(fates.len(), "label"),
        }
    }

    pub(super) fn plan_use_schema(&mut self, new: &Schema) -> Result<Transaction, CommandError> {
        let used_types = self.relations().map(|relation| relation.kind).collect();
        let taken = self.schema().taking_over(new, &self.used_labels(), &used_types);
        let taken = taken.map_err(CommandError::BadSchema)?;
        let name = format!("Use the labels {}", quoted(&taken.schema.name));
        Ok(self.settle_labels(name, taken.schema, &taken.fates, &taken.gone_types))
    }

    /// The labels that marks, entities, rejections or names of lists have.
    fn used_labels(&self) -> BTreeSet<LabelId> {
        let mut used: BTreeSet<LabelId> = self.mentions().map(|mention| mention.label).collect();
        used.extend(self.entities().map(|entity| entity.label));
        used.extend(self.rejections().map(|rejection| rejection.label));
        used.extend(self.gazetteers().flat_map(|list| list.names.iter()).map(|name| name.label));
        used
    }

    pub(super) fn plan_add_relation_type(&mut self, one: RelationType) -> Result<Transaction, CommandError> {
        let (after, id) = self.schema().with_type(one).map_err(CommandError::BadSchema)?;
        let name = after.relation_type(id).map_or("", |one| &one.name);
        let name = format!("Add the relation type {}", quoted(name));
        Ok(self.change_schema(name, after))
    }

    pub(super) fn plan_set_relation_type(
        &mut self,
        id: RelationTypeId,
        to: RelationType,
    ) -> Result<Transaction, CommandError> {
        let old = self.need_relation_type(id)?.name.clone();
        let after = self.schema().with_changed_type(id, to).map_err(CommandError::BadSchema)?;
        let new = after.relation_type(id).map_or("", |one| &one.name);
        let name = if old == new {
            format!("Change the relation type {}", quoted(&old))
        } else {
            format!("Rename the relation type {} to {}", quoted(&old), quoted(new))
        };
        Ok(self.settle_labels(name, after, &Fates::new(), &BTreeSet::new()))
    }

    pub(super) fn plan_delete_relation_type(
        &mut self,
        id: RelationTypeId,
    ) -> Result<Transaction, CommandError> {
        let name = format!("Delete the relation type {}", quoted(&self.need_relation_type(id)?.name));
        let after = self.schema().without_type(id);
        Ok(self.settle_labels(name, after, &Fates::new(), &BTreeSet::from([id])))
    }

    /// The step of a schema that touches nothing that carries its labels.
    fn change_schema(&self, name: String, after: Schema) -> Transaction {
        let before = self.schema();
        let change = (*before != after)
            .then(|| Change::Schema { before: Box::new(before.clone()), after: Box::new(after) });
        Transaction { name, changes: change.into_iter().collect() }
    }
}
