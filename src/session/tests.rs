//! The session from outside: what comes back from the background, what is kept when something fails.

use super::*;
use crate::{
    model::{Facts, KnownName, LabelId, NewDocument, Pick, Provenance, Reach},
    suggest::{Cancel, Care, Source, Suggestion, SuggestionKey},
    text::{Span, Text},
};
use std::{
    fs,
    sync::{
        Mutex,
        mpsc::{Receiver, channel},
    },
    time::{Duration, Instant},
};

/// A session with a wake that can be waited for, and a folder.
struct Stage {
    session: Session,
    woken: Receiver<()>,
    folder: tempfile::TempDir,
}

impl Stage {
    fn new() -> Self {
        let (sender, woken) = channel();
        let sender = Mutex::new(sender);
        let wake: Wake = Arc::new(move || {
            let _ = sender.lock().expect("no test panics in it").send(());
        });
        Self { session: Session::new(wake), woken, folder: tempfile::tempdir().expect("a folder") }
    }

    fn with(articles: &[&str]) -> Self {
        let mut stage = Self::new();
        stage.add(articles);
        stage
    }

    fn add(&mut self, articles: &[&str]) -> Vec<DocumentId> {
        self.session.add_articles(articles.iter().map(|words| article(words)).collect()).expect("added")
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self, name: &str, words: &str) -> PathBuf {
        let path = self.path(name);
        crate::project_file::write_atomically(&path, words.as_bytes()).expect("written");
        path
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).expect("is there");
        let name = |entry: fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
        let mut names: Vec<String> = entries.map(|entry| name(entry.expect("is there"))).collect();
        names.sort();
        names
    }

    /// The next notice that is not about suggestions.
    fn notice(&mut self) -> Notice {
        let mut found = Vec::new();
        self.poll_until(|_, notices| {
            found = notices.iter().filter(|notice| **notice != Notice::Suggested).cloned().collect();
            !found.is_empty()
        });
        found.swap_remove(0)
    }

    /// Polls until something holds of the session and the notices so far.
    fn poll_until(&mut self, mut holds: impl FnMut(&Session, &[Notice]) -> bool) {
        let end = Instant::now() + Duration::from_secs(30);
        let mut notices = self.session.poll();
        while !holds(&self.session, &notices) {
            assert!(Instant::now() < end, "it does not come; so far {notices:?}");
            let _ = self.woken.recv_timeout(Duration::from_millis(200));
            notices.extend(self.session.poll());
        }
    }

    /// Polls until all suggestions are there.
    fn settle(&mut self) {
        let documents = self.documents();
        self.poll_until(|session, _| !documents.iter().any(|id| session.is_suggesting(*id)));
    }

    fn documents(&self) -> Vec<DocumentId> {
        self.session.project().document_ids().collect()
    }

    fn texts(&self) -> Vec<String> {
        self.session.project().documents().map(|document| document.text.as_str().to_owned()).collect()
    }

    fn text(&self, document: DocumentId) -> Text {
        self.session.project().document(document).expect("is there").text.clone()
    }

    fn label(&self, name: &str) -> LabelId {
        self.session.project().schema().named(name).expect("is in the schema")
    }

    /// The first place of some words in an article.
    fn place(&self, document: DocumentId, words: &str) -> Span {
        self.text(document).occurrences(words).next().expect("stands there")
    }

    fn tag(&mut self, document: DocumentId, words: &str, label: &str) {
        let (span, label) = (self.place(document, words), self.label(label));
        let pick = Pick { document, span, label, entity_name: None, provenance: Provenance::ByHand };
        self.session.dispatch(Command::Mark(vec![pick])).expect("can be carried out");
    }

    fn undo(&mut self) {
        assert!(self.session.undo().expect("can be undone").is_some());
    }

    /// The open suggestions as words.
    fn open(&mut self, document: DocumentId) -> Vec<String> {
        self.settle();
        let (open, text) = (self.session.open_suggestions(document), self.text(document));
        open.iter().map(|suggestion| text.slice(suggestion.span).to_owned()).collect()
    }

    fn key(&mut self, document: DocumentId, words: &str) -> SuggestionKey {
        self.settle();
        let (open, text) = (self.session.open_suggestions(document), self.text(document));
        let found = open.iter().find(|suggestion| text.slice(suggestion.span) == words).expect("is open");
        SuggestionKey { document, span: found.span, label: found.label }
    }

    /// Who suggests the first mark on these words.
    fn source(&mut self, document: DocumentId, words: &str) -> &'static str {
        let key = self.key(document, words);
        self.session.suggestion(key).expect("is open").source.name()
    }

    #[track_caller]
    fn expect_saved(&mut self, path: &Path) {
        assert_eq!(self.notice(), Notice::Saved { path: path.to_owned(), new_form: None });
    }
}

