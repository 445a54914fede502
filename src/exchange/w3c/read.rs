//! The reader: our own pages and those of others, as Recogito writes them.

use super::{
    super::{
        File, Imported, ReadError, addresses::entity_at, found, json, origins::read_origin, placing::RawText,
        warnings::Warnings,
    },
    CONTEXT,
    anchor::{self, Anchor},
    entities::entity,
};
use crate::model::{Annotated, Facts, Meaning, ReadMark, ReadRelation, SaidDate};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Whether a file holds annotations: it says so near its head.
pub(super) fn recognises(file: &File) -> bool {
    const NEAR_BYTES: usize = 4096;
    let head = file.bytes.get(..NEAR_BYTES).unwrap_or(&file.bytes);
    let starts = head.iter().find(|byte| !byte.is_ascii_whitespace() && !b"\xef\xbb\xbf".contains(byte));
    let holds = |words: &str| memchr::memmem::find(head, words.as_bytes()).is_some();
    matches!(starts, Some(b'{' | b'[')) && (holds(CONTEXT) || holds("http://www.w3.org/ns/oa"))
}

/// Names under which the text may lie beside its annotations.
pub(super) fn beside(file: &File) -> Vec<String> {
    let folder = folder_of(file);
    let mut names = names_beside(file);
    if let Some(name) = own_text(file) {
        names.push(format!("{folder}{name}"));
    } else if let Some(values) = values(&file.bytes) {
        names.extend(sources(&values).iter().map(|source| format!("{folder}{}", last_part(source))));
    }
    names
}

/// The file that a page of ours says near its head it is about: there is no need to read all of it for that.
fn own_text(file: &File) -> Option<String> {
    let head = file.bytes.get(..4096).unwrap_or(&file.bytes);
    let at = memchr::memmem::find(head, CONTENT.as_bytes())? + CONTENT.len();
    let mut rest = serde_json::Deserializer::from_slice(head.get(at..)?).into_iter::<String>();
    rest.next()?.ok()
}

/// Before the name of that file.
const CONTENT: &str = "\"schema:contentUrl\": ";

/// The folder of a file, with the slash behind it.
fn folder_of(file: &File) -> &str {
    file.name.rfind('/').and_then(|at| file.name.get(..=at)).unwrap_or_default()
}

/// Those that follow from its own name.
fn names_beside(file: &File) -> Vec<String> {
    let folder = folder_of(file);
    let mut names = vec![format!("{}.txt", file.stem())];
    // `letter.w3c.json`, `letter.txt.json`.
    let mut stem = file.stem();
    while let Some((shorter, _)) = stem.rsplit_once('.').filter(|(shorter, _)| shorter.len() > folder.len()) {
        names.extend([stem.to_owned(), format!("{shorter}.txt")]);
        stem = shorter;
    }
    names
}

/// The files' articles, each with the annotations that are about it.
pub(super) fn read(files: &[File]) -> Result<Imported, ReadError> {
    let texts: BTreeMap<&str, &File> =
        files.iter().filter(|file| !recognises(file)).map(|file| (file.name.as_str(), file)).collect();
    let mut imported = Imported::default();
    let (mut warnings, mut missing) = (Warnings::default(), None);
    let mut numbers = BTreeMap::new();
    for file in files.iter().filter(|file| recognises(file)) {
        let words = json::words(&file.bytes).map_err(|error| error.of(&file.name))?;
        let whole = json::records(words);
        let mut values = Vec::new();
        for (line, value) in whole {
            match value {
                Ok(value) => values.push(value),
                Err(why) => return Err(ReadError::at(line, why).of(&file.name)),
            }
        }
        numbers.extend(graph(&values).map(|node| (json::string(node.get("id")), number(node))));
        imported.entities.extend(graph(&values).map(entity));
        let page = Page::of(&values);
        if page.annotations.is_empty() && page.article.is_none() {
            continue;
        }
        match page.text(file, &texts) {
            Ok(text) => {
                let article = page.read(file, text, &mut warnings)?;
                imported.articles.push(article);
            }
            Err(error) => missing = missing.or(Some(error)),
        }
    }
    match missing {
        Some(error) if imported.articles.is_empty() => return Err(error),
        Some(error) => warnings.add(error.to_string()),
        None if imported.articles.is_empty() && imported.entities.is_empty() => {
            return Err(ReadError::new("there is no annotation of a text in it"));
        }
        None => {}
    }
    call_by_number(&mut imported, &numbers);
    imported.warnings = warnings.into_vec();
    if let [only] = files.iter().filter(|file| recognises(file)).collect::<Vec<_>>().as_slice() {
        let prefix = format!("{}: ", only.name);
        for warning in &mut imported.warnings {
            if let Some(rest) = warning.strip_prefix(&prefix) {
                *warning = rest.to_owned();
            }
        }
    }
    Ok(imported)
}

