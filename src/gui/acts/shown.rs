//! Which suggestions are shown, and with how much care they are made.

use super::super::app::App;
use crate::session::{MOST_SURE_PERCENT, Shown};
use crate::view::MarkId;

/// By so much the keys change how sure a suggestion must be. Per cent.
pub(super) const SURE_STEP: u16 = 5;

impl App {
    /// Hides what is less sure than this, in per cent; kept for the next time.
    pub(super) fn set_least_sure(&mut self, percent: u16) {
        self.settings.least_sure_percent = percent.min(MOST_SURE_PERCENT);
        self.save_settings();
        let least = self.settings.least_sure();
        self.show_suggestions(Shown { least, ..self.session.shown().clone() });
    }

    pub(super) fn show_all_suggestions(&mut self) {
        self.settings.least_sure_percent = 0;
        self.save_settings();
        self.show_suggestions(Shown::default());
    }

    /// Shows these and no others; a suggestion under review that is hidden now is left.
    pub(super) fn show_suggestions(&mut self, shown: Shown) {
        self.session.show(shown);
        self.desk.answers += 1;
        if let Some(MarkId::Suggestion(key)) = self.desk.current
            && self.session.suggestion(key).is_none()
        {
            self.desk.current = None;
        }
    }

    pub(super) fn toggle_careful(&mut self) {
        self.settings.careful_suggestions = !self.settings.careful_suggestions;
        self.save_settings();
        self.session.set_care(self.settings.care());
        self.desk.say(if self.settings.careful_suggestions {
            "Articles are read carefully from now on"
        } else {
            "Articles are read quickly from now on; what was read carefully stays"
        });
    }
}
