//! Tying entities together by the mentions of a sentence, and untying them.

use super::{Draft, counted, quoted};
use crate::model::{
    CommandError, EntityId, LabelId, Mention, MentionId, NewRelation, Project, Relation, RelationId,
    RelationType, RelationTypeId, SaidDate, Transaction,
};

impl Project {
    /// What ties the two so already is left as it is.
    pub(super) fn plan_relate(&mut self, new: NewRelation) -> Result<Transaction, CommandError> {
        let NewRelation { kind, from, to, date, note } = new;
        self.need_ends(kind, from, to)?;
        let type_name = self.need_relation_type(kind)?.name.clone();
        let [first, second] = [from, to].map(|id| quoted(self.mention(id).map_or("", |m| self.words_of(m))));
        let name = format!("Relate {first} to {second}: {type_name}");
        let mut draft = Draft::default();
        if self.relation_alike(kind, from, to).is_none() {
            let document = self.need_mention(from)?.document;
            for end in [from, to] {
                self.give_entity(&mut draft, end)?;
            }
            let id = RelationId::fresh(&mut self.ids);
            let note = note.as_str().into();
            draft.create_relation(Relation { id, document, kind, from, to, date, note });
        }
        Ok(draft.finish(self, name))
    }

    pub(super) fn plan_set_relation(
        &mut self,
        id: RelationId,
        kind: RelationTypeId,
        date: Option<SaidDate>,
        note: &str,
    ) -> Result<Transaction, CommandError> {
        let before = self.need_relation(id)?;
        let after = Relation { kind, date, note: note.into(), ..before.clone() };
        // What was so before is not asked again: labels may have been changed since.
        if kind != before.kind {
            self.need_ends(kind, before.from, before.to)?;
        }
        self.change_relation(before, after, "Correct")
    }

    /// A symmetric one says the same either way and is left as it is.
    pub(super) fn plan_reverse_relation(&mut self, id: RelationId) -> Result<Transaction, CommandError> {
        let before = self.need_relation(id)?;
        let is_symmetric = self.need_relation_type(before.kind)?.is_symmetric;
        let mut after = before.clone();
        if !is_symmetric {
            self.need_ends(before.kind, before.to, before.from)?;
            (after.from, after.to) = (before.to, before.from);
        }
        self.change_relation(before, after, "Reverse")
    }

    pub(super) fn plan_delete_relations(&mut self, ids: &[RelationId]) -> Result<Transaction, CommandError> {
        let mut draft = Draft::default();
        for id in ids {
            draft.change_relation(self.need_relation(*id)?, None);
        }
        let name = match ids {
            [id] => format!("Delete {}", self.name_of_relation(self.need_relation(*id)?)),
            several => format!("Delete {}", counted(several.len(), "relation")),
        };
        Ok(draft.finish(self, name))
    }

    fn change_relation(
        &self,
        before: &Relation,
        after: Relation,
        verb: &str,
    ) -> Result<Transaction, CommandError> {
        let alike = self.relation_alike(after.kind, after.from, after.to);
        if let Some(other) = alike.filter(|other| other.id != before.id) {
            return Err(CommandError::SameRelation(other.id));
        }
        let mut draft = Draft::default();
        let name = format!("{verb} {}", self.name_of_relation(before));
        draft.change_relation(before, Some(after));
        Ok(draft.finish(self, name))
    }

    fn name_of_relation(&self, relation: &Relation) -> String {
        let type_name = self.schema().relation_type(relation.kind).map_or("", |kind| &kind.name);
        let [from, to] = [relation.from, relation.to]
            .map(|id| quoted(self.mention(id).map_or("", |mention| self.words_of(mention))));
        format!("the relation {from} to {to}: {type_name}")
    }

    fn need_relation(&self, id: RelationId) -> Result<&Relation, CommandError> {
        self.relation(id).ok_or(CommandError::NoRelation(id))
    }

    pub(super) fn need_relation_type(&self, id: RelationTypeId) -> Result<&RelationType, CommandError> {
        self.schema().relation_type(id).ok_or(CommandError::NoRelationType(id))
    }

    /// That two mentions are of one article, mean two things, and may be tied so.
    fn need_ends(&self, kind: RelationTypeId, from: MentionId, to: MentionId) -> Result<(), CommandError> {
        let one = self.need_relation_type(kind)?;
        let (first, second) = (self.need_mention(from)?, self.need_mention(to)?);
        if first.document != second.document {
            return Err(CommandError::TwoArticles(from, to));
        }
        if from == to || first.entity.is_some() && first.entity == second.entity {
            return Err(CommandError::SameEntity(from, to));
        }
        let (from, to) = (self.label_meant(first), self.label_meant(second));
        if one.joins(from, to) {
            return Ok(());
        }
        let [from, to] = [from, to].map(|label| self.schema().name_of(label));
        let [allowed_from, allowed_to] = [&one.from, &one.to].map(|labels| self.names_of(labels));
        Err(CommandError::WrongEnds(format!(
            "“{}” goes from {allowed_from} to {allowed_to}, not from {from} to {to}",
            one.name
        )))
    }

    /// The label of what a mention means: a metonym means a thing of another label than its own.
    fn label_meant(&self, mention: &Mention) -> LabelId {
        mention.entity.and_then(|id| self.entity(id)).map_or(mention.label, |entity| entity.label)
    }

    /// `Person, Organization or Group`.
    fn names_of(&self, labels: &[LabelId]) -> String {
        let mut names: Vec<&str> = labels.iter().map(|label| self.schema().name_of(*label)).collect();
        match (names.pop(), names.as_slice()) {
            (None, _) => "anything".to_owned(),
            (Some(last), []) => last.to_owned(),
            (Some(last), others) => format!("{} or {last}", others.join(", ")),
        }
    }

    /// Makes an entity for a mention that has none.
    fn give_entity(&mut self, draft: &mut Draft, id: MentionId) -> Result<(), CommandError> {
        let before = self.need_mention(id)?.clone();
        if before.entity.is_none() {
            let entity: Option<EntityId> = Some(draft.entity_of(self, &before, before.label));
            draft.change_mention(&before, Some(Mention { entity, ..before.clone() }));
        }
        Ok(())
    }
}
