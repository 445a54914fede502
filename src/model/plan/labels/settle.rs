//! What carries labels that go, or that mean no date any more, is settled; then the schema changes, as the last of the step.
//!
//! A mark on words that carry the new label already joins the mark that is there. An entity that says nothing of its own
//! joins the one of its name.

use super::super::Draft;
use crate::model::{
    Change, Entity, EntityId, Fates, Gazetteer, GazetteerRole, KnownName, LabelId, Mention, MentionId,
    NameKey, NameList, Project, Rejection, Relation, RelationTypeId, Schema, Transaction,
};
use std::collections::{BTreeMap, BTreeSet};

/// A step in the making.
struct Settling<'a> {
    before: Schema,
    after: Schema,
    fates: &'a Fates,
    draft: Draft,
    /// Entities that go, and what takes the place of each.
    entities: BTreeMap<EntityId, Option<EntityId>>,
    /// Marks as they will be, those that change.
    marks: BTreeMap<MentionId, Mention>,
    /// Marks that go, and the one on the same words that stays.
    gone: BTreeMap<MentionId, Option<MentionId>>,
    /// Marks whose entity goes without a successor.
    homeless: Vec<MentionId>,
}

impl Project {
    /// The step to another schema. `fates` are of the labels that are not in it.
    pub(super) fn settle_labels(
        &mut self,
        name: String,
        after: Schema,
        fates: &Fates,
        gone_types: &BTreeSet<RelationTypeId>,
    ) -> Transaction {
        let mut settling = Settling {
            before: self.schema().clone(),
            after,
            fates,
            draft: Draft::default(),
            entities: BTreeMap::new(),
            marks: BTreeMap::new(),
            gone: BTreeMap::new(),
            homeless: Vec::new(),
        };
        if !fates.is_empty() {
            settling.entities(self);
        }
        settling.marks(self);
        settling.twins(self);
        settling.homes(self);
        settling.hand_over_marks(self);
        settling.relations(self, gone_types);
        let Settling { draft, before, after, .. } = settling;
        let mut transaction = draft.finish(self, name);
        if !fates.is_empty() {
            transaction.changes.extend(rejections(self, fates));
            transaction.changes.extend(self.gazetteers().filter_map(|list| relisted(list, fates)));
        }
        if before != after {
            let (before, after) = (Box::new(before), Box::new(after));
            transaction.changes.push(Change::Schema { before, after });
        }
        transaction
    }
}