fn article(words: &str) -> NewDocument {
    let facts = Facts::default();
    let text = Text::new(words).expect("short");
    NewDocument { facts, source: String::new(), encoding: "UTF-8".to_owned(), text }
}

/// What the file at `path` holds, read by another session.
#[track_caller]
fn on_disk(path: &Path) -> Session {
    let mut session = Session::without_window();
    assert_eq!(session.open_project_now(path), Ok(Vec::new()));
    session
}

#[test]
fn articles_come_in_as_one_step_and_a_bad_file_is_named() {
    let mut stage = Stage::new();
    let [a, bad, b] = [("a.txt", "Talks in Vienna."), ("bad.txt", ""), ("b.md", "# Minsk\n\nTalks.")]
        .map(|(name, words)| stage.file(name, words));
    stage.session.import(vec![a, bad.clone(), b]);
    assert_eq!(stage.session.progress().map(|progress| progress.total), Some(3));
    let Notice::ArticlesAdded { documents, warnings, failures, .. } = stage.notice() else {
        panic!("no articles");
    };
    assert_eq!((documents, warnings), (stage.documents(), Vec::new()));
    assert_eq!(stage.texts(), ["Talks in Vienna.", "# Minsk\n\nTalks."]);
    assert_eq!(failures.iter().map(|failure| &failure.path).collect::<Vec<_>>(), [&bad]);
    assert!(failures[0].to_string().contains("bad.txt: the file is empty. Check"), "{}", failures[0]);
    assert_eq!(stage.session.progress(), None);
    assert!(stage.session.has_unsaved_changes());
    stage.undo();
    assert_eq!(stage.documents(), []);
    assert!(!stage.session.has_unsaved_changes());
}

#[test]
fn a_cancelled_import_brings_nothing_and_does_not_stop_the_next() {
    let mut stage = Stage::new();
    let paths = (0..200).map(|number| stage.file(&format!("{number}.txt"), "Talks in Vienna.")).collect();
    let after = stage.file("after.txt", "Talks in Minsk.");
    stage.session.import(paths);
    stage.session.cancel();
    assert_eq!(stage.session.progress(), None);
    stage.session.import(vec![after]);
    assert!(matches!(stage.notice(), Notice::ArticlesAdded { documents, .. } if documents.len() == 1));
    assert_eq!(stage.texts(), ["Talks in Minsk."]);
}

#[test]
fn a_project_takes_the_place_of_the_old_one() {
    let mut stage = Stage::with(&["Talks in Vienna."]);
    let path = stage.path("old.ron");
    stage.session.save_now(&path).expect("saved");
    stage.session.new_project();
    assert_eq!((stage.documents(), stage.session.path()), (Vec::new(), None));
    stage.session.open_project(path.clone());
    assert_eq!(
        stage.notice(),
        Notice::ProjectOpened { path: path.clone(), warnings: Vec::new(), notes: Vec::new() }
    );
    assert_eq!(stage.texts(), ["Talks in Vienna."]);
    assert_eq!(stage.session.path(), Some(path.as_path()));
    assert_eq!((stage.session.undo_name(), stage.session.has_unsaved_changes()), (None, false));
    let document = stage.documents()[0];
    assert_eq!(stage.open(document), ["Vienna"]);
}

