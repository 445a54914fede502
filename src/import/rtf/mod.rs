//! Rich text (RTF): its words, with paragraphs, tabs and rows of tables; the font's code page decodes what is no ASCII.
//!
//! Footnotes have numbers and stand at the end. Left out: tables of fonts, colours and styles, pictures, objects, headers and
//! footers of pages, field codes, deleted and hidden words. The format: RTF 1.9.1.

mod code_pages;

use super::{
    About, Article, Format, ImportError, Imported, Source, dateline::WEAK, html, plain_text, sniff::Head,
};
use code_pages::{charset, code_page};
use encoding_rs::Encoding;
use std::collections::HashMap;

pub(super) const FORMAT: Format =
    Format { name: "rich text", extensions: &["rtf"], is_read_apart: true, claims: Some(is_rich_text), read };

const WHAT: &str = "the rich text";

/// Deeper groups are refused.
const MOST_DEEP: usize = 1_000;

fn is_rich_text(head: &Head<'_>) -> bool {
    head.words.trim_start_matches('\u{feff}').starts_with("{\\rtf")
}

fn read(source: &Source<'_>) -> Result<Imported, ImportError> {
    let mut reader = Reader::new(source.bytes);
    reader.run()?;
    let mut about = About::default();
    let words = html::tidy(&format!("{}{}", reader.words, reader.notes));
    about.offer_title(&reader.title, WEAK);
    about.offer_byline(&reader.author, WEAK);
    about.offer_published(&reader.created(), WEAK);
    about.offer_title(plain_text::headline(&words), "first line");
    if words.trim().is_empty() {
        return Err(ImportError::Wordless { what: WHAT, why: "it may be all pictures" });
    }
    let mut warnings = Vec::new();
    if !reader.groups.is_empty() {
        warnings.push("the rich text is cut off: its end is missing".to_owned());
    }
    let encoding = reader.page.name().to_owned();
    Ok(Imported {
        articles: vec![Article { about, words, encoding, left_out: String::new() }],
        warnings,
        ..Imported::default()
    })
}

/// Where words go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Text,
    Note,
    Nowhere,
    Fonts,
    Info,
    Title,
    Author,
    Created,
}

/// What a group may change, and gives back at its end.
#[derive(Clone, Copy)]
struct Group {
    place: Place,
    /// Where words go that are seen within something that is not: the text, or a note.
    home: Place,
    font: i32,
    is_hidden: bool,
    /// How many characters stand for one that is told by its number.
    skipped: usize,
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    group: Group,
    groups: Vec<Group>,
    page: &'static Encoding,
    fonts: HashMap<i32, &'static Encoding>,
    /// Bytes that wait to be decoded together, since two may be one character.
    raw: Vec<u8>,
    /// Characters to be passed over, which repeat one that was told by its number.
    skip: usize,
    /// The first half of a character beyond 16 bits.
    high: Option<u16>,
    words: String,
    notes: String,
    note_count: usize,
    title: String,
    author: String,
    created: [i32; 3],
}

