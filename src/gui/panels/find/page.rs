//! Finding in the whole project: what was found with the words around it, by article or by the word beside it.

use super::{Act, App, FindDesk, Order, bar, input, search};
use crate::{
    gui::{
        panels::page_head::page_head,
        theme::{self, Tokens},
        widgets,
    },
    model::{DocumentId, Project},
    text::{in_visual_order, starts_at_right},
    view::{Hit, kwic, word_after, word_before},
    words::{retold, say},
};
use egui::{Align, Align2, ComboBox, Id, Layout, ScrollArea, TextStyle, Ui, pos2, vec2};
use std::sync::Arc;

/// Height of a row, in points.
const ROW_HEIGHT: f32 = 26.0;
/// Characters on either side of what was found.
const CONTEXT: usize = 90;

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    /// An article and how many were found in it.
    Article(DocumentId, usize),
    Hit(Hit),
}

/// The rows as they are shown, until there are others.
#[derive(Clone, Default)]
struct Rows {
    of: Option<(usize, usize, Order, bool)>,
    rows: Arc<Vec<Row>>,
}

/// The page.
pub fn ui(app: &mut App, ui: &mut Ui, acts: &mut Vec<Act>) {
    let mut desk = std::mem::take(&mut app.desk.find);
    let project = app.session.project();
    let counts = counts(&desk);
    page_head(ui, say!("find-page-title"), &counts, acts, |ui| order_ui(ui, &mut desk.order));
    ui.horizontal(|ui| {
        ui.add_space(theme::MARGIN);
        let width = (ui.available_width() - 32.0).max(120.0);
        let size = vec2(width, 30.0);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center).with_main_wrap(true), |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            input::ui(ui, &mut desk, Id::unique("find page field"), 220.0);
            desk.search.bring_up_to_date(project, &desk.wanted, ui.ctx());
            let hits = Arc::clone(&desk.search.hits);
            let is_whole = !desk.search.is_under_way && hits.len() < search::MOST;
            let count = if is_whole { hits.len() } else { 0 };
            bar::tag_ui(ui, project.schema(), &mut desk, count, || hits.to_vec(), acts);
        });
    });
    ui.add_space(6.0);
    if desk.search.hits.is_empty() {
        empty_ui(ui, &desk);
    } else {
        rows_ui(ui, project, &desk, acts);
    }
    app.desk.find = desk;
}

/// `312 in 14 articles`
fn counts(desk: &FindDesk) -> String {
    let hits = &desk.search.hits;
    if hits.is_empty() {
        return String::new();
    }
    let articles = hits.chunk_by(|one, other| one.document == other.document).count();
    let (count, articles) = (hits.len(), say!("article-count", count = articles));
    match (desk.search.is_under_way, count >= search::MOST) {
        (_, true) => say!("found-in-first", count = count, articles = articles),
        (true, false) => say!("found-in-searching", count = count, articles = articles),
        (false, false) => say!("found-in", count = count, articles = articles),
    }
}

fn order_ui(ui: &mut Ui, order: &mut Order) {
    let names = [
        (Order::Article, say!("find-by-article")),
        (Order::WordBefore, say!("find-by-before")),
        (Order::WordAfter, say!("find-by-after")),
    ];
    let name = names.iter().find(|(each, _)| each == order).map_or(&"", |(_, name)| name);
    let combo = ComboBox::from_id_salt("find order").width(140.0).selected_text(*name);
    let combo = combo.show_ui(ui, |ui| {
        for (each, name) in names {
            ui.selectable_value(order, each, name);
        }
    });
    let said = say!("order-is", order = *name);
    combo.response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::ComboBox, true, &said));
}

fn empty_ui(ui: &mut Ui, desk: &FindDesk) {
    let tokens = theme::tokens(ui.ctx());
    if let Some(error) = &desk.search.error {
        ui.horizontal(|ui| {
            ui.add_space(theme::MARGIN);
            ui.label(egui::RichText::new(retold(error)).color(tokens.error));
        });
    } else if desk.wanted.typed.trim().is_empty() {
        widgets::empty_state(ui, say!("find-in-all"), say!("find-syntax"));
    } else if desk.search.is_under_way {
        widgets::empty_state(ui, say!("searching"), say!("searching-hint"));
    } else {
        widgets::empty_state(ui, say!("nothing-found"), say!("nothing-found-hint"));
    }
}

