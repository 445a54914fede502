//! Dateline reads news articles with an analyst: who, where, when, and who says so.
//!
//! This library holds everything but the few lines of `main.rs`. The rooms and who may name whom are listed in
//! ARCHITECTURE.md and checked by `tests/architecture.rs`.

pub mod cli;
pub mod exchange;
#[cfg(feature = "gui")]
pub mod gui;
pub mod import;
pub mod model;
pub mod project_file;
pub mod session;
pub mod suggest;
pub mod text;
pub mod time;
pub mod view;
pub mod words;
