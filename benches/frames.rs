//! What a frame of the article view costs: interface and tessellation, on one core, without a graphics card.
//!
//!     cargo bench --bench frames
//!
//! Each line is one article: the first frame, then the median and the 99th of a hundred for a still view, for the
//! wheel, for jumps to random places, for a drag, and for a frame after marks have changed. Milliseconds.

#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a benchmark prints, and has no one to answer to"
)]

use dateline::{
    gui::{
        article_view::{ArticleView, Head, Page},
        fonts, theme,
    },
    model::{
        Change, Document, DocumentId, Facts, IdSource, LabelId, Mention, MentionId, Project, Provenance,
        Schema, Transaction,
    },
    text::Text,
};
use egui::{
    Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, vec2,
};
use std::time::Instant;

const SIZE: egui::Vec2 = vec2(1000.0, 800.0);

fn main() {
    println!(
        "{:>9} {:>8}  {:>7}  {:>13}  {:>13}  {:>13}  {:>13}  {:>13}  {:>7}",
        "bytes", "marks", "first", "still", "wheel", "jump", "drag", "change", "MB"
    );
    for (bytes, marks) in [(5_000, 100), (1_000_000, 10_000), (1_000_000, 100_000), (10_000_000, 100_000)] {
        measure(bytes, marks);
    }
}

/// A window with one article in it.
struct Window {
    ctx: Context,
    view: ArticleView,
    project: Project,
    document: Document,
    label: LabelId,
    revision: u64,
    frames: u32,
}

fn measure(bytes: usize, marks: usize) {
    let mut window = Window::new(bytes, marks);
    // A window has drawn something before it shows an article: the letters of its own interface.
    let first = window.frame(Vec::new());
    let still = times(300, || window.frame(Vec::new()));
    let wheel = times(600, || window.frame(vec![wheel_event(-60.0)]));
    let mut seed = 7;
    let jump = times(300, || {
        let at = random(&mut seed) % bytes;
        window.view.scroll_to(at..at + 1);
        window.frame(Vec::new())
    });
    window.frame(vec![button(Pos2::new(500.0, 200.0), true)]);
    let drag = times(300, || {
        let point =
            Pos2::new(400.0 + (random(&mut seed) % 200) as f32, 300.0 + (random(&mut seed) % 300) as f32);
        window.frame(vec![Event::PointerMoved(point)])
    });
    window.frame(vec![button(Pos2::new(500.0, 400.0), false)]);
    let change = times(300, || {
        window.revision += 1;
        window.frame(Vec::new())
    });
    println!(
        "{bytes:>9} {marks:>8}  {first:>7.1}  {}  {}  {}  {}  {}  {:>7}",
        show(still),
        show(wheel),
        show(jump),
        show(drag),
        show(change),
        resident_megabytes()
    );
}

impl Window {
    fn new(bytes: usize, marks: usize) -> Self {
        let mut ids = IdSource::new(1);
        let id = DocumentId::fresh(&mut ids);
        let text = Text::new(&prose(bytes)).expect("short enough");
        let facts = Facts { title: "Talks may resume".to_owned(), ..Facts::default() };
        let (source, encoding) = (String::new(), "UTF-8".to_owned());
        let document = Document { id, position: 0, facts, source, encoding, text };
        let mut project = Project::new(Schema::news_analyst(), IdSource::new(2));
        let mut changes = vec![Change::Document { id, before: None, after: Some(document.clone().into()) }];
        let labels: Vec<LabelId> = project.schema().labels().map(|(id, _)| id).collect();
        for number in 0..marks {
            let start = number * (bytes / marks);
            let length = 3 + number * 7 % 20;
            let Ok(span) = document.text.span(start, (start + length).min(document.text.byte_count())) else {
                continue;
            };
            let id = MentionId::fresh(&mut ids);
            let label = labels.get(number % labels.len()).copied().expect("there are labels");
            let (document, entity, provenance) = (document.id, None, Provenance::ByHand);
            let mention = Mention { id, document, span, label, entity, note: "".into(), provenance };
            changes.push(Change::Mention { id, before: None, after: Some(mention) });
        }
        project.apply(&Transaction { name: "bench".into(), changes }).expect("applies");
        let ctx = Context::default();
        ctx.set_fonts(fonts::definitions());
        theme::install(&ctx);
        let label = labels.first().copied().expect("there are labels");
        let mut window =
            Self { ctx, view: ArticleView::default(), project, document, label, revision: 0, frames: 0 };
        window.warm_up();
        window
    }

