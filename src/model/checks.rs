//! What must hold in every project, looked at from outside.
//!
//! [`Project::apply`](super::Project::apply) keeps these; tests and `dateline check` look again.

use super::{Entity, Gazetteer, GazetteerRole, KnownName, Project, Rejection, RejectionScope, Relation};
use std::fmt;

/// Something that must not be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The record: `mention m…`.
    pub record: String,
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.record, self.what)
    }
}

/// Everything that is wrong with a project; nothing, if all is well.
pub fn verify(project: &Project) -> Vec<Problem> {
    let mut problems = Vec::new();
    for mention in project.mentions() {
        let mut found = |what: &str| {
            problems.push(Problem { record: format!("mention {}", mention.id), what: what.into() });
        };
        match project.document(mention.document) {
            None => found("its article is not there"),
            Some(document) => {
                let fits = document.text.span(mention.span.start(), mention.span.end()) == Ok(mention.span);
                if !fits {
                    found("its span does not fit the text");
                }
            }
        }
        if project.schema().get(mention.label).is_none() {
            found("its label is not in the schema");
        }
        if mention.entity.is_some_and(|id| project.entity(id).is_none()) {
            found("its entity is not there");
        }
        if mention.date.is_some() && !project.schema().is_for_dates(mention.label) {
            found("it has a date, but its label is not one for dates");
        }
    }
    problems.extend(wrong_rejections(project));
    problems.extend(wrong_gazetteers(project));
    problems.extend(wrong_entities(project));
    problems.extend(wrong_relations(project));
    problems
}

fn wrong_entities(project: &Project) -> impl Iterator<Item = Problem> {
    let what_is_wrong = |entity: &Entity| {
        let mut organisations = entity.organisations();
        let mut mentions = project.mentions_of_entity(entity.id);
        if project.schema().get(entity.label).is_none() {
            Some("its label is not in the schema")
        } else if entity.is_plain() && mentions.next().is_none() {
            Some("nothing points to it and it says nothing")
        } else if entity.facts.clone().tidy().as_ref() != Ok(&entity.facts) {
            Some("what is known about it is not in order")
        } else if organisations.any(|id| id == entity.id || project.entity(id).is_none()) {
            Some("a role is with itself, or with an entity that is not there")
        } else {
            None
        }
    };
    project.entities().filter_map(move |entity| {
        let what = what_is_wrong(entity)?.to_owned();
        Some(Problem { record: format!("entity {}", entity.id), what })
    })
}

fn wrong_relations(project: &Project) -> impl Iterator<Item = Problem> {
    let what_is_wrong = |relation: &Relation| {
        let ends = [relation.from, relation.to].map(|id| project.mention(id));
        let alike = project.relation_alike(relation.kind, relation.from, relation.to);
        if project.schema().relation_type(relation.kind).is_none() {
            Some("its type is not in the schema")
        } else if ends.iter().any(|end| end.is_none_or(|mention| mention.document != relation.document)) {
            Some("a mention of it is not in its article")
        } else if ends.iter().flatten().any(|mention| mention.entity.is_none()) {
            Some("a mention of it has no entity")
        } else if relation.from == relation.to || alike.is_none_or(|other| other.id != relation.id) {
            Some("it ties a mention to itself, or two as another does")
        } else {
            None
        }
    };
    project.relations().filter_map(move |relation| {
        let what = what_is_wrong(relation)?.to_owned();
        Some(Problem { record: format!("relation {}", relation.id), what })
    })
}

fn wrong_rejections(project: &Project) -> impl Iterator<Item = Problem> {
    let what_is_wrong = |rejection: &Rejection| {
        let document = rejection.document().map(|document| project.document(document));
        let here = match rejection.scope {
            RejectionScope::Here { span, .. } => Some(span),
            RejectionScope::Article { .. } | RejectionScope::Project => None,
        };
        let stands_elsewhere = document.flatten().zip(here).is_some_and(|(document, span)| {
            let fits = document.text.span(span.start(), span.end()) == Ok(span);
            !fits || document.text.slice(span) != rejection.words
        });
        if document == Some(None) {
            Some("its article is not there")
        } else if stands_elsewhere {
            Some("its words are not at its place in the text")
        } else if project.schema().get(rejection.label).is_none() {
            Some("its label is not in the schema")
        } else {
            None
        }
    };
    project.rejections().filter_map(move |rejection| {
        let what = what_is_wrong(rejection)?.to_owned();
        Some(Problem { record: format!("rejection {}", rejection.id), what })
    })
}

fn wrong_gazetteers(project: &Project) -> impl Iterator<Item = Problem> {
    let what_is_wrong = |gazetteer: &Gazetteer| {
        let names = || gazetteer.names.iter();
        let is_tidy = |words: &str| KnownName::tidy(words).as_deref() == Some(words);
        let same_role = project.gazetteers().filter(|other| other.role == gazetteer.role).count();
        if gazetteer.role != GazetteerRole::List && same_role > 1 {
            Some("there is another of its role")
        } else if names().any(|name| project.schema().get(name.label).is_none()) {
            Some("the label of a name is not in the schema")
        } else if names().any(|name| !is_tidy(name.words()) || !name.canonical().is_none_or(is_tidy)) {
            Some("a name is empty or has spaces at an end")
        } else if names().zip(names().skip(1)).any(|(a, b)| a.order(b.words(), b.label).is_ge()) {
            Some("its names are not in order")
        } else {
            None
        }
    };
    project.gazetteers().filter_map(move |gazetteer| {
        let what = what_is_wrong(gazetteer)?.to_owned();
        Some(Problem { record: format!("gazetteer {}", gazetteer.id), what })
    })
}
