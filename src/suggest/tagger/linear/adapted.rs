//! The built-in weights, and what the decided articles of a project change in them.
//!
//! The same structured perceptron (Collins 2002) that made the weights goes on learning from the analyst: a few passes over
//! each article, averaged over all steps, with the built-in weights as the start (as Daumé 2007 sums up: adapting by going
//! on from a source model). Whole numbers throughout: the same lessons in the same order give the same weights on every
//! machine. A label that the built-in tagger does not know gets tags of its own and is learnt from nothing.

use super::{
    super::{
        bio::{KINDS, TAGS},
        over,
    },
    Linear,
    features::{Description, Sentence, sentences_of},
    lattice::{Allowed, Row, best, best_with_margins},
    model::Model,
    seen,
};
use crate::{
    suggest::{Cancel, bare_span, kind::Kind},
    text::{Span, Text},
};
use std::collections::HashMap;

/// So many labels can be told apart: those that the built-in tagger knows, and others.
pub(in crate::suggest) const SLOTS: usize = 16;

/// `O`, then `B` and `I` of each label.
const N: usize = 1 + 2 * SLOTS;

/// How often the sentences of an article are gone through.
const PASSES: usize = 4;

/// What one step of learning changes in a weight. With [`PASSES`], the best of those tried on held-out news and on one
/// subject; half and twice as much cost one or two points of F1.
const STEP: i32 = 96;

/// What keeps a label apart from which the built-in weights know nothing, until it is learnt.
const UNKNOWN: i32 = -1500;

/// What the tagger proposes so surely and nobody has decided says nothing about what is right.
const OPEN: f32 = 0.7;

/// What was decided in an article, for the tagger to learn from.
#[derive(Debug)]
pub(in crate::suggest) struct Decided<'a> {
    pub text: &'a Text,
    /// Marks with the slots of their labels, by place, longer ones first; `None` for a label without a slot.
    pub marks: &'a [(Span, Option<usize>)],
    /// Suggestions that were turned down.
    pub refused: &'a [Span],
}

/// The weights as they are after some articles.
#[derive(Clone)]
pub(in crate::suggest) struct Adapted {
    base: &'static Model,
    /// The labels about which something was decided, as bits of their slots; of others nothing is learnt.
    known: Allowed,
    places: HashMap<u32, usize>,
    /// In steps of learning.
    weights: Vec<[i16; N]>,
    /// Each step times the clock at it, for averaging (Daumé 2006, Figure 2.3).
    sums: Vec<[i32; N]>,
    steps: Box<[Row<N>; N]>,
    step_sums: Box<[Row<N>; N]>,
    clock: i32,
    /// So many tokens were learnt from, each counted once.
    tokens: usize,
}

/// A mark that the tagger sees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::suggest) struct SlotTag {
    pub span: Span,
    pub slot: usize,
    /// By its own reckoning; 0–1.
    pub chance: f32,
}

impl Adapted {
    /// The built-in weights, to learn about these slots, given as bits. `None` only if they are damaged.
    pub(in crate::suggest) fn new(known: u64) -> Option<Self> {
        let base = &Linear::built_in()?.0;
        let mut steps = Box::new([[0; N]; N]);
        for (row, base) in steps.iter_mut().zip(base.steps()) {
            for (step, base) in row.iter_mut().zip(base) {
                *step = *base;
            }
        }
        let (places, weights, sums) = (HashMap::new(), Vec::new(), Vec::new());
        Some(Self {
            base,
            known,
            places,
            weights,
            sums,
            steps,
            step_sums: Box::new([[0; N]; N]),
            clock: 1,
            tokens: 0,
        })
    }

    /// How many tokens it has learnt from.
    pub(in crate::suggest) fn token_count(&self) -> usize {
        self.tokens
    }

    /// Learns from what was decided in an article; whether it came to the end.
    pub(in crate::suggest) fn learn(&mut self, decided: &Decided<'_>, cancel: &Cancel) -> bool {
        let lessons = self.lessons(decided);
        self.tokens += lessons.iter().map(|(sentence, _)| sentence.spans.len()).sum::<usize>();
        for _ in 0..PASSES {
            for (sentence, allowed) in &lessons {
                if cancel.is_cancelled() {
                    return false;
                }
                self.learn_sentence(&sentence.descriptions, allowed);
            }
        }
        true
    }

    /// The sentences from the first decided one to the last, with the tags that may be right.
    fn lessons(&self, decided: &Decided<'_>) -> Vec<(Sentence, Vec<Allowed>)> {
        let spans = decided.marks.iter().map(|(span, _)| *span).chain(decided.refused.iter().copied());
        let (first, last) = spans
            .fold((usize::MAX, 0), |(first, last), span| (first.min(span.start()), last.max(span.end())));
        let sentences = sentences_of(decided.text).filter(|sentence| {
            let (begin, end) = (sentence.spans.first(), sentence.spans.last());
            begin.is_some_and(|begin| begin.start() < last) && end.is_some_and(|end| end.end() > first)
        });
        let with_allowed = sentences.map(|sentence| {
            let allowed = self.allowed(decided, &sentence);
            (sentence, allowed)
        });
        with_allowed.collect()
    }

