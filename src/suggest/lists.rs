//! The gazetteers that a project carries, ready to search.
//!
//! A search is prepared when it is first needed, by the thread that needs it, and shared by all clones.

use crate::{
    model::{Gazetteer, GazetteerRole, KnownName, LabelId, NameList, Project},
    text::{Span, Text},
};
use aho_corasick::{AhoCorasick, AhoCorasickKind};
use std::{
    cmp::Reverse,
    sync::{Arc, OnceLock},
};

/// The gazetteers of a project that have a say. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Lists {
    /// Each with at least one name.
    searched: Vec<Arc<List>>,
    forgotten: NameList,
}

/// One gazetteer.
#[derive(Debug)]
struct List {
    name: Arc<str>,
    is_own: bool,
    names: NameList,
    search: OnceLock<Option<Search>>,
}

/// The search does not count: it follows from the names.
impl PartialEq for List {
    fn eq(&self, other: &Self) -> bool {
        (&self.name, self.is_own, &self.names) == (&other.name, other.is_own, &other.names)
    }
}

impl Eq for List {}

/// All names of a list as one machine.
#[derive(Debug)]
struct Search {
    automaton: AhoCorasick,
    /// The words of each pattern, each once.
    words: Vec<Arc<str>>,
}

/// A name of a gazetteer at a place of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub span: Span,
    pub label: LabelId,
    /// What people call the gazetteer.
    pub list: Arc<str>,
    /// It stands in the analyst's own list.
    pub is_own: bool,
}

impl Lists {
    /// Those of a project that are switched on.
    pub(super) fn of(project: &Project) -> Self {
        let mut lists = Self::default();
        lists.follow(project);
        lists
    }

    /// Takes in what has changed; searches of lists that have not are kept.
    pub(super) fn follow(&mut self, project: &Project) {
        let old = std::mem::take(self);
        for gazetteer in project.gazetteers().filter(|gazetteer| gazetteer.is_on) {
            match gazetteer.role {
                GazetteerRole::Forgotten => self.forgotten = gazetteer.names.clone(),
                GazetteerRole::List | GazetteerRole::Own if gazetteer.names.is_empty() => {}
                GazetteerRole::List | GazetteerRole::Own => {
                    let new = List::of(gazetteer);
                    let same = old.searched.iter().find(|list| ***list == new).cloned();
                    self.searched.push(same.unwrap_or_else(|| Arc::new(new)));
                }
            }
        }
    }

    /// Whether decisions about this name and label teach nothing.
    pub(super) fn is_forgotten(&self, words: &str, label: LabelId) -> bool {
        !self.forgotten.is_empty() && self.forgotten.get(words, label).is_some()
    }

    /// The names in a text, list by list: as they are spelt, as whole words, of each list the leftmost and longest. One
    /// that has several labels is found under each.
    pub(super) fn find(&self, text: &Text) -> Vec<Listed> {
        let mut found = Vec::new();
        for list in &self.searched {
            for (start, end, words) in list.hits(text.as_str()) {
                let Ok(span) = text.span(start, end) else {
                    continue;
                };
                found.extend(list.names.named(words).map(|name| Listed {
                    span,
                    label: name.label,
                    list: Arc::clone(&list.name),
                    is_own: list.is_own,
                }));
            }
        }
        found
    }
}

impl List {
    fn of(gazetteer: &Gazetteer) -> Self {
        let is_own = gazetteer.role == GazetteerRole::Own;
        let (name, names) = (Arc::clone(&gazetteer.name), gazetteer.names.clone());
        Self { name, is_own, names, search: OnceLock::new() }
    }

    /// Where its names stand, in order and without overlap: start, end, and the name.
    fn hits(&self, text: &str) -> Vec<(usize, usize, &str)> {
        let Some(search) = self.search.get_or_init(|| Search::of(&self.names)) else {
            return Vec::new();
        };
        // Whole words first, then the longest: “New York Ti” must not hide “New York” in “New York Times”.
        let all = search.automaton.find_overlapping_iter(text);
        let whole = all.filter(|hit| is_whole(text, hit.start(), hit.end()));
        let mut hits: Vec<_> = whole
            .filter_map(|hit| Some((hit.start(), hit.end(), &**search.words.get(hit.pattern().as_usize())?)))
            .collect();
        hits.sort_unstable_by_key(|(start, end, _)| (*start, Reverse(*end)));
        let mut free_from = 0;
        hits.retain(|(start, end, _)| {
            let is_free = *start >= free_from;
            if is_free {
                free_from = *end;
            }
            is_free
        });
        hits
    }
}

impl Search {
    /// `None` if there are more names than a machine can hold (some hundred million bytes of them).
    fn of(names: &NameList) -> Option<Self> {
        let mut words: Vec<Arc<str>> = names.iter().map(KnownName::shared_words).collect();
        words.dedup();
        let mut builder = AhoCorasick::builder();
        let automaton = builder
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(words.iter().map(|name| &**name))
            .ok()?;
        Some(Self { automaton, words })
    }
}

