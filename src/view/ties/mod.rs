//! What ties entities to each other, as a graph: relations strongly, a sentence that speaks of both faintly.
//!
//! The same project gives the same graph, in the same order.

mod layout;
mod rows;
mod sentences;

pub use layout::layout;
pub use rows::Layout;
pub use sentences::{relation_sentences, tie_sentences};

use crate::{
    model::{Document, DocumentId, EntityId, LabelId, Project, RelationId, RelationTypeId},
    text::{SentenceFinder, Span},
};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// A sentence that speaks of more entities than these ties none of them: it is a list.
const MOST_IN_SENTENCE: usize = 30;

/// What of a project is shown.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TieFilter {
    /// One article; `None`: all.
    pub document: Option<DocumentId>,
    /// Entities with these labels are left out: dates and numbers say little here.
    pub labels_off: BTreeSet<LabelId>,
    /// At most so many entities: those in relations first, then those with most mentions.
    pub most: usize,
}

/// Entities and what ties them. Ties name entities by their place in `nodes`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ties {
    /// Invariant: sorted by entity.
    pub nodes: Vec<TieNode>,
    /// Invariant: sorted, one for each two entities and type.
    pub strong: Vec<StrongTie>,
    /// Invariant: sorted, one for each two entities.
    pub faint: Vec<FaintTie>,
    /// How many entities were left out because there were too many.
    pub left_out: usize,
}

/// One entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TieNode {
    pub entity: EntityId,
    pub label: LabelId,
    pub name: String,
    /// How many mentions it has in what is shown.
    pub mention_count: usize,
}

/// Relations of one type between two entities.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct StrongTie {
    pub from: usize,
    pub to: usize,
    pub kind: RelationTypeId,
    /// By id.
    pub relations: Vec<RelationId>,
}

/// Sentences that speak of two entities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FaintTie {
    /// Invariant: smaller than `second`.
    pub first: usize,
    pub second: usize,
    /// How many there are, related or not.
    pub sentence_count: usize,
}

/// The graph of an article or of the project.
pub fn ties(project: &Project, filter: &TieFilter) -> Ties {
    let wanted = |document: &&Document| filter.document.is_none_or(|id| document.id == id);
    let documents: Vec<&Document> = project.documents().filter(wanted).collect();
    let strong = strong_ties(project, &documents);
    let related = strong.keys().flat_map(|(from, to, _)| [*from, *to]).collect();
    let (nodes, left_out) = nodes(project, &documents, filter, &related);
    let place: BTreeMap<EntityId, usize> = nodes.iter().map(|node| node.entity).zip(0..).collect();
    let strong = strong.into_iter().filter_map(|((from, to, kind), relations)| {
        Some(StrongTie { from: *place.get(&from)?, to: *place.get(&to)?, kind, relations })
    });
    let strong = strong.collect();
    let mut counts = BTreeMap::new();
    for document in documents {
        count_together(project, document, &place, &mut counts);
    }
    let faint = counts.into_iter();
    let faint = faint.map(|((first, second), sentence_count)| FaintTie { first, second, sentence_count });
    Ties { nodes, strong, faint: faint.collect(), left_out }
}

type Ends = (EntityId, EntityId, RelationTypeId);

/// Relations by their ends. What ties an entity to itself, since it was merged, is no tie; a symmetric relation has no
/// direction.
fn strong_ties(project: &Project, documents: &[&Document]) -> BTreeMap<Ends, Vec<RelationId>> {
    let mut strong: BTreeMap<Ends, Vec<RelationId>> = BTreeMap::new();
    for relation in documents.iter().flat_map(|document| project.relations_of(document.id)) {
        let Some((from, to)) = project.ends_of(relation).filter(|(from, to)| from != to) else {
            continue;
        };
        let is_symmetric =
            project.schema().relation_type(relation.kind).is_some_and(|kind| kind.is_symmetric);
        let (from, to) = if is_symmetric { (from.min(to), from.max(to)) } else { (from, to) };
        strong.entry((from, to, relation.kind)).or_default().push(relation.id);
    }
    for relations in strong.values_mut() {
        relations.sort_unstable();
    }
    strong
}

fn nodes(
    project: &Project,
    documents: &[&Document],
    filter: &TieFilter,
    related: &BTreeSet<EntityId>,
) -> (Vec<TieNode>, usize) {
    let mut counts: BTreeMap<EntityId, usize> = BTreeMap::new();
    for mention in documents.iter().flat_map(|document| project.mentions_of(document.id)) {
        if let Some(entity) = mention.entity {
            *counts.entry(entity).or_default() += 1;
        }
    }
    let found = counts.into_iter().filter_map(|(id, count)| Some((project.entity(id)?, count)));
    let mut found: Vec<_> = found.filter(|(entity, _)| !filter.labels_off.contains(&entity.label)).collect();
    found.sort_by_key(|(entity, count)| (!related.contains(&entity.id), Reverse(*count), entity.id));
    let left_out = found.len().saturating_sub(filter.most);
    found.truncate(filter.most);
    found.sort_by_key(|(entity, _)| entity.id);
    let node = |(entity, mention_count): (&crate::model::Entity, usize)| TieNode {
        entity: entity.id,
        label: entity.label,
        name: project.entity_name(entity.id).to_owned(),
        mention_count,
    };
    (found.into_iter().map(node).collect(), left_out)
}

