//! What a change, a save and an opened project cost until all is safe on disk.
//!
//! The project is made by another process, so that this one is as fresh as a window that has opened it. Where the other
//! benchmarks had run before, the first changes took 4–34 ms of the processor, which they do not here; the allocator is supposed
//! to have sorted what those had given back.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "a benchmark that cannot go on stops, and says what it measured"
)]

mod common;

use common::{add_article, add_marks, session};
use criterion::Criterion;
use dateline::{
    model::Command,
    session::{LastStep, Notice, Purpose, Session, StateFolder},
    suggest::Care,
};
use std::{
    env,
    path::{Path, PathBuf},
    process,
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

/// Asks this program for the project alone.
const MAKE: &str = "--make-project";

fn main() {
    let mut words = env::args().skip_while(|word| word != MAKE);
    if let Some(path) = words.nth(1) {
        return make_project(PathBuf::from(path));
    }
    // First, while nothing else was done.
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let path = folder.path().join("p.ron");
    let made = process::Command::new(env::current_exe().expect("this one")).arg(MAKE).arg(&path).status();
    assert!(made.expect("starts").success());
    saving(&path, StateFolder::at(&folder.path().join("state")));
    let mut criterion = Criterion::default().configure_from_args();
    opening(&mut criterion, &path);
    keeping(&mut criterion);
    criterion.final_summary();
}

/// 1,000 articles with 60,000 marks.
fn make_project(path: PathBuf) {
    let mut session = session();
    session.set_care(Care::Fast);
    for seed in 0..1_000 {
        let document = add_article(&mut session, 5_000, seed);
        add_marks(&mut session, document, 60);
    }
    session.save_to(path);
    await_notice(&mut session, |notice| matches!(notice, Notice::Saved { .. }));
}

fn await_notice(session: &mut Session, is_it: impl Fn(&Notice) -> bool) {
    while !session.poll().iter().any(&is_it) {
        thread::sleep(Duration::from_millis(1));
    }
}

/// Changes beside saves, in a session that has opened a project as a window does.
fn saving(path: &Path, state: StateFolder) {
    let mut session = Session::new(Arc::new(|| {})).kept_in(state);
    session.set_care(Care::Fast);
    session.open_project(path.to_owned());
    await_notice(&mut session, |notice| matches!(notice, Notice::ProjectOpened { .. }));
    // The suggestions are there: what is measured is not how two things share a machine.
    let ids: Vec<_> = session.project().document_ids().collect();
    while ids.iter().any(|id| session.is_suggesting(*id)) {
        session.poll();
        thread::sleep(Duration::from_millis(5));
    }
    let mention = session.project().mentions().next().expect("there").id;
    let (mut stalls, mut edits, mut totals) = (Vec::new(), Vec::new(), Vec::new());
    for number in 0..50 {
        // Nobody saves faster; what the save before keeps among the earlier states is done by then.
        thread::sleep(Duration::from_millis(300));
        let begun = Instant::now();
        session.save_to(path.to_owned());
        stalls.push(begun.elapsed());
        let edit = Instant::now();
        session.dispatch(Command::SetNote { mention, note: format!("note {number}") }).expect("done");
        edits.push(edit.elapsed());
        await_notice(&mut session, |notice| matches!(notice, Notice::Saved { .. }));
        totals.push(begun.elapsed());
    }
    print_shares("save of 1,000 articles: the caller stands", stalls);
    print_shares("a change while it is saved", edits);
    print_shares("save of 1,000 articles: until it is on disk", totals);
}

fn opening(criterion: &mut Criterion, path: &Path) {
    let mut group = criterion.benchmark_group("1,000 articles with 60,000 mentions");
    group.sample_size(10);
    group.bench_function("open, without the journal", |bencher| {
        bencher.iter(|| {
            let mut session = Session::without_window();
            session.open_project_for(path, Purpose::Look).expect("opens");
            session
        });
    });
    group.finish();
}

/// A change until it is on disk, as `edit` answers it.
fn keeping(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("kept");
    group.sample_size(20);
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let mut session = Session::without_window().kept_in(StateFolder::at(folder.path()));
    let document = add_article(&mut session, 5_000, 3);
    add_marks(&mut session, document, 1);
    let mention = session.project().mentions_of(document).next().expect("there").id;
    let mut number = 0;
    let mut change = move || {
        number += 1;
        let note = format!("note {number}");
        let begun = Instant::now();
        session.dispatch(Command::SetNote { mention, note }).expect("done");
        session.make_safe(LastStep::Done).expect("kept");
        begun.elapsed()
    };
    print_shares("a change until it is on disk", (0..500).map(|_| change()).collect());
    group.bench_function("a change until it is on disk", |bencher| bencher.iter(&mut change));
    bring_back(&mut group);
    group.finish();
}

/// Opening with 10,000 steps in the journal that were not saved.
fn bring_back(group: &mut criterion::BenchmarkGroup<'_, criterion::measurement::WallTime>) {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let (path, state) = (folder.path().join("p.ron"), StateFolder::at(&folder.path().join("state")));
    let mut session = Session::without_window().kept_in(state.clone());
    session.open_project_for(&path, Purpose::Edit).expect("begins");
    for seed in 0..100 {
        let document = add_article(&mut session, 5_000, seed);
        add_marks(&mut session, document, 100);
    }
    let mentions: Vec<_> = session.project().mentions().map(|mention| mention.id).collect();
    for number in 0..10_000 {
        let (mention, note) = (mentions[number % mentions.len()], format!("note {number}"));
        session.dispatch(Command::SetNote { mention, note }).expect("done");
    }
    drop(session);
    group.sample_size(10);
    group.bench_function("bring back 10,000 steps", |bencher| {
        bencher.iter(|| {
            let mut session = Session::without_window().kept_in(state.clone());
            let (_, notes) = session.open_project_for(&path, Purpose::Look).expect("opens");
            assert!(!notes.is_empty());
            session
        });
    });
}

/// How long each of many took, in the middle and at the slow end.
fn print_shares(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100];
    eprintln!("{what}: p50 {:?}, p99 {:?}, longest {:?} of {}", at(50), at(99), at(100), times.len());
}
