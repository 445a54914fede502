//! The axis: days, months and years as far as the zoom allows, and a mark for each date.
//!
//! The wheel zooms at the pointer, dragging moves, the keys + − ← → and Home do the same. A click on a mark goes to its
//! words; where several lie on one place, to the first of them in the list.

use super::{
    Act, App, Shown, TimelineDesk,
    marks::{AxisMark, LANES},
};
use crate::{
    gui::{sayings, theme, widgets},
    view::{MarkId, Timeline, ticks},
    words::say,
};
use egui::{
    Key, Modifiers, Pos2, Rangef, Rect, Response, Sense, Stroke, StrokeKind, TextStyle, Ui, WidgetInfo,
    accesskit::Role, pos2, vec2,
};

/// Heights, in points: of a lane, and of the words beneath all lanes.
const LANE: f32 = 18.0;
const SCALE: f32 = 24.0;
/// Room for the names of the lanes.
const NAMES: f32 = 76.0;
/// The least width of a mark, and of what lies between two lines of the scale.
const LEAST_MARK: f32 = 7.0;
const LEAST_STEP: f32 = 56.0;
/// What can be seen at once, in days.
const CLOSEST: f64 = 3.0;
const WIDEST: f64 = 2_000_000.0;

/// What part of time is in sight.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Axis {
    /// The day at the left, counted from 1970.
    from: f64,
    /// How many days are in sight; 0 before it was fitted to the dates.
    days: f64,
    has_keyboard: bool,
}

impl Axis {
    fn fit(&mut self, most: (i32, i32)) {
        let (first, last) = (f64::from(most.0), f64::from(most.1) + 1.0);
        let margin = ((last - first) * 0.05).max(2.0);
        self.from = first - margin;
        self.days = (last - first + 2.0 * margin).clamp(CLOSEST, WIDEST);
    }

    /// Zooms so that what is at `share` of the width stays there.
    fn zoom(&mut self, factor: f64, share: f64) {
        let days = (self.days / factor).clamp(CLOSEST, WIDEST);
        self.from += (self.days - days) * share;
        self.days = days;
    }

    fn pan(&mut self, share: f64) {
        self.from = (self.from + self.days * share).clamp(-WIDEST, WIDEST);
    }
}

/// Days and points of one frame.
#[derive(Clone, Copy)]
struct Scale {
    axis: Axis,
    across: Rangef,
}

impl Scale {
    fn x(self, day: f64) -> f32 {
        let share = (day - self.axis.from) / self.axis.days;
        self.across.min + (share * f64::from(self.across.span())) as f32
    }

    fn day(self, x: f32) -> f64 {
        let share = f64::from((x - self.across.min) / self.across.span().max(1.0));
        self.axis.from + self.axis.days * share
    }

    /// Where a mark lies, wide enough to be hit.
    fn range(self, mark: &AxisMark) -> Rangef {
        let (left, right) = (self.x(f64::from(mark.first)), self.x(f64::from(mark.last) + 1.0));
        let lacking = (LEAST_MARK - (right - left)).max(0.0) / 2.0;
        Rangef::new(left - lacking, right + lacking)
    }

    fn shows(self, range: Rangef) -> bool {
        range.max >= self.across.min && range.min <= self.across.max
    }
}

