//! From an article of the project to a CAS.

use super::{
    super::{codes::Codes, found, origins::origin},
    cas::{Cas, Sofa, Structure, Value},
    types::{ARTICLE, ENTITY, MARK, METADATA, NAMED_ENTITY, RELATION, ROLE, SENTENCE, TOKEN},
};
use crate::{
    model::{Document, Entity, EntityId, Mention, MentionId, Organisation, PartialDate, Project, SaidDate},
    text::{OffsetMap, Span, sentences, tokens},
};
use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

/// The number of the one text.
const SOFA: u64 = 1;
pub(super) const INITIAL_VIEW: &str = "_InitialView";

/// All that the project says of an article. The one that `holds_unmarked` also takes the entities that no mark points to.
pub(super) fn cas<'a>(
    project: &'a Project,
    document: &'a Document,
    codes: &Codes,
    holds_unmarked: bool,
) -> Cas<'a> {
    let words = document.text.as_str();
    let sofa = Sofa { number: SOFA, name: Cow::Borrowed(INITIAL_VIEW), text: Some(Cow::Borrowed(words)) };
    let mut filling = Filling {
        project,
        document,
        codes,
        offsets: OffsetMap::new(words),
        cas: Cas { sofas: vec![sofa], structures: Vec::new() },
        next: SOFA + 1,
    };
    filling.facts();
    filling.build();
    let entities = filling.entities(holds_unmarked);
    let marks = filling.marks(&entities);
    filling.relations(&marks);
    filling.cas
}

struct Filling<'a, 'c> {
    project: &'a Project,
    document: &'a Document,
    codes: &'c Codes,
    offsets: OffsetMap<'a>,
    cas: Cas<'a>,
    /// The number of the next structure.
    next: u64,
}

