//! The bare name within a span: what may stand around a name and is no part of it.

use super::lexicon::{Tags, tags};
use crate::text::{Span, Text, Token, TokenKind, tokens};

/// A span without a leading article, without a trailing possessive and, for a person, without the titles before the
/// name. A span of nothing else stays as it is.
///
/// ```text
/// the [Foreign Ministry]’s    President [Lee]    [Prime Minister]
/// ```
pub fn bare_span(text: &Text, span: Span, is_person: bool) -> Span {
    let all = tokens(text, span);
    let mut rest = all.as_slice();
    while let [rest_before @ .., last] = rest
        && last.kind == TokenKind::Possessive
    {
        rest = rest_before;
    }
    while let [first, after @ ..] = rest
        && !after.is_empty()
        && stands_before(text, *first, is_person)
    {
        rest = after;
    }
    match rest {
        [first, .., last] => text.span(first.span.start(), last.span.end()).unwrap_or(span),
        [only] if !(is_person && stands_before(text, *only, is_person)) => only.span,
        _ => span,
    }
}

fn stands_before(text: &Text, token: Token, is_person: bool) -> bool {
    let word = text.slice(token.span);
    let is_article = matches!(word, "the" | "The" | "a" | "A" | "an" | "An" | "THE");
    is_article || is_person && tags(word).has(BEFORE_PERSONS)
}

/// What stands before the name of a person and is not part of it.
const BEFORE_PERSONS: Tags = Tags::HONORIFIC.or(Tags::ROLE).or(Tags::ROLE_MODIFIER);

#[cfg(test)]
mod tests {
    use super::*;

    fn bare(words: &str, is_person: bool) -> String {
        let text = Text::new(words).expect("short");
        text.slice(bare_span(&text, text.whole().expect("words"), is_person)).to_owned()
    }

    #[test]
    fn articles_titles_and_possessives_are_aside() {
        assert_eq!(bare("the Foreign Ministry’s", false), "Foreign Ministry");
        assert_eq!(bare("Foreign Minister Ana Ruiz", true), "Ana Ruiz");
        assert_eq!(bare("Mr. Lee's", true), "Lee");
        assert_eq!(bare("President", true), "President");
        assert_eq!(bare("Prime Minister", true), "Prime Minister");
        assert_eq!(bare("King Street", false), "King Street");
        assert_eq!(bare("’s", false), "’s");
    }
}
