//! Keeps earlier states on a thread of its own. What is asked for is done before the program ends.

use super::{
    folder::{Key, StateFolder},
    snapshots::{self, Kept, Reason},
};
use crate::{
    model::Project,
    project_file::{Digest, Form},
    session::behind::give_way,
};
use std::{
    fs,
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{Sender, channel},
    },
    thread::{self, JoinHandle},
};

/// A state to be kept.
pub(super) struct Moment {
    pub(super) key: Key,
    pub(super) reason: Reason,
    pub(super) what: What,
}

pub(super) enum What {
    Project(Arc<Project>, Form),
    /// A project file, as long as it has this fingerprint, and how many articles and mentions it has.
    File(PathBuf, Digest, (usize, usize)),
    /// The bytes of a project file, and how many articles and mentions it has.
    Bytes(Vec<u8>, (usize, usize)),
}

/// The thread.
pub(super) struct Chronicle {
    folder: StateFolder,
    running: Option<(Sender<Moment>, JoinHandle<()>)>,
}

impl Chronicle {
    /// No thread yet: it starts with the first state that is to be kept.
    pub(super) fn new(folder: StateFolder) -> Self {
        Self { folder, running: None }
    }

    /// A state that cannot be kept is no reason to disturb the work: journal and file are there.
    pub(super) fn keep(&mut self, moment: Moment) {
        if self.running.is_none() {
            let (sender, moments) = channel::<Moment>();
            let folder = self.folder.clone();
            let work = move || {
                give_way();
                let mut kept = None;
                for moment in moments {
                    keep(&folder, moment, &mut kept);
                }
            };
            let thread = thread::Builder::new().name("dateline-history".to_owned()).spawn(work);
            self.running = thread.ok().map(|thread| (sender, thread));
        }
        if let Some((sender, _)) = &self.running {
            let _ = sender.send(moment);
        }
    }
}

impl Drop for Chronicle {
    fn drop(&mut self) {
        if let Some((sender, thread)) = self.running.take() {
            drop(sender);
            let _ = thread.join();
        }
    }
}

/// `kept` is what is known of the articles of the project that was kept last.
fn keep(folder: &StateFolder, Moment { key, reason, what }: Moment, kept: &mut Option<(Key, Kept)>) {
    let _ = kept.take_if(|(other, _)| *other != key);
    let (_, kept) = kept.get_or_insert_with(|| (key.clone(), Kept::default()));
    let _ = match what {
        What::Project(project, form) => snapshots::keep(folder, &key, reason, (&project, form), kept),
        What::Bytes(bytes, counts) => snapshots::keep_bytes(folder, &key, reason, &bytes, counts),
        What::File(path, digest, counts) => {
            if snapshots::find(&folder.history_of(&key), digest).is_some() && reason == Reason::Opened {
                return;
            }
            match fs::read(&path) {
                Ok(bytes) if Digest::of(&bytes) == digest => {
                    snapshots::keep_file(folder, &key, reason, (&path, &bytes), counts, kept)
                }
                // It was changed since: that is told when it is saved.
                _ => return,
            }
        }
    };
}
