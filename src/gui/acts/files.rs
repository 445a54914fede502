//! Opening, saving, and leaving without losing anything.

use super::super::{
    app::App,
    desk::{Desk, Leave},
    dialogs::{Answer, Request},
    windows::{Overlay, PathField},
};
use crate::{
    model::{Command, DocumentId, Facts, NewDocument},
    session::{Form, Notice, looks_like_project},
    text::{Text, normalize},
    words::{retold, say},
};
use std::path::{Path, PathBuf};

/// The sample article that comes with the program.
const SAMPLE: &str = include_str!("../../../assets/sample/vienna-talks.txt");
const SAMPLE_NAME: &str = "vienna-talks.txt";

/// At most this many articles keep their scroll place and caret.
const VIEWS_KEPT: usize = 16;

impl App {
    /// Puts an article in the middle.
    pub(super) fn show_document(&mut self, document: DocumentId) {
        self.leave_page();
        if self.desk.document != Some(document) {
            // The article that goes keeps its place, not its laid-out words.
            if let Some(view) = self.desk.view() {
                view.rest();
            }
            self.desk.current = None;
            self.desk.document = Some(document);
        }
        self.session.prefer(document);
        let views = &mut self.desk.views;
        if views.len() >= VIEWS_KEPT && !views.contains_key(&document) {
            views.clear();
        }
        views.entry(document).or_default();
        self.desk.show_article();
    }

    pub(super) fn step_article(&mut self, forward: bool) {
        let documents: Vec<DocumentId> = self.session.project().document_ids().collect();
        let here = self.desk.document.and_then(|id| documents.iter().position(|other| *other == id));
        let count = documents.len();
        let next = match here {
            Some(here) if forward => here + 1,
            Some(here) => here + count.saturating_sub(1),
            None => 0,
        };
        if let Some(document) = documents.get(next % count.max(1)) {
            self.show_document(*document);
        }
    }

    /// Forgets what points to records that are no longer there.
    pub(in crate::gui) fn drop_stale(&mut self) {
        let project = self.session.project();
        let Desk { current, views, relating, .. } = &mut self.desk;
        *relating = relating.filter(|id| project.mention(*id).is_some());
        views.retain(|id, _| project.document(*id).is_some());
        let is_gone = |mark: &crate::view::MarkId| match mark {
            crate::view::MarkId::Mention(id) => project.mention(*id).is_none(),
            crate::view::MarkId::Suggestion(key) => project.document(key.document).is_none(),
        };
        *current = current.filter(|mark| !is_gone(mark));
        let schema = project.schema();
        for label in [&mut self.desk.sticky, &mut self.desk.last_label, &mut self.desk.entity_filter.label] {
            label.take_if(|label| schema.get(*label).is_none());
        }
        self.desk.labels.drop_stale(schema);
        let Desk { document, .. } = &mut self.desk;
        if document.is_some_and(|id| project.document(id).is_none()) {
            *document = None;
        }
        if self.desk.document.is_none() {
            let first = self.session.project().documents().next().map(|document| document.id);
            if let Some(first) = first {
                self.show_document(first);
            }
        }
    }

    pub(super) fn ask_for_articles(&mut self, ctx: &egui::Context) {
        self.dialogs.ask(Request::Articles, ctx);
    }

    pub(super) fn open_sample(&mut self) {
        let title = SAMPLE.lines().next().unwrap_or_default().to_owned();
        self.add_text(Facts { title, language: "en".to_owned(), ..Facts::default() }, SAMPLE_NAME, SAMPLE);
    }

    pub(super) fn add_pasted(&mut self, title: String, text: &str) {
        self.desk.overlay = None;
        self.add_text(Facts { title, ..Facts::default() }, "", text);
    }

    fn add_text(&mut self, facts: Facts, source: &str, words: &str) {
        let Some(text) = Text::new(&normalize(words)) else {
            self.desk.complain(say!("text-too-long"), Vec::new());
            return;
        };
        let new = NewDocument { facts, source: source.to_owned(), encoding: "UTF-8".to_owned(), text };
        match self.session.add_articles(vec![new]) {
            Ok(documents) => documents.first().into_iter().for_each(|id| self.show_document(*id)),
            Err(error) => {
                self.desk.complain(say!("article-not-added", why = retold(&error.to_string())), Vec::new());
            }
        }
    }

