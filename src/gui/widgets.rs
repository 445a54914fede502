//! Small pieces that several panels are made of.

use super::theme::{self, Tokens};
use crate::text::{has_rtl, in_visual_order, starts_at_right};
use egui::{
    Align2, Color32, FontId, Galley, Label, Rect, Response, RichText, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo,
    accesskit::Role,
    pos2,
    text::{LayoutJob, TextFormat, TextWrapping},
    vec2,
};
use std::sync::Arc;

/// The same, painted at a place.
pub fn paint_dot(ui: &Ui, centre: egui::Pos2, colour: Color32, size: f32) {
    ui.painter().rect_filled(Rect::from_center_size(centre, vec2(size, size)), 2, colour);
}

/// A thin bar that shows a share, 0.0–1.0.
pub fn progress_line(ui: &Ui, rect: Rect, share: f32, tokens: &Tokens) {
    ui.painter().rect_filled(rect, 1, tokens.line);
    if share > 0.0 {
        let filled = Rect::from_min_size(rect.min, vec2(rect.width() * share.min(1.0), rect.height()));
        ui.painter().rect_filled(filled, 1, tokens.accent);
    }
}

/// A key as it looks on a keyboard, small.
pub fn key_cap(ui: &mut Ui, text: &str) {
    let tokens = theme::tokens(ui.ctx());
    let font = FontId::new(11.0, egui::FontFamily::Proportional);
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font, tokens.ink);
    let (rect, _) = ui.allocate_exact_size(galley.size() + vec2(10.0, 4.0), Sense::hover());
    ui.painter().rect(rect, 4, tokens.page, Stroke::new(1.0, tokens.line), StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, tokens.ink);
}

/// Words in the quiet colour, small.
pub fn quiet(ui: &mut Ui, text: impl Into<String>) -> Response {
    let tokens = theme::tokens(ui.ctx());
    ui.add(Label::new(RichText::new(text).color(tokens.muted).small()).selectable(false))
}

/// The same on one line, cut where there is no room.
pub fn quiet_line(ui: &mut Ui, text: impl Into<String>) -> Response {
    let tokens = theme::tokens(ui.ctx());
    ui.add(Label::new(RichText::new(text).color(tokens.muted).small()).selectable(false).truncate())
}

/// A box to tick. Its outline can be seen where it is not ticked, too.
pub fn checkbox<'a>(ui: &mut Ui, is_ticked: &'a mut bool, text: impl egui::IntoAtoms<'a>) -> Response {
    outlined(ui, |ui| ui.checkbox(is_ticked, text))
}

/// One choice among several.
pub fn radio<'a>(ui: &mut Ui, is_chosen: bool, text: impl egui::IntoAtoms<'a>) -> Response {
    outlined(ui, |ui| ui.radio(is_chosen, text))
}

/// The same for one of the values that something can have.
pub fn radio_value<'a, T: PartialEq>(
    ui: &mut Ui,
    current: &mut T,
    choice: T,
    text: impl egui::IntoAtoms<'a>,
) -> Response {
    outlined(ui, |ui| ui.radio_value(current, choice, text))
}

/// Adds a widget whose icon has an outline of its own, of the colour of quiet words.
fn outlined<T>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> T) -> T {
    let tokens = theme::tokens(ui.ctx());
    let scope = ui.scope(|ui| {
        let inactive = &mut ui.visuals_mut().widgets.inactive;
        (inactive.bg_fill, inactive.bg_stroke.color) = (tokens.page, tokens.muted);
        let hovered = &mut ui.visuals_mut().widgets.hovered;
        hovered.bg_stroke.color = tokens.ink;
        add(ui)
    });
    scope.inner
}

/// What an empty place says: what it is for, and what to do.
pub fn empty_state(ui: &mut Ui, title: &str, hint: &str) {
    let tokens = theme::tokens(ui.ctx());
    ui.add_space(24.0);
    ui.vertical_centered(|ui| {
        ui.set_max_width(240.0);
        ui.label(RichText::new(title).color(tokens.ink));
        ui.add_space(4.0);
        ui.label(RichText::new(hint).color(tokens.muted).small());
    });
}

/// A tab: text with a line beneath where it is the chosen one.
pub fn tab(ui: &mut Ui, text: &str, is_chosen: bool) -> Response {
    let tokens = theme::tokens(ui.ctx());
    let style = if is_chosen { theme::strong() } else { egui::TextStyle::Body };
    let font = style.resolve(ui.style());
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER);
    let (rect, response) =
        ui.allocate_exact_size(vec2(galley.size().x, ui.available_height()), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_chosen, text));
    let colour = if is_chosen || response.hovered() { tokens.ink } else { tokens.muted };
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, colour);
    if is_chosen {
        let line = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 2.0), rect.max);
        ui.painter().rect_filled(line, 0, tokens.accent);
    }
    focus_ring(ui, &response, rect);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A row of a list, the whole of it to be clicked; `name` is what a screen reader says.
pub fn list_row(ui: &mut Ui, height: f32, is_selected: bool, name: &str) -> (Rect, Response) {
    let tokens = theme::tokens(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_selected, name));
    ui.painter().rect_filled(rect, 0, row_colour(&tokens, is_selected, &response));
    focus_ring(ui, &response, rect);
    (rect, response)
}

