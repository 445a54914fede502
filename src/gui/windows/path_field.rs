//! A path to type, where the system has no file dialog.

use super::{super::dialogs::Request, Act, heading};
use crate::{
    gui::theme,
    session::{Completion, Wake, looks_like_project, typed_path},
    words::say,
};
use egui::{Key, Modifiers, RichText, TextEdit, Ui};
use std::path::{Path, PathBuf};

/// What is typed, and what it could become.
pub struct PathField {
    request: Request,
    typed: String,
    completion: Completion,
    is_fresh: bool,
    /// A file that is there already, and is replaced when it is confirmed once more.
    asks_for: Option<PathBuf>,
}

impl PathField {
    /// An empty field for what was asked of the dialog.
    pub fn new(request: Request, wake: Wake) -> Self {
        let typed = match &request {
            Request::SaveAs { file_name, folder } => {
                let folder = folder.clone().unwrap_or_default();
                let path = folder.join(file_name);
                std::path::absolute(&path).unwrap_or(path).display().to_string()
            }
            Request::ExportNames { file_name, .. }
            | Request::Export { file_name, .. }
            | Request::ExportLabels { file_name } => file_name.clone(),
            Request::Articles
            | Request::Project
            | Request::ImportNames(_)
            | Request::ImportLabels
            | Request::Annotations => String::new(),
        };
        Self { request, typed, completion: Completion::new(wake), is_fresh: true, asks_for: None }
    }

    fn heading(&self) -> &'static str {
        match self.request {
            Request::Articles => say!("dialog-open-articles"),
            Request::Project => say!("dialog-open-project"),
            Request::SaveAs { .. } => say!("dialog-save-project"),
            Request::Annotations => say!("dialog-import-annotations"),
            Request::Export { .. } => say!("dialog-export"),
            Request::ImportNames(_) => say!("dialog-import-names"),
            Request::ExportNames { .. } => say!("dialog-export-names"),
            Request::ImportLabels => say!("dialog-use-labels"),
            Request::ExportLabels { .. } => say!("dialog-export-labels"),
        }
    }

    fn is_to_write(&self) -> bool {
        matches!(
            self.request,
            Request::SaveAs { .. }
                | Request::ExportNames { .. }
                | Request::ExportLabels { .. }
                | Request::Export { .. }
        )
    }

    /// Whether a file would be replaced that nobody has been asked about yet. `own` is the project's file.
    fn must_ask(&mut self, paths: &[PathBuf], own: Option<&Path>) -> bool {
        let there = paths.first().filter(|path| self.is_to_write() && path.is_file());
        let there = there.filter(|path| own != Some(path.as_path())).cloned();
        let must_ask = there.is_some() && there != self.asks_for;
        self.asks_for = there;
        must_ask
    }

    fn confirm(&mut self, own: Option<&Path>, acts: &mut Vec<Act>) {
        // A folder is gone into, not opened, but for annotations, which may be a folder of them.
        let takes_folders = matches!(self.request, Request::Annotations | Request::Export { .. });
        if !takes_folders && self.typed.trim_end().ends_with(['/', std::path::MAIN_SEPARATOR]) {
            return;
        }
        // Several articles are parted by semicolons.
        let paths = self.typed.split(';').map(str::trim).filter(|part| !part.is_empty()).map(typed_path);
        let paths: Vec<PathBuf> = paths.collect();
        if self.must_ask(&paths, own) {
            return;
        }
        match (&self.request, paths.as_slice()) {
            (_, []) => {}
            (Request::SaveAs { .. }, [path, ..]) => acts.push(Act::SaveTo(path.clone())),
            (Request::ExportNames { gazetteer, .. }, [path, ..]) => {
                acts.push(Act::ExportNames(*gazetteer, path.clone()));
            }
            (Request::ExportLabels { .. }, [path, ..]) => acts.push(Act::ExportLabels(path.clone())),
            (Request::ImportLabels, [path, ..]) => acts.push(Act::ImportLabels(path.clone())),
            (Request::Export { format, .. }, [path, ..]) => acts.push(Act::Export(format, path.clone())),
            (Request::Annotations, _) => acts.push(Act::ReadAnnotations(paths)),
            (Request::ImportNames(usual), _) => acts.push(Act::ImportNames(paths, *usual)),
            (Request::Articles | Request::Project, _) => acts.push(Act::OpenPaths(paths)),
        }
    }

    fn is_for_project(&self) -> bool {
        matches!(self.request, Request::Project | Request::SaveAs { .. } | Request::ImportLabels)
    }

    /// Whether what is typed names something of the kind that is asked for.
    fn may_open(&self, path: &str) -> bool {
        let is_folder = path.ends_with(['/', std::path::MAIN_SEPARATOR]);
        is_folder || looks_like_project(&PathBuf::from(path)) == self.is_for_project()
    }
}

