//! Reads XML into a tree. The formats that we read are trees of records, so a tree is what their readers ask for.

use crate::text::LineColumn;
use quick_xml::{
    Reader, XmlVersion,
    events::{BytesRef, BytesStart, Event},
};
use std::{borrow::Cow, fmt};

/// Deeper than any file of these formats; a bound, so that no file can exhaust the stack.
const MOST_DEPTH: usize = 200;

/// One element with all that is in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::exchange) struct Element {
    /// As it is written, with its prefix.
    pub name: String,
    /// In order, with their prefixes.
    pub attributes: Vec<(String, String)>,
    /// The words directly in it, without those of its children.
    pub text: String,
    pub children: Vec<Element>,
}

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::exchange) struct XmlError {
    pub place: LineColumn,
    pub what: String,
}

impl fmt::Display for XmlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { place: LineColumn { line, column }, what } = self;
        write!(f, "line {line}, column {column}: {what}")
    }
}

impl Element {
    /// The name without its prefix.
    pub fn local(&self) -> &str {
        self.name.rsplit(':').next().unwrap_or_default()
    }

    /// The value of an attribute, by its name with its prefix.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The children of this name, whatever their prefix.
    pub fn all<'a>(&'a self, local: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |child| child.local() == local)
    }

    /// The first child of this name.
    pub fn first(&self, local: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.local() == local)
    }
}

/// The root element of a file in UTF-8 or UTF-16.
pub(in crate::exchange) fn read(bytes: &[u8]) -> Result<Element, XmlError> {
    read_tree(bytes, Tree { open: Vec::new(), root: None, passed: 0, each: None })
}

/// The root element without its children, which are given away one by one: a file may have millions of them. Those whose names
/// are not `wanted` are passed over.
pub(in crate::exchange) fn read_each(
    bytes: &[u8],
    mut wanted: impl FnMut(&Element, &str) -> bool,
    mut take: impl FnMut(&Element, Element),
) -> Result<Element, XmlError> {
    let each = Each { wanted: &mut wanted, take: &mut take };
    read_tree(bytes, Tree { open: Vec::new(), root: None, passed: 0, each: Some(each) })
}

fn read_tree(bytes: &[u8], mut tree: Tree<'_>) -> Result<Element, XmlError> {
    let words = decoded(bytes)?;
    let mut reader = Reader::from_str(&words);
    loop {
        let event = reader.read_event();
        let at = |what: String, byte: u64| {
            let place = LineColumn::of(&words, usize::try_from(byte).unwrap_or(usize::MAX).min(words.len()));
            XmlError { place, what }
        };
        match event {
            Ok(Event::Eof) => break,
            Ok(event) => tree.take(event).map_err(|what| at(what, reader.buffer_position()))?,
            Err(error) => return Err(at(error.to_string(), reader.error_position())),
        }
    }
    let end = LineColumn::of(&words, words.len());
    match (tree.open.pop(), tree.root) {
        (Some(open), _) => Err(XmlError { place: end, what: format!("<{}> is never closed", open.name) }),
        (None, None) => Err(XmlError { place: end, what: "there is no element in it".to_owned() }),
        (None, Some(root)) => Ok(root),
    }
}

fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, XmlError> {
    let start = LineColumn { line: 1, column: 1 };
    let utf16 = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = rest.chunks_exact(2).filter_map(|pair| Some(unit(pair.try_into().ok()?)));
        let words: Result<String, _> = char::decode_utf16(units).collect();
        let wrong = |_| XmlError { place: start, what: "it is not whole UTF-16".to_owned() };
        words.map(Cow::Owned).map_err(wrong)
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] | rest => {
            std::str::from_utf8(rest).map(Cow::Borrowed).map_err(|error| {
                let valid = rest.get(..error.valid_up_to()).and_then(|valid| std::str::from_utf8(valid).ok());
                let place = LineColumn::of(valid.unwrap_or_default(), error.valid_up_to());
                XmlError { place, what: "it is neither UTF-8 nor UTF-16 with a byte order mark".to_owned() }
            })
        }
    }
}

/// What becomes of the children of the root.
struct Each<'a> {
    wanted: &'a mut dyn FnMut(&Element, &str) -> bool,
    take: &'a mut dyn FnMut(&Element, Element),
}

struct Tree<'a> {
    open: Vec<Element>,
    root: Option<Element>,
    /// How many elements are open that are passed over, one in the other.
    passed: usize,
    each: Option<Each<'a>>,
}

