//! The XMI form of a CAS, and the description of its types that must lie beside it.

use super::{
    super::{
        File, ReadError,
        xml::{self, Element, XmlWriter},
        zips,
    },
    cas::{Cas, Sofa, Structure, Value},
    types::{Range, TYPES, is_piece},
};
use std::{borrow::Cow, cell::OnceCell, collections::BTreeMap, fmt::Write as _};

/// What INCEpTION calls the file beside the XMI files.
pub(super) const TYPE_SYSTEM: &str = "TypeSystem.xml";

const XMI: &str = "http://www.omg.org/XMI";
const SOFA: &str = "uima.cas.Sofa";
const VIEW: &str = "uima.cas.View";

/// The attributes that are no features.
const BUILT_IN: [&str; 4] = ["xmi:id", "sofa", "begin", "end"];

/// The package of a type, the prefix that it has in our files, and its namespace.
const PACKAGES: &[(&str, &str, &str)] = &[
    ("uima.cas", "cas", "http:///uima/cas.ecore"),
    (
        "de.tudarmstadt.ukp.dkpro.core.api.metadata.type",
        "metadata",
        "http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore",
    ),
    (
        "de.tudarmstadt.ukp.dkpro.core.api.ner.type",
        "ner",
        "http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore",
    ),
    (
        "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type",
        "segmentation",
        "http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore",
    ),
    ("webanno.custom", "custom", "http:///webanno/custom.ecore"),
    ("dateline", "dateline", "http:///dateline.ecore"),
];

/// The file of a CAS, and how many characters XML could not hold.
pub(super) fn write(cas: &Cas) -> (Vec<u8>, usize) {
    let mut xml = XmlWriter::new();
    let namespaces: Vec<(String, &str)> =
        PACKAGES.iter().map(|(_, prefix, namespace)| (format!("xmlns:{prefix}"), *namespace)).collect();
    let mut root = vec![("xmlns:xmi", XMI)];
    root.extend(namespaces.iter().map(|(name, namespace)| (name.as_str(), *namespace)));
    root.push(("xmi:version", "2.0"));
    xml.open("xmi:XMI", &root);
    xml.empty("cas:NULL", &[("xmi:id", "0")]);
    for structure in &cas.structures {
        write_structure(&mut xml, structure);
    }
    for sofa in &cas.sofas {
        let number = sofa.number.to_string();
        let attributes = [
            ("xmi:id", number.as_str()),
            ("sofaNum", &number),
            ("sofaID", &sofa.name),
            ("mimeType", "text/plain"),
            ("sofaString", sofa.text.as_deref().unwrap_or_default()),
        ];
        xml.empty("cas:Sofa", &attributes);
        let members: Vec<String> = cas.structures.iter().map(|one| one.number.to_string()).collect();
        xml.empty("cas:View", &[("sofa", &number), ("members", &members.join(" "))]);
    }
    xml.finish()
}

fn write_structure(xml: &mut XmlWriter, structure: &Structure) {
    let name = qualified(&structure.kind);
    let mut numbers = structure.number.to_string();
    if let (Some(sofa), Some((begin, end))) = (structure.sofa, structure.place) {
        // Writing to a string does not fail.
        let _ = write!(numbers, " {sofa} {begin} {end}");
    }
    let mut lists = Vec::new();
    let mut told: Vec<(&str, Cow<str>)> = Vec::with_capacity(structure.features.len());
    for (feature, value) in &structure.features {
        let words = match value {
            Value::Words(words) => Cow::Borrowed(words.as_ref()),
            Value::Flag(flag) => flag.to_string().into(),
            Value::One(number) => number.to_string().into(),
            Value::Many(numbers) => numbers.iter().map(u64::to_string).collect::<Vec<_>>().join(" ").into(),
            Value::List(list) => {
                lists.push((feature, list));
                continue;
            }
        };
        told.push((feature, words));
    }
    let mut attributes: Vec<(&str, &str)> = BUILT_IN.into_iter().zip(numbers.split(' ')).collect();
    attributes.extend(told.iter().map(|(name, value)| (*name, value.as_ref())));
    if lists.is_empty() {
        return xml.empty(&name, &attributes);
    }
    xml.open(&name, &attributes);
    for (feature, list) in lists {
        for words in list {
            xml.words(feature, &[], words);
        }
    }
    xml.close();
}

/// `ner:NamedEntity`.
fn qualified(kind: &str) -> String {
    let (package, short) = kind.rsplit_once('.').unwrap_or(("", kind));
    let prefix =
        PACKAGES.iter().find(|(name, ..)| *name == package).map_or("noNamespace", |(_, prefix, _)| prefix);
    format!("{prefix}:{short}")
}

