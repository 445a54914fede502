//! `import`, `export`, `check`, `stats`, `formats`: work on whole projects.

use super::{Stop, Streams};
use crate::{
    model::verify,
    session::{FORMATS, Purpose, Session, StateFolder, read_article},
    view::visible,
};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// Opens a project; oddities of its file, and what was brought back of work that had not been saved, go to standard error.
///
/// One that is to be changed is begun if there is no such file, and refused if another Dateline has it open.
pub fn open(path: &Path, purpose: Purpose, streams: &mut Streams<'_>) -> Result<Session, Stop> {
    let mut session = Session::without_window();
    match StateFolder::of_user() {
        Some(state) => session = session.kept_in(state),
        None => streams.tell(&NO_STATE),
    }
    let (warnings, notes) = session.open_project_for(path, purpose)?;
    for what in warnings.iter().chain(&notes) {
        streams.tell_of(path, what);
    }
    Ok(session)
}

const NO_STATE: &str = "there is no home folder to keep changes in: a crash loses what is not saved. DATELINE_STATE names another folder";

#[derive(Serialize)]
struct ImportedRecord<'a> {
    id: String,
    title: &'a str,
    path: &'a str,
}

/// Adds articles, and prints id, title and path of each.
pub fn import(project: &Path, paths: &[PathBuf], streams: &mut Streams<'_>) -> Result<bool, Stop> {
    let is_new = project.try_exists().is_ok_and(|exists| !exists);
    let mut session = open(project, Purpose::Edit, streams)?;
    let is_empty = session.project().document_count() == 0;
    let (mut articles, mut all_well) = (Vec::new(), true);
    for path in paths {
        match read_article(path) {
            Ok((article, warnings)) => {
                articles.push(article);
                for warning in warnings {
                    streams.tell_of(path, &warning);
                }
            }
            Err(failure) => {
                all_well = false;
                streams.tell(&failure);
            }
        }
    }
    if articles.is_empty() {
        return Ok(false);
    }
    let ids = session.add_articles(articles).map_err(|error| Stop::Failed(error.to_string()))?;
    session.save_now(project)?;
    if is_new && is_empty {
        session.begin_here();
    }
    for id in ids {
        if let Some(document) = session.project().document(id) {
            let (title, path) = (document.display_title(), document.source.as_str());
            streams.print_json(&ImportedRecord { id: id.to_string(), title, path })?;
        }
    }
    Ok(all_well)
}

/// Writes the project in another format. What the format cannot carry goes to standard error.
pub fn export(project: &Path, format: &str, out: &Path, streams: &mut Streams<'_>) -> Result<bool, Stop> {
    let known = FORMATS.iter().filter(|format| format.write.is_some()).map(|format| format.name);
    if !known.clone().any(|name| name == format) {
        let names: Vec<&str> = known.collect();
        return Err(Stop::Usage(format!("there is no format “{format}”; there is: {}", names.join(", "))));
    }
    let session = open(project, Purpose::Look, streams)?;
    let losses = if out == Path::new("-") {
        let exported = session.export(format).map_err(Stop::Failed)?;
        streams.output.write_all(&exported.bytes)?;
        exported.losses
    } else {
        session.export_to(format, out)?
    };
    for loss in losses {
        streams.tell(&loss);
    }
    Ok(true)
}

/// Says that a project is sound, or everything that is wrong with it.
pub fn check(path: &Path, streams: &mut Streams<'_>) -> Result<bool, Stop> {
    let mut session = Session::without_window();
    if let Some(state) = StateFolder::of_user() {
        session = session.kept_in(state);
    }
    let (warnings, notes) = session.open_project_for(path, Purpose::Look)?;
    for note in &notes {
        streams.tell_of(path, note);
    }
    let problems: Vec<String> = verify(session.project()).iter().map(ToString::to_string).collect();
    for what in warnings.iter().chain(&problems) {
        streams.tell_of(path, what);
    }
    let is_sound = warnings.is_empty() && problems.is_empty();
    if is_sound {
        let project = session.project();
        let (documents, mentions) = (project.document_count(), project.mention_count());
        let path = path.to_string_lossy();
        writeln!(streams.output, "{}: sound, {documents} articles, {mentions} mentions", visible(&path))?;
    }
    Ok(is_sound)
}

/// Counts, one a line: what, a tab, how many.
pub fn stats(path: &Path, streams: &mut Streams<'_>) -> Result<bool, Stop> {
    let session = open(path, Purpose::Look, streams)?;
    let project = session.project();
    let bytes: usize = project.documents().map(|document| document.text.byte_count()).sum();
    let words: usize = project.documents().map(|document| crate::view::word_count(&document.text)).sum();
    let rows = [
        ("articles", project.document_count()),
        ("bytes", bytes),
        ("words", words),
        ("mentions", project.mention_count()),
        ("entities", project.entities().count()),
        ("relations", project.relation_count()),
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
    for format in FORMATS {
        writeln!(streams.output, "{}\t{}", format.name, format.about)?;
    }
    Ok(true)
}
