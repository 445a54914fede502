//! Word documents (Office Open XML): the paragraphs of the main part, tables row by row, then foot- and endnotes.
//!
//! Left out: what was deleted or moved away while changes were tracked, hidden words, comments, headers and footers of
//! pages, pictures. The format: ECMA-376.

use super::{
    About, Article, Format, ImportError, Imported, Source,
    archive::{self, Archive},
    dateline::WEAK,
    html, plain_text,
    sniff::Head,
    xml::{self, Element, Node},
};

pub(super) const FORMAT: Format = Format {
    name: "Word document",
    extensions: &["docx", "docm"],
    is_read_apart: true,
    claims: Some(is_word),
    read,
};

const WHAT: &str = "the Word document";

fn is_word(head: &Head<'_>) -> bool {
    let named = FORMAT.extensions.contains(&head.extension);
    archive::is_archive(head.bytes)
        && (named
            || archive::names_at_head(head.bytes, "word/document.xml")
            || archive::names_at_head(head.bytes, "word/"))
        && !archive::names_at_head(head.bytes, "xl/workbook.xml")
}

fn read(source: &Source<'_>) -> Result<Imported, ImportError> {
    let mut archive = Archive::open(source.bytes, WHAT)?;
    let main = main_part(&mut archive, source)?;
    let document = tree(&archive.need(&main)?, source)?;
    let mut story = Story::default();
    let body = document
        .find("body")
        .ok_or_else(|| ImportError::Damaged { what: WHAT, why: format!("{main}: it has no body") })?;
    story.blocks(body);
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    for notes in ["footnotes.xml", "endnotes.xml"] {
        let name = if folder.is_empty() { notes.to_owned() } else { format!("{folder}/{notes}") };
        if let Some(bytes) = archive.read(&name)? {
            story.notes(&tree(&bytes, source)?);
        }
    }
    let mut about = About::default();
    about.offer_title(&story.title, "title paragraph");
    properties(&mut archive, source, &mut about)?;
    let words = html::tidy(&story.words);
    about.offer_title(plain_text::headline(&words), "first line");
    if words.trim().is_empty() {
        return Err(ImportError::Wordless { what: WHAT, why: "it may be all pictures" });
    }
    let article = Article { about, words, encoding: "UTF-8".to_owned(), left_out: String::new() };
    Ok(Imported { articles: vec![article], ..Imported::default() })
}

fn tree(bytes: &[u8], source: &Source<'_>) -> Result<Element, ImportError> {
    let _ = source;
    Ok(xml::read(bytes, &super::ReadAs::default(), WHAT)?.0)
}

/// The path of the main part: the relations of the package name it.
fn main_part(archive: &mut Archive<'_>, source: &Source<'_>) -> Result<String, ImportError> {
    let Some(bytes) = archive.read("_rels/.rels")? else {
        return Ok("word/document.xml".to_owned());
    };
    let relations = tree(&bytes, source)?;
    let main = relations.elements().find(|relation| relation.attribute("Type").ends_with("/officeDocument"));
    let target = main.map_or("word/document.xml", |relation| relation.attribute("Target"));
    Ok(target.trim_start_matches('/').to_owned())
}

/// What the document says of itself.
fn properties(archive: &mut Archive<'_>, source: &Source<'_>, about: &mut About) -> Result<(), ImportError> {
    let Some(bytes) = archive.read("docProps/core.xml")? else {
        return Ok(());
    };
    let core = tree(&bytes, source)?;
    about.offer_title(&core.text_of("title"), WEAK);
    about.offer_byline(&core.text_of("creator"), WEAK);
    about.offer_language(&core.text_of("language"), WEAK);
    about.offer_published(&core.text_of("created"), WEAK);
    Ok(())
}

/// The words so far.
#[derive(Default)]
struct Story {
    words: String,
    /// The first paragraph of the style `Title`.
    title: String,
}

impl Story {
    /// Paragraphs, tables and what holds them.
    fn blocks(&mut self, parent: &Element) {
        for element in parent.elements() {
            match element.name.as_str() {
                "p" => self.paragraph(element),
                "tbl" => self.table(element),
                "sectPr" | "del" | "moveFrom" => {}
                "AlternateContent" => self.blocks(choice(element)),
                _ => self.blocks(element),
            }
        }
    }

    fn paragraph(&mut self, paragraph: &Element) {
        let (mut line, mut boxes) = (String::new(), Vec::new());
        runs(paragraph, &mut line, &mut boxes);
        let style = paragraph.elements().find(|element| element.name == "pPr");
        let style = style.and_then(|style| style.find("pStyle")).map_or("", |style| style.attribute("val"));
        if self.title.is_empty() && style == "Title" {
            line.trim().clone_into(&mut self.title);
        }
        self.words.push_str(&line);
        self.words.push_str("\n\n");
        for text_box in boxes {
            self.blocks(text_box);
        }
    }

