//! The one table of commands: what each is called, where it stands in the menu, and which keys give it.
//!
//! Menus, keys and the list of keys read this table. A command carries nothing: what it acts on is decided when
//! it is carried out, in `acts/`.

use super::keymap::Keymap;
use crate::words::{Language, key, plain_in, say};
use egui::{Key, KeyboardShortcut, Modifiers};

/// A thing that the user can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UiCommand {
    OpenArticles,
    ImportAnnotations,
    PasteArticle,
    OpenSample,
    RemoveArticle,
    NewProject,
    OpenProject,
    Save,
    SaveAs,
    ArticleFiles,
    OneFile,
    Export,
    EarlierStates,
    ReloadProject,
    TakeOver,
    Quit,
    Undo,
    Redo,
    SelectAll,
    Copy,
    FindHere,
    FindNext,
    FindPrevious,
    FindInProject,
    DeleteMark,
    EditNote,
    EntityFacts,
    ToggleMetonym,
    SetDate,
    Relate,
    EditRelation,
    TagAllInArticle,
    TagAllInProject,
    GrowStart,
    ShrinkStart,
    GrowEnd,
    ShrinkEnd,
    NextMark,
    PreviousMark,
    StickyLabel,
    PickLabel,
    EditLabels,
    NextSuggestion,
    PreviousSuggestion,
    Accept,
    AcceptEntity,
    AcceptName,
    AcceptAll,
    Reject,
    RejectInArticle,
    RejectInProject,
    KnowName,
    ForgetName,
    ListsOfNames,
    ShowSurer,
    ShowLessSure,
    ShowAllSuggestions,
    CarefulSuggestions,
    NextArticle,
    PreviousArticle,
    Timeline,
    MapOfTies,
    LargerText,
    SmallerText,
    NormalText,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    ChooseLanguage,
    Settings,
    Tour,
    Guide,
    Palette,
    ShowKeys,
    About,
    BackOut,
}

/// The menus, in their order. [`Menu::Hidden`] holds what has keys alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Menu {
    File,
    Edit,
    Mark,
    Suggest,
    View,
    Help,
    Hidden,
}

impl Menu {
    /// Those that are shown.
    pub const SHOWN: [Self; 6] = [Self::File, Self::Edit, Self::Mark, Self::Suggest, Self::View, Self::Help];

    /// What it is called; nothing for what has no menu.
    pub fn name(self) -> &'static str {
        self.key().map_or("", |key| say!(key))
    }

    /// What it is called in English, whatever is spoken.
    pub fn english(self) -> &'static str {
        self.key().map_or("", |key| plain_in(Language::ENGLISH, key))
    }

    fn key(self) -> Option<&'static str> {
        Some(match self {
            Self::File => key!("menu-file"),
            Self::Edit => key!("menu-edit"),
            Self::Mark => key!("menu-mark"),
            Self::Suggest => key!("menu-review"),
            Self::View => key!("menu-view"),
            Self::Help => key!("menu-help"),
            Self::Hidden => return None,
        })
    }
}

/// One row of the table.
pub struct Row {
    pub command: UiCommand,
    pub menu: Menu,
    /// The key of the message that says what it is called: sentence case, `…` where it asks for more.
    pub name: &'static str,
    /// The first is shown in the menu.
    pub keys: &'static [KeyboardShortcut],
    /// Whether a line is drawn above it in the menu.
    pub opens_section: bool,
}

impl Row {
    /// What the command is called.
    pub fn text(&self) -> &'static str {
        say!(self.name)
    }

    /// What it is called in English, whatever is spoken.
    pub fn english(&self) -> &'static str {
        plain_in(Language::ENGLISH, self.name)
    }
}

const NONE: Modifiers = Modifiers::NONE;
const SHIFT: Modifiers = Modifiers::SHIFT;
const ALT: Modifiers = Modifiers::ALT;
const CTRL: Modifiers = Modifiers::COMMAND;
const SHIFT_ALT: Modifiers = Modifiers { alt: true, shift: true, ..NONE };
const CTRL_ALT: Modifiers = Modifiers { alt: true, ..CTRL };
const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..CTRL };

const fn key(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, key)
}

