//! The reader of projects and of books of codes.

use super::{
    super::{
        File, Imported, ReadError, found,
        placing::{Asked, RawText, Unit},
        warnings::Warnings,
        xml::{self, Element},
        zips,
    },
    codes::{labels, names_of_codes},
    of_article, of_entity,
    write::{DATE, analyst, meant_date, metonym},
};
use crate::model::{
    Annotated, EntityFacts, Facts, Meaning, Provenance, ReadEntity, ReadLabel, ReadMark, ReadRelation,
    ReadRole, SaidDate, TimeValue,
};
use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

/// Whether a file is a project, packed or not, or a book of codes.
pub(super) fn recognises(file: &File) -> bool {
    match file.extension().as_str() {
        "qdpx" => true,
        "qde" | "qdc" => holds_project(&file.bytes),
        "zip" => zips::names(&file.bytes).iter().any(|name| name.to_lowercase().ends_with(".qde")),
        _ => false,
    }
}

fn holds_project(bytes: &[u8]) -> bool {
    const NEAR_BYTES: usize = 4096;
    let head = bytes.get(..NEAR_BYTES).unwrap_or(bytes);
    memchr::memmem::find(head, b"urn:QDA-XML:").is_some() || head.starts_with(b"\xff\xfe")
}

pub(super) fn read(files: &[File]) -> Result<Imported, ReadError> {
    let mut imported = Imported::default();
    let mut warnings = Warnings::default();
    for file in files {
        let one = read_one(file)
            .map_err(|error| if error.file.is_empty() { error.of(&file.name) } else { error })?;
        imported.articles.extend(one.articles);
        imported.entities.extend(one.entities);
        imported.labels.extend(one.labels);
        warnings.add_all("", one.warnings);
    }
    imported.warnings = warnings.into_vec();
    Ok(imported)
}

fn read_one(file: &File) -> Result<Imported, ReadError> {
    let (project, sources) = if zips::is_zip(&file.bytes) {
        let mut files = zips::unpack(&file.bytes).map_err(ReadError::new)?;
        let place = files.iter().position(|(name, _)| name.to_lowercase().ends_with(".qde"));
        let place = place.ok_or_else(|| ReadError::new("there is no project.qde in the archive"))?;
        let (_, project) = files.swap_remove(place);
        // Some programs write a name in other capitals than they call it by.
        let by_name = files.into_iter().map(|(name, bytes)| (base(&name).to_lowercase(), bytes));
        (Cow::Owned(project), by_name.collect())
    } else if file.extension() == "qdpx" {
        return Err(ReadError::new("this is no zip archive, as a .qdpx file must be"));
    } else {
        (Cow::Borrowed(&file.bytes), BTreeMap::new())
    };
    let root = xml::read(&project).map_err(|error| ReadError::at(error.place.line, error.what))?;
    match root.local() {
        "Project" => Ok(Reading::new(&root, sources).project()),
        "CodeBook" => Ok(Imported { labels: labels(&root), ..Imported::default() }),
        _ => Err(ReadError::new(format!("this is <{}>, not a project of REFI-QDA", root.name))),
    }
}

fn base(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// The id in an attribute, in capitals and without braces.
pub(super) fn guid(element: &Element, name: &str) -> String {
    element.attribute(name).unwrap_or_default().trim_matches(['{', '}', ' ']).to_uppercase()
}

/// A project while it is read.
struct Reading<'a> {
    root: &'a Element,
    /// The texts of the archive, by the last part of their names in small letters.
    sources: BTreeMap<String, Vec<u8>>,
    /// Names of codes, with those above them.
    codes: BTreeMap<String, String>,
    variables: BTreeMap<String, &'a str>,
    notes: BTreeMap<String, String>,
    /// Whether it was written here.
    is_ours: bool,
    /// The ids of cases by the selections that they hold.
    meant: BTreeMap<String, String>,
    warnings: Warnings,
}

