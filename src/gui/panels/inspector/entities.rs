//! The entities with their mentions: renamed, merged, and looked into.

use super::{Act, App, list_head};
use crate::{
    gui::{desk::Draft, theme, widgets},
    model::{EntityId, MentionId},
    view::{EntityRow, MarkId, context_of, entity_rows},
};
use egui::{Key, ScrollArea, TextEdit, TextStyle, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

/// Heights of a row and of a mention beneath it, in points.
const ROW_HEIGHT: f32 = 52.0;
const MENTION_HEIGHT: f32 = 28.0;
/// At most this many mentions are shown under an unfolded entity.
const MENTIONS_SHOWN: usize = 200;

/// The list.
pub fn ui(app: &mut App, ui: &mut Ui, acts: &mut Vec<Act>) {
    let document = app.desk.document.filter(|_| !app.desk.entities_of_project);
    let project = app.session.project();
    let stamp = (document, project.revision());
    let rows = app.desk.lists.entities.get(stamp, || entity_rows(project, document));
    let mut of_project = app.desk.entities_of_project;
    list_head(ui, &widgets::counted(rows.len(), "entity", "entities"), |ui| {
        for (choice, text) in [(true, "project"), (false, "article")] {
            if ui.selectable_label(of_project == choice, egui::RichText::new(text).small()).clicked() {
                of_project = choice;
            }
        }
    });
    app.desk.entities_of_project = of_project;
    if rows.is_empty() {
        widgets::empty_state(
            ui,
            "No entities yet",
            "Each mark belongs to one: accept a suggestion or mark a name.",
        );
        return;
    }
    merge_ui(app, ui, acts);
    let unfolded = rows.iter().position(|row| app.desk.open_entity == Some(row.id));
    ScrollArea::vertical().auto_shrink(false).id_salt("entities").show_viewport(ui, |ui, viewport| {
        let beneath = unfolded.and_then(|place| rows.get(place)).map_or(0.0, beneath_height);
        ui.set_height(rows.len() as f32 * ROW_HEIGHT + beneath);
        let origin = ui.min_rect().min;
        for (place, row) in rows.iter().enumerate() {
            let shift = if unfolded.is_some_and(|unfolded| place > unfolded) { beneath } else { 0.0 };
            let top = place as f32 * ROW_HEIGHT + shift;
            let own = if unfolded == Some(place) { beneath } else { 0.0 };
            if top + ROW_HEIGHT + own < viewport.top() || top > viewport.bottom() {
                continue;
            }
            let rect = egui::Rect::from_min_size(
                origin + vec2(0.0, top),
                vec2(ui.available_width(), ROW_HEIGHT + own),
            );
            ui.scope_builder(egui::UiBuilder::new().max_rect(rect).id_salt(row.id), |ui| {
                row_ui(app, ui, row);
                if own > 0.0 {
                    beneath_ui(app, ui, row, acts);
                }
            });
        }
    });
}

fn beneath_height(row: &EntityRow) -> f32 {
    40.0 + row.mentions.len().min(MENTIONS_SHOWN) as f32 * MENTION_HEIGHT + 8.0
}

fn merge_ui(app: &mut App, ui: &mut Ui, acts: &mut Vec<Act>) {
    let project = app.session.project();
    app.desk.ticked_entities.retain(|id| project.entity(*id).is_some());
    let ticked: Vec<EntityId> = app.desk.ticked_entities.iter().copied().collect();
    if ticked.len() < 2 {
        return;
    }
    ui.horizontal(|ui| {
        ui.add_space(16.0);
        if ui.button(format!("Merge these {}", ticked.len())).clicked() {
            // The one with most mentions keeps its name.
            let mut ids = ticked.clone();
            ids.sort_by_key(|id| std::cmp::Reverse(project.mentions_of_entity(*id).count()));
            acts.push(Act::MergeEntities(ids));
        }
    });
    ui.add_space(4.0);
}

fn row_ui(app: &mut App, ui: &mut Ui, row: &EntityRow) {
    let tokens = theme::tokens(ui.ctx());
    let schema = app.session.project().schema();
    let label = schema.name_of(row.label).to_owned();
    let colour = theme::colour_of(schema, row.label, &tokens);
    let is_open = app.desk.open_entity == Some(row.id);
    let mentions = widgets::counted(row.mentions.len(), "mention", "mentions");
    let (rect, response) =
        widgets::list_row(ui, ROW_HEIGHT, is_open, &format!("{}, {label}, {mentions}", row.name));
    widgets::paint_dot(ui, pos2(rect.left() + 20.5, rect.top() + 18.0), colour, 9.0);
    let (left, right) = (rect.left() + 36.0, rect.right() - 16.0);
    let tick = egui::Rect::from_min_size(pos2(right - 18.0, rect.top() + 16.0), vec2(20.0, 20.0));
    widgets::line_at(
        ui,
        pos2(left, rect.top() + 8.0),
        &row.name,
        &theme::strong(),
        tokens.ink,
        tick.left() - left - 8.0,
    );
    let mut second = format!("{label} · {mentions}");
    row.aliases.iter().for_each(|alias| second = format!("{second} · {alias}"));
    widgets::line_at(
        ui,
        pos2(left, rect.top() + 27.0),
        &second,
        &TextStyle::Small,
        tokens.muted,
        tick.left() - left - 8.0,
    );
    if response.clicked() {
        app.desk.open_entity = (!is_open).then_some(row.id);
    }
    let mut is_ticked = app.desk.ticked_entities.contains(&row.id);
    let tick = widgets::over(ui, tick, egui::Checkbox::without_text(&mut is_ticked))
        .on_hover_text("Tick several to merge them");
    tick.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_ticked, format!("Merge {}", row.name)));
    if tick.changed() {
        if is_ticked {
            app.desk.ticked_entities.insert(row.id);
        } else {
            app.desk.ticked_entities.remove(&row.id);
        }
    }
}

