//! Made-up news of any length, the same in every run, and projects full of marks.
#![allow(dead_code, reason = "each benchmark uses its own part")]
#![allow(clippy::expect_used, reason = "a benchmark that cannot go on stops")]

use dateline::{
    model::{Command, DocumentId, Facts, NewDocument, Pick, Provenance},
    session::Session,
    text::Text,
};
use std::sync::Arc;

/// `SplitMix64`: enough to vary words.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % limit as u64).unwrap_or_default()
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words.get(self.below(words.len())).copied().unwrap_or_default()
    }
}

const NAMES: &[&str] = &[
    "Anna Weber",
    "Mr. Okoye",
    "Maria Lindqvist",
    "Kim Do-yun",
    "Tomasz Zielinski",
    "Gen. Haddad",
    "Leila Rahimi",
    "Switzerland",
    "Nairobi",
    "South Korea",
    "Vienna",
    "the European Union",
    "Swiss",
    "Kenyan",
    "the Foreign Ministry",
    "Saturday",
    "last month",
    "the end of the year",
    "23 missiles",
    "the Stockholm Conference",
];

const WORDS: &[&str] = &[
    "talks",
    "officials",
    "said",
    "that",
    "would",
    "resume",
    "before",
    "after",
    "agreement",
    "on",
    "sanctions",
    "and",
    "security",
    "border",
    "negotiators",
    "from",
    "both",
    "sides",
    "met",
    "privately",
    "according",
    "to",
    "reports",
    "which",
    "described",
    "a",
    "narrow",
    "opening",
    "for",
    "diplomacy",
    "although",
    "analysts",
    "doubted",
    "whether",
    "“progress”",
    "could",
    "last",
    "without",
    "guarantees",
    "on",
    "verification",
    "of",
    "every",
    "step",
    "—",
    "however",
];

/// About `bytes` bytes of news: paragraphs of one to seven sentences, each with a name or two.
pub fn news(bytes: usize, seed: u64) -> String {
    let mut dice = Dice::new(seed);
    let mut text = String::with_capacity(bytes + 400);
    while text.len() < bytes {
        for _ in 0..=dice.below(7) {
            sentence(&mut dice, &mut text);
        }
        text.push('\n');
    }
    text
}

fn sentence(dice: &mut Dice, text: &mut String) {
    text.push_str(dice.pick(NAMES));
    for _ in 0..6 + dice.below(16) {
        text.push(' ');
        text.push_str(if dice.below(9) == 0 { dice.pick(NAMES) } else { dice.pick(WORDS) });
    }
    text.push_str(". ");
}

/// Adds an article of about `bytes` bytes.
pub fn add_article(session: &mut Session, bytes: usize, seed: u64) -> DocumentId {
    session.add_articles(vec![article(bytes, seed)]).expect("added").first().copied().expect("one")
}

/// Adds so many articles as one step; gives the first.
pub fn add_articles(session: &mut Session, count: usize, bytes: usize) -> DocumentId {
    let articles = (0..count).map(|seed| article(bytes, seed as u64)).collect();
    session.add_articles(articles).expect("added").first().copied().expect("one")
}

fn article(bytes: usize, seed: u64) -> NewDocument {
    let text = Text::new(&news(bytes, seed)).expect("short enough");
    let facts =
        Facts { title: format!("Made-up news {seed}"), language: "en".to_owned(), ..Facts::default() };
    NewDocument { facts, source: format!("news-{seed}.txt"), encoding: "UTF-8".to_owned(), text }
}

/// Marks about so many names of an article, spread evenly over it; two that fall on one word are one.
pub fn add_marks(session: &mut Session, document: DocumentId, count: usize) {
    let project = session.project();
    let text = project.document(document).expect("there").text.clone();
    let labels: Vec<_> = project.schema().labels().map(|(id, _)| id).collect();
    let stride = (text.byte_count() / (count + 1)).max(1);
    let picks = (1..=count).filter_map(|place| {
        // The next word with a capital: what people mark.
        let from = text.floor_boundary(place * stride);
        let rest = text.get(from..text.byte_count());
        let start = from + rest.match_indices(' ').map(|(at, _)| at + 1).find(|at| is_capital(rest, *at))?;
        let end = dateline::text::word_right(&text, start);
        let span = text.span(start, end).ok()?;
        let label = labels.get(place % labels.len()).copied()?;
        Some(Pick { document, span, label, entity_name: None, provenance: Provenance::ByHand })
    });
    let picks = picks.collect();
    session.dispatch(Command::Mark(picks)).expect("marked");
}

fn is_capital(words: &str, at: usize) -> bool {
    words.get(at..).is_some_and(|rest| rest.starts_with(char::is_uppercase))
}

/// A session that wakes nobody.
pub fn session() -> Session {
    Session::new(Arc::new(|| {}))
}
