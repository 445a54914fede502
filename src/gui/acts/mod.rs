//! What the window does when something is asked of it: one function an act.
//!
//! Panels and keys only collect [`Act`]s; they are carried out here, one after the other, before the keys' frame is
//! drawn and after the panels' frame was.

mod annotations;
mod coming_in;
mod enabled;
mod entities;
mod files;
mod find;
mod history;
mod labels;
mod marks;
mod names;
mod reading;
mod relations;
mod review;
mod shown;
mod view;

use super::{
    app::App,
    commands::UiCommand,
    desk::{Centre, Leave, Tab},
    dialogs::Request,
    theme::READING_SIZE,
    windows::{NamesSheet, Overlay, Palette},
};
use crate::{
    model::{
        Command, DocumentId, EntityFacts, EntityId, Facts, GazetteerId, Label, LabelId, MentionId, NameMap,
        NewRelation, Project, RelationId, Transaction,
    },
    session::{Annotations, Form, ReadAs, Settings, Shown, Snapshot, ThemeChoice},
    view::{Hit, MarkId, SuggestionKey},
    words::{Language, retold, say},
};
use shown::SURE_STEP;
use std::{path::PathBuf, sync::Arc};

/// A wish with all that it needs.
#[derive(Clone, Debug)]
pub enum Act {
    Do(UiCommand),
    /// Applies a label to what is selected, or keeps it for the next selections if nothing is.
    Label(LabelId),
    /// Keeps a label for the next selections, or no longer.
    Sticky(LabelId),
    /// Selects what was found, in whichever article it is.
    GoHit(Hit),
    TagHits(Vec<Hit>, LabelId),
    UntagHits(Vec<Hit>, LabelId),
    /// Opens the page of labels at this one.
    EditLabel(LabelId),
    AddLabel(Box<Label>),
    /// Carries out a change of labels that was shown before.
    ChangeLabels(Command),
    /// Applies a label that was picked from the list, or keeps it for the next selections.
    PickLabel(LabelId, bool),
    /// The same with a label that is made.
    PickNewLabel(Box<Label>, bool),
    /// Reads labels from a file, to look at before they are used.
    ImportLabels(PathBuf),
    ExportLabels(PathBuf),
    /// Shows an article.
    Show(DocumentId),
    /// Selects a mark where it is.
    Select(MarkId),
    /// Selects a mark and brings it into view.
    Go(MarkId),
    ClearCurrent,
    /// The mouse has selected words.
    SelectionMade,
    AcceptThese(Vec<SuggestionKey>),
    RejectThese(Vec<SuggestionKey>),
    /// Accepts what was looked through, and says so.
    AcceptAllThese(Vec<SuggestionKey>),
    /// Hides suggestions that are less sure than this, in per cent.
    LeastSure(u16),
    /// Shows these suggestions and no others.
    ShowSuggestions(Shown),
    SetNote(MentionId, String),
    SetFacts(DocumentId, Facts),
    /// Asks for the title and the day of an article.
    AskFacts(DocumentId),
    /// Shows how the file of an article was read.
    AskReading(DocumentId),
    /// Reads the file of an article again, to look at.
    ReadAgain(DocumentId, ReadAs),
    /// Takes what was read again.
    UseReading,
    /// Opens tables whose columns are said.
    OpenAs(Vec<PathBuf>, ReadAs),
    /// The article takes the middle of the window again.
    ShowArticle,
    RenameEntity(EntityId, String),
    /// Shows what is known about an entity, to be corrected.
    EntityFacts(EntityId),
    SetEntity(EntityId, EntityFacts),
    MergeEntities(Vec<EntityId>),
    Relate(NewRelation),
    StopRelating,
    /// Shows a relation to be corrected.
    EditRelation(RelationId),
    /// Lets a relation go the other way.
    TurnRelation(RelationId),
    /// Selects a relation and shows where it stands.
    GoRelation(RelationId),
    SplitMention(MentionId),
    /// Shows pasted text before it becomes an article.
    OfferPaste(String),
    AddPasted {
        title: String,
        text: String,
    },
    /// Carries out a command of the model that needs nothing else.
    Carry(Command),
    /// Asks for files.
    Ask(Request),
    /// Reads annotations of other tools.
    ReadAnnotations(Vec<PathBuf>),
    /// Takes in what was read, under these names.
    TakeAnnotations(Box<(Annotations, NameMap)>),
    /// Writes the project for another tool: the name of the format, and where.
    Export(&'static str, PathBuf),
    ImportNames(Vec<PathBuf>, LabelId),
    ExportNames(GazetteerId, PathBuf),
    /// Opens articles, or a project, from these paths.
    OpenPaths(Vec<PathBuf>),
    SaveTo(PathBuf),
    SaveThen(Leave),
    LeaveNow(Leave),
    /// Saves over what another program wrote; that is kept aside.
    Overwrite(PathBuf),
    /// Takes the file as it is on disk.
    ReloadProject(PathBuf),
    /// Looks at an earlier state.
    LookAt(Snapshot),
    /// Goes back to an earlier state.
    GoBack(Arc<Project>),
    CancelJobs,
    /// The window speaks this language from now on; `None` for that of the system.
    Language(Option<Language>),
    SetSettings(Box<Settings>),
    EndTour,
    Tab(Tab),
    CloseOverlay,
    DismissMessage,
}

impl App {
    /// Carries acts out in their order.
    pub fn run_all(&mut self, acts: Vec<Act>, ctx: &egui::Context) {
        for act in acts {
            self.run(act, ctx);
        }
    }

