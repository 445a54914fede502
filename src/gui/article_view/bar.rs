//! The scroll bar: thin, over the right edge, there only while the pointer is near.

use super::{ArticleView, scroll::InView};
use crate::{gui::theme::Tokens, words::say};
use egui::{Id, Rect, Role, Sense, Ui, WidgetInfo, pos2};

/// Widths and the least length of the handle, in points.
const WIDTH: f32 = 12.0;
const THIN: f32 = 4.0;
const THICK: f32 = 8.0;
const LEAST_LENGTH: f32 = 28.0;

impl ArticleView {
    /// Shows the bar and follows a drag on it.
    pub(super) fn bar_ui(&mut self, ui: &Ui, id: Id, view: Rect, in_view: &[InView], t: &Tokens) {
        let Some(sheet) = self.sheet.as_ref() else {
            return;
        };
        let shares = self.scroll.shares(sheet, view.height());
        let shows_all = in_view.len() == sheet.block_count() && shares.max >= 1.0 && shares.min <= 0.0;
        if shows_all {
            return;
        }
        let area = Rect::from_min_max(pos2(view.right() - WIDTH, view.top()), view.max);
        let response = ui.interact(area, id.with("bar"), Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, say!("article-position")));
        let length = (shares.span() * area.height()).max(LEAST_LENGTH).min(area.height());
        let way = (area.height() - length).max(1.0);
        let share = shares.min / (1.0 - shares.span()).max(f32::EPSILON);
        let top = area.top() + share.clamp(0.0, 1.0) * way;
        if let Some(point) = response.interact_pointer_pos() {
            let on_handle = (point.y - top).clamp(0.0, length);
            let is_on_handle = (top..=top + length).contains(&point.y);
            let grip = *self.grip.get_or_insert(if is_on_handle { on_handle } else { length / 2.0 });
            self.scroll.go_to_share(sheet, (point.y - grip - area.top()) / way, view.height());
            ui.ctx().request_repaint();
        } else {
            self.grip = None;
        }
        let is_held = response.hovered() || self.grip.is_some();
        if is_held || ui.rect_contains_pointer(view) || ui.input(egui::InputState::is_scrolling) {
            let width = if is_held { THICK } else { THIN };
            let right = area.right() - 2.0;
            let handle = Rect::from_min_max(pos2(right - width, top + 2.0), pos2(right, top + length - 2.0));
            let opacity = if is_held { 0.5 } else { 0.25 };
            ui.painter().rect_filled(handle, width / 2.0, t.muted.gamma_multiply(opacity));
        }
    }
}
