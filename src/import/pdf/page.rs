//! The words of a page: characters come one by one with their places, and become lines.
//!
//! The order is that in which they were written. A gap is a space, a step down a line, a wide one a paragraph; a step to the
//! left is a line, too, unless the words run to the left.

use super::turned;
use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

/// A character, or several that one letter stands for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Glyph {
    pub(super) text: String,
    /// Where it begins at the left.
    pub(super) left: f64,
    /// Of a space that was not written: how wide the gap is, in sizes of the letters.
    pub(super) gap: Option<f64>,
}

/// Gathers the words of a page.
#[derive(Default)]
pub(super) struct PageWords {
    /// Lines before this one.
    lines: Vec<Vec<Glyph>>,
    line: Vec<Glyph>,
    last: Option<Last>,
    /// A new piece of text begins: the only place where gaps are looked for.
    is_first: bool,
}

/// Where the last character was.
#[derive(Clone, Copy)]
struct Last {
    left: f64,
    right: f64,
    y: f64,
}

/// Steps in sizes of the letters.
const PARAGRAPH: f64 = 1.5;
const LINE: f64 = 0.5;
const GAP: f64 = 0.1;
/// Where spaces are written, a gap is one only if it is so wide: the widths of letters are not always told rightly.
const GAP_BESIDE_SPACES: f64 = 0.3;
/// Spaces are written if they are so many of the letters, in per cent.
const SPACES_PERCENT: usize = 8;
/// Neighbouring letters may overlap by so much.
const OVERLAP: f64 = 0.3;

impl PageWords {
    /// All lines.
    pub(super) fn into_words(mut self) -> String {
        self.new_line();
        let glyphs = self.lines.iter().flatten();
        let (all, spaces) = glyphs
            .filter(|glyph| glyph.gap.is_none())
            .fold((0, 0), |(all, spaces), glyph| (all + 1, spaces + usize::from(glyph.text == " ")));
        let least = if spaces * 100 > all * SPACES_PERCENT { GAP_BESIDE_SPACES } else { GAP };
        let mut words = String::new();
        for mut line in self.lines {
            line.retain(|glyph| glyph.gap.is_none_or(|gap| gap > least));
            for glyph in turned::in_order_of_reading(line) {
                let is_second_space = glyph.text == " " && words.ends_with(' ');
                words.push_str(if is_second_space { "" } else { &glyph.text });
            }
            words.push('\n');
        }
        words
    }

    fn new_line(&mut self) {
        self.lines.push(std::mem::take(&mut self.line));
    }

    /// Looks at the step from the last character to this one.
    fn step(&mut self, text: &str, (left, right, y): (f64, f64, f64), size: f64) {
        let Some(last) = self.last else {
            return;
        };
        let down = (y - last.y).abs();
        if down > size * PARAGRAPH {
            self.new_line();
        }
        if left < last.right && down > size * LINE {
            return self.new_line();
        }
        let runs_left = turned::is_right_to_left(text) && right <= last.left + size * OVERLAP;
        let gap = if runs_left { last.left - right } else { left - last.right } / size;
        if gap > GAP {
            self.line.push(Glyph { text: " ".to_owned(), left, gap: Some(gap) });
        }
    }
}

impl OutputDev for PageWords {
    fn begin_page(
        &mut self,
        _number: u32,
        _media: &MediaBox,
        _art: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _spacing: f64,
        font_size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        let across = (place.m11 + place.m21) * font_size;
        let upwards = (place.m12 + place.m22) * font_size;
        let size = (across * upwards).abs().sqrt();
        let (left, y) = (place.m31, place.m32);
        let right = left + width * size;
        if self.is_first {
            self.step(text, (left, right, y), size);
        }
        self.line.push(Glyph { text: text.to_owned(), left, gap: None });
        self.is_first = false;
        self.last = Some(Last { left, right, y });
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        self.is_first = true;
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters of size 10 on a line, each a piece of its own and five wide; a number before one is how far it stands apart.
    #[track_caller]
    fn check(letters: &[(f64, &str)], expected: &str) {
        let (mut page, mut left) = (PageWords::default(), 0.0);
        for (apart, letter) in letters {
            left += apart;
            page.begin_word().expect("begins");
            let place = Transform::row_major(1.0, 0.0, 0.0, 1.0, left, 0.0);
            page.output_character(&place, 0.5, 0.0, 10.0, letter).expect("is taken");
            left += 5.0;
        }
        assert_eq!(page.into_words(), expected);
    }

    /// The widths of letters are told wrongly in some files: small gaps were spaces within words there.
    #[test]
    fn a_gap_is_a_space_and_only_a_wide_one_where_spaces_are_written() {
        check(&[(0.0, "a"), (0.5, "b"), (2.0, "c")], "ab c\n");
        check(&[(0.0, "a"), (2.0, "b"), (0.0, " "), (0.0, "c"), (2.0, "d"), (4.0, "e")], "ab cd e\n");
        check(&[(0.0, "a"), (2.0, " "), (2.0, "b")], "a b\n");
    }

    #[test]
    fn words_that_run_to_the_left_have_spaces_too() {
        check(&[(50.0, "א"), (-10.0, "ב"), (-13.0, "ג")], "אב ג\n");
    }
}
