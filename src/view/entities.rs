//! The entities of an article or of the project as rows of a list, and the sentences that speak of one.

use crate::{
    model::{DocumentId, EntityId, LabelId, Mention, MentionId, Project},
    text::{SentenceFinder, Span},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

/// One entity and its mentions in what is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityRow {
    pub id: EntityId,
    pub label: LabelId,
    pub name: String,
    /// Other words for it, in alphabetical order.
    pub aliases: Vec<Alias>,
    /// In the order of the text.
    pub mentions: Vec<MentionId>,
    /// How many of the mentions are metonyms: `[Pyongyang] said`, of the government.
    pub metonym_count: usize,
    /// How many articles have one of the mentions.
    pub article_count: usize,
    /// How many entities are spoken of first.
    pub earlier_count: usize,
}

/// Other words for an entity. Shows as the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    pub words: String,
    /// How many of the mentions say so; 0 for an alias that the analyst added and no mention has.
    pub mention_count: usize,
}

impl fmt::Display for Alias {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

/// What a list of entities begins with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum EntityOrder {
    /// Those with most mentions, then by name.
    #[default]
    Mentions,
    /// By name.
    Name,
    /// Those that the articles speak of first.
    Appearance,
}

/// Which entities are listed; by default all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct EntityFilter {
    /// Stands in the name or an alias, in whatever case; empty: anything.
    pub words: String,
    pub label: Option<LabelId>,
}

impl EntityFilter {
    fn lets_through(&self, row: &EntityRow) -> bool {
        let wanted = self.words.trim().to_lowercase();
        let names = std::iter::once(&row.name).chain(row.aliases.iter().map(|alias| &alias.words));
        self.label.is_none_or(|label| row.label == label)
            && (wanted.is_empty() || names.into_iter().any(|name| name.to_lowercase().contains(&wanted)))
    }
}

/// The entities with mentions in `document`, or in the whole project: those with most mentions first, then by name.
pub fn entity_rows(project: &Project, document: Option<DocumentId>) -> Vec<EntityRow> {
    entity_list(project, document, &EntityFilter::default(), EntityOrder::Mentions)
}

/// Those of them that a filter lets through, in an order.
pub fn entity_list(
    project: &Project,
    document: Option<DocumentId>,
    filter: &EntityFilter,
    order: EntityOrder,
) -> Vec<EntityRow> {
    let mut rows = all_rows(project, document);
    rows.retain(|row| filter.lets_through(row));
    let by_name = |a: &EntityRow, b: &EntityRow| a.name.cmp(&b.name).then(a.id.cmp(&b.id));
    match order {
        EntityOrder::Mentions => {
            rows.sort_by(|a, b| b.mentions.len().cmp(&a.mentions.len()).then_with(|| by_name(a, b)));
        }
        EntityOrder::Name => {
            rows.sort_by_cached_key(|row| (row.name.to_lowercase(), row.name.clone(), row.id));
        }
        EntityOrder::Appearance => rows.sort_by_key(|row| row.earlier_count),
    }
    rows
}

/// By id.
fn all_rows(project: &Project, document: Option<DocumentId>) -> Vec<EntityRow> {
    let mut mentions: BTreeMap<EntityId, (usize, Vec<&Mention>)> = BTreeMap::new();
    let documents = project.document_ids();
    for id in documents.filter(|id| document.is_none_or(|wanted| wanted == *id)) {
        for mention in project.mentions_of(id) {
            if let Some(entity) = mention.entity {
                let earlier_count = mentions.len();
                mentions.entry(entity).or_insert((earlier_count, Vec::new())).1.push(mention);
            }
        }
    }
    let rows =
        mentions.into_iter().filter_map(|(id, (earlier, mentions))| row(project, id, earlier, &mentions));
    rows.collect()
}

fn row(project: &Project, id: EntityId, earlier_count: usize, mentions: &[&Mention]) -> Option<EntityRow> {
    let entity = project.entity(id)?;
    let name = project.entity_name(id).to_owned();
    let given = entity.facts.aliases.iter().map(|alias| (alias.as_str(), 0));
    let mut aliases: BTreeMap<&str, usize> = given.collect();
    for mention in mentions {
        *aliases.entry(project.words_of(mention)).or_default() += 1;
    }
    aliases.remove(name.as_str());
    let alias = |(words, mention_count): (&str, usize)| Alias { words: words.to_owned(), mention_count };
    let articles: BTreeSet<DocumentId> = mentions.iter().map(|mention| mention.document).collect();
    Some(EntityRow {
        id,
        label: entity.label,
        aliases: aliases.into_iter().map(alias).collect(),
        name,
        mentions: mentions.iter().map(|mention| mention.id).collect(),
        metonym_count: mentions.iter().filter(|mention| mention.is_metonym).count(),
        article_count: articles.len(),
        earlier_count,
    })
}

/// A sentence that speaks of an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntitySentence {
    pub document: DocumentId,
    pub sentence: Span,
    pub mention: MentionId,
    /// Where the mention stands.
    pub span: Span,
}

