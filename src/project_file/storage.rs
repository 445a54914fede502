//! All that is ever written goes through here, so that tests can let any step of it fail.
//!
//! [`Disk`] is the real one. What the system interrupts is tried again; every other failure is handed on, for a step that
//! failed says nothing about what is on disk.

use std::{
    fs::{self, File, OpenOptions, Permissions, TryLockError},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
};

/// What can be done to files.
pub trait Storage: Send + Sync {
    /// Makes a file that is not there yet.
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn OpenFile>>;
    /// Opens a file to write at its end.
    fn open_to_append(&self, path: &Path) -> io::Result<Box<dyn OpenFile>>;
    /// Puts a file in the place of another, or where there is none.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Removes a folder in which nothing is.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
    /// Makes a folder and those above it, for this user alone.
    fn make_folders(&self, path: &Path) -> io::Result<()>;
    /// Makes what was renamed, made or removed in a folder last.
    fn sync_folder(&self, path: &Path) -> io::Result<()>;
    /// Forces files of a folder, which were written and not forced, to disk.
    fn sync_files(&self, folder: &Path, files: &[PathBuf]) -> io::Result<()>;
    /// Locks a file, which is made if it is not there; `None` while somebody else has the lock. It ends with what is
    /// returned, and with the process.
    fn lock(&self, path: &Path) -> io::Result<Option<Lock>>;
}

/// A file that is being written.
pub trait OpenFile: Send {
    /// Writes some of the bytes: how many.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize>;
    /// Forces what was written to disk. After a failure nobody knows what is there, and a second call would not tell.
    fn sync(&mut self) -> io::Result<()>;
    /// Cuts the file off.
    fn cut(&mut self, byte_count: u64) -> io::Result<()>;
    fn set_permissions(&mut self, permissions: Permissions) -> io::Result<()>;
}

/// A lock that is held.
#[derive(Debug)]
pub struct Lock {
    file: File,
}

impl Lock {
    /// Writes who has it into the file, for others to read.
    ///
    /// # Errors
    /// If that cannot be written; the lock is held all the same.
    pub fn say(&mut self, words: &str) -> io::Result<()> {
        self.file.set_len(0)?;
        write_all(&mut self.file, words.as_bytes())
    }
}

/// The file system.
#[derive(Clone, Copy, Debug, Default)]
pub struct Disk;

impl Storage for Disk {
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn OpenFile>> {
        Ok(Box::new(OpenOptions::new().write(true).create_new(true).open(path)?))
    }

    fn open_to_append(&self, path: &Path) -> io::Result<Box<dyn OpenFile>> {
        Ok(Box::new(OpenOptions::new().append(true).open(path)?))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }

    fn make_folders(&self, path: &Path) -> io::Result<()> {
        let mut maker = fs::DirBuilder::new();
        // What is kept there is nobody else's.
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut maker, 0o700);
        maker.recursive(true).create(path)
    }

    #[cfg(unix)]
    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        match File::open(path)?.sync_all() {
            // Some network drives cannot do this to a folder; they see to it themselves.
            Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => Ok(()),
            synced => synced,
        }
    }

    /// Elsewhere a folder cannot be opened; the system sees to it.
    #[cfg(not(unix))]
    fn sync_folder(&self, _path: &Path) -> io::Result<()> {
        Ok(())
    }

    fn sync_files(&self, folder: &Path, files: &[PathBuf]) -> io::Result<()> {
        if files.len() > MANY_FILES && sync_file_system(folder)? {
            return Ok(());
        }
        for file in files {
            uninterrupted(|| OpenOptions::new().append(true).open(file)?.sync_all())?;
        }
        if files.is_empty() { Ok(()) } else { uninterrupted(|| self.sync_folder(folder)) }
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Lock>> {
        let file = OpenOptions::new().write(true).create(true).truncate(false).open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Lock { file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

/// To force more files than this one by one takes longer than to force everything.
const MANY_FILES: usize = 24;

/// Forces everything on the file system of a folder to disk; whether that can be done here.
#[cfg(target_os = "linux")]
fn sync_file_system(folder: &Path) -> io::Result<bool> {
    let folder = File::open(folder)?;
    uninterrupted(|| Ok(rustix::fs::syncfs(&folder)?)).map(|()| true)
}

#[cfg(not(target_os = "linux"))]
fn sync_file_system(_folder: &Path) -> io::Result<bool> {
    Ok(false)
}

impl OpenFile for File {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Write::write(self, bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.sync_all()
    }

    fn cut(&mut self, byte_count: u64) -> io::Result<()> {
        self.set_len(byte_count)
    }

    fn set_permissions(&mut self, permissions: Permissions) -> io::Result<()> {
        File::set_permissions(self, permissions)
    }
}

/// Does something again as long as the system interrupts it.
pub(super) fn uninterrupted<T>(mut step: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    loop {
        match step() {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            done => return done,
        }
    }
}

/// Writes all of the bytes, in as many goes as it takes.
pub(super) fn write_all(file: &mut dyn OpenFile, bytes: &[u8]) -> io::Result<()> {
    let mut rest = bytes;
    while !rest.is_empty() {
        let written = uninterrupted(|| file.write(rest))?;
        if written == 0 {
            return Err(ErrorKind::WriteZero.into());
        }
        rest = rest.get(written..).unwrap_or_default();
    }
    Ok(())
}

/// Writes a file whole, or leaves none; it is not forced to disk, see [`Storage::sync_files`]. A file of this name that is
/// there already is replaced.
///
/// # Errors
/// If any step fails.
pub fn write_unforced(storage: &dyn Storage, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = match uninterrupted(|| storage.create_new(path)) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            uninterrupted(|| storage.remove(path))?;
            uninterrupted(|| storage.create_new(path))?
        }
        made => made?,
    };
    let written = write_all(&mut *file, bytes);
    if written.is_err() {
        // What is not whole must not be taken for it.
        let _ = storage.remove(path);
    }
    written
}

/// Adds bytes to the end of a file and forces them to disk.
///
/// # Errors
/// If any step fails: then nobody knows how much of them is in the file, and it must be written anew.
pub fn append(file: &mut dyn OpenFile, bytes: &[u8]) -> io::Result<()> {
    write_all(file, bytes)?;
    uninterrupted(|| file.sync())
}
