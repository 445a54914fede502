//! A large project in a folder: its file names one file for each article, which lie in `NAME.articles` beside it.
//!
//! The name of an article's file has the fingerprint of what is in it, so no file is ever changed: an article that changed
//! gets another file. The project is the old one until its own file is replaced, and then it is the new one.

use super::{
    Digest, checksum,
    lines::{Line, put},
    v1::{self, FORMAT},
    write::{expected_bytes, placed, rejections_by_document, write_document, write_head, write_rest},
};
use crate::model::{DocumentId, Project};
use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    path::{Path, PathBuf},
};

/// A project whose file would have more bytes than this is laid out as a folder.
const LARGE_BYTES: usize = 50_000_000;

/// So much of the fingerprint is in the name of a file, in hexadecimal digits.
const NAME_DIGITS: usize = 16;

/// How a project lies on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// All of it in one file.
    File,
    /// A file that names those of the articles.
    Folder,
}

impl Form {
    /// The one that suits a project that has none yet.
    pub fn for_size_of(project: &Project) -> Self {
        if expected_bytes(project) > LARGE_BYTES { Self::Folder } else { Self::File }
    }
}

/// The articles that lie in files of their own: in which revision they were written, and the fingerprint of the file.
///
/// What is of the same revision need not be written again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Laid(BTreeMap<DocumentId, (u64, Digest)>);

impl Laid {
    pub(super) fn note(&mut self, project: &Project, document: DocumentId, digest: Digest) {
        self.0.insert(document, (project.revision_of(document), digest));
    }

    /// Files, and their fingerprints, of articles that have changed since, or are not there any more.
    pub fn superseded(&self, project: &Project) -> impl Iterator<Item = (String, Digest)> {
        let is_as_it_was = |id: DocumentId, revision: u64| {
            project.document(id).is_some() && project.revision_of(id) == revision
        };
        let old = self.0.iter().filter(move |(id, (revision, _))| !is_as_it_was(**id, *revision));
        old.map(|(id, (_, digest))| (file_name(*id, *digest), *digest))
    }

    /// The names of all of the files.
    pub fn names(&self) -> BTreeSet<String> {
        self.0.iter().map(|(id, (_, digest))| file_name(*id, *digest)).collect()
    }
}

/// Where the articles of the project at a path lie, if it is in a folder.
pub fn articles_folder(path: &Path) -> PathBuf {
    path.with_extension("articles")
}

/// Lays a project out as a folder: gives the files of articles that are not `laid` yet to `keep`, one after the other, and
/// then the project's own file and what is laid now.
///
/// # Errors
/// That of `keep`.
pub fn lay_out(
    project: &Project,
    laid: &Laid,
    mut keep: impl FnMut(&str, &[u8]) -> io::Result<()>,
) -> io::Result<(Vec<u8>, Laid)> {
    let rejections = rejections_by_document(project);
    let (mut now, mut out) = (Laid::default(), String::new());
    write_head(&mut out, project);
    out.push_str("documents: [],\narticles: [\n");
    for (document, position) in placed(project) {
        let known = laid.0.get(&document.id).filter(|known| known.0 == project.revision_of(document.id));
        let digest = if let Some((_, digest)) = known {
            *digest
        } else {
            let mut file = format!("// Article of a Dateline project, format {FORMAT}.\n");
            write_document(&mut file, project, document, None, &rejections);
            file.push('\n');
            checksum::seal(&mut file);
            let digest = Digest::of(file.as_bytes());
            keep(&file_name(document.id, digest), file.as_bytes())?;
            digest
        };
        now.note(project, document.id, digest);
        let line = Line::open(&mut out, "    ").words("file", &file_name(document.id, digest));
        let line = line.id("blake3", digest);
        match position {
            Some(position) => line.value("position", |out| put(out, format_args!("Some({position})"))),
            None => line,
        }
        .close();
    }
    out.push_str("],\n");
    write_rest(&mut out, project, &rejections);
    Ok((out.into_bytes(), now))
}

fn file_name(document: DocumentId, digest: Digest) -> String {
    let digest = digest.to_string();
    format!("{document}-{}.ron", digest.get(..NAME_DIGITS).unwrap_or_default())
}

/// Whether a name can be that of an article's file; no other is ever opened.
pub(super) fn is_file_name(name: &str) -> bool {
    let stem = name.strip_suffix(".ron").unwrap_or_default();
    !stem.is_empty() && stem.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Whether a file is one that was laid out, and is as it was then: by its name and what is in it.
pub fn is_as_laid_out(name: &str, bytes: &[u8]) -> bool {
    let digits =
        name.strip_suffix(".ron").and_then(|stem| stem.rsplit_once('-')).map_or("", |(_, digits)| digits);
    digits.len() == NAME_DIGITS && Digest::of(bytes).to_string().starts_with(digits)
}

/// The files of articles that a project's file names, with their fingerprints; none if they are all in it, or it cannot be
/// read.
pub fn articles_named(bytes: &[u8]) -> Vec<(String, Digest)> {
    let file = std::str::from_utf8(bytes).ok();
    // Most are in one file: those need not be read to the end.
    let file = file.filter(|file| file.contains("\narticles: ["));
    let file = file.and_then(|file| ron::from_str::<v1::File>(file).ok());
    let articles = file.map(|file| file.articles).unwrap_or_default();
    let named = |article: v1::Article| {
        let name = article.file.as_str().to_owned();
        Some((name, article.blake3.as_str().parse().ok()?)).filter(|(name, _)| is_file_name(name))
    };
    articles.into_iter().filter_map(named).collect()
}
