//! From paths to articles: folders are walked, files read, their formats' readers called, here or in a process of their own.

mod apart;
mod coming_in;
mod folders;
mod many;
mod wire;

pub use apart::{WORKER_ARGUMENT, serve, use_worker};
pub use coming_in::BroughtIn;
pub(in crate::session) use coming_in::read_all;
pub use folders::articles_in;
pub(in crate::session) use folders::{Walked, is_read_by_name, walk};
pub use many::{Batch, Counter, Twin, Unclear, read_many};

use super::{
    Failure,
    files::{self, MISTAKE},
};
use crate::{
    import::{self, About, Article, Found, ImportError, Imported, Moment},
    model::{Facts, NewDocument, Origins},
    suggest::Cancel,
    text::Text,
};
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
};

pub use crate::import::{Column, Columns, ENCODINGS, Field, ReadAs, encoding_named};

/// The ends of file names of articles, without the dot.
pub fn article_endings() -> Vec<&'static str> {
    import::FORMATS.iter().flat_map(|format| format.extensions).copied().collect()
}

/// What came out of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadFile {
    pub articles: Vec<NewDocument>,
    /// What was odd about it.
    pub warnings: Vec<String>,
    /// What of the file belongs to no article: menus, footers.
    pub left_out: Vec<String>,
    /// Of a table, and of JSON: what was taken for what.
    pub columns: Option<Columns>,
}

/// Why a file was not read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::session) struct Refused {
    pub(in crate::session) why: String,
    /// Where it is only not known which column of it is the text.
    pub(in crate::session) columns: Option<Columns>,
}

impl From<String> for Refused {
    fn from(why: String) -> Self {
        Self { why, columns: None }
    }
}

/// Reads the articles of a file.
///
/// # Errors
/// If there is no such file, or no article in it that can be read.
pub fn read_articles(path: &Path, read_as: &ReadAs, cancel: &Cancel) -> Result<ReadFile, Failure> {
    read_path(path, read_as, cancel).map_err(|refused| Failure { path: path.to_owned(), why: refused.why })
}

/// Reads the articles of a file to look at how it was read: where only the text could not be found, its columns come.
///
/// # Errors
/// As for [`read_articles`].
pub(in crate::session) fn read_to_look(
    path: &Path,
    read_as: &ReadAs,
    cancel: &Cancel,
) -> Result<ReadFile, Failure> {
    read_path(path, read_as, cancel).or_else(|Refused { why, columns }| match columns {
        Some(_) => Ok(ReadFile { warnings: vec![why], columns, ..ReadFile::default() }),
        None => Err(Failure { path: path.to_owned(), why }),
    })
}

fn read_path(path: &Path, read_as: &ReadAs, cancel: &Cancel) -> Result<ReadFile, Refused> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let look = |head: &[u8]| import::refuse_by_head(&name, head).map_err(|error| explain(&error));
    let bytes = files::read_file(path, look).map_err(|failure| failure.why)?;
    read(&name, &path.to_string_lossy(), &bytes, read_as, cancel)
}

/// The articles in the bytes of a file. `source` is where they came from.
///
/// # Errors
/// If there is no article in them that can be read: why, and what to do.
pub fn articles_of(name: &str, source: &str, bytes: &[u8], read_as: &ReadAs) -> Result<ReadFile, String> {
    read(name, source, bytes, read_as, &Cancel::default()).map_err(|refused| refused.why)
}

fn read(
    name: &str,
    source: &str,
    bytes: &[u8],
    read_as: &ReadAs,
    cancel: &Cancel,
) -> Result<ReadFile, Refused> {
    let format = import::recognise(name, bytes).map_err(|error| explain(&error))?;
    let worker = apart::worker().filter(|_| format.is_read_apart);
    let imported = match worker {
        Some(worker) => apart::read_apart(worker, (name, bytes), read_as, cancel, format.name)?,
        None => read_here(name, bytes, read_as)?,
    };
    Ok(read_file(source, imported))
}

/// Reads on this thread. A reader that is wrong must not take the other files of a batch with it.
fn read_here(name: &str, bytes: &[u8], read_as: &ReadAs) -> Result<Imported, Refused> {
    let read = catch_unwind(AssertUnwindSafe(|| import::import(name, bytes, read_as)));
    read.map_err(|_| MISTAKE.to_owned())?.map_err(|error| {
        let why = explain(&error);
        let columns = if let ImportError::NoText { columns } = error { Some(*columns) } else { None };
        Refused { why, columns }
    })
}

fn explain(error: &ImportError) -> String {
    format!("{error}. {}", error.hint())
}

fn read_file(source: &str, imported: Imported) -> ReadFile {
    let Imported { articles, warnings, columns } = imported;
    let mut read = ReadFile { warnings, columns, ..ReadFile::default() };
    for article in articles {
        let Article { about, words, encoding, left_out } = article;
        let Some(text) = Text::new(&words) else {
            continue;
        };
        let facts = facts(about);
        read.articles.push(NewDocument { facts, source: source.to_owned(), encoding, text });
        read.left_out.push(left_out);
    }
    read
}

fn facts(about: About) -> Facts {
    let About { title, byline, site, url, language, published } = about;
    let (mut facts, mut origins) = (Facts::default(), Origins::default());
    for (found, value, origin) in [
        (title, &mut facts.title, &mut origins.title),
        (byline, &mut facts.byline, &mut origins.byline),
        (site, &mut facts.site, &mut origins.site),
        (url, &mut facts.url, &mut origins.url),
        (language, &mut facts.language, &mut origins.language),
    ] {
        if let Some(found) = found {
            (*value, *origin) = (found.value, found.from);
        }
    }
    if let Some(Found { value: Moment { day, at }, from }) = published {
        facts.published = Some(day);
        (facts.published_at, origins.published) = (at, from);
    }
    facts.origins = origins;
    facts
}
