//! From the bytes of a file to the texts of its articles. Reads no file itself and knows no project.
//!
//! One room a format, all alike: what the format is, its reader, its tests. [`import`] looks at the first bytes, then at
//! the name, and hands the bytes to the room of the format. What is found out about an article is said beside its text,
//! with where it stood ([`About`]). Nothing is ever fetched, and nothing in a file is carried out.

mod about;
mod archive;
mod columns;
mod dateline;
mod decode;
mod docx;
mod epub;
mod error;
mod feed;
mod html;
mod json;
mod likeness;
mod mail;
mod markdown;
mod mbox;
mod mhtml;
mod moment;
mod newsml;
mod nitf;
mod odt;
mod pdf;
mod plain_text;
mod rtf;
mod sniff;
mod table;
#[cfg(test)]
mod tests;
mod webarchive;
mod xml;
mod zipped;

pub use about::{About, Found};
pub use columns::{Column, Columns, Field};
pub use decode::{ENCODINGS, encoding_named};
pub use error::ImportError;
pub use likeness::{Alike, Likenesses};
pub use moment::Moment;
pub use sniff::refuse_by_head;

use crate::text::{Text, normalize};

/// An article as it came in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// What is known of it beside its words.
    pub about: About,
    /// The words, through [`normalize`]. The title is still in them where it stands in the file.
    pub words: String,
    /// What the bytes were read as: `UTF-8`, `UTF-8 with BOM`.
    pub encoding: String,
    /// What of the file was left out as not belonging to the article; empty if nothing was.
    pub left_out: String,
}

/// What came out of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// At least one.
    pub articles: Vec<Article>,
    /// What the analyst should know; the articles are whole all the same.
    pub warnings: Vec<String>,
    /// Of a table, and of JSON: what was taken for what.
    pub columns: Option<Columns>,
}

/// How a file is to be read, where it is not to be read as usual.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadAs {
    /// Name of the encoding of its words, one of [`ENCODINGS`].
    pub encoding: Option<String>,
    /// Everything on a page is text, its menus and footers too.
    pub whole_page: bool,
    /// In a table, or in JSON: which column is what, by its name or its number. A field of an empty name is in none; one that
    /// is not said is guessed; several columns that are text are one text.
    pub columns: Vec<(Field, String)>,
}

/// A kind of file that can be read.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// What people call it.
    pub name: &'static str,
    /// Ends of file names, small letters, without the dot.
    pub extensions: &'static [&'static str],
    /// It takes a parser that a bad file could bring down: it is read in a process of its own where there can be one.
    pub is_read_apart: bool,
    /// Whether a file is of this format by its start; `None` where only the name can tell.
    claims: Option<fn(&sniff::Head<'_>) -> bool>,
    read: fn(&Source<'_>) -> Result<Imported, ImportError>,
}

/// A file to be read.
struct Source<'a> {
    /// The last part of its path.
    name: &'a str,
    bytes: &'a [u8],
    read_as: &'a ReadAs,
}

/// The kinds of file that can be read. The first that knows a file by its content reads it.
pub const FORMATS: &[Format] = &[
    pdf::FORMAT,
    docx::FORMAT,
    odt::FORMAT,
    epub::FORMAT,
    zipped::FORMAT,
    rtf::FORMAT,
    nitf::FORMAT,
    newsml::FORMAT,
    feed::FORMAT,
    webarchive::FORMAT,
    html::FORMAT,
    mhtml::FORMAT,
    mbox::FORMAT,
    mail::FORMAT,
    json::FORMAT,
    table::FORMAT,
    plain_text::FORMAT,
    markdown::FORMAT,
];

/// The format that a file is read in, by its content and, where that leaves it open, its name.
///
/// # Errors
/// If the bytes are of a kind that cannot be read.
pub fn recognise(file_name: &str, bytes: &[u8]) -> Result<&'static Format, ImportError> {
    sniff::recognise(file_name, bytes)
}

/// Reads the articles of a file. `file_name` is the last part of its path.
///
/// # Errors
/// If the bytes are not an article that can be read. The message does not name the file; the caller does.
pub fn import(file_name: &str, bytes: &[u8], read_as: &ReadAs) -> Result<Imported, ImportError> {
    let format = recognise(file_name, bytes)?;
    let mut imported = (format.read)(&Source { name: file_name, bytes, read_as })?;
    for article in &mut imported.articles {
        finish(article, file_name, format)?;
    }
    let lost: usize = imported.articles.iter().map(|article| article.words.matches('\u{fffd}').count()).sum();
    let is_told = imported.warnings.iter().any(|warning| warning.contains("U+FFFD"));
    if lost > 0 && !is_told {
        imported.warnings.push(format!(
            "{lost} characters of the text are U+FFFD: they were lost before the file came here"
        ));
    }
    if imported.articles.is_empty() { Err(ImportError::Empty) } else { Ok(imported) }
}

/// What is the same for every format: line ends, and what the words and the file's name tell.
fn finish(article: &mut Article, file_name: &str, format: &Format) -> Result<(), ImportError> {
    // A text of a hundred megabytes is not copied where nothing is to be done.
    if article.words.contains('\r') || article.words.starts_with('\u{feff}') {
        article.words = normalize(&article.words).into_owned();
    }
    // Blank lines are what a text of blank lines says; of other formats nothing was found then.
    let is_text = [plain_text::FORMAT.name, markdown::FORMAT.name].contains(&format.name);
    if article.words.is_empty() || !is_text && article.words.trim().is_empty() {
        return Err(ImportError::Empty);
    }
    if article.words.len() > Text::MAX_BYTES {
        return Err(ImportError::TooLarge { bytes: article.words.len() });
    }
    dateline::date_from_words(&mut article.about, &article.words, file_name);
    Ok(())
}

/// The end of a file name in small letters, without the dot; empty if there is none.
fn extension(file_name: &str) -> String {
    file_name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default()
}
