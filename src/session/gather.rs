//! Files of annotations among some paths: found by their heads, then read whole with what belongs to them.
//!
//! Of all other files no more than the head is read here, unless a format can tell only by more.

use super::{
    Failure,
    files::{read_head, read_whole},
    importing::{Walked, is_read_by_name, walk},
    side_by_side,
};
use crate::{
    exchange::{FORMATS, File, format_of},
    suggest::Cancel,
};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, SeqAccess, Visitor};
use serde_json::Value;
use std::{
    collections::BTreeSet,
    fmt, fs,
    io::BufReader,
    path::{Path, PathBuf},
};

/// What was found.
#[derive(Default)]
pub(super) struct Gathered {
    /// Those of annotations, and those that belong to them, whole.
    pub(super) files: Vec<File>,
    /// The paths of `files`.
    paths: Vec<PathBuf>,
    /// All that the paths lead to.
    walked: Walked,
}

/// Files that hold no annotations.
#[derive(Default)]
pub(super) struct Others {
    /// Those that were named, and those of folders that are articles by their names.
    pub(super) articles: Vec<PathBuf>,
    /// Of folders: how many are of other kinds.
    pub(super) passed_over: usize,
}

/// Ends of file names that are looked at in folders, beside those of the formats.
const LOOKED_AT: &[&str] = &[
    "ann", "txt", "conf", "json", "jsonl", "csv", "tsv", "conll", "iob", "iob2", "bio", "bioes", "xml",
    "xmi", "zip", "qdpx", "gexf", "graphml", "conllu",
];

/// Finds the annotations that the paths lead to. What cannot be read is left to who reads articles: he says what is wrong.
pub(super) fn gather(paths: &[PathBuf], failures: &mut Vec<Failure>, cancel: &Cancel) -> Gathered {
    let mut walked = walk(paths, cancel);
    failures.append(&mut walked.failures);
    let found = side_by_side(&walked.files, |(path, is_named)| {
        let is_asked = !cancel.is_cancelled() && (*is_named || is_looked_at(path));
        is_asked && holds_annotations(path)
    });
    let mut gathered = Gathered::default();
    let mut seen = BTreeSet::new();
    for ((path, _), _) in walked.files.iter().zip(found).filter(|(_, found)| *found) {
        if cancel.is_cancelled() {
            break;
        }
        let Some(file) = gathered.add(path, &mut seen) else {
            continue;
        };
        let beside = format_of(file).map(|format| (format.beside)(file)).unwrap_or_default();
        for name in beside {
            gathered.add(Path::new(&name), &mut seen);
        }
    }
    gathered.walked = walked;
    gathered
}

impl Gathered {
    /// Reads a file, unless that has been done.
    fn add(&mut self, path: &Path, seen: &mut BTreeSet<String>) -> Option<&File> {
        let name = name_of(path);
        if !seen.insert(name.clone()) {
            return None;
        }
        let bytes = read_whole(path).ok()?;
        self.paths.push(path.to_owned());
        self.files.push(File { name, bytes });
        self.files.last()
    }

    /// The files of which nothing was used, by the places of those that were.
    pub(super) fn others(self, used: &BTreeSet<usize>) -> Others {
        let paths = used.iter().filter_map(|place| self.paths.get(*place));
        let used: BTreeSet<String> = paths.map(|path| name_of(path)).collect();
        let mut others = Others { passed_over: self.walked.odd, ..Others::default() };
        for (path, is_named) in self.walked.files {
            if used.contains(&name_of(&path)) {
                continue;
            }
            if is_named || is_read_by_name(&path) {
                others.articles.push(path);
            } else {
                others.passed_over += 1;
            }
        }
        others
    }
}

/// A path as formats speak of it.
fn name_of(path: &Path) -> String {
    path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
}

fn is_looked_at(path: &Path) -> bool {
    let Some(extension) = path.extension().map(|extension| extension.to_string_lossy().to_lowercase()) else {
        return false;
    };
    LOOKED_AT.contains(&extension.as_str()) || FORMATS.iter().any(|format| format.extension == extension)
}

