//! The tagger as the analyst has taught it, kept in step with what is decided.
//!
//! It is made by going through the decided articles in the order of the list, so it follows from the project alone. Where
//! it stood before the article that changed last is kept: the next decision there costs that article and those after it.

use super::{
    Cancel, Memory,
    kind::Labels,
    lessons::{LONGEST_TAUGHT, Lesson},
    tagger::linear::{Adapted, Decided},
};
use crate::{
    model::{DocumentId, LabelId, Project, Schema},
    text::{Span, Text},
};
use std::sync::Arc;

/// No more text is gone through, in bytes: what lies further up in the list is left out, some articles at a time.
const MOST_TAUGHT: usize = 384 * 1024;

/// So many articles are left out at once, so that not every new one means beginning anew.
const LEFT_OUT_AT_ONCE: usize = 16;

/// The tagger as it was taught up to some decision. Cheap to clone, shared between threads.
#[derive(Clone)]
pub struct Taught(Arc<Adapted>);

impl Taught {
    /// So many tokens it has learnt from.
    pub(super) fn token_count(&self) -> usize {
        self.0.token_count()
    }

    /// What it sees in a text and how likely each mark is, by its own reckoning; nothing in a very long text. `None` if it
    /// was cancelled.
    pub(super) fn tag(
        &self,
        text: &Text,
        labels: &Labels,
        cancel: &Cancel,
    ) -> Option<Vec<(Span, LabelId, f32)>> {
        if text.byte_count() > LONGEST_TAUGHT {
            return Some(Vec::new());
        }
        let tags = self.0.tag(text, cancel)?.into_iter();
        Some(tags.filter_map(|tag| Some((tag.span, labels.in_slot(tag.slot)?, tag.chance))).collect())
    }
}

/// A tagger that goes on learning.
pub struct Adapting {
    labels: Labels,
    /// The slots that something was decided about, as bits.
    known: u64,
    lessons: Vec<Learnt>,
    /// How many lessons it had, and where it stood after them; the last has all.
    stages: Vec<(usize, Arc<Adapted>)>,
}

/// A lesson, and the revision of its article when it was made.
struct Learnt {
    document: DocumentId,
    revision: u64,
    lesson: Option<Lesson>,
}

impl Adapting {
    /// For the labels of a schema; it has learnt nothing yet.
    pub fn new(schema: &Schema) -> Self {
        Self { labels: Labels::of(schema), known: 0, lessons: Vec::new(), stages: Vec::new() }
    }

    /// The tagger after all that was decided in a project, of which this is the memory; `None` where nothing was, or if it
    /// was cancelled.
    pub fn follow(&mut self, project: &Project, memory: &Memory, cancel: &Cancel) -> Option<Taught> {
        let known = memory.decided_labels().filter_map(|label| self.labels.slot(label));
        let known = known.fold(0, |known, slot| known | 1 << slot);
        let unchanged = self.take_up(project, memory);
        let same = if known == self.known { unchanged } else { 0 };
        self.known = known;
        self.stages.retain(|(count, _)| *count <= same);
        let begin = self.stages.last().map_or(0, |(count, _)| *count);
        if begin == self.lessons.len() {
            return self.stages.last().map(|(_, adapted)| Taught(Arc::clone(adapted)));
        }
        let mut adapted = match self.stages.last() {
            Some((_, adapted)) => Adapted::clone(adapted),
            None => Adapted::new(known)?,
        };
        for (place, Learnt { lesson, .. }) in self.lessons.iter().enumerate().skip(begin) {
            if place > begin && (place == same || place + 1 == self.lessons.len()) {
                self.stages.push((place, Arc::new(adapted.clone())));
            }
            if let Some(lesson) = lesson
                && !learn(&mut adapted, lesson, &self.labels, cancel)
            {
                return None;
            }
        }
        let adapted = Arc::new(adapted);
        self.stages.push((self.lessons.len(), Arc::clone(&adapted)));
        // Where it stood before the last change, before the last article, and now.
        let superfluous = self.stages.len().saturating_sub(3);
        self.stages.drain(..superfluous);
        Some(Taught(adapted))
    }

