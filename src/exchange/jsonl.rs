//! JSON lines: one object an article, for scripts and for training.
//!
//! `spans` is what most tools read; `mentions`, `entities` and `relations` say all. Offsets are Unicode code points, half-open.

use super::{
    Export, File, Format, Shape,
    losses::{Losses, Part},
    nothing_beside,
};
use crate::{
    model::{Document, Entity, EntityId, Mention, Project, Provenance, Relation, SaidDate},
    text::OffsetMap,
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const FORMAT: Format = Format {
    name: "jsonl",
    about: "JSON lines of Dateline, an article a line",
    carries: "everything but what is known of entities",
    extension: "jsonl",
    shape: Shape::OneFile,
    write: Some(write),
    read: None,
    recognises: |_| false,
    beside: nothing_beside,
};

#[derive(Serialize)]
struct Line<'a> {
    id: String,
    title: &'a str,
    source: &'a str,
    published: Option<String>,
    language: &'a str,
    text: &'a str,
    spans: Vec<(usize, usize, &'a str)>,
    mentions: Vec<MentionLine<'a>>,
    entities: Vec<EntityLine<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    relations: Vec<RelationLine<'a>>,
}

#[derive(Serialize)]
struct MentionLine<'a> {
    id: String,
    start: usize,
    end: usize,
    text: &'a str,
    label: &'a str,
    entity: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    metonym: bool,
    note: &'a str,
    source: String,
}

/// A relation between the entities of two mentions.
#[derive(Serialize)]
struct RelationLine<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'a str,
    from: String,
    to: String,
    date: Option<&'a str>,
    /// What the date means, where that is known.
    value: Option<String>,
    note: &'a str,
}

/// An entity as far as this article speaks of it.
#[derive(Serialize)]
struct EntityLine<'a> {
    id: String,
    name: &'a str,
    label: &'a str,
    /// Other words than the name, sorted.
    aliases: BTreeSet<&'a str>,
    mentions: Vec<String>,
}

fn write(project: &Project) -> Export {
    let mut bytes = Vec::new();
    let mut losses = Vec::new();
    for document in project.documents() {
        match serde_json::to_writer(&mut bytes, &line(project, document)) {
            Ok(()) => bytes.push(b'\n'),
            // Cannot be: nothing here is a map with odd keys, and a vector takes all bytes.
            Err(error) => losses.push(format!("article {}: {error}", document.id)),
        }
    }
    let mut report = Losses::of(
        project,
        &[
            Part::Titles,
            Part::Days,
            Part::Languages,
            Part::Sources,
            Part::Origins,
            Part::Notes,
            Part::Metonyms,
            Part::Entities,
            Part::Relations,
            Part::RelationFacts,
        ],
    );
    losses.into_iter().for_each(|loss| report.say(loss));
    Export { files: vec![File::new("project.jsonl", bytes)], losses: report.into_vec() }
}

fn line<'a>(project: &'a Project, document: &'a Document) -> Line<'a> {
    let offsets = OffsetMap::new(document.text.as_str());
    let mentions: Vec<&Mention> = project.mentions_of(document.id).collect();
    let mention_lines: Vec<MentionLine> =
        mentions.iter().map(|mention| mention_line(project, &offsets, mention)).collect();
    Line {
        id: document.id.to_string(),
        title: &document.facts.title,
        source: &document.source,
        published: document.facts.published.map(|date| date.to_string()),
        language: &document.facts.language,
        text: document.text.as_str(),
        spans: mention_lines.iter().map(|mention| (mention.start, mention.end, mention.label)).collect(),
        entities: entity_lines(project, &mentions),
        relations: project.relations_of(document.id).map(|one| relation_line(project, one)).collect(),
        mentions: mention_lines,
    }
}

