//! Reading and writing whole files, with messages that name the file.

use crate::{
    exchange::{self, File, Names, Shape},
    model::{Gazetteer, LabelId, NameList, Project, Schema},
    project_file,
    view::visible,
};
use std::{
    ffi::OsStr,
    fmt, fs,
    io::Read,
    path::{Path, PathBuf},
};

/// A file that could not be read or written, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    pub path: PathBuf,
    /// A sentence for people, with the place in the file where one is known.
    pub why: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", shown_path(&self.path), self.why)
    }
}

impl std::error::Error for Failure {}

/// A path as it is named in a message: what cannot be seen in it is shown as a code.
pub(super) fn shown_path(path: &Path) -> String {
    visible(&path.to_string_lossy()).into_owned()
}

/// Said where the program itself is wrong; nothing but the work on this file is lost.
pub(super) const MISTAKE: &str =
    "Dateline made a mistake here and stopped this work; nothing else is touched. Please report it";

/// The largest file that is read, in bytes: 1 GiB.
const MAX_FILE_BYTES: u64 = 1 << 30;

/// Whether a path names a project rather than an article.
pub fn looks_like_project(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron"))
}

/// Reads a list of names, which is called like its file; also gives what was left out.
pub(super) fn read_names(
    path: &Path,
    schema: &Schema,
    usual: LabelId,
) -> Result<((String, NameList), Vec<String>), Failure> {
    let bytes = read_file(path, |_| Ok(()))?;
    let read = exchange::read_names(&bytes, schema, usual);
    let Names { names, losses } = read.map_err(|why| Failure { path: path.to_owned(), why })?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Ok(((name, names), losses))
}

/// Writes a list of names whole or not at all.
pub(super) fn write_names(gazetteer: &Gazetteer, project: &Project, path: &Path) -> Result<(), Failure> {
    spare_sources(project, path)?;
    write(path, &exchange::write_names(&gazetteer.names, project.schema()))
}

/// Said of a file that is not there.
pub(super) fn missing(path: &Path) -> Failure {
    failed(path, &std::io::ErrorKind::NotFound.into())
}

/// Refuses to write where an article of the project came from.
pub(super) fn spare_sources(project: &Project, path: &Path) -> Result<(), Failure> {
    let Ok(target) = fs::canonicalize(path) else {
        return Ok(());
    };
    let names = [path.file_name(), target.file_name()];
    let is_source = |source: &Path| {
        names.contains(&source.file_name().or(Some(OsStr::new(""))))
            && fs::canonicalize(source).is_ok_and(|source| source == target)
    };
    let mut documents = project.documents();
    match documents.find(|document| is_source(Path::new(&document.source))) {
        None => Ok(()),
        Some(document) => {
            let why = format!(
                "this is the file that the article “{}” came from, and Dateline never writes to those; choose another name",
                visible(document.display_title())
            );
            Err(Failure { path: path.to_owned(), why })
        }
    }
}

/// Whether two paths lead to one file.
pub(super) fn is_same_file(a: &Path, b: &Path) -> bool {
    a == b || fs::canonicalize(a).is_ok_and(|a| fs::canonicalize(b).is_ok_and(|b| a == b))
}

/// Writes what an export gave: each file whole or not at all. A folder is made if it is not there; what else is in it stays.
pub(super) fn write_export(path: &Path, shape: Shape, files: &[File]) -> Result<(), Failure> {
    match (shape, files) {
        (Shape::OneFile, [one]) => return write(path, &one.bytes),
        (Shape::OneFile, _) => return Err(Failure { path: path.to_owned(), why: MISTAKE.to_owned() }),
        (Shape::Folder, _) => {}
    }
    if path.is_file() {
        let why =
            "this format writes a folder with several files, and this is a file; name a folder".to_owned();
        return Err(Failure { path: path.to_owned(), why });
    }
    for file in files {
        let target = path.join(&file.name);
        let folder = target.parent().unwrap_or(path);
        fs::create_dir_all(folder).map_err(|error| failed(folder, &error))?;
        write(&target, &file.bytes)?;
    }
    Ok(())
}

/// Writes a file whole or not at all.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    project_file::write_atomically(path, bytes).map_err(|error| failed(path, &error))
}

pub(super) fn failed(path: &Path, error: &std::io::Error) -> Failure {
    Failure { path: path.to_owned(), why: explain(error) }
}

/// So much of a large file is looked at before the rest is read.
const HEAD_BYTES: u64 = 64 * 1024;

