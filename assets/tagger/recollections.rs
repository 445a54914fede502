//! Prints what is known of the marks of corpora while an analyst decides them article by article, for the script that fits
//! how much each thing counts.
//!
//!     cargo run --release --example recollections -- fast|full FILE.jsonl… > recollections.tsv
//!
//! A line a mark: the file, who proposes it, its label, 1 if it is right, and the numbers.
#![allow(clippy::print_stdout)]

use dateline::{cli::evaluate, suggest::Care};
use std::{
    error::Error,
    io::{Write, stdout},
    path::Path,
};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let care = if arguments.next().as_deref() == Some("fast") { Care::Fast } else { Care::Full };
    for path in arguments {
        let mut lines = Vec::new();
        evaluate::print_recollections(Path::new(&path), care, &mut lines)
            .map_err(|stop| format!("{stop:?}"))?;
        for line in String::from_utf8(lines)?.lines() {
            writeln!(stdout(), "{path}\t{line}")?;
        }
    }
    Ok(())
}
