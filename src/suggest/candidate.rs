//! What a rule or a list proposes, before it is weighed against the others.

use super::kind::Kind;
use crate::text::Span;

/// Where a candidate comes from, in the order of authority: what stands later gives way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Source {
    Memory,
    Rules,
    Tagger,
    Gazetteer,
}

/// The names of all sources, in the order of authority.
pub const SOURCES: [&str; 4] =
    [Source::Memory.name(), Source::Rules.name(), Source::Tagger.name(), Source::Gazetteer.name()];

impl Source {
    /// As it stands in a suggestion.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Memory => "memory",
            Self::Rules => "rules",
            Self::Tagger => "tagger",
            Self::Gazetteer => "gazetteer",
        }
    }
}

/// Why a mark is proposed; turned into words only for those that are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// A sentence that needs nothing more.
    Plain(&'static str),
    /// A list, in the plural.
    List(&'static str),
    /// Other words of this article say so.
    Elsewhere(String),
    /// An acronym of a name of this article.
    ShortFor(String),
    /// A sentence that was put together.
    Said(String),
}

/// A reason that is hardly one: the words are written like a name.
pub(super) const CAPITALS: &str = "capitalised words";
/// `the Harbour Commission`, `the ministry of Ilmen`.
pub(super) const ORGANISATION_WORD: &str = "word for a kind of organisation";
/// `Lake Ilmen`, `the village of Ilmen`.
pub(super) const PLACE_WORD: &str = "word for a kind of place";
pub(super) const SAME_NAME: &str = "same name elsewhere in this article";

impl Why {
    /// Whether nothing but the way the words are written speaks for the mark.
    pub(super) fn is_capitals(&self) -> bool {
        *self == Self::Plain(CAPITALS)
    }

    /// Whether a word says what the thing is.
    pub(super) fn is_head_word(&self) -> bool {
        matches!(self, Self::Plain(ORGANISATION_WORD | PLACE_WORD))
    }

    /// Whether other words of the article say what it is.
    pub(super) fn is_elsewhere(&self) -> bool {
        matches!(self, Self::Plain(SAME_NAME) | Self::Elsewhere(_))
    }

    /// The line that the reader sees.
    pub(super) fn line(&self) -> String {
        match self {
            Self::Plain(line) => (*line).to_owned(),
            Self::List(list) => format!("in the list of {list}"),
            Self::Elsewhere(name) => {
                // A name may run over the end of a line.
                let name: Vec<&str> = name.split_whitespace().collect();
                format!("“{}” in this article", name.join(" "))
            }
            Self::ShortFor(name) => format!("short for “{name}”"),
            Self::Said(line) => line.clone(),
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
