//! Making the linear tagger's weights: an averaged structured perceptron (Collins 2002).
//!
//! Where a text says nothing about a token, or a corpus does not mark a kind at all, every tag that may be right is
//! allowed, and the best path among those counts as right (Fernandes and Brefeld 2011).

use super::{
    super::bio::{KINDS, TAGS},
    features::{Description, sentences_of},
    lattice::{Allowed, Row, best},
    model::{UNIT, pack},
};
use crate::{
    suggest::{bare_span, kind::Kind},
    text::{Span, Text},
};
use std::{
    collections::{BTreeSet, HashMap},
    ops::Range,
};

/// A text whose marks are known.
#[derive(Debug)]
pub struct Example<'a> {
    pub text: &'a Text,
    /// The name of a kind (`Person`); any other means: something, nobody knows what.
    pub marks: Vec<(Span, &'a str)>,
    /// The kinds that its corpus marks; the absence of others says nothing.
    pub marked: &'a BTreeSet<&'a str>,
}

/// How often all sentences are gone through.
const EPOCHS: usize = 8;

/// A feature that is seen less often is not learnt.
const LEAST_COUNT: u32 = 3;

/// The weights take no more than this, packed. Bytes.
const PACKED_BYTES: usize = 2_200_000;

/// Stands for a feature that is not learnt.
const RARE: u32 = u32::MAX;

type Weights = Vec<Row<TAGS>>;

/// All sentences with their features as numbers from 0.
struct Corpus {
    hashes: Vec<u32>,
    tokens: Vec<Description>,
    allowed: Vec<Allowed>,
    sentences: Vec<Range<usize>>,
}

