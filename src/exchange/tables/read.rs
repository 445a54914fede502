//! The reader: columns are found by their names, whatever their order.

use super::{ARTICLES, ENTITIES, MENTIONS, RELATIONS, ROLES, delimiter, heads, plain};
use crate::{
    exchange::{
        File, Imported, ReadError, found, json,
        jsonl::provenance,
        placing::{Asked, RawText, Unit},
        warnings::Warnings,
    },
    model::{
        Annotated, Date, EntityFacts, Facts, Meaning, ReadEntity, ReadMark, ReadRelation, ReadRole, SaidDate,
    },
};
use std::{collections::BTreeMap, rc::Rc};

/// A row with its line.
struct Row {
    line: usize,
    heads: Rc<[String]>,
    cells: csv::StringRecord,
}

impl Row {
    fn get(&self, column: &str) -> &str {
        let place = self.heads.iter().position(|head| head == column);
        place.and_then(|place| self.cells.get(place)).map_or("", plain)
    }

    fn has(&self, column: &str) -> bool {
        self.heads.iter().position(|head| head == column).is_some_and(|place| place < self.cells.len())
    }

    fn offset(&self, column: &str) -> Result<usize, String> {
        let cell = self.get(column);
        cell.trim().parse().map_err(|_| format!("“{cell}” is no offset in the column {column}"))
    }
}

fn rows(file: &File) -> Result<Vec<Row>, ReadError> {
    let words = json::words(&file.bytes).map_err(|error| error.of(&file.name))?;
    let first = words.lines().next().unwrap_or_default();
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(first))
        .has_headers(false)
        .flexible(true)
        .from_reader(words.as_bytes());
    let heads: Rc<[String]> = heads(file).into();
    let mut rows = Vec::new();
    let (mut line, mut counted) = (1, 0);
    for record in reader.records().skip(1) {
        let record = record.map_err(|error| ReadError::new(error.to_string()).of(&file.name))?;
        let at = record.position().map_or(0, csv::Position::byte);
        let at = usize::try_from(at).unwrap_or(words.len());
        // The reader stands before the LF of CR LF.
        let passed = words.as_bytes().get(counted..at).unwrap_or_default();
        line += memchr::memchr_iter(b'\n', passed).count();
        let is_before_end = words.as_bytes().get(at) == Some(&b'\n');
        counted = at;
        let line = line + usize::from(is_before_end);
        rows.push(Row { line, heads: Rc::clone(&heads), cells: record });
    }
    Ok(rows)
}

/// The files of texts that a table of articles names.
pub(super) fn files_of(file: &File) -> Vec<String> {
    let rows = rows(file).unwrap_or_default();
    rows.iter().map(|row| row.get("file").to_owned()).filter(|name| is_below(name)).collect()
}

/// Whether a path leads to a file below the folder, and nowhere else.
fn is_below(name: &str) -> bool {
    let parts = name.split('/');
    !name.is_empty()
        && !name.contains(['\\', ':'])
        && parts.into_iter().all(|part| !matches!(part, "" | "." | ".."))
}

pub(super) fn read(files: &[File]) -> Result<Imported, ReadError> {
    let mut warnings = Warnings::default();
    let mut imported = Imported::default();
    let tables = files.iter().filter(|file| heads(file).iter().any(|head| head == "file"));
    let mut is_any = false;
    for table in tables {
        is_any = true;
        read_folder(table, files, &mut imported, &mut warnings)?;
    }
    if !is_any {
        return Err(ReadError::new(format!("{ARTICLES} is not there; name the folder with all the tables")));
    }
    imported.warnings = warnings.into_vec();
    Ok(imported)
}

fn read_folder(
    table: &File,
    files: &[File],
    imported: &mut Imported,
    warnings: &mut Warnings,
) -> Result<(), ReadError> {
    let folder = table.name.rfind('/').and_then(|at| table.name.get(..=at)).unwrap_or_default();
    let by_name: BTreeMap<&str, &File> = files.iter().map(|file| (file.name.as_str(), file)).collect();
    let beside = |name: &str| -> Result<(String, Vec<Row>), ReadError> {
        let name = format!("{folder}{name}");
        let rows = by_name.get(name.as_str()).map_or(Ok(Vec::new()), |file| rows(file))?;
        Ok((name, rows))
    };
    let (name, mentions) = beside(MENTIONS)?;
    let mut by_article: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    for row in mentions {
        by_article.entry(row.get("doc").to_owned()).or_default().push(row);
    }
    let (_, relations) = beside(RELATIONS)?;
    let mut tied: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    for row in relations {
        tied.entry(row.get("doc").to_owned()).or_default().push(row);
    }
    for row in rows(table)? {
        let file = row.get("file");
        let Some(text) = by_name.get(format!("{folder}{file}").as_str()).filter(|_| is_below(file)) else {
            warnings.add(format!("{}: line {}: the text “{file}” is not there", table.name, row.line));
            continue;
        };
        let stem = text.stem().rsplit('/').next().unwrap_or_default().to_owned();
        let keys = [stem, row.get("id").to_owned()];
        let take = |all: &mut BTreeMap<String, Vec<Row>>| {
            keys.iter().find_map(|key| all.remove(key)).unwrap_or_default()
        };
        let (marks, relations) = (take(&mut by_article), take(&mut tied));
        match article(&row, text, &name, &marks, warnings) {
            Ok(mut article) => {
                article.relations = relations.iter().map(relation).collect();
                imported.articles.push(article);
            }
            Err(why) => warnings.add(format!("{}: {why}", text.name)),
        }
    }
    for row in by_article.values().flatten() {
        warnings.add(format!("{name}: line {}: there is no article “{}”", row.line, row.get("doc")));
    }
    let (_, entities) = beside(ENTITIES)?;
    let (_, roles) = beside(ROLES)?;
    let mut held: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for role in &roles {
        held.entry(role.get("entity")).or_default().push(role);
    }
    let held = |row: &Row| held.get(row.get("id")).map_or(&[][..], Vec::as_slice);
    imported.entities.extend(entities.iter().map(|row| entity(row, held(row))));
    Ok(())
}

