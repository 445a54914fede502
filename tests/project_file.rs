//! The project file seen from outside: files of every format ever released open and are written as they were, and a
//! file on disk is always the old one or the new one.

use dateline::{
    model::{Command, History, IdSource, verify},
    project_file::{keep_aside, read, to_bytes, write_atomically},
};
use std::{fs, path::Path};

fn golden(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/projects").join(name);
    // A fixture that is missing is an empty file, which every test refuses.
    fs::read(path).unwrap_or_default()
}

fn ids() -> IdSource {
    IdSource::new(1)
}

/// `v1.ron` is frozen: a change that alters how it is read or written breaks the files of analysts.
#[test]
fn a_file_of_format_1_opens_and_is_written_as_it_was() {
    let bytes = golden("v1.ron");
    let loaded = read(&bytes, ids()).expect("opens");
    assert_eq!(loaded.warnings, []);
    assert_eq!(verify(&loaded.project), []);
    assert_eq!(loaded.project.document_count(), 3);
    assert_eq!(String::from_utf8(to_bytes(&loaded.project)), String::from_utf8(bytes));
}

/// The same with what is known of entities, a metonym and relations.
#[test]
fn a_file_with_relations_opens_and_is_written_as_it_was() {
    let bytes = golden("v1-relations.ron");
    let loaded = read(&bytes, ids()).expect("opens");
    assert_eq!(loaded.warnings, []);
    assert_eq!(verify(&loaded.project), []);
    assert_eq!(loaded.project.relation_count(), 2);
    assert_eq!(String::from_utf8(to_bytes(&loaded.project)), String::from_utf8(bytes));
}

#[test]
fn a_file_of_a_newer_format_is_refused() {
    let error = read(&golden("newer.ron"), ids()).expect_err("is refused");
    assert_eq!(error.to_string(), "written by a newer Dateline (format 2); this one reads format 1");
}

#[test]
fn a_merge_that_git_left_open_is_refused_with_its_line() {
    let error = read(&golden("merge-conflict.ron"), ids()).expect_err("is refused");
    assert_eq!(error.line(), Some(22));
}

#[test]
fn open_change_save_and_open_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("story.ron");
    write_atomically(&path, &golden("v1.ron")).expect("written");
    let mut project = read(&fs::read(&path).expect("is there"), ids()).expect("opens").project;
    let mut history = History::default();
    let mentions = project.mentions().map(|mention| mention.id).collect();
    history.dispatch(&mut project, Command::Delete(mentions)).expect("can be carried out");
    write_atomically(&path, &to_bytes(&project)).expect("written");
    let mut again = read(&fs::read(&path).expect("is there"), ids()).expect("opens").project;
    assert!(again == project);
    history.undo(&mut again).expect("can be undone after opening again");
    assert_eq!(to_bytes(&again), golden("v1.ron"));
}

#[test]
fn a_damaged_file_is_kept_before_it_is_replaced() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("story.ron");
    write_atomically(&path, b"(format: 1, sch").expect("written");
    let kept = keep_aside(&path).expect("kept").expect("there was one");
    write_atomically(&path, &golden("v1.ron")).expect("written");
    assert_eq!(kept.file_name().and_then(|name| name.to_str()), Some("story.damaged-1.ron"));
    assert_eq!(fs::read(kept).expect("is there"), b"(format: 1, sch");
}
