//! What a frame of the timeline and of the map of ties costs, and how long they take to be worked out.
//!
//! Prints milliseconds: the timeline of 10,000 dated marks worked out (reading the articles apart), then frames while its
//! list is scrolled and its axis is zoomed; the map of 300 entities and some 2,000 ties worked out, then frames while it
//! is dragged (p50 and p99 of each).
#![allow(clippy::expect_used, reason = "a benchmark that cannot go on stops")]

mod common;
mod window;

use dateline::{
    model::{Command, Facts, NewDocument, Pick, Project, Provenance},
    session::Session,
    text::Text,
    view::{DatesByArticle, TieFilter, layout, ties, timeline},
};
use egui::{Event, Key, Modifiers, MouseWheelUnit, PointerButton, Pos2, vec2};
use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};
use window::{Window, percentiles, print_row};

/// Frames measured for each figure.
const FRAMES: usize = 600;

/// Fills a session with so many articles of a hundred sentences; each names a day and two people of so many.
fn fill(session: &mut Session, articles: usize, people: usize) {
    let mut dice = common::Dice::new(11);
    for number in 0..articles {
        let (mut words, mut marks) = (String::new(), Vec::new());
        for _ in 0..100 {
            for (before, label) in [("On ", "Date"), (", ", "Person"), (" met ", "Person")] {
                words.push_str(before);
                let start = words.len();
                let said = match label {
                    "Date" => format!("May {}, {}", 1 + dice.below(28), 1990 + dice.below(30)),
                    _ => format!("Person{}", dice.below(people)),
                };
                words.push_str(&said);
                marks.push((start..words.len(), label));
            }
            words.push_str(" and talked about the weather of the season for an hour. ");
        }
        let facts = Facts { title: format!("Made-up {number}"), ..Facts::default() };
        let text = Text::new(&words).expect("short enough");
        let article = NewDocument { facts, source: String::new(), encoding: "UTF-8".to_owned(), text };
        let document = session.add_articles(vec![article]).expect("added").first().copied().expect("one");
        let project = session.project();
        let text = &project.document(document).expect("there").text;
        let picks = marks.into_iter().filter_map(|(bytes, label)| {
            let label = project.schema().known_as(label)?;
            let span = text.span(bytes.start, bytes.end).ok()?;
            Some(Pick { document, span, label, entity_name: None, provenance: Provenance::ByHand })
        });
        let picks = picks.collect();
        session.dispatch(Command::Mark(picks)).expect("marked");
    }
    // The frames are measured, not the suggestions beside them.
    let documents: Vec<_> = session.project().documents().map(|document| document.id).collect();
    while documents.iter().any(|document| session.is_suggesting(*document)) {
        session.poll();
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Opens a page by its key and waits until the background has brought what it shows.
fn open(window: &mut Window, key: Key) {
    let modifiers = Modifiers { ctrl: true, command: true, shift: true, ..Modifiers::NONE };
    let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
    window.frame(vec![event(true), event(false)]);
    for _ in 0..200 {
        window.frame(Vec::new());
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn measure(window: &mut Window, name: &str, mut events: impl FnMut(usize) -> Vec<Event>) {
    let took = (0..FRAMES).map(|turn| window.frame(events(turn)).0).collect();
    let (p50, p99) = percentiles(took);
    print_row(&format!("{name:<44} p50 {p50:>7.3}  p99 {p99:>7.3}"));
}

fn wheel(points: f32) -> Vec<Event> {
    vec![Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, -points),
        phase: egui::TouchPhase::Move,
        modifiers: Modifiers::NONE,
        source: egui::MouseWheelSource::Wheel,
    }]
}

fn timed<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let made = work();
    print_row(&format!("{name:<44}     {:>7.1}", begun.elapsed().as_secs_f64() * 1e3));
    made
}

fn measure_timeline(articles: usize) {
    let mut window = Window::new();
    window.frame(Vec::new());
    fill(window.app.session(), articles, 300);
    let project: &Project = window.app.session().project();
    let mut dates = DatesByArticle::default();
    timed("timeline: articles read", || dates.read_all(project));
    let made = timed("timeline: worked out", || timeline(project, &mut dates));
    print_row(&format!("timeline: {} rows", made.rows.len()));
    open(&mut window, Key::L);
    window.frame(vec![Event::PointerMoved(Pos2::new(600.0, 600.0))]);
    measure(&mut window, "timeline: list scrolled", |_| wheel(200.0));
    window.frame(vec![Event::PointerMoved(Pos2::new(600.0, 230.0))]);
    measure(&mut window, "timeline: axis zoomed", |turn| wheel(if turn % 60 < 30 { -40.0 } else { 40.0 }));
}

fn measure_map(articles: usize) {
    let mut window = Window::new();
    window.frame(Vec::new());
    fill(window.app.session(), articles, 300);
    let project: &Project = window.app.session().project();
    let labels = project.schema().labels().map(|(id, _)| id);
    let off: BTreeSet<_> = labels.filter(|label| project.schema().is_for_dates(*label)).collect();
    let filter = TieFilter { document: None, labels_off: off, most: 300 };
    let made = timed("map: ties", || ties(project, &filter));
    timed("map: layout", || layout(&made));
    print_row(&format!("map: {} entities, {} ties", made.nodes.len(), made.faint.len() + made.strong.len()));
    open(&mut window, Key::M);
    let at = |turn: usize| Pos2::new(560.0 + (turn % 100) as f32, 300.0 + (turn % 70) as f32);
    let press = |pressed| Event::PointerButton {
        pos: at(0),
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    window.frame(vec![Event::PointerMoved(at(0)), press(true)]);
    measure(&mut window, "map: dragged", |turn| vec![Event::PointerMoved(at(turn))]);
    window.frame(vec![press(false)]);
    measure(&mut window, "map: zoomed", |turn| wheel(if turn % 60 < 30 { -20.0 } else { 20.0 }));
}

fn main() {
    // `cargo test --benches` only wants to see that it runs.
    let is_test = std::env::args().any(|argument| argument == "--test");
    measure_timeline(if is_test { 2 } else { 100 });
    measure_map(if is_test { 2 } else { 20 });
}
