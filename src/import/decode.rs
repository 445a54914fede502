//! From bytes to words: byte order marks, UTF-16 by its NUL bytes, UTF-8, and a guess at anything older.
//!
//! A guess is always said, and the analyst can have the file read again in another encoding. Bytes that mean nothing become
//! U+FFFD, and each time that is said with its place.

use super::{ImportError, ReadAs};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, ISO_8859_15, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// Words, and what they were read as.
#[derive(Debug)]
pub(super) struct Decoded<'a> {
    pub(super) words: Cow<'a, str>,
    pub(super) encoding: String,
    pub(super) warnings: Vec<String>,
}

/// The encodings that can be asked for, the likelier first.
pub const ENCODINGS: &[&str] = &[
    "UTF-8",
    "windows-1252",
    "UTF-16LE",
    "UTF-16BE",
    "ISO-8859-15",
    "macintosh",
    "windows-1250",
    "windows-1251",
    "windows-1253",
    "windows-1254",
    "windows-1255",
    "windows-1256",
    "windows-1257",
    "windows-1258",
    "windows-874",
    "ISO-8859-2",
    "ISO-8859-3",
    "ISO-8859-4",
    "ISO-8859-5",
    "ISO-8859-6",
    "ISO-8859-7",
    "ISO-8859-8",
    "ISO-8859-10",
    "ISO-8859-13",
    "ISO-8859-14",
    "ISO-8859-16",
    "KOI8-R",
    "KOI8-U",
    "IBM866",
    "x-mac-cyrillic",
    "GBK",
    "gb18030",
    "Big5",
    "EUC-JP",
    "ISO-2022-JP",
    "Shift_JIS",
    "EUC-KR",
];

/// The encoding of a name, however it is spelt: `latin1`, `cp1252`, `UTF-8`.
pub fn encoding_named(name: &str) -> Option<&'static str> {
    let name = name.trim();
    let other = match name.to_ascii_lowercase().as_str() {
        "macroman" | "mac-roman" | "mac_roman" => "macintosh",
        "cp932" => "Shift_JIS",
        "cp949" => "EUC-KR",
        "cp936" => "GBK",
        "latin-1" | "latin-9" => {
            if name.ends_with('9') {
                "ISO-8859-15"
            } else {
                "windows-1252"
            }
        }
        _ => "",
    };
    let found = Encoding::for_label_no_replacement(if other.is_empty() { name } else { other }.as_bytes());
    found.map(Encoding::name)
}

/// So much is looked at for a guess.
const SAMPLE_BYTES: usize = 256 * 1024;

pub(super) fn decode<'a>(bytes: &'a [u8], read_as: &ReadAs) -> Result<Decoded<'a>, ImportError> {
    if let Some(name) = &read_as.encoding {
        let encoding = Encoding::for_label_no_replacement(name.as_bytes());
        let encoding = encoding.ok_or_else(|| ImportError::NoEncoding { name: name.clone() })?;
        return Ok(decode_as(bytes, encoding, false));
    }
    if let Some(words) = utf32(bytes) {
        return Ok(Decoded {
            warnings: lost_warning(&words).into_iter().collect(),
            words: Cow::Owned(words),
            encoding: "UTF-32 with BOM".to_owned(),
        });
    }
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        let mut decoded = decode_as(bytes, encoding, false);
        decoded.encoding = format!("{} with BOM", encoding.name());
        return Ok(decoded);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return Ok(decode_as(bytes, encoding, false));
    }
    if looks_like_iso_2022_jp(bytes) {
        return Ok(decode_as(bytes, ISO_2022_JP, false));
    }
    match std::str::from_utf8(bytes) {
        Ok(words) => {
            Ok(Decoded { words: Cow::Borrowed(words), encoding: "UTF-8".to_owned(), warnings: Vec::new() })
        }
        Err(error) => legacy(bytes, error.valid_up_to()),
    }
}

