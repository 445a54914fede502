//! Pages whose elements lie too deep in each other are made flat before they are read: each further level costs a parser as
//! much time as all levels before it.
//!
//! Only elements that stay open until they are closed are counted; a paragraph ends where the next begins.

use std::borrow::Cow;

/// Elements that the parser closes by itself, or that hold nothing.
const NOT_COUNTED: &[&str] = &[
    "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html", "img",
    "input", "li", "link", "meta", "optgroup", "option", "p", "param", "rp", "rt", "source", "tbody", "td",
    "tfoot", "th", "thead", "tr", "track", "wbr",
];

/// Elements whose words are no tags.
const RAW: &[&str] = &["script", "style", "textarea", "title", "xmp", "noscript", "template"];

/// The page with elements no deeper than `most`: a break stands for one that is deeper.
pub(super) fn made_flat(html: &str, most: usize) -> Cow<'_, str> {
    let mut flat = String::new();
    let (mut depth, mut kept_to) = (0usize, 0);
    for tag in (Tags { html, at: 0 }) {
        let is_dropped = if tag.is_end { depth > most } else { depth >= most };
        depth = if tag.is_end { depth.saturating_sub(1) } else { depth + 1 };
        if is_dropped {
            flat.push_str(html.get(kept_to..tag.start).unwrap_or_default());
            flat.push_str("<br>");
            kept_to = tag.end;
        }
    }
    if kept_to == 0 {
        return Cow::Borrowed(html);
    }
    flat.push_str(html.get(kept_to..).unwrap_or_default());
    Cow::Owned(flat)
}

/// A tag of an element that is counted.
struct Tag {
    start: usize,
    end: usize,
    is_end: bool,
}

/// The tags of a page that are counted, one after the other.
struct Tags<'a> {
    html: &'a str,
    at: usize,
}

impl Tags<'_> {
    fn rest(&self, at: usize) -> &[u8] {
        self.html.as_bytes().get(at..).unwrap_or_default()
    }

    /// Where something ends that begins before `at`; the end of the page if it is not there.
    fn after(&self, at: usize, end: &[u8]) -> usize {
        memchr::memmem::find(self.rest(at), end).map_or(self.html.len(), |found| at + found + end.len())
    }

    /// Where a tag ends whose name ends at `at`; a sign within quotes is none.
    fn end_of_tag(&self, at: usize) -> usize {
        let mut quote = None;
        for (place, byte) in self.rest(at).iter().enumerate() {
            match (quote, byte) {
                (None, b'>') => return at + place + 1,
                (None, b'"' | b'\'') => quote = Some(byte),
                (Some(mark), other) if mark == other => quote = None,
                _ => {}
            }
        }
        self.html.len()
    }

    /// Where the words of a raw element end: before its end tag.
    fn end_of_raw(&self, at: usize, name: &str) -> usize {
        let mut from = at;
        while let Some(found) = memchr::memmem::find(self.rest(from), b"</") {
            let start = from + found;
            let is_its = self
                .rest(start + 2)
                .get(..name.len())
                .is_some_and(|other| other.eq_ignore_ascii_case(name.as_bytes()));
            if is_its {
                return start;
            }
            from = start + 2;
        }
        self.html.len()
    }
}

impl Iterator for Tags<'_> {
    type Item = Tag;

    fn next(&mut self) -> Option<Tag> {
        loop {
            let start = self.at + memchr::memchr(b'<', self.rest(self.at))?;
            if self.rest(start).starts_with(b"<!--") {
                self.at = self.after(start + 4, b"-->");
                continue;
            }
            let is_end = self.rest(start).get(1) == Some(&b'/');
            let name_start = start + 1 + usize::from(is_end);
            let length = self.rest(name_start).iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
            let name =
                self.html.get(name_start..name_start + length).unwrap_or_default().to_ascii_lowercase();
            if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
                self.at = start + 1;
                continue;
            }
            let end = self.end_of_tag(name_start + length);
            self.at = end;
            if RAW.contains(&name.as_str()) {
                if !is_end {
                    self.at = self.end_of_raw(end, &name);
                }
            } else if !NOT_COUNTED.contains(&name.as_str()) {
                return Some(Tag { start, end, is_end });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(html: &str, most: usize, expected: &str) {
        assert_eq!(made_flat(html, most), expected);
    }

    #[test]
    fn what_is_deeper_becomes_a_break() {
        check("<div><b>a<i>b</i>c</b></div><i>d</i>", 2, "<div><b>a<br>b<br>c</b></div><i>d</i>");
        check("<div><DIV title='>'>a</DIV>b</div>", 1, "<div><br>a<br>b</div>");
    }

    #[test]
    fn what_is_no_depth_is_not_counted() {
        for html in [
            "<p>a<p>b<p>c<ul><li>d<li>e</ul>",
            "<div><!-- <div><div> --></div>",
            "<div><script>'<div><div>'</script></div>",
            "a < b <div>c",
            "<div><br/><img src=a><hr>",
        ] {
            check(html, 1, html);
        }
    }

    proptest! {
        #[test]
        fn any_page_is_made_flat_enough(html in "(<div>|</div>|<p>|<b|'|\"|>|x|é|<!--|-->|<script>|</script>){0,60}", most in 0usize..6) {
            let flat = made_flat(&html, most);
            prop_assert_eq!(made_flat(&flat, most), flat.as_ref());
        }
    }
}
