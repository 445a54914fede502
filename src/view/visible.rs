//! Words for a message or a terminal: nothing in them acts, and nothing in them is out of sight.

use std::{borrow::Cow, fmt::Write};

/// The same words with a code in the place of each character that cannot be seen or would act: line ends, controls,
/// changes of direction.
///
/// ```text
/// "a⏎b" → "a\nb"     "a␛[2Jb" → "a\u{1b}[2Jb"
/// ```
pub fn visible(words: &str) -> Cow<'_, str> {
    if !words.chars().any(is_unseen) {
        return Cow::Borrowed(words);
    }
    let mut shown = String::with_capacity(words.len() + 8);
    for character in words.chars() {
        if is_unseen(character) {
            // Writing to a string cannot fail.
            let _ = write!(shown, "{}", character.escape_default());
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

fn is_unseen(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}'
                | '\u{61c}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_is_shown() {
        for plain in ["", "Jo Chol-su’s “talks” — 😀", "김정은", "e\u{301}t"] {
            assert_eq!(visible(plain), plain);
        }
        assert_eq!(visible("a\nb\tc\r"), r"a\nb\tc\r");
        assert_eq!(visible("\u{1b}[2J"), r"\u{1b}[2J");
        assert_eq!(visible("rlo-\u{202e}txt.exe"), r"rlo-\u{202e}txt.exe");
    }
}
