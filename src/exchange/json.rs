//! JSON in files of other tools: one value, several behind each other, or one a line. Says the line of what is wrong.

use super::{File, Imported, ReadError, losses::Losses, warnings::Warnings};
use crate::model::{Annotated, ReadEntity};
use serde::Serialize;
use serde_json::Value;

/// The words of a file: UTF-8, with or without a mark at the head.
pub(super) fn words(bytes: &[u8]) -> Result<&str, ReadError> {
    let words = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = memchr::memchr_iter(b'\n', before).count() + 1;
        ReadError::at(line, "this is not UTF-8; save the file as UTF-8 and try again")
    })?;
    Ok(words.strip_prefix('\u{feff}').unwrap_or(words))
}

/// The first records of a file, for a look at what it is; none where it does not begin like JSON.
pub(super) fn heads(bytes: &[u8]) -> Vec<Value> {
    /// So many are looked at.
    const HEADS: usize = 20;
    const NEAR_BYTES: usize = 256;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match bytes.iter().find(|byte| !byte.is_ascii_whitespace()) {
        Some(b'{' | b'[') => {}
        _ => return Vec::new(),
    }
    // A CAS of UIMA and a page of JSON-LD are one record with all that there is in it, and no format looks for them here.
    let near = bytes.get(..NEAR_BYTES).unwrap_or(bytes).trim_ascii_start();
    let first_key = near.strip_prefix(b"{").unwrap_or_default().trim_ascii_start();
    if first_key.starts_with(b"\"%") || first_key.starts_with(b"\"@") {
        return Vec::new();
    }
    let mut heads = Vec::new();
    for value in serde_json::Deserializer::from_slice(bytes).into_iter::<Value>().take(HEADS) {
        match value {
            Ok(Value::Array(all)) if !is_tuple(&all) => heads.extend(all.into_iter().take(HEADS)),
            Ok(value) => heads.push(value),
            Err(_) => break,
        }
    }
    heads
}

/// Reads every record of a file as an article, and the entities that it speaks of. A record that is none is told of by its line and left out.
///
/// # Errors
/// If no record is one: why the first is not.
pub(super) fn read_each(
    files: &[File],
    mut article: impl FnMut(&Value, &mut Vec<ReadEntity>, &mut Warnings) -> Result<Annotated, String>,
) -> Result<Imported, ReadError> {
    let (mut imported, mut warnings, mut first) = (Imported::default(), Warnings::default(), None);
    let entities = &mut imported.entities;
    for file in files {
        for (line, value) in records(words(&file.bytes)?) {
            match value.and_then(|value| article(&value, entities, &mut warnings)) {
                Ok(article) => imported.articles.push(article),
                Err(why) => {
                    warnings.at(line, &why);
                    first.get_or_insert(ReadError::at(line, why));
                }
            }
        }
    }
    if let (true, Some(error)) = (imported.articles.is_empty(), first) {
        return Err(error);
    }
    imported.warnings = warnings.into_vec();
    Ok(imported)
}

/// The records of a file, each with its line: those of an array, else one value after the other. What is wrong is said and the
/// next line is read where there is one record a line.
pub(super) fn records(words: &str) -> Vec<(usize, Result<Value, String>)> {
    let start = words.trim_start();
    if start.starts_with('[')
        && let Ok(Value::Array(all)) = serde_json::from_str(words)
        && !is_tuple(&all)
    {
        return all.into_iter().enumerate().map(|(place, value)| (place + 1, Ok(value))).collect();
    }
    let lines = || words.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let is_lines = lines().next().is_some_and(|(_, first)| serde_json::from_str::<Value>(first).is_ok());
    if !is_lines {
        return behind_each_other(words);
    }
    let read = |line: &str| serde_json::from_str(line).map_err(|error| explain(&error));
    lines().map(|(index, line)| (index + 1, read(line))).collect()
}

