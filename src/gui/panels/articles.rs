//! The articles of the project and how far each is reviewed.

use super::{
    super::{app::App, theme, widgets},
    Act,
};
use crate::{gui::commands::UiCommand, model::DocumentId, view::ArticleCounts, words::say};
use egui::{Rect, RichText, ScrollArea, TextStyle, Ui, pos2, vec2};

/// Height of a row, in points.
const ROW_HEIGHT: f32 = 84.0;

/// The list. Only rows in sight are drawn, so thousands of articles cost nothing.
pub fn ui(app: &mut App, ui: &mut Ui, acts: &mut Vec<Act>) {
    let tokens = theme::tokens(ui.ctx());
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        ui.add_space(18.0);
        let count = app.session.project().document_count();
        let text = if count > 1 {
            say!("articles-head-count", count = count)
        } else {
            say!("articles-head").to_owned()
        };
        ui.label(RichText::new(text).text_style(theme::caption()).color(tokens.muted));
    });
    ui.add_space(4.0);
    ui.spacing_mut().item_spacing.y = 4.0;
    let count = app.session.project().document_count();
    ScrollArea::vertical().auto_shrink(false).show_rows(ui, ROW_HEIGHT, count, |ui, range| {
        let all = app.session.project().document_ids();
        let in_sight: Vec<DocumentId> = all.skip(range.start).take(range.len()).collect();
        for document in in_sight {
            row_ui(app, ui, document, acts);
        }
    });
}

fn row_ui(app: &mut App, ui: &mut Ui, id: DocumentId, acts: &mut Vec<Act>) {
    let counts = app.counts(id);
    let is_pending = app.session.is_suggesting(id);
    let is_open = app.desk.document == Some(id);
    let Some(document) = app.session.project().document(id) else {
        return;
    };
    let (title, file) = (document.display_title(), document.file_name());
    let state = state_of(counts, is_pending);
    let name = say!("article-row", title = title, state = state.as_str());
    let margin = ui.spacing().scroll.bar_width.max(10.0);
    ui.horizontal(|ui| {
        ui.add_space(margin);
        let inner = vec2((ui.available_width() - margin).max(40.0), ROW_HEIGHT);
        ui.allocate_ui(inner, |ui| {
            let (rect, response) = row_shape(ui, is_open, &name);
            paint_row(ui, rect.shrink2(vec2(10.0, 10.0)), title, file, &state, counts);
            let response =
                response.on_hover_text(if document.source.is_empty() { title } else { &document.source });
            if response.clicked() {
                acts.push(Act::Show(id));
            }
            response.context_menu(|ui| {
                if ui.button(say!("remove-from-project")).clicked() {
                    acts.extend([Act::Show(id), Act::Do(UiCommand::RemoveArticle)]);
                    ui.close();
                }
            });
        });
    });
}

fn row_shape(ui: &mut Ui, is_open: bool, name: &str) -> (Rect, egui::Response) {
    let tokens = theme::tokens(ui.ctx());
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), ROW_HEIGHT), egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::accesskit::Role::ListItem, true, is_open, name));
    ui.painter().rect_filled(rect, 8, widgets::row_colour(&tokens, is_open, &response));
    widgets::focus_ring(ui, &response, rect);
    (rect, response)
}

fn paint_row(ui: &Ui, rect: Rect, title: &str, file: &str, state: &str, counts: ArticleCounts) {
    let tokens = theme::tokens(ui.ctx());
    let width = rect.width();
    widgets::line_at(ui, rect.min, title, &theme::strong(), tokens.ink, width);
    let second = match file {
        "" => say!("pasted-text"),
        file if file == title => say!("no-headline"),
        file => file,
    };
    widgets::line_at(ui, rect.min + vec2(0.0, 19.0), second, &TextStyle::Small, tokens.muted, width);
    let bar = Rect::from_min_size(pos2(rect.left(), rect.top() + 41.0), vec2(width, 3.0));
    widgets::progress_line(ui, bar, counts.fraction(), &tokens);
    widgets::line_at(ui, rect.min + vec2(0.0, 49.0), state, &TextStyle::Small, tokens.muted, width);
}

fn state_of(counts: ArticleCounts, is_pending: bool) -> String {
    if is_pending && counts.open == 0 {
        return say!("marked-looking", marked = counts.marked);
    }
    say!("marked-to-review", marked = counts.marked, open = counts.open)
}