    /// The tags that may be right for the tokens of a sentence.
    fn allowed(&self, decided: &Decided<'_>, sentence: &Sentence) -> Vec<Allowed> {
        let unknown = (0..SLOTS).filter(|slot| self.known >> slot & 1 == 0);
        let free = unknown.fold(1, |free, slot| free | 0b11 << (1 + 2 * slot));
        let mut allowed: Vec<Option<Allowed>> = vec![None; sentence.spans.len()];
        for (span, slot) in decided.marks {
            let is_person = slot.and_then(|slot| KINDS.get(slot)) == Some(&Kind::Person);
            let bare = bare_span(decided.text, *span, is_person);
            let begin = sentence.spans.partition_point(|token| token.start() < bare.start());
            let end = sentence.spans.partition_point(|token| token.end() <= bare.end());
            let Some(tokens) = allowed.get_mut(begin..end) else { continue };
            if tokens.iter().any(Option::is_some) {
                continue;
            }
            for (place, token) in tokens.iter_mut().enumerate() {
                let tag = slot.map(|slot| 1 << (1 + 2 * slot + usize::from(place > 0)));
                *token = Some(tag.unwrap_or(Allowed::MAX));
            }
        }
        let proposed = seen(&self.base.tag(&sentence.descriptions));
        for (tokens, ..) in proposed.into_iter().filter(|(.., chance)| *chance >= OPEN) {
            let words = sentence.spans.get(tokens.clone()).unwrap_or_default();
            let is_refused = decided.refused.iter().any(|span| words.iter().any(|word| word.overlaps(*span)));
            let tokens = allowed.get_mut(tokens).unwrap_or_default();
            if !is_refused && tokens.iter().all(Option::is_none) {
                tokens.fill(Some(Allowed::MAX));
            }
        }
        allowed.into_iter().map(|allowed| allowed.unwrap_or(free)).collect()
    }

    fn learn_sentence(&mut self, tokens: &[Description], allowed: &[Allowed]) {
        let rows: Vec<Row<N>> = tokens.iter().map(|token| self.row(token, |weight, _| weight)).collect();
        let guess = best(&rows, &self.steps, None);
        self.clock += 1;
        if guess.iter().zip(allowed).all(|(tag, allowed)| allowed >> tag & 1 == 1) {
            return;
        }
        let right = best(&rows, &self.steps, Some(allowed));
        let (mut right_before, mut guess_before) = (0, 0);
        for ((token, right), guess) in tokens.iter().zip(right).zip(guess) {
            if right != guess {
                self.update(token, right, guess);
            }
            self.update_step(right_before, right, 1);
            self.update_step(guess_before, guess, -1);
            (right_before, guess_before) = (right, guess);
        }
    }

    /// What each tag of a token is worth; `value` makes it of a weight and its sum over time.
    fn row(&self, token: &Description, value: impl Fn(i32, i32) -> i32) -> Row<N> {
        let mut row = [0; N];
        let (known, others) = row.split_at_mut(TAGS);
        known.copy_from_slice(&self.base.row(token));
        for (slot, tags) in others.chunks_exact_mut(2).enumerate() {
            let is_known = self.known >> (KINDS.len() + slot) & 1 == 1;
            tags.fill(if is_known { UNKNOWN } else { i32::MIN / 16 });
        }
        for place in token.iter().filter_map(|feature| self.places.get(feature)) {
            let (Some(weights), Some(sums)) = (self.weights.get(*place), self.sums.get(*place)) else {
                continue;
            };
            for (worth, (weight, sum)) in row.iter_mut().zip(weights.iter().zip(sums)) {
                if *weight != 0 || *sum != 0 {
                    *worth += value(i32::from(*weight) * STEP, *sum);
                }
            }
        }
        row
    }

    /// A value averaged over all steps so far.
    fn average(&self, weight: i32, sum: i32) -> i32 {
        let mean = i64::from(sum) * i64::from(STEP) / i64::from(self.clock);
        weight - i32::try_from(mean).unwrap_or_default()
    }

    fn update(&mut self, token: &Description, right: usize, guess: usize) {
        for feature in token {
            let place = *self.places.entry(*feature).or_insert_with(|| {
                self.weights.push([0; N]);
                self.sums.push([0; N]);
                self.weights.len() - 1
            });
            let (Some(weights), Some(sums)) = (self.weights.get_mut(place), self.sums.get_mut(place)) else {
                continue;
            };
            for (tag, by) in [(right, 1), (guess, -1)] {
                if let (Some(weight), Some(sum)) = (weights.get_mut(tag), sums.get_mut(tag)) {
                    *weight = weight.saturating_add(by);
                    *sum = sum.saturating_add(self.clock * i32::from(by));
                }
            }
        }
    }

    fn update_step(&mut self, before: usize, tag: usize, by: i32) {
        for (steps, by) in [(&mut self.steps, by * STEP), (&mut self.step_sums, by * self.clock)] {
            if let Some(step) = steps.get_mut(before).and_then(|row| row.get_mut(tag)) {
                *step = step.saturating_add(by);
            }
        }
    }

