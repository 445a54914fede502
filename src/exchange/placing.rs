//! From the offsets of a file to spans of the text: which unit they count in, and which words are meant.
//!
//! Offsets count in code points, UTF-16 units or bytes of the text as it stood in the file, with or without the CR of CR LF
//! and a mark at the head. Where a file quotes the words, they decide: the unit under which most of them stand at their
//! offsets is taken, a mark whose words stand elsewhere is moved there and that is said, and one whose words stand nowhere is
//! refused. Nothing is shifted in silence.

use crate::text::{OffsetMap, Span, Text, normalize};

/// What offsets count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    CodePoints,
    Utf16,
    Bytes,
}

impl Unit {
    fn name(self) -> &'static str {
        match self {
            Self::CodePoints => "characters",
            Self::Utf16 => "UTF-16 units",
            Self::Bytes => "bytes",
        }
    }
}

/// A mark as a file places it: half-open, and the words if they are quoted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked<'a> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) quote: Option<&'a str>,
}

/// Where marks lie.
pub(super) struct Placed {
    /// One for each that was asked for, in order; or why there is none.
    pub(super) spans: Vec<Result<Span, String>>,
    /// What was set right, a sentence each.
    pub(super) warnings: Vec<String>,
}

/// A text as a file has it, and as it is kept here.
pub(super) struct RawText<'a> {
    raw: &'a str,
    text: Text,
    /// Bytes of `raw` that are not in `text`, in order: the CR of each CR LF. (The mark at the head is apart.)
    cuts: Vec<usize>,
    /// Length of the mark at the head.
    head: usize,
}

/// One way to count.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Way {
    unit: Unit,
    over: Over,
}

/// What is counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Over {
    /// The file's text as it is.
    Raw,
    /// The same without the mark at its head.
    Headless,
    /// With LF at the ends of lines.
    Normal,
}

impl<'a> RawText<'a> {
    /// `None` if the text is too long.
    pub(super) fn new(raw: &'a str) -> Option<Self> {
        let text = Text::new(&normalize(raw))?;
        let cuts = memchr::memmem::find_iter(raw.as_bytes(), b"\r\n").collect();
        let head = if raw.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Some(Self { raw, text, cuts, head })
    }

    /// As it is kept here.
    pub(super) fn text(&self) -> &Text {
        &self.text
    }

