//! Puts a file in place so that a crash or power cut leaves the old one or the new one, never a mixture.
//!
//! The bytes go to a temporary file in the same folder, are forced to disk, take the place of the old file by a
//! rename, and the folder is forced to disk. Leaving one of these out has been seen to lose saved work. Where forcing the
//! bytes to disk fails, they are written once more from the start: what the system failed to write it may have forgotten.

use super::storage::{Disk, OpenFile, Storage, uninterrupted, write_all};
use std::{
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};

/// How many symbolic links are followed before it is taken for a circle.
const MOST_LINKS: usize = 40;

/// How often the bytes are written when they cannot be forced to disk.
const MOST_TRIES: usize = 2;

/// Tells temporary files of one process apart.
static WRITE_COUNT: AtomicU32 = AtomicU32::new(0);

/// Replaces the file at `path`, or makes it. An existing file keeps its mode, a link stays a link.
///
/// # Errors
/// If any step fails, or the file is marked as not to be written; then the old file is as it was.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_atomically_on(&Disk, path, bytes)
}

/// The same on any storage.
///
/// # Errors
/// As for [`write_atomically`]. If only the last step failed, to make the rename last, the new file is there already.
pub fn write_atomically_on(storage: &dyn Storage, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = follow_links(path)?;
    let old = match fs::metadata(&target) {
        Ok(metadata) => Some(metadata),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    if old.as_ref().is_some_and(|old| !old.is_file()) {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is not a plain file"));
    }
    let mode = old.map(|old| old.permissions());
    if mode.as_ref().is_some_and(fs::Permissions::readonly) {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only"));
    }
    let folder = folder_of(&target);
    let temporary = filled_temporary(storage, folder, bytes, mode.as_ref())?;
    if let Err(error) = uninterrupted(|| storage.rename(&temporary, &target)) {
        // What failed is told; that this fails too would say nothing more.
        let _ = storage.remove(&temporary);
        return Err(error);
    }
    uninterrupted(|| storage.sync_folder(folder))
}

/// Copies the file at `path` to `NAME.damaged-N.ron` beside it, so that it may be replaced; `None` if there is none.
///
/// # Errors
/// If it cannot be read or copied whole.
pub fn keep_aside(path: &Path) -> io::Result<Option<PathBuf>> {
    keep_aside_on(&Disk, path, "damaged")
}

/// The same on any storage, with another word for why it is kept.
///
/// # Errors
/// As for [`keep_aside`].
pub fn keep_aside_on(storage: &dyn Storage, path: &Path, why: &str) -> io::Result<Option<PathBuf>> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    for number in 1_u32.. {
        let mut name = OsString::from(path.file_stem().unwrap_or_default());
        name.push(format!(".{why}-{number}."));
        name.push(path.extension().unwrap_or("ron".as_ref()));
        let copy = path.with_file_name(name);
        let file = match uninterrupted(|| storage.create_new(&copy)) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
            Err(error) => return Err(error),
        };
        if let Err(error) = fill(file, &bytes, None) {
            // A copy that is not whole must not be taken for one.
            let _ = storage.remove(&copy);
            return Err(error);
        }
        return uninterrupted(|| storage.sync_folder(folder_of(&copy))).map(|()| Some(copy));
    }
    Err(io::Error::new(io::ErrorKind::AlreadyExists, "there are too many copies of it"))
}

/// The file that a chain of links leads to; it need not be there.
fn follow_links(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&path) {
            Ok(next) => path = folder_of(&path).join(next),
            // Not a link, or nothing there.
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::new(io::ErrorKind::InvalidInput, "its symbolic links lead in a circle"))
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A temporary file with all of the bytes on disk.
fn filled_temporary(
    storage: &dyn Storage,
    folder: &Path,
    bytes: &[u8],
    mode: Option<&fs::Permissions>,
) -> io::Result<PathBuf> {
    let mut tries = 0;
    loop {
        let (temporary, file) = temporary_in(storage, folder)?;
        let Err(error) = fill(file, bytes, mode) else {
            return Ok(temporary);
        };
        let _ = storage.remove(&temporary);
        tries += 1;
        let is_lasting = matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded);
        if tries == MOST_TRIES || is_lasting {
            return Err(error);
        }
    }
}

const TEMPORARY: &str = ".dateline-";

/// Whether a name is one of the temporary files that are made here.
pub fn is_temporary(name: &str) -> bool {
    let numbers = name.strip_prefix(TEMPORARY).and_then(|rest| rest.strip_suffix(".tmp"));
    let numbers = numbers.and_then(|numbers| numbers.split_once('-'));
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    numbers.is_some_and(|(process, count)| is_number(process) && is_number(count))
}

/// A new file of a short name, since that of the project may already be as long as can be.
fn temporary_in(storage: &dyn Storage, folder: &Path) -> io::Result<(PathBuf, Box<dyn OpenFile>)> {
    loop {
        let count = WRITE_COUNT.fetch_add(1, Ordering::Relaxed);
        let path = folder.join(format!("{TEMPORARY}{}-{count}.tmp", std::process::id()));
        match uninterrupted(|| storage.create_new(&path)) {
            // Left behind by a process of the same number that was killed.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            created => return created.map(|file| (path, file)),
        }
    }
}

