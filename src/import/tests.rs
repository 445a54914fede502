//! Every reader on files that were damaged at random: each is an article or refused, and none takes the program down.

use super::*;
use proptest::{collection::vec, prelude::*};

/// A small sound file of each format, with the name that it goes by.
fn samples() -> Vec<(&'static str, Vec<u8>)> {
    let book = archive::packed(&[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", b"<container><rootfile full-path='p.opf'/></container>"),
        ("p.opf", b"<package><manifest><item id='1' href='1.xhtml'/></manifest><spine><itemref idref='1'/></spine></package>"),
        ("1.xhtml", b"<html><body><p>One.</p></body></html>"),
    ]);
    let word = archive::packed(&[(
        "word/document.xml",
        b"<w:document><w:body><w:p><w:r><w:t>One.</w:t></w:r></w:p></w:body></w:document>",
    )]);
    let open = archive::packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        (
            "content.xml",
            b"<document-content><body><text><p>One<s c='2'/>two.</p></text></body></document-content>",
        ),
    ]);
    vec![
        ("a.html", include_bytes!("../../tests/data/import/page.html").to_vec()),
        ("a.eml", include_bytes!("../../tests/data/import/alert.eml").to_vec()),
        ("a.pdf", include_bytes!("../../tests/data/import/talks.pdf").to_vec()),
        ("a.epub", book.clone()),
        ("a.docx", word),
        ("a.odt", open),
        ("a.zip", archive::packed(&[("a.txt", b"One."), ("b/c.html", b"<p>Two"), ("d.epub", &book)])),
        ("a.rtf", br"{\rtf1\ansi{\fonttbl{\f0\fcharset129 A;}}\f0 \u8220?One\'bc\'ad\par two}".to_vec()),
        ("a.xml", b"<nitf><body><hl1>T</hl1><body.content><p>One &amp; two.</p></body.content></body></nitf>".to_vec()),
        ("b.xml", b"<newsItem><headline>T</headline><inlineXML><html><body><p>One</p></body></html></inlineXML></newsItem>".to_vec()),
        ("a.mhtml", b"Snapshot-Content-Location: https://a.example\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>One</p>\n--b--\n".to_vec()),
        ("a.rss", include_bytes!("../../tests/data/import/courier.rss").to_vec()),
        ("b.atom", include_bytes!("../../tests/data/import/courier.atom").to_vec()),
        ("a.mbox", include_bytes!("../../tests/data/import/desk.mbox").to_vec()),
        ("a.webarchive", webarchive::packed(b"<p>One", "text/html", true)),
        ("b.webarchive", webarchive::packed(b"<p>One", "text/html", false)),
        ("a.csv", b"title,date,text\nT,2024-11-10,\"One, two.\"\n".to_vec()),
        ("a.jsonl", b"{\"text\":\"One.\",\"date\":\"2024-11-10\"}\n{\"text\":\"Two.\"}\n".to_vec()),
        ("a.txt", "\u{feff}VIENNA, Nov. 10, 2024 (A) \u{2014} One.\r\n".as_bytes().to_vec()),
        ("b.txt", b"\xd2It\xd5s over,\xd3 she said.".to_vec()),
    ]
}

#[test]
fn every_sample_is_sound_and_of_a_format_of_its_own() {
    for (name, bytes) in samples() {
        let imported = import(name, &bytes, &ReadAs::default());
        assert!(imported.is_ok(), "{name}: {imported:?}");
    }
    let formats: std::collections::BTreeSet<&str> =
        samples().iter().map(|(name, bytes)| recognise(name, bytes).expect("is known").name).collect();
    // Markdown is told by its name alone.
    assert_eq!(formats.len() + 1, FORMATS.len(), "{formats:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn damaged_files_do_no_harm(
        which in any::<prop::sample::Index>(),
        changes in vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        cut in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
    ) {
        let all = samples();
        let (name, mut bytes) = all[which.index(all.len())].clone();
        for (place, value) in changes {
            let place = place.index(bytes.len());
            bytes[place] = value;
        }
        if is_cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let _ = import(name, &bytes, &ReadAs::default());
    }

    #[test]
    fn random_bytes_of_every_name_do_no_harm(bytes in vec(any::<u8>(), 0..400), whole_page in any::<bool>()) {
        for format in FORMATS {
            for ending in format.extensions {
                let read_as = ReadAs { whole_page, ..ReadAs::default() };
                let _ = import(&format!("a.{ending}"), &bytes, &read_as);
            }
        }
    }
}

fn read(file_name: &str, words: &str) -> Imported {
    import(file_name, words.as_bytes(), &ReadAs::default()).expect("reads")
}

fn article(file_name: &str, words: &str) -> Article {
    read(file_name, words).articles.remove(0)
}

fn title(article: &Article) -> &str {
    article.about.title.as_ref().map_or("", |title| title.value.as_str())
}

#[test]
fn a_mark_at_the_head_and_line_ends_are_made_plain() {
    let article = article("a.txt", "\u{feff}Summit ends\r\n\r\nAll went home.\r");
    assert_eq!(article.words, "Summit ends\n\nAll went home.\n");
    assert_eq!((title(&article), article.encoding.as_str()), ("Summit ends", "UTF-8 with BOM"));
}

#[test]
fn the_name_says_how_to_read_words() {
    assert_eq!(title(&article("a.MD", "# A summit\n\nIt ended.")), "A summit");
    assert_eq!(title(&article("a", "# A summit\n\nIt ended.")), "# A summit");
    assert_eq!(read("a.txt", "a \u{fffd}").warnings.len(), 1);
    assert_eq!(read("a.txt", "Plain.").warnings, Vec::<String>::new());
}

#[test]
fn a_lone_nul_far_inside_is_kept() {
    let words = format!("{}\0", "word ".repeat(20_000));
    assert_eq!(article("a.txt", &words).words, words);
}

proptest! {
    #[test]
    fn any_bytes_are_an_article_or_refused(bytes in vec(any::<u8>(), 0..300)) {
        for name in ["a.txt", "a.md", "é.", ".html"] {
            let _ = import(name, &bytes, &ReadAs::default());
        }
    }

    #[test]
    fn any_words_stay_as_they_are(words in "[a-z.# ]{1,9}(\\PC|\n){0,99}") {
        prop_assume!(!words.trim().is_empty() && !words.starts_with('\u{feff}'));
        let imported = import("a.md", words.as_bytes(), &ReadAs::default());
        let read = imported.map(|mut imported| imported.articles.remove(0).words);
        prop_assert_eq!(read, Ok(words));
    }
}
