//! Which mentions of one article mean the same thing.
//!
//! ```text
//! [Jo Chol-su] … Mr. [Jo]            [Demilitarized Zone] … [DMZ]
//! [Yonhap News Agency] … [Yonhap]    [U.S. State Department] … [State Department]
//! ```
//! Only mentions of one kind are tied. The nearest full name before a short one wins, else the first after it.

use super::{Cancel, consistency::can_stand_alone, gazetteer::Gazetteer, kind::Kind, rules::fits_initials};
use crate::model::NameKey;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The full names of one article, to be asked for by their short forms.
#[derive(Default)]
pub(super) struct Aliases<'t> {
    /// Short form → the full names that have it, in order of the text. Looked up, never walked.
    by_short: HashMap<(Kind, String), Vec<(usize, &'t str)>>,
    /// The names of several words by their first letter, to be compared with initials.
    long_names: BTreeMap<(Kind, char), BTreeSet<&'t str>>,
    /// Initials → the full name.
    initials: HashMap<(Kind, &'t str), &'t str>,
}

/// No more comparisons of short forms with names than this, so that a long text full of both stays cheap.
const MOST_COMPARED: usize = 200_000;

impl<'t> Aliases<'t> {
    /// Reads the names of an article, each with its kind, in order of the text. A cancelled reading is cut short.
    pub(super) fn of(
        names: &(impl Iterator<Item = (Option<Kind>, &'t str)> + Clone),
        cancel: &Cancel,
    ) -> Self {
        let mut aliases = Self::default();
        let running = names.clone().take_while(|_| !cancel.is_cancelled());
        let known = running.enumerate().filter_map(|(index, (kind, name))| Some((index, kind?, name)));
        let told = known.filter(|(_, kind, _)| kind.is_named());
        for (index, kind, name) in told.clone() {
            aliases.add(index, kind, name);
        }
        let mut budget = MOST_COMPARED;
        for (_, kind, name) in told.filter(|(_, _, name)| is_initials(name)) {
            if budget > 0 && !aliases.initials.contains_key(&(kind, name)) {
                let full = aliases.spelled_out(kind, name, &mut budget);
                aliases.initials.insert((kind, name), full);
            }
        }
        aliases
    }

    fn add(&mut self, index: usize, kind: Kind, name: &'t str) {
        for short in short_forms(kind, name) {
            let full = self.by_short.entry((kind, short)).or_default();
            if full.last().is_none_or(|(_, last)| *last != name) {
                full.push((index, name));
            }
        }
        if let Some(letter) = name.chars().next().filter(|_| name.contains([' ', '-'])) {
            self.long_names.entry((kind, letter)).or_default().insert(name);
        }
    }

    /// The name under which mention number `index` is gathered.
    pub(super) fn entity(&self, index: usize, kind: Option<Kind>, name: &str) -> String {
        let Some(kind) = kind else {
            return name.to_owned();
        };
        let full = self.full_name(index, kind, name);
        let listed = Gazetteer::built_in().get(full).filter(|entry| entry.kind == kind);
        let full = listed.and_then(|entry| entry.canonical).unwrap_or(full);
        if kind == Kind::Group { singular(full).to_owned() } else { spaced(full) }
    }

    /// Follows short forms to longer ones, a few steps at most: `Jo` → `Mr. Jo` → `Jo Chol-su`.
    fn full_name<'a>(&'a self, index: usize, kind: Kind, name: &'a str) -> &'a str {
        let mut name = name;
        for _ in 0..3 {
            let longer = self.longer(index, kind, name).filter(|longer| longer.len() > name.len());
            match longer {
                Some(longer) => name = longer,
                None => break,
            }
        }
        name
    }

    fn longer(&self, index: usize, kind: Kind, name: &str) -> Option<&'t str> {
        let key = (kind, NameKey::new(name).as_str().to_owned());
        let full = self.by_short.get(&key).and_then(|full| {
            let after = full.partition_point(|(at, _)| *at <= index);
            full.get(after.saturating_sub(1)).map(|(_, name)| *name)
        });
        full.or_else(|| self.initials.get(&(kind, name)).copied().filter(|full| *full != name))
    }

    /// The name whose words begin with these letters; the letters themselves where there is none.
    fn spelled_out(&self, kind: Kind, short: &'t str, budget: &mut usize) -> &'t str {
        let letter = short.chars().next().unwrap_or_default();
        let long = self.long_names.get(&(kind, letter)).into_iter().flatten();
        let full = long.take(*budget).find(|name| {
            *budget = budget.saturating_sub(1);
            fits_initials(short, name)
        });
        full.copied().unwrap_or(short)
    }
}

/// The short forms that stand for a name of several words.
fn short_forms(kind: Kind, name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return Vec::new();
    };
    if words.len() < 2 {
        return Vec::new();
    }
    let forms: Vec<String> = match kind {
        Kind::Person => {
            let without_initials =
                words.iter().copied().filter(|word| !word.ends_with('.')).collect::<Vec<_>>().join(" ");
            let mut forms =
                vec![(*last).to_owned(), (*first).to_owned(), format!("{first} {last}"), without_initials];
            forms.extend(particle_name(&words));
            forms
        }
        Kind::Organization | Kind::Event => {
            let ends = (1..words.len()).filter_map(|at| words.get(at..));
            let heads = (1..words.len()).filter_map(|at| words.get(..at));
            let is_name = |part: &&[&str]| part.len() > 1 || part.iter().all(|word| can_stand_alone(word));
            ends.filter(|part| part.len() > 1)
                .chain(heads.filter(is_name))
                .map(|part| part.join(" "))
                .collect()
        }
        Kind::Place if matches!(*first, "North" | "South") && *last == "Korea" => vec![(*first).to_owned()],
        _ => Vec::new(),
    };
    let own = NameKey::new(name);
    let keys = forms.iter().map(|form| NameKey::new(form)).filter(|key| *key != own);
    keys.map(|key| key.as_str().to_owned()).filter(|key| !key.is_empty()).collect()
}

/// `van der Velde` of `Pieter van der Velde`.
fn particle_name(words: &[&str]) -> Option<String> {
    let at = words.iter().position(|word| word.starts_with(char::is_lowercase))?;
    words.get(at..).filter(|rest| at > 0 && rest.len() > 1).map(|rest| rest.join(" "))
}

fn is_initials(name: &str) -> bool {
    !name.contains(' ') && name.chars().filter(|character| character.is_uppercase()).count() >= 2
}

/// `South Koreans` → `South Korean`, where the list has the shorter one too.
fn singular(name: &str) -> &str {
    let shorter = name.strip_suffix('s').filter(|one| Gazetteer::built_in().get(one).is_some());
    shorter.unwrap_or(name)
}

/// With single spaces: a name may run over the end of a line.
fn spaced(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}
