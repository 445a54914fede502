//! A notation for tests: `[Kim Jong Un](Person) met [[North Korea](Place)n](Group) officials` stands for a text and
//! its mentions, so that a test reads as the task.
//!
//! Brackets may nest. A backslash before a bracket takes it as it is.

use super::{
    Command, CommandError, DocumentId, EntityId, Facts, History, IdSource, LabelId, MentionId, NewDocument,
    NewRelation, Pick, Project, Provenance, RelationId, Schema, Transaction, verify,
};
use crate::text::{Span, Text};
use std::ops::Range;

/// The text of a notation, and its marks in the order in which they close: bytes and label.
pub(crate) fn parse(marked: &str) -> (String, Vec<(Range<usize>, String)>) {
    let (mut words, mut marks, mut open) = (String::new(), Vec::new(), Vec::new());
    let mut rest = marked.chars();
    while let Some(character) = rest.next() {
        match character {
            '\\' => words.extend(rest.next()),
            '[' => open.push(words.len()),
            ']' => {
                let start: usize = open.pop().expect("a bracket opens before it closes");
                assert_eq!(rest.next(), Some('('), "a label follows the bracket");
                let label = rest.by_ref().take_while(|character| *character != ')').collect();
                marks.push((start..words.len(), label));
            }
            other => words.push(other),
        }
    }
    assert!(open.is_empty(), "every bracket closes");
    (words, marks)
}

/// A project in work, with the news analyst's labels. Whatever is done, undone and done again is checked.
pub(crate) struct Desk {
    pub(crate) project: Project,
    pub(crate) history: History,
}

impl Desk {
    /// One article for each notation, marked by hand.
    pub(crate) fn with(articles: &[&str]) -> Self {
        let project = Project::new(Schema::news_analyst(), IdSource::new(1));
        let mut desk = Self { project, history: History::default() };
        for marked in articles {
            let (words, marks) = parse(marked);
            let added = desk.carry_out(Command::AddDocuments(vec![article(&words)]));
            let document = added.created_documents().next().expect("one was added").id;
            for (bytes, label) in marks {
                let label = desk.label(&label);
                let span =
                    desk.project.document(document).expect("is there").text.span(bytes.start, bytes.end);
                desk.carry_out(Command::Mark(vec![by_hand(document, span.expect("fits"), label)]));
            }
        }
        desk
    }

    /// Does it, undoes it, does it again; all is as it should be each time.
    pub(crate) fn carry_out(&mut self, command: Command) -> Transaction {
        self.try_out(command).expect("can be carried out")
    }

    /// The same, for commands that may be refused.
    pub(crate) fn try_out(&mut self, command: Command) -> Result<Transaction, CommandError> {
        let before = self.project.clone();
        let done = self.history.dispatch(&mut self.project, command);
        assert_eq!(verify(&self.project), []);
        let is_step = done.as_ref().is_ok_and(|transaction| !transaction.changes.is_empty());
        if is_step {
            let after = self.project.clone();
            self.history.undo(&mut self.project).expect("can be undone");
            assert!(self.project == before, "undo gives what was before");
            self.history.redo(&mut self.project).expect("can be done again");
            assert!(self.project == after, "redo gives what was after");
        } else {
            assert!(self.project == before, "nothing was changed");
        }
        done
    }

    /// The label of this name.
    pub(crate) fn label(&self, name: &str) -> LabelId {
        self.project.schema().named(name).expect("the schema has it")
    }

    /// The article at this place in the list.
    pub(crate) fn document(&self, index: usize) -> DocumentId {
        self.project.documents().nth(index).expect("is there").id
    }

    /// The first place of these words in an article.
    pub(crate) fn place(&self, index: usize, words: &str) -> Span {
        let text = &self.project.documents().nth(index).expect("is there").text;
        let start = text.as_str().find(words).expect("stands in the text");
        text.span(start, start + words.len()).expect("fits")
    }

    /// A wish to mark the first place of these words by hand.
    pub(crate) fn pick(&self, index: usize, words: &str, label: &str) -> Pick {
        by_hand(self.document(index), self.place(index, words), self.label(label))
    }