/// The name to be changed, and the sentences of the mentions.
fn beneath_ui(app: &mut App, ui: &mut Ui, row: &EntityRow, acts: &mut Vec<Act>) {
    ui.allocate_ui(vec2(ui.available_width(), 40.0), |ui| {
        ui.horizontal_centered(|ui| {
            ui.add_space(36.0);
            name_ui(app, ui, row, acts);
        });
    });
    for id in row.mentions.iter().take(MENTIONS_SHOWN) {
        mention_ui(app, ui, *id, acts);
    }
}

fn name_ui(app: &mut App, ui: &mut Ui, row: &EntityRow, acts: &mut Vec<Act>) {
    let draft = app.desk.name_draft.take().filter(|draft| draft.id == row.id);
    let mut draft = draft.unwrap_or_else(|| Draft { id: row.id, text: row.name.clone() });
    let width = ui.available_width() - 16.0;
    let field = ui.add(TextEdit::singleline(&mut draft.text).desired_width(width).id_salt(("name", row.id)));
    field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Name of the entity"));
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if (entered || field.lost_focus()) && draft.text.trim() != row.name {
        acts.push(Act::RenameEntity(row.id, draft.text.trim().to_owned()));
    } else if field.has_focus() {
        app.desk.name_draft = Some(draft);
    }
}

fn mention_ui(app: &App, ui: &mut Ui, id: MentionId, acts: &mut Vec<Act>) {
    let project = app.session.project();
    let Some((mention, document)) =
        project.mention(id).and_then(|m| Some((m, project.document(m.document)?)))
    else {
        return;
    };
    let tokens = theme::tokens(ui.ctx());
    let context = context_of(document, mention.span);
    let words: Vec<char> = context.before.chars().collect();
    let before: String = words.iter().skip(words.len().saturating_sub(18)).collect();
    let line = format!("{before}{}{}", context.words, context.after);
    let is_current = app.desk.current == Some(MarkId::Mention(id));
    let (rect, response) = widgets::list_row(ui, MENTION_HEIGHT, is_current, &line);
    let left = rect.left() + 36.0;
    let width = rect.right() - 16.0 - left;
    widgets::line_at(ui, pos2(left, rect.top() + 6.0), line.trim(), &TextStyle::Small, tokens.muted, width);
    if response.clicked() {
        acts.push(Act::Go(MarkId::Mention(id)));
    }
}
