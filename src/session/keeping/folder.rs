//! Where the program keeps what is not in project files: journals, earlier states, locks, reports.
//!
//! It is on this machine and belongs to this person, so it can be written where a project's own folder cannot, and no
//! program that copies folders between machines gets in between.

use crate::project_file::{Digest, Disk, Lock, Storage};
use std::{
    fmt, fs, io,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    thread,
    time::Duration,
};

/// Names another folder than the usual one.
pub const STATE_VARIABLE: &str = "DATELINE_STATE";

/// The folder, and how it is written.
#[derive(Clone)]
pub struct StateFolder {
    root: PathBuf,
    storage: Arc<dyn Storage>,
}

/// Names a project among the files of the state folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::session) struct Key(String);

/// What came of asking for the lock of a project.
pub(in crate::session) enum Claim {
    /// It is ours. `None` where the system cannot lock.
    Held(Option<Lock>),
    /// Another Dateline has the project open: which.
    Busy(String),
}

static UNTITLED_COUNT: AtomicU64 = AtomicU64::new(0);

impl Key {
    /// That of the file at a path, by whatever links it is reached.
    pub(in crate::session) fn of(path: &Path) -> Self {
        let resolved = fs::canonicalize(path).or_else(|_| {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            let folder = fs::canonicalize(folder.unwrap_or(Path::new(".")))?;
            Ok::<PathBuf, io::Error>(folder.join(path.file_name().unwrap_or_default()))
        });
        let resolved =
            resolved.unwrap_or_else(|_| std::path::absolute(path).unwrap_or_else(|_| path.to_owned()));
        let digest = Digest::of(resolved.as_os_str().as_encoded_bytes()).to_string();
        Self(digest.chars().take(32).collect())
    }

    /// A new one, for a project that was never saved.
    pub(in crate::session) fn untitled(seed: u64) -> Self {
        let count = UNTITLED_COUNT.fetch_add(1, Ordering::Relaxed);
        Self(format!("{UNTITLED}{seed:016x}{count:04x}"))
    }

    /// Whether it is of a project that was never saved.
    pub(in crate::session) fn is_untitled(&self) -> bool {
        self.0.starts_with(UNTITLED)
    }
}

const UNTITLED: &str = "untitled-";
const JOURNAL: &str = ".journal";

/// How often it is asked for a lock.
const PATIENCE: usize = 12;

impl StateFolder {
    /// That of the user; `None` without a home.
    pub fn of_user() -> Option<Self> {
        if let Some(named) = std::env::var_os(STATE_VARIABLE).filter(|named| !named.is_empty()) {
            return Some(Self::at(Path::new(&named)));
        }
        let folders = directories::ProjectDirs::from("", "", "dateline")?;
        Some(Self::at(folders.state_dir().unwrap_or(folders.data_local_dir())))
    }

    /// This folder, which is made when something is to be kept.
    pub fn at(root: &Path) -> Self {
        Self::on(root, Arc::new(Disk))
    }

    pub(in crate::session) fn on(root: &Path, storage: Arc<dyn Storage>) -> Self {
        Self { root: root.to_owned(), storage }
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.root
    }

    pub(in crate::session) fn storage(&self) -> &Arc<dyn Storage> {
        &self.storage
    }

    pub(in crate::session) fn journal_of(&self, key: &Key) -> PathBuf {
        self.root.join("journals").join(format!("{}{JOURNAL}", key.0))
    }

    /// Where earlier states of a project are. All projects that were never saved share a folder.
    pub(in crate::session) fn history_of(&self, key: &Key) -> PathBuf {
        let name = if key.is_untitled() { "untitled" } else { &key.0 };
        self.root.join("history").join(name)
    }

    pub(in crate::session) fn reports(&self) -> PathBuf {
        self.root.join("reports")
    }

    pub(in crate::session) fn wanted_of(&self, key: &Key) -> PathBuf {
        self.root.join("locks").join(format!("{}.wanted", key.0))
    }

    fn lock_of(&self, key: &Key) -> PathBuf {
        self.root.join("locks").join(format!("{}.lock", key.0))
    }

    /// Asks for the lock of a project.
    ///
    /// # Errors
    /// If the state folder cannot be written.
    pub(in crate::session) fn claim(&self, key: &Key) -> io::Result<Claim> {
        let path = self.lock_of(key);
        self.storage.make_folders(&self.root.join("locks"))?;
        match self.storage.lock(&path) {
            Ok(Some(mut lock)) => {
                // Only for the message that another one shows.
                let _ = lock.say(&format!("process {} on {}", std::process::id(), host()));
                Ok(Claim::Held(Some(lock)))
            }
            Ok(None) => {
                let who = fs::read_to_string(&path).unwrap_or_default();
                Ok(Claim::Busy(if who.is_empty() { "another process".to_owned() } else { who }))
            }
            // There are drives that know no locks.
            Err(error) if error.kind() == io::ErrorKind::Unsupported => Ok(Claim::Held(None)),
            Err(error) => Err(error),
        }
    }

    /// The same. A lock that is about to be given back is waited for a moment.
    ///
    /// # Errors
    /// As for [`StateFolder::claim`].
    pub(in crate::session) fn claim_with_patience(&self, key: &Key) -> io::Result<Claim> {
        for _ in 0..PATIENCE {
            match self.claim(key) {
                Ok(Claim::Busy(_)) => thread::sleep(Duration::from_millis(25)),
                claimed => return claimed,
            }
        }
        self.claim(key)
    }

    /// The lock of a project that was never saved and never will be is not needed any more.
    pub(in crate::session) fn forget_lock(&self, key: &Key) {
        if key.is_untitled() {
            let _ = self.storage.remove(&self.lock_of(key));
        }
    }

    /// Whether another process has the project open now.
    pub(in crate::session) fn is_busy(&self, key: &Key) -> bool {
        let path = self.lock_of(key);
        path.exists() && self.storage.lock(&path).is_ok_and(|lock| lock.is_none())
    }

    /// Projects that were never saved and of which there is a journal, the newest first.
    pub(in crate::session) fn untitled(&self) -> Vec<Key> {
        let Ok(entries) = fs::read_dir(self.root.join("journals")) else {
            return Vec::new();
        };
        let found = entries.flatten().filter_map(|entry| {
            let name = entry.file_name();
            let key = name.to_str()?.strip_suffix(JOURNAL).filter(|key| key.starts_with(UNTITLED))?;
            let time = entry.metadata().and_then(|facts| facts.modified()).ok()?;
            Some((time, key.to_owned()))
        });
        let mut found: Vec<_> = found.collect();
        found.sort();
        found.into_iter().rev().map(|(_, key)| Key(key)).collect()
    }
}

impl fmt::Debug for StateFolder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("StateFolder").field(&self.root).finish()
    }
}

/// What this machine is called.
fn host() -> String {
    let named = fs::read_to_string("/proc/sys/kernel/hostname").ok();
    let named = named.or_else(|| std::env::var("COMPUTERNAME").or_else(|_| std::env::var("HOSTNAME")).ok());
    named.map_or_else(|| "this machine".to_owned(), |name| name.trim().to_owned())
}