fn rows_ui(ui: &mut Ui, project: &Project, desk: &FindDesk, acts: &mut Vec<Act>) {
    let hits = &desk.search.hits;
    // While more comes in, what is there stays where it is.
    let order = if desk.search.is_under_way { Order::Article } else { desk.order };
    let of = (Arc::as_ptr(hits) as usize, hits.len(), order, desk.search.is_under_way);
    let id = Id::unique("find rows");
    let known: Rows = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let rows = if known.of == Some(of) {
        known.rows
    } else {
        let rows = Arc::new(rows_of(project, hits, order));
        ui.data_mut(|data| data.insert_temp(id, Rows { of: Some(of), rows: Arc::clone(&rows) }));
        rows
    };
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().id_salt("finds").auto_shrink(false).show_rows(
        ui,
        ROW_HEIGHT,
        rows.len(),
        |ui, range| {
            for row in rows.get(range).unwrap_or_default() {
                match row {
                    Row::Article(document, count) => article_ui(ui, project, *document, *count),
                    Row::Hit(hit) => hit_ui(ui, project, *hit, acts),
                }
            }
        },
    );
}

fn rows_of(project: &Project, hits: &[Hit], order: Order) -> Vec<Row> {
    let word = |hit: &Hit| {
        let text = project.document(hit.document).map(|document| &document.text);
        text.map_or_else(String::new, |text| match order {
            Order::WordBefore => word_before(text, hit.span),
            Order::WordAfter | Order::Article => word_after(text, hit.span),
        })
    };
    if order != Order::Article {
        let mut sorted = hits.to_vec();
        sorted.sort_by_cached_key(word);
        return sorted.into_iter().map(Row::Hit).collect();
    }
    let mut rows = Vec::with_capacity(hits.len() + 16);
    for group in hits.chunk_by(|one, other| one.document == other.document) {
        rows.extend(group.first().map(|hit| Row::Article(hit.document, group.len())));
        rows.extend(group.iter().copied().map(Row::Hit));
    }
    rows
}

fn article_ui(ui: &mut Ui, project: &Project, id: DocumentId, count: usize) {
    let tokens = theme::tokens(ui.ctx());
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), ROW_HEIGHT), egui::Sense::hover());
    let title = project.document(id).map_or("", |document| document.display_title());
    response.widget_info(|| {
        let said = say!("found-in-article", title = title, count = count);
        egui::WidgetInfo::labeled(egui::accesskit::Role::Heading, true, said)
    });
    let at = pos2(rect.left() + theme::MARGIN, rect.top() + 6.0);
    let width = rect.width() - 100.0;
    let shown = widgets::line_at(ui, at, title, &theme::strong(), tokens.ink, width);
    let at = pos2(shown.right() + 8.0, rect.top() + 7.0);
    widgets::line_at(ui, at, &count.to_string(), &TextStyle::Small, tokens.muted, 80.0);
}

/// A keyword in its context: what was found in the middle, the words around it on either side.
fn hit_ui(ui: &mut Ui, project: &Project, hit: Hit, acts: &mut Vec<Act>) {
    let tokens = theme::tokens(ui.ctx());
    let Some(document) = project.document(hit.document) else {
        return;
    };
    let shown = kwic(&document.text, hit.span, CONTEXT);
    let context = format!("{}{}{}", shown.left, shown.words, shown.right);
    // From right to left, what comes before stands at the right.
    let (before, after) =
        if starts_at_right(&context) { (&shown.right, &shown.left) } else { (&shown.left, &shown.right) };
    let (before, after, words) =
        (in_visual_order(before), in_visual_order(after), in_visual_order(&shown.words));
    let said = say!("found-row", words = context, title = document.display_title());
    let (rect, response) = widgets::list_row(ui, ROW_HEIGHT, false, &said);
    let middle = rect.left() + rect.width() * 0.42;
    let painter =
        ui.painter().with_clip_rect(rect.shrink2(vec2(theme::MARGIN, 0.0)).intersect(ui.clip_rect()));
    let font = TextStyle::Body.resolve(ui.style());
    let y = rect.center().y;
    let galley = painter.layout_no_wrap(words.into_owned(), theme::strong().resolve(ui.style()), tokens.ink);
    let width = galley.size().x;
    let left = painter.with_clip_rect(painter.clip_rect().with_max_x(middle));
    left.text(pos2(middle, y), Align2::RIGHT_CENTER, before, font.clone(), tokens.muted);
    let behind = egui::Rect::from_min_size(pos2(middle - 2.0, y - 9.0), vec2(width + 4.0, 18.0));
    painter.rect_filled(behind, 4, hit_colour(&tokens));
    painter.galley(pos2(middle, y - galley.size().y / 2.0), galley, tokens.ink);
    painter.text(pos2(middle + width, y), Align2::LEFT_CENTER, after, font, tokens.muted);
    if response.clicked() {
        acts.push(Act::GoHit(hit));
    }
}

/// Behind words that were found.
pub fn hit_colour(t: &Tokens) -> egui::Color32 {
    theme::mix(t.page, t.warning, if t.dark { 0.34 } else { 0.22 })
}
