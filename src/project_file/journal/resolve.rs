//! Makes transactions of the changes of the journal again.
//!
//! A line holds neither the text of an article that stays nor the names of a list that stay: they are taken from the
//! project that the step was done on, or that it led to. So steps are resolved one after the other, away from a project
//! that is known, forwards or backwards.

use super::wire;
use crate::{
    model::{
        Change, Document, DocumentId, Entity, Facts, Gazetteer, GazetteerId, GazetteerRole, KnownName,
        LabelId, Mention, NameList, ParseIdError, ParseValueError, Project, Rejection, RejectionScope,
        Relation, RelationTypeId, Schema, Transaction,
    },
    project_file::{
        build::{day, origins},
        entities,
        provenance::Names,
        relations, schema, v1,
        wrong::Wrong,
    },
    text::{Span, Text},
};
use std::{collections::BTreeMap, str::FromStr};

/// Which side of a step is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// What was before it.
    Forwards,
    /// What was after it.
    Backwards,
}

/// Texts and lists of names on the side of a step that is known.
#[derive(Clone)]
pub(super) struct World {
    labels: BTreeMap<String, LabelId>,
    kinds: BTreeMap<String, RelationTypeId>,
    texts: BTreeMap<DocumentId, Text>,
    gazetteers: BTreeMap<GazetteerId, NameList>,
    names: Names,
}

type Resolved<T> = Result<T, String>;

impl World {
    pub(super) fn of(project: &Project) -> Self {
        let mut world = Self {
            labels: BTreeMap::new(),
            kinds: BTreeMap::new(),
            texts: project.documents().map(|document| (document.id, document.text.clone())).collect(),
            gazetteers: project.gazetteers().map(|one| (one.id, one.names.clone())).collect(),
            names: Names::default(),
        };
        world.use_schema(project.schema());
        world
    }

    fn use_schema(&mut self, schema: &Schema) {
        self.labels = schema.labels().map(|(id, label)| (label.name.clone(), id)).collect();
        self.kinds = schema.relation_types().map(|(id, kind)| (kind.name.clone(), id)).collect();
    }

    /// The step as a transaction; this becomes the other side of it.
    pub(super) fn step(
        &mut self,
        name: &str,
        changes: &[wire::Change],
        direction: Direction,
    ) -> Resolved<Transaction> {
        let mut resolved = Vec::with_capacity(changes.len());
        match direction {
            Direction::Forwards => {
                for change in changes {
                    resolved.push(self.change(change, direction)?);
                }
            }
            Direction::Backwards => {
                for change in changes.iter().rev() {
                    resolved.push(self.change(change, direction)?);
                }
                resolved.reverse();
            }
        }
        Ok(Transaction { name: name.to_owned(), changes: resolved })
    }

    fn change(&mut self, change: &wire::Change, direction: Direction) -> Resolved<Change> {
        Ok(match change {
            wire::Change::Schema { before, after } => {
                let made = |one: &v1::Schema| schema::schema(one.clone()).map_err(Wrong::what);
                let (before, after) = (made(before)?, made(after)?);
                self.use_schema(if direction == Direction::Forwards { &after } else { &before });
                Change::Schema { before: Box::new(before), after: Box::new(after) }
            }
            wire::Change::Document { id, before, after } => {
                let id = parse(id)?;
                let before = before.as_ref().map(|one| self.document(id, one)).transpose()?;
                let after = after.as_ref().map(|one| self.document(id, one)).transpose()?;
                let far = if direction == Direction::Forwards { &after } else { &before };
                match far {
                    Some(document) => self.texts.insert(id, document.text.clone()),
                    None => self.texts.remove(&id),
                };
                Change::Document { id, before: before.map(Box::new), after: after.map(Box::new) }
            }
            wire::Change::Mention { id, before, after } => {
                let id = parse(id)?;
                let before = before.as_ref().map(|one| self.mention(id, one)).transpose()?;
                let after = after.as_ref().map(|one| self.mention(id, one)).transpose()?;
                Change::Mention { id, before, after }
            }
            wire::Change::Entity { id, before, after } => {
                let before = before.as_ref().map(|one| self.entity(one)).transpose()?;
                let after = after.as_ref().map(|one| self.entity(one)).transpose()?;
                Change::Entity { id: parse(id)?, before, after }
            }
            wire::Change::Relation { id, before, after } => {
                let id = parse(id)?;
                let before = before.as_ref().map(|one| self.relation(id, one)).transpose()?;
                let after = after.as_ref().map(|one| self.relation(id, one)).transpose()?;
                Change::Relation { id, before, after }
            }
            wire::Change::Rejection { id, before, after } => {
                let id = parse(id)?;
                let before = before.as_ref().map(|one| self.rejection(id, one)).transpose()?;
                let after = after.as_ref().map(|one| self.rejection(id, one)).transpose()?;
                Change::Rejection { id, before, after }
            }
            wire::Change::Gazetteer { id, before, after, out, put } => {
                let heads = (before.as_ref(), after.as_ref());
                self.gazetteer(parse(id)?, heads, (out, put), direction)?
            }
        })
    }