impl Settling<'_> {
    /// What a label becomes; `None`: nothing.
    fn label(&self, label: LabelId) -> Option<LabelId> {
        self.fates.get(&label).copied().unwrap_or(Some(label))
    }

    fn entities(&mut self, project: &Project) {
        let moved = |entity: &&Entity| self.fates.contains_key(&entity.label);
        let moved: Vec<&Entity> = project.entities().filter(moved).collect();
        let targets: BTreeSet<LabelId> = self.fates.values().copied().flatten().collect();
        let mut there: BTreeMap<(LabelId, NameKey), Vec<&Entity>> = BTreeMap::new();
        for entity in project.entities().filter(|entity| targets.contains(&entity.label)) {
            there.entry(named(project, entity, entity.label)).or_default().push(entity);
        }
        for entity in moved {
            let Some(label) = self.label(entity.label) else {
                self.draft.remove_entity(entity);
                self.entities.insert(entity.id, None);
                continue;
            };
            // Of several of one name, nobody knows which is meant.
            let name = named(project, entity, label);
            let same = there.get(&name).and_then(|same| match same.as_slice() {
                [one] => Some(*one),
                _ => None,
            });
            if let Some(same) = same.filter(|_| entity.is_plain()) {
                self.draft.merge_entity(entity, same.id);
                self.entities.insert(entity.id, Some(same.id));
            } else {
                self.draft.change_entity(entity, Entity { label, ..entity.clone() });
                there.entry(name).or_default().push(entity);
            }
        }
    }

    fn marks(&mut self, project: &Project) {
        let mut moved = BTreeMap::new();
        for mention in project.mentions() {
            let Some(label) = self.label(mention.label) else {
                self.gone.insert(mention.id, None);
                continue;
            };
            if label != mention.label {
                let place = (mention.document, mention.span, label);
                let mut there = project.mentions_overlapping(mention.document, mention.span.range());
                let same = there.find(|other| other.span == mention.span && other.label == label);
                let same = same.map(|other| other.id).or_else(|| moved.get(&place).copied());
                if let Some(same) = same {
                    self.gone.insert(mention.id, Some(same));
                    continue;
                }
                moved.insert(place, mention.id);
            }
            self.mark(mention, label);
        }
    }

    fn mark(&mut self, mention: &Mention, label: LabelId) {
        let instead = mention.entity.and_then(|entity| self.entities.get(&entity).copied());
        let may_be_dated = mention.date.is_none() || self.may_be_dated(label);
        if label == mention.label && instead.is_none() && may_be_dated {
            return;
        }
        let date = mention.date.filter(|_| may_be_dated);
        let entity = instead.flatten().or(mention.entity);
        if instead == Some(None) {
            self.homeless.push(mention.id);
        }
        self.marks.insert(mention.id, Mention { label, entity, date, ..mention.clone() });
    }

    /// A date is looked at under the labels there were, and again under those that come.
    fn may_be_dated(&self, label: LabelId) -> bool {
        self.before.is_for_dates(label) && self.after.is_for_dates(label)
    }

    /// What a mark says that goes for one on the same words, that one says.
    fn twins(&mut self, project: &Project) {
        let pairs: Vec<(MentionId, MentionId)> =
            self.gone.iter().filter_map(|(gone, same)| Some((*gone, (*same)?))).collect();
        for (gone, same) in pairs {
            let (Some(gone), Some(before)) = (project.mention(gone), project.mention(same)) else {
                continue;
            };
            let mut after = self.marks.get(&same).unwrap_or(before).clone();
            if after.note.is_empty() {
                after.note = gone.note.clone();
            } else if !gone.note.is_empty() && gone.note != after.note {
                after.note = format!("{}\n{}", after.note, gone.note).into();
            }
            if after.entity.is_none() {
                let instead = gone.entity.map(|id| self.entities.get(&id).copied().unwrap_or(Some(id)));
                after.entity = instead.flatten();
                after.is_metonym = gone.is_metonym;
            }
            after.date = after.date.or(gone.date).filter(|_| self.may_be_dated(after.label));
            if after != *before {
                self.marks.insert(same, after);
            }
        }
    }

    /// A metonym of an entity that goes means what its words mean.
    fn homes(&mut self, project: &mut Project) {
        for id in std::mem::take(&mut self.homeless) {
            let Some(before) = project.mention(id).cloned() else {
                continue;
            };
            let label = self.label(before.label).unwrap_or(before.label);
            let entity = self.draft.entity_of(project, &before, label);
            if let Some(mark) = self.marks.get_mut(&id) {
                (mark.entity, mark.is_metonym) = (Some(entity), false);
            }
        }
    }

    fn hand_over_marks(&mut self, project: &Project) {
        for (id, after) in std::mem::take(&mut self.marks) {
            if let Some(before) = project.mention(id) {
                self.draft.change_mention(before, Some(after));
            }
        }
        for before in self.gone.keys().filter_map(|id| project.mention(*id)) {
            self.draft.change_mention(before, None);
        }
    }

    /// Relations of marks that go are of the marks that stay on the same words, where none there says so already.
    fn relations(&mut self, project: &Project, gone_types: &BTreeSet<RelationTypeId>) {
        let instead = |id: MentionId| self.gone.get(&id).copied().flatten().unwrap_or(id);
        let moved = |relation: &Relation| {
            let (from, to) = (instead(relation.from), instead(relation.to));
            Relation { from, to, ..relation.clone() }
        };
        let mut afters: Vec<(&Relation, Relation)> =
            project.relations().map(|one| (one, moved(one))).collect();
        // What stays where it is comes first.
        afters.sort_by_key(|(before, after)| (*before != after, before.id));
        let mut seen = BTreeSet::new();
        for (before, after) in afters {
            let kinds = [&self.before, &self.after].map(|schema| schema.relation_type(after.kind));
            let is_symmetric = kinds.iter().flatten().any(|kind| kind.is_symmetric);
            let ends = if is_symmetric && after.from > after.to {
                (after.kind, after.to, after.from)
            } else {
                (after.kind, after.from, after.to)
            };
            let stays = !gone_types.contains(&after.kind) && after.from != after.to && seen.insert(ends);
            let after = stays.then_some(after);
            if after.as_ref() != Some(before) {
                self.draft.change_relation(before, after);
            }
        }
    }
}

fn named(project: &Project, entity: &Entity, label: LabelId) -> (LabelId, NameKey) {
    (label, NameKey::new(project.entity_name(entity.id)))
}

/// Rejections follow their label; those that another says already go.
fn rejections(project: &Project, fates: &Fates) -> Vec<Change> {
    let key = |rejection: &Rejection, label: LabelId| {
        (format!("{:?}", rejection.scope), label, rejection.words.clone())
    };
    let targets: BTreeSet<LabelId> = fates.values().copied().flatten().collect();
    let there = project.rejections().filter(|rejection| targets.contains(&rejection.label));
    let mut seen: BTreeSet<_> = there.map(|rejection| key(rejection, rejection.label)).collect();
    let follow = |before: &Rejection| {
        let label = (*fates.get(&before.label)?).filter(|label| seen.insert(key(before, *label)));
        let after = label.map(|label| Rejection { label, ..before.clone() });
        Some(Change::Rejection { id: before.id, before: Some(before.clone()), after })
    };
    project.rejections().filter_map(follow).collect()
}

/// The names of a list follow their labels; where a name has the new label already, that one stays. A list that the program
/// made itself goes with its last name.
fn relisted(before: &Gazetteer, fates: &Fates) -> Option<Change> {
    let mut moved = Vec::new();
    let mut names: Vec<KnownName> = Vec::new();
    for name in before.names.iter() {
        match fates.get(&name.label) {
            None => names.push(name.clone()),
            Some(Some(label)) => {
                let mut name = name.clone();
                name.label = *label;
                moved.push(name);
            }
            Some(None) => {}
        }
    }
    if names.len() == before.names.count() {
        return None;
    }
    names.append(&mut moved);
    let names = NameList::of(names);
    let stays = before.role == GazetteerRole::List || !names.is_empty();
    let after = stays.then(|| Gazetteer { names, ..before.clone() });
    Some(Change::Gazetteer { id: before.id, before: Some(before.clone()), after })
}
