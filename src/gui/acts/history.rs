//! What keeps work from being lost, as far as the window has to do with it: earlier states, files that others change,
//! another Dateline at work on the same project.

use super::super::{
    app::App,
    desk::{Desk, Leave},
    windows::{HistorySheet, Overlay},
};
use crate::{
    model::{Command, Project},
    session::{Failure, Snapshot},
    words::{retold, say},
};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

impl App {
    pub(super) fn show_history(&mut self) {
        self.desk.overlay = Some(Overlay::History(HistorySheet::new(self.session.earlier_states())));
    }

    pub(super) fn state_read(&mut self, snapshot: &Snapshot, result: Result<Arc<Project>, Failure>) {
        match (&mut self.desk.overlay, result) {
            (Some(Overlay::History(sheet)), Ok(project)) => sheet.show(snapshot, project),
            (_, Ok(_)) => {}
            (_, Err(failure)) => {
                self.desk.complain(say!("state-unreadable"), vec![failure.to_string()]);
            }
        }
    }

    /// One step like any other: what was there is one undo away.
    pub(super) fn go_back(&mut self, state: Arc<Project>) {
        self.desk.overlay = None;
        self.dispatch(Command::Restore(state));
        self.drop_stale();
        if self.desk.message.as_ref().is_none_or(|message| !message.is_problem) {
            self.desk.say(say!("went-back"));
        }
    }

    pub(super) fn overwrite(&mut self, path: PathBuf) {
        self.desk.overlay = None;
        self.session.overwrite(path);
    }

    /// What was not saved is given up; an earlier state keeps it.
    pub(super) fn reload_project(&mut self, path: PathBuf) {
        self.desk.overlay = None;
        self.session.open_project(path);
    }

    pub(super) fn ask_to_reload(&mut self, ctx: &egui::Context) {
        if let Some(path) = self.session.path().map(Path::to_owned) {
            self.leave(Leave::OpenProject(Some(path)), ctx);
        }
    }

    pub(super) fn save_refused(&mut self, failure: Failure) {
        self.desk.after_save = None;
        self.desk.overlay = Some(Overlay::Foreign(failure.path));
    }

    pub(super) fn changed_on_disk(&mut self, path: &Path) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        self.desk.say(if path.exists() {
            say!("changed-by-other", name = name, command = say!("read-again-short"))
        } else {
            say!("removed-by-other", name = name)
        });
    }

    pub(super) fn kept(&mut self, result: Result<(), Failure>) {
        match result {
            Ok(()) => self.desk.say(say!("kept-again")),
            Err(failure) => self.desk.complain(say!("not-kept"), vec![failure.to_string()]),
        }
    }

    pub(super) fn taken_over(&mut self) {
        self.desk.say(say!("taken-over"));
    }

    pub(super) fn brought_back(&mut self, notes: &[String]) {
        self.desk = Desk::default();
        self.drop_stale();
        self.tell_notes(notes);
    }

    pub(super) fn tell_notes(&mut self, notes: &[String]) {
        if let Some((first, more)) = notes.split_first() {
            // What was brought back is no trouble; what stands beside it may be.
            if more.is_empty() {
                self.desk.say(capital(&retold(first)));
            } else {
                self.desk.complain(capital(&retold(first)), more.to_vec());
            }
        }
    }
}

fn capital(words: &str) -> String {
    let mut characters = words.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}