/// Whether no word goes on over either end.
pub(super) fn is_whole(words: &str, start: usize, end: usize) -> bool {
    let before = words.get(..start).and_then(|before| before.chars().next_back());
    let after = words.get(end..).and_then(|after| after.chars().next());
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::{Command, notation::Desk},
        suggest::{Cancel, Care, Engine, Memory, Suggestion},
    };

    /// A desk with one list of names, each with its label.
    fn desk(names: &[(&str, &str)]) -> Desk {
        let mut desk = Desk::with(&["Rain"]);
        let known = names.iter().filter_map(|(words, label)| KnownName::new(words, desk.label(label), ""));
        let lists = vec![("Harbour".to_owned(), NameList::of(known.collect()))];
        desk.carry_out(Command::AddGazetteers(lists));
        desk
    }

    #[track_caller]
    fn check(names: &[(&str, &str)], words: &str, expected: &[(&str, &str)]) {
        let desk = desk(names);
        let text = Text::new(words).expect("short");
        let found = Lists::of(&desk.project).find(&text);
        let schema = desk.project.schema();
        let found: Vec<_> =
            found.iter().map(|listed| (text.slice(listed.span), schema.name_of(listed.label))).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn names_are_found_as_whole_words_the_longest_first() {
        let names = [("Sankt Olof", "Place"), ("Olof", "Person"), ("Sankt Olof Pi", "Organization")];
        check(&names, "Sankt Olof Pier, Olof; Olofs", &[("Sankt Olof", "Place"), ("Olof", "Person")]);
        check(
            &[("Reval", "Place"), ("Reval", "Organization")],
            "in Reval",
            &[("Reval", "Organization"), ("Reval", "Place")],
        );
        check(&names, "olof", &[]);
    }

    #[test]
    fn a_list_that_is_off_says_nothing_and_one_that_stays_keeps_its_search() {
        let mut desk = desk(&[("Olof", "Person")]);
        let text = Text::new("Olof").expect("short");
        let mut lists = Lists::of(&desk.project);
        assert_eq!(lists.find(&text).len(), 1);
        let first = lists.searched.first().cloned().expect("one");
        let label = desk.label("Place");
        desk.carry_out(Command::Know(KnownName::new("Olof", label, "").into_iter().collect()));
        lists.follow(&desk.project);
        assert!(lists.searched.iter().any(|list| Arc::ptr_eq(list, &first)));
        assert_eq!(lists.find(&text).iter().filter(|listed| listed.is_own).count(), 1);
        for gazetteer in desk.project.gazetteers().map(|gazetteer| gazetteer.id).collect::<Vec<_>>() {
            desk.carry_out(Command::SwitchGazetteer { gazetteer, is_on: false });
        }
        lists.follow(&desk.project);
        assert!(lists == Lists::default());
    }

    /// What is suggested in the first article: words, label, source, reason.
    fn suggested(desk: &Desk) -> Vec<(String, String, &'static str, String)> {
        let project = &desk.project;
        let engine = Engine::new(project.schema());
        let document = project.documents().next().expect("one");
        let memory = Memory::of(project);
        let all = engine.suggest(document, &memory, Care::Fast, &Cancel::default());
        let row = |suggestion: &Suggestion| {
            let label = project.schema().name_of(suggestion.label).to_owned();
            let words = document.text.slice(suggestion.span).to_owned();
            (words, label, suggestion.source.name(), suggestion.why.to_string())
        };
        all.iter().map(row).collect()
    }

    #[test]
    fn listed_names_are_suggested_and_the_own_list_has_the_last_word() {
        let mut desk = Desk::with(&["The zibbel report was long."]);
        assert!(suggested(&desk).is_empty());
        let known =
            |desk: &Desk, label| KnownName::new("zibbel report", desk.label(label), "").expect("a name");
        let list = NameList::of(vec![known(&desk, "Event")]);
        desk.carry_out(Command::AddGazetteers(vec![("Reports".to_owned(), list)]));
        let row = |label: &str, source, why: &str| {
            vec![("zibbel report".to_owned(), label.to_owned(), source, why.to_owned())]
        };
        assert_eq!(suggested(&desk), row("Event", "gazetteer", "in the list “Reports”"));
        desk.carry_out(Command::Know(vec![known(&desk, "Weapon")]));
        assert_eq!(suggested(&desk), row("Weapon", "memory", "in your own list of names"));
    }

    #[test]
    fn a_forgotten_name_teaches_nothing_until_it_is_recalled() {
        let mut desk = Desk::with(&["They saw Zibbel Oru.", "The [Zibbel Oru](Weapon) came."]);
        let from_memory =
            |desk: &Desk| suggested(desk).iter().filter(|(_, _, source, _)| *source == "memory").count();
        assert_eq!(from_memory(&desk), 1);
        let name = vec![("Zibbel Oru".to_owned(), desk.label("Weapon"))];
        desk.carry_out(Command::Forget(name.clone()));
        assert_eq!(from_memory(&desk), 0);
        desk.carry_out(Command::Recall(name));
        assert_eq!(from_memory(&desk), 1);
    }
}
