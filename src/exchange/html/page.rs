//! The page while it is written: escapes all that is not our own.

use crate::{
    exchange::xml::{REPLACEMENT, is_legal},
    model::Date,
};

/// A page in HTML.
#[derive(Default)]
pub(super) struct Page {
    out: String,
    replaced: usize,
}

impl Page {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Our own tags and words.
    pub(super) fn raw(&mut self, html: &str) {
        self.out.push_str(html);
    }

    /// Words of whoever, escaped.
    pub(super) fn words(&mut self, words: &str) {
        for character in words.chars() {
            match character {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '\'' => self.out.push_str("&#39;"),
                // A parser would make a line feed of it.
                '\r' => self.out.push_str("&#13;"),
                legal if is_legal(legal) => self.out.push(legal),
                _ => {
                    self.replaced += 1;
                    self.out.push(REPLACEMENT);
                }
            }
        }
    }

    /// The same, such that their direction ends with them.
    pub(super) fn isolated(&mut self, words: &str) {
        self.raw("<bdi>");
        self.words(words);
        self.raw("</bdi>");
    }

    /// Words for the value of an attribute.
    pub(super) fn escaped(&mut self, words: &str) -> String {
        let mut inner = Self::new();
        inner.words(words);
        self.replaced += inner.replaced;
        inner.out
    }

    /// The page, and how many characters were replaced.
    pub(super) fn finish(self) -> (String, usize) {
        (self.out, self.replaced)
    }
}

/// `9 Nov 2019`.
pub(super) fn day(day: Date) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let month = usize::try_from(day.month() - 1).ok().and_then(|month| MONTHS.get(month)).unwrap_or(&"");
    format!("{} {month} {}", day.day(), day.year())
}
