//! Feeds (RSS, Atom): each item an article. An item that holds only a summary is taken, and that is said.
//!
//! What an item links to is not fetched. The formats: RSS 0.9 to 2.0 with its modules `content` and `dc`, RFC 4287.

use super::{
    About, Article, Format, ImportError, Imported, Source, html,
    nitf::root_name,
    sniff::Head,
    xml::{self, Element},
};

pub(super) const FORMAT: Format = Format {
    name: "feed",
    extensions: &["rss", "atom", "rdf"],
    is_read_apart: true,
    claims: Some(is_feed),
    read,
};

const WHAT: &str = "the feed";

fn is_feed(head: &Head<'_>) -> bool {
    match root_name(head.words).as_str() {
        "rss" => true,
        "feed" => head.words.contains("http://www.w3.org/2005/Atom") || head.words.contains("<entry"),
        "RDF" => head.words.contains("http://purl.org/rss/"),
        _ => false,
    }
}

/// The article of an item, and whether it holds more than a summary.
struct Item {
    article: Article,
    is_whole: bool,
}

fn read(source: &Source<'_>) -> Result<Imported, ImportError> {
    let (root, encoding) = xml::read(source.bytes, source.read_as, WHAT)?;
    let mut items = root.all("item");
    items.extend(root.all("entry"));
    let channel = root.elements().find(|element| element.name == "channel").unwrap_or(&root);
    let all = items.len();
    let items: Vec<Item> = items.into_iter().filter_map(|item| read_item(item, channel, &encoding)).collect();
    if items.is_empty() {
        return Err(ImportError::Wordless { what: WHAT, why: "its items have no words, only links" });
    }
    let mut warnings = Vec::new();
    if items.len() < all {
        warnings.push(format!("{} items without words were passed over", all - items.len()));
    }
    let summaries = items.iter().filter(|item| !item.is_whole).count();
    if summaries > 0 {
        warnings.push(format!(
            "{summaries} of {} items hold only a summary; their articles stand on their pages, which are not fetched",
            items.len()
        ));
    }
    Ok(Imported {
        articles: items.into_iter().map(|item| item.article).collect(),
        warnings,
        ..Imported::default()
    })
}

fn read_item(item: &Element, channel: &Element, encoding: &str) -> Option<Item> {
    let story = words_of(item, &["encoded", "content"]);
    let (words, is_whole) = match story {
        Some(words) => (words, true),
        None => (words_of(item, &["description", "summary"])?, false),
    };
    let about = about(item, channel);
    let title = about.title.as_ref().map_or("", |title| title.value.as_str());
    let words = html::with_title(title, words);
    Some(Item {
        article: Article { about, words, encoding: encoding.to_owned(), left_out: String::new() },
        is_whole,
    })
}

/// The children of these names, in the order of the names.
fn children<'e>(parent: &'e Element, names: &'e [&str]) -> impl Iterator<Item = &'e Element> {
    names.iter().flat_map(|name| parent.elements().filter(move |child| child.name == *name))
}

/// The words of the first child of these names that has any.
fn words_of(item: &Element, names: &[&str]) -> Option<String> {
    children(item, names).map(words).find(|words| !words.trim().is_empty())
}

/// The words of an element that holds a page, as elements or as words with marks, or plain words.
fn words(element: &Element) -> String {
    let text = element.text();
    if element.elements().next().is_some() {
        html::words_of_fragment(&element.to_html())
    } else if element.attribute("type") != "text" && text.contains(['<', '&']) {
        html::words_of_fragment(&text)
    } else {
        html::tidy(&text)
    }
}

fn about(item: &Element, channel: &Element) -> About {
    const FROM: &str = "feed";
    let mut about = About::default();
    let texts = |names: &[&str]| children(item, names).map(words).collect::<Vec<_>>();
    for title in texts(&["title"]) {
        about.offer_title(&title, FROM);
    }
    let authors = children(item, &["creator", "author"]).map(|author| {
        let name = author.text_of("name");
        if name.is_empty() { name_of(&author.text()).to_owned() } else { name }
    });
    about.offer_byline(&authors.filter(|name| !name.trim().is_empty()).collect::<Vec<_>>().join(", "), FROM);
    // What an item was taken over from is its source; else the feed is.
    let source = children(item, &["source"]).map(|source| {
        let title = source.text_of("title");
        if title.is_empty() { source.text() } else { title }
    });
    source.for_each(|site| about.offer_site(&site, FROM));
    children(channel, &["title"]).for_each(|title| about.offer_site(&words(title), FROM));
    let is_page = |link: &&Element| matches!(link.attribute("rel"), "" | "alternate");
    for link in children(item, &["link"]).filter(is_page) {
        about.offer_url(link.attribute("href"), FROM);
        about.offer_url(&link.text(), FROM);
    }
    children(item, &["guid", "id"]).for_each(|id| about.offer_url(&id.text(), FROM));
    for date in texts(&["pubDate", "published", "date", "issued", "updated", "modified"]) {
        about.offer_published(date.trim(), FROM);
    }
    for language in [item, channel] {
        about.offer_language(language.attribute("lang"), FROM);
        children(language, &["language"]).for_each(|tag| about.offer_language(&tag.text(), FROM));
    }
    about
}

