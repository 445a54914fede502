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
        Change, Date, Document, DocumentId, Entity, EntityFacts, EntityId, Facts, IdSource, LabelId, Mention,
        MentionId, Origins, ParseIdError, ParseValueError, Project, Rejection, RejectionScope, Transaction,
    },
    text::{Span, Text},
};
use arcstr::ArcStr;
use std::{collections::BTreeMap, fmt::Display, str::FromStr};

/// Makes a project article by article; between them it is sound, and can be shown.
pub(super) struct Builder {
    project: Project,
    labels: BTreeMap<String, LabelId>,
    /// Those that a record states, until a mention points to them. Any other is made where a mention first points to it.
    stated: BTreeMap<EntityId, Entity>,
    /// Those that are in the project without their roles, which may be with entities that come later.
    without_roles: Vec<Entity>,
    /// Names of suggesters and tools, each held once.
    names: Names,
    next_position: Option<u32>,
}

impl Builder {
    pub(super) fn new(schema: v1::Schema, entities: &[v1::Entity], ids: IdSource) -> Checked<Self> {
        let schema = schema::schema(schema)?;
        let labels = schema.labels().map(|(id, label)| (label.name.clone(), id)).collect();
        let mut builder = Self {
            project: Project::new(schema, ids),
            labels,
            stated: BTreeMap::new(),
            without_roles: Vec::new(),
            names: Names::default(),
            next_position: Some(0),
        };
        entities.iter().try_for_each(|entity| builder.entity(entity))?;
        Ok(builder)
    }

    /// The project so far.
    pub(super) fn project(&self) -> &Project {
        &self.project
    }

    fn entity(&mut self, entity: &v1::Entity) -> Checked<()> {
        let id_words = entity.id.as_str();
        let wrong = |what: &dyn Display| Wrong::new("entity", id_words, what);
        let id = parse(id_words).map_err(|error| wrong(&error))?;
        let label = self.label(entity.label.as_str()).map_err(|what| wrong(&what))?;
        let name = entity.name.clone();
        let facts = entities::facts(entity).map_err(|what| wrong(&what))?;
        let record = Entity { id, label, name, facts };
        let is_new = self.stated.insert(id, record).is_none();
        if is_new { Ok(()) } else { Err(Wrong::twice("entity", id_words)) }
    }

    /// Adds an article with all that is about it, behind those before unless it says where it stands.
    pub(super) fn document(&mut self, document: v1::Document) -> Checked<DocumentId> {
        let id_words = document.id.as_str();
        let wrong = |what: &dyn Display| Wrong::new("article", id_words, what);
        let position = document.position.or(self.next_position);
        let position = position.ok_or_else(|| wrong(&"its position in the list is too high"))?;
        self.next_position = position.checked_add(1);
        let id: DocumentId = parse(id_words).map_err(|error| wrong(&error))?;
        let published = document.published.as_ref().map(|date| day(date.as_str())).transpose();
        let published = published.map_err(|what| wrong(&what))?;
        let text = text(&document.text).ok_or_else(|| wrong(&"its text is longer than 1 GiB"))?;
        let mut about = About { mentions: Vec::with_capacity(document.mentions.len()), ..About::default() };
        for mention in &document.mentions {
            self.mention(&mut about, id, &text, mention)?;
        }
        for rejection in &document.rejections {
            about.rejections.push(self.document_rejection(id, &text, rejection)?);
        }
        let mut relations = relations::Relations::default();
        for relation in &document.relations {
            relations.add(id, relation, self.project.schema())?;
        }
        let v1::Document { title, language, published_at, byline, site, url, source, encoding, .. } =
            document;
        let origins = origins(document.origins);
        let facts = Facts { title, published, language, published_at, byline, site, url, origins };
        let record = Document { id, position, facts, source, encoding, text };
        let mut changes = vec![Change::Document { id, before: None, after: Some(Box::new(record)) }];
        changes.extend(about.entities.into_values().map(new_entity));
        changes.extend(about.mentions);
        changes.extend(relations.into_changes());
        changes.extend(about.rejections);
        self.apply(changes)?;
        Ok(id)
    }

