//! What the mouse does: click, double and triple click, drag, and what lies under it.

use super::{ArticleView, Event, Page, laid::Place, scroll::InView};
use crate::{
    text::{Span, sentence_at, word_at},
    view::{Mark, MarkId},
};
use egui::{CursorIcon, PointerButton, Pos2, Rect, Response, Ui};
use std::ops::Range;

/// A drag that is under way.
#[derive(Clone, Debug)]
pub(super) struct Drag {
    /// The word or place where it began, in bytes.
    origin: Hit,
    /// Whether it has selected anything yet.
    selected: bool,
}

/// What lies under a point.
#[derive(Clone, Debug, Default)]
pub(super) struct Hit {
    /// The nearest place between two characters.
    place: Place,
    /// The start of the character under the point, if there is one.
    character: Option<usize>,
    /// The marks under the point, the shortest first.
    pub(super) marks: Vec<Mark>,
}

impl ArticleView {
    /// Answers the mouse. `response` is that of the whole view, `column` the left edge of the words.
    pub(super) fn pointer(
        &mut self,
        ui: &Ui,
        page: &Page<'_>,
        response: &Response,
        in_view: &[InView],
        events: &mut Vec<Event>,
    ) {
        let at = |view: &mut Self, point| view.hit(page, response.rect, in_view, point);
        let modifiers = ui.input(|input| input.modifiers);
        let origin = ui.input(|input| input.pointer.press_origin());
        if let (Some(origin), true) = (origin, response.drag_started_by(PointerButton::Primary)) {
            let anchor = Hit { place: Place::at(self.selection.anchor), ..Hit::default() };
            let origin = if modifiers.shift { anchor } else { at(self, origin) };
            self.drag = Some(Drag { origin, selected: false });
            response.request_focus();
        }
        let pointer = response.interact_pointer_pos();
        if let (Some(point), Some(drag), true) = (pointer, self.drag.clone(), response.dragged()) {
            let now = at(self, point);
            self.drag_to(page, drag, &now, modifiers.alt);
            self.scroll_at_edges(ui, response.rect, point);
        }
        if response.drag_stopped() {
            self.finish_drag(page, events);
        } else if let (Some(point), true) = (pointer, response.clicked_by(PointerButton::Primary)) {
            let hit = at(self, point);
            self.click(page, response, &hit, modifiers.shift, events);
        } else if let (Some(point), true) = (pointer, response.secondary_clicked()) {
            let hit = at(self, point);
            self.context_click(&hit, events);
        }
        self.hover(ui, page, response, in_view, events);
    }

    /// What lies at a point of the screen.
    fn hit(&mut self, page: &Page<'_>, rect: Rect, in_view: &[InView], point: Pos2) -> Hit {
        let y = point.y - rect.top();
        let words = in_view.iter().filter(|shown| shown.block > 0);
        let Some(shown) = words.clone().rfind(|shown| shown.top <= y).or_else(|| words.clone().next()) else {
            return Hit::default();
        };
        let (Some(sheet), column) = (self.sheet.as_mut(), self.column) else {
            return Hit::default();
        };
        let laid = sheet.laid(shown.block);
        let inside = Pos2::new(point.x - column, y - shown.top);
        let is_on_row = inside.y >= 0.0 && inside.y <= laid.height;
        let character = if is_on_row { laid.character_under(inside) } else { None };
        let marks = sheet.marks(shown.block, page).at(inside.to_vec2());
        Hit { place: laid.nearest(inside), character, marks }
    }

    fn drag_to(&mut self, page: &Page<'_>, drag: Drag, now: &Hit, exact: bool) {
        let text = &page.document.text;
        let snap = |hit: &Hit| -> Range<usize> {
            let word = hit.character.filter(|_| !exact).and_then(|byte| word_at(text, byte));
            // A blank is near a word, but it is not one.
            let word = word.filter(|word| hit.character.is_some_and(|byte| word.contains_offset(byte)));
            word.map_or(hit.place.byte..hit.place.byte, Span::range)
        };
        let (from, to) = (snap(&drag.origin), snap(now));
        if to.start < from.start {
            self.selection.anchor = from.end;
            self.selection.head = Place::at(to.start);
        } else {
            let range = from.start..to.end.max(from.end);
            self.selection.set(if exact { range } else { without_comma(text.as_str(), range) });
        }
        self.selection.goal_x = None;
        self.drag = Some(Drag { selected: self.selection.range().is_some(), ..drag });
    }

