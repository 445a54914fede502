//! What the program says to people, in their language: messages by key, from the Fluent files in `assets/words/`.
//!
//! [`say!`] gives the words of a key. The language is one for the process and English unless [`speak`] chose another;
//! only the window does, so that the command line, exports and logs speak English. A message that is missing in a
//! language is said in English. What must not depend on the language (files, exports) never goes through here.

mod book;
mod language;
mod retelling;
#[cfg(test)]
mod tests;

pub use fluent_bundle::FluentValue as Value;
pub use language::Language;
pub use retelling::{date_retold, retold};

use std::sync::atomic::{AtomicUsize, Ordering};

/// Place of the spoken language in the list of languages. The first is English.
static SPOKEN: AtomicUsize = AtomicUsize::new(0);

/// Lets the process speak this language from now on. What was said before stays as it is.
pub fn speak(language: Language) {
    SPOKEN.store(language.place(), Ordering::Relaxed);
}

/// The language that is spoken.
pub fn spoken() -> Language {
    Language::at(SPOKEN.load(Ordering::Relaxed))
}

#[cfg(feature = "gui")]
/// The words of a message: `say!("save")` is a `&'static str`, `say!("marks", count = 3)` a `String`.
macro_rules! say {
    ($key:expr) => {
        $crate::words::plain($key)
    };
    ($key:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::words::filled($key, [$((stringify!($name), $crate::words::Value::from($value))),+])
    };
}

#[cfg(feature = "gui")]
/// Marks a string as the key of a message, for tables whose rows are said later.
macro_rules! key {
    ($key:literal) => {
        $key
    };
}

#[cfg(feature = "gui")]
pub(crate) use {key, say};

/// The words of a message that needs nothing to be filled in; the key itself where there is none.
pub fn plain(key: &'static str) -> &'static str {
    plain_in(spoken(), key)
}

/// The same in a certain language: commands are found by their English names as well.
pub fn plain_in(language: Language, key: &'static str) -> &'static str {
    let found = language.book().plain(key);
    found.or_else(|| Language::ENGLISH.book().plain(key)).unwrap_or(key)
}

/// The words of a message with values filled in; the key itself where there is none.
pub fn filled<'v>(key: &'static str, values: impl IntoIterator<Item = (&'v str, Value<'v>)>) -> String {
    let values = values.into_iter().collect();
    let found = spoken().book().filled(key, &values);
    found.or_else(|| Language::ENGLISH.book().filled(key, &values)).unwrap_or_else(|| key.to_owned())
}