fn fill(mut file: Box<dyn OpenFile>, bytes: &[u8], mode: Option<&fs::Permissions>) -> io::Result<()> {
    if let Some(mode) = mode {
        uninterrupted(|| file.set_permissions(mode.clone()))?;
    }
    write_all(&mut *file, bytes)?;
    uninterrupted(|| file.sync())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project_file::faulty::{self, Fault, Faulty};

    fn names_in(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("is there").map(|entry| entry.expect("is readable"));
        let mut names: Vec<String> =
            entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_made_and_replaced_and_nothing_stays_behind() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.ron");
        write_atomically(&path, b"one").expect("made");
        write_atomically(&path, b"two").expect("replaced");
        assert_eq!(fs::read(&path).expect("is there"), b"two");
        assert_eq!(names_in(folder.path()), ["a.ron"]);
    }

    #[test]
    fn a_failure_leaves_no_temporary_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("taken");
        fs::create_dir(&path).expect("made");
        assert!(write_atomically(&path, b"one").is_err());
        assert!(write_atomically(&folder.path().join("none/a.ron"), b"one").is_err());
        assert_eq!(names_in(folder.path()), ["taken"]);
    }

    #[cfg(unix)]
    #[test]
    fn mode_and_links_stay() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().expect("a folder");
        let [path, link] = ["a.ron", "link.ron"].map(|name| folder.path().join(name));
        symlink("a.ron", &link).expect("made");
        write_atomically(&link, b"one").expect("made through a link that led nowhere");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("set");
        write_atomically(&link, b"two").expect("replaced");
        assert!(fs::symlink_metadata(&link).expect("is there").is_symlink());
        assert_eq!(fs::read(&path).expect("is there"), b"two");
        assert_eq!(fs::metadata(&path).expect("is there").permissions().mode() & 0o777, 0o640);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).expect("set");
        let refused = write_atomically(&link, b"three").map_err(|error| error.kind());
        assert_eq!(refused, Err(io::ErrorKind::PermissionDenied));
        symlink("circle", folder.path().join("circle")).expect("made");
        assert!(write_atomically(&folder.path().join("circle"), b"x").is_err());
    }

    #[test]
    fn damaged_files_are_kept_side_by_side() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("story.ron");
        assert_eq!(keep_aside(&path).expect("nothing to do"), None);
        write_atomically(&path, b"broken").expect("made");
        keep_aside(&path).expect("kept");
        let second = keep_aside(&path).expect("kept").expect("there was one");
        assert_eq!(fs::read(second).expect("is there"), b"broken");
        assert_eq!(names_in(folder.path()), ["story.damaged-1.ron", "story.damaged-2.ron", "story.ron"]);
    }

    /// Every step of writing fails in every way: the old file is there or the new one, and the next try goes well.
    #[test]
    fn whatever_fails_the_old_file_or_the_new_one_is_there() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.ron");
        let storage = Faulty::default();
        let errors =
            [faulty::ENOSPC, faulty::EIO, faulty::EACCES, faulty::EROFS, faulty::EDQUOT, faulty::EMFILE];
        let faults = errors.into_iter().flat_map(|error| [Fault::Error(error), Fault::ShortWrite(error)]);
        let (mut failures, mut successes) = (0, 0);
        for fault in faults {
            for lasts in [false, true] {
                for step in 1..=12 {
                    storage.heal();
                    write_atomically_on(&storage, &path, b"old").expect("written");
                    storage.fail_at(step, fault, lasts);
                    let written = write_atomically_on(&storage, &path, b"new");
                    let there = fs::read(&path).expect("is there");
                    assert!(there == b"old" || there == b"new", "{fault:?} at {step}");
                    match written {
                        Ok(()) => assert_eq!(there, b"new"),
                        Err(_) => failures += 1,
                    }
                    storage.heal();
                    write_atomically_on(&storage, &path, b"again").expect("written");
                    assert_eq!(fs::read(&path).expect("is there"), b"again");
                    successes += 1;
                }
            }
        }
        assert!(failures > 40 && successes > 200, "{failures} of {successes} failed");
    }

    #[test]
    fn what_is_interrupted_or_cut_short_goes_on() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.ron");
        let storage = Faulty::default();
        for step in 1..=8 {
            for fault in [Fault::Error(faulty::EINTR), Fault::OneByte, Fault::ShortWrite(faulty::EINTR)] {
                storage.fail_at(step, fault, false);
                write_atomically_on(&storage, &path, b"a few words").expect("goes on");
                assert_eq!(fs::read(&path).expect("is there"), b"a few words", "{fault:?} at {step}");
                assert_eq!(names_in(folder.path()), ["a.ron"]);
            }
        }
        storage.fail_at(1, Fault::OneByte, true);
        write_atomically_on(&storage, &path, b"byte by byte").expect("goes on");
        assert_eq!(fs::read(&path).expect("is there"), b"byte by byte");
    }

    /// The system may have forgotten what it failed to write: the file is written anew ([`Faulty`] panics otherwise).
    #[test]
    fn what_could_not_be_forced_to_disk_is_written_anew() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.ron");
        let storage = Faulty::default();
        storage.fail_at(3, Fault::Error(faulty::EIO), false);
        write_atomically_on(&storage, &path, b"words").expect("written at the second try");
        assert_eq!(
            storage.steps(),
            9,
            "made, written, forced; removed, made, written, forced, renamed, folder"
        );
        assert_eq!(names_in(folder.path()), ["a.ron"]);
    }
}
