//! What was done, so that it can be undone and redone without limit.

use super::{Command, CommandError, Conflict, Project, Transaction};

/// Names a state of the project in its history; saving remembers one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StateId(u64);

impl StateId {
    /// No history comes to it.
    pub const UNREACHABLE: Self = Self(u64::MAX);

    /// The state of a step that was done in an earlier run, under the number that it has there; 0 is the start.
    pub fn numbered(number: u64) -> Self {
        Self(number)
    }
}

/// A step of an earlier run.
#[derive(Clone, Debug)]
pub struct PastStep {
    pub transaction: Transaction,
    /// The state after it.
    pub state: StateId,
}

/// The steps that led here, and those that were taken back.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// Invariant: applied in this order, each on the state that the one before left.
    done: Vec<Step>,
    /// Taken back, the next to redo last.
    undone: Vec<Step>,
    last_state: u64,
}

#[derive(Clone, Debug)]
struct Step {
    transaction: Transaction,
    /// The state after it.
    state: StateId,
}

impl History {
    /// That of an earlier run: steps that were done, in order, and steps that were taken back, the next to redo last. No state
    /// has a number above `last`.
    pub fn restored(done: Vec<PastStep>, undone: Vec<PastStep>, last: u64) -> Self {
        let steps = |steps: Vec<PastStep>| {
            steps.into_iter().map(|PastStep { transaction, state }| Step { transaction, state }).collect()
        };
        Self { done: steps(done), undone: steps(undone), last_state: last }
    }

    /// Takes the last step back as if it had never been; there is no redo of it. Whether there was one.
    ///
    /// # Errors
    /// If the project is not in the state that the step left; then nothing was changed.
    pub fn withdraw(&mut self, project: &mut Project) -> Result<Option<Transaction>, Conflict> {
        let undone = self.undo(project)?;
        if undone.is_some() {
            self.undone.pop();
        }
        Ok(undone)
    }

    /// The steps that are done, the first first.
    pub fn done(&self) -> impl Iterator<Item = &Transaction> {
        self.done.iter().map(|step| &step.transaction)
    }
    /// Plans a command, applies it and remembers it. A command that changes nothing leaves no step.
    ///
    /// # Errors
    /// If the command cannot be carried out; then nothing was changed.
    pub fn dispatch(&mut self, project: &mut Project, command: Command) -> Result<Transaction, CommandError> {
        let transaction = project.plan(command)?;
        if transaction.changes.is_empty() {
            return Ok(transaction);
        }
        project.apply(&transaction).map_err(CommandError::Conflict)?;
        self.last_state += 1;
        self.done.push(Step { transaction: transaction.clone(), state: StateId(self.last_state) });
        self.undone.clear();
        Ok(transaction)
    }

    /// Takes the last step back and returns what was done to do so; `None` if there is no step.
    ///
    /// # Errors
    /// If the project is not in the state that the step left; then nothing was changed.
    pub fn undo(&mut self, project: &mut Project) -> Result<Option<Transaction>, Conflict> {
        let Some(step) = self.done.last() else {
            return Ok(None);
        };
        let inverse = step.transaction.inverse();
        project.apply(&inverse)?;
        self.undone.extend(self.done.pop());
        Ok(Some(inverse))
    }

    /// Does the step again that was last taken back; `None` if there is none.
    ///
    /// # Errors
    /// If the project is not in the state before the step; then nothing was changed.
    pub fn redo(&mut self, project: &mut Project) -> Result<Option<Transaction>, Conflict> {
        let Some(step) = self.undone.last() else {
            return Ok(None);
        };
        let again = step.transaction.clone();
        project.apply(&again)?;
        self.done.extend(self.undone.pop());
        Ok(Some(again))
    }

    /// The name of the step that undo takes back.
    pub fn undo_name(&self) -> Option<&str> {
        self.done.last().map(|step| step.transaction.name.as_str())
    }

    /// The name of the step that redo does again.
    pub fn redo_name(&self) -> Option<&str> {
        self.undone.last().map(|step| step.transaction.name.as_str())
    }

