//! Which commands can do anything now.

use super::super::{app::App, commands::UiCommand, desk::Centre};
use crate::{session::Form, view::MarkId};

impl App {
    /// Whether a command can do anything now.
    pub fn is_enabled(&self, command: UiCommand) -> bool {
        let on_mention = matches!(self.desk.current, Some(MarkId::Mention(_)));
        let on_suggestion = matches!(self.desk.current, Some(MarkId::Suggestion(_)));
        if command.is_for_article() && self.desk.centre != Centre::Article {
            return false;
        }
        if self.session.is_opening() && !command.only_looks() {
            return false;
        }
        match command {
            UiCommand::ArticleFiles => self.could_be(Form::Folder),
            UiCommand::OneFile => self.could_be(Form::File),
            UiCommand::CarefulSuggestions => cfg!(feature = "careful"),
            UiCommand::EarlierStates => self.session.is_kept(),
            UiCommand::ReloadProject => self.session.path().is_some(),
            UiCommand::TakeOver => self.session.is_read_only(),
            UiCommand::Undo => self.session.undo_name().is_some(),
            UiCommand::Redo => self.session.redo_name().is_some(),
            UiCommand::RemoveArticle
            | UiCommand::PickLabel
            | UiCommand::FindHere
            | UiCommand::FindNext
            | UiCommand::FindPrevious
            | UiCommand::SelectAll
            | UiCommand::NextMark
            | UiCommand::PreviousMark
            | UiCommand::NextSuggestion
            | UiCommand::PreviousSuggestion
            | UiCommand::AcceptAll
            | UiCommand::TagAllInArticle
            | UiCommand::TagAllInProject => self.desk.document.is_some(),
            UiCommand::Timeline | UiCommand::MapOfTies | UiCommand::Export | UiCommand::FindInProject => {
                self.session.project().document_count() > 0
            }
            UiCommand::EntityFacts => self.entity_at_hand().is_some(),
            UiCommand::ToggleMetonym | UiCommand::Relate => on_mention,
            UiCommand::SetDate => self.date_at_hand().is_some(),
            UiCommand::EditRelation => self.selected_relation().is_some(),
            UiCommand::Accept if self.can_end_relating() => true,
            UiCommand::NextArticle | UiCommand::PreviousArticle => {
                self.session.project().document_count() > 1
            }
            UiCommand::DeleteMark
            | UiCommand::GrowStart
            | UiCommand::ShrinkStart
            | UiCommand::GrowEnd
            | UiCommand::ShrinkEnd
            | UiCommand::KnowName
            | UiCommand::ForgetName
            | UiCommand::Reject => on_mention || on_suggestion,
            UiCommand::Accept
            | UiCommand::AcceptEntity
            | UiCommand::AcceptName
            | UiCommand::RejectInArticle
            | UiCommand::RejectInProject => on_suggestion,
            _ => true,
        }
    }
}