const fn row(command: UiCommand, menu: Menu, name: &'static str, keys: &'static [KeyboardShortcut]) -> Row {
    Row { command, menu, name, keys, opens_section: false }
}

const fn section(
    command: UiCommand,
    menu: Menu,
    name: &'static str,
    keys: &'static [KeyboardShortcut],
) -> Row {
    Row { command, menu, name, keys, opens_section: true }
}

/// For a command that has no row: there is none.
const NO_ROW: Row = row(UiCommand::BackOut, Menu::Hidden, "", &[]);

/// All commands, in the order of the menus.
pub const COMMANDS: &[Row] = &[
    row(UiCommand::OpenArticles, Menu::File, "open-articles", &[key(CTRL, Key::O)]),
    row(UiCommand::ImportAnnotations, Menu::File, "import-annotations", &[key(CTRL_SHIFT, Key::I)]),
    row(UiCommand::PasteArticle, Menu::File, "paste-article", &[key(CTRL_SHIFT, Key::V)]),
    row(UiCommand::OpenSample, Menu::File, "open-sample", &[]),
    row(UiCommand::RemoveArticle, Menu::File, "remove-article", &[]),
    section(UiCommand::NewProject, Menu::File, "new-project", &[key(CTRL, Key::N)]),
    row(UiCommand::OpenProject, Menu::File, "open-project", &[key(CTRL_SHIFT, Key::O)]),
    row(UiCommand::Save, Menu::File, "save", &[key(CTRL, Key::S)]),
    row(UiCommand::SaveAs, Menu::File, "save-as", &[key(CTRL_SHIFT, Key::S)]),
    row(UiCommand::ArticleFiles, Menu::File, "article-files", &[]),
    row(UiCommand::OneFile, Menu::File, "one-file", &[]),
    row(UiCommand::Export, Menu::File, "export", &[key(CTRL_SHIFT, Key::E)]),
    section(UiCommand::EarlierStates, Menu::File, "earlier-states", &[key(CTRL, Key::H)]),
    row(UiCommand::ReloadProject, Menu::File, "reload-project", &[]),
    row(UiCommand::TakeOver, Menu::File, "take-over", &[]),
    section(UiCommand::Quit, Menu::File, "quit", &[key(CTRL, Key::Q)]),
    row(UiCommand::Undo, Menu::Edit, "undo", &[key(CTRL, Key::Z)]),
    row(UiCommand::Redo, Menu::Edit, "redo", &[key(CTRL_SHIFT, Key::Z), key(CTRL, Key::Y)]),
    section(UiCommand::Copy, Menu::Edit, "copy", &[key(CTRL, Key::C)]),
    row(UiCommand::SelectAll, Menu::Edit, "select-all", &[key(CTRL, Key::A)]),
    section(UiCommand::FindHere, Menu::Edit, "find-here", &[key(CTRL, Key::F)]),
    row(UiCommand::FindNext, Menu::Edit, "find-next", &[key(NONE, Key::F3)]),
    row(UiCommand::FindPrevious, Menu::Edit, "find-previous", &[key(SHIFT, Key::F3)]),
    row(UiCommand::FindInProject, Menu::Edit, "find-in-project", &[key(CTRL_SHIFT, Key::F)]),
    row(UiCommand::DeleteMark, Menu::Mark, "delete-mark", &[key(NONE, Key::Delete)]),
    row(UiCommand::EditNote, Menu::Mark, "edit-note", &[key(CTRL, Key::M)]),
    row(UiCommand::EntityFacts, Menu::Mark, "entity-facts", &[key(CTRL, Key::E)]),
    row(UiCommand::ToggleMetonym, Menu::Mark, "toggle-metonym", &[key(NONE, Key::G)]),
    row(UiCommand::SetDate, Menu::Mark, "set-date", &[key(NONE, Key::D)]),
    row(UiCommand::Relate, Menu::Mark, "relate", &[key(NONE, Key::R)]),
    row(UiCommand::EditRelation, Menu::Mark, "edit-relation", &[key(CTRL, Key::R)]),
    section(UiCommand::TagAllInArticle, Menu::Mark, "tag-all-in-article", &[key(CTRL, Key::T)]),
    row(UiCommand::TagAllInProject, Menu::Mark, "tag-all-in-project", &[key(CTRL_SHIFT, Key::T)]),
    row(UiCommand::StickyLabel, Menu::Mark, "sticky-label", &[key(NONE, Key::K)]),
    row(UiCommand::PickLabel, Menu::Mark, "pick-label", &[key(NONE, Key::L)]),
    row(UiCommand::EditLabels, Menu::Mark, "edit-labels", &[key(CTRL, Key::K)]),
    section(UiCommand::GrowEnd, Menu::Mark, "grow-end", &[key(ALT, Key::ArrowRight)]),
    row(UiCommand::ShrinkEnd, Menu::Mark, "shrink-end", &[key(ALT, Key::ArrowLeft)]),
    row(UiCommand::GrowStart, Menu::Mark, "grow-start", &[key(SHIFT_ALT, Key::ArrowLeft)]),
    row(UiCommand::ShrinkStart, Menu::Mark, "shrink-start", &[key(SHIFT_ALT, Key::ArrowRight)]),
    section(UiCommand::NextMark, Menu::Mark, "next-mark", &[key(NONE, Key::N), key(NONE, Key::F8)]),
    row(UiCommand::PreviousMark, Menu::Mark, "previous-mark", &[key(NONE, Key::P), key(SHIFT, Key::F8)]),
    row(UiCommand::NextSuggestion, Menu::Suggest, "next-suggestion", &[key(NONE, Key::Tab)]),
    row(UiCommand::PreviousSuggestion, Menu::Suggest, "previous-suggestion", &[key(SHIFT, Key::Tab)]),
    section(UiCommand::Accept, Menu::Suggest, "accept", &[key(NONE, Key::Enter)]),
    row(UiCommand::AcceptName, Menu::Suggest, "accept-name", &[key(CTRL, Key::Enter)]),
    row(UiCommand::AcceptEntity, Menu::Suggest, "accept-entity", &[key(SHIFT, Key::Enter)]),
    row(UiCommand::AcceptAll, Menu::Suggest, "accept-all", &[key(CTRL_SHIFT, Key::A)]),
    section(UiCommand::Reject, Menu::Suggest, "reject", &[key(NONE, Key::Backspace)]),
    row(UiCommand::RejectInArticle, Menu::Suggest, "reject-in-article", &[key(SHIFT, Key::Backspace)]),
    row(UiCommand::RejectInProject, Menu::Suggest, "reject-in-project", &[key(CTRL, Key::Backspace)]),
    section(UiCommand::KnowName, Menu::Suggest, "know-name", &[]),
    row(UiCommand::ForgetName, Menu::Suggest, "forget-name", &[]),
    row(UiCommand::ListsOfNames, Menu::Suggest, "lists-of-names", &[key(CTRL, Key::L)]),
    section(UiCommand::ShowSurer, Menu::Suggest, "show-surer", &[key(CTRL, Key::Period)]),
    row(UiCommand::ShowLessSure, Menu::Suggest, "show-less-sure", &[key(CTRL, Key::Comma)]),
    row(UiCommand::ShowAllSuggestions, Menu::Suggest, "show-all-suggestions", &[key(CTRL_SHIFT, Key::Comma)]),
    row(UiCommand::CarefulSuggestions, Menu::Suggest, "careful-suggestions", &[]),
    row(UiCommand::NextArticle, Menu::View, "next-article", &[key(CTRL, Key::PageDown)]),
    row(UiCommand::PreviousArticle, Menu::View, "previous-article", &[key(CTRL, Key::PageUp)]),
    section(UiCommand::Timeline, Menu::View, "timeline", &[key(CTRL_SHIFT, Key::L)]),
    row(UiCommand::MapOfTies, Menu::View, "map-of-ties", &[key(CTRL_SHIFT, Key::M)]),
    section(
        UiCommand::LargerText,
        Menu::View,
        "larger-text",
        &[key(CTRL, Key::Plus), key(CTRL, Key::Equals)],
    ),
    row(UiCommand::SmallerText, Menu::View, "smaller-text", &[key(CTRL, Key::Minus)]),
    row(UiCommand::NormalText, Menu::View, "normal-text", &[key(CTRL, Key::Num0)]),
    section(UiCommand::ThemeSystem, Menu::View, "theme-system", &[]),
    row(UiCommand::ThemeLight, Menu::View, "theme-light", &[]),
    row(UiCommand::ThemeDark, Menu::View, "theme-dark", &[]),
    section(UiCommand::ChooseLanguage, Menu::View, "choose-language", &[]),
    section(UiCommand::Settings, Menu::View, "settings", &[key(CTRL_ALT, Key::S)]),
    row(UiCommand::Tour, Menu::Help, "tour", &[]),
    row(UiCommand::Guide, Menu::Help, "guide", &[key(SHIFT, Key::F1)]),
    section(UiCommand::Palette, Menu::Help, "all-commands", &[key(CTRL_SHIFT, Key::P)]),
    row(UiCommand::ShowKeys, Menu::Help, "show-keys", &[key(NONE, Key::F1), key(SHIFT, Key::Questionmark)]),
    row(UiCommand::About, Menu::Help, "about-dateline", &[]),
    row(UiCommand::BackOut, Menu::Hidden, "back-out", &[key(NONE, Key::Escape)]),
];