impl<'a> Reading<'a> {
    fn new(root: &'a Element, sources: BTreeMap<String, Vec<u8>>) -> Self {
        let all = |outer: &'a str, inner: &'a str| root.all(outer).flat_map(move |outer| outer.all(inner));
        let variables = all("Variables", "Variable")
            .map(|one| (guid(one, "guid"), one.attribute("name").unwrap_or_default()));
        let variables: BTreeMap<String, &str> = variables.collect();
        let mut reading = Self {
            root,
            sources,
            codes: names_of_codes(root),
            is_ours: variables.values().any(|name| *name == of_article::ID),
            variables,
            notes: BTreeMap::new(),
            meant: BTreeMap::new(),
            warnings: Warnings::default(),
        };
        for note in all("Notes", "Note") {
            let words = reading.words(note).unwrap_or_default();
            reading.notes.insert(guid(note, "guid"), words);
        }
        for case in all("Cases", "Case") {
            let id = reading.case_id(case);
            for selection in case.all("SelectionRef") {
                reading.meant.entry(guid(selection, "targetGUID")).or_insert_with(|| id.clone());
            }
        }
        reading
    }

    fn project(mut self) -> Imported {
        let mut articles = Vec::new();
        let mut left_out: BTreeMap<&str, usize> = BTreeMap::new();
        let sources = self.root.all("Sources").flat_map(|sources| &sources.children);
        for source in sources {
            let text = match source.local() {
                "TextSource" => Some(source),
                "PDFSource" => source.first("Representation"),
                "PictureSource" => source.first("TextDescription"),
                _ => None,
            };
            let article =
                text.and_then(|text| self.article(text, source.attribute("name").unwrap_or_default()));
            match article {
                Some(article) => articles.push(article),
                None => *left_out.entry(source.local()).or_default() += 1,
            }
        }
        for (kind, count) in left_out {
            self.warnings.add(format!("sources without plain text were left out: {kind} ({count})"));
        }
        let used: BTreeSet<&str> =
            articles.iter().flat_map(|article| &article.marks).map(|mark| mark.label.as_str()).collect();
        let mut labels: Vec<ReadLabel> = self.root.all("CodeBook").flat_map(labels).collect();
        labels.retain(|label| used.contains(label.name.as_str()));
        let mut imported = Imported { articles, entities: self.entities(), labels, warnings: Vec::new() };
        self.links(&mut imported.articles);
        imported.warnings = self.warnings.into_vec();
        imported
    }

    /// The plain words of a text or note.
    fn words(&self, source: &Element) -> Option<String> {
        if let Some(content) = source.first("PlainTextContent") {
            return Some(content.text.clone());
        }
        let path = source.attribute("plainTextPath")?;
        let bytes = self.sources.get(&base(path).to_lowercase())?;
        Some(String::from_utf8_lossy(bytes).into_owned())
    }

    fn article(&mut self, source: &Element, name: &str) -> Option<Annotated> {
        let words = self.words(source)?;
        let raw = RawText::new(&words)?;
        let mut article = Annotated::new(raw.text().clone());
        name.clone_into(&mut article.facts.title);
        article.id = guid(source, "guid");
        self.facts(source, &mut article);
        let selections: Vec<&Element> = source.all("PlainTextSelection").collect();
        let number =
            |one: &Element, name: &str| one.attribute(name).and_then(|value| value.trim().parse().ok());
        let asked: Vec<Asked> = selections
            .iter()
            .map(|one| Asked {
                start: number(one, "startPosition").unwrap_or(usize::MAX),
                end: number(one, "endPosition").unwrap_or(usize::MAX),
                quote: quote(one, &words),
            })
            .collect();
        // Names of selections may have lost signs that XML cannot hold, so that what we wrote says nothing of the unit.
        let placed = if self.is_ours {
            raw.place_exactly(Unit::CodePoints, &asked)
        } else {
            raw.place(Unit::CodePoints, &asked)
        };
        self.warnings.add_all(name, placed.warnings);
        for (selection, span) in selections.into_iter().zip(placed.spans) {
            match span {
                Ok(span) => article.marks.extend(self.marks(selection, span)),
                Err(why) => self.warnings.add(format!("{name}: a selection was left out: {why}")),
            }
        }
        Some(article)
    }

