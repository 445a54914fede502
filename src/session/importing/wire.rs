//! What goes to a process that reads a file, and what comes back: JSON, apart from the types of `import/`.

use crate::import::{About, Article, Field, Found, Imported, Moment, ReadAs};
use serde::{Deserialize, Serialize};

/// A line before the bytes of the file.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Question {
    pub(super) name: String,
    pub(super) encoding: Option<String>,
    pub(super) whole_page: bool,
    /// Names of fields, and of their columns.
    pub(super) columns: Vec<(String, String)>,
    /// So many bytes follow.
    pub(super) bytes: usize,
    /// Memory that may be used, in bytes.
    pub(super) memory: u64,
}

impl Question {
    pub(super) fn new(name: &str, bytes: usize, memory: u64, read_as: &ReadAs) -> Self {
        let ReadAs { encoding, whole_page, columns } = read_as.clone();
        let columns = columns.into_iter().map(|(field, column)| (field.name().to_owned(), column)).collect();
        Self { name: name.to_owned(), encoding, whole_page, columns, bytes, memory }
    }

    pub(super) fn read_as(&self) -> ReadAs {
        let field = |(name, column): &(String, String)| Some((Field::named(name)?, column.clone()));
        let columns = self.columns.iter().filter_map(field).collect();
        ReadAs { encoding: self.encoding.clone(), whole_page: self.whole_page, columns }
    }
}

/// The articles, or why there are none. What comes from a process has no columns to ask about.
pub(super) type Answer = Result<ImportedRecord, String>;

#[derive(Debug, Deserialize, Serialize)]
pub(super) struct ImportedRecord {
    articles: Vec<ArticleRecord>,
    warnings: Vec<String>,
}

#[derive(Debug, Deserialize, Serialize)]
struct ArticleRecord {
    title: Option<FoundRecord>,
    byline: Option<FoundRecord>,
    site: Option<FoundRecord>,
    url: Option<FoundRecord>,
    language: Option<FoundRecord>,
    published: Option<FoundRecord>,
    published_at: String,
    words: String,
    encoding: String,
    left_out: String,
}

/// Value and origin.
#[derive(Debug, Deserialize, Serialize)]
struct FoundRecord(String, String);

impl From<Imported> for ImportedRecord {
    fn from(imported: Imported) -> Self {
        let Imported { articles, warnings, .. } = imported;
        Self { articles: articles.into_iter().map(ArticleRecord::from).collect(), warnings }
    }
}

impl From<Article> for ArticleRecord {
    fn from(article: Article) -> Self {
        let Article { about, words, encoding, left_out } = article;
        let About { title, byline, site, url, language, published } = about;
        let record = |found: Option<Found>| found.map(|found| FoundRecord(found.value, found.from));
        let published_at = published.as_ref().map(|found| found.value.at.clone()).unwrap_or_default();
        let published = published.map(|found| FoundRecord(found.value.day.to_string(), found.from));
        let [title, byline, site, url, language] = [title, byline, site, url, language].map(record);
        Self { title, byline, site, url, language, published, published_at, words, encoding, left_out }
    }
}

impl From<ImportedRecord> for Imported {
    fn from(record: ImportedRecord) -> Self {
        let ImportedRecord { articles, warnings } = record;
        Self { articles: articles.into_iter().map(Article::from).collect(), warnings, columns: None }
    }
}

impl From<ArticleRecord> for Article {
    fn from(record: ArticleRecord) -> Self {
        let ArticleRecord { title, byline, site, url, language, published, .. } = record;
        let found =
            |record: Option<FoundRecord>| record.map(|FoundRecord(value, from)| Found { value, from });
        let [title, byline, site, url, language] = [title, byline, site, url, language].map(found);
        let published = published.and_then(|FoundRecord(day, from)| {
            Some(Found { value: Moment { day: day.parse().ok()?, at: record.published_at }, from })
        });
        let about = About { title, byline, site, url, language, published };
        Self { about, words: record.words, encoding: record.encoding, left_out: record.left_out }
    }
}
