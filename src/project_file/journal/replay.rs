//! Does again what a journal says was done.

use super::{
    frame::{Damage, frames},
    resolve::{Direction, World},
    wire::{Record, VERSION},
};
use crate::{
    model::{History, PastStep, Project, StateId},
    project_file::{Digest, v1::Words},
};
use std::collections::BTreeMap;

/// A journal that was read.
pub struct Lines<'a> {
    records: Vec<Record<'a>>,
    /// Records after the first damage.
    behind: Vec<Record<'a>>,
    /// The first line that is not as it was written.
    pub damage: Option<Damage>,
    /// The last line is not complete: writing it was interrupted, so it was never confirmed.
    pub is_torn: bool,
    /// How many bytes the whole lines have.
    pub whole_bytes: usize,
}

/// What the first line of a journal says.
pub struct Begun<'a> {
    /// The path of the project's file; empty for one that was never saved.
    pub project: &'a str,
    /// The fingerprint of that file.
    pub base: Option<Digest>,
    /// The project that the work began on, where it is not what was in the file: as a project file.
    pub start: Option<&'a str>,
}

/// A project with everything done again.
pub struct Replayed {
    pub project: Project,
    pub history: History,
    /// Where in the history the file is that it began with.
    pub saved: StateId,
    /// How many steps there are between that and the project.
    pub steps: usize,
    /// What could not be done again, and why.
    pub problem: Option<String>,
}

/// Numbers of the lines of steps that are done, and of those taken back.
#[derive(Clone, Debug, Default)]
struct Stacks {
    done: Vec<usize>,
    undone: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Reads a journal as far as it can be read.
    pub fn read(bytes: &'a [u8]) -> Self {
        let frames = frames(bytes);
        let (mut records, mut behind, mut damage) = (Vec::new(), Vec::new(), frames.damage);
        for (index, record) in frames.whole.into_iter().enumerate() {
            match ron::from_str::<Record>(record) {
                Ok(record) if damage.is_none_or(|damage| index + 1 < damage.line) => records.push(record),
                Ok(record) => behind.push(record),
                // Written by another version of the program, or by none.
                Err(_) => damage = Some(Damage { line: damage.map_or(index + 1, |d| d.line.min(index + 1)) }),
            }
        }
        behind.extend(frames.behind.into_iter().filter_map(|record| ron::from_str(record).ok()));
        let is_newer =
            |record: &Record| matches!(record, Record::Begin { version, .. } if *version > VERSION);
        if records.first().is_some_and(is_newer) {
            records.clear();
            damage = Some(Damage { line: 1 });
        }
        Self { records, behind, damage, is_torn: frames.is_torn, whole_bytes: frames.whole_bytes }
    }

    /// What the first line says; `None` where there is none that could be read.
    pub fn begun(&self) -> Option<Begun<'_>> {
        match self.records.first()? {
            Record::Begin { project, base, start, .. } => Some(Begun {
                project: project.as_str(),
                base: base.as_ref().and_then(|base| base.as_str().parse().ok()),
                start: start.as_ref().map(Words::as_str),
            }),
            _ => None,
        }
    }

    /// The number of the line that comes next.
    pub fn next_number(&self) -> u64 {
        self.records.len() as u64
    }

    /// The fingerprints of files that the project was to be saved to, the last first. That a save was announced does not
    /// say that it was done.
    pub fn announced(&self) -> impl Iterator<Item = Digest> {
        self.records.iter().rev().filter_map(|record| match record {
            Record::Save { file, .. } => file.as_str().parse().ok(),
            _ => None,
        })
    }

    /// Whether a file with this fingerprint, or no file, has a place in the journal.
    pub fn knows(&self, file: Option<Digest>) -> bool {
        self.course(file).0.is_some()
    }

    /// How many steps lie between the project and a file that has a place in the journal.
    pub fn steps_since(&self, file: Option<Digest>) -> usize {
        let (at, now) = self.course(file);
        let at = at.unwrap_or_default();
        let common = common(&at, &now);
        at.done.len() + now.done.len() - 2 * common + self.behind.len()
    }

    /// Does everything again on the project of a file that has a place in the journal.
    pub fn replay(&self, project: Project, file: Option<Digest>) -> Replayed {
        let (at, now) = self.course(file);
        self.run(project, &at.unwrap_or_default(), &now)
    }

    /// Does everything again on what the first line says the work began on. None of it is in a file.
    pub fn replay_from_start(&self, start: Project) -> Replayed {
        let (_, now) = self.course(None);
        Replayed { saved: StateId::UNREACHABLE, ..self.run(start, &Stacks::default(), &now) }
    }

    /// What was done when the file was written, and what is done at the end.
    fn course(&self, file: Option<Digest>) -> (Option<Stacks>, Stacks) {
        let parsed = |words: &Words| words.as_str().parse::<Digest>().ok();
        let mut saves: BTreeMap<usize, Vec<Digest>> = BTreeMap::new();
        let mut wanted: Vec<Digest> = file.into_iter().collect();
        for record in &self.records {
            match record {
                Record::Save { after, file } => {
                    let after = usize::try_from(*after).unwrap_or(usize::MAX);
                    saves.entry(after).or_default().extend(parsed(file));
                }
                Record::Back { file } => wanted.extend(parsed(file)),
                _ => {}
            }
        }
        let (mut now, mut places) = (Stacks::default(), Vec::<(Option<Digest>, Stacks)>::new());
        if let Some(begun) = self.begun()
            && begun.start.is_none()
        {
            places.push((begun.base, Stacks::default()));
        }
        for (index, record) in self.records.iter().enumerate() {
            match record {
                Record::Begin { .. } | Record::Save { .. } => {}
                Record::Do { .. } => {
                    now.done.push(index);
                    now.undone.clear();
                }
                Record::Undo => now.undone.extend(now.done.pop()),
                Record::Redo => now.done.extend(now.undone.pop()),
                Record::Back { file } => {
                    let place = places.iter().rev().find(|(place, _)| *place == parsed(file));
                    now = place.map(|(_, stacks)| stacks.clone()).unwrap_or_default();
                }
            }
            let here = saves.get(&index).into_iter().flatten().filter(|digest| wanted.contains(digest));
            places.extend(here.map(|digest| (Some(*digest), now.clone())));
        }
        let at = places.into_iter().rev().find(|(place, _)| *place == file).map(|(_, stacks)| stacks);
        (at, now)
    }

    fn run(&self, project: Project, at: &Stacks, now: &Stacks) -> Replayed {
        let mut run = Run { lines: self, project, done: Vec::new(), undone: Vec::new(), steps: 0 };
        let mut problem = run.all(at, now).err();
        if problem.is_none() {
            problem = run.behind();
        }
        let Run { project, done, undone, steps, .. } = run;
        let last = (self.records.len() + self.behind.len() + 1) as u64;
        let history = History::restored(done, undone, last);
        Replayed { project, history, saved: state(at.done.last()), steps, problem }
    }
}

