//! The lists of names that the project carries: to look through, switch, correct, bring in and take out.

use super::{Act, heading};
use crate::{
    gui::{dialogs::Request, theme, widgets},
    model::{Command, Gazetteer, GazetteerId, GazetteerRole, KnownName, LabelId, Project, Schema},
    words::{retold, say},
};
use egui::{Align, Button, ComboBox, Layout, ScrollArea, TextEdit, Ui, WidgetInfo, accesskit::Role};

/// Height of a row, in points.
const ROW_HEIGHT: f32 = 28.0;

/// What is looked at and typed.
#[derive(Default)]
pub struct NamesSheet {
    open: Option<GazetteerId>,
    query: String,
    typed: String,
    /// The label of what is added, and of what is imported without one.
    label: Option<LabelId>,
    shown: Option<Shown>,
}

/// The names that fit what is looked for, kept until something changes.
struct Shown {
    of: (GazetteerId, u64, String),
    names: Vec<KnownName>,
}

impl NamesSheet {
    /// The names of a list that have the words looked for in them, whatever their case.
    fn shown(&mut self, gazetteer: &Gazetteer, revision: u64) -> &[KnownName] {
        let of = (gazetteer.id, revision, self.query.trim().to_lowercase());
        if self.shown.as_ref().is_none_or(|shown| shown.of != of) {
            let fits = |name: &&KnownName| name.words().to_lowercase().contains(&of.2);
            let names = gazetteer.names.iter().filter(fits).cloned().collect();
            self.shown = Some(Shown { of, names });
        }
        self.shown.as_ref().map_or(&[], |shown| &shown.names)
    }
}

/// The lists, the names of one of them, and what can be done.
pub fn ui(ui: &mut Ui, project: &Project, sheet: &mut NamesSheet, acts: &mut Vec<Act>) {
    ui.set_width(560.0);
    heading(ui, say!("names-title"));
    widgets::quiet(ui, say!("names-hint"));
    ui.add_space(12.0);
    let all: Vec<&Gazetteer> = project.gazetteers().collect();
    if all.is_empty() {
        widgets::quiet(ui, say!("names-none-1"));
        widgets::quiet(ui, say!("names-none-2"));
    }
    ScrollArea::vertical().id_salt("lists").max_height(150.0).auto_shrink([false, true]).show(ui, |ui| {
        for gazetteer in &all {
            list_ui(ui, gazetteer, sheet, acts);
        }
    });
    let open = all.iter().find(|list| Some(list.id) == sheet.open).or(all.first());
    if let Some(gazetteer) = open {
        names_ui(ui, project, gazetteer, sheet, acts);
    }
    ui.add_space(12.0);
    add_ui(ui, project.schema(), sheet, acts);
}

/// One list: whether it counts, what it is called, how many names it has.
fn list_ui(ui: &mut Ui, gazetteer: &Gazetteer, sheet: &mut NamesSheet, acts: &mut Vec<Act>) {
    ui.horizontal(|ui| {
        let mut is_on = gazetteer.is_on;
        let tick = widgets::checkbox(ui, &mut is_on, "");
        tick.widget_info(|| {
            WidgetInfo::selected(
                Role::CheckBox,
                true,
                is_on,
                say!("names-use", list = retold(&gazetteer.name)),
            )
        });
        if tick.clicked() {
            acts.push(Act::Carry(Command::SwitchGazetteer { gazetteer: gazetteer.id, is_on }));
        }
        let text = say!(
            "names-row",
            list = retold(&gazetteer.name),
            names = say!("name-count", count = gazetteer.names.count())
        );
        if ui.add(Button::selectable(sheet.open == Some(gazetteer.id), text).truncate()).clicked() {
            sheet.open = Some(gazetteer.id);
            sheet.query.clear();
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.button(say!("remove")).on_hover_text(say!("names-remove-hint")).clicked() {
                acts.push(Act::Carry(Command::RemoveGazetteers(vec![gazetteer.id])));
            }
            if ui.button(say!("export")).clicked() {
                let file_name = format!("{}.csv", gazetteer.name.replace(['/', '\\', ':'], "-"));
                acts.push(Act::Ask(Request::ExportNames { gazetteer: gazetteer.id, file_name }));
            }
        });
    });
}

