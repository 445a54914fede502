//! Which suggestions are shown, and with how much care they are made.

use super::super::app::App;
use crate::{
    session::{MOST_SURE_PERCENT, Settings, Shown},
    view::{MarkId, SuggestionKey},
    words::say,
};

/// By so much the keys change how sure a suggestion must be. Per cent.
pub(super) const SURE_STEP: u16 = 5;

impl App {
    /// Hides what is less sure than this, in per cent; kept for the next time.
    pub(super) fn set_least_sure(&mut self, percent: u16, ctx: &egui::Context) {
        let least_sure_percent = percent.min(MOST_SURE_PERCENT);
        self.set_settings(Settings { least_sure_percent, ..self.settings.clone() }, ctx);
    }

    pub(super) fn show_all_suggestions(&mut self, ctx: &egui::Context) {
        self.set_least_sure(0, ctx);
        self.show_suggestions(Shown::default());
    }

    /// Shows these and no others.
    pub(super) fn show_suggestions(&mut self, shown: Shown) {
        self.session.show(shown);
        self.suggestions_changed();
    }

    /// Others are shown now. Where the one under review is gone, what lies at its place is reviewed instead, and where
    /// nothing does, nothing is: the text stays where it is.
    pub(super) fn suggestions_changed(&mut self) {
        self.desk.answers += 1;
        let Some(MarkId::Suggestion(key)) = self.desk.current else {
            return;
        };
        if self.session.suggestion(key).is_none() {
            let open = self.session.open_suggestions(key.document);
            let instead = open.iter().find(|suggestion| suggestion.span.overlaps(key.span));
            self.desk.current = instead.map(|suggestion| {
                let (span, label) = (suggestion.span, suggestion.label);
                MarkId::Suggestion(SuggestionKey { span, label, ..key })
            });
        }
    }

    pub(super) fn toggle_careful(&mut self, ctx: &egui::Context) {
        let careful_suggestions = !self.settings.careful_suggestions;
        self.set_settings(Settings { careful_suggestions, ..self.settings.clone() }, ctx);
        self.desk.say(if self.settings.careful_suggestions {
            say!("careful-on")
        } else {
            say!("careful-off")
        });
    }
}