fn article(
    row: &Row,
    text: &File,
    table: &str,
    marks: &[Row],
    warnings: &mut Warnings,
) -> Result<Annotated, String> {
    let raw = std::str::from_utf8(&text.bytes).map_err(|_| "the text is not UTF-8")?;
    let raw = RawText::new(raw).ok_or("the text is too long")?;
    let mut article = Annotated::new(raw.text().clone());
    row.get("id").clone_into(&mut article.id);
    let day = row.get("published");
    let published = day.parse::<Date>().ok();
    if published.is_none() && !day.is_empty() {
        warnings.add(format!("{}: “{day}” is no date such as 2019-11-10", text.name));
    }
    article.facts = Facts {
        title: row.get("title").to_owned(),
        published,
        language: row.get("language").to_owned(),
        published_at: row.get("published_at").to_owned(),
        byline: row.get("byline").to_owned(),
        site: row.get("site").to_owned(),
        url: row.get("url").to_owned(),
        origins: found::read_lines(row.get("found_in").lines()),
    };
    row.get("source").clone_into(&mut article.source);
    if !row.get("encoding").is_empty() {
        row.get("encoding").clone_into(&mut article.encoding);
    }
    let mut asked = Vec::new();
    let mut wanted = Vec::new();
    for mark in marks {
        match mark.offset("start").and_then(|start| Ok((start, mark.offset("end")?))) {
            Ok((start, end)) => {
                let quote = Some(mark.get("text")).filter(|words| !words.is_empty());
                asked.push(Asked { start, end, quote });
                wanted.push(mark);
            }
            Err(why) => warnings.add(format!("{table}: line {}: {why}", mark.line)),
        }
    }
    let placed = raw.place(Unit::CodePoints, &asked);
    warnings.add_all(&text.name, placed.warnings);
    for (mark, span) in wanted.into_iter().zip(placed.spans) {
        match span {
            Ok(span) => article.marks.push(ReadMark {
                id: mark.get("id").to_owned(),
                span,
                label: mark.get("label").to_owned(),
                meaning: match mark.get("entity") {
                    "" if mark.has("entity") => Meaning::Nothing,
                    "" => Meaning::Words,
                    id => Meaning::Entity(id.to_owned()),
                },
                is_metonym: mark.get("metonym") == "yes",
                date: mark.get("date").parse().ok(),
                note: mark.get("note").to_owned(),
                provenance: provenance(mark.get("origin"), mark.get("score").parse().ok()),
            }),
            Err(why) => warnings.add(format!("{table}: line {}: the mark was left out: {why}", mark.line)),
        }
    }
    Ok(article)
}

fn relation(row: &Row) -> ReadRelation {
    ReadRelation {
        id: row.get("id").to_owned(),
        kind: row.get("type").to_owned(),
        from: row.get("from").to_owned(),
        to: row.get("to").to_owned(),
        date: SaidDate::new(row.get("date"), row.get("value").parse().ok()),
        note: row.get("note").to_owned(),
    }
}

fn entity(row: &Row, roles: &[&Row]) -> ReadEntity {
    let lines = |column: &str| row.get(column).lines().filter(|line| !line.is_empty());
    let id = |line: &str| line.split_once(' ').map(|(collection, id)| (collection.to_owned(), id.to_owned()));
    let role = |role: &&Row| ReadRole {
        title: role.get("title").to_owned(),
        organisation: role.get("organisation").to_owned(),
        entity: role.get("organisation_id").to_owned(),
        from: role.get("from").parse().ok(),
        to: role.get("to").parse().ok(),
    };
    ReadEntity {
        id: row.get("id").to_owned(),
        label: row.get("label").to_owned(),
        name: Some(row.get("given_name").to_owned()).filter(|name| !name.is_empty()),
        facts: EntityFacts {
            note: row.get("note").to_owned(),
            aliases: lines("aliases").map(str::to_owned).collect(),
            country: row.get("country").to_owned(),
            ids: lines("ids").filter_map(id).collect(),
            roles: Vec::new(),
        },
        roles: roles.iter().map(role).collect(),
    }
}
