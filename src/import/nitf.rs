//! NITF, the agencies' older format for stories in XML: `hedline`, `byline`, `dateline`, `body.content`.
//!
//! Tables come row by row; media and their captions are left out. The format: IPTC NITF 3.6.

use super::{
    About, Article, Format, ImportError, Imported, Source, html,
    sniff::Head,
    xml::{self, Element, Node},
};

pub(super) const FORMAT: Format =
    Format { name: "NITF story", extensions: &["nitf"], is_read_apart: false, claims: Some(is_story), read };

const WHAT: &str = "the NITF story";

fn is_story(head: &Head<'_>) -> bool {
    root_name(head.words) == "nitf"
}

/// The name of the first element, without its prefix; empty if what stands first is no XML.
pub(super) fn root_name(words: &str) -> String {
    let mut rest = words.trim_start_matches('\u{feff}').trim_start();
    loop {
        let Some(after) = rest.strip_prefix('<') else {
            return String::new();
        };
        let end = if after.starts_with("!--") { "-->" } else { ">" };
        if after.starts_with(['?', '!']) {
            let Some((_, next)) = after.split_once(end) else {
                return String::new();
            };
            rest = next.trim_start();
            continue;
        }
        let name = after
            .split(|next: char| next.is_whitespace() || matches!(next, '>' | '/'))
            .next()
            .unwrap_or_default();
        return name.rsplit(':').next().unwrap_or_default().to_owned();
    }
}

fn read(source: &Source<'_>) -> Result<Imported, ImportError> {
    let (root, encoding) = xml::read(source.bytes, source.read_as, WHAT)?;
    let article = article(&root, encoding);
    if article.words.trim().is_empty() {
        return Err(ImportError::Wordless {
            what: WHAT,
            why: "it may be a picture or a correction without text",
        });
    }
    Ok(Imported { articles: vec![article], ..Imported::default() })
}

/// The story of a `nitf` element.
pub(super) fn article(root: &Element, encoding: String) -> Article {
    const FROM: &str = "NITF";
    let mut about = About::default();
    about.offer_title(&root.text_of("hl1"), FROM);
    about.offer_title(&root.text_of("hedline"), FROM);
    about.offer_title(&root.text_of("title"), FROM);
    about.offer_byline(&root.text_of("byline"), FROM);
    let holder = root.find("doc.copyright").map_or("", |right| right.attribute("holder"));
    about.offer_site(&root.text_of("distributor"), FROM);
    about.offer_site(holder, FROM);
    for (element, attribute) in [
        ("date.issue", "norm"),
        ("date.release", "norm"),
        ("story.date", "norm"),
        ("pubdata", "date.publication"),
    ] {
        about.offer_published(root.find(element).map_or("", |found| found.attribute(attribute)), FROM);
    }
    about.offer_language(root.attribute("lang"), FROM);
    let mut words = String::new();
    let body = root.find("body.content").or_else(|| root.find("body"));
    if let Some(body) = body {
        paragraphs(body, &mut words);
    }
    let dateline = root.find("dateline").map(Element::text).unwrap_or_default();
    let dateline = dateline.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut words = html::tidy(&words);
    if !dateline.is_empty() && !words.contains(&dateline) {
        words = format!("{dateline}\n\n{words}");
    }
    let title = about.title.as_ref().map_or("", |title| title.value.as_str());
    let words = if words.trim().is_empty() { words } else { html::with_title(title, words) };
    Article { about, words, encoding, left_out: String::new() }
}

/// Words outside of paragraphs stand in lines of their own.
fn paragraphs(parent: &Element, words: &mut String) {
    for node in &parent.children {
        let element = match node {
            Node::Text(text) => {
                let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
                if !line.is_empty() {
                    words.push_str(&line);
                    words.push_str("\n\n");
                }
                continue;
            }
            Node::Element(element) => element,
        };
        match element.name.as_str() {
            "p" | "hl2" | "li" | "pre" | "dt" | "dd" | "h1" | "h2" | "h3" | "h4" => {
                let text = element.text();
                let line = if element.name == "pre" {
                    text
                } else {
                    text.split_whitespace().collect::<Vec<_>>().join(" ")
                };
                words.push_str(&line);
                words.push_str("\n\n");
            }
            "tr" => {
                let cells: Vec<String> = element
                    .elements()
                    .map(|cell| cell.text().split_whitespace().collect::<Vec<_>>().join(" "))
                    .collect();
                words.push_str(&cells.join("\t"));
                words.push('\n');
            }
            "media" | "hedline" | "byline" | "dateline" | "distributor" => {}
            _ => paragraphs(element, words),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ReadAs, import};
    use super::*;

    #[test]
    fn a_story_is_read_whole() {
        let nitf = "<?xml version='1.0' encoding='UTF-8'?>\n<!DOCTYPE nitf SYSTEM 'nitf.dtd'>\n<nitf><head><title>No</title><docdata><date.issue norm='20241110T091400Z'/><doc.copyright holder='Agency'/></docdata></head><body><body.head><hedline><hl1>Talks end</hl1></hedline><byline>By <person>A. B.</person></byline><dateline><location>VIENNA</location> (Agency)</dateline></body.head><body.content><media><caption>no</caption></media><block><p>Talks  <em>ended</em>.</p><p>All went\nhome.</p></block></body.content></body></nitf>";
        let article = import("a.xml", nitf.as_bytes(), &ReadAs::default()).expect("reads").articles.remove(0);
        assert_eq!(article.words, "Talks end\n\nVIENNA (Agency)\n\nTalks ended.\n\nAll went home.\n");
        let about = article.about;
        assert_eq!(about.byline.map(|found| found.value).as_deref(), Some("By A. B."));
        assert_eq!(about.site.map(|found| found.value).as_deref(), Some("Agency"));
        assert_eq!(about.published.map(|found| found.value.at).as_deref(), Some("2024-11-10T09:14:00Z"));
    }

    #[test]
    fn the_root_tells_what_it_is() {
        assert_eq!(root_name("<?xml version='1.0'?><!-- a > b --><!DOCTYPE nitf><nitf a='b'>"), "nitf");
        assert_eq!(root_name("<n:newsItem>"), "newsItem");
        assert_eq!(root_name("words"), "");
    }
}