    /// What variables say of an article.
    fn facts(&self, source: &Element, article: &mut Annotated) {
        let values = self.values(source);
        let value = |name: &str| values.get(name).cloned();
        article.facts = Facts {
            title: match values.get(of_article::ID) {
                Some(_) => value(of_article::TITLE).unwrap_or_default(),
                None => article.facts.title.clone(),
            },
            published: value(of_article::PUBLISHED).and_then(|day| day.parse().ok()),
            published_at: value(of_article::PUBLISHED_AT).unwrap_or_default(),
            language: value(of_article::LANGUAGE).unwrap_or_default(),
            byline: value(of_article::BYLINE).unwrap_or_default(),
            site: value(of_article::SITE).unwrap_or_default(),
            url: value(of_article::URL).unwrap_or_default(),
            origins: found::read_lines(values.get(of_article::FOUND_IN).map_or("", String::as_str).lines()),
        };
        article.id = value(of_article::ID).unwrap_or_else(|| article.id.clone());
        article.source = value(of_article::SOURCE).unwrap_or_default();
        article.encoding = value(of_article::ENCODING).unwrap_or_else(|| article.encoding.clone());
    }

    fn values(&self, element: &Element) -> BTreeMap<&'a str, String> {
        let value = |one: &Element| {
            let variable = guid(one.first("VariableRef")?, "targetGUID");
            let words = one.children.iter().find(|child| child.local().ends_with("Value"))?;
            Some((*self.variables.get(&variable)?, words.text.clone()))
        };
        element.all("VariableValue").filter_map(value).collect()
    }

    /// The marks of a selection: one for each of its codes.
    fn marks(&self, selection: &Element, span: crate::text::Span) -> Vec<ReadMark> {
        let labels = selection.all("Coding").filter_map(|coding| {
            let code = guid(coding.first("CodeRef")?, "targetGUID");
            let notes: Vec<String> = coding.all("NoteRef").map(|note| guid(note, "targetGUID")).collect();
            let is_metonym = notes.iter().any(|note| *note == metonym());
            let date = notes.iter().find_map(|note| self.date(note));
            Some((self.codes.get(&code).cloned().unwrap_or(code), is_metonym, date))
        });
        let id = guid(selection, "guid");
        let case = self.meant.get(&id);
        let is_by_hand = guid(selection, "creatingUser") == analyst();
        let mark =
            |(place, (label, is_metonym, date)): (usize, (String, bool, Option<TimeValue>))| ReadMark {
                id: if place == 0 { id.clone() } else { String::new() },
                span,
                meaning: match case {
                    Some(case) => Meaning::Entity(case.clone()),
                    None if self.is_ours => Meaning::Nothing,
                    None => Meaning::Words,
                },
                is_metonym,
                date,
                note: self.note(selection),
                provenance: is_by_hand.then_some(Provenance::ByHand),
                label,
            };
        labels.enumerate().map(mark).collect()
    }

    /// What a note of ours says that a date means.
    fn date(&self, note: &str) -> Option<TimeValue> {
        let words = self.notes.get(note)?;
        words.parse().ok().filter(|_| meant_date(words) == note)
    }

    /// Our own id of an entity, else that of the case.
    fn case_id(&self, case: &Element) -> String {
        self.values(case).remove(of_entity::ID).unwrap_or_else(|| guid(case, "guid"))
    }

    fn code_of(&self, case: &Element) -> Option<&String> {
        self.codes.get(&guid(case.first("CodeRef")?, "targetGUID"))
    }

    /// The description of an element and the notes that it refers to.
    fn note(&self, element: &Element) -> String {
        let description = element.first("Description").map(|description| description.text.clone());
        let notes =
            element.all("NoteRef").filter_map(|note| self.notes.get(&guid(note, "targetGUID")).cloned());
        let all: Vec<String> =
            description.into_iter().chain(notes).filter(|words| !words.is_empty()).collect();
        all.join("\n")
    }

    fn entities(&self) -> Vec<ReadEntity> {
        let cases = self.root.all("Cases").flat_map(|cases| cases.all("Case"));
        cases.map(|case| self.entity(case)).collect()
    }

    fn entity(&self, case: &Element) -> ReadEntity {
        let values = self.values(case);
        let value = |name: &str| values.get(name).map_or("", String::as_str);
        let is_ours = values.contains_key(of_entity::ID);
        let name = if is_ours { value(of_entity::NAME) } else { case.attribute("name").unwrap_or_default() };
        let lines = |name: &str| value(name).lines().map(str::to_owned).collect::<Vec<_>>();
        let ids = value(of_entity::IDS).lines().filter_map(|line| line.split_once(' '));
        ReadEntity {
            id: self.case_id(case),
            label: self.code_of(case).cloned().unwrap_or_default(),
            name: Some(name.to_owned()).filter(|name| !name.is_empty()),
            facts: EntityFacts {
                note: self.note(case),
                aliases: lines(of_entity::ALIASES),
                country: value(of_entity::COUNTRY).to_owned(),
                ids: ids.map(|(collection, id)| (collection.to_owned(), id.to_owned())).collect(),
                roles: Vec::new(),
            },
            roles: value(of_entity::ROLES).lines().map(role).collect(),
        }
    }

    /// Links between selections of one article are relations.
    fn links(&mut self, articles: &mut [Annotated]) {
        let of_mark: BTreeMap<String, usize> = articles
            .iter()
            .enumerate()
            .flat_map(|(place, article)| article.marks.iter().map(move |mark| (mark.id.clone(), place)))
            .collect();
        let mut others = BTreeSet::new();
        for link in self.root.all("Links").flat_map(|links| links.all("Link")) {
            let (from, to) = (guid(link, "originGUID"), guid(link, "targetGUID"));
            let (name, place) = (link.attribute("name").unwrap_or_default(), of_mark.get(&from));
            let article = place
                .filter(|place| of_mark.get(&to) == Some(*place))
                .and_then(|place| articles.get_mut(*place));
            let Some(article) = article else {
                others.insert(name.to_owned());
                continue;
            };
            let (date, note) = dated(self.note(link));
            let kind = if name.is_empty() { "Link" } else { name };
            article.relations.push(ReadRelation {
                id: guid(link, "guid"),
                kind: kind.to_owned(),
                from,
                to,
                date,
                note,
            });
        }
        if !others.is_empty() {
            let names: Vec<String> = others.into_iter().collect();
            self.warnings
                .add(format!("links that tie no two marks of one text were left out: {}", names.join(", ")));
        }
    }
}