/// Whether a file is one of annotations, by its head where that tells.
fn holds_annotations(path: &Path) -> bool {
    let Ok((head, is_all)) = read_head(path) else {
        return false;
    };
    let is_archive = head.starts_with(b"PK\x03\x04");
    if !is_archive && memchr::memchr(0, &head).is_some() {
        return false;
    }
    let more = if is_all { More::No } else { More::of(&head) };
    let mut file = File { name: name_of(path), bytes: head };
    if format_of(&file).is_some() {
        return true;
    }
    file.bytes = match more {
        More::No => return false,
        More::Records => first_records(path),
        More::All => read_whole(path).unwrap_or_default(),
    };
    format_of(&file).is_some()
}

/// What more than its head is needed to know what a long file is.
enum More {
    No,
    /// The first records of a list.
    Records,
    All,
}

impl More {
    fn of(head: &[u8]) -> Self {
        let words = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
        let mut values = serde_json::Deserializer::from_slice(words).into_iter::<IgnoredAny>();
        match words.first() {
            _ if head.starts_with(b"PK\x03\x04") => Self::All,
            Some(b'[') => Self::Records,
            // One value that is longer than the head.
            Some(b'{') if !matches!(values.next(), Some(Ok(_))) => Self::All,
            _ => Self::No,
        }
    }
}

/// The first records of a list in JSON, as a list; empty where there is none.
fn first_records(path: &Path) -> Vec<u8> {
    let Ok(file) = fs::File::open(path) else {
        return Vec::new();
    };
    let mut first = Vec::new();
    let mut records = serde_json::Deserializer::from_reader(BufReader::new(file));
    // The list is left before its end, which is an error that means nothing.
    let _ = First(&mut first).deserialize(&mut records);
    serde_json::to_vec(&first).unwrap_or_default()
}

/// Takes the first records of a list.
struct First<'a>(&'a mut Vec<Value>);

/// So many.
const FIRST: usize = 20;

impl<'de> DeserializeSeed<'de> for First<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, records: D) -> Result<(), D::Error> {
        records.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for First<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut records: A) -> Result<(), A::Error> {
        while self.0.len() < FIRST
            && let Some(record) = records.next_element()?
        {
            self.0.push(record);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project_file::write_atomically;

    fn sorted(files: &[(&str, String)]) -> (Vec<String>, Vec<String>, usize) {
        let root = tempfile::tempdir().expect("a folder");
        for (name, words) in files {
            write_atomically(&root.path().join(name), words.as_bytes()).expect("written");
        }
        let mut failures = Vec::new();
        let gathered = gather(&[root.path().to_owned()], &mut failures, &Cancel::default());
        assert_eq!(failures, []);
        let last = |name: &str| name.rsplit('/').next().unwrap_or_default().to_owned();
        let names = gathered.files.iter().map(|file| last(&file.name)).collect();
        let others = gathered.others(&(0..files.len()).collect());
        let articles = others.articles.iter().map(|path| last(&name_of(path))).collect();
        (names, articles, others.passed_over)
    }

    #[test]
    fn annotations_and_articles_of_a_folder_are_told_apart() {
        let words = "Kim met Lee.".to_owned();
        let (files, articles, passed_over) = sorted(&[
            ("a.ann", "T1\tPER 0 3\tKim\n".to_owned()),
            ("a.txt", words.clone()),
            ("b.txt", words.clone()),
            ("c.html", words.clone()),
            ("d.bin", words),
        ]);
        assert_eq!(files, ["a.ann", "a.txt"]);
        assert_eq!((articles, passed_over), (vec!["b.txt".to_owned(), "c.html".to_owned()], 1));
    }

    #[test]
    fn a_long_file_is_known_whatever_its_head_holds() {
        let long = "word ".repeat(30_000);
        let task = format!(r#"{{"text":"{long}","entities":[[0,4,"A"]]}}"#);
        let article = format!(r#"{{"text":"{long}"}}"#);
        let (files, articles, _) = sorted(&[
            ("line.jsonl", format!("{task}\n{task}\n")),
            ("list.json", format!("[{task},{task}]")),
            ("none.json", format!("[{article},{article}]")),
            ("none.jsonl", format!("{article}\n")),
        ]);
        assert_eq!(files, ["line.jsonl", "list.json"]);
        assert_eq!(articles, ["none.json", "none.jsonl"]);
    }
}
