//! Looks at the first bytes of a file, so that what is no text is refused at once, however large it is.

use super::ImportError;
use crate::text::Text;

/// How much is looked at.
const SNIFF_BYTES: usize = 64 * 1024;

/// How files of other kinds begin. The first that fits is said.
const MAGIC: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document (docx, odt, epub)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document (doc, xls)"),
    (b"{\\rtf", "a rich text document (RTF)"),
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
];

/// Beginnings that might also be words: they count only where NUL bytes follow.
const MAGIC_WITH_NUL: &[(&[u8], &str)] = &[
    (b"MZ", "a program"),
    (b"BM", "a BMP picture"),
    (b"RIFF", "a sound or video file"),
    (b"ID3", "a sound file"),
];

/// Refuses what is empty, too large, or not text by its first bytes.
pub(super) fn refuse_what_is_no_text(bytes: &[u8]) -> Result<(), ImportError> {
    let head = bytes.get(..SNIFF_BYTES).unwrap_or(bytes);
    if let Some(what) = begins(MAGIC, head) {
        return Err(ImportError::Binary { what });
    }
    if head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff") || looks_like_utf16(head) {
        return Err(ImportError::Utf16);
    }
    if memchr::memchr(0, head).is_some() {
        let what = begins(MAGIC_WITH_NUL, head).unwrap_or("a binary file (it has NUL bytes)");
        return Err(ImportError::Binary { what });
    }
    if bytes.len() > Text::MAX_BYTES {
        return Err(ImportError::TooLarge { bytes: bytes.len() });
    }
    Ok(())
}

fn begins(kinds: &[(&'static [u8], &'static str)], head: &[u8]) -> Option<&'static str> {
    kinds.iter().find(|(magic, _)| head.starts_with(magic)).map(|(_, what)| *what)
}

/// Whether nearly every second byte is NUL, and hardly one between: Latin letters in UTF-16.
fn looks_like_utf16(head: &[u8]) -> bool {
    let nul_in = |first: usize| head.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, pairs) = (nul_in(0), nul_in(1), head.len() / 2);
    let (fewer, more) = (even.min(odd), even.max(odd));
    pairs >= 4 && more * 10 >= pairs * 7 && fewer * 10 <= pairs
}

#[cfg(test)]
mod tests {
    use super::super::import;

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        let error = import("a.txt", bytes).expect_err("is refused");
        assert_eq!(error.to_string(), expected);
        assert!(!error.hint().is_empty());
    }

    fn utf16(words: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        words.encode_utf16().flat_map(bytes_of).collect()
    }

    #[test]
    fn each_kind_is_called_by_its_name() {
        check(b"", "the file is empty");
        check(b" \r\n\t", "the file is empty");
        check("\u{feff}".as_bytes(), "the file is empty");
        check(b"%PDF-1.7 \xe2", "this is not text: it looks like a PDF document");
        check(
            b"PK\x03\x04..",
            "this is not text: it looks like a ZIP archive or an office document (docx, odt, epub)",
        );
        check(b"\x89PNG\r\n", "this is not text: it looks like a PNG picture");
        check(b"\x7fELF\x02", "this is not text: it looks like a program");
        check(b"MZ\x90\x00\x03", "this is not text: it looks like a program");
        check(b"abc\0def", "this is not text: it looks like a binary file (it has NUL bytes)");
    }

    #[test]
    fn other_encodings_are_named_or_their_place_is() {
        check(b"abc\xe9\n", "line 1: byte 3 (0xe9) is not UTF-8");
        check(b"one\ntwo \xff", "line 2: byte 8 (0xff) is not UTF-8");
        check(b"cut off \xe2\x80", "line 1: byte 8 (0xe2) is not UTF-8");
        check(&utf16("\u{feff}Seoul", u16::to_le_bytes), "the text is in UTF-16");
        check(&utf16("Seoul said so", u16::to_le_bytes), "the text is in UTF-16");
        check(&utf16("Seoul said so", u16::to_be_bytes), "the text is in UTF-16");
    }

    #[test]
    fn words_that_begin_like_magic_are_words() {
        for words in ["MZ said so", "BM", "RIFFS and raffs", "ID3 is a tag"] {
            assert!(import("a.txt", words.as_bytes()).is_ok(), "{words}");
        }
    }
}