/// Draws it and takes what the mouse and the keys say.
pub fn ui(
    app: &App,
    ui: &mut Ui,
    desk: &mut TimelineDesk,
    timeline: &Timeline,
    shown: &Shown,
    acts: &mut Vec<Act>,
) {
    let tokens = theme::tokens(ui.ctx());
    let height = shown.marks.lanes.len().max(1) as f32 * LANE + SCALE + 12.0;
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, say!("timeline-axis")));
    if desk.axis.days <= 0.0 {
        desk.axis.fit(shown.marks.most.unwrap_or((0, 365)));
    }
    take_keyboard(app, ui, &mut desk.axis, &response);
    let across = Rangef::new(rect.left() + NAMES, rect.right() - theme::MARGIN);
    move_by_mouse(ui, &mut desk.axis, &response, across);
    if app.desk.overlay.is_none() {
        move_by_keys(ui, &mut desk.axis, shown.marks.most);
    }
    let scale = Scale { axis: desk.axis, across };
    ui.painter().hline(rect.x_range(), rect.top(), (1.0, tokens.line));
    ui.painter().hline(rect.x_range(), rect.bottom(), (1.0, tokens.line));
    paint_scale(ui, rect, scale);
    let under = response.hover_pos().map(|pointer| marks_at(pointer, rect, scale, shown)).unwrap_or_default();
    for (lane, (name, marks)) in shown.marks.lanes.iter().enumerate() {
        paint_lane(ui, lane_rect(rect, lane), scale, LANES.get(*name).map_or("", |key| say!(key)), marks);
    }
    widgets::focus_ring(ui, &response, rect);
    hover_ui(app, &response, timeline, shown, &under);
    if response.clicked() {
        match under.as_slice() {
            [] => {}
            [place] => acts.extend(mention_at(timeline, shown, *place).map(Act::Go)),
            [first, ..] => desk.follow = Some(*first),
        }
    }
}

fn mention_at(timeline: &Timeline, shown: &Shown, place: usize) -> Option<MarkId> {
    let row = shown.places.get(place).and_then(|place| timeline.rows.get(*place))?;
    Some(MarkId::Mention(row.mention))
}

fn lane_rect(rect: Rect, lane: usize) -> Rect {
    let top = rect.top() + 7.0 + lane as f32 * LANE;
    Rect::from_min_max(pos2(rect.left(), top), pos2(rect.right(), top + LANE))
}

/// The axis has the keyboard when the page is opened.
fn take_keyboard(app: &App, ui: &Ui, axis: &mut Axis, response: &Response) {
    if !axis.has_keyboard && app.desk.overlay.is_none() {
        response.request_focus();
        axis.has_keyboard = true;
    }
    let filter = egui::EventFilter { horizontal_arrows: true, ..Default::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
}

fn move_by_mouse(ui: &Ui, axis: &mut Axis, response: &Response, across: Rangef) {
    let width = across.span().max(1.0);
    if response.dragged() {
        axis.pan(-f64::from(response.drag_delta().x / width));
    }
    let Some(pointer) = response.hover_pos() else {
        return;
    };
    let (wheel, pinch) = ui.input(|input| (input.smooth_scroll_delta(), input.zoom_delta()));
    let share = f64::from(((pointer.x - across.min) / width).clamp(0.0, 1.0));
    let factor = f64::from(wheel.y * 0.005).exp() * f64::from(pinch);
    if (factor - 1.0).abs() > f64::EPSILON {
        axis.zoom(factor, share);
    }
    if wheel.x.abs() > 0.0 {
        axis.pan(-f64::from(wheel.x / width));
    }
}

fn move_by_keys(ui: &Ui, axis: &mut Axis, most: Option<(i32, i32)>) {
    if ui.ctx().text_edit_focused() || egui::Popup::is_any_open(ui.ctx()) {
        return;
    }
    let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::Plus) || pressed(Key::Equals) {
        axis.zoom(1.5, 0.5);
    }
    if pressed(Key::Minus) {
        axis.zoom(1.0 / 1.5, 0.5);
    }
    if pressed(Key::ArrowLeft) {
        axis.pan(-0.1);
    }
    if pressed(Key::ArrowRight) {
        axis.pan(0.1);
    }
    if let Some(most) = most.filter(|_| pressed(Key::Home)) {
        axis.fit(most);
    }
}

fn paint_scale(ui: &Ui, rect: Rect, scale: Scale) {
    let tokens = theme::tokens(ui.ctx());
    let font = TextStyle::Small.resolve(ui.style());
    let Axis { from, days, .. } = scale.axis;
    let least_days = days * f64::from(LEAST_STEP / scale.across.span().max(1.0));
    let painter = ui.painter().with_clip_rect(Rect::from_x_y_ranges(scale.across, rect.y_range()));
    for tick in ticks(from, from + days, least_days) {
        let x = scale.x(f64::from(tick.day)).round();
        let colour = if tick.is_major { tokens.muted.gamma_multiply(0.6) } else { tokens.line };
        painter.vline(x, Rangef::new(rect.top() + 1.0, rect.bottom() - 6.0), Stroke::new(1.0, colour));
        let ink = if tick.is_major { tokens.ink } else { tokens.muted };
        let words = painter.layout_no_wrap(sayings::tick(&tick).into_owned(), font.clone(), ink);
        if x + 4.0 + words.size().x <= scale.across.max {
            let at = pos2(x + 4.0, rect.bottom() - 6.0 - words.size().y);
            painter.galley(at, words, ink);
        }
    }
}

