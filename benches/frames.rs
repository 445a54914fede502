//! What a frame of the window costs on the processor: interface and tessellation, without the graphics card.
//!
//! Prints a table: milliseconds of the first frame, of the one in which the suggestions arrive, of still frames, of
//! frames while the wheel turns, of far jumps, and of the frame in which a label key was pressed (p50 and p99 of each),
//! and the memory of the process in MB after each row.

mod common;
mod window;

use common::{add_article, add_articles, add_marks};
use egui::{Event, Key, Modifiers, MouseWheelUnit, Pos2, vec2};
use std::time::{Duration, Instant};
use window::{Window, percentiles, print_row};

/// Frames measured for each figure.
const FRAMES: usize = 1_000;

fn resident_mb() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kib.unwrap_or_default() / 1024.0
}

fn wheel(points: f32) -> Event {
    Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, -points),
        phase: egui::TouchPhase::Move,
        modifiers: Modifiers::NONE,
        source: egui::MouseWheelSource::Wheel,
    }
}

fn key(key: Key) -> Vec<Event> {
    [true, false]
        .map(|pressed| Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: Modifiers::NONE,
        })
        .to_vec()
}

fn measure(bytes: usize, marks: usize) {
    let mut window = Window::new();
    window.frame(Vec::new());
    window.frame(Vec::new());
    let document = add_article(window.app.session(), bytes, 7);
    add_marks(window.app.session(), document, marks);
    // The article is there before its suggestions are.
    let (first, _) = window.frame(Vec::new());
    let begun = Instant::now();
    while window.app.session().is_suggesting(document) {
        window.app.session().poll();
        std::thread::sleep(Duration::from_millis(5));
    }
    let suggesting = begun.elapsed().as_secs_f64();
    let (arrival, _) = window.frame(Vec::new());
    for _ in 0..60 {
        window.frame(Vec::new());
    }
    let still = (0..FRAMES).map(|_| window.frame(Vec::new()).0).collect();
    let is_idle = !window.frame(Vec::new()).1;
    window.frame(vec![Event::PointerMoved(Pos2::new(600.0, 400.0))]);
    let scrolling = (0..FRAMES).map(|_| window.frame(vec![wheel(90.0)]).0).collect();
    // Far jumps: nothing of what comes into view has been laid out before.
    let jumping = (0..FRAMES / 10).map(|_| window.frame(vec![wheel(20_000.0)]).0).collect();
    let tagging = (0..100).map(|turn| tag(&mut window, turn)).collect();
    let (still, scrolling) = (percentiles(still), percentiles(scrolling));
    let (jumping, tagging) = (percentiles(jumping), percentiles(tagging));
    let mb = resident_mb();
    print_row(&format!(
        "{bytes:>9} {marks:>7} | {first:>8.2} | {arrival:>8.2} | {:>6.3} {:>6.3} | {:>6.3} {:>6.3} | {:>6.3} {:>6.3} | {:>6.3} {:>6.3} | {mb:>6.0} | {suggesting:>6.2} | {}",
        still.0,
        still.1,
        scrolling.0,
        scrolling.1,
        jumping.0,
        jumping.1,
        tagging.0,
        tagging.1,
        if is_idle { "yes" } else { "NO" },
    ));
}

/// Puts the caret somewhere and presses a label key: the longer of the frame with the key, which draws the mark, and of
/// the next, in which the lists follow.
fn tag(window: &mut Window, turn: usize) -> f64 {
    if let Some(view) = window.app.desk().view() {
        let byte = view.visible_bytes().start + 60 + turn * 3;
        view.clear_selection();
        view.set_caret(byte, false);
    }
    window.app.desk().current = None;
    window.frame(Vec::new());
    let (pressed, _) = window.frame(key(Key::Num1));
    let (followed, _) = window.frame(Vec::new());
    pressed.max(followed)
}