impl UiCommand {
    /// Its row of the table.
    pub fn row(self) -> &'static Row {
        // The table is complete: a test looks.
        COMMANDS.iter().find(|row| row.command == self).unwrap_or(&NO_ROW)
    }

    /// Whether it acts on the article in the middle, and so rests while another page is there.
    pub fn is_for_article(self) -> bool {
        let acts_elsewhere = [
            Self::EditLabels,
            Self::ListsOfNames,
            Self::ShowSurer,
            Self::ShowLessSure,
            Self::ShowAllSuggestions,
            Self::CarefulSuggestions,
        ];
        (matches!(self.row().menu, Menu::Mark | Menu::Suggest) && !acts_elsewhere.contains(&self))
            || matches!(
                self,
                Self::SelectAll | Self::Copy | Self::FindHere | Self::FindNext | Self::FindPrevious
            )
    }

    /// Whether it changes and writes nothing, and so can be given while a project is still being read.
    pub fn only_looks(self) -> bool {
        (matches!(self.row().menu, Menu::View | Menu::Help) && self != Self::Tour)
            || matches!(self, Self::SelectAll | Self::Copy | Self::BackOut | Self::Quit)
    }

    /// The key that gives it, as it is written on this system; empty if there is none.
    pub fn key_text(self, ctx: &egui::Context) -> String {
        Keymap::of(ctx).keys(self).first().map(|keys| ctx.format_shortcut(keys)).unwrap_or_default()
    }
}