impl<'a> Reader<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            at: 0,
            group: Group { place: Place::Text, home: Place::Text, font: 0, is_hidden: false, skipped: 1 },
            groups: Vec::new(),
            page: encoding_rs::WINDOWS_1252,
            fonts: HashMap::new(),
            raw: Vec::new(),
            skip: 0,
            high: None,
            words: String::new(),
            notes: String::new(),
            note_count: 0,
            title: String::new(),
            author: String::new(),
            created: [0; 3],
        }
    }

    fn created(&self) -> String {
        let [year, month, day] = self.created;
        format!("{year:04}-{month:02}-{day:02}")
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.at).copied()?;
        self.at += 1;
        Some(byte)
    }

    fn run(&mut self) -> Result<(), ImportError> {
        while let Some(byte) = self.next() {
            match byte {
                b'{' => {
                    self.flush();
                    if self.groups.len() >= MOST_DEEP {
                        let why = format!("its groups are nested deeper than {MOST_DEEP}");
                        return Err(ImportError::Unsafe { why });
                    }
                    self.groups.push(self.group);
                    self.skip = 0;
                }
                b'}' => {
                    self.flush();
                    self.skip = 0;
                    let Some(group) = self.groups.pop() else {
                        continue;
                    };
                    self.group = group;
                    if self.groups.is_empty() {
                        return Ok(());
                    }
                }
                b'\\' => self.control(),
                b'\r' | b'\n' | 0 => {}
                other => self.byte(other),
            }
        }
        self.flush();
        Ok(())
    }

    fn byte(&mut self, byte: u8) {
        if self.skip > 0 {
            self.skip -= 1;
        } else {
            self.raw.push(byte);
        }
    }

    fn control(&mut self) {
        let Some(byte) = self.next() else {
            return;
        };
        match byte {
            b'\'' => {
                let digits =
                    self.bytes.get(self.at..self.at + 2).and_then(|digits| std::str::from_utf8(digits).ok());
                if let Some(value) = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
                    self.at += 2;
                    self.byte(value);
                }
            }
            b'a'..=b'z' | b'A'..=b'Z' => self.word(),
            b'*' => self.group.place = Place::Nowhere,
            b'~' => self.put("\u{a0}"),
            b'_' => self.put("-"),
            b'\r' | b'\n' => self.put("\n\n"),
            b'\\' | b'{' | b'}' => self.byte(byte),
            _ => {}
        }
    }

    /// A control word, its number, and the one space that ends it.
    fn word(&mut self) {
        let start = self.at - 1;
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_alphabetic) {
            self.at += 1;
        }
        let name = self.bytes.get(start..self.at).unwrap_or_default();
        let digits = self.at;
        if self.bytes.get(self.at) == Some(&b'-') {
            self.at += 1;
        }
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_digit) {
            self.at += 1;
        }
        let number = self.bytes.get(digits..self.at).and_then(|digits| std::str::from_utf8(digits).ok());
        let number: Option<i32> = number.and_then(|number| number.parse().ok());
        if self.bytes.get(self.at) == Some(&b' ') {
            self.at += 1;
        }
        self.carry_out(std::str::from_utf8(name).unwrap_or_default(), number);
    }

    fn carry_out(&mut self, name: &str, number: Option<i32>) {
        match name {
            "u" => return self.numbered(number.unwrap_or_default()),
            "bin" => {
                self.at =
                    self.at.saturating_add(usize::try_from(number.unwrap_or_default()).unwrap_or_default());
                return;
            }
            _ => self.flush(),
        }
        match name {
            "par" | "sect" | "page" => self.put("\n\n"),
            "line" | "row" => self.put("\n"),
            // It stands among the properties of the row, which are not seen.
            "nestrow" => self.put_into(self.group.home, "\n"),
            "tab" | "cell" | "nestcell" => self.put("\t"),
            "emdash" => self.put("—"),
            "endash" => self.put("–"),
            "lquote" => self.put("‘"),
            "rquote" => self.put("’"),
            "ldblquote" => self.put("“"),
            "rdblquote" => self.put("”"),
            "bullet" => self.put("•"),
            "emspace" | "enspace" | "qmspace" => self.put(" "),
            "uc" => self.group.skipped = usize::try_from(number.unwrap_or(1)).unwrap_or_default().min(16),
            "ansicpg" => self.page = code_page(number.unwrap_or_default()).unwrap_or(self.page),
            "mac" => self.page = encoding_rs::MACINTOSH,
            "f" => self.group.font = number.unwrap_or_default(),
            "fcharset" if self.group.place == Place::Fonts => {
                if let Some(page) = charset(number.unwrap_or_default()) {
                    self.fonts.insert(self.group.font, page);
                }
            }
            "v" | "deleted" => self.group.is_hidden = number != Some(0),
            "plain" => self.group.is_hidden = false,
            "fldrslt" | "shptxt" => self.group.place = self.group.home,
            "footnote" if self.group.place != Place::Nowhere => self.note(),
            "fonttbl" => self.group.place = Place::Fonts,
            "info" => self.group.place = Place::Info,
            "title" if self.group.place == Place::Info => self.group.place = Place::Title,
            "author" if self.group.place == Place::Info => self.group.place = Place::Author,
            "creatim" if self.group.place == Place::Info => self.group.place = Place::Created,
            "yr" | "mo" | "dy" if self.group.place == Place::Created => {
                let [year, month, day] = &mut self.created;
                *match name {
                    "yr" => year,
                    "mo" => month,
                    _ => day,
                } = number.unwrap_or_default();
            }
            "colortbl" | "stylesheet" | "listtable" | "listoverridetable" | "pict" | "object" | "header"
            | "headerl" | "headerr" | "headerf" | "footer" | "footerl" | "footerr" | "footerf"
            | "fldinst" | "revtbl" | "rsidtbl" | "generator" | "themedata" | "xmlnstbl" | "datastore"
            | "latentstyles" | "nonesttables" | "annotation" | "atnid" | "atnauthor" | "bkmkstart"
            | "bkmkend" | "nonshppict" => {
                self.group.place = Place::Nowhere;
            }
            _ => {}
        }
    }

    /// A note begins: its number stands in the text.
    fn note(&mut self) {
        self.note_count += 1;
        let number = format!("[{}]", self.note_count);
        self.put(&number);
        self.notes.push_str("\n\n");
        self.notes.push_str(&number);
        self.notes.push(' ');
        (self.group.place, self.group.home) = (Place::Note, Place::Note);
    }

    /// A character by its number, of 16 bits with a sign.
    fn numbered(&mut self, number: i32) {
        self.flush();
        let unit = u16::try_from(number.rem_euclid(0x1_0000)).unwrap_or_default();
        self.skip = self.group.skipped;
        let units: Vec<u16> = self.high.take().into_iter().chain([unit]).collect();
        if units.len() == 1 && (0xd800..0xdc00).contains(&unit) {
            self.high = Some(unit);
            return;
        }
        self.put(&String::from_utf16_lossy(&units));
    }

    /// Decodes what waits.
    fn flush(&mut self) {
        if self.raw.is_empty() {
            return;
        }
        let raw = std::mem::take(&mut self.raw);
        let page = self.fonts.get(&self.group.font).copied().unwrap_or(self.page);
        let words = page.decode_without_bom_handling(&raw).0.into_owned();
        self.put(&words);
    }

    fn put(&mut self, words: &str) {
        self.put_into(self.group.place, words);
    }

    fn put_into(&mut self, place: Place, words: &str) {
        match place {
            Place::Text if !self.group.is_hidden => self.words.push_str(words),
            Place::Note if !self.group.is_hidden => {
                let words = if self.notes.ends_with(' ') { words.trim_start_matches(' ') } else { words };
                self.notes.push_str(words);
            }
            Place::Title => self.title.push_str(words),
            Place::Author => self.author.push_str(words),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ReadAs, import};
    use proptest::prelude::*;

    #[track_caller]
    fn check(rtf: &str, expected: &str) {
        let imported = import("a.doc", rtf.as_bytes(), &ReadAs::default()).expect("reads");
        assert_eq!(imported.articles[0].words, expected);
    }

    #[test]
    fn words_come_without_what_is_around_them() {
        check(
            r"{\rtf1\ansi{\fonttbl{\f0 Times;}}{\info{\title T}}Talks\par {\b ended} \'93well\'94\emdash{}so.}",
            "Talks\n\nended “well”—so.\n",
        );
        check(r"{\rtf1 a\{b\}\\c\line d\tab e{\*\generator X;}{\pict 00ff}{\v gone}}", "a{b}\\c\nd\te\n");
        check(r#"{\rtf1{\field{\*\fldinst HYPERLINK "x"}{\fldrslt link}} end}"#, "link end\n");
        check("{\\rtf1 a\\cell b\\cell\\row\n}", "a\tb\n");
        check(
            r"{\rtf1 a\nestcell b{\nestcell{\*\nesttableprops\nestrow}{\nonesttables or\par}}c}",
            "a\tb\nc\n",
        );
    }

    #[test]
    fn notes_stand_at_the_end_and_labels_of_lists_where_they_are() {
        check(
            r#"{\rtf1 One{\super\chftn}{\footnote{\super\chftn} See {\field{\*\fldinst X "y"}{\fldrslt this}}.} and two{\footnote That.}.\par}"#,
            "One[1] and two[2].\n\n[1] See this.\n\n[2] That.\n",
        );
        check(r"{\rtf1{\listtext\f0 1.\tab}First\par{\pntext\'B7\tab}Second}", "1.\tFirst\n\n·\tSecond\n");
    }

    #[test]
    fn characters_of_every_script_are_decoded() {
        check(r"{\rtf1\uc1 \u8220?Caf\u233e\u8221? \u-10179?\u-8704?}", "“Café” 😀\n");
        check(r"{\rtf1\ansicpg1251 \'cc\'ee\'f1\'ea\'e2\'e0}", "Москва\n");
        check(r"{\rtf1{\fonttbl{\f1\fcharset129 Batang;}}\f1 \'bc\'ad\'bf\'ef}", "서울\n");
    }

    #[test]
    fn what_it_says_of_itself_is_said() {
        let rtf = r"{\rtf1{\info{\title Talks end}{\author A. B.}{\creatim\yr2024\mo11\dy9}}All went home.}";
        let about =
            import("a.rtf", rtf.as_bytes(), &ReadAs::default()).expect("reads").articles.remove(0).about;
        assert_eq!(about.title.map(|title| title.value).as_deref(), Some("Talks end"));
        assert_eq!(about.published.map(|found| found.value.day.to_string()).as_deref(), Some("2024-11-09"));
    }

    #[test]
    fn one_that_is_cut_off_is_read_and_that_is_said() {
        let imported = import("a.rtf", br"{\rtf1 Talks {\b end", &ReadAs::default()).expect("reads");
        assert_eq!((imported.articles[0].words.as_str(), imported.warnings.len()), ("Talks end\n", 1));
        assert!(
            import("a.rtf", format!("{{\\rtf1 {}", "{".repeat(5_000)).as_bytes(), &ReadAs::default())
                .is_err()
        );
    }

    proptest! {
        #[test]
        fn any_bytes_do_no_harm(rest in "[\\\\{}'a-z0-9 \n*-]{0,200}") {
            let _ = import("a.rtf", format!("{{\\rtf1 {rest}").as_bytes(), &ReadAs::default());
        }
    }
}
