//! What a page says of its article, and where: JSON-LD, then OpenGraph, microdata, `<time>`, other `meta` tags, the page.

use crate::import::{About, about::plain_line, moment};
use dom_query::{Document, Selection};
use serde_json::Value;

/// Everything that was found, the surest first in each list, each with where it stood.
#[derive(Default)]
pub(super) struct Candidates {
    title: List,
    byline: List,
    site: List,
    url: List,
    language: List,
    published: List,
}

type List = Vec<(String, &'static str)>;

/// What Readability made of the page.
#[derive(Default)]
pub(super) struct Readable {
    title: String,
    byline: String,
    site: String,
}

impl From<dom_smoothie::Article> for Readable {
    fn from(article: dom_smoothie::Article) -> Self {
        let words = Option::unwrap_or_default;
        Self { title: article.title, byline: words(article.byline), site: words(article.site_name) }
    }
}

impl Candidates {
    /// One of each. Readability weighs titles and bylines best; where it took them from is looked up.
    pub(super) fn settle(self, readable: &Readable) -> About {
        let mut about = About::default();
        let chosen =
            [(&readable.title, &self.title), (&readable.byline, &self.byline), (&readable.site, &self.site)];
        let [title, byline, site] = chosen.map(|(chosen, list)| (plain_line(chosen), origin(chosen, list)));
        about.offer_title(&title.0, title.1);
        about.offer_byline(&byline.0, byline.1);
        about.offer_site(&site.0, site.1);
        self.title.iter().for_each(|(words, from)| about.offer_title(words, from));
        self.byline.iter().for_each(|(words, from)| about.offer_byline(words, from));
        self.site.iter().for_each(|(words, from)| about.offer_site(words, from));
        self.url.iter().for_each(|(words, from)| about.offer_url(words, from));
        self.language.iter().for_each(|(words, from)| about.offer_language(words, from));
        self.published.iter().for_each(|(words, from)| about.offer_published(words, from));
        let host = about.url.as_ref().and_then(|url| host(&url.value)).unwrap_or_default();
        about.offer_site(&host, "address of the page");
        about
    }
}

/// Where words stood: the first place that has them, or that has them as a part.
fn origin(words: &str, list: &List) -> &'static str {
    let words = plain_line(words);
    let is = |part: bool| {
        let same =
            |found: &str| if part { found.contains(&words) || words.contains(found) } else { found == words };
        list.iter().find(|(found, _)| !found.is_empty() && same(found)).map(|(_, from)| *from)
    };
    is(false).or_else(|| is(true)).unwrap_or("page")
}

fn host(url: &str) -> Option<String> {
    let host = url.split("://").nth(1)?.split(['/', '?', '#', ':']).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host).to_owned())
}

/// Everything that the page says.
pub(super) fn candidates(document: &Document, html: &str) -> Candidates {
    let mut found = Candidates::default();
    json_ld(document, &mut found);
    tags(document, &mut found);
    microdata(document, &mut found);
    page(document, html, &mut found);
    for list in [&mut found.title, &mut found.byline, &mut found.site] {
        for (words, _) in list.iter_mut() {
            *words = plain_line(words);
        }
        list.retain(|(words, _)| !words.is_empty());
    }
    found
}

fn push(list: &mut List, words: impl Into<String>, from: &'static str) {
    let words = words.into();
    if !words.trim().is_empty() {
        list.push((words, from));
    }
}

fn json_ld(document: &Document, found: &mut Candidates) {
    for script in &document.select("script[type='application/ld+json']") {
        let words = script.text();
        let words = words.trim().trim_start_matches("<![CDATA[").trim_end_matches("]]>");
        // One that is broken says nothing; others may.
        if let Ok(value) = serde_json::from_str::<Value>(words) {
            articles(&value, found, 0);
        }
    }
}

/// Looks for articles in lists and graphs.
fn articles(value: &Value, found: &mut Candidates, depth: usize) {
    if depth > 8 {
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| articles(value, found, depth + 1)),
        Value::Object(fields) => {
            let is_article = fields.get("@type").is_some_and(is_article_type);
            if is_article {
                article(value, found);
            }
            if let Some(graph) = fields.get("@graph").or_else(|| fields.get("mainEntity")) {
                articles(graph, found, depth + 1);
            }
        }
        _ => {}
    }
}

fn is_article_type(kind: &Value) -> bool {
    let is = |kind: &str| {
        kind.ends_with("Article") || kind.ends_with("Posting") || kind.ends_with("Report") || kind == "Blog"
    };
    match kind {
        Value::String(kind) => is(kind),
        Value::Array(kinds) => kinds.iter().any(|kind| kind.as_str().is_some_and(is)),
        _ => false,
    }
}

