//! The timeline in the place of the article: an axis of days above, the dates with their sentences below.
//!
//! Finding the dates of long articles happens beside the frames; what is shown is worked out again when the project or
//! the filter changes.

mod axis;
mod filter;
mod marks;
mod rows;

use super::{Act, App, page_head};
use crate::{
    gui::{commands::UiCommand, desk::Kept, later::Later, widgets},
    model::{Date, Document, DocumentId, LabelId, Project},
    view::{Dates, DatesByArticle, Timeline, TimelineFilter, timeline},
};
use axis::Axis;
use egui::{Context, Ui};
use marks::AxisMarks;
use std::{collections::BTreeSet, sync::Arc};

/// So many bytes of articles are read within a frame; more than that beside it.
const BYTES_AT_ONCE: usize = 48 * 1024;

/// What was found in an article, and its day of publication then.
type Found = (DocumentId, Option<Date>, Dates);

/// How the timeline stands.
#[derive(Default)]
pub struct TimelineDesk {
    filter: TimelineFilter,
    dates: DatesByArticle,
    reading: Later<Vec<Found>>,
    /// Grows whenever more dates were found.
    found_count: u64,
    /// The revision for which it was seen to that all articles are read.
    read_revision: Option<u64>,
    all: Kept<(u64, u64), All>,
    shown: Kept<(u64, u64, TimelineFilter), Shown>,
    axis: Axis,
    /// A row of the list to be brought into view.
    follow: Option<usize>,
}

/// All dates, and the labels of what stands beside them.
#[derive(Default)]
struct All {
    timeline: Timeline,
    labels: Vec<LabelId>,
}

/// What the filter lets through.
#[derive(Default)]
struct Shown {
    /// Places in the timeline's rows.
    places: Vec<usize>,
    marks: AxisMarks,
}

impl TimelineDesk {
    /// Looks for dates that are new, within the frame if there is little to read.
    fn read(&mut self, project: &Project, ctx: &Context) {
        if let Some(found) = self.reading.take() {
            self.take_found(found);
            self.read_revision = None;
        }
        if self.reading.is_under_way() || self.read_revision == Some(project.revision()) {
            return;
        }
        self.read_revision = Some(project.revision());
        let missing = self.dates.missing(project);
        if missing.is_empty() {
            return;
        }
        if missing.iter().map(|document| document.text.byte_count()).sum::<usize>() <= BYTES_AT_ONCE {
            self.take_found(missing.into_iter().map(read).collect());
            return;
        }
        let articles: Vec<Document> = missing.into_iter().cloned().collect();
        self.reading.start(ctx, "dateline-timeline", move || articles.iter().map(read).collect());
    }

    fn take_found(&mut self, found: Vec<Found>) {
        for (document, published, dates) in found {
            self.dates.insert(document, published, dates);
        }
        self.found_count += 1;
    }

    fn all(&mut self, project: &Project) -> Arc<All> {
        let Self { all, dates, .. } = self;
        all.get((project.revision(), self.found_count), || {
            let timeline = timeline(project, dates);
            let seen: BTreeSet<LabelId> =
                timeline.rows.iter().flat_map(|row| row.others.iter().map(|other| other.label)).collect();
            let labels = project.schema().labels().map(|(id, _)| id).filter(|id| seen.contains(id)).collect();
            All { timeline, labels }
        })
    }

    fn shown(&mut self, project: &Project, all: &All) -> Arc<Shown> {
        // A label that stands nowhere any more cannot be taken off.
        self.filter.labels.retain(|label| all.labels.contains(label));
        let stamp = (project.revision(), self.found_count, self.filter.clone());
        let filter = &self.filter;
        self.shown.get(stamp, || {
            let places = filter.places(project, &all.timeline);
            let rows = places.iter().filter_map(|place| all.timeline.rows.get(*place));
            Shown { marks: AxisMarks::of(rows), places }
        })
    }

    /// The whole of it is shown when it is opened.
    pub fn open(&mut self) {
        self.axis = Axis::default();
    }
}

fn read(document: &Document) -> Found {
    (document.id, document.facts.published, Dates::of(document))
}

/// The page.
pub fn ui(app: &mut App, ui: &mut Ui, acts: &mut Vec<Act>) {
    let mut desk = std::mem::take(&mut app.desk.timeline);
    let project = app.session.project();
    desk.read(project, ui.ctx());
    let all = desk.all(project);
    let shown = desk.shown(project, &all);
    page_head(ui, "Timeline", &counts(&desk, &all.timeline, &shown), acts, |_| {});
    if all.timeline.rows.is_empty() {
        empty_ui(app, ui, &desk, &all.timeline, acts);
    } else {
        filter::ui(app, ui, &mut desk.filter, &all.labels);
        undated_ui(app, ui, &all.timeline, acts);
        axis::ui(app, ui, &mut desk, &all.timeline, &shown, acts);
        rows::ui(app, ui, &mut desk, &all.timeline, &shown, acts);
    }
    app.desk.timeline = desk;
}

/// `12 dates`, `3 of 12 dates`
fn counts(desk: &TimelineDesk, timeline: &Timeline, shown: &Shown) -> String {
    let (all, seen) = (timeline.rows.len(), shown.places.len());
    let dates = widgets::counted(all, "date", "dates");
    match (desk.reading.is_under_way(), all == seen) {
        (false, _) if all == 0 => String::new(),
        (true, _) => format!("{dates} · reading articles…"),
        (false, true) => dates,
        (false, false) => format!("{seen} of {dates}"),
    }
}

fn empty_ui(app: &App, ui: &mut Ui, desk: &TimelineDesk, timeline: &Timeline, acts: &mut Vec<Act>) {
    if desk.reading.is_under_way() {
        widgets::empty_state(ui, "Reading the articles", "The dates come as soon as they are found.");
    } else if timeline.undated_count == 0 {
        let hint = "Accept suggestions of dates, or mark words such as “Saturday” with the label Date. They come together here, in the order of the days.";
        widgets::empty_state(ui, "No dates are marked yet", hint);
        ui.add_space(12.0);
        ui.vertical_centered(|ui| {
            if ui.button("Review suggestions").clicked() {
                acts.extend([Act::Do(UiCommand::Timeline), Act::Do(UiCommand::NextSuggestion)]);
            }
        });
    } else {
        let hint = "Words such as “Saturday” name a day once it is known when the article was published.";
        widgets::empty_state(ui, "The marked dates name no day yet", hint);
        ui.add_space(12.0);
        ui.vertical_centered(|ui| published_ui(app, ui, timeline, acts));
    }
}

/// That dates are missing here, and what can be done.
fn undated_ui(app: &App, ui: &mut Ui, timeline: &Timeline, acts: &mut Vec<Act>) {
    if timeline.unpublished.is_empty() {
        return;
    }
    ui.horizontal(|ui| {
        ui.add_space(16.0);
        let count = widgets::counted(timeline.undated_count, "date has", "dates have");
        widgets::quiet(ui, format!("{count} no day"));
        published_ui(app, ui, timeline, acts);
    });
    ui.add_space(4.0);
}

fn published_ui(app: &App, ui: &mut Ui, timeline: &Timeline, acts: &mut Vec<Act>) {
    let Some(document) = timeline.unpublished.first().and_then(|id| app.session.project().document(*id))
    else {
        return;
    };
    let button = ui.button("Say when it was published…");
    if button.on_hover_text(document.display_title()).clicked() {
        acts.push(Act::AskFacts(document.id));
    }
}