#[test]
fn what_cannot_be_opened_leaves_everything_as_it_was() {
    let mut stage = Stage::with(&["Talks in Vienna."]);
    let before = stage.session.project().clone();
    let broken = stage.file("broken.ron", "(format: 1, sch");
    let newer = stage.file("newer.ron", "(format: 7, schema: [])\n");
    let none = stage.path("none.ron");
    for (path, why) in [(broken, "cut off"), (newer, "newer Dateline"), (none, "no such file")] {
        stage.session.open_project(path.clone());
        let Notice::OpenFailed(failure) = stage.notice() else { panic!("opened {}", path.display()) };
        assert_eq!(failure.path, path);
        assert!(failure.why.contains(why), "{failure}");
        assert!(*stage.session.project() == before && stage.session.path().is_none());
        assert!(stage.session.has_unsaved_changes() && stage.session.undo_name().is_some());
    }
}

#[test]
fn articles_asked_for_after_a_project_come_into_that_project() {
    let mut stage = Stage::with(&["Talks in Vienna."]);
    let path = stage.path("old.ron");
    stage.session.save_now(&path).expect("saved");
    stage.session.new_project();
    let article = stage.file("a.txt", "Talks in Minsk.");
    stage.session.open_project(path.clone());
    stage.session.import(vec![article]);
    stage.poll_until(|session, _| session.project().document_count() == 2);
    assert_eq!(stage.texts(), ["Talks in Vienna.", "Talks in Minsk."]);
    assert_eq!(stage.session.path(), Some(path.as_path()));
}

#[test]
fn what_is_changed_while_a_project_is_read_is_not_given_up() {
    let mut stage = Stage::with(&["Talks in Vienna."]);
    let path = stage.path("old.ron");
    stage.session.save_now(&path).expect("saved");
    stage.session.open_project(path.clone());
    stage.add(&["Talks in Minsk."]);
    assert!(matches!(stage.notice(), Notice::OpenFailed(failure) if failure.why.contains("was changed")));
    assert_eq!(stage.texts().len(), 2);
    // What the analyst chose to give up is given up.
    stage.session.open_project(path.clone());
    assert_eq!(stage.notice(), Notice::ProjectOpened { path, warnings: Vec::new(), notes: Vec::new() });
    assert_eq!(stage.texts().len(), 1);
}

#[test]
fn what_is_changed_after_a_save_was_asked_for_is_still_unsaved() {
    let mut stage = Stage::with(&["Talks in Vienna."]);
    let (path, document) = (stage.path("p.ron"), stage.documents()[0]);
    stage.session.save_to(path.clone());
    assert!(stage.session.is_saving());
    stage.tag(document, "Vienna", "Place");
    stage.expect_saved(&path);
    assert!(!stage.session.is_saving() && stage.session.has_unsaved_changes());
    assert_eq!(on_disk(&path).project().mention_count(), 0);
    stage.undo();
    assert!(!stage.session.has_unsaved_changes(), "this is what is on disk");
    stage.session.redo().expect("can be done again");
    assert!(stage.session.has_unsaved_changes());
}

#[test]
fn of_several_saves_the_newest_is_on_disk_at_the_end() {
    let mut stage = Stage::new();
    let (path, other) = (stage.path("p.ron"), stage.path("other.ron"));
    for (number, path) in [&path, &path, &other, &path, &path].into_iter().enumerate() {
        stage.add(&[&format!("Article {number}.")]);
        stage.session.save_to(path.clone());
    }
    stage.poll_until(|session, _| !session.is_saving());
    assert!(!stage.session.has_unsaved_changes());
    assert!(on_disk(&path).project() == stage.session.project());
    assert_eq!(on_disk(&other).project().document_count(), 3);
    assert_eq!(stage.names(), ["other.ron", "p.ron"]);
}

