//! `import`, `export`, `check`, `stats`, `formats`: work on whole projects.

use super::{Stop, Streams};
use crate::{
    model::{Document, Project, verify},
    session::{FORMATS, Form, Purpose, ReadAs, Session, Shape, StateFolder, Twin},
    view::visible,
};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// Opens a project; oddities of its file, and what was brought back of work that had not been saved, go to standard error.
///
/// One that is to be changed is begun if there is no such file, and refused if another Dateline has it open.
pub fn open(path: &Path, purpose: Purpose, streams: &mut Streams<'_>) -> Result<Session, Stop> {
    let mut session = session();
    if !session.is_kept() {
        streams.tell(&NO_STATE);
    }
    let (warnings, notes) = session.open_project_for(path, purpose)?;
    for what in warnings.iter().chain(&notes) {
        streams.tell_of(path, what);
    }
    Ok(session)
}

/// One that keeps what is done, where there is a place for that.
fn session() -> Session {
    let session = Session::without_window();
    match StateFolder::of_user() {
        Some(state) => session.kept_in(state),
        None => session,
    }
}

const NO_STATE: &str = "there is no home folder to keep changes in: a crash loses what is not saved. DATELINE_STATE names another folder";

#[derive(Serialize)]
struct ImportedRecord<'a> {
    id: String,
    title: &'a str,
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<String>,
}

/// Adds articles and what other tools marked, and prints id, title and path of each article.
pub fn import(
    project: &Path,
    paths: &[PathBuf],
    read_as: &ReadAs,
    streams: &mut Streams<'_>,
) -> Result<bool, Stop> {
    let is_new = project.try_exists().is_ok_and(|exists| !exists);
    let mut session = open(project, Purpose::Edit, streams)?;
    let is_empty = session.project().document_count() == 0;
    let brought = session.bring_in(paths, read_as).map_err(|error| Stop::Failed(error.to_string()))?;
    for warning in &brought.warnings {
        streams.tell(warning);
    }
    for failure in &brought.failures {
        streams.tell(failure);
    }
    for twin in &brought.twins {
        streams.tell(&told(session.project(), *twin));
    }
    if let Some((formats, counts)) = &brought.annotations {
        streams.tell(&format!("{formats}: {}", counts.sentence()));
    }
    if brought.documents.is_empty() && brought.annotations.is_none() {
        return Ok(false);
    }
    session.save_now(project)?;
    if is_new && is_empty {
        session.begin_here();
    }
    for id in brought.documents {
        if let Some(document) = session.project().document(id) {
            let (title, path) = (document.display_title(), document.source.as_str());
            let published = document.facts.published.map(|day| day.to_string());
            streams.print_json(&ImportedRecord { id: id.to_string(), title, path, published })?;
        }
    }
    Ok(brought.failures.is_empty())
}

/// That two articles are one.
pub fn told(project: &Project, twin: Twin) -> String {
    let name = |id| {
        let document = project.document(id);
        let title = document.map_or("", Document::display_title);
        format!("“{}” ({id}, {})", visible(title), visible(document.map_or("", |document| &document.source)))
    };
    let likeness = match twin.percent {
        100 => "has the same words as".to_owned(),
        percent => format!("is {percent} % the same as"),
    };
    format!("{} {likeness} {}; both were kept", name(twin.new), name(twin.other))
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
        let [file] = exported.files.as_slice() else {
            return Err(Stop::Usage(format!("{format} writes several files; name a folder")));
        };
        streams.output.write_all(&file.bytes)?;
        exported.losses
    } else {
        session.export_to(format, out)?
    };
    for loss in losses {
        streams.tell(&loss);
    }
    Ok(true)
}

/// Changes how a project lies on disk.
pub fn convert(path: &Path, form: Form, streams: &mut Streams<'_>) -> Result<bool, Stop> {
    // One that is not there, or that another Dateline has, is refused.
    let mut session = open(path, Purpose::Window, streams)?;
    session.save_now_as_form(path, form)?;
    let where_it_is = match form {
        Form::File => "in one file",
        Form::Folder => "in a file for each article",
    };
    let (path, articles) = (path.to_string_lossy(), session.project().document_count());
    writeln!(streams.output, "{}: {where_it_is}, {articles} articles", visible(&path))?;
    Ok(true)
}

/// Says that a project is sound, or everything that is wrong with it.
pub fn check(path: &Path, streams: &mut Streams<'_>) -> Result<bool, Stop> {
    let mut session = session();
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
        let can = match (format.read.is_some(), format.write.is_some()) {
            (true, true) => "reads, writes",
            (true, false) => "reads",
            (false, _) => "writes",
        };
        let what = match format.shape {
            Shape::OneFile => "a file",
            Shape::Folder => "a folder",
        };
        writeln!(streams.output, "{}\t{can}\t{what}\t{}\t{}", format.name, format.about, format.carries)?;
    }
    Ok(true)
}