/// Adds the sentences of an article that speak of two entities. A sentence counts where a mention begins.
fn count_together(
    project: &Project,
    document: &Document,
    place: &BTreeMap<EntityId, usize>,
    counts: &mut BTreeMap<(usize, usize), usize>,
) {
    let mut finder = SentenceFinder::new(&document.text);
    let mut here: (Option<Span>, BTreeSet<usize>) = (None, BTreeSet::new());
    let mut count = |together: &BTreeSet<usize>| {
        if together.len() > MOST_IN_SENTENCE {
            return;
        }
        for (skip, first) in together.iter().enumerate() {
            for second in together.iter().skip(skip + 1) {
                *counts.entry((*first, *second)).or_default() += 1;
            }
        }
    };
    for mention in project.mentions_of(document.id) {
        let Some(node) = mention.entity.and_then(|entity| place.get(&entity)) else {
            continue;
        };
        let sentence = finder.at(mention.span.start());
        if sentence != here.0 {
            count(&here.1);
            here = (sentence, BTreeSet::new());
        }
        here.1.insert(*node);
    }
    count(&here.1);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Command, notation::Desk};

    fn filter() -> TieFilter {
        TieFilter { document: None, labels_off: BTreeSet::new(), most: 300 }
    }

    /// `Kim + Trump: 2`, `Kim > Trump, Met: 1`, sorted.
    fn shown(desk: &Desk, filter: &TieFilter) -> (Vec<String>, Vec<String>) {
        let ties = ties(&desk.project, filter);
        let name = |node: usize| ties.nodes[node].name.as_str();
        let type_name = |kind| &desk.project.schema().relation_type(kind).expect("there").name;
        let strong = ties.strong.iter().map(|tie| {
            let mut ends = [name(tie.from), name(tie.to)];
            if desk.project.schema().relation_type(tie.kind).expect("there").is_symmetric {
                ends.sort_unstable();
            }
            format!("{} > {}, {}: {}", ends[0], ends[1], type_name(tie.kind), tie.relations.len())
        });
        let faint = ties.faint.iter().map(|tie| {
            let mut ends = [name(tie.first), name(tie.second)];
            ends.sort_unstable();
            format!("{} + {}: {}", ends[0], ends[1], tie.sentence_count)
        });
        let (mut strong, mut faint): (Vec<String>, Vec<String>) = (strong.collect(), faint.collect());
        strong.sort();
        faint.sort();
        (strong, faint)
    }

    fn desk() -> Desk {
        let mut desk = Desk::with(&[
            "[Kim](Person) met [Trump](Person), said [Kim](Person). [Trump](Person) saw [Kim](Person) in [May](Date).",
            "[Kim](Person) met [Trump](Person). [Moon](Person) did not. [Seoul](Place)",
        ]);
        for (index, from, to) in [(0, 0, 0), (0, 1, 1), (1, 3, 2)] {
            let here = desk.document(index);
            let of = |words| desk.mentions(words);
            let new = crate::model::NewRelation {
                from: of("Kim")[from],
                to: of("Trump")[to],
                ..desk.relation("Kim", "met", "Trump")
            };
            assert_eq!(desk.project.mention(new.from).expect("there").document, here);
            desk.carry_out(Command::Relate(new));
        }
        desk
    }

    #[test]
    fn relations_tie_strongly_and_sentences_faintly() {
        let desk = desk();
        let (strong, faint) = shown(&desk, &filter());
        assert_eq!(strong, ["Kim > Trump, Met: 3"]);
        assert_eq!(faint, ["Kim + May: 1", "Kim + Trump: 3", "May + Trump: 1"]);
        let only_second = TieFilter { document: Some(desk.document(1)), ..filter() };
        assert_eq!(shown(&desk, &only_second).1, ["Kim + Trump: 1"]);
        let without = TieFilter { labels_off: BTreeSet::from([desk.label("Date")]), ..filter() };
        assert_eq!(shown(&desk, &without).1, ["Kim + Trump: 3"]);
    }

    #[test]
    fn too_many_entities_are_cut_to_those_that_matter() {
        let mut desk = desk();
        let to = desk.mentions("Trump")[2];
        let new = crate::model::NewRelation { to, ..desk.relation("Moon", "opposes", "Trump") };
        desk.carry_out(Command::Relate(new));
        let most = TieFilter { document: Some(desk.document(1)), most: 3, ..filter() };
        let ties = ties(&desk.project, &most);
        let mut names: Vec<&str> = ties.nodes.iter().map(|node| node.name.as_str()).collect();
        names.sort_unstable();
        assert_eq!((names, ties.left_out), (vec!["Kim", "Moon", "Trump"], 1));
    }

    #[test]
    fn what_was_merged_is_not_tied_to_itself() {
        let mut desk = desk();
        desk.carry_out(Command::MergeEntities(vec![desk.entity("Kim"), desk.entity("Trump")]));
        assert_eq!(shown(&desk, &filter()), (vec![], vec!["May + Trump: 1".to_owned()]));
    }

    #[test]
    fn a_list_ties_nobody() {
        let names: Vec<String> = (0..40).map(|number| format!("[Name{number}](Person)")).collect();
        let desk = Desk::with(&[&names.join(", ")]);
        assert_eq!(shown(&desk, &filter()), (vec![], vec![]));
    }
}
