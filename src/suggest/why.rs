//! Why a mark is proposed.

use crate::model::Score;
use std::{fmt, sync::Arc};

/// Why a mark is proposed: one line that a reader can check, made only where it is shown.
///
/// `country list`, `title before name`, `you tagged it in “Talks resume”`
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// A sentence that needs nothing more.
    Plain(&'static str),
    /// A built-in list, in the plural.
    List(&'static str),
    /// Other words of this article say so.
    Elsewhere(Arc<str>),
    /// An acronym of a name of this article.
    ShortFor(Arc<str>),
    /// A tagger sees it, so surely.
    Tagger(Score),
    /// The tagger that learns from the analyst sees it, so surely.
    TaughtTagger(Score),
    /// A list of the project.
    ListOfProject(Arc<str>),
    /// The analyst marked it in the article of this title.
    TaggedIn(Arc<str>),
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
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Plain(line) => f.write_str(line),
            Self::List(list) => write!(f, "in the list of {list}"),
            Self::Elsewhere(name) => {
                // A name may run over the end of a line.
                let name: Vec<&str> = name.split_whitespace().collect();
                write!(f, "“{}” in this article", name.join(" "))
            }
            Self::ShortFor(name) => write!(f, "short for “{name}”"),
            Self::Tagger(chance) => write!(f, "tagger, {chance}"),
            Self::TaughtTagger(chance) => write!(f, "tagger taught by your marks, {chance}"),
            Self::ListOfProject(list) => write!(f, "in the list “{list}”"),
            Self::TaggedIn(title) => write!(f, "you tagged it in “{title}”"),
        }
    }
}
