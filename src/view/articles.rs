//! How far the review of an article has come.

use crate::text::Text;

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
        assert!((ArticleCounts { marked: 7, open: 21 }.fraction() - 0.25).abs() < 1e-6);
    }
}
