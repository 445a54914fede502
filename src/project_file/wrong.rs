//! What is wrong with a record of a file, and in which line.

use super::{
    ReadError,
    lines::{quote, shown},
};
use std::fmt::Display;

pub(super) type Checked<T> = Result<T, Wrong>;

/// A record that cannot be. Its line is looked up only now, for the wire types hold none.
#[derive(Debug)]
pub(super) struct Wrong {
    /// `mention m…`.
    record: String,
    /// What to look for in the file, and how many to pass over.
    sign: String,
    passed_over: usize,
    what: String,
}

impl Wrong {
    /// What is wrong, without the place in a file.
    pub(super) fn what(self) -> String {
        self.what
    }

    pub(super) fn new(kind: &str, id: &str, what: impl Display) -> Self {
        let record = format!("{kind} {id}");
        Self { record, sign: format!("id: \"{id}\""), passed_over: 0, what: what.to_string() }
    }

    pub(super) fn twice(kind: &str, id: &str) -> Self {
        Self { passed_over: 1, ..Self::new(kind, id, "there are two of this id") }
    }

    pub(super) fn schema(sign: &str, what: impl Display) -> Self {
        let sign = format!("name: \"{sign}\"");
        Self { record: "schema".to_owned(), sign, passed_over: 0, what: what.to_string() }
    }

    /// A name of a gazetteer. Where the same line stands twice, both are as wrong.
    pub(super) fn name(words: &str, label: &str, what: impl Display) -> Self {
        let mut sign = "(words: ".to_owned();
        quote(&mut sign, words);
        sign.push_str(", label: ");
        quote(&mut sign, label);
        Self { record: format!("name “{words}”"), sign, passed_over: 0, what: what.to_string() }
    }

    /// The same with its line.
    pub(super) fn in_file(self, file: &str) -> ReadError {
        let place = file.match_indices(&self.sign).nth(self.passed_over).map(|(byte, _)| byte);
        let before = place.and_then(|byte| file.get(..byte));
        let line = before.map(|before| memchr::memchr_iter(b'\n', before.as_bytes()).count() + 1);
        ReadError::Record { line, record: shown(&self.record, 40), what: shown(&self.what, 300) }
    }
}
