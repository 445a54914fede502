//! Earlier states of a project, kept beside its journal.
//!
//! One compressed project file each; its name says when, why and what, so that a list needs no file to be opened. The last
//! ten are kept, then one an hour for a week, and always the one that was last in the project's file.

use super::folder::{Key, StateFolder};
use crate::{
    model::Project,
    project_file::{
        Digest, Form, Laid, articles_folder, articles_named, lay_out, to_bytes, write_atomically_on,
        write_unforced,
    },
    session::{
        files::{self, Failure},
        stored::{Parsed, Stored},
    },
};
use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use std::{
    collections::BTreeSet,
    fs,
    io::{self, Read, Write},
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

/// So many of the newest are kept.
const NEWEST: usize = 10;
const HOUR_MS: u64 = 3_600_000;
/// After the newest, one an hour is kept for so long.
const WEEK_MS: u64 = 7 * 24 * HOUR_MS;
/// States in the midst of work that are closer together than this count as one.
const MERGED_MS: u64 = 5 * 60_000;
/// The largest state that is read, in bytes.
const MAX_BYTES: u64 = 1 << 30;

/// Why a state was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It was in the file when work began.
    Opened,
    /// It was saved.
    Saved,
    /// It stood so for a moment while it was worked on.
    Working,
    /// It was left without being saved.
    GivenUp,
    /// Another project was saved over it.
    Replaced,
}

const NAMES: [(Reason, &str); 5] = [
    (Reason::Opened, "opened"),
    (Reason::Saved, "saved"),
    (Reason::Working, "working"),
    (Reason::GivenUp, "given-up"),
    (Reason::Replaced, "replaced"),
];

/// An earlier state of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Milliseconds since 1970.
    pub time_ms: u64,
    pub reason: Reason,
    pub articles: usize,
    pub mentions: usize,
    pub(in crate::session) digest: Digest,
    pub(in crate::session) path: PathBuf,
}

impl Snapshot {
    fn of_file(path: PathBuf) -> Option<Self> {
        let mut parts = path.file_name()?.to_str()?.strip_suffix(".ron.gz")?.split('.');
        let time_ms = parts.next()?.parse().ok()?;
        let reason = parts.next()?;
        let reason = NAMES.iter().find(|(_, name)| *name == reason)?.0;
        let (articles, mentions) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        let digest = parts.next()?.parse().ok()?;
        Some(Self { time_ms, reason, articles, mentions, digest, path })
    }

    fn file_name(&self) -> String {
        let reason = NAMES.iter().find(|(reason, _)| *reason == self.reason).map_or("", |(_, name)| name);
        format!("{}.{reason}.{}.{}.{}.ron.gz", self.time_ms, self.articles, self.mentions, self.digest)
    }

    /// The project as it was.
    ///
    /// # Errors
    /// If it cannot be read, or is not what was written.
    pub(in crate::session) fn read(&self, seed: u64) -> Result<Parsed, Failure> {
        let stored = Stored::read(&self.path)?.ok_or_else(|| files::missing(&self.path))?;
        let is_damaged = || {
            let why = "it is damaged: its checksum does not fit".to_owned();
            Failure { path: self.path.clone(), why }
        };
        if stored.digest() != self.digest {
            return Err(is_damaged());
        }
        let parsed = stored.parse(seed)?;
        if parsed.has_other_articles { Err(is_damaged()) } else { Ok(parsed) }
    }
}

/// Articles of projects in folders, which several states may share, are in this folder beside them.
const ARTICLES: &str = "articles";

/// An article that one of the earlier states names.
///
/// # Errors
/// If it cannot be read.
pub(in crate::session) fn packed_article(snapshot: &Path, name: &str) -> io::Result<Vec<u8>> {
    let folder = snapshot.parent().unwrap_or(Path::new("")).join(ARTICLES);
    unpacked(&fs::read(folder.join(packed_name(name)))?)
}

fn packed_name(article: &str) -> String {
    format!("{article}.gz")
}

/// Whether a file is compressed as earlier states are.
pub(in crate::session) fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0x1f, 0x8b])
}

/// What a compressed file holds.
///
/// # Errors
/// If it is damaged, or too large.
pub(in crate::session) fn unpacked(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut all = Vec::new();
    GzDecoder::new(bytes).take(MAX_BYTES + 1).read_to_end(&mut all)?;
    if all.len() as u64 > MAX_BYTES {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "it is too large"));
    }
    Ok(all)
}

