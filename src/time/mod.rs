//! Time expressions: finds "Saturday" and "last month" in English news, and resolves them against a publication date.
//!
//! [`find`] reads words and knows no date; [`Expression::resolve`] does the sums; [`resolve`] does them for a whole text,
//! where "the next day" hangs on what was said before. Kinds, values and modifiers are those of TIMEX3 (ISO 24617-1);
//! where it leaves a choice, `tests/data/time/gold.txt` says what is chosen. Nothing here asks what day it is today.

mod beside;
mod cue;
mod grammar;
mod meaning;
mod period;
mod resolve;
#[cfg(test)]
mod tests;
mod value;
mod vocabulary;
mod words;

pub use beside::beside;
pub use cue::{Cue, Direction, Limit};
pub use meaning::{
    Certainty, DayTime, Length, Meaning, Modifier, Named, Origin, Part, Repeat, Side, Unit, When, Which,
};
pub use period::{Period, Season};
pub use resolve::{Interval, Kind, Resolved, resolve};
pub use value::{ParseValueError, TimeValue};
pub use vocabulary::{is_month, is_year};

/// A calendar day.
pub use jiff::civil::Date as Day;

use crate::text::{Span, Text};
use words::Words;

/// Words that tell a time, and what they mean whenever they were written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expression {
    pub span: Span,
    pub meaning: Meaning,
    pub modifier: Option<Modifier>,
    pub cue: Cue,
    pub certainty: Certainty,
    /// Counts sentences from the start of what was read: a clock time belongs to the day that its sentence names.
    sentence: usize,
}

/// The time expressions of a text, in order; no two overlap.
pub fn find(text: &Text) -> Vec<Expression> {
    text.whole().map_or_else(Vec::new, |whole| find_in(text, whole))
}

/// The time expressions of a part of a text, in order; no two overlap.
pub fn find_in(text: &Text, range: Span) -> Vec<Expression> {
    let words = Words::new(text, range);
    let (mut found, mut at, mut sentence) = (Vec::new(), 0, 0);
    while at < words.count() {
        let placed = |hit: grammar::Hit| words.span(at, hit.end).map(|span| (hit, span));
        let Some((hit, span)) = grammar::expression(&words, at).and_then(placed) else {
            sentence += usize::from(words.ends_sentence(at));
            at += 1;
            continue;
        };
        let cue = cue::cue(&words, at, hit.end);
        let grammar::Hit { end, meaning, modifier, certainty } = hit;
        found.push(Expression { span, meaning, modifier, cue, certainty, sentence });
        at = end;
    }
    found
}