    /// A row a line, cells apart by tabs.
    fn table(&mut self, table: &Element) {
        for row in table.all("tr") {
            let cells: Vec<String> = row.all("tc").into_iter().map(cell).collect();
            self.words.push_str(&cells.join("\t"));
            self.words.push('\n');
        }
        self.words.push('\n');
    }

    fn notes(&mut self, notes: &Element) {
        let real = notes.elements().filter(|note| note.attribute("type").is_empty());
        real.for_each(|note| self.blocks(note));
    }
}

fn cell(cell: &Element) -> String {
    let mut story = Story::default();
    story.blocks(cell);
    story.words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Of several ways to say the same, the first.
fn choice(alternatives: &Element) -> &Element {
    alternatives.elements().next().unwrap_or(alternatives)
}

/// The words of a paragraph; text boxes are put aside.
fn runs<'e>(parent: &'e Element, line: &mut String, boxes: &mut Vec<&'e Element>) {
    let hidden = |run: &Element| {
        let style = run.elements().find(|element| element.name == "rPr");
        style.is_some_and(|style| {
            style.elements().any(|one| one.name == "vanish" && !matches!(one.attribute("val"), "0" | "false"))
        })
    };
    for element in parent.elements() {
        match element.name.as_str() {
            "t" => element.children.iter().for_each(|node| {
                if let Node::Text(text) = node {
                    line.push_str(text);
                }
            }),
            "tab" | "ptab" => line.push('\t'),
            "br" | "cr" => line.push('\n'),
            "noBreakHyphen" => line.push('-'),
            "r" if hidden(element) => {}
            "txbxContent" => boxes.push(element),
            "AlternateContent" => runs(choice(element), line, boxes),
            "del" | "moveFrom" | "instrText" | "delText" | "pPr" | "rPr" | "rt" | "annotationRef" => {}
            _ => runs(element, line, boxes),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ReadAs, import};
    use super::*;

    const CORE: &str = "<p xmlns:dc='d'><dc:title>Props</dc:title><dc:creator>A. Lindqvist</dc:creator><created>2024-11-11T08:00:00Z</created></p>";

    fn document(body: &str) -> Vec<u8> {
        let document = format!("<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>");
        archive::packed(&[("word/document.xml", document.as_bytes()), ("docProps/core.xml", CORE.as_bytes())])
    }

    #[track_caller]
    fn check(body: &str, expected: &str) {
        let imported = import("a.docx", &document(body), &ReadAs::default()).expect("reads");
        assert_eq!(imported.articles[0].words, expected);
    }

    #[test]
    fn paragraphs_tables_and_boxes_are_read() {
        check(
            "<w:p><w:r><w:t>One</w:t><w:tab/><w:t xml:space='preserve'> two</w:t></w:r></w:p><w:p><w:r><w:t>Three</w:t></w:r></w:p>",
            "One\t two\n\nThree\n",
        );
        check(
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            "a\tb\n",
        );
        check(
            "<w:p><w:r><w:t>x</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>",
            "x\n\nbox\n",
        );
    }

    #[test]
    fn what_was_deleted_or_hidden_is_left_out() {
        check(
            "<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>",
            "new\n",
        );
        check(
            "<w:p><w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink><w:r><w:instrText>HYPERLINK</w:instrText></w:r></w:p>",
            "link\n",
        );
    }

    #[test]
    fn what_it_says_of_itself_is_said() {
        let body = "<w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>Talks end</w:t></w:r></w:p><w:p><w:r><w:t>All went home.</w:t></w:r></w:p>";
        let about =
            import("a.docx", &document(body), &ReadAs::default()).expect("reads").articles.remove(0).about;
        assert_eq!(about.title.map(|title| title.value).as_deref(), Some("Talks end"));
        assert_eq!(about.byline.map(|byline| byline.value).as_deref(), Some("A. Lindqvist"));
        assert_eq!(
            about.published.map(|found| (found.value.at, found.from)),
            Some(("2024-11-11T08:00:00Z".into(), WEAK.into()))
        );
    }

    #[test]
    fn a_bad_one_is_refused_with_a_reason() {
        let error =
            |bytes: &[u8]| import("a.docx", bytes, &ReadAs::default()).expect_err("is refused").to_string();
        assert!(error(&document("<w:p>")).contains("line 1"));
        assert!(error(&document("")).contains("has no words"));
        assert!(error(&archive::packed(&[("word/other.xml", b"")])).contains("word/document.xml is missing"));
        let laughs = "<!DOCTYPE a [<!ENTITY b 'ha'>]><w:document><w:body>&b;</w:body></w:document>";
        assert!(error(&archive::packed(&[("word/document.xml", laughs.as_bytes())])).contains("for safety"));
    }
}