/// Learns from the examples; tells what it does through `tell`. The same examples give the same bytes.
pub fn train(examples: &[Example<'_>], tell: &mut dyn FnMut(&str)) -> Vec<u8> {
    let corpus = Corpus::of(examples);
    tell(&format!(
        "{} sentences, {} tokens, {} features",
        corpus.sentences.len(),
        corpus.tokens.len(),
        corpus.hashes.len()
    ));
    let mut learner = Learner::new(&corpus);
    let mut order: Vec<usize> = (0..corpus.sentences.len()).collect();
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for epoch in 1..=EPOCHS {
        random.shuffle(&mut order);
        let wrong = order.iter().filter(|sentence| learner.learn(**sentence)).count();
        tell(&format!("pass {epoch} of {EPOCHS}: {wrong} sentences were wrong"));
    }
    learner.packed()
}

impl Corpus {
    fn of(examples: &[Example<'_>]) -> Self {
        let mut tokens: Vec<Description> = Vec::new();
        let (mut allowed, mut sentences) = (Vec::new(), Vec::new());
        for example in examples {
            for sentence in sentences_of(example.text) {
                let begin = tokens.len();
                allowed.extend(allowed_in(example, &sentence.spans));
                tokens.extend(sentence.descriptions);
                sentences.push(begin..tokens.len());
            }
        }
        let mut counts: HashMap<u32, u32> = HashMap::new();
        for hash in tokens.iter().flatten() {
            *counts.entry(*hash).or_default() += 1;
        }
        let common = counts.into_iter().filter(|(_, count)| *count >= LEAST_COUNT);
        let mut hashes: Vec<u32> = common.map(|(hash, _)| hash).collect();
        hashes.sort_unstable();
        for hash in tokens.iter_mut().flatten() {
            *hash = hashes.binary_search(hash).ok().and_then(|at| u32::try_from(at).ok()).unwrap_or(RARE);
        }
        Self { hashes, tokens, allowed, sentences }
    }
}

/// The tags that may be right for the tokens of a sentence.
fn allowed_in(example: &Example<'_>, spans: &[Span]) -> Vec<Allowed> {
    let number = |name: &str| KINDS.iter().position(|kind| kind.name() == name);
    let unmarked = KINDS.iter().enumerate().filter(|(_, kind)| !example.marked.contains(kind.name()));
    let free = unmarked.fold(1, |free, (kind, _)| free | 0b11 << (1 + 2 * kind));
    let mut allowed: Vec<Option<Allowed>> = vec![None; spans.len()];
    let (Some(first), Some(last)) = (spans.first(), spans.last()) else {
        return Vec::new();
    };
    for (span, name) in &example.marks {
        if span.end() <= first.start() || span.start() >= last.end() {
            continue;
        }
        let kind = number(name);
        let bare = bare_span(example.text, *span, *name == Kind::Person.name());
        let begin = spans.partition_point(|token| token.start() < bare.start());
        let end = spans.partition_point(|token| token.end() <= bare.end());
        let Some(tokens) = allowed.get_mut(begin..end).filter(|tokens| tokens.iter().all(Option::is_none))
        else {
            continue;
        };
        for (place, token) in tokens.iter_mut().enumerate() {
            *token = Some(match kind {
                Some(kind) => 1 << (1 + 2 * kind + usize::from(place > 0)),
                None => Allowed::MAX,
            });
        }
    }
    allowed.into_iter().map(|allowed| allowed.unwrap_or(free)).collect()
}

/// Weights, and what is needed to average them over all updates (Daumé 2006, Figure 2.3).
struct Learner<'c> {
    corpus: &'c Corpus,
    weights: Weights,
    sums: Vec<[i64; TAGS]>,
    steps: Box<[Row<TAGS>; TAGS]>,
    step_sums: Vec<[i64; TAGS]>,
    clock: i64,
}

impl<'c> Learner<'c> {
    fn new(corpus: &'c Corpus) -> Self {
        let count = corpus.hashes.len();
        Self {
            corpus,
            weights: vec![[0; TAGS]; count],
            sums: vec![[0; TAGS]; count],
            steps: Box::new([[0; TAGS]; TAGS]),
            step_sums: vec![[0; TAGS]; TAGS],
            clock: 1,
        }
    }

    /// Learns from one sentence; whether it was wrong.
    fn learn(&mut self, sentence: usize) -> bool {
        let corpus = self.corpus;
        let Some(range) = corpus.sentences.get(sentence) else {
            return false;
        };
        let tokens = corpus.tokens.get(range.clone()).unwrap_or_default();
        let allowed = corpus.allowed.get(range.clone()).unwrap_or_default();
        let rows: Vec<Row<TAGS>> = tokens.iter().map(|token| self.row(token)).collect();
        let guess = best(&rows, &self.steps, None);
        self.clock += 1;
        if guess.iter().zip(allowed).all(|(tag, allowed)| allowed >> tag & 1 == 1) {
            return false;
        }
        let right = best(&rows, &self.steps, Some(allowed));
        let (mut right_before, mut guess_before) = (0, 0);
        for ((token, right), guess) in tokens.iter().zip(right).zip(guess) {
            if right != guess {
                self.update(token, right, 1);
                self.update(token, guess, -1);
            }
            self.update_step(right_before, right, 1);
            self.update_step(guess_before, guess, -1);
            (right_before, guess_before) = (right, guess);
        }
        true
    }

    fn row(&self, token: &Description) -> Row<TAGS> {
        let mut row = [0; TAGS];
        for weights in token.iter().filter_map(|feature| self.weights.get(*feature as usize)) {
            for (sum, weight) in row.iter_mut().zip(weights) {
                *sum += weight;
            }
        }
        row
    }

    fn update(&mut self, token: &Description, tag: usize, by: i32) {
        for feature in token {
            let feature = *feature as usize;
            if let (Some(weight), Some(sum)) = (
                self.weights.get_mut(feature).and_then(|row| row.get_mut(tag)),
                self.sums.get_mut(feature).and_then(|row| row.get_mut(tag)),
            ) {
                *weight += by;
                *sum += self.clock * i64::from(by);
            }
        }
    }

    fn update_step(&mut self, before: usize, tag: usize, by: i32) {
        if let (Some(weight), Some(sum)) = (
            self.steps.get_mut(before).and_then(|row| row.get_mut(tag)),
            self.step_sums.get_mut(before).and_then(|row| row.get_mut(tag)),
        ) {
            *weight += by;
            *sum += self.clock * i64::from(by);
        }
    }

    fn average(&self, weight: i32, sum: i64) -> f64 {
        f64::from(weight) - sum as f64 / self.clock as f64
    }

    /// The averaged weights as whole numbers, the smallest left out.
    fn packed(&self) -> Vec<u8> {
        let rows = self.weights.iter().zip(&self.sums);
        let averaged: Vec<[f64; TAGS]> = rows
            .map(|(weights, sums)| {
                let mut row = [0.0; TAGS];
                for (value, (weight, sum)) in row.iter_mut().zip(weights.iter().zip(sums)) {
                    *value = self.average(*weight, *sum);
                }
                row
            })
            .collect();
        let mut sizes: Vec<f64> =
            averaged.iter().flatten().map(|weight| weight.abs()).filter(|w| *w > 0.0).collect();
        sizes.sort_by(f64::total_cmp);
        // The few largest are cut to the size of the largest of the others.
        let largest = sizes.get(sizes.len().saturating_sub(sizes.len() / 5000 + 1)).copied().unwrap_or(1.0);
        let scale = 127.0 / largest;
        let steps = self.steps.iter().zip(&self.step_sums).map(|(steps, sums)| {
            let mut row = [0; TAGS];
            for (value, (step, sum)) in row.iter_mut().zip(steps.iter().zip(sums)) {
                *value = (self.average(*step, *sum) * scale * f64::from(UNIT)).round() as i16;
            }
            row
        });
        let steps: Vec<[i16; TAGS]> = steps.collect();
        let mut least = 1;
        loop {
            let features = quantised(&self.corpus.hashes, &averaged, scale, least);
            let bytes = pack(&features, &steps);
            if bytes.len() <= PACKED_BYTES || least == i8::MAX {
                return bytes;
            }
            least += 1;
        }
    }
}

/// The weights as whole numbers of at least `least`, by feature.
fn quantised(hashes: &[u32], averaged: &[[f64; TAGS]], scale: f64, least: i8) -> Vec<(u32, Vec<(u8, i8)>)> {
    let features = hashes.iter().zip(averaged).map(|(hash, row)| {
        let weights = row
            .iter()
            .zip(0_u8..)
            .map(|(weight, tag)| (tag, (weight * scale).round().clamp(-127.0, 127.0) as i8));
        (
            *hash,
            weights.filter(|(_, weight)| weight.unsigned_abs() >= least.unsigned_abs()).collect::<Vec<_>>(),
        )
    });
    features.filter(|(_, weights)| !weights.is_empty()).collect()
}

/// Marsaglia's xorshift (2003): the same order on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn shuffle(&mut self, order: &mut [usize]) {
        for last in (1..order.len()).rev() {
            let other = usize::try_from(self.next() % (last as u64 + 1)).unwrap_or(last);
            order.swap(last, other);
        }
    }
}
