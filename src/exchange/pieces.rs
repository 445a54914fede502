//! Sentences and tokens for formats that have them: cut so that every mark begins and ends with a token.

use crate::{
    model::{Document, Mention, Project},
    text::{Span, Text, sentences, tokens},
};
use std::collections::BTreeSet;

/// The tokens of a text, sentence by sentence. A sentence goes on where a mark does.
pub(super) fn pieces(text: &Text, marks: &[Span]) -> Vec<Vec<Span>> {
    let Some(whole) = text.whole() else {
        return Vec::new();
    };
    let cuts: BTreeSet<usize> = marks.iter().flat_map(|span| [span.start(), span.end()]).collect();
    let mut all: Vec<Vec<Span>> = Vec::new();
    // The furthest end of a mark that began before.
    let (mut reach, mut order) = (0, marks.to_vec());
    order.sort_unstable();
    let mut order = order.into_iter().peekable();
    for sentence in sentences(text, whole) {
        let pieces: Vec<Span> =
            tokens(text, sentence).into_iter().flat_map(|token| cut(text, token.span, &cuts)).collect();
        let Some(first) = pieces.first() else {
            continue;
        };
        while let Some(mark) = order.next_if(|mark| mark.start() < first.start()) {
            reach = reach.max(mark.end());
        }
        match all.last_mut().filter(|_| reach > first.start()) {
            Some(before) => before.extend(pieces),
            None => all.push(pieces),
        }
    }
    all
}

fn cut(text: &Text, token: Span, cuts: &BTreeSet<usize>) -> Vec<Span> {
    let inside = cuts.range(token.start() + 1..token.end()).copied();
    let ends: Vec<usize> = inside.chain([token.end()]).collect();
    let mut start = token.start();
    let mut found = Vec::with_capacity(ends.len());
    for end in ends {
        found.extend(text.span(start, end).ok());
        start = end;
    }
    found
}

/// The marks of an article as such formats can have them, and how many cannot be had.
pub(super) struct Fitting<'a> {
    /// Without white space at their ends, in the order of the text.
    pub(super) marks: Vec<(Span, &'a Mention)>,
    /// Of white space alone.
    pub(super) blank: usize,
    /// With white space at an end.
    pub(super) trimmed: usize,
    /// Inside another, or across its end; left out where marks may not overlap.
    pub(super) overlapping: usize,
}

/// The marks of an article; where they may not overlap, the outermost stay.
pub(super) fn fitting<'a>(project: &'a Project, document: &Document, may_overlap: bool) -> Fitting<'a> {
    let mut fitting = Fitting { marks: Vec::new(), blank: 0, trimmed: 0, overlapping: 0 };
    let mut all: Vec<(Span, &Mention)> = Vec::new();
    for mention in project.mentions_of(document.id) {
        match document.text.trim(mention.span) {
            Some(span) => all.push((span, mention)),
            None => fitting.blank += 1,
        }
    }
    all.sort_by_key(|(span, mention)| (span.start(), std::cmp::Reverse(span.end()), mention.id));
    let mut end = 0;
    for (span, mention) in all {
        if !may_overlap && span.start() < end {
            fitting.overlapping += 1;
            continue;
        }
        end = end.max(span.end());
        fitting.trimmed += usize::from(span != mention.span);
        fitting.marks.push((span, mention));
    }
    fitting
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_cut_at_marks_and_sentences_end_with_them() {
        let text = Text::new("North Koreans met. They left. “Go.”").expect("short");
        let at = |start, end| text.span(start, end).expect("fits");
        let shown = |marks: &[Span]| -> Vec<String> {
            let words = |all: &Vec<Span>| all.iter().map(|s| text.slice(*s)).collect::<Vec<_>>().join("|");
            pieces(&text, marks).iter().map(words).collect()
        };
        assert_eq!(shown(&[at(0, 11)])[0], "North|Korea|ns|met|.");
        assert_eq!(shown(&[]).len(), 3);
        assert_eq!(shown(&[at(14, 23)]).len(), 2);
    }
}
