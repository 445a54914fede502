//! The relations of a file: read and checked once, and written.

use super::{
    entities::partial_date,
    lines::Line,
    v1,
    wrong::{Checked, Wrong},
};
use crate::model::{Change, DocumentId, Project, Relation, RelationId, SaidDate, Schema};
use std::{collections::BTreeMap, fmt::Display};

/// The relations read so far.
#[derive(Default)]
pub(super) struct Relations(BTreeMap<RelationId, Relation>);

impl Relations {
    pub(super) fn add(
        &mut self,
        document: DocumentId,
        relation: &v1::Relation,
        schema: &Schema,
    ) -> Checked<()> {
        let id_words = relation.id.as_str();
        let wrong = |what: &dyn Display| Wrong::new("relation", id_words, what);
        let id = id_words.parse().map_err(|error: crate::model::ParseIdError| wrong(&error))?;
        let kind = relation.kind.as_str();
        let no_type = || wrong(&format!("the schema has no relation type “{kind}”"));
        let is_it = |(_, one): &(_, &crate::model::RelationType)| one.name == kind;
        let kind = schema.relation_types().find(is_it).map(|(id, _)| id).ok_or_else(no_type)?;
        let mention =
            |id: &v1::Words| id.as_str().parse().map_err(|error: crate::model::ParseIdError| wrong(&error));
        let (from, to) = (mention(&relation.from)?, mention(&relation.to)?);
        let date = date(relation).map_err(|what| wrong(&what))?;
        let note = relation.note.as_ref().map_or("", v1::Words::as_str).into();
        let record = Relation { id, document, kind, from, to, date, note };
        let is_new = self.0.insert(id, record).is_none();
        if is_new { Ok(()) } else { Err(Wrong::twice("relation", id_words)) }
    }

    pub(super) fn into_changes(self) -> impl Iterator<Item = Change> {
        let relations = self.0.into_iter();
        relations.map(|(id, after)| Change::Relation { id, before: None, after: Some(after) })
    }
}

/// What a relation says of its date.
pub(super) fn date(relation: &v1::Relation) -> Result<Option<SaidDate>, String> {
    let value = relation.value.as_ref().map(|value| partial_date(value.as_str())).transpose()?;
    let Some(words) = relation.date.as_ref().map(v1::Words::as_str) else {
        let has_none = value.is_none();
        return if has_none { Ok(None) } else { Err("it has the value of a date, but no date".to_owned()) };
    };
    let date = SaidDate::new(words, value).filter(|date| date.words() == words);
    date.map(Some).ok_or_else(|| format!("its date “{words}” is empty or has spaces at an end"))
}

/// The relations of a document, if there are any.
pub(super) fn write(out: &mut String, project: &Project, document: DocumentId) {
    let mut relations = project.relations_of(document).peekable();
    if relations.peek().is_none() {
        return;
    }
    out.push_str("    relations: [\n");
    for relation in relations {
        let kind = project.schema().relation_type(relation.kind).map_or("", |kind| &kind.name);
        let date = relation.date.as_ref();
        let own_value = date.and_then(|date| date.words().parse().ok());
        let value = date.and_then(SaidDate::value).filter(|value| own_value != Some(*value));
        Line::open(out, "        ")
            .id("id", relation.id)
            .words("type", kind)
            .id("from", relation.from)
            .id("to", relation.to)
            .some_words("date", date.map(SaidDate::words))
            .some_id("value", value)
            .some_words("note", Some(&*relation.note).filter(|note| !note.is_empty()))
            .close();
    }
    out.push_str("    ],\n");
}
