//! Which of some files hold annotations, of which format, and which belong to them.

use super::{FORMATS, File, Format, Shape, json};
use serde_json::Value;
use std::{
    cell::OnceCell,
    collections::{BTreeMap, BTreeSet},
};

/// Files of one format that are read together.
#[derive(Clone, Debug)]
pub struct Found {
    pub format: &'static Format,
    /// Places in the list that was looked at; the recognised ones first.
    pub files: Vec<usize>,
}

/// Sorts files by format. What is in none of the answers is no file of annotations: an article, perhaps.
///
/// ```text
/// a.ann a.txt b.jsonl c.txt → brat: a.ann a.txt · jsonl: b.jsonl
/// ```
pub fn recognise(files: &[File]) -> Vec<Found> {
    let by_name: BTreeMap<&str, usize> =
        files.iter().enumerate().map(|(place, file)| (file.name.as_str(), place)).collect();
    let mut of_format: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, file) in files.iter().enumerate() {
        if let Some(format) = format_of(file) {
            of_format.entry(format.name).or_default().push(place);
        }
    }
    let all: BTreeSet<usize> = of_format.values().flatten().copied().collect();
    let beside = |format: &Format, place: usize| -> Vec<usize> {
        let names = files.get(place).map(|file| (format.beside)(file)).unwrap_or_default();
        let there = names.iter().filter_map(|name| by_name.get(name.as_str()).copied());
        there.filter(|place| !all.contains(place)).collect()
    };
    let mut found = Vec::new();
    for format in FORMATS {
        let places = of_format.remove(format.name).unwrap_or_default();
        let groups: Vec<Vec<usize>> = match format.shape {
            Shape::OneFile => places.into_iter().map(|place| vec![place]).collect(),
            Shape::Folder if places.is_empty() => Vec::new(),
            Shape::Folder => vec![places],
        };
        for mut files in groups {
            let others: BTreeSet<usize> = files.iter().flat_map(|place| beside(format, *place)).collect();
            files.extend(others);
            found.push(Found { format, files });
        }
    }
    found
}

/// A file that is looked at by one format after the other.
pub(super) struct Looked<'a> {
    pub(super) file: &'a File,
    heads: OnceCell<Vec<Value>>,
}

impl<'a> Looked<'a> {
    /// A file that nobody has looked at yet.
    pub(super) fn at(file: &'a File) -> Self {
        Self { file, heads: OnceCell::new() }
    }

    /// Its first records, if it is JSON.
    pub(super) fn heads(&self) -> &[Value] {
        self.heads.get_or_init(|| json::heads(&self.file.bytes))
    }
}

/// The format that a file is of; `None` for no annotations.
pub fn format_of(file: &File) -> Option<&'static Format> {
    let looked = Looked::at(file);
    FORMATS.iter().find(|format| format.read.is_some() && (format.recognises)(&looked))
}
