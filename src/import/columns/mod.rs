//! Articles as rows: which column of a table, or field of JSON, is what.
//!
//! The analyst may say it ([`ReadAs::columns`](super::ReadAs)); else it is guessed by the names, and for the text also by the
//! length of its words. Whether the guess is plain is told with it ([`Columns`]), so that it can be asked about.

mod names;

pub use names::Field;
pub(super) use names::field_named;

use super::{About, Article, ImportError, Imported, about::plain_line, html};
use names::plain;
use std::collections::HashMap;

/// The columns of a table, or the fields of JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    pub columns: Vec<Column>,
    /// Whether there is no doubt about which is the text.
    pub is_sure: bool,
}

/// A column, with what it was taken for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    /// The first values that are not empty, each a short line.
    pub samples: Vec<String>,
    pub field: Option<Field>,
}

/// A column whose words are so long at the middle is a text.
const LONG_BYTES: usize = 80;
/// So many rows are measured.
const MEASURED: usize = 200;
const SAMPLES: usize = 3;
const SAMPLE_CHARACTERS: usize = 120;

/// Rows with columns, as they stand in a file.
pub(super) struct Rows {
    /// What a column is called in messages: `column of the table`.
    from: &'static str,
    names: Vec<String>,
    places: HashMap<String, usize>,
    all: Vec<Vec<(usize, String)>>,
}

/// What each column is, and how sure that is: the lower, the surer.
type Fields = Vec<Option<(Field, usize)>>;

impl Rows {
    pub(super) fn new(from: &'static str) -> Self {
        Self { from, names: Vec::new(), places: HashMap::new(), all: Vec::new() }
    }

    /// The column of this name, which is made if it is not there. Of two that are called alike the first is found.
    pub(super) fn column(&mut self, name: &str) -> usize {
        if let Some(place) = self.places.get(name) {
            return *place;
        }
        self.add_column(name)
    }

    /// One more column, though there may be one of this name.
    pub(super) fn add_column(&mut self, name: &str) -> usize {
        let place = self.names.len();
        self.names.push(name.to_owned());
        self.places.entry(name.to_owned()).or_insert(place);
        place
    }

    pub(super) fn column_count(&self) -> usize {
        self.names.len()
    }

    pub(super) fn push(&mut self, row: Vec<(usize, String)>) {
        self.all.push(row);
    }

    /// The articles of the rows.
    ///
    /// # Errors
    /// If no column holds a text, or one that was named is not there.
    pub(super) fn read(self, said: &[(Field, String)], encoding: &str) -> Result<Imported, ImportError> {
        let guess = self.guess(said)?;
        let columns = self.columns(&guess);
        if !guess.has_text {
            return Err(ImportError::NoText { columns: Box::new(columns) });
        }
        let mut imported = Imported { warnings: guess.doubts, ..Imported::default() };
        let all = self.all.len();
        for row in self.all {
            imported.articles.extend(article(row, &guess.fields, guess.is_said, self.from, encoding));
        }
        let empty = all - imported.articles.len();
        if empty > 0 {
            imported.warnings.push(format!("{empty} of {all} rows had no words and were left out"));
        }
        if imported.articles.is_empty() {
            return Err(ImportError::NoText { columns: Box::new(columns) });
        }
        imported.columns = Some(columns);
        Ok(imported)
    }

    fn columns(&self, guess: &Guess) -> Columns {
        let mut columns: Vec<Column> = self
            .names
            .iter()
            .zip(&guess.fields)
            .map(|(name, field)| Column {
                name: name.clone(),
                samples: Vec::new(),
                field: field.map(|(field, _)| field),
            })
            .collect();
        for (place, value) in self.all.iter().take(MEASURED).flatten() {
            if let Some(column) = columns.get_mut(*place)
                && column.samples.len() < SAMPLES
            {
                let line: String = plain_line(value).chars().take(SAMPLE_CHARACTERS).collect();
                column.samples.extend(Some(line).filter(|line| !line.is_empty()));
            }
        }
        Columns { columns, is_sure: guess.doubts.is_empty() && guess.has_text }
    }

    /// How long the words of each column are at the middle.
    fn lengths(&self) -> Vec<usize> {
        let mut bytes = vec![0; self.names.len()];
        for (place, value) in self.all.iter().take(MEASURED).flatten() {
            // An address is long, too, and no text.
            let words = Some(value.trim())
                .filter(|words| !words.starts_with("http://") && !words.starts_with("https://"));
            if let (Some(bytes), Some(words)) = (bytes.get_mut(*place), words) {
                *bytes += words.len();
            }
        }
        let rows = self.all.len().clamp(1, MEASURED);
        bytes.into_iter().map(|bytes| bytes / rows).collect()
    }

    fn guess(&self, said: &[(Field, String)]) -> Result<Guess, ImportError> {
        let mut fields: Fields = self.names.iter().map(|name| field_named(name)).collect();
        let is_said = |field: Field| said.iter().any(|(other, _)| *other == field);
        for field in &mut fields {
            *field = field.filter(|(kind, _)| {
                let kind = if *kind == Field::Html { Field::Text } else { *kind };
                !is_said(kind)
            });
        }
        for (rank, (field, name)) in said.iter().enumerate().filter(|(_, (_, name))| !name.is_empty()) {
            let place = self.find(name)?;
            if let Some(column) = fields.get_mut(place) {
                *column = Some((*field, rank));
            }
        }
        let mut guess = Guess { is_said: is_said(Field::Text), fields, ..Guess::default() };
        if guess.is_said {
            guess.has_text = guess.fields.iter().flatten().any(|(field, _)| *field == Field::Text);
        } else {
            self.guess_text(&mut guess);
        }
        Ok(guess)
    }