#[test]
fn a_save_of_the_old_project_says_nothing_about_the_new_one() {
    let mut stage = Stage::with(&["Talks in Vienna."]);
    let path = stage.path("old.ron");
    stage.session.save_to(path.clone());
    stage.session.new_project();
    stage.add(&["Talks in Minsk."]);
    stage.expect_saved(&path);
    assert_eq!(stage.session.path(), None, "saving now must not replace the old project");
    assert!(stage.session.has_unsaved_changes());
}

#[test]
fn a_damaged_file_is_kept_aside_once_before_it_is_replaced() {
    let mut stage = Stage::with(&["Talks in Vienna."]);
    let path = stage.path("p.ron");
    stage.session.save_now(&path).expect("saved");
    let damaged = fs::read_to_string(&path).expect("is there").replace("Talks in", "Tolks in");
    stage.file("p.ron", &damaged);
    stage.session.open_project(path.clone());
    let Notice::ProjectOpened { warnings, .. } = stage.notice() else { panic!("is readable") };
    assert!(warnings[0].contains("checksum"), "{warnings:?}");
    stage.add(&["One."]);
    stage.session.save_to(stage.path("./p.ron"));
    stage.add(&["Two."]);
    stage.session.save_to(stage.path("./p.ron"));
    stage.poll_until(|session, _| !session.is_saving());
    stage.session.save_now(&path).expect("saved");
    assert_eq!(stage.names(), ["p.damaged-1.ron", "p.ron"]);
    assert_eq!(fs::read_to_string(stage.path("p.damaged-1.ron")).expect("is there"), damaged);
    assert_eq!(on_disk(&path).project().document_count(), 3);
}

#[test]
fn a_save_that_fails_loses_nothing_and_can_be_tried_again() {
    let mut stage = Stage::with(&["Talks in Vienna."]);
    let path = stage.path("not-there/p.ron");
    stage.session.save_to(path.clone());
    let Notice::SaveFailed(failure) = stage.notice() else { panic!("saved nowhere") };
    assert_eq!((failure.path.as_path(), stage.session.path()), (path.as_path(), None));
    assert!(stage.session.has_unsaved_changes());
    assert_eq!(stage.texts(), ["Talks in Vienna."]);
    fs::create_dir(stage.path("not-there")).expect("made");
    stage.session.save_to(path.clone());
    stage.expect_saved(&path);
    assert!(!stage.session.has_unsaved_changes());
    assert!(on_disk(&path).project() == stage.session.project());
}

#[test]
fn the_files_of_articles_and_the_project_are_never_written_over() {
    let mut stage = Stage::new();
    let source = stage.file("a.txt", "Talks in Vienna.");
    let read = read_articles(&source, &ReadAs::default(), &Cancel::default());
    let article = read.expect("reads").articles.remove(0);
    stage.session.add_articles(vec![article]).expect("added");
    let refused = stage.session.save_now(&source).expect_err("is refused");
    assert!(refused.why.contains("the article “a.txt” came from"), "{refused}");
    stage.session.save_to(source.clone());
    assert!(matches!(stage.notice(), Notice::SaveFailed(_)));
    let project = stage.path("p.ron");
    stage.session.save_now(&project).expect("saved");
    let before = fs::read(&project).expect("is there");
    for path in [&source, &project, &stage.path("./p.ron")] {
        assert!(stage.session.export_to("jsonl", path).is_err(), "{}", path.display());
    }
    assert_eq!(fs::read(&project).expect("is there"), before);
    assert_eq!(fs::read(&source).expect("is there"), b"Talks in Vienna.");
    assert!(stage.session.export_to("jsonl", &stage.path("out.jsonl")).is_ok());
}