/// The description of our types.
pub(super) fn type_system() -> Vec<u8> {
    let mut xml = XmlWriter::new();
    xml.open("typeSystemDescription", &[("xmlns", "http://uima.apache.org/resourceSpecifier")]);
    xml.words("name", &[], "Dateline");
    xml.open("types", &[]);
    for (name, parent, features) in TYPES {
        xml.open("typeDescription", &[]);
        xml.words("name", &[], name);
        xml.empty("description", &[]);
        xml.words("supertypeName", &[], parent);
        if !features.is_empty() {
            xml.open("features", &[]);
            for (name, range) in *features {
                xml.open("featureDescription", &[]);
                xml.words("name", &[], name);
                xml.empty("description", &[]);
                let (range, element) = match range {
                    Range::Words => ("uima.cas.String", None),
                    Range::Flag => ("uima.cas.Boolean", None),
                    Range::List => ("uima.cas.StringArray", None),
                    Range::One(kind) => (*kind, None),
                    Range::Many(kind) => ("uima.cas.FSArray", Some(*kind)),
                };
                xml.words("rangeTypeName", &[], range);
                if let Some(kind) = element {
                    xml.words("elementType", &[], kind);
                }
                xml.close();
            }
            xml.close();
        }
        xml.close();
    }
    xml.finish().0
}

/// Whether a file is XMI, or an archive with some in it.
pub(super) fn recognises(file: &File) -> bool {
    match file.extension().as_str() {
        "xmi" => true,
        "zip" => zips::names(&file.bytes).iter().any(|name| name.to_lowercase().ends_with(".xmi")),
        _ => false,
    }
}

/// The description of types beside an XMI file; it tells nothing that the XMI does not, but it is no article.
pub(super) fn beside(file: &File) -> Vec<String> {
    let folder = file.name.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    ["TypeSystem.xml", "typesystem.xml"].map(|name| format!("{folder}{name}")).to_vec()
}

/// The CAS of a file, without its tokens and sentences.
pub(super) fn read(bytes: &[u8]) -> Result<Cas<'static>, ReadError> {
    let mut cas = Cas::default();
    let packages = OnceCell::new();
    let kind_of = |root: &Element, name: &str| kind(name, packages.get_or_init(|| self::packages(root)));
    let mut are_wanted: BTreeMap<String, bool> = BTreeMap::new();
    let root = xml::read_each(
        bytes,
        |root, name| {
            let known = are_wanted.get(name).copied();
            known.unwrap_or_else(|| {
                let is_wanted = !is_piece(&kind_of(root, name));
                are_wanted.insert(name.to_owned(), is_wanted);
                is_wanted
            })
        },
        |root, element| {
            let kind = kind_of(root, &element.name);
            if kind == SOFA {
                cas.sofas.extend(sofa(element));
            } else if kind != VIEW && element.local() != "NULL" {
                cas.structures.extend(structure(element, kind));
            }
        },
    );
    let root = root.map_err(|error| ReadError::at(error.place.line, error.what))?;
    if root.local() != "XMI" {
        return Err(ReadError::new(format!("this is <{}>, not XMI", root.name)));
    }
    cas.structures.sort_by_key(|one| one.number);
    Ok(cas)
}

/// Packages by the prefixes that the root declares.
fn packages(root: &Element) -> BTreeMap<String, String> {
    let declared = root.attributes.iter().filter_map(|(name, value)| {
        let package = value.strip_prefix("http:///")?.strip_suffix(".ecore")?.replace('/', ".");
        let package = if package == "uima.noNamespace" { String::new() } else { package };
        Some((name.strip_prefix("xmlns:")?.to_owned(), package))
    });
    declared.collect()
}

/// The type of an element of this name.
fn kind(name: &str, packages: &BTreeMap<String, String>) -> String {
    let (prefix, local) = name.split_once(':').unwrap_or(("", name));
    match packages.get(prefix) {
        Some(package) if !package.is_empty() => format!("{package}.{local}"),
        _ => local.to_owned(),
    }
}

fn sofa(element: Element) -> Option<Sofa<'static>> {
    let number = element.attribute("xmi:id")?.parse().ok()?;
    let name = Cow::Owned(element.attribute("sofaID").unwrap_or_default().to_owned());
    let text = element.attributes.into_iter().find(|(name, _)| name == "sofaString");
    Some(Sofa { number, name, text: text.map(|(_, text)| Cow::Owned(text)) })
}

fn structure(element: Element, kind: String) -> Option<Structure<'static>> {
    let number = |name: &str| element.attribute(name).and_then(|value| value.parse::<u64>().ok());
    let place = number("begin").zip(number("end"));
    let place =
        place.and_then(|(begin, end)| Some((usize::try_from(begin).ok()?, usize::try_from(end).ok()?)));
    let (number, sofa) = (number("xmi:id")?, number("sofa"));
    let mut features: Vec<(Cow<'static, str>, Value<'static>)> = Vec::with_capacity(element.attributes.len());
    for (name, value) in element.attributes {
        if !BUILT_IN.contains(&name.as_str()) {
            features.push((Cow::Owned(name), Value::Words(Cow::Owned(value))));
        }
    }
    for child in element.children {
        let words = Cow::Owned(child.text);
        match features.iter_mut().find(|(name, _)| *name == child.name) {
            Some((_, Value::List(list))) => list.push(words),
            _ => features.push((Cow::Owned(child.name), Value::List(vec![words]))),
        }
    }
    Some(Structure { number, kind: Cow::Owned(kind), sofa, place, features })
}