    pub(super) fn remove_article(&mut self) {
        if let Some(document) = self.desk.document {
            self.dispatch(Command::RemoveDocuments(vec![document]));
            self.drop_stale();
            self.desk.say(say!("article-removed"));
        }
    }

    /// Opens what is named: a project takes the place of this one, articles are added.
    pub(in crate::gui) fn open_paths(&mut self, paths: Vec<PathBuf>, ctx: &egui::Context) {
        self.desk.overlay = None;
        let (projects, articles): (Vec<_>, Vec<_>) =
            paths.into_iter().partition(|path| looks_like_project(path));
        if let Some(project) = projects.into_iter().next() {
            self.desk.import_next = articles;
            self.leave(Leave::OpenProject(Some(project)), ctx);
        } else if !articles.is_empty() {
            self.session.import(articles);
        }
    }

    /// What the dialogs were answered.
    pub(in crate::gui) fn take_answer(&mut self, answer: Answer, ctx: &egui::Context) {
        match answer {
            Answer::Picked(Request::SaveAs { .. }, paths) => {
                paths.into_iter().take(1).for_each(|path| self.save_to(path));
            }
            Answer::Picked(Request::Annotations, paths) => self.read_annotations(paths),
            Answer::Picked(Request::Export { format, .. }, paths) => {
                paths.into_iter().take(1).for_each(|path| self.export_to(format, path));
            }
            Answer::Picked(Request::ImportNames(usual), paths) => self.import_names(paths, usual),
            Answer::Picked(Request::ExportNames { gazetteer, .. }, paths) => {
                paths.into_iter().take(1).for_each(|path| self.export_names(gazetteer, path));
            }
            Answer::Picked(Request::ImportLabels, paths) => {
                paths.into_iter().take(1).for_each(|path| self.import_labels(path));
            }
            Answer::Picked(Request::ExportLabels { .. }, paths) => {
                paths.into_iter().take(1).for_each(|path| self.export_labels(path));
            }
            Answer::Picked(Request::Articles, paths) => self.session.import(paths),
            Answer::Picked(Request::Project, paths) => self.open_paths(paths, ctx),
            Answer::Cancelled(_) => self.desk.after_save = None,
            Answer::NoDialog(request) => {
                self.desk.overlay =
                    Some(Overlay::Path(Box::new(PathField::new(request, super::super::app::wake(ctx)))));
            }
        }
    }

    pub(super) fn save(&mut self, ctx: &egui::Context) {
        self.leave_page();
        match self.session.path().map(Path::to_owned) {
            Some(path) => self.save_to(path),
            None => self.save_as(ctx),
        }
    }

    pub(super) fn save_as(&mut self, ctx: &egui::Context) {
        let path = self.session.path();
        let file_name = path.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
        let folder = path.and_then(Path::parent).map(Path::to_owned);
        let file_name = file_name.unwrap_or_else(|| self.proposed_name());
        self.dialogs.ask(Request::SaveAs { file_name, folder }, ctx);
    }

    /// Whether the project has a file, of another form.
    pub(super) fn could_be(&self, form: Form) -> bool {
        self.session.path().is_some() && self.session.form() != form
    }

    pub(super) fn change_form(&mut self, form: Form) {
        if let Some(path) = self.session.path().map(Path::to_owned) {
            self.session.save_as_form(path, form);
        }
    }

    /// A file name from the first article's title: `talks-could-resume.ron`.
    fn proposed_name(&self) -> String {
        let title =
            self.session.project().documents().next().map(|document| document.display_title().to_lowercase());
        let title = title.unwrap_or_default();
        let stem = title.rsplit_once('.').map_or(title.as_str(), |(stem, _)| stem);
        let words =
            stem.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
        let name = words.take(5).collect::<Vec<_>>().join("-");
        if name.is_empty() { "project.ron".to_owned() } else { format!("{name}.ron") }
    }

    pub(super) fn save_to(&mut self, mut path: PathBuf) {
        self.desk.overlay = None;
        if path.extension().is_none() {
            path.set_extension("ron");
        }
        self.session.save_to(path);
    }

    /// Leaves if nothing would be lost; else asks.
    pub(super) fn leave(&mut self, leave: Leave, ctx: &egui::Context) {
        self.leave_page();
        if self.session.has_unsaved_changes() {
            self.desk.overlay = Some(Overlay::Question(leave));
        } else {
            self.leave_now(leave, ctx);
        }
    }

