//! An article with its marks. Marks may nest, cross and share their words: each is drawn as often as it must be broken, and
//! the line of an outer one lies below those of the inner ones.

use super::{page, page::Page, timeline::Dates};
use crate::{
    exchange::called::Called,
    model::{Document, Mention, Project},
    text::Span,
    time::beside,
};
use std::{cmp::Reverse, ops::Range};

/// Lines below each other, at most.
const MOST_LANES: usize = 4;

/// Writes an article.
pub(super) fn write(
    page: &mut Page,
    project: &Project,
    names: &Called,
    document: &Document,
    dates: Option<&Dates>,
) {
    let is_alone = project.document_count() == 1;
    let language = language(page, document);
    page.raw(&format!("<article id=\"{}\"{language}>\n", document.id));
    if !is_alone {
        page.raw("<h2 dir=\"auto\">");
        page.words(document.display_title());
        page.raw("</h2>\n");
    }
    facts(page, document);
    page.raw("<div class=\"text\">\n");
    let marks = marks(project, document);
    let mut start = 0;
    for line in document.text.as_str().split('\n') {
        let range = start..start + line.len();
        start = range.end + 1;
        if !line.trim().is_empty() {
            page.raw("<p dir=\"auto\">");
            paragraph(page, (project, names), document, &marks, range, dates);
            page.raw("</p>\n");
        }
    }
    page.raw("</div>\n</article>\n");
}

fn language(page: &mut Page, document: &Document) -> String {
    let language = &document.facts.language;
    if language.is_empty() { String::new() } else { format!(" lang=\"{}\"", page.escaped(language)) }
}

fn facts(page: &mut Page, document: &Document) {
    let facts = &document.facts;
    let published = facts.published.map(|day| match facts.published_at.get(11..16) {
        Some(hour) => format!("{}, {hour}", page::day(day)),
        None => page::day(day),
    });
    // A path says much about whoever's machine it is, and nothing to a reader.
    let is_address = document.source.contains("://");
    let source = if is_address { document.source.as_str() } else { document.file_name() };
    let source = if facts.url.is_empty() { source } else { facts.url.as_str() };
    let facts =
        [published.as_deref().unwrap_or_default(), &facts.byline, &facts.site, source, &facts.language];
    if facts.iter().all(|words| words.is_empty()) {
        return;
    }
    page.raw("<p class=\"facts\">");
    for words in facts.iter().filter(|words| !words.is_empty()) {
        page.raw("<span>");
        page.isolated(words);
        page.raw("</span>");
    }
    page.raw("</p>\n");
}

/// A mark with the lane of its line; the innermost is 0.
struct Laid<'a> {
    mention: &'a Mention,
    lane: usize,
}

/// The marks in the order in which they open: by start, the longer first.
fn marks<'a>(project: &'a Project, document: &Document) -> Vec<Laid<'a>> {
    let mut all: Vec<&Mention> = project.mentions_of(document.id).collect();
    // Shorter ones lie further in. Of crossing ones the later lies below.
    let mut by_length: Vec<usize> = (0..all.len()).collect();
    all.sort_by_key(|mention| (mention.span.start(), Reverse(mention.span.end()), mention.label, mention.id));
    by_length
        .sort_by_key(|place| all.get(*place).map(|mention| (mention.span.byte_count(), Reverse(*place))));
    let longest = all.iter().map(|mention| mention.span.byte_count()).max().unwrap_or_default();
    let mut lanes: Vec<Option<usize>> = vec![None; all.len()];
    for place in by_length {
        let Some(span) = all.get(place).map(|mention| mention.span) else { continue };
        let lane = near(&all, span, longest)
            .filter_map(|other| lanes.get(other).copied().flatten())
            .max()
            .map_or(0, |most| (most + 1).min(MOST_LANES));
        if let Some(own) = lanes.get_mut(place) {
            *own = Some(lane);
        }
    }
    let laid = all.into_iter().zip(lanes);
    laid.map(|(mention, lane)| Laid { mention, lane: lane.unwrap_or_default() }).collect()
}

