//! The sentences behind an entity or a tie; a click goes to the words.

use super::{Chosen, Map, TiesDesk};
use crate::{
    gui::{acts::Act, app::App, theme, widgets},
    view::{EntitySentence, MarkId},
    words::say,
};
use egui::{Align, Layout, RichText, ScrollArea, TextStyle, Ui, pos2, vec2};

/// Height of a row, in points.
const ROW_HEIGHT: f32 = 76.0;

/// What is chosen, for people: `Kim → Moon · Met`.
pub fn title(app: &App, map: &Map, chosen: Chosen) -> String {
    let name = |entity| widgets::cut(map.name(entity), 60);
    match chosen {
        Chosen::Entity(entity) => name(entity),
        Chosen::Faint(first, second) => {
            let tie =
                map.ties.faint.iter().find(|tie| map.ends(tie.first, tie.second) == Some((first, second)));
            let count = tie.map_or(0, |tie| tie.sentence_count);
            let sentences = say!("sentence-count", count = count);
            say!("tie-of", first = name(first), second = name(second), sentences = sentences)
        }
        Chosen::Strong(from, to, kind) => {
            let kind = app.session.project().schema().relation_type(kind);
            let way = if kind.is_some_and(|kind| kind.is_symmetric) { "–" } else { "→" };
            let kind = kind.map_or("", |kind| kind.name.as_str());
            format!("{} {way} {} · {kind}", name(from), name(to))
        }
    }
}

/// The list.
pub fn ui(app: &App, ui: &mut Ui, desk: &mut TiesDesk, map: &Map, acts: &mut Vec<Act>) {
    let Some(chosen) = desk.chosen else {
        return;
    };
    let tokens = theme::tokens(ui.ctx());
    let sentences = desk.sentences(app.session.project(), map);
    let whole = ui.max_rect();
    ui.painter().rect_filled(whole, 0, tokens.page);
    ui.painter().hline(whole.x_range(), whole.top(), (1.0, tokens.line));
    ui.painter().vline(whole.left(), whole.y_range(), (1.0, tokens.line));
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), 44.0),
        Layout::right_to_left(Align::Center),
        |ui| {
            ui.add_space(12.0);
            if ui.button(say!("close")).on_hover_text("Esc").clicked() {
                desk.chosen = None;
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(theme::MARGIN);
                let words = RichText::new(title(app, map, chosen)).text_style(theme::strong());
                ui.add(egui::Label::new(words).truncate());
            });
        },
    );
    if sentences.is_empty() {
        widgets::empty_state(ui, say!("tie-gone"), say!("tie-gone-hint"));
        return;
    }
    let area = ScrollArea::vertical().auto_shrink(false).id_salt("tie-sentences");
    area.show_rows(ui, ROW_HEIGHT, sentences.len(), |ui, range| {
        for sentence in sentences.get(range).unwrap_or_default() {
            row_ui(app, ui, sentence, acts);
        }
    });
}

fn row_ui(app: &App, ui: &mut Ui, found: &EntitySentence, acts: &mut Vec<Act>) {
    let Some(document) = app.session.project().document(found.document) else {
        return;
    };
    let tokens = theme::tokens(ui.ctx());
    let sentence = document.text.slice(found.sentence);
    let is_current = app.desk.current == Some(MarkId::Mention(found.mention));
    let (rect, response) =
        widgets::list_row(ui, ROW_HEIGHT, is_current, &widgets::cut(&sentence.replace('\n', " "), 200));
    let (left, width) = (rect.left() + theme::MARGIN, rect.width() - 2.0 * theme::MARGIN);
    ui.painter().hline(rect.x_range().shrink(theme::MARGIN), rect.top(), (1.0, tokens.line));
    let start = found.span.start().saturating_sub(found.sentence.start());
    let emphasised = start..start + found.span.byte_count();
    widgets::sentence_at(ui, pos2(left, rect.top() + 8.0), sentence, emphasised, width);
    let title = document.display_title();
    widgets::line_at(ui, pos2(left, rect.top() + 51.0), title, &TextStyle::Small, tokens.muted, width);
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        acts.push(Act::Go(MarkId::Mention(found.mention)));
    }
}
