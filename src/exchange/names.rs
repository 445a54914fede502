//! Lists of names as other programs keep them: one name a line, or a table with columns.
//!
//! A table (CSV; commas, semicolons or tabs) has a first line with `name` and, if it likes, `label` and `canonical`; other
//! columns are passed over. Any other text is a list: each line is a name, whatever signs it has. Lines that begin with
//! `#` are remarks. UTF-8, with or without a byte order mark.

use super::label_name;
use crate::model::{KnownName, LabelId, NameList, Schema};

/// What a file of names gave.
#[derive(Clone, Debug, Default)]
pub struct Names {
    pub names: NameList,
    /// What was left out, a sentence each.
    pub losses: Vec<String>,
}

/// Reads a file of names; those without a label of their own get `usual`.
///
/// # Errors
/// If it is no text in UTF-8, no table that can be read, or has no name: why.
pub fn read_names(bytes: &[u8], schema: &Schema, usual: LabelId) -> Result<Names, String> {
    let words = std::str::from_utf8(bytes)
        .map_err(|error| format!("it is not UTF-8 text (byte {})", error.valid_up_to()))?;
    let words = words.trim_start_matches('\u{feff}');
    let mut reading =
        Reading { schema, usual, names: Vec::new(), no_name: Lost::default(), no_label: Lost::default() };
    match columns(words) {
        Some((columns, delimiter)) => reading.table(words, columns, delimiter)?,
        None => {
            for (line, words) in words.lines().enumerate().filter(|(_, words)| !is_remark(words)) {
                reading.add(line + 1, words, "", "");
            }
        }
    }
    if reading.names.is_empty() {
        return Err("there is no name in it".to_owned());
    }
    let losses = [
        reading.no_name.sentence("has no name in it", "have no name in them"),
        reading
            .no_label
            .sentence("has a label that is not in this project", "have labels that are not in this project"),
    ];
    Ok(Names { names: NameList::of(reading.names), losses: losses.into_iter().flatten().collect() })
}

/// A table of names, each with its label and the name of what is meant, in UTF-8.
pub fn write_names(names: &NameList, schema: &Schema) -> Vec<u8> {
    let mut table = csv::Writer::from_writer(Vec::new());
    let rows = names
        .iter()
        .map(|name| [name.words(), schema.name_of(name.label), name.canonical().unwrap_or_default()]);
    for row in std::iter::once([NAME, LABEL, CANONICAL]).chain(rows) {
        // Writing to memory does not fail.
        let _ = table.write_record(row);
    }
    table.into_inner().unwrap_or_default()
}

const NAME: &str = "name";
const LABEL: &str = "label";
const CANONICAL: &str = "canonical";

/// Where the columns of a table stand.
#[derive(Clone, Copy)]
struct Columns {
    name: usize,
    label: Option<usize>,
    canonical: Option<usize>,
}

/// The columns, if the first line names them; a list of one column needs no table.
fn columns(words: &str) -> Option<(Columns, u8)> {
    let first = words.lines().find(|line| !is_remark(line))?;
    [b',', b';', b'\t'].into_iter().find_map(|delimiter| {
        let heads: Vec<String> = first
            .split(char::from(delimiter))
            .map(|head| head.trim_matches(['"', ' ']).to_lowercase())
            .collect();
        let place = |head: &str| heads.iter().position(|other| other == head);
        let name = place(NAME)?;
        Some((Columns { name, label: place(LABEL), canonical: place(CANONICAL) }, delimiter))
    })
}

fn is_remark(line: &str) -> bool {
    line.trim().is_empty() || line.starts_with('#')
}

struct Reading<'a> {
    schema: &'a Schema,
    usual: LabelId,
    names: Vec<KnownName>,
    no_name: Lost,
    no_label: Lost,
}

