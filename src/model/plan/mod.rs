//! From a command to the records it changes: one function a command, none of which writes its own undo.

mod articles;
mod draft;
mod entities;
mod gazetteers;
mod incoming;
mod labels;
mod marks;
mod meaning;
mod rejections;
mod relations;
mod restore;

#[cfg(test)]
mod tests;

use super::{
    Command, CommandError, Document, DocumentId, Entity, EntityId, LabelId, Mention, MentionId, Project,
    Transaction,
};
use crate::text::Span;
use draft::Draft;

impl Project {
    /// What a command would change. Draws ids, changes no record.
    ///
    /// # Errors
    /// If the command names something that is not there.
    pub fn plan(&mut self, command: Command) -> Result<Transaction, CommandError> {
        match command {
            Command::AddDocuments(documents) => Ok(self.plan_add_documents(documents)),
            Command::TakeIn(incoming) => self.plan_take_in(*incoming),
            Command::RemoveDocuments(documents) => self.plan_remove_documents(&documents),
            Command::ReplaceDocument { document, new } => self.plan_replace_document(document, *new),
            Command::SetFacts { document, facts } => self.plan_set_facts(document, facts),
            Command::Mark(picks) => self.plan_mark(&picks),
            Command::TagAll { document, span, label, reach } => {
                self.plan_tag_all(document, span, label, reach)
            }
            Command::Relabel { mentions, label } => self.plan_relabel(&mentions, label),
            Command::Resize { mention, span } => self.plan_resize(mention, span),
            Command::Delete(mentions) => self.plan_delete(&mentions),
            Command::SetNote { mention, note } => self.plan_set_note(mention, &note),
            Command::SetDate { mentions, date } => self.plan_set_date(&mentions, date),
            Command::Reject(refusals) => self.plan_reject(refusals),
            Command::Unreject(rejections) => self.plan_unreject(&rejections),
            Command::MergeEntities(entities) => self.plan_merge_entities(&entities),
            Command::SplitEntity { entity, mentions } => self.plan_split_entity(entity, &mentions),
            Command::RenameEntity { entity, name } => self.plan_rename_entity(entity, &name),
            Command::SetEntity { entity, facts } => self.plan_set_entity(entity, facts),
            Command::MoveMentions { mentions, entity } => self.plan_move_mentions(&mentions, entity),
            Command::SetMetonym { mentions, is_metonym } => self.plan_set_metonym(&mentions, is_metonym),
            Command::Relate(new) => self.plan_relate(new),
            Command::SetRelation { relation, kind, date, note } => {
                self.plan_set_relation(relation, kind, date, &note)
            }
            Command::ReverseRelation(relation) => self.plan_reverse_relation(relation),
            Command::DeleteRelations(relations) => self.plan_delete_relations(&relations),
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
            Command::AddLabel(label) => self.plan_add_label(&label),
            Command::SetLabel { label, to } => self.plan_set_label(label, &to),
            Command::MoveLabel { label, place } => self.plan_move_label(label, place),
            Command::MergeLabels { labels, into } => self.plan_merge_labels(&labels, into),
            Command::DeleteLabels(labels) => self.plan_delete_labels(&labels),
            Command::UseSchema(schema) => self.plan_use_schema(&schema),
            Command::AddRelationType(one) => self.plan_add_relation_type(*one),
            Command::SetRelationType { kind, to } => self.plan_set_relation_type(kind, *to),
            Command::DeleteRelationType(kind) => self.plan_delete_relation_type(kind),
            Command::Restore(state) => Ok(self.plan_restore(&state)),
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