/// The words of bytes whose encoding is stated beside them (a page's `meta`, a mail's header), unless they contradict it.
pub(super) fn decode_stated<'a>(
    bytes: &'a [u8],
    read_as: &ReadAs,
    stated: Option<&str>,
) -> Result<Decoded<'a>, ImportError> {
    let stated = stated.and_then(|label| Encoding::for_label_no_replacement(label.trim().as_bytes()));
    let is_open = read_as.encoding.is_none()
        && Encoding::for_bom(bytes).is_none()
        && utf16_without_mark(bytes).is_none();
    match stated {
        // Words with accents that are UTF-8 throughout are in nothing else, whatever is stated.
        Some(encoding)
            if is_open && encoding != UTF_8 && (bytes.is_ascii() || std::str::from_utf8(bytes).is_err()) =>
        {
            let encoding = if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding };
            let decoded = decode_as(bytes, encoding, false);
            if decoded.warnings.is_empty() { Ok(decoded) } else { decode(bytes, read_as) }
        }
        _ => decode(bytes, read_as),
    }
}

fn decode_as<'a>(bytes: &'a [u8], encoding: &'static Encoding, is_guess: bool) -> Decoded<'a> {
    let (words, _) = encoding.decode_with_bom_removal(bytes);
    let mut warnings = Vec::new();
    if is_guess {
        warnings.push(format!(
            "the encoding is not stated: it was read as {}, which is a guess; if words look wrong, read it again as another",
            encoding.name()
        ));
    }
    warnings.extend(lost_warning(&words).filter(|_| !bytes_hold_lost(bytes, encoding)));
    Decoded { words, encoding: encoding.name().to_owned(), warnings }
}

/// Whether U+FFFD stands in the file itself.
fn bytes_hold_lost(bytes: &[u8], encoding: &'static Encoding) -> bool {
    encoding == UTF_8 && std::str::from_utf8(bytes).is_ok()
}

fn lost_warning(words: &str) -> Option<String> {
    let first = words.find('\u{fffd}')?;
    let count = words.matches('\u{fffd}').count();
    let line = words.get(..first).unwrap_or_default().matches('\n').count() + 1;
    Some(format!(
        "{count} places could not be read in this encoding and stand as U+FFFD, the first in line {line}"
    ))
}

/// UTF-32 with its mark; the little-endian mark begins like that of UTF-16.
fn utf32(bytes: &[u8]) -> Option<String> {
    let little = bytes.strip_prefix(b"\xff\xfe\0\0");
    let rest = little.or_else(|| bytes.strip_prefix(b"\0\0\xfe\xff"))?;
    let (units, odd) = rest.as_chunks::<4>();
    let number =
        |unit: &[u8; 4]| if little.is_some() { u32::from_le_bytes(*unit) } else { u32::from_be_bytes(*unit) };
    let words = units.iter().map(|unit| char::from_u32(number(unit)).unwrap_or('\u{fffd}'));
    Some(words.chain((!odd.is_empty()).then_some('\u{fffd}')).collect())
}

/// UTF-16 without a mark: nearly every second byte is NUL, and hardly one between, as of Latin letters.
pub(super) fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..4096).unwrap_or(bytes);
    let nul_in = |first: usize| head.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, pairs) = (nul_in(0), nul_in(1), head.len() / 2);
    let (fewer, more) = (even.min(odd), even.max(odd));
    let is_utf16 = pairs >= 4 && more * 10 >= pairs * 7 && fewer * 10 <= pairs;
    is_utf16.then_some(if odd > even { UTF_16LE } else { UTF_16BE })
}

/// Japanese in seven bits switches its sets by escape sequences.
fn looks_like_iso_2022_jp(bytes: &[u8]) -> bool {
    let head = bytes.get(..SAMPLE_BYTES).unwrap_or(bytes);
    let switches = [b"\x1b$B".as_slice(), b"\x1b$@", b"\x1b(J"];
    head.is_ascii()
        && memchr::memchr(0x1b, head).is_some()
        && switches.iter().any(|switch| memchr::memmem::find(head, switch).is_some())
        && ISO_2022_JP.decode_without_bom_handling_and_without_replacement(bytes).is_some()
}

