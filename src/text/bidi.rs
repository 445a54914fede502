//! Words written from right to left: in which pieces a paragraph is set, and in which order these stand on a line.
//!
//! Levels are those of the Unicode Bidirectional Algorithm (UAX #9), breaks those of UAX #14. Characters that command a
//! direction (U+202A–U+202E, U+2066–U+2069) are not obeyed: whoever wrote them cannot make the words look like others.

use std::{borrow::Cow, ops::Range};
use unicode_bidi::{
    BidiClass, BidiDataSource, BidiInfo, Direction, HardcodedBidiData, Level, ParagraphBidiInfo, data_source,
    get_base_direction_with_data_source,
};
use unicode_segmentation::UnicodeSegmentation;

/// A piece of a paragraph that is shaped as a whole: letters of one direction, or a single other character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Bytes of the paragraph.
    pub bytes: Range<usize>,
    level: Level,
    /// Blanks at the end of a line take no room.
    pub is_blank: bool,
    /// Whether a line may be broken after it.
    pub may_break: bool,
}

impl Segment {
    /// Whether its characters run from right to left.
    pub fn is_rtl(&self) -> bool {
        self.level.is_rtl()
    }

    /// What is drawn for it: brackets look the other way from right to left.
    pub fn glyphs<'a>(&self, paragraph: &'a str) -> Cow<'a, str> {
        let words = paragraph.get(self.bytes.clone()).unwrap_or_default();
        let mut characters = words.chars();
        let mirrored =
            characters.next().filter(|_| self.is_rtl()).and_then(unicode_bidi_mirroring::get_mirrored);
        match mirrored {
            Some(mirrored) => Cow::Owned([mirrored].into_iter().chain(characters).collect()),
            None => Cow::Borrowed(words),
        }
    }

    /// Two pieces of it, parted before the byte `at` of the paragraph.
    #[must_use]
    pub fn cut(&self, at: usize) -> [Self; 2] {
        let first = Self { bytes: self.bytes.start..at, may_break: true, ..self.clone() };
        [first, Self { bytes: at..self.bytes.end, ..self.clone() }]
    }
}

/// Whether any character is of a script written from right to left: a letter, or a digit that is shaped with them.
pub fn has_rtl(words: &str) -> bool {
    // All such characters start with one of few bytes; most articles have none of them and are read no further.
    let is_lead = |byte: &u8| matches!(byte, 0xd6..=0xe0 | 0xef | 0xf0);
    let suspect =
        words.as_bytes().chunks(4096).any(|chunk| chunk.iter().fold(false, |any, b| any | is_lead(b)));
    suspect && words.chars().any(is_rtl)
}

fn is_rtl(character: char) -> bool {
    let may_be = matches!(character,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}');
    let is_letter = || matches!(HardcodedBidiData.bidi_class(character), BidiClass::R | BidiClass::AL);
    may_be && (is_digit(character) || is_letter())
}

/// Digits that stand from left to right, but are taken for letters from right to left by who shapes them.
fn is_digit(character: char) -> bool {
    matches!(character, '\u{6f0}'..='\u{6f9}') || HardcodedBidiData.bidi_class(character) == BidiClass::AN
}

/// Whether a paragraph starts at the right: its first letter decides.
pub fn starts_at_right(paragraph: &str) -> bool {
    get_base_direction_with_data_source(&Disobeying, paragraph) == Direction::Rtl
}

/// The pieces of a paragraph in the order in which they are read. The bytes of all of them are the paragraph's.
pub fn segments(paragraph: &str) -> Vec<Segment> {
    let levels = ParagraphBidiInfo::new_with_data_source(&Disobeying, paragraph, None).levels;
    let breaks: Vec<usize> = unicode_linebreak::linebreaks(paragraph).map(|(at, _)| at).collect();
    let mut segments: Vec<Segment> = Vec::new();
    let mut last = Kind::Single;
    for (start, grapheme) in paragraph.grapheme_indices(true) {
        let level = levels.get(start).copied().unwrap_or_else(Level::ltr);
        let (kind, end) = (Kind::of(grapheme, level), start + grapheme.len());
        let may_break = breaks.binary_search(&end).is_ok();
        match segments.last_mut() {
            Some(open) if kind == last && kind != Kind::Single && open.level == level && !open.may_break => {
                (open.bytes.end, open.may_break) = (end, may_break);
            }
            _ => {
                let is_blank = kind == Kind::Blank;
                segments.push(Segment { bytes: start..end, level, is_blank, may_break });
            }
        }
        last = kind;
    }
    segments
}

/// The places of the pieces of a line from left to right.
pub fn visual_order<'a>(
    line: impl DoubleEndedIterator<Item = &'a Segment> + ExactSizeIterator + Clone,
    starts_at_right: bool,
) -> Vec<usize> {
    let base = if starts_at_right { Level::rtl() } else { Level::ltr() };
    let words = without_end(line.clone());
    let level = |(place, segment): (usize, &Segment)| if place < words { segment.level } else { base };
    BidiInfo::reorder_visual(&line.enumerate().map(level).collect::<Vec<_>>())
}

/// How many pieces a line has without the blanks at its end.
pub fn without_end<'a>(mut line: impl DoubleEndedIterator<Item = &'a Segment> + ExactSizeIterator) -> usize {
    line.rposition(|segment| !segment.is_blank).map_or(0, |last| last + 1)
}

