//! `dateline edit`: what the window can do, one command a line in JSON, one answer a line.
//!
//! A line that is no command, or that cannot be carried out, is answered with what is wrong, and the next is read.
//! The project is written at `save` and at the end, if something changed: at `quit`, at the end of the input, and also
//! when nobody reads the answers any more, so that no change that was answered is lost. A project that is not there is
//! made then. A change is answered when it is in the journal on disk, so that what has been answered survives a kill at any
//! moment. Files are written in three places only: the project, what `export` names, and the user's state folder.

mod editor;
mod find;
mod knowledge;
mod label_wire;
mod labels;
mod wire;

use super::{Stop, Streams};
use editor::Editor;
use std::path::Path;
use wire::Wish;

/// Answers until `quit` or the end of the input. Whether the project is on disk as it was answered.
pub fn run(path: &Path, streams: &mut Streams<'_>) -> Result<bool, Stop> {
    let mut editor = Editor::open(path, streams)?;
    let talk = converse(&mut editor, streams);
    // Nothing is left to do after `quit`, unless it failed: then once more, and why is said where people read it.
    editor.save_changes().map_err(Stop::Failed)?;
    talk.map(|()| true)
}

fn converse(editor: &mut Editor, streams: &mut Streams<'_>) -> Result<(), Stop> {
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = streams.input.read_until(b'\n', &mut line);
        if read.map_err(|error| Stop::Failed(format!("the input cannot be read: {error}")))? == 0 {
            return Ok(());
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        let wish = serde_json::from_slice(&line).map_err(|error| format!("this is no command: {error}"));
        let is_last = matches!(wish, Ok(Wish::Quit {}));
        let answer = wish.and_then(|wish| editor.answer(wish));
        writeln!(streams.output, "{}", wire::line(&answer))?;
        streams.output.flush()?;
        if is_last {
            return Ok(());
        }
    }
}
