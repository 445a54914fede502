//! Which files of what was named are articles: a folder stands for those in it that can be read by their names.

use super::{Failure, files};
use crate::import::FORMATS;
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Listed {
    /// In order, each once.
    pub files: Vec<PathBuf>,
    /// Folders that could not be looked into.
    pub failures: Vec<Failure>,
    /// Files of folders that are of no kind that is read.
    pub passed_over: usize,
}

/// Deeper folders are not looked into.
const MOST_DEEP: usize = 32;

/// The files that are named, and those in the folders that are named. Links out of a folder are not followed.
pub fn articles_in(paths: &[PathBuf]) -> Listed {
    let mut listed = Listed::default();
    for path in paths {
        if path.is_dir() {
            listed.folder(path, 0);
        } else {
            listed.files.push(path.clone());
        }
    }
    listed
}

impl Listed {
    fn folder(&mut self, folder: &Path, depth: usize) {
        let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) => {
                self.failures.push(Failure { path: folder.to_owned(), why: files::explain(&error) });
                return;
            }
        };
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in &entries {
            let name = entry.file_name().to_string_lossy().into_owned();
            let Ok(kind) = entry.file_type() else {
                continue;
            };
            if name.starts_with('.') {
                continue;
            }
            if kind.is_dir() {
                if depth < MOST_DEEP && !is_of_saved_page(&name, &entries) {
                    self.folder(&entry.path(), depth + 1);
                }
            } else if kind.is_file() && is_read_by_name(&entry.path()) {
                self.files.push(entry.path());
            } else {
                self.passed_over += 1;
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

fn is_read_by_name(path: &Path) -> bool {
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
}
