//! Makes a project of the records of a file and checks each of them once.

use super::{
    entities, gazetteers,
    lines::shown,
    provenance::Names,
    relations, schema, v1,
    wrong::{Checked, Wrong},
};
use crate::{
    model::{
        Change, Conflict, Date, Document, DocumentId, Entity, EntityId, Facts, IdSource, LabelId, Mention,
        MentionId, Origins, ParseIdError, ParseValueError, Project, Rejection, RejectionId, RejectionScope,
        Schema, Transaction,
    },
    text::{Span, Text},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Display,
    str::FromStr,
};

/// Checks everything and puts it together.
pub(super) fn project(file: v1::File, ids: IdSource) -> Checked<Project> {
    let schema = schema::schema(file.schema)?;
    let mut records = Records::new(&schema);
    for entity in &file.entities {
        records.entity(entity)?;
    }
    let mut next_position = Some(0);
    for document in file.documents {
        let position = document.position.or(next_position);
        let position = position.ok_or_else(|| {
            Wrong::new("article", document.id.as_str(), "its position in the list is too high")
        })?;
        next_position = position.checked_add(1);
        records.document(document, position)?;
    }
    for rejection in file.rejections {
        let (id, words) = (rejection.id.as_str(), rejection.words.as_str());
        records.rejection(id, words, rejection.label.as_str(), RejectionScope::Project)?;
    }
    let mut gazetteers = gazetteers::Gazetteers::default();
    for gazetteer in file.gazetteers {
        gazetteers.add(&gazetteer, &records.labels)?;
    }
    let mut transaction = records.into_transaction();
    transaction.changes.extend(gazetteers.into_changes());
    let mut project = Project::new(schema.clone(), ids);
    project.apply(&transaction).map_err(|Conflict { record, why }| {
        let (kind, id) = record.rsplit_once(' ').unwrap_or_default();
        Wrong::new(kind, id, why)
    })?;
    let lonely = project
        .entities()
        .find(|entity| entity.is_plain() && project.mentions_of_entity(entity.id).next().is_none());
    match lonely {
        Some(entity) => {
            let id = entity.id.to_string();
            Err(Wrong::new("entity", &id, "it has no name and no note, and no mention points to it"))
        }
        None => Ok(project),
    }
}

/// The records read so far. Entities that no record states are made where a mention first points to them.
struct Records<'s> {
    schema: &'s Schema,
    labels: BTreeMap<String, LabelId>,
    documents: BTreeMap<DocumentId, Change>,
    entities: BTreeMap<EntityId, Entity>,
    mention_ids: BTreeSet<MentionId>,
    mentions: Vec<Change>,
    relations: relations::Relations,
    rejections: BTreeMap<RejectionId, Change>,
    /// Names of suggesters and tools, each held once.
    names: Names,
}

impl<'s> Records<'s> {
    fn new(schema: &'s Schema) -> Self {
        Self {
            schema,
            labels: schema.labels().map(|(id, label)| (label.name.clone(), id)).collect(),
            documents: BTreeMap::new(),
            entities: BTreeMap::new(),
            mention_ids: BTreeSet::new(),
            mentions: Vec::new(),
            relations: relations::Relations::default(),
            rejections: BTreeMap::new(),
            names: Names::default(),
        }
    }

    fn entity(&mut self, entity: &v1::Entity) -> Checked<()> {
        let id_words = entity.id.as_str();
        let wrong = |what: &dyn Display| Wrong::new("entity", id_words, what);
        let id = parse(id_words).map_err(|error| wrong(&error))?;
        let label = self.label(entity.label.as_str()).map_err(|what| wrong(&what))?;
        let name = entity.name.clone();
        let facts = entities::facts(entity).map_err(|what| wrong(&what))?;
        let record = Entity { id, label, name, facts };
        let is_new = self.entities.insert(id, record).is_none();
        if is_new { Ok(()) } else { Err(Wrong::twice("entity", id_words)) }
    }

    fn document(&mut self, document: v1::Document, position: u32) -> Checked<()> {
        let id_words = document.id.as_str();
        let wrong = |what: &dyn Display| Wrong::new("article", id_words, what);
        let id: DocumentId = parse(id_words).map_err(|error| wrong(&error))?;
        let published = document.published.as_ref().map(|date| day(date.as_str())).transpose();
        let published = published.map_err(|what| wrong(&what))?;
        let text = text(&document.text).ok_or_else(|| wrong(&"its text is longer than 1 GiB"))?;
        for mention in &document.mentions {
            self.mention(id, &text, mention)?;
        }
        for rejection in &document.rejections {
            self.document_rejection(id, &text, rejection)?;
        }
        for relation in &document.relations {
            self.relations.add(id, relation, self.schema)?;
        }
        let id_words = document.id.as_str().to_owned();
        let v1::Document { title, language, published_at, byline, site, url, source, encoding, .. } =
            document;
        let origins = origins(document.origins);
        let facts = Facts { title, published, language, published_at, byline, site, url, origins };
        let record = Document { id, position, facts, source, encoding, text };
        let change = Change::Document { id, before: None, after: Some(Box::new(record)) };
        let is_new = self.documents.insert(id, change).is_none();
        if is_new { Ok(()) } else { Err(Wrong::twice("article", &id_words)) }
    }