#[test]
fn the_list_of_open_suggestions_follows_the_work() {
    let mut stage = Stage::with(&["Talks in Vienna and Minsk.", "Vienna waits for Minsk."]);
    let [one, two] = stage.documents()[..] else { panic!("two articles") };
    assert_eq!(stage.open(one), ["Vienna", "Minsk"]);
    assert_eq!(stage.open(two), ["Vienna", "Minsk"]);

    stage.tag(one, "Vienna", "Place");
    assert_eq!(stage.open(one), ["Minsk"]);
    assert_eq!(stage.source(two, "Vienna"), "memory");
    stage.undo();
    assert_eq!(stage.open(one), ["Vienna", "Minsk"]);
    assert_eq!(stage.source(two, "Vienna"), "gazetteer");

    let key = stage.key(one, "Minsk");
    stage.session.reject(&[key], RejectReach::Here).expect("can be carried out");
    assert_eq!(stage.open(one), ["Vienna"]);
    assert_eq!(stage.open(two), ["Vienna", "Minsk"]);
    stage.undo();
    stage.session.reject(&[key], RejectReach::Project).expect("can be carried out");
    assert_eq!(stage.open(one), ["Vienna"]);
    assert_eq!(stage.open(two), ["Vienna"]);
    stage.undo();
    assert_eq!(stage.open(two), ["Vienna", "Minsk"]);

    let transaction = stage.session.accept_entity(key).expect("can be carried out");
    assert_eq!(transaction.created_mentions().count(), 2);
    assert_eq!(stage.open(one), ["Vienna"]);
    assert_eq!(stage.open(two), ["Vienna"]);
    assert!(stage.session.accept_entity(key).expect("is no longer open").changes.is_empty());
}

#[test]
fn an_article_that_goes_takes_with_it_what_was_learned_there() {
    let mut stage = Stage::with(&["The Zorblax spoke.", "He saw Zorblax again."]);
    let [one, two] = stage.documents()[..] else { panic!("two articles") };
    stage.tag(one, "The Zorblax", "Organization");
    assert_eq!(stage.source(two, "Zorblax"), "memory", "known without its article");
    stage.session.dispatch(Command::RemoveDocuments(vec![one])).expect("can be carried out");
    stage.settle();
    let open = stage.session.open_suggestions(two);
    assert!(open.iter().all(|suggestion| suggestion.source != Source::Memory), "{open:?}");
    assert_eq!(stage.session.open_suggestions(one).len(), 0);
    stage.undo();
    assert_eq!(stage.source(two, "Zorblax"), "memory");
    assert!(!stage.open(one).contains(&"The Zorblax".to_owned()));
}

/// Of an article at which nobody looks only the open suggestions are kept.
#[test]
fn what_was_decided_is_suggested_again_when_it_is_taken_back() {
    let mut stage = Stage::with(&["Nothing here.", "In 2019 he saw Minsk."]);
    let [_, two] = stage.documents()[..] else { panic!("two articles") };
    for words in ["2019", "Minsk"] {
        let before = stage.open(two);
        let key = stage.key(two, words);
        stage.session.accept(&[key], None).expect("can be carried out");
        // All of it is made anew, now that it is decided.
        let (project, memory) = (Arc::clone(&stage.session.project), Arc::clone(&stage.session.memory));
        stage.session.suggesting.start_over(&project, &memory);
        assert!(!stage.open(two).contains(&words.to_owned()));
        stage.undo();
        assert_eq!(stage.open(two), before);
        stage.session.reject(&[key], RejectReach::Project).expect("can be carried out");
        let (project, memory) = (Arc::clone(&stage.session.project), Arc::clone(&stage.session.memory));
        stage.session.suggesting.start_over(&project, &memory);
        assert!(!stage.open(two).contains(&words.to_owned()));
        stage.undo();
        assert_eq!(stage.open(two), before);
    }
}

