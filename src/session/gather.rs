//! Files to look at for annotations: those that are named, those in named folders, and those that belong to them.

use super::{
    Failure,
    files::{explain, read_whole},
};
use crate::{
    exchange::{FORMATS, File, format_of},
    suggest::Cancel,
};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Files with their bytes.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) files: Vec<File>,
    /// For each file the path that was named, if it was itself named.
    named: Vec<Option<PathBuf>>,
    /// Named paths that were not read: too large, or no ordinary files. Who reads articles says what is wrong.
    unread: Vec<PathBuf>,
    /// Named folders, and the places of the files that are in each.
    folders: Vec<(PathBuf, Vec<usize>)>,
    seen: BTreeSet<String>,
}

/// Folders are looked through so deep, and so many files of them are read.
const DEEPEST: usize = 12;
const MOST_FILES: usize = 200_000;

/// Ends of file names that are looked at in folders, beside those of the formats.
const LOOKED_AT: &[&str] = &[
    "ann", "txt", "conf", "json", "jsonl", "csv", "tsv", "conll", "iob", "iob2", "bio", "bioes", "xml",
    "xmi", "zip", "qdpx", "gexf", "graphml", "conllu",
];

/// Reads what the paths lead to.
pub(super) fn gather(paths: &[PathBuf], failures: &mut Vec<Failure>, cancel: &Cancel) -> Gathered {
    let mut gathered = Gathered::default();
    for path in paths {
        if cancel.is_cancelled() {
            break;
        }
        if path.is_dir() {
            let first = gathered.files.len();
            gathered.add_folder(path, 0, failures, cancel);
            let all = (first..gathered.files.len()).collect();
            gathered.folders.push((path.clone(), all));
        } else {
            gathered.add_named(path);
        }
    }
    gathered
}

impl Gathered {
    fn add_named(&mut self, path: &Path) {
        match read_whole(path) {
            Ok(bytes) => {
                if let Some(place) = self.add(path, bytes) {
                    if let Some(named) = self.named.get_mut(place) {
                        *named = Some(path.to_owned());
                    }
                    self.add_beside(place);
                }
            }
            Err(_) => self.unread.push(path.to_owned()),
        }
    }

    /// Files that belong to one that was named, whether or not they were.
    fn add_beside(&mut self, place: usize) {
        let Some(file) = self.files.get(place).cloned() else {
            return;
        };
        for name in format_of(&file).map(|format| (format.beside)(&file)).unwrap_or_default() {
            let path = PathBuf::from(&name);
            if let Ok(bytes) = read_whole(&path) {
                self.add(&path, bytes);
            }
        }
    }

    fn add_folder(&mut self, folder: &Path, depth: usize, failures: &mut Vec<Failure>, cancel: &Cancel) {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => {
                failures.push(Failure { path: folder.to_owned(), why: explain(&error) });
                return;
            }
        };
        let mut paths: Vec<PathBuf> =
            entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
        paths.sort();
        for path in paths {
            if cancel.is_cancelled() || self.files.len() >= MOST_FILES {
                return;
            }
            let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
            // A link may lead round in a circle.
            let Ok(kind) = fs::symlink_metadata(&path) else {
                continue;
            };
            if is_hidden || kind.is_symlink() {
                continue;
            }
            if kind.is_dir() && depth < DEEPEST {
                self.add_folder(&path, depth + 1, failures, cancel);
            } else if kind.is_file() && is_looked_at(&path) {
                match read_whole(&path) {
                    Ok(bytes) => {
                        self.add(&path, bytes);
                    }
                    Err(failure) => failures.push(failure),
                }
            }
        }
    }

    /// The place of the file, unless it is there already.
    fn add(&mut self, path: &Path, bytes: Vec<u8>) -> Option<usize> {
        let name = path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
        if !self.seen.insert(name.clone()) {
            return self.files.iter().position(|file| file.name == name);
        }
        self.files.push(File { name, bytes });
        self.named.push(None);
        Some(self.files.len() - 1)
    }

    /// Named paths of which nothing was used. A folder stands for all that is in it.
    pub(super) fn others(self, used: &BTreeSet<usize>) -> Vec<PathBuf> {
        let mut others = self.unread;
        let named = self.named.into_iter().enumerate().filter(|(place, _)| !used.contains(place));
        others.extend(named.filter_map(|(_, path)| path));
        let is_unused = |places: &[usize]| !places.iter().any(|place| used.contains(place));
        others.extend(self.folders.into_iter().filter(|(_, places)| is_unused(places)).map(|(path, _)| path));
        others
    }
}

fn is_looked_at(path: &Path) -> bool {
    let Some(extension) = path.extension().map(|extension| extension.to_string_lossy().to_lowercase()) else {
        return false;
    };
    LOOKED_AT.contains(&extension.as_str()) || FORMATS.iter().any(|format| format.extension == extension)
}
