//! The languages that the program speaks: one file of messages and one row of the table each.

use super::book::Book;
use std::sync::OnceLock;

/// A row of the table. Its file is read when it is first spoken.
struct Row {
    /// As in BCP 47: `ko`.
    code: &'static str,
    messages: &'static str,
    book: OnceLock<Book>,
}

const fn row(code: &'static str, messages: &'static str) -> Row {
    Row { code, messages, book: OnceLock::new() }
}

/// English first: what another language lacks is said in it.
static LANGUAGES: [Row; 2] = [
    row("en", include_str!("../../assets/words/en.ftl")),
    row("ko", include_str!("../../assets/words/ko.ftl")),
];

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language(usize);

impl Language {
    /// The language of the command line, of files, and of what another language lacks.
    pub const ENGLISH: Self = Self(0);

    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..LANGUAGES.len()).map(Self)
    }

    /// The one with this code; regions and scripts do not count: `ko-KR` and `ko_KR.UTF-8` are `ko`.
    pub fn with_code(code: &str) -> Option<Self> {
        let wanted = code.split(['-', '_', '.', '@']).next()?.to_ascii_lowercase();
        Self::all().find(|language| language.code() == wanted)
    }

    /// The first language of the user's system that the program speaks; English where there is none.
    pub fn of_system() -> Self {
        sys_locale::get_locales().find_map(|code| Self::with_code(&code)).unwrap_or(Self::ENGLISH)
    }

    /// As in BCP 47: `ko`.
    pub fn code(self) -> &'static str {
        self.row().code
    }

    /// What it calls itself: `한국어`.
    pub fn name(self) -> &'static str {
        self.book().plain("language-name").unwrap_or(self.code())
    }

    pub(super) fn at(place: usize) -> Self {
        Self(place)
    }

    pub(super) fn place(self) -> usize {
        self.0
    }

    pub(super) fn messages(self) -> &'static str {
        self.row().messages
    }

    pub(super) fn book(self) -> &'static Book {
        let row = self.row();
        row.book.get_or_init(|| Book::new(row.code, self.messages()))
    }

    fn row(self) -> &'static Row {
        let [english, ..] = &LANGUAGES;
        LANGUAGES.get(self.0).unwrap_or(english)
    }
}
