//! The program in its window: takes in what happened, draws a frame, carries out what was asked.

use super::{
    desk::Desk, dialogs::Dialogs, fonts, keymap::Keymap, keys, later::Later, panels, place, theme, windows,
};
use crate::{
    model::DocumentId,
    session::{LeftOver, Session, Settings, SettingsFile, Shown, StateFolder, ThemeChoice, Wake},
    view::ArticleCounts,
    words::{self, say},
};
use std::{path::PathBuf, sync::Arc};

/// The state of the program.
pub struct App {
    pub(in crate::gui) session: Session,
    pub(in crate::gui) settings: Settings,
    /// `None`: settings are not kept, as in tests.
    settings_file: Option<SettingsFile>,
    pub(in crate::gui) dialogs: Box<dyn Dialogs>,
    pub(in crate::gui) desk: Desk,
    /// Projects whose last steps are in no file, once they are looked for.
    pub(in crate::gui) left_over: Vec<LeftOver>,
    looking_for_left_over: Later<Vec<LeftOver>>,
    /// The title that the window has now.
    window_title: String,
}

impl App {
    /// The program with an empty project. `settings_path` is where the settings are kept, if anywhere.
    pub fn new(
        ctx: &egui::Context,
        dialogs: Box<dyn Dialogs>,
        settings: Settings,
        settings_path: Option<PathBuf>,
    ) -> Self {
        ctx.set_fonts(fonts::definitions());
        theme::install(ctx);
        apply_looks(ctx, &settings);
        // Without one it is whatever the process speaks: English in tests, the system's language in the real window.
        settings.language.into_iter().for_each(words::speak);
        ctx.options_mut(|options| {
            options.zoom_with_keyboard = false;
            options.fallback_theme = egui::Theme::Light;
        });
        let mut session = Session::new(wake(ctx));
        session.set_care(settings.care());
        session.show(Shown { least: settings.least_sure(), ..Shown::default() });
        let settings_file = settings_path.map(SettingsFile::new);
        Self {
            session,
            settings,
            settings_file,
            dialogs,
            desk: Desk::default(),
            window_title: String::new(),
            left_over: Vec::new(),
            looking_for_left_over: Later::default(),
        }
    }

    /// Keeps everything that is done in this folder, so that a crash loses nothing.
    #[must_use]
    pub fn kept_in(mut self, state: StateFolder) -> Self {
        self.session = self.session.kept_in(state);
        self
    }

    /// Opens what the command line names. If it names nothing, what a crash left of a project that was never saved comes back.
    pub fn open(&mut self, paths: Vec<PathBuf>, ctx: &egui::Context) {
        if paths.is_empty() {
            self.session.bring_back_untitled();
            if let Some(state) = self.session.state_folder().cloned() {
                self.looking_for_left_over.start(ctx, "dateline-left-over", move || state.left_over());
            }
            return;
        }
        self.open_paths(paths, ctx);
        if self.session.has_untitled_left() {
            self.desk.say(say!("unsaved-work-left"));
        }
    }

    /// The project and what is done with it.
    pub fn session(&mut self) -> &mut Session {
        &mut self.session
    }

    /// What this person has chosen.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// What the window remembers beside the project.
    pub fn desk(&mut self) -> &mut Desk {
        &mut self.desk
    }

    /// Takes in what happened elsewhere. Called also when the window is hidden.
    pub fn logic(&mut self, ctx: &egui::Context) {
        for notice in self.session.poll() {
            self.take_notice(notice, ctx);
        }
        while let Some(answer) = self.dialogs.poll() {
            self.take_answer(answer, ctx);
        }
        let dropped: Vec<PathBuf> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        if !dropped.is_empty() {
            self.open_paths(dropped, ctx);
        }
        if ctx.input(|input| input.viewport().close_requested()) {
            self.close_requested(ctx);
        }
        self.left_over.extend(self.looking_for_left_over.take().into_iter().flatten());
        place::remember(&mut self.settings, ctx);
        self.drop_stale();
        self.desk.next_overlay();
        self.set_window_title(ctx);
    }

    /// Draws one frame.
    pub fn ui(&mut self, ui: &mut egui::Ui) {
        let ctx = ui.ctx().clone();
        // Keys first, so that what they do is drawn in this very frame.
        let acts = keys::read(self, &ctx);
        self.run_all(acts, &ctx);
        let mut acts = Vec::new();
        panels::all_ui(self, ui, &mut acts);
        windows::overlay_ui(self, &ctx, &mut acts);
        windows::drop_hint_ui(&ctx);
        if !acts.is_empty() {
            self.run_all(acts, &ctx);
            ctx.request_repaint();
        }
    }

    /// What was and is to be decided in an article; worked out again only when something has changed.
    pub(in crate::gui) fn counts(&mut self, document: DocumentId) -> ArticleCounts {
        let stamp = (self.session.project().revision(), self.desk.answers);
        let counts = &mut self.desk.lists.counts;
        if let Some((revision, answers, known)) = counts.get(&document)
            && (*revision, *answers) == stamp
        {
            return *known;
        }
        let open = self.session.open_suggestions(document).len();
        let found = ArticleCounts::of(self.session.project(), document, open);
        counts.insert(document, (stamp.0, stamp.1, found));
        found
    }

    pub(in crate::gui) fn save_settings(&self) {
        if let Some(file) = &self.settings_file {
            file.keep(&self.settings);
        }
    }

    fn set_window_title(&mut self, ctx: &egui::Context) {
        let name = self.project_name();
        let star = if self.session.has_unsaved_changes() { "• " } else { "" };
        let name = if self.session.is_read_only() { say!("title-only-read", name = name) } else { name };
        let title = format!("{star}{name} – Dateline");
        if title != self.window_title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.window_title = title;
        }
    }

    /// The file name of the project that is shown.
    pub(in crate::gui) fn project_name(&self) -> String {
        let name = self.session.shown_path().and_then(|path| path.file_name());
        name.map_or_else(|| say!("untitled-project").to_owned(), |name| name.to_string_lossy().into_owned())
    }
}

/// Lets theme, motion, size and keys be those of the settings.
pub(in crate::gui) fn apply_looks(ctx: &egui::Context, settings: &Settings) {
    ctx.set_theme(match settings.theme {
        ThemeChoice::System => egui::ThemePreference::System,
        ThemeChoice::Light => egui::ThemePreference::Light,
        ThemeChoice::Dark => egui::ThemePreference::Dark,
    });
    theme::set_motion(ctx, !settings.less_motion);
    ctx.set_zoom_factor(f32::from(settings.zoom_percent) / 100.0);
    Keymap::new(&settings.keys).install(ctx);
}

/// Asks for a frame when the background has something.
pub(in crate::gui) fn wake(ctx: &egui::Context) -> Wake {
    let ctx = ctx.clone();
    Arc::new(move || ctx.request_repaint())
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.logic(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.ui(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.save_settings();
    }
}
