//! What was done, so that it can be undone and redone without limit.

use super::{Command, CommandError, Conflict, Project, Transaction};

/// Names a state of the project in its history; saving remembers one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StateId(u64);

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
