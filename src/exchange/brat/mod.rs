//! brat: a folder of texts (`.txt`) and standoff annotations (`.ann`), and what the labels are (`annotation.conf`).
//! <https://brat.nlplab.org/standoff.html>
//!
//! Offsets are code points of the text as it is. Marks are `T` lines, relations `R`, remarks `#`, ids elsewhere `N`, marks that
//! mean the same `* Equiv`, metonyms an attribute `A`. What brat has no line for stands in `dateline.jsonl` beside.

mod read;
mod write;

use super::{File, Format, Shape, extras};

pub(super) const FORMAT: Format = Format {
    name: "brat",
    about: "Standoff annotations of brat: .txt, .ann, annotation.conf and visual.conf",
    carries: "marks, notes, metonyms, relations, ids elsewhere, which marks of an article mean the same; all else but rejections and lists of names in dateline.jsonl",
    extension: "ann",
    shape: Shape::Folder,
    write: Some(write::write),
    read: Some(read::read),
    recognises: |looked| recognises(looked.file),
    beside,
};

/// The attribute of a mark that stands for something else.
const METONYM: &str = "Metonym";

fn recognises(file: &File) -> bool {
    file.extension() == "ann"
}

/// The text of the same name, and what is kept for the way back.
fn beside(file: &File) -> Vec<String> {
    let folder = file.name.rfind('/').and_then(|at| file.name.get(..=at)).unwrap_or_default();
    vec![format!("{}.txt", file.stem()), format!("{folder}{}", extras::FILE)]
}

#[cfg(test)]
mod tests {
    use super::super::{Imported, ReadError, read};
    use super::*;
    use crate::model::Meaning;

    fn of(text: &str, ann: &str) -> Result<Imported, ReadError> {
        read(&FORMAT, &[File::new("a.ann", ann), File::new("a.txt", text)])
    }

    fn marks(imported: &Imported) -> Vec<String> {
        let article = imported.articles.first().expect("one");
        let mark = |mark: &crate::model::ReadMark| {
            format!("{} {} {} {}", mark.id, mark.label, article.text.slice(mark.span), mark.note)
        };
        article.marks.iter().map(mark).collect()
    }

    #[test]
    fn what_is_right_comes_in_and_what_is_wrong_is_told_by_line() {
        let ann = "T1\tPerson 4 7\tKim\nT2 Person 4 7 Kim\nT3\tPerson 4 700\tKim\nT4\tPerson 90 99\tLee\nX\n";
        let read = of("Mr. Kim\n", ann).expect("reads");
        assert_eq!(marks(&read), ["T1 Person Kim ", "T3 Person Kim "]);
        assert_eq!(read.warnings.len(), 4, "{:?}", read.warnings);
        for line in [2, 4, 5] {
            assert!(read.warnings.iter().any(|w| w.contains(&format!("line {line}"))), "{:?}", read.warnings);
        }
    }

    #[test]
    fn all_kinds_of_lines_are_read() {
        let ann = "T1\tPER 0 3\tKim\r\nT2\tLOC 11 16\tSeoul\r\nT3\tEV 4 7\tmet\r\nT4\tPER 0 3;8 10\tKim in\r\n\
                   R1\tIn Arg1:T1 Arg2:T2\r\nE1\tEV:T3 Agent:T1 Place:T2\r\n#1\tAnnotatorNotes T1\tsure\r\n\
                   A1\tCertain T2 high\r\nN1\tReference T1 Wikidata:Q1\tKim\r\n*\tEquiv T1 T4\r\n";
        let read = of("Kim met in Seoul\r\n", ann).expect("reads");
        assert_eq!(
            marks(&read),
            ["T1 PER Kim sure", "T2 LOC Seoul Certain: high", "T3 EV met ", "T4 PER Kim ", " PER in "]
        );
        let article = &read.articles[0];
        let relations: Vec<String> =
            article.relations.iter().map(|r| format!("{} {} {}", r.from, r.kind, r.to)).collect();
        assert_eq!(relations, ["T1 In T2", "T3 Agent T1", "T3 Place T2"]);
        assert_eq!(article.marks[0].meaning, article.marks[3].meaning);
        assert_ne!(article.marks[0].meaning, Meaning::Words);
        assert_eq!(read.entities[0].facts.ids.get("Wikidata").map(String::as_str), Some("Q1"));
        assert_eq!(read.warnings.len(), 1, "{:?}", read.warnings);
    }

    #[test]
    fn a_text_that_is_not_there_is_asked_for() {
        let error = read(&FORMAT, &[File::new("a/b.ann", "T1\tPER 0 3\tKim\n")]).expect_err("no text");
        assert!(error.to_string().contains("a/b.txt"), "{error}");
    }
}
