//! The work without a window: suggest, change, draw ties, write, read.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "a benchmark that cannot go on stops, and says what it measured"
)]

mod common;

use common::{add_article, add_marks, session};
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use dateline::{
    exchange::{Export, FORMATS, propose, read, recognise},
    model::{
        Command, DocumentId, EntityId, Facts, History, IdSource, Incoming, KnownName, NameList, NewDocument,
        Project, Reach,
    },
    project_file,
    session::Session,
    suggest::{Article, Cancel, Care, Engine, Memory, Suggestion, SuggestionKey},
    text::Text,
    time,
    view::{FaintTie, FindOptions, Query, StrongTie, TieFilter, TieNode, Ties, entity_rows, layout, ties},
};
use std::hint::black_box;

fn suggesting(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("suggest");
    for bytes in [5_000, 1_000_000] {
        let mut session = session();
        let id = add_article(&mut session, bytes, 3);
        let project = session.project();
        let (engine, memory) = (Engine::new(project.schema()), Memory::of(project));
        let document = project.document(id).expect("there").clone();
        group.throughput(Throughput::Bytes(document.text.byte_count() as u64));
        group.sample_size(20);
        group.bench_function(format!("{bytes} bytes"), |bencher| {
            bencher.iter(|| black_box(engine.suggest(&document, &memory, Care::Fast, &Cancel::default())));
        });
    }
    let mut session = session();
    let id = add_article(&mut session, 4_500, 3);
    let project = session.project();
    let (engine, memory) = (Engine::new(project.schema()), Memory::of(project));
    let document = project.document(id).expect("there").clone();
    let (text, cancel) = (&document.text, Cancel::default());
    group.throughput(Throughput::Bytes(text.byte_count() as u64));
    for (name, care) in [("an article, fast", Care::Fast), ("an article, carefully", Care::Full)] {
        group.bench_function(name, |bencher| {
            bencher.iter(|| black_box(engine.suggest(&document, &memory, care, &cancel)));
        });
    }
    let article = Article { document: id, text, marked: &[] };
    let reading = Engine::read(text, Care::Full, &cancel).expect("not cancelled");
    group.bench_function("an article that was read before", |bencher| {
        bencher.iter(|| black_box(engine.choose(article, &reading, &memory, None, &cancel)));
    });
    group.finish();
}

/// A session in which all suggestions of so many articles were accepted, and one more article.
fn taught_session(articles: usize) -> (Session, DocumentId) {
    let mut session = session();
    session.set_care(Care::Fast);
    for seed in 0..articles {
        let id = add_article(&mut session, 4_500, seed as u64);
        accept_all(&mut session, id);
    }
    let id = add_article(&mut session, 4_500, 999);
    session.open_suggestions_now(id);
    (session, id)
}

fn accept_all(session: &mut Session, id: DocumentId) {
    let open = session.open_suggestions_now(id);
    let key = |found: &Suggestion| SuggestionKey { document: id, span: found.span, label: found.label };
    session.accept(&open.iter().map(key).collect::<Vec<_>>(), None).expect("accepts");
}

/// A decision, and the suggestions of its article after it: memory, the tagger that learns, and the choice.
fn deciding(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("one decision and what follows");
    group.sample_size(20);
    for articles in [0, 10, 100] {
        let (mut session, id) = taught_session(articles);
        let first = session.open_suggestions_now(id).first().cloned().expect("there is one");
        let key = SuggestionKey { document: id, span: first.span, label: first.label };
        session.accept(&[key], None).expect("accepts");
        session.open_suggestions_now(id);
        group.bench_function(format!("after {articles} decided articles"), |bencher| {
            bencher.iter(|| {
                session.undo().expect("undoes");
                session.redo().expect("does again");
                black_box(session.open_suggestions_now(id))
            });
        });
    }
    group.finish();
}