    fn run(&mut self, act: Act, ctx: &egui::Context) {
        match act {
            Act::Do(command) => self.run_command(command, ctx),
            // What lies hidden is not marked.
            Act::Label(_) if self.desk.centre != Centre::Article => {}
            Act::Label(label) => self.apply_label(label),
            Act::Sticky(label) => self.toggle_sticky(label),
            Act::GoHit(hit) => self.go_hit(hit),
            Act::TagHits(hits, label) => self.tag_hits(&hits, label),
            Act::UntagHits(hits, label) => self.untag_hits(&hits, label),
            Act::EditLabel(label) => self.edit_label(label),
            Act::AddLabel(label) => self.add_label(*label),
            Act::ChangeLabels(command) => self.change_labels(command),
            Act::PickLabel(label, keeps) => self.pick_label(label, keeps),
            Act::PickNewLabel(label, keeps) => self.pick_new_label(*label, keeps),
            Act::ImportLabels(path) => self.import_labels(path),
            Act::ExportLabels(path) => self.export_labels(path),
            Act::Show(document) => self.show_document(document),
            Act::Select(mark) => {
                self.select(mark);
                self.end_relating(mark);
            }
            Act::Go(mark) => {
                self.go_to(mark);
                self.end_relating(mark);
            }
            Act::ClearCurrent => self.desk.current = None,
            Act::Relate(new) => self.relate_as(new),
            Act::StopRelating => drop(self.stop_relating()),
            Act::EditRelation(relation) => self.show_relation(relation),
            Act::TurnRelation(relation) => self.turn_relation(relation),
            Act::GoRelation(relation) => self.go_to_relation(relation),
            Act::SelectionMade => self.selection_made(),
            Act::AcceptThese(keys) => self.accept_these(&keys),
            Act::RejectThese(keys) => self.reject_these(&keys),
            Act::AcceptAllThese(keys) => self.accept_all_these(&keys),
            Act::LeastSure(percent) => self.set_least_sure(percent, ctx),
            Act::ShowSuggestions(shown) => self.show_suggestions(shown),
            Act::SetNote(mention, note) => self.dispatch(Command::SetNote { mention, note }),
            Act::SetFacts(document, facts) => {
                self.desk.overlay = None;
                self.dispatch(Command::SetFacts { document, facts });
            }
            Act::AskFacts(document) => {
                self.desk.overlay = self.session.project().document(document).map(Overlay::facts);
            }
            Act::AskReading(document) => self.ask_reading(document),
            Act::ReadAgain(document, read_as) => self.session.read_again(document, read_as),
            Act::UseReading => self.use_reading(),
            Act::OpenAs(paths, read_as) => self.open_as(paths, read_as),
            Act::ShowArticle => {
                self.leave_page();
                self.desk.show_article();
            }
            Act::RenameEntity(entity, name) => self.dispatch(Command::RenameEntity { entity, name }),
            Act::EntityFacts(entity) => self.show_entity_facts(entity),
            Act::SetEntity(entity, facts) => {
                self.desk.overlay = None;
                self.dispatch(Command::SetEntity { entity, facts });
            }
            Act::MergeEntities(entities) => self.merge_entities(entities),
            Act::SplitMention(mention) => self.split_mention(mention),
            Act::OfferPaste(text) => self.desk.overlay = Some(Overlay::Paste { title: String::new(), text }),
            Act::AddPasted { title, text } => self.add_pasted(title, &text),
            Act::Carry(command) => self.dispatch(command),
            Act::Ask(request) => self.dialogs.ask(request, ctx),
            Act::ReadAnnotations(paths) => self.read_annotations(paths),
            Act::TakeAnnotations(what) => self.take_annotations(what.0, what.1),
            Act::Export(format, path) => self.export_to(format, path),
            Act::ImportNames(paths, usual) => self.import_names(paths, usual),
            Act::ExportNames(gazetteer, path) => self.export_names(gazetteer, path),
            Act::OpenPaths(paths) => self.open_paths(paths, ctx),
            Act::SaveTo(path) => self.save_to(path),
            Act::SaveThen(leave) => self.save_then(leave, ctx),
            Act::LeaveNow(leave) => self.leave_now(leave, ctx),
            Act::Overwrite(path) => self.overwrite(path),
            Act::ReloadProject(path) => self.reload_project(path),
            Act::LookAt(snapshot) => self.session.read_state(snapshot),
            Act::GoBack(state) => self.go_back(state),
            Act::CancelJobs => self.session.cancel(),
            Act::Language(language) => {
                self.set_settings(Settings { language, ..self.settings.clone() }, ctx);
            }
            Act::SetSettings(settings) => self.set_settings(*settings, ctx),
            Act::EndTour => self.end_tour(),
            Act::Tab(tab) => self.desk.tab = tab,
            Act::CloseOverlay => self.desk.overlay = None,
            Act::DismissMessage => self.desk.message = None,
        }
    }