/// The places of the marks that share a byte with a span.
fn near<'a>(all: &'a [&Mention], span: Span, longest: usize) -> impl Iterator<Item = usize> + 'a {
    let first = all.partition_point(|mention| mention.span.start() + longest <= span.start());
    let after = all.partition_point(|mention| mention.span.start() < span.end());
    (first..after).filter(move |place| all.get(*place).is_some_and(|mention| mention.span.overlaps(span)))
}

/// The words of a paragraph, with the marks that lie in it or reach into it.
fn paragraph(
    page: &mut Page,
    (project, names): (&Project, &Called),
    document: &Document,
    marks: &[Laid],
    range: Range<usize>,
    dates: Option<&Dates>,
) {
    let inside: Vec<&Laid> = inside(marks, &range);
    let mut edges: Vec<usize> =
        inside.iter().flat_map(|laid| [laid.mention.span.start(), laid.mention.span.end()]).collect();
    edges.retain(|edge| range.contains(edge));
    edges.extend([range.start, range.end]);
    edges.sort_unstable();
    edges.dedup();
    let mut open: Vec<(&Laid, &str)> = Vec::new();
    let mut opening = inside.iter().peekable();
    for pair in edges.windows(2) {
        let [at, next] = *pair else { continue };
        // Those that end here close, and with them those that were opened in them.
        let kept = open.iter().position(|(laid, _)| laid.mention.span.end() <= at).unwrap_or(open.len());
        let closed = open.split_off(kept);
        closed.iter().rev().for_each(|(_, tag)| close(page, tag));
        let mut wanted: Vec<&Laid> = closed.into_iter().map(|(laid, _)| laid).collect();
        wanted.retain(|laid| laid.mention.span.end() > at);
        while let Some(laid) = opening.next_if(|laid| laid.mention.span.start() <= at) {
            wanted.push(laid);
        }
        wanted.sort_by_key(|laid| (Reverse(laid.mention.span.end()), Reverse(laid.lane)));
        for laid in wanted {
            let is_start = laid.mention.span.start() == at;
            // Links do not nest.
            let is_link = open.is_empty() && laid.mention.entity.is_some();
            let tag = if is_link { "a" } else { "mark" };
            start(page, (project, names), laid, tag, is_start.then_some(dates).flatten());
            open.push((laid, tag));
        }
        page.words(document.text.get(at..next));
    }
    open.iter().rev().for_each(|(_, tag)| close(page, tag));
}

fn close(page: &mut Page, tag: &str) {
    page.raw("</");
    page.raw(tag);
    page.raw(">");
}

fn inside<'m, 'a>(marks: &'m [Laid<'a>], range: &Range<usize>) -> Vec<&'m Laid<'a>> {
    let after = marks.partition_point(|laid| laid.mention.span.start() < range.end);
    let before = marks.iter().take(after);
    before.filter(|laid| laid.mention.span.end() > range.start).collect()
}

fn start(
    page: &mut Page,
    (project, names): (&Project, &Called),
    laid: &Laid,
    tag: &str,
    dates: Option<&Dates>,
) {
    let Laid { mention, lane } = laid;
    let label = project.schema().name_of(mention.label);
    let lane = if *lane == 0 { String::new() } else { format!(" n{lane}") };
    let name = mention.entity.map(|entity| names.name(entity)).unwrap_or_default();
    let mut title = label.to_owned();
    if !name.is_empty() && name != project.words_of(mention) {
        title.extend([": ", name]);
    }
    if mention.is_metonym {
        title.push_str(" (metonym)");
    }
    if !mention.note.is_empty() {
        title.extend(["\n", &*mention.note]);
    }
    let known = project.schema().get(mention.label);
    let code = page.escaped(known.and_then(|label| label.also.first()).map_or(label, String::as_str));
    let title = page.escaped(&title);
    let target = mention
        .entity
        .filter(|_| tag == "a")
        .map(|entity| format!(" href=\"#{entity}\""))
        .unwrap_or_default();
    let class = mention.label.number();
    page.raw(&format!("<{tag} class=\"m l{class}{lane}\"{target} data-l=\"{code}\" title=\"{title}\">"));
    let date = dates.and_then(|dates| dates.get(&mention.id));
    if let Some(date) = date.and_then(|resolved| beside(project.words_of(mention), &resolved.line)) {
        let date = page.escaped(&date);
        page.raw(&format!("<i class=\"d\" data-d=\"{date}\"></i>"));
    }
}
