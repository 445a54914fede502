//! The writer.

use super::{
    ARTICLE_COLUMNS, ARTICLES, ENTITIES, ENTITY_COLUMNS, MENTION_COLUMNS, MENTIONS, RELATION_COLUMNS,
    RELATIONS, ROLE_COLUMNS, ROLES, neutral,
};
use crate::{
    exchange::{
        Export, File,
        codes::Stems,
        found,
        jsonl::source_of,
        losses::{Losses, Part},
    },
    model::{Document, Mention, MentionId, Organisation, Project, Provenance, SaidDate},
    text::OffsetMap,
};

pub(super) fn write(project: &Project) -> Export {
    let stems = Stems::of(project);
    let mut files = vec![
        articles(project, &stems),
        mentions(project, &stems),
        entities(project),
        roles(project),
        relations(project, &stems),
    ];
    let text =
        |document: &Document| File::new(format!("texts/{}.txt", stems.get(document)), document.text.as_str());
    files.extend(project.documents().map(text));
    Export { files, losses: Losses::of(project, Part::ALL).into_vec() }
}

/// A table in memory, to which writing does not fail.
fn table<const N: usize>(name: &str, columns: [&str; N], rows: impl Iterator<Item = [String; N]>) -> File {
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut bytes);
    let _ = writer.write_record(columns);
    for row in rows {
        let _ = writer.write_record(row.iter().map(|cell| neutral(cell)));
    }
    let _ = writer.flush();
    drop(writer);
    File::new(name, bytes)
}

fn articles(project: &Project, stems: &Stems) -> File {
    let row = |document: &Document| {
        let facts = &document.facts;
        [
            document.id.to_string(),
            format!("texts/{}.txt", stems.get(document)),
            facts.title.clone(),
            facts.published.map_or(String::new(), |day| day.to_string()),
            facts.published_at.clone(),
            facts.language.clone(),
            facts.byline.clone(),
            facts.site.clone(),
            facts.url.clone(),
            found::lines(&facts.origins).join("\n"),
            document.source.clone(),
            document.encoding.clone(),
        ]
    };
    table(ARTICLES, ARTICLE_COLUMNS, project.documents().map(row))
}

fn mentions(project: &Project, stems: &Stems) -> File {
    let rows = project.documents().flat_map(|document| {
        let map = OffsetMap::new(document.text.as_str());
        let row = move |mention: &Mention| mention_row(project, stems.get(document), &map, mention);
        project.mentions_of(document.id).map(row).collect::<Vec<_>>()
    });
    table(MENTIONS, MENTION_COLUMNS, rows)
}

fn mention_row(project: &Project, stem: &str, map: &OffsetMap<'_>, mention: &Mention) -> [String; 12] {
    let score = match &mention.provenance {
        Provenance::Accepted { score, .. } => score.fraction().to_string(),
        Provenance::ByHand | Provenance::Imported { .. } => String::new(),
    };
    [
        stem.to_owned(),
        mention.id.to_string(),
        map.code_point(mention.span.start()).to_string(),
        map.code_point(mention.span.end()).to_string(),
        project.schema().name_of(mention.label).to_owned(),
        project.words_of(mention).to_owned(),
        mention.entity.map_or(String::new(), |id| id.to_string()),
        if mention.is_metonym { "yes".to_owned() } else { String::new() },
        mention.date.map_or(String::new(), |date| date.to_string()),
        mention.note.to_string(),
        source_of(&mention.provenance),
        score,
    ]
}

/// Names and ids of which there may be several stand on a line of the cell each.
fn entities(project: &Project) -> File {
    let row = |entity: &crate::model::Entity| {
        let facts = &entity.facts;
        let ids: Vec<String> =
            facts.ids.iter().map(|(collection, id)| format!("{collection} {id}")).collect();
        [
            entity.id.to_string(),
            project.entity_name(entity.id).to_owned(),
            project.schema().name_of(entity.label).to_owned(),
            entity.name.clone().unwrap_or_default(),
            facts.aliases.join("\n"),
            facts.country.clone(),
            ids.join("\n"),
            facts.note.clone(),
        ]
    };
    table(ENTITIES, ENTITY_COLUMNS, project.entities().map(row))
}

fn roles(project: &Project) -> File {
    let rows = project.entities().flat_map(|entity| {
        entity.facts.roles.iter().map(|role| {
            let (name, id) = match &role.organisation {
                None => (String::new(), String::new()),
                Some(Organisation::Named(name)) => (name.clone(), String::new()),
                Some(Organisation::Entity(id)) => (project.entity_name(*id).to_owned(), id.to_string()),
            };
            let [from, to] = [role.from, role.to].map(|day| day.map_or(String::new(), |day| day.to_string()));
            [entity.id.to_string(), role.title.clone(), name, id, from, to]
        })
    });
    table(ROLES, ROLE_COLUMNS, rows)
}

fn relations(project: &Project, stems: &Stems) -> File {
    let words =
        |id: MentionId| project.mention(id).map_or("", |mention| project.words_of(mention)).to_owned();
    let rows = project.documents().flat_map(|document| {
        let row = |relation: &crate::model::Relation| {
            let kind = project.schema().relation_type(relation.kind).map_or("?", |kind| kind.name.as_str());
            let date = relation.date.as_ref();
            [
                stems.get(document).to_owned(),
                relation.id.to_string(),
                kind.to_owned(),
                relation.from.to_string(),
                relation.to.to_string(),
                words(relation.from),
                words(relation.to),
                date.map_or(String::new(), |date| date.words().to_owned()),
                date.and_then(SaidDate::value).map_or(String::new(), |value| value.to_string()),
                relation.note.to_string(),
            ]
        };
        project.relations_of(document.id).map(row).collect::<Vec<_>>()
    });
    table(RELATIONS, RELATION_COLUMNS, rows)
}
