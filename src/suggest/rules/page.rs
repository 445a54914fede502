//! A passage with everything the rules ask about its words: the lists they stand in, the names that begin at them.

use crate::{
    suggest::{
        candidate::Candidate,
        gazetteer::{Entry, Gazetteer},
        kind::Kind,
        lexicon::{Tags, tags},
        passage::{Passage, Word},
    },
    text::TokenKind,
};
use std::ops::Range;

/// A passage that the rules read.
pub(in crate::suggest) struct Page<'t> {
    pub passage: Passage<'t>,
    /// What the lexicon says of each word.
    tags: Vec<Tags>,
    /// The name of the gazetteer that begins at each word, and the word after its end.
    hits: Vec<Option<(usize, Entry)>>,
}

impl<'t> Page<'t> {
    /// Looks every word up.
    pub(in crate::suggest) fn new(passage: Passage<'t>) -> Self {
        let tags = passage.words.iter().map(|word| tags(word.text)).collect();
        let mut page = Self { hits: vec![None; passage.words.len()], tags, passage };
        page.look_names_up();
        page
    }

    fn look_names_up(&mut self) {
        let (Some(first), Some(last)) = (self.passage.words.first(), self.passage.words.last()) else {
            return;
        };
        let start = first.span.start();
        let words = self.passage.source.get(start..last.span.end());
        for hit in Gazetteer::built_in().find(words) {
            let Some(range) = self.passage.words_of(start + hit.start, start + hit.end) else {
                continue;
            };
            if let Some(place) = self.hits.get_mut(range.start) {
                *place = Some((range.end, hit.entry));
            }
        }
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.passage.words.len()
    }

    /// The word at an index; `None` past the end.
    pub(super) fn word(&self, index: usize) -> Option<&Word<'t>> {
        self.passage.word(index)
    }

    /// What the word says; empty past the end.
    pub(super) fn text(&self, index: usize) -> &'t str {
        self.passage.text(index)
    }

    /// What the word `distance` words back says; empty before the start.
    pub(super) fn before(&self, index: usize, distance: usize) -> &'t str {
        self.passage.before(index, distance)
    }

    /// Whether the word stands in any of these lists.
    pub(super) fn has(&self, index: usize, any: Tags) -> bool {
        self.tags.get(index).is_some_and(|tags| tags.has(any))
    }

    /// Whether the word `distance` words back stands in any of these lists.
    pub(super) fn has_before(&self, index: usize, distance: usize, any: Tags) -> bool {
        index.checked_sub(distance).is_some_and(|at| self.has(at, any))
    }

    /// The name of the gazetteer that begins at a word: the word after its end, and the entry.
    pub(super) fn hit(&self, index: usize) -> Option<(usize, Entry)> {
        self.hits.get(index).copied().flatten()
    }

    /// Where a name of the gazetteer ends that begins here and is one of these kinds.
    pub(super) fn hit_of(&self, index: usize, kinds: &[Kind]) -> Option<usize> {
        self.hit(index).filter(|(_, entry)| kinds.contains(&entry.kind)).map(|(end, _)| end)
    }

    /// What a rule finds from left to right: it is asked at each word for the words, score and reason of what begins
    /// there, and again after the end of what it found.
    pub(super) fn scan(
        &self,
        kind: Kind,
        rule: impl Fn(usize) -> Option<(Range<usize>, u16, &'static str)>,
    ) -> Vec<Candidate> {
        let mut found = Vec::new();
        let mut index = 0;
        while index < self.len() {
            match rule(index) {
                Some((words, score, why)) => {
                    let span = self.passage.span(&words);
                    found.extend(span.map(|span| Candidate::rule(span, kind, score, why)));
                    index = words.end;
                }
                None => index += 1,
            }
        }
        found
    }

    /// Whether the word has a capital.
    pub(super) fn is_capitalised(&self, index: usize) -> bool {
        self.passage.is_capitalised(index)
    }

    /// Whether a sentence opens at the word.
    pub(super) fn opens(&self, index: usize) -> bool {
        self.word(index).is_some_and(|word| word.opens)
    }

    /// Whether the word touches the one before it.
    pub(super) fn is_glued(&self, index: usize) -> bool {
        self.word(index).is_some_and(|word| word.glued)
    }

    /// Whether the word is a sign, a number or the like of this kind.
    pub(super) fn is_kind(&self, index: usize, kind: TokenKind) -> bool {
        self.word(index).is_some_and(|word| word.kind == kind)
    }

    /// Whether a capitalised word stands here that can be part of a name: not a small word that opens a sentence, not a
    /// day or a month.
    pub(super) fn is_name_word(&self, index: usize) -> bool {
        self.is_capitalised(index)
            && !self.has(index, Tags::FUNCTION)
            && !self.has(index, Tags::CALENDAR)
            && self.text(index) != "I"
    }
}
