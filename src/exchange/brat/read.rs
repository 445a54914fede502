//! The reader. A line that cannot be read is told of, and the others are.

use super::METONYM;
use crate::{
    exchange::{
        File, Imported, ReadError,
        codes::id_in,
        extras, json,
        placing::{Asked, RawText, Unit},
        warnings::Warnings,
    },
    model::{Annotated, EntityFacts, Meaning, ReadEntity, ReadMark, ReadRelation},
    text::Span,
};
use std::collections::BTreeMap;

pub(super) fn read(files: &[File]) -> Result<Imported, ReadError> {
    let texts: BTreeMap<&str, &File> =
        files.iter().filter(|file| file.extension() == "txt").map(|file| (file.stem(), file)).collect();
    let beside = extras::lines(files);
    let (mut imported, mut warnings, mut first) = (Imported::default(), Warnings::default(), None);
    for file in files.iter().filter(|file| file.extension() == "ann") {
        let read = match texts.get(file.stem()) {
            Some(text) => one(file, text, &mut warnings),
            None => Err(ReadError::new(format!("its text is not there; put {}.txt beside it", file.stem()))),
        };
        match read {
            Ok((mut article, mut entities)) => {
                let kept = extras::Kept { notes: true, relations: true };
                let value = beside.get(file.stem());
                if value.is_some() {
                    // They are told better there.
                    entities.clear();
                }
                let native: Vec<Meaning> = article.marks.iter().map(|mark| mark.meaning.clone()).collect();
                extras::join(value, kept, &mut article, &mut entities);
                let pairs = native.iter().zip(&article.marks).filter(|(old, mark)| **old != mark.meaning);
                let known: Vec<(Meaning, Meaning)> =
                    pairs.map(|(old, mark)| (old.clone(), mark.meaning.clone())).collect();
                // A mark that was added in brat means what those mean that it was put with.
                for mark in article.marks.iter_mut().filter(|mark| mark.meaning != Meaning::Words) {
                    if let Some((_, new)) = known.iter().find(|(old, _)| *old == mark.meaning) {
                        mark.meaning = new.clone();
                    }
                }
                imported.articles.push(article);
                imported.entities.append(&mut entities);
            }
            Err(error) => {
                warnings.add(error.clone().of(&file.name).to_string());
                first.get_or_insert(error.of(&file.name));
            }
        }
    }
    if let (true, Some(error)) = (imported.articles.is_empty(), first) {
        return Err(error);
    }
    imported.warnings = warnings.into_vec();
    Ok(imported)
}

fn one(ann: &File, text: &File, warnings: &mut Warnings) -> Result<(Annotated, Vec<ReadEntity>), ReadError> {
    let raw = std::str::from_utf8(&text.bytes)
        .map_err(|_| ReadError::new(format!("{} is not UTF-8", text.name)))?;
    let raw = RawText::new(raw).ok_or_else(|| ReadError::new("the text is too long"))?;
    let lines = Lines::of(json::words(&ann.bytes)?);
    let mut article = Annotated::new(raw.text().clone());
    article.source.clone_from(&text.name);
    id_in(ann.stem()).unwrap_or_default().clone_into(&mut article.id);
    for (line, why) in &lines.wrong {
        warnings.add(format!("{}: line {line}: {why}", ann.name));
    }
    let asked: Vec<Asked> = lines.marks.iter().flat_map(MarkLine::asked).collect();
    let placed = raw.place(Unit::CodePoints, &asked);
    warnings.add_all(&ann.name, placed.warnings);
    let mut spans = placed.spans.into_iter();
    let mut pieces = 0;
    let meanings = lines.meanings();
    for mark in &lines.marks {
        let here: Vec<Result<Span, String>> = spans.by_ref().take(mark.places.len()).collect();
        pieces += here.len() - 1;
        let mut id = mark.id.to_owned();
        for span in here {
            match span {
                Ok(span) => article.marks.push(ReadMark {
                    // Relations are with the first piece.
                    id: std::mem::take(&mut id),
                    meaning: meanings
                        .get(mark.id)
                        .map_or(Meaning::Words, |key| Meaning::Entity(format!("{}#{key}", ann.stem()))),
                    is_metonym: lines.metonyms.contains(&mark.id),
                    note: lines.notes.get(mark.id).map(|all| all.join("\n")).unwrap_or_default(),
                    ..ReadMark::new(span, mark.label)
                }),
                Err(why) => {
                    let line = mark.line;
                    warnings.add(format!("{}: line {line}: {} was left out: {why}", ann.name, mark.id));
                }
            }
        }
    }
    if pieces > 0 {
        warnings.add(format!(
            "{}: marks in several pieces became a mark for each, which mean the same ({pieces} more)",
            ann.name
        ));
    }
    article.relations = lines.relations();
    let entities = lines.entities(ann.stem());
    Ok((article, entities))
}

