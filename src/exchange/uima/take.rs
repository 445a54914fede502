//! From a CAS to neutral records: of our own files all that went in, of others what they mark, relate and chain.

use super::{
    super::{
        File, Imported, ReadError,
        addresses::entity_at,
        found,
        origins::read_origin,
        placing::{Asked, RawText, Unit},
        warnings::Warnings,
    },
    cas::{Cas, Sofa, Structure},
    fill::{INITIAL_VIEW, said_date},
    types::{ARTICLE, ENTITY, MARK, METADATA, is_build},
};
use crate::{
    model::{Annotated, EntityFacts, Facts, Meaning, ReadEntity, ReadMark, ReadRelation, ReadRole},
    text::{OffsetMap, Span, Text},
};
use std::collections::{BTreeMap, BTreeSet};

/// The articles of a CAS: one for each of its texts.
pub(super) fn article(cas: &Cas, file: &File) -> Result<Imported, ReadError> {
    let mut imported = Imported { entities: entities(cas), ..Imported::default() };
    let mut warnings = Warnings::default();
    for sofa in &cas.sofas {
        let Some(text) = sofa.text.as_deref() else {
            warnings.add(format!("view {} holds no text and was left out", sofa.name));
            continue;
        };
        let raw = RawText::new(text).ok_or_else(|| ReadError::new("the text is longer than 1 GiB"))?;
        let mut article = Annotated::new(raw.text().clone());
        facts(cas, sofa, file, &mut article);
        let mut view = View { cas, sofa, kept: BTreeMap::new(), warnings: Warnings::default() };
        view.marks(&raw, &mut article);
        view.relations(&mut article);
        warnings.add_all("", view.warnings.into_vec());
        let linked = article.marks.iter().filter_map(|mark| match &mark.meaning {
            Meaning::Entity(id) => entity_at(id),
            Meaning::Words | Meaning::Nothing => None,
        });
        imported.entities.extend(linked);
        imported.articles.push(article);
    }
    imported.warnings = warnings.into_vec();
    Ok(imported)
}

fn facts(cas: &Cas, sofa: &Sofa, file: &File, article: &mut Annotated) {
    let is_main = sofa.name == INITIAL_VIEW || cas.sofas.len() == 1;
    let ours = cas.structures.iter().find(|one| one.kind == ARTICLE).filter(|_| is_main);
    if let Some(ours) = ours {
        ours.words("id").clone_into(&mut article.id);
        let words = |feature: &str| ours.words(feature).to_owned();
        article.facts = Facts {
            title: words("title"),
            published: ours.words("published").parse().ok(),
            published_at: words("publishedAt"),
            language: words("language"),
            byline: words("byline"),
            site: words("site"),
            url: words("url"),
            origins: found::read_lines(cas.list(ours, "foundIn").into_iter()),
        };
        ours.words("source").clone_into(&mut article.source);
        ours.words("encoding").clone_into(&mut article.encoding);
        return;
    }
    let of_sofa = |one: &&Structure| one.sofa == Some(sofa.number) && !one.words("language").is_empty();
    let language = cas.structures.iter().find(of_sofa).map_or("", |one| one.words("language"));
    if language != "x-unspecified" {
        language.clone_into(&mut article.facts.language);
    }
    let metadata = cas.structures.iter().find(|one| one.kind == METADATA && one.sofa == Some(sofa.number));
    if let Some(metadata) = metadata {
        metadata.words("documentTitle").clone_into(&mut article.facts.title);
        metadata.words("documentId").clone_into(&mut article.id);
    }
    article.source = if is_main { file.name.clone() } else { format!("{}#{}", file.name, sofa.name) };
}

fn entities(cas: &Cas) -> Vec<ReadEntity> {
    cas.structures.iter().filter(|one| one.kind == ENTITY).map(|one| entity(cas, one)).collect()
}

fn entity(cas: &Cas, structure: &Structure) -> ReadEntity {
    let ids = cas.list(structure, "ids").into_iter().filter_map(|id| id.split_once(' '));
    let roles = cas.references(structure, "roles").into_iter().filter_map(|number| cas.structure(number));
    let facts = EntityFacts {
        note: structure.words("note").to_owned(),
        aliases: cas.list(structure, "aliases").into_iter().map(str::to_owned).collect(),
        country: structure.words("country").to_owned(),
        ids: ids.map(|(collection, id)| (collection.to_owned(), id.to_owned())).collect(),
        roles: Vec::new(),
    };
    ReadEntity {
        id: structure.words("id").to_owned(),
        label: structure.words("label").to_owned(),
        name: Some(structure.words("name").to_owned()).filter(|name| !name.is_empty()),
        facts,
        roles: roles.map(role).collect(),
    }
}

fn role(structure: &Structure) -> ReadRole {
    ReadRole {
        title: structure.words("title").to_owned(),
        organisation: structure.words("organisation").to_owned(),
        entity: structure.words("entity").to_owned(),
        from: structure.words("from").parse().ok(),
        to: structure.words("to").parse().ok(),
    }
}

/// One text of a CAS, while it is read.
struct View<'a> {
    cas: &'a Cas<'a>,
    sofa: &'a Sofa<'a>,
    /// Ids of the marks that were taken, by the numbers of their structures.
    kept: BTreeMap<u64, String>,
    warnings: Warnings,
}

