//! The marks on a stretch of an article: accepted mentions and open suggestions.

use crate::{
    model::{DocumentId, LabelId, MentionId, Project},
    suggest::{Suggestion, SuggestionKey},
    text::Span,
};
use std::ops::Range;

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkId {
    Mention(MentionId),
    Suggestion(SuggestionKey),
}

/// A mark to be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub id: MarkId,
    pub span: Span,
    pub label: LabelId,
}

/// The marks that share a byte with `bytes`, in the order of the text; mentions before suggestions where they start
/// alike.
///
/// `suggestions` are the open ones of the document, sorted by place and without overlaps.
pub fn marks_in(
    project: &Project,
    document: DocumentId,
    suggestions: &[Suggestion],
    bytes: Range<usize>,
) -> Vec<Mark> {
    let mentions = project.mentions_overlapping(document, bytes.clone());
    let mut marks: Vec<Mark> =
        mentions.map(|m| Mark { id: MarkId::Mention(m.id), span: m.span, label: m.label }).collect();
    let first = suggestions.partition_point(|suggestion| suggestion.span.end() <= bytes.start);
    let open = suggestions.iter().skip(first).take_while(|suggestion| suggestion.span.start() < bytes.end);
    marks.extend(open.map(|suggestion| {
        let (span, label) = (suggestion.span, suggestion.label);
        Mark { id: MarkId::Suggestion(SuggestionKey { document, span, label }), span, label }
    }));
    marks.sort_by_key(|mark| (mark.span, mark.id));
    marks
}

/// The first mark that starts at the byte `from` or later, or the last one that starts before it; goes round at the ends.
///
/// `marks` are in the order of the text.
pub fn next_mark<T: Copy>(
    marks: &(impl DoubleEndedIterator<Item = (usize, T)> + Clone),
    from: usize,
    forward: bool,
) -> Option<T> {
    let found = if forward {
        marks.clone().find(|(start, _)| *start >= from).or_else(|| marks.clone().next())
    } else {
        marks.clone().rev().find(|(start, _)| *start < from).or_else(|| marks.clone().next_back())
    };
    found.map(|(_, mark)| mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn going_round_at_the_ends() {
        let marks = [(3, 'a'), (7, 'b'), (9, 'c')];
        let next = |from, forward| next_mark(&marks.into_iter(), from, forward);
        assert_eq!(
            [next(0, true), next(3, true), next(4, true), next(10, true)],
            [Some('a'), Some('a'), Some('b'), Some('a')]
        );
        assert_eq!([next(9, false), next(3, false)], [Some('b'), Some('c')]);
        assert_eq!(next_mark(&[].into_iter().map(|start: usize| (start, ())), 0, true), None);
    }
}
