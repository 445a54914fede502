//! The one table of commands: what each is called, where it stands in the menu, and which keys give it.
//!
//! Menus, keys and the list of keys read this table. A command carries nothing: what it acts on is decided when
//! it is carried out, in `acts/`.

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
    /// Those that are shown, with their names.
    pub const SHOWN: [(Self, &'static str); 6] = [
        (Self::File, "File"),
        (Self::Edit, "Edit"),
        (Self::Mark, "Mark"),
        (Self::Suggest, "Review"),
        (Self::View, "View"),
        (Self::Help, "Help"),
    ];
}

/// One row of the table.
pub struct Row {
    pub command: UiCommand,
    pub menu: Menu,
    /// Sentence case; `…` where it asks for more.
    pub text: &'static str,
    /// The first is shown in the menu.
    pub keys: &'static [KeyboardShortcut],
    /// Whether a line is drawn above it in the menu.
    pub opens_section: bool,
}

const NONE: Modifiers = Modifiers::NONE;
const SHIFT: Modifiers = Modifiers::SHIFT;
const ALT: Modifiers = Modifiers::ALT;
const CTRL: Modifiers = Modifiers::COMMAND;
const SHIFT_ALT: Modifiers = Modifiers { alt: true, shift: true, ..NONE };
const CTRL_SHIFT: Modifiers = Modifiers { shift: true, ..CTRL };

const fn key(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, key)
}

const fn row(command: UiCommand, menu: Menu, text: &'static str, keys: &'static [KeyboardShortcut]) -> Row {
    Row { command, menu, text, keys, opens_section: false }
}

const fn section(
    command: UiCommand,
    menu: Menu,
    text: &'static str,
    keys: &'static [KeyboardShortcut],
) -> Row {
    Row { command, menu, text, keys, opens_section: true }
}

/// For a command that has no row: there is none.
const NO_ROW: Row = row(UiCommand::BackOut, Menu::Hidden, "", &[]);