fn packed(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packer = GzEncoder::new(Vec::with_capacity(bytes.len() / 4), Compression::fast());
    packer.write_all(bytes)?;
    packer.finish()
}

/// All that are kept, the newest first.
pub(in crate::session) fn list(folder: &Path) -> Vec<Snapshot> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut all: Vec<Snapshot> = entries.filter_map(|entry| Snapshot::of_file(entry.path())).collect();
    all.sort_by(|a, b| b.time_ms.cmp(&a.time_ms).then_with(|| b.path.cmp(&a.path)));
    all
}

/// The state with this fingerprint.
pub(in crate::session) fn find(folder: &Path, digest: Digest) -> Option<Snapshot> {
    list(folder).into_iter().find(|snapshot| snapshot.digest == digest)
}

/// Keeps a project as it is. Of a large one only those articles are written that are not among the earlier states.
///
/// # Errors
/// If it cannot be written.
pub(in crate::session) fn keep(
    state: &StateFolder,
    key: &Key,
    reason: Reason,
    (project, form): (&Project, Form),
    kept: &mut Kept,
) -> io::Result<()> {
    let counts = (project.document_count(), project.mention_count());
    if form == Form::File {
        return keep_bytes(state, key, reason, &to_bytes(project), counts);
    }
    let mut pool = Pool::of(state, key)?;
    let (bytes, now) = lay_out(project, &kept.laid, |name, bytes| pool.keep(name, bytes))?;
    pool.sync()?;
    kept.names = now.names();
    kept.laid = now;
    keep_bytes(state, key, reason, &bytes, counts)
}

/// Keeps a project's file, and the articles that it names if it is in a folder.
///
/// # Errors
/// If something cannot be read or written.
pub(in crate::session) fn keep_file(
    state: &StateFolder,
    key: &Key,
    reason: Reason,
    (path, bytes): (&Path, &[u8]),
    counts: (usize, usize),
    kept: &mut Kept,
) -> io::Result<()> {
    let named: BTreeSet<String> = articles_named(bytes).into_iter().map(|(name, _)| name).collect();
    if !named.is_empty() {
        let folder = articles_folder(path);
        let mut pool = Pool::of(state, key)?;
        for name in named.difference(&kept.names) {
            pool.keep(name, &fs::read(folder.join(name))?)?;
        }
        pool.sync()?;
        kept.names = named;
    }
    keep_bytes(state, key, reason, bytes, counts)
}

/// What is known, of one project, of the articles among its earlier states.
#[derive(Default)]
pub(in crate::session) struct Kept {
    /// How it was laid out last.
    laid: Laid,
    /// Files that the newest state names: they are there, whole and on disk, and stay as long as it does.
    names: BTreeSet<String>,
}

/// Where articles are that earlier states share.
struct Pool<'a> {
    state: &'a StateFolder,
    folder: PathBuf,
    new: Vec<PathBuf>,
}

impl<'a> Pool<'a> {
    fn of(state: &'a StateFolder, key: &Key) -> io::Result<Self> {
        let folder = state.history_of(key).join(ARTICLES);
        state.storage().make_folders(&folder)?;
        Ok(Self { state, folder, new: Vec::new() })
    }

    fn keep(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let path = self.folder.join(packed_name(name));
        // One that a power cut left may not be whole.
        let is_there = fs::read(&path).is_ok_and(|there| unpacked(&there).is_ok_and(|there| there == bytes));
        if !is_there {
            write_unforced(&**self.state.storage(), &path, &packed(bytes)?)?;
            self.new.push(path);
        }
        Ok(())
    }

    fn sync(self) -> io::Result<()> {
        self.state.storage().sync_files(&self.folder, &self.new)
    }
}

/// Removes articles that no state names any more.
fn tidy_articles(state: &StateFolder, folder: &Path) -> io::Result<()> {
    let articles = folder.join(ARTICLES);
    if !articles.exists() {
        return Ok(());
    }
    let mut named = BTreeSet::new();
    for snapshot in list(folder) {
        // What cannot be read may name any of them.
        let bytes = unpacked(&fs::read(&snapshot.path)?)?;
        named.extend(articles_named(&bytes).into_iter().map(|(name, _)| packed_name(&name)));
    }
    for entry in fs::read_dir(&articles)?.flatten() {
        if !entry.file_name().to_str().is_some_and(|name| named.contains(name)) {
            state.storage().remove(&entry.path())?;
        }
    }
    Ok(())
}