impl View<'_> {
    fn marks(&mut self, raw: &RawText, article: &mut Annotated) {
        let ours: BTreeMap<u64, &Structure> = self
            .cas
            .structures
            .iter()
            .filter(|one| one.kind == MARK)
            .filter_map(|one| Some((one.reference("annotation")?, one)))
            .collect();
        let chains = self.chains();
        let here = |one: &&Structure| {
            one.sofa == Some(self.sofa.number)
                && one.place.is_some()
                && !is_build(&one.kind)
                && ends(one).is_none()
        };
        let marked: Vec<&Structure> = self.cas.structures.iter().filter(here).collect();
        let places: Vec<(usize, usize)> = marked.iter().filter_map(|one| one.place).collect();
        let spans = if ours.is_empty() { self.found(raw, &places) } else { told(raw.text(), &places) };
        for (structure, span) in marked.into_iter().zip(spans) {
            let span = match span {
                Ok(span) => span,
                Err(why) => {
                    self.warnings
                        .add(format!("a mark of the type {} was left out: {why}", structure.short_kind()));
                    continue;
                }
            };
            let mut mark = ReadMark::new(span, label(structure));
            mark.id = structure.number.to_string();
            if let Some(known) = ours.get(&structure.number) {
                self.tell(&mut mark, known);
            } else if let Some(chain) = chains.get(&structure.number) {
                mark.meaning = Meaning::Entity(format!("chain {chain}"));
            } else if !structure.words("identifier").is_empty() {
                mark.meaning = Meaning::Entity(structure.words("identifier").to_owned());
            }
            self.kept.insert(structure.number, mark.id.clone());
            article.marks.push(mark);
        }
        self.say_what_was_left();
    }

    /// The spans in a file of another program, which may have counted otherwise.
    fn found(&mut self, raw: &RawText, places: &[(usize, usize)]) -> Vec<Result<Span, String>> {
        let asked = places.iter().map(|(start, end)| Asked { start: *start, end: *end, quote: None });
        let found = raw.place(Unit::Utf16, &asked.collect::<Vec<_>>());
        self.warnings.add_all("", found.warnings);
        found.spans
    }

    /// What our own record of a mark says.
    fn tell(&self, mark: &mut ReadMark, known: &Structure) {
        let entity = known.reference("entity").and_then(|number| self.cas.structure(number));
        mark.meaning = entity.map_or(Meaning::Nothing, |one| Meaning::Entity(one.words("id").to_owned()));
        if !known.words("label").is_empty() {
            known.words("label").clone_into(&mut mark.label);
        }
        if !known.words("id").is_empty() {
            known.words("id").clone_into(&mut mark.id);
        }
        mark.is_metonym = known.flag("metonym");
        mark.date = known.words("date").parse().ok();
        known.words("note").clone_into(&mut mark.note);
        mark.provenance = read_origin(known.words("origin"));
    }

    /// The chains that links of coreference belong to, by the numbers of the links.
    fn chains(&self) -> BTreeMap<u64, u64> {
        let mut chains = BTreeMap::new();
        for chain in self.cas.structures.iter().filter(|one| one.short_kind() == "CoreferenceChain") {
            let mut next = chain.reference("first");
            while let Some(link) = next.filter(|link| !chains.contains_key(link)) {
                chains.insert(link, chain.number);
                next = self.cas.structure(link).and_then(|link| link.reference("next"));
            }
        }
        chains
    }

    fn relations(&mut self, article: &mut Annotated) {
        for structure in self.cas.structures.iter().filter(|one| one.sofa == Some(self.sofa.number)) {
            let Some((from, to)) = ends(structure).filter(|_| !is_build(&structure.kind)) else { continue };
            let (Some(from), Some(to)) = (self.kept.get(&from), self.kept.get(&to)) else {
                let kind = structure.short_kind();
                self.warnings
                    .add(format!("a relation of the type {kind} was left out: its ends are no marks"));
                continue;
            };
            article.relations.push(ReadRelation {
                id: structure.words("id").to_owned(),
                kind: label(structure),
                from: from.clone(),
                to: to.clone(),
                date: said_date(structure.words("date"), structure.words("dateValue")),
                note: structure.words("note").to_owned(),
            });
        }
    }

    fn say_what_was_left(&mut self) {
        let is_quiet = |kind: &str| {
            matches!(kind, "Token" | "Sentence" | "DocumentMetaData" | "DocumentAnnotation" | "CASMetadata")
        };
        let built = self.cas.structures.iter().filter(|one| one.sofa == Some(self.sofa.number));
        let built = built.filter(|one| is_build(&one.kind) && !is_quiet(one.short_kind()));
        let kinds: BTreeSet<&str> = built.map(Structure::short_kind).collect();
        if !kinds.is_empty() {
            let kinds: Vec<&str> = kinds.into_iter().collect();
            self.warnings.add(format!("parts of speech and syntax were left out: {}", kinds.join(", ")));
        }
    }
}

/// The spans in a file of ours, where they are what they are said to be.
fn told(text: &Text, places: &[(usize, usize)]) -> Vec<Result<Span, String>> {
    let map = OffsetMap::new(text.as_str());
    let span = |(start, end): &(usize, usize)| {
        let bytes = map.byte_of_utf16(*start).zip(map.byte_of_utf16(*end));
        let span = bytes.and_then(|(start, end)| text.span(start, end).ok());
        span.ok_or_else(|| format!("{start}–{end} is no place in the text"))
    };
    places.iter().map(span).collect()
}

/// What a relation goes from and to.
fn ends(structure: &Structure) -> Option<(u64, u64)> {
    structure.reference("Governor").zip(structure.reference("Dependent"))
}

/// What a program calls the label, whatever it calls the feature that holds it.
fn label(structure: &Structure) -> String {
    const FEATURES: &[&str] = &["value", "label", "Label", "relationType", "coreferenceType"];
    let words = FEATURES.iter().map(|feature| structure.words(feature)).find(|words| !words.is_empty());
    words.unwrap_or_else(|| structure.short_kind()).to_owned()
}
