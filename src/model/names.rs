//! When two spellings are the same name.

/// A name without what does not tell names apart: a leading article, a final possessive, case and spacing.
///
/// ```text
/// “the  Kim Regime’s” → “kim regime”
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameKey(Box<str>);

impl NameKey {
    /// The key of some words.
    pub fn new(words: &str) -> Self {
        let mut key = String::with_capacity(words.len());
        for word in words.split_whitespace() {
            if !key.is_empty() {
                key.push(' ');
            }
            key.extend(word.chars().flat_map(char::to_lowercase).map(plain_apostrophe));
        }
        let without_article = key.strip_prefix("the ").unwrap_or(&key);
        let name = without_article.strip_suffix("'s").or_else(|| without_article.strip_suffix('\''));
        Self(name.unwrap_or(without_article).into())
    }

    /// The key itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn plain_apostrophe(character: char) -> char {
    if character == '’' { '\'' } else { character }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_matter_is_left_out() {
        for same in ["Kim Regime", "the Kim  regime", "The Kim Regime’s", "kim\nregime'"] {
            assert_eq!(NameKey::new(same).as_str(), "kim regime", "{same}");
        }
        assert_ne!(NameKey::new("Theresa"), NameKey::new("sa"));
    }
}
