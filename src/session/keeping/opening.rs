//! Opens a project with everything that was done on it since it was saved.
//!
//! The file has a place in the journal if nobody else wrote it. If somebody did, both sides are kept: what was done here is
//! built again from the state that it began on, and saving it asks what is to become of the other.

use super::{
    folder::{Claim, Key, StateFolder},
    handle::Record,
    snapshots,
};
use crate::{
    model::{History, IdSource, Project, Schema, StateId},
    project_file::{
        Digest, Laid, Lock,
        journal::{Lines, Replayed},
        keep_aside_on, to_bytes,
    },
    session::{
        files::{self, Failure},
        stored::{Parsed, Stored, Watching},
    },
};
use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

/// What a project is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To be changed; it fails if another Dateline has it open. One that is not there is begun.
    Edit,
    /// To be changed, or only to be read if another Dateline has it open.
    Window,
    /// To be read; nothing is written.
    Look,
    /// To be read again from its file by the session that has it open.
    Reload,
}

/// A project as it was opened.
pub(in crate::session) struct Opened {
    pub(in crate::session) project: Project,
    pub(in crate::session) history: History,
    /// The state that is in the file.
    pub(in crate::session) saved: StateId,
    /// Signs that the file is not as Dateline left it.
    pub(in crate::session) warnings: Vec<String>,
    /// What else is to be told: that work was brought back.
    pub(in crate::session) notes: Vec<String>,
    /// The fingerprint of the file as we know it.
    pub(in crate::session) disk: Option<Digest>,
    /// The articles that have files of their own; `None` if the project is one file.
    pub(in crate::session) laid: Option<Arc<Laid>>,
    pub(in crate::session) hold: Option<Hold>,
}

/// What is needed to go on with the journal of a project.
pub(in crate::session) struct Hold {
    pub(super) key: Key,
    pub(super) lock: Option<Lock>,
    /// Who else has it open.
    pub(super) busy: Option<String>,
    /// The fingerprint of the file as we know it.
    pub(super) disk: Option<Digest>,
    /// Bytes and lines of the journal that are kept.
    pub(super) there: (u64, u64),
    /// Lines to be written before all else, in a new journal.
    pub(super) first: Vec<Record>,
}

impl Hold {
    /// Without a lock and without a journal so far.
    pub(super) fn new(key: Key) -> Self {
        Self { key, lock: None, busy: None, disk: None, there: (0, 0), first: Vec::new() }
    }
}

/// A journal that is longer is written anew when nothing in it is unsaved.
const LONGEST_JOURNAL: usize = 64 << 20;

/// Opens the project at `path`.
///
/// # Errors
/// If it cannot be read, or may not be changed now.
pub(in crate::session) fn open(
    path: &Path,
    seed: u64,
    state: Option<&StateFolder>,
    purpose: Purpose,
    watching: Option<&Watching>,
) -> Result<Opened, Failure> {
    let stored = || {
        let stored = Stored::read(path)?;
        Ok::<_, Failure>(stored.map(|stored| stored.watched(watching.cloned())))
    };
    let Some(state) = state else {
        return plain(path, stored()?.as_ref(), seed, purpose, None);
    };
    let key = Key::of(path);
    let claim = match purpose {
        Purpose::Look if state.is_busy(&key) => Ok(Claim::Busy("another process".to_owned())),
        Purpose::Look => Ok(Claim::Held(None)),
        Purpose::Edit | Purpose::Window => state.claim_with_patience(&key),
        Purpose::Reload => return plain(path, stored()?.as_ref(), seed, purpose, None),
    };
    let hold =
        |lock, busy| Hold { key: key.clone(), lock, busy, disk: None, there: (0, 0), first: Vec::new() };
    match claim {
        Ok(Claim::Held(lock)) => {
            let opening = Opening { path, seed, state, purpose, stored: stored()? };
            opening.with_journal(hold(lock, None))
        }
        Ok(Claim::Busy(who)) if purpose == Purpose::Edit => {
            Err(Failure { path: path.to_owned(), why: busy(&who) })
        }
        Ok(Claim::Busy(who)) => {
            let note = "another Dateline has this project open; this is how it was saved last".to_owned();
            let mut opened = plain(path, stored()?.as_ref(), seed, purpose, Some(hold(None, Some(who))))?;
            opened.notes.push(note);
            Ok(opened)
        }
        Err(error) if purpose == Purpose::Edit => Err(no_state(state, &error)),
        Err(error) => {
            let mut opened = plain(path, stored()?.as_ref(), seed, purpose, None)?;
            opened.notes.push(no_state(state, &error).to_string());
            Ok(opened)
        }
    }
}

/// Brings a project back that was never saved.
///
/// # Errors
/// If another Dateline has it, or nothing of it can be read.
pub(in crate::session) fn open_untitled(state: &StateFolder, key: Key, seed: u64) -> Result<Opened, Failure> {
    let path = state.journal_of(&key);
    let failure = |why: String| Failure { path: path.clone(), why };
    let lock = match state.claim(&key).map_err(|error| no_state(state, &error))? {
        Claim::Held(lock) => lock,
        Claim::Busy(who) => return Err(failure(busy(&who))),
    };
    let opening = Opening { path: &path, seed, state, purpose: Purpose::Window, stored: None };
    let hold = Hold { key, lock, busy: None, disk: None, there: (0, 0), first: Vec::new() };
    opening.with_journal(hold)
}

