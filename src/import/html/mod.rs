//! Saved web pages: the article without what stands around it. No script is run, nothing is fetched.
//!
//! Left out always: scripts, styles, templates, frames, embedded objects, and what the page hides (`hidden`,
//! `display:none`, `visibility:hidden`). What else is not the article (menus, footers, comments) is told by its shape
//! (Readability, by `dom_smoothie`) and kept aside as [`Article::left_out`](super::Article).

mod charset;
mod depth;
mod metadata;

pub(super) use charset::stated as stated_encoding;

use super::{About, Article, Format, ImportError, Imported, ReadAs, Source, decode, sniff::Head};
use dom_query::Document;
use dom_smoothie::{Config, Readability, TextMode};
use std::collections::HashSet;

pub(super) const FORMAT: Format = Format {
    name: "web page",
    extensions: &["html", "htm", "xhtml"],
    is_read_apart: true,
    claims: Some(is_page),
    read,
};

/// Never words of an article.
const UNSEEN: &str = "script, style, template, noscript, iframe, frame, object, embed, applet, svg, canvas, \
    form, select, button, input, textarea, dialog, [hidden], [style*=\"display:none\"], [style*=\"display: none\"], \
    [style*=\"visibility:hidden\"], [style*=\"visibility: hidden\"]";

/// Readability finds no article among more elements within a second or two.
const MOST_ELEMENTS: usize = 150_000;

fn is_page(head: &Head<'_>) -> bool {
    let start: String = head.words.chars().take(4096).collect::<String>().to_ascii_lowercase();
    if !start.starts_with('<') {
        return is_named_page(head.extension) && has_tag(&start);
    }
    let tags = ["<!doctype html", "<html", "<head", "<body"];
    tags.iter().any(|tag| start.contains(tag)) || is_named_page(head.extension)
}

fn is_named_page(extension: &str) -> bool {
    FORMAT.extensions.contains(&extension)
}

fn has_tag(words: &str) -> bool {
    words.match_indices('<').any(|(at, _)| {
        words
            .get(at + 1..)
            .is_some_and(|rest| rest.starts_with(|next: char| next.is_ascii_alphabetic() || next == '/'))
    })
}

fn read(source: &Source<'_>) -> Result<Imported, ImportError> {
    let (article, warnings) = page(source.bytes, source.read_as, None, FORMAT.name)?;
    Ok(Imported { articles: vec![article], warnings, ..Imported::default() })
}

/// The article of a page. `stated` is the encoding that is told beside the bytes.
pub(super) fn page(
    bytes: &[u8],
    read_as: &ReadAs,
    stated: Option<&str>,
    what: &'static str,
) -> Result<(Article, Vec<String>), ImportError> {
    let stated = stated.map(str::to_owned).or_else(|| charset::stated(bytes));
    let decoded = decode::decode_stated(bytes, read_as, stated.as_deref())?;
    let (about, words, left_out) = article(&decoded.words, read_as.whole_page);
    if words.trim().is_empty() {
        return Err(ImportError::Wordless {
            what,
            why: "its words may be put there by a script, which is not run",
        });
    }
    Ok((Article { about, words, encoding: decoded.encoding, left_out }, decoded.warnings))
}

/// Readability and the layout of words take very long on deeper pages; no article lies so deep.
const MOST_DEEP: usize = 400;
/// Of these elements are not counted that the parser closes by itself, so they may lie in each other a little deeper.
const MOST_COUNTED: usize = 250;

/// Whether elements lie deeper than is looked into.
fn is_too_deep(document: &Document) -> bool {
    let mut level = vec![document.root()];
    let mut depth = 0;
    while !level.is_empty() && depth <= MOST_DEEP {
        level = level.iter().flat_map(dom_query::NodeRef::element_children).collect();
        depth += 1;
    }
    depth > MOST_DEEP
}

/// The words of a page that is too deep for its shape to be looked at.
fn words_of_depths(document: &Document) -> String {
    document.select("script, style, template").remove();
    tidy(&document.text())
}

/// What is known of the article, its words, and what was left out.
fn article(html: &str, whole_page: bool) -> (About, String, String) {
    let html = depth::made_flat(html, MOST_COUNTED);
    let document = Document::from(html.as_ref());
    if is_too_deep(&document) {
        return (About::default(), words_of_depths(&document), String::new());
    }
    let candidates = metadata::candidates(&document, &html);
    let everything = document.clone();
    everything.select(UNSEEN).remove();
    let everything = tidy(&everything.select("body").formatted_text());
    let found = if whole_page { None } else { readable(document) };
    let (readable_facts, words) = match found {
        Some(found) => {
            let words = tidy(&found.text_content);
            (metadata::Readable::from(found), words)
        }
        None => (metadata::Readable::default(), everything.clone()),
    };
    let about = candidates.settle(&readable_facts);
    let left_out = lines_missing(&everything, &words);
    let title = about.title.as_ref().map_or("", |title| title.value.as_str());
    (about.clone(), with_title(title, words), left_out)
}

fn readable(document: Document) -> Option<dom_smoothie::Article> {
    let config =
        Config { text_mode: TextMode::Formatted, max_elements_to_parse: MOST_ELEMENTS, ..Config::default() };
    let mut readability = Readability::with_document(document, None, Some(config)).ok()?;
    readability.parse().ok().filter(|article| !article.text_content.trim().is_empty())
}

