//! The search through the project, on a thread of its own, and what it has found so far.

use super::Wanted;
use crate::{
    model::Project,
    view::{Hit, Query},
};
use egui::Context;
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
    thread,
    time::{Duration, Instant},
};

/// So many places are gathered, and no more.
pub(super) const MOST: usize = 50_000;
/// What was found goes to the window after this time, or when there are so many.
const EVERY: Duration = Duration::from_millis(16);
const MANY: usize = 2_000;

/// A search and its finds.
#[derive(Default)]
pub(super) struct Search {
    of: Option<(u64, Wanted)>,
    pub(super) hits: Arc<Vec<Hit>>,
    /// What is wrong with what was typed.
    pub(super) error: Option<String>,
    pub(super) is_under_way: bool,
    receiver: Option<Receiver<Vec<Hit>>>,
    /// Set when nobody waits for it any more.
    is_over: Arc<AtomicBool>,
    /// What is shown are the finds of the search before, until the first of this one comes.
    is_stale: bool,
}

impl Drop for Search {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
    }
}

impl Search {
    /// Begins anew where the project or what is wanted is another, and takes in what has been found.
    pub(super) fn bring_up_to_date(&mut self, project: &Project, wanted: &Wanted, ctx: &Context) {
        let of = (project.revision(), wanted.clone());
        if self.of.as_ref() != Some(&of) {
            self.of = Some(of);
            self.begin(project, wanted, ctx);
        }
        self.take();
    }

    fn begin(&mut self, project: &Project, wanted: &Wanted, ctx: &Context) {
        self.is_over.store(true, Ordering::Relaxed);
        self.is_over = Arc::default();
        (self.receiver, self.is_under_way, self.error) = (None, false, None);
        let query = match Query::new(&wanted.typed, wanted.options, project.schema()) {
            Ok(Some(query)) => query,
            Ok(None) => {
                self.hits = Arc::default();
                return;
            }
            Err(error) => {
                (self.hits, self.error) = (Arc::default(), Some(error));
                return;
            }
        };
        let (sender, receiver) = channel();
        let (project, ctx, is_over) = (project.clone(), ctx.clone(), Arc::clone(&self.is_over));
        let work = move || {
            run(&query, &project, &sender, &ctx, &is_over);
            drop(sender);
            ctx.request_repaint();
        };
        // Without a thread nothing is found, and the next change asks again.
        let thread = thread::Builder::new().name("dateline-find".to_owned()).spawn(work);
        self.receiver = thread.ok().map(|_| receiver);
        self.is_under_way = self.receiver.is_some();
        self.is_stale = true;
    }

    fn take(&mut self) {
        let Some(receiver) = &self.receiver else {
            return;
        };
        loop {
            match receiver.try_recv() {
                Ok(found) => {
                    if std::mem::take(&mut self.is_stale) {
                        self.hits = Arc::default();
                    }
                    Arc::make_mut(&mut self.hits).extend(found);
                }
                Err(std::sync::mpsc::TryRecvError::Empty) => return,
                Err(std::sync::mpsc::TryRecvError::Disconnected) => break,
            }
        }
        if std::mem::take(&mut self.is_stale) {
            self.hits = Arc::default();
        }
        (self.receiver, self.is_under_way) = (None, false);
    }
}

fn run(query: &Query, project: &Project, sender: &Sender<Vec<Hit>>, ctx: &Context, is_over: &AtomicBool) {
    let (mut found, mut count, mut sent) = (Vec::new(), 0, Instant::now());
    for document in project.documents() {
        let went_on = query.each(project, document, &mut |span| {
            found.push(Hit { document: document.id, span });
            count += 1;
            if found.len() >= MANY && !send(sender, &mut found, ctx) {
                return false;
            }
            count < MOST && !is_over.load(Ordering::Relaxed)
        });
        if !went_on || is_over.load(Ordering::Relaxed) {
            break;
        }
        if !found.is_empty() && sent.elapsed() >= EVERY {
            sent = Instant::now();
            if !send(sender, &mut found, ctx) {
                return;
            }
        }
    }
    send(sender, &mut found, ctx);
}

fn send(sender: &Sender<Vec<Hit>>, found: &mut Vec<Hit>, ctx: &Context) -> bool {
    let is_heard = found.is_empty() || sender.send(std::mem::take(found)).is_ok();
    ctx.request_repaint();
    is_heard
}