/// `A. B.` of `desk@courier.example (A. B.)`, which RSS asks for.
fn name_of(author: &str) -> &str {
    let name = author
        .split_once('(')
        .and_then(|(address, rest)| address.contains('@').then(|| rest.trim().trim_end_matches(')')));
    name.unwrap_or(author)
}

#[cfg(test)]
mod tests {
    use super::super::{ReadAs, import, recognise};
    use super::*;

    const RSS: &str = include_str!("../../tests/data/import/courier.rss");
    const ATOM: &str = include_str!("../../tests/data/import/courier.atom");

    fn articles(name: &str, feed: &str) -> (Vec<Article>, Vec<String>) {
        let imported = import(name, feed.as_bytes(), &ReadAs::default()).expect("reads");
        (imported.articles, imported.warnings)
    }

    #[track_caller]
    fn check_facts(about: &About, expected: [&str; 5]) {
        let value = |found: &Option<super::super::Found>| {
            found.as_ref().map(|found| found.value.clone()).unwrap_or_default()
        };
        let found = [&about.title, &about.byline, &about.site, &about.url, &about.language].map(value);
        assert_eq!(found, expected.map(str::to_owned));
    }

    #[test]
    fn each_item_of_a_feed_is_an_article() {
        let (all, warnings) = articles("feed.xml", RSS);
        let words: Vec<&str> = all.iter().map(|article| article.words.as_str()).collect();
        assert_eq!(
            words,
            [
                "Talks end & envoys leave\n\nAll went home.\n\nSo did the press.\n",
                "Storm nears\n\nWinds of 90 km/h < 100 are expected.\n"
            ]
        );
        assert_eq!(warnings.len(), 2, "{warnings:?}");
        assert!(warnings.iter().any(|warning| warning.starts_with("1 of 2 items hold only a summary")));
        check_facts(
            &all[0].about,
            [
                "Talks end & envoys leave",
                "A. B., C. D.",
                "The Example Courier",
                "https://courier.example/talks",
                "en-GB",
            ],
        );
        assert_eq!(all[0].about.published.as_ref().expect("is told").value.at, "2024-11-10T09:14:00+01:00");
        check_facts(
            &all[1].about,
            ["Storm nears", "E. F.", "Weather Wire", "https://courier.example/storm", "en-GB"],
        );
    }

    #[test]
    fn each_entry_of_atom_is_an_article() {
        let (all, warnings) = articles("feed", ATOM);
        let words: Vec<&str> = all.iter().map(|article| article.words.as_str()).collect();
        assert_eq!(
            words,
            ["Talks end\n\nAll went home.\n\nSo did the press.\n", "Storm <nears>\n\nWinds are expected.\n"]
        );
        assert_eq!(warnings, Vec::<String>::new());
        check_facts(
            &all[0].about,
            ["Talks end", "A. B.", "The Example Courier", "https://courier.example/talks", "ko"],
        );
        assert_eq!(all[0].about.published.as_ref().expect("is told").value.day.to_string(), "2024-11-10");
    }

    #[test]
    fn a_feed_is_known_by_its_root() {
        let name = |words: &str| recognise("a.xml", words.as_bytes()).expect("is read").name;
        assert_eq!(name(RSS), "feed");
        assert_eq!(name("<rdf:RDF xmlns='http://purl.org/rss/1.0/'><item/></rdf:RDF>"), "feed");
        assert_eq!(name("<rdf:RDF xmlns='http://a.example'/>"), "plain text");
    }

    #[test]
    fn a_page_in_an_item_may_be_nested_deeply() {
        let feed = format!(
            "<rss><channel><item><description><![CDATA[{}Kim]]></description></item></channel></rss>",
            "<div>".repeat(20_000)
        );
        assert_eq!(articles("a.rss", &feed).0[0].words, "Kim\n");
    }
}