/// A `T` line.
struct MarkLine<'a> {
    line: usize,
    id: &'a str,
    label: &'a str,
    places: Vec<(usize, usize)>,
    words: &'a str,
}

impl MarkLine<'_> {
    /// Of a mark in several pieces the words are divided by their lengths, since they stand with a blank between them.
    fn asked(&self) -> Vec<Asked<'_>> {
        if let [(start, end)] = *self.places.as_slice() {
            return vec![Asked { start, end, quote: Some(self.words) }];
        }
        let mut rest = self.words;
        let mut found = Vec::new();
        for (start, end) in &self.places {
            let count = end.saturating_sub(*start);
            let cut = rest.char_indices().nth(count).map_or(rest.len(), |(at, _)| at);
            let (quote, after) = rest.split_at_checked(cut).unwrap_or((rest, ""));
            found.push(Asked {
                start: *start,
                end: *end,
                quote: Some(quote).filter(|quote| !quote.is_empty()),
            });
            rest = after.strip_prefix(' ').unwrap_or(after);
        }
        found
    }
}

/// An `R`, `E` or `*` line: id, type, ends by role.
type Tie<'a> = (&'a str, &'a str, Vec<(&'a str, &'a str)>);

/// What a file says, line by line.
#[derive(Default)]
struct Lines<'a> {
    marks: Vec<MarkLine<'a>>,
    ties: Vec<Tie<'a>>,
    /// Event → trigger.
    triggers: BTreeMap<&'a str, &'a str>,
    notes: BTreeMap<&'a str, Vec<String>>,
    metonyms: Vec<&'a str>,
    /// Target, collection, id, name.
    references: Vec<(&'a str, &'a str, &'a str, &'a str)>,
    same: Vec<Vec<&'a str>>,
    wrong: Vec<(usize, String)>,
}

impl<'a> Lines<'a> {
    fn of(words: &'a str) -> Self {
        let mut lines = Self::default();
        for (index, line) in words.lines().enumerate() {
            let line = line.trim_end_matches('\r');
            if !line.trim().is_empty()
                && let Err(why) = lines.take(index + 1, line)
            {
                lines.wrong.push((index + 1, why));
            }
        }
        lines.settle_events();
        lines
    }

    fn take(&mut self, number: usize, line: &'a str) -> Result<(), String> {
        let mut parts = line.splitn(3, '\t');
        let (id, middle, words) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
        let middle = middle.ok_or("there is no tab between its parts: it was left out")?;
        let mut fields = middle.split(' ').filter(|field| !field.is_empty());
        let head = fields.next().ok_or("it says nothing: it was left out")?;
        match id.chars().next() {
            Some('T') => {
                let places = middle.get(head.len()..).and_then(places);
                let places = places.ok_or_else(|| format!("“{middle}” is no label with its place"))?;
                let words = words.ok_or("the words are missing after the place")?;
                self.marks.push(MarkLine { line: number, id, label: head, places, words });
            }
            Some('R' | 'E') => {
                let ends = fields.map(|field| field.split_once(':').ok_or("an end has no “:”"));
                let mut ends: Vec<_> = ends.collect::<Result<_, _>>()?;
                let mut kind = head;
                if let Some((event, trigger)) = head.split_once(':') {
                    self.triggers.insert(id, trigger);
                    kind = event;
                    ends.insert(0, ("", id));
                }
                self.ties.push((id, kind, ends));
            }
            Some('#') => {
                let target = fields.next().ok_or("the remark has no target")?;
                self.notes.entry(target).or_default().push(words.unwrap_or_default().to_owned());
            }
            Some('A' | 'M') => {
                let target = fields.next().ok_or("the attribute has no target")?;
                let value = fields.collect::<Vec<_>>().join(" ");
                match (head, value.as_str()) {
                    (METONYM, "") => self.metonyms.push(target),
                    (_, "") => self.notes.entry(target).or_default().push(head.to_owned()),
                    (_, value) => self.notes.entry(target).or_default().push(format!("{head}: {value}")),
                }
            }
            Some('N') => {
                let (target, reference) =
                    fields.next().zip(fields.next()).ok_or("the reference says nothing")?;
                let (collection, id) = reference.split_once(':').ok_or("the reference has no “:”")?;
                self.references.push((target, collection, id, words.unwrap_or_default()));
            }
            Some('*') => match head {
                "Equiv" => self.same.push(fields.collect()),
                other => self.ties.push((id, other, fields.map(|end| ("", end)).collect())),
            },
            _ => return Err(format!("“{id}” begins no line of brat: it was left out")),
        }
        Ok(())
    }

