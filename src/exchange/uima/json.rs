//! The JSON form of a CAS, 0.4, which carries its types with it.

use super::{
    super::{File, ReadError, json},
    cas::{Cas, Sofa, Structure, Value},
    fill::INITIAL_VIEW,
    types::{Range, TYPES},
};
use serde_json::{Map, Value as Json, json as object};
use std::borrow::Cow;

const SOFA: &str = "uima.cas.Sofa";

/// The file of a CAS.
pub(super) fn write(cas: &Cas) -> Result<Vec<u8>, String> {
    let mut next = cas.structures.iter().map(|one| one.number).max().unwrap_or_default() + 1;
    let (mut structures, mut arrays) = (Vec::new(), Vec::new());
    let mut views = Map::new();
    for sofa in &cas.sofas {
        structures.push(object!({
            "%ID": sofa.number, "%TYPE": SOFA, "sofaNum": sofa.number, "sofaID": sofa.name,
            "mimeType": "text/plain", "sofaString": sofa.text,
        }));
        let members: Vec<u64> = cas.structures.iter().map(|one| one.number).collect();
        views.insert(sofa.name.to_string(), object!({ "%SOFA": sofa.number, "%MEMBERS": members }));
    }
    for structure in &cas.structures {
        let mut fields = Map::new();
        fields.insert("%ID".to_owned(), structure.number.into());
        fields.insert("%TYPE".to_owned(), structure.kind.as_ref().into());
        if let (Some(sofa), Some((begin, end))) = (structure.sofa, structure.place) {
            fields.insert("@sofa".to_owned(), sofa.into());
            fields.insert("begin".to_owned(), begin.into());
            fields.insert("end".to_owned(), end.into());
        }
        let mut array = |kind: &str, elements: Json| {
            arrays.push(object!({ "%ID": next, "%TYPE": kind, "%ELEMENTS": elements }));
            next += 1;
            Json::from(next - 1)
        };
        for (feature, value) in &structure.features {
            let (name, value) = match value {
                Value::Words(words) => (feature.to_string(), words.as_ref().into()),
                Value::Flag(flag) => (feature.to_string(), (*flag).into()),
                Value::One(number) => (format!("@{feature}"), (*number).into()),
                Value::Many(numbers) => {
                    (format!("@{feature}"), array("uima.cas.FSArray", numbers.clone().into()))
                }
                Value::List(list) => {
                    let list: Vec<Json> = list.iter().map(|words| words.as_ref().into()).collect();
                    (format!("@{feature}"), array("uima.cas.StringArray", list.into()))
                }
            };
            fields.insert(name, value);
        }
        structures.push(fields.into());
    }
    structures.append(&mut arrays);
    let whole = object!({ "%TYPES": types(), "%FEATURE_STRUCTURES": structures, "%VIEWS": views });
    serde_json::to_vec_pretty(&whole).map_err(|error| error.to_string())
}

/// The description of our types.
fn types() -> Map<String, Json> {
    let described = TYPES.iter().map(|(name, parent, features)| {
        let mut described = Map::new();
        described.insert("%NAME".to_owned(), (*name).into());
        described.insert("%SUPER_TYPE".to_owned(), (*parent).into());
        for (feature, range) in *features {
            let range = match range {
                Range::Words => "uima.cas.String".to_owned(),
                Range::Flag => "uima.cas.Boolean".to_owned(),
                Range::List => "uima.cas.String[]".to_owned(),
                Range::One(kind) => (*kind).to_owned(),
                Range::Many(kind) => format!("{kind}[]"),
            };
            described.insert((*feature).to_owned(), object!({ "%NAME": feature, "%RANGE": range }));
        }
        ((*name).to_owned(), described.into())
    });
    described.collect()
}