fn mention_line<'a>(project: &'a Project, offsets: &OffsetMap, mention: &'a Mention) -> MentionLine<'a> {
    MentionLine {
        id: mention.id.to_string(),
        start: offsets.code_point(mention.span.start()),
        end: offsets.code_point(mention.span.end()),
        text: project.words_of(mention),
        label: project.schema().name_of(mention.label),
        entity: mention.entity.map(|entity| entity.to_string()),
        metonym: mention.is_metonym,
        note: &mention.note,
        source: match &mention.provenance {
            Provenance::ByHand => "by hand".to_owned(),
            Provenance::Accepted { suggester, score } => format!("accepted from {suggester}, {score}"),
            Provenance::Imported { from } => format!("imported from {from}"),
        },
    }
}

fn relation_line<'a>(project: &'a Project, relation: &'a Relation) -> RelationLine<'a> {
    let date = relation.date.as_ref();
    RelationLine {
        id: relation.id.to_string(),
        kind: project.schema().relation_type(relation.kind).map_or("?", |kind| &kind.name),
        from: relation.from.to_string(),
        to: relation.to.to_string(),
        date: date.map(SaidDate::words),
        value: date.and_then(SaidDate::value).map(|value| value.to_string()),
        note: &relation.note,
    }
}

fn entity_lines<'a>(project: &'a Project, mentions: &[&'a Mention]) -> Vec<EntityLine<'a>> {
    let mut by_entity: BTreeMap<EntityId, Vec<&Mention>> = BTreeMap::new();
    for mention in mentions {
        if let Some(entity) = mention.entity {
            by_entity.entry(entity).or_default().push(mention);
        }
    }
    let entities = by_entity.into_iter().filter_map(|(id, mentions)| Some((project.entity(id)?, mentions)));
    let line = |(entity, mentions): (&'a Entity, Vec<&'a Mention>)| {
        let name = project.entity_name(entity.id);
        let words = mentions.iter().map(|mention| project.words_of(mention));
        EntityLine {
            id: entity.id.to_string(),
            name,
            label: project.schema().name_of(entity.label),
            aliases: words.filter(|words| *words != name).collect(),
            mentions: mentions.iter().map(|mention| mention.id.to_string()).collect(),
        }
    };
    entities.map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Command, EntityFacts, RejectionScope, notation::Desk};

    #[test]
    fn an_article_a_line_with_offsets_in_code_points() {
        let mut desk =
            Desk::with(&["“é” 😀 [Kim Jong Un](Person) met [Kim](Person) in [Seoul](Place)\n", ""]);
        desk.carry_out(Command::MergeEntities(vec![desk.entity("Kim"), desk.entity("Kim Jong Un")]));
        desk.relate("Kim", "located in", "Seoul");
        let facts = EntityFacts { country: "Korea".to_owned(), ..EntityFacts::default() };
        desk.carry_out(Command::SetEntity { entity: desk.entity("Seoul"), facts });
        desk.carry_out(Command::SetMetonym { mentions: desk.mentions("Seoul"), is_metonym: true });
        let refusal = (RejectionScope::Project, desk.label("Place"), "met".to_owned());
        desk.carry_out(Command::Reject(vec![refusal]));
        let export = write(&desk.project);
        assert_eq!(
            export.losses,
            [
                "not carried: rejections (1)",
                "not carried: entities with notes, aliases, countries, ids or roles (1)",
            ]
        );
        let lines = String::from_utf8(export.files.into_iter().next().expect("one").bytes).expect("is UTF-8");
        assert_eq!(lines.lines().count(), 2);
        insta::assert_snapshot!(lines);
    }

    #[test]
    fn code_points_cut_the_same_words() {
        let desk = Desk::with(&["é [Zoë’s 😀](Other) [é](Date)"]);
        let bytes = write(&desk.project).files.into_iter().next().expect("one").bytes;
        let line = String::from_utf8(bytes).expect("is UTF-8");
        let line: serde_json::Value = serde_json::from_str(&line).expect("is JSON");
        let text: Vec<char> = line["text"].as_str().expect("is there").chars().collect();
        for mention in line["mentions"].as_array().expect("is there") {
            let at = |name: &str| usize::try_from(mention[name].as_u64().expect("is there")).expect("fits");
            let words: String = text[at("start")..at("end")].iter().collect();
            assert_eq!(Some(words.as_str()), mention["text"].as_str());
        }
    }
}
