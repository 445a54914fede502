//! The timeline in the place of the article: an axis of days above, the dates with their sentences below.
//!
//! What is shown is worked out again when the project changes, beside the frames where there is much; what was shown
//! before stays until then.

mod axis;
mod filter;
mod marks;
mod rows;

use super::{Act, App, page_head};
use crate::{
    gui::{commands::UiCommand, desk::Kept, later::Later, widgets},
    model::{LabelId, Project},
    view::{DatesByArticle, Timeline, TimelineFilter, timeline},
    words::say,
};
use axis::Axis;
use egui::{Context, Ui};
use marks::AxisMarks;
use std::{collections::BTreeSet, sync::Arc};

/// What is worked out within a frame: so many bytes of articles to be read, and so many mentions; more than that beside it.
const BYTES_AT_ONCE: usize = 48 * 1024;
const MENTIONS_AT_ONCE: usize = 1_000;

/// How the timeline stands.
#[derive(Default)]
pub struct TimelineDesk {
    filter: TimelineFilter,
    /// What was found in the articles; elsewhere while the work is under way.
    dates: DatesByArticle,
    work: Later<(DatesByArticle, All)>,
    /// What is seen, until the next comes.
    all: Arc<All>,
    shown: Kept<(Option<u64>, TimelineFilter), Shown>,
    axis: Axis,
    /// A row of the list to be brought into view.
    follow: Option<usize>,
}

/// All dates, and the labels of what stands beside them.
#[derive(Default)]
struct All {
    /// The revision of the project of which they are; `None` before the first.
    revision: Option<u64>,
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

impl All {
    fn of(project: &Project, dates: &mut DatesByArticle) -> Self {
        dates.read_all(project);
        let timeline = timeline(project, dates);
        let others = timeline.rows.iter().flat_map(|row| &row.others);
        let seen: BTreeSet<LabelId> = others.map(|other| other.label).collect();
        let labels = project.schema().labels().map(|(id, _)| id).filter(|id| seen.contains(id)).collect();
        Self { revision: Some(project.revision()), timeline, labels }
    }
}

impl TimelineDesk {
    /// Works out what has changed with the project: within the frame if that is little.
    fn bring_up_to_date(&mut self, project: &Project, ctx: &Context) {
        if let Some((dates, all)) = self.work.take() {
            self.dates = dates;
            self.all = Arc::new(all);
        }
        if self.work.is_under_way() || self.all.revision == Some(project.revision()) {
            return;
        }
        let missing = self.dates.missing(project);
        let bytes: usize = missing.iter().map(|document| document.text.byte_count()).sum();
        if bytes <= BYTES_AT_ONCE && project.mention_count() <= MENTIONS_AT_ONCE {
            self.all = Arc::new(All::of(project, &mut self.dates));
            return;
        }
        let (project, mut dates) = (project.clone(), std::mem::take(&mut self.dates));
        self.work.start(ctx, "dateline-timeline", move || {
            let all = All::of(&project, &mut dates);
            (dates, all)
        });
    }

    fn shown(&mut self, project: &Project, all: &All) -> Arc<Shown> {
        // A label that stands nowhere any more cannot be taken off.
        self.filter.labels.retain(|label| all.labels.contains(label));
        let filter = &self.filter;
        self.shown.get((all.revision, filter.clone()), || {
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

/// The page.
pub fn ui(app: &mut App, ui: &mut Ui, acts: &mut Vec<Act>) {
    let mut desk = std::mem::take(&mut app.desk.timeline);
    let project = app.session.project();
    desk.bring_up_to_date(project, ui.ctx());
    let all = Arc::clone(&desk.all);
    let shown = desk.shown(project, &all);
    page_head(ui, say!("timeline"), &counts(&desk, &all.timeline, &shown), acts, |_| {});
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
    let dates = say!("count-of-dates", count = all);
    match (desk.work.is_under_way(), all == seen) {
        (false, _) if all == 0 => String::new(),
        (true, _) => say!("timeline-reading", dates = dates),
        (false, true) => dates,
        (false, false) => say!("timeline-seen", seen = seen, dates = dates),
    }
}

fn empty_ui(app: &App, ui: &mut Ui, desk: &TimelineDesk, timeline: &Timeline, acts: &mut Vec<Act>) {
    if desk.work.is_under_way() {
        widgets::empty_state(ui, say!("timeline-reading-title"), say!("timeline-reading-hint"));
    } else if timeline.undated_count == 0 {
        widgets::empty_state(ui, say!("timeline-none"), say!("timeline-none-hint"));
        ui.add_space(12.0);
        ui.vertical_centered(|ui| {
            if ui.button(say!("timeline-review")).clicked() {
                acts.extend([Act::Do(UiCommand::Timeline), Act::Do(UiCommand::NextSuggestion)]);
            }
        });
    } else {
        widgets::empty_state(ui, say!("timeline-no-day"), say!("timeline-no-day-hint"));
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
        widgets::quiet(ui, say!("timeline-undated", count = timeline.undated_count));
        published_ui(app, ui, timeline, acts);
    });
    ui.add_space(4.0);
}

fn published_ui(app: &App, ui: &mut Ui, timeline: &Timeline, acts: &mut Vec<Act>) {
    let Some(document) = timeline.unpublished.first().and_then(|id| app.session.project().document(*id))
    else {
        return;
    };
    let button = ui.button(say!("timeline-set-published"));
    if button.on_hover_text(document.display_title()).clicked() {
        acts.push(Act::AskFacts(document.id));
    }
}