    /// Takes up the lessons of a project; how many of the first are as they were.
    fn take_up(&mut self, project: &Project, memory: &Memory) -> usize {
        let documents = taught(memory);
        let is_as_it_was = |(learnt, id): &(&Learnt, &DocumentId)| {
            learnt.document == **id && learnt.revision == project.revision_of(**id)
        };
        let same = self.lessons.iter().zip(&documents).take_while(is_as_it_was).count();
        let old = self.lessons.split_off(same);
        let new = documents.into_iter().skip(same).map(|document| {
            let (revision, lesson) = (project.revision_of(document), Lesson::of(project, document));
            Learnt { document, revision, lesson }
        });
        self.lessons.extend(new);
        // Much changes of an article that teaches nothing, as its title.
        let alike =
            self.lessons.iter().skip(same).zip(&old).take_while(|(new, old)| new.lesson == old.lesson);
        same + alike.count()
    }
}

/// The articles to learn from, in the order of the list.
fn taught(memory: &Memory) -> Vec<DocumentId> {
    let lessons = memory.lessons();
    let mut room = MOST_TAUGHT;
    let fitting = lessons.iter().rev().map_while(|(id, bytes)| {
        room = room.checked_sub(bytes)?;
        Some(id)
    });
    let mut fitting: Vec<DocumentId> = fitting.collect();
    fitting.reverse();
    let left_out = lessons.count() - fitting.len();
    let further = left_out.next_multiple_of(LEFT_OUT_AT_ONCE) - left_out;
    fitting.into_iter().skip(further).collect()
}

fn learn(adapted: &mut Adapted, lesson: &Lesson, labels: &Labels, cancel: &Cancel) -> bool {
    let marks: Vec<_> = lesson.marks.iter().map(|(span, label)| (*span, labels.slot(*label))).collect();
    let decided = Decided { text: &lesson.text, marks: &marks, refused: &lesson.refused };
    adapted.learn(&decided, cancel)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Command, notation::Desk};

    /// What a tagger sees that has followed every step, and one that is made anew.
    #[track_caller]
    fn check_followed(adapting: &mut Adapting, desk: &Desk) {
        let memory = Memory::of(&desk.project);
        let labels = Labels::of(desk.project.schema());
        let cancel = Cancel::default();
        let seen = |taught: Option<Taught>| {
            let taught = taught?;
            let texts = desk.project.documents().map(|document| document.text.clone());
            let tags = texts.map(|text| taught.tag(&text, &labels, &cancel)).collect::<Vec<_>>();
            Some((tags, taught.token_count()))
        };
        let followed = seen(adapting.follow(&desk.project, &memory, &cancel));
        let anew = seen(Adapting::new(desk.project.schema()).follow(&desk.project, &memory, &cancel));
        assert_eq!(followed, anew);
    }

    /// What is learnt follows from the project, not from the order in which it was decided.
    #[test]
    fn every_order_of_decisions_teaches_the_same() {
        let mut desk = Desk::with(&[
            "Marta Lindqvist met Sara Holm in Geneva.",
            "The howitzers fired at dawn near Lund.",
            "Sara Holm flew to Madrid with two howitzers.",
        ]);
        let mut adapting = Adapting::new(desk.project.schema());
        check_followed(&mut adapting, &desk);
        for (article, words, label) in [
            (2, "Sara Holm", "Person"),
            (0, "Marta Lindqvist", "Person"),
            (1, "howitzers", "Weapon"),
            (1, "Lund", "Place"),
            (2, "howitzers", "Weapon"),
            (0, "Geneva", "Place"),
        ] {
            desk.carry_out(Command::Mark(vec![desk.pick(article, words, label)]));
            check_followed(&mut adapting, &desk);
        }
        desk.carry_out(Command::RemoveDocuments(vec![desk.document(0)]));
        check_followed(&mut adapting, &desk);
    }
}
