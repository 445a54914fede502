//! Relations as rows of a list, with the words of the article that say so.

use crate::{
    model::{
        DocumentId, EntityId, Mention, MentionId, Project, Relation, RelationId, RelationTypeId, SaidDate,
    },
    text::{SentenceFinder, Span},
};
use std::collections::{BTreeMap, BTreeSet};

/// One relation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelationRow {
    pub id: RelationId,
    pub document: DocumentId,
    pub kind: RelationTypeId,
    /// What its type is called.
    pub type_name: String,
    pub from: RelationEnd,
    pub to: RelationEnd,
    pub date: Option<SaidDate>,
    /// The analyst's remark; empty if there is none.
    pub note: String,
    /// The sentence in which both mentions stand, or all from that of the one to that of the other.
    pub evidence: Span,
}

/// What a relation goes from or to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelationEnd {
    pub mention: MentionId,
    /// Where the mention stands.
    pub span: Span,
    pub entity: EntityId,
    /// What the entity is called.
    pub name: String,
}

/// The relations of `document`, or of the whole project: by article, then in the order of the text.
pub fn relation_rows(project: &Project, document: Option<DocumentId>) -> Vec<RelationRow> {
    let documents = project.document_ids();
    let documents = documents.filter(|id| document.is_none_or(|wanted| wanted == *id));
    documents.flat_map(|id| rows(project, id, project.relations_of(id))).collect()
}

/// The relations that an entity is an end of, in the same order.
pub fn relation_rows_of(project: &Project, entity: EntityId) -> Vec<RelationRow> {
    let mut by_document: BTreeMap<DocumentId, Vec<&Relation>> = BTreeMap::new();
    for relation in project.relations_of_entity(entity) {
        by_document.entry(relation.document).or_default().push(relation);
    }
    let documents = project.document_ids();
    documents
        .flat_map(|id| rows(project, id, by_document.remove(&id).unwrap_or_default().into_iter()))
        .collect()
}

/// The row of one relation.
pub fn relation_row(project: &Project, relation: RelationId) -> Option<RelationRow> {
    let relation = project.relation(relation)?;
    rows(project, relation.document, std::iter::once(relation)).pop()
}

/// Rows of one article.
fn rows<'a>(
    project: &Project,
    document: DocumentId,
    relations: impl Iterator<Item = &'a Relation>,
) -> Vec<RelationRow> {
    let Some(text) = project.document(document).map(|document| &document.text) else {
        return Vec::new();
    };
    // By the first of the two mentions.
    let mut ordered = BTreeSet::new();
    for relation in relations {
        let starts = [relation.from, relation.to].map(|id| project.mention(id).map(|mention| mention.span));
        ordered.insert((starts.into_iter().flatten().min(), relation.id));
    }
    let mut finder = SentenceFinder::new(text);
    let relations = ordered.into_iter().filter_map(|(_, id)| project.relation(id));
    let row = |relation: &Relation| {
        let (from, to) = (project.mention(relation.from)?, project.mention(relation.to)?);
        let mut around = |span: Span| finder.at(span.start()).unwrap_or(span);
        let (first, second) = (around(from.span), around(to.span));
        let start = first.start().min(second.start());
        // A mention may run over the end of its sentence.
        let ends = [first, second, from.span, to.span].map(Span::end);
        let end = ends.into_iter().max().unwrap_or_default();
        Some(RelationRow {
            id: relation.id,
            document,
            kind: relation.kind,
            type_name: project.schema().relation_type(relation.kind)?.name.clone(),
            from: end_of(project, from)?,
            to: end_of(project, to)?,
            date: relation.date.clone(),
            note: relation.note.to_string(),
            evidence: text.span(start, end).ok()?,
        })
    };
    relations.filter_map(row).collect()
}

fn end_of(project: &Project, mention: &Mention) -> Option<RelationEnd> {
    let entity = mention.entity?;
    let name = project.entity_name(entity).to_owned();
    Some(RelationEnd { mention: mention.id, span: mention.span, entity, name })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Command, NewRelation, notation::Desk};

    fn shown(desk: &Desk, rows: &[RelationRow]) -> Vec<String> {
        let row = |row: &RelationRow| {
            let text = &desk.project.document(row.document).expect("there").text;
            let (from, to) = (&row.from.name, &row.to.name);
            format!("{from}, {}: {to} | {}", row.type_name, text.slice(row.evidence))
        };
        rows.iter().map(row).collect()
    }

    #[test]
    fn rows_come_with_their_sentences_in_the_order_of_the_text() {
        let mut desk = Desk::with(&[
            "So. [Kim](Person) met [Trump](Person) there. Then [Moon](Person) came. End.",
            "[Moon](Person) saw [Trump](Person)",
        ]);
        desk.relate("Moon", "met", "Trump");
        desk.relate("Trump", "opposes", "Kim");
        let date = SaidDate::new("in June", None);
        let met = NewRelation { date: date.clone(), ..desk.relation("Kim", "met", "Trump") };
        desk.carry_out(Command::Relate(met));
        let rows = relation_rows(&desk.project, None);
        let mut lines = shown(&desk, &rows);
        assert_eq!(lines.pop().as_deref(), Some("Moon, Met: Trump | Kim met Trump there. Then Moon came."));
        lines.sort();
        assert_eq!(
            lines,
            ["Kim, Met: Trump | Kim met Trump there.", "Trump, Opposes: Kim | Kim met Trump there."]
        );
        assert_eq!(rows.iter().filter(|row| row.date == date).count(), 1);
        assert_eq!(relation_rows_of(&desk.project, desk.entity("Moon")), rows[2..]);
        assert_eq!(relation_rows(&desk.project, Some(desk.document(1))), []);
    }
}