/// The words of a piece of a page, as in a feed or an agency's envelope.
pub(super) fn words_of_fragment(html: &str) -> String {
    let document = Document::from(depth::made_flat(html, MOST_COUNTED).as_ref());
    if is_too_deep(&document) {
        return words_of_depths(&document);
    }
    document.select(UNSEEN).remove();
    tidy(&document.select("body").formatted_text())
}

/// The headline stands above the words of the article, once.
pub(super) fn with_title(title: &str, words: String) -> String {
    let first = words.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    if title.is_empty() || first.trim() == title { words } else { format!("{title}\n\n{words}") }
}

/// Lines without spaces at their ends, paragraphs one blank line apart, spaces that do not break as spaces.
pub(super) fn tidy(words: &str) -> String {
    let mut tidy = String::with_capacity(words.len());
    let mut wants_blank = false;
    for line in words.lines() {
        let line = line.replace('\u{a0}', " ").replace('\u{ad}', "");
        let line = line.trim();
        if line.is_empty() {
            wants_blank = !tidy.is_empty();
            continue;
        }
        if std::mem::take(&mut wants_blank) {
            tidy.push('\n');
        }
        tidy.push_str(line);
        tidy.push('\n');
    }
    tidy
}

/// The lines of a page that do not stand in the words.
fn lines_missing(everything: &str, words: &str) -> String {
    let there: HashSet<&str> = words.lines().collect();
    let missing = everything.lines().filter(|line| !line.trim().is_empty() && !there.contains(line));
    missing.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::super::{ReadAs, import};
    use super::*;

    const PAGE: &str = include_str!("../../../tests/data/import/page.html");

    fn one(html: &str, read_as: &ReadAs) -> Article {
        import("page.html", html.as_bytes(), read_as).expect("reads").articles.remove(0)
    }

    fn words(html: &str) -> String {
        one(html, &ReadAs::default()).words
    }

    #[test]
    fn the_article_comes_without_what_stands_around_it() {
        let article = one(PAGE, &ReadAs::default());
        assert!(article.words.starts_with("Envoys leave Vienna without a pact\n\n"), "{}", article.words);
        assert!(article.words.contains("in place.” He would not say"), "{}", article.words);
        for around in ["Subscribe", "Most read", "tracker", "All rights reserved"] {
            assert!(!article.words.contains(around), "{around}: {}", article.words);
        }
        assert!(article.left_out.contains("All rights reserved"), "{}", article.left_out);
        assert!(!article.left_out.contains("tracker") && !article.left_out.contains("planks"));
        let whole = one(PAGE, &ReadAs { whole_page: true, ..ReadAs::default() });
        assert!(whole.words.contains("All rights reserved") && whole.words.contains("planks in place"));
    }

    #[test]
    fn what_is_known_of_it_is_said_with_its_place() {
        let about = one(PAGE, &ReadAs::default()).about;
        let told = |found: &Option<super::super::Found>| {
            found.as_ref().map(|found| format!("{} ({})", found.value, found.from)).unwrap_or_default()
        };
        assert_eq!(told(&about.title), "Envoys leave Vienna without a pact (JSON-LD)");
        assert_eq!(told(&about.byline), "Ada Lindqvist (JSON-LD)");
        assert_eq!(told(&about.site), "The Example Courier (OpenGraph)");
        assert_eq!(told(&about.language), "en-GB (page)");
        assert_eq!(told(&about.url), "https://courier.example/2024/11/10/vienna (canonical link)");
        let published = about.published.expect("is told");
        assert_eq!(
            (published.value.at.as_str(), published.from.as_str()),
            ("2024-11-10T21:05:00+01:00", "JSON-LD")
        );
    }

    #[test]
    fn nothing_of_a_page_acts_and_what_is_hidden_stays_hidden() {
        assert_eq!(words("<p>Kim<script>document.write('Kim')</script></p>"), "Kim\n");
        assert_eq!(words("<iframe src='file:///etc/passwd'>frame</iframe><p>Kim"), "Kim\n");
        assert_eq!(words("<style>@import 'http://a.example'</style>Kim"), "Kim\n");
        assert_eq!(
            words("<p>Kim</p><p style='color:red;display:none'>Hidden</p><p hidden>Gone</p>"),
            "Kim\n"
        );
        assert!(import("page.html", b"<script>1</script>", &ReadAs::default()).is_err());
    }

    #[test]
    fn the_encoding_is_that_of_the_page() {
        let page = b"<html><head><meta charset=windows-1251></head><p>\xcc\xee\xf1\xea\xe2\xe0";
        let article = import("a.html", page, &ReadAs::default()).expect("reads").articles.remove(0);
        assert_eq!((article.words.as_str(), article.encoding.as_str()), ("Москва\n", "windows-1251"));
        assert_eq!(words("<meta charset=iso-8859-1><p>café"), "café\n");
    }

    #[test]
    fn a_page_is_known_by_its_tags_or_its_name() {
        let name = |name: &str, bytes: &[u8]| super::super::recognise(name, bytes).expect("is read").name;
        assert_eq!(name("a.txt", b"<!DOCTYPE html><p>x"), "web page");
        assert_eq!(name("a.html", b"<p>x"), "web page");
        assert_eq!(name("a.html", b"x < y"), "plain text");
        assert_eq!(name("a.txt", b"The tag <html> begins a page"), "plain text");
    }

    #[test]
    fn deep_nesting_is_read() {
        let html = format!("{}Kim", "<div>".repeat(3_000));
        let work = move || assert_eq!(words(&html), "Kim\n");
        let thread = std::thread::Builder::new().stack_size(48 << 20).spawn(work).expect("starts");
        thread.join().expect("reads");
    }
}
