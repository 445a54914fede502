//! Hands lines over to the thread that writes the journal, and knows how far it has come.

use crate::{
    model::{Schema, Transaction},
    project_file::Digest,
};
use std::{
    path::PathBuf,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, mpsc::Sender},
};

/// A line to be written.
pub(in crate::session) enum Record {
    Begin { project: String, base: Option<Digest>, start: Option<String> },
    Do(Transaction),
    Undo,
    Redo,
    Save { after: u64, file: Digest },
}

/// What becomes of a journal that is left.
pub(in crate::session) enum Old {
    Remove,
    /// What it holds beyond the file of this fingerprint is given up.
    GiveUp(Digest),
}

pub(super) enum Order {
    Write(u64, Record),
    /// The labels of the steps that come from now on.
    Labels(Arc<Schema>),
    /// Lines from this number on are not to be written.
    Withdraw(u64),
    /// Goes on in another file, and this line with it.
    Move {
        to: PathBuf,
        number: u64,
        record: Record,
        old: Old,
    },
    /// What was done is given up; the line that says so has this number.
    GiveUp(u64, Old),
    End,
}

/// How far the journal has come.
#[derive(Default)]
pub(super) struct Progress {
    /// All lines below this number are on disk.
    pub(super) safe: u64,
    /// All lines below this number have been tried.
    pub(super) tried: u64,
    pub(super) failure: Option<String>,
}

#[derive(Default)]
pub(super) struct Shared {
    /// The number of the line that is handed over next. Held while one is, so that the order is that of the numbers.
    next: Mutex<u64>,
    progress: Mutex<Progress>,
    pub(super) changed: Condvar,
}

impl Shared {
    pub(super) fn progress(&self) -> MutexGuard<'_, Progress> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn next(&self) -> MutexGuard<'_, u64> {
        self.next.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Hands lines over to the journal, from any thread.
#[derive(Clone)]
pub(in crate::session) struct Handle {
    sender: Sender<Order>,
    shared: Arc<Shared>,
}

impl Handle {
    pub(super) fn new(sender: Sender<Order>, shared: Arc<Shared>) -> Self {
        Self { sender, shared }
    }

    /// If the thread is gone, so is the program: then there is nobody to tell.
    pub(super) fn send(&self, order: Order) {
        let _ = self.sender.send(order);
    }

    /// Says which labels the steps have that come from now on.
    pub(super) fn use_labels(&self, schema: Arc<Schema>) {
        self.send(Order::Labels(schema));
    }

    /// Hands a line over; its number.
    pub(super) fn write(&self, record: Record) -> u64 {
        let mut next = self.shared.next();
        let number = *next;
        *next += 1;
        self.send(Order::Write(number, record));
        number
    }

    /// Says before a file is written what it will hold: the project as it was after a line.
    ///
    /// # Errors
    /// Why that is not on disk. It will be as soon as anything of the journal is.
    pub(in crate::session) fn announce(&self, after: u64, file: Digest) -> Result<(), String> {
        let number = self.write(Record::Save { after, file });
        self.wait_for(number)
    }

    /// The number of the line that was handed over last.
    pub(super) fn last(&self) -> u64 {
        self.shared.next().saturating_sub(1)
    }

    /// Takes the line of this number back, the last one, which could not be written.
    pub(super) fn withdraw(&self, number: u64) {
        *self.shared.next() = number;
        self.send(Order::Withdraw(number));
    }

    pub(super) fn move_to(&self, to: PathBuf, record: Record, old: Old) {
        let mut next = self.shared.next();
        self.send(Order::Move { to, number: *next, record, old });
        *next += 1;
    }

    pub(super) fn give_up(&self, old: Old) {
        let mut next = self.shared.next();
        self.send(Order::GiveUp(*next, old));
        *next += 1;
    }

    /// Waits until the line of this number is on disk.
    ///
    /// # Errors
    /// Why it is not.
    pub(in crate::session) fn wait_for(&self, number: u64) -> Result<(), String> {
        let mut progress = self.shared.progress();
        while progress.tried <= number {
            progress = self.shared.changed.wait(progress).unwrap_or_else(PoisonError::into_inner);
        }
        if progress.safe > number { Ok(()) } else { Err(progress.failure.clone().unwrap_or_default()) }
    }

    /// Why the newest lines are not on disk, if they could not be written.
    pub(super) fn failure(&self) -> Option<String> {
        self.shared.progress().failure.clone()
    }
}
