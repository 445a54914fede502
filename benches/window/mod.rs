//! The window without a window: frames drawn and tessellated on the processor, and how long each took.
#![allow(dead_code, reason = "each benchmark uses its own part")]

use dateline::{
    gui::{
        App,
        dialogs::{Answer, Dialogs, Request},
    },
    session::Settings,
};
use egui::{Context, Event, Pos2, RawInput, Rect, vec2};
use std::time::Instant;

struct NoDialogs;

impl Dialogs for NoDialogs {
    fn ask(&mut self, _request: Request, _ctx: &Context) {}

    fn poll(&mut self) -> Option<Answer> {
        None
    }
}

/// A window of 1280×800 whose time goes on by a sixtieth of a second a frame.
pub struct Window {
    ctx: Context,
    pub app: App,
    seconds: f64,
}

impl Window {
    /// With the instant tagger alone: the frames are measured, not the careful tagger beside them.
    pub fn new() -> Self {
        let ctx = Context::default();
        // What eframe does before the first frame; fonts are there from the second on.
        ctx.enable_accesskit();
        let settings = Settings { careful_suggestions: false, ..Settings::default() };
        let app = App::new(&ctx, Box::new(NoDialogs), settings, None);
        Self { ctx, app, seconds: 0.0 }
    }

    /// Opens a file or folder.
    pub fn open(&mut self, path: &std::path::Path) {
        self.app.open(vec![path.to_owned()], &self.ctx);
    }

    /// Draws a frame and gives the milliseconds it took, and whether another one was asked for at once.
    pub fn frame(&mut self, events: Vec<Event>) -> (f64, bool) {
        self.seconds += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 800.0))),
            time: Some(self.seconds),
            focused: true,
            events,
            ..RawInput::default()
        };
        let begun = Instant::now();
        let app = &mut self.app;
        let output = self.ctx.run_ui(input, |ui| {
            let ctx = ui.ctx().clone();
            app.logic(&ctx);
            app.ui(ui);
        });
        let triangles = self.ctx.tessellate(output.shapes.clone(), output.pixels_per_point);
        std::hint::black_box(&triangles);
        let took = begun.elapsed().as_secs_f64() * 1e3;
        let delay = output.viewport_output.values().map(|viewport| viewport.repaint_delay).min();
        output.drop_without_applying_deltas();
        (took, delay.is_some_and(|delay| delay.is_zero()))
    }
}

/// p50 and p99 of some milliseconds.
pub fn percentiles(mut took: Vec<f64>) -> (f64, f64) {
    took.sort_by(f64::total_cmp);
    let at = |share: usize| took.get((took.len() - 1) * share / 100).copied().unwrap_or_default();
    (at(50), at(99))
}

#[allow(clippy::print_stdout, reason = "a benchmark prints its figures")]
pub fn print_row(row: &str) {
    println!("{row}");
}
