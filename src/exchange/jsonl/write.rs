//! The writer.

use super::{
    more,
    wire::{EntityLine, KnownLine, Line, MentionLine, RelationLine, RoleLine},
};
use crate::{
    exchange::{
        Export, File,
        codes::entity_names,
        json,
        losses::{Losses, Part},
    },
    model::{
        Document, Entity, EntityId, EntityRole, Mention, Organisation, Project, Provenance, Relation,
        SaidDate,
    },
    text::OffsetMap,
};
use std::{borrow::Cow, collections::BTreeMap};

pub(super) fn write(project: &Project) -> Export {
    let names = entity_names(project);
    let mut losses = Losses::of(project, Part::ALL);
    let mut unmarked = unmarked(project);
    let lines = project.documents().map(|document| {
        let mut line = line(project, document, &names);
        let marks = line.mentions.iter();
        line.spans = Some(marks.map(|mark| (mark.start, mark.end, mark.label.clone())).collect());
        line.text = Some(document.text.as_str().into());
        // What no article speaks of stands in the first line.
        line.entities.append(&mut unmarked);
        line
    });
    let bytes = json::lines(lines, &mut losses);
    losses.add(unmarked.len(), "entities without mentions");
    Export { files: vec![File::new("project.jsonl", bytes)], losses: losses.into_vec() }
}

/// What is known of an article, but its words and the short form of its marks.
pub(in crate::exchange) fn line<'a>(
    project: &'a Project,
    document: &'a Document,
    names: &'a BTreeMap<EntityId, String>,
) -> Line<'a> {
    let offsets = OffsetMap::new(document.text.as_str());
    let mentions: Vec<&Mention> = project.mentions_of(document.id).collect();
    Line {
        file: Cow::default(),
        id: document.id.to_string().into(),
        title: document.facts.title.as_str().into(),
        source: document.source.as_str().into(),
        published: document.facts.published.map(|date| date.to_string()),
        language: document.facts.language.as_str().into(),
        encoding: if document.encoding == "UTF-8" {
            Cow::default()
        } else {
            document.encoding.as_str().into()
        },
        more: more::more(&document.facts),
        text: None,
        spans: None,
        entities: entity_lines(project, &mentions, names),
        relations: project.relations_of(document.id).map(|one| relation_line(project, one)).collect(),
        mentions: mentions.iter().map(|mention| mention_line(project, &offsets, mention)).collect(),
    }
}

fn mention_line<'a>(project: &'a Project, offsets: &OffsetMap, mention: &'a Mention) -> MentionLine<'a> {
    MentionLine {
        id: mention.id.to_string(),
        called: String::new(),
        start: offsets.code_point(mention.span.start()),
        end: offsets.code_point(mention.span.end()),
        text: project.words_of(mention).into(),
        label: project.schema().name_of(mention.label).into(),
        entity: mention.entity.map(|entity| entity.to_string()),
        metonym: mention.is_metonym,
        date: mention.date.map(|date| date.to_string()),
        note: (*mention.note).into(),
        source: source_of(&mention.provenance),
        score: match &mention.provenance {
            Provenance::Accepted { score, .. } => Some(score.fraction()),
            Provenance::ByHand | Provenance::Imported { .. } => None,
        },
    }
}

/// Where a mark came from, in words.
pub(in crate::exchange) fn source_of(provenance: &Provenance) -> String {
    match provenance {
        Provenance::ByHand => "by hand".to_owned(),
        Provenance::Accepted { suggester, score } => format!("accepted from {suggester}, {score}"),
        Provenance::Imported { from } => format!("imported from {from}"),
    }
}

fn relation_line<'a>(project: &'a Project, relation: &'a Relation) -> RelationLine<'a> {
    let date = relation.date.as_ref();
    RelationLine {
        id: relation.id.to_string(),
        kind: project.schema().relation_type(relation.kind).map_or("?", |kind| kind.name.as_str()).into(),
        from: relation.from.to_string(),
        to: relation.to.to_string(),
        date: date.map(|date| date.words().into()),
        value: date.and_then(SaidDate::value).map(|value| value.to_string()),
        note: (*relation.note).into(),
    }
}

fn entity_lines<'a>(
    project: &'a Project,
    mentions: &[&'a Mention],
    names: &'a BTreeMap<EntityId, String>,
) -> Vec<EntityLine<'a>> {
    let mut by_entity: BTreeMap<EntityId, Vec<&Mention>> = BTreeMap::new();
    for mention in mentions {
        if let Some(entity) = mention.entity {
            by_entity.entry(entity).or_default().push(mention);
        }
    }
    let entities = by_entity.into_iter().filter_map(|(id, mentions)| Some((project.entity(id)?, mentions)));
    let name = |id| names.get(&id).map_or_else(|| project.entity_name(id), String::as_str);
    entities.map(|(entity, mentions)| entity_line(project, entity, name(entity.id), &mentions)).collect()
}

pub(in crate::exchange) fn unmarked(project: &Project) -> Vec<EntityLine<'_>> {
    let is_unmarked = |entity: &&Entity| project.mentions_of_entity(entity.id).next().is_none();
    let unmarked = project.entities().filter(is_unmarked);
    unmarked.map(|entity| entity_line(project, entity, project.entity_name(entity.id), &[])).collect()
}

fn entity_line<'a>(
    project: &'a Project,
    entity: &'a Entity,
    name: &'a str,
    mentions: &[&'a Mention],
) -> EntityLine<'a> {
    let words = mentions.iter().map(|mention| project.words_of(mention));
    EntityLine {
        id: entity.id.to_string(),
        name: name.into(),
        label: project.schema().name_of(entity.label).into(),
        aliases: words.filter(|words| *words != name).map(Cow::from).collect(),
        mentions: mentions.iter().map(|mention| mention.id.to_string()).collect(),
        known: Some(known(project, entity)).filter(|known| *known != KnownLine::default()),
    }
}

fn known(project: &Project, entity: &Entity) -> KnownLine {
    let facts = &entity.facts;
    KnownLine {
        name: entity.name.clone(),
        note: facts.note.clone(),
        aliases: facts.aliases.clone(),
        country: facts.country.clone(),
        ids: facts.ids.clone(),
        roles: facts.roles.iter().map(|role| role_line(project, role)).collect(),
    }
}

fn role_line(project: &Project, role: &EntityRole) -> RoleLine {
    let (organisation, entity) = match &role.organisation {
        None => (String::new(), String::new()),
        Some(Organisation::Named(name)) => (name.clone(), String::new()),
        Some(Organisation::Entity(id)) => (project.entity_name(*id).to_owned(), id.to_string()),
    };
    let [from, to] = [role.from, role.to].map(|date| date.map(|date| date.to_string()));
    RoleLine { title: role.title.clone(), organisation, entity, from, to }
}