/// 100,000 names of two words, and some that stand in the text.
fn names(label: dateline::model::LabelId) -> NameList {
    const PARTS: [&str; 20] = [
        "Bar", "den", "Kol", "mar", "Tes", "lin", "Vor", "ga", "Sun", "dre", "Pal", "nik", "Hol", "ber",
        "Rus", "ti", "Mon", "jel", "Ost", "wik",
    ];
    let part = |number: usize| PARTS.get(number % PARTS.len()).copied().unwrap_or_default();
    let made = (0..100_000_usize).map(|n| {
        let first = format!("{}{}", part(n), part(n / 20));
        format!("{first} {}{}{}", part(n / 400), part(n / 8_000), part(n / 160_000 + n % 7))
    });
    let all = made.chain(["Nairobi", "World Bank"].map(str::to_owned));
    NameList::of(all.filter_map(|words| KnownName::new(&words, label, "")).collect())
}

fn searching(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("gazetteer of 100,000 names");
    group.sample_size(20);
    let mut session = session();
    let id = add_article(&mut session, 1_000_000, 3);
    let label = session.project().schema().named("Organization").expect("there");
    let names = names(label);
    assert!(names.count() > 99_000, "{}", names.count());
    let lists = vec![("Firms".to_owned(), names)];
    session.dispatch(Command::AddGazetteers(lists)).expect("added");
    let project = session.project();
    let text = &project.document(id).expect("there").text;
    let memory = Memory::of(project);
    assert!(!memory.listed(text).is_empty());
    group.throughput(Throughput::Bytes(text.byte_count() as u64));
    group.bench_function("search", |bencher| bencher.iter(|| black_box(memory.listed(text))));
    group.throughput(Throughput::Elements(1));
    group.bench_function("prepare", |bencher| {
        let short = Text::new("Nairobi").expect("short");
        bencher.iter(|| black_box(Memory::of(project).listed(&short)));
    });
    group.finish();
}

fn timing(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("time");
    group.sample_size(20);
    let mut session = session();
    let id = add_article(&mut session, 1_000_000, 3);
    let text = &session.project().document(id).expect("there").text;
    group.throughput(Throughput::Bytes(text.byte_count() as u64));
    group.bench_function("find in 1 MB", |bencher| bencher.iter(|| black_box(time::find(text))));
    let (found, day) = (time::find(text), time::Day::new(2019, 11, 10).ok());
    assert!(!found.is_empty());
    group.throughput(Throughput::Elements(found.len() as u64));
    group.bench_function("resolve", |bencher| bencher.iter(|| black_box(time::resolve(&found, day))));
    group.finish();
}

fn changing(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("change");
    group.sample_size(20);
    let mut session = session();
    let document = add_article(&mut session, 1_000_000, 5);
    add_marks(&mut session, document, 10_000);
    let project = session.project().clone();
    let mentions: Vec<_> = project.mentions_of(document).map(|mention| mention.id).collect();
    group.bench_function("delete 10,000 marks and undo", |bencher| {
        bencher.iter_batched_ref(
            || (project.clone(), History::default()),
            |(project, history)| {
                history.dispatch(project, Command::Delete(mentions.clone())).expect("done");
                history.undo(project).expect("undone");
            },
            BatchSize::LargeInput,
        );
    });
    let text = &project.document(document).expect("there").text;
    let nairobi = text.occurrences("Nairobi").next().expect("there");
    let label = project.schema().named("Place").expect("there");
    group.bench_function("tag all of a name in 1 MB", |bencher| {
        bencher.iter_batched_ref(
            || project.clone(),
            |project| {
                let command = Command::TagAll { document, span: nairobi, label, reach: Reach::Project };
                black_box(project.plan(command).expect("planned"));
            },
            BatchSize::LargeInput,
        );
    });
    group.finish();
}

/// An article that names two people 10,000 times each, and those two.
fn two_people() -> (Project, Vec<EntityId>) {
    let mut session = session();
    let text = Text::new(&"Kim met Moon. ".repeat(10_000)).expect("short enough");
    let encoding = "UTF-8".to_owned();
    let article = NewDocument { facts: Facts::default(), source: String::new(), encoding, text };
    let document = session.add_articles(vec![article]).expect("added").first().copied().expect("one");
    let text = session.project().document(document).expect("there").text.clone();
    let label = session.project().schema().named("Person").expect("there");
    for name in ["Kim", "Moon"] {
        let span = text.occurrences(name).next().expect("there");
        let command = Command::TagAll { document, span, label, reach: Reach::Article };
        session.dispatch(command).expect("tagged");
    }
    let project = session.project().clone();
    let entities: Vec<EntityId> = project.entities().map(|entity| entity.id).collect();
    assert!(entities.iter().all(|id| project.mentions_of_entity(*id).count() == 10_000));
    (project, entities)
}

