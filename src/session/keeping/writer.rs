//! Writes a journal on a thread of its own.
//!
//! Everything that is handed over while the disk is busy goes to it together with the next force. What could not be written
//! stays here, and the whole file is written anew at the next try: of a file that failed nobody knows what it holds.

use super::{
    folder::StateFolder,
    handle::{Handle, Old, Order, Progress, Record, Shared},
};
use crate::{
    model::Schema,
    project_file::{
        OpenFile, append,
        journal::{self, Entry},
        write_atomically_on,
    },
    session::{Wake, files},
};
use std::{
    fs, io,
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError, channel},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

/// How long after a failure it is tried again, where nobody waits.
const RETRY_AFTER: Duration = Duration::from_secs(2);

/// A journal being written. It ends, with everything handed over on disk if that can be, when it is dropped.
pub(super) struct Journal {
    handle: Handle,
    thread: Option<JoinHandle<()>>,
}

/// How a journal is written.
pub(super) struct Setting {
    pub(super) folder: StateFolder,
    pub(super) path: PathBuf,
    pub(super) schema: Arc<Schema>,
    /// So many bytes and lines of the file are on disk already.
    pub(super) there: (u64, u64),
    /// After a failure it is tried again even if nothing more comes.
    pub(super) retries: bool,
    pub(super) wake: Wake,
}

impl Journal {
    /// Begins to write.
    ///
    /// # Errors
    /// If there can be no further thread.
    pub(super) fn start(setting: Setting) -> io::Result<Self> {
        let (sender, orders) = channel();
        let shared = Arc::new(Shared::default());
        let (_, lines) = setting.there;
        *shared.progress() = Progress { safe: lines, tried: lines, failure: None };
        *shared.next() = lines;
        let mut writer = Writer {
            whole: setting.there.0,
            setting,
            file: None,
            pending: Vec::new(),
            shared: Arc::clone(&shared),
        };
        let thread = thread::Builder::new().name("dateline-journal".to_owned());
        let stopped = Arc::clone(&shared);
        let thread = thread.spawn(move || {
            if catch_unwind(AssertUnwindSafe(|| writer.run(&orders))).is_err() {
                // Whoever waits must not wait for ever.
                let mut progress = stopped.progress();
                (progress.tried, progress.failure) = (u64::MAX, Some(files::MISTAKE.to_owned()));
                stopped.changed.notify_all();
            }
        })?;
        Ok(Self { handle: Handle::new(sender, shared), thread: Some(thread) })
    }

