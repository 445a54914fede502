//! The article: a read-only view of its words with the marks on them, and the caret and selection in it.
//!
//! It lays out only the paragraphs in view, so an article of ten megabytes costs no more a frame than a short one.
//! It changes nothing: what the reader does comes back as [`Event`]s. Offsets are bytes of the article's text.

mod arcs;
mod bar;
mod head;
mod heights;
mod laid;
mod letters;
mod marks;
mod motion;
mod notes;
mod paint;
mod pointer;
mod scroll;
mod selection;
mod sheet;
mod speech;

pub use arcs::Arc;
pub use head::{Fact, Head};
pub use motion::Motion;

use crate::{
    gui::theme,
    model::{Document, LabelId, Project},
    text::Span,
    view::{Mark, MarkId, Suggestion},
    words::say,
};
use egui::{EventFilter, Id, Rect, Response, Role, Sense, Ui, WidgetInfo};
use laid::Place;
use paint::Palette;
use pointer::Drag;
use scroll::{InView, Scroll, Wanted};
use selection::Selection;
use sheet::Sheet;
use std::ops::Range;

/// What is shown in a frame.
pub struct Page<'a> {
    pub document: &'a Document,
    pub project: &'a Project,
    /// The open ones of the document: sorted by place, without overlaps.
    pub suggestions: &'a [Suggestion],
    /// Changes whenever marks, labels or notes may have changed.
    pub revision: u64,
    /// The mark under review or selected.
    pub current: Option<MarkId>,
    /// What stands above the words.
    pub head: Head<'a>,
    /// Of the words, in points; [`theme::READING_SIZE`] unless the reader chose another.
    pub text_size: f32,
    /// From one line to the next, in text sizes; [`theme::LINE_RATIO`] unless the reader chose another.
    pub line_ratio: f32,
    /// How wide the column may be, in characters; about 72.
    pub column_chars: f32,
    pub label_name: &'a dyn Fn(LabelId) -> String,
    /// Small words in the gap beneath a mark: what a date comes to. Asked when `revision` has changed.
    pub date_note: &'a dyn Fn(&Mark) -> Option<String>,
    /// The relations of the current mark.
    pub arcs: &'a [Arc],
}

/// What the reader did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A mark was clicked.
    SelectMark(MarkId),
    /// Words without a mark were clicked.
    ClearCurrent,
    /// A fact in the head was clicked.
    FactClicked(&'static str),
    /// Words were selected by drag, double, triple or Shift click; the button is up.
    SelectionMade,
    /// The pointer is over another mark than before, or over none.
    HoverMark(Option<MarkId>),
    /// The other mouse button was clicked, on this mark or on none.
    ContextMenu { mark: Option<MarkId> },
}

/// The view of one article at a time; another document in [`Page`] starts it anew.
pub struct ArticleView {
    id: Id,
    sheet: Option<Sheet>,
    scroll: Scroll,
    selection: Selection,
    drag: Option<Drag>,
    /// The character of the last click, for going through the marks there.
    last_click: Option<usize>,
    /// The marks under the pointer, the shortest first.
    hovered: Vec<MarkId>,
    /// Where on the handle of the scroll bar it is held, in points.
    grip: Option<f32>,
    palette: Palette,
    /// Words that were found, in order, and the one at hand.
    hits: std::sync::Arc<Vec<Span>>,
    hit: Option<usize>,
    /// The left edge of the words and the view, on the screen, as of the last frame.
    column: f32,
    rect: Rect,
    in_view: Vec<InView>,
    response: Option<Response>,
}

impl Default for ArticleView {
    fn default() -> Self {
        Self::new("article view")
    }
}

impl ArticleView {
    /// A view with a name of its own among all that are on screen.
    pub fn new(name: &str) -> Self {
        Self {
            id: Id::unique(name),
            sheet: None,
            scroll: Scroll::default(),
            selection: Selection::default(),
            drag: None,
            last_click: None,
            hovered: Vec::new(),
            grip: None,
            palette: Palette::default(),
            hits: std::sync::Arc::default(),
            hit: None,
            column: 0.0,
            rect: Rect::ZERO,
            in_view: Vec::new(),
            response: None,
        }
    }

    /// Its egui id: who has this has the keyboard's focus when the article has it.
    pub fn id(&self) -> Id {
        self.id
    }

