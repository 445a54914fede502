//! The writer.

use super::{LAYER, escape, text_lines};
use crate::{
    exchange::{
        Export, File,
        codes::{Codes, Stems},
        extras,
        losses::{Losses, Part},
        pieces::{Fitting, fitting, pieces},
    },
    model::{Document, Mention, Project},
    text::{OffsetMap, Span},
};
use std::{collections::BTreeMap, fmt::Write as _};

pub(super) fn write(project: &Project) -> Export {
    let (codes, stems) = (Codes::of_project(project), Stems::of(project));
    let (mut files, mut lines) = (Vec::new(), Vec::new());
    let (mut blank, mut trimmed) = (0, 0);
    let wordless = project.documents().filter(|document| document.text.as_str().trim().is_empty()).count();
    let mut losses = Losses::of(project, Part::ALL);
    for (document, mut line) in extras::of_each(project, &codes, extras::by_id) {
        let fitting = fitting(project, document, true);
        blank += fitting.blank;
        trimmed += fitting.trimmed;
        let stem = stems.get(document);
        line.file = stem.into();
        lines.push(line);
        files.push(File::new(format!("{stem}.tsv"), table(project, document, &codes, &fitting)));
    }
    files.push(extras::file(&lines, &mut losses));
    losses.add(wordless, "articles that are left out, since they have no words");
    losses.add(blank, "marks of white space alone");
    if trimmed > 0 {
        losses.say(format!("{trimmed} marks have white space at their ends: in {} only", extras::FILE));
    }
    losses.say_names(&codes, project.schema());
    Export { files, losses: losses.into_vec() }
}

fn table(project: &Project, document: &Document, codes: &Codes, fitting: &Fitting<'_>) -> String {
    let mut lines = format!("#FORMAT=WebAnno TSV 3.3\n#T_SP={LAYER}|identifier|value\n\n");
    let text = &document.text;
    let map = OffsetMap::new(text.as_str());
    let spans: Vec<Span> = fitting.marks.iter().map(|(span, _)| *span).collect();
    let sentences = pieces(text, &spans);
    let firsts: Vec<usize> =
        sentences.iter().filter_map(|all| all.first()).map(|token| token.start()).collect();
    let numbers = numbers(&sentences, fitting);
    let mut after = 0;
    for (place, sentence) in sentences.iter().enumerate() {
        // The first begins with the text, the last ends with it.
        let start = if place == 0 { 0 } else { firsts.get(place).copied().unwrap_or_default() };
        let end = firsts.get(place + 1).copied().unwrap_or(text.byte_count());
        lines.push('\n');
        lines.push_str(&text_lines(text.get(start..end)));
        for (number, token) in sentence.iter().enumerate() {
            while fitting.marks.get(after).is_some_and(|(span, _)| span.end() <= token.start()) {
                after += 1;
            }
            let rest = fitting.marks.get(after..).unwrap_or_default().iter().enumerate();
            let here = rest.take_while(|(_, (span, _))| span.start() < token.end());
            let here: Vec<(usize, &Mention)> = here
                .filter(|(_, (span, _))| span.contains(*token))
                .map(|(more, (_, mention))| (after + more, *mention))
                .collect();
            let cell = |value: &dyn Fn(&Mention) -> String| {
                let one = |(place, mention): &(usize, &Mention)| {
                    let number = numbers.get(place).map_or(String::new(), |number| format!("[{number}]"));
                    format!("{}{number}", value(mention))
                };
                if here.is_empty() {
                    "_".to_owned()
                } else {
                    here.iter().map(one).collect::<Vec<_>>().join("|")
                }
            };
            let identifier = |mention: &Mention| {
                let entity = mention.entity.and_then(|id| project.entity(id));
                let id = entity.and_then(|entity| entity.facts.ids.iter().next());
                id.map_or("*".to_owned(), |(collection, id)| escape(&format!("{collection}:{id}")))
            };
            let _ = writeln!(
                lines,
                "{}-{}\t{}-{}\t{}\t{}\t{}\t",
                place + 1,
                number + 1,
                map.utf16(token.start()),
                map.utf16(token.end()),
                escape(text.slice(*token)),
                cell(&identifier),
                cell(&|mention| escape(codes.label(mention.label)))
            );
        }
    }
    lines
}

/// The numbers of marks of several tokens, and of all but the first that end at one token alone.
fn numbers(sentences: &[Vec<Span>], fitting: &Fitting<'_>) -> BTreeMap<usize, usize> {
    let starts: Vec<usize> = sentences.iter().flatten().map(|token| token.start()).collect();
    let tokens_of = |span: &Span| {
        starts.partition_point(|start| *start < span.end())
            - starts.partition_point(|start| *start < span.start())
    };
    let mut numbers = BTreeMap::new();
    let mut seen = std::collections::BTreeSet::new();
    for (place, (span, _)) in fitting.marks.iter().enumerate() {
        if tokens_of(span) > 1 || !seen.insert(*span) {
            numbers.insert(place, numbers.len() + 1);
        }
    }
    numbers
}