impl<'a> Filling<'a, '_> {
    fn structure(&mut self, kind: &'static str) -> Structure<'a> {
        self.next += 1;
        Structure::new(self.next - 1, kind)
    }

    /// A structure that points to words.
    fn at(&mut self, kind: &'static str, bytes: (usize, usize)) -> Structure<'a> {
        let place = Some((self.offsets.utf16(bytes.0), self.offsets.utf16(bytes.1)));
        Structure { sofa: Some(SOFA), place, ..self.structure(kind) }
    }

    fn add(&mut self, structure: Structure<'a>) -> u64 {
        let number = structure.number;
        self.cas.structures.push(structure);
        number
    }

    fn facts(&mut self) {
        let document = self.document;
        let language =
            if document.facts.language.is_empty() { "x-unspecified" } else { &document.facts.language };
        let metadata = self
            .at(METADATA, (0, document.text.byte_count()))
            .with("language", language)
            .with("documentTitle", document.display_title())
            .with("documentId", document.id.to_string())
            .with("documentUri", document.source.as_str());
        self.add(metadata);
        let facts = &document.facts;
        let published = facts.published.map(|day| day.to_string());
        let article = self
            .structure(ARTICLE)
            .with("id", document.id.to_string())
            .with("title", facts.title.as_str())
            .with("published", published.unwrap_or_default())
            .with("publishedAt", facts.published_at.as_str())
            .with("language", facts.language.as_str())
            .with("byline", facts.byline.as_str())
            .with("site", facts.site.as_str())
            .with("url", facts.url.as_str())
            .with_list("foundIn", found::lines(&facts.origins).into_iter().map(Cow::Owned).collect())
            .with("source", document.source.as_str())
            .with("encoding", document.encoding.as_str());
        self.add(article);
    }

    /// Sentences and tokens, such that every mark lies in one sentence and begins and ends with a token.
    fn build(&mut self) {
        let text = &self.document.text;
        let Some(whole) = text.whole() else { return };
        let marks: Vec<Span> =
            self.project.mentions_of(self.document.id).map(|mention| mention.span).collect();
        let edges: BTreeSet<usize> = marks.iter().flat_map(|span| [span.start(), span.end()]).collect();
        for (start, end) in joined(&sentences(text, whole), &marks) {
            let sentence = self.at(SENTENCE, (start, end));
            self.add(sentence);
        }
        for token in tokens(text, whole) {
            let mut start = token.span.start();
            let inner = edges.range(start + 1..token.span.end()).copied();
            for end in inner.chain([token.span.end()]) {
                let piece = self.at(TOKEN, (start, end));
                self.add(piece);
                start = end;
            }
        }
    }

    /// The entities that the marks of the article point to, with their numbers.
    fn entities(&mut self, holds_unmarked: bool) -> BTreeMap<EntityId, u64> {
        let project = self.project;
        let mut wanted: BTreeSet<EntityId> =
            project.mentions_of(self.document.id).filter_map(|mention| mention.entity).collect();
        if holds_unmarked {
            let is_unmarked = |entity: &&Entity| project.mentions_of_entity(entity.id).next().is_none();
            wanted.extend(project.entities().filter(is_unmarked).map(|entity| entity.id));
        }
        let wanted = wanted.into_iter().filter_map(|id| project.entity(id));
        wanted.map(|entity| (entity.id, self.entity(entity))).collect()
    }

    fn entity(&mut self, entity: &'a Entity) -> u64 {
        let facts = &entity.facts;
        let roles: Vec<u64> = facts
            .roles
            .iter()
            .map(|role| {
                let (name, id) = match &role.organisation {
                    Some(Organisation::Named(name)) => (name.as_str(), String::new()),
                    Some(Organisation::Entity(id)) => (self.project.entity_name(*id), id.to_string()),
                    None => ("", String::new()),
                };
                let day = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
                let role = self
                    .structure(ROLE)
                    .with("title", role.title.as_str())
                    .with("organisation", name)
                    .with("entity", id)
                    .with("from", day(role.from))
                    .with("to", day(role.to));
                self.add(role)
            })
            .collect();
        // Neither part has white space in it.
        let ids = facts.ids.iter().map(|(collection, id)| Cow::Owned(format!("{collection} {id}")));
        let mut structure = self
            .structure(ENTITY)
            .with("id", entity.id.to_string())
            .with("label", self.project.schema().name_of(entity.label))
            .with("name", entity.name.as_deref().unwrap_or_default())
            .with("note", facts.note.as_str())
            .with("country", facts.country.as_str())
            .with_list("aliases", facts.aliases.iter().map(|alias| Cow::Borrowed(alias.as_str())).collect())
            .with_list("ids", ids.collect());
        if !roles.is_empty() {
            structure = structure.with_value("roles", Value::Many(roles));
        }
        self.add(structure)
    }

    /// The marks, with the numbers of their annotations.
    fn marks(&mut self, entities: &BTreeMap<EntityId, u64>) -> BTreeMap<MentionId, u64> {
        let (project, codes) = (self.project, self.codes);
        let mut numbers = BTreeMap::new();
        for mention in project.mentions_of(self.document.id) {
            let annotation = self
                .at(NAMED_ENTITY, (mention.span.start(), mention.span.end()))
                .with("value", codes.label(mention.label).to_owned())
                .with("identifier", iri(project, mention));
            let annotation = self.add(annotation);
            numbers.insert(mention.id, annotation);
            let mut mark = self
                .structure(MARK)
                .with_value("annotation", Value::One(annotation))
                .with("id", mention.id.to_string())
                .with("label", project.schema().name_of(mention.label))
                .with("date", mention.date.map(|date| date.to_string()).unwrap_or_default())
                .with("note", &*mention.note)
                .with("origin", origin(&mention.provenance));
            if let Some(entity) = mention.entity.and_then(|entity| entities.get(&entity)) {
                mark = mark.with_value("entity", Value::One(*entity));
            }
            if mention.is_metonym {
                mark = mark.with_value("metonym", Value::Flag(true));
            }
            self.add(mark);
        }
        numbers
    }

    fn relations(&mut self, marks: &BTreeMap<MentionId, u64>) {
        let (project, codes) = (self.project, self.codes);
        for relation in project.relations_of(self.document.id) {
            let ends = marks.get(&relation.from).zip(marks.get(&relation.to));
            let (Some((from, to)), Some(dependent)) = (ends, project.mention(relation.to)) else {
                continue;
            };
            let (date, value) =
                relation.date.as_ref().map_or(("", None), |date| (date.words(), date.value()));
            let structure = self
                .at(RELATION, (dependent.span.start(), dependent.span.end()))
                .with_value("Governor", Value::One(*from))
                .with_value("Dependent", Value::One(*to))
                .with("label", codes.relation(relation.kind).to_owned())
                .with("id", relation.id.to_string())
                .with("date", date)
                .with("dateValue", value.map(|value| value.to_string()).unwrap_or_default())
                .with("note", &*relation.note);
            self.add(structure);
        }
    }
}

/// Where Wikidata knows what a mark means: its address there, which INCEpTION links to.
fn iri(project: &Project, mention: &Mention) -> String {
    let entity = mention.entity.and_then(|entity| project.entity(entity));
    let id = entity.and_then(|entity| entity.facts.ids.get("wikidata"));
    id.map(|id| format!("http://www.wikidata.org/entity/{id}")).unwrap_or_default()
}

/// Sentences in bytes, those made one that a mark crosses.
fn joined(sentences: &[Span], marks: &[Span]) -> Vec<(usize, usize)> {
    let mut joined: Vec<(usize, usize)> = Vec::with_capacity(sentences.len());
    let mut marks = marks.iter().peekable();
    let mut reach = 0;
    for sentence in sentences {
        // Marks come by their start: those that begin before this sentence may reach into it.
        while let Some(mark) = marks.next_if(|mark| mark.start() < sentence.start()) {
            reach = reach.max(mark.end());
        }
        match joined.last_mut() {
            Some(last) if reach > sentence.start() => last.1 = last.1.max(sentence.end()),
            _ => joined.push((sentence.start(), sentence.end())),
        }
    }
    joined
}

/// What a relation says of its date, from two features.
pub(super) fn said_date(words: &str, value: &str) -> Option<SaidDate> {
    SaidDate::new(words, value.parse().ok())
}
