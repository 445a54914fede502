//! Plain text: the words as they are. The first line is the title if it looks like a headline.

use super::{About, Article, Format, ImportError, Imported, Source, decode, extension};
use crate::text::normalize;

pub(super) const FORMAT: Format =
    Format { name: "plain text", extensions: &["txt", "text"], is_read_apart: false, claims: None, read };

/// Formats that are text, but are not read as what they are: for a warning.
const OTHER_TEXT: &[(&str, &str)] = &[("html", "HTML"), ("htm", "HTML"), ("xml", "XML"), ("eml", "mail")];

fn read(source: &Source<'_>) -> Result<Imported, ImportError> {
    let mut imported = words_of(source, headline)?;
    let extension = extension(source.name);
    if let Some((_, name)) = OTHER_TEXT.iter().find(|(other, _)| *other == extension) {
        imported.warnings.push(format!(
            "this is no {name} with an article in it that Dateline knows: the file was read as plain text, with all its marks"
        ));
    }
    Ok(imported)
}

/// The words of a file as they are, with the title that `title` finds in them.
pub(super) fn words_of(source: &Source<'_>, title: fn(&str) -> &str) -> Result<Imported, ImportError> {
    let decode::Decoded { words, encoding, mut warnings } = decode::decode(source.bytes, source.read_as)?;
    let words = normalize(&words).into_owned();
    let nul_count = memchr::memchr_iter(0, words.as_bytes()).count();
    if nul_count > 0 {
        warnings.push(format!("{nul_count} NUL characters stand in the text; they were kept"));
    }
    if !words.is_empty() && words.trim().is_empty() {
        warnings.push("there are no words in it, only blank lines".to_owned());
    }
    let mut about = About::default();
    about.offer_title(title(&words), "first line");
    let article = Article { about, words, encoding, left_out: String::new() };
    Ok(Imported { articles: vec![article], warnings, ..Imported::default() })
}
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
    use super::super::{ReadAs, import};
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
    fn blank_lines_are_opened_as_they_are_and_that_is_said() {
        let blank = "\n".repeat(200_000);
        for words in ["\n", " \n\t", &blank] {
            let imported = import("a.txt", words.as_bytes(), &ReadAs::default()).expect("reads");
            assert_eq!((imported.articles[0].words.as_str(), imported.warnings.len()), (words, 1));
        }
        assert!(import("a.txt", b"", &ReadAs::default()).is_err());
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