    fn mention(&mut self, document: DocumentId, text: &Text, mention: &v1::Mention) -> Checked<()> {
        let id_words = mention.id.as_str();
        let wrong = |what: &dyn Display| Wrong::new("mention", id_words, what);
        let id: MentionId = parse(id_words).map_err(|error| wrong(&error))?;
        if !self.mention_ids.insert(id) {
            return Err(Wrong::twice("mention", id_words));
        }
        let span =
            span(text, mention.start, mention.end, mention.words.as_str()).map_err(|what| wrong(&what))?;
        let label = self.label(mention.label.as_str()).map_err(|what| wrong(&what))?;
        let entity = mention.entity.as_ref().map(|entity| parse::<EntityId>(entity.as_str())).transpose();
        let entity = entity.map_err(|error| wrong(&error))?;
        if let Some(id) = entity {
            self.entities.entry(id).or_insert_with(|| Entity::new(id, label, None));
        }
        let note = mention.note.as_ref().map_or("", v1::Words::as_str).into();
        let provenance = self.names.provenance(&mention.by).map_err(|what| wrong(&what))?;
        let date = mention.date.as_ref().map(|date| date.as_str().parse()).transpose();
        let date = date.map_err(|error: ParseValueError| wrong(&error))?;
        let is_metonym = mention.metonym;
        let after = Some(Mention { id, document, span, label, entity, is_metonym, date, note, provenance });
        self.mentions.push(Change::Mention { id, before: None, after });
        Ok(())
    }

    fn document_rejection(
        &mut self,
        document: DocumentId,
        text: &Text,
        rejection: &v1::DocumentRejection,
    ) -> Checked<()> {
        let (id, words) = (rejection.id.as_str(), rejection.words.as_str());
        let scope = match rejection.scope {
            v1::Scope::Article => RejectionScope::Article { document },
            v1::Scope::Here { start, end } => {
                let span = span(text, start, end, words).map_err(|what| Wrong::new("rejection", id, what))?;
                RejectionScope::Here { document, span }
            }
        };
        self.rejection(id, words, rejection.label.as_str(), scope)
    }

    fn rejection(&mut self, id_words: &str, words: &str, label: &str, scope: RejectionScope) -> Checked<()> {
        let wrong = |what: &dyn Display| Wrong::new("rejection", id_words, what);
        let id = parse(id_words).map_err(|error| wrong(&error))?;
        let label = self.label(label).map_err(|what| wrong(&what))?;
        let after = Some(Rejection { id, scope, label, words: words.to_owned() });
        let change = Change::Rejection { id, before: None, after };
        let is_new = self.rejections.insert(id, change).is_none();
        if is_new { Ok(()) } else { Err(Wrong::twice("rejection", id_words)) }
    }

    fn label(&self, name: &str) -> Result<LabelId, String> {
        self.labels.get(name).copied().ok_or_else(|| format!("the schema has no label “{name}”"))
    }

    /// Every record after those it points to.
    fn into_transaction(self) -> Transaction {
        let entities = self.entities.into_iter();
        let entities = entities.map(|(id, entity)| Change::Entity { id, before: None, after: Some(entity) });
        let documents = self.documents.into_values();
        let mentions = self.mentions.into_iter().chain(self.relations.into_changes());
        let changes = documents.chain(entities).chain(mentions).chain(self.rejections.into_values());
        Transaction { name: "Open".to_owned(), changes: changes.collect() }
    }
}

pub(super) fn origins(origins: v1::Origins) -> Origins {
    let v1::Origins { title, published, language, byline, site, url } = origins;
    Origins { title, published, language, byline, site, url }
}

fn parse<Id: FromStr<Err = ParseIdError>>(words: &str) -> Result<Id, ParseIdError> {
    words.parse()
}

/// The lines as one text; `None` if it is too long.
fn text(lines: &[v1::Words]) -> Option<Text> {
    let byte_count: usize = lines.iter().map(|line| line.as_str().len() + 1).sum();
    let mut words = String::with_capacity(byte_count);
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            words.push('\n');
        }
        words.push_str(line.as_str());
    }
    Text::new(&words)
}

fn span(text: &Text, start: usize, end: usize, words: &str) -> Result<Span, String> {
    let span = text.span(start, end).map_err(|error| error.to_string())?;
    let found = text.slice(span);
    if found == words {
        return Ok(span);
    }
    Err(format!("it says “{}”, but the text has “{}” at bytes {span}", shown(words, 60), shown(found, 60)))
}

/// A day as it is written by [`super::to_bytes`]; nothing else that can be read as one.
pub(super) fn day(words: &str) -> Result<Date, String> {
    let date = words.parse::<Date>().ok().filter(|date| date.to_string() == words);
    date.ok_or_else(|| format!("“{words}” is not a date; YYYY-MM-DD is expected"))
}