/// Reads a whole file that may hold annotations: text, or an archive of such files.
pub(super) fn read_whole(path: &Path) -> Result<Vec<u8>, Failure> {
    let is_archive = |head: &[u8]| head.starts_with(b"PK\x03\x04");
    let is_text = |head: &[u8]| !head.contains(&0);
    read_file(path, |head| {
        if is_archive(head) || is_text(head) { Ok(()) } else { Err("this is no text".to_owned()) }
    })
}

/// Reads the head of an ordinary file, and says whether that is all of it.
pub(super) fn read_head(path: &Path) -> std::io::Result<(Vec<u8>, bool)> {
    let facts = fs::metadata(path)?;
    if !facts.is_file() {
        return Err(std::io::ErrorKind::InvalidInput.into());
    }
    let mut head = Vec::new();
    fs::File::open(path)?.take(HEAD_BYTES).read_to_end(&mut head)?;
    let is_all = head.len() as u64 >= facts.len();
    Ok((head, is_all))
}

/// Reads a whole file, if `look` takes its head.
pub(super) fn read_file(path: &Path, look: impl Fn(&[u8]) -> Result<(), String>) -> Result<Vec<u8>, Failure> {
    let failure = |why: String| Failure { path: path.to_owned(), why };
    let io_failure = |error: std::io::Error| failure(explain(&error));
    let facts = fs::metadata(path).map_err(io_failure)?;
    if facts.is_dir() {
        return Err(failure("this is a folder; name the files in it".to_owned()));
    }
    // A pipe or device could keep us waiting for ever.
    if !facts.is_file() {
        return Err(failure("this is not an ordinary file".to_owned()));
    }
    if facts.len() > MAX_FILE_BYTES {
        return Err(failure(format!(
            "the file has {} bytes; at most {MAX_FILE_BYTES} can be read",
            facts.len()
        )));
    }
    let mut bytes = Vec::new();
    let mut file = fs::File::open(path).map_err(io_failure)?.take(MAX_FILE_BYTES);
    if facts.len() > HEAD_BYTES {
        (&mut file).take(HEAD_BYTES).read_to_end(&mut bytes).map_err(io_failure)?;
        look(&bytes).map_err(failure)?;
    }
    bytes.reserve_exact(usize::try_from(facts.len()).unwrap_or_default());
    file.read_to_end(&mut bytes).map_err(io_failure)?;
    Ok(bytes)
}

/// What went wrong with a file, and what to do about it.
pub(super) fn explain(error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        ErrorKind::PermissionDenied => "you may not read or write it; check its permissions".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "the disk is read-only; save to another place".to_owned(),
        ErrorKind::StorageFull => "the disk is full; make room or save to another place".to_owned(),
        ErrorKind::QuotaExceeded => {
            "no more may be stored there; make room or save to another place".to_owned()
        }
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::importing::{ReadAs, ReadFile, read_articles},
        *,
    };
    use crate::suggest::Cancel;

    fn read(path: &Path) -> Result<ReadFile, Failure> {
        read_articles(path, &ReadAs::default(), &Cancel::default())
    }

    #[test]
    fn what_cannot_be_read_is_named_with_a_reason() {
        let folder = tempfile::tempdir().expect("a folder");
        let missing = read(&folder.path().join("none.txt"));
        assert_eq!(
            missing.map_err(|failure| failure.why).err().as_deref(),
            Some("there is no such file or folder")
        );
        let failure = read(folder.path()).expect_err("a folder is no article");
        assert!(failure.why.contains("folder"), "{failure}");
    }

    /// Sparse, so that it takes no room on the disk; read whole it would take a gigabyte of memory.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_large_file_of_another_kind_is_refused_by_its_head() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("film.txt");
        project_file::write_atomically(&path, b"RIFF\0").expect("written");
        let file = fs::OpenOptions::new().write(true).open(&path).expect("is there");
        let refused = |bytes: u64| {
            file.set_len(bytes).expect("set");
            let started = std::time::Instant::now();
            let failure = read(&path).expect_err("is no article");
            assert!(started.elapsed().as_millis() < 500, "it was read whole");
            failure.why
        };
        assert!(refused(MAX_FILE_BYTES).contains("sound or video file"));
        assert!(refused(MAX_FILE_BYTES + 1).contains("at most 1073741824 can be read"));
    }

    #[test]
    fn a_long_article_is_read_whole_wherever_its_head_ends() {
        let folder = tempfile::tempdir().expect("a folder");
        for words in
            ["é".repeat(100_000), format!("a{}", "é".repeat(100_000)), format!("{}end", " ".repeat(99_999))]
        {
            let path = folder.path().join("long.txt");
            project_file::write_atomically(&path, words.as_bytes()).expect("written");
            let file = read(&path).expect("reads");
            assert_eq!(file.articles[0].text.as_str(), words);
        }
    }
}
