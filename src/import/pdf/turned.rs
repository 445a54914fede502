//! Arabic and Hebrew in PDF documents: letters as they are seen, from left to right, become words as they are read.
//!
//! Shapes of letters become the letters, and ligatures of all scripts what they stand for.

use super::page::Glyph;
use unicode_normalization::UnicodeNormalization;

/// The glyphs of a line in the order in which they are read, as plain letters.
pub(super) fn in_order_of_reading(mut line: Vec<Glyph>) -> Vec<Glyph> {
    if line.iter().any(|glyph| is_right_to_left(&glyph.text)) && is_as_seen(&line) {
        let to_left = line.iter().filter(|glyph| is_right_to_left(&glyph.text)).count();
        let to_right = line.iter().filter(|glyph| glyph.text.contains(char::is_alphabetic)).count() - to_left;
        if to_left >= to_right {
            turn(&mut line);
            turn_runs(&mut line, is_left_to_right);
        } else {
            turn_runs(&mut line, |glyph| is_right_to_left(&glyph.text));
        }
    }
    for glyph in &mut line {
        if glyph.text.contains(is_shape) {
            glyph.text = glyph.text.chars().flat_map(letters_of).collect();
        }
    }
    line
}

/// Whether the letters that are read to the left were written to the right.
fn is_as_seen(line: &[Glyph]) -> bool {
    let pairs = line.iter().zip(line.iter().skip(1));
    let pairs = pairs.filter(|(a, b)| is_right_to_left(&a.text) && is_right_to_left(&b.text));
    let (mut right, mut left) = (0, 0);
    for (a, b) in pairs {
        if b.left > a.left {
            right += 1;
        } else if b.left < a.left {
            left += 1;
        }
    }
    right > left
}

fn turn(glyphs: &mut [Glyph]) {
    glyphs.reverse();
    for glyph in glyphs {
        if let Some(mirrored) = mirrored(&glyph.text) {
            glyph.text = mirrored.to_owned();
        }
    }
}

/// Turns each run from one glyph of a kind to the last before one of another; what is between them goes with them.
fn turn_runs(line: &mut [Glyph], is_of_run: impl Fn(&Glyph) -> bool) {
    let mut at = 0;
    while at < line.len() {
        let rest = line.get(at..).unwrap_or_default();
        let Some(start) = rest.iter().position(&is_of_run) else {
            return;
        };
        let mut end = start + 1;
        for (place, glyph) in rest.iter().enumerate().skip(start) {
            if is_of_run(glyph) {
                end = place + 1;
            } else if glyph.text.contains(char::is_alphanumeric) {
                break;
            }
        }
        if let Some(run) = line.get_mut(at + start..at + end) {
            turn(run);
        }
        at += end;
    }
}

/// Whether it is of a script that is read to the left.
pub(super) fn is_right_to_left(text: &str) -> bool {
    text.contains(|next: char| {
        next.is_alphabetic()
            && matches!(next, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
    })
}

/// Numbers are read to the right in every script.
fn is_left_to_right(glyph: &Glyph) -> bool {
    glyph.text.contains(char::is_alphanumeric) && !is_right_to_left(&glyph.text)
}

fn mirrored(text: &str) -> Option<&'static str> {
    Some(match text {
        "(" => ")",
        ")" => "(",
        "[" => "]",
        "]" => "[",
        "{" => "}",
        "}" => "{",
        "<" => ">",
        ">" => "<",
        "«" => "»",
        "»" => "«",
        _ => return None,
    })
}

/// A letter in a shape for its place in a word, or several letters as one.
fn is_shape(letter: char) -> bool {
    matches!(letter, '\u{fb00}'..='\u{fb4f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

fn letters_of(shape: char) -> impl Iterator<Item = char> {
    let (shapes, others) = if is_shape(shape) { (Some(shape), None) } else { (None, Some(shape)) };
    shapes.into_iter().nfkc().chain(others)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters from left to right, each of the same width.
    #[track_caller]
    fn check(seen: &str, expected: &str) {
        let glyph = |(place, letter): (usize, char)| Glyph {
            text: letter.to_string(),
            left: place as f64,
            gap: None,
        };
        let words: String = in_order_of_reading(seen.chars().enumerate().map(glyph).collect())
            .into_iter()
            .map(|glyph| glyph.text)
            .collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn what_is_seen_becomes_what_is_read() {
        check("\u{fe94}\u{fef4}\u{fe91}\u{feae}\u{fecc}\u{fedf}\u{fe8d}", "العربية");
        check(".2024 \u{5d9}\u{5d0}\u{5de}\u{5d1} 10-\u{5d1}", "ב-10 במאי 2024.");
        check("(\u{5d1}\u{5d0}) \u{5d0}", "א (אב)");
        check("the word \u{5d1}\u{5d0} \u{5d3}\u{5d2} is", "the word גד אב is");
    }

    #[test]
    fn what_is_in_order_stays_so() {
        check("\u{fb01}nal (1) sta\u{fb00}", "final (1) staff");
        let written: Vec<Glyph> = "\u{5d0}\u{5d1}"
            .chars()
            .zip([9.0, 4.0])
            .map(|(letter, left)| Glyph { text: letter.to_string(), left, gap: None })
            .collect();
        assert_eq!(in_order_of_reading(written.clone()), written);
    }
}