/// Whether a command without Ctrl or Alt would take a letter or an editing key from a text field.
pub fn is_for_fields_too(shortcut: KeyboardShortcut) -> bool {
    let editing = [
        Key::Z,
        Key::Y,
        Key::C,
        Key::A,
        Key::V,
        Key::X,
        Key::ArrowLeft,
        Key::ArrowRight,
        Key::Backspace,
        Key::Enter,
    ];
    (shortcut.modifiers.command && !editing.contains(&shortcut.logical_key))
        || matches!(shortcut.logical_key, Key::F1 | Key::F3)
        || shortcut.logical_key == Key::Escape
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_gives_two_commands() {
        let all = COMMANDS.iter().flat_map(|row| row.keys.iter().map(move |keys| (keys, row.command)));
        let all: Vec<_> = all.collect();
        for (place, (keys, command)) in all.iter().enumerate() {
            let twin = all.iter().skip(place + 1).find(|(other, _)| other == keys);
            assert!(twin.is_none(), "{command:?} and {twin:?}");
        }
    }

    #[test]
    fn every_command_stands_once_in_the_table() {
        for (place, row) in COMMANDS.iter().enumerate() {
            assert_eq!(
                row.command as usize,
                COMMANDS.iter().filter(|r| (r.command as usize) < row.command as usize).count()
            );
            assert_eq!(COMMANDS.iter().position(|other| other.command == row.command), Some(place));
            assert_eq!(row.command.row().name, row.name);
            assert_ne!(row.text(), row.name, "it has words");
        }
        assert_eq!(COMMANDS.len(), UiCommand::BackOut as usize + 1, "a command has no row");
    }
}
