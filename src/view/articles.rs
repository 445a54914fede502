//! How far the review of an article has come.

use crate::{
    model::{DocumentId, Project},
    text::Text,
};

/// What was decided in an article, and what is still to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ArticleCounts {
    pub marked: usize,
    /// Suggestions turned down here or in the whole article; what is turned down everywhere is of no article.
    pub rejected: usize,
    pub open: usize,
}

impl ArticleCounts {
    /// Those of an article with so many open suggestions.
    pub fn of(project: &Project, document: DocumentId, open: usize) -> Self {
        let rejected =
            project.rejections().filter(|rejection| rejection.document() == Some(document)).count();
        Self { marked: project.mention_count_of(document), rejected, open }
    }

    /// What was looked at and decided.
    pub fn reviewed(self) -> usize {
        self.marked + self.rejected
    }

    /// All that was or is to be looked at.
    pub fn total(self) -> usize {
        self.reviewed() + self.open
    }

    /// The reviewed share, 0.0–1.0; 0 where there is nothing.
    pub fn fraction(self) -> f32 {
        if self.total() == 0 { 0.0 } else { self.reviewed() as f32 / self.total() as f32 }
    }
}

/// How many words a text has, as `wc -w` counts them: runs of anything but white space.
pub fn word_count(text: &Text) -> usize {
    let bytes = text.as_str().as_bytes();
    let begins = |pair: &[u8]| matches!(pair, [before, here] if before.is_ascii_whitespace() && !here.is_ascii_whitespace());
    let first = bytes.first().is_some_and(|byte| !byte.is_ascii_whitespace());
    usize::from(first) + bytes.windows(2).filter(|pair| begins(pair)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_parted_by_white_space() {
        let text = Text::new("“Talks,” Mr. Jo’s 23 men said — twice.").expect("short");
        assert_eq!(word_count(&text), 8);
        for (words, count) in [("", 0), (" ", 0), ("one", 1), ("  two  words ", 2), ("\nthe\nend", 2)] {
            assert_eq!(word_count(&Text::new(words).expect("short")), count, "{words:?}");
        }
    }

    #[test]
    fn nothing_to_do_is_nothing_done() {
        assert!(ArticleCounts::default().fraction().abs() < f32::EPSILON);
        assert!((ArticleCounts { marked: 5, rejected: 2, open: 21 }.fraction() - 0.25).abs() < 1e-6);
    }
}
