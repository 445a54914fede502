//! What a journal promises: everything done comes back from any file that was saved on the way, and no damage is taken
//! for work.

use super::{Entry, Lines, line};
use crate::{
    model::{
        Annotated, Command, Facts, History, IdSource, Incoming, Origins, Pick, Project, Provenance, ReadMark,
        Schema, notation::Desk, random, verify,
    },
    project_file::{Digest, read, to_bytes},
    text::Text,
};
use proptest::prelude::*;
use std::fmt::Write;

fn empty() -> Project {
    Project::new(Schema::news_analyst(), IdSource::new(3))
}

/// Work that is written down as it is done.
struct Work {
    project: Project,
    history: History,
    journal: String,
    next: u64,
    /// What was saved on the way.
    files: Vec<(Digest, Vec<u8>)>,
}

impl Work {
    fn begin(project: Project, base: Option<Digest>) -> Self {
        let history = History::default();
        let mut work = Self { project, history, journal: String::new(), next: 0, files: Vec::new() };
        work.write(&Entry::Begin { project: "story.ron", base, start: None });
        work
    }

    fn write(&mut self, entry: &Entry) {
        line(&mut self.journal, self.next, entry, self.project.schema());
        self.next += 1;
    }

    fn carry_out(&mut self, command: Command) {
        if let Ok(step) = self.history.dispatch(&mut self.project, command)
            && !step.changes.is_empty()
        {
            self.write(&Entry::Do(&step));
        }
    }

    fn undo(&mut self) {
        if self.history.undo(&mut self.project).expect("can be undone").is_some() {
            self.write(&Entry::Undo);
        }
    }

    fn redo(&mut self) {
        if self.history.redo(&mut self.project).expect("can be done again").is_some() {
            self.write(&Entry::Redo);
        }
    }

    fn save(&mut self) {
        let bytes = to_bytes(&self.project);
        let file = Digest::of(&bytes);
        self.write(&Entry::Save { after: self.next - 1, file });
        self.files.push((file, bytes));
    }

    /// Work as drawn: mostly commands, sometimes undo, redo and save.
    fn drawn(draws: &[random::Draw]) -> Self {
        let mut work = Self::begin(empty(), None);
        for draw in [[0, 0, 0, 0, 0], [0, 1, 0, 0, 0]].iter().chain(draws) {
            match draw[4] % 9 {
                0 | 1 => work.undo(),
                2 => work.redo(),
                3 => work.save(),
                _ => {
                    let command = random::command(&work.project, *draw);
                    work.carry_out(command);
                }
            }
        }
        work
    }

    fn names(history: &History) -> (Option<&str>, Option<&str>) {
        (history.undo_name(), history.redo_name())
    }

    /// Replays from every file and from the start.
    fn check(&self) {
        let lines = Lines::read(self.journal.as_bytes());
        assert_eq!((lines.damage, lines.is_torn), (None, false));
        assert_eq!(lines.whole_bytes, self.journal.len());
        let files = self
            .files
            .iter()
            .map(|(digest, bytes)| (Some(*digest), read(bytes, IdSource::new(5)).expect("reads").project));
        for (file, project) in files.chain([(None, empty())]) {
            assert!(lines.knows(file));
            let replayed = lines.replay(project, file);
            assert_eq!(replayed.problem, None);
            assert!(replayed.project == self.project, "from {file:?}");
            assert_eq!(Self::names(&replayed.history), Self::names(&self.history));
            assert_eq!(replayed.steps, lines.steps_since(file));
            assert_eq!(verify(&replayed.project), []);
            self.check_way_back(replayed.project, replayed.history);
        }
    }

    /// Undo all and redo all lead where they led before.
    fn check_way_back(&self, mut project: Project, mut history: History) {
        let (mut own_project, mut own_history) = (self.project.clone(), self.history.clone());
        while own_history.redo(&mut own_project).expect("can be done again").is_some() {
            assert!(history.redo(&mut project).expect("can be done again").is_some());
            assert!(project == own_project);
        }
        assert_eq!(history.redo(&mut project), Ok(None));
        while history.undo(&mut project).expect("can be undone").is_some() {}
        assert!(project == empty(), "undo reaches back to the start, behind every save");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn everything_comes_back_from_every_file(draws in random::draws(50)) {
        Work::drawn(&draws).check();
    }

    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let lines = Lines::read(&bytes);
        prop_assert!(lines.begun().is_none());
        prop_assert_eq!(lines.replay(empty(), None).steps, 0);
    }

    #[test]
    fn random_changes_never_panic(place in any::<prop::sample::Index>(), new in any::<u8>()) {
        let mut bytes = small().journal.into_bytes();
        let place = place.index(bytes.len());
        bytes[place] = new;
        let lines = Lines::read(&bytes);
        lines.replay(empty(), None);
    }
}

