//! What a rule or a list proposes, before it is weighed against the others.

use super::{Why, kind::Kind};
use crate::text::Span;

/// Where a candidate comes from, in the order of authority: what stands later gives way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    Memory,
    Rules,
    Tagger,
    Gazetteer,
}

/// The names of all sources, in the order of authority.
pub const SOURCES: [&str; 4] =
    [Source::Memory.name(), Source::Rules.name(), Source::Tagger.name(), Source::Gazetteer.name()];

impl Source {
    /// As it stands in files and lists: `memory`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Memory => "memory",
            Self::Rules => "rules",
            Self::Tagger => "tagger",
            Self::Gazetteer => "gazetteer",
        }
    }
}

/// A proposed mark.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub span: Span,
    pub kind: Kind,
    /// 0–1000.
    pub score: u16,
    pub source: Source,
    pub why: Why,
    /// The kind is a guess: other mentions of the name in the article may say better.
    pub is_open: bool,
    /// It stands where capitals say nothing: it counts only if the article has the name elsewhere.
    pub needs_support: bool,
}

impl Candidate {
    /// A candidate of the rules whose kind is settled.
    pub(super) fn rule(span: Span, kind: Kind, score: u16, why: &'static str) -> Self {
        Self::settled(span, kind, score, Source::Rules, Why::Plain(why))
    }

    /// A candidate whose kind is settled.
    pub(super) fn settled(span: Span, kind: Kind, score: u16, source: Source, why: Why) -> Self {
        Self { span, kind, score, source, why, is_open: false, needs_support: false }
    }
}