    fn run_command(&mut self, command: UiCommand, ctx: &egui::Context) {
        if !self.is_enabled(command) {
            return;
        }
        match command {
            UiCommand::OpenArticles => self.ask_for_articles(ctx),
            UiCommand::ImportAnnotations => self.ask_for_annotations(ctx),
            UiCommand::ArticleFiles => self.change_form(Form::Folder),
            UiCommand::OneFile => self.change_form(Form::File),
            UiCommand::Export => self.offer_export(),
            UiCommand::PasteArticle => self.desk.overlay = Some(Overlay::paste(self.desk.kept_paste.take())),
            UiCommand::OpenSample => self.open_sample(),
            UiCommand::ListsOfNames => self.desk.overlay = Some(Overlay::Names(NamesSheet::default())),
            UiCommand::KnowName => self.know_name(true),
            UiCommand::ForgetName => self.know_name(false),
            UiCommand::RemoveArticle => self.remove_article(),
            UiCommand::NewProject => self.leave(Leave::NewProject, ctx),
            UiCommand::OpenProject => self.leave(Leave::OpenProject(None), ctx),
            UiCommand::Save => self.save(ctx),
            UiCommand::SaveAs => self.save_as(ctx),
            UiCommand::EarlierStates => self.show_history(),
            UiCommand::ReloadProject => self.ask_to_reload(ctx),
            UiCommand::TakeOver => self.session.take_over(),
            UiCommand::Quit => self.leave(Leave::Quit, ctx),
            UiCommand::Undo => self.undo(),
            UiCommand::Redo => self.redo(),
            UiCommand::SelectAll => self.select_all(),
            UiCommand::Copy => self.copy(ctx),
            UiCommand::FindHere => self.find_here(),
            UiCommand::FindNext => self.find_next(true),
            UiCommand::FindPrevious => self.find_next(false),
            UiCommand::FindInProject => self.find_in_project(),
            UiCommand::DeleteMark => self.delete_mark(),
            UiCommand::EditNote => self.edit_note(),
            UiCommand::EntityFacts => self.entity_facts(),
            UiCommand::ToggleMetonym => self.toggle_metonym(),
            UiCommand::SetDate => self.set_date(),
            UiCommand::Relate => self.relate(),
            UiCommand::EditRelation => self.edit_relation(),
            UiCommand::TagAllInArticle => self.tag_all(crate::model::Reach::Article),
            UiCommand::TagAllInProject => self.tag_all(crate::model::Reach::Project),
            UiCommand::GrowStart => self.resize(marks::End::Start, true),
            UiCommand::ShrinkStart => self.resize(marks::End::Start, false),
            UiCommand::GrowEnd => self.resize(marks::End::End, true),
            UiCommand::ShrinkEnd => self.resize(marks::End::End, false),
            UiCommand::NextMark => self.next_mention(true),
            UiCommand::PreviousMark => self.next_mention(false),
            UiCommand::StickyLabel => self.toggle_last_sticky(),
            UiCommand::PickLabel => self.offer_labels(),
            UiCommand::EditLabels => self.toggle_page(Centre::Labels),
            UiCommand::NextSuggestion => self.review(true),
            UiCommand::PreviousSuggestion => self.review(false),
            UiCommand::Accept if self.can_end_relating() => self.relate(),
            UiCommand::Accept => self.accept(),
            UiCommand::AcceptEntity => self.accept_entity(),
            UiCommand::AcceptName => self.accept_name(),
            UiCommand::AcceptAll => self.offer_all(),
            UiCommand::Reject => self.reject(crate::session::RejectReach::Here),
            UiCommand::RejectInArticle => self.reject(crate::session::RejectReach::Article),
            UiCommand::RejectInProject => self.reject(crate::session::RejectReach::Project),
            UiCommand::ShowSurer => self.set_least_sure(self.settings.least_sure_percent + SURE_STEP, ctx),
            UiCommand::ShowLessSure => {
                self.set_least_sure(self.settings.least_sure_percent.saturating_sub(SURE_STEP), ctx);
            }
            UiCommand::ShowAllSuggestions => self.show_all_suggestions(ctx),
            UiCommand::CarefulSuggestions => self.toggle_careful(ctx),
            UiCommand::NextArticle => self.step_article(true),
            UiCommand::PreviousArticle => self.step_article(false),
            UiCommand::Timeline => self.toggle_page(Centre::Timeline),
            UiCommand::MapOfTies => self.toggle_page(Centre::Ties),
            UiCommand::LargerText => self.set_text_size(self.settings.text_size + 1.0, ctx),
            UiCommand::SmallerText => self.set_text_size(self.settings.text_size - 1.0, ctx),
            UiCommand::NormalText => self.set_text_size(READING_SIZE, ctx),
            UiCommand::ThemeSystem => self.set_theme(ThemeChoice::System, ctx),
            UiCommand::ThemeLight => self.set_theme(ThemeChoice::Light, ctx),
            UiCommand::ThemeDark => self.set_theme(ThemeChoice::Dark, ctx),
            UiCommand::ChooseLanguage => self.desk.overlay = Some(Overlay::Language),
            UiCommand::Settings => self.toggle_page(Centre::Settings),
            UiCommand::Tour => self.start_tour(),
            UiCommand::Guide => self.desk.overlay = Some(Overlay::Guide),
            UiCommand::Palette => self.desk.overlay = Some(Overlay::Palette(Palette::default())),
            UiCommand::ShowKeys => self.desk.overlay = Some(Overlay::Keys),
            UiCommand::About => self.desk.overlay = Some(Overlay::About),
            UiCommand::BackOut => self.back_out(ctx),
        }
    }

    /// Carries out a command of the project and says what went wrong, if anything did.
    pub(super) fn dispatch(&mut self, command: Command) {
        let result = self.session.dispatch(command);
        self.settle(result);
    }

    /// The transaction of something that was done; a message instead, if it was refused.
    fn settle<E: std::fmt::Display>(&mut self, result: Result<Transaction, E>) -> Option<Transaction> {
        match result {
            Ok(transaction) => {
                // What was said of the step before is stale now.
                self.desk.message.take_if(|message| !message.is_problem);
                Some(transaction).filter(|transaction| !transaction.changes.is_empty())
            }
            Err(error) => {
                self.desk.complain(say!("could-not-be-done", why = retold(&error.to_string())), Vec::new());
                None
            }
        }
    }
}
