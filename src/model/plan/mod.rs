//! From a command to the records it changes: one function a command, none of which writes its own undo.

mod articles;
mod entities;
mod gazetteers;
mod marks;
mod rejections;

#[cfg(test)]
mod tests;

use super::{
    Change, Command, CommandError, Document, DocumentId, Entity, EntityId, LabelId, Mention, MentionId,
    NameKey, Project, Transaction,
};
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};

impl Project {
    /// What a command would change. Draws ids, changes no record.
    ///
    /// # Errors
    /// If the command names something that is not there.
    pub fn plan(&mut self, command: Command) -> Result<Transaction, CommandError> {
        match command {
            Command::AddDocuments(documents) => Ok(self.plan_add_documents(documents)),
            Command::RemoveDocuments(documents) => self.plan_remove_documents(&documents),
            Command::SetFacts { document, facts } => self.plan_set_facts(document, facts),
            Command::Mark(picks) => self.plan_mark(&picks),
            Command::TagAll { document, span, label, reach } => {
                self.plan_tag_all(document, span, label, reach)
            }
            Command::Relabel { mentions, label } => self.plan_relabel(&mentions, label),
            Command::Resize { mention, span } => self.plan_resize(mention, span),
            Command::Delete(mentions) => self.plan_delete(&mentions),
            Command::SetNote { mention, note } => self.plan_set_note(mention, &note),
            Command::Reject(refusals) => self.plan_reject(refusals),
            Command::Unreject(rejections) => self.plan_unreject(&rejections),
            Command::MergeEntities(entities) => self.plan_merge_entities(&entities),
            Command::SplitEntity { entity, mentions } => self.plan_split_entity(entity, &mentions),
            Command::RenameEntity { entity, name } => self.plan_rename_entity(entity, &name),
            Command::AddGazetteers(lists) => self.plan_add_gazetteers(lists),
            Command::RemoveGazetteers(gazetteers) => self.plan_remove_gazetteers(&gazetteers),
            Command::RenameGazetteer { gazetteer, name } => self.plan_rename_gazetteer(gazetteer, &name),
            Command::SwitchGazetteer { gazetteer, is_on } => self.plan_switch_gazetteer(gazetteer, is_on),
            Command::EditGazetteer { gazetteer, remove, add } => {
                self.plan_edit_gazetteer(gazetteer, &remove, add)
            }
            Command::Know(names) => self.plan_know(names),
            Command::Forget(names) => self.plan_forget(&names),
            Command::Recall(names) => Ok(self.plan_recall(&names)),
        }
    }

    fn need_document(&self, id: DocumentId) -> Result<&Document, CommandError> {
        self.document(id).ok_or(CommandError::NoDocument(id))
    }

    fn need_mention(&self, id: MentionId) -> Result<&Mention, CommandError> {
        self.mention(id).ok_or(CommandError::NoMention(id))
    }

    fn need_entity(&self, id: EntityId) -> Result<&Entity, CommandError> {
        self.entity(id).ok_or(CommandError::NoEntity(id))
    }

    fn need_label(&self, id: LabelId) -> Result<&str, CommandError> {
        self.schema().get(id).map(|label| label.name.as_str()).ok_or(CommandError::NoLabel(id))
    }

    fn need_span(&self, document: DocumentId, span: Span) -> Result<&str, CommandError> {
        let text = &self.need_document(document)?.text;
        let fits = text.span(span.start(), span.end()) == Ok(span);
        if fits { Ok(text.slice(span)) } else { Err(CommandError::BadSpan(document, span)) }
    }
}

/// A transaction in the making: which mentions change and which entities come and go with them.
///
/// Collected by id, so that no record is named twice; [`Draft::finish`] puts the changes in an order of which every
/// prefix is sound.
#[derive(Default)]
struct Draft {
    mentions: BTreeMap<MentionId, (Option<Mention>, Option<Mention>)>,
    entities: BTreeMap<EntityId, (Option<Entity>, Option<Entity>)>,
    /// Entities made in this draft, by the names they go by.
    new_names: BTreeMap<(LabelId, NameKey), EntityId>,
    /// In the order in which they were created, which is the order of the transaction.
    created: Vec<MentionId>,
}

