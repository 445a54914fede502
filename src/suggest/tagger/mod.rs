//! Statistical taggers: what was learnt from texts whose marks are known.

mod bio;
#[cfg(feature = "careful")]
pub(super) mod careful;
#[cfg(not(feature = "careful"))]
#[path = "without_careful.rs"]
pub(super) mod careful;
pub(super) mod linear;

pub(super) use bio::KINDS;

use super::kind::Kind;
use crate::text::{Span, Text};
use std::ops::Range;

/// A mark that a tagger sees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tag {
    pub span: Span,
    pub kind: Kind,
    /// How likely it is, by the tagger's own reckoning; 0–1.
    pub chance: f32,
}

impl Tag {
    /// The mark over some of the words of a text; `None` if there are none.
    fn over(text: &Text, words: &[Span], range: Range<usize>, kind: Kind, chance: f32) -> Option<Self> {
        over(text, words, range).map(|span| Self { span, kind, chance })
    }
}

/// The span of some of the words of a text; `None` if there are none. No name ends with a hyphen.
fn over(text: &Text, words: &[Span], range: Range<usize>) -> Option<Span> {
    let mut marked = words.get(range)?;
    while let Some((_, names)) = marked.split_last().filter(|(last, _)| text.slice(**last) == "-") {
        marked = names;
    }
    text.span(marked.first()?.start(), marked.last()?.end()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::suggest::Cancel;

    type Marked = Vec<(Kind, String)>;

    /// By each tagger of this build.
    fn by_all(words: &str) -> Vec<Marked> {
        let text = Text::new(words).expect("short");
        let linear = linear::Linear::built_in().expect("the weights");
        let careful = careful::loaded();
        assert_eq!(careful.is_some(), careful::IS_BUILT_IN);
        let cancel = Cancel::default();
        let careful = careful.map(|careful| careful.tag(&text, &cancel));
        let read = [linear.tag(&text, &cancel)].into_iter().chain(careful).map(|tags| {
            let tags = tags.expect("not cancelled");
            assert!(tags.iter().all(|tag| (0.0..=1.0).contains(&tag.chance)));
            assert!(tags.windows(2).all(|pair| pair[0].span.end() <= pair[1].span.start()));
            tags.iter().map(|tag| (tag.kind, text.slice(tag.span).to_owned())).collect()
        });
        read.collect()
    }

    #[test]
    fn what_is_built_in_finds_names() {
        for found in by_all("President Marta Lindqvist flew to Geneva on Friday, a Swedish newspaper said.") {
            for (kind, words) in [
                (Kind::Person, "Marta Lindqvist"),
                (Kind::Place, "Geneva"),
                (Kind::Date, "Friday"),
                (Kind::Group, "Swedish"),
            ] {
                assert!(found.contains(&(kind, words.to_owned())), "{words}: {found:?}");
            }
        }
    }

    #[test]
    fn odd_texts_are_read() {
        for words in ["", "\n", "a", "😀😀", "…’s", "\u{301}\u{301}", "ﷺ 北京\r\n한국"] {
            by_all(words);
        }
        // Longer than is read at a time without a sentence's end, and a word of more pieces than are read.
        by_all(&"Oslo and Bergen ".repeat(200));
        by_all(&"x".repeat(5000));
    }
}