    /// The marks it sees in a text, in order and without overlaps; `None` if it was cancelled.
    pub(in crate::suggest) fn tag(&self, text: &Text, cancel: &Cancel) -> Option<Vec<SlotTag>> {
        let steps = self.averaged_steps();
        let mut found = Vec::new();
        for sentence in sentences_of(text) {
            if cancel.is_cancelled() {
                return None;
            }
            let row = |token| self.row(token, |weight, sum| self.average(weight, sum));
            let rows: Vec<Row<N>> = sentence.descriptions.iter().map(row).collect();
            let seen = seen(&best_with_margins(&rows, &steps));
            found.extend(seen.into_iter().filter_map(|(words, slot, chance)| {
                over(text, &sentence.spans, words).map(|span| SlotTag { span, slot, chance })
            }));
        }
        Some(found)
    }

    fn averaged_steps(&self) -> Box<[Row<N>; N]> {
        let mut steps = self.steps.clone();
        for (steps, sums) in steps.iter_mut().zip(self.step_sums.iter()) {
            for (step, sum) in steps.iter_mut().zip(sums) {
                *step = self.average(*step, *sum);
            }
        }
        steps
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The slot of the first label that the built-in tagger does not know.
    const OWN: usize = KINDS.len();

    fn text(words: &str) -> Text {
        Text::new(words).expect("short")
    }

    /// What is tagged after learning from a text in which these words are marked.
    fn taught(lesson: &Text, marks: &[(&str, usize)], known: u64) -> Adapted {
        let places = |(words, slot): &(&str, usize)| {
            let slot = Some(*slot);
            lesson.occurrences(words).map(move |span| (span, slot)).collect::<Vec<_>>()
        };
        let mut marks: Vec<_> = marks.iter().flat_map(places).collect();
        marks.sort();
        let mut adapted = Adapted::new(known).expect("weights");
        let decided = Decided { text: lesson, marks: &marks, refused: &[] };
        assert!(adapted.learn(&decided, &Cancel::default()));
        adapted
    }

    fn tagged(adapted: &Adapted, words: &str) -> Vec<(String, usize)> {
        let text = text(words);
        let tags = adapted.tag(&text, &Cancel::default()).expect("not cancelled");
        tags.iter().map(|tag| (text.slice(tag.span).to_owned(), tag.slot)).collect()
    }

    #[test]
    fn with_nothing_learnt_it_sees_what_the_built_in_tagger_sees() {
        let words = "Marta Lindqvist flew to Geneva on Friday, a Swedish newspaper said.";
        let adapted = Adapted::new(0b111).expect("weights");
        let built_in = Linear::built_in().expect("weights").tag(&text(words), &Cancel::default());
        let built_in: Vec<_> = built_in.expect("not cancelled").iter().map(|tag| tag.span).collect();
        let tags = adapted.tag(&text(words), &Cancel::default()).expect("not cancelled");
        assert_eq!(tags.iter().map(|tag| tag.span).collect::<Vec<_>>(), built_in);
        assert!(built_in.len() >= 4 && adapted.token_count() == 0);
    }

    #[test]
    fn a_label_of_the_analyst_is_learnt_from_nothing() {
        let lesson = text(
            "Two howitzers were seen near the bridge. The howitzers fired at dawn. Soldiers hid three howitzers in a \
             barn. A patrol found more howitzers by the river.",
        );
        let adapted = taught(&lesson, &[("howitzers", OWN)], 1 << OWN);
        assert_eq!(tagged(&adapted, "They lost four howitzers on the way."), [("howitzers".to_owned(), OWN)]);
        assert_eq!(tagged(&Adapted::new(1 << OWN).expect("weights"), "They lost four howitzers."), []);
        let again = taught(&lesson, &[("howitzers", OWN)], 1 << OWN);
        assert_eq!((again.weights == adapted.weights, again.clock), (true, adapted.clock));
    }

    /// An analyst who first accepts one name everywhere has not refused all the others.
    #[test]
    fn what_is_still_open_is_not_unlearnt() {
        let lesson = text(
            "Marta Lindqvist met Sara Holm in Geneva. Sara Holm then flew to Madrid. In Madrid she met Marta Lindqvist.",
        );
        let person = 0;
        let adapted = taught(&lesson, &[("Marta Lindqvist", person)], 0b111);
        let seen = tagged(&adapted, "Sara Holm and Marta Lindqvist flew to Geneva.");
        for name in ["Sara Holm", "Marta Lindqvist", "Geneva"] {
            assert!(seen.iter().any(|(words, _)| words == name), "{name}: {seen:?}");
        }
    }

    #[test]
    fn a_cancelled_lesson_says_so() {
        let lesson = text("Marta Lindqvist met Sara Holm.");
        let marks = [(lesson.span(0, 15).expect("fits"), Some(0))];
        let cancel = Cancel::default();
        cancel.cancel();
        let mut adapted = Adapted::new(1).expect("weights");
        assert!(!adapted.learn(&Decided { text: &lesson, marks: &marks, refused: &[] }, &cancel));
        assert!(adapted.tag(&lesson, &cancel).is_none());
    }
}
