//! Tables of articles (CSV, TSV): a row an article, the first row the names of the columns.
//!
//! Which column is what is told in [`columns`](super::columns). A table whose first row is an article itself, as its length
//! shows, has columns with numbers.

use super::{
    Format, ImportError, Imported, Source,
    columns::{self, Field, Rows},
    decode,
    sniff::Head,
};
use csv::{ReaderBuilder, StringRecord};

pub(super) const FORMAT: Format =
    Format { name: "table", extensions: &["csv", "tsv"], is_read_apart: false, claims: Some(is_table), read };

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// A name of a column is shorter.
const LONGEST_NAME_BYTES: usize = 80;

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
    let mut warnings = decoded.warnings;
    let reader = ReaderBuilder::new()
        .delimiter(delimiter(words))
        .flexible(true)
        .has_headers(false)
        .from_reader(words.as_bytes());
    let mut rows = Rows::new("column of the table");
    for (number, row) in reader.into_records().enumerate() {
        match row {
            Ok(row) if number == 0 && are_names(&row) => {
                row.iter().for_each(|name| _ = rows.add_column(name.trim()));
            }
            Ok(row) => add(&mut rows, &row),
            Err(error) => warnings.push(format!("a row was left out: {error}")),
        }
    }
    let mut imported = rows.read(&source.read_as.columns, &decoded.encoding)?;
    imported.warnings.splice(0..0, warnings);
    Ok(imported)
}

/// Whether the first row names the columns.
fn are_names(row: &StringRecord) -> bool {
    row.iter().all(|name| name.len() < LONGEST_NAME_BYTES)
        || row.iter().any(|name| columns::field_named(name).is_some())
}

fn add(rows: &mut Rows, row: &StringRecord) {
    while rows.column_count() < row.len() {
        rows.add_column(&format!("column {}", rows.column_count() + 1));
    }
    rows.push(row.iter().enumerate().map(|(place, cell)| (place, cell.to_owned())).collect());
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
        assert!(!imported.columns.expect("are told").is_sure);
        let address = format!("https://a.example/{}", "x".repeat(300));
        assert!(read("a.csv", &format!("id,n\n1,{address}\n")).is_err());
        let error = read("a.csv", "id,n\n1,2\n").expect_err("is refused").to_string();
        assert!(error.contains("its columns are id, n"), "{error}");
    }

    #[test]
    fn names_of_columns_tell_a_table_by_any_name() {
        let name = |words: &str| super::super::recognise("a.txt", words.as_bytes()).expect("is read").name;
        assert_eq!(name("title,date,text\na,b,c\n"), "table");
        assert_eq!(name("Title, text and nothing else\n"), "plain text");
    }

    #[test]
    fn a_table_without_names_has_columns_with_numbers() {
        let story = "word ".repeat(30);
        let imported = read("a.csv", &format!("Talks,{story}\nStorm,{story}x\n")).expect("reads");
        assert_eq!(imported.articles.len(), 2);
        let columns = imported.columns.expect("are told");
        assert_eq!(
            (columns.columns[1].name.as_str(), columns.columns[0].samples.join(" ")),
            ("column 2", "Talks Storm".to_owned())
        );
    }

    #[test]
    fn a_page_in_a_cell_is_read_as_a_page() {
        let imported = read("a.csv", "title,text\nT,<p>One.</p><p>Two.</p>\nU,1 < 2 <b>\n").expect("reads");
        let words: Vec<&str> = imported.articles.iter().map(|article| article.words.as_str()).collect();
        assert_eq!(words, ["One.\n\nTwo.\n", "1 < 2 <b>"]);
    }

    #[track_caller]
    fn check_said(said: &[(Field, &str)], expected: Result<(&str, &str), &str>) {
        let columns = said.iter().map(|(field, name)| (*field, (*name).to_owned())).collect();
        let table = "title,Lead In,body,kicker\nT,First.,Second.,K\n";
        let read = import("a.csv", table.as_bytes(), &ReadAs { columns, ..ReadAs::default() });
        match (read, expected) {
            (Ok(imported), Ok((title, words))) => {
                let article = &imported.articles[0];
                let found =
                    article.about.title.as_ref().map(|title| title.value.as_str()).unwrap_or_default();
                assert_eq!((found, article.words.as_str()), (title, words));
                assert!(imported.columns.expect("are told").is_sure);
            }
            (Err(error), Err(why)) => assert!(error.to_string().contains(why), "{error}"),
            (read, expected) => panic!("{read:?} is not {expected:?}"),
        }
    }

    #[test]
    fn columns_are_what_they_are_said_to_be() {
        check_said(&[], Ok(("T", "Second.")));
        check_said(&[(Field::Text, "lead in")], Ok(("T", "First.")));
        check_said(
            &[(Field::Text, "Lead In"), (Field::Text, "3"), (Field::Title, "kicker")],
            Ok(("K", "First.\n\nSecond.")),
        );
        check_said(&[(Field::Text, "title"), (Field::Title, "")], Ok(("", "T")));
        check_said(
            &[(Field::Text, "none")],
            Err("there is no column “none”; there is: title, Lead In, body, kicker"),
        );
        check_said(&[(Field::Text, "")], Err("no column holds the words of articles"));
    }

    #[test]
    fn two_columns_that_may_be_the_text_are_told() {
        let (short, long) = ("word ".repeat(20), "word ".repeat(90));
        let doubts = |table: &str| read("a.csv", table).expect("reads").warnings;
        assert_eq!(
            doubts(&format!("text,body\n{short},{short}\n")),
            ["“text” was taken for the text; “body” may be it as well"]
        );
        assert_eq!(doubts(&format!("content,stuff\n{short},{long}\n")).len(), 1);
        assert_eq!(doubts(&format!("text,summary,html\n{long},{short},<p>{short}\n")), Vec::<String>::new());
    }
}
