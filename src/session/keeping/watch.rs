//! Looks at the project's file from time to time, away from the interface, for what other programs do to it.

use super::folder::{Key, StateFolder};
use crate::{
    project_file::{Digest, Laid},
    session::Wake,
};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        mpsc::{RecvTimeoutError, Sender, channel},
    },
    thread,
    time::{Duration, Instant, SystemTime},
};

/// How often it is looked at.
const EVERY: Duration = Duration::from_secs(2);

/// What is known of the file, shared with those who write it.
#[derive(Clone, Default)]
pub(in crate::session) struct OnDisk(Arc<Mutex<Known>>);

#[derive(Default)]
struct Known {
    path: Option<PathBuf>,
    /// The fingerprint that the file should have; `None` if it should not be there.
    digest: Option<Digest>,
    /// The articles that have files of their own; `None` if the project is one file.
    laid: Option<Arc<Laid>>,
    /// Length and time of the file when it was looked at last.
    stamp: Option<(u64, Option<SystemTime>)>,
    /// What was found instead, and whether that was told.
    other: Option<(Option<Digest>, bool)>,
    /// The file by which another Dateline asks for the project.
    wanted: Option<PathBuf>,
    is_wanted: bool,
    /// When a state is to be kept.
    due: Option<Instant>,
}

impl OnDisk {
    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// This file is ours now, and is as we left it.
    pub(in crate::session) fn set(
        &self,
        path: Option<&Path>,
        digest: Option<Digest>,
        laid: Option<Arc<Laid>>,
    ) {
        let mut known = self.known();
        let stamp = path.and_then(stamp_of);
        let (path, other) = (path.map(Path::to_owned), None);
        *known = Known { path, digest, laid, stamp, other, ..std::mem::take(&mut *known) };
    }

    /// The articles that have files of their own; `None` if the project is one file.
    pub(in crate::session) fn laid(&self) -> Option<Arc<Laid>> {
        self.known().laid.clone()
    }

    pub(super) fn set_wanted(&self, state: &StateFolder, key: &Key) {
        let mut known = self.known();
        (known.wanted, known.is_wanted) = (Some(state.wanted_of(key)), false);
    }

    pub(super) fn set_due(&self, due: Option<Instant>) {
        self.known().due = due;
    }

    /// The fingerprint that the file should have.
    pub(in crate::session) fn digest(&self) -> Option<Digest> {
        self.known().digest
    }

    /// Whether another program has changed the file, if that was not told before.
    pub(super) fn take_change(&self) -> bool {
        match &mut self.known().other {
            Some((_, is_told)) => !std::mem::replace(is_told, true),
            None => false,
        }
    }

    /// Whether another Dateline asks for the project.
    pub(super) fn is_wanted(&self) -> bool {
        self.known().is_wanted
    }

    /// Whether there is something new to be fetched. The lock is not held while files are read.
    fn look(&self) -> bool {
        let mut known = self.known();
        if !known.is_wanted && known.wanted.as_deref().is_some_and(Path::exists) {
            known.is_wanted = true;
            return true;
        }
        if known.due.is_some_and(|due| due <= Instant::now()) {
            known.due = None;
            return true;
        }
        let Some(path) = known.path.clone() else {
            return false;
        };
        let (seen, expected) = (known.stamp, known.digest);
        drop(known);
        let stamp = stamp_of(&path);
        if seen == stamp {
            return false;
        }
        let found = fs::read(&path).ok().map(|bytes| Digest::of(&bytes));
        let mut known = self.known();
        // Perhaps we wrote it ourselves meanwhile.
        if known.path.as_deref() != Some(&*path) || known.digest != expected {
            return false;
        }
        known.stamp = stamp;
        if found == expected {
            known.other = None;
            return false;
        }
        let is_news = known.other.as_ref().is_none_or(|(other, _)| *other != found);
        if is_news {
            known.other = Some((found, false));
        }
        is_news
    }
}

fn stamp_of(path: &Path) -> Option<(u64, Option<SystemTime>)> {
    let facts = fs::metadata(path).ok()?;
    Some((facts.len(), facts.modified().ok()))
}

/// The thread that looks. It ends when this is dropped.
pub(super) struct Watch {
    _stop: Sender<()>,
}

impl Watch {
    pub(super) fn start(on_disk: OnDisk, wake: Wake) -> Self {
        let (stop, stopped) = channel();
        let work = move || {
            while stopped.recv_timeout(EVERY) == Err(RecvTimeoutError::Timeout) {
                if on_disk.look() {
                    wake();
                }
            }
        };
        // Without the thread the file is still looked at before it is written.
        let _ = thread::Builder::new().name("dateline-watch".to_owned()).spawn(work);
        Self { _stop: stop }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project_file::write_atomically;

    #[test]
    fn what_others_do_to_the_file_is_told_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("p.ron");
        write_atomically(&path, b"ours").expect("written");
        let on_disk = OnDisk::default();
        on_disk.set(Some(&path), Some(Digest::of(b"ours")), None);
        assert!(!on_disk.look() && !on_disk.take_change());
        write_atomically(&path, b"theirs, longer").expect("written");
        assert!(on_disk.look() && on_disk.take_change() && !on_disk.take_change());
        assert!(!on_disk.look());
        // Written anew with the same words, it is as we left it.
        write_atomically(&path, b"ours").expect("written");
        assert!(!on_disk.look() && !on_disk.take_change());
        fs::remove_file(&path).expect("removed");
        assert!(on_disk.look() && on_disk.take_change());
    }
}