/// Keeps the bytes of a project file.
///
/// # Errors
/// If they cannot be written.
pub(in crate::session) fn keep_bytes(
    state: &StateFolder,
    key: &Key,
    reason: Reason,
    bytes: &[u8],
    (articles, mentions): (usize, usize),
) -> io::Result<()> {
    let (folder, storage) = (state.history_of(key), state.storage());
    let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let time_ms = u64::try_from(since_epoch.as_millis()).unwrap_or_default();
    let digest = Digest::of(bytes);
    let mut new = Snapshot { time_ms, reason, articles, mentions, digest, path: PathBuf::new() };
    let there = list(&folder);
    if let Some(same) = there.first().filter(|newest| newest.digest == digest) {
        if same.reason == Reason::Working && reason == Reason::Saved {
            let name = Snapshot { time_ms: same.time_ms, ..new }.file_name();
            storage.rename(&same.path, &folder.join(name))?;
        }
        return Ok(());
    }
    new.path = folder.join(new.file_name());
    storage.make_folders(&folder)?;
    write_atomically_on(&**storage, &new.path, &packed(bytes)?)?;
    let all: Vec<Snapshot> = std::iter::once(new).chain(there).collect();
    let gone = superfluous(&all, time_ms);
    for old in &gone {
        storage.remove(&old.path)?;
    }
    if gone.is_empty() { Ok(()) } else { tidy_articles(state, &folder) }
}

/// Those of a list, the newest first, that need not be kept.
fn superfluous(all: &[Snapshot], now_ms: u64) -> Vec<&Snapshot> {
    let last_in_file = all.iter().position(|one| matches!(one.reason, Reason::Saved | Reason::Opened));
    let (mut kept, mut hours, mut gone) = (0, BTreeSet::new(), Vec::new());
    for (index, one) in all.iter().enumerate() {
        let next_ms = all.get(index + 1).map_or(0, |next| next.time_ms);
        // The newest stays, so that there is always one of this moment.
        let is_merged = index > 0 && one.reason == Reason::Working && one.time_ms - next_ms < MERGED_MS;
        let is_of_week = now_ms.saturating_sub(one.time_ms) < WEEK_MS;
        if Some(index) == last_in_file || (!is_merged && kept < NEWEST) {
            kept += 1;
        } else if is_merged || !is_of_week || !hours.insert(one.time_ms / HOUR_MS) {
            gone.push(one);
        }
    }
    gone
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(time_ms: u64, reason: Reason) -> Snapshot {
        Snapshot { time_ms, reason, articles: 1, mentions: 2, digest: Digest::of(b"x"), path: PathBuf::new() }
    }

    #[test]
    fn a_name_says_everything() {
        let snapshot = at(1_700_000_000_123, Reason::GivenUp);
        let path = Path::new("/a").join(snapshot.file_name());
        assert_eq!(Snapshot::of_file(path.clone()), Some(Snapshot { path, ..snapshot }));
        for none in ["x.ron.gz", "1.saved.1.1.zz.ron.gz", "1.saved.1.ron.gz", "a/.dateline-1-1.tmp"] {
            assert_eq!(Snapshot::of_file(none.into()), None);
        }
    }

    #[test]
    fn the_last_ten_and_one_an_hour_for_a_week_are_kept() {
        const MINUTE: u64 = 60_000;
        let now = 1_000 * HOUR_MS;
        // Every ten minutes for ten days.
        let all: Vec<Snapshot> =
            (0..1_440).map(|number| at(now - number * 10 * MINUTE, Reason::Working)).collect();
        let gone = superfluous(&all, now);
        let kept: Vec<&Snapshot> = all.iter().filter(|one| !gone.contains(one)).collect();
        assert!((170..=180).contains(&kept.len()), "{}", kept.len());
        assert!(all.iter().take(10).all(|one| kept.contains(&one)));
        assert!(kept.iter().all(|one| now - one.time_ms < WEEK_MS));
    }

    #[test]
    fn moments_of_work_are_merged_and_the_last_in_the_file_stays() {
        let (now, second) = (1_000 * HOUR_MS, 1_000);
        let mut all: Vec<Snapshot> =
            (0..60).map(|number| at(now - number * 5 * second, Reason::Working)).collect();
        all.push(at(now - WEEK_MS * 2, Reason::Saved));
        let gone = superfluous(&all, now);
        assert_eq!(all.len() - gone.len(), 3, "the newest, the first of the work, what is in the file");
        assert!(!gone.contains(&&all[60]));
    }
}
