//! Web archives of Safari: the page in them; pictures and styles beside it are passed over.
//!
//! They are property lists, nearly always in the binary form. By plist.

use super::{Article, Format, ImportError, Imported, Source, decode, html, nitf, sniff::Head};
use plist::{Dictionary, Value};
use std::io::Cursor;

pub(super) const FORMAT: Format = Format {
    name: "web archive",
    extensions: &["webarchive"],
    is_read_apart: true,
    claims: Some(is_archive),
    read,
};

const WHAT: &str = "the web archive";
const MAIN: &str = "WebMainResource";

fn is_archive(head: &Head<'_>) -> bool {
    let is_list = head.bytes.starts_with(b"bplist00") || nitf::root_name(head.words) == "plist";
    let has_page = || memchr::memmem::find(head.bytes, MAIN.as_bytes()).is_some();
    is_list && (FORMAT.extensions.contains(&head.extension) || has_page())
}

fn read(source: &Source<'_>) -> Result<Imported, ImportError> {
    let damaged = |why: String| ImportError::Damaged { what: WHAT, why };
    let list = Value::from_reader(Cursor::new(source.bytes)).map_err(|error| damaged(error.to_string()))?;
    let page = list.as_dictionary().and_then(|list| list.get(MAIN)).and_then(Value::as_dictionary);
    let page = page.ok_or_else(|| damaged("there is no page in it".to_owned()))?;
    let bytes = page.get("WebResourceData").and_then(Value::as_data).unwrap_or_default();
    let (mut article, warnings) = match words(page, "WebResourceMIMEType") {
        "" | "text/html" | "application/xhtml+xml" => {
            let stated = Some(words(page, "WebResourceTextEncodingName")).filter(|name| !name.is_empty());
            html::page(bytes, source.read_as, stated, WHAT)?
        }
        kind if kind.starts_with("text/") => plain(bytes, source)?,
        _ => return Err(ImportError::Wordless { what: WHAT, why: "it is no page, but a picture or a film" }),
    };
    article.about.offer_url(words(page, "WebResourceURL"), FORMAT.name);
    Ok(Imported { articles: vec![article], warnings, ..Imported::default() })
}

fn words<'a>(page: &'a Dictionary, key: &str) -> &'a str {
    page.get(key).and_then(Value::as_string).unwrap_or_default()
}

fn plain(bytes: &[u8], source: &Source<'_>) -> Result<(Article, Vec<String>), ImportError> {
    let decoded = decode::decode(bytes, source.read_as)?;
    let article =
        Article { words: decoded.words.into_owned(), encoding: decoded.encoding, ..Article::default() };
    Ok((article, decoded.warnings))
}

/// A small archive for tests.
#[cfg(test)]
pub(super) fn packed(page: &[u8], kind: &str, is_binary: bool) -> Vec<u8> {
    let resource: Dictionary = [
        ("WebResourceData", Value::Data(page.to_vec())),
        ("WebResourceMIMEType", kind.into()),
        ("WebResourceTextEncodingName", "windows-1251".into()),
        ("WebResourceURL", "https://a.example/talks".into()),
    ]
    .into_iter()
    .map(|(key, value)| (key.to_owned(), value))
    .collect();
    let list: Dictionary = [(MAIN.to_owned(), Value::Dictionary(resource))].into_iter().collect();
    let mut bytes = Vec::new();
    let list = Value::Dictionary(list);
    if is_binary { list.to_writer_binary(&mut bytes) } else { list.to_writer_xml(&mut bytes) }
        .expect("is written");
    bytes
}

#[cfg(test)]
mod tests {
    use super::super::{ReadAs, import};
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        let article = import("a", bytes, &ReadAs::default()).expect("reads").articles.remove(0);
        assert_eq!(article.words, expected);
        assert_eq!(article.about.url.expect("is told").value, "https://a.example/talks");
    }

    #[test]
    fn the_page_is_read_in_its_encoding_from_both_forms() {
        let page = b"<html><body><p>\xcc\xee\xf1\xea\xe2\xe0</p></body></html>";
        check(&packed(page, "text/html", true), "Москва\n");
        check(&packed(page, "text/html", false), "Москва\n");
        check(&packed(b"Talks ended.", "text/plain", true), "Talks ended.");
    }

    #[test]
    fn other_lists_and_damaged_ones_are_refused() {
        assert!(import("a.webarchive", &packed(b"x", "image/png", true), &ReadAs::default()).is_err());
        assert!(import("a.webarchive", b"bplist00\x01\x02", &ReadAs::default()).is_err());
        let error = import("a", b"bplist00\x01\x02", &ReadAs::default()).expect_err("is refused").to_string();
        assert!(error.contains("property list"), "{error}");
    }
}
