//! EPUB books: the pages of the spine, one after the other, as one text.
//!
//! Left out: the table of contents where the spine does not have it, pictures, scripts. The format: EPUB 3.3.

use super::{
    About, Article, Format, ImportError, Imported, ReadAs, Source,
    archive::{self, Archive},
    decode, html,
    sniff::Head,
    xml::{self, Element},
};

pub(super) const FORMAT: Format =
    Format { name: "EPUB book", extensions: &["epub"], is_read_apart: true, claims: Some(is_book), read };

const WHAT: &str = "the EPUB book";

fn is_book(head: &Head<'_>) -> bool {
    let named = FORMAT.extensions.contains(&head.extension);
    archive::is_archive(head.bytes) && (named || archive::names_at_head(head.bytes, "application/epub+zip"))
}

fn read(source: &Source<'_>) -> Result<Imported, ImportError> {
    let mut archive = Archive::open(source.bytes, WHAT)?;
    let container = tree(&archive.need("META-INF/container.xml")?)?;
    let path =
        container.find("rootfile").map(|file| file.attribute("full-path").to_owned()).unwrap_or_default();
    let package = tree(&archive.need(&path)?)?;
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut words = String::new();
    let mut missing = Vec::new();
    for page in pages(&package) {
        let name = join(folder, &page);
        let Some(bytes) = archive.read(&name)? else {
            missing.push(format!("{name} is missing in the book"));
            continue;
        };
        let stated = html::stated_encoding(&bytes);
        let page = decode::decode_stated(&bytes, &ReadAs::default(), stated.as_deref())?;
        words.push_str(&html::words_of_fragment(&page.words));
        words.push('\n');
    }
    if words.trim().is_empty() {
        return Err(ImportError::Wordless { what: WHAT, why: "its pages may be pictures, or locked" });
    }
    let article = Article {
        about: about(&package),
        words: html::tidy(&words),
        encoding: "UTF-8".to_owned(),
        left_out: String::new(),
    };
    Ok(Imported { articles: vec![article], warnings: missing, ..Imported::default() })
}

fn tree(bytes: &[u8]) -> Result<Element, ImportError> {
    Ok(xml::read(bytes, &ReadAs::default(), WHAT)?.0)
}

fn about(package: &Element) -> About {
    const FROM: &str = "book";
    let mut about = About::default();
    let Some(metadata) = package.find("metadata") else {
        return about;
    };
    let authors: Vec<String> = metadata.all("creator").into_iter().map(Element::text).collect();
    about.offer_title(&metadata.text_of("title"), FROM);
    about.offer_byline(&authors.join(", "), FROM);
    about.offer_site(&metadata.text_of("publisher"), FROM);
    about.offer_language(&metadata.text_of("language"), FROM);
    about.offer_published(&metadata.text_of("date"), FROM);
    about
}

/// The paths of the pages in the order in which they are read.
fn pages(package: &Element) -> Vec<String> {
    let items = package.all("item");
    let path = |reference: &Element| {
        let item = items.iter().find(|item| item.attribute("id") == reference.attribute("idref"))?;
        Some(item.attribute("href").to_owned())
    };
    package.all("itemref").into_iter().filter_map(path).collect()
}

/// A path within the book; `%20` is a space there.
fn join(folder: &str, path: &str) -> String {
    let path = path.replace("%20", " ");
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::super::import;
    use super::*;

    const CONTAINER: &[u8] = b"<container><rootfiles><rootfile full-path='O/p.opf'/></rootfiles></container>";
    const PACKAGE: &str = "<package xmlns:dc='d'><metadata><dc:title>Talks</dc:title><dc:creator>A</dc:creator><dc:creator>B</dc:creator><dc:date>2024-11-10</dc:date><dc:language>en</dc:language></metadata><manifest><item id='2' href='two.xhtml'/><item id='1' href='../O/one%20a.xhtml'/><item id='3' href='none.xhtml'/></manifest><spine><itemref idref='1'/><itemref idref='2'/><itemref idref='3'/></spine></package>";

    #[test]
    fn the_pages_come_in_the_order_of_the_spine() {
        let bytes = archive::packed(&[
            ("mimetype", b"application/epub+zip"),
            ("META-INF/container.xml", CONTAINER),
            ("O/p.opf", PACKAGE.as_bytes()),
            ("O/two.xhtml", b"<html><body><p>Two.</p><script>no</script></body></html>"),
            (
                "O/one a.xhtml",
                "<html><head><title>no</title></head><body><h1>One</h1><p>é.</p></body></html>".as_bytes(),
            ),
        ]);
        let imported = import("book.zip", &bytes, &ReadAs::default()).expect("reads");
        let article = &imported.articles[0];
        assert_eq!(article.words, "One\n\né.\n\nTwo.\n");
        assert_eq!(article.about.byline.as_ref().map(|found| found.value.as_str()), Some("A, B"));
        assert_eq!(
            article.about.published.as_ref().map(|found| found.value.day.to_string()).as_deref(),
            Some("2024-11-10")
        );
        assert_eq!(imported.warnings, ["O/none.xhtml is missing in the book"]);
    }

    #[test]
    fn a_book_without_its_parts_is_damaged() {
        let bytes = archive::packed(&[("mimetype", b"application/epub+zip")]);
        let error = import("a.epub", &bytes, &ReadAs::default()).expect_err("is refused");
        assert!(error.to_string().contains("META-INF/container.xml is missing"), "{error}");
    }
}