/// Neither marked nor UTF-8: UTF-8 with a few broken places, or one of the older encodings.
fn legacy(bytes: &[u8], first_bad: usize) -> Result<Decoded<'_>, ImportError> {
    if is_nearly_utf8(bytes) {
        let words = String::from_utf8_lossy(bytes);
        let line = memchr::memchr_iter(b'\n', bytes.get(..first_bad).unwrap_or_default()).count() + 1;
        let value = bytes.get(first_bad).copied().unwrap_or_default();
        let count = words.matches('\u{fffd}').count();
        let warning = format!(
            "{count} places are not UTF-8 and stand as U+FFFD, the first at byte {first_bad} ({value:#04x}) in line {line}; if there are more, read it again as another encoding"
        );
        return Ok(Decoded { words, encoding: "UTF-8".to_owned(), warnings: vec![warning] });
    }
    let encoding = guess(bytes);
    let decoded = decode_as(bytes, encoding, true);
    let controls = decoded
        .words
        .chars()
        .filter(|next| next.is_control() && !next.is_whitespace() && *next != '\u{1b}')
        .count();
    // Words have hardly any; programs and pictures have many.
    if controls * 20 > decoded.words.len() {
        return Err(ImportError::Binary { what: "a binary file (it has many control characters)" });
    }
    Ok(decoded)
}