/// Behind a row: selected, under the pointer, or nothing.
pub fn row_colour(tokens: &Tokens, is_selected: bool, row: &Response) -> Color32 {
    match (is_selected, row.hovered()) {
        (true, _) => tokens.selected,
        (false, true) => tokens.selected.gamma_multiply(0.5),
        (false, false) => Color32::TRANSPARENT,
    }
}

/// A widget laid over a row: what follows the row stays where it is, which `Ui::put` does not grant.
pub fn over(ui: &mut Ui, rect: Rect, widget: impl egui::Widget) -> Response {
    let salt = (rect.min.x as i32, rect.min.y as i32);
    ui.new_child(egui::UiBuilder::new().max_rect(rect).id_salt(salt)).add_sized(rect.size(), widget)
}

/// Shows which control has the keyboard.
pub fn focus_ring(ui: &Ui, response: &Response, rect: Rect) {
    if response.has_focus() {
        let tokens = theme::tokens(ui.ctx());
        ui.painter().rect_stroke(rect.shrink(1.0), 4, Stroke::new(1.5, tokens.accent), StrokeKind::Inside);
    }
}

/// One line of text at a place, cut with an ellipsis at `width` points; the rectangle it takes.
pub fn line_at(
    ui: &Ui,
    at: egui::Pos2,
    text: &str,
    style: &egui::TextStyle,
    colour: Color32,
    width: f32,
) -> Rect {
    let galley = line(ui, text, &style.resolve(ui.style()), width.max(8.0));
    let rect = Rect::from_min_size(at, galley.size());
    ui.painter().galley(at, galley, colour);
    rect
}

/// One line of text, no wider than `width` points; words from right to left in their order.
fn line(ui: &Ui, text: &str, font: &FontId, width: f32) -> Arc<Galley> {
    let lay = |words: &str, width: f32| {
        let mut job = LayoutJob::simple_singleline(words.to_owned(), font.clone(), Color32::PLACEHOLDER);
        job.wrap = TextWrapping::truncate_at_width(width);
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    if !has_rtl(text) {
        return lay(text, width);
    }
    let whole = lay(&in_visual_order(text), f32::INFINITY);
    if whole.size().x <= width {
        return whole;
    }
    // What is cut is the end as it is read, wherever that stands.
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let cut = |count: usize| {
        let kept = ends.get(count).and_then(|end| text.get(..*end)).unwrap_or_default();
        lay(&in_visual_order(&format!("{}…", kept.trim_end())), f32::INFINITY)
    };
    let counts: Vec<usize> = (1..ends.len()).collect();
    let fitting = counts.partition_point(|count| cut(*count).size().x <= width);
    cut(fitting)
}

/// One line of text that ends at a place.
pub fn line_ending_at(
    ui: &Ui,
    right_top: egui::Pos2,
    text: &str,
    style: &egui::TextStyle,
    colour: Color32,
) -> Rect {
    ui.painter().text(right_top, Align2::RIGHT_TOP, text, style.resolve(ui.style()), colour)
}

/// So many characters of a sentence are shown before the emphasised words, where there are more.
const BEFORE: usize = 80;
/// And so many after them.
const AFTER: usize = 400;

/// Two lines of a sentence with some of its words emphasised, by their bytes; of a long one, the part around them.
pub fn sentence_at(ui: &Ui, at: egui::Pos2, sentence: &str, words: std::ops::Range<usize>, width: f32) {
    let ink = theme::tokens(ui.ctx()).ink;
    let format = |style: egui::TextStyle| TextFormat {
        font_id: style.resolve(ui.style()),
        color: ink,
        line_height: Some(19.0),
        ..TextFormat::default()
    };
    let part = |from: usize, to: usize| sentence.get(from..to).unwrap_or_default().replace('\n', " ");
    let end = words.end.min(sentence.len());
    let is_turned = has_rtl(sentence);
    // Words from right to left have one line.
    let (before, after) = if is_turned { (BEFORE / 4, BEFORE / 4) } else { (BEFORE, AFTER) };
    let mut parts = [
        (end_of(&part(0, words.start), before), egui::TextStyle::Body),
        (part(words.start, end), theme::strong()),
        (cut(&part(end, sentence.len()), after), egui::TextStyle::Body),
    ];
    if starts_at_right(sentence) {
        parts.reverse();
    }
    let mut job = LayoutJob::default();
    for (words, style) in parts {
        job.append(&in_visual_order(&words), 0.0, format(style));
    }
    job.wrap = TextWrapping { max_width: width.max(40.0).round(), max_rows: 2, ..TextWrapping::default() };
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    ui.painter().galley(at, galley, ink);
}

/// The last whole words, with an ellipsis where there are more before them.
fn end_of(words: &str, most: usize) -> String {
    let count = words.chars().count();
    let Some((from, _)) = words.char_indices().nth(count.saturating_sub(most)).filter(|_| count > most)
    else {
        return words.to_owned();
    };
    let rest = words.get(from..).unwrap_or_default();
    let whole = rest.find(' ').and_then(|space| rest.get(space + 1..)).unwrap_or(rest);
    format!("…{whole}")
}

/// The first characters, with an ellipsis where there are more.
pub fn cut(words: &str, most: usize) -> String {
    match words.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or_default()),
        None => words.to_owned(),
    }
}
