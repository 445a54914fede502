//! The lines of a text as they are shown: one paragraph each, long ones in pieces.

use std::ops::Range;

/// A paragraph longer than this many bytes is cut into pieces, so that no layout is ever long.
pub const PARAGRAPH_CHUNK_BYTES: usize = 8 * 1024;

/// The paragraphs of a text, in order. They tile it: each ends where the next begins, its line feed
/// counted to neither's words.
#[derive(Clone, Debug, Default)]
pub struct Paragraphs {
    /// Invariant: sorted, disjoint; without the line feed; on character boundaries.
    ranges: Vec<Range<usize>>,
}

impl Paragraphs {
    /// Finds them, in one pass over the text. An empty text has one empty paragraph.
    pub fn new(words: &str) -> Self {
        let mut ranges = Vec::new();
        let mut start = 0;
        for end in memchr::memchr_iter(b'\n', words.as_bytes()).chain([words.len()]) {
            push_chunks(words, start..end, &mut ranges);
            start = end + 1;
        }
        // A line feed at the very end closes the last line and opens no further one.
        if words.ends_with('\n') {
            ranges.pop();
        }
        Self { ranges }
    }

    /// How many there are; at least one.
    pub fn count(&self) -> usize {
        self.ranges.len()
    }

    /// The bytes of paragraph `index`, without its line feed; `0..0` where there is none.
    pub fn range(&self, index: usize) -> Range<usize> {
        self.ranges.get(index).cloned().unwrap_or(0..0)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        self.ranges.iter().cloned()
    }

    /// The paragraph that holds `byte`, its line feed included; the last one for offsets past the end.
    pub fn index_of(&self, byte: usize) -> usize {
        self.ranges.partition_point(|range| range.start <= byte).saturating_sub(1)
    }
}

fn push_chunks(words: &str, line: Range<usize>, ranges: &mut Vec<Range<usize>>) {
    let mut start = line.start;
    while line.end - start > PARAGRAPH_CHUNK_BYTES {
        let cut = chunk_end(words, start);
        ranges.push(start..cut);
        start = cut;
    }
    ranges.push(start..line.end);
}

/// Where to cut: after the last space of the chunk, else between two characters.
fn chunk_end(words: &str, start: usize) -> usize {
    let limit = words.floor_char_boundary(start + PARAGRAPH_CHUNK_BYTES);
    let chunk = words.get(start..limit).unwrap_or_default();
    chunk.rfind(' ').map_or(limit, |space| start + space + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, expected: &[&str]) {
        let paragraphs = Paragraphs::new(words);
        let found: Vec<&str> = paragraphs.iter().filter_map(|range| words.get(range)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn one_a_line() {
        check("", &[""]);
        check("one", &["one"]);
        check("one\n\ntwo\n", &["one", "", "two"]);
        check("\n", &[""]);
    }

    #[test]
    fn long_lines_are_cut_at_spaces_and_nothing_is_lost() {
        let words = "wörd ".repeat(5_000);
        let paragraphs = Paragraphs::new(&words);
        assert!(paragraphs.count() > 3);
        assert!(paragraphs.iter().all(|range| range.len() <= PARAGRAPH_CHUNK_BYTES));
        let joined: String = paragraphs.iter().filter_map(|range| words.get(range)).collect();
        assert_eq!(joined, words);
    }

    #[test]
    fn a_byte_belongs_to_its_line_feed_too() {
        let paragraphs = Paragraphs::new("ab\ncd");
        let indices: Vec<usize> = (0..6).map(|byte| paragraphs.index_of(byte)).collect();
        assert_eq!(indices, [0, 0, 0, 1, 1, 1]);
    }
}
