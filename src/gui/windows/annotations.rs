//! What files of other tools would bring in, and what their labels are to be called here, before they come in.

use super::{Act, heading};
use crate::{
    gui::{later::Later, sayings, theme, widgets},
    model::{NameMap, Project},
    session::{Annotations, Preview, preview},
    words::{retold, say},
};
use egui::{ComboBox, Context, RichText, ScrollArea, Ui, WidgetInfo, accesskit::Role};
use std::{collections::BTreeMap, sync::Arc};

/// What is planned within a frame: so many marks that come in, and so many that are there; more than that beside it.
const MARKS_AT_ONCE: usize = 1_000;

/// What is about to come in.
pub struct AnnotationsSheet {
    annotations: Arc<Annotations>,
    names: NameMap,
    /// What else is to be known of the files.
    details: Vec<String>,
    planned: Option<Planned>,
    work: Later<Planned>,
}

/// What would come in, as far as it is known.
#[derive(Debug)]
struct Planned {
    /// The project and the names for which that is so.
    revision: u64,
    names: NameMap,
    preview: Result<Preview, String>,
}

impl AnnotationsSheet {
    /// With the names that were proposed, and what is to be known of the files besides.
    pub fn new(annotations: Annotations, names: NameMap, details: Vec<String>) -> Self {
        Self { annotations: Arc::new(annotations), names, details, planned: None, work: Later::default() }
    }

    /// Plans what would come in under the names that are chosen now, beside the frames if there is much of it.
    fn bring_up_to_date(&mut self, project: &Project, ctx: &Context) {
        self.planned = self.work.take().or_else(|| self.planned.take());
        if self.work.is_under_way() || self.is_up_to_date(project) {
            return;
        }
        let (project, names) = (project.clone(), self.names.clone());
        let annotations = Arc::clone(&self.annotations);
        let marks = annotations.mark_count().max(project.mention_count());
        let plan = move || Planned {
            revision: project.revision(),
            preview: preview(&project, &annotations, &names).map_err(|error| error.to_string()),
            names,
        };
        if marks <= MARKS_AT_ONCE {
            self.planned = Some(plan());
        } else {
            self.work.start(ctx, "dateline-annotations", plan);
        }
    }

    fn is_up_to_date(&self, project: &Project) -> bool {
        let planned = self.planned.as_ref();
        planned.is_some_and(|one| one.revision == project.revision() && one.names == self.names)
    }

    /// What it would bring, in a line; the flag: whether it can be brought in.
    fn sentence(&self, project: &Project) -> (String, bool) {
        match self.planned.as_ref().map(|planned| &planned.preview) {
            None => (say!("annotations-working", formats = self.annotations.formats.join(", ")), false),
            Some(Ok(preview)) => {
                let counts = sayings::counts(&preview.counts);
                let said = say!("annotations-counts", formats = preview.formats.join(", "), counts = counts);
                (said, self.is_up_to_date(project))
            }
            Some(Err(why)) => (say!("annotations-refused", why = retold(why)), false),
        }
    }
}

/// The counts, the labels, the answers.
pub fn ui(ui: &mut Ui, project: &Project, sheet: &mut AnnotationsSheet, acts: &mut Vec<Act>) {
    ui.set_width(560.0);
    heading(ui, say!("annotations-title"));
    sheet.bring_up_to_date(project, ui.ctx());
    let (sentence, can_come_in) = sheet.sentence(project);
    ui.label(sentence);
    ui.add_space(10.0);
    let height = (ui.ctx().content_rect().height() - 320.0).max(140.0);
    ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        names_ui(ui, project, sheet);
        warnings_ui(ui, sheet);
    });
    ui.add_space(14.0);
    ui.horizontal(|ui| {
        if ui.add_enabled(can_come_in, egui::Button::new(say!("import-now"))).clicked() {
            let annotations = Arc::unwrap_or_clone(std::mem::take(&mut sheet.annotations));
            acts.push(Act::CloseOverlay);
            acts.push(Act::TakeAnnotations(Box::new((annotations, sheet.names.clone()))));
        }
        if ui.button(say!("cancel")).clicked() {
            acts.push(Act::CloseOverlay);
        }
        widgets::quiet(ui, say!("one-step-to-undo"));
    });
}

fn names_ui(ui: &mut Ui, project: &Project, sheet: &mut AnnotationsSheet) {
    let Some(Planned { preview: Ok(preview), .. }) = &sheet.planned else {
        return;
    };
    let schema = project.schema();
    let labels: Vec<String> = schema.labels().map(|(_, label)| label.name.clone()).collect();
    let types: Vec<String> = schema.relation_types().map(|(_, one)| one.name.clone()).collect();
    rows_ui(ui, say!("labels"), &preview.labels, &labels, &mut sheet.names.labels);
    rows_ui(ui, say!("relations"), &preview.relations, &types, &mut sheet.names.relations);
}

fn warnings_ui(ui: &mut Ui, sheet: &AnnotationsSheet) {
    let tokens = theme::tokens(ui.ctx());
    let warnings = sheet.annotations.imported.warnings.iter().chain(&sheet.details);
    for (place, warning) in warnings.enumerate() {
        if place == 0 {
            ui.add_space(6.0);
            ui.label(RichText::new(say!("to-know")).color(tokens.muted));
        }
        ui.label(RichText::new(retold(warning)).color(tokens.muted));
    }
}

/// A row for each name of the files: how often it stands there, and what it is to be here.
fn rows_ui(
    ui: &mut Ui,
    title: &str,
    rows: &[(String, usize)],
    here: &[String],
    names: &mut BTreeMap<String, Option<String>>,
) {
    if rows.is_empty() {
        return;
    }
    let tokens = theme::tokens(ui.ctx());
    ui.label(RichText::new(title).color(tokens.muted));
    egui::Grid::new(title).num_columns(3).spacing([16.0, 6.0]).show(ui, |ui| {
        for (name, count) in rows {
            ui.label(name);
            ui.label(RichText::new(count.to_string()).color(tokens.muted));
            let mut chosen = names.get(name).cloned().unwrap_or_else(|| Some(name.clone()));
            let is_new = |name: &str| !here.iter().any(|other| other == name);
            let shown = |chosen: &Option<String>| match chosen {
                Some(name) if is_new(name) => say!("new-name", name = name.as_str()),
                Some(name) => name.clone(),
                None => say!("leave-out").to_owned(),
            };
            let text = shown(&chosen);
            let combo = ComboBox::from_id_salt((title, name)).selected_text(&text).show_ui(ui, |ui| {
                let own = is_new(name).then(|| name.clone());
                for choice in here.iter().cloned().chain(own).map(Some).chain([None]) {
                    let text = shown(&choice);
                    ui.selectable_value(&mut chosen, choice, text);
                }
            });
            let said = say!("name-becomes", name = name.as_str(), choice = text.as_str());
            combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &said));
            names.insert(name.clone(), chosen);
            ui.end_row();
        }
    });
    ui.add_space(6.0);
}