/// The field with what it could become below it.
pub fn ui(ui: &mut Ui, field: &mut PathField, own: Option<&Path>, acts: &mut Vec<Act>) {
    let tokens = theme::tokens(ui.ctx());
    ui.set_width(560.0);
    heading(ui, field.heading());
    ui.label(RichText::new(say!("path-hint")).color(tokens.muted));
    ui.add_space(8.0);
    // Tab completes what is typed instead of going to the next control.
    let takes_first = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Tab));
    let hint = match field.request {
        Request::Articles => "~/news/article.txt; ~/news/second.md",
        Request::Project | Request::SaveAs { .. } => "~/project.ron",
        Request::ImportLabels | Request::ExportLabels { .. } => "~/labels.ron",
        Request::Annotations => "~/corpus/article.ann; ~/corpus/tasks.json",
        Request::Export { .. } => "~/exported",
        Request::ImportNames(_) | Request::ExportNames { .. } => "~/names.csv",
    };
    let edit =
        TextEdit::singleline(&mut field.typed).hint_text(hint).desired_width(f32::INFINITY).lock_focus(true);
    let response = ui.add(edit);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::TextInput, true, say!("path")));
    if std::mem::take(&mut field.is_fresh) {
        response.request_focus();
    }
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        field.confirm(own, acts);
        response.request_focus();
    }
    if response.changed() {
        field.asks_for = None;
    }
    if let Some(there) = &field.asks_for {
        let name = there.file_name().unwrap_or_default().to_string_lossy();
        ui.label(RichText::new(say!("path-replaces", name = name)).color(tokens.warning));
    }
    completions_ui(ui, field, takes_first, &response);
    ui.add_space(16.0);
    ui.horizontal(|ui| {
        let text = match (field.is_to_write(), &field.asks_for) {
            (true, Some(_)) => say!("path-replace"),
            (true, None) => say!("save"),
            (false, _) => say!("open"),
        };
        if ui.add_enabled(!field.typed.trim().is_empty(), egui::Button::new(text)).clicked() {
            field.confirm(own, acts);
        }
        if ui.button(say!("cancel")).clicked() {
            acts.push(Act::CloseOverlay);
        }
    });
}

fn completions_ui(ui: &mut Ui, field: &mut PathField, takes_first: bool, edit: &egui::Response) {
    let last = field.typed.rsplit(';').next().unwrap_or_default().trim_start().to_owned();
    field.completion.ask(&last);
    let found: Vec<String> = field.completion.found().to_vec();
    let offered = found.iter().filter(|path| field.may_open(path) && **path != last).take(8);
    let offered: Vec<String> = offered.cloned().collect();
    let mut chosen = takes_first.then(|| tab_completion(&last, &offered)).flatten();
    ui.add_space(4.0);
    for path in &offered {
        if ui.selectable_label(false, path).clicked() {
            chosen = Some(path.clone());
        }
    }
    if let Some(path) = chosen {
        let keep = field.typed.len() - last.len();
        field.typed.truncate(keep);
        field.typed.push_str(&path);
        edit.request_focus();
        move_cursor_to_end(ui, edit.id, field.typed.chars().count());
    }
}

/// What Tab makes of what is typed, as shells do: as much as all that is offered agree on, else the first.
fn tab_completion(typed: &str, offered: &[String]) -> Option<String> {
    let first = offered.first()?;
    let agreed = offered.iter().fold(first.as_str(), |agreed, path| {
        let same = agreed.char_indices().zip(path.chars()).find(|((_, one), other)| one != other);
        let end = same.map_or(agreed.len().min(path.len()), |((at, _), _)| at);
        agreed.get(..end).unwrap_or_default()
    });
    let is_further = agreed.chars().count() > typed.chars().count();
    Some(if is_further { agreed.to_owned() } else { first.clone() })
}

fn move_cursor_to_end(ui: &Ui, id: egui::Id, characters: usize) {
    if let Some(mut state) = egui::text_edit::TextEditState::load(ui.ctx(), id) {
        let end = egui::text::CCursor::new(characters);
        state.cursor.set_char_range(Some(egui::text::CCursorRange::one(end)));
        state.store(ui.ctx(), id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tab_goes_as_far_as_all_agree() {
        let offered = ["/news/articles/".to_owned(), "/news/article.txt".to_owned()];
        assert_eq!(tab_completion("/news/a", &offered).as_deref(), Some("/news/article"));
        assert_eq!(tab_completion("/news/article", &offered).as_deref(), Some("/news/articles/"));
        assert_eq!(tab_completion("/news/a", &offered[1..]).as_deref(), Some("/news/article.txt"));
        assert_eq!(tab_completion("x", &[]), None);
    }
}
