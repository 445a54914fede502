//! What a format has no place for, kept beside it for the way back: under the key `dateline` of a JSON record, or in the file
//! `dateline.jsonl` of a folder. Other tools pass it over or hand it through; where it comes back, nothing is lost.
//!
//! The tool has the last word on what it knows of: marks that it took away or added, labels and places that it changed.

use super::{
    File,
    codes::Codes,
    json,
    jsonl::{Line, apply_facts, entity, line, provenance, unmarked},
    losses::Losses,
};
use crate::{
    model::{Annotated, Document, Meaning, Mention, Project, ReadEntity, ReadMark, ReadRelation},
    text::{OffsetMap, Span},
};
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The key of a record.
pub(super) const KEY: &str = "dateline";
/// The file of a folder.
pub(super) const FILE: &str = "dateline.jsonl";

/// The articles of a project, each with what is known of it and its marks. `named` says what the format calls a mark, where that
/// is not its id. Entities that no article speaks of stand with the first.
pub(super) fn of_each<'a>(
    project: &'a Project,
    codes: &'a Codes,
    named: impl Fn(&Mention) -> String,
) -> impl Iterator<Item = (&'a Document, Line<'a>)> {
    let mut unmarked = unmarked(project);
    project.documents().map(move |document| {
        let mut line = line(project, document, codes.entity_names());
        for (mention, wire) in project.mentions_of(document.id).zip(&mut line.mentions) {
            wire.called = named(mention);
            wire.label = codes.label(mention.label).into();
            wire.text = "".into();
        }
        for (relation, wire) in project.relations_of(document.id).zip(&mut line.relations) {
            wire.kind = codes.relation(relation.kind).into();
        }
        line.entities.append(&mut unmarked);
        (document, line)
    })
}

/// For formats that call marks by their ids, or not at all.
pub(super) fn by_id(_: &Mention) -> String {
    String::new()
}

/// The file of a folder: a line for each article.
pub(super) fn file(lines: &[Line<'_>], losses: &mut Losses) -> File {
    File::new(FILE, json::lines(lines.iter(), losses))
}

/// The lines of such files, by the folder and stem that they are of.
pub(super) fn lines(files: &[File]) -> BTreeMap<String, Value> {
    let mut all = BTreeMap::new();
    for file in files.iter().filter(|file| file.last_name() == FILE) {
        let folder = file.name.rfind('/').and_then(|at| file.name.get(..=at)).unwrap_or_default();
        let words = String::from_utf8_lossy(&file.bytes);
        for value in words.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()) {
            if let Some(stem) = value.get("file").and_then(Value::as_str) {
                all.insert(format!("{folder}{stem}"), value);
            }
        }
    }
    all
}

/// What the tool itself has kept, so that it is not taken from beside.
#[derive(Clone, Copy, Default)]
pub(super) struct Kept {
    /// Remarks on marks, in one line each.
    pub(super) notes: bool,
    pub(super) relations: bool,
}

/// Adds what was kept beside an article. What is no such record adds nothing.
pub(super) fn join(
    value: Option<&Value>,
    kept: Kept,
    article: &mut Annotated,
    entities: &mut Vec<ReadEntity>,
) {
    let Some(mut line) = value.and_then(|value| Line::deserialize(value).ok()) else {
        return;
    };
    let mut joining = Joining::new(&line, article);
    for mark in &mut article.marks {
        let Some(place) = joining.find(mark) else {
            continue;
        };
        if let Some(known) = line.mentions.get(place) {
            // What a format of tokens cannot say: white space at the ends.
            if let Some(span) = joining.spans.get(place).copied().flatten()
                && article.text.trim(span) == Some(mark.span)
            {
                mark.span = span;
            }
            joining.ids.insert(std::mem::replace(&mut mark.id, known.id.clone()), known.id.clone());
            mark.meaning = known.entity.clone().map_or(Meaning::Nothing, Meaning::Entity);
            mark.is_metonym = known.metonym;
            mark.date = known.date.as_deref().and_then(|date| date.parse().ok());
            if !kept.notes || one_line(&known.note) == one_line(&mark.note) {
                mark.note = known.note.clone().into_owned();
            }
            mark.provenance = provenance(&known.source, known.score);
        }
    }
    let relations: Vec<ReadRelation> = std::mem::take(&mut article.relations);
    let mut known: Vec<ReadRelation> =
        std::mem::take(&mut line.relations).into_iter().map(super::jsonl::relation).collect();
    let renamed = |end: &str| joining.ids.get(end).cloned().unwrap_or_else(|| end.to_owned());
    if kept.relations {
        for relation in relations {
            let (from, to) = (renamed(&relation.from), renamed(&relation.to));
            let alike = known
                .iter()
                .position(|other| (&other.kind, &other.from, &other.to) == (&relation.kind, &from, &to));
            article.relations.push(match alike {
                Some(place) => known.swap_remove(place),
                None => ReadRelation { from, to, ..relation },
            });
        }
    } else {
        let there: BTreeSet<&str> = article.marks.iter().map(|mark| mark.id.as_str()).collect();
        known.retain(|relation| {
            there.contains(relation.from.as_str()) && there.contains(relation.to.as_str())
        });
        article.relations = known;
    }
    entities.extend(std::mem::take(&mut line.entities).into_iter().map(entity));
    apply_facts(article, &mut line);
}

/// Finds what is known of a mark: by its name, else by its place and label.
struct Joining {
    by_name: BTreeMap<String, usize>,
    by_place: BTreeMap<(usize, usize, String), Vec<usize>>,
    used: BTreeSet<usize>,
    /// Where each lay, if that is a place in this text.
    spans: Vec<Option<Span>>,
    /// The tool's name of a mark → its id.
    ids: BTreeMap<String, String>,
}

impl Joining {
    fn new(line: &Line<'_>, article: &Annotated) -> Self {
        let map = OffsetMap::new(article.text.as_str());
        let byte = |offset| map.byte_of_code_point(offset).unwrap_or(usize::MAX);
        let (mut by_name, mut by_place, mut spans) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
        for (place, mention) in line.mentions.iter().enumerate() {
            let name = if mention.called.is_empty() { &mention.id } else { &mention.called };
            by_name.insert(name.clone(), place);
            let span = article.text.span(byte(mention.start), byte(mention.end)).ok();
            for span in
                BTreeSet::from([span, span.and_then(|span| article.text.trim(span))]).into_iter().flatten()
            {
                let key = (span.start(), span.end(), mention.label.clone().into_owned());
                by_place.entry(key).or_insert_with(Vec::new).push(place);
            }
            spans.push(span);
        }
        Self { by_name, by_place, spans, used: BTreeSet::new(), ids: BTreeMap::new() }
    }

    fn find(&mut self, mark: &ReadMark) -> Option<usize> {
        let named = self.by_name.get(&mark.id).copied().filter(|_| !mark.id.is_empty());
        let key = (mark.span.start(), mark.span.end(), mark.label.clone());
        let there = || self.by_place.get(&key)?.iter().copied().find(|place| !self.used.contains(place));
        let found = named.filter(|place| !self.used.contains(place)).or_else(there)?;
        self.used.insert(found);
        Some(found)
    }
}

/// As a format writes it that has one line for it.
pub(super) fn one_line(words: &str) -> String {
    words.split(['\n', '\r', '\t']).collect::<Vec<_>>().join(" ").trim().to_owned()
}
