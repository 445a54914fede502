//! How far the review of an article has come.

use crate::text::{Text, TokenKind, tokens};

/// Marks and open suggestions of an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ArticleCounts {
    pub marked: usize,
    pub open: usize,
}

impl ArticleCounts {
    /// All that was or is to be looked at.
    pub fn total(self) -> usize {
        self.marked + self.open
    }

    /// The reviewed share, 0.0–1.0; 0 where there is nothing.
    pub fn fraction(self) -> f32 {
        if self.total() == 0 { 0.0 } else { self.marked as f32 / self.total() as f32 }
    }
}

/// How many words and numbers a text has.
pub fn word_count(text: &Text) -> usize {
    let all = text.whole().map(|whole| tokens(text, whole)).unwrap_or_default();
    all.iter().filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_no_words() {
        let text = Text::new("“Talks,” Mr. Jo’s 23 men said — twice.").expect("short");
        assert_eq!(word_count(&text), 7);
    }

    #[test]
    fn nothing_to_do_is_nothing_done() {
        assert!(ArticleCounts::default().fraction().abs() < f32::EPSILON);
        assert!((ArticleCounts { marked: 7, open: 21 }.fraction() - 0.25).abs() < 1e-6);
    }
}
