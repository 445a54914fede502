//! Which marks of the project those of a file are.

use super::{EntitiesIn, NamesIn};
use crate::{
    model::{DocumentId, EntityId, LabelId, Meaning, Mention, MentionId, Project, ReadMark},
    text::Span,
};
use std::collections::{BTreeMap, BTreeSet};

/// What two marks must have in common.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Likeness {
    /// Words, label, meaning, and what is said of the mark.
    All,
    /// Words, label and meaning.
    Meaning,
    /// Words and label.
    Words,
}

type Key<'a> = (Span, LabelId, Option<Option<EntityId>>, Option<Said<'a>>);

/// Whether it is a metonym, what its date means, the remark.
type Said<'a> = (bool, Option<String>, &'a str);

/// The mark of the project that each of the file's is: the one with its id, else one on the same words with the same label.
/// Of several such, the one that says the same is it before one that only means the same, and that before any other.
pub(super) fn twins(
    project: &Project,
    document: DocumentId,
    marks: &[ReadMark],
    names: &NamesIn,
    entities: &EntitiesIn,
) -> Vec<Option<MentionId>> {
    let by_id = |mark: &ReadMark| {
        let known = project.mention(mark.id.parse().ok()?)?;
        (known.document == document && names.label(&mark.label).is_some()).then_some(known.id)
    };
    let mut found: Vec<Option<MentionId>> = marks.iter().map(by_id).collect();
    let mut met: BTreeSet<MentionId> = found.iter().flatten().copied().collect();
    for likeness in [Likeness::All, Likeness::Meaning, Likeness::Words] {
        let mut free: BTreeMap<Key, Vec<MentionId>> = BTreeMap::new();
        // Backwards, so that the first of the text is taken first.
        for mention in project.mentions_of(document).rev().filter(|mention| !met.contains(&mention.id)) {
            free.entry(key_of(mention, likeness)).or_default().push(mention.id);
        }
        if free.is_empty() {
            break;
        }
        for (mark, twin) in marks.iter().zip(&mut found).filter(|(_, twin)| twin.is_none()) {
            let key = names.label(&mark.label).and_then(|label| read_key(mark, label, entities, likeness));
            *twin = key.and_then(|key| free.get_mut(&key)?.pop());
            met.extend(*twin);
        }
    }
    found
}

fn key_of(mention: &Mention, likeness: Likeness) -> Key<'_> {
    let meaning = (likeness != Likeness::Words).then_some(mention.entity);
    let date = || mention.date.map(|date| date.to_string());
    let said = (likeness == Likeness::All).then(|| (mention.is_metonym, date(), &*mention.note));
    (mention.span, mention.label, meaning, said)
}

/// `None` where the file does not say what must be alike.
fn read_key<'a>(
    mark: &'a ReadMark,
    label: LabelId,
    entities: &EntitiesIn,
    likeness: Likeness,
) -> Option<Key<'a>> {
    let meaning = match &mark.meaning {
        _ if likeness == Likeness::Words => None,
        Meaning::Words => return None,
        Meaning::Nothing => Some(None),
        Meaning::Entity(name) => Some(Some(entities.known(name)?)),
    };
    let date = || mark.date.map(|date| date.to_string());
    let said = (likeness == Likeness::All).then(|| (mark.is_metonym, date(), mark.note.as_str()));
    Some((mark.span, label, meaning, said))
}
