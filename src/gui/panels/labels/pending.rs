//! What a merge, a deletion or another set of labels would do, before it is done.

use super::{Act, LabelsDesk};
use crate::{
    gui::{theme, widgets},
    model::{Command, Project},
    view::effect,
    words::{retold, say},
};
use egui::{Button, Frame, RichText, Ui};

/// A change that waits for a yes.
pub(super) struct Pending {
    command: Command,
    /// The revision that the sentences were made for, and they; or why it cannot be done.
    said: Option<(u64, Result<Vec<String>, String>)>,
    is_fresh: bool,
}

impl Pending {
    pub(super) fn new(command: Command) -> Self {
        Self { command, said: None, is_fresh: true }
    }

    fn said(&mut self, project: &Project) -> &Result<Vec<String>, String> {
        let revision = project.revision();
        let known = self.said.take().filter(|(known, _)| *known == revision);
        let said = known.unwrap_or_else(|| {
            let effect = effect(project, self.command.clone());
            (revision, effect.map(|effect| effect.sentences()).map_err(|error| error.to_string()))
        });
        &self.said.insert(said).1
    }

    /// Whether it changes something even where nothing carries the label or type.
    fn changes_by_itself(&self) -> bool {
        !matches!(self.command, Command::UseSchema(_))
    }

    /// Said where no mark and no relation is concerned.
    fn nothing(&self) -> &'static str {
        if self.changes_by_itself() {
            say!("pending-nothing-carries")
        } else {
            say!("pending-nothing-changes")
        }
    }

    /// The question, and the word for yes.
    fn question(&self, project: &Project) -> (String, &'static str) {
        let schema = project.schema();
        match &self.command {
            Command::MergeLabels { labels, into } => {
                let names: Vec<&str> = labels.iter().map(|label| schema.name_of(*label)).collect();
                let question = say!("pending-merge", labels = names.join(", "), into = schema.name_of(*into));
                (question, say!("pending-merge-yes"))
            }
            Command::DeleteLabels(labels) => {
                let names: Vec<&str> = labels.iter().map(|label| schema.name_of(*label)).collect();
                (say!("pending-delete", name = names.join(", ")), say!("delete"))
            }
            Command::DeleteRelationType(kind) => {
                let name = schema.relation_type(*kind).map_or("", |one| &one.name);
                (say!("pending-delete-type", name = name), say!("delete"))
            }
            Command::UseSchema(new) => {
                (say!("pending-use", set = new.name.as_str()), say!("pending-use-yes"))
            }
            _ => (String::new(), say!("pending-yes")),
        }
    }
}

/// The question, what would happen, and the answers.
pub(super) fn ui(ui: &mut Ui, project: &Project, desk: &mut LabelsDesk, acts: &mut Vec<Act>) {
    let Some(mut pending) = desk.pending.take() else {
        return;
    };
    let tokens = theme::tokens(ui.ctx());
    let (question, yes) = pending.question(project);
    let said = pending.said(project).clone();
    let mut is_over = false;
    Frame::new().fill(tokens.selected).inner_margin(theme::MARGIN).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(RichText::new(question).text_style(theme::strong()));
        match &said {
            Ok(sentences) if sentences.is_empty() => _ = widgets::quiet(ui, pending.nothing()),
            Ok(sentences) => sentences.iter().for_each(|sentence| _ = ui.label(retold(sentence))),
            Err(error) => _ = ui.label(RichText::new(retold(error)).color(tokens.error)),
        }
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            let can_be = said.is_ok_and(|sentences| !sentences.is_empty() || pending.changes_by_itself());
            let confirm = ui.add_enabled(can_be, Button::new(yes));
            if std::mem::take(&mut pending.is_fresh) {
                confirm.request_focus();
            }
            if confirm.clicked() {
                acts.push(Act::ChangeLabels(pending.command.clone()));
                is_over = true;
            }
            is_over |= ui.button(say!("cancel")).clicked();
            widgets::quiet(ui, say!("one-step-to-undo"));
        });
    });
    desk.pending = (!is_over).then_some(pending);
}