/// The name of a lane and its marks; what would lie on one and the same place is drawn once.
fn paint_lane(ui: &Ui, rect: Rect, scale: Scale, name: &str, marks: &[AxisMark]) {
    let tokens = theme::tokens(ui.ctx());
    widgets::line_at(
        ui,
        rect.min + vec2(theme::MARGIN, 2.0),
        name,
        &TextStyle::Small,
        tokens.muted,
        NAMES - theme::MARGIN - 4.0,
    );
    let clip = Rect::from_x_y_ranges(scale.across.expand(1.0), rect.y_range());
    let painter = ui.painter().with_clip_rect(clip.intersect(ui.clip_rect()));
    // They are in order: what lies on one place comes in a row.
    let mut drawn = None;
    let end = scale.day(scale.across.max) as i32;
    let in_sight = marks.partition_point(|mark| mark.first <= end.saturating_add(1));
    for mark in marks.iter().take(in_sight) {
        let range = scale.range(mark);
        let at = (range.min.round() as i32, range.max.round() as i32, mark.is_limit, mark.is_open);
        if scale.shows(range) && drawn.replace(at) != Some(at) {
            paint_mark(&painter, rect, range, mark, &tokens);
        }
    }
}

/// A dot or a bar; a limit has a line at its end, what is open is hollow.
fn paint_mark(painter: &egui::Painter, lane: Rect, range: Rangef, mark: &AxisMark, tokens: &theme::Tokens) {
    let middle = lane.center().y;
    let rect = Rect::from_x_y_ranges(range, Rangef::new(middle - 3.5, middle + 3.5));
    let is_dot = range.span() <= LEAST_MARK + 1.0;
    let corner = if is_dot { 4 } else { 2 };
    if mark.is_open {
        let stroke = Stroke::new(1.5, tokens.accent.gamma_multiply(0.8));
        painter.rect_stroke(rect, corner, stroke, StrokeKind::Inside);
    } else {
        painter.rect_filled(rect, corner, tokens.accent.gamma_multiply(if is_dot { 0.85 } else { 0.6 }));
    }
    if mark.is_limit {
        let upright = Rangef::new(lane.top() + 1.0, lane.bottom() - 1.0);
        painter.vline(range.max, upright, Stroke::new(2.0, tokens.accent));
    }
}

/// The places in the list of the marks under the pointer.
fn marks_at(pointer: Pos2, rect: Rect, scale: Scale, shown: &Shown) -> Vec<usize> {
    let lanes = shown.marks.lanes.iter().enumerate();
    let lane = lanes.map(|(lane, (_, marks))| (lane_rect(rect, lane), marks));
    let here = lane.filter(|(lane, _)| lane.y_range().contains(pointer.y)).flat_map(|(_, marks)| marks);
    let is_hit = |mark: &&AxisMark| scale.range(mark).expand(1.0).contains(pointer.x);
    here.filter(is_hit).map(|mark| mark.place).collect()
}

fn hover_ui(app: &App, response: &Response, timeline: &Timeline, shown: &Shown, under: &[usize]) {
    if under.is_empty() || response.dragged() {
        return;
    }
    let text = match under {
        [place] => {
            let row = shown.places.get(*place).and_then(|place| timeline.rows.get(*place));
            row.map(|row| {
                let document = app.session.project().document(row.document);
                let sentence = document.map_or("", |document| document.text.slice(row.sentence));
                format!("{}\n{}", sayings::line(&row.line), widgets::cut(sentence, 200))
            })
        }
        several => Some(say!("timeline-dates-here", count = several.len())),
    };
    let response = response.clone().on_hover_cursor(egui::CursorIcon::PointingHand);
    response.on_hover_text_at_pointer(text.unwrap_or_default());
}
