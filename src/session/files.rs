//! Reading and writing whole files, with messages that name the file.

use crate::{
    import,
    model::{Facts, IdSource, NewDocument, Project},
    project_file::{self, Loaded},
};
use std::{
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
        write!(f, "{}: {}", self.path.display(), self.why)
    }
}

impl std::error::Error for Failure {}

/// The largest file that is read, in bytes: 1 GiB.
const MAX_FILE_BYTES: u64 = 1 << 30;

/// A project as it was read, and what is odd about its file.
pub(super) struct Opened {
    pub(super) project: Project,
    pub(super) warnings: Vec<String>,
}

/// Whether a path names a project rather than an article.
pub fn looks_like_project(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron"))
}

/// Reads one article; also gives what was odd about it.
///
/// # Errors
/// If there is no such file, or it is no text that can be read.
pub fn read_article(path: &Path) -> Result<(NewDocument, Vec<String>), Failure> {
    let failure = |why: String| Failure { path: path.to_owned(), why };
    let bytes = read_file(path)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let article = import::import(&name, &bytes).map_err(|error| failure(error.to_string()))?;
    let facts = Facts { title: article.title, published: None, language: article.language };
    let source = path.to_string_lossy().into_owned();
    let encoding = article.encoding.to_owned();
    Ok((NewDocument { facts, source, encoding, text: article.text }, article.warnings))
}

/// Reads a project and checks everything in it.
pub(super) fn read_project(path: &Path, seed: u64) -> Result<Opened, Failure> {
    let failure = |why: String| Failure { path: path.to_owned(), why };
    let bytes = read_file(path)?;
    let Loaded { project, warnings } =
        project_file::read(&bytes, IdSource::new(seed)).map_err(|error| failure(error.to_string()))?;
    Ok(Opened { project, warnings: warnings.iter().map(ToString::to_string).collect() })
}

/// Writes a project whole or not at all. With `keep_original`, what is there now is copied aside first.
pub(super) fn write_project(project: &Project, path: &Path, keep_original: bool) -> Result<(), Failure> {
    if keep_original {
        project_file::keep_aside(path).map_err(|error| failed(path, &error))?;
    }
    write(path, &project_file::to_bytes(project))
}

/// Writes a file whole or not at all.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    project_file::write_atomically(path, bytes).map_err(|error| failed(path, &error))
}

fn failed(path: &Path, error: &std::io::Error) -> Failure {
    Failure { path: path.to_owned(), why: explain(error) }
}

fn read_file(path: &Path) -> Result<Vec<u8>, Failure> {
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
    let mut bytes = Vec::with_capacity(usize::try_from(facts.len()).unwrap_or_default());
    let file = fs::File::open(path).map_err(io_failure)?;
    file.take(MAX_FILE_BYTES).read_to_end(&mut bytes).map_err(io_failure)?;
    Ok(bytes)
}

/// What went wrong with a file, and what to do about it.
fn explain(error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        ErrorKind::PermissionDenied => "you may not read or write it; check its permissions".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "the disk is read-only; save to another place".to_owned(),
        ErrorKind::StorageFull => "the disk is full; make room or save to another place".to_owned(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_named_with_a_reason() {
        let folder = tempfile::tempdir().expect("a folder");
        let missing = read_article(&folder.path().join("none.txt"));
        assert_eq!(
            missing.map_err(|failure| failure.why).err().as_deref(),
            Some("there is no such file or folder")
        );
        let failure = read_article(folder.path()).expect_err("a folder is no article");
        assert!(failure.why.contains("folder"), "{failure}");
    }
}
