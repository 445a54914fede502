//! What the linear tagger looks at in a word and around it, as hashes.
//!
//! The list follows Ratinov and Roth (2009): the word, its parts and shape, its neighbours, groups of like words, lists
//! of names, and how the same word is written elsewhere in the article.

use super::clusters::Clusters;
use crate::{
    suggest::{gazetteer::Gazetteer, kind::Kind, lexicon::tags},
    text::{Span, Text, sentences, tokens},
};
use std::collections::HashMap;

/// So many numbers describe a token.
pub(super) const FEATURES: usize = 46;

/// The numbers that describe one token.
pub(super) type Description = [u32; FEATURES];

/// The tokens of one sentence with what the tagger looks at.
#[derive(Debug, Default)]
pub(super) struct Sentence {
    pub spans: Vec<Span>,
    pub descriptions: Vec<Description>,
}

/// One token, with all that its own and its neighbours' descriptions need.
#[derive(Clone, Debug, Default)]
struct Seen<'t> {
    word: &'t str,
    lower: String,
    shape: String,
    clusters: [u32; 3],
    /// The list of names that it stands in, and whether it is the first word of the name there.
    list: u32,
    lexicon: u32,
    person_name: u32,
}

/// No more tokens are looked at together: a list without a full stop may go on for megabytes.
const MOST_TOKENS: usize = 2000;

/// Reads a text sentence by sentence, one at a time: the descriptions of a long text would fill the memory.
pub(super) fn sentences_of(text: &Text) -> impl Iterator<Item = Sentence> + '_ {
    let mut spans: Vec<Vec<Span>> = Vec::new();
    for range in text.whole().into_iter().flat_map(|whole| sentences(text, whole)) {
        let found: Vec<Span> = tokens(text, range).into_iter().map(|token| token.span).collect();
        spans.extend(found.chunks(MOST_TOKENS).map(<[Span]>::to_vec));
    }
    let elsewhere = capitals(text, &spans);
    let mut lists = Lists::of(text);
    spans.into_iter().map(move |spans| {
        let seen: Vec<Seen<'_>> = spans.iter().map(|span| see(text, *span, &mut lists)).collect();
        let descriptions = (0..seen.len()).map(|at| describe(&seen, at, &elsewhere)).collect();
        Sentence { spans, descriptions }
    })
}

/// How often each word stands within a sentence with a capital, and how often without.
fn capitals<'t>(text: &'t Text, sentences: &[Vec<Span>]) -> HashMap<String, [u32; 2]> {
    let mut counts: HashMap<String, [u32; 2]> = HashMap::new();
    for spans in sentences {
        for span in spans.iter().skip(1) {
            let word: &'t str = text.slice(*span);
            let Some(first) = word.chars().next().filter(|first| first.is_alphabetic()) else {
                continue;
            };
            let [with, without] = counts.entry(word.to_lowercase()).or_default();
            *(if first.is_uppercase() { with } else { without }) += 1;
        }
    }
    counts
}

/// The names of the lists in a text, walked through in order.
struct Lists {
    /// Start, end (bytes) and kind.
    hits: Vec<(usize, usize, Kind)>,
    next: usize,
}

impl Lists {
    fn of(text: &Text) -> Self {
        let hits = Gazetteer::built_in().find(text.as_str());
        Self { hits: hits.map(|hit| (hit.start, hit.end, hit.entry.kind)).collect(), next: 0 }
    }

    /// The kind of name that a token belongs to; tokens come in order.
    fn at(&mut self, span: Span) -> u32 {
        while self.hits.get(self.next).is_some_and(|(_, end, _)| *end <= span.start()) {
            self.next += 1;
        }
        match self.hits.get(self.next) {
            Some((start, _, kind)) if *start <= span.start() => {
                1 + 2 * number(kind.index()) + u32::from(*start == span.start())
            }
            _ => 0,
        }
    }
}

fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

fn see<'t>(text: &'t Text, span: Span, lists: &mut Lists) -> Seen<'t> {
    let word = text.slice(span);
    let gazetteer = Gazetteer::built_in();
    let person_name = u32::from(gazetteer.is_first_name(word)) + 2 * u32::from(gazetteer.is_surname(word));
    Seen {
        word,
        lower: word.to_lowercase(),
        shape: shape(word),
        clusters: Clusters::built_in().of(word),
        list: lists.at(span),
        lexicon: tags(word).bits(),
        person_name,
    }
}

/// `Xx` for `Moscow`, `X.X.` for `U.S.`, `9-9` for `2-1`: the kinds of characters, repeated ones once more at most.
fn shape(word: &str) -> String {
    let mut shape = String::with_capacity(word.len().min(16));
    let mut run = (' ', 0);
    for character in word.chars() {
        let kind = match character {
            c if c.is_uppercase() => 'X',
            c if c.is_alphabetic() => 'x',
            c if c.is_numeric() => '9',
            c => c,
        };
        run = if run.0 == kind { (kind, run.1 + 1) } else { (kind, 1) };
        if run.1 <= 2 {
            shape.push(kind);
        }
    }
    shape
}

/// FNV-1a over the feature's number and its words: the same on every machine.
struct Hash(u64);

impl Hash {
    fn new(feature: usize) -> Self {
        Self(0xcbf2_9ce4_8422_2325).with(&[u8::try_from(feature).unwrap_or(u8::MAX)])
    }

