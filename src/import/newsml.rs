//! NewsML: news items of agencies, alone or several in a message, with the story as XHTML, NITF or plain text in them.
//!
//! Read are NewsML-G2 (`newsItem`, `newsMessage`) and the older NewsML 1 (`NewsML`). Items that are pictures or lists are
//! passed over and counted. The format: IPTC NewsML-G2 2.x.

use super::{
    About, Article, Format, ImportError, Imported, Source, html,
    nitf::{self, root_name},
    sniff::Head,
    xml::{self, Element},
};

pub(super) const FORMAT: Format = Format {
    name: "NewsML item",
    extensions: &["newsml", "xml"],
    is_read_apart: false,
    claims: Some(is_item),
    read,
};

const WHAT: &str = "the NewsML item";

fn is_item(head: &Head<'_>) -> bool {
    matches!(root_name(head.words).as_str(), "newsItem" | "newsMessage" | "NewsML" | "packageItem")
}

fn read(source: &Source<'_>) -> Result<Imported, ImportError> {
    let (root, encoding) = xml::read(source.bytes, source.read_as, WHAT)?;
    let items = match root.name.as_str() {
        "newsMessage" => root.all("newsItem"),
        "NewsML" => root.all("NewsItem"),
        _ => vec![&root],
    };
    let count = items.len();
    let articles = items.into_iter().map(|item| article(item, &encoding));
    let articles: Vec<Article> = articles.filter(|article| !article.words.trim().is_empty()).collect();
    if articles.is_empty() {
        return Err(ImportError::Wordless {
            what: WHAT,
            why: "its items may be pictures, or point to a story elsewhere",
        });
    }
    let passed_over = count - articles.len();
    let warnings = if passed_over > 0 {
        vec![format!("{passed_over} items without words were passed over")]
    } else {
        Vec::new()
    };
    Ok(Imported { articles, warnings, ..Imported::default() })
}

fn article(item: &Element, encoding: &str) -> Article {
    let mut about = about(item);
    let contents = ["inlineXML", "inlineData", "DataContent"];
    let content = contents.iter().find_map(|name| item.find(name));
    let mut words = String::new();
    if let Some(content) = content {
        if let Some(story) = content.find("nitf") {
            let story = nitf::article(story, encoding.to_owned());
            about.fill_from(story.about);
            words = story.words;
        } else if content.elements().next().is_some() {
            // A page carries a title of its own in its head.
            let body = content.find("body").unwrap_or(content);
            words = html::words_of_fragment(&body.to_html());
        } else {
            words = html::tidy(&content.text());
        }
    }
    let title = about.title.as_ref().map_or("", |title| title.value.as_str());
    let words = if words.trim().is_empty() { words } else { html::with_title(title, words) };
    Article { about, words, encoding: encoding.to_owned(), left_out: String::new() }
}

fn about(item: &Element) -> About {
    const FROM: &str = "NewsML";
    let mut about = About::default();
    let texts = |names: &[&str]| names.iter().map(|name| item.text_of(name)).collect::<Vec<_>>();
    for title in texts(&["headline", "HeadLine", "slugline"]) {
        about.offer_title(&title, FROM);
    }
    for byline in texts(&["by", "ByLine"]) {
        about.offer_byline(&byline, FROM);
    }
    let creator = item.find("creator").map(|creator| creator.text_of("name")).unwrap_or_default();
    about.offer_byline(&creator, FROM);
    let provider = item.find("provider").map(|provider| {
        let name = provider.text_of("name");
        if name.trim().is_empty() { provider.attribute("literal").to_owned() } else { name }
    });
    about.offer_site(&provider.unwrap_or_default(), FROM);
    for site in texts(&["creditline", "CreditLine", "copyrightHolder"]) {
        about.offer_site(&site, FROM);
    }
    for date in texts(&[
        "contentCreated",
        "firstCreated",
        "versionCreated",
        "FirstCreated",
        "ThisRevisionCreated",
        "DateAndTime",
    ]) {
        about.offer_published(&date, FROM);
    }
    let tag = item.find("language").map_or("", |language| language.attribute("tag"));
    about.offer_language(tag, FROM);
    about.offer_language(item.attribute("lang"), FROM);
    about
}

#[cfg(test)]
mod tests {
    use super::super::{ReadAs, import};

    fn item(content: &str) -> String {
        format!(
            "<newsItem xmlns='n' xml:lang='en-GB'><itemMeta><provider literal='Agency'/><versionCreated>2024-11-10T09:14:00+01:00</versionCreated></itemMeta><contentMeta><headline>Talks end</headline><by>By A. B.</by></contentMeta><contentSet>{content}</contentSet></newsItem>"
        )
    }

    #[track_caller]
    fn check(xml: &str, expected: &[&str]) {
        let imported = import("a.xml", xml.as_bytes(), &ReadAs::default()).expect("reads");
        let words: Vec<&str> = imported.articles.iter().map(|article| article.words.as_str()).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn each_way_to_hold_a_story_is_read() {
        let words: &[&str] = &["Talks end\n\nAll went home.\n\nSo.\n"];
        check(
            &item(
                "<inlineXML><html xmlns='h'><head><title>x</title></head><body><p>All went home.</p><p>So.</p></body></html></inlineXML>",
            ),
            words,
        );
        check(
            &item(
                "<inlineXML><nitf><body><body.content><p>All went home.</p><p>So.</p></body.content></body></nitf></inlineXML>",
            ),
            words,
        );
        check(&item("<inlineData>All went home.\n\nSo.</inlineData>"), words);
        let old = "<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Talks end</HeadLine></NewsLines><ContentItem><DataContent><p>All went home.</p><p>So.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>";
        check(old, words);
    }

    #[test]
    fn a_message_has_several_and_pictures_are_passed_over() {
        let message = format!(
            "<newsMessage><itemSet>{}{}{}</itemSet></newsMessage>",
            item("<inlineData>One.</inlineData>"),
            item("<remoteContent/>"),
            item("<inlineData>Two.</inlineData>")
        );
        check(&message, &["Talks end\n\nOne.\n", "Talks end\n\nTwo.\n"]);
    }

    #[test]
    fn what_it_says_of_itself_is_said() {
        let about = import("a.xml", item("<inlineData>One.</inlineData>").as_bytes(), &ReadAs::default())
            .expect("reads")
            .articles
            .remove(0)
            .about;
        assert_eq!(about.site.map(|found| found.value).as_deref(), Some("Agency"));
        assert_eq!(about.language.map(|found| found.value).as_deref(), Some("en-GB"));
        assert_eq!(about.published.map(|found| found.value.at).as_deref(), Some("2024-11-10T09:14:00+01:00"));
    }
}
