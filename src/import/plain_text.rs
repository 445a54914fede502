//! Plain text: the words as they are. The first line is the title if it looks like a headline.

use super::Format;

pub(super) const FORMAT: Format =
    Format { name: "Plain text", extensions: &["txt", "text"], title: headline };

/// A longer first line is taken for a paragraph.
const LONGEST_HEADLINE_CHARACTERS: usize = 120;

/// The first line that is not blank, if it is short, does not end like a sentence, and more follows.
pub(super) fn headline(words: &str) -> &str {
    let mut lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
    let (Some(first), Some(_)) = (lines.next(), lines.next()) else {
        return "";
    };
    let is_short = first.chars().count() <= LONGEST_HEADLINE_CHARACTERS;
    if is_short && !ends_like_a_sentence(first) { first } else { "" }
}

/// Whether the line ends with a full stop, other than that of initials: `Talks With the U.S.`
fn ends_like_a_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(['"', '\'', '”', '’', '»', ')']);
    let Some(before) = line.strip_suffix('.') else {
        return false;
    };
    let last_word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_initials = last_word.split('.').all(|letter| letter.chars().count() == 1);
    let is_abbreviation = is_initials && last_word.contains('.');
    // Three dots do not end a sentence.
    !is_abbreviation && !before.ends_with("..")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: &str) {
        assert_eq!(headline(words), expected);
    }

    #[test]
    fn a_short_first_line_is_a_headline() {
        check("Summit ends\n\nAll went home.", "Summit ends");
        check("\n  Summit ends  \nAll went home.", "Summit ends");
        check("Will they talk?\nPerhaps.", "Will they talk?");
        check("No talks with the U.S.\nSaid Mr. Jo.", "No talks with the U.S.");
        check("And then...\nNothing.", "And then...");
    }

    #[test]
    fn a_sentence_or_a_lone_line_is_none() {
        check("All went home.\n\nThen it rained.", "");
        check("He said “all went home.”\nThen it rained.", "");
        check("Summit ends\n\n  \n", "");
        check("", "");
        check(&format!("{}\nAll went home.", "word ".repeat(30)), "");
    }
}