fn article(value: &Value, found: &mut Candidates) {
    const FROM: &str = "JSON-LD";
    let names = |field: &str| value.get(field).map(names_of).unwrap_or_default();
    push(&mut found.title, names("headline"), FROM);
    push(&mut found.title, names("name"), FROM);
    push(&mut found.byline, names("author"), FROM);
    push(&mut found.site, names("publisher"), FROM);
    push(&mut found.published, names("datePublished"), FROM);
    push(&mut found.published, names("dateCreated"), FROM);
    push(&mut found.language, names("inLanguage"), FROM);
    let page = value.get("mainEntityOfPage");
    let page = page.and_then(|page| page.get("@id").or(Some(page))).and_then(Value::as_str);
    push(&mut found.url, value.get("url").and_then(Value::as_str).or(page).unwrap_or_default(), FROM);
}

/// `"A"`, `{"name": "A"}`, `[{"name": "A"}, "B"]` as `A`, `A`, `A, B`.
fn names_of(value: &Value) -> String {
    match value {
        Value::String(name) => unescape(name),
        Value::Object(fields) => fields.get("name").map(names_of).unwrap_or_default(),
        Value::Array(values) => {
            let names: Vec<String> = values.iter().map(names_of).filter(|name| !name.is_empty()).collect();
            names.join(", ")
        }
        _ => String::new(),
    }
}

/// Some pages write `&amp;` in JSON.
fn unescape(words: &str) -> String {
    if words.contains('&') {
        Document::fragment(words.replace('<', "&lt;")).text().to_string()
    } else {
        words.to_owned()
    }
}

/// `meta` tags by their `property` or `name`: what they tell, and what they are called.
const TAGS: &[(&str, Tells, &str)] = &[
    ("article:published_time", Tells::Published, "OpenGraph"),
    ("og:article:published_time", Tells::Published, "OpenGraph"),
    ("og:title", Tells::Title, "OpenGraph"),
    ("og:site_name", Tells::Site, "OpenGraph"),
    ("og:url", Tells::Url, "OpenGraph"),
    ("og:locale", Tells::Language, "OpenGraph"),
    ("article:author", Tells::Byline, "OpenGraph"),
    ("parsely-pub-date", Tells::Published, "meta tag"),
    ("parsely-author", Tells::Byline, "meta tag"),
    ("parsely-title", Tells::Title, "meta tag"),
    ("twitter:title", Tells::Title, "Twitter card"),
    ("author", Tells::Byline, "meta tag"),
    ("byl", Tells::Byline, "meta tag"),
    ("dc.creator", Tells::Byline, "Dublin Core"),
    ("dcterms.creator", Tells::Byline, "Dublin Core"),
    ("dc.title", Tells::Title, "Dublin Core"),
    ("dcterms.title", Tells::Title, "Dublin Core"),
    ("dc.date", Tells::Published, "Dublin Core"),
    ("dc.date.issued", Tells::Published, "Dublin Core"),
    ("dcterms.date", Tells::Published, "Dublin Core"),
    ("dcterms.issued", Tells::Published, "Dublin Core"),
    ("dcterms.created", Tells::Published, "Dublin Core"),
    ("datepublished", Tells::Published, "meta tag"),
    ("pubdate", Tells::Published, "meta tag"),
    ("publishdate", Tells::Published, "meta tag"),
    ("publish-date", Tells::Published, "meta tag"),
    ("publish_date", Tells::Published, "meta tag"),
    ("publication_date", Tells::Published, "meta tag"),
    ("sailthru.date", Tells::Published, "meta tag"),
    ("ptime", Tells::Published, "meta tag"),
    ("pdate", Tells::Published, "meta tag"),
    ("displaydate", Tells::Published, "meta tag"),
    ("article.published", Tells::Published, "meta tag"),
    ("article_date_original", Tells::Published, "meta tag"),
    ("date", Tells::Published, "meta tag"),
    ("application-name", Tells::Site, "meta tag"),
    ("content-language", Tells::Language, "meta tag"),
];

#[derive(Clone, Copy)]
enum Tells {
    Title,
    Byline,
    Site,
    Url,
    Language,
    Published,
}

fn tags(document: &Document, found: &mut Candidates) {
    let mut all: Vec<(String, String)> = Vec::new();
    for tag in &document.select("meta[content]") {
        let content = tag.attr_or("content", "").to_string();
        for attribute in ["property", "name", "http-equiv"] {
            // Several names may stand in one attribute.
            for name in tag.attr_or(attribute, "").to_ascii_lowercase().split_whitespace() {
                all.push((name.to_owned(), content.clone()));
            }
        }
    }
    for (name, tells, from) in TAGS {
        for (_, content) in all.iter().filter(|(other, _)| other == name) {
            let list = match tells {
                Tells::Title => &mut found.title,
                Tells::Byline => &mut found.byline,
                Tells::Site => &mut found.site,
                Tells::Url => &mut found.url,
                Tells::Language => &mut found.language,
                Tells::Published => &mut found.published,
            };
            push(list, content.as_str(), from);
        }
    }
}

/// What a marked element tells: its attribute, else its words.
fn told_by(element: &Selection<'_>) -> String {
    let attribute = ["content", "datetime", "title"].iter().find_map(|name| element.attr(name));
    attribute.unwrap_or_else(|| element.text()).to_string()
}

