//! The reader: every span layer, and relations between its spans.

use super::{HEAD, LAYER, unescape};
use crate::{
    exchange::{
        File, Imported, ReadError,
        codes::id_in,
        extras, json,
        placing::{Asked, RawText, Unit},
        warnings::Warnings,
    },
    model::{Annotated, ReadMark, ReadRelation},
};
use std::collections::BTreeMap;

pub(super) fn read(files: &[File]) -> Result<Imported, ReadError> {
    let beside = extras::lines(files);
    let (mut imported, mut warnings, mut first) = (Imported::default(), Warnings::default(), None);
    for file in files.iter().filter(|file| super::recognises(file)) {
        match one(file, &mut warnings) {
            Ok(mut article) => {
                let value = beside.get(file.stem());
                extras::join(value, extras::Kept::default(), &mut article, &mut imported.entities);
                imported.articles.push(article);
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

fn one(file: &File, warnings: &mut Warnings) -> Result<Annotated, ReadError> {
    let words = json::words(&file.bytes)?;
    if !words.starts_with(HEAD) {
        return Err(ReadError::new(
            "this is WebAnno TSV 2, which says nothing of places; write it as WebAnno TSV 3 where it came from",
        ));
    }
    let mut table = Table::default();
    let mut wrong = Vec::new();
    for (index, line) in words.split('\n').enumerate() {
        if let Err(why) = table.take(line.trim_end_matches('\r')) {
            wrong.push(ReadError::at(index + 1, why));
        }
    }
    if let (true, Some(first)) = (table.text.is_empty(), wrong.first()) {
        return Err(first.clone());
    }
    for one in wrong {
        warnings.add(format!("{}: the line was left out", one.of(&file.name)));
    }
    let raw = RawText::new(&table.text).ok_or_else(|| ReadError::new("the text is too long"))?;
    let mut article = Annotated::new(raw.text().clone());
    article.source.clone_from(&file.name);
    id_in(file.stem()).unwrap_or_default().clone_into(&mut article.id);
    let marks: Vec<(&String, &Mark)> = table.marks.iter().collect();
    let asked: Vec<Asked> =
        marks.iter().map(|(_, mark)| Asked { start: mark.start, end: mark.end, quote: None }).collect();
    let placed = raw.place_exactly(Unit::Utf16, &asked);
    warnings.add_all(&file.name, placed.warnings);
    for ((id, mark), span) in marks.into_iter().zip(placed.spans) {
        match span {
            Ok(span) => article.marks.push(ReadMark { id: id.clone(), ..ReadMark::new(span, mark.label()) }),
            Err(why) => warnings.add(format!("{}: a mark {} was left out: {why}", file.name, mark.label())),
        }
    }
    article.marks.sort_by(|a, b| (a.span, &a.label).cmp(&(b.span, &b.label)));
    article.relations = table.relations();
    if table.left_out > 0 {
        let (name, count) = (&file.name, table.left_out);
        warnings.add(format!("{name}: {count} values of chains and slots were left out"));
    }
    Ok(article)
}

/// A column of the table.
#[derive(Clone)]
enum Column {
    /// Of a span layer: its name, and the feature.
    Span(usize, String),
    /// Of a relation layer: its name, the feature; `None` for the column that says where from.
    Relation(usize, Option<String>),
    Other,
}

/// A span with its features.
#[derive(Default)]
struct Mark {
    start: usize,
    end: usize,
    layer: String,
    features: BTreeMap<String, String>,
}

impl Mark {
    /// `value` where there is one, else any other that says something, else the layer’s own name.
    fn label(&self) -> String {
        let said = |value: &&String| !value.is_empty();
        let value = self.features.get("value").filter(said);
        let other =
            self.features.iter().filter(|(feature, _)| *feature != "identifier").map(|(_, value)| value);
        let short = self.layer.rsplit('.').next().unwrap_or_default();
        value.or_else(|| other.clone().find(said)).map_or_else(|| short.to_owned(), Clone::clone)
    }
}

#[derive(Default)]
struct Table {
    columns: Vec<Column>,
    layers: Vec<String>,
    text: String,
    text_units: usize,
    /// The text of a sentence whose place its first token says.
    waiting: Option<String>,
    /// By layer and number, or layer, token and place in the stack.
    marks: BTreeMap<String, Mark>,
    /// Token number and label → its mark, for relations.
    relation_cells: Vec<RelationCell>,
    left_out: usize,
}

/// A relation as a line has it.
struct RelationCell {
    layer: usize,
    base: String,
    /// Token of the target, and what its line says of where from: `1-1[2_0]`.
    token: String,
    from: Vec<String>,
    values: Vec<String>,
}

impl Table {
    fn take(&mut self, line: &str) -> Result<(), String> {
        if let Some(text) = line.strip_prefix("#Text=") {
            // A text of several lines has several of these.
            match &mut self.waiting {
                Some(waiting) => {
                    waiting.push('\n');
                    waiting.push_str(&unescape(text));
                }
                None => self.waiting = Some(unescape(text)),
            }
            return Ok(());
        }
        if let Some(layer) = line.strip_prefix("#T_SP=") {
            self.add_layer(layer, true);
        } else if let Some(layer) = line.strip_prefix("#T_RL=") {
            self.add_layer(layer, false);
        } else if let Some(chain) = line.strip_prefix("#T_CH=") {
            let count = chain.split('|').count() - 1;
            self.columns.extend(vec![Column::Other; count]);
        } else if line.starts_with(|c: char| c.is_ascii_digit()) {
            return self.row(line);
        }
        Ok(())
    }

    fn add_layer(&mut self, words: &str, is_span: bool) {
        let mut parts = words.split('|');
        let number = self.layers.len();
        self.layers.push(parts.next().unwrap_or_default().to_owned());
        for feature in parts {
            self.columns.push(match (is_span, feature.strip_prefix("BT_")) {
                (true, _) if feature.starts_with("ROLE_") => Column::Other,
                (true, _) => Column::Span(number, feature.to_owned()),
                (false, Some(base)) => {
                    self.relation_cells.push(RelationCell {
                        layer: number,
                        base: base.to_owned(),
                        token: String::new(),
                        from: Vec::new(),
                        values: Vec::new(),
                    });
                    Column::Relation(number, None)
                }
                (false, None) => Column::Relation(number, Some(feature.to_owned())),
            });
        }
    }

    fn row(&mut self, line: &str) -> Result<(), String> {
        let mut cells = line.split('\t');
        let token = cells.next().unwrap_or_default();
        let place = cells.next().and_then(|place| place.split_once('-'));
        let place = place.and_then(|(start, end)| Some((start.parse().ok()?, end.parse().ok()?)));
        let (start, end): (usize, usize) = place.ok_or("the second column is no place such as 0-4")?;
        cells.next().ok_or("the token is missing")?;
        if let Some(text) = self.waiting.take() {
            self.begin_sentence(&text, start);
        }
        let cells: Vec<&str> = cells.collect();
        let columns = std::mem::take(&mut self.columns);
        let mut relations: BTreeMap<usize, (Vec<String>, Vec<String>)> = BTreeMap::new();
        for (cell, column) in cells.iter().zip(&columns) {
            if matches!(*cell, "_" | "") {
                continue;
            }
            match column {
                Column::Span(layer, feature) => self.span_cell(*layer, feature, cell, token, (start, end)),
                Column::Relation(layer, feature) => {
                    let here = relations.entry(*layer).or_default();
                    let values = split(cell).into_iter().map(|(value, _)| value);
                    match feature {
                        None => here.0.extend(cell.split('|').map(str::to_owned)),
                        Some(_) if here.1.is_empty() => here.1.extend(values),
                        Some(_) => {}
                    }
                }
                Column::Other => self.left_out += split(cell).len(),
            }
        }
        self.columns = columns;
        for (layer, (from, values)) in relations {
            let base =
                self.relation_cells.iter().find(|cell| cell.layer == layer).map(|cell| cell.base.clone());
            let base = base.unwrap_or_default();
            self.relation_cells.push(RelationCell { layer, base, token: token.to_owned(), from, values });
        }
        Ok(())
    }

    /// What lies between sentences is not in the file: they are set on lines of their own.
    fn begin_sentence(&mut self, text: &str, first_token: usize) {
        let lead = text.len() - text.trim_start().len();
        let lead = text.get(..lead).unwrap_or_default().encode_utf16().count();
        while self.text_units < first_token.saturating_sub(lead) {
            self.text.push('\n');
            self.text_units += 1;
        }
        self.text.push_str(text);
        self.text_units += text.encode_utf16().count();
    }

    fn span_cell(
        &mut self,
        layer: usize,
        feature: &str,
        cell: &str,
        token: &str,
        (start, end): (usize, usize),
    ) {
        let name = self.layers.get(layer).cloned().unwrap_or_default();
        for (place, (value, number)) in split(cell).into_iter().enumerate() {
            let id = match number {
                Some(number) => format!("{name}#{number}"),
                None => format!("{name}@{token}/{place}"),
            };
            let mark = self.marks.entry(id).or_insert_with(|| Mark {
                start,
                end,
                layer: name.clone(),
                features: BTreeMap::new(),
            });
            mark.start = mark.start.min(start);
            mark.end = mark.end.max(end);
            if value != "*" && !feature.is_empty() {
                mark.features.insert(feature.to_owned(), unescape(&value));
            }
        }
    }

    fn relations(&self) -> Vec<ReadRelation> {
        let mut all = Vec::new();
        for cell in self.relation_cells.iter().filter(|cell| !cell.token.is_empty()) {
            for (place, from) in cell.from.iter().enumerate() {
                let Some((source, target)) = self.ends(cell, from) else {
                    continue;
                };
                let layer = self.layers.get(cell.layer).map_or("", String::as_str);
                let value = cell.values.get(place).filter(|value| *value != "*").map(|value| unescape(value));
                let kind = value.unwrap_or_else(|| layer.rsplit('.').next().unwrap_or_default().to_owned());
                all.push(ReadRelation { kind, from: source, to: target, ..ReadRelation::default() });
            }
        }
        all
    }

    /// `1-1[2_0]`: from the mark numbered 2 that is on token 1-1, to the one without a number on this token.
    fn ends(&self, cell: &RelationCell, from: &str) -> Option<(String, String)> {
        let (token, numbers) = match from.split_once('[') {
            Some((token, numbers)) => (token, numbers.trim_end_matches(']').split_once('_')?),
            None => (from, ("0", "0")),
        };
        let base = if self.layers.contains(&cell.base) { cell.base.as_str() } else { LAYER };
        let mark = |token: &str, number: &str| {
            let id = if number == "0" { format!("{base}@{token}/0") } else { format!("{base}#{number}") };
            self.marks.contains_key(&id).then_some(id)
        };
        mark(token, numbers.0).zip(mark(&cell.token, numbers.1))
    }
}

/// The values of a cell, each with its number: `PER[1]|LOC`.
fn split(cell: &str) -> Vec<(String, Option<String>)> {
    let mut parts = vec![String::new()];
    let mut escaped = false;
    for character in cell.chars() {
        if character == '|' && !escaped {
            parts.push(String::new());
        } else if let Some(last) = parts.last_mut() {
            last.push(character);
        }
        escaped = character == '\\' && !escaped;
    }
    let number = |part: String| {
        let open = part
            .rfind('[')
            .filter(|at| part.ends_with(']') && !part.get(..*at).is_some_and(|b| b.ends_with('\\')));
        let Some(open) = open else {
            return (part, None);
        };
        let number = part.get(open + 1..part.len() - 1).unwrap_or_default().to_owned();
        let is_number = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
        if is_number { (part.get(..open).unwrap_or_default().to_owned(), Some(number)) } else { (part, None) }
    };
    parts.into_iter().map(number).collect()
}
