//! Tables for spreadsheets and scripts: CSV files of articles, mentions, entities, roles and relations, and the texts beside.
//!
//! RFC 4180, CR LF, UTF-8 with a mark at the head, so that spreadsheets take it for what it is. Offsets are code points. A cell
//! that a spreadsheet would take for a formula begins with an apostrophe, which is taken away again in reading.

mod read;
mod write;

use super::{File, Format, Shape, recognise::Looked};

pub(super) const FORMAT: Format = Format {
    name: "csv",
    about: "Tables (CSV): articles, mentions, entities, roles, relations, and the texts in a folder",
    carries: "everything but rejections and lists of names",
    extension: "csv",
    shape: Shape::Folder,
    write: Some(write::write),
    read: Some(read::read),
    recognises,
    beside,
};

const ARTICLES: &str = "articles.csv";
const MENTIONS: &str = "mentions.csv";
const ENTITIES: &str = "entities.csv";
const ROLES: &str = "roles.csv";
const RELATIONS: &str = "relations.csv";

const ARTICLE_COLUMNS: [&str; 12] = [
    "id",
    "file",
    "title",
    "published",
    "published_at",
    "language",
    "byline",
    "site",
    "url",
    "found_in",
    "source",
    "encoding",
];
const MENTION_COLUMNS: [&str; 12] =
    ["doc", "id", "start", "end", "label", "text", "entity", "metonym", "date", "note", "origin", "score"];
const ENTITY_COLUMNS: [&str; 8] = ["id", "name", "label", "given_name", "aliases", "country", "ids", "note"];
const ROLE_COLUMNS: [&str; 6] = ["entity", "title", "organisation", "organisation_id", "from", "to"];
const RELATION_COLUMNS: [&str; 10] =
    ["doc", "id", "type", "from", "to", "from_text", "to_text", "date", "value", "note"];

/// Signs with which a cell is a formula, or is taken apart, in some spreadsheet.
const FORMULA: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\''];

/// A cell that is no formula.
fn neutral(cell: &str) -> String {
    if cell.starts_with(FORMULA) { format!("'{cell}") } else { cell.to_owned() }
}

/// The cell as it was before [`neutral`].
fn plain(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(FORMULA)).unwrap_or(cell)
}

/// The table of articles, by its columns; that of mentions alone is told what it lacks.
fn recognises(looked: &Looked<'_>) -> bool {
    let file = looked.file;
    let has = |columns: &[&str]| {
        let heads = heads(file);
        columns.iter().all(|column| heads.iter().any(|head| head == column))
    };
    matches!(file.extension().as_str(), "csv" | "tsv")
        && (has(&["id", "file", "title", "source"]) || has(&["doc", "id", "start", "end", "label"]))
}

fn beside(file: &File) -> Vec<String> {
    let folder = file.name.rfind('/').and_then(|at| file.name.get(..=at)).unwrap_or_default();
    let tables = [ARTICLES, MENTIONS, ENTITIES, ROLES, RELATIONS].map(|name| format!("{folder}{name}"));
    let texts = read::files_of(file).into_iter().map(|name| format!("{folder}{name}"));
    tables.into_iter().filter(|name| *name != file.name).chain(texts).collect()
}

/// The names of the columns.
fn heads(file: &File) -> Vec<String> {
    let head = file.bytes.get(..4096).unwrap_or(&file.bytes);
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let line = String::from_utf8_lossy(line);
    let split = line.trim_end().split(char::from(delimiter(&line)));
    split.map(|name| name.trim_matches(['"', ' ']).to_lowercase()).collect()
}

/// What divides the cells of a line: spreadsheets of some countries write semicolons.
fn delimiter(line: &str) -> u8 {
    let count = |sign: u8| line.bytes().filter(|byte| *byte == sign).count();
    [b',', b';', b'\t'].into_iter().max_by_key(|sign| (count(*sign), *sign == b',')).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;
    use crate::model::notation::Desk;

    #[test]
    fn formulas_are_made_harmless_and_come_back() {
        for cell in ["=1+1", "'=1", "'", "''", "-5", "@a", "plain", "\t", "'plain"] {
            assert_eq!(plain(&neutral(cell)), cell);
            assert!(!neutral(cell).starts_with(['=', '+', '-', '@', '\t']));
        }
    }

    #[test]
    fn tables_have_heads_marks_and_harmless_cells() {
        let desk = Desk::with(&["[=Kim](Person) met 😀 [“Lee”, \"x\"](Person)"]);
        let export = write::write(&desk.project);
        let mentions = export.files.iter().find(|file| file.name == MENTIONS).expect("there");
        let words = String::from_utf8(mentions.bytes.clone()).expect("is UTF-8");
        assert!(words.starts_with("\u{feff}doc,id,start,end,label,text,"), "{words}");
        assert!(words.contains(",0,4,Person,'=Kim,"), "{words}");
        assert!(words.contains(",11,21,Person,\"“Lee”, \"\"x\"\"\","), "{words}");
        assert!(words.ends_with("\r\n"));
    }

    #[test]
    fn tables_of_other_countries_are_read_and_what_is_wrong_is_told() {
        let articles = "id;file;title;published;language;source;encoding\r\na1;texts/a.txt;T;;;;\r\n";
        let mentions = "doc;id;start;end;label;text\r\na1;m;4;7;Person;Kim\r\na1;n;x;7;Person;Kim\r\nb;n;4;7;Person;Kim\r\n";
        let files = [
            File::new(ARTICLES, articles),
            File::new(MENTIONS, mentions),
            File::new("texts/a.txt", "Mr. Kim"),
        ];
        assert_eq!(beside(&files[0]).last().map(String::as_str), Some("texts/a.txt"));
        let imported = read(&FORMAT, &files).expect("reads");
        assert_eq!(imported.articles[0].marks.len(), 1);
        assert_eq!(imported.warnings.len(), 2, "{:?}", imported.warnings);
        assert!(imported.warnings[0].contains("line 3"), "{:?}", imported.warnings);
        let error = read(&FORMAT, &files[1..2]).expect_err("has no articles");
        assert!(error.to_string().contains("articles.csv"), "{error}");
    }
}
