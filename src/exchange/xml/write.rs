//! Writes XML 1.0 in UTF-8, indented by one space.

use super::{REPLACEMENT, is_legal};
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event, attributes::Attribute},
    name::QName,
};
use std::borrow::Cow;

/// Writes one XML file. Elements are closed in the order in which they must be.
pub(in crate::exchange) struct XmlWriter {
    writer: Writer<Vec<u8>>,
    open: Vec<String>,
    /// How many characters were replaced because XML cannot hold them.
    replaced: usize,
}

/// Where words stand, since white space is kept in different ways.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Attribute,
    Content,
}

impl XmlWriter {
    /// A file that has its declaration and nothing else.
    pub fn new() -> Self {
        let mut new = Self::bare();
        new.put(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        new
    }

    /// A file without a declaration, for programs that want none.
    pub fn bare() -> Self {
        Self { writer: Writer::new_with_indent(Vec::new(), b' ', 1), open: Vec::new(), replaced: 0 }
    }

    /// Opens an element.
    pub fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        let start = self.start(name, attributes);
        self.put(Event::Start(start));
        self.open.push(name.to_owned());
    }

    /// Closes the element that was opened last.
    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.put(Event::End(BytesEnd::new(name)));
        }
    }

    /// An element with nothing in it.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        let start = self.start(name, attributes);
        self.put(Event::Empty(start));
    }

    /// An element with words in it.
    pub fn words(&mut self, name: &str, attributes: &[(&str, &str)], words: &str) {
        self.open(name, attributes);
        let escaped = escape(words, Place::Content, &mut self.replaced);
        self.put(Event::Text(BytesText::from_escaped(escaped)));
        self.close();
    }

    /// The file, and how many characters were replaced.
    pub fn finish(mut self) -> (Vec<u8>, usize) {
        while !self.open.is_empty() {
            self.close();
        }
        let mut bytes = self.writer.into_inner();
        bytes.push(b'\n');
        (bytes, self.replaced)
    }

    fn start<'a>(&mut self, name: &'a str, attributes: &[(&'a str, &'a str)]) -> BytesStart<'a> {
        let mut start = BytesStart::new(name);
        for (key, value) in attributes {
            let value = escape(value, Place::Attribute, &mut self.replaced);
            start.push_attribute(Attribute { key: QName(key), value });
        }
        start
    }

    fn put(&mut self, event: Event) {
        // Writing to memory does not fail.
        let _ = self.writer.write_event(event);
    }
}

fn escape<'a>(words: &'a str, place: Place, replaced: &mut usize) -> Cow<'a, str> {
    let is_plain = |c: char| !matches!(c, '&' | '<' | '>' | '"' | '\'' | '\t' | '\n' | '\r') && is_legal(c);
    if words.chars().all(is_plain) {
        return Cow::Borrowed(words);
    }
    let mut escaped = String::with_capacity(words.len() + 16);
    for character in words.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\r' => escaped.push_str("&#13;"),
            '\n' if place == Place::Attribute => escaped.push_str("&#10;"),
            '\t' if place == Place::Attribute => escaped.push_str("&#9;"),
            legal if is_legal(legal) => escaped.push(legal),
            _ => {
                *replaced += 1;
                escaped.push(REPLACEMENT);
            }
        }
    }
    Cow::Owned(escaped)
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn white_space_and_signs_are_kept_and_nul_is_counted() {
        let mut xml = XmlWriter::new();
        xml.open("a", &[("b", "\"<\n&\t'\r\0")]);
        xml.words("c", &[], " x\r\n]]>\u{b} ");
        let (bytes, replaced) = xml.finish();
        insta::assert_snapshot!(String::from_utf8(bytes).expect("is UTF-8"), @r##"
        <?xml version="1.0" encoding="UTF-8"?>
        <a b="&quot;&lt;&#10;&amp;&#9;'&#13;�">
         <c> x&#13;
        ]]&gt;� </c>
        </a>
        "##);
        assert_eq!(replaced, 2);
    }

    proptest! {
        #[test]
        fn whatever_is_written_is_read(words in any::<String>()) {
            let legal: String = words.chars().map(|c| if is_legal(c) { c } else { REPLACEMENT }).collect();
            let mut xml = XmlWriter::new();
            xml.open("a", &[("b", &words)]);
            xml.words("c", &[], &words);
            let (bytes, _) = xml.finish();
            let read = read(&bytes).expect("is XML");
            prop_assert_eq!(read.attribute("b"), Some(legal.as_str()));
            prop_assert_eq!(&read.children[0].text, &legal);
        }
    }
}
