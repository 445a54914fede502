//! What a screen reader is told: the paragraphs in view, and each mark on them by label and words, a date by what it
//! comes to as well.

use super::{ArticleView, Page, scroll::InView};
use crate::{view::MarkId, words::say};
use egui::{Id, Rect, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

impl ArticleView {
    /// Names everything in view. Does nothing while nobody listens.
    pub(super) fn name_parts(&mut self, ui: &Ui, id: Id, page: &Page<'_>, rect: Rect, in_view: &[InView]) {
        if ui.ctx().accesskit_node_builder(id, |_| ()).is_none() {
            return;
        }
        // Scrolling puts other paragraphs and marks in the same places.
        ui.ctx().allow_widget_id_changes_in(rect);
        for shown in in_view.iter().filter(|shown| shown.block > 0) {
            let Some(sheet) = self.sheet.as_mut() else {
                return;
            };
            let paragraph = sheet.laid(shown.block);
            let marks = sheet.marks(shown.block, page);
            let origin = vec2(self.column, rect.top() + shown.top);
            if !paragraph.bytes.is_empty() {
                let area =
                    Rect::from_min_size(origin.to_pos2(), Vec2::new(sheet.measure.width, shown.height));
                let words = page.document.text.get(paragraph.bytes.clone());
                let response = ui.interact(area, id.with(("paragraph", shown.block)), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::Paragraph, true, words));
            }
            for (index, mark) in marks.list.iter().enumerate() {
                let fragments = marks.fragments.iter().filter(|fragment| fragment.mark == index);
                let Some(first) = fragments.clone().next() else {
                    continue;
                };
                let area = first.rect.translate(origin);
                let response = ui.interact(area, id.with((shown.block, mark.id)), Sense::hover());
                let words = page.document.text.slice(mark.span);
                let name = (page.label_name)(mark.label);
                let said = marks.said.get(&index);
                let said = said.map(|said| format!(", {}", said.replace(" · ", " "))).unwrap_or_default();
                response.widget_info(|| {
                    let text = match mark.id {
                        MarkId::Mention(_) => format!("{name}: {words}{said}"),
                        MarkId::Suggestion(_) => {
                            format!("{}{said}", say!("said-suggestion", label = name.as_str(), words = words))
                        }
                    };
                    WidgetInfo::labeled(Role::Mark, true, text)
                });
            }
        }
    }
}