    /// The spans of marks whose offsets count in `unit` of the text as the file has it, for certain.
    pub(super) fn place_exactly(&self, unit: Unit, asked: &[Asked<'_>]) -> Placed {
        let over = if self.head > 0 { Over::Headless } else { Over::Raw };
        let spans = self.spans(Way { unit, over }, asked);
        let mut warnings = Vec::new();
        let settled = spans.iter().zip(asked).map(|(span, one)| self.settle(*span, one, &mut warnings));
        Placed { spans: settled.collect(), warnings }
    }

    /// The spans of marks whose offsets should count in `unit`.
    pub(super) fn place(&self, unit: Unit, asked: &[Asked<'_>]) -> Placed {
        let ways = self.ways(unit);
        let mut best: Option<(i64, Way, Vec<Option<Span>>)> = None;
        let is_quoted = asked.iter().any(|one| one.words().is_some());
        let perfect: i64 = asked.iter().map(Asked::weight).sum();
        // Without quoted words it must be plain that the offsets count something else.
        let is_better =
            |score: i64, than: i64| score > than && (is_quoted || score == perfect && than * 2 < perfect);
        for way in ways {
            let spans = self.spans(way, asked);
            let score = spans.iter().zip(asked).map(|(span, one)| self.score(*span, one, one.weight())).sum();
            if best.as_ref().is_none_or(|(least, ..)| is_better(score, *least)) {
                best = Some((score, way, spans));
            }
            if score == perfect {
                break;
            }
        }
        let Some((_, way, spans)) = best else {
            return Placed { spans: Vec::new(), warnings: Vec::new() };
        };
        let mut warnings = Vec::new();
        if way.unit != unit && !asked.is_empty() {
            let (is, should) = (way.unit.name(), unit.name());
            warnings.push(format!("the offsets count {is}, not {should}: they were read so"));
        }
        let settled = spans.iter().zip(asked).map(|(span, one)| self.settle(*span, one, &mut warnings));
        Placed { spans: settled.collect(), warnings }
    }

    /// All ways to count that give different places in this text, the expected one first.
    fn ways(&self, unit: Unit) -> Vec<Way> {
        let mut overs = vec![if self.head > 0 { Over::Headless } else { Over::Raw }];
        if self.head > 0 {
            overs.push(Over::Raw);
        }
        if !self.cuts.is_empty() {
            overs.push(Over::Normal);
        }
        let mut units = vec![unit];
        if !self.raw.is_ascii() {
            units.extend(
                [Unit::CodePoints, Unit::Utf16, Unit::Bytes].into_iter().filter(|other| *other != unit),
            );
        }
        units.into_iter().flat_map(|unit| overs.iter().map(move |over| Way { unit, over: *over })).collect()
    }

    fn spans(&self, way: Way, asked: &[Asked<'_>]) -> Vec<Option<Span>> {
        let words = match way.over {
            Over::Raw => self.raw,
            Over::Headless => self.raw.get(self.head..).unwrap_or_default(),
            Over::Normal => self.text.as_str(),
        };
        let map = OffsetMap::new(words);
        let byte = |offset: usize| {
            let byte = match way.unit {
                Unit::CodePoints => map.byte_of_code_point(offset)?,
                Unit::Utf16 => map.byte_of_utf16(offset)?,
                Unit::Bytes => offset,
            };
            Some(match way.over {
                Over::Normal => byte,
                Over::Raw => self.kept(byte),
                Over::Headless => self.kept(byte + self.head),
            })
        };
        let span = |one: &Asked<'_>| self.text.span(byte(one.start)?, byte(one.end)?).ok();
        asked.iter().map(span).collect()
    }

    /// The place in the text of a byte of the file's text.
    fn kept(&self, byte: usize) -> usize {
        byte.saturating_sub(self.head + self.cuts.partition_point(|cut| *cut < byte))
    }

    fn score(&self, span: Option<Span>, asked: &Asked<'_>, weight: i64) -> i64 {
        let Some(span) = span else {
            return -1;
        };
        let is_right = match asked.words() {
            Some(quote) => says(self.text.slice(span), quote),
            None => self.text.trim(span) == Some(span) && self.stands_free(span),
        };
        if is_right { weight } else { 0 }
    }

    /// Whether it begins and ends where words do.
    fn stands_free(&self, span: Span) -> bool {
        let words = self.text.slice(span);
        let before = self.text.get(0..span.start()).chars().next_back();
        let after = self.text.get(span.end()..self.text.byte_count()).chars().next();
        let cuts = |a: Option<char>, b: Option<char>| {
            a.is_some_and(char::is_alphanumeric) && b.is_some_and(char::is_alphanumeric)
        };
        !cuts(before, words.chars().next()) && !cuts(words.chars().next_back(), after)
    }

    fn settle(
        &self,
        span: Option<Span>,
        asked: &Asked<'_>,
        warnings: &mut Vec<String>,
    ) -> Result<Span, String> {
        let Asked { start, end, .. } = *asked;
        let Some(quote) = asked.words() else {
            return span.ok_or_else(|| format!("{start}–{end} is no place in the text"));
        };
        if let Some(span) = span.filter(|span| says(self.text.slice(*span), quote)) {
            return Ok(span);
        }
        let near = span.map_or_else(|| start.min(self.text.byte_count()), Span::start);
        let found = self.nearest(quote, near).ok_or_else(|| {
            let there = span.map_or("no place in the text".to_owned(), |span| shown(self.text.slice(span)));
            format!("{start}–{end} is {there}, and {} stands nowhere", shown(quote))
        })?;
        warnings.push(format!(
            "{} does not stand at {start}–{end}; the mark was put where it does",
            shown(quote)
        ));
        Ok(found)
    }

    /// The words nearest to a place, whatever white space is between them.
    fn nearest(&self, quote: &str, near: usize) -> Option<Span> {
        let (words, quote) = (spaced(self.text.as_str()), spaced(quote));
        let found = memchr::memmem::find_iter(words.as_bytes(), quote.as_bytes());
        let start = found.min_by_key(|start| start.abs_diff(near))?;
        self.text.span(start, start + quote.len()).ok()
    }
}

impl<'q> Asked<'q> {
    /// The words that it quotes; blanks stand everywhere and say nothing.
    fn words(&self) -> Option<&'q str> {
        self.quote.filter(|quote| !quote.trim().is_empty())
    }

    /// How much it says about the way to count.
    fn weight(&self) -> i64 {
        match self.quote {
            Some(_) if self.words().is_none() => 0,
            Some(_) => QUOTED,
            None => CLEAN,
        }
    }
}

const QUOTED: i64 = 3;
const CLEAN: i64 = 1;

/// Whether two stretches say the same, whatever white space is between their words.
fn says(words: &str, quote: &str) -> bool {
    words == quote || words.split_whitespace().eq(quote.split_whitespace()) && !quote.trim().is_empty()
}

/// The same with a blank for each line break and tab; as long in bytes.
fn spaced(words: &str) -> String {
    words.replace(['\n', '\t', '\r'], " ")
}

/// Words in quotes, cut where they are long.
fn shown(words: &str) -> String {
    const LONGEST: usize = 40;
    let head: String = words.chars().take(LONGEST).collect();
    let dots = if head.len() < words.len() { "…" } else { "" };
    format!("“{}{dots}”", head.replace(['\n', '\r'], " "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(raw: &str, unit: Unit, asked: (usize, usize, Option<&str>), expected: &str, warnings: usize) {
        let raw = RawText::new(raw).expect("short enough");
        let (start, end, quote) = asked;
        let placed = raw.place(unit, &[Asked { start, end, quote }]);
        let said = match placed.spans.first().expect("one") {
            Ok(span) => format!("{}:{}", span.start(), raw.text().slice(*span)),
            Err(why) => why.clone(),
        };
        assert_eq!((said.as_str(), placed.warnings.len()), (expected, warnings), "{:?}", placed.warnings);
    }

    /// A mark on a line break says nothing of how offsets count; it was read as a blank that lies where bytes would count.
    #[test]
    fn a_mark_on_white_space_does_not_change_how_offsets_count() {
        let raw = RawText::new("é “a” said\nKim. é é é é é").expect("short");
        let asked = [Asked { start: 10, end: 11, quote: Some(" ") }];
        let placed = raw.place(Unit::CodePoints, &asked);
        assert_eq!(placed.warnings, [] as [&str; 0]);
        let words: Vec<&str> = placed.spans.iter().flatten().map(|span| raw.text().slice(*span)).collect();
        assert_eq!(words, ["\n"]);
    }

    #[test]
    fn offsets_count_what_they_should() {
        check("😀 Kim", Unit::CodePoints, (2, 5, Some("Kim")), "5:Kim", 0);
        check("😀 Kim", Unit::CodePoints, (2, 5, None), "5:Kim", 0);
        check("😀 Kim", Unit::Utf16, (3, 6, Some("Kim")), "5:Kim", 0);
        check("a\r\nKim", Unit::CodePoints, (3, 6, Some("Kim")), "2:Kim", 0);
        check("a\r\nKim", Unit::CodePoints, (2, 5, Some("Kim")), "2:Kim", 0);
        check("\u{feff}Kim", Unit::CodePoints, (0, 3, Some("Kim")), "0:Kim", 0);
        check("\u{feff}Kim", Unit::CodePoints, (1, 4, Some("Kim")), "0:Kim", 0);
        check("Kim\nJong", Unit::CodePoints, (0, 8, Some("Kim Jong")), "0:Kim\nJong", 0);
    }

    #[test]
    fn another_unit_is_found_out_and_said() {
        check("😀 Kim", Unit::CodePoints, (3, 6, Some("Kim")), "5:Kim", 1);
        check("😀 Kim met", Unit::CodePoints, (3, 6, None), "5:Kim", 1);
        check("é Kim", Unit::CodePoints, (3, 6, Some("Kim")), "3:Kim", 1);
        check("é Kim met", Unit::CodePoints, (3, 6, None), "3:Kim", 1);
    }

    #[test]
    fn words_that_stand_elsewhere_are_followed_and_those_that_stand_nowhere_are_refused() {
        check("Kim met Kim here", Unit::CodePoints, (9, 12, Some("Kim")), "8:Kim", 1);
        check("Mr. Kim\n", Unit::CodePoints, (4, 700, Some("Kim")), "4:Kim", 1);
        let why = "0–3 is “Kim”, and “Lee” stands nowhere";
        check("Kim", Unit::CodePoints, (0, 3, Some("Lee")), why, 0);
        check("Kim", Unit::CodePoints, (0, 9, None), "0–9 is no place in the text", 0);
        check("Kim", Unit::CodePoints, (2, 2, None), "2–2 is no place in the text", 0);
    }

    proptest! {
        #[test]
        fn every_place_of_a_text_is_found_with_and_without_its_words(
            raw in "(a|b|😀|e\u{301}|שלום|’|\r\n|\n| |\u{feff}|\u{0}){1,60}", from in 0_usize..40, count in 1_usize..20,
        ) {
            let all: Vec<char> = raw.chars().collect();
            let (start, end) = (from.min(all.len()), (from + count).min(all.len()));
            let quote: String = all.get(start..end).unwrap_or_default().iter().collect();
            prop_assume!(!quote.trim().is_empty() && !quote.starts_with('\n') && !quote.ends_with('\r'));
            prop_assume!(!raw.starts_with('\u{feff}'));
            let raw = RawText::new(&raw).expect("short enough");
            let placed = raw.place(Unit::CodePoints, &[Asked { start, end, quote: Some(&quote) }]);
            let found = placed.spans.first().expect("one").clone().expect("is found");
            let expected = quote.replace("\r\n", "\n");
            prop_assert_eq!(raw.text().slice(found), expected);
            prop_assert_eq!(placed.warnings.len(), 0);
        }
    }
}
