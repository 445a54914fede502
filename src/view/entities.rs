//! The entities of an article or of the project, as rows of a list.

use crate::model::{DocumentId, EntityId, LabelId, MentionId, Project};
use std::collections::BTreeMap;

/// One entity and its mentions in what is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityRow {
    pub id: EntityId,
    pub label: LabelId,
    pub name: String,
    /// Other words for it in the text, in alphabetical order.
    pub aliases: Vec<String>,
    /// In the order of the text.
    pub mentions: Vec<MentionId>,
}

/// The entities with mentions in `document`, or in the whole project: those with most mentions first, then by name.
pub fn entity_rows(project: &Project, document: Option<DocumentId>) -> Vec<EntityRow> {
    let mut mentions: BTreeMap<EntityId, Vec<MentionId>> = BTreeMap::new();
    let documents = project.documents().map(|document| document.id);
    for id in documents.filter(|id| document.is_none_or(|wanted| wanted == *id)) {
        for mention in project.mentions_of(id) {
            if let Some(entity) = mention.entity {
                mentions.entry(entity).or_default().push(mention.id);
            }
        }
    }
    let rows = mentions.into_iter().filter_map(|(id, mentions)| row(project, id, mentions));
    let mut rows: Vec<EntityRow> = rows.collect();
    rows.sort_by(|a, b| {
        b.mentions.len().cmp(&a.mentions.len()).then_with(|| a.name.cmp(&b.name)).then(a.id.cmp(&b.id))
    });
    rows
}

fn row(project: &Project, id: EntityId, mentions: Vec<MentionId>) -> Option<EntityRow> {
    let label = project.entity(id)?.label;
    let name = project.entity_name(id).to_owned();
    let words = mentions.iter().filter_map(|mention| project.mention(*mention)).map(|m| project.words_of(m));
    let mut aliases: Vec<String> = words.filter(|words| *words != name).map(str::to_owned).collect();
    aliases.sort_unstable();
    aliases.dedup();
    Some(EntityRow { id, label, name, aliases, mentions })
}
