//! Projects whose articles have files of their own: all that is promised of one file holds for them.

use super::*;
use crate::{project_file::Form, session::Failure};

impl Stage {
    /// A project of three articles, saved as a folder and open.
    fn in_folder(&self) -> (Session, Vec<DocumentId>) {
        let (mut session, _) = self.edit();
        let texts = ["Talks in Vienna.", "A summit in Seoul.", "Rain in Kyiv."];
        let ids: Vec<DocumentId> = texts.map(|words| add(&mut session, words).expect("added")).to_vec();
        session.save_now_as_form(&self.project(), Form::Folder).expect("saved");
        (session, ids)
    }

    fn article_files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path("p.articles")).into_iter().flatten().flatten();
        let mut names: Vec<String> =
            entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    fn look(&self) -> Result<Session, Failure> {
        let mut session = Session::without_window();
        let (warnings, _) = session.open_project_for(&self.project(), Purpose::Look)?;
        assert_eq!(warnings, [] as [&str; 0]);
        Ok(session)
    }

    /// Changes the file of the article with these words, as another program would.
    #[track_caller]
    fn alter(&self, words: &str, with: &str) -> PathBuf {
        let names = self.article_files();
        let mut paths = names.iter().map(|name| self.path("p.articles").join(name));
        let is_it = |path: &PathBuf| fs::read_to_string(path).expect("is there").contains(words);
        let path = paths.find(is_it).expect("there is one");
        let file = fs::read_to_string(&path).expect("is there").replace(words, with);
        write_atomically(&path, file.as_bytes()).expect("written");
        path
    }
}

#[test]
fn a_project_goes_into_a_folder_and_comes_back_the_same() {
    let stage = Stage::new();
    let (mut session, ids) = stage.in_folder();
    tag(&mut session, ids[1], "Seoul").expect("tagged");
    session.save_now(&stage.project()).expect("saved");
    assert_eq!(session.form(), Form::Folder, "it stays so");
    assert_eq!(stage.article_files().len(), 3);
    let read = stage.look().expect("opens");
    assert!(read.project() == session.project());
    session.save_now_as_form(&stage.project(), Form::File).expect("saved");
    assert_eq!(stage.names(), ["p.ron"], "the files of the articles are gone");
    assert_eq!(fs::read(stage.project()).expect("is there"), to_bytes(session.project()));
    assert!(stage.look().expect("opens").project() == session.project());
}

#[test]
fn only_articles_that_changed_are_written() {
    let stage = Stage::new();
    let (mut session, ids) = stage.in_folder();
    let before = stage.article_files();
    tag(&mut session, ids[1], "Seoul").expect("tagged");
    session.save_now(&stage.project()).expect("saved");
    let after = stage.article_files();
    let same = after.iter().filter(|name| before.contains(name)).count();
    assert_eq!((before.len(), after.len(), same), (3, 3, 2));
    // What was read has not changed either.
    drop(session);
    let (mut session, _) = stage.edit();
    let kyiv = session.project().documents().nth(2).expect("there").id;
    tag(&mut session, kyiv, "Kyiv").expect("tagged");
    stage.storage.heal();
    session.save_now(&stage.project()).expect("saved");
    let same = stage.article_files().iter().filter(|name| after.contains(name)).count();
    assert_eq!(same, 2);
    assert!(stage.look().expect("opens").project() == session.project());
}

/// At every step of saving, once and for good.
#[test]
fn whatever_fails_the_old_project_or_the_new_one_is_there() {
    let errors = [faulty::ENOSPC, faulty::EIO, faulty::EACCES];
    let faults = errors.into_iter().flat_map(|error| [Fault::Error(error), Fault::ShortWrite(error)]);
    let mut failures = 0;
    for (fault, lasts) in faults.flat_map(|fault| [(fault, false), (fault, true)]) {
        let stage = Stage::new();
        let (mut session, ids) = stage.in_folder();
        for step in 1..=24 {
            let old = stage.look().expect("opens").project().clone();
            let (id, words) = (ids[step % 3], ["Talks", "A", "Rain"][step % 3]);
            if session.project().mentions_of(id).next().is_none() {
                tag(&mut session, id, words).expect("tagged");
            } else {
                session.undo().expect("fits");
                session.make_safe(LastStep::Undone).expect("safe");
            }
            stage.storage.fail_at(step, fault, lasts);
            let saved = session.save_now(&stage.project());
            stage.storage.heal();
            let there = stage.look().expect("opens");
            let is_new = there.project() == session.project();
            assert!(is_new || *there.project() == old, "{fault:?} at {step}");
            match saved {
                Ok(()) => assert!(is_new, "{fault:?} at {step}"),
                Err(_) => failures += 1,
            }
            session.save_now(&stage.project()).expect("the next try goes well");
            assert!(stage.look().expect("opens").project() == session.project());
            assert_eq!(stage.article_files().len(), 3, "nothing stays behind");
        }
    }
    assert!(failures > 20, "{failures}");
}

#[test]
fn what_was_not_saved_comes_back_into_a_folder() {
    let stage = Stage::new();
    let (mut session, ids) = stage.in_folder();
    tag(&mut session, ids[0], "Vienna").expect("tagged");
    let expected = session.project().clone();
    assert_eq!(stage.state().left_over(), [], "it is open");
    drop(session);
    assert_eq!(stage.state().left_over(), [LeftOver { path: stage.project(), steps: 1 }]);
    let (mut session, notes) = stage.edit();
    assert!(notes.iter().any(|note| note.contains("1 step")), "{notes:?}");
    assert!(*session.project() == expected);
    session.save_now(&stage.project()).expect("saved");
    assert_eq!(stage.article_files().len(), 3);
    drop(session);
    assert_eq!(stage.state().left_over(), []);
    assert!(*stage.look().expect("opens").project() == expected);
}

