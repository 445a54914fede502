//! The relations, each as a sentence, with the sentences of the articles that say so.

use super::page::{self, Page};
use crate::{
    exchange::called::Called,
    model::{EntityId, Mention, Project, Relation, RelationTypeId},
    text::{SentenceFinder, Span, Text},
};
use std::collections::BTreeMap;

/// Writes them: the ties with most evidence first.
pub(super) fn write(page: &mut Page, project: &Project, names: &Called) {
    let mut ties: BTreeMap<(EntityId, EntityId, RelationTypeId), Vec<&Relation>> = BTreeMap::new();
    for relation in project.documents().flat_map(|document| project.relations_of(document.id)) {
        if let Some((from, to)) = project.ends_of(relation) {
            ties.entry((from, to, relation.kind)).or_default().push(relation);
        }
    }
    if ties.is_empty() {
        return;
    }
    let mut ties: Vec<_> = ties.into_iter().collect();
    ties.sort_by_key(|((from, to, kind), relations)| {
        (std::cmp::Reverse(relations.len()), names.name(*from), *kind, names.name(*to))
    });
    page.raw(&format!("<section class=\"part\" id=\"relations\">\n<h2>Relations<small>{}</small></h2>\n<ul class=\"ties\">\n", ties.len()));
    for ((from, to, kind), relations) in ties {
        page.raw("<li><div class=\"tie\">");
        end(page, names, from);
        page.raw(" <i>");
        let name = project.schema().relation_type(kind).map_or("?", |kind| &kind.name);
        page.words(&lower_first(name));
        page.raw("</i> ");
        end(page, names, to);
        page.raw("</div>\n");
        for relation in relations {
            evidence(page, project, relation);
        }
        page.raw("</li>\n");
    }
    page.raw("</ul>\n</section>\n");
}

fn end(page: &mut Page, names: &Called, entity: EntityId) {
    page.raw(&format!("<a href=\"#{entity}\"><b>"));
    page.isolated(names.name(entity));
    page.raw("</b></a>");
}

/// `Works for` in the middle of a sentence.
fn lower_first(name: &str) -> String {
    let mut characters = name.chars();
    let first = characters.next().map(|first| first.to_lowercase().to_string()).unwrap_or_default();
    first + characters.as_str()
}

/// The sentence or sentences of a relation, with its ends in bold, and what is written down of it.
fn evidence(page: &mut Page, project: &Project, relation: &Relation) {
    let ends = project.mention(relation.from).zip(project.mention(relation.to));
    let (Some(document), Some((from, to))) = (project.document(relation.document), ends) else { return };
    let mut bold = [from.span, to.span];
    bold.sort_unstable();
    let mut finder = SentenceFinder::new(&document.text);
    let mut sentences: Vec<Span> =
        [from, to].into_iter().filter_map(|end: &Mention| finder.at(end.span.start())).collect();
    sentences.sort_unstable();
    sentences.dedup();
    page.raw("<blockquote dir=\"auto\">");
    for (place, sentence) in sentences.iter().enumerate() {
        page.raw(if place > 0 { " … " } else { "" });
        sentence_with(page, &document.text, *sentence, &bold);
    }
    page.raw("<cite>");
    let published = document.facts.published.map(page::day);
    let date = relation.date.as_ref().map(|date| match date.value() {
        Some(value) if value.to_string() != date.words() => format!("{} ({value})", date.words()),
        _ => date.words().to_owned(),
    });
    page.raw(&format!("<a href=\"#{}\">", document.id));
    page.isolated(document.display_title());
    page.raw("</a>");
    for words in published.into_iter().chain(date.map(|date| format!("dated {date}"))) {
        page.raw(" · ");
        page.words(&words);
    }
    if !relation.note.is_empty() {
        page.raw("<br>");
        page.isolated(&relation.note);
    }
    page.raw("</cite></blockquote>\n");
}

/// A sentence with some of its words in bold; those that reach out of it are cut at its ends.
pub(super) fn sentence_with(page: &mut Page, text: &Text, sentence: Span, bold: &[Span]) {
    let mut at = sentence.start();
    for span in bold {
        let (start, end) = (span.start().max(at), span.end().min(sentence.end()));
        if start < end {
            page.words(text.get(at..start));
            page.raw("<b>");
            page.words(text.get(start..end));
            page.raw("</b>");
            at = end;
        }
    }
    page.words(text.get(at..sentence.end()));
}
