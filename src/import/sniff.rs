//! Says what a file is by its first bytes, and by its name only where they leave it open. What is no article is refused at
//! once, however large it is.

use super::{FORMATS, Format, ImportError, decode, extension, plain_text};
use crate::text::Text;
use encoding_rs::Encoding;

/// How much is looked at.
const SNIFF_BYTES: usize = 64 * 1024;

/// How files of other kinds begin. The first that fits is said.
const MAGIC: &[(&[u8], &str)] = &[
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document (doc, xls, msg)"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"bplist00", "a property list"),
];

/// Beginnings that might also be words: they count only where NUL bytes follow.
const MAGIC_WITH_NUL: &[(&[u8], &str)] = &[
    (b"MZ", "a program"),
    (b"BM", "a BMP picture"),
    (b"RIFF", "a sound or video file"),
    (b"ID3", "a sound file"),
];

/// The start of a file, as a format's room looks at it.
pub(super) struct Head<'a> {
    pub(super) bytes: &'a [u8],
    /// Of the file name, small letters, without the dot.
    pub(super) extension: &'a str,
    /// The start as words, white space before them left out; what is no ASCII stands as it may.
    pub(super) words: &'a str,
}

/// The format of a file.
pub(super) fn recognise(file_name: &str, bytes: &[u8]) -> Result<&'static Format, ImportError> {
    if bytes.is_empty() {
        return Err(ImportError::Empty);
    }
    let start = bytes.get(..SNIFF_BYTES).unwrap_or(bytes);
    let (extension, words) = (extension(file_name), start_as_words(start));
    let head = Head { bytes: start, extension: &extension, words: words.trim_start() };
    let claims = |format: &&Format| format.claims.is_some_and(|claims| claims(&head));
    if let Some(format) = FORMATS.iter().find(claims) {
        return Ok(format);
    }
    refuse_what_is_no_text(start)?;
    if bytes.len() > Text::MAX_BYTES {
        return Err(ImportError::TooLarge { bytes: bytes.len() });
    }
    let by_name =
        |format: &&Format| format.claims.is_none() && format.extensions.contains(&extension.as_str());
    Ok(FORMATS.iter().find(by_name).unwrap_or(&plain_text::FORMAT))
}

/// Refuses a file by its first bytes, so that a film of gigabytes need not be read.
///
/// # Errors
/// If no format can be read that begins so.
pub fn refuse_by_head(file_name: &str, head: &[u8]) -> Result<(), ImportError> {
    recognise(file_name, head).map(|_| ())
}

/// The start of a file as words: marked or evident UTF-16 is decoded, the rest is taken byte by byte.
fn start_as_words(start: &[u8]) -> String {
    let start = start.get(..8 * 1024).unwrap_or(start);
    match Encoding::for_bom(start).map(|(encoding, _)| encoding).or_else(|| decode::utf16_without_mark(start))
    {
        Some(encoding) => encoding.decode_with_bom_removal(start).0.into_owned(),
        None => String::from_utf8_lossy(start).into_owned(),
    }
}

/// Refuses what is not text by its first bytes.
fn refuse_what_is_no_text(head: &[u8]) -> Result<(), ImportError> {
    if let Some(what) = begins(MAGIC, head) {
        return Err(ImportError::Binary { what });
    }
    let is_marked = Encoding::for_bom(head).is_some() || head.starts_with(b"\0\0\xfe\xff");
    let is_utf16 = is_marked || decode::utf16_without_mark(head).is_some();
    let is_words = !is_utf16 && has_few_nul(head) && begins(MAGIC_WITH_NUL, head).is_none();
    if !is_utf16 && !is_words && memchr::memchr(0, head).is_some() {
        let what = begins(MAGIC_WITH_NUL, head).unwrap_or("a binary file (it has NUL bytes)");
        return Err(ImportError::Binary { what });
    }
    Ok(())
}

/// Whether it is UTF-8 with hardly a NUL in it, such as one that stands for a lost character.
fn has_few_nul(head: &[u8]) -> bool {
    let count = memchr::memchr_iter(0, head).count();
    let end = std::str::from_utf8(head).map_or_else(|error| error.valid_up_to(), str::len);
    // The last character may be cut off.
    count * 50 <= head.len() && end + 4 > head.len()
}

fn begins(kinds: &[(&'static [u8], &'static str)], head: &[u8]) -> Option<&'static str> {
    kinds.iter().find(|(magic, _)| head.starts_with(magic)).map(|(_, what)| *what)
}

#[cfg(test)]
mod tests {
    use super::super::{ReadAs, import};

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        let error = import("a.txt", bytes, &ReadAs::default()).expect_err("is refused");
        assert_eq!(error.to_string(), expected);
        assert!(!error.hint().is_empty());
    }

    #[test]
    fn each_kind_is_called_by_its_name() {
        check(b"", "the file is empty");
        check("\u{feff}".as_bytes(), "the file is empty");
        check(b"\x89PNG\r\n", "this is no article: it looks like a PNG picture");
        check(b"\x7fELF\x02", "this is no article: it looks like a program");
        check(b"MZ\x90\x00\x03", "this is no article: it looks like a program");
        check(b"abc\0def", "this is no article: it looks like a binary file (it has NUL bytes)");
    }

    #[test]
    fn words_that_begin_like_magic_are_words() {
        for words in ["MZ said so", "BM", "RIFFS and raffs", "ID3 is a tag", "PK was here", "%PDF"] {
            assert!(import("a.txt", words.as_bytes(), &ReadAs::default()).is_ok(), "{words}");
        }
    }

    #[test]
    fn a_lone_nul_among_many_words_is_kept_and_told() {
        let words = format!("{}\0 and on.", "word ".repeat(30));
        let imported = import("a.txt", words.as_bytes(), &ReadAs::default()).expect("reads");
        assert_eq!((imported.articles[0].words.as_str(), imported.warnings.len()), (words.as_str(), 1));
    }
}
