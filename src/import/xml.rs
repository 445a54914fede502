//! XML as a tree, read with care: no document type with entities, nothing from outside, nothing too deep.
//!
//! Names come without their prefixes. A document type that only names its DTD is passed over (agencies write one), and the
//! DTD is not fetched.

use super::{ImportError, ReadAs, decode, html};
use quick_xml::{Reader, XmlVersion, events::Event};

/// Deeper elements are refused.
const MOST_DEEP: usize = 256;

/// An element and what is in it.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<Node>,
}

#[derive(Debug)]
pub(super) enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// An attribute; empty if it is not there.
    pub(super) fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(other, _)| other == name).map_or("", |(_, value)| value)
    }

    /// The elements right below this one.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element of a name, at any depth.
    pub(super) fn find(&self, name: &str) -> Option<&Self> {
        self.elements()
            .find_map(|element| if element.name == name { Some(element) } else { element.find(name) })
    }

    /// All elements of a name that do not lie within another of it.
    pub(super) fn all<'e>(&'e self, name: &str) -> Vec<&'e Self> {
        let mut found = Vec::new();
        self.collect(name, &mut found);
        found
    }

    fn collect<'e>(&'e self, name: &str, found: &mut Vec<&'e Self>) {
        for element in self.elements() {
            if element.name == name {
                found.push(element);
            } else {
                element.collect(name, found);
            }
        }
    }

    /// All words in it.
    pub(super) fn text(&self) -> String {
        let mut words = String::new();
        self.write_text(&mut words);
        words
    }

    /// The words of the first element of a name; empty if there is none.
    pub(super) fn text_of(&self, name: &str) -> String {
        self.find(name).map(Self::text).unwrap_or_default()
    }

    fn write_text(&self, words: &mut String) {
        for node in &self.children {
            match node {
                Node::Element(element) => element.write_text(words),
                Node::Text(text) => words.push_str(text),
            }
        }
    }

    /// As HTML, for the words of pages that stand within XML.
    pub(super) fn to_html(&self) -> String {
        let mut html = String::new();
        self.write_html(&mut html);
        html
    }

    fn write_html(&self, html: &mut String) {
        let escaped = |words: &str| words.replace('&', "&amp;").replace('<', "&lt;");
        html.extend(["<", &self.name, ">"]);
        for node in &self.children {
            match node {
                Node::Element(element) => element.write_html(html),
                Node::Text(text) => html.push_str(&escaped(text)),
            }
        }
        html.extend(["</", &self.name, ">"]);
    }
}

/// Reads XML; `what` is what it is called in messages. Gives the tree and the name of the encoding.
pub(super) fn read(
    bytes: &[u8],
    read_as: &ReadAs,
    what: &'static str,
) -> Result<(Element, String), ImportError> {
    let stated = html::stated_encoding(bytes);
    let decoded = decode::decode_stated(bytes, read_as, stated.as_deref())?;
    Ok((parse(&decoded.words, what)?, decoded.encoding))
}

/// The root element.
pub(super) fn parse(words: &str, what: &'static str) -> Result<Element, ImportError> {
    let words = words.trim_start_matches('\u{feff}');
    let mut reader = Reader::from_str(words);
    reader.config_mut().expand_empty_elements = true;
    let mut open = vec![Element::default()];
    loop {
        let event = reader.read_event();
        let damaged = |why: String| {
            let at = usize::try_from(reader.error_position()).unwrap_or_default().min(words.len());
            let line = words.as_bytes().get(..at).unwrap_or_default();
            let line = memchr::memchr_iter(b'\n', line).count() + 1;
            ImportError::Damaged { what, why: format!("line {line}: {why}") }
        };
        match event.map_err(|error| damaged(error.to_string()))? {
            Event::Start(start) => {
                if open.len() > MOST_DEEP {
                    return Err(ImportError::Unsafe {
                        why: format!("its elements are nested deeper than {MOST_DEEP}"),
                    });
                }
                let mut element =
                    Element { name: start.local_name().as_ref().to_owned(), ..Element::default() };
                for attribute in start.attributes().with_checks(false).flatten() {
                    let value = attribute
                        .normalized_value(XmlVersion::Implicit1_0)
                        .map(std::borrow::Cow::into_owned)
                        .unwrap_or_default();
                    element.attributes.push((attribute.key.local_name().as_ref().to_owned(), value));
                }
                open.push(element);
            }
            Event::End(_) => close(&mut open),
            Event::Text(text) => push_text(&mut open, &text.xml10_content()),
            Event::CData(text) => push_text(&mut open, &text.xml10_content()),
            Event::GeneralRef(reference) => {
                let character = reference.resolve_char_ref().map_err(|error| damaged(error.to_string()))?;
                let name = reference.xml10_content();
                match character.map(String::from).or_else(|| entity(&name)) {
                    Some(words) => push_text(&mut open, &words),
                    None => {
                        return Err(ImportError::Unsafe {
                            why: format!("it uses the entity &{name}; of a document type"),
                        });
                    }
                }
            }
            Event::DocType(kind) => {
                let kind = kind.xml10_content();
                if kind.contains('[') || kind.contains("<!") {
                    return Err(ImportError::Unsafe {
                        why: "it has a document type (DTD) of its own".to_owned(),
                    });
                }
            }
            Event::Eof => break,
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
    if open.len() > 1 {
        let name = open.last().map_or("", |element| element.name.as_str());
        return Err(ImportError::Damaged { what, why: format!("it ends within <{name}>") });
    }
    let root = open.pop().unwrap_or_default().children.into_iter().find_map(|node| match node {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    });
    root.ok_or_else(|| ImportError::Damaged { what, why: "there is no element in it".to_owned() })
}

fn close(open: &mut Vec<Element>) {
    if open.len() > 1
        && let Some(element) = open.pop()
        && let Some(parent) = open.last_mut()
    {
        parent.children.push(Node::Element(element));
    }
}

fn push_text(open: &mut [Element], words: &str) {
    let Some(element) = open.last_mut() else {
        return;
    };
    if let Some(Node::Text(text)) = element.children.last_mut() {
        text.push_str(words);
    } else {
        element.children.push(Node::Text(words.to_owned()));
    }
}

/// The five of XML, and those of HTML that agencies write all the same.
fn entity(name: &str) -> Option<String> {
    quick_xml::escape::resolve_predefined_entity(name)
        .or_else(|| quick_xml::escape::resolve_html5_entity(name))
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_with_its_words_and_attributes() {
        let root = parse(
            "<?xml version='1.0'?>\n<!DOCTYPE n SYSTEM 'n.dtd'><a:n x='1 &amp; 2'>one <b>two</b>&#233;&lt;<c/></a:n>",
            "x",
        );
        let root = root.expect("reads");
        assert_eq!(
            (root.name.as_str(), root.attribute("x"), root.text().as_str()),
            ("n", "1 & 2", "one twoé<")
        );
        assert_eq!(root.text_of("b"), "two");
        assert!(root.find("c").is_some() && root.find("d").is_none());
    }

    #[track_caller]
    fn refused(words: &str, expected: &str) {
        let error = parse(words, "the thing").expect_err("is refused").to_string();
        assert!(error.contains(expected), "{error}");
    }

    #[test]
    fn what_could_harm_is_refused() {
        refused("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "document type");
        refused("<a>&unknown;</a>", "&unknown;");
        refused(&"<a>".repeat(300), "nested deeper than 256");
        refused("<a>\n<b></a>", "line 2");
        refused("<a>\n<b>", "ends within <b>");
        refused("no element", "no element");
    }
}