    /// Which column is the text, and what speaks against it.
    fn guess_text(&self, guess: &mut Guess) {
        let lengths = self.lengths();
        let name = |place: usize| self.names.get(place).map(String::as_str).unwrap_or_default();
        let columns: Vec<Measured> = guess
            .fields
            .iter()
            .zip(&lengths)
            .enumerate()
            .map(|(place, (field, length))| Measured { place, field: *field, length: *length })
            .collect();
        let free = columns.iter().filter(|column| column.field.is_none() && column.length >= LONG_BYTES);
        let longest = free.max_by_key(|column| column.length);
        let texts = columns.iter().filter(|column| column.is_text() && column.length > 0);
        let Some(text) = texts.min_by_key(|column| column.rank()) else {
            let Some(text) = longest else {
                return;
            };
            guess.has_text = true;
            guess.doubts.push(format!(
                "no column is called text: “{}”, which has the longest words, was taken for it",
                name(text.place)
            ));
            if let Some(field) = guess.fields.get_mut(text.place) {
                *field = Some((Field::Text, 0));
            }
            return;
        };
        guess.has_text = true;
        let mut others =
            columns.iter().filter(|other| other.place != text.place && other.length >= LONG_BYTES);
        let rival = others.find(|other| matches!(other.field, Some((Field::Text, _))));
        if let Some(other) = rival.or_else(|| longest.filter(|other| other.length > 2 * text.length)) {
            let (text, other) = (name(text.place), name(other.place));
            guess.doubts.push(format!("“{text}” was taken for the text; “{other}” may be it as well"));
        }
    }

    /// A column by its name, or by its number from 1.
    fn find(&self, name: &str) -> Result<usize, ImportError> {
        let same = self.places.get(name).copied();
        let alike =
            || self.names.iter().position(|other| plain(other) == plain(name) && !plain(name).is_empty());
        let number = || name.parse::<usize>().ok()?.checked_sub(1).filter(|place| *place < self.names.len());
        same.or_else(alike)
            .or_else(number)
            .ok_or_else(|| ImportError::NoColumn { name: name.to_owned(), columns: self.names.join(", ") })
    }
}

/// A column when it is looked for a text.
struct Measured {
    place: usize,
    field: Option<(Field, usize)>,
    /// Of its words, at the middle.
    length: usize,
}

impl Measured {
    fn is_text(&self) -> bool {
        matches!(self.field, Some((Field::Text | Field::Html, _)))
    }

    /// The lower, the surer; words go before pages.
    fn rank(&self) -> (bool, usize) {
        (matches!(self.field, Some((Field::Html, _))), self.field.map_or(usize::MAX, |(_, rank)| rank))
    }
}

#[derive(Default)]
struct Guess {
    fields: Fields,
    has_text: bool,
    /// The text was said, not guessed: then all columns that are text belong to it.
    is_said: bool,
    /// Why another column may be the text.
    doubts: Vec<String>,
}

/// The article of a row; `None` where it has no words. The surest columns come first.
fn article(
    row: Vec<(usize, String)>,
    fields: &Fields,
    joins_texts: bool,
    from: &str,
    encoding: &str,
) -> Option<Article> {
    let field = |place: usize| fields.get(place).copied().flatten();
    let mut cells: Vec<(usize, Field, String)> = row
        .into_iter()
        .filter_map(|(place, value)| field(place).map(|(field, rank)| (rank, field, value)))
        .collect();
    cells.sort_by_key(|(rank, ..)| *rank);
    let mut about = About::default();
    let (mut texts, mut pages) = (Vec::new(), Vec::new());
    for (_, field, value) in cells {
        match field {
            Field::Text => texts.push(value),
            Field::Html => pages.push(value),
            Field::Title => about.offer_title(&value, from),
            Field::Published => about.offer_published(&value, from),
            Field::Byline => about.offer_byline(&value, from),
            Field::Site => about.offer_site(&value, from),
            Field::Url => about.offer_url(&value, from),
            Field::Language => about.offer_language(&value, from),
        }
    }
    let mut texts = texts.into_iter().filter(|words| !words.trim().is_empty()).map(words_of);
    let words = if joins_texts {
        texts.collect::<Vec<_>>().join("\n\n")
    } else {
        texts
            .next()
            .unwrap_or_else(|| pages.first().map(|page| html::words_of_fragment(page)).unwrap_or_default())
    };
    (!words.trim().is_empty()).then(|| Article {
        about,
        words,
        encoding: encoding.to_owned(),
        left_out: String::new(),
    })
}

/// The words of a value, which may be a page.
fn words_of(value: String) -> String {
    let begins_a_name = |(at, _): (usize, &str)| {
        value.get(at + 2..).is_some_and(|rest| rest.starts_with(|next: char| next.is_ascii_alphabetic()))
    };
    let is_page =
        value.match_indices("</").any(begins_a_name) || value.contains("<br>") || value.contains("<br/>");
    if is_page { html::words_of_fragment(&value) } else { value }
}
