//! A name that a gazetteer holds.

use super::LabelId;
use std::{cmp::Ordering, sync::Arc};

/// A name, its label, and the name of the thing that is meant, where that is another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownName {
    /// Invariant: as [`KnownName::tidy`] makes it.
    words: Arc<str>,
    pub label: LabelId,
    /// Invariant: tidy, and not the words.
    canonical: Option<Arc<str>>,
}

impl KnownName {
    /// Of words as somebody wrote them; an empty `canonical` is none. `None` if the words are no name.
    pub fn new(words: &str, label: LabelId, canonical: &str) -> Option<Self> {
        let words = Self::tidy(words)?;
        let canonical = Self::tidy(canonical).filter(|canonical| *canonical != words).map(Arc::from);
        Some(Self { words: words.into(), label, canonical })
    }

    /// The words with single spaces between them; `None` where nothing in them could be a name: they have no letter
    /// or digit, or a character that no keyboard writes.
    pub fn tidy(words: &str) -> Option<String> {
        let mut tidy = String::with_capacity(words.len());
        for word in words.split_whitespace() {
            if !tidy.is_empty() {
                tidy.push(' ');
            }
            tidy.push_str(word);
        }
        (tidy.contains(char::is_alphanumeric) && !tidy.contains(char::is_control)).then_some(tidy)
    }

    /// How it is written in a text.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// The same, shared.
    pub fn shared_words(&self) -> Arc<str> {
        Arc::clone(&self.words)
    }

    /// The name of what is meant, where that is not the words themselves.
    pub fn canonical(&self) -> Option<&str> {
        self.canonical.as_deref()
    }

    /// By words, then by label: those that are equal in this are the same name.
    pub(in crate::model) fn order(&self, words: &str, label: LabelId) -> Ordering {
        (*self.words).cmp(words).then(self.label.cmp(&label))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Schema;

    #[test]
    fn names_are_tidy() {
        let label = Schema::news_analyst().named("Person").expect("there");
        let name = |words, canonical| KnownName::new(words, label, canonical);
        let known = name(" Anna \n Weber\t", "Anna  Maria Weber ").expect("a name");
        assert_eq!((known.words(), known.canonical()), ("Anna Weber", Some("Anna Maria Weber")));
        assert_eq!(name("Weber", " Weber").expect("a name").canonical(), None);
        assert_eq!(name("3M", "—").expect("a name").canonical(), None);
        for none in ["", " ", "—", "a\0b"] {
            assert_eq!(name(none, ""), None, "{none:?}");
        }
    }
}