#[test]
fn an_article_file_that_another_program_changed_is_not_written_over() {
    let stage = Stage::new();
    let (mut session, ids) = stage.in_folder();
    stage.alter("Talks in Vienna.", "Talks in Geneva.");
    tag(&mut session, ids[0], "Vienna").expect("tagged");
    let refused = session.save_now(&stage.project()).expect_err("is refused");
    assert!(refused.why.contains("another program"), "{refused}");
    session.save_now_over(&stage.project(), true).expect("saved");
    assert!(stage.look().expect("opens").project() == session.project());
    let theirs = stage.path("p.theirs-1.ron");
    let mut other = Session::without_window();
    let (warnings, _) = other.open_project_for(&theirs, Purpose::Look).expect("opens");
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    assert_eq!(texts(&other)[0], "Talks in Geneva.");
}

#[test]
fn steps_on_an_article_that_was_changed_by_hand_are_not_done_on_what_is_there_now() {
    let stage = Stage::new();
    let (mut session, ids) = stage.in_folder();
    wait_until(|| !session.earlier_states().is_empty());
    tag(&mut session, ids[0], "Vienna").expect("tagged");
    drop(session);
    stage.alter("Talks in Vienna.", "In Vienna, talks.");
    let (session, notes) = stage.edit();
    assert_eq!(texts(&session)[0], "Talks in Vienna.");
    assert_eq!(session.project().mention_count(), 1);
    assert!(notes.iter().any(|note| note.contains("another program")), "{notes:?}");
}

#[test]
fn a_changed_article_file_is_told_and_read() {
    let stage = Stage::new();
    let (session, _) = stage.in_folder();
    drop(session);
    let path = stage.alter("Rain in Kyiv.", "Snow in Kyiv.");
    let mut session = stage.session();
    let (warnings, _) = session.open_project_for(&stage.project(), Purpose::Edit).expect("opens");
    let name = path.file_name().expect("has one").to_string_lossy().into_owned();
    assert!(warnings.len() == 1 && warnings[0].contains(&name), "{warnings:?}");
    assert_eq!(texts(&session)[2], "Snow in Kyiv.");
    session.save_now(&stage.project()).expect("saved");
    assert!(stage.look().expect("opens").project() == session.project());
}

#[test]
fn a_missing_article_file_is_named_with_what_to_do() {
    let stage = Stage::new();
    let (session, _) = stage.in_folder();
    drop(session);
    let path = stage.alter("Rain", "Snow");
    fs::remove_file(&path).expect("removed");
    let failure = stage.look().err().expect("is refused");
    let name = path.file_name().expect("has one").to_string_lossy().into_owned();
    assert!(failure.why.contains(&name) && failure.why.contains(".articles"), "{failure}");
    // The names in the file lead nowhere else.
    let file = fs::read_to_string(stage.project()).expect("is there").replace(&name, "../p.ron");
    write_atomically(&stage.project(), file.as_bytes()).expect("written");
    let failure = stage.look().err().expect("is refused");
    assert!(failure.why.contains("no name of a file"), "{failure}");
}

#[test]
fn earlier_states_of_a_folder_share_articles_and_can_be_read() {
    let stage = Stage::new();
    let (mut session, ids) = stage.in_folder();
    wait_until(|| session.earlier_states().len() == 1);
    for words in ["Vienna", "Talks"] {
        tag(&mut session, ids[0], words).expect("tagged");
        session.save_now(&stage.project()).expect("saved");
    }
    wait_until(|| session.earlier_states().len() == 3);
    let counts: Vec<usize> = session
        .earlier_states()
        .iter()
        .map(|state| state.read(1).expect("can be read").project.mention_count())
        .collect();
    assert_eq!(counts, [2, 1, 0]);
    let pool = stage.state().history_of(session.keeper.key()).join("articles");
    assert_eq!(fs::read_dir(pool).expect("is there").count(), 5, "two of three are shared");
    // One can be opened like a project.
    let mut other = Session::without_window();
    let oldest = session.earlier_states().pop().expect("there");
    other.open_project_for(&oldest.path, Purpose::Look).expect("opens");
    assert_eq!(texts(&other), texts(&session));
}

#[test]
fn what_is_there_is_shown_while_the_rest_is_read() {
    let stage = Stage::new();
    let (session, _) = stage.in_folder();
    drop(session);
    let mut window = stage.window();
    window.open_project(stage.project());
    wait_for(&mut window, |notice| matches!(notice, Notice::Opening));
    let is_there = |notice: &Notice| matches!(notice, Notice::ProjectOpened { .. });
    if window.is_opening() {
        assert!(window.project().document_count() > 0);
        let refused = window.dispatch(Command::Delete(Vec::new()));
        assert!(refused.is_err(), "it cannot be changed yet");
        assert_eq!(window.shown_path(), Some(&*stage.project()));
        wait_for(&mut window, is_there);
    }
    assert_eq!(window.project().document_count(), 3);
    assert!(!window.is_opening());
    assert_eq!(window.shown_path(), window.path());
}