    pub(super) fn handle(&self) -> &Handle {
        &self.handle
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        self.handle.send(Order::End);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

struct Writer {
    setting: Setting,
    file: Option<Box<dyn OpenFile>>,
    /// So many bytes of the file are known to be on disk.
    whole: u64,
    /// Lines that are not.
    pending: Vec<(u64, String)>,
    shared: Arc<Shared>,
}

impl Writer {
    fn run(&mut self, orders: &Receiver<Order>) {
        loop {
            let first = if self.pending.is_empty() || !self.setting.retries {
                orders.recv().map_err(|_| RecvTimeoutError::Disconnected)
            } else {
                orders.recv_timeout(RETRY_AFTER)
            };
            let mut is_end = matches!(first, Err(RecvTimeoutError::Disconnected));
            if let Ok(order) = first {
                is_end |= self.take(order);
            }
            while let Ok(order) = orders.try_recv() {
                is_end |= self.take(order);
            }
            self.flush();
            if is_end {
                return;
            }
        }
    }

    /// Whether it was the last order.
    fn take(&mut self, order: Order) -> bool {
        match order {
            Order::Write(number, record) => self.add(number, &record),
            Order::Labels(schema) => self.setting.schema = schema,
            Order::Withdraw(from) => {
                self.pending.retain(|(number, _)| *number < from);
                let mut progress = self.shared.progress();
                progress.tried = progress.tried.min(from);
            }
            Order::Move { to, number, record, old } => {
                self.add(number, &record);
                self.move_to(to, &old);
            }
            Order::GiveUp(number, old) => self.leave(number, &old),
            Order::End => return true,
        }
        false
    }

    fn add(&mut self, number: u64, record: &Record) {
        let mut line = String::new();
        let entry = match record {
            Record::Begin { project, base, start } => {
                Entry::Begin { project, base: *base, start: start.as_deref() }
            }
            Record::Do(transaction) => Entry::Do(transaction),
            Record::Undo => Entry::Undo,
            Record::Redo => Entry::Redo,
            Record::Save { after, file } => Entry::Save { after: *after, file: *file },
        };
        journal::line(&mut line, number, &entry, &self.setting.schema);
        self.pending.push((number, line));
    }

    fn flush(&mut self) {
        let Some(last) = self.pending.last().map(|(number, _)| *number) else {
            return;
        };
        let written = self.write_pending();
        if written.is_ok() {
            self.pending.clear();
        } else {
            self.file = None;
        }
        self.report(last + 1, written.err());
    }

    fn report(&self, tried: u64, error: Option<io::Error>) {
        let mut progress = self.shared.progress();
        progress.tried = tried;
        let failure = error.map(|error| files::explain(&error));
        if failure.is_none() {
            progress.safe = tried;
        }
        let is_news = failure.is_some() != progress.failure.is_some();
        progress.failure = failure;
        drop(progress);
        self.shared.changed.notify_all();
        if is_news {
            (self.setting.wake)();
        }
    }

    fn pending_bytes(&self) -> String {
        self.pending.iter().map(|(_, line)| line.as_str()).collect()
    }

    fn write_pending(&mut self) -> io::Result<()> {
        let bytes = self.pending_bytes();
        if self.file.is_none() && self.whole > 0 && self.is_as_left() {
            self.file = Some(self.setting.folder.storage().open_to_append(&self.setting.path)?);
        }
        if let Some(file) = &mut self.file {
            append(&mut **file, bytes.as_bytes())?;
        } else {
            let mut all = self.whole_bytes()?;
            all.extend_from_slice(bytes.as_bytes());
            let path = self.setting.path.clone();
            self.write_file(&path, &all)?;
        }
        self.whole += bytes.len() as u64;
        Ok(())
    }

    /// Whether the file has just what is known to be on disk.
    fn is_as_left(&self) -> bool {
        fs::metadata(&self.setting.path).is_ok_and(|facts| facts.len() == self.whole)
    }

    /// What is known to be on disk of the file.
    fn whole_bytes(&self) -> io::Result<Vec<u8>> {
        if self.whole == 0 {
            return Ok(Vec::new());
        }
        let mut bytes = fs::read(&self.setting.path)?;
        let whole = usize::try_from(self.whole).unwrap_or(usize::MAX);
        if bytes.len() < whole {
            return Err(io::Error::other("the journal was cut off by another program"));
        }
        bytes.truncate(whole);
        Ok(bytes)
    }

    /// Writes a whole journal, and leaves it open.
    fn write_file(&mut self, path: &std::path::Path, bytes: &[u8]) -> io::Result<()> {
        let storage = self.setting.folder.storage();
        if let Some(folder) = path.parent() {
            storage.make_folders(folder)?;
        }
        write_atomically_on(&**storage, path, bytes)?;
        self.file = Some(storage.open_to_append(path)?);
        Ok(())
    }

    fn move_to(&mut self, to: PathBuf, old: &Old) {
        let first_pending = self.pending.first().map_or(0, |(number, _)| *number);
        let last = self.pending.last().map_or(0, |(number, _)| *number);
        let bytes = self.pending_bytes();
        let moved = self.whole_bytes().and_then(|mut all| {
            all.extend_from_slice(bytes.as_bytes());
            self.write_file(&to, &all).map(|()| all.len() as u64)
        });
        match moved {
            Ok(byte_count) => {
                let left = std::mem::replace(&mut self.setting.path, to);
                let had_file = std::mem::replace(&mut self.whole, byte_count) > 0;
                self.pending.clear();
                if had_file {
                    self.leave_file(&left, first_pending, old);
                }
                self.report(last + 1, None);
            }
            // It goes on where it was, and is found there.
            Err(error) => {
                self.file = None;
                self.report(last + 1, Some(error));
            }
        }
    }

    /// What is not in a file is given up.
    fn leave(&mut self, number: u64, old: &Old) {
        let first_pending = self.pending.first().map_or(number, |(first, _)| *first);
        self.pending.clear();
        self.file = None;
        if self.whole > 0 {
            let path = self.setting.path.clone();
            self.leave_file(&path, first_pending, old);
        }
    }

    /// Nothing more can be done where this fails: then what was given up comes back.
    fn leave_file(&self, path: &std::path::Path, number: u64, old: &Old) {
        let storage = self.setting.folder.storage();
        let _ = match old {
            Old::Remove => storage.remove(path),
            Old::GiveUp(file) => {
                let mut line = String::new();
                journal::line(&mut line, number, &Entry::Back { file: *file }, &self.setting.schema);
                storage.open_to_append(path).and_then(|mut file| append(&mut *file, line.as_bytes()))
            }
        };
    }
}