/// Whether a file is a CAS: the name of one of its parts stands near its head or its end.
pub(super) fn recognises(file: &File) -> bool {
    const NEAR_BYTES: usize = 64 * 1024;
    let bytes = file.bytes.as_slice();
    let head = bytes.get(..NEAR_BYTES).unwrap_or(bytes);
    let end = bytes.get(bytes.len().saturating_sub(NEAR_BYTES)..).unwrap_or(bytes);
    let holds = |part: &[u8], words: &str| memchr::memmem::find(part, words.as_bytes()).is_some();
    let starts = head.iter().find(|byte| !byte.is_ascii_whitespace() && !b"\xef\xbb\xbf".contains(byte));
    starts == Some(&b'{')
        && (holds(head, "\"%TYPES\"") || holds(head, "\"%FEATURE_STRUCTURES\"") || holds(end, "\"%VIEWS\""))
}

/// The CAS of a file.
pub(super) fn read(bytes: &[u8]) -> Result<Cas<'static>, ReadError> {
    let words = json::words(bytes)?;
    let whole: Json = serde_json::from_str(words)
        .map_err(|error| ReadError::at(error.line().max(1), format!("this is not JSON ({error})")))?;
    let structures = match whole.get("%FEATURE_STRUCTURES") {
        Some(Json::Array(all)) => all.iter().filter_map(|one| one_with_id(one, None)).collect(),
        Some(Json::Object(all)) => all.iter().filter_map(|(id, one)| one_with_id(one, Some(id))).collect(),
        None if whole.get("%VIEWS").is_some() => Vec::new(),
        _ => return Err(ReadError::new("there is no “%FEATURE_STRUCTURES” in it: it is no CAS in JSON 0.4")),
    };
    let mut cas = Cas::default();
    for (number, fields) in structures {
        let kind = json::string(fields.get("%TYPE"));
        if kind == SOFA {
            let text =
                fields.get("sofaString").and_then(Json::as_str).map(|text| Cow::Owned(text.to_owned()));
            let name = json::string(fields.get("sofaID"));
            let name = if name.is_empty() { INITIAL_VIEW.to_owned() } else { name };
            cas.sofas.push(Sofa { number, name: Cow::Owned(name), text });
        } else {
            cas.structures.push(structure(number, kind, fields));
        }
    }
    cas.structures.sort_by_key(|one| one.number);
    Ok(cas)
}

fn one_with_id<'j>(one: &'j Json, id: Option<&str>) -> Option<(u64, &'j Map<String, Json>)> {
    let fields = one.as_object()?;
    let number = fields.get("%ID").and_then(Json::as_u64).or_else(|| id?.parse().ok())?;
    Some((number, fields))
}

fn structure(number: u64, kind: String, fields: &Map<String, Json>) -> Structure<'static> {
    let place = json::offset(fields.get("begin")).zip(json::offset(fields.get("end")));
    let mut features = Vec::new();
    for (name, value) in fields {
        if let Some(value) = feature(value, name.starts_with('@')) {
            let name = match name.as_str() {
                "%ELEMENTS" => "elements",
                other => other.trim_start_matches('@'),
            };
            features.push((Cow::Owned(name.to_owned()), value));
        }
    }
    let sofa = fields.get("@sofa").and_then(Json::as_u64);
    Structure { number, kind: Cow::Owned(kind), sofa, place, features }
}

fn feature(value: &Json, is_reference: bool) -> Option<Value<'static>> {
    match value {
        Json::Number(number) if is_reference => number.as_u64().map(Value::One),
        Json::Number(number) => Some(Value::Words(Cow::Owned(number.to_string()))),
        Json::String(words) => Some(Value::Words(Cow::Owned(words.clone()))),
        Json::Bool(flag) => Some(Value::Flag(*flag)),
        Json::Array(all) if all.iter().all(Json::is_u64) => {
            Some(Value::Many(all.iter().filter_map(Json::as_u64).collect()))
        }
        Json::Array(all) => Some(Value::List(
            all.iter().filter_map(Json::as_str).map(|words| Cow::Owned(words.to_owned())).collect(),
        )),
        Json::Object(_) | Json::Null => None,
    }
}
