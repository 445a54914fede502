//! A report for people: one page in HTML, to be read, sent and printed.
//!
//! All is in the file: no script, no font, no picture, nothing that is fetched, and a policy that forbids it. Articles with
//! their marks in the colours of the labels, light and dark and on paper; entities, relations, and the dates that the articles
//! tell of. Words of articles are escaped; what could turn the direction of a line stays in its own.

mod article;
mod entities;
mod page;
mod relations;
mod timeline;

use super::{
    Export, File, Format, Shape,
    called::Called,
    losses::{Losses, Part},
    nothing_beside, recognises_nothing,
};
use crate::model::{Document, Origins, Project};
use page::Page;

pub(super) const FORMAT: Format = Format {
    name: "html",
    about: "a page to be read and printed, with nothing beside it",
    carries: "articles with their marks, entities and what is known of them, relations, dates",
    extension: "html",
    shape: Shape::OneFile,
    write: Some(write),
    read: None,
    recognises: recognises_nothing,
    beside: nothing_beside,
};

const CARRIED: &[Part] = &[
    Part::Titles,
    Part::Days,
    Part::Languages,
    Part::Sources,
    Part::Bylines,
    Part::Notes,
    Part::Metonyms,
    Part::Dates,
    Part::Entities,
    Part::Facts,
    Part::Unmarked,
    Part::Relations,
    Part::RelationFacts,
];

const STYLE: &str = include_str!("style.css");

fn write(project: &Project) -> Export {
    let mut page = Page::new();
    let (dates, names) = (timeline::dates(project), Called::of(project));
    head(&mut page, project);
    page.raw("<main>\n");
    for document in project.documents() {
        article::write(&mut page, project, &names, document, dates.get(&document.id));
    }
    entities::write(&mut page, project);
    relations::write(&mut page, project, &names);
    timeline::write(&mut page, project, &dates);
    page.raw("</main>\n<footer>Made with Dateline</footer>\n</div>\n</body>\n</html>\n");
    let (words, replaced) = page.finish();
    let mut losses = Losses::of(project, CARRIED);
    let has_origins = |document: &&Document| document.facts.origins != Origins::default();
    losses.add(project.documents().filter(has_origins).count(), "where the facts of articles stood");
    if replaced > 0 {
        losses.say(format!("characters that a page cannot show, shown as U+FFFD: {replaced}"));
    }
    Export { files: vec![File::new("project.html", words)], losses: losses.into_vec() }
}

fn head(page: &mut Page, project: &Project) {
    let mut documents = project.documents();
    let title = match (documents.next(), documents.next()) {
        (Some(only), None) => only.display_title().to_owned(),
        _ => counted(project.document_count(), "article", "articles"),
    };
    page.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>");
    page.words(&title);
    page.raw("</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.raw("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"Dateline\">\n");
    page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    page.raw("<style>\n");
    page.raw(STYLE);
    page.raw(&colours(project));
    page.raw("</style>\n</head>\n<body>\n<div class=\"sheet\">\n<header>\n<p class=\"kicker\">Annotated articles</p>\n<h1>");
    page.words(&title);
    page.raw("</h1>\n<p class=\"facts\">");
    for words in summary(project) {
        page.raw("<span>");
        page.words(&words);
        page.raw("</span>");
    }
    page.raw("</p>\n");
    legend(page, project);
    contents(page, project);
    page.raw("</header>\n");
}

/// The counts, and the days of the articles.
fn summary(project: &Project) -> Vec<String> {
    let days = || project.documents().filter_map(|document| document.facts.published);
    let span = match (days().min(), days().max()) {
        (Some(first), Some(last)) if first == last => Some(page::day(first)),
        (Some(first), Some(last)) => Some(format!("{} – {}", page::day(first), page::day(last))),
        _ => None,
    };
    let mut summary = vec![
        counted(project.mention_count(), "mark", "marks"),
        counted(project.entities().count(), "entity", "entities"),
        counted(project.relation_count(), "relation", "relations"),
    ];
    summary.extend(span);
    summary
}

fn counted(count: usize, one: &str, several: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { several })
}

/// The labels that are used, with how often.
fn legend(page: &mut Page, project: &Project) {
    let mut counts = std::collections::BTreeMap::new();
    for mention in project.mentions() {
        *counts.entry(mention.label).or_insert(0_usize) += 1;
    }
    if counts.is_empty() {
        return;
    }
    page.raw("<ul class=\"legend\">\n");
    for (label, count) in counts {
        let name = project.schema().name_of(label);
        let definition = project.schema().get(label).map_or("", |label| &label.definition);
        let definition = page.escaped(definition);
        page.raw(&format!("<li title=\"{definition}\"><span class=\"m l{}\">", label.number()));
        page.words(name);
        page.raw(&format!("</span><small>{count}</small></li>\n"));
    }
    page.raw("</ul>\n");
}

fn contents(page: &mut Page, project: &Project) {
    if project.document_count() < 2 {
        return;
    }
    page.raw("<ol class=\"contents\">\n");
    for document in project.documents() {
        page.raw(&format!("<li><a href=\"#{}\">", document.id));
        page.isolated(document.display_title());
        page.raw("</a><small>");
        let published = document.facts.published.map(|day| format!("{} · ", page::day(day)));
        let marks = counted(project.mention_count_of(document.id), "mark", "marks");
        page.words(&format!("{}{marks}", published.unwrap_or_default()));
        page.raw("</small></li>\n");
    }
    page.raw("</ol>\n");
}

/// The colours of the labels, for each a line, a tint of it and a stronger one; lighter ones for the dark.
fn colours(project: &Project) -> String {
    let (mut light, mut dark) = (String::new(), String::new());
    for (id, label) in project.schema().labels() {
        let colour = [label.colour.red, label.colour.green, label.colour.blue];
        let lighter = colour.map(|part| part + ((255 - u16::from(part)) * 2 / 5) as u8);
        let rule = |[red, green, blue]: [u8; 3], tint: &str, strong: &str| {
            let (colour, place) = (format!("{red} {green} {blue}"), id.number());
            format!(".l{place}{{--c:rgb({colour});--t:rgb({colour}/{tint});--h:rgb({colour}/{strong})}}\n")
        };
        light += &rule(colour, ".13", ".26");
        dark += &rule(lighter, ".2", ".36");
    }
    format!("{light}@media screen and (prefers-color-scheme:dark){{\n{dark}}}\n")
}

#[cfg(test)]
mod tests;