#[test]
fn an_answer_to_an_older_question_is_dropped() {
    let mut stage = Stage::with(&[&"Talks in Vienna and Minsk. ".repeat(1_000), "Vienna."]);
    let long = stage.documents()[0];
    // Each of these asks anew while the answer to the one before is being made.
    for _ in 0..10 {
        stage.session.poll();
        stage.tag(long, "Vienna", "Place");
        stage.undo();
    }
    stage.tag(long, "Minsk", "Event");
    stage.settle();
    let (open, text) = (stage.session.open_suggestions(long), stage.text(long));
    let minsk: Vec<_> = open.iter().filter(|suggestion| text.slice(suggestion.span) == "Minsk").collect();
    assert_eq!(minsk.len(), 999);
    let event = stage.label("Event");
    assert!(minsk.iter().all(|suggestion| suggestion.label == event && suggestion.source == Source::Memory));
}

#[test]
fn without_a_window_the_same_suggestions_are_made_when_asked_for() {
    let articles = ["Talks in Vienna and Minsk.", "Vienna waits."];
    let mut stage = Stage::with(&articles);
    let mut quiet = Session::without_window();
    quiet.set_care(Care::Fast);
    stage.session.set_care(Care::Fast);
    let ids = quiet.add_articles(articles.iter().map(|words| article(words)).collect()).expect("added");
    assert!(quiet.open_suggestions(ids[0]).is_empty() && quiet.is_suggesting(ids[0]));
    stage.settle();
    for (quiet_id, id) in ids.iter().zip(stage.documents()) {
        assert_eq!(quiet.open_suggestions_now(*quiet_id), stage.session.open_suggestions(id));
    }
    let (span, label) = (stage.place(stage.documents()[0], "Vienna"), stage.label("Event"));
    let command = Command::TagAll { document: ids[0], span, label, reach: Reach::Article };
    quiet.dispatch(command).expect("can be carried out");
    let again = quiet.open_suggestions_now(ids[1]);
    assert_eq!((again[0].label, again[0].source), (label, Source::Memory));
}

#[test]
fn ten_thousand_suggestions_are_accepted_as_one_step() {
    let mut session = Session::without_window();
    let text = "Talks in Vienna went on. ".repeat(10_000);
    let ids = session.add_articles(vec![article(&text), article("Vienna.")]).expect("added");
    let open = session.open_suggestions_now(ids[0]);
    assert!(open.len() >= 10_000, "{}", open.len());
    let key = |found: &Suggestion| SuggestionKey { document: ids[0], span: found.span, label: found.label };
    let mut keys: Vec<SuggestionKey> = open.iter().map(key).collect();
    // Not open: it is of another article.
    keys.push(SuggestionKey { document: ids[1], ..keys[0] });
    let transaction = session.accept(&keys, None).expect("can be carried out");
    assert_eq!(transaction.created_mentions().count(), open.len());
    assert_eq!(session.open_suggestions_now(ids[0]).len(), 0);
    session.undo().expect("can be undone");
    assert_eq!(session.open_suggestions_now(ids[0]).len(), open.len());
    assert!(session.undo_name().is_some_and(|name| name.starts_with("Add")), "one step");
}

#[test]
fn an_entity_is_accepted_in_every_article() {
    let mut session = Session::without_window();
    let articles = (0..300).map(|number| article(&format!("Talk {number} in Vienna, then in Minsk.")));
    let ids = session.add_articles(articles.collect()).expect("added");
    for id in &ids {
        session.open_suggestions_now(*id);
    }
    let open = session.open_suggestions_now(ids[7]);
    let text = session.project().document(ids[7]).expect("there").text.clone();
    let vienna =
        open.iter().find(|suggestion| suggestion.entity_in(&text) == "Vienna").expect("is suggested");
    let key = SuggestionKey { document: ids[7], span: vienna.span, label: vienna.label };
    let transaction = session.accept_entity(key).expect("can be carried out");
    assert_eq!(transaction.created_mentions().count(), 300);
    assert_eq!(session.project().entities().count(), 1);
}