/// A few steps, an undo and a save.
fn small() -> Work {
    let desk = Desk::with(&["Kim met Moon in Seoul."]);
    let mut work = Work::begin(empty(), None);
    let document = desk.project.documents().next().expect("there is one").clone();
    work.carry_out(Command::AddDocuments(vec![crate::model::notation::article(document.text.as_str())]));
    let id = work.project.documents().next().expect("was added").id;
    let label = work.project.schema().named("Person").expect("there");
    for words in ["Kim", "Moon", "Seoul"] {
        let span = document.text.occurrences(words).next().expect("stands there");
        let pick = Pick { document: id, span, label, entity_name: None, provenance: Provenance::ByHand };
        work.carry_out(Command::Mark(vec![pick]));
    }
    work.save();
    work.undo();
    work
}

#[test]
fn a_journal_reads_as_it_is_meant() {
    let mut desk = Desk::with(&["[Kim](Person) met."]);
    let mut journal = String::new();
    let step = desk.carry_out(Command::Delete(desk.mentions("Kim")));
    line(&mut journal, 7, &Entry::Do(&step), desk.project.schema());
    let ids: Vec<String> = step.changes.iter().map(|change| format!("{change:?}")).collect();
    assert_eq!(ids.len(), 2, "the mention and its entity");
    assert!(
        journal
            .get(8..)
            .is_some_and(|rest| rest.starts_with(" 7 Do(name: \"Delete “Kim”\", changes: [Mention(id: \"m"))
    );
    assert_eq!(journal.matches('\n').count(), 1);
}

/// A cut is noticed wherever it lies within a line. A journal cut between two lines is a shorter journal: whatever was
/// confirmed before is in it.
#[test]
fn every_cut_leaves_the_steps_before_it() {
    let work = small();
    let bytes = work.journal.as_bytes();
    let whole = Lines::read(bytes);
    for length in 0..bytes.len() {
        let lines = Lines::read(&bytes[..length]);
        let line_ends = memchr::memchr_iter(b'\n', &bytes[..length]).count();
        let is_between = length == 0 || bytes[length - 1] == b'\n';
        // A line of which only the end is missing is whole.
        let is_whole = bytes[length] == b'\n';
        assert_eq!(lines.is_torn, !is_between && !is_whole, "cut to {length}");
        assert_eq!(lines.damage.is_some(), is_whole, "cut to {length}");
        assert_eq!(lines.next_number(), line_ends as u64);
        assert!(lines.next_number() <= whole.next_number());
        lines.replay(empty(), None);
    }
}

#[test]
fn every_flipped_bit_is_noticed() {
    let work = small();
    let mut bytes = work.journal.into_bytes();
    for index in 0..bytes.len() {
        for bit in 0..8 {
            bytes[index] ^= 1 << bit;
            let lines = Lines::read(&bytes);
            assert!(lines.damage.is_some() || lines.is_torn, "bit {bit} of byte {index}");
            bytes[index] ^= 1 << bit;
        }
    }
    assert_eq!(Lines::read(&bytes).damage, None);
}

#[test]
fn what_fits_after_a_damaged_line_is_saved() {
    let work = small();
    let mut lines: Vec<String> = work.journal.lines().map(str::to_owned).collect();
    lines.truncate(5);
    // The mark on “Kim” is damaged; those after it do not need it.
    lines[2] = lines[2].replace("start: 0", "start: 1");
    let journal = lines.join("\n") + "\n";
    let damaged = Lines::read(journal.as_bytes());
    assert_eq!(damaged.damage.map(|damage| damage.line), Some(3));
    let replayed = damaged.replay(empty(), None);
    assert_eq!(replayed.project.mention_count(), 2);
    assert_eq!(replayed.problem.as_deref(), Some("line 3 of the journal is damaged"));
    // Without the article nothing fits.
    lines[1] = lines[1].replace("Kim met", "Kim hit");
    let journal = lines.join("\n") + "\n";
    let replayed = Lines::read(journal.as_bytes()).replay(empty(), None);
    assert_eq!(replayed.project.document_count(), 0);
    let problem = "line 2 of the journal is damaged, and 2 after it could not be done again";
    assert_eq!(replayed.problem.as_deref(), Some(problem));
}

#[test]
fn what_was_given_up_does_not_come_back() {
    let mut work = small();
    work.redo();
    let (file, bytes) = work.files[0].clone();
    work.carry_out(Command::RemoveDocuments(work.project.document_ids().collect()));
    work.write(&Entry::Back { file });
    let lines = Lines::read(work.journal.as_bytes());
    assert_eq!(lines.steps_since(Some(file)), 0);
    let saved = read(&bytes, IdSource::new(1)).expect("reads").project;
    let replayed = lines.replay(saved.clone(), Some(file));
    assert!(replayed.project == saved && replayed.steps == 0);
    assert_eq!(replayed.history.undo_name(), Some("Tag “Seoul” as Person"));
}

