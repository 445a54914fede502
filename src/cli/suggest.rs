//! `dateline suggest`: what is in these articles?

use super::{
    Format, Stop, Streams, print_json,
    records::{self, SuggestionRecord},
};
use crate::{
    model::{Date, NewDocument},
    session::{ReadAs, Session, articles_in, articles_of, read_articles, side_by_side},
    suggest::{Cancel, Care},
    view::visible,
};
use std::{
    io::{BufRead, Read, Write},
    path::{Path, PathBuf},
};

/// So many bytes are read from standard input, and no more: 1 GiB.
const MAX_INPUT_BYTES: u64 = 1 << 30;

/// How articles are read and what is said of them.
#[derive(Clone, Debug)]
pub struct Options {
    pub read_as: ReadAs,
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
pub fn run(paths: &[PathBuf], options: &Options, streams: &mut Streams<'_>) -> Result<bool, Stop> {
    let listed = articles_in(paths);
    let paths = listed.files.as_slice();
    let typed =
        if paths.iter().any(|path| is_input(path)) { read_input(streams.input) } else { Ok(Vec::new()) };
    let mut all_well = listed.failures.is_empty();
    for failure in &listed.failures {
        streams.tell(failure);
    }
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
fn tell(path: &Path, typed: &Result<Vec<u8>, String>, options: &Options) -> Result<Told, Stop> {
    let read = if is_input(path) {
        let typed = typed.as_ref().map_err(Clone::clone);
        let read = typed.and_then(|bytes| articles_of("", "-", bytes, &options.read_as));
        read.map_err(|why| format!("standard input: {why}"))
    } else {
        let read = read_articles(path, &options.read_as, &Cancel::default());
        read.map_err(|failure| failure.to_string())
    };
    let file = match read {
        Ok(file) => file,
        Err(why) => return Ok(Told { is_well: false, warnings: vec![why], output: Vec::new() }),
    };
    let mut output = Vec::new();
    let count = file.articles.len();
    for (place, mut article) in file.articles.into_iter().enumerate() {
        article.facts.published = options.published.or(article.facts.published);
        let doc = path.to_string_lossy();
        // Of several articles in one file, each has its number.
        let doc = if count == 1 { doc.into_owned() } else { format!("{doc}#{}", place + 1) };
        output.extend(suggestions(&doc, article, options)?);
    }
    Ok(Told { is_well: true, warnings: file.warnings, output })
}

fn suggestions(doc: &str, article: NewDocument, options: &Options) -> Result<Vec<u8>, Stop> {
    let mut output = Vec::new();
    let mut session = Session::without_window();
    session.set_care(options.care);
    let ids = session.add_articles(vec![article]).map_err(|error| Stop::Failed(error.to_string()))?;
    for id in ids {
        let found = session.open_suggestions_now(id);
        let project = session.project();
        let Some(document) = project.document(id) else {
            continue;
        };
        for record in records::suggestions(doc, project, document, &found) {
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
