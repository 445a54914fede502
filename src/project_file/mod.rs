//! The project on disk: one RON file, made to be read and to be compared line by line, or, for a large one, a file for
//! each article and one that names them ([`lay_out`]).
//!
//! [`to_bytes`] lays it out, [`read`] checks everything once and says exactly what is wrong and where,
//! [`write_atomically`] puts it in place so that there is always either the old file or the new one. The types of
//! the file (`v1`) stand apart from the model, so that either can change. What a reader of the file should know is
//! in the header of `write`.

mod atomic;
mod build;
mod checksum;
mod digest;
mod entities;
mod error;
#[cfg(test)]
pub(crate) mod faulty;
mod folder;
mod gazetteers;
pub mod journal;
mod lines;
mod provenance;
mod read;
mod relations;
mod schema;
mod storage;
mod v1;
mod write;
mod wrong;

#[cfg(test)]
mod tests;

pub use atomic::{is_temporary, keep_aside, keep_aside_on, write_atomically, write_atomically_on};
pub use digest::Digest;
pub use error::{ReadError, Warning};
pub use folder::{Form, Laid, articles_folder, articles_named, is_as_laid_out, lay_out};
pub use read::{Loaded, Watch, read, read_with};
pub use schema::{read_schema, schema_to_bytes};
pub use storage::{Disk, Lock, OpenFile, Storage, append, write_unforced};
pub use v1::FORMAT;
pub use write::to_bytes;
