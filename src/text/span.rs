//! The annotated text of one document, and ranges of its bytes.

use std::{fmt, ops::Range, sync::Arc};

/// A half-open range of bytes `start..end` of one document's text.
///
/// ```text
/// (0, 3):  [Kim] Jong-un
/// ```
///
/// Invariant: `start < end`, both within the text and on character boundaries. Only [`Text::span`]
/// makes one, so the invariant holds for the text it was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The first byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// The byte after the last one.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// How many bytes; never 0.
    pub fn byte_count(self) -> usize {
        self.end() - self.start()
    }

    /// The smallest span, in the order of spans, that starts at `start`: a bound for searches in sorted sets, not a
    /// place in a text. `None` past the longest text.
    pub fn floor(start: usize) -> Option<Self> {
        u32::try_from(start).ok().map(|start| Self { start, end: 0 })
    }

    /// The bytes as a standard range.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies within this one; a span contains itself.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte at `offset` is one of the span's.
    pub fn contains_offset(self, offset: usize) -> bool {
        self.range().contains(&offset)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// Why two offsets are not a span of a text. All offsets in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpanError {
    /// The end is not after the start.
    Empty { start: usize, end: usize },
    /// The end is past the end of the text.
    OutOfBounds { end: usize, text_bytes: usize },
    /// The offset is inside a character.
    InsideCharacter { offset: usize },
}

impl fmt::Display for SpanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty { start, end } => write!(f, "the range {start}..{end} is empty"),
            Self::OutOfBounds { end, text_bytes } => {
                write!(f, "the range ends at byte {end}, but the text has {text_bytes}")
            }
            Self::InsideCharacter { offset } => {
                write!(f, "byte {offset} is inside a character")
            }
        }
    }
}

impl std::error::Error for SpanError {}

/// The annotated text of one document. Cheap to clone; never changes.
///
/// Invariant: at most [`Text::MAX_BYTES`] bytes, so that every offset fits a [`Span`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Text(Arc<str>);

impl Text {
    /// The longest text there can be, in bytes: 1 GiB.
    pub const MAX_BYTES: usize = 1 << 30;

    /// Takes the words as they are; `None` if there are more than [`Text::MAX_BYTES`].
    ///
    /// Line ends should have gone through [`super::normalize`] first.
    pub fn new(words: &str) -> Option<Self> {
        (words.len() <= Self::MAX_BYTES).then(|| Self(Arc::from(words)))
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Length in bytes.
    pub fn byte_count(&self) -> usize {
        self.0.len()
    }

    /// Whether there are no words at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The span of the bytes `start..end`: the only way to make one.
    ///
    /// # Errors
    /// If the range is empty, ends past the text, or cuts a character.
    pub fn span(&self, start: usize, end: usize) -> Result<Span, SpanError> {
        if start >= end {
            return Err(SpanError::Empty { start, end });
        }
        if end > self.0.len() {
            let text_bytes = self.0.len();
            return Err(SpanError::OutOfBounds { end, text_bytes });
        }
        for offset in [start, end] {
            if !self.0.is_char_boundary(offset) {
                return Err(SpanError::InsideCharacter { offset });
            }
        }
        match (u32::try_from(start), u32::try_from(end)) {
            (Ok(start), Ok(end)) => Ok(Span { start, end }),
            // Cannot be: the text is shorter than MAX_BYTES.
            _ => Err(SpanError::OutOfBounds { end, text_bytes: self.0.len() }),
        }
    }

    /// The words of a span. Of a span made from another text that does not fit here: nothing.
    pub fn slice(&self, span: Span) -> &str {
        self.0.get(span.range()).unwrap_or_default()
    }

    /// The words of a byte range; nothing where it does not fit or cuts a character.
    pub fn get(&self, range: Range<usize>) -> &str {
        self.0.get(range).unwrap_or_default()
    }

    /// The whole text as one span; `None` where it is empty.
    pub fn whole(&self) -> Option<Span> {
        self.span(0, self.byte_count()).ok()
    }

    /// Where exactly these words stand as whole words, in order, without overlap.
    ///
    /// ```text
    /// “Trump”: [Trump] met Trumpists in [Trump]’s tower
    /// ```
    pub fn occurrences<'a>(&'a self, words: &'a str) -> impl Iterator<Item = Span> + 'a {
        let found = memchr::memmem::find_iter(self.0.as_bytes(), words.as_bytes());
        found
            .filter_map(|start| self.span(start, start + words.len()).ok())
            .filter(|span| self.is_whole(*span))
    }

    /// Whether no letter or digit touches the span where it has a letter or digit itself.
    fn is_whole(&self, span: Span) -> bool {
        let joined = |outside: Option<char>, inside: Option<char>| {
            outside.is_some_and(char::is_alphanumeric) && inside.is_some_and(char::is_alphanumeric)
        };
        let words = self.slice(span);
        !joined(self.get(0..span.start()).chars().next_back(), words.chars().next())
            && !joined(self.get(span.end()..self.byte_count()).chars().next(), words.chars().next_back())
    }

    /// The span without white space at its ends; `None` if nothing else is in it.
    pub fn trim(&self, span: Span) -> Option<Span> {
        let words = self.slice(span);
        let start = span.start() + (words.len() - words.trim_start().len());
        self.span(start, start + words.trim().len()).ok()
    }

    /// The nearest character boundary at or before `offset`, within the text.
    pub fn floor_boundary(&self, offset: usize) -> usize {
        self.0.floor_char_boundary(offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Text {
        Text::new(words).expect("short enough")
    }

    #[test]
    fn a_span_is_refused_where_it_would_cut_or_miss() {
        let text = text("a “b”");
        assert_eq!(text.span(1, 1), Err(SpanError::Empty { start: 1, end: 1 }));
        assert_eq!(text.span(2, 3), Err(SpanError::InsideCharacter { offset: 3 }));
        assert_eq!(text.span(0, 99), Err(SpanError::OutOfBounds { end: 99, text_bytes: 9 }));
        assert_eq!(text.span(2, 9).map(|s| text.slice(s)), Ok("“b”"));
    }

    #[test]
    fn trim_leaves_the_words() {
        let text = text("  Kim Jong-un \n ");
        let whole = text.whole().and_then(|s| text.trim(s));
        assert_eq!(whole.map(|s| text.slice(s)), Some("Kim Jong-un"));
        let blank = text.span(0, 2).ok().and_then(|s| text.trim(s));
        assert_eq!(blank, None);
    }

    #[test]
    fn overlap_is_half_open() {
        let text = text("abcdef");
        let at = |start, end| text.span(start, end).expect("fits");
        assert!(!at(0, 3).overlaps(at(3, 6)));
        assert!(at(0, 4).overlaps(at(3, 6)));
        assert!(at(0, 4).contains(at(0, 4)));
        assert!(!at(0, 4).contains(at(3, 6)));
    }
}
