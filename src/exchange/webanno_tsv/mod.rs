//! `WebAnno` TSV 3.3, as `INCEpTION` reads and writes it: a file an article, a line a token.
//! <https://inception-project.github.io/releases/latest/docs/user-guide.html#sect_webannotsv>
//!
//! Offsets are UTF-16 units of the text. Marks are named entities (`value`, `identifier`); a mark of several tokens, or one of
//! several on a token, has a number in brackets. Our sentences reach to the next, line breaks and all, so that the text comes
//! back as it was. All else stands in `dateline.jsonl` beside.

mod read;
mod write;

use super::{File, Format, Shape, extras};

pub(super) const FORMAT: Format = Format {
    name: "webanno-tsv",
    about: "WebAnno TSV 3.3 for INCEpTION, a file an article",
    carries: "marks and ids elsewhere; all else but rejections and lists of names in dateline.jsonl",
    extension: "tsv",
    shape: Shape::Folder,
    write: Some(write::write),
    read: Some(read::read),
    recognises: |looked| recognises(looked.file),
    beside,
};

const HEAD: &str = "#FORMAT=WebAnno TSV 3";
const LAYER: &str = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";

fn recognises(file: &File) -> bool {
    let bytes = file.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&file.bytes);
    // The second version had no head; it is told what to do.
    let is_second = || {
        let mut lines = bytes.split(|byte| *byte == b'\n').skip_while(|line| line.starts_with(b" # "));
        lines.next().is_some_and(|line| line.starts_with(b"#id="))
            && lines.next().is_some_and(|line| line.starts_with(b"#text="))
    };
    bytes.starts_with(HEAD.as_bytes()) || file.extension() == "tsv" && is_second()
}

fn beside(file: &File) -> Vec<String> {
    let folder = file.name.rfind('/').and_then(|at| file.name.get(..=at)).unwrap_or_default();
    vec![format!("{folder}{}", extras::FILE)]
}

/// Signs that mean something in a cell.
const SIGNS: &[char] = &['\\', '[', ']', '|', '_', ';', '*'];

/// A cell as it is written.
fn escape(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '\n' => escaped.push_str("\\n"),
            '\t' => escaped.push_str("\\t"),
            '\r' => escaped.push_str("\\r"),
            c if SIGNS.contains(&c) => escaped.extend(['\\', c]),
            c => escaped.push(c),
        }
    }
    escaped.replace("->", "\\->")
}

/// The text of a sentence as it is written: a line of the file for each of its own.
fn text_lines(words: &str) -> String {
    let escaped = words.replace('\\', "\\\\").replace('\t', "\\t").replace('\r', "\\r");
    format!("#Text={}\n", escaped.replace('\n', "\n#Text="))
}

