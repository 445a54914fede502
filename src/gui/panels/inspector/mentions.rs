//! The mentions of the article in the order of the text, and all about the selected one.

use super::{Act, App, detail, follow, list_head, stamp};
use crate::{
    gui::{sayings, theme, widgets},
    model::{DocumentId, MentionId},
    view::{MarkId, context_of},
    words::{key, say},
};
use egui::{Panel, ScrollArea, TextStyle, Ui, pos2};

/// Height of a row, in points.
const ROW_HEIGHT: f32 = 54.0;

/// The list, and below it the selected mention.
pub fn ui(app: &mut App, ui: &mut Ui, acts: &mut Vec<Act>) {
    let Some(stamp) = stamp(app) else {
        return;
    };
    let project = app.session.project();
    let ids = app
        .desk
        .lists
        .mentions
        .get(stamp, || project.mentions_of(stamp.0).map(|mention| mention.id).collect());
    list_head(ui, &say!("mark-count", count = ids.len()), |_| {});
    if ids.is_empty() {
        let hint = sayings::with_keys(ui.ctx(), key!("no-marks-hint"));
        widgets::empty_state(ui, say!("no-marks-yet"), &hint);
        return;
    }
    if let Some(MarkId::Mention(id)) = app.desk.current {
        let frame = egui::Frame::new().inner_margin(egui::Margin::symmetric(16, 12));
        Panel::bottom("mention").frame(frame).show(ui, |ui| detail::ui(app, ui, id, acts));
    }
    rows_ui(app, ui, stamp.0, &ids, acts);
}

fn rows_ui(app: &App, ui: &mut Ui, document: DocumentId, ids: &[MentionId], acts: &mut Vec<Act>) {
    let current = match app.desk.current {
        Some(MarkId::Mention(id)) => Some(id),
        _ => None,
    };
    let place = current.and_then(|current| ids.iter().position(|id| *id == current));
    let area = follow(ui, ScrollArea::vertical().auto_shrink(false).id_salt("mentions"), place, ROW_HEIGHT);
    area.show_rows(ui, ROW_HEIGHT, ids.len(), |ui, range| {
        for id in ids.get(range).unwrap_or_default() {
            row_ui(app, ui, document, *id, current == Some(*id), acts);
        }
    });
}

fn row_ui(
    app: &App,
    ui: &mut Ui,
    document: DocumentId,
    id: MentionId,
    is_current: bool,
    acts: &mut Vec<Act>,
) {
    let project = app.session.project();
    let (Some(mention), Some(document)) = (project.mention(id), project.document(document)) else {
        return;
    };
    let tokens = theme::tokens(ui.ctx());
    let context = context_of(document, mention.span);
    let label = project.schema().name_of(mention.label);
    let name = format!("{}, {label}, {}", context.words, sayings::source_of(&mention.provenance));
    let (rect, response) = widgets::list_row(ui, ROW_HEIGHT, is_current, &name);
    let colour = theme::colour_of(project.schema(), mention.label, &tokens);
    widgets::paint_dot(ui, pos2(rect.left() + 20.5, rect.top() + 18.0), colour, 9.0);
    let (left, right) = (rect.left() + 36.0, rect.right() - 16.0);
    let label_rect =
        widgets::line_ending_at(ui, pos2(right, rect.top() + 10.0), label, &TextStyle::Small, tokens.muted);
    let width = label_rect.left() - left - 8.0;
    widgets::line_at(ui, pos2(left, rect.top() + 9.0), &context.words, &theme::strong(), tokens.ink, width);
    let line = format!("{}{}{}", tail(&context.before), context.words, context.after);
    widgets::line_at(
        ui,
        pos2(left, rect.top() + 28.0),
        line.trim(),
        &TextStyle::Small,
        tokens.muted,
        right - left,
    );
    if response.clicked() {
        acts.push(Act::Go(MarkId::Mention(id)));
    }
}

/// The last words before a mention, so that the mention itself is in sight.
fn tail(before: &str) -> String {
    const SHOWN: usize = 16;
    let count = before.chars().count();
    if count <= SHOWN {
        return before.to_owned();
    }
    let end: String = before.chars().skip(count - SHOWN).collect();
    format!("…{}", end.split_once(' ').map_or(end.as_str(), |(_, rest)| rest))
}