/// What a selection quotes. Programs call selections by their words, by the start of them, or by anything: words that stand
/// nowhere quote nothing.
fn quote<'e>(selection: &'e Element, words: &str) -> Option<&'e str> {
    let name = selection.attribute("name")?;
    let number = |name: &str| selection.attribute(name).and_then(|value| value.trim().parse::<usize>().ok());
    let count = number("endPosition")?.checked_sub(number("startPosition")?)?;
    (name.chars().count() == count && words.contains(name)).then_some(name)
}

fn role(line: &str) -> ReadRole {
    let mut parts = line.split('\t');
    let mut part = || parts.next().unwrap_or_default().to_owned();
    let [title, organisation, entity, from, to] = std::array::from_fn(|_| part());
    ReadRole { title, organisation, entity, from: from.parse().ok(), to: to.parse().ok() }
}

/// The date in the first line of a note of ours, and the rest.
fn dated(note: String) -> (Option<SaidDate>, String) {
    let (first, rest) = note.split_once('\n').unwrap_or((&note, ""));
    let date = first.strip_prefix(DATE).and_then(|date| date.split_once('\t'));
    match date.and_then(|(words, value)| SaidDate::new(words, value.parse().ok())) {
        Some(date) => (Some(date), rest.to_owned()),
        None => (None, note),
    }
}