    fn mention(
        &mut self,
        about: &mut About,
        document: DocumentId,
        text: &Text,
        mention: &v1::Mention,
    ) -> Checked<()> {
        let id_words = mention.id.as_str();
        let wrong = |what: &dyn Display| Wrong::new("mention", id_words, what);
        let id: MentionId = parse(id_words).map_err(|error| wrong(&error))?;
        let span =
            span(text, mention.start, mention.end, mention.words.as_str()).map_err(|what| wrong(&what))?;
        let label = self.label(mention.label.as_str()).map_err(|what| wrong(&what))?;
        let entity = mention.entity.as_ref().map(|entity| parse::<EntityId>(entity.as_str())).transpose();
        let entity = entity.map_err(|error| wrong(&error))?;
        if let Some(id) = entity.filter(|id| self.project.entity(*id).is_none()) {
            about.entities.entry(id).or_insert_with(|| self.first_seen(id, label));
        }
        // Most have none: those share one.
        let note = mention.note.as_ref().map_or_else(ArcStr::new, |note| note.as_str().into());
        let provenance = self.names.provenance(&mention.by).map_err(|what| wrong(&what))?;
        let date = mention.date.as_ref().map(|date| date.as_str().parse()).transpose();
        let date = date.map_err(|error: ParseValueError| wrong(&error))?;
        let is_metonym = mention.metonym;
        let after = Some(Mention { id, document, span, label, entity, is_metonym, date, note, provenance });
        about.mentions.push(Change::Mention { id, before: None, after });
        Ok(())
    }

    /// The entity that a mention with this label is the first to point to.
    fn first_seen(&mut self, id: EntityId, label: LabelId) -> Entity {
        let Some(stated) = self.stated.remove(&id) else {
            return Entity::new(id, label, None);
        };
        if stated.organisations().next().is_none() {
            return stated;
        }
        let facts = EntityFacts { roles: Vec::new(), ..stated.facts.clone() };
        let bare = Entity { facts, name: stated.name.clone(), ..stated };
        self.without_roles.push(stated);
        bare
    }

    fn document_rejection(
        &self,
        document: DocumentId,
        text: &Text,
        rejection: &v1::DocumentRejection,
    ) -> Checked<Change> {
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

    fn rejection(&self, id_words: &str, words: &str, label: &str, scope: RejectionScope) -> Checked<Change> {
        let wrong = |what: &dyn Display| Wrong::new("rejection", id_words, what);
        let id = parse(id_words).map_err(|error| wrong(&error))?;
        let label = self.label(label).map_err(|what| wrong(&what))?;
        let after = Some(Rejection { id, scope, label, words: words.to_owned() });
        Ok(Change::Rejection { id, before: None, after })
    }

    fn label(&self, name: &str) -> Result<LabelId, String> {
        self.labels.get(name).copied().ok_or_else(|| format!("the schema has no label “{name}”"))
    }

    fn apply(&mut self, changes: Vec<Change>) -> Checked<()> {
        let transaction = Transaction { name: "Open".to_owned(), changes };
        self.project.apply(&transaction).map_err(|conflict| {
            let (kind, id) = conflict.record.rsplit_once(' ').unwrap_or_default();
            let kind = if kind == "document" { "article" } else { kind };
            // What is new and not as expected is there already.
            if conflict.is_stale() { Wrong::twice(kind, id) } else { Wrong::new(kind, id, conflict.why) }
        })
    }

    /// All that is about no article comes last.
    pub(super) fn finish(
        mut self,
        rejections: &[v1::Rejection],
        gazetteers: &[v1::Gazetteer],
    ) -> Checked<Project> {
        let mut changes: Vec<Change> =
            std::mem::take(&mut self.stated).into_values().map(new_entity).collect();
        for entity in std::mem::take(&mut self.without_roles) {
            let before = self.project.entity(entity.id).cloned();
            changes.push(Change::Entity { id: entity.id, before, after: Some(entity) });
        }
        for rejection in rejections {
            let (id, words, label) =
                (rejection.id.as_str(), rejection.words.as_str(), rejection.label.as_str());
            changes.push(self.rejection(id, words, label, RejectionScope::Project)?);
        }
        let mut known = gazetteers::Gazetteers::default();
        gazetteers.iter().try_for_each(|gazetteer| known.add(gazetteer, &self.labels))?;
        changes.extend(known.into_changes());
        self.apply(changes)?;
        let project = self.project;
        let is_lonely =
            |entity: &&Entity| entity.is_plain() && project.mentions_of_entity(entity.id).next().is_none();
        if let Some(entity) = project.entities().find(is_lonely) {
            let id = entity.id.to_string();
            return Err(Wrong::new("entity", &id, "it has no name and no note, and no mention points to it"));
        }
        Ok(project)
    }
}

/// What is about one article.
#[derive(Default)]
struct About {
    /// Those that were not there before.
    entities: BTreeMap<EntityId, Entity>,
    mentions: Vec<Change>,
    rejections: Vec<Change>,
}

fn new_entity(entity: Entity) -> Change {
    Change::Entity { id: entity.id, before: None, after: Some(entity) }
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
