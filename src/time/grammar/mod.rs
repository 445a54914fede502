//! The grammar of time expressions: what begins at a word, and where it ends.
//!
//! One small file for each kind of expression. A rule looks at a few words from a place and never further than it needs,
//! so that the whole is linear; it asks for no date.

mod calendar;
mod clock;
mod compared;
mod lengths;
mod numeric;
mod parts;
mod periods;
mod relative;
mod sets;

use super::{
    meaning::{Certainty, Meaning, Modifier, Part, When},
    vocabulary::Sense,
    words::Words,
};

/// What a rule has found: the word after its end, and what it means.
#[derive(Clone, Debug)]
pub(super) struct Hit {
    pub end: usize,
    pub meaning: Meaning,
    pub modifier: Option<Modifier>,
    pub certainty: Certainty,
}

impl Hit {
    fn new(end: usize, meaning: Meaning) -> Self {
        Self { end, meaning, modifier: None, certainty: Certainty::Sure }
    }

    fn date(end: usize, when: When) -> Self {
        Self::new(end, Meaning::Date { when, part: None })
    }

    fn but(self, certainty: Certainty) -> Self {
        Self { certainty, ..self }
    }

    /// What it is the date of, if it is nothing but a date.
    fn when(&self) -> Option<&When> {
        match &self.meaning {
            Meaning::Date { when, part: None } => Some(when),
            _ => None,
        }
    }

    /// The same with only a part of its stretch meant.
    fn in_part(mut self, part: Part) -> Option<Self> {
        match &mut self.meaning {
            Meaning::Date { part: whole @ None, .. } => *whole = Some(part),
            Meaning::Time { .. } => {}
            _ => return None,
        }
        // "Start of weekend" is no doubtful weekend.
        let certainty =
            if self.certainty == Certainty::Doubtful { Certainty::Likely } else { Certainty::Sure };
        Some(Self { modifier: Some(part.modifier()), certainty, ..self })
    }
}

/// The expression that begins at a word.
pub(super) fn expression(words: &Words<'_>, at: usize) -> Option<Hit> {
    if words.sense(at) == Sense::None {
        return None;
    }
    sets::set(words, at)
        .or_else(|| parts::part(words, at))
        .or_else(|| compared::compared(words, at))
        .or_else(|| clock::clock(words, at))
        .or_else(|| date(words, at))
        .or_else(|| lengths::length(words, at))
        .or_else(|| periods::lone_year(words, at))
}

/// A date or a time of a day that needs no part before it.
fn date(words: &Words<'_>, at: usize) -> Option<Hit> {
    if words.sense(at) == Sense::None {
        return None;
    }
    let hit = numeric::numeric(words, at)
        .or_else(|| calendar::calendar(words, at))
        .or_else(|| relative::relative(words, at))
        .or_else(|| lengths::from_here(words, at))
        .or_else(|| periods::period(words, at))?;
    Some(calendar::with_time(words, hit))
}