    fn with(mut self, bytes: &[u8]) -> Self {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
        // So that "ab" + "c" is not "a" + "bc".
        self.0 = (self.0 ^ 0xff).wrapping_mul(0x0100_0000_01b3);
        self
    }

    fn finish(self) -> u32 {
        u32::try_from((self.0 ^ (self.0 >> 32)) & 0xffff_ffff).unwrap_or_default()
    }
}

/// Collects the numbers of one token.
struct Writer {
    description: Description,
    next: usize,
}

impl Writer {
    fn words(&mut self, words: &[&str]) {
        let hash = words.iter().fold(Hash::new(self.next), |hash, word| hash.with(word.as_bytes()));
        self.put(hash);
    }

    fn numbers(&mut self, numbers: &[u32]) {
        let hash = numbers.iter().fold(Hash::new(self.next), |hash, n| hash.with(&n.to_le_bytes()));
        self.put(hash);
    }

    fn put(&mut self, hash: Hash) {
        if let Some(place) = self.description.get_mut(self.next) {
            *place = hash.finish();
        }
        self.next += 1;
    }
}

fn describe(seen: &[Seen<'_>], at: usize, elsewhere: &HashMap<String, [u32; 2]>) -> Description {
    let edge = Seen { word: "\u{2}", lower: "\u{2}".to_owned(), ..Seen::default() };
    let near = |distance: isize| at.checked_add_signed(distance).and_then(|at| seen.get(at)).unwrap_or(&edge);
    let [before2, before, here, after, after2] = [-2, -1, 0, 1, 2].map(near);
    let mut writer = Writer { description: [0; FEATURES], next: 0 };
    word_itself(&mut writer, here);
    for words in [
        [&before.lower, ""],
        [&before2.lower, ""],
        [&after.lower, ""],
        [&after2.lower, ""],
        [&before.lower, &here.lower],
        [&here.lower, &after.lower],
        [&before.lower, &after.lower],
        [&before2.lower, &before.lower],
        [&before.shape, &here.shape],
        [&here.shape, &after.shape],
    ] {
        writer.words(&words);
    }
    writer.words(&[&before.shape, &here.shape, &after.shape]);
    writer.words(&[&here.shape, &after.shape, &after2.shape]);
    let ([b64, b256, b1024], [h64, h256, h1024], [a64, a256, a1024]) =
        (before.clusters, here.clusters, after.clusters);
    for numbers in [
        [h64, 0],
        [h256, 0],
        [h1024, 0],
        [b256, 0],
        [a256, 0],
        [b1024, 0],
        [a1024, 0],
        [b64, h64],
        [h64, a64],
        [b256, h256],
        [h256, a256],
        [here.list, 0],
        [before.list, here.list],
        [here.list, after.list],
        [here.lexicon, 0],
        [before.lexicon, 0],
        [after.lexicon, 0],
        [before.lexicon, here.list],
        [here.person_name, after.person_name],
        [before.person_name, here.person_name],
    ] {
        writer.numbers(&numbers);
    }
    let [with, without] = elsewhere.get(&here.lower).copied().unwrap_or_default();
    let is_capital = here.word.starts_with(char::is_uppercase);
    let written = [u32::from(is_capital), u32::from(at == 0), with.min(2), without.min(2)];
    writer.numbers(&written);
    writer.description
}

/// The word, its beginnings and ends, and its shape.
fn word_itself(writer: &mut Writer, here: &Seen<'_>) {
    writer.words(&[""]);
    writer.words(&[here.word]);
    writer.words(&[&here.lower]);
    for count in 1..=4 {
        let end = here.lower.char_indices().nth(count).map_or(here.lower.len(), |(at, _)| at);
        writer.words(&[here.lower.get(..end).unwrap_or_default()]);
    }
    for count in 1..=4 {
        let start = here.lower.char_indices().rev().nth(count - 1).map_or(0, |(at, _)| at);
        writer.words(&[here.lower.get(start..).unwrap_or_default()]);
    }
    writer.words(&[&here.shape]);
    writer.words(&[&here.shape, here.lower.get(..1).unwrap_or_default()]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_token_is_described_in_full() {
        let text = Text::new("Ana Ruiz flew to Oslo. Talks in Oslo go on.").expect("short");
        let sentences: Vec<Sentence> = sentences_of(&text).collect();
        assert_eq!(sentences.iter().map(|s| s.spans.len()).collect::<Vec<_>>(), [6, 6]);
        for sentence in &sentences {
            assert_eq!(sentence.spans.len(), sentence.descriptions.len());
            // The last feature is written too.
            assert!(
                sentence.descriptions.iter().all(|description| description.iter().all(|hash| *hash != 0))
            );
        }
        // The same word is described alike where it is itself looked at.
        let oslo = [&sentences[0].descriptions[4], &sentences[1].descriptions[2]];
        assert_eq!(oslo[0][1], oslo[1][1]);
        assert_ne!(oslo[0], oslo[1]);
        assert_eq!(shape("McCainnn"), "XxXxx");
        assert_eq!(shape("U.S."), "X.X.");
    }

    /// Ten megabytes without a full stop once were looked at together, in 700 MB.
    #[test]
    fn a_sentence_without_an_end_is_cut() {
        let text = Text::new(&"Oslo and ".repeat(3000)).expect("short");
        let counts: Vec<usize> = sentences_of(&text).map(|sentence| sentence.spans.len()).collect();
        assert_eq!(counts, [2000, 2000, 2000]);
    }
}
