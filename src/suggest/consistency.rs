//! What an article says about a name in one place helps its other mentions.
//!
//! ```text
//! Stephen E. [Biegun] flew out … [Biegun] declined to speak        the second is a person because the first is
//! ```

use super::{
    Cancel, Why,
    candidate::Candidate,
    gazetteer::Gazetteer,
    kind::Kind,
    lexicon::{Tags, tags},
    why::SAME_NAME,
};
use crate::text::Text;
use std::collections::HashMap;

/// A candidate this sure, whose kind is no guess, is evidence for others.
const EVIDENCE_SCORE: u16 = 700;

/// What the words beside a name must have said, at least, for a guess to count in full.
const GUESS_SCORE: u16 = 540;

/// What is known about the names of one article. Looked up, never walked.
#[derive(Default)]
pub(super) struct Evidence<'t> {
    names: HashMap<&'t str, Votes>,
    /// The single words of persons' names, and the first full name they were found in.
    persons: HashMap<&'t str, &'t str>,
    /// The same for the first words of organisations.
    organisations: HashMap<&'t str, &'t str>,
}

#[derive(Clone, Copy, Default)]
struct Votes {
    by_kind: [u32; Kind::ALL.len()],
    settled: u32,
    /// Mentions where the capital says something.
    supported: u32,
}

impl Votes {
    fn add(&mut self, kind: Kind, weight: u16) {
        if let Some(votes) = self.by_kind.get_mut(kind.index()) {
            *votes += u32::from(weight);
        }
    }

    /// The kind with the most votes and its part of them, in hundredths.
    fn best(&self) -> Option<(Kind, u32)> {
        let all: u32 = self.by_kind.iter().sum();
        let (votes, kind) = self.by_kind.iter().copied().zip(Kind::ALL).max_by_key(|(votes, _)| *votes)?;
        (votes > 0).then(|| (kind, votes * 100 / all.max(1)))
    }
}

impl<'t> Evidence<'t> {
    /// Reads all candidates of an article. A cancelled reading is cut short.
    pub(super) fn of<'c>(
        text: &'t Text,
        candidates: impl Iterator<Item = &'c Candidate>,
        cancel: &Cancel,
    ) -> Self {
        let mut evidence = Self::default();
        for candidate in candidates.filter(|candidate| candidate.kind.is_named()) {
            if cancel.is_cancelled() {
                break;
            }
            let name = text.slice(candidate.span);
            let votes = evidence.names.entry(name).or_default();
            let is_settled = !candidate.is_open && candidate.score >= EVIDENCE_SCORE;
            votes.settled += u32::from(is_settled);
            votes.supported += u32::from(!candidate.needs_support);
            let guess = if candidate.score >= GUESS_SCORE { candidate.score } else { candidate.score / 4 };
            votes.add(candidate.kind, if is_settled { candidate.score.saturating_mul(2) } else { guess });
            match candidate.kind {
                Kind::Person if is_settled => evidence.add_person(name),
                Kind::Organization if is_settled => evidence.add_organisation(name),
                _ => {}
            }
        }
        evidence
    }

    fn add_person(&mut self, name: &'t str) {
        let mut parts = name.split_whitespace();
        let (first, last) = (parts.next(), parts.next_back());
        if let (Some(first), Some(last)) = (first, last) {
            for part in [last, first] {
                if part.chars().count() > 2 || !part.ends_with('.') {
                    self.persons.entry(part).or_insert(name);
                }
            }
        }
    }

    /// `Magna` of `Magna Holdings`: the first word, where it is nothing else.
    fn add_organisation(&mut self, name: &'t str) {
        let first = name.split_whitespace().next().filter(|first| first.len() < name.len());
        if let Some(first) = first.filter(|first| can_stand_alone(first)) {
            self.organisations.entry(first).or_insert(name);
        }
    }

    /// Settles the candidates whose kind is a guess, and leaves out those that needed support and found none.
    pub(super) fn settle(&self, text: &Text, candidates: &mut Vec<Candidate>) {
        candidates.retain_mut(|candidate| {
            if candidate.is_open {
                self.settle_one(text, candidate);
            }
            !candidate.needs_support
        });
    }

    fn settle_one(&self, text: &Text, candidate: &mut Candidate) {
        let name = text.slice(candidate.span);
        let votes = self.names.get(name).copied().unwrap_or_default();
        if let Some(full) = self.persons.get(name).filter(|_| !votes_against_person(&votes)) {
            candidate.kind = Kind::Person;
            candidate.score = candidate.score.max(880);
            candidate.why = Why::Elsewhere((*full).into());
            candidate.needs_support = false;
            return;
        }
        if let Some(full) = self.organisations.get(name).filter(|_| votes.settled == 0) {
            candidate.kind = Kind::Organization;
            candidate.score = candidate.score.max(800);
            candidate.why = Why::Elsewhere((*full).into());
            candidate.needs_support = false;
            return;
        }
        let Some((kind, share)) = votes.best() else {
            return;
        };
        if votes.settled > 0 && share > 50 {
            candidate.score = candidate.score.max(if share > 80 { 860 } else { 740 });
            candidate.needs_support = false;
            candidate.why = Why::Plain(SAME_NAME);
        } else if share > 50 && votes.supported > 1 {
            candidate.score =
                candidate.score.max(560) + 20 * u16::try_from(votes.supported.min(5)).unwrap_or(5);
        }
        candidate.kind = kind;
        candidate.needs_support &= votes.supported == 0;
    }
}

/// Whether a first word can mean the whole organisation: `Magna`, not `National` or `North`.
pub(super) fn can_stand_alone(word: &str) -> bool {
    let known = Gazetteer::built_in().get(word).is_some_and(|entry| entry.kind != Kind::Organization);
    let common = Tags::PLAIN
        | Tags::DIRECTION
        | Tags::ROLE_MODIFIER
        | Tags::ORGANISATION
        | Tags::ROLE
        | Tags::FUNCTION;
    !known && !tags(word).has(common) && word.chars().count() > 2
}

/// Whether more speaks for another kind than for a person.
fn votes_against_person(votes: &Votes) -> bool {
    votes.settled > 0 && votes.best().is_some_and(|(kind, share)| kind != Kind::Person && share > 60)
}