/// Frames while the suggestions of many articles are made in the background, and again after a decision that concerns all.
fn measure_many(articles: usize) {
    let mut window = Window::new();
    window.frame(Vec::new());
    let first = add_articles(window.app.session(), articles, 1_500);
    for what in ["read", "chosen again after decisions"] {
        let begun = Instant::now();
        let mut took = Vec::new();
        while took.len() < FRAMES || is_any_suggesting(&mut window) {
            for _ in 0..50 {
                took.push(window.frame(Vec::new()).0);
                std::thread::sleep(Duration::from_millis(2));
            }
        }
        print_frames(&format!("{articles} articles {what}"), begun, took);
        add_marks(window.app.session(), first, 20);
        // The articles that nobody looks at are chosen again after a pause.
        std::thread::sleep(Duration::from_secs(4));
        window.frame(Vec::new());
    }
}

fn print_frames(what: &str, begun: Instant, took: Vec<f64>) {
    let longest = took.iter().copied().fold(0.0, f64::max);
    let (p50, p99) = percentiles(took);
    let seconds = begun.elapsed().as_secs_f64();
    print_row(&format!("{what} in {seconds:.1} s: frames p50 {p50:.2} p99 {p99:.2} longest {longest:.2}"));
}

/// Frames while saved pages of a folder come in, and the time until a cancelled import has ended.
#[allow(clippy::disallowed_methods, reason = "pages that are thrown away")]
fn measure_import(pages: usize) {
    let Ok(folder) = tempfile::tempdir() else {
        return print_row("no folder for pages");
    };
    for number in 0..pages {
        let words = common::news(8_000, number as u64);
        let paragraphs = words.replace("\n\n", "</p><p>");
        let menu =
            "<nav><ul><li><a href='/'>Home</a></li><li><a href='/world'>World</a></li></ul></nav>".repeat(60);
        let page = format!(
            "<html><head><title>Page {number}</title></head><body>{menu}<article><h1>Page {number}</h1><p>Number {number} of them.</p><p>{paragraphs}</p></article></body></html>"
        );
        if std::fs::write(folder.path().join(format!("{number:04}.html")), page).is_err() {
            return print_row("pages cannot be written");
        }
    }
    for is_cancelled in [false, true] {
        let mut window = Window::new();
        window.frame(Vec::new());
        window.open(folder.path());
        let begun = Instant::now();
        let mut took = Vec::new();
        let is_there = |window: &mut Window| window.app.session().project().document_count() == pages;
        let most = if is_cancelled { Duration::from_millis(300) } else { Duration::MAX };
        while !is_there(&mut window) && begun.elapsed() < most {
            took.push(window.frame(Vec::new()).0);
            std::thread::sleep(Duration::from_millis(2));
        }
        print_frames(&format!("{pages} pages read"), begun, took);
        if is_cancelled {
            let begun = Instant::now();
            window.app.session().cancel();
            while window.app.session().progress().is_some() {
                window.frame(Vec::new());
            }
            print_row(&format!("cancelled after {:.1} ms", begun.elapsed().as_secs_f64() * 1e3));
        }
    }
}

fn is_any_suggesting(window: &mut Window) -> bool {
    let session = window.app.session();
    session.project().documents().any(|document| session.is_suggesting(document.id))
}

fn main() {
    // `cargo test --benches` only wants to see that it runs.
    let is_test = std::env::args().any(|argument| argument == "--test");
    print_row(
        "    bytes   marks | first ms | arrival  | still p50 p99 | scroll p50 p99 | jump p50 p99 | key p50 p99 | RSS MB | suggest s | idle",
    );
    let sizes: &[(usize, usize)] =
        if is_test { &[(5_000, 100)] } else { &[(5_000, 100), (1_000_000, 10_000), (10_000_000, 100_000)] };
    for (bytes, marks) in sizes {
        measure(*bytes, *marks);
    }
    measure_import(if is_test { 20 } else { 1_000 });
    measure_many(if is_test { 20 } else { 10_000 });
}