    fn document(&self, id: DocumentId, document: &wire::Document) -> Resolved<Document> {
        let text = match &document.text {
            Some(words) => Text::new(words.as_str()),
            None => self.texts.get(&id).cloned(),
        };
        let published = document.published.as_ref().map(|date| day(date.as_str())).transpose()?;
        let facts = Facts {
            title: document.title.clone(),
            published,
            language: document.language.clone(),
            published_at: document.published_at.clone(),
            byline: document.byline.clone(),
            site: document.site.clone(),
            url: document.url.clone(),
            origins: origins(document.origins.clone()),
        };
        Ok(Document {
            id,
            position: document.position,
            facts,
            source: document.source.clone(),
            encoding: document.encoding.clone(),
            text: text.ok_or_else(|| format!("the text of article {id} is not known"))?,
        })
    }

    fn span(&self, document: DocumentId, start: usize, end: usize) -> Resolved<Span> {
        let text = self.texts.get(&document).ok_or_else(|| format!("article {document} is not there"))?;
        text.span(start, end).map_err(|error| format!("article {document}: {error}"))
    }

    fn label(&self, name: &v1::Words) -> Resolved<LabelId> {
        let name = name.as_str();
        self.labels.get(name).copied().ok_or_else(|| format!("the schema has no label “{name}”"))
    }

    fn mention(&mut self, id: crate::model::MentionId, mention: &wire::Mention) -> Resolved<Mention> {
        let document = parse(&mention.doc)?;
        Ok(Mention {
            id,
            document,
            span: self.span(document, mention.start, mention.end)?,
            label: self.label(&mention.label)?,
            entity: mention.entity.as_ref().map(parse).transpose()?,
            is_metonym: mention.metonym,
            date: mention
                .date
                .as_ref()
                .map(|date| date.as_str().parse())
                .transpose()
                .map_err(|error: ParseValueError| error.to_string())?,
            note: mention.note.as_ref().map_or("", v1::Words::as_str).into(),
            provenance: self.names.provenance(&mention.by)?,
        })
    }

    fn entity(&self, entity: &v1::Entity) -> Resolved<Entity> {
        let (id, label) = (parse(&entity.id)?, self.label(&entity.label)?);
        Ok(Entity { id, label, name: entity.name.clone(), facts: entities::facts(entity)? })
    }

    fn relation(&self, id: crate::model::RelationId, relation: &wire::PlacedRelation) -> Resolved<Relation> {
        let is = &relation.is;
        let kind = self.kinds.get(is.kind.as_str()).copied();
        Ok(Relation {
            id,
            document: parse(&relation.doc)?,
            kind: kind.ok_or_else(|| format!("the schema has no relation type “{}”", is.kind.as_str()))?,
            from: parse(&is.from)?,
            to: parse(&is.to)?,
            date: relations::date(is)?,
            note: is.note.as_ref().map_or("", v1::Words::as_str).into(),
        })
    }

    fn rejection(&self, id: crate::model::RejectionId, rejection: &wire::Rejection) -> Resolved<Rejection> {
        let scope = match &rejection.scope {
            wire::Scope::Here { doc, start, end } => {
                let document = parse(doc)?;
                RejectionScope::Here { document, span: self.span(document, *start, *end)? }
            }
            wire::Scope::Article { doc } => RejectionScope::Article { document: parse(doc)? },
            wire::Scope::Project => RejectionScope::Project,
        };
        let (label, words) = (self.label(&rejection.label)?, rejection.words.as_str().to_owned());
        Ok(Rejection { id, scope, label, words })
    }

    fn gazetteer(
        &mut self,
        id: GazetteerId,
        (before, after): (Option<&wire::Gazetteer>, Option<&wire::Gazetteer>),
        (out, put): (&[v1::KnownName], &[v1::KnownName]),
        direction: Direction,
    ) -> Resolved<Change> {
        let near = self.gazetteers.remove(&id).unwrap_or_default();
        let (gone, come) = if direction == Direction::Forwards { (out, put) } else { (put, out) };
        let mut far = near.clone();
        for name in gone {
            far.remove(name.words.as_str(), self.label(&name.label)?);
        }
        let come = come.iter().map(|name| self.known_name(name)).collect::<Resolved<Vec<KnownName>>>()?;
        if far.is_empty() {
            far = NameList::of(come);
        } else {
            for name in come {
                far.put(name);
            }
        }
        let is_there = if direction == Direction::Forwards { after.is_some() } else { before.is_some() };
        if is_there {
            self.gazetteers.insert(id, far.clone());
        }
        let (old, new) = if direction == Direction::Forwards { (near, far) } else { (far, near) };
        let record = |head: &wire::Gazetteer, names: NameList| {
            let role = match head.role {
                v1::Role::List => GazetteerRole::List,
                v1::Role::Own => GazetteerRole::Own,
                v1::Role::Forgotten => GazetteerRole::Forgotten,
            };
            Gazetteer { id, name: head.name.as_str().into(), role, is_on: head.is_on, names }
        };
        let before = before.map(|head| record(head, old));
        let after = after.map(|head| record(head, new));
        Ok(Change::Gazetteer { id, before, after })
    }

    fn known_name(&self, name: &v1::KnownName) -> Resolved<KnownName> {
        let canonical = name.canonical.as_ref().map_or("", v1::Words::as_str);
        let made = KnownName::new(name.words.as_str(), self.label(&name.label)?, canonical);
        made.ok_or_else(|| format!("“{}” is no name", name.words.as_str()))
    }
}

fn parse<Id: FromStr<Err = ParseIdError>>(words: &v1::Words) -> Resolved<Id> {
    words.as_str().parse().map_err(|error: ParseIdError| error.to_string())
}