/// Our own id of a thing, else its address.
pub(super) fn number(thing: &Value) -> String {
    let number = json::string(thing.get("dcterms:identifier"));
    if number.is_empty() { json::string(thing.get("id")) } else { number }
}

/// Calls entities by our own ids where they have one, so that they are known again.
fn call_by_number(imported: &mut Imported, numbers: &BTreeMap<String, String>) {
    for mark in imported.articles.iter_mut().flat_map(|article| &mut article.marks) {
        if let Meaning::Entity(id) = &mut mark.meaning {
            match numbers.get(id) {
                Some(number) => id.clone_from(number),
                None => imported.entities.extend(entity_at(id)),
            }
        }
    }
    for role in imported.entities.iter_mut().flat_map(|entity| &mut entity.roles) {
        if let Some(number) = numbers.get(&role.entity) {
            role.entity.clone_from(number);
        }
    }
}

fn values(bytes: &[u8]) -> Option<Vec<Value>> {
    let words = json::words(bytes).ok()?;
    Some(json::records(words).into_iter().filter_map(|(_, value)| value.ok()).collect())
}

/// One value, or each of several.
pub(super) fn each(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    let (one, several) = match value {
        Some(Value::Array(all)) => (None, all.as_slice()),
        other => (other, [].as_slice()),
    };
    one.into_iter().chain(several)
}

/// The last part of an address, where a name of a file stands.
fn last_part(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.rsplit(['/', '\\']).next().unwrap_or_default()
}

/// The address of a thing: itself, or its `id`.
fn address(value: &Value) -> Option<&str> {
    value.as_str().or_else(|| value.get("id")?.as_str()).or_else(|| value.get("@id")?.as_str())
}

/// The addresses of the texts that annotations are about.
fn sources(values: &[Value]) -> BTreeSet<String> {
    let page = Page::of(values);
    let targets = page.annotations.iter().flat_map(|annotation| each(annotation.get("target")));
    let sources = targets.filter_map(|target| address(target.get("source").unwrap_or(target)));
    let file = page.article.and_then(|article| article.get("schema:contentUrl")?.as_str());
    sources.chain(file).map(str::to_owned).collect()
}

/// The entities of our own file of them.
fn graph(values: &[Value]) -> impl Iterator<Item = &Value> {
    let all = values.iter().flat_map(|value| each(value.get("@graph")));
    all.filter(|node| node.get("type").and_then(Value::as_str) == Some("skos:Concept"))
}

/// The annotations of a file, and what it says of their article.
struct Page<'a> {
    annotations: Vec<&'a Value>,
    article: Option<&'a Value>,
}

