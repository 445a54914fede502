//! Takes runs of capitalised words apart: titles, organisations, places, groups, persons.
//!
//! ```text
//! U.S. Special Representative for North Korea Anna E. Berg
//! [Place][----------------- Role ------------][- Person -]
//! ```

use super::{context, events, organisations, page::Page, people, places, roles, runs};
use crate::suggest::{
    Why,
    candidate::{Candidate, Source},
    gazetteer::Entry,
    kind::Kind,
    lexicon::Tags,
    why::{ORGANISATION_WORD, PLACE_WORD},
};
use std::ops::Range;

/// The names of a page.
pub(super) fn find(page: &Page<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut reader = Reader { page, limit: 0, after_title: false, found: &mut found };
    let mut index = 0;
    for run in runs::runs(page) {
        // What was read may reach into the next run: "Ministry of Trade", "Director for Korea Policy Mark Lambert".
        reader.limit = run.end;
        reader.after_title &= index >= run.start;
        index = index.max(run.start);
        while index < run.end {
            index = reader.piece(index).max(index + 1);
        }
    }
    found
}

/// Reads one run from left to right.
struct Reader<'a, 'p, 't> {
    page: &'p Page<'t>,
    /// The end of the run.
    limit: usize,
    /// A title was read right before: a person is to be expected.
    after_title: bool,
    found: &'a mut Vec<Candidate>,
}

impl Reader<'_, '_, '_> {
    /// Reads the piece at `start` and returns where the next begins.
    fn piece(&mut self, start: usize) -> usize {
        let after_title = std::mem::take(&mut self.after_title);
        if self.page.text(start) == "-" {
            return start + 1;
        }
        if self.page.has(start, Tags::HONORIFIC) && self.page.text(start) != "St." {
            self.after_title = true;
            return start + 1;
        }
        let hit = self.page.hit(start);
        let hit_end = hit.map_or(start, |(end, _)| end);
        if let Some(end) = self.bodies(start, hit_end) {
            return end;
        }
        if let Some(end) = roles::capitalised_role(self.page, start, self.limit).filter(|end| *end > hit_end)
        {
            return self.role(start, end);
        }
        if after_title {
            return self.person(start, 950, "title before name");
        }
        if let Some((end, entry)) = hit {
            return self.listed(start, end, entry);
        }
        if let Some(end) = places::place(self.page, start, self.limit) {
            self.push(start..end, Kind::Place, 800, PLACE_WORD);
            return end;
        }
        self.unlisted(start)
    }

    /// Events and organisations that begin here and are longer than the listed name.
    fn bodies(&mut self, start: usize, hit_end: usize) -> Option<usize> {
        if let Some(event) = events::event(self.page, start, self.limit).filter(|event| event.end > hit_end) {
            let end = event.end;
            self.push(event, Kind::Event, 800, "word for a kind of event");
            return Some(end);
        }
        let place_end = places::place(self.page, start, self.limit).unwrap_or(0);
        let end = organisations::organisation(self.page, start, self.limit)?;
        (end > hit_end && end >= place_end).then(|| {
            self.push(start..end, Kind::Organization, 860, ORGANISATION_WORD);
            end
        })
    }

    fn role(&mut self, start: usize, end: usize) -> usize {
        let person_follows = end < self.limit || self.page.is_name_word(end);
        let (score, why) = if person_follows { (880, "title before name") } else { (650, "office") };
        let opens = self.page.opens(start) && end == start + 1 && !person_follows;
        let is_plain = end == start + 1 && !person_follows && NOT_ALONE.contains(&self.page.text(start));
        if !opens && !is_plain {
            self.push(start..end, Kind::Role, score, why);
        }
        self.after_title = person_follows;
        end
    }

    /// A name of the gazetteer, unless it is part of a person's.
    fn listed(&mut self, start: usize, end: usize, entry: Entry) -> usize {
        if entry.kind == Kind::Place
            && end == start + 1
            && let Some((after, score, why)) = people::despite_place(self.page, start, self.limit)
        {
            self.push(start..after, Kind::Person, score, why);
            return after;
        }
        // "House of Commons of Canada", "Parliament of Norway"
        let of_country = (entry.list == "governments" && self.page.text(end) == "of")
            .then(|| self.page.hit_of(end + 1, &[Kind::Place]))
            .flatten();
        let end = of_country.unwrap_or(end);
        let Some(span) = self.page.passage.span(&(start..end)) else {
            return end;
        };
        let (score, is_open) = context::weigh_listed(self.page, start, end, &entry);
        let why = Why::List(entry.list);
        let source = Source::Gazetteer;
        self.found.push(Candidate {
            span,
            kind: entry.kind,
            score,
            source,
            why,
            is_open,
            needs_support: false,
        });
        end
    }

    /// Words that no list has: a person, or what the words around say.
    fn unlisted(&mut self, start: usize) -> usize {
        if let Some((end, score, why)) = people::by_first_name(self.page, start, self.limit) {
            self.push(start..end, Kind::Person, score, why);
            return end;
        }
        let end = self.unknown_end(start);
        if let Some(candidate) = context::guess(self.page, start, end) {
            self.found.push(candidate);
        }
        end
    }

    /// The words up to the next that something is known about.
    fn unknown_end(&self, start: usize) -> usize {
        let known = |at: usize| {
            let is_long_hit =
                self.page.hit(at).is_some_and(|(end, entry)| end > at + 1 || entry.kind == Kind::Group);
            is_long_hit
                || roles::capitalised_role(self.page, at, self.limit).is_some()
                || self.page.has(at, Tags::HONORIFIC)
        };
        (start + 1..self.limit).find(|at| known(*at)).unwrap_or(self.limit)
    }

    fn person(&mut self, start: usize, score: u16, why: &'static str) -> usize {
        if self.page.hit(start).is_some_and(|(end, entry)| end > start + 1 && entry.kind != Kind::Person) {
            return self.piece(start);
        }
        let end = people::end_of_person(self.page, start, self.limit);
        self.push(start..end, Kind::Person, score, why);
        end
    }

    fn push(&mut self, words: Range<usize>, kind: Kind, score: u16, why: &'static str) {
        if let Some(span) = self.page.passage.span(&words) {
            self.found.push(Candidate::rule(span, kind, score, why));
        }
    }
}

/// Offices that are common words: capitalised alone they say nothing.
const NOT_ALONE: &[&str] = &[
    "General",
    "Major",
    "Chief",
    "Justice",
    "Private",
    "King",
    "Queen",
    "Prince",
    "Head",
    "Chair",
    "Coach",
    "Owner",
    "Captain",
    "Officer",
    "Judge",
    "Pope",
    "Director",
    "Doctor",
    "Editor",
    "Author",
    "Representative",
    "Marshal",
    "Speaker",
    "Attorney",
    "Deputy",
    "Princess",
    "Cardinal",
    "Manager",
    "Reporter",
    "Journalist",
    "Dictator",
];
