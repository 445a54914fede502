//! The project on disk: one RON file, made to be read and to be compared line by line.
//!
//! [`to_bytes`] lays it out, [`read`] checks everything once and says exactly what is wrong and where,
//! [`write_atomically`] puts it in place so that there is always either the old file or the new one. The types of
//! the file (`v1`) stand apart from the model, so that either can change. What a reader of the file should know is
//! in the header of `write`.

mod atomic;
mod build;
mod checksum;
mod entities;
mod error;
mod gazetteers;
mod lines;
mod read;
mod relations;
mod schema;
mod v1;
mod write;
mod wrong;

#[cfg(test)]
mod tests;

pub use atomic::{keep_aside, write_atomically};
pub use error::{ReadError, Warning};
pub use read::{Loaded, read};
pub use v1::FORMAT;
pub use write::to_bytes;