fn busy(who: &str) -> String {
    format!("it is open in another Dateline ({who}); close it there first")
}

/// Said where nothing can be kept.
pub(in crate::session) fn no_state(state: &StateFolder, error: &io::Error) -> Failure {
    let why = format!(
        "changes cannot be kept safe here: {}. Make room, or name another folder by {}",
        files::explain(error),
        super::folder::STATE_VARIABLE
    );
    Failure { path: state.path().to_owned(), why }
}

fn empty(seed: u64) -> Project {
    Project::new(Schema::news_analyst(), IdSource::new(seed))
}

/// Without a journal.
fn plain(
    path: &Path,
    stored: Option<&Stored>,
    seed: u64,
    purpose: Purpose,
    hold: Option<Hold>,
) -> Result<Opened, Failure> {
    let parsed = match stored {
        Some(stored) => stored.parse(seed)?,
        None if purpose == Purpose::Edit => {
            Parsed { project: empty(seed), warnings: Vec::new(), laid: None, has_other_articles: false }
        }
        None => return Err(files::missing(path)),
    };
    let disk = stored.map(Stored::digest);
    let hold = hold.map(|hold| Hold { disk, ..hold });
    let Parsed { project, warnings, laid, .. } = parsed;
    let (history, saved, notes) = (History::default(), StateId::default(), Vec::new());
    Ok(Opened { project, history, saved, warnings, notes, disk, laid, hold })
}

struct Opening<'a> {
    path: &'a Path,
    seed: u64,
    state: &'a StateFolder,
    purpose: Purpose,
    stored: Option<Stored>,
}

