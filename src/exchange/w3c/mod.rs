//! W3C Web Annotation in JSON-LD: marks as annotations of a plain text that lies beside them.
//!
//! <https://www.w3.org/TR/annotation-model/>. Offsets are Unicode code points, half-open; every mark is quoted with the words
//! around it, and is found again by them where the text has changed. An article is an `AnnotationPage` beside its text;
//! entities stand in a file of their own (`entities.jsonld`) in the words of SKOS. What the model has no word for has a name
//! of ours, which begins with `urn:dateline:`.

mod anchor;
mod entities;
mod read;
#[cfg(test)]
mod tests;
mod wire;
mod write;

use super::{Format, Shape};

pub(super) const FORMAT: Format = Format {
    name: "w3c",
    about: "W3C Web Annotation, JSON-LD beside plain texts",
    carries: "everything but rejections and lists of names",
    extension: "jsonld",
    shape: Shape::Folder,
    write: Some(write::write),
    read: Some(read::read),
    recognises: |looked| read::recognises(looked.file),
    beside: read::beside,
};

/// The file of entities.
const ENTITIES: &str = "entities.jsonld";
/// What every file of annotations says it is.
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
