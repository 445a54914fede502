//! The built-in lists of names, and finding them in text.
//!
//! The lists are files of the project (`assets/gazetteer`), compiled in and read once, when first needed. Names are
//! found as they are spelt, as whole words, the longest first.

use super::{kind::Kind, lists::is_whole};
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use std::{
    collections::{HashMap, HashSet},
    sync::OnceLock,
};

const ORGANISATIONS: &str = include_str!("../../assets/gazetteer/organisations.tsv");
const GROUPS: &str = include_str!("../../assets/gazetteer/groups.tsv");
const DEMONYMS: &str = include_str!("../../assets/gazetteer/demonyms.tsv");
const REGIONS: &str = include_str!("../../assets/gazetteer/regions.tsv");
const COUNTRIES: &str = include_str!("../../assets/gazetteer/countries.tsv");
const CITIES: &str = include_str!("../../assets/gazetteer/cities.tsv");
const FIRST_NAMES: [&str; 2] = [
    include_str!("../../assets/gazetteer/first_names.txt"),
    include_str!("../../assets/gazetteer/first_names_world.txt"),
];
const SURNAMES: [&str; 2] = [
    include_str!("../../assets/gazetteer/surnames.txt"),
    include_str!("../../assets/gazetteer/surnames_world.txt"),
];

/// A name of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub name: &'static str,
    pub kind: Kind,
    /// The list it stands in, in the plural: `countries`.
    pub list: &'static str,
    /// The name it is gathered under, where that is another.
    pub canonical: Option<&'static str>,
}

/// An entry found in a text, by bytes of that text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub start: usize,
    pub end: usize,
    pub entry: Entry,
}

/// All lists, ready to search.
pub(super) struct Gazetteer {
    entries: Vec<Entry>,
    by_name: HashMap<&'static str, usize>,
    /// `None` only if it could not be built, which the tests exclude.
    automaton: Option<AhoCorasick>,
    first_names: HashSet<&'static str>,
    surnames: HashSet<&'static str>,
}

impl Gazetteer {
    /// The built-in lists; read at the first call.
    pub(super) fn built_in() -> &'static Self {
        static BUILT_IN: OnceLock<Gazetteer> = OnceLock::new();
        BUILT_IN.get_or_init(Self::read)
    }

    fn read() -> Self {
        let mut entries = Vec::new();
        let mut by_name = HashMap::new();
        // The first list that has a name keeps it: what was written by hand before what was taken over.
        let lists = [
            (ORGANISATIONS, Kind::Organization),
            (GROUPS, Kind::Group),
            (REGIONS, Kind::Place),
            (COUNTRIES, Kind::Place),
            (DEMONYMS, Kind::Group),
            (CITIES, Kind::Place),
        ];
        for (list, kind) in lists {
            for entry in list.lines().filter_map(|line| read_line(line, kind)) {
                by_name.entry(entry.name).or_insert_with(|| {
                    entries.push(entry);
                    entries.len() - 1
                });
            }
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(entries.iter().map(|entry: &Entry| entry.name))
            .ok();
        let (first_names, surnames) = (word_set(FIRST_NAMES), word_set(SURNAMES));
        Self { entries, by_name, automaton, first_names, surnames }
    }

    /// The names in a text, in order, without overlap.
    pub(super) fn find<'a>(&'a self, words: &'a str) -> impl Iterator<Item = Hit> + 'a {
        let found = self.automaton.iter().flat_map(move |automaton| automaton.find_iter(words));
        found.filter(|found| is_whole(words, found.start(), found.end())).filter_map(|found| {
            let entry = *self.entries.get(found.pattern().as_usize())?;
            Some(Hit { start: found.start(), end: found.end(), entry })
        })
    }

    /// The entry with exactly this name.
    pub(super) fn get(&self, name: &str) -> Option<&Entry> {
        self.entries.get(*self.by_name.get(name)?)
    }

    /// Whether it is a usual first name.
    pub(super) fn is_first_name(&self, word: &str) -> bool {
        self.first_names.contains(word)
    }

    /// Whether it is a usual family name.
    pub(super) fn is_surname(&self, word: &str) -> bool {
        self.surnames.contains(word)
    }
}

fn read_line(line: &'static str, kind: Kind) -> Option<Entry> {
    let mut columns = line.split('\t');
    let name = columns.next().filter(|name| !name.starts_with('#'))?;
    let list = columns.next()?;
    Some(Entry { name, kind, list, canonical: columns.next() })
}

fn word_set(lists: [&'static str; 2]) -> HashSet<&'static str> {
    let lines = lists.into_iter().flat_map(str::lines).filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, expected: &[(&str, Kind)]) {
        let found: Vec<_> = Gazetteer::built_in()
            .find(words)
            .map(|hit| (words.get(hit.start..hit.end).unwrap_or_default(), hit.entry.kind))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_longest_whole_name_counts() {
        check("South Koreans in Nigeria", &[("South Koreans", Kind::Group), ("Nigeria", Kind::Place)]);
        check(
            "The Yonhap News Agency, Parisian",
            &[("Yonhap News Agency", Kind::Organization), ("Parisian", Kind::Group)],
        );
        check("turkey and Swedenborg", &[]);
        check("from Reading to Nice", &[]);
    }

    #[test]
    fn every_line_of_every_list_is_read() {
        let gazetteer = Gazetteer::built_in();
        assert!(gazetteer.automaton.is_some());
        assert!(gazetteer.entries.len() > 5_000);
        for list in [ORGANISATIONS, GROUPS, DEMONYMS, REGIONS, COUNTRIES, CITIES] {
            for line in list.lines().filter(|line| !line.starts_with('#')) {
                assert!(line.contains('\t') && line.trim() == line, "{line}");
            }
        }
        let canonical = gazetteer.get("U.N.").and_then(|entry| entry.canonical);
        assert_eq!(canonical, Some("United Nations"));
        assert!(gazetteer.is_first_name("Stephen") && gazetteer.is_surname("Kim"));
    }
}