/// All commands, in the order of the menus.
pub const COMMANDS: &[Row] = &[
    row(UiCommand::OpenArticles, Menu::File, "Open articles…", &[key(CTRL, Key::O)]),
    row(UiCommand::ImportAnnotations, Menu::File, "Import annotations…", &[key(CTRL_SHIFT, Key::I)]),
    row(UiCommand::PasteArticle, Menu::File, "Paste text as an article…", &[key(CTRL_SHIFT, Key::V)]),
    row(UiCommand::OpenSample, Menu::File, "Open the sample article", &[]),
    row(UiCommand::RemoveArticle, Menu::File, "Remove this article from the project", &[]),
    section(UiCommand::NewProject, Menu::File, "New project", &[key(CTRL, Key::N)]),
    row(UiCommand::OpenProject, Menu::File, "Open project…", &[key(CTRL_SHIFT, Key::O)]),
    row(UiCommand::Save, Menu::File, "Save", &[key(CTRL, Key::S)]),
    row(UiCommand::SaveAs, Menu::File, "Save as…", &[key(CTRL_SHIFT, Key::S)]),
    row(UiCommand::ArticleFiles, Menu::File, "Keep each article in a file of its own", &[]),
    row(UiCommand::OneFile, Menu::File, "Keep the project in one file", &[]),
    row(UiCommand::Export, Menu::File, "Export…", &[key(CTRL_SHIFT, Key::E)]),
    section(UiCommand::EarlierStates, Menu::File, "Earlier states…", &[key(CTRL, Key::H)]),
    row(UiCommand::ReloadProject, Menu::File, "Read the project again from its file", &[]),
    row(UiCommand::TakeOver, Menu::File, "Take over from the other Dateline", &[]),
    section(UiCommand::Quit, Menu::File, "Quit", &[key(CTRL, Key::Q)]),
    row(UiCommand::Undo, Menu::Edit, "Undo", &[key(CTRL, Key::Z)]),
    row(UiCommand::Redo, Menu::Edit, "Redo", &[key(CTRL_SHIFT, Key::Z), key(CTRL, Key::Y)]),
    section(UiCommand::Copy, Menu::Edit, "Copy", &[key(CTRL, Key::C)]),
    row(UiCommand::SelectAll, Menu::Edit, "Select the whole article", &[key(CTRL, Key::A)]),
    section(UiCommand::FindHere, Menu::Edit, "Find…", &[key(CTRL, Key::F)]),
    row(UiCommand::FindNext, Menu::Edit, "Find next", &[key(NONE, Key::F3)]),
    row(UiCommand::FindPrevious, Menu::Edit, "Find previous", &[key(SHIFT, Key::F3)]),
    row(UiCommand::FindInProject, Menu::Edit, "Find in the project…", &[key(CTRL_SHIFT, Key::F)]),
    row(UiCommand::DeleteMark, Menu::Mark, "Delete mark", &[key(NONE, Key::Delete)]),
    row(UiCommand::EditNote, Menu::Mark, "Write a note", &[key(CTRL, Key::M)]),
    row(UiCommand::EntityFacts, Menu::Mark, "Facts about this entity…", &[key(CTRL, Key::E)]),
    row(UiCommand::ToggleMetonym, Menu::Mark, "Stands for its government", &[key(NONE, Key::G)]),
    row(UiCommand::SetDate, Menu::Mark, "Say what this date means…", &[key(NONE, Key::D)]),
    row(UiCommand::Relate, Menu::Mark, "Relate two marks", &[key(NONE, Key::R)]),
    row(UiCommand::EditRelation, Menu::Mark, "Correct this relation…", &[key(CTRL, Key::R)]),
    section(
        UiCommand::TagAllInArticle,
        Menu::Mark,
        "Tag all of this name in the article",
        &[key(CTRL, Key::T)],
    ),
    row(
        UiCommand::TagAllInProject,
        Menu::Mark,
        "Tag all of this name in the project",
        &[key(CTRL_SHIFT, Key::T)],
    ),
    row(UiCommand::StickyLabel, Menu::Mark, "Keep the label for the next selections", &[key(NONE, Key::K)]),
    row(UiCommand::PickLabel, Menu::Mark, "Choose a label…", &[key(NONE, Key::L)]),
    row(UiCommand::EditLabels, Menu::Mark, "Labels…", &[key(CTRL, Key::K)]),
    section(UiCommand::GrowEnd, Menu::Mark, "Grow at the end by a word", &[key(ALT, Key::ArrowRight)]),
    row(UiCommand::ShrinkEnd, Menu::Mark, "Shrink at the end by a word", &[key(ALT, Key::ArrowLeft)]),
    row(UiCommand::GrowStart, Menu::Mark, "Grow at the start by a word", &[key(SHIFT_ALT, Key::ArrowLeft)]),
    row(
        UiCommand::ShrinkStart,
        Menu::Mark,
        "Shrink at the start by a word",
        &[key(SHIFT_ALT, Key::ArrowRight)],
    ),
    section(UiCommand::NextMark, Menu::Mark, "Next mark", &[key(NONE, Key::N), key(NONE, Key::F8)]),
    row(UiCommand::PreviousMark, Menu::Mark, "Previous mark", &[key(NONE, Key::P), key(SHIFT, Key::F8)]),
    row(UiCommand::NextSuggestion, Menu::Suggest, "Next suggestion", &[key(NONE, Key::Tab)]),
    row(UiCommand::PreviousSuggestion, Menu::Suggest, "Previous suggestion", &[key(SHIFT, Key::Tab)]),
    section(UiCommand::Accept, Menu::Suggest, "Accept", &[key(NONE, Key::Enter)]),
    row(
        UiCommand::AcceptName,
        Menu::Suggest,
        "Accept all of this name in the article",
        &[key(CTRL, Key::Enter)],
    ),
    row(
        UiCommand::AcceptEntity,
        Menu::Suggest,
        "Accept all of this entity in the project",
        &[key(SHIFT, Key::Enter)],
    ),
    row(
        UiCommand::AcceptAll,
        Menu::Suggest,
        "Accept all that are shown in the article…",
        &[key(CTRL_SHIFT, Key::A)],
    ),
    section(UiCommand::Reject, Menu::Suggest, "Reject", &[key(NONE, Key::Backspace)]),
    row(
        UiCommand::RejectInArticle,
        Menu::Suggest,
        "Reject this name in the article",
        &[key(SHIFT, Key::Backspace)],
    ),
    row(
        UiCommand::RejectInProject,
        Menu::Suggest,
        "Reject this name in the project",
        &[key(CTRL, Key::Backspace)],
    ),
    section(UiCommand::KnowName, Menu::Suggest, "Always suggest this name", &[]),
    row(UiCommand::ForgetName, Menu::Suggest, "Forget what was learnt of this name", &[]),
    row(UiCommand::ListsOfNames, Menu::Suggest, "Lists of names…", &[key(CTRL, Key::L)]),
    section(UiCommand::ShowSurer, Menu::Suggest, "Show only what is surer", &[key(CTRL, Key::Period)]),
    row(UiCommand::ShowLessSure, Menu::Suggest, "Show what is less sure too", &[key(CTRL, Key::Comma)]),
    row(UiCommand::ShowAllSuggestions, Menu::Suggest, "Show all suggestions", &[key(CTRL_SHIFT, Key::Comma)]),
    row(UiCommand::CarefulSuggestions, Menu::Suggest, "Read carefully (better, slower)", &[]),
    row(UiCommand::NextArticle, Menu::View, "Next article", &[key(CTRL, Key::PageDown)]),
    row(UiCommand::PreviousArticle, Menu::View, "Previous article", &[key(CTRL, Key::PageUp)]),
    section(UiCommand::Timeline, Menu::View, "Timeline", &[key(CTRL_SHIFT, Key::L)]),
    row(UiCommand::MapOfTies, Menu::View, "Map of ties", &[key(CTRL_SHIFT, Key::M)]),
    section(
        UiCommand::LargerText,
        Menu::View,
        "Larger text",
        &[key(CTRL, Key::Plus), key(CTRL, Key::Equals)],
    ),
    row(UiCommand::SmallerText, Menu::View, "Smaller text", &[key(CTRL, Key::Minus)]),
    row(UiCommand::NormalText, Menu::View, "Normal text size", &[key(CTRL, Key::Num0)]),
    section(UiCommand::ThemeSystem, Menu::View, "Theme of the system", &[]),
    row(UiCommand::ThemeLight, Menu::View, "Light theme", &[]),
    row(UiCommand::ThemeDark, Menu::View, "Dark theme", &[]),
    row(UiCommand::Palette, Menu::Help, "All commands…", &[key(CTRL_SHIFT, Key::P)]),
    row(UiCommand::ShowKeys, Menu::Help, "Keys", &[key(NONE, Key::F1), key(SHIFT, Key::Questionmark)]),
    row(UiCommand::About, Menu::Help, "About Dateline", &[]),
    row(UiCommand::BackOut, Menu::Hidden, "Back out", &[key(NONE, Key::Escape)]),
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
        matches!(self.row().menu, Menu::View | Menu::Help)
            || matches!(self, Self::SelectAll | Self::Copy | Self::BackOut | Self::Quit)
    }

    /// The key that gives it, as it is written on this system; empty if there is none.
    pub fn key_text(self, ctx: &egui::Context) -> String {
        self.row().keys.first().map(|keys| ctx.format_shortcut(keys)).unwrap_or_default()
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
            assert_eq!(row.command.row().text, row.text);
        }
        assert_eq!(COMMANDS.len(), UiCommand::BackOut as usize + 1, "a command has no row");
    }
}
