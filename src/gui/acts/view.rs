//! What the window shows: pages, text size, theme, and the way back from whatever is going on.

use super::super::{
    app::{self, App},
    commands::UiCommand,
    desk::{Centre, Focus},
    panels::TourDesk,
    windows::Overlay,
};
use crate::{
    model::Command,
    session::{Settings, Shown, ThemeChoice},
    words::say,
};

impl App {
    /// One step back from whatever is going on.
    pub(super) fn back_out(&mut self, ctx: &egui::Context) {
        // A note is kept as it stands: what was typed is never thrown away.
        if let Some(note) = self.desk.note_draft.take() {
            self.dispatch(Command::SetNote { mention: note.id, note: note.text.trim().to_owned() });
            return;
        }
        if self.stop_relating() {
            return;
        }
        let desk = &mut self.desk;
        if desk.overlay.take_if(|overlay| matches!(overlay, Overlay::PickLabel(_))).is_some() {
            desk.focus = Some(Focus::Article);
            return;
        }
        if let Some(Overlay::Paste { title, text }) = desk.overlay.take_if(|overlay| overlay.is_pasted_text())
        {
            desk.kept_paste = Some((title, text));
            desk.say(say!("paste-kept", keys = UiCommand::PasteArticle.key_text(ctx)));
            return;
        }
        if desk.overlay.take().is_some() || desk.name_draft.take().is_some() || desk.sticky.take().is_some() {
            return;
        }
        if desk.centre != Centre::Article {
            let stays = match desk.centre {
                Centre::Ties => desk.ties.back_out(),
                Centre::Labels => desk.labels.back_out(),
                Centre::Settings => desk.settings.back_out(),
                Centre::Timeline | Centre::Find | Centre::Article => false,
            };
            if !stays {
                self.leave_page();
                self.desk.show_article();
            }
            return;
        }
        if desk.find.close() {
            desk.focus = Some(Focus::Article);
            return;
        }
        let had_selection = desk.view().is_some_and(|view| {
            let had = view.selection().is_some();
            view.clear_selection();
            had
        });
        if !had_selection && desk.current.take().is_none() {
            desk.message = None;
        }
    }

    /// What was typed on the page that is left, or that is saved, is carried out.
    pub(super) fn leave_page(&mut self) {
        if self.desk.centre == Centre::Labels {
            self.finish_labels();
        }
    }

    pub(super) fn toggle_page(&mut self, page: Centre) {
        self.leave_page();
        if self.desk.centre == page {
            self.desk.show_article();
            return;
        }
        self.desk.centre = page;
        match page {
            Centre::Article | Centre::Labels | Centre::Find | Centre::Settings => {}
            Centre::Timeline => self.desk.timeline.open(),
            Centre::Ties => self.desk.ties.open(),
        }
    }

    pub(super) fn set_text_size(&mut self, size: f32, ctx: &egui::Context) {
        self.set_settings(Settings { text_size: size.clamp(12.0, 32.0), ..self.settings.clone() }, ctx);
    }

    pub(super) fn set_theme(&mut self, theme: ThemeChoice, ctx: &egui::Context) {
        self.set_settings(Settings { theme, ..self.settings.clone() }, ctx);
    }

    /// Takes other settings, keeps them, and does at once what they say.
    pub(super) fn set_settings(&mut self, new: Settings, ctx: &egui::Context) {
        let old = std::mem::replace(&mut self.settings, new);
        app::apply_looks(ctx, &self.settings);
        if self.settings.care() != old.care() {
            self.session.set_care(self.settings.care());
        }
        if self.settings.least_sure() != old.least_sure() {
            let least = self.settings.least_sure();
            self.show_suggestions(Shown { least, ..self.session.shown().clone() });
        }
        if self.settings.language != old.language {
            self.speak(self.settings.language);
        }
        self.save_settings();
    }

    /// Begins the tour, or goes on with it from the start.
    pub(super) fn start_tour(&mut self) {
        self.leave_page();
        self.desk.show_article();
        self.desk.tour = Some(TourDesk::default());
    }

    pub(super) fn end_tour(&mut self) {
        self.desk.tour = None;
        self.settings.tour_done = true;
        self.save_settings();
    }
}
