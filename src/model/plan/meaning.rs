//! Which entity words mean: one of the project, one of the draft, or a new one.
//!
//! Words mean what the same words mean in their article. Across articles they mean the entity that has them as its
//! name or as an alias; a surname alone says nothing there, for the next article may speak of another [Kim].

use super::draft::Draft;
use crate::model::{DocumentId, Entity, EntityId, LabelId, Mention, NameKey, Project};
use std::collections::BTreeMap;

/// What has been found out in one draft.
#[derive(Default)]
pub(super) struct Meanings {
    /// Entities made in this draft, by the names they go by: everywhere, or in one article.
    new: BTreeMap<(Option<DocumentId>, LabelId, NameKey), EntityId>,
    /// What words mean by the mentions of other articles.
    elsewhere: BTreeMap<(LabelId, NameKey), Option<EntityId>>,
}

impl Draft {
    /// The entity that the words of a mention mean by themselves, were their label this one.
    pub(super) fn entity_of(&mut self, project: &mut Project, mention: &Mention, label: LabelId) -> EntityId {
        let words = project.words_of(mention).to_owned();
        self.entity_for(project, mention.document, label, &words, None)
    }

    /// The entity that words of an article mean. `entity_name` is the name it is known to go by, where that is not
    /// the words themselves.
    pub(super) fn entity_for(
        &mut self,
        project: &mut Project,
        document: DocumentId,
        label: LabelId,
        words: &str,
        entity_name: Option<&str>,
    ) -> EntityId {
        let own = NameKey::new(words);
        let entity_name = entity_name.map(str::trim).filter(|name| !name.is_empty());
        let known_as = entity_name.map(NameKey::new).filter(|name| *name != own);
        let is_short = known_as.as_ref().is_some_and(|name| is_surname_alone(&own, name));
        let meant = known_as
            .as_ref()
            .and_then(|name| self.here(project, document, label, name))
            .or_else(|| self.anywhere(project, label, known_as.as_ref()?))
            .or_else(|| self.here(project, document, label, &own))
            .or_else(|| self.anywhere(project, label, Some(&own).filter(|_| !is_short)?));
        if let Some(id) = meant {
            return id;
        }
        let id = EntityId::fresh(&mut project.ids);
        let name = known_as.is_some().then(|| entity_name.unwrap_or_default().to_owned());
        let reach = is_short.then_some(document);
        self.meanings.new.insert((reach, label, own), id);
        self.meanings.new.extend(known_as.map(|name| ((None, label, name), id)));
        self.create_entity(Entity::new(id, label, name));
        id
    }

    /// What the same words mean in their article. Metonyms do not count.
    fn here(
        &self,
        project: &Project,
        document: DocumentId,
        label: LabelId,
        name: &NameKey,
    ) -> Option<EntityId> {
        let drafted = self.meanings.new.get(&(Some(document), label, name.clone())).copied();
        let mut mentions = project.mentions_named_in(document, label, name);
        drafted.or_else(|| mentions.find_map(|mention| self.plainly_meant(mention)))
    }

    /// The entity that goes by exactly this name.
    fn anywhere(&mut self, project: &Project, label: LabelId, name: &NameKey) -> Option<EntityId> {
        let given = project.entities_named(label, name).find(|id| !self.is_going(*id));
        let key = (label, name.clone());
        let drafted = || self.meanings.new.get(&(None, label, name.clone())).copied();
        if let Some(id) = given.or_else(drafted) {
            return Some(id);
        }
        if let Some(known) = self.meanings.elsewhere.get(&key) {
            return *known;
        }
        let found = self.elsewhere(project, label, name);
        self.meanings.elsewhere.insert(key, found);
        found
    }

    fn elsewhere(&self, project: &Project, label: LabelId, name: &NameKey) -> Option<EntityId> {
        let mut passed_over = Vec::new();
        for id in project.mentions_named(label, name).filter_map(|mention| self.plainly_meant(mention)) {
            if passed_over.contains(&id) {
                continue;
            }
            if !is_surname_alone(name, &NameKey::new(project.entity_name(id))) {
                return Some(id);
            }
            passed_over.push(id);
        }
        None
    }

    fn plainly_meant(&self, mention: &Mention) -> Option<EntityId> {
        mention.entity.filter(|id| !mention.is_metonym && !self.is_going(*id))
    }
}

/// Whether a name is one word of a longer one, with an abbreviated title before it perhaps: `Mr. Kim` of `Kim Jong Un`.
fn is_surname_alone(name: &NameKey, full: &NameKey) -> bool {
    let words: Vec<&str> = name.as_str().split(' ').collect();
    let untitled: Vec<&str> = words.iter().copied().skip_while(|word| word.ends_with('.')).collect();
    let word = match (untitled.as_slice(), words.as_slice()) {
        ([word], _) | ([], [word]) => *word,
        _ => return false,
    };
    let mut full_words = full.as_str().split(' ');
    full_words.clone().count() > 1 && full != name && full_words.any(|other| other == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surnames_and_other_short_names() {
        let check = |name: &str, full: &str, is_alone: bool| {
            assert_eq!(is_surname_alone(&NameKey::new(name), &NameKey::new(full)), is_alone, "{name}");
        };
        check("Kim", "Kim Jong Un", true);
        check("Mr. Kim’s", "Kim Jong Un", true);
        check("Kim", "Mr. Kim", true);
        check("Kim", "Kim", false);
        check("Mr. Kim", "Mr. Kim", false);
        check("the U.S.", "United States", false);
        check("President Moon", "Moon Jae-in", false);
    }
}