#[test]
fn a_newer_journal_is_not_read() {
    let journal = small().journal.replacen("version: 1", "version: 2", 1);
    let mut again = String::new();
    for (number, old) in journal.lines().enumerate() {
        let record = old.splitn(3, ' ').nth(2).expect("is a line");
        super::frame::frame(&mut again, number as u64, record);
    }
    let lines = Lines::read(again.as_bytes());
    assert!(lines.begun().is_none() && lines.damage.is_some());
}

/// Short here; 10,000 with `DATELINE_LONG=1`.
#[test]
fn after_thousands_of_random_commands_the_same_bytes_come_back() {
    let count = if std::env::var_os("DATELINE_LONG").is_some() { 10_000 } else { 600 };
    let mut seed = 11_u64;
    let mut draw = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 40) as u16
    };
    let mut work = Work::begin(empty(), None);
    for number in 0..count {
        // Articles go only now and then, so that there is something to work on.
        let kind = if number % 97 == 0 { 0 } else { 2 + draw() % (random::KINDS - 2) };
        let command = random::command(&work.project, [kind, draw(), draw(), draw(), draw()]);
        work.carry_out(command);
    }
    let end = to_bytes(&work.project);
    let replayed = Lines::read(work.journal.as_bytes()).replay(empty(), None);
    assert_eq!(replayed.problem, None);
    let (mut project, mut history) = (replayed.project, replayed.history);
    assert!(to_bytes(&project) == end);
    let mut steps = 0;
    while history.undo(&mut project).expect("can be undone").is_some() {
        steps += 1;
    }
    assert!(to_bytes(&project) == to_bytes(&empty()) && steps > count / 4, "{steps} steps");
    while history.redo(&mut project).expect("can be done again").is_some() {}
    assert!(to_bytes(&project) == end);
    let mut words = String::new();
    let _ = write!(words, "{steps} steps in {} bytes", work.journal.len());
    println!("{words}");
}

fn annotated(words: &str, label: &str) -> Command {
    let text = Text::new(words).expect("short");
    let span = text.span(4, 10).expect("fits");
    let facts = Facts {
        byline: "By A. \"B\"".to_owned(),
        site: "Courier".to_owned(),
        url: "https://a.example/1".to_owned(),
        published_at: "2024-11-10T21:05:00+01:00".to_owned(),
        origins: Origins { byline: "JSON-LD".to_owned(), ..Origins::default() },
        ..Facts::default()
    };
    let marks = vec![ReadMark::new(span, label)];
    let article = Annotated { facts, marks, ..Annotated::new(text) };
    Command::TakeIn(Box::new(Incoming {
        from: "brat".into(),
        articles: vec![article],
        ..Incoming::default()
    }))
}

/// Labels and facts that came into the program after the journal did.
#[test]
fn labels_that_came_in_with_annotations_come_back() {
    let mut work = Work::begin(empty(), None);
    work.carry_out(annotated("The Aurora left Oslo.", "Ship"));
    assert!(work.project.schema().named("Ship").is_some());
    work.save();
    work.undo();
    work.redo();
    work.carry_out(annotated("The Harbor of Oslo.", "Port"));
    let mention = work.project.mentions().next().expect("one").id;
    work.carry_out(Command::SetNote { mention, note: "a ship".to_owned() });
    work.undo();
    work.check();
}

/// A label that goes from the middle of the list leaves the others what they are, in the file and in the journal.
#[test]
fn work_on_the_labels_comes_back() {
    let mut work = Work::begin(empty(), None);
    work.carry_out(annotated("The Aurora left Oslo.", "Ship"));
    let label = |work: &Work, name: &str| work.project.schema().named(name).expect("there");
    let labels = vec![label(&work, "Person"), label(&work, "Event")];
    work.carry_out(Command::DeleteLabels(labels));
    work.save();
    let new = work.project.schema().new_label("Port");
    work.carry_out(Command::AddLabel(Box::new(new)));
    work.carry_out(Command::MergeLabels { labels: vec![label(&work, "Ship")], into: label(&work, "Port") });
    work.save();
    work.carry_out(Command::UseSchema(Box::new(Schema::ontonotes_18())));
    work.carry_out(Command::MoveLabel { label: label(&work, "Port"), place: 0 });
    work.undo();
    work.undo();
    work.undo();
    work.redo();
    work.save();
    work.check();
}
