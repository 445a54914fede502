//! The sentences behind a tie: those that speak of both entities, or the evidence of its relations.

use crate::{
    model::{DocumentId, EntityId, Project, RelationId},
    view::{EntitySentence, entity_sentences, relation_rows_of},
};
use std::collections::BTreeSet;

/// The sentences that speak of two entities, each once, with a mention of the first.
pub fn tie_sentences(
    project: &Project,
    first: EntityId,
    second: EntityId,
    document: Option<DocumentId>,
) -> Vec<EntitySentence> {
    let with_second = entity_sentences(project, second, document).into_iter();
    let mut shared: BTreeSet<_> = with_second.map(|found| (found.document, found.sentence)).collect();
    let mut found = entity_sentences(project, first, document);
    found.retain(|sentence| shared.remove(&(sentence.document, sentence.sentence)));
    found
}

/// What says so of these relations of an entity, with the mention that each begins with.
pub fn relation_sentences(
    project: &Project,
    entity: EntityId,
    relations: &[RelationId],
) -> Vec<EntitySentence> {
    let rows = relation_rows_of(project, entity).into_iter().filter(|row| relations.contains(&row.id));
    let sentence = |row: crate::view::RelationRow| EntitySentence {
        document: row.document,
        sentence: row.evidence,
        mention: row.from.mention,
        span: row.from.span,
    };
    rows.map(sentence).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::notation::Desk;

    #[test]
    fn sentences_of_both_come_once_each() {
        let mut desk = Desk::with(&[
            "[Kim](Person) met [Moon](Person), said [Kim](Person). [Kim](Person) left. [Moon](Person) saw [Kim](Person).",
        ]);
        desk.relate("Kim", "met", "Moon");
        let project = &desk.project;
        let text = &project.documents().next().expect("there").text;
        let shown = |found: Vec<EntitySentence>| -> Vec<String> {
            found.iter().map(|found| text.slice(found.sentence).to_owned()).collect()
        };
        let (kim, moon) = (desk.entity("Kim"), desk.entity("Moon"));
        let both = ["Kim met Moon, said Kim.", "Moon saw Kim."];
        assert_eq!(shown(tie_sentences(project, kim, moon, None)), both);
        assert_eq!(shown(tie_sentences(project, moon, kim, Some(desk.document(0)))), both);
        let relations: Vec<_> = project.relations().map(|relation| relation.id).collect();
        assert_eq!(shown(relation_sentences(project, kim, &relations)), ["Kim met Moon, said Kim."]);
        assert_eq!(shown(relation_sentences(project, kim, &[])), [""; 0]);
    }
}
