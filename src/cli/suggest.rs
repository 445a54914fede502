//! `dateline suggest`: what is in these articles?

use super::{
    Format, Stop, Streams,
    records::{self, SuggestionRecord},
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

/// Prints the suggestions of each article. An article that cannot be read is named, and the others go on.
pub fn run(paths: &[PathBuf], options: Options, streams: &mut Streams<'_>) -> Result<bool, Stop> {
    let mut all_well = true;
    for path in paths {
        match read(path, streams.input) {
            Ok((mut article, warnings)) => {
                for warning in warnings {
                    streams.tell_of(path, &warning);
                }
                article.facts.published = options.published.or(article.facts.published);
                print(path, article, options, streams)?;
            }
            Err(why) => {
                all_well = false;
                streams.tell(&why);
            }
        }
    }
    Ok(all_well)
}

fn read(path: &Path, input: &mut dyn BufRead) -> Result<(NewDocument, Vec<String>), String> {
    if path != Path::new("-") {
        return read_article(path).map_err(|failure| failure.to_string());
    }
    let wrong = |why: &dyn std::fmt::Display| format!("standard input: {why}");
    let mut bytes = Vec::new();
    // One byte more than may be: then the reader says that it is too large.
    input.take(MAX_INPUT_BYTES + 1).read_to_end(&mut bytes).map_err(|error| wrong(&error))?;
    article_of("", "-", &bytes).map_err(|why| wrong(&why))
}

fn print(path: &Path, article: NewDocument, options: Options, streams: &mut Streams<'_>) -> Result<(), Stop> {
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
                Format::Jsonl => streams.print_json(&record)?,
                Format::Text => print_row(&record, streams.output)?,
            }
        }
    }
    Ok(())
}

/// For people: one line, and nothing that a terminal would act on.
fn print_row(record: &SuggestionRecord, output: &mut dyn Write) -> Result<(), Stop> {
    let SuggestionRecord { start, end, label, score, .. } = record;
    let (words, why) = (visible(&record.text), visible(&record.why));
    let value = record.value.as_ref().map_or_else(String::new, |value| format!(" = {value}"));
    Ok(writeln!(output, "{start:>6} {end:>6}  {label:<12} {score:.2}  {words}{value}  ({why})")?)
}