/// Lists of names are of the whole project: every article is chosen anew, from what was read before.
#[test]
fn a_list_of_names_is_heeded_in_every_article_and_undone() {
    let mut stage = Stage::with(&["The zibbel report came.", "No zibbel report yet."]);
    stage.settle();
    let name = KnownName::new("zibbel report", stage.label("Event"), "").expect("a name");
    stage.session.dispatch(Command::Know(vec![name])).expect("can be carried out");
    stage.settle();
    for id in stage.documents() {
        assert_eq!(stage.source(id, "zibbel report"), "memory");
    }
    stage.undo();
    stage.settle();
    for id in stage.documents() {
        assert!(!stage.open(id).contains(&"zibbel report".to_owned()));
    }
}

#[test]
fn suggestions_follow_the_labels() {
    let mut stage = Stage::with(&["Anna Weber met Mr. Kim in Vienna."]);
    let document = stage.documents()[0];
    stage.settle();
    let labels = |stage: &mut Stage| -> Vec<String> {
        let open = stage.session.open_suggestions(document);
        let schema = stage.session.project().schema();
        open.iter().map(|suggestion| schema.name_of(suggestion.label).to_owned()).collect()
    };
    assert!(labels(&mut stage).contains(&"Place".to_owned()));
    let command = Command::UseSchema(Box::new(Schema::conll_2003()));
    stage.session.dispatch(command).expect("can be");
    stage.settle();
    let found = labels(&mut stage);
    assert!(found.contains(&"LOC".to_owned()) && !found.contains(&"?".to_owned()), "{found:?}");
    let gone = vec![stage.label("LOC")];
    stage.session.show(Shown { labels_off: gone.iter().copied().collect(), ..Shown::default() });
    stage.session.dispatch(Command::DeleteLabels(gone)).expect("can be");
    stage.settle();
    assert!(stage.session.shown().labels_off.is_empty(), "what is gone is not hidden");
    assert!(!labels(&mut stage).contains(&"LOC".to_owned()));
    stage.undo();
    stage.settle();
    assert!(labels(&mut stage).contains(&"LOC".to_owned()));
}

/// Every article was suggested for anew when a colour was changed.
#[test]
fn a_new_colour_asks_for_no_suggestions() {
    let mut stage = Stage::with(&["Anna Weber met Mr. Kim in Vienna."]);
    let document = stage.documents()[0];
    stage.settle();
    let open = stage.session.open_suggestions(document);
    let label = stage.label("Place");
    let mut to = stage.session.project().schema().get(label).expect("there").clone();
    to.colour = crate::model::Colour::hex(0x11_22_33);
    stage.session.dispatch(Command::SetLabel { label, to: Box::new(to) }).expect("can be");
    assert!(!stage.session.is_suggesting(document));
    assert_eq!(stage.session.open_suggestions(document), open);
}

#[test]
fn labels_go_to_a_file_and_come_from_one_or_from_a_project() {
    let stage = Stage::with(&["Vienna."]);
    let path = stage.folder.path().join("labels.ron");
    stage.session.write_labels_now(&path).expect("written");
    let read = Session::read_labels_now(&path).expect("reads");
    assert_eq!(read, Schema::news_analyst());
    let project = stage.folder.path().join("p.ron");
    files::write(&project, &crate::project_file::to_bytes(stage.session.project())).expect("written");
    assert_eq!(Session::read_labels_now(&project).expect("reads"), Schema::news_analyst());
    files::write(&path, b"(format: 1, schema: (name: \"x\"))\n").expect("written");
    let failure = Session::read_labels_now(&path).expect_err("is wrong");
    assert!(
        failure.why.starts_with("line 1, column ") && failure.why.contains("`labels` is missing"),
        "{failure}"
    );
}
