//! From the bytes of a file to the text of an article. Reads no file itself and knows no project.
//!
//! One room a format, all alike: what the format is, its reader, its tests. [`import`] looks at the name and the
//! first bytes, refuses what is no text, and hands the words to the room of the format. What is found out about the
//! article is said beside the text; nothing of the text is taken away.

mod error;
mod markdown;
mod plain_text;
mod sniff;

pub use error::ImportError;

use crate::text::{Text, normalize};

/// An article as it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// The headline; empty if none was found.
    pub title: String,
    /// The words, through [`normalize`]. The title is still in them.
    pub text: Text,
    /// BCP 47 tag; empty if unknown.
    pub language: String,
    /// Year, month, day of publication, where the file says it.
    pub published: Option<(i16, i8, i8)>,
    /// What the bytes were read as: `UTF-8`, `UTF-8 with BOM`.
    pub encoding: &'static str,
    /// What the analyst should know; the article is whole all the same.
    pub warnings: Vec<String>,
}

/// A kind of file that can be read.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// What people call it.
    pub name: &'static str,
    /// Ends of file names, small letters, without the dot.
    pub extensions: &'static [&'static str],
    /// The headline of the words; empty if there is none.
    title: fn(&str) -> &str,
}

/// The kinds of file that can be read; the first is taken where no other fits.
pub const FORMATS: &[Format] = &[plain_text::FORMAT, markdown::FORMAT];

/// Formats that are text, but are not read as what they are: for a warning.
const OTHER_TEXT: &[(&str, &str)] = &[
    ("html", "HTML"),
    ("htm", "HTML"),
    ("xml", "XML"),
    ("json", "JSON"),
    ("jsonl", "JSON lines"),
    ("csv", "CSV"),
    ("tsv", "TSV"),
    ("eml", "mail"),
];

/// Reads an article. `file_name` is the last part of its path; only its end is looked at.
///
/// # Errors
/// If the bytes are not a text that can be read at present. The message does not name the file; the caller does.
pub fn import(file_name: &str, bytes: &[u8]) -> Result<Article, ImportError> {
    sniff::refuse_what_is_no_text(bytes)?;
    let (words, encoding) = decode(bytes)?;
    let words = normalize(words);
    if words.trim().is_empty() {
        return Err(ImportError::Empty);
    }
    let text = Text::new(&words).ok_or(ImportError::TooLarge { bytes: bytes.len() })?;
    let format = format_of(file_name);
    let title = format.map_or(plain_text::FORMAT, |format| *format).title;
    Ok(Article {
        title: title(&words).to_owned(),
        text,
        language: String::new(),
        published: None,
        encoding,
        warnings: warnings(file_name, &words),
    })
}

fn decode(bytes: &[u8]) -> Result<(&str, &'static str), ImportError> {
    let words = std::str::from_utf8(bytes).map_err(|error| error::not_utf8(bytes, error.valid_up_to()))?;
    let encoding = if words.starts_with('\u{feff}') { "UTF-8 with BOM" } else { "UTF-8" };
    Ok((words, encoding))
}

/// The end of a file name in small letters, without the dot; empty if there is none.
fn extension(file_name: &str) -> String {
    file_name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default()
}

fn format_of(file_name: &str) -> Option<&'static Format> {
    let extension = extension(file_name);
    FORMATS.iter().find(|format| format.extensions.contains(&extension.as_str()))
}

fn warnings(file_name: &str, words: &str) -> Vec<String> {
    let extension = extension(file_name);
    let other = OTHER_TEXT.iter().find(|(other, _)| *other == extension);
    let other = other.map(|(_, name)| {
        format!("{name} is not understood yet: the file was read as plain text, with all its marks")
    });
    let lost = words.matches('\u{fffd}').count();
    let lost = (lost > 0).then(|| {
        format!("{lost} characters of the text are U+FFFD: they were lost before the file came here")
    });
    other.into_iter().chain(lost).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn article(file_name: &str, words: &str) -> Article {
        import(file_name, words.as_bytes()).expect("reads")
    }

    #[test]
    fn a_mark_at_the_head_and_line_ends_are_made_plain() {
        let article = article("a.txt", "\u{feff}Summit ends\r\n\r\nAll went home.\r");
        assert_eq!(article.text.as_str(), "Summit ends\n\nAll went home.\n");
        assert_eq!((article.title.as_str(), article.encoding), ("Summit ends", "UTF-8 with BOM"));
    }

    #[test]
    fn the_name_says_how_to_read() {
        assert_eq!(article("a.MD", "# A summit\n\nIt ended.").title, "A summit");
        assert_eq!(article("a", "# A summit\n\nIt ended.").title, "# A summit");
        assert_eq!(article("page.HTML", "<p>Hello</p>").warnings.len(), 1);
        assert_eq!(article("a.txt", "a \u{fffd}").warnings.len(), 1);
        assert_eq!(article("a.txt", "Plain.").warnings, Vec::<String>::new());
    }

    #[test]
    fn a_lone_nul_far_inside_is_kept() {
        let words = format!("{}\0", "word ".repeat(20_000));
        assert_eq!(article("a.txt", &words).text.as_str(), words);
    }

    proptest! {
        #[test]
        fn any_bytes_are_an_article_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            for name in ["a.txt", "a.md", "é.", ".html"] {
                let _ = import(name, &bytes);
            }
        }

        #[test]
        fn any_words_stay_as_they_are(words in "[a-z.# ]{1,9}(\\PC|\n){0,99}") {
            prop_assume!(!words.trim().is_empty() && !words.starts_with('\u{feff}'));
            let article = import("a.md", words.as_bytes());
            prop_assert_eq!(article.map(|article| article.text.as_str().to_owned()), Ok(words));
        }
    }
}