fn unescape(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    let mut characters = words.chars();
    while let Some(character) = characters.next() {
        if character != '\\' {
            plain.push(character);
            continue;
        }
        match characters.next() {
            Some('n') => plain.push('\n'),
            Some('t') => plain.push('\t'),
            Some('r') => plain.push('\r'),
            Some('f') => plain.push('\u{c}'),
            Some('b') => plain.push('\u{8}'),
            Some(other) => plain.push(other),
            None => plain.push('\\'),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::super::{Imported, read, round_trip::check};
    use super::*;
    use crate::model::{Command, EntityFacts, EntityRole, Organisation, notation::Desk};

    fn marks(imported: &Imported) -> Vec<String> {
        let all = imported.articles.iter().flat_map(|article| {
            article.marks.iter().map(|mark| format!("{} {}", mark.label, article.text.slice(mark.span)))
        });
        all.collect()
    }

    #[test]
    fn cells_come_back() {
        for words in ["a_b|c[1]*;\\", "x->y", "\n\t\r", "plain"] {
            assert_eq!(unescape(&escape(words)), words);
        }
    }

    #[test]
    fn layers_stacks_and_parts_of_tokens_are_read() {
        let words = "#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Span|value\n#T_SP=custom.Other|\n#T_RL=custom.Rel|value|BT_custom.Span\n\n\n\
                     #Text=😀 Kim Jong met.\n1-1\t0-2\t😀\t_\t_\t_\t_\t\n1-2\t3-6\tKim\tPER[1]|A\\_B[2]\t_\t_\t_\t\n1-3\t7-11\tJong\tPER[1]\t*\tknows\t1-2[2_1]\t\n\
                     1-3.1\t7-9\tJo\tX\t_\t_\t_\t\n\n#Text=She left.\n2-1\t17-20\tShe\tPER\t_\t_\t_\t\n2-2\t21-26\tleft.\t_\t_\t_\t_\t\n";
        let imported = read(&FORMAT, &[File::new("a.tsv", words)]).expect("reads");
        let expected = ["A_B Kim", "Other Jong", "PER Kim Jong", "PER She", "X Jo"];
        let mut found = marks(&imported);
        found.sort();
        assert_eq!(found, expected, "{:?}", imported.warnings);
        let article = &imported.articles[0];
        assert_eq!(article.text.as_str(), "😀 Kim Jong met.\nShe left.");
        let ends: Vec<String> =
            article.relations.iter().map(|r| format!("{} {} {}", r.from, r.kind, r.to)).collect();
        assert_eq!(ends, ["custom.Span#2 knows custom.Span#1"]);
    }

    /// A remark among the lines cost the whole file.
    #[test]
    fn a_wrong_line_costs_itself_alone_and_the_second_version_is_named() {
        let words = "#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Span|value\n\n\n#Text=Kim left.\n1-1\t0-3\tKim\tPER\t\n\
                     1-2 does not look like this\n1-2\t4-8\tleft\t_\t\n";
        let imported = read(&FORMAT, &[File::new("a.tsv", words)]).expect("reads");
        assert_eq!(marks(&imported), ["PER Kim"]);
        assert_eq!(
            imported.warnings,
            ["a.tsv: line 7: the second column is no place such as 0-4: the line was left out"]
        );
        let second = File::new("b.tsv", "#id=1\n#text=Kim left.\n1\tKim\t_\tNNP\tB-PER\n");
        assert!(recognises(&second));
        assert!(read(&FORMAT, &[second]).expect_err("is refused").to_string().contains("TSV 2"));
    }

    /// The organisation is known by white space alone, which has no token: its holder got the role anew each time.
    #[test]
    fn a_role_with_an_organisation_that_does_not_go_out_comes_in_once() {
        let mut desk = Desk::with(&["[Kim](Person) came.\n\n[Lee](Organization) left."]);
        let mark = desk.mentions("Lee")[0];
        let span = desk.place(0, "\n\n");
        desk.carry_out(Command::Resize { mention: mark, span });
        let with = desk.project.mention(mark).and_then(|mention| mention.entity).expect("means one");
        let role = EntityRole {
            title: "minister".to_owned(),
            organisation: Some(Organisation::Entity(with)),
            from: None,
            to: None,
        };
        let facts = EntityFacts { roles: vec![role], ..EntityFacts::default() };
        desk.carry_out(Command::SetEntity { entity: desk.entity("Kim"), facts });
        check("webanno-tsv", &desk.project);
    }

    #[test]
    fn tokens_are_numbered_and_marks_of_several_have_numbers() {
        let desk = Desk::with(&["[[Kim](Person) Jong](Other) left_ 😀 [Seoul](Place).\n\n[Go](Event)."]);
        let export = write::write(&desk.project);
        let file = export.files.iter().find(|file| file.extension() == "tsv").expect("there");
        let words = String::from_utf8(file.bytes.clone()).expect("is UTF-8");
        assert!(words.contains("1-1\t0-3\tKim\t*[1]|*\tOTHER[1]|PER\t\n"), "{words}");
        assert!(words.contains("1-6\t18-23\tSeoul\t*\tLOC\t\n"), "{words}");
    }
}