    /// A drag past the upper or lower edge moves the words along, the faster the farther.
    fn scroll_at_edges(&mut self, ui: &Ui, rect: Rect, point: Pos2) {
        let past = (point.y - rect.bottom() + 8.0).max(0.0) + (point.y - rect.top() - 8.0).min(0.0);
        if past != 0.0 {
            let seconds = ui.input(|input| input.stable_dt).min(0.1);
            self.scroll.by((past * 12.0).clamp(-2_400.0, 2_400.0) * seconds);
            ui.ctx().request_repaint();
        }
    }

    fn finish_drag(&mut self, page: &Page<'_>, events: &mut Vec<Event>) {
        match self.drag.take() {
            Some(drag) if drag.selected => events.push(Event::SelectionMade),
            // The button was held for long, but not moved: that is a click.
            Some(drag) => self.plain_click(page, &drag.origin, events),
            None => {}
        }
    }

    fn click(
        &mut self,
        page: &Page<'_>,
        response: &Response,
        hit: &Hit,
        extend: bool,
        events: &mut Vec<Event>,
    ) {
        response.request_focus();
        let text = &page.document.text;
        let byte = hit.character.unwrap_or(hit.place.byte);
        let found = if response.triple_clicked() {
            sentence_at(text, byte)
        } else if response.double_clicked() {
            word_at(text, byte)
        } else if extend {
            self.selection.put(hit.place, true);
            events.push(Event::SelectionMade);
            return;
        } else {
            return self.plain_click(page, hit, events);
        };
        if let Some(span) = found {
            self.selection.set(span.range());
            events.push(Event::SelectionMade);
        }
    }

    /// Selects the shortest mark there; another click on the same place the one beneath.
    fn plain_click(&mut self, page: &Page<'_>, hit: &Hit, events: &mut Vec<Event>) {
        self.selection.put(hit.place, false);
        let is_same_place = self.last_click == hit.character && hit.character.is_some();
        let current = hit.marks.iter().position(|mark| Some(mark.id) == page.current);
        let next = match current {
            Some(index) if is_same_place => (index + 1) % hit.marks.len(),
            _ => 0,
        };
        self.last_click = hit.character;
        events.push(hit.marks.get(next).map_or(Event::ClearCurrent, |mark| Event::SelectMark(mark.id)));
    }

    fn context_click(&mut self, hit: &Hit, events: &mut Vec<Event>) {
        let is_selected = self.selection.range().is_some_and(|range| range.contains(&hit.place.byte));
        if !is_selected {
            self.selection.put(hit.place, false);
        }
        events.push(Event::ContextMenu { mark: hit.marks.first().map(|mark| mark.id) });
    }

    fn hover(
        &mut self,
        ui: &Ui,
        page: &Page<'_>,
        response: &Response,
        in_view: &[InView],
        events: &mut Vec<Event>,
    ) {
        let hit = response.hover_pos().filter(|_| self.drag.is_none());
        let hit = hit.map(|point| self.hit(page, response.rect, in_view, point));
        if response.hovered() {
            let on_mark = hit.as_ref().is_some_and(|hit| !hit.marks.is_empty());
            ui.set_cursor_icon(if on_mark { CursorIcon::PointingHand } else { CursorIcon::Text });
        }
        let marks: Vec<MarkId> =
            hit.map(|hit| hit.marks.iter().map(|mark| mark.id).collect()).unwrap_or_default();
        if marks.first() != self.hovered.first() {
            events.push(Event::HoverMark(marks.first().copied()));
        }
        self.hovered = marks;
    }
}

/// A drag over words that ends a little too far does not take the comma along.
fn without_comma(text: &str, range: Range<usize>) -> Range<usize> {
    let words = text.get(range.clone()).unwrap_or_default();
    let kept = words.trim_end_matches([',', ';', ':', '،', '、', '，']);
    if kept.chars().any(char::is_alphanumeric) { range.start..range.start + kept.len() } else { range }
}
