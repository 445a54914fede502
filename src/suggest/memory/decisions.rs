//! What was decided about one name, and which words are a name to remember.

use super::few::Few;
use crate::{
    model::{DocumentId, LabelId},
    suggest::{
        lexicon::{Tags, tags},
        recall::Verdict,
    },
    text::{Text, TokenKind, tokens},
};

/// How often a name was given a label, and how often the analyst said no.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Decisions {
    /// Marks by document.
    pub marked: Few<DocumentId, u32>,
    pub rejected: u32,
}

/// What is said for and against a label of a name.
pub(super) fn verdict<'a>(
    labels: impl Iterator<Item = (LabelId, &'a Decisions)>,
    label: LabelId,
    document: DocumentId,
) -> Verdict {
    let mut verdict = Verdict::default();
    for (other, decisions) in labels {
        if other == label {
            verdict.marked = decisions.times_marked();
            verdict.articles = u32::try_from(decisions.marked.count()).unwrap_or(u32::MAX);
            verdict.rejected = decisions.rejected;
            verdict.is_here = decisions.marked.get(document).is_some();
        } else {
            verdict.otherwise = verdict.otherwise.saturating_add(decisions.times_marked());
        }
    }
    verdict
}

impl Decisions {
    /// How often it is marked so, in all articles.
    pub(super) fn times_marked(&self) -> u32 {
        self.marked.iter().map(|(_, count)| count).sum()
    }

    /// How much more was said for it than against it.
    pub(super) fn balance(&self) -> i64 {
        i64::from(self.times_marked()) - i64::from(self.rejected)
    }
}

/// A count one up or down.
pub(super) fn stepped(count: u32, is_up: bool) -> u32 {
    if is_up { count.saturating_add(1) } else { count.saturating_sub(1) }
}

/// A name without a leading article and a final possessive.
pub(super) fn clean(words: &str) -> &str {
    let words = words.trim();
    let name = ["the ", "The "].iter().find_map(|article| words.strip_prefix(article)).unwrap_or(words);
    ["’s", "'s"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name).trim()
}

/// The first token; `None` where the name is not one to look for elsewhere: a pronoun, a bare number, a sign.
pub(super) fn first_word(name: &str) -> Option<String> {
    let text = Text::new(name)?;
    let all = tokens(&text, text.whole()?);
    let first = all.first()?;
    let is_name = match all.as_slice() {
        [only] => only.kind == TokenKind::Word && !tags(name).has(Tags::FUNCTION),
        _ => true,
    };
    is_name.then(|| text.slice(first.span).to_owned())
}
