//! PDF documents: the words of their text layer, page after page; lines of a paragraph are joined again.
//!
//! There is no reading of pictures: a scanned page has no words. Columns, tables and some fonts without a table of
//! characters come out in disorder or not at all, as the file has no paragraphs of its own; words come in the order in which
//! they were written. By pdf-extract and lopdf.

mod page;
mod turned;

use super::{
    About, Article, Format, ImportError, Imported, Source, dateline::WEAK, html, plain_text, sniff::Head,
};
use page::PageWords;
use pdf_extract::{Dictionary, Document, Object, output_doc_page};
use std::panic::{AssertUnwindSafe, catch_unwind};

pub(super) const FORMAT: Format =
    Format { name: "PDF document", extensions: &["pdf"], is_read_apart: true, claims: Some(is_pdf), read };

const WHAT: &str = "the PDF document";

fn is_pdf(head: &Head<'_>) -> bool {
    let start = head.bytes.get(..1024).unwrap_or(head.bytes);
    memchr::memmem::find(start, b"%PDF-").is_some_and(|at| at == 0 || head.extension == "pdf")
}

fn read(source: &Source<'_>) -> Result<Imported, ImportError> {
    let damaged = |why: String| ImportError::Damaged { what: WHAT, why };
    // The library gives up on some broken files by a panic; that is a refusal, too.
    let document = catch_unwind(|| Document::load_mem(source.bytes));
    let document = document.map_err(|_| damaged("its parts cannot be found".to_owned()))?;
    let document = document.map_err(|error| damaged(error.to_string()))?;
    if document.is_encrypted() && document.get_pages().is_empty() {
        return Err(ImportError::Locked { what: WHAT });
    }
    let (pages, mut warnings) = pages(&document);
    if pages.iter().all(|page| page.trim().is_empty()) {
        if document.trailer.get(b"Encrypt").is_ok() {
            return Err(ImportError::Locked { what: WHAT });
        }
        return Err(match warnings.pop() {
            Some(why) => damaged(why),
            None if has_nameless_letters(&document) => ImportError::Wordless {
                what: WHAT,
                why: "its fonts do not say which characters their letters are",
            },
            None => ImportError::Wordless { what: WHAT, why: "there is no text layer; it may be a scan" },
        });
    }
    let words = html::tidy(&pages.iter().map(|page| joined(page)).collect::<Vec<_>>().join("\n\n"));
    let mut about = about(&document);
    about.offer_title(plain_text::headline(&words), "first line");
    Ok(Imported {
        articles: vec![Article { about, words, encoding: "PDF".to_owned(), left_out: String::new() }],
        warnings,
        ..Imported::default()
    })
}

/// The words of each page, and which could not be read.
fn pages(document: &Document) -> (Vec<String>, Vec<String>) {
    let (mut pages, mut failed) = (Vec::new(), Vec::new());
    for number in document.get_pages().into_keys() {
        let mut words = PageWords::default();
        let read = catch_unwind(AssertUnwindSafe(|| output_doc_page(document, &mut words, number)));
        match read {
            Ok(Ok(())) => {}
            Ok(Err(error)) => failed.push(format!("page {number}: {error}")),
            Err(_) => failed.push(format!("page {number} is written in a way that is not understood")),
        }
        pages.push(words.into_words());
    }
    (pages, failed)
}

fn about(document: &Document) -> About {
    let mut about = About::default();
    let info = document.trailer.get(b"Info").ok().and_then(|info| match info {
        Object::Reference(id) => document.get_object(*id).ok(),
        other => Some(other),
    });
    let Some(info) = info.and_then(|info| info.as_dict().ok()) else {
        return about;
    };
    let words = |name: &[u8]| {
        info.get(name).ok().and_then(|value| value.as_str().ok()).map(decode).unwrap_or_default()
    };
    let title = words(b"Title");
    // Printers write the name of the file there.
    if !title.starts_with("Microsoft Word") && !title.to_lowercase().ends_with(".pdf") {
        about.offer_title(&title, WEAK);
    }
    about.offer_byline(&words(b"Author"), WEAK);
    about.offer_published(&date(&words(b"CreationDate")), WEAK);
    about
}

/// UTF-16 with its mark, or what is nearly Latin-1.
fn decode(bytes: &[u8]) -> String {
    if bytes.starts_with(b"\xfe\xff") {
        encoding_rs::UTF_16BE.decode_with_bom_removal(bytes).0.into_owned()
    } else {
        encoding_rs::mem::decode_latin1(bytes).into_owned()
    }
}

/// `D:20241110091400+01'00'` as ISO 8601.
fn date(words: &str) -> String {
    let words = words.trim_start_matches("D:").replace('\'', "");
    match (words.get(..8), words.get(8..)) {
        (Some(day), Some(time)) if !time.is_empty() => format!("{day}T{time}"),
        (Some(day), _) => day.to_owned(),
        _ => String::new(),
    }
}

/// Whether a font tells its letters by numbers of its own, and not what they are.
fn has_nameless_letters(document: &Document) -> bool {
    let is_nameless = |font: &Dictionary| {
        font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Type0")
            && font.get(b"ToUnicode").is_err()
    };
    document.objects.values().any(|object| object.as_dict().is_ok_and(is_nameless))
}

/// The lines of each paragraph as one; a word that was divided at the end of a line is whole again.
fn joined(page: &str) -> String {
    let mut words = String::with_capacity(page.len());
    for line in page.lines() {
        let line = line.trim();
        if line.is_empty() {
            words.push_str("\n\n");
            continue;
        }
        let is_divided = words.ends_with('-')
            && words.trim_end_matches('-').ends_with(char::is_alphabetic)
            && line.starts_with(char::is_lowercase);
        if is_divided {
            words.pop();
        } else if !words.is_empty() && !words.ends_with('\n') {
            words.push(' ');
        }
        words.push_str(line);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::super::{ReadAs, import};
    use super::*;

    const PDF: &[u8] = include_bytes!("../../../tests/data/import/talks.pdf");

    #[test]
    fn the_text_layer_is_read() {
        let article = import("a.bin", PDF, &ReadAs::default()).expect("reads").articles.remove(0);
        assert_eq!(
            article.words,
            "Envoys leave Vienna\n\nTalks on missiles ended on Sunday without a pact.\n"
        );
        let about = article.about;
        assert_eq!(about.title.map(|title| title.value).as_deref(), Some("Envoys leave"));
        assert_eq!(about.published.map(|found| found.value.at).as_deref(), Some("2024-11-10T09:14:00+01:00"));
    }

    #[test]
    fn broken_ones_are_refused_with_a_reason() {
        for bytes in [&PDF[..9], &PDF[..PDF.len() / 2], b"%PDF-1.7\n%%EOF"] {
            let error = import("a.pdf", bytes, &ReadAs::default()).expect_err("is refused");
            assert!(error.to_string().starts_with("the PDF document"), "{error}");
        }
    }

    #[test]
    fn lines_are_joined_to_paragraphs() {
        assert_eq!(
            joined("Talks on mis-\nsiles ended\non Sunday.\n\nNext"),
            "Talks on missiles ended on Sunday.\n\nNext"
        );
        assert_eq!(joined("South-\nKorean"), "South- Korean");
        assert_eq!(date("D:20241110091400+01'00'"), "20241110T091400+0100");
    }
}
