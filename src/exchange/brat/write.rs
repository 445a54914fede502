//! The writer.

use super::METONYM;
use crate::{
    exchange::{
        Export, File,
        codes::{Codes, Stems},
        extras::{self, one_line},
        losses::{Losses, Part},
    },
    model::{Document, EntityId, Mention, MentionId, Project},
    text::OffsetMap,
};
use std::{collections::BTreeMap, fmt::Write as _};

pub(super) fn write(project: &Project) -> Export {
    let (codes, stems) = (Codes::of_project(project), Stems::of(project));
    let mut files = vec![
        File::new("annotation.conf", annotation_conf(project, &codes)),
        File::new("visual.conf", visual_conf(project, &codes)),
    ];
    let mut losses = Losses::of(project, Part::ALL);
    losses.say_names(&codes, project.schema());
    let numbers: BTreeMap<MentionId, usize> = project
        .documents()
        .flat_map(|document| project.mentions_of(document.id).zip(1..))
        .map(|(mention, number)| (mention.id, number))
        .collect();
    let named = |mention: &Mention| format!("T{}", number_of(&numbers, mention.id));
    let mut lines = Vec::new();
    for (document, mut line) in extras::of_each(project, &codes, named) {
        let stem = stems.get(document);
        line.file = stem.into();
        lines.push(line);
        files.push(File::new(format!("{stem}.txt"), document.text.as_str()));
        files.push(File::new(format!("{stem}.ann"), annotations(project, document, &codes, &numbers)));
    }
    files.push(extras::file(&lines, &mut losses));
    Export { files, losses: losses.into_vec() }
}

fn annotations(
    project: &Project,
    document: &Document,
    codes: &Codes,
    numbers: &BTreeMap<MentionId, usize>,
) -> String {
    let map = OffsetMap::new(document.text.as_str());
    let mut lines = String::new();
    let mut same: BTreeMap<EntityId, Vec<usize>> = BTreeMap::new();
    let (mut notes, mut attributes, mut references) = (1.., 1.., 1..);
    let mut rest = String::new();
    for mention in project.mentions_of(document.id) {
        let (start, end) = (map.code_point(mention.span.start()), map.code_point(mention.span.end()));
        let (own, words) = (number_of(numbers, mention.id), document.text.slice(mention.span));
        // Writing to a string does not fail.
        let _ = writeln!(
            lines,
            "T{own}\t{} {start} {end}\t{}",
            codes.label(mention.label),
            words.replace(['\n', '\t'], " ")
        );
        if mention.is_metonym {
            let _ = writeln!(rest, "A{}\t{METONYM} T{own}", attributes.next().unwrap_or(0));
        }
        if !mention.note.is_empty() {
            let (number, note) = (notes.next().unwrap_or(0), one_line(&mention.note));
            let _ = writeln!(rest, "#{number}\tAnnotatorNotes T{own}\t{note}");
        }
        if let Some(entity) = mention.entity.and_then(|id| project.entity(id)) {
            same.entry(entity.id).or_default().push(own);
            for (collection, id) in &entity.facts.ids {
                let name = codes.entity_names().get(&entity.id).map_or("", String::as_str);
                let (number, name) = (references.next().unwrap_or(0), one_line(name));
                let _ = writeln!(rest, "N{number}\tReference T{own} {collection}:{id}\t{name}");
            }
        }
    }
    for (relation, number) in project.relations_of(document.id).zip(1..) {
        let (kind, from, to) = (
            codes.relation(relation.kind),
            number_of(numbers, relation.from),
            number_of(numbers, relation.to),
        );
        let _ = writeln!(lines, "R{number}\t{kind} Arg1:T{from} Arg2:T{to}");
    }
    lines.push_str(&rest);
    for marks in same.values().filter(|marks| marks.len() > 1) {
        let marks: Vec<String> = marks.iter().map(|number| format!("T{number}")).collect();
        let _ = writeln!(lines, "*\tEquiv {}", marks.join(" "));
    }
    lines
}

fn number_of(numbers: &BTreeMap<MentionId, usize>, id: MentionId) -> usize {
    numbers.get(&id).copied().unwrap_or_default()
}

/// What may be marked: without it brat shows everything as wrong.
fn annotation_conf(project: &Project, codes: &Codes) -> String {
    let schema = project.schema();
    let mut conf = String::from("[entities]\n");
    for (id, _) in schema.labels() {
        let _ = writeln!(conf, "{}", codes.label(id));
    }
    conf.push_str("\n[relations]\n");
    for (id, one) in schema.relation_types() {
        let ends = |labels: &[crate::model::LabelId]| {
            let names: Vec<&str> = labels.iter().map(|label| codes.label(*label)).collect();
            if names.is_empty() { "<ENTITY>".to_owned() } else { names.join("|") }
        };
        let symmetric = if one.is_symmetric { ", <REL-TYPE>:symmetric" } else { "" };
        let _ = writeln!(
            conf,
            "{} Arg1:{}, Arg2:{}{symmetric}",
            codes.relation(id),
            ends(&one.from),
            ends(&one.to)
        );
    }
    conf.push_str("<OVERLAP> Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\n[events]\n\n[attributes]\n");
    let _ = writeln!(conf, "{METONYM} Arg:<ENTITY>");
    conf
}

/// The names of labels for people, and their colours.
fn visual_conf(project: &Project, codes: &Codes) -> String {
    let schema = project.schema();
    let mut conf = String::from("[labels]\n");
    for (id, label) in schema.labels() {
        let _ = writeln!(conf, "{} | {}", codes.label(id), one_line(&label.name).replace('|', "/"));
    }
    for (id, one) in schema.relation_types() {
        let _ = writeln!(conf, "{} | {}", codes.relation(id), one_line(&one.name).replace('|', "/"));
    }
    conf.push_str("\n[drawing]\n");
    for (id, label) in schema.labels() {
        let colour = label.colour;
        let (red, green, blue) = (light(colour.red), light(colour.green), light(colour.blue));
        let _ = writeln!(
            conf,
            "{}\tbgColor:#{red:02x}{green:02x}{blue:02x}, fgColor:black, borderColor:darken",
            codes.label(id)
        );
    }
    conf
}

/// Half the way to white, so that black words can be read on it.
fn light(part: u8) -> u8 {
    part / 2 + 127
}