fn common(at: &Stacks, now: &Stacks) -> usize {
    at.done.iter().zip(&now.done).take_while(|(at, now)| at == now).count()
}

/// The state after a step is called by its line.
fn state(line: Option<&usize>) -> StateId {
    line.map(|line| StateId::numbered(*line as u64)).unwrap_or_default()
}

struct Run<'l, 'a> {
    lines: &'l Lines<'a>,
    project: Project,
    done: Vec<PastStep>,
    undone: Vec<PastStep>,
    steps: usize,
}

impl Run<'_, '_> {
    fn resolve(&self, world: &mut World, line: usize, direction: Direction) -> Result<PastStep, String> {
        let Some(Record::Do { name, changes }) = self.lines.records.get(line) else {
            return Err(format!("line {} of the journal is no step", line + 1));
        };
        let transaction = world.step(name, changes, direction);
        let transaction = transaction.map_err(|what| format!("“{name}” could not be done again: {what}"))?;
        Ok(PastStep { state: StateId::numbered(line as u64), transaction })
    }

    fn all(&mut self, at: &Stacks, now: &Stacks) -> Result<(), String> {
        let common = common(at, now);
        let (shared, taken_back) = at.done.split_at_checked(common).unwrap_or_default();
        let mut world = World::of(&self.project);
        for line in taken_back.iter().rev() {
            let step = self.resolve(&mut world, *line, Direction::Backwards)?;
            self.project.apply(&step.transaction.inverse()).map_err(|error| error.to_string())?;
            self.steps += 1;
        }
        let mut past = world.clone();
        for line in shared.iter().rev() {
            // Undo ends at a step that cannot be read any more.
            let Ok(step) = self.resolve(&mut past, *line, Direction::Backwards) else {
                break;
            };
            self.done.push(step);
        }
        self.done.reverse();
        for line in now.done.iter().skip(common) {
            let step = self.resolve(&mut world, *line, Direction::Forwards)?;
            self.project
                .apply(&step.transaction)
                .map_err(|error| format!("“{}” could not be done again: {error}", step.transaction.name))?;
            self.done.push(step);
            self.steps += 1;
        }
        for line in now.undone.iter().rev() {
            let Ok(step) = self.resolve(&mut world, *line, Direction::Forwards) else {
                break;
            };
            self.undone.push(step);
        }
        self.undone.reverse();
        Ok(())
    }

    /// Steps after a damaged line that fit all the same.
    fn behind(&mut self) -> Option<String> {
        let damage = self.lines.damage?;
        let (mut world, mut fit) = (World::of(&self.project), 0);
        for record in &self.lines.behind {
            let Record::Do { name, changes } = record else {
                break;
            };
            let Ok(transaction) = world.step(name, changes, Direction::Forwards) else {
                break;
            };
            if self.project.apply(&transaction).is_err() {
                break;
            }
            self.undone.clear();
            let state = StateId::numbered((self.lines.records.len() + 1 + fit) as u64);
            self.done.push(PastStep { transaction, state });
            self.steps += 1;
            fit += 1;
        }
        let lost = self.lines.behind.len() - fit;
        let more =
            if lost == 0 { String::new() } else { format!(", and {lost} after it could not be done again") };
        Some(format!("line {} of the journal is damaged{more}", damage.line))
    }
}
