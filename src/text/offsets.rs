//! Other units than bytes: Unicode code points, UTF-16 units, lines.
//!
//! Used where the program speaks to others (exchange formats, the command line, messages). Inside, all
//! is bytes.

/// A place for people: both count from 1, the column in code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineColumn {
    pub line: usize,
    pub column: usize,
}

/// How many bytes lie between two marks of the map. A lookup reads at most this much text.
const STRIDE_BYTES: usize = 128;

/// Converts offsets of one text between bytes, code points and UTF-16 units.
///
/// Building it reads the text once; each lookup then costs a binary search and at most
/// `STRIDE_BYTES` bytes, and none where a stretch is ASCII.
#[derive(Clone, Debug)]
pub struct OffsetMap<'a> {
    words: &'a str,
    /// Invariant: sorted in every column; the first is the origin; each byte is a character boundary.
    marks: Vec<Mark>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    byte: usize,
    code_point: usize,
    utf16: usize,
}

impl<'a> OffsetMap<'a> {
    /// Reads the text once.
    pub fn new(words: &'a str) -> Self {
        let mut marks = vec![Mark::default()];
        let mut here = Mark::default();
        while here.byte < words.len() {
            let end = words.floor_char_boundary(here.byte + STRIDE_BYTES);
            here = here.passing(words.get(here.byte..end).unwrap_or_default());
            marks.push(here);
        }
        Self { words, marks }
    }

    /// The code points before `byte`; a byte inside a character counts as the start of that character.
    pub fn code_point(&self, byte: usize) -> usize {
        self.at(byte).code_point
    }

    /// The UTF-16 units before `byte`.
    pub fn utf16(&self, byte: usize) -> usize {
        self.at(byte).utf16
    }

    /// The byte at which code point number `code_point` starts; `None` past the end.
    pub fn byte_of_code_point(&self, code_point: usize) -> Option<usize> {
        let found = self.walk(|mark| mark.code_point, code_point);
        (found.code_point == code_point).then_some(found.byte)
    }

    /// The byte at which UTF-16 unit number `utf16` starts; `None` past the end or inside a pair.
    pub fn byte_of_utf16(&self, utf16: usize) -> Option<usize> {
        let found = self.walk(|mark| mark.utf16, utf16);
        (found.utf16 == utf16).then_some(found.byte)
    }

    /// Where a byte stands in all units.
    fn at(&self, byte: usize) -> Mark {
        let byte = self.words.floor_char_boundary(byte);
        let (nearest, _) = self.around(|mark| mark.byte, byte);
        nearest.passing(self.words.get(nearest.byte..byte).unwrap_or_default())
    }

    /// The last place whose `unit` is not past `wanted`.
    fn walk(&self, unit: impl Fn(&Mark) -> usize, wanted: usize) -> Mark {
        let (mut here, next) = self.around(&unit, wanted);
        let Some(next) = next else {
            return here;
        };
        let more = wanted - unit(&here);
        if next.byte - here.byte == next.code_point - here.code_point {
            return Mark {
                byte: here.byte + more,
                code_point: here.code_point + more,
                utf16: here.utf16 + more,
            };
        }
        for character in self.words.get(here.byte..).unwrap_or_default().chars() {
            let next = here.after(character);
            if unit(&next) > wanted {
                break;
            }
            here = next;
        }
        here
    }

    /// The last mark whose `unit` is not past `wanted`, and the one behind it, if there is one.
    fn around(&self, unit: impl Fn(&Mark) -> usize, wanted: usize) -> (Mark, Option<Mark>) {
        let after_index = self.marks.partition_point(|mark| unit(mark) <= wanted);
        let nearest = after_index.checked_sub(1).and_then(|index| self.marks.get(index));
        (nearest.copied().unwrap_or_default(), self.marks.get(after_index).copied())
    }
}

impl LineColumn {
    /// Where `byte` stands in `words`.
    pub fn of(words: &str, byte: usize) -> Self {
        let before = words.get(..words.floor_char_boundary(byte)).unwrap_or_default();
        let line = memchr::memchr_iter(b'\n', before.as_bytes()).count() + 1;
        let last_line = before.rsplit('\n').next().unwrap_or_default();
        Self { line, column: last_line.chars().count() + 1 }
    }
}

impl Mark {
    /// Behind a stretch of words.
    fn passing(self, words: &str) -> Self {
        let code_points = words.chars().count();
        // What takes two units of UTF-16 takes four bytes of UTF-8, and nothing else begins like them.
        let pairs = words.bytes().filter(|byte| *byte >= 0xf0).count();
        Self {
            byte: self.byte + words.len(),
            code_point: self.code_point + code_points,
            utf16: self.utf16 + code_points + pairs,
        }
    }

    fn after(self, character: char) -> Self {
        Self {
            byte: self.byte + character.len_utf8(),
            code_point: self.code_point + 1,
            utf16: self.utf16 + character.len_utf16(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn units_differ_on_emoji() {
        let map = OffsetMap::new("é😀x");
        assert_eq!((map.code_point(6), map.utf16(6)), (2, 3));
        assert_eq!(map.byte_of_code_point(2), Some(6));
        assert_eq!(map.byte_of_utf16(2), None, "inside the pair");
        assert_eq!(map.byte_of_code_point(4), None);
    }

    #[test]
    fn lines_count_from_one() {
        assert_eq!(LineColumn::of("a\nbé c", 6), LineColumn { line: 2, column: 4 });
        assert_eq!(LineColumn::of("", 0), LineColumn { line: 1, column: 1 });
    }

    proptest! {
        #[test]
        fn every_boundary_goes_there_and_back(words in "(\\PC|\\n|😀|é|’){0,900}") {
            let map = OffsetMap::new(&words);
            let boundaries = words.char_indices().map(|(byte, _)| byte).chain([words.len()]);
            for (count, byte) in boundaries.enumerate() {
                prop_assert_eq!(map.code_point(byte), count);
                prop_assert_eq!(map.byte_of_code_point(count), Some(byte));
                prop_assert_eq!(map.byte_of_utf16(map.utf16(byte)), Some(byte));
            }
        }
    }
}