impl<'a> Page<'a> {
    fn of(values: &'a [Value]) -> Self {
        let mut annotations = Vec::new();
        for value in values {
            let first = value.get("first").filter(|first| first.is_object());
            let inner: Vec<&Value> =
                [value.get("items"), first.and_then(|first| first.get("items")), value.get("@graph")]
                    .into_iter()
                    .flat_map(each)
                    .collect();
            annotations.extend(if inner.is_empty() { vec![value] } else { inner });
        }
        annotations.retain(|value| value.get("target").is_some());
        let article = values.iter().find_map(|value| value.get("dcterms:references"));
        Self { annotations, article }
    }

    /// The file with the words that the annotations are about.
    fn text<'f>(&self, file: &File, texts: &BTreeMap<&str, &'f File>) -> Result<&'f File, ReadError> {
        let names = names_beside(file);
        let first_of = |names: &[String]| names.iter().find_map(|name| texts.get(name.as_str()).copied());
        let found = first_of(&names).or_else(|| first_of(&beside(file)));
        found.ok_or_else(|| {
            let name = names.first().map_or("", |name| last_part(name));
            let mut about = self.annotations.iter().flat_map(|one| each(one.get("target")));
            let about = about.find_map(|target| address(target.get("source")?));
            let about = about.map_or(String::new(), |about| format!(" (it is about {about})"));
            let why = format!("the text is not there{about}; put it beside as plain text, called {name}");
            ReadError::new(why).of(&file.name)
        })
    }

    fn read(&self, file: &File, text: &File, warnings: &mut Warnings) -> Result<Annotated, ReadError> {
        let words = std::str::from_utf8(&text.bytes).map_err(|_| {
            ReadError::new("this is not UTF-8; save it as UTF-8 and try again").of(&text.name)
        })?;
        let raw = RawText::new(words)
            .ok_or_else(|| ReadError::new("the text is longer than 1 GiB").of(&text.name))?;
        let mut article = Annotated::new(raw.text().clone());
        article.source.clone_from(&text.name);
        if let Some(known) = self.article {
            facts(&mut article, known);
        }
        let known = self.annotations.iter().map(|one| (json::string(one.get("id")), number(one)));
        let numbers: BTreeMap<String, String> = known.collect();
        let mut anchored = Vec::new();
        for annotation in &self.annotations {
            let anchors =
                each(annotation.get("target")).filter_map(|target| Anchor::of(target.get("selector")?));
            let before = anchored.len();
            anchored.extend(anchors.map(|anchor| (*annotation, anchor)));
            if anchored.len() == before {
                match link(annotation, &numbers) {
                    Some(relation) => article.relations.push(relation),
                    None => warnings.add(format!(
                        "{}: the annotation {} was left out: it selects no text by position or quote",
                        file.name,
                        json::string(annotation.get("id"))
                    )),
                }
            }
        }
        let (annotations, anchors): (Vec<&Value>, Vec<Anchor>) = anchored.into_iter().unzip();
        let (spans, moved) = anchor::place(&raw, &anchors);
        warnings.add_all(&file.name, moved);
        for (annotation, span) in annotations.into_iter().zip(spans) {
            match span {
                Ok(span) => article.marks.extend(marks(annotation, span)),
                Err(why) => warnings.add(format!("{}: a mark was left out: {why}", file.name)),
            }
        }
        Ok(article)
    }
}

fn facts(article: &mut Annotated, known: &Value) {
    let words = |name: &str| json::string(known.get(name));
    article.id = words("dcterms:identifier");
    let found_in = each(known.get("urn:dateline:foundIn")).filter_map(Value::as_str);
    article.facts = Facts {
        title: words("dcterms:title"),
        published: words("dcterms:issued").parse().ok(),
        published_at: words("schema:datePublished"),
        language: words("language"),
        byline: words("dc:creator"),
        site: words("dc:publisher"),
        url: words("schema:url"),
        origins: found::read_lines(found_in),
    };
    article.source = words("dcterms:source");
    let encoding = words("urn:dateline:encoding");
    if !encoding.is_empty() {
        article.encoding = encoding;
    }
}

