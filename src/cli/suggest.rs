//! `dateline suggest`: what is in these articles?

use super::{
    Format, Stop, Streams, print_json,
    records::{self, SuggestionRecord},
    side_by_side::side_by_side,
};
use crate::{
    model::{Date, NewDocument},
    session::{Session, article_of, read_article},
    suggest::Care,
    view::visible,
};
use std::{
    io::{BufRead, Read, Write},
    path::{Path, PathBuf},
};

/// So many bytes are read from standard input, and no more: 1 GiB.
const MAX_INPUT_BYTES: u64 = 1 << 30;

/// How articles are read and what is said of them.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The day they were published.
    pub published: Option<Date>,
    pub format: Format,
    pub care: Care,
}

/// So many articles are read side by side before any of them is printed.
const READ_AT_ONCE: usize = 64;

/// What is to be printed of one article.
struct Told {
    /// Whether the article could be read.
    is_well: bool,
    warnings: Vec<String>,
    output: Vec<u8>,
}

/// Prints the suggestions of each article, in their order. An article that cannot be read is named, and the others go on.
pub fn run(paths: &[PathBuf], options: Options, streams: &mut Streams<'_>) -> Result<bool, Stop> {
    let typed =
        if paths.iter().any(|path| is_input(path)) { read_input(streams.input) } else { Ok(Vec::new()) };
    let mut all_well = true;
    for some in paths.chunks(READ_AT_ONCE) {
        let told = side_by_side(some, |path| tell(path, &typed, options));
        for (path, told) in some.iter().zip(told) {
            let Told { is_well, warnings, output } = told?;
            all_well &= is_well;
            for warning in warnings {
                if is_well { streams.tell_of(path, &warning) } else { streams.tell(&warning) }
            }
            streams.output.write_all(&output)?;
        }
    }
    Ok(all_well)
}

fn is_input(path: &Path) -> bool {
    path == Path::new("-")
}

fn read_input(input: &mut dyn BufRead) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    // One byte more than may be: then the reader says that it is too large.
    let read = input.take(MAX_INPUT_BYTES + 1).read_to_end(&mut bytes);
    read.map(|_| bytes).map_err(|error| error.to_string())
}

/// `typed` is what came from standard input.
fn tell(path: &Path, typed: &Result<Vec<u8>, String>, options: Options) -> Result<Told, Stop> {
    let article = if is_input(path) {
        let typed = typed.as_ref().map_err(Clone::clone);
        typed.and_then(|bytes| article_of("", "-", bytes)).map_err(|why| format!("standard input: {why}"))
    } else {
        read_article(path).map_err(|failure| failure.to_string())
    };
    match article {
        Ok((mut article, warnings)) => {
            article.facts.published = options.published.or(article.facts.published);
            let output = suggestions(path, article, options)?;
            Ok(Told { is_well: true, warnings, output })
        }
        Err(why) => Ok(Told { is_well: false, warnings: vec![why], output: Vec::new() }),
    }
}

fn suggestions(path: &Path, article: NewDocument, options: Options) -> Result<Vec<u8>, Stop> {
    let mut output = Vec::new();
    let mut session = Session::without_window();
    session.set_care(options.care);
    let ids = session.add_articles(vec![article]).map_err(|error| Stop::Failed(error.to_string()))?;
    let doc = path.to_string_lossy();
    for id in ids {
        let found = session.open_suggestions_now(id);
        let project = session.project();
        let Some(document) = project.document(id) else {
            continue;
        };
        for record in records::suggestions(&doc, project, document, &found) {
            match options.format {
                Format::Jsonl => print_json(&mut output, &record)?,
                Format::Text => print_row(&record, &mut output)?,
            }
        }
    }
    Ok(output)
}

/// For people: one line, and nothing that a terminal would act on.
fn print_row(record: &SuggestionRecord, output: &mut dyn Write) -> Result<(), Stop> {
    let SuggestionRecord { start, end, label, score, .. } = record;
    let (words, why) = (visible(&record.text), visible(&record.why));
    let value = record.value.as_ref().map_or_else(String::new, |value| format!(" = {value}"));
    Ok(writeln!(output, "{start:>6} {end:>6}  {label:<12} {score:.2}  {words}{value}  ({why})")?)
}