impl Tree<'_> {
    fn take(&mut self, event: Event) -> Result<(), String> {
        if self.passed > 0 {
            match event {
                Event::Start(_) => self.passed += 1,
                Event::End(_) => self.passed -= 1,
                _ => {}
            }
            return Ok(());
        }
        match event {
            Event::Start(start) if self.is_passed_over(&start) => self.passed = 1,
            Event::Start(start) => {
                if self.open.len() >= MOST_DEPTH {
                    return Err(format!("elements lie more than {MOST_DEPTH} deep"));
                }
                self.open.push(element(&start)?);
            }
            Event::Empty(start) if self.is_passed_over(&start) => {}
            Event::Empty(start) => self.add(element(&start)?)?,
            Event::End(_) => {
                if let Some(done) = self.open.pop() {
                    self.add(done)?;
                }
            }
            Event::Text(text) => self.add_words(&text.xml10_content()),
            Event::CData(text) => self.add_words(&text.xml10_content()),
            Event::GeneralRef(reference) => self.add_words(resolved(&reference)?.encode_utf8(&mut [0; 4])),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) | Event::Eof => {}
        }
        Ok(())
    }

    /// Whether it is a child of the root that nobody wants.
    fn is_passed_over(&mut self, start: &BytesStart) -> bool {
        match (&mut self.each, self.open.as_slice()) {
            (Some(each), [root]) => !(each.wanted)(root, start.name().as_ref()),
            _ => false,
        }
    }

    fn add(&mut self, element: Element) -> Result<(), String> {
        match (self.open.as_mut_slice(), &mut self.each) {
            ([root], Some(each)) => (each.take)(root, element),
            ([.., parent], _) => parent.children.push(element),
            ([], _) if self.root.is_none() => self.root = Some(element),
            ([], _) => return Err("there is a second element after the first".to_owned()),
        }
        Ok(())
    }

    fn add_words(&mut self, words: &str) {
        if let Some(parent) = self.open.last_mut() {
            parent.text.push_str(words);
        }
    }
}

fn element(start: &BytesStart) -> Result<Element, String> {
    let mut element = Element { name: start.name().as_ref().to_owned(), ..Element::default() };
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| error.to_string())?;
        element.attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    Ok(element)
}

fn resolved(reference: &BytesRef) -> Result<char, String> {
    let by_number = reference.resolve_char_ref().map_err(|error| error.to_string())?;
    let by_name = || match reference.as_ref() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    };
    by_number.or_else(by_name).ok_or_else(|| format!("the entity &{}; is not known", reference.as_ref()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn elements_attributes_and_words() {
        let words = "\u{feff}<?xml version='1.0'?><!-- no --><x:a b='1&#10;2' c=\"\n\">e<d/>&lt;<![CDATA[<f>]]></x:a>";
        let root = read(words.as_bytes()).expect("is XML");
        assert_eq!((root.name.as_str(), root.local()), ("x:a", "a"));
        assert_eq!((root.attribute("b"), root.attribute("c")), (Some("1\n2"), Some(" ")));
        assert_eq!((root.text.as_str(), root.all("d").count()), ("e<<f>", 1));
        let utf16: Vec<u8> = "\u{feff}<a>é😀</a>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&utf16).expect("is XML").text, "é😀");
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        let check = |words: &str, what: &str| {
            let error = read(words.as_bytes()).expect_err("is wrong").to_string();
            assert!(error.contains(what), "{error}");
        };
        check("", "there is no element");
        check("<a>\n<b>", "line 2, column 4: <b> is never closed");
        check("<a/><b/>", "second element");
        check("<a>&b;</a>", "line 1, column 7: the entity &b; is not known");
        check("<a></b>", "line 1");
        check(&"<a>".repeat(100_000), "200 deep");
        assert!(
            read(b"<a>\xff</a>")
                .expect_err("is wrong")
                .to_string()
                .starts_with("line 1, column 4: it is neither")
        );
    }

    #[test]
    fn children_are_given_one_by_one_and_some_are_passed_over() {
        let words = "<r x='1'><a/><b>2<c/></b> <b/><a><a>3</a></a><d/></r>";
        let mut taken = Vec::new();
        let wanted = |_: &Element, name: &str| name != "a";
        let take = |root: &Element, child: Element| {
            taken.push(format!("{} {} {}", child.name, child.text, root.attributes.len()));
        };
        let root = read_each(words.as_bytes(), wanted, take).expect("is XML");
        assert_eq!(taken, ["b 2 1", "b  1", "d  1"]);
        assert_eq!((root.name.as_str(), root.children.len()), ("r", 0));
        assert!(read_each(b"<r><a><b/>", |_, _| false, |_, _| ()).is_err());
    }

    #[test]
    fn entities_of_the_file_itself_are_not_expanded() {
        let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>";
        assert!(read(bomb.as_bytes()).is_err());
    }

    proptest! {
        #[test]
        fn any_bytes_never_panic(bytes in "(<|>|/|a|:|=|'|\"|&|;|#|!|\\[|\\]|-|\\?|\\PC|\\n){0,60}") {
            let _ = read(bytes.as_bytes());
        }
    }
}