/// One line of words for a place that draws letters from left to right and turns only those it shapes together.
pub fn in_visual_order(line: &str) -> Cow<'_, str> {
    if !has_rtl(line) {
        return Cow::Borrowed(line);
    }
    let segments = segments(line);
    let order = visual_order(segments.iter(), starts_at_right(line));
    let pieces = order.iter().filter_map(|place| segments.get(*place)).map(|segment| segment.glyphs(line));
    let mut shown = String::with_capacity(line.len());
    // Digits and words that stand together are turned together, so they are given the other way around.
    let mut turned: Vec<Cow<'_, str>> = Vec::new();
    for piece in pieces {
        if piece.chars().next().is_some_and(is_rtl) {
            turned.push(piece);
        } else {
            shown.extend(turned.drain(..).rev());
            shown.push_str(&piece);
        }
    }
    shown.extend(turned.drain(..).rev());
    Cow::Owned(shown)
}

/// What is shaped together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Blank,
    /// Letters from right to left; they join.
    Right,
    /// Anything from left to right.
    Left,
    /// A character alone: a mark between letters from right to left, or a digit that would be turned with its like.
    Single,
}

impl Kind {
    fn of(grapheme: &str, level: Level) -> Self {
        let first = grapheme.chars().next().unwrap_or_default();
        match HardcodedBidiData.bidi_class(first) {
            BidiClass::WS | BidiClass::S | BidiClass::B => Self::Blank,
            BidiClass::R | BidiClass::AL if level.is_rtl() => Self::Right,
            _ if is_digit(first) => Self::Single,
            _ if level.is_ltr() => Self::Left,
            _ => Self::Single,
        }
    }
}

/// The classes of Unicode, but for the characters that command a direction or end a paragraph.
struct Disobeying;

impl BidiDataSource for Disobeying {
    fn bidi_class(&self, character: char) -> BidiClass {
        use BidiClass::{B, FSI, LRE, LRI, LRO, ON, PDF, PDI, RLE, RLI, RLO, S};
        match HardcodedBidiData.bidi_class(character) {
            LRE | RLE | LRO | RLO | PDF | LRI | RLI | FSI | PDI => ON,
            B => S,
            class => class,
        }
    }

    fn bidi_matched_opening_bracket(
        &self,
        character: char,
    ) -> Option<data_source::BidiMatchedOpeningBracket> {
        HardcodedBidiData.bidi_matched_opening_bracket(character)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The words of the segments of one line, from left to right.
    fn shown(words: &str) -> Vec<String> {
        let list = segments(words);
        let order = visual_order(list.iter(), starts_at_right(words));
        order.iter().map(|place| list[*place].glyphs(words).into_owned()).collect()
    }

    #[test]
    fn words_from_right_to_left_stand_in_their_order() {
        assert_eq!(shown("שלום עולם"), ["עולם", " ", "שלום"]);
        assert_eq!(
            shown("Kim said שלום עולם today"),
            ["Kim", " ", "said", " ", "עולם", " ", "שלום", " ", "today"]
        );
        assert_eq!(shown("قال Kim Jong-un اليوم"), ["اليوم", " ", "Kim", " ", "Jong-", "un", " ", "قال"]);
    }

    #[test]
    fn marks_between_stand_alone_and_brackets_turn() {
        assert_eq!(shown("(שלום)."), [".", "(", "שלום", ")"]);
        assert_eq!(shown("שנת 2024, אז"), ["אז", " ", ",", "2024", " ", "שנת"]);
        assert_eq!(shown("في ٢٠٢٤"), ["٢", "٠", "٢", "٤", " ", "في"]);
    }

    #[test]
    fn a_line_is_given_so_that_its_words_come_out_right() {
        assert_eq!(in_visual_order("שלום (Kim) עולם"), "עולם (Kim) שלום");
        // What shapes them turns the digits together.
        assert_eq!(in_visual_order("٣١ ديسمبر"), "ديسمبر ١٣");
    }

    #[test]
    fn blanks_at_the_end_of_a_line_stand_at_its_end() {
        assert_eq!(shown("Kim שלום "), ["Kim", " ", "שלום", " "]);
        assert_eq!(shown("שלום Kim "), [" ", "Kim", " ", "שלום"]);
    }

    #[test]
    fn a_joiner_stays_in_its_word() {
        assert_eq!(shown("می\u{200c}رود"), ["می\u{200c}رود"]);
    }

    #[test]
    fn commands_of_direction_are_not_obeyed() {
        let order = |words: &str| shown(words).concat();
        assert_eq!(order("a \u{202e}fdp.exe"), "a \u{202e}fdp.exe");
        assert_eq!(order("\u{2067}abc def"), "\u{2067}abc def");
    }

    #[test]
    fn only_letters_from_right_to_left_count() {
        for words in ["", "Kim Jong-un", "김정은", "ǅ", "😀 𝔸"] {
            assert!(!has_rtl(words), "{words}");
            assert_eq!(in_visual_order(words), words);
        }
        for words in ["א", "Kim عربي", "\u{fefb}", "𞤀", "٢٠٢٤"] {
            assert!(has_rtl(words), "{words}");
        }
    }

    proptest! {
        #[test]
        fn segments_are_the_whole_paragraph(words in "[ a-cא-ד٠-٣0-9(),.\u{202e}\u{301}\u{5b0}\u{200c}عل\u{2029}\t-]{0,40}") {
            let list = segments(&words);
            let mut at = 0;
            for segment in &list {
                prop_assert_eq!(segment.bytes.start, at);
                at = segment.bytes.end;
                prop_assert!(words.is_char_boundary(at));
            }
            prop_assert_eq!(at, words.len());
            let mut order = visual_order(list.iter(), starts_at_right(&words));
            order.sort_unstable();
            prop_assert_eq!(order, (0..list.len()).collect::<Vec<_>>());
        }
    }
}
