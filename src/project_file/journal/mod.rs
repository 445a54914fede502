//! The journal: every step of work, one checked line each, so that nothing that was done is lost by a crash.
//!
//! A line is a checksum (CRC-32 of the rest), a number that counts the lines, and a record in RON:
//!
//! ```text
//! 1d5b88d9 2 Do(name: "Tag “Seoul” as Place", changes: [Mention(id: "m…", after: Some((doc: "d…", …)))])
//! ```
//!
//! The first line says what the work began on. Undo and redo are lines as well. A line is written before a project is
//! saved, which says what fingerprint the file will have and after which line the project was so: so the file on disk
//! finds its place in the journal, and undo reaches back behind it.
//!
//! [`Entry`] and [`line()`] write; [`Lines`] reads and says what is damaged; [`Lines::replay`] does all of it again. Texts and
//! lists of names stand in it only where an article or a list comes or goes: see `resolve`.

mod encode;
mod frame;
mod replay;
mod resolve;
mod wire;

#[cfg(test)]
mod tests;

pub use encode::{Entry, line};
pub use frame::Damage;
pub use replay::{Begun, Lines, Replayed};