fn merging(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("two entities of 10,000 mentions");
    group.sample_size(10);
    let (project, entities) = two_people();
    let merge = |(project, history): &mut (Project, History)| {
        history.dispatch(project, Command::MergeEntities(entities.clone())).expect("merged");
    };
    let before = || (project.clone(), History::default());
    let merged = || {
        let mut desk = before();
        merge(&mut desk);
        desk
    };
    group.bench_function("merge", |bencher| {
        bencher.iter_batched_ref(before, merge, BatchSize::LargeInput);
    });
    group.bench_function("undo", |bencher| {
        let undo = |(project, history): &mut (Project, History)| {
            history.undo(project).expect("undone");
        };
        bencher.iter_batched_ref(merged, undo, BatchSize::LargeInput);
    });
    group.bench_function("redo", |bencher| {
        let undone = || {
            let (mut project, mut history) = merged();
            history.undo(&mut project).expect("undone");
            (project, history)
        };
        let redo = |(project, history): &mut (Project, History)| {
            history.redo(project).expect("done again");
        };
        bencher.iter_batched_ref(undone, redo, BatchSize::LargeInput);
    });
    group.bench_function("merge in a session", |bencher| {
        bencher.iter_batched_ref(
            || {
                let (project, _) = before();
                let memory = Memory::of(&project);
                (project, History::default(), memory)
            },
            |(project, history, memory)| {
                let done =
                    history.dispatch(project, Command::MergeEntities(entities.clone())).expect("merged");
                memory.learn(project, &done);
            },
            BatchSize::LargeInput,
        );
    });
    group.finish();
}

/// 300 entities with 2,000 faint ties, and a fifth as many strong ones, among neighbours mostly.
fn graph() -> Ties {
    let (mut ids, mut dice) = (IdSource::new(3), common::Dice::new(11));
    let schema = dateline::model::Schema::news_analyst();
    let label = schema.named("Person").expect("there");
    let kind = schema.relation_known_as("met").expect("there");
    let node = |entity| TieNode { entity, label, name: String::new(), mention_count: 3 };
    let nodes = (0..300).map(|_| node(EntityId::fresh(&mut ids))).collect();
    let mut ends = || {
        let first = dice.below(299);
        let reach = if dice.below(4) == 0 { 299 - first } else { 12.min(299 - first) };
        (first, first + 1 + dice.below(reach))
    };
    let mut pairs = std::collections::BTreeSet::new();
    while pairs.len() < 2_000 {
        pairs.insert(ends());
    }
    let faint = pairs.iter().map(|(first, second)| FaintTie {
        first: *first,
        second: *second,
        sentence_count: 1 + (first + second) % 4,
    });
    let strong = pairs.iter().step_by(5).map(|(from, to)| StrongTie {
        from: *from,
        to: *to,
        kind,
        relations: Vec::new(),
    });
    Ties { strong: strong.collect(), faint: faint.collect(), nodes, left_out: 0 }
}

fn drawing(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("ties");
    group.sample_size(10);
    let graph = graph();
    group.bench_function("lay out 300 entities with 2,000 ties", |bencher| {
        bencher.iter(|| black_box(layout(&graph)));
    });
    let mut session = session();
    for seed in 0..200 {
        let document = add_article(&mut session, 5_000, seed);
        add_marks(&mut session, document, 60);
    }
    let project = session.project();
    let filter = TieFilter { document: None, labels_off: std::collections::BTreeSet::new(), most: 300 };
    group.bench_function("find them among 12,000 mentions of 200 articles", |bencher| {
        bencher.iter(|| black_box(ties(project, &filter)));
    });
    group.bench_function("rows of entities of 12,000 mentions", |bencher| {
        bencher.iter(|| black_box(entity_rows(project, None)));
    });
    group.finish();
}