impl Opening<'_> {
    fn plain(&self, hold: Hold) -> Result<Opened, Failure> {
        plain(self.path, self.stored.as_ref(), self.seed, self.purpose, Some(hold))
    }

    fn with_journal(&self, hold: Hold) -> Result<Opened, Failure> {
        let journal_path = self.state.journal_of(&hold.key);
        let journal = match fs::read(&journal_path) {
            Ok(journal) => journal,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return self.plain(hold).map_err(|failure| self.with_copy(failure));
            }
            Err(error) if self.purpose == Purpose::Look => {
                let mut opened = self.plain(hold)?;
                opened.notes.push(files::failed(&journal_path, &error).to_string());
                return Ok(opened);
            }
            // To go on without what it holds would be to lose it.
            Err(error) => return Err(files::failed(&journal_path, &error)),
        };
        let lines = Lines::read(&journal);
        let Some(begun) = lines.begun() else {
            let aside = self.aside(&journal_path);
            let mut opened = self.plain(hold)?;
            if !journal.is_empty() && !lines.is_torn {
                opened.notes.push(format!("the journal of this project cannot be read{aside}"));
            }
            return Ok(opened);
        };
        let disk = self.stored.as_ref().map(Stored::digest);
        let starts_here = begun.start.filter(|_| begun.base == disk && !lines.knows(disk));
        if let Some(start) = starts_here {
            let start = self.start(&journal_path, start)?;
            return Ok(self.taken(lines.replay_from_start(start), &lines, Hold { disk, ..hold }));
        }
        // One that was saved and then removed does not come back by itself.
        let is_removed = disk.is_none() && self.last_written(&lines, &hold.key).is_some();
        if lines.knows(disk) && !is_removed {
            let Some(stored) = &self.stored else {
                let hold = Hold { disk, ..hold };
                return Ok(self.taken(lines.replay(empty(self.seed), None), &lines, hold));
            };
            let Parsed { project, warnings, laid, has_other_articles } = stored.parse(self.seed)?;
            // Steps on articles that somebody has changed must not be done on what is there now.
            if !has_other_articles || lines.steps_since(disk) == 0 {
                let hold = Hold { disk, ..hold };
                let opened = self.taken(lines.replay(project, disk), &lines, hold);
                return Ok(Opened { warnings, laid, ..opened });
            }
        }
        self.changed_meanwhile(&lines, hold)
    }

    /// The file is not the one that the journal knows.
    fn changed_meanwhile(&self, lines: &Lines, hold: Hold) -> Result<Opened, Failure> {
        let last = self.last_written(lines, &hold.key);
        let has_start = lines.begun().is_some_and(|begun| begun.start.is_some());
        if lines.steps_since(last) == 0 && !has_start {
            return self.plain(hold).map_err(|failure| self.with_copy(failure));
        }
        let disk = self.stored.as_ref().map(Stored::digest);
        if let Some(base) = self.base(lines, last, &hold.key) {
            let replayed = if has_start { lines.replay_from_start(base) } else { lines.replay(base, last) };
            // What it was is known, so that saving finds out that it is another now.
            let known = if disk.is_some() { last } else { None };
            let replayed = Replayed { saved: StateId::UNREACHABLE, ..replayed };
            let mut opened = self.taken(replayed, lines, Hold { disk: known, ..hold });
            let is_folder = self.stored.as_ref().is_some_and(Stored::is_folder);
            opened.laid = is_folder.then(Arc::default);
            opened.notes.push(match disk {
                Some(_) => format!("{}: {CHANGED}", files::shown_path(self.path)),
                None => format!("{}: {GONE}", files::shown_path(self.path)),
            });
            return Ok(opened);
        }
        self.on_theirs(lines, last, Hold { disk, ..hold })
    }

    /// The file that was written last. A save may have been announced and not been done, as by a crash: of one that was
    /// done, the state is kept.
    fn last_written(&self, lines: &Lines, key: &Key) -> Option<Digest> {
        let kept = snapshots::list(&self.state.history_of(key));
        let is_kept = |digest: &Digest| kept.iter().any(|snapshot| snapshot.digest == *digest);
        lines.announced().find(is_kept).or_else(|| lines.begun()?.base)
    }

    /// The state that the unsaved work began on.
    fn base(&self, lines: &Lines, last: Option<Digest>, key: &Key) -> Option<Project> {
        if let Some(start) = lines.begun()?.start {
            return self.start(self.path, start).ok();
        }
        let Some(last) = last else {
            return Some(empty(self.seed));
        };
        let kept = snapshots::find(&self.state.history_of(key), last)?.read(self.seed).ok()?;
        Some(kept.project)
    }

    /// The project that a journal begins with.
    fn start(&self, path: &Path, start: &str) -> Result<Project, Failure> {
        Ok(Stored::of(path, start.as_bytes().to_owned()).parse(self.seed)?.project)
    }

    /// What the work began on is nowhere: it may fit what is there now.
    fn on_theirs(&self, lines: &Lines, last: Option<Digest>, hold: Hold) -> Result<Opened, Failure> {
        let journal_path = self.state.journal_of(&hold.key);
        let mut opened = self.plain(hold)?;
        let replayed = lines.replay(opened.project.clone(), last);
        if replayed.problem.is_some() {
            let aside = self.aside(&journal_path);
            opened.notes.push(format!(
                "unsaved work on this project does not fit the file, which another program has changed{aside}"
            ));
            return Ok(opened);
        }
        opened.notes.push(brought_back(replayed.steps, "; the file had been changed by another program"));
        let start = String::from_utf8(to_bytes(&replayed.project)).ok();
        (opened.project, opened.history) = (replayed.project, replayed.history);
        opened.saved = StateId::UNREACHABLE;
        if let Some(hold) = &mut opened.hold {
            hold.first = vec![self.begin(hold.disk, start)];
        }
        Ok(opened)
    }

    fn begin(&self, base: Option<Digest>, start: Option<String>) -> Record {
        Record::Begin { project: self.path.to_string_lossy().into_owned(), base, start }
    }

    /// With what was done again.
    fn taken(&self, replayed: Replayed, lines: &Lines, mut hold: Hold) -> Opened {
        let Replayed { project, history, saved, steps, problem } = replayed;
        let mut notes = Vec::new();
        if steps > 0 {
            notes.push(brought_back(steps, ""));
        }
        hold.there = (lines.whole_bytes as u64, lines.next_number());
        if let Some(problem) = problem {
            let aside = self.aside(&self.state.journal_of(&hold.key));
            notes.push(format!("{problem}{aside}"));
            let start = String::from_utf8(to_bytes(&project)).ok();
            hold.there = (0, 0);
            hold.first = vec![self.begin(hold.disk, start)];
        } else if lines.whole_bytes > LONGEST_JOURNAL && steps == 0 && hold.disk.is_some() {
            hold.there = (0, 0);
            hold.first = vec![self.begin(hold.disk, None)];
        }
        let (disk, hold) = (hold.disk, Some(hold));
        Opened { project, history, saved, warnings: Vec::new(), notes, disk, laid: None, hold }
    }

    /// Keeps a journal that cannot be gone on with; says where.
    fn aside(&self, journal: &Path) -> String {
        if self.purpose == Purpose::Look {
            return String::new();
        }
        match keep_aside_on(&**self.state.storage(), journal, "damaged") {
            Ok(Some(kept)) => format!("; it is kept as {}", files::shown_path(&kept)),
            _ => String::new(),
        }
    }

    /// Adds to a failure where the project is as it was saved last.
    fn with_copy(&self, failure: Failure) -> Failure {
        let kept = snapshots::list(&self.state.history_of(&Key::of(self.path)));
        let kept: Option<PathBuf> = kept.into_iter().map(|snapshot| snapshot.path).next();
        match kept {
            Some(kept) => Failure {
                why: format!("{}. An earlier state is kept as {}", failure.why, files::shown_path(&kept)),
                ..failure
            },
            None => failure,
        }
    }
}

const CHANGED: &str = "it was changed by another program meanwhile; saving asks what to do";
const GONE: &str = "it was removed by another program meanwhile; saving makes it again";

fn brought_back(steps: usize, more: &str) -> String {
    match steps {
        1 => format!("1 step that had not been saved was brought back{more}"),
        _ => format!("{steps} steps that had not been saved were brought back{more}"),
    }
}