impl Draft {
    fn create_mention(&mut self, mention: Mention) {
        self.created.push(mention.id);
        self.mentions.insert(mention.id, (None, Some(mention)));
    }

    fn change_mention(&mut self, before: &Mention, after: Option<Mention>) {
        self.mentions.insert(before.id, (Some(before.clone()), after));
    }

    fn change_entity(&mut self, before: Option<&Entity>, after: Option<Entity>) {
        if let Some(id) = after.as_ref().or(before).map(|entity| entity.id) {
            self.entities.insert(id, (before.cloned(), after));
        }
    }

    /// The entity that words with this label mean: one of the project, one of this draft, or a new one.
    ///
    /// `entity_name` is the name it is known to go by, where that is not the words themselves.
    fn entity_for(
        &mut self,
        project: &mut Project,
        label: LabelId,
        words: &str,
        entity_name: Option<&str>,
    ) -> EntityId {
        let own = NameKey::new(words);
        let entity_name = entity_name.map(str::trim).filter(|name| !name.is_empty());
        let known_as = entity_name.map(NameKey::new).filter(|name| *name != own);
        for name in known_as.iter().chain([&own]) {
            let drafted = self.new_names.get(&(label, name.clone())).copied();
            if let Some(id) = drafted.or_else(|| self.surviving(project.entity_named(label, name))) {
                return id;
            }
        }
        let id = EntityId::fresh(&mut project.ids);
        let name = known_as.is_some().then(|| entity_name.unwrap_or_default().to_owned());
        let names = known_as.into_iter().chain([own]);
        self.new_names.extend(names.map(|name| ((label, name), id)));
        self.change_entity(None, Some(Entity { id, label, name, note: String::new() }));
        id
    }

    fn surviving(&self, entity: Option<EntityId>) -> Option<EntityId> {
        entity.filter(|id| !matches!(self.entities.get(id), Some((_, None))))
    }

    /// Lets entities go that say nothing and lose their last mention by this draft.
    fn drop_lonely_entities(&mut self, project: &Project) {
        let left: BTreeSet<EntityId> =
            self.mentions.values().filter_map(|(before, _)| before.as_ref()?.entity).collect();
        let kept: BTreeSet<EntityId> =
            self.mentions.values().filter_map(|(_, after)| after.as_ref()?.entity).collect();
        for entity in left.difference(&kept).filter_map(|id| project.entity(*id)) {
            let mut rest = project.mentions_of_entity(entity.id);
            let is_lonely = rest.all(|mention| self.mentions.contains_key(&mention.id));
            if entity.is_plain() && is_lonely && !self.entities.contains_key(&entity.id) {
                self.change_entity(Some(entity), None);
            }
        }
    }

    /// Entities that come, then mentions, then entities that go.
    fn finish(mut self, project: &Project, name: String) -> Transaction {
        self.drop_lonely_entities(project);
        let (going, coming): (Vec<_>, Vec<_>) =
            self.entities.into_iter().partition(|(_, (_, after))| after.is_none());
        let entity_change = |(id, (before, after))| Change::Entity { id, before, after };
        let mut changes: Vec<Change> = coming.into_iter().map(entity_change).collect();
        for id in self.created {
            if let Some((before, after)) = self.mentions.remove(&id) {
                changes.push(Change::Mention { id, before, after });
            }
        }
        let others = self.mentions.into_iter().filter(|(_, (before, after))| before != after);
        changes.extend(others.map(|(id, (before, after))| Change::Mention { id, before, after }));
        changes.extend(going.into_iter().map(entity_change));
        changes.retain(|change| !matches!(change, Change::Entity { before, after, .. } if before == after));
        Transaction { name, changes }
    }
}

/// `1 mention`, `3 mentions`.
fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

/// The words in quotes, cut where they are long: for names of steps.
fn quoted(words: &str) -> String {
    const LONGEST: usize = 40;
    if words.chars().count() <= LONGEST {
        return format!("“{words}”");
    }
    let head: String = words.chars().take(LONGEST).collect();
    format!("“{}…”", head.trim_end())
}
