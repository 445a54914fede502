//! Work that takes longer than a frame: done on a thread of its own, which wakes the window when it has an answer.
//!
//! One piece of work at a time. Its answer is dropped with the [`Later`] that waits for it.

use std::{
    sync::mpsc::{Receiver, TryRecvError, channel},
    thread,
};

/// The answer of a piece of work, once there is one.
#[derive(Debug)]
pub struct Later<T> {
    answer: Option<Receiver<T>>,
}

impl<T> Default for Later<T> {
    fn default() -> Self {
        Self { answer: None }
    }
}

impl<T: Send + 'static> Later<T> {
    /// Begins on a thread of this name; an older piece of work is no longer waited for.
    pub fn start(&mut self, ctx: &egui::Context, name: &str, work: impl FnOnce() -> T + Send + 'static) {
        let (sender, receiver) = channel();
        let ctx = ctx.clone();
        let run = move || {
            // Nobody may wait for it any more.
            let _ = sender.send(work());
            ctx.request_repaint();
        };
        // Without a thread there is no answer, and the next change asks again.
        self.answer = thread::Builder::new().name(name.to_owned()).spawn(run).ok().map(|_| receiver);
    }

    /// Whether an answer is to come.
    pub fn is_under_way(&self) -> bool {
        self.answer.is_some()
    }

    /// The answer, once.
    pub fn take(&mut self) -> Option<T> {
        match self.answer.as_ref()?.try_recv() {
            Ok(answer) => {
                self.answer = None;
                Some(answer)
            }
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => {
                self.answer = None;
                None
            }
        }
    }
}