/// Whether nine of ten characters beyond ASCII are sound UTF-8.
fn is_nearly_utf8(bytes: &[u8]) -> bool {
    let sample = bytes.get(..SAMPLE_BYTES).unwrap_or(bytes);
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in sample.utf8_chunks() {
        good += chunk.valid().chars().filter(|next| !next.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 0 && good >= bad * 9
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let sample = bytes.get(..SAMPLE_BYTES).unwrap_or(bytes);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, sample.len() == bytes.len());
    let guessed = detector.guess(None, Utf8Detection::Deny);
    let is_latin =
        guessed.is_single_byte() && is_mostly_latin(&guessed.decode_without_bom_handling(sample).0);
    if !is_latin {
        return guessed;
    }
    // The detector knows the encodings of the web. Old Macintosh texts are told by how odd their words look otherwise.
    let oddness_of = |encoding: &'static Encoding| oddness(&encoding.decode_without_bom_handling(sample).0);
    let mut best = (oddness_of(guessed), guessed);
    for other in [WINDOWS_1252, ISO_8859_15, MACINTOSH] {
        let odd = oddness_of(other);
        if odd * 2 + 2 < best.0 {
            best = (odd, other);
        }
    }
    best.1
}

fn is_mostly_latin(words: &str) -> bool {
    let letters = words.chars().filter(|next| next.is_alphabetic());
    let (latin, all) = letters
        .fold((0_usize, 0_usize), |(latin, all), next| (latin + usize::from(next < '\u{250}'), all + 1));
    latin * 2 > all
}

/// How many places look as no writer of a Latin script would write them: `ItÕs`, `c½ur`.
fn oddness(words: &str) -> usize {
    let mut odd = 0;
    let (mut before, mut here) = (' ', ' ');
    for next in words.chars().chain([' ']) {
        if !here.is_ascii() {
            let in_word = before.is_alphabetic() && next.is_alphabetic();
            odd += match here {
                '\u{80}'..='\u{9f}' => 5,
                '\u{fffd}' => 20,
                _ if here.is_uppercase() && before.is_lowercase() => 3,
                _ if here.is_uppercase() && before.is_ascii_punctuation() && !next.is_alphabetic() => 2,
                _ if here.is_uppercase() && next.is_uppercase() && !before.is_alphabetic() => 1,
                _ if here.is_lowercase() && next.is_uppercase() => 3,
                _ if !here.is_alphabetic()
                    && in_word
                    && !matches!(here, '’' | '‘' | '–' | '—' | '·' | '\u{ad}') =>
                {
                    2
                }
                '¤' | '¦' | '¨' | '´' | '¸' | '¼' | '½' | '¾' if next.is_alphabetic() => 1,
                _ => 0,
            };
        }
        (before, here) = (here, next);
    }
    odd
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str =
        "“It’s over,” Ms. Müller said — after 12 rounds… The café closed.\nShe’d “won” nothing.";

    #[track_caller]
    fn check(bytes: &[u8], words: &str, encoding: &str) {
        let decoded = decode(bytes, &ReadAs::default()).expect("is words");
        assert_eq!((decoded.words.as_ref(), decoded.encoding.as_str()), (words, encoding));
    }

    fn utf16(words: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        words.encode_utf16().flat_map(bytes_of).collect()
    }

    fn bytes_in(encoding: &'static Encoding, words: &str) -> Vec<u8> {
        let (bytes, _, has_lost) = encoding.encode(words);
        assert!(!has_lost, "{}", encoding.name());
        bytes.into_owned()
    }

    #[test]
    fn marks_are_believed() {
        check("\u{feff}Seoul".as_bytes(), "Seoul", "UTF-8 with BOM");
        check(&utf16("\u{feff}Seoul 서울", u16::to_le_bytes), "Seoul 서울", "UTF-16LE with BOM");
        check(&utf16("\u{feff}Seoul 서울", u16::to_be_bytes), "Seoul 서울", "UTF-16BE with BOM");
        let utf32: Vec<u8> =
            "\u{feff}Seoul 서울".chars().flat_map(|next| u32::from(next).to_le_bytes()).collect();
        check(&utf32, "Seoul 서울", "UTF-32 with BOM");
    }

    #[test]
    fn utf16_is_known_without_a_mark() {
        check(&utf16("Seoul said so", u16::to_le_bytes), "Seoul said so", "UTF-16LE");
        check(&utf16("Seoul said so", u16::to_be_bytes), "Seoul said so", "UTF-16BE");
    }

    #[test]
    fn older_encodings_are_guessed_and_that_is_said() {
        for encoding in [WINDOWS_1252, MACINTOSH] {
            check(&bytes_in(encoding, ENGLISH), ENGLISH, encoding.name());
            let decoded =
                decode(&bytes_in(encoding, ENGLISH), &ReadAs::default()).expect("is words").warnings;
            assert!(decoded.iter().any(|warning| warning.contains("guess")), "{decoded:?}");
        }
        let french = "Le cœur de l’« œuvre » coûtait 12 € à Œdipe ; une sœur, un bœuf.".replace('’', "'");
        check(&bytes_in(ISO_8859_15, &french), &french, "ISO-8859-15");
        let russian = "Переговоры между двумя странами закончились в воскресенье без соглашения, сообщил представитель.";
        // What is KOI8-R is KOI8-U, too.
        for encoding in [encoding_rs::KOI8_U, encoding_rs::WINDOWS_1251] {
            check(&bytes_in(encoding, russian), russian, encoding.name());
        }
        let japanese = "協議は日曜日に合意なしで終わった。";
        for encoding in [encoding_rs::SHIFT_JIS, encoding_rs::EUC_JP, ISO_2022_JP] {
            check(&bytes_in(encoding, japanese), japanese, encoding.name());
        }
    }

    #[test]
    fn a_broken_place_in_utf8_is_told_and_spares_the_rest() {
        let bytes = [ENGLISH.as_bytes(), b"\nbad \xe2\x28 here"].concat();
        let decoded = decode(&bytes, &ReadAs::default()).expect("is words");
        assert!(decoded.words.starts_with(ENGLISH) && decoded.words.contains("bad \u{fffd}( here"));
        assert!(decoded.warnings.iter().any(|warning| warning.contains("line 3")), "{:?}", decoded.warnings);
    }

    #[test]
    fn what_is_asked_for_is_done() {
        let read_as = ReadAs { encoding: Some("windows-1251".to_owned()), ..ReadAs::default() };
        let decoded = decode(b"\xcc\xee\xf1\xea\xe2\xe0", &read_as).expect("is words");
        assert_eq!((decoded.words.as_ref(), decoded.warnings.len()), ("Москва", 0));
        let read_as = ReadAs { encoding: Some("klingon".to_owned()), ..ReadAs::default() };
        assert!(decode(b"", &read_as).is_err());
    }

    #[test]
    fn what_is_stated_gives_way_to_what_is_seen() {
        let words = |bytes: &[u8], stated: &str| {
            let decoded = decode_stated(bytes, &ReadAs::default(), Some(stated)).expect("is words");
            decoded.words.into_owned()
        };
        assert_eq!(words(b"caf\xe9", "iso-8859-1"), "café");
        assert_eq!(words("café".as_bytes(), "iso-8859-1"), "café");
        assert_eq!(words(b"\xcc\xee\xf1\xea\xe2\xe0", "windows-1251"), "Москва");
    }

    #[test]
    fn every_encoding_that_is_offered_is_known_by_its_name() {
        for name in ENCODINGS {
            assert_eq!(encoding_named(name), Some(*name));
        }
        assert_eq!(encoding_named("MacRoman"), Some("macintosh"));
        assert_eq!(encoding_named("latin1"), Some("windows-1252"));
        assert_eq!(encoding_named("none such"), None);
    }
}