fn storing(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("1,000 articles with 60,000 mentions");
    group.sample_size(10);
    // No suggestions are made beside it.
    let mut session = Session::without_window();
    for seed in 0..1_000 {
        let document = add_article(&mut session, 5_000, seed);
        add_marks(&mut session, document, 60);
    }
    let bytes = project_file::to_bytes(session.project());
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    group.bench_function("write", |bencher| {
        bencher.iter(|| black_box(project_file::to_bytes(session.project())));
    });
    group.bench_function("read", |bencher| {
        bencher.iter(|| black_box(project_file::read(&bytes, IdSource::new(1)).expect("read")));
    });
    // What saving and the pages of the window take to work with beside the frames.
    group.bench_function("snapshot", |bencher| {
        bencher.iter_with_large_drop(|| session.project().clone());
    });
    group.finish();
}

/// Every format out and in again: 1,000 articles with 60,000 mentions into an empty project.
fn exchanging(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("60,000 mentions for other tools");
    group.sample_size(10);
    let mut session = session();
    for seed in 0..1_000 {
        let document = add_article(&mut session, 5_000, seed);
        add_marks(&mut session, document, 60);
    }
    let project = &session.project().clone();
    // It would go on suggesting beside the work that is measured.
    drop(session);
    for format in FORMATS {
        let Some(write) = format.write else {
            continue;
        };
        group.bench_function(format!("export {}", format.name), |bencher| {
            bencher.iter(|| black_box(write(project)));
        });
        if format.read.is_none() {
            continue;
        }
        let export = write(project);
        group.bench_function(format!("import {}", format.name), |bencher| {
            bencher.iter(|| black_box(taken_in(project, &export)));
        });
    }
    group.finish();
}

/// An empty project with what was exported.
fn taken_in(like: &Project, export: &Export) -> Project {
    let mut project = Project::new(like.schema().clone(), IdSource::new(1));
    let mut history = History::default();
    for found in recognise(&export.files) {
        let files: Vec<_> =
            found.files.iter().filter_map(|place| export.files.get(*place)).cloned().collect();
        let imported = read(found.format, &files).expect("reads what it wrote");
        let names = propose(&imported, project.schema());
        let (articles, entities, labels) = (imported.articles, imported.entities, imported.labels);
        let incoming = Incoming { from: found.format.name.into(), articles, entities, labels, names };
        history.dispatch(&mut project, Command::TakeIn(Box::new(incoming))).expect("can be taken in");
    }
    project
}

/// Words in 100 MB of project text, until the first are there and until all are.
fn finding(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("find in 100 MB");
    group.sample_size(10);
    let mut session = Session::without_window();
    for seed in 0..20 {
        add_article(&mut session, 5_000_000, seed);
    }
    let project = session.project();
    let bytes: usize = project.documents().map(|document| document.text.byte_count()).sum();
    group.throughput(Throughput::Bytes(bytes as u64));
    let query = |typed: &str, is_regex: bool| {
        let options = FindOptions { is_regex, ..FindOptions::default() };
        Query::new(typed, options, project.schema()).expect("can be read").expect("something")
    };
    let count = |query: &Query, most: usize| {
        let mut count = 0;
        for document in project.documents() {
            let went_on = query.each(project, document, &mut |_| {
                count += 1;
                count < most
            });
            if !went_on {
                break;
            }
        }
        count
    };
    for (name, typed, is_regex) in [
        ("seldom words", "privately according to whether", false),
        ("a name", "nairobi", false),
        ("an expression", r"\bneg\w+ors\b", true),
    ] {
        let query = query(typed, is_regex);
        eprintln!("{name}: {} found in {bytes} bytes", count(&query, usize::MAX));
        group.bench_function(format!("{name}, the first 100"), |bencher| {
            bencher.iter(|| black_box(count(&query, 100)));
        });
        group.bench_function(format!("{name}, all"), |bencher| {
            bencher.iter(|| black_box(count(&query, usize::MAX)));
        });
    }
    group.finish();
}

criterion_group!(
    benches, suggesting, deciding, searching, finding, timing, changing, merging, drawing, storing,
    exchanging
);
criterion_main!(benches);
