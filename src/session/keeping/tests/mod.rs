//! What is kept, and that it comes back: after a crash, whatever fails, whoever else is at work.

mod folders;

use super::*;
use crate::{
    model::{Annotated, Command, DocumentId, Facts, Incoming, NewDocument, Pick, Provenance, ReadMark},
    project_file::{
        faulty::{self, Fault, Faulty},
        to_bytes, write_atomically,
    },
    session::{LastStep, Notice, Session},
    text::Text,
};
use std::{fs, sync::mpsc::channel};

/// A folder for projects and one for what is kept.
struct Stage {
    folder: tempfile::TempDir,
    storage: Faulty,
}

impl Stage {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder"), storage: Faulty::default() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn project(&self) -> PathBuf {
        self.path("p.ron")
    }

    fn state(&self) -> StateFolder {
        StateFolder::on(&self.path("state"), Arc::new(self.storage.clone()))
    }

    /// A session without a window that has nothing open.
    fn session(&self) -> Session {
        Session::without_window().kept_in(self.state())
    }

    /// The project open to be changed, and what is told of it.
    #[track_caller]
    fn edit(&self) -> (Session, Vec<String>) {
        let mut session = self.session();
        let (warnings, notes) = session.open_project_for(&self.project(), Purpose::Edit).expect("opens");
        assert_eq!(warnings, [] as [&str; 0]);
        (session, notes)
    }

    /// As a window has it.
    fn window(&self) -> Session {
        Session::new(Arc::new(|| {})).kept_in(self.state())
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).expect("is there").flatten();
        let mut names: Vec<String> =
            entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.retain(|name| name != "state");
        names.sort();
        names
    }
}

fn article(words: &str) -> NewDocument {
    let text = Text::new(words).expect("short");
    NewDocument { facts: Facts::default(), source: String::new(), encoding: "UTF-8".to_owned(), text }
}

/// Adds an article and waits until that is safe.
fn add(session: &mut Session, words: &str) -> Result<DocumentId, String> {
    let ids = session.add_articles(vec![article(words)]).map_err(|error| error.to_string())?;
    session.make_safe(LastStep::Done).map_err(|failure| failure.why)?;
    Ok(ids[0])
}

fn tag(session: &mut Session, document: DocumentId, words: &str) -> Result<(), String> {
    let project = session.project();
    let span =
        project.document(document).expect("there").text.occurrences(words).next().expect("stands there");
    let label = project.schema().named("Place").expect("there");
    let pick = Pick { document, span, label, entity_name: None, provenance: Provenance::ByHand };
    session.dispatch(Command::Mark(vec![pick])).map_err(|error| error.to_string())?;
    session.make_safe(LastStep::Done).map_err(|failure| failure.why)
}

fn texts(session: &Session) -> Vec<&str> {
    session.project().documents().map(|document| document.text.as_str()).collect()
}

