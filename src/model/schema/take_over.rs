//! Another schema in the place of this one: which of its labels each of ours becomes.

use super::{Label, LabelId, RelationType, RelationTypeId, Schema, Shelf, edit::Fates};
use std::collections::{BTreeMap, BTreeSet};

/// What a schema is to be, and what becomes of the labels that are not in it.
pub(in crate::model) struct Taken {
    pub(in crate::model) schema: Schema,
    pub(in crate::model) fates: Fates,
    /// Relation types that go. No relation has them.
    pub(in crate::model) gone_types: BTreeSet<RelationTypeId>,
}

impl Schema {
    /// Puts another schema in the place of this one. A label becomes the one that goes by one of its names there; of several
    /// that become one, the first keeps its id. What has no counterpart stays at the end where it is used, and goes where
    /// not.
    pub(in crate::model) fn taking_over(
        &self,
        new: &Self,
        used: &BTreeSet<LabelId>,
        used_types: &BTreeSet<RelationTypeId>,
    ) -> Result<Taken, String> {
        let mut heirs: BTreeMap<LabelId, LabelId> = BTreeMap::new();
        let mut fates = Fates::new();
        let mut kept = Vec::new();
        for (id, label) in self.labels() {
            match new.counterpart(label) {
                Some(there) => match heirs.get(&there) {
                    Some(first) => _ = fates.insert(id, Some(*first)),
                    None => _ = heirs.insert(there, id),
                },
                None if used.contains(&id) => kept.push((id, label)),
                None => _ = fates.insert(id, None),
            }
        }
        let mut next = self.labels().map(|(id, _)| u32::from(id.0) + 1).max().unwrap_or(0);
        let mut labels = Shelf::default();
        for (there, label) in new.labels() {
            let known = heirs.get(&there).map(|id| u32::from(id.0));
            next += u32::from(known.is_none());
            let number = u16::try_from(known.unwrap_or(next - 1)).map_err(|_| "there are too many labels")?;
            heirs.insert(there, LabelId(number));
            labels.put(number, label.clone());
        }
        for (id, label) in kept {
            let key = label.key.filter(|key| new.with_key(*key).is_none());
            labels.put(id.0, Label { key, ..label.clone() });
        }
        let relation_types = self.types_taken(new, &heirs, &fates, used_types)?;
        let gone = self.relation_types().map(|(id, _)| id).filter(|id| relation_types.get(id.0).is_none());
        let gone_types = gone.collect();
        let schema = Self { name: new.name.clone(), labels, relation_types };
        Ok(Taken { schema, fates, gone_types })
    }

    /// What a label of another schema is here.
    fn counterpart(&self, label: &Label) -> Option<LabelId> {
        self.known_as(&label.name).or_else(|| label.also.iter().find_map(|also| self.known_as(also)))
    }

    fn types_taken(
        &self,
        new: &Self,
        heirs: &BTreeMap<LabelId, LabelId>,
        fates: &Fates,
        used: &BTreeSet<RelationTypeId>,
    ) -> Result<Shelf<RelationType>, String> {
        let mut next = self.relation_types().map(|(id, _)| u32::from(id.0) + 1).max().unwrap_or(0);
        let mut types = Shelf::default();
        for (_, one) in new.relation_types() {
            let known = self.relation_known_as(&one.name).filter(|id| types.get(id.0).is_none());
            let known = known.map(|id| u32::from(id.0));
            next += u32::from(known.is_none());
            let number = u16::try_from(known.unwrap_or(next - 1));
            let number = number.map_err(|_| "there are too many relation types")?;
            let here = |labels: &[LabelId]| labels.iter().filter_map(|id| heirs.get(id).copied()).collect();
            types.put(number, RelationType { from: here(&one.from), to: here(&one.to), ..one.clone() });
        }
        for (id, one) in self.relation_types().filter(|(id, _)| used.contains(id)) {
            if types.get(id.0).is_none() {
                let here =
                    |labels: &[LabelId]| super::edit::joined_instead(labels, fates).unwrap_or_default();
                let key =
                    one.key.filter(|key| new.relation_types().all(|(_, other)| other.key != Some(*key)));
                types
                    .put(id.0, RelationType { key, from: here(&one.from), to: here(&one.to), ..one.clone() });
            }
        }
        Ok(types)
    }
}
