//! Which mentions of one article mean the same thing.
//!
//! ```text
//! [Jo Chol-su] … Mr. [Jo]            [Demilitarized Zone] … [DMZ]
//! [Yonhap News Agency] … [Yonhap]    [U.S. State Department] … [State Department]
//! ```
//! Only mentions of one kind are tied. Where several full names have the short form, the one that the article names most
//! often is meant, of those before it: among the Bernoullis of a life of [Daniel Bernoulli], [Bernoulli] is Daniel. After
//! a title it is the one that was named last: [Jo Hae-won] came. Mr. [Jo] spoke.

use super::{
    Cancel,
    consistency::can_stand_alone,
    gazetteer::Gazetteer,
    kind::Kind,
    lexicon::{self, Tags},
    rules::fits_initials,
};
use crate::model::NameKey;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The full names of one article, to be asked for by their short forms.
#[derive(Default)]
pub(super) struct Aliases<'t> {
    /// Short form → what it means from the mention of this number on. Looked up, never walked.
    /// Invariant: each list in order of the numbers.
    by_short: HashMap<(Kind, String), Vec<Bearer<'t>>>,
    /// The names of several words by their first letter, to be compared with initials.
    long_names: BTreeMap<(Kind, char), BTreeSet<&'t str>>,
    /// Initials → the full name.
    initials: HashMap<(Kind, &'t str), &'t str>,
}

