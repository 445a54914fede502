//! The entities: looked for, put in order, merged, and unfolded to the sentences that speak of them.

use super::{Act, App, beneath, list_head};
use crate::{
    gui::{theme, widgets},
    model::EntityId,
    view::{EntityFilter, EntityOrder, EntityRow, entity_list},
    words::{key, say},
};
use egui::{
    Align, Label, Layout, RichText, ScrollArea, TextEdit, TextStyle, Ui, WidgetInfo, accesskit::Role, pos2,
    vec2,
};

/// Height of a row, in points.
const ROW_HEIGHT: f32 = 52.0;

/// The list.
pub fn ui(app: &mut App, ui: &mut Ui, acts: &mut Vec<Act>) {
    let document = app.desk.document.filter(|_| !app.desk.entities_of_project);
    let project = app.session.project();
    let (filter, order) = (app.desk.entity_filter.clone(), app.desk.entity_order);
    let stamp = (document, project.revision(), filter.clone(), order);
    let rows = app.desk.lists.entities.get(stamp, || entity_list(project, document, &filter, order));
    let mut of_project = app.desk.entities_of_project;
    list_head(ui, &say!("entity-count", count = rows.len()), |ui| {
        for (choice, text) in [(true, say!("of-project")), (false, say!("of-article"))] {
            if ui.selectable_label(of_project == choice, RichText::new(text).small()).clicked() {
                of_project = choice;
            }
        }
    });
    app.desk.entities_of_project = of_project;
    find_ui(app, ui);
    if rows.is_empty() {
        empty_ui(app, ui);
        return;
    }
    merge_ui(app, ui, acts);
    let titled = document.is_none() && app.session.project().document_count() > 1;
    let unfolded = rows.iter().position(|row| app.desk.open_entity == Some(row.id));
    ScrollArea::vertical().auto_shrink(false).id_salt("entities").show_viewport(ui, |ui, viewport| {
        let beneath =
            unfolded.and_then(|place| rows.get(place)).map_or(0.0, |row| beneath::height(row, titled));
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
                    beneath::ui(app, ui, row, document, titled, acts);
                }
            });
        }
    });
}

/// What is looked for, in which order, and which labels.
fn find_ui(app: &mut App, ui: &mut Ui) {
    let schema = app.session.project().schema();
    let (filter, order) = (&mut app.desk.entity_filter, &mut app.desk.entity_order);
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), 36.0),
        Layout::left_to_right(Align::Center),
        |ui| {
            ui.add_space(16.0);
            let width = (ui.available_width() - 140.0).max(60.0);
            let field = TextEdit::singleline(&mut filter.words).hint_text(say!("find")).desired_width(width);
            let field = ui.add(field.id_salt("find-entity"));
            field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, say!("find-entity")));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(16.0);
                let name =
                    if filter.label.is_some() { say!("label-filter-on") } else { say!("label-filter") };
                ui.menu_button(RichText::new(name).small(), |ui| {
                    let all = std::iter::once((None, say!("all-labels")));
                    for (label, text) in
                        all.chain(schema.labels().map(|(id, label)| (Some(id), &*label.name)))
                    {
                        widgets::radio_value(ui, &mut filter.label, label, text);
                    }
                });
                ui.menu_button(RichText::new(say!("order")).small(), |ui| {
                    for (choice, text) in ORDERS {
                        widgets::radio_value(ui, order, choice, say!(text));
                    }
                });
            });
        },
    );
}

const ORDERS: [(EntityOrder, &str); 3] = [
    (EntityOrder::Mentions, key!("order-mentions")),
    (EntityOrder::Name, key!("order-name")),
    (EntityOrder::Appearance, key!("order-text")),
];

fn empty_ui(app: &App, ui: &mut Ui) {
    if app.desk.entity_filter == EntityFilter::default() {
        widgets::empty_state(ui, say!("no-entities-yet"), say!("no-entities-hint"));
    } else {
        widgets::empty_state(ui, say!("no-entity-fits"), say!("no-entity-fits-hint"));
    }
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
        // The one with most mentions keeps its name and label.
        let mut ids = ticked.clone();
        ids.sort_by_key(|id| std::cmp::Reverse(project.mentions_of_entity(*id).count()));
        let kept = ids.first().and_then(|id| project.entity(*id));
        if ui.button(say!("merge-these", count = ticked.len())).clicked() {
            acts.push(Act::MergeEntities(ids.clone()));
        }
        if let Some(kept) = kept {
            let schema = project.schema();
            let (name, label) = (project.entity_name(kept.id), schema.name_of(kept.label));
            let differ =
                ids.iter().filter_map(|id| project.entity(*id)).any(|other| other.label != kept.label);
            let tokens = theme::tokens(ui.ctx());
            let words = if differ {
                say!("merge-entities-of-other-labels", name = name, label = label)
            } else {
                say!("merge-entities-into", name = name, label = label)
            };
            let colour = if differ { tokens.warning } else { tokens.muted };
            ui.add(Label::new(RichText::new(words).small().color(colour)).truncate());
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
    let mentions = say!("mention-count", count = row.mentions.len());
    let metonyms = match row.metonym_count {
        0 => String::new(),
        count => format!(" · {}", say!("metonym-count", count = count)),
    };
    let name = format!("{}, {label}, {mentions}{}", row.name, metonyms.replace(" ·", ","));
    let (rect, response) = widgets::list_row(ui, ROW_HEIGHT, is_open, &name);
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
    let mut second = format!("{label} · {mentions}{metonyms}");
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
        .on_hover_text(say!("merge-tick-hint"));
    tick.widget_info(|| {
        WidgetInfo::selected(Role::CheckBox, true, is_ticked, say!("merge-one", name = row.name.as_str()))
    });
    if tick.changed() {
        if is_ticked {
            app.desk.ticked_entities.insert(row.id);
        } else {
            app.desk.ticked_entities.remove(&row.id);
        }
    }
}
