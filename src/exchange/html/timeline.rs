//! The dates that the articles tell of, in the order of the calendar: by the analyst's word, else resolved against the day of
//! publication.

use super::{page::Page, relations::sentence_with};
use crate::{
    model::{Document, DocumentId, LabelId, Mention, MentionId, Project},
    text::{SentenceFinder, Span},
    time::{Expression, Resolved, TimeValue, find, resolve},
};
use std::collections::BTreeMap;

/// What the marks of an article mean that are dates.
pub(super) type Dates = BTreeMap<MentionId, Resolved>;

/// The dates of all articles that have some.
pub(super) fn dates(project: &Project) -> BTreeMap<DocumentId, Dates> {
    let labels = project.schema().labels().map(|(id, _)| id);
    let labels: Vec<LabelId> = labels.filter(|label| project.schema().is_for_dates(*label)).collect();
    let all = project.documents().map(|document| (document.id, of_article(project, document, &labels)));
    all.filter(|(_, dates)| !dates.is_empty()).collect()
}

fn of_article(project: &Project, document: &Document, labels: &[LabelId]) -> Dates {
    let marks: Vec<&Mention> =
        project.mentions_of(document.id).filter(|mention| labels.contains(&mention.label)).collect();
    if marks.is_empty() {
        return Dates::new();
    }
    let expressions = find(&document.text);
    let resolved = resolve(&expressions, document.facts.published);
    let meant = |mention: &Mention| {
        let first = expressions.partition_point(|one: &Expression| one.span.end() <= mention.span.start());
        let near = expressions.iter().zip(&resolved).skip(first);
        let near = near.take_while(|(one, _)| one.span.start() < mention.span.end());
        near.max_by_key(|(one, _)| shared(one.span, mention.span)).map(|(_, resolved)| resolved.clone())
    };
    let stated = |mention: &Mention| mention.date.map(TimeValue::resolved);
    marks.into_iter().filter_map(|one| Some((one.id, stated(one).or_else(|| meant(one))?))).collect()
}

fn shared(one: Span, other: Span) -> usize {
    one.end().min(other.end()).saturating_sub(one.start().max(other.start()))
}

/// Writes the table of those that lie on the calendar.
pub(super) fn write(page: &mut Page, project: &Project, dates: &BTreeMap<DocumentId, Dates>) {
    let mut rows = Vec::new();
    let (mut others, is_alone) = (0, project.document_count() == 1);
    for (place, document) in project.documents().enumerate() {
        for (id, resolved) in dates.get(&document.id).into_iter().flatten() {
            let Some(mention) = project.mention(*id) else { continue };
            match resolved.interval {
                Some(days) => {
                    rows.push(((days.first, days.last, place, mention.span), document, mention, resolved));
                }
                None => others += 1,
            }
        }
    }
    if rows.is_empty() {
        return;
    }
    rows.sort_by_key(|(order, ..)| *order);
    page.raw(&format!(
        "<section class=\"part\" id=\"timeline\">\n<h2>Timeline<small>{}</small></h2>\n<table class=\"days\">\n<tbody>\n",
        rows.len()
    ));
    let mut before = String::new();
    for (_, document, mention, resolved) in rows {
        page.raw("<tr><td>");
        let line = resolved.line.rsplit(" · ").next().unwrap_or_default();
        if line != before {
            page.words(line);
            line.clone_into(&mut before);
        }
        page.raw("</td><td class=\"said\" dir=\"auto\">");
        let sentence = SentenceFinder::new(&document.text).at(mention.span.start()).unwrap_or(mention.span);
        sentence_with(page, &document.text, sentence, &[mention.span]);
        if !is_alone {
            page.raw(&format!("<cite><a href=\"#{}\">", document.id));
            page.isolated(document.display_title());
            page.raw("</a></cite>");
        }
        page.raw("</td></tr>\n");
    }
    page.raw("</tbody>\n</table>\n");
    if others > 0 {
        page.raw(&format!(
            "<p class=\"facts\">{others} more tell a length of time, what comes again, or wait for a publication date</p>\n"
        ));
    }
    page.raw("</section>\n");
}