    pub(super) fn save_then(&mut self, leave: Leave, ctx: &egui::Context) {
        self.desk.overlay = None;
        self.desk.after_save = Some(leave);
        self.save(ctx);
    }

    pub(super) fn leave_now(&mut self, leave: Leave, ctx: &egui::Context) {
        self.desk.overlay = None;
        match leave {
            Leave::Quit => {
                self.session.give_up();
                self.desk.may_close = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
            Leave::NewProject => {
                self.session.new_project();
                self.desk = Desk::default();
            }
            Leave::OpenProject(Some(path)) => self.session.open_project(path),
            Leave::OpenProject(None) => self.dialogs.ask(Request::Project, ctx),
        }
    }

    /// The window was asked to close: it may, or the question comes up.
    pub(in crate::gui) fn close_requested(&mut self, ctx: &egui::Context) {
        if !self.desk.may_close && self.session.has_unsaved_changes() {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.desk.overlay = Some(Overlay::Question(Leave::Quit));
        }
    }

    /// What the background has brought.
    pub(in crate::gui) fn take_notice(&mut self, notice: Notice, ctx: &egui::Context) {
        match notice {
            Notice::Suggested => self.suggestions_changed(),
            Notice::Dated => self.desk.answers += 1,
            Notice::ArticlesAdded { documents, warnings, failures, twins, unclear, annotations } => {
                self.articles_added(&documents, warnings, &failures, twins);
                self.ask_about_tables(unclear);
                if let Some(annotations) = annotations {
                    self.offer_annotations(*annotations, Vec::new());
                }
            }
            Notice::ReadAgain { document, read } => self.read_again(document, read),
            Notice::NamesAdded { names, warnings, failures } => self.names_added(names, warnings, &failures),
            Notice::NamesWritten { path, result } => self.names_written(&path, result),
            Notice::LabelsRead { path, result } => self.labels_read(&path, result),
            Notice::LabelsWritten { path, result } => self.labels_written(&path, result),
            Notice::Exported { path, result } => self.exported(&path, result),
            Notice::AnnotationsRead(sorted) => self.annotations_read(*sorted),
            Notice::ProjectOpened { path, warnings, notes } => self.project_opened(&path, warnings, &notes),
            Notice::BroughtBack { notes } => self.brought_back(&notes),
            Notice::SaveRefused(failure) => self.save_refused(failure),
            Notice::ChangedOnDisk { path } => self.changed_on_disk(&path),
            Notice::Kept(result) => self.kept(result),
            Notice::TakenOver => self.taken_over(),
            Notice::StateRead { snapshot, result } => self.state_read(&snapshot, result),
            Notice::OpenFailed(failure) => {
                self.desk.import_next.clear();
                self.desk.complain(say!("project-not-opened"), vec![failure.to_string()]);
            }
            Notice::Opening => self.drop_stale(),
            Notice::Saved { path, new_form } => {
                self.remember(&path);
                let path = path.display().to_string();
                self.desk.say(match new_form {
                    None => say!("saved-path", path = path),
                    Some(Form::File) => say!("saved-one-file", path = path),
                    Some(Form::Folder) => say!("saved-article-files", path = path),
                });
                if let Some(leave) = self.desk.after_save.take() {
                    self.leave(leave, ctx);
                }
            }
            Notice::SaveFailed(failure) => {
                self.desk.after_save = None;
                self.desk.complain(
                    if self.session.is_kept() {
                        say!("not-saved-but-kept")
                    } else {
                        say!("not-saved-but-here")
                    },
                    vec![failure.to_string()],
                );
            }
        }
    }

    fn project_opened(&mut self, path: &Path, warnings: Vec<String>, notes: &[String]) {
        let import_next = std::mem::take(&mut self.desk.import_next);
        // What was looked at while it was read stays in sight.
        let (shown, views) = (self.desk.document, std::mem::take(&mut self.desk.views));
        self.desk = Desk { views, ..Desk::default() };
        if let Some(id) = shown.filter(|id| self.session.project().document(*id).is_some()) {
            self.show_document(id);
        }
        self.remember(path);
        self.drop_stale();
        self.tell_notes(notes);
        if !warnings.is_empty() {
            self.desk.complain(say!("opened-not-as-left"), warnings);
        }
        if !import_next.is_empty() {
            self.session.import(import_next);
        }
    }

    fn remember(&mut self, path: &Path) {
        self.settings.remember(path);
        self.save_settings();
    }
}