/// The marks of an annotation: one for each tag.
fn marks(annotation: &Value, span: crate::text::Span) -> Vec<ReadMark> {
    let said = Said::of(annotation);
    let ours = json::string(annotation.get("urn:dateline:label"));
    let labels = match (ours.as_str(), said.tags.as_slice()) {
        ("", []) => vec![motivation(annotation)],
        ("", tags) => tags.to_vec(),
        _ => vec![ours],
    };
    let is_ours = annotation.get("urn:dateline:label").is_some();
    let id = number(annotation);
    let mark = |(place, label): (usize, String)| ReadMark {
        // Relations name an annotation, so that its first mark is what they mean.
        id: if place == 0 { id.clone() } else { String::new() },
        span,
        label,
        meaning: match &said.entity {
            Some(entity) => Meaning::Entity(entity.clone()),
            None if is_ours => Meaning::Nothing,
            None => Meaning::Words,
        },
        is_metonym: annotation.get("urn:dateline:metonym") == Some(&Value::Bool(true)),
        date: json::string(annotation.get("urn:dateline:date")).parse().ok(),
        note: said.notes.join("\n"),
        provenance: read_origin(&json::string(annotation.get("dcterms:provenance"))),
    };
    labels.into_iter().enumerate().map(mark).collect()
}

fn motivation(annotation: &Value) -> String {
    let words = each(annotation.get("motivation")).find_map(Value::as_str).unwrap_or("Annotation");
    words.rsplit([':', '#']).next().unwrap_or(words).to_owned()
}

/// What the bodies of an annotation say.
#[derive(Default)]
struct Said {
    tags: Vec<String>,
    notes: Vec<String>,
    entity: Option<String>,
}

impl Said {
    fn of(annotation: &Value) -> Self {
        let mut said = Self::default();
        said.notes.extend(annotation.get("bodyValue").and_then(Value::as_str).map(str::to_owned));
        let motivation = motivation(annotation);
        let usual = if matches!(motivation.as_str(), "tagging" | "classifying" | "identifying" | "linking") {
            motivation.as_str()
        } else {
            "commenting"
        };
        for body in each(annotation.get("body")) {
            said.add(body, usual);
        }
        said
    }

    fn add(&mut self, body: &Value, usual: &str) {
        let purpose = each(body.get("purpose")).find_map(Value::as_str).unwrap_or(usual);
        let value = json::string(body.get("value").or_else(|| body.get("chars")));
        match purpose.trim_start_matches("oa:") {
            _ if body.is_string() => {
                self.entity = self.entity.take().or_else(|| body.as_str().map(str::to_owned));
            }
            "tagging" | "classifying" | "linking" if !value.is_empty() => self.tags.push(value),
            "identifying" => {
                let thing = address(body.get("source").unwrap_or(body));
                self.entity = self.entity.take().or_else(|| thing.map(str::to_owned));
            }
            _ if !value.is_empty() => self.notes.push(value),
            _ => {}
        }
    }
}

/// A relation, where an annotation links two others.
fn link(annotation: &Value, numbers: &BTreeMap<String, String>) -> Option<ReadRelation> {
    let ends: Vec<&str> = each(annotation.get("target")).filter_map(address).collect();
    let ([from, to], true) = (ends.as_slice(), motivation(annotation) == "linking") else {
        return None;
    };
    let said = Said::of(annotation);
    let date = json::string(annotation.get("dcterms:temporal"));
    let value = json::string(annotation.get("urn:dateline:date")).parse().ok();
    Some(ReadRelation {
        id: json::string(annotation.get("dcterms:identifier")),
        kind: said.tags.first().cloned().unwrap_or_else(|| "linking".to_owned()),
        from: numbers.get(*from).map_or(*from, String::as_str).to_owned(),
        to: numbers.get(*to).map_or(*to, String::as_str).to_owned(),
        date: SaidDate::new(&date, value),
        note: said.notes.join("\n"),
    })
}
