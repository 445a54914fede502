//! Entities and what ties them, as a graph for Gephi, networkx, igraph, Cytoscape, yEd: GEXF and GraphML.
//!
//! A node for each entity; an edge for each two entities and type of relation, and one for each two that stand in a sentence
//! together, weighted by how often. All edges are directed, since most programs refuse a graph of both kinds: whether an edge
//! says the same from either end is in its attribute `symmetric`. The texts and the places of marks are not in a graph.

mod gexf;
mod graphml;
mod ties;

pub(super) use gexf::FORMAT as GEXF;
pub(super) use graphml::FORMAT as GRAPHML;

use super::{
    Export, File,
    losses::{Losses, Part},
    xml,
};
use crate::model::{Entity, EntityRole, Organisation, Project};
use ties::{Tie, Ties, ties};

/// What an attribute of nodes or edges holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Words,
    Number,
    Flag,
}

impl Kind {
    /// As both formats call it.
    fn name(self) -> &'static str {
        match self {
            Self::Words => "string",
            Self::Number => "int",
            Self::Flag => "boolean",
        }
    }
}

/// The attributes of nodes beside their label.
const NODE: &[(&str, Kind)] = &[
    ("type", Kind::Words),
    ("mentions", Kind::Number),
    ("articles", Kind::Number),
    ("first_published", Kind::Words),
    ("last_published", Kind::Words),
    ("aliases", Kind::Words),
    ("country", Kind::Words),
    ("ids", Kind::Words),
    ("roles", Kind::Words),
    ("note", Kind::Words),
];

/// The attributes of edges beside their label and weight.
const EDGE: &[(&str, Kind)] = &[
    ("relation", Kind::Words),
    ("symmetric", Kind::Flag),
    ("count", Kind::Number),
    ("articles", Kind::Words),
    ("dates", Kind::Words),
    ("notes", Kind::Words),
];

/// What entities in one sentence are tied by.
const TOGETHER: &str = "in one sentence";
/// Between several values of one attribute.
const AND: &str = "; ";

/// Whichever format writes the bytes.
fn export(project: &Project, name: &str, write: impl FnOnce(&Project, &Ties) -> (Vec<u8>, usize)) -> Export {
    let ties = ties(project);
    let (bytes, replaced) = write(project, &ties);
    let carried = [Part::Entities, Part::Facts, Part::Unmarked, Part::Relations, Part::RelationFacts];
    let mut losses = Losses::of(project, &carried);
    losses.add(project.document_count(), "texts of articles");
    losses.add(project.mention_count(), "places of marks");
    losses.add(ties.of_oneself, "relations of an entity with itself");
    losses.add(ties.lists, "sentences that name too many entities to tie them");
    if let Some(sentence) = xml::replaced_sentence(replaced) {
        losses.say(sentence);
    }
    Export { files: vec![File::new(name, bytes)], losses: losses.into_vec() }
}

/// The values of a node's attributes; empty ones are to be left out.
fn node_values(project: &Project, entity: &Entity) -> [String; 10] {
    let (mut mentions, mut documents) = (0, std::collections::BTreeSet::new());
    for mention in project.mentions_of_entity(entity.id) {
        mentions += 1;
        documents.insert(mention.document);
    }
    let days = || documents.iter().filter_map(|id| project.document(*id)?.facts.published);
    let day = |day: Option<crate::model::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let facts = &entity.facts;
    let ids: Vec<String> = facts.ids.iter().map(|(collection, id)| format!("{collection}:{id}")).collect();
    let roles: Vec<String> = facts.roles.iter().map(|role| role_line(project, role)).collect();
    [
        project.schema().name_of(entity.label).to_owned(),
        mentions.to_string(),
        documents.len().to_string(),
        day(days().min()),
        day(days().max()),
        facts.aliases.join(AND),
        facts.country.clone(),
        ids.join(AND),
        roles.join(AND),
        facts.note.clone(),
    ]
}

/// `foreign minister, North Korea, 2014 – 2019`.
fn role_line(project: &Project, role: &EntityRole) -> String {
    let organisation = match &role.organisation {
        Some(Organisation::Named(name)) => name.as_str(),
        Some(Organisation::Entity(id)) => project.entity_name(*id),
        None => "",
    };
    let days = match (role.from, role.to) {
        (None, None) => String::new(),
        (from, to) => {
            let [from, to] = [from, to].map(|day| day.map(|day| day.to_string()).unwrap_or_default());
            format!("{from} – {to}")
        }
    };
    let parts = [role.title.as_str(), organisation, &days];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The values of an edge's attributes.
fn edge_values(tie: &Tie) -> [String; 6] {
    [
        tie.kind.to_owned(),
        tie.is_symmetric.to_string(),
        tie.count.to_string(),
        tie.articles.join(AND),
        tie.dates.join(AND),
        tie.notes.join(AND),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Command, EntityFacts, Facts, notation::Desk};

    /// Two articles, a relation in each direction, an entity without mentions, hostile words.
    fn desk() -> Desk {
        let mut desk = Desk::with(&[
            "[Kim <&\"😀](Person) met [Moon](Person) in [Seoul](Place). [Moon](Person) left.",
            "[Kim <&\"😀](Person) leads [North Korea](Place)\0.",
        ]);
        desk.relate("Moon", "met", "Kim <&\"😀");
        desk.relate("Moon", "located in", "Seoul");
        let facts = EntityFacts {
            aliases: vec!["Capital".to_owned()],
            note: "a\nb\0".to_owned(),
            ..EntityFacts::default()
        };
        desk.carry_out(Command::SetEntity { entity: desk.entity("Seoul"), facts });
        let facts =
            Facts { title: "First".to_owned(), published: "2019-11-10".parse().ok(), ..Facts::default() };
        desk.carry_out(Command::SetFacts { document: desk.document(0), facts });
        desk
    }

    #[test]
    fn entities_are_nodes_and_ties_are_edges() {
        let desk = desk();
        for format in [GEXF, GRAPHML] {
            let export = format.write.expect("writes")(&desk.project);
            let [file] = export.files.as_slice() else { panic!("one file") };
            let words = String::from_utf8(file.bytes.clone()).expect("is UTF-8");
            insta::assert_snapshot!(format.name, format!("{}\n{words}", export.losses.join("\n")));
        }
    }
}
