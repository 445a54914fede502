//! Walking folders: a folder stands for the ordinary files in it. Links are not followed, and what is hidden stays so.

use super::{Failure, files};
use crate::{import::FORMATS, suggest::Cancel};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Listed {
    /// In order.
    pub files: Vec<PathBuf>,
    /// Folders that could not be looked into.
    pub failures: Vec<Failure>,
    /// Files of folders that are of no kind that is read.
    pub passed_over: usize,
}

/// The files that some paths lead to.
#[derive(Clone, Debug, Default)]
pub(in crate::session) struct Walked {
    /// In order; whether each was itself named, and so is to be read whatever it is.
    pub(in crate::session) files: Vec<(PathBuf, bool)>,
    /// Folders that could not be looked into.
    pub(in crate::session) failures: Vec<Failure>,
    /// Links and devices in folders.
    pub(in crate::session) odd: usize,
}

/// Deeper folders are not looked into.
const MOST_DEEP: usize = 32;
/// So many files are taken altogether.
const MOST_FILES: usize = 200_000;

/// The articles that are named, and those in the folders that are named, as far as names tell.
pub fn articles_in(paths: &[PathBuf]) -> Listed {
    let Walked { files, failures, odd } = walk(paths, &Cancel::default());
    let all = files.len();
    let is_article = |(path, is_named): (PathBuf, bool)| (is_named || is_read_by_name(&path)).then_some(path);
    let files: Vec<PathBuf> = files.into_iter().filter_map(is_article).collect();
    Listed { passed_over: all - files.len() + odd, files, failures }
}

/// The files that are named, and those in the folders that are named.
pub(in crate::session) fn walk(paths: &[PathBuf], cancel: &Cancel) -> Walked {
    let mut walked = Walked::default();
    for path in paths {
        if path.is_dir() {
            walked.folder(path, 0, cancel);
        } else {
            walked.files.push((path.clone(), true));
        }
    }
    walked
}

impl Walked {
    fn folder(&mut self, folder: &Path, depth: usize, cancel: &Cancel) {
        let failure = |why: String| Failure { path: folder.to_owned(), why };
        let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) => return self.failures.push(failure(files::explain(&error))),
        };
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in &entries {
            if cancel.is_cancelled() {
                return;
            }
            if self.files.len() >= MOST_FILES {
                let why = format!(
                    "at most {MOST_FILES} files can be opened at once; the rest of this folder was left"
                );
                return self.failures.push(failure(why));
            }
            let name = entry.file_name().to_string_lossy().into_owned();
            let Ok(kind) = entry.file_type() else {
                continue;
            };
            if name.starts_with('.') {
                continue;
            }
            if kind.is_dir() {
                if depth < MOST_DEEP && !is_of_saved_page(&name, &entries) {
                    self.folder(&entry.path(), depth + 1, cancel);
                }
            } else if kind.is_file() {
                self.files.push((entry.path(), false));
            } else {
                self.odd += 1;
            }
        }
    }
}

/// Browsers put the pictures and scripts of `Talks.html` into a folder `Talks_files` beside it.
fn is_of_saved_page(name: &str, beside: &[fs::DirEntry]) -> bool {
    let page = name.strip_suffix("_files").or_else(|| name.strip_suffix("-Dateien"));
    page.is_some_and(|page| {
        let is_page = |other: &str| other == format!("{page}.html") || other == format!("{page}.htm");
        beside.iter().any(|entry| is_page(&entry.file_name().to_string_lossy()))
    })
}

/// Whether a file in a folder is taken for an article.
pub(in crate::session) fn is_read_by_name(path: &Path) -> bool {
    let Some(extension) = path.extension() else {
        return true;
    };
    let extension = extension.to_string_lossy().to_lowercase();
    FORMATS.iter().any(|format| format.extensions.contains(&extension.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_stands_for_its_articles() {
        let root = tempfile::tempdir().expect("a folder");
        let at = |name: &str| root.path().join(name);
        for folder in ["b", "page_files", ".hidden"] {
            fs::create_dir(at(folder)).expect("made");
        }
        for name in
            ["b/2.txt", "1.md", "page.html", "page_files/frame.html", ".hidden/3.txt", "film.mp4", "a.ron"]
        {
            crate::project_file::write_atomically(&at(name), b"words").expect("written");
        }
        let listed = articles_in(&[root.path().to_owned(), at("film.mp4"), at("none")]);
        let names: Vec<PathBuf> = ["1.md", "b/2.txt", "page.html", "film.mp4", "none"].map(at).to_vec();
        assert_eq!((listed.files, listed.passed_over), (names, 2));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_round_in_a_circle_is_not_followed() {
        let root = tempfile::tempdir().expect("a folder");
        std::os::unix::fs::symlink(root.path(), root.path().join("round")).expect("made");
        crate::project_file::write_atomically(&root.path().join("1.txt"), b"words").expect("written");
        let listed = articles_in(&[root.path().to_owned()]);
        assert_eq!((listed.files, listed.passed_over), (vec![root.path().join("1.txt")], 1));
    }
}