fn microdata(document: &Document, found: &mut Candidates) {
    const FROM: &str = "microdata";
    let first = |name: &str| document.select(&format!("[itemprop~='{name}']")).iter().next();
    for (name, list) in [("datePublished", &mut found.published), ("headline", &mut found.title)] {
        if let Some(element) = first(name) {
            push(list, told_by(&element), FROM);
        }
    }
    if let Some(author) = first("author") {
        let name = author.select("[itemprop~='name']").iter().next().unwrap_or(author);
        push(&mut found.byline, name.text().to_string(), FROM);
    }
}

/// Where the page itself shows a date.
const DATES: &str =
    "[class*='date'], [class*='publish'], [class*='timestamp'], [class*='byline'], [id*='date']";

fn page(document: &Document, html: &str, found: &mut Candidates) {
    let times = [
        "time[pubdate]",
        "header time[datetime]",
        "article time[datetime]",
        "main time[datetime]",
        "time[datetime]",
    ];
    for selector in times {
        if let Some(time) = document.select(selector).iter().next() {
            push(&mut found.published, time.attr_or("datetime", "").to_string(), "time tag");
        }
    }
    let shown = document.select(DATES);
    let shown = shown.iter().take(40).map(|element| plain_line(&element.text()));
    let day = shown.filter(|words| words.len() <= 100).find(|words| moment::parse(words).is_some());
    push(&mut found.published, day.unwrap_or_default(), "page");
    let first = |selector: &str| document.select(selector).iter().next();
    if let Some(heading) = first("h1") {
        push(&mut found.title, heading.text().to_string(), "page heading");
    }
    if let Some(title) = first("head title").or_else(|| first("title")) {
        push(&mut found.title, title.text().to_string(), "page title");
    }
    if let Some(author) = first("a[rel~='author'], [class~='author'], [class~='byline']") {
        push(&mut found.byline, author.text().to_string(), "page");
    }
    if let Some(link) = first("link[rel='canonical']") {
        found.url.insert(0, (link.attr_or("href", "").to_string(), "canonical link"));
    }
    push(&mut found.url, saved_from(html).unwrap_or_default(), "saved page");
    if let Some(root) = first("html") {
        let language = root.attr("lang").or_else(|| root.attr("xml:lang")).unwrap_or_default();
        found.language.insert(0, (language.to_string(), "page"));
    }
}

/// Browsers write `<!-- saved from url=(0042)https://… -->` at the head.
fn saved_from(html: &str) -> Option<String> {
    let (_, rest) = html.get(..html.floor_char_boundary(4096))?.split_once("saved from url=(")?;
    let (_, rest) = rest.split_once(')')?;
    let end = rest.find(|next: char| next.is_whitespace() || next == '>').unwrap_or(rest.len());
    rest.get(..end).map(|url| url.trim_end_matches("--").to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about(html: &str) -> About {
        candidates(&Document::from(html), html).settle(&Readable::default())
    }

    #[track_caller]
    fn check_date(html: &str, day: &str, from: &str) {
        let published = about(html).published.expect("is told");
        assert_eq!((published.value.day.to_string().as_str(), published.from.as_str()), (day, from));
    }

    #[test]
    fn the_surest_date_is_taken() {
        let ld = r#"<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],"datePublished":"2024-11-10T08:00:00Z"}]}</script>"#;
        let meta = "<meta property='article:published_time' content='2024-11-09'>";
        let time = "<article><time datetime='2024-11-08'>Friday</time></article>";
        check_date(&format!("{time}{meta}{ld}"), "2024-11-10", "JSON-LD");
        check_date(&format!("{time}{meta}"), "2024-11-09", "OpenGraph");
        check_date(
            &format!("{time}<span itemprop='datePublished' content='2024-11-07'>x</span>"),
            "2024-11-07",
            "microdata",
        );
        check_date(time, "2024-11-08", "time tag");
        check_date("<div class='post-date'>10 November 2024, 8 a.m.</div>", "2024-11-10", "page");
    }

    #[test]
    fn broken_json_says_nothing_and_the_rest_does() {
        let html =
            "<script type='application/ld+json'>{\"@type\":</script><meta name=author content='A. B.'>";
        assert_eq!(about(html).byline.map(|found| found.value).as_deref(), Some("A. B."));
    }

    #[test]
    fn names_come_out_of_every_shape() {
        let names = |json: &str| names_of(&serde_json::from_str(json).expect("is JSON"));
        assert_eq!(names(r#"[{"name":"A"},"B &amp; C",{"x":1}]"#), "A, B & C");
        assert_eq!(names(r#"{"name":["A","B"]}"#), "A, B");
    }

    #[test]
    fn a_saved_page_says_where_it_was_saved_from() {
        let html = "<!DOCTYPE html><!-- saved from url=(0027)https://www.a.example/talks --><html lang=ko><h1>회담</h1>";
        let about = about(html);
        let value = |found: Option<crate::import::Found>| found.map(|found| found.value).unwrap_or_default();
        assert_eq!(value(about.url), "https://www.a.example/talks");
        assert_eq!(
            (value(about.site), value(about.language), value(about.title)),
            ("a.example".into(), "ko".into(), "회담".into())
        );
    }
}
