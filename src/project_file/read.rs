//! Reads a project file and says exactly what is wrong with it, and where.

use super::{
    Digest, Laid, ReadError, Warning, build::Builder, checksum, folder, lines::shown, v1, wrong::Wrong,
};
use crate::{
    model::{IdSource, Project},
    text::LineColumn,
};
use ron::error::{Error as RonError, SpannedError};
use std::io;

/// A project that was read, with what is to be told about its file.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    pub project: Project,
    /// Signs that the file was changed or damaged since it was saved.
    pub warnings: Vec<Warning>,
    /// The articles that have files of their own; `None` if the project is one file.
    pub laid: Option<Laid>,
}

/// Told of a project while it is read article by article: what is there of it, and how many of how many articles.
pub type Watch<'a> = &'a mut dyn FnMut(&Project, usize, usize);

/// Reads a whole project that is one file. New records of the project get ids drawn from `ids`.
///
/// # Errors
/// If anything in it cannot be: then nothing is taken, for what a damaged record meant cannot be known.
pub fn read(bytes: &[u8], ids: IdSource) -> Result<Loaded, ReadError> {
    let mut article = |_: &str| Err(io::ErrorKind::NotFound.into());
    read_with(bytes, ids, &mut article, &mut |_, _, _| ())
}

/// Reads a project whose articles may be in files of their own, which `article` gives by their names.
///
/// # Errors
/// As for [`read`], and if one of those files cannot be read.
pub fn read_with(
    bytes: &[u8],
    ids: IdSource,
    article: &mut dyn FnMut(&str) -> io::Result<Vec<u8>>,
    watch: Watch,
) -> Result<Loaded, ReadError> {
    let file = text(bytes)?;
    let wire: v1::File = parsed(file)?;
    let mut warnings: Vec<Warning> = checksum::inspect(file).into_iter().collect();
    let in_file = |wrong: Wrong| wrong.in_file(file);
    let mut builder = Builder::new(wire.schema, &wire.entities, ids).map_err(in_file)?;
    for document in wire.documents {
        builder.document(document).map_err(in_file)?;
    }
    let (mut laid, total) = (Laid::default(), wire.articles.len());
    for (index, entry) in wire.articles.iter().enumerate() {
        let warning = one_article(&mut builder, &mut laid, entry, article)?;
        warnings.extend(warning);
        watch(builder.project(), index + 1, total);
    }
    let project = builder.finish(&wire.rejections, &wire.gazetteers).map_err(in_file)?;
    Ok(Loaded { project, warnings, laid: (total > 0).then_some(laid) })
}

/// Reads an article that has a file of its own; gives what is odd about the file.
fn one_article(
    builder: &mut Builder,
    laid: &mut Laid,
    entry: &v1::Article,
    article: &mut dyn FnMut(&str) -> io::Result<Vec<u8>>,
) -> Result<Option<Warning>, ReadError> {
    let name = entry.file.as_str();
    let of_article = |error: ReadError| ReadError::Article { file: shown(name, 60), error: Box::new(error) };
    if !folder::is_file_name(name) {
        return Err(ReadError::NoArticle {
            file: shown(name, 60),
            why: "that is no name of a file".to_owned(),
        });
    }
    let bytes = article(name)
        .map_err(|error| ReadError::NoArticle { file: name.to_owned(), why: error.to_string() })?;
    let file = text(&bytes).map_err(of_article)?;
    let wire: v1::Document = parsed(file).map_err(of_article)?;
    let wire = v1::Document { position: entry.position, ..wire };
    let id = builder.document(wire).map_err(|wrong| of_article(wrong.in_file(file)))?;
    let digest = Digest::of(&bytes);
    if entry.blake3.as_str() != digest.to_string() {
        return Ok(Some(Warning::Article { file: name.to_owned() }));
    }
    laid.note(builder.project(), id, digest);
    Ok(None)
}

/// The words of a file, if there are any.
pub(super) fn text(bytes: &[u8]) -> Result<&str, ReadError> {
    let file = std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error.valid_up_to()))?;
    let file = file.strip_prefix('\u{feff}').unwrap_or(file);
    if file.trim().is_empty() { Err(ReadError::Empty) } else { Ok(file) }
}

/// The records of a file.
pub(super) fn parsed<'a, T: serde::Deserialize<'a>>(file: &'a str) -> Result<T, ReadError> {
    ron::from_str(file).map_err(|error| syntax(file, &error))
}

fn not_utf8(bytes: &[u8], byte: usize) -> ReadError {
    let before = bytes.get(..byte).unwrap_or_default();
    ReadError::NotUtf8 { byte, line: memchr::memchr_iter(b'\n', before).count() + 1 }
}

fn syntax(file: &str, error: &SpannedError) -> ReadError {
    if let RonError::Message(message) = &error.code
        && let Some(format) = v1::newer_format(message)
    {
        return ReadError::Newer { format };
    }
    let at = LineColumn { line: error.span.start.line, column: error.span.start.col };
    // A whole file ends with a line of its own; what is wrong in a last line without end is that it has none.
    let is_cut = !file.ends_with('\n') && file.lines().count() == at.line;
    let what = if is_cut { CUT_OFF.to_owned() } else { in_words(&error.code) };
    ReadError::Syntax { at, what, found: found_at(file, at) }
}

const CUT_OFF: &str = "the file ends in the middle of a record; it seems cut off";

/// RON's own words, except where they speak to programmers or hide what happened.
fn in_words(error: &RonError) -> String {
    match error {
        RonError::Eof | RonError::UnclosedBlockComment | RonError::ExpectedStringEnd => CUT_OFF.to_owned(),
        RonError::ExceededRecursionLimit => "brackets are nested too deeply".to_owned(),
        RonError::NoSuchStructField { found, .. } => format!("no field `{}` is known here", shown(found, 40)),
        RonError::MissingStructField { field, .. } => format!("the field `{field}` is missing"),
        RonError::DuplicateStructField { field, .. } => format!("the field `{field}` is there twice"),
        other => lower_first(&shown(&other.to_string(), 300)),
    }
}

fn lower_first(sentence: &str) -> String {
    let mut characters = sentence.chars();
    let first = characters.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(characters).collect()
}

/// Some characters of the line from a place on.
fn found_at(file: &str, at: LineColumn) -> String {
    const LONGEST: usize = 40;
    let line = file.lines().nth(at.line.saturating_sub(1)).unwrap_or_default();
    let rest = line.chars().skip(at.column.saturating_sub(1));
    shown(&rest.take(LONGEST).collect::<String>(), LONGEST).trim().to_owned()
}