/// Polls until a notice of the kind comes.
#[track_caller]
fn wait_for(session: &mut Session, is_it: impl Fn(&Notice) -> bool) -> Notice {
    let end = Instant::now() + Duration::from_secs(30);
    loop {
        if let Some(notice) = session.poll().into_iter().find(|notice| is_it(notice)) {
            return notice;
        }
        assert!(Instant::now() < end, "it does not come");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Earlier states are kept in the background.
#[track_caller]
fn wait_until(holds: impl Fn() -> bool) {
    let end = Instant::now() + Duration::from_secs(30);
    while !holds() {
        assert!(Instant::now() < end, "it does not come");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn what_was_done_comes_back_with_its_history() {
    let stage = Stage::new();
    let (mut session, notes) = stage.edit();
    assert_eq!(notes, [] as [&str; 0]);
    let id = add(&mut session, "Talks in Vienna.").expect("kept");
    tag(&mut session, id, "Vienna").expect("kept");
    let before = session.project().clone();
    drop(session);
    assert!(!stage.project().exists(), "never saved");
    let (mut session, notes) = stage.edit();
    assert_eq!(notes, ["2 steps that had not been saved were brought back"]);
    assert!(*session.project() == before && session.has_unsaved_changes());
    assert_eq!(session.undo_name(), Some("Tag “Vienna” as Place"));
    session.undo().expect("can be undone");
    session.make_safe(LastStep::Undone).expect("kept");
    drop(session);
    let (mut session, notes) = stage.edit();
    assert_eq!(notes, ["1 step that had not been saved was brought back"]);
    assert_eq!(session.redo_name(), Some("Tag “Vienna” as Place"));
    session.redo().expect("can be done again");
    assert!(*session.project() == before);
}

#[test]
fn undo_reaches_back_behind_a_save_and_a_restart() {
    let stage = Stage::new();
    let (mut session, _) = stage.edit();
    let id = add(&mut session, "Talks in Vienna.").expect("kept");
    session.save_now(&stage.project()).expect("saved");
    tag(&mut session, id, "Vienna").expect("kept");
    session.save_now(&stage.project()).expect("saved");
    drop(session);
    let (mut session, notes) = stage.edit();
    assert_eq!(notes, [] as [&str; 0], "nothing is in doubt, nothing is said");
    assert!(!session.has_unsaved_changes());
    session.undo().expect("can be undone");
    assert!(session.has_unsaved_changes());
    session.undo().expect("can be undone");
    assert_eq!(session.project().document_count(), 0);
    session.make_safe(LastStep::Undone).expect("kept");
    drop(session);
    let (session, notes) = stage.edit();
    assert_eq!(notes, ["2 steps that had not been saved were brought back"]);
    assert_eq!((session.undo_name(), session.project().document_count()), (None, 0));
}

#[test]
fn what_was_given_up_does_not_come_back_but_is_not_lost() {
    let stage = Stage::new();
    let (mut session, _) = stage.edit();
    let id = add(&mut session, "Talks in Vienna.").expect("kept");
    session.save_now(&stage.project()).expect("saved");
    tag(&mut session, id, "Vienna").expect("kept");
    session.give_up();
    drop(session);
    let (session, notes) = stage.edit();
    assert_eq!((notes.len(), session.project().mention_count()), (0, 0));
    assert!(session.undo_name().is_some_and(|name| name.starts_with("Add")));
    let states = session.earlier_states();
    let given_up = states.iter().find(|state| state.reason == Reason::GivenUp).expect("is kept");
    assert_eq!((given_up.articles, given_up.mentions), (1, 1));
    let project = given_up.read(1).expect("can be read").project;
    assert!(project.mentions().any(|mention| project.words_of(mention) == "Vienna"));
}

#[test]
fn a_project_that_was_never_saved_comes_back_into_an_empty_window() {
    let stage = Stage::new();
    let mut session = stage.window();
    add(&mut session, "Talks in Vienna.").expect("kept");
    // While it runs, nobody else takes it.
    let mut second = stage.window();
    assert!(!second.has_untitled_left());
    drop(session);
    assert!(second.has_untitled_left());
    second.bring_back_untitled();
    let notice = wait_for(&mut second, |notice| matches!(notice, Notice::BroughtBack { .. }));
    let notes = vec!["1 step that had not been saved was brought back".to_owned()];
    assert_eq!(notice, Notice::BroughtBack { notes });
    assert_eq!(texts(&second), ["Talks in Vienna."]);
    assert!(second.has_unsaved_changes() && second.path().is_none());
    // Saved, it is not untitled any more; its history goes with it.
    second.save_to(stage.project());
    wait_for(&mut second, |notice| matches!(notice, Notice::Saved { .. }));
    add(&mut second, "Talks in Minsk.").expect("kept");
    drop(second);
    assert!(!stage.window().has_untitled_left());
    let (mut session, notes) = stage.edit();
    assert_eq!(notes, ["1 step that had not been saved was brought back"]);
    session.undo().expect("can be undone");
    session.undo().expect("can be undone");
    assert_eq!(session.project().document_count(), 0);
}

#[test]
fn a_new_project_that_is_left_unsaved_is_given_up() {
    let stage = Stage::new();
    let mut session = stage.window();
    add(&mut session, "Talks in Vienna.").expect("kept");
    session.new_project();
    assert!(!session.has_untitled_left());
    add(&mut session, "Talks in Minsk.").expect("kept");
    session.give_up();
    drop(session);
    assert!(!stage.window().has_untitled_left());
    let kept = stage.window().earlier_states();
    assert_eq!(kept.iter().filter(|state| state.reason == Reason::GivenUp).count(), 2);
}

/// Whatever step fails in whatever way: what was confirmed is there afterwards, the file is the old or the new one, and
/// when the disk works again, so does the session.
#[test]
fn whatever_fails_nothing_that_was_confirmed_is_lost() {
    let faults = [
        Fault::Error(faulty::ENOSPC),
        Fault::Error(faulty::EIO),
        Fault::Error(faulty::EACCES),
        Fault::Error(faulty::EMFILE),
        Fault::Error(faulty::EINTR),
        Fault::ShortWrite(faulty::ENOSPC),
        Fault::ShortWrite(faulty::EIO),
        Fault::OneByte,
    ];
    let mut failures = 0;
    for fault in faults {
        for lasts in [false, true] {
            if lasts && fault == Fault::Error(faulty::EINTR) {
                continue;
            }
            for step in (1..40).step_by(if std::env::var_os("DATELINE_LONG").is_some() { 1 } else { 2 }) {
                failures += usize::from(work_with_fault(step, fault, lasts));
            }
        }
    }
    assert!(failures > 50, "only {failures} runs met a failure");
}

/// Whether anything failed.
fn work_with_fault(step: usize, fault: Fault, lasts: bool) -> bool {
    let stage = Stage::new();
    let (mut session, _) = stage.edit();
    add(&mut session, "First.").expect("kept");
    session.save_now(&stage.project()).expect("saved");
    let mut confirmed = vec!["First."];
    let mut is_failed = false;
    stage.storage.fail_at(step, fault, lasts);
    for words in ["Second.", "Third.", "Fourth."] {
        match add(&mut session, words) {
            Ok(_) => confirmed.push(words),
            Err(_) => is_failed = true,
        }
        assert_eq!(texts(&session), confirmed, "what is not kept is taken back: {fault:?} at {step}");
    }
    is_failed |= session.save_now(&stage.project()).is_err();
    let on_disk = fs::read(stage.project()).expect("is there");
    assert!(
        crate::project_file::read(&on_disk, crate::model::IdSource::new(1))
            .is_ok_and(|read| read.warnings.is_empty())
    );
    stage.storage.heal();
    add(&mut session, "Last.").expect("the disk works again");
    confirmed.push("Last.");
    drop(session);
    let (mut session, notes) = stage.edit();
    assert_eq!(texts(&session), confirmed, "{fault:?} at {step}, lasting: {lasts}; {notes:?}");
    session.save_now(&stage.project()).expect("saved");
    assert_eq!(fs::read(stage.project()).expect("is there"), to_bytes(session.project()));
    is_failed
}

#[test]
fn a_second_one_is_refused_or_only_reads() {
    let stage = Stage::new();
    let (mut session, _) = stage.edit();
    add(&mut session, "First.").expect("kept");
    session.save_now(&stage.project()).expect("saved");
    let refused = stage.session().open_project_for(&stage.project(), Purpose::Edit).expect_err("is refused");
    assert!(refused.why.contains(&format!("process {}", std::process::id())), "{refused}");
    let mut window = stage.window();
    window.open_project(stage.project());
    let notice = wait_for(&mut window, |notice| matches!(notice, Notice::ProjectOpened { .. }));
    assert!(window.is_read_only(), "{notice:?}");
    assert!(window.add_articles(vec![article("Mine.")]).is_err() && window.undo().is_err());
    window.save_to(stage.project());
    wait_for(&mut window, |notice| matches!(notice, Notice::SaveFailed(_)));
    // A copy may be saved, and is free.
    window.save_to(stage.path("copy.ron"));
    wait_for(&mut window, |notice| matches!(notice, Notice::Saved { .. }));
    assert!(!window.is_read_only() && window.add_articles(vec![article("Mine.")]).is_ok());
    assert!(stage.session().open_project_for(&stage.path("copy.ron"), Purpose::Edit).is_err());
    drop(session);
    assert!(stage.session().open_project_for(&stage.project(), Purpose::Edit).is_ok());
}

#[test]
fn what_another_program_wrote_is_never_written_over() {
    let stage = Stage::new();
    let (mut session, _) = stage.edit();
    add(&mut session, "First.").expect("kept");
    session.save_now(&stage.project()).expect("saved");
    let theirs = fs::read_to_string(stage.project()).expect("is there").replace("First.", "Furst.");
    write_atomically(&stage.project(), theirs.as_bytes()).expect("written");
    add(&mut session, "Second.").expect("kept");
    let refused = session.save_now(&stage.project()).expect_err("is refused");
    assert!(refused.why.contains("another program"), "{refused}");
    assert_eq!(fs::read_to_string(stage.project()).expect("is there"), theirs);
    // It is so also after a restart, where both are known.
    drop(session);
    let (mut session, notes) = stage.edit();
    assert_eq!(texts(&session), ["First.", "Second."]);
    assert!(notes[0].contains("brought back") && notes[1].contains("another program"), "{notes:?}");
    assert!(session.save_now(&stage.project()).is_err() && session.has_unsaved_changes());
    session.save_now_over(&stage.project(), true).expect("theirs is kept");
    assert_eq!(stage.names(), ["p.ron", "p.theirs-1.ron"]);
    assert_eq!(fs::read_to_string(stage.path("p.theirs-1.ron")).expect("is there"), theirs);
    session.save_now(&stage.project()).expect("it is ours again");
    drop(session);
    assert_eq!(stage.edit().1, [] as [&str; 0]);
}

#[test]
fn the_file_of_another_program_can_be_taken() {
    let stage = Stage::new();
    let (mut session, _) = stage.edit();
    add(&mut session, "First.").expect("kept");
    session.save_now(&stage.project()).expect("saved");
    let other = Stage::new();
    let (mut theirs, _) = other.edit();
    add(&mut theirs, "Theirs.").expect("kept");
    write_atomically(&stage.project(), &to_bytes(theirs.project())).expect("written");
    add(&mut session, "Ours.").expect("kept");
    session.open_project_for(&stage.project(), Purpose::Reload).expect("opens");
    assert_eq!(texts(&session), ["Theirs."]);
    let given_up = |state: &Snapshot| state.reason == Reason::GivenUp && state.articles == 2;
    wait_until(|| session.earlier_states().iter().any(given_up));
    add(&mut session, "More.").expect("kept");
    assert!(stage.session().open_project_for(&stage.project(), Purpose::Edit).is_err(), "it is still locked");
    drop(session);
    let (session, notes) = stage.edit();
    assert_eq!(texts(&session), ["Theirs.", "More."]);
    assert_eq!(notes, ["1 step that had not been saved was brought back"]);
}

#[test]
fn a_file_that_was_removed_is_made_again() {
    let stage = Stage::new();
    let mut elsewhere = Session::without_window();
    add(&mut elsewhere, "First.").expect("added");
    elsewhere.save_now(&stage.project()).expect("saved");
    let (mut session, _) = stage.edit();
    add(&mut session, "Second.").expect("kept");
    wait_until(|| session.earlier_states().iter().any(|state| state.reason == Reason::Opened));
    fs::remove_file(stage.project()).expect("removed");
    drop(session);
    let (mut session, notes) = stage.edit();
    assert!(notes[1].contains("was removed"), "{notes:?}");
    assert_eq!(texts(&session), ["First.", "Second."]);
    session.save_now(&stage.project()).expect("saved");
    drop(session);
    let (session, notes) = stage.edit();
    assert_eq!((texts(&session), notes.len()), (vec!["First.", "Second."], 0));
}

/// A kill between the word in the journal that a file will be written and the file: found by killing the program.
#[test]
fn a_save_that_was_announced_and_never_done_loses_nothing() {
    let stage = Stage::new();
    let (mut session, _) = stage.edit();
    add(&mut session, "First.").expect("kept");
    // The journal takes two steps; then nothing goes on.
    stage.storage.fail_at(3, Fault::Error(faulty::EIO), true);
    session.save_now(&stage.project()).expect_err("the disk fails");
    stage.storage.heal();
    assert!(!stage.project().exists());
    drop(session);
    let journal = fs::read_to_string(stage.state().journal_of(&Key::of(&stage.project()))).expect("is there");
    assert!(journal.contains("Save(after: 1"), "{journal}");
    let (session, notes) = stage.edit();
    assert_eq!((texts(&session), notes.len()), (vec!["First."], 1));
}

#[test]
fn a_project_that_was_saved_and_removed_does_not_come_back_by_itself() {
    let stage = Stage::new();
    let (mut session, _) = stage.edit();
    add(&mut session, "First.").expect("kept");
    session.save_now(&stage.project()).expect("saved");
    drop(session);
    fs::remove_file(stage.project()).expect("removed");
    let failure = stage.session().open_project_now(&stage.project()).expect_err("is not there");
    assert!(failure.why.contains("no such file"), "{failure}");
    let (mut session, notes) = stage.edit();
    assert_eq!((session.project().document_count(), notes.len()), (0, 0));
    assert!(session.earlier_states().iter().any(|state| state.reason == Reason::Saved));
    add(&mut session, "Anew.").expect("kept");
    drop(session);
    assert_eq!(texts(&stage.edit().0), ["Anew."]);
}

#[test]
fn a_damaged_project_is_brought_back_from_what_is_kept() {
    let stage = Stage::new();
    let (mut session, _) = stage.edit();
    add(&mut session, "First.").expect("kept");
    session.save_now(&stage.project()).expect("saved");
    drop(session);
    write_atomically(&stage.project(), b"(format: 1, sch").expect("written");
    let failure = stage.session().open_project_for(&stage.project(), Purpose::Edit).expect_err("is refused");
    let (_, kept) = failure.why.split_once("is kept as ").expect("says where");
    let mut session = stage.session();
    session.open_project_for(Path::new(kept), Purpose::Look).expect("an earlier state opens");
    assert_eq!(texts(&session), ["First."]);
}

#[test]
fn a_damaged_journal_is_kept_aside_and_what_fits_comes_back() {
    let stage = Stage::new();
    let (mut session, _) = stage.edit();
    for words in ["First.", "Second.", "Third."] {
        add(&mut session, words).expect("kept");
    }
    drop(session);
    let journal = stage.state().journal_of(&Key::of(&stage.project()));
    let damaged = fs::read_to_string(&journal).expect("is there").replace("Second.", "Sicond.");
    write_atomically(&journal, damaged.as_bytes()).expect("written");
    let (mut session, notes) = stage.edit();
    assert_eq!(texts(&session), ["First.", "Third."]);
    assert!(notes[1].contains("line 3 of the journal is damaged; it is kept as"), "{notes:?}");
    let aside = journal.with_file_name(format!(
        "{}.damaged-1.journal",
        journal.file_stem().expect("has one").to_string_lossy()
    ));
    assert_eq!(fs::read_to_string(aside).expect("is there"), damaged);
    add(&mut session, "Fourth.").expect("kept");
    drop(session);
    let (session, notes) = stage.edit();
    assert_eq!(texts(&session), ["First.", "Third.", "Fourth."]);
    assert_eq!(notes.len(), 1, "{notes:?}");
}

#[test]
fn a_line_that_was_being_written_is_passed_over() {
    let stage = Stage::new();
    let (mut session, _) = stage.edit();
    add(&mut session, "First.").expect("kept");
    drop(session);
    let journal = stage.state().journal_of(&Key::of(&stage.project()));
    let mut torn = fs::read(&journal).expect("is there");
    torn.extend_from_slice(b"1d5b88d9 2 Do(name: \"Ta");
    write_atomically(&journal, &torn).expect("written");
    let (mut session, notes) = stage.edit();
    assert_eq!((texts(&session), notes.len()), (vec!["First."], 1));
    add(&mut session, "Second.").expect("kept");
    drop(session);
    assert_eq!(texts(&stage.edit().0), ["First.", "Second."]);
}

#[test]
fn a_window_tells_when_nothing_can_be_kept_and_when_it_can_again() {
    let stage = Stage::new();
    let mut session = stage.window();
    add(&mut session, "First.").expect("kept");
    stage.storage.fail_at(1, Fault::Error(faulty::ENOSPC), true);
    session.add_articles(vec![article("Second.")]).expect("the work goes on");
    let notice = wait_for(&mut session, |notice| matches!(notice, Notice::Kept(_)));
    assert!(matches!(notice, Notice::Kept(Err(failure)) if failure.why.contains("full")));
    session.add_articles(vec![article("Third.")]).expect("the work goes on");
    assert_eq!(session.project().document_count(), 3);
    stage.storage.heal();
    assert_eq!(wait_for(&mut session, |notice| matches!(notice, Notice::Kept(_))), Notice::Kept(Ok(())));
    drop(session);
    let mut second = stage.window();
    second.bring_back_untitled();
    wait_for(&mut second, |notice| matches!(notice, Notice::BroughtBack { .. }));
    assert_eq!(texts(&second), ["First.", "Second.", "Third."]);
}

#[test]
fn a_window_notices_what_others_do_to_its_file() {
    let stage = Stage::new();
    let (sender, woken) = channel();
    let sender = std::sync::Mutex::new(sender);
    let wake: Wake = Arc::new(move || _ = sender.lock().expect("no test panics in it").send(()));
    let mut session = Session::new(wake).kept_in(stage.state());
    add(&mut session, "First.").expect("kept");
    session.save_to(stage.project());
    wait_for(&mut session, |notice| matches!(notice, Notice::Saved { .. }));
    write_atomically(&stage.project(), b"theirs").expect("written");
    while woken.try_recv().is_ok() {}
    woken.recv_timeout(Duration::from_secs(30)).expect("asks for a frame");
    let notice = wait_for(&mut session, |notice| matches!(notice, Notice::ChangedOnDisk { .. }));
    assert_eq!(notice, Notice::ChangedOnDisk { path: stage.project() });
    session.save_to(stage.project());
    wait_for(&mut session, |notice| matches!(notice, Notice::SaveRefused(_)));
    assert_eq!(fs::read(stage.project()).expect("is there"), b"theirs");
    session.overwrite(stage.project());
    wait_for(&mut session, |notice| matches!(notice, Notice::Saved { .. }));
    assert_eq!(fs::read(stage.path("p.theirs-1.ron")).expect("is there"), b"theirs");
}

/// A change while a save is under way has its place after it.
/// One window works on a project, a second one only reads it, asks for it, and goes on where the first one was.
#[test]
fn a_project_is_taken_over_with_what_was_not_saved() {
    let stage = Stage::new();
    let (mut session, _) = stage.edit();
    add(&mut session, "Talks in Vienna.").expect("added");
    session.save_now(&stage.project()).expect("saved");
    drop(session);
    let is_open = |notice: &Notice| matches!(notice, Notice::ProjectOpened { .. });
    let (mut first, mut second) = (stage.window(), stage.window());
    first.open_project(stage.project());
    wait_for(&mut first, is_open);
    let document = first.project().documents().next().expect("there").id;
    tag(&mut first, document, "Vienna").expect("tagged");
    second.open_project(stage.project());
    wait_for(&mut second, is_open);
    assert!(second.is_read_only() && second.project().mention_count() == 0);
    second.take_over();
    wait_for(&mut first, |notice| *notice == Notice::TakenOver);
    assert!(first.is_read_only());
    assert!(tag(&mut first, document, "Talks").is_err(), "it has let go");
    wait_for(&mut second, is_open);
    assert!(!second.is_read_only());
    assert_eq!(second.project().mention_count(), 1, "what was not saved came along");
    tag(&mut second, document, "Talks").expect("tagged");
    second.undo().expect("fits").expect("one step");
    second.undo().expect("fits").expect("the step of the first one");
    assert_eq!(second.project().mention_count(), 0);
}

#[test]
fn work_goes_on_while_a_save_is_under_way() {
    let stage = Stage::new();
    let mut session = stage.window();
    add(&mut session, "First.").expect("kept");
    session.save_to(stage.project());
    add(&mut session, "Second.").expect("kept");
    wait_for(&mut session, |notice| matches!(notice, Notice::Saved { .. }));
    add(&mut session, "Third.").expect("kept");
    session.save_to(stage.project());
    add(&mut session, "Fourth.").expect("kept");
    wait_for(&mut session, |notice| matches!(notice, Notice::Saved { .. }));
    drop(session);
    let (session, notes) = stage.edit();
    assert_eq!(texts(&session), ["First.", "Second.", "Third.", "Fourth."]);
    assert_eq!(notes, ["1 step that had not been saved was brought back"]);
}

#[test]
fn looking_writes_nothing_and_shows_what_was_not_saved() {
    let stage = Stage::new();
    let (mut session, _) = stage.edit();
    add(&mut session, "First.").expect("kept");
    session.save_now(&stage.project()).expect("saved");
    add(&mut session, "Second.").expect("kept");
    // While another one works on it, the file counts.
    let mut look = stage.session();
    let (_, notes) = look.open_project_for(&stage.project(), Purpose::Look).expect("opens");
    assert_eq!((texts(&look), notes.len()), (vec!["First."], 1));
    drop(session);
    stage.storage.fail_at(1, Fault::Error(faulty::EROFS), true);
    let mut look = stage.session();
    let (_, notes) = look.open_project_for(&stage.project(), Purpose::Look).expect("opens");
    assert_eq!(notes, ["1 step that had not been saved was brought back"]);
    assert_eq!(texts(&look), ["First.", "Second."]);
}

/// The thread that writes knew the labels that there were when it began, and no later ones.
#[test]
fn marks_with_a_label_that_came_in_meanwhile_come_back() {
    let stage = Stage::new();
    let (mut session, _) = stage.edit();
    let id = add(&mut session, "The Aurora left Oslo.").expect("kept");
    let text = Text::new("The Fram left Bergen.").expect("short");
    let marks = vec![ReadMark::new(text.span(4, 8).expect("fits"), "Ship")];
    let article = Annotated { marks, ..Annotated::new(text) };
    let incoming = Incoming { from: "brat".into(), articles: vec![article], ..Incoming::default() };
    session.dispatch(Command::TakeIn(Box::new(incoming))).expect("comes in");
    let project = session.project();
    let span = project.document(id).expect("there").text.span(4, 10).expect("fits");
    let label = project.schema().named("Ship").expect("came in");
    let pick = Pick { document: id, span, label, entity_name: None, provenance: Provenance::ByHand };
    session.dispatch(Command::Mark(vec![pick])).expect("marked");
    session.make_safe(LastStep::Done).expect("kept");
    let before = session.project().clone();
    drop(session);
    let (session, _) = stage.edit();
    assert!(*session.project() == before);
}

/// Labels that were taken away and came back by undo, or that could not be kept, were written as `?` from then on.
#[test]
fn marks_made_after_a_change_of_labels_was_taken_back_come_back() {
    let stage = Stage::new();
    let (mut session, _) = stage.edit();
    let document = add(&mut session, "Oslo and Bergen and Narvik.").expect("safe");
    tag(&mut session, document, "Oslo").expect("safe");
    let place = session.project().schema().named("Place").expect("there");
    session.dispatch(Command::DeleteLabels(vec![place])).expect("can be");
    session.make_safe(LastStep::Done).expect("safe");
    session.undo().expect("can be undone");
    session.make_safe(LastStep::Undone).expect("safe");
    tag(&mut session, document, "Bergen").expect("safe");
    let mut to = session.project().schema().get(place).expect("there").clone();
    to.name = "Site".to_owned();
    session.dispatch(Command::SetLabel { label: place, to: Box::new(to) }).expect("can be");
    session.make_safe(LastStep::Done).expect("safe");
    let before = session.project().clone();
    drop(session);
    let (mut session, _) = stage.edit();
    assert!(*session.project() == before);
    for _ in 0..4 {
        session.undo().expect("can be undone").expect("there is a step");
    }
    assert_eq!((session.project().mention_count(), session.project().document_count()), (0, 0));
}