    /// Gives it the keyboard.
    pub fn request_focus(&self, ctx: &egui::Context) {
        ctx.memory_mut(|memory| memory.request_focus(self.id));
    }

    /// The selected bytes; `None` if there are none.
    pub fn selection(&self) -> Option<Range<usize>> {
        self.selection.range()
    }

    /// The byte before which the caret stands.
    pub fn caret(&self) -> usize {
        self.selection.head.byte
    }

    /// Puts the caret before a byte; selects the words on the way if `extend`.
    pub fn set_caret(&mut self, byte: usize, extend: bool) {
        self.selection.put(Place::at(byte), extend);
        self.clamp();
    }

    /// Selects bytes; the caret goes to their end.
    pub fn select(&mut self, range: Range<usize>) {
        self.selection.set(range);
        self.clamp();
    }

    /// Draws these words as found, one of them as the one at hand.
    pub fn set_hits(&mut self, hits: std::sync::Arc<Vec<Span>>, hit: Option<usize>) {
        (self.hits, self.hit) = (hits, hit);
    }

    /// Selects nothing; the caret stays.
    pub fn clear_selection(&mut self) {
        self.selection.put(self.selection.head, false);
    }

    /// Brings words into view in the next frame: smoothly if they are near, not at all if they are in view.
    pub fn scroll_to(&mut self, bytes: Range<usize>) {
        self.scroll.wanted = Some(Wanted { bytes, smooth: true, at_a_third: true });
    }

    /// Moves the caret, and brings it into view in the next frame.
    pub fn move_caret(&mut self, motion: Motion, extend: bool, page: &Page<'_>) {
        let Some(sheet) = self.sheet.as_mut().filter(|sheet| sheet.document == page.document.id) else {
            return;
        };
        let rows = (self.rect.height() / sheet.measure.line_height.max(1.0)) as usize;
        let page_rows = rows.saturating_sub(2).max(1);
        motion::apply(sheet, &mut self.selection, motion, extend, page_rows);
        // A page takes the view along, so that the caret stays where it is on the screen.
        let page_height = page_rows as f32 * sheet.measure.line_height;
        match motion {
            Motion::PageUp => self.scroll.by(-page_height),
            Motion::PageDown => self.scroll.by(page_height),
            _ => {}
        }
        let head = self.selection.head.byte;
        self.scroll.wanted = Some(Wanted { bytes: head..head, smooth: false, at_a_third: false });
    }

    /// The bytes of the paragraphs in view, as of the last frame.
    pub fn visible_bytes(&self) -> Range<usize> {
        let bytes = |shown: &InView| self.sheet.as_ref().map_or(0..0, |sheet| sheet.bytes_of(shown.block));
        let (first, last) = (self.in_view.first().map(bytes), self.in_view.last().map(bytes));
        first.unwrap_or_default().start..last.unwrap_or_default().end
    }

    /// Where on the screen a byte's left edge is; `None` out of view. For tests and for what pops up beside it.
    pub fn rect_of(&mut self, byte: usize) -> Option<Rect> {
        let sheet = self.sheet.as_mut()?;
        let block = sheet.block_of(byte);
        let shown = self.in_view.iter().find(|shown| shown.block == block)?;
        let corner = egui::vec2(self.column, self.rect.top() + shown.top);
        Some(sheet.laid(block).caret(Place::at(byte)).translate(corner))
    }

    /// Lets go of the memory that laid-out words take; for a view that is not shown for a while. Nothing is lost.
    pub fn rest(&mut self) {
        if let Some(sheet) = self.sheet.as_mut() {
            sheet.let_go();
        }
    }

    /// How many paragraphs are laid out: those in view, and some that were.
    pub fn laid_out_count(&self) -> usize {
        self.sheet.as_ref().map_or(0, Sheet::laid_count)
    }

    /// egui's response of the words in the last frame, to hang a context menu on.
    pub fn response(&self) -> Option<&Response> {
        self.response.as_ref()
    }