fn names_ui(
    ui: &mut Ui,
    project: &Project,
    gazetteer: &Gazetteer,
    sheet: &mut NamesSheet,
    acts: &mut Vec<Act>,
) {
    ui.add_space(10.0);
    let hint = say!("names-find", list = retold(&gazetteer.name));
    let find = ui.add(TextEdit::singleline(&mut sheet.query).hint_text(&hint).desired_width(f32::INFINITY));
    find.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, &hint));
    ui.add_space(4.0);
    let height = (ui.ctx().content_rect().height() - 460.0).max(90.0);
    let names = sheet.shown(gazetteer, project.revision());
    if names.is_empty() {
        widgets::quiet(ui, say!("names-nothing"));
    }
    ScrollArea::vertical().id_salt("names").max_height(height).auto_shrink([false, true]).show_rows(
        ui,
        ROW_HEIGHT,
        names.len(),
        |ui, range| {
            for name in names.get(range).unwrap_or_default() {
                name_ui(ui, project.schema(), gazetteer, name, acts);
            }
        },
    );
}

fn name_ui(ui: &mut Ui, schema: &Schema, gazetteer: &Gazetteer, name: &KnownName, acts: &mut Vec<Act>) {
    let tokens = theme::tokens(ui.ctx());
    ui.horizontal(|ui| {
        ui.set_min_height(ROW_HEIGHT - ui.spacing().item_spacing.y);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let take_out = ui.small_button("×").on_hover_text(say!("names-take-off-hint"));
            take_out.widget_info(|| {
                WidgetInfo::labeled(Role::Button, true, say!("names-take-off", name = name.words()))
            });
            if take_out.clicked() {
                let which = vec![(name.words().to_owned(), name.label)];
                acts.push(Act::Carry(match gazetteer.role {
                    GazetteerRole::Forgotten => Command::Recall(which),
                    GazetteerRole::List | GazetteerRole::Own => {
                        Command::EditGazetteer { gazetteer: gazetteer.id, remove: which, add: Vec::new() }
                    }
                }));
            }
            widgets::quiet(ui, schema.name_of(name.label));
            let (rect, _) = ui.allocate_exact_size(egui::vec2(7.0, 7.0), egui::Sense::hover());
            widgets::paint_dot(ui, rect.center(), theme::colour_of(schema, name.label, &tokens), 7.0);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let words = match name.canonical() {
                    Some(canonical) => format!("{} → {canonical}", name.words()),
                    None => name.words().to_owned(),
                };
                ui.add(egui::Label::new(words).truncate());
            });
        });
    });
}

/// A name to add to the own list, and files to import.
fn add_ui(ui: &mut Ui, schema: &Schema, sheet: &mut NamesSheet, acts: &mut Vec<Act>) {
    let Some(label) = sheet.label.or_else(|| schema.labels().next().map(|(id, _)| id)) else {
        return;
    };
    let mut entered = false;
    ui.horizontal(|ui| {
        let edit =
            ui.add(TextEdit::singleline(&mut sheet.typed).hint_text(say!("names-own")).desired_width(250.0));
        edit.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, say!("names-own")));
        entered = edit.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if entered {
            edit.request_focus();
        }
        let combo = ComboBox::from_id_salt("label").selected_text(schema.name_of(label)).show_ui(ui, |ui| {
            for (id, each) in schema.labels() {
                if ui.selectable_label(id == label, &each.name).clicked() {
                    sheet.label = Some(id);
                }
            }
        });
        combo.response.on_hover_text(say!("names-label-hint"));
        let name = KnownName::new(&sheet.typed, label, "");
        let add = ui.add_enabled(name.is_some(), Button::new(say!("add"))).clicked();
        if let Some(name) = name.filter(|_| add || entered) {
            acts.push(Act::Carry(Command::Know(vec![name])));
            sheet.typed.clear();
        }
    });
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        if ui.button(say!("import-files")).clicked() {
            acts.push(Act::Ask(Request::ImportNames(label)));
        }
        if ui.button(say!("close")).clicked() {
            acts.push(Act::CloseOverlay);
        }
    });
}
