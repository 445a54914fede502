//! CoNLL: a token and its tag on a line, a blank line between sentences, `-DOCSTART-` before each article.
//!
//! Written are IOB2 (`conll`) and BIOES (`bioes`); read is any of IOB1, IOB2, BIOES and BILOU, found out by the tags. The last
//! column has them; the first has the token, or the second where lines are numbered. There are no offsets and no white space: what
//! is read has one blank between tokens and a line a sentence.

use super::{
    Export, File, Format, Imported, ReadError, Shape,
    codes::Codes,
    json,
    losses::Losses,
    nothing_beside,
    pieces::{fitting, pieces},
    warnings::Warnings,
};
use crate::{
    model::{Annotated, Project, ReadMark},
    text::{Span, Text},
};
use std::fmt::Write as _;

pub(super) const FORMAT: Format = Format {
    name: "conll",
    about: "CoNLL, a token and its IOB2 tag a line",
    carries: "marks that do not overlap; words, but not the white space between them",
    extension: "conll",
    shape: Shape::OneFile,
    write: Some(|project| write(project, Scheme::Iob2)),
    read: Some(read),
    recognises: |looked| looks_like(looked.file) && !has_ends(looked.file),
    beside: nothing_beside,
};

pub(super) const BIOES: Format = Format {
    name: "bioes",
    about: "CoNLL with BIOES tags: begin, inside, end, single",
    extension: "bioes",
    write: Some(|project| write(project, Scheme::Bioes)),
    recognises: |looked| looks_like(looked.file) && has_ends(looked.file),
    ..FORMAT
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Scheme {
    Iob2,
    Bioes,
}

const DOCUMENT: &str = "-DOCSTART-";

fn write(project: &Project, scheme: Scheme) -> Export {
    let codes = Codes::of(project.schema());
    let mut lines = String::new();
    let (mut blank, mut trimmed, mut overlapping) = (0, 0, 0);
    for document in project.documents() {
        let fitting = fitting(project, document, false);
        blank += fitting.blank;
        trimmed += fitting.trimmed;
        overlapping += fitting.overlapping;
        let spans: Vec<Span> = fitting.marks.iter().map(|(span, _)| *span).collect();
        let _ = write!(lines, "{DOCUMENT} -X- O O\n\n");
        let mut marks = fitting.marks.iter().peekable();
        for sentence in pieces(&document.text, &spans) {
            for token in sentence {
                while marks.next_if(|(span, _)| span.end() <= token.start()).is_some() {}
                let mark = marks.peek().filter(|(span, _)| span.contains(token));
                let tag = mark.map_or("O".to_owned(), |(span, mention)| {
                    let is_first = span.start() == token.start();
                    let is_last = span.end() == token.end();
                    format!("{}-{}", letter(scheme, is_first, is_last), codes.label(mention.label))
                });
                let _ = writeln!(lines, "{} {tag}", document.text.slice(token));
            }
            lines.push('\n');
        }
    }
    let mut losses = Losses::of(project, &[]);
    losses.add(overlapping, "marks inside others or across their ends");
    losses.add(blank, "marks of white space alone");
    losses.add(trimmed, "white space at the ends of marks");
    let documents = project.document_count();
    losses.add(documents, "white space between words, and which article is which, in all articles");
    losses.say_names(&codes, project.schema());
    let name = if scheme == Scheme::Iob2 { "project.conll" } else { "project.bioes" };
    Export { files: vec![File::new(name, lines)], losses: losses.into_vec() }
}

fn letter(scheme: Scheme, is_first: bool, is_last: bool) -> char {
    match (scheme, is_first, is_last) {
        (Scheme::Bioes, true, true) => 'S',
        (Scheme::Bioes, false, true) => 'E',
        (_, true, _) => 'B',
        (_, false, _) => 'I',
    }
}

/// Ends of file names that nothing else has.
const EXTENSIONS: &[&str] = &["conll", "iob", "iob2", "iob1", "bio", "bioes", "iobes", "bilou"];
/// So many lines are looked at.
const LOOKED_AT: usize = 200;

/// By its name, or because its first lines end with tags, one of which marks something.
fn looks_like(file: &File) -> bool {
    let head = file.bytes.get(..64 * 1024).unwrap_or(&file.bytes);
    if EXTENSIONS.contains(&file.extension().as_str()) {
        return true;
    }
    if head.contains(&0) || file.bytes.starts_with(b"#FORMAT=") {
        return false;
    }
    let words = String::from_utf8_lossy(head);
    let rows: Vec<Vec<&str>> = words
        .lines()
        .take(LOOKED_AT)
        .filter(|line| !line.trim().is_empty() && !is_remark(line))
        .map(columns)
        .collect();
    // The head may end within a line.
    let whole = rows.len().saturating_sub(usize::from(file.bytes.len() > head.len()));
    let rows = rows.get(..whole).unwrap_or_default();
    let is_row = |row: &Vec<&str>| {
        (2..=12).contains(&row.len()) && row.last().is_some_and(|tag| tag_of(tag).is_some())
    };
    let marks = |row: &Vec<&str>| row.last().is_some_and(|tag| tag.len() > 2 && tag_of(tag).is_some());
    rows.len() >= 2 && rows.iter().all(is_row) && rows.iter().any(marks)
}

/// Whether its tags have ends: `E-`, `S-`, `L-`, `U-`.
fn has_ends(file: &File) -> bool {
    let words = String::from_utf8_lossy(&file.bytes);
    words.lines().take(20_000).filter(|line| !is_remark(line)).any(|line| {
        let tag = columns(line).last().and_then(|tag| tag_of(tag));
        tag.is_some_and(|(letter, _)| matches!(letter, 'E' | 'S' | 'L' | 'U'))
    })
}

/// `# text = …`, `#begin document`, but not the token `#` with its tag.
fn is_remark(line: &str) -> bool {
    line.starts_with('#') && columns(line).last().is_none_or(|tag| tag_of(tag).is_none())
}

fn columns(line: &str) -> Vec<&str> {
    let line = line.trim_end_matches(['\r', '\n']);
    if line.contains('\t') {
        line.split('\t').map(str::trim).filter(|part| !part.is_empty()).collect()
    } else {
        line.split(' ').filter(|part| !part.is_empty()).collect()
    }
}

/// The letter and the label; `O` has no label.
fn tag_of(tag: &str) -> Option<(char, &str)> {
    if tag == "O" {
        return Some(('O', ""));
    }
    let (letter, label) = tag.split_once('-').or_else(|| tag.split_once('_'))?;
    let is_letter = matches!(letter, "B" | "I" | "E" | "S" | "L" | "U" | "M");
    (is_letter && !label.is_empty()).then(|| (letter.chars().next().unwrap_or('O'), label))
}

fn read(files: &[File]) -> Result<Imported, ReadError> {
    let (mut imported, mut warnings) = (Imported::default(), Warnings::default());
    for file in files {
        let words = json::words(&file.bytes)?;
        let mut reading = Reading::default();
        for (index, line) in words.lines().enumerate() {
            reading.take(index + 1, line, &mut warnings);
        }
        reading.end_document(&mut warnings);
        if reading.tagged == 0 {
            let why = "no line ends with a tag such as B-PER or O; this is the first of them";
            return Err(ReadError::at(reading.first_wrong.unwrap_or(1), why));
        }
        // In IOB1 every mark goes on so; there B stands only where one follows another.
        if reading.odd > 0 && reading.begun {
            warnings.add(format!(
                "{} tags go on with a mark that did not begin, the first in line {}: a mark was begun there",
                reading.odd, reading.first_odd
            ));
        }
        imported.articles.append(&mut reading.articles);
    }
    imported.warnings = warnings.into_vec();
    Ok(imported)
}

/// One file, line by line.
#[derive(Default)]
struct Reading {
    articles: Vec<Annotated>,
    words: String,
    marks: Vec<(usize, usize, String)>,
    /// Start, end and label of marks that may go on, one for each column of tags.
    open: Vec<Option<(usize, usize, String)>>,
    is_in_sentence: bool,
    width: usize,
    tagged: usize,
    /// Whether a mark was begun with `B` where none of its label went before.
    begun: bool,
    /// `I` tags that follow no mark of their label, and the line of the first.
    odd: usize,
    first_odd: usize,
    first_wrong: Option<usize>,
}

impl Reading {
    fn take(&mut self, number: usize, line: &str, warnings: &mut Warnings) {
        let row = columns(line);
        if row.is_empty() {
            self.end_sentence();
            return;
        }
        if row.first().is_some_and(|token| token.starts_with(DOCUMENT)) {
            self.end_document(warnings);
            return;
        }
        if is_remark(line) {
            return;
        }
        let is_numbered = row.len() > 2 && row.first().is_some_and(|n| n.chars().all(|c| c.is_ascii_digit()));
        let is_numbered = is_numbered && row.get(1).is_some_and(|token| !matches!(*token, "_" | "-X-"));
        let token = row.get(usize::from(is_numbered)).copied().unwrap_or_default();
        // GermEval: number, token, outer tag, tag inside it.
        let second = row.get(2).filter(|_| is_numbered && row.len() == 4);
        let tags: Vec<Option<(char, &str)>> =
            second.into_iter().chain(row.last().filter(|_| row.len() > 1)).map(|tag| tag_of(tag)).collect();
        let what = match tags.last() {
            None => Some("there is no tag after the token; it counts as O"),
            Some(None) => Some("the last column is no tag such as B-PER or O; it counts as O"),
            Some(Some(_)) if self.width > 0 && self.width != row.len() => {
                Some("there are more or fewer columns than before; the last one was taken for the tag")
            }
            Some(Some(_)) => None,
        };
        if let Some(what) = what {
            warnings.at(number, what);
            self.first_wrong.get_or_insert(number);
        }
        if self.width == 0 {
            self.width = row.len();
        }
        self.tagged += usize::from(tags.iter().any(Option::is_some));
        self.add(number, token, &tags);
    }

    fn add(&mut self, number: usize, token: &str, tags: &[Option<(char, &str)>]) {
        if self.is_in_sentence {
            self.words.push(' ');
        }
        self.is_in_sentence = true;
        let start = self.words.len();
        self.words.push_str(token);
        let end = self.words.len();
        if self.open.len() < tags.len() {
            self.open.resize(tags.len(), None);
        }
        for (place, tag) in tags.iter().enumerate() {
            let Some(open) = self.open.get_mut(place) else {
                continue;
            };
            let (letter, label) = tag.unwrap_or(('O', ""));
            let goes_on = matches!(letter, 'I' | 'E' | 'L' | 'M');
            if let Some((_, until, _)) = open.as_mut().filter(|(_, _, other)| goes_on && other == label) {
                *until = end;
            } else {
                self.begun |= letter == 'B' && open.as_ref().is_none_or(|(_, _, other)| other != label);
                self.marks.extend(open.take());
                if letter != 'O' {
                    *open = Some((start, end, label.to_owned()));
                }
                if goes_on {
                    self.odd += 1;
                    self.first_odd = if self.first_odd == 0 { number } else { self.first_odd };
                }
            }
            if matches!(letter, 'E' | 'L' | 'S' | 'U') {
                self.marks.extend(open.take());
            }
        }
    }

    fn end_sentence(&mut self) {
        let open = std::mem::take(&mut self.open);
        self.marks.extend(open.into_iter().flatten());
        if self.is_in_sentence {
            self.words.push('\n');
            self.is_in_sentence = false;
        }
    }

    fn end_document(&mut self, warnings: &mut Warnings) {
        self.end_sentence();
        let (words, marks) = (std::mem::take(&mut self.words), std::mem::take(&mut self.marks));
        if words.is_empty() {
            return;
        }
        let Some(text) = Text::new(&words) else {
            warnings.add("an article is too long and was left out");
            return;
        };
        let mut article = Annotated::new(text.clone());
        let mark = |(start, end, label): (usize, usize, String)| {
            Some(ReadMark::new(text.span(start, end).ok()?, label))
        };
        article.marks = marks.into_iter().filter_map(mark).collect();
        article.marks.sort_by_key(|mark| mark.span);
        self.articles.push(article);
    }
}

#[cfg(test)]
mod tests {
    use super::super::recognise::Looked;
    use super::*;
    use crate::model::notation::Desk;

    fn marks(words: &str) -> Vec<String> {
        let read = read(&[File::new("a.conll", words)]).expect("reads");
        let all = read.articles.iter().flat_map(|article| {
            article.marks.iter().map(|mark| format!("{} {}", mark.label, article.text.slice(mark.span)))
        });
        all.chain(read.warnings.iter().cloned()).collect()
    }

    #[test]
    fn every_scheme_is_read() {
        for words in [
            "Kim B-PER\nJong I-PER\nUn I-PER\n\nsaid O\nSeoul B-LOC\n",
            "Kim B-PER\nJong I-PER\nUn E-PER\n\nsaid O\nSeoul S-LOC\n",
            "Kim\tB-PER\nJong\tI-PER\nUn\tL-PER\n\nsaid\tO\nSeoul\tU-LOC\n",
            "Kim NNP B-NP I-PER\nJong NNP I-NP I-PER\nUn NNP I-NP I-PER\n\nsaid VB B-VP O\nSeoul NNP B-NP I-LOC\n",
            "1\tKim\tB-PER\tO\n2\tJong\tI-PER\tO\n3\tUn\tI-PER\tO\n\n1\tsaid\tO\tO\n2\tSeoul\tB-LOC\tO\n",
        ] {
            assert_eq!(marks(words), ["PER Kim Jong Un", "LOC Seoul"], "{words}");
        }
        assert_eq!(marks("2019 _ _ B-DATE\n# _ _ O\n"), ["DATE 2019"]);
    }

    #[test]
    fn what_is_wrong_is_told_by_line() {
        let found = marks("Kim B-PER\nJong\nmet O x\nLee B-PER\nHan I-LOC\nso I-LOC\n");
        assert_eq!(found.len(), 6, "{found:?}");
        let found = found.join("\n");
        for what in [
            "PER Kim",
            "LOC Han so",
            "line 2: there is no tag",
            "line 3: the last column",
            "the first in line 5",
        ] {
            assert!(found.contains(what), "{what}\n{found}");
        }
        let error = read(&[File::new("a.conll", "Kim\nJong B-PER x y\n")]).expect_err("has no tags");
        assert!(error.to_string().starts_with("line 1: no line ends with a tag"), "{error}");
    }

    #[test]
    fn overlaps_are_lost_and_said_and_the_rest_comes_back() {
        let desk = Desk::with(&[
            "[[North Korea](Place)n](Group) envoys, [U.S.](Place)’s [Seoul ](Place)# 😀.",
            "[a](Other)",
        ]);
        for (format, tagged) in [(FORMAT, "Korean I-NORP\n"), (BIOES, "Korean E-NORP\n")] {
            let export = format.write.expect("writes")(&desk.project);
            let words = String::from_utf8(export.files[0].bytes.clone()).expect("is UTF-8");
            assert!(words.contains(tagged), "{words}");
            assert!(
                export
                    .losses
                    .contains(&"not carried: marks inside others or across their ends (1)".to_owned())
            );
            assert!(export.losses.contains(&"not carried: white space at the ends of marks (1)".to_owned()));
            assert_eq!(marks(&words), ["NORP North Korean", "LOC U.S.", "LOC Seoul", "OTHER a"]);
            assert!((format.recognises)(&Looked::at(&export.files[0])));
        }
    }

    #[test]
    fn prose_and_tables_are_not_taken_for_tags() {
        for words in [
            "He chose plan B-2\nand O\n\nnothing else.",
            "a b\nc d\n",
            "O\nO\n",
            "vitamin O\nblood group O\n",
        ] {
            assert!(!looks_like(&File::new("a.txt", words)), "{words}");
        }
        assert!(looks_like(&File::new("a.txt", "Kim B-PER\nmet O\n")));
        assert!(!looks_like(&File::new(
            "a.tsv",
            "#FORMAT=WebAnno TSV 3.3\n1-1\t0-3\tKim\tB-PER\n1-2\t4-7\tmet\tO\n"
        )));
    }
}
