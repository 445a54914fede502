//! Removes, beside the work, what nobody needs any more: journals of which everything has long been saved, and what a crash
//! left of files that were being written.
//!
//! A journal that holds a step that is in no file stays for ever. Locks stay too: to remove one that somebody is just asking
//! for would give it to two.

use super::{folder::StateFolder, left_over::not_in_file};
use crate::{
    project_file::{Storage, is_temporary},
    session::behind::give_way,
};
use std::{
    fs,
    path::Path,
    thread,
    time::{Duration, SystemTime},
};

const DAY: Duration = Duration::from_hours(24);
/// So long a saved project can still be undone behind its last save.
const JOURNAL_LIFE: Duration = Duration::from_hours(90 * 24);

/// Tidies up the state folder on a thread of its own. Nothing depends on it: what fails is tried again at the next start.
pub(super) fn start(state: &StateFolder) {
    let state = state.clone();
    let _ = thread::Builder::new().name("dateline-tidy".to_owned()).spawn(move || {
        give_way();
        tidy(&state);
    });
}

fn tidy(state: &StateFolder) {
    let storage = &**state.storage();
    let root = state.path();
    for name in ["journals", "locks", "reports"] {
        remove_temporaries(storage, &root.join(name));
    }
    for entry in fs::read_dir(root.join("history")).into_iter().flatten().flatten() {
        remove_temporaries(storage, &entry.path());
    }
    for entry in fs::read_dir(root.join("journals")).into_iter().flatten().flatten() {
        let path = entry.path();
        let is_replaced = path.extension().is_some_and(|extension| extension == "replaced");
        if is_older(&path, JOURNAL_LIFE) && (is_replaced || is_all_saved(&path)) {
            let _ = storage.remove(&path);
        }
    }
}

/// Removes what a crash left of files that were being written into a folder.
pub(super) fn remove_temporaries(storage: &dyn Storage, folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_left = entry.file_name().to_str().is_some_and(is_temporary) && is_older(&entry.path(), DAY);
        if is_left {
            let _ = storage.remove(&entry.path());
        }
    }
}

/// Whether the project's file is there and has every step of this journal.
fn is_all_saved(journal: &Path) -> bool {
    not_in_file(journal).is_some_and(|left| left.steps == 0)
}

fn is_older(path: &Path, than: Duration) -> bool {
    let changed = fs::metadata(path).and_then(|facts| facts.modified());
    changed.is_ok_and(|changed| SystemTime::now().duration_since(changed).is_ok_and(|age| age > than))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::{Facts, NewDocument},
        session::{LastStep, Purpose, Session},
        text::Text,
    };

    fn make_old(path: &Path, age: Duration) {
        let file = fs::OpenOptions::new().append(true).open(path).expect("is there");
        file.set_modified(SystemTime::now() - age).expect("set");
    }

    fn add(session: &mut Session, words: &str) {
        let text = Text::new(words).expect("short");
        let (facts, source, encoding) = (Facts::default(), String::new(), String::new());
        session.add_articles(vec![NewDocument { facts, source, encoding, text }]).expect("added");
        session.make_safe(LastStep::Done).expect("safe");
    }

    #[test]
    fn an_old_journal_goes_only_when_everything_is_saved() {
        let folder = tempfile::tempdir().expect("a folder");
        let (state, project) = (StateFolder::at(&folder.path().join("state")), folder.path().join("p.ron"));
        let mut session = Session::without_window().kept_in(state.clone());
        session.open_project_for(&project, Purpose::Edit).expect("opens");
        add(&mut session, "One.");
        session.save_now(&project).expect("saved");
        let journal = state.journal_of(session.keeper.key());
        tidy(&state);
        assert!(journal.exists(), "it is not old");
        make_old(&journal, JOURNAL_LIFE + DAY);
        add(&mut session, "Two.");
        make_old(&journal, JOURNAL_LIFE + DAY);
        tidy(&state);
        assert!(journal.exists(), "a step is not saved");
        session.save_now(&project).expect("saved");
        drop(session);
        make_old(&journal, JOURNAL_LIFE + DAY);
        tidy(&state);
        assert!(!journal.exists());
    }

    #[test]
    fn what_a_crash_left_of_a_file_goes_after_a_day() {
        let folder = tempfile::tempdir().expect("a folder");
        let names = [".dateline-7-0.tmp", ".dateline-x.tmp", ".other.tmp", "p.ron"];
        let paths = names.map(|name| folder.path().join(name));
        for path in &paths {
            crate::project_file::write_atomically(path, b"x").expect("written");
        }
        let storage = crate::project_file::Disk;
        remove_temporaries(&storage, folder.path());
        assert!(paths.iter().all(|path| path.exists()), "they may be in use");
        for path in &paths {
            make_old(path, DAY * 2);
        }
        remove_temporaries(&storage, folder.path());
        assert_eq!(paths.map(|path| path.exists()), [false, true, true, true]);
    }
}
