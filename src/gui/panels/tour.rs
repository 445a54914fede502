//! The tour: five things to do, each with what to press. It waits for them, and can be left at any time.

use super::{
    super::{app::App, commands::UiCommand, desk::Tab, sayings, theme, widgets},
    Act,
};
use crate::{
    model::Provenance,
    words::{key, say},
};
use egui::{Align, Button, Layout, RichText, Ui};

/// Where the tour is.
#[derive(Clone, Copy, Debug, Default)]
pub struct TourDesk {
    step: usize,
    /// How many marks had been made by hand when the step began.
    by_hand: usize,
}

/// What is to be done at a step: its title, and how.
const STEPS: [(&str, &str); 5] = [
    (key!("tour-open"), key!("tour-open-how")),
    (key!("tour-review"), key!("tour-review-how")),
    (key!("tour-mark"), key!("tour-mark-how")),
    (key!("tour-entities"), key!("tour-entities-how")),
    (key!("tour-save"), key!("tour-save-how")),
];

/// So many marks are to be accepted.
const ENOUGH: usize = 3;

fn by_hand(app: &App) -> usize {
    let mentions = app.session.project().mentions();
    mentions.filter(|mention| matches!(mention.provenance, Provenance::ByHand)).count()
}

/// Whether what is to be done at the step is done.
fn is_done(app: &App, tour: TourDesk) -> bool {
    let project = app.session.project();
    match tour.step {
        0 => project.document_count() > 0,
        1 => project.mention_count() >= ENOUGH,
        2 => by_hand(app) > tour.by_hand,
        3 => app.desk.tab == Tab::Entities,
        _ => app.session.path().is_some() && !app.session.has_unsaved_changes(),
    }
}

/// The strip.
pub fn ui(app: &mut App, ui: &mut Ui, acts: &mut Vec<Act>) {
    let Some(mut tour) = app.desk.tour else {
        return;
    };
    let Some((title, how)) = STEPS.get(tour.step) else {
        return;
    };
    let tokens = theme::tokens(ui.ctx());
    let (is_done, is_last) = (is_done(app, tour), tour.step + 1 == STEPS.len());
    let before = tour.step;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let words = if is_last { say!("tour-end") } else { say!("tour-next") };
        let next = if is_done {
            Button::new(RichText::new(words).color(tokens.on_accent)).fill(tokens.accent)
        } else {
            Button::new(words)
        };
        match (ui.add(next).clicked(), is_last) {
            (true, true) => acts.push(Act::EndTour),
            (true, false) => tour.step += 1,
            (false, _) => {}
        }
        if ui.add_enabled(tour.step > 0, Button::new(say!("tour-back"))).clicked() {
            tour.step -= 1;
        }
        if !is_last && ui.button(say!("tour-skip")).clicked() {
            acts.push(Act::EndTour);
        }
        if before == 0 && !is_done && ui.button(say!("tour-sample")).clicked() {
            acts.push(Act::Do(UiCommand::OpenSample));
        }
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.horizontal(|ui| {
                widgets::quiet(ui, say!("tour-step", step = before + 1, steps = STEPS.len()));
                ui.label(RichText::new(say!(title)).text_style(theme::strong()));
                if is_done {
                    ui.label(RichText::new(say!("tour-done")).color(tokens.accent).small());
                }
            });
            ui.label(sayings::with_keys(ui.ctx(), how));
        });
    });
    if tour.step != before {
        tour.by_hand = by_hand(app);
    }
    app.desk.tour = app.desk.tour.is_some().then_some(tour);
}