impl Reading<'_> {
    fn table(&mut self, words: &str, columns: Columns, delimiter: u8) -> Result<(), String> {
        let mut table = csv::ReaderBuilder::new();
        let table = table.delimiter(delimiter).comment(Some(b'#')).flexible(true);
        for row in table.from_reader(words.as_bytes()).into_records() {
            let row = row.map_err(|error| error.to_string())?;
            let cell =
                |place: Option<usize>| place.and_then(|place| row.get(place)).unwrap_or_default().trim();
            let line = row.position().map_or(0, csv::Position::line);
            let line = usize::try_from(line).unwrap_or_default();
            self.add(line, cell(Some(columns.name)), cell(columns.label), cell(columns.canonical));
        }
        Ok(())
    }

    fn add(&mut self, line: usize, words: &str, label: &str, canonical: &str) {
        let named = self.schema.named(label).or_else(|| self.schema.named(label_name(label)?));
        let Some(label) = Some(self.usual).filter(|_| label.is_empty()).or(named) else {
            self.no_label.count(line);
            return;
        };
        match KnownName::new(words, label, canonical) {
            Some(name) => self.names.push(name),
            None => self.no_name.count(line),
        }
    }
}

/// Lines that were left out: how many, and the first.
#[derive(Default)]
struct Lost {
    count: usize,
    first: usize,
}

impl Lost {
    fn count(&mut self, line: usize) {
        if self.count == 0 {
            self.first = line;
        }
        self.count += 1;
    }

    fn sentence(&self, one: &str, several: &str) -> Option<String> {
        match self.count {
            0 => None,
            1 => Some(format!("line {} {one} and was left out", self.first)),
            count => {
                Some(format!("{count} lines {several} and were left out, the first is line {}", self.first))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(file: &str, expected: &[(&str, &str, Option<&str>)], losses: &[&str]) {
        let schema = Schema::news_analyst();
        let read =
            read_names(file.as_bytes(), &schema, schema.named("Group").expect("there")).expect("reads");
        let found: Vec<_> = read
            .names
            .iter()
            .map(|name| (name.words(), schema.name_of(name.label), name.canonical()))
            .collect();
        assert_eq!(
            (found.as_slice(), read.losses.iter().map(String::as_str).collect::<Vec<_>>()),
            (expected, losses.to_vec())
        );
        let again =
            read_names(&write_names(&read.names, &schema), &schema, schema.named("Role").expect("there"));
        assert!(again.expect("reads").names == read.names, "what is written is read the same");
    }

    #[test]
    fn a_plain_list_is_one_name_a_line() {
        check(
            "\u{feff}# Firms\r\nHarrow, Pell & Sons\r\n\r\n“Ostra” \r\n—\r\n",
            &[("Harrow, Pell & Sons", "Group", None), ("“Ostra”", "Group", None)],
            &["line 5 has no name in it and was left out"],
        );
    }

    #[test]
    fn a_table_has_columns_in_any_order() {
        check(
            "Label;Name;Rank;Canonical\nPER;\"Lind, Ida\";3;Ida Lind\n;Ostra;;\nSTAR;Vega\nSTAR;Deneb\n",
            &[("Lind, Ida", "Person", Some("Ida Lind")), ("Ostra", "Group", None)],
            &["2 lines have labels that are not in this project and were left out, the first is line 4"],
        );
        check(
            "name,label\n\"Two\nlines\",Place\n\"say \"\"Ai\"\"\",Place\n",
            &[("Two lines", "Place", None), ("say \"Ai\"", "Place", None)],
            &[],
        );
        check("name\tlabel\nOstra\tplace\n", &[("Ostra", "Place", None)], &[]);
    }

    #[test]
    fn what_is_no_list_is_refused() {
        let schema = Schema::news_analyst();
        let label = schema.named("Group").expect("there");
        let refused = |bytes: &[u8]| read_names(bytes, &schema, label).expect_err("is refused");
        assert_eq!(refused(b""), "there is no name in it");
        assert_eq!(refused(b"name,label\n"), "there is no name in it");
        assert_eq!(refused(b"Ostra\n\xff"), "it is not UTF-8 text (byte 6)");
    }
}