/// The sentences that speak of an entity in `document`, or in the whole project, one for each mention: by article, then
/// in the order of the text.
pub fn entity_sentences(
    project: &Project,
    entity: EntityId,
    document: Option<DocumentId>,
) -> Vec<EntitySentence> {
    let mut by_document: BTreeMap<DocumentId, Vec<&Mention>> = BTreeMap::new();
    for mention in project.mentions_of_entity(entity) {
        by_document.entry(mention.document).or_default().push(mention);
    }
    let mut found = Vec::new();
    for here in project.documents().filter(|here| document.is_none_or(|wanted| wanted == here.id)) {
        let mut mentions = by_document.remove(&here.id).unwrap_or_default();
        mentions.sort_by_key(|mention| (mention.span, mention.id));
        let mut finder = SentenceFinder::new(&here.text);
        found.extend(mentions.iter().map(|mention| EntitySentence {
            document: here.id,
            sentence: finder.at(mention.span.start()).unwrap_or(mention.span),
            mention: mention.id,
            span: mention.span,
        }));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Command, EntityFacts, notation::Desk};

    fn desk() -> Desk {
        let mut desk = Desk::with(&[
            "[Seoul](Place) waits. [Kim Jong Un](Person) met [Trump](Person).\n[Kim](Person) left [Seoul](Place).",
            "[Kim Jong Un](Person) is back. [Pyongyang](Place) said so.",
        ]);
        desk.carry_out(Command::MergeEntities(vec![desk.entity("Kim Jong Un"), desk.entity("Kim")]));
        let facts = EntityFacts { aliases: vec!["Marshal".to_owned()], ..EntityFacts::default() };
        desk.carry_out(Command::SetEntity { entity: desk.entity("Kim"), facts });
        desk.carry_out(Command::SetMetonym { mentions: desk.mentions("Pyongyang"), is_metonym: true });
        desk
    }

    fn names(desk: &Desk, words: &str, label: Option<&str>, order: EntityOrder) -> Vec<String> {
        let filter = EntityFilter { words: words.to_owned(), label: label.map(|name| desk.label(name)) };
        let rows = entity_list(&desk.project, None, &filter, order);
        rows.into_iter().map(|row| row.name).collect()
    }

    #[test]
    fn a_row_counts_mentions_articles_aliases_and_metonyms() {
        let desk = desk();
        let rows = entity_rows(&desk.project, None);
        let kim = &rows[0];
        assert_eq!((kim.name.as_str(), kim.mentions.len(), kim.article_count), ("Kim Jong Un", 3, 2));
        let aliases: Vec<(String, usize)> =
            kim.aliases.iter().map(|alias| (alias.to_string(), alias.mention_count)).collect();
        assert_eq!(aliases, [("Kim".to_owned(), 1), ("Marshal".to_owned(), 0)]);
        let metonyms: Vec<usize> = rows.iter().map(|row| row.metonym_count).collect();
        assert_eq!(metonyms, [0, 0, 1, 0]);
        let first = entity_rows(&desk.project, Some(desk.document(1)));
        assert_eq!((first.len(), first[0].article_count), (2, 1));
    }

    #[test]
    fn rows_are_sorted_and_filtered() {
        let desk = desk();
        let all = |order| names(&desk, "", None, order);
        assert_eq!(all(EntityOrder::Mentions), ["Kim Jong Un", "Seoul", "Pyongyang", "Trump"]);
        assert_eq!(all(EntityOrder::Name), ["Kim Jong Un", "Pyongyang", "Seoul", "Trump"]);
        assert_eq!(all(EntityOrder::Appearance), ["Seoul", "Kim Jong Un", "Trump", "Pyongyang"]);
        let order = EntityOrder::Name;
        assert_eq!(names(&desk, " MARSH", None, order), ["Kim Jong Un"]);
        assert_eq!(names(&desk, "o", Some("Place"), order), ["Pyongyang", "Seoul"]);
        assert_eq!(names(&desk, "kim", Some("Place"), order), [""; 0]);
    }

    #[test]
    fn the_sentences_of_an_entity_come_in_the_order_of_the_text() {
        let desk = desk();
        let entity = desk.entity("Kim");
        let shown = |document| {
            let found = entity_sentences(&desk.project, entity, document).into_iter();
            let words = found.map(|found| {
                let text = &desk.project.document(found.document).expect("there").text;
                (text.slice(found.sentence).to_owned(), text.slice(found.span).to_owned())
            });
            words.collect::<Vec<_>>()
        };
        let line = |sentence: &str, words: &str| (sentence.to_owned(), words.to_owned());
        let expected = [
            line("Kim Jong Un met Trump.", "Kim Jong Un"),
            line("Kim left Seoul.", "Kim"),
            line("Kim Jong Un is back.", "Kim Jong Un"),
        ];
        assert_eq!(shown(None), expected);
        assert_eq!(shown(Some(desk.document(1))), expected[2..]);
    }
}
