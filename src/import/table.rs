//! Tables of articles (CSV, TSV): a row an article, the first row the names of the columns.
//!
//! Which column is what is guessed by the names ([`columns`](super::columns)); where none is called like a text, the one
//! with the longest words is taken, and that is said.

use super::{
    Article, Format, ImportError, Imported, Source,
    columns::{self, Field},
    decode,
    sniff::Head,
};
use csv::{ReaderBuilder, StringRecord};

pub(super) const FORMAT: Format =
    Format { name: "table", extensions: &["csv", "tsv"], is_read_apart: false, claims: Some(is_table), read };

const WHAT: &str = "the table";
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// A column whose words are so long at the middle is a text.
const LONG_BYTES: usize = 80;

fn is_table(head: &Head<'_>) -> bool {
    if FORMAT.extensions.contains(&head.extension) {
        return memchr::memchr(0, head.bytes).is_none() || decode::utf16_without_mark(head.bytes).is_some();
    }
    let line = head.words.lines().next().unwrap_or_default();
    let delimiter = char::from(delimiter(head.words));
    let fields = line.split(delimiter).filter_map(|name| columns::field_named(name.trim_matches('"')));
    let fields: Vec<Field> = fields.map(|(field, _)| field).collect();
    fields.contains(&Field::Text) && fields.len() >= 2 && fields.len() == line.split(delimiter).count()
}

/// The sign that stands most often in the first line.
fn delimiter(words: &str) -> u8 {
    let line = words.lines().next().unwrap_or_default().as_bytes();
    let count = |sign: &u8| memchr::memchr_iter(*sign, line).count();
    DELIMITERS.into_iter().rev().max_by_key(count).unwrap_or(b',')
}

fn read(source: &Source<'_>) -> Result<Imported, ImportError> {
    let decoded = decode::decode(source.bytes, source.read_as)?;
    let words = decoded.words.trim_start_matches('\u{feff}');
    let mut imported = Imported { warnings: decoded.warnings, ..Imported::default() };
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter(words)).flexible(true).from_reader(words.as_bytes());
    let names = reader.headers().map_err(|error| damaged(&error))?.clone();
    let mut rows = Vec::new();
    for row in reader.records() {
        match row {
            Ok(row) => rows.push(row),
            Err(error) => imported.warnings.push(format!("a row was left out: {error}")),
        }
    }
    let mut fields: Vec<Option<(Field, usize)>> = names.iter().map(columns::field_named).collect();
    if !fields.iter().flatten().any(|(field, _)| matches!(field, Field::Text | Field::Html)) {
        let column = longest_column(&rows, names.len());
        let column = column.ok_or_else(|| no_text(&names))?;
        if let Some(field) = fields.get_mut(column) {
            *field = Some((Field::Text, 0));
        }
        let name = names.get(column).unwrap_or_default();
        imported.warnings.push(format!(
            "no column is called text: “{name}”, which has the longest words, was taken for it"
        ));
    }
    let mut empty = 0;
    for row in &rows {
        match article(row, &fields, &decoded.encoding) {
            Some(article) => imported.articles.push(article),
            None => empty += 1,
        }
    }
    if empty > 0 {
        imported.warnings.push(format!("{empty} rows without words were left out"));
    }
    if imported.articles.is_empty() { Err(no_text(&names)) } else { Ok(imported) }
}

fn damaged(error: &csv::Error) -> ImportError {
    ImportError::Damaged { what: WHAT, why: error.to_string() }
}

fn no_text(names: &StringRecord) -> ImportError {
    let names: Vec<&str> = names.iter().collect();
    let why = format!("no column holds the words of articles; its columns are {}", names.join(", "));
    ImportError::Damaged { what: WHAT, why }
}

/// The column with the longest words, if they are long enough for a text.
fn longest_column(rows: &[StringRecord], count: usize) -> Option<usize> {
    let bytes = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(str::len).sum::<usize>();
    let column = (0..count).max_by_key(|column| bytes(*column))?;
    (bytes(column) >= LONG_BYTES * rows.len().max(1)).then_some(column)
}

fn article(row: &StringRecord, fields: &[Option<(Field, usize)>], encoding: &str) -> Option<Article> {
    let cells = row
        .iter()
        .zip(fields)
        .filter_map(|(cell, field)| field.map(|(field, place)| (field, place, cell.to_owned())));
    columns::article(cells.collect(), "column of the table", encoding)
}

#[cfg(test)]
mod tests {
    use super::super::{ReadAs, import};
    use super::*;

    fn read(name: &str, table: &str) -> Result<Imported, ImportError> {
        import(name, table.as_bytes(), &ReadAs::default())
    }

    #[test]
    fn a_row_is_an_article() {
        let table = "\u{feff}Headline;Date;Body Text;Source\n\"Talks; end\";2024-11-10;\"All went\nhome.\";Courier\nx;y;;z\n";
        let imported = read("a.csv", table).expect("reads");
        assert_eq!((imported.articles.len(), imported.warnings.len()), (1, 1));
        let article = &imported.articles[0];
        assert_eq!(article.words, "All went\nhome.");
        assert_eq!(article.about.title.as_ref().map(|found| found.value.as_str()), Some("Talks; end"));
        assert_eq!(article.about.site.as_ref().map(|found| found.value.as_str()), Some("Courier"));
        assert_eq!(
            article.about.published.as_ref().map(|found| found.value.day.to_string()).as_deref(),
            Some("2024-11-10")
        );
    }

    #[test]
    fn the_longest_column_is_the_text_where_none_is_called_so() {
        let imported = read("a.tsv", &format!("id\tstuff\n1\t{}\n", "word ".repeat(30))).expect("reads");
        assert!(imported.warnings[0].contains("“stuff”"), "{:?}", imported.warnings);
        let error = read("a.csv", "id,n\n1,2\n").expect_err("is refused").to_string();
        assert!(error.contains("its columns are id, n"), "{error}");
    }

    #[test]
    fn names_of_columns_tell_a_table_by_any_name() {
        let name = |words: &str| super::super::recognise("a.txt", words.as_bytes()).expect("is read").name;
        assert_eq!(name("title,date,text\na,b,c\n"), "table");
        assert_eq!(name("Title, text and nothing else\n"), "plain text");
    }
}
