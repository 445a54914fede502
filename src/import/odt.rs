//! OpenDocument texts: paragraphs and headings in their order, tables row by row, notes at the end.
//!
//! Left out: what was deleted while changes were tracked, comments, hidden paragraphs, pictures. The format: OASIS
//! OpenDocument 1.3.

use super::{
    About, Article, Format, ImportError, Imported, ReadAs, Source,
    archive::{self, Archive},
    dateline::WEAK,
    html, plain_text,
    sniff::Head,
    xml::{self, Element, Node},
};

pub(super) const FORMAT: Format = Format {
    name: "OpenDocument text",
    extensions: &["odt", "ott"],
    is_read_apart: true,
    claims: Some(is_text),
    read,
};

const WHAT: &str = "the OpenDocument text";

fn is_text(head: &Head<'_>) -> bool {
    let named = FORMAT.extensions.contains(&head.extension);
    archive::is_archive(head.bytes)
        && (named || archive::names_at_head(head.bytes, "application/vnd.oasis.opendocument.text"))
}

fn read(source: &Source<'_>) -> Result<Imported, ImportError> {
    let mut archive = Archive::open(source.bytes, WHAT)?;
    let manifest = archive.read("META-INF/manifest.xml")?.unwrap_or_default();
    if memchr::memmem::find(&manifest, b"encryption-data").is_some() {
        return Err(ImportError::Locked { what: WHAT });
    }
    let content = tree(&archive.need("content.xml")?)?;
    let body = content.find("text").filter(|_| content.find("body").is_some());
    let body = body
        .ok_or_else(|| ImportError::Damaged { what: WHAT, why: "content.xml: it has no text".to_owned() })?;
    let mut story = Story::default();
    story.blocks(body);
    let words = html::tidy(&format!("{}{}", story.words, story.notes));
    let mut about = About::default();
    about.offer_title(&story.title, "title paragraph");
    if let Some(bytes) = archive.read("meta.xml")? {
        let meta = tree(&bytes)?;
        about.offer_title(&meta.text_of("title"), WEAK);
        about.offer_byline(&meta.text_of("initial-creator"), WEAK);
        about.offer_byline(&meta.text_of("creator"), WEAK);
        about.offer_language(&meta.text_of("language"), WEAK);
        about.offer_published(&meta.text_of("creation-date"), WEAK);
    }
    about.offer_title(plain_text::headline(&words), "first line");
    if words.trim().is_empty() {
        return Err(ImportError::Wordless { what: WHAT, why: "it may be all pictures" });
    }
    let article = Article { about, words, encoding: "UTF-8".to_owned(), left_out: String::new() };
    Ok(Imported { articles: vec![article], ..Imported::default() })
}

fn tree(bytes: &[u8]) -> Result<Element, ImportError> {
    Ok(xml::read(bytes, &ReadAs::default(), WHAT)?.0)
}

#[derive(Default)]
struct Story {
    words: String,
    notes: String,
    title: String,
}

impl Story {
    fn blocks(&mut self, parent: &Element) {
        for element in parent.elements() {
            match element.name.as_str() {
                "p" | "h" => self.paragraph(element),
                "table" => self.table(element),
                "tracked-changes" | "forms" | "sequence-decls" | "annotation" => {}
                _ => self.blocks(element),
            }
        }
    }

    fn paragraph(&mut self, paragraph: &Element) {
        let mut line = String::new();
        self.runs(paragraph, &mut line);
        if self.title.is_empty() && paragraph.attribute("style-name") == "Title" {
            line.trim().clone_into(&mut self.title);
        }
        self.words.push_str(&line);
        self.words.push_str("\n\n");
    }

    /// White space runs together, as the format says; wanted spaces are elements.
    fn runs(&mut self, parent: &Element, line: &mut String) {
        for node in &parent.children {
            let element = match node {
                Node::Text(text) => {
                    for part in text.split_inclusive(char::is_whitespace) {
                        let word = part.trim_end();
                        line.push_str(word);
                        if word.len() < part.len() && !line.ends_with(' ') {
                            line.push(' ');
                        }
                    }
                    continue;
                }
                Node::Element(element) => element,
            };
            match element.name.as_str() {
                "s" => line.push_str(&" ".repeat(element.attribute("c").parse().unwrap_or(1_usize).min(200))),
                "tab" => line.push('\t'),
                "line-break" => line.push('\n'),
                "note" => self.note(element),
                "annotation" | "annotation-end" | "hidden-paragraph" | "hidden-text" => {}
                // A text box within a line.
                "p" | "h" => {
                    line.push('\n');
                    self.runs(element, line);
                }
                _ => self.runs(element, line),
            }
        }
    }

    fn note(&mut self, note: &Element) {
        let body = note.elements().find(|element| element.name == "note-body");
        let mut story = Self::default();
        if let Some(body) = body {
            story.blocks(body);
        }
        self.notes.push_str(&story.words);
        self.notes.push_str(&story.notes);
    }

    fn table(&mut self, table: &Element) {
        for row in table.all("table-row") {
            let cells = row.elements().filter(|cell| cell.name == "table-cell").map(|cell| {
                let mut story = Self::default();
                story.blocks(cell);
                self.notes.push_str(&story.notes);
                story.words.split_whitespace().collect::<Vec<_>>().join(" ")
            });
            let cells: Vec<String> = cells.collect();
            self.words.push_str(&cells.join("\t"));
            self.words.push('\n');
        }
        self.words.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::super::import;
    use super::*;

    fn text(body: &str) -> Vec<u8> {
        let content = format!(
            "<office:document-content xmlns:office='o' xmlns:text='t'><office:body><office:text>{body}</office:text></office:body></office:document-content>"
        );
        let meta = "<m xmlns:dc='d'><dc:title>Talks end</dc:title><creation-date>2024-11-11T08:00:00</creation-date></m>";
        archive::packed(&[
            ("mimetype", b"application/vnd.oasis.opendocument.text"),
            ("content.xml", content.as_bytes()),
            ("meta.xml", meta.as_bytes()),
        ])
    }

    #[track_caller]
    fn check(body: &str, expected: &str) {
        // It is known by what is in it, whatever its name.
        let imported = import("a.bin", &text(body), &ReadAs::default()).expect("reads");
        assert_eq!(imported.articles[0].words, expected);
    }

    #[test]
    fn paragraphs_tables_and_notes_are_read() {
        check(
            "<text:h>Head</text:h><text:p>One\n  <text:span>two</text:span><text:s text:c='3'/>x<text:tab/>y</text:p>",
            "Head\n\nOne two   x\ty\n",
        );
        check(
            "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>",
            "a\tb\n",
        );
        check(
            "<text:p>Said<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Where.</text:p></text:note-body></text:note> so.</text:p>",
            "Said so.\n\nWhere.\n",
        );
        check(
            "<text:tracked-changes><text:p>old</text:p></text:tracked-changes><text:list><text:list-item><text:p>new</text:p></text:list-item></text:list>",
            "new\n",
        );
    }

    #[test]
    fn a_locked_one_is_said_to_be() {
        let bytes = archive::packed(&[
            ("META-INF/manifest.xml", b"<a><encryption-data/></a>"),
            ("content.xml", b"?"),
        ]);
        assert_eq!(import("a.odt", &bytes, &ReadAs::default()), Err(ImportError::Locked { what: WHAT }));
    }
}