    /// Where in the history the project is now.
    pub fn state(&self) -> StateId {
        self.done.last().map(|step| step.state).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{notation::Desk, random, verify};
    use proptest::prelude::*;

    fn delete(desk: &Desk, words: &str) -> Command {
        Command::Delete(desk.mentions(words))
    }

    #[test]
    fn undo_and_redo_say_what_they_would_do() {
        let mut desk = Desk::with(&["[Kim](Person) [Seoul](Place)"]);
        let start = desk.history.state();
        desk.carry_out(delete(&desk, "Kim"));
        desk.carry_out(delete(&desk, "Seoul"));
        let end = desk.history.state();
        let Desk { project, history } = &mut desk;
        assert_eq!((history.undo_name(), history.redo_name()), (Some("Delete “Seoul”"), None));
        history.undo(project).expect("can be undone");
        assert_eq!(
            (history.undo_name(), history.redo_name()),
            (Some("Delete “Kim”"), Some("Delete “Seoul”"))
        );
        history.undo(project).expect("can be undone");
        assert_eq!(history.state(), start);
        history.redo(project).expect("can be done again");
        history.redo(project).expect("can be done again");
        assert_eq!(history.state(), end);
        assert_eq!(history.redo(project), Ok(None));
    }

    #[test]
    fn a_new_step_forgets_what_was_taken_back_but_nothing_done_does_not() {
        let mut desk = Desk::with(&["[Kim](Person) [Seoul](Place)"]);
        desk.carry_out(delete(&desk, "Kim"));
        let taken_back = desk.history.state();
        desk.history.undo(&mut desk.project).expect("can be undone");
        desk.carry_out(Command::Delete(Vec::new()));
        assert_eq!(desk.history.redo_name(), Some("Delete “Kim”"));
        desk.carry_out(delete(&desk, "Seoul"));
        assert_eq!(desk.history.redo_name(), None);
        assert_ne!(desk.history.state(), taken_back, "another state, though as many steps");
    }

    #[test]
    fn a_project_that_was_changed_elsewhere_is_left_alone() {
        let mut desk = Desk::with(&["[Kim](Person)"]);
        let step = desk.carry_out(delete(&desk, "Kim"));
        desk.project.apply(&step.inverse()).expect("fits");
        let elsewhere = desk.project.clone();
        assert!(desk.history.undo(&mut desk.project).is_err());
        assert!(desk.project == elsewhere);
        assert_eq!(desk.history.undo_name(), Some("Delete “Kim”"), "the step is not lost");
    }

    #[test]
    fn random_work_makes_every_kind_of_record() {
        let number = |seed: u16| seed.wrapping_mul(25_173).wrapping_add(13_849);
        let mut seed = 1_u16;
        let mut draw = || {
            seed = number(seed);
            seed >> 3
        };
        let draws: Vec<random::Draw> = (0..600).map(|_| std::array::from_fn(|_| draw())).collect();
        let mut all_found = [false; 7];
        for work in draws.chunks(60) {
            let (project, _) = random::worked(work);
            let found = [
                project.relations().any(|relation| relation.date.is_some()),
                project.mentions().any(|mention| mention.is_metonym),
                project.mentions().any(|mention| mention.date.is_some()),
                project.entities().any(|entity| entity.organisations().next().is_some()),
                project.entities().any(|entity| !entity.facts.aliases.is_empty()),
                project.gazetteers().next().is_some(),
                project.rejections().next().is_some(),
            ];
            for (is_found, found) in all_found.iter_mut().zip(found) {
                *is_found |= found;
            }
        }
        assert_eq!(all_found, [true; 7]);
    }

    proptest! {
        #[test]
        fn undo_all_is_the_start_and_redo_all_is_the_end(draws in random::draws(60)) {
            let (mut project, mut history) = random::worked(&draws);
            prop_assert_eq!(verify(&project), []);
            let end = project.clone();
            while history.undo(&mut project).expect("can be undone").is_some() {
                prop_assert_eq!(verify(&project), []);
            }
            let start = Project::new(project.schema().clone(), crate::model::IdSource::new(0));
            prop_assert!(project == start);
            while history.redo(&mut project).expect("can be done again").is_some() {
                prop_assert_eq!(verify(&project), []);
            }
            prop_assert!(project == end);
        }

        #[test]
        fn every_single_step_goes_there_and_back(draws in random::draws(40)) {
            let mut desk = Desk::with(&["Mr. Kim met Trump", "Seoul"]);
            for draw in draws {
                let command = random::command(&desk.project, draw);
                let _ = desk.try_out(command);
            }
        }
    }
}