    /// Shows the article in all the space there is.
    pub fn show(&mut self, ui: &mut Ui, page: &Page<'_>) -> Vec<Event> {
        let t = theme::tokens(ui);
        let rect = ui.available_rect_before_wrap();
        ui.advance_cursor_after_rect(rect);
        let response = ui.interact(rect, self.id, Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(Role::Document, true, say!("article-text")));
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        painter.rect_filled(rect, 0.0, t.page);

        self.begin(ui, page, rect);
        self.keys(ui, page, &response);
        self.move_view(ui, rect);
        let Some(sheet) = self.sheet.as_mut() else {
            return Vec::new();
        };
        let in_view = self.scroll.settle(sheet, rect.height());
        let mut events = Vec::new();
        self.pointer(ui, page, &response, &in_view, &mut events);
        self.paint(&painter, page, &t, rect, &in_view);
        if response.has_focus() {
            self.paint_caret(&painter, &t, rect, &in_view);
        }
        self.paint_arcs(&painter, page, &t, rect, &in_view);
        self.paint_chips(&painter, page, &t, rect, &in_view);
        self.name_parts(ui, self.id, page, rect, &in_view);
        events.extend(self.head_ui(ui, rect, &in_view));
        self.bar_ui(ui, self.id, rect, &in_view, &t);
        self.in_view = in_view;
        self.response = Some(response);
        events
    }

    /// Takes over another article, another width, other fonts; the words at the top stay there.
    fn begin(&mut self, ui: &Ui, page: &Page<'_>, rect: Rect) {
        if self.sheet.as_ref().is_some_and(|sheet| sheet.document != page.document.id) {
            *self = Self { id: self.id, ..Self::default() };
        }
        let is_new = self.sheet.is_none();
        let sheet = self.sheet.get_or_insert_with(|| Sheet::new(ui.ctx(), page));
        let block = self.scroll.block;
        let top = (!is_new && block > 0).then(|| {
            let laid = sheet.laid(block);
            let place = laid.nearest(egui::pos2(0.0, self.scroll.offset));
            (place, self.scroll.offset - laid.caret(place).top())
        });
        let set_anew = sheet.begin(page, rect.width());
        if let (Some((place, into_row)), true) = (top, set_anew) {
            self.scroll.offset = sheet.laid(block).caret(place).top() + into_row;
        }
        self.column = (rect.center().x - sheet.measure.width / 2.0).round();
        self.rect = rect;
        if is_new {
            self.clamp();
        }
    }

    /// The keys that move the caret and copy, while the article has the keyboard.
    fn keys(&mut self, ui: &Ui, page: &Page<'_>, response: &Response) {
        if !response.has_focus() {
            return;
        }
        let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(self.id, filter));
        let mut motions = Vec::new();
        let mut copies = false;
        ui.input_mut(|input| {
            input.events.retain(|event| match event {
                egui::Event::Copy => {
                    copies = true;
                    false
                }
                _ => Motion::of(event).map(|motion| motions.push(motion)).is_none(),
            });
        });
        for (motion, extend) in motions {
            self.move_caret(motion, extend, page);
        }
        if let Some(range) = self.selection().filter(|_| copies) {
            ui.copy_text(page.document.text.get(range).to_owned());
        }
    }

    /// The wheel, what was asked to be in view, and movements under way.
    fn move_view(&mut self, ui: &Ui, rect: Rect) {
        let Some(sheet) = self.sheet.as_mut() else {
            return;
        };
        self.scroll.go_to_wanted(sheet, rect.height());
        if ui.rect_contains_pointer(rect) {
            let wheel = ui.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta.y));
            if wheel != 0.0 {
                self.scroll.rest = 0.0;
                self.scroll.by(-wheel);
            }
        }
        let seconds = ui.input(|input| input.stable_dt).min(0.05);
        let seconds = if ui.style().animation_time > 0.0 { seconds } else { f32::INFINITY };
        if self.scroll.rest != 0.0 && self.scroll.animate(seconds) {
            ui.ctx().request_repaint();
        }
    }

    fn head_ui(&self, ui: &Ui, rect: Rect, in_view: &[InView]) -> Option<Event> {
        let shown = in_view.first().filter(|shown| shown.block == 0)?;
        let head = self.sheet.as_ref()?.head.clone();
        let corner = egui::pos2(self.column, rect.top() + shown.top);
        head.show(ui, self.id, corner, &theme::tokens(ui)).map(Event::FactClicked)
    }

    fn clamp(&mut self) {
        if let Some(sheet) = &self.sheet {
            self.selection.clamp(sheet.text.as_str());
        }
    }
}
