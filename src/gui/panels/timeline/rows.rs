//! The list of dates: the day at the left, the sentence with the date's words emphasised, and who stands in it.
//!
//! Only rows in sight are laid out.

use super::{Act, App, Shown, TimelineDesk};
use crate::{
    gui::{sayings, theme, widgets},
    model::Project,
    view::{MarkId, Timeline, TimelineRow},
    words::say,
};
use egui::{Rect, ScrollArea, TextStyle, Ui, pos2, vec2};

/// Height of a row, in points.
const ROW_HEIGHT: f32 = 80.0;

/// The list.
pub fn ui(
    app: &App,
    ui: &mut Ui,
    desk: &mut TimelineDesk,
    timeline: &Timeline,
    shown: &Shown,
    acts: &mut Vec<Act>,
) {
    if shown.places.is_empty() {
        widgets::empty_state(ui, say!("timeline-nothing-fits"), say!("timeline-nothing-fits-hint"));
        return;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut area = ScrollArea::vertical().auto_shrink(false).id_salt("timeline");
    if let Some(place) = desk.follow.take() {
        area = area.vertical_scroll_offset(place as f32 * ROW_HEIGHT);
    }
    area.show_rows(ui, ROW_HEIGHT, shown.places.len(), |ui, range| {
        let rows = shown.places.get(range).unwrap_or_default();
        for row in rows.iter().filter_map(|place| timeline.rows.get(*place)) {
            row_ui(app, ui, row, acts);
        }
    });
}

fn row_ui(app: &App, ui: &mut Ui, row: &TimelineRow, acts: &mut Vec<Act>) {
    let project = app.session.project();
    let Some(document) = project.document(row.document) else {
        return;
    };
    let tokens = theme::tokens(ui.ctx());
    let sentence = document.text.slice(row.sentence);
    let (line, precision) = (sayings::line(&row.line), sayings::precision(row));
    let is_current = app.desk.current == Some(MarkId::Mention(row.mention));
    let name = format!("{line}, {precision}, {}", widgets::cut(sentence, 200));
    let (rect, response) = widgets::list_row(ui, ROW_HEIGHT, is_current, &name);
    ui.painter().hline(rect.x_range().shrink(theme::MARGIN), rect.bottom() - 0.5, (1.0, tokens.line));
    let left = rect.left() + theme::MARGIN;
    let day_width = if rect.width() < 600.0 { 140.0 } else { 176.0 };
    let at = |down: f32| pos2(left, rect.top() + down);
    widgets::line_at(ui, at(9.0), &line, &theme::strong(), tokens.ink, day_width);
    widgets::line_at(ui, at(30.0), &precision, &TextStyle::Small, tokens.muted, day_width);
    widgets::line_at(ui, at(52.0), document.display_title(), &TextStyle::Small, tokens.muted, day_width);
    let words = Rect::from_min_max(
        pos2(left + day_width + 16.0, rect.top() + 8.0),
        pos2(rect.right() - theme::MARGIN, rect.bottom() - 4.0),
    );
    let start = row.span.start().saturating_sub(row.sentence.start());
    let emphasised = start..start + row.span.byte_count();
    widgets::sentence_at(ui, words.min, sentence, emphasised, words.width());
    paint_others(ui, project, pos2(words.left(), rect.top() + 53.0), words.right(), row);
    let hover = format!("{line}\n{}", document.display_title());
    let pointer = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    if pointer.on_hover_text_at_pointer(hover).clicked() {
        acts.push(Act::Go(MarkId::Mention(row.mention)));
    }
}

/// Who and what stands in the sentence, as far as there is room; then how many more.
fn paint_others(ui: &Ui, project: &Project, at: egui::Pos2, right: f32, row: &TimelineRow) {
    let tokens = theme::tokens(ui.ctx());
    let font = TextStyle::Small.resolve(ui.style());
    let mut left = at.x;
    for (place, other) in row.others.iter().enumerate() {
        let words = || project.mention(other.mention).map_or("", |mention| project.words_of(mention));
        let name = other.entity.map_or_else(words, |entity| project.entity_name(entity));
        let galley = ui.painter().layout_no_wrap(widgets::cut(name, 40), font.clone(), tokens.muted);
        let width = 12.0 + galley.size().x;
        if left + width > right - 28.0 {
            let more = format!("+{}", row.others.len() - place);
            ui.painter().text(pos2(left, at.y), egui::Align2::LEFT_TOP, more, font, tokens.muted);
            return;
        }
        let colour = theme::colour_of(project.schema(), other.label, &tokens);
        let middle = at.y + galley.size().y / 2.0;
        widgets::paint_dot(ui, pos2(left + 3.5, middle), colour, 7.0);
        ui.painter().galley(at + vec2(left - at.x + 12.0, 0.0), galley, tokens.muted);
        left += width + 14.0;
    }
}