/// Who has a short form, from one mention on.
struct Bearer<'t> {
    since: usize,
    /// The one that was named last.
    latest: &'t str,
    /// The one that the whole article names most often, the first of equals.
    foremost: &'t str,
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
        let mut counts: HashMap<(Kind, &str), usize> = HashMap::new();
        for (_, kind, name) in told.clone() {
            *counts.entry((kind, name)).or_default() += 1;
        }
        for (index, kind, name) in told.clone() {
            aliases.add(index, kind, name, &counts);
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

    fn add(&mut self, index: usize, kind: Kind, name: &'t str, counts: &HashMap<(Kind, &str), usize>) {
        let count = |name| counts.get(&(kind, name)).copied().unwrap_or_default();
        for short in short_forms(kind, name) {
            let bearers = self.by_short.entry((kind, short)).or_default();
            let before = bearers.last();
            if before.is_none_or(|before| before.latest != name) {
                let foremost = before.map(|before| before.foremost).filter(|one| count(one) >= count(name));
                bearers.push(Bearer { since: index, latest: name, foremost: foremost.unwrap_or(name) });
            }
        }
        if let Some(letter) = name.chars().next().filter(|_| name.contains([' ', '-'])) {
            self.long_names.entry((kind, letter)).or_default().insert(name);
        }
    }

    /// The name under which mention number `index` is gathered; whether a title like `Mr.` stands before it counts.
    pub(super) fn entity(&self, index: usize, kind: Option<Kind>, name: &str, is_titled: bool) -> String {
        let Some(kind) = kind else {
            return name.to_owned();
        };
        let full = self.full_name(index, kind, name, is_titled);
        let listed = Gazetteer::built_in().get(full).filter(|entry| entry.kind == kind);
        let full = listed.and_then(|entry| entry.canonical).unwrap_or(full);
        if kind == Kind::Group { singular(full).to_owned() } else { spaced(full) }
    }

    /// Follows short forms to longer ones, a few steps at most: `Jo` → `Mr. Jo` → `Jo Chol-su`.
    fn full_name<'a>(&'a self, index: usize, kind: Kind, name: &'a str, is_titled: bool) -> &'a str {
        let mut name = name;
        for _ in 0..3 {
            let longer = self.longer(index, kind, name, is_titled).filter(|longer| longer.len() > name.len());
            match longer {
                Some(longer) => name = longer,
                None => break,
            }
        }
        name
    }

    fn longer(&self, index: usize, kind: Kind, name: &str, is_titled: bool) -> Option<&'t str> {
        let key = (kind, NameKey::new(name).as_str().to_owned());
        let full = self.by_short.get(&key).and_then(|bearers| {
            let after = bearers.partition_point(|bearer| bearer.since <= index);
            let bearer = bearers.get(after.saturating_sub(1))?;
            Some(if is_titled { bearer.latest } else { bearer.foremost })
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

/// Whether `Mr.` or the like stands before this place.
pub(super) fn is_titled(text: &str, start: usize) -> bool {
    let before = text.get(..start).map(str::trim_end).unwrap_or_default();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    lexicon::tags(word).has(Tags::HONORIFIC)
}

/// The short forms that stand for a name of several words.
fn short_forms(kind: Kind, name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let Some(first) = words.first().filter(|_| words.len() > 1) else {
        return Vec::new();
    };
    let forms: Vec<String> = match kind {
        Kind::Person => forms_of_person(&words),
        Kind::Organization | Kind::Event => {
            let ends = (1..words.len()).filter_map(|at| words.get(at..));
            let heads = (1..words.len()).filter_map(|at| words.get(..at));
            let is_name = |part: &&[&str]| part.len() > 1 || part.iter().all(|word| can_stand_alone(word));
            ends.filter(|part| part.len() > 1)
                .chain(heads.filter(is_name))
                .map(|part| part.join(" "))
                .collect()
        }
        Kind::Place if matches!(*first, "North" | "South") && words.last() == Some(&"Korea") => {
            vec![(*first).to_owned()]
        }
        _ => Vec::new(),
    };
    let own = NameKey::new(name);
    let keys = forms.iter().map(|form| NameKey::new(form)).filter(|key| *key != own);
    keys.map(|key| key.as_str().to_owned()).filter(|key| !key.is_empty()).collect()
}

/// `Bernoulli`, `Daniel`, `Daniel Bernoulli` of `Daniel X. Bernoulli FRS`; of `Donald Trump Jr.` not `Donald Trump`, who
/// is his father.
fn forms_of_person(words: &[&str]) -> Vec<String> {
    let rank = words.iter().rev().take_while(|word| is_rank(word)).count();
    let (name, rank) = words.split_at_checked(words.len() - rank).unwrap_or((words, &[]));
    let (Some(first), Some(last)) = (name.first(), name.last()) else {
        return Vec::new();
    };
    let mut forms = vec![(*last).to_owned(), (*first).to_owned()];
    if let Some(generation) = rank.iter().find(|word| is_generation(word)) {
        forms.extend([last, first].map(|one| format!("{one} {generation}")));
        return forms;
    }
    let plain: Vec<&str> = name.iter().copied().filter(|word| !is_initial(word)).collect();
    forms.extend([format!("{first} {last}"), plain.join(" "), name.join(" ")]);
    forms.extend(particle_name(name));
    forms
}

/// Letters after a name: `FRS`, `Jr.`, `III`
fn is_rank(word: &str) -> bool {
    let letters = word.trim_end_matches('.');
    is_generation(word)
        || letters == "PhD"
        || letters.len() > 1 && letters.chars().all(|c| c.is_ascii_uppercase())
}

/// `Jr.`, `III`: tells one from another of the same name.
fn is_generation(word: &str) -> bool {
    let letters = word.trim_end_matches('.');
    matches!(letters, "Jr" | "Sr")
        || letters.len() > 1 && letters.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// `E.`, `J.R.`
fn is_initial(word: &str) -> bool {
    word.ends_with('.') && word.split('.').all(|part| part.chars().count() < 2)
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of one kind, in order of the text, and what each is gathered under.
    fn check(kind: Kind, names: &[(&str, &str)]) {
        let told = names.iter().map(|(name, _)| (Some(kind), *name));
        let aliases = Aliases::of(&told, &Cancel::default());
        let found =
            names.iter().enumerate().map(|(index, (name, _))| aliases.entity(index, Some(kind), name, false));
        let expected: Vec<&str> = names.iter().map(|(_, expected)| *expected).collect();
        assert_eq!(found.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_surname_that_several_have_is_that_of_the_one_named_most() {
        check(
            Kind::Person,
            &[
                ("Daniel Bernoulli", "Daniel Bernoulli"),
                ("Johann Bernoulli", "Johann Bernoulli"),
                ("Bernoulli", "Daniel Bernoulli"),
                ("Johann", "Johann Bernoulli"),
            ],
        );
        check(
            Kind::Person,
            &[
                ("Ivanka Trump", "Ivanka Trump"),
                ("Donald Trump", "Donald Trump"),
                ("Donald Trump", "Donald Trump"),
                ("Trump", "Donald Trump"),
            ],
        );
        check(
            Kind::Person,
            &[("Kim", "Kim Jong-un"), ("Kim Jong-un", "Kim Jong-un"), ("Kim", "Kim Jong-un")],
        );
    }

    #[test]
    fn letters_after_a_name_are_no_surname() {
        check(
            Kind::Person,
            &[
                ("Daniel Bernoulli FRS", "Daniel Bernoulli FRS"),
                ("Daniel Bernoulli", "Daniel Bernoulli FRS"),
                ("Bernoulli", "Daniel Bernoulli FRS"),
            ],
        );
    }

    #[test]
    fn a_son_is_not_his_father() {
        check(
            Kind::Person,
            &[
                ("Donald Trump", "Donald Trump"),
                ("Donald Trump Jr.", "Donald Trump Jr."),
                ("Donald Trump", "Donald Trump"),
                ("Trump Jr.", "Donald Trump Jr."),
                ("Trump", "Donald Trump"),
            ],
        );
        check(
            Kind::Person,
            &[("Stephen E. Biegun", "Stephen E. Biegun"), ("Stephen Biegun", "Stephen E. Biegun")],
        );
    }
}
