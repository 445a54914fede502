//! The JSON form of a CAS, 0.4, which carries its types with it.

use super::{
    super::{File, ReadError, json},
    cas::{Cas, Sofa, Structure, Value},
    fill::INITIAL_VIEW,
    types::{Range, TYPES, is_piece},
};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer as _,
    de::{IgnoredAny, MapAccess, SeqAccess, Visitor},
    ser::SerializeMap as _,
};
use serde_json::{Map, Value as Json, json as object};
use std::{borrow::Cow, fmt};

const SOFA: &str = "uima.cas.Sofa";

/// The file of a CAS: a line for each structure.
pub(super) fn write(cas: &Cas) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = b"{\"%TYPES\":".to_vec();
    serde_json::to_writer(&mut bytes, &types())?;
    bytes.extend(b",\n\"%FEATURE_STRUCTURES\":[\n");
    let mut views = Map::new();
    for sofa in &cas.sofas {
        let written = object!({
            "%ID": sofa.number, "%TYPE": SOFA, "sofaNum": sofa.number, "sofaID": sofa.name,
            "mimeType": "text/plain", "sofaString": sofa.text,
        });
        serde_json::to_writer(&mut bytes, &written)?;
        bytes.extend(b",\n");
        let members: Vec<u64> = cas.structures.iter().map(|one| one.number).collect();
        views.insert(sofa.name.to_string(), object!({ "%SOFA": sofa.number, "%MEMBERS": members }));
    }
    let next = cas.structures.iter().map(|one| one.number).max().unwrap_or_default() + 1;
    let mut arrays = Arrays { next, all: Vec::new() };
    for structure in &cas.structures {
        write_structure(&mut bytes, structure, &mut arrays)?;
        bytes.extend(b",\n");
    }
    for array in arrays.all {
        serde_json::to_writer(&mut bytes, &array)?;
        bytes.extend(b",\n");
    }
    // Behind the last there is no comma.
    bytes.truncate(bytes.trim_ascii_end().strip_suffix(b",").map_or(bytes.len(), <[u8]>::len));
    bytes.extend(b"\n],\n\"%VIEWS\":");
    serde_json::to_writer(&mut bytes, &views)?;
    bytes.extend(b"}\n");
    Ok(bytes)
}

/// What features list, in structures of their own behind the others.
struct Arrays {
    next: u64,
    all: Vec<Json>,
}

impl Arrays {
    /// The number of a new one.
    fn add(&mut self, kind: &str, elements: impl Serialize) -> u64 {
        let number = self.next;
        self.next += 1;
        self.all.push(object!({ "%ID": number, "%TYPE": kind, "%ELEMENTS": elements }));
        number
    }
}

fn write_structure(
    bytes: &mut Vec<u8>,
    structure: &Structure,
    arrays: &mut Arrays,
) -> Result<(), serde_json::Error> {
    let mut serializer = serde_json::Serializer::new(bytes);
    let mut fields = serializer.serialize_map(None)?;
    fields.serialize_entry("%ID", &structure.number)?;
    fields.serialize_entry("%TYPE", &structure.kind)?;
    if let (Some(sofa), Some((begin, end))) = (structure.sofa, structure.place) {
        fields.serialize_entry("@sofa", &sofa)?;
        fields.serialize_entry("begin", &begin)?;
        fields.serialize_entry("end", &end)?;
    }
    for (feature, value) in &structure.features {
        let number = match value {
            Value::Words(words) => {
                fields.serialize_entry(feature, words)?;
                continue;
            }
            Value::Flag(flag) => {
                fields.serialize_entry(feature, flag)?;
                continue;
            }
            Value::One(number) => *number,
            Value::Many(numbers) => arrays.add("uima.cas.FSArray", numbers),
            Value::List(list) => arrays.add("uima.cas.StringArray", list),
        };
        fields.serialize_entry(&format!("@{feature}"), &number)?;
    }
    fields.end()
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

/// The CAS of a file, without its tokens and sentences.
pub(super) fn read(bytes: &[u8]) -> Result<Cas<'static>, ReadError> {
    let words = json::words(bytes)?;
    let Whole { structures, views } = serde_json::from_str(words)
        .map_err(|error| ReadError::at(error.line().max(1), format!("this is not JSON ({error})")))?;
    let structures = match (structures, views) {
        (Some(structures), _) => structures.0,
        (None, Some(_)) => Vec::new(),
        (None, None) => {
            return Err(ReadError::new("there is no “%FEATURE_STRUCTURES” in it: it is no CAS in JSON 0.4"));
        }
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
            cas.structures.push(structure(number, kind, &fields));
        }
    }
    cas.structures.sort_by_key(|one| one.number);
    Ok(cas)
}

/// What is read of a file.
#[derive(Deserialize)]
struct Whole {
    #[serde(rename = "%FEATURE_STRUCTURES")]
    structures: Option<Structures>,
    #[serde(rename = "%VIEWS")]
    views: Option<IgnoredAny>,
}

/// Structures with their numbers: a list of those that have them, or a map by number.
struct Structures(Vec<(u64, Map<String, Json>)>);

impl<'de> Deserialize<'de> for Structures {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StructuresVisitor)
    }
}

struct StructuresVisitor;

impl<'de> Visitor<'de> for StructuresVisitor {
    type Value = Structures;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("feature structures")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut all = Vec::new();
        while let Some(one) = seq.next_element::<Fields>()? {
            all.extend(one.numbered(None));
        }
        Ok(Structures(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut all = Vec::new();
        while let Some((id, one)) = map.next_entry::<String, Fields>()? {
            all.extend(one.numbered(Some(&id)));
        }
        Ok(Structures(all))
    }
}

/// The fields of a structure; none of a token or a sentence.
struct Fields(Map<String, Json>);

impl Fields {
    fn numbered(self, id: Option<&str>) -> Option<(u64, Map<String, Json>)> {
        let number = self.0.get("%ID").and_then(Json::as_u64).or_else(|| id?.parse().ok())?;
        (!self.0.is_empty()).then_some((number, self.0))
    }
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FieldsVisitor)
    }
}

struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a feature structure")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            let value: Json = map.next_value()?;
            if key == "%TYPE" && value.as_str().is_some_and(is_piece) {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                return Ok(Fields(Map::new()));
            }
            fields.insert(key, value);
        }
        Ok(Fields(fields))
    }
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