/// Whether an array is one record of the form `["text", {…}]`.
fn is_tuple(all: &[Value]) -> bool {
    matches!(all, [Value::String(_), Value::Object(_)])
}

/// Values that run over several lines.
fn behind_each_other(words: &str) -> Vec<(usize, Result<Value, String>)> {
    let mut found = Vec::new();
    let mut stream = serde_json::Deserializer::from_str(words).into_iter::<Value>();
    loop {
        let rest = words.get(stream.byte_offset()..).unwrap_or_default();
        let at = stream.byte_offset() + (rest.len() - rest.trim_start().len());
        let before = words.get(..at).unwrap_or_default();
        let line = memchr::memchr_iter(b'\n', before.as_bytes()).count() + 1;
        match stream.next() {
            None => return found,
            Some(Ok(value)) => found.push((line, Ok(value))),
            Some(Err(error)) => {
                found.push((error.line().max(1), Err(explain(&error))));
                return found;
            }
        }
    }
}

/// The error without serde's own place in the line, where it is that of the file.
fn explain(error: &serde_json::Error) -> String {
    let words = error.to_string();
    let words = words.split(" at line ").next().unwrap_or_default();
    format!("this is not JSON ({words}, column {})", error.column())
}

/// Records, one a line. One that cannot be written is told of.
pub(super) fn lines(records: impl Iterator<Item = impl Serialize>, losses: &mut Losses) -> Vec<u8> {
    let mut bytes = Vec::new();
    for record in records {
        let before = bytes.len();
        match serde_json::to_writer(&mut bytes, &record) {
            Ok(()) => bytes.push(b'\n'),
            // Cannot be: nothing here is a map with odd keys, and a vector takes all bytes.
            Err(error) => {
                bytes.truncate(before);
                losses.say(format!("a record was not written: {error}"));
            }
        }
    }
    bytes
}

/// A number that can be an offset: not negative, no fraction.
pub(super) fn offset(value: Option<&Value>) -> Option<usize> {
    let value = value?;
    let number = value.as_u64().or_else(|| {
        let number = value.as_f64().filter(|number| number.fract() == 0.0 && (0.0..1e15).contains(number))?;
        Some(number as u64)
    })?;
    usize::try_from(number).ok()
}

/// A string, or a number as it is written; empty for anything else.
pub(super) fn string(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(words)) => words.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(words: &str) -> Vec<(usize, bool)> {
        records(words).into_iter().map(|(line, value)| (line, value.is_ok())).collect()
    }

    #[test]
    fn records_come_in_lines_arrays_and_behind_each_other() {
        assert_eq!(lines("{\"a\":1}\n\n{\"a\":2}\n"), [(1, true), (3, true)]);
        assert_eq!(lines("[{\"a\":1},\n{\"a\":2}]"), [(1, true), (2, true)]);
        assert_eq!(lines("{\n\"a\":1}\n{\n\"a\":2\n}"), [(1, true), (3, true)]);
        assert_eq!(lines("[\"Kim\", {\"entities\": []}]\n[\"Lee\", {}]"), [(1, true), (2, true)]);
        assert_eq!(lines("{\"a\":1}\n{\"a\":NaN}\n{\"a\":3}"), [(1, true), (2, false), (3, true)]);
        assert_eq!(lines("{\"a\":NaN}"), [(1, false)]);
        assert_eq!(lines(""), []);
    }

    #[test]
    fn deep_nests_are_refused() {
        assert_eq!(lines(&"[".repeat(100_000)), [(1, false)]);
        assert_eq!(heads("[".repeat(100_000).as_bytes()), Vec::<Value>::new());
    }

    #[test]
    fn offsets_are_whole_numbers() {
        let value: Value = serde_json::from_str("[1, 2.0, -1, 1.5, \"3\"]").expect("is JSON");
        let found: Vec<Option<usize>> = (0..5).map(|place| offset(value.get(place))).collect();
        assert_eq!(found, [Some(1), Some(2), None, None, None]);
    }
}