    fn warm_up(&mut self) {
        let input =
            RawInput { screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)), ..RawInput::default() };
        self.ctx.run_ui(input, |ui| drop(ui.label("Dateline"))).drop_without_applying_deltas();
    }

    /// One frame; how long it took, in milliseconds.
    fn frame(&mut self, events: Vec<Event>) -> f64 {
        self.frames += 1;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
            time: Some(f64::from(self.frames) / 60.0),
            events: [vec![Event::PointerMoved(Pos2::new(500.0, 400.0))], events].concat(),
            ..RawInput::default()
        };
        let Self { ctx, view, project, document, label, revision, .. } = self;
        let schema = project.schema();
        let page = Page {
            document,
            project,
            suggestions: &[],
            revision: *revision,
            current: None,
            head: Head { title: &document.facts.title, facts: &[] },
            text_size: theme::READING_SIZE,
            column_chars: 72.0,
            label_name: &|_| schema.name_of(*label).to_owned(),
            date_note: &|_| None,
        };
        let start = Instant::now();
        let output = ctx.run_ui(input, |ui| drop(view.show(ui, &page)));
        let triangles = ctx.tessellate(output.shapes.clone(), ctx.pixels_per_point());
        let took = start.elapsed().as_secs_f64() * 1000.0;
        drop(triangles);
        output.drop_without_applying_deltas();
        took
    }
}

fn wheel_event(points: f32) -> Event {
    Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        source: MouseWheelSource::Trackpad,
        delta: vec2(0.0, points),
        phase: TouchPhase::Move,
        modifiers: Modifiers::NONE,
    }
}

fn button(pos: Pos2, pressed: bool) -> Event {
    Event::PointerButton { pos, button: egui::PointerButton::Primary, pressed, modifiers: Modifiers::NONE }
}

/// Prose of this many bytes in which no two paragraphs are alike.
fn prose(bytes: usize) -> String {
    let words: Vec<&str> = "the talks in Moscow resumed after officials of both sides met for an hour and agreed that \
        sanctions would remain until inspectors had seen every site on the list which Pyongyang handed over in April \
        said Mr. Jo whose ministry denied reports of a launch “early on Sunday” while Seoul’s envoy left without a word"
        .split_whitespace()
        .collect();
    let (mut prose, mut seed) = (String::with_capacity(bytes + 64), 3);
    while prose.len() < bytes {
        let word = words.get(random(&mut seed) % words.len()).copied().unwrap_or_default();
        prose.push_str(word);
        prose.push(if random(&mut seed).is_multiple_of(50) { '\n' } else { ' ' });
    }
    prose
}

fn random(seed: &mut u64) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) as usize
}

/// The median and the 99th of a hundred.
fn times(count: usize, mut frame: impl FnMut() -> f64) -> (f64, f64) {
    let mut all: Vec<f64> = (0..count).map(|_| frame()).collect();
    all.sort_by(f64::total_cmp);
    let at = |share: usize| all.get(count * share / 100).copied().unwrap_or_default();
    (at(50), at(99))
}

fn show((median, high): (f64, f64)) -> String {
    format!("{median:>6.2} {high:>6.2}")
}

/// Memory in use by the whole program; a dash where the system does not say.
fn resident_megabytes() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    let kilobytes: Option<u64> = line.split_whitespace().next().and_then(|number| number.parse().ok());
    kilobytes.map_or("–".to_owned(), |kilobytes| (kilobytes / 1024).to_string())
}
