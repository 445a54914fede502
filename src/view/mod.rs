//! What is to be seen, as plain data: nothing here draws, and nothing here changes the project.

mod marks;

pub use marks::{Mark, MarkId, marks_in};
