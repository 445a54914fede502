//! The tables of entities, one a label: names, counts, where they stand, and what is known of them.

use super::page::Page;
use crate::model::{DocumentId, Entity, EntityFacts, EntityRole, Label, LabelId, Organisation, Project};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// Writes the tables.
pub(super) fn write(page: &mut Page, project: &Project) {
    if project.entities().next().is_none() {
        return;
    }
    let numbers: BTreeMap<DocumentId, usize> = project.document_ids().zip(1..).collect();
    page.raw(&format!(
        "<section class=\"part\" id=\"entities\">\n<h2>Entities<small>{}</small></h2>\n",
        project.entities().count()
    ));
    for (id, label) in project.schema().labels() {
        let rows = rows(project, id);
        if !rows.is_empty() {
            of_label(page, project, label, id, &rows, &numbers);
        }
    }
    page.raw("</section>\n");
}

/// An entity with its counts and articles.
struct Row<'a> {
    entity: &'a Entity,
    name: &'a str,
    mentions: usize,
    documents: BTreeSet<DocumentId>,
}

/// Those with most mentions first.
fn rows(project: &Project, label: LabelId) -> Vec<Row<'_>> {
    let of_label = project.entities().filter(|entity| entity.label == label);
    let mut rows: Vec<Row> = of_label
        .map(|entity| {
            let documents: Vec<DocumentId> =
                project.mentions_of_entity(entity.id).map(|mention| mention.document).collect();
            Row {
                entity,
                name: project.entity_name(entity.id),
                mentions: documents.len(),
                documents: documents.into_iter().collect(),
            }
        })
        .collect();
    rows.sort_by_key(|row| (Reverse(row.mentions), row.name, row.entity.id));
    rows
}

fn of_label(
    page: &mut Page,
    project: &Project,
    label: &Label,
    id: LabelId,
    rows: &[Row],
    numbers: &BTreeMap<DocumentId, usize>,
) {
    page.raw(&format!("<h3><i class=\"l{}\"></i>", id.number()));
    page.words(&label.name);
    page.raw(&format!("<small>{}</small></h3>\n", rows.len()));
    let (told, others): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|row| is_told(project, row));
    if !told.is_empty() {
        table(page, project, &told, numbers);
    }
    if !others.is_empty() {
        list(page, &others, numbers);
    }
}

/// Whether anything is known of it but its name and how often it is named.
fn is_told(project: &Project, row: &Row) -> bool {
    row.entity.facts != EntityFacts::default() || !also(project, row).is_empty()
}

fn table(page: &mut Page, project: &Project, rows: &[&Row], numbers: &BTreeMap<DocumentId, usize>) {
    page.raw("<table>\n<thead><tr><th>Name</th><th class=\"num\">Marks</th>");
    let has_articles = numbers.len() > 1;
    if has_articles {
        page.raw("<th class=\"in\">Articles</th>");
    }
    page.raw("<th>Known</th></tr></thead>\n<tbody>\n");
    for row in rows {
        page.raw(&format!("<tr id=\"{}\"><td class=\"name\">", row.entity.id));
        page.isolated(row.name);
        page.raw(&format!("</td><td class=\"num\">{}</td>", row.mentions));
        if has_articles {
            page.raw("<td class=\"in\">");
            articles(page, row, numbers);
            page.raw("</td>");
        }
        page.raw("<td class=\"known\">");
        known(page, project, row);
        page.raw("</td></tr>\n");
    }
    page.raw("</tbody>\n</table>\n");
}

/// Those of which no more is known, in columns.
fn list(page: &mut Page, rows: &[&Row], numbers: &BTreeMap<DocumentId, usize>) {
    page.raw("<ul class=\"few\">\n");
    for row in rows {
        page.raw(&format!("<li id=\"{}\">", row.entity.id));
        page.isolated(row.name);
        page.raw("<small>");
        if numbers.len() > 1 {
            articles(page, row, numbers);
            page.raw(" · ");
        }
        page.raw(&format!("{}</small></li>\n", row.mentions));
    }
    page.raw("</ul>\n");
}

/// The numbers of the articles that name it.
fn articles(page: &mut Page, row: &Row, numbers: &BTreeMap<DocumentId, usize>) {
    let mut all: Vec<(usize, DocumentId)> = row
        .documents
        .iter()
        .map(|document| (numbers.get(document).copied().unwrap_or_default(), *document))
        .collect();
    all.sort_unstable();
    for (place, (number, document)) in all.into_iter().enumerate() {
        let comma = if place > 0 { ", " } else { "" };
        page.raw(&format!("{comma}<a href=\"#{document}\">{number}</a>"));
    }
}

fn known(page: &mut Page, project: &Project, row: &Row) {
    let facts = &row.entity.facts;
    let also = also(project, row);
    fact(page, "Also", &also.join(", "));
    fact(page, "Country", &facts.country);
    for role in &facts.roles {
        fact(page, "Role", &role_line(project, role));
    }
    for (collection, id) in &facts.ids {
        fact(page, collection, id);
    }
    if !facts.note.is_empty() {
        page.raw("<span class=\"note\">");
        page.isolated(&facts.note);
        page.raw("</span>");
    }
}

fn fact(page: &mut Page, name: &str, value: &str) {
    if !value.is_empty() {
        page.raw("<span><b>");
        page.words(name);
        page.raw("</b>");
        page.isolated(value);
        page.raw("</span>");
    }
}

/// What else it is called: its aliases, then the words of its mentions, each once.
fn also<'a>(project: &'a Project, row: &Row<'a>) -> Vec<&'a str> {
    let mut also: Vec<&str> = row.entity.facts.aliases.iter().map(String::as_str).collect();
    let mut words: BTreeMap<&str, usize> = BTreeMap::new();
    for mention in project.mentions_of_entity(row.entity.id) {
        *words.entry(project.words_of(mention)).or_default() += 1;
    }
    let mut words: Vec<(Reverse<usize>, &str)> =
        words.into_iter().map(|(words, count)| (Reverse(count), words)).collect();
    words.sort_unstable();
    for (_, words) in words {
        if words != row.name && !also.contains(&words) {
            also.push(words);
        }
    }
    also
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
        (Some(from), None) => format!("since {from}"),
        (None, Some(to)) => format!("until {to}"),
        (Some(from), Some(to)) => format!("{from} – {to}"),
    };
    let parts = [role.title.as_str(), organisation, &days];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
