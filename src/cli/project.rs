//! `import`, `export`, `check`, `stats`, `formats`: work on whole projects.

use super::{Stop, Streams, no_wake};
use crate::{
    exchange,
    model::verify,
    session::{Session, read_article},
};
use serde_json::json;
use std::path::{Path, PathBuf};

/// Opens a project; oddities of its file go to standard error.
pub fn open(path: &Path, streams: &mut Streams<'_>) -> Result<Session, Stop> {
    let mut session = Session::new(no_wake());
    for warning in session.open_project_now(path)? {
        writeln!(streams.errors, "{}: {warning}", path.display())?;
    }
    Ok(session)
}

/// Adds articles, and prints id, title and path of each.
pub fn import(project: &Path, paths: &[PathBuf], streams: &mut Streams<'_>) -> Result<bool, Stop> {
    let mut session = if project.exists() { open(project, streams)? } else { Session::new(no_wake()) };
    let (mut articles, mut all_well) = (Vec::new(), true);
    for path in paths {
        match read_article(path) {
            Ok((article, warnings)) => {
                articles.push(article);
                for warning in warnings {
                    writeln!(streams.errors, "{}: {warning}", path.display())?;
                }
            }
            Err(failure) => {
                all_well = false;
                writeln!(streams.errors, "dateline: {failure}")?;
            }
        }
    }
    if articles.is_empty() {
        return Ok(false);
    }
    let ids = session.add_articles(articles).map_err(|error| Stop::Failed(error.to_string()))?;
    session.save_now(project)?;
    for id in ids {
        if let Some(document) = session.project().document(id) {
            let record =
                json!({"id": id.to_string(), "title": document.display_title(), "path": document.source});
            writeln!(streams.output, "{record}")?;
        }
    }
    Ok(all_well)
}

/// Writes the project in another format. What the format cannot carry goes to standard error.
pub fn export(project: &Path, format: &str, out: &Path, streams: &mut Streams<'_>) -> Result<bool, Stop> {
    let known = exchange::FORMATS.iter().map(|format| format.name);
    if !known.clone().any(|name| name == format) {
        let names: Vec<&str> = known.collect();
        return Err(Stop::Usage(format!("there is no format “{format}”; there is: {}", names.join(", "))));
    }
    let session = open(project, streams)?;
    let losses = if out == Path::new("-") {
        let exported = session.export(format).map_err(Stop::Failed)?;
        streams.output.write_all(&exported.bytes)?;
        exported.losses
    } else {
        session.export_to(format, out)?
    };
    for loss in losses {
        writeln!(streams.errors, "{loss}")?;
    }
    Ok(true)
}

/// Says that a project is sound, or everything that is wrong with it.
pub fn check(path: &Path, streams: &mut Streams<'_>) -> Result<bool, Stop> {
    let mut session = Session::new(no_wake());
    let warnings = session.open_project_now(path)?;
    let problems: Vec<String> = verify(session.project()).iter().map(ToString::to_string).collect();
    for what in warnings.iter().chain(&problems) {
        writeln!(streams.errors, "{}: {what}", path.display())?;
    }
    let is_sound = warnings.is_empty() && problems.is_empty();
    if is_sound {
        let project = session.project();
        let (documents, mentions) = (project.document_count(), project.mention_count());
        writeln!(streams.output, "{}: sound, {documents} articles, {mentions} mentions", path.display())?;
    }
    Ok(is_sound)
}

/// Counts, one a line: what, a tab, how many.
pub fn stats(path: &Path, streams: &mut Streams<'_>) -> Result<bool, Stop> {
    let session = open(path, streams)?;
    let project = session.project();
    let bytes: usize = project.documents().map(|document| document.text.byte_count()).sum();
    let words: usize = project.documents().map(|document| crate::view::word_count(&document.text)).sum();
    let rows = [
        ("articles", project.document_count()),
        ("bytes", bytes),
        ("words", words),
        ("mentions", project.mention_count()),
        ("entities", project.entities().count()),
        ("rejections", project.rejections().count()),
    ];
    for (what, count) in rows {
        writeln!(streams.output, "{what}\t{count}")?;
    }
    for (id, label) in project.schema().labels() {
        let count = project.mentions().filter(|mention| mention.label == id).count();
        writeln!(streams.output, "{}\t{count}", label.name)?;
    }
    Ok(true)
}

/// The formats of `export`, one a line: name, a tab, what it carries.
pub fn formats(streams: &mut Streams<'_>) -> Result<bool, Stop> {
    for format in exchange::FORMATS {
        writeln!(streams.output, "{}\t{}", format.name, format.about)?;
    }
    Ok(true)
}
