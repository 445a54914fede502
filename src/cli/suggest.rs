//! `dateline suggest`: what is in these articles?

use super::{Format, Stop, Streams, no_wake, records};
use crate::{
    import,
    model::{Date, DocumentId, Facts, NewDocument},
    session::{Session, read_article},
    text::OffsetMap,
};
use std::{
    io::{BufRead, Write},
    path::{Path, PathBuf},
};

/// Prints the suggestions of each article. An article that cannot be read is named, and the others go on.
pub fn run(
    paths: &[PathBuf],
    published: Option<Date>,
    format: Format,
    streams: &mut Streams<'_>,
) -> Result<bool, Stop> {
    let mut all_well = true;
    for path in paths {
        match read(path, streams.input) {
            Ok((mut article, warnings)) => {
                for warning in warnings {
                    writeln!(streams.errors, "{}: {warning}", path.display())?;
                }
                article.facts.published = article.facts.published.or(published);
                print(path, article, format, streams.output)?;
            }
            Err(why) => {
                all_well = false;
                writeln!(streams.errors, "dateline: {why}")?;
            }
        }
    }
    Ok(all_well)
}

fn read(path: &Path, input: &mut dyn BufRead) -> Result<(NewDocument, Vec<String>), String> {
    if path != Path::new("-") {
        return read_article(path).map_err(|failure| failure.to_string());
    }
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes).map_err(|error| format!("standard input cannot be read: {error}"))?;
    let article =
        import::import("standard input", &bytes).map_err(|error| format!("standard input: {error}"))?;
    let facts = Facts { title: article.title, published: None, language: article.language };
    let encoding = article.encoding.to_owned();
    Ok((NewDocument { facts, source: "-".to_owned(), encoding, text: article.text }, article.warnings))
}

fn print(path: &Path, article: NewDocument, format: Format, output: &mut dyn Write) -> Result<(), Stop> {
    let mut session = Session::new(no_wake());
    let ids: Vec<DocumentId> =
        session.add_articles(vec![article]).map_err(|error| Stop::Failed(error.to_string()))?;
    for id in ids {
        let found = session.open_suggestions_now(id);
        let project = session.project();
        let Some(document) = project.document(id) else {
            continue;
        };
        let map = OffsetMap::new(document.text.as_str());
        let doc = path.display().to_string();
        for suggestion in found.iter() {
            let record = records::suggestion(&doc, document, &map, project, suggestion);
            match format {
                Format::Jsonl => writeln!(output, "{record}")?,
                Format::Text => {
                    let label = project.schema().name_of(suggestion.label);
                    let words = document.text.slice(suggestion.span).replace('\n', " ");
                    let (start, end) = (&record["start"], &record["end"]);
                    writeln!(
                        output,
                        "{start:>6} {end:>6}  {:<12} {}  {words}  ({})",
                        label, suggestion.score, suggestion.why
                    )?;
                }
            }
        }
    }
    Ok(())
}