    /// What is said of an event is said of its trigger.
    fn settle_events(&mut self) {
        let triggers = std::mem::take(&mut self.triggers);
        let mark_of = |id: &mut &'a str| {
            if let Some(trigger) = triggers.get(id) {
                *id = trigger;
            }
        };
        self.ties.iter_mut().flat_map(|(_, _, ends)| ends).for_each(|(_, end)| mark_of(end));
        self.metonyms.iter_mut().for_each(mark_of);
        self.references.iter_mut().for_each(|(target, ..)| mark_of(target));
        for (event, trigger) in &triggers {
            if let Some(mut notes) = self.notes.remove(event) {
                self.notes.entry(trigger).or_default().append(&mut notes);
            }
        }
    }

    /// Relations as they are; of an event one for each role, from its trigger; of a longer `*` line from its first.
    fn relations(&self) -> Vec<ReadRelation> {
        let mut all = Vec::new();
        for (id, kind, ends) in &self.ties {
            let is_event = id.starts_with('E');
            let Some(((_, from), others)) = ends.split_first() else {
                continue;
            };
            for (role, to) in others {
                let kind = if is_event { role.trim_end_matches(|c: char| c.is_ascii_digit()) } else { kind };
                let (kind, from, to) = (kind.to_owned(), (*from).to_owned(), (*to).to_owned());
                all.push(ReadRelation { kind, from, to, ..ReadRelation::default() });
            }
        }
        all
    }

    /// Mark → the first mark that means the same; for those that mean the same as another, or have an id elsewhere.
    fn meanings(&self) -> BTreeMap<&'a str, &'a str> {
        let mut meanings: BTreeMap<&str, &str> = BTreeMap::new();
        let pieces = self.marks.iter().filter(|mark| mark.places.len() > 1).map(|mark| vec![mark.id]);
        let mut by_reference: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
        for (target, collection, id, _) in &self.references {
            by_reference.entry((collection, id)).or_default().push(target);
        }
        for group in self.same.iter().cloned().chain(by_reference.into_values()).chain(pieces) {
            let known = group.iter().find_map(|mark| meanings.get(mark).copied());
            let Some(kept) = known.or_else(|| group.first().copied()) else {
                continue;
            };
            let others: Vec<&str> = group.iter().filter_map(|mark| meanings.get(mark).copied()).collect();
            for meaning in meanings.values_mut().filter(|meaning| others.contains(meaning)) {
                *meaning = kept;
            }
            meanings.extend(group.into_iter().map(|mark| (mark, kept)));
        }
        meanings
    }

    fn entities(&self, stem: &str) -> Vec<ReadEntity> {
        let meanings = self.meanings();
        let mut entities: BTreeMap<&str, ReadEntity> = BTreeMap::new();
        for (target, collection, id, name) in &self.references {
            let Some(key) = meanings.get(target) else {
                continue;
            };
            let entity = entities.entry(key).or_insert_with(|| ReadEntity {
                id: format!("{stem}#{key}"),
                label: self
                    .marks
                    .iter()
                    .find(|mark| mark.id == *key)
                    .map_or(String::new(), |m| m.label.to_owned()),
                name: Some((*name).to_owned()).filter(|name| !name.trim().is_empty()),
                facts: EntityFacts::default(),
                roles: Vec::new(),
            });
            entity.facts.ids.insert((*collection).to_owned(), (*id).to_owned());
        }
        entities.into_values().collect()
    }
}

/// ` 0 5;16 23`.
fn places(words: &str) -> Option<Vec<(usize, usize)>> {
    let place = |piece: &str| {
        let mut numbers = piece.split_whitespace();
        let place = (numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?);
        numbers.next().is_none().then_some(place)
    };
    words.split(';').map(place).collect()
}
