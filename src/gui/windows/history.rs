//! Earlier states of the project: when they were kept and why, what was in them, and the way back.

use super::{Act, heading};
use crate::{
    gui::{theme, widgets},
    model::Project,
    session::{Reason, Snapshot},
    words::say,
};
use egui::{Button, ScrollArea, TextStyle, Ui, pos2};
use std::{
    sync::Arc,
    time::{SystemTime, UNIX_EPOCH},
};

/// Height of a row, in points.
const ROW_HEIGHT: f32 = 30.0;
/// So many articles of a state are named.
const MOST_TITLES: usize = 200;

/// What is looked at.
pub struct HistorySheet {
    states: Vec<Snapshot>,
    chosen: Option<Snapshot>,
    shown: Option<Shown>,
}

/// A state that was read.
struct Shown {
    of: Snapshot,
    project: Arc<Project>,
    /// Title and number of marks.
    articles: Vec<(String, usize)>,
}

impl HistorySheet {
    /// These states, the newest first.
    pub fn new(states: Vec<Snapshot>) -> Self {
        Self { states, chosen: None, shown: None }
    }

    /// Takes in a state that was read.
    pub fn show(&mut self, snapshot: &Snapshot, project: Arc<Project>) {
        let articles = project
            .documents()
            .take(MOST_TITLES)
            .map(|document| (document.display_title().to_owned(), project.mention_count_of(document.id)));
        let articles = articles.collect();
        self.shown = Some(Shown { of: snapshot.clone(), project, articles });
    }
}

/// The list, what is in the chosen one, and the way back.
pub fn ui(ui: &mut Ui, sheet: &mut HistorySheet, acts: &mut Vec<Act>) {
    ui.set_width(520.0);
    heading(ui, say!("history-title"));
    if sheet.states.is_empty() {
        widgets::quiet(ui, say!("history-none"));
    }
    let now_ms = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_millis() as u64;
    let height = (ui.ctx().content_rect().height() - 430.0).max(120.0);
    let (states, chosen) = (&sheet.states, &mut sheet.chosen);
    ScrollArea::vertical().id_salt("states").max_height(height).auto_shrink([false, true]).show_rows(
        ui,
        ROW_HEIGHT,
        states.len(),
        |ui, range| {
            for state in states.get(range).unwrap_or_default() {
                if row_ui(ui, state, chosen.as_ref() == Some(state), now_ms) {
                    *chosen = Some(state.clone());
                    acts.push(Act::LookAt(state.clone()));
                }
            }
        },
    );
    ui.add_space(10.0);
    let shown = sheet.shown.as_ref().filter(|shown| Some(&shown.of) == sheet.chosen.as_ref());
    if let Some(shown) = shown {
        shown_ui(ui, shown);
    }
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        let back = ui.add_enabled(shown.is_some(), Button::new(say!("history-go-back")));
        let back = back.on_hover_text(say!("history-go-back-hint"));
        if let Some(shown) = shown.filter(|_| back.clicked()) {
            acts.push(Act::GoBack(Arc::clone(&shown.project)));
        }
        if ui.button(say!("close")).clicked() {
            acts.push(Act::CloseOverlay);
        }
    });
}

/// Whether it was chosen.
fn row_ui(ui: &mut Ui, state: &Snapshot, is_chosen: bool, now_ms: u64) -> bool {
    let tokens = theme::tokens(ui.ctx());
    let title =
        say!("history-row", age = age(now_ms.saturating_sub(state.time_ms)), reason = reason(state.reason));
    let (rect, response) = widgets::list_row(ui, ROW_HEIGHT, is_chosen, &title);
    let top = rect.top() + 7.0;
    widgets::line_at(
        ui,
        pos2(rect.left() + 8.0, top),
        &title,
        &TextStyle::Body,
        tokens.ink,
        rect.width() - 200.0,
    );
    let right = format!(
        "{} · {}",
        say!("article-count", count = state.articles),
        say!("mark-count", count = state.mentions)
    );
    if state.reason != Reason::Replaced {
        widgets::line_ending_at(ui, pos2(rect.right() - 8.0, top), &right, &TextStyle::Small, tokens.muted);
    }
    response.clicked()
}

fn shown_ui(ui: &mut Ui, shown: &Shown) {
    ScrollArea::vertical().id_salt("articles").max_height(120.0).auto_shrink([false, true]).show(ui, |ui| {
        for (title, marks) in &shown.articles {
            widgets::quiet(
                ui,
                format!("{} · {}", widgets::cut(title, 60), say!("mark-count", count = *marks)),
            );
        }
        let more = shown.project.document_count().saturating_sub(MOST_TITLES);
        if more > 0 {
            widgets::quiet(ui, say!("history-more", count = more));
        }
    });
}

fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Opened => say!("history-opened"),
        Reason::Saved => say!("history-saved"),
        Reason::Working => say!("history-working"),
        Reason::GivenUp => say!("history-given-up"),
        Reason::Replaced => say!("history-replaced"),
    }
}

/// How long ago.
fn age(millis: u64) -> String {
    let minutes = millis / 60_000;
    match (minutes, minutes / 60, minutes / (24 * 60)) {
        (0, ..) => say!("just-now").to_owned(),
        (_, 0, _) => say!("minutes-ago", count = minutes),
        (_, hours, 0) => say!("hours-ago", count = hours),
        (.., days) => say!("days-ago", count = days),
    }
}
