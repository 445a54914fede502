//! A storage for tests that fails on command: at the K-th step, with any error, once or from then on.

use super::storage::{Disk, Lock, OpenFile, Storage};
use std::{
    fs::Permissions,
    io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The step fails with this error of the system.
    Error(i32),
    /// A write takes only some of the bytes, and the next step fails with this error.
    ShortWrite(i32),
    /// A write takes only one byte; nothing fails.
    OneByte,
}

/// The errors that disks have, by their numbers on Linux.
pub(crate) const ENOSPC: i32 = 28;
pub(crate) const EIO: i32 = 5;
pub(crate) const EACCES: i32 = 13;
pub(crate) const EROFS: i32 = 30;
pub(crate) const EDQUOT: i32 = 122;
pub(crate) const EMFILE: i32 = 24;
pub(crate) const EINTR: i32 = 4;

#[derive(Debug, Default)]
struct Plan {
    steps: usize,
    fault: Option<(usize, Fault)>,
    /// It goes on failing.
    lasts: bool,
    next: Option<i32>,
}

/// The file system, with faults.
#[derive(Clone, Debug, Default)]
pub(crate) struct Faulty(Arc<Mutex<Plan>>);

impl Faulty {
    /// Fails at the step of this number, counted from now on.
    pub(crate) fn fail_at(&self, step: usize, fault: Fault, lasts: bool) {
        let mut plan = self.0.lock().expect("no test panics in it");
        *plan = Plan { fault: Some((step, fault)), lasts, ..Plan::default() };
    }

    /// Nothing fails any more.
    pub(crate) fn heal(&self) {
        *self.0.lock().expect("no test panics in it") = Plan::default();
    }

    /// How many steps there were since faults were last set.
    pub(crate) fn steps(&self) -> usize {
        self.0.lock().expect("no test panics in it").steps
    }

    /// Counts a step; how many bytes of a write may go through.
    fn step(&self, bytes: usize) -> io::Result<usize> {
        let mut plan = self.0.lock().expect("no test panics in it");
        plan.steps += 1;
        if let Some(error) = plan.next.take() {
            return Err(io::Error::from_raw_os_error(error));
        }
        let Some((at, fault)) = plan.fault else {
            return Ok(bytes);
        };
        if plan.steps != at && !(plan.lasts && plan.steps > at) {
            return Ok(bytes);
        }
        match fault {
            Fault::Error(error) => Err(io::Error::from_raw_os_error(error)),
            Fault::ShortWrite(_) | Fault::OneByte if bytes <= 1 => Ok(bytes),
            Fault::ShortWrite(error) => {
                plan.next = Some(error);
                Ok(bytes / 2)
            }
            Fault::OneByte => Ok(1),
        }
    }

    fn wrap(&self, file: Box<dyn OpenFile>) -> Box<dyn OpenFile> {
        Box::new(FaultyFile { file, faults: self.clone(), sync_failed: false })
    }
}

impl Storage for Faulty {
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn OpenFile>> {
        self.step(0)?;
        Ok(self.wrap(Disk.create_new(path)?))
    }

    fn open_to_append(&self, path: &Path) -> io::Result<Box<dyn OpenFile>> {
        self.step(0)?;
        Ok(self.wrap(Disk.open_to_append(path)?))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(0)?;
        Disk.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step(0)?;
        Disk.remove(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.step(0)?;
        Disk.remove_folder(path)
    }

    fn make_folders(&self, path: &Path) -> io::Result<()> {
        self.step(0)?;
        Disk.make_folders(path)
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.step(0)?;
        Disk.sync_folder(path)
    }

    fn sync_files(&self, folder: &Path, files: &[PathBuf]) -> io::Result<()> {
        self.step(0)?;
        Disk.sync_files(folder, files)
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Lock>> {
        self.step(0)?;
        Disk.lock(path)
    }
}

struct FaultyFile {
    file: Box<dyn OpenFile>,
    faults: Faulty,
    sync_failed: bool,
}

impl OpenFile for FaultyFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        assert!(!self.sync_failed, "a file that could not be forced to disk is written on");
        let most = self.faults.step(bytes.len())?;
        self.file.write(bytes.get(..most).unwrap_or(bytes))
    }

    fn sync(&mut self) -> io::Result<()> {
        assert!(!self.sync_failed, "a file that could not be forced to disk is forced again");
        let synced = self.faults.step(0).map(|_| ());
        let is_failure = |error: &io::Error| error.kind() != io::ErrorKind::Interrupted;
        self.sync_failed = synced.as_ref().err().is_some_and(is_failure);
        synced?;
        self.file.sync()
    }

    fn cut(&mut self, byte_count: u64) -> io::Result<()> {
        self.faults.step(0)?;
        self.file.cut(byte_count)
    }

    fn set_permissions(&mut self, permissions: Permissions) -> io::Result<()> {
        self.faults.step(0)?;
        self.file.set_permissions(permissions)
    }
}