    /// The mentions with exactly these words, in the order of the articles.
    pub(crate) fn mentions(&self, words: &str) -> Vec<MentionId> {
        let mentions = self.project.documents().flat_map(|document| self.project.mentions_of(document.id));
        mentions.filter(|mention| self.project.words_of(mention) == words).map(|mention| mention.id).collect()
    }

    /// The entity that the first mention with these words points to.
    pub(crate) fn entity(&self, words: &str) -> EntityId {
        let mention = self.mentions(words).first().and_then(|id| self.project.mention(*id));
        mention.and_then(|mention| mention.entity).expect("points to one")
    }

    /// An article in the notation. Marks that cross are told apart by their order alone.
    pub(crate) fn article(&self, index: usize) -> String {
        let document = self.project.documents().nth(index).expect("is there");
        let mentions: Vec<_> = self.project.mentions_of(document.id).collect();
        let mut shown = String::new();
        for (byte, character) in
            document.text.as_str().char_indices().chain([(document.text.byte_count(), '\0')])
        {
            let mut ending: Vec<_> = mentions.iter().filter(|mention| mention.span.end() == byte).collect();
            ending.sort_by_key(|mention| std::cmp::Reverse(mention.span.start()));
            for mention in ending {
                shown.extend(["](", self.project.schema().name_of(mention.label), ")"]);
            }
            shown.extend(mentions.iter().filter(|mention| mention.span.start() == byte).map(|_| '['));
            shown.extend(Some(character).filter(|_| byte < document.text.byte_count()));
        }
        shown
    }

    /// Ties the first mentions of some words.
    pub(crate) fn relate(&mut self, from: &str, kind: &str, to: &str) -> RelationId {
        let new = self.relation(from, kind, to);
        let done = self.carry_out(Command::Relate(new));
        done.created_relations().next().expect("was made").id
    }

    /// A wish to tie the first mentions of some words.
    pub(crate) fn relation(&self, from: &str, kind: &str, to: &str) -> NewRelation {
        let kind = self.project.schema().relation_known_as(kind).expect("the schema has it");
        let [from, to] = [from, to].map(|words| *self.mentions(words).first().expect("is marked"));
        NewRelation { kind, from, to, date: None, note: String::new() }
    }

    /// The relations with the names of their ends: `Kim, Leads: North Korea`, sorted.
    pub(crate) fn relations(&self) -> Vec<String> {
        let shown = |relation: &super::Relation| {
            let (from, to) = self.project.ends_of(relation).expect("has ends");
            let kind = self.project.schema().relation_type(relation.kind).expect("the schema has it");
            format!("{}, {}: {}", self.project.entity_name(from), kind.name, self.project.entity_name(to))
        };
        let mut relations: Vec<String> = self.project.relations().map(shown).collect();
        relations.sort();
        relations
    }

    /// The entities with their mentions: `Person Kim: Kim, Mr. Kim`, sorted.
    pub(crate) fn entities(&self) -> Vec<String> {
        let project = &self.project;
        let entity = |entity: &super::Entity| {
            let mut words: Vec<&str> =
                project.mentions_of_entity(entity.id).map(|m| project.words_of(m)).collect();
            words.sort_unstable();
            let label = project.schema().name_of(entity.label);
            format!("{label} {}: {}", project.entity_name(entity.id), words.join(", "))
        };
        let mut entities: Vec<String> = project.entities().map(entity).collect();
        entities.sort();
        entities
    }
}

/// An article without a title.
pub(crate) fn article(words: &str) -> NewDocument {
    NewDocument {
        facts: Facts::default(),
        source: String::new(),
        encoding: "UTF-8".to_owned(),
        text: Text::new(words).expect("short enough"),
    }
}

/// A wish to mark a place by hand.
pub(crate) fn by_hand(document: DocumentId, span: Span, label: LabelId) -> Pick {
    Pick { document, span, label, entity_name: None, provenance: Provenance::ByHand }
}

#[test]
fn the_notation_reads_back() {
    for marked in ["[Kim Jong Un](Person) met", "a [[North Korea](Place)n](Group) b [c](Other)", ""] {
        assert_eq!(Desk::with(&[marked]).article(0), marked);
    }
}
