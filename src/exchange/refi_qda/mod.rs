//! REFI-QDA 1.0, the exchange format of programs for qualitative analysis: NVivo, MAXQDA, ATLAS.ti, QualCoder.
//!
//! <https://www.qdasoftware.org/products-project-exchange/>. A zip archive with `project.qde` and the texts; also read is
//! `.qdc`, a book of codes alone. Offsets are Unicode code points, half-open, over LF texts. Labels are codes, marks are coded
//! selections with their note as description, articles carry their facts as variables; an entity is a case that holds its
//! selections, a relation a link between two of them. What a date means by the analyst's word is a note on its coding.

mod cases;
mod codes;
mod read;
#[cfg(test)]
mod tests;
mod write;

use super::{Format, Shape, nothing_beside};

pub(super) const FORMAT: Format = Format {
    name: "refi-qda",
    about: "REFI-QDA project, of NVivo, MAXQDA, ATLAS.ti, QualCoder",
    carries: "marks, labels, entities, relations, facts of articles; not where a mark came from",
    extension: "qdpx",
    shape: Shape::OneFile,
    write: Some(write::write),
    read: Some(read::read),
    recognises: |looked| read::recognises(looked.file),
    beside: nothing_beside,
};

/// The file in the archive.
const PROJECT: &str = "project.qde";
const NAMESPACE: &str = "urn:QDA-XML:project:1.0";

/// Names of variables of articles.
mod of_article {
    pub(super) const ID: &str = "Dateline id";
    pub(super) const TITLE: &str = "Title";
    pub(super) const PUBLISHED: &str = "Published";
    pub(super) const LANGUAGE: &str = "Language";
    pub(super) const SOURCE: &str = "Source";
    pub(super) const ENCODING: &str = "Encoding";
    /// The time of the day of publication.
    pub(super) const PUBLISHED_AT: &str = "Published at";
    pub(super) const BYLINE: &str = "Byline";
    pub(super) const SITE: &str = "Site";
    pub(super) const URL: &str = "Address";
    /// One a line: a fact, a blank, where it stood.
    pub(super) const FOUND_IN: &str = "Found in";
}

/// Names of variables of entities.
mod of_entity {
    pub(super) const ID: &str = "Dateline entity";
    pub(super) const NAME: &str = "Given name";
    pub(super) const COUNTRY: &str = "Country";
    /// One a line.
    pub(super) const ALIASES: &str = "Aliases";
    /// One a line: collection, a blank, id.
    pub(super) const IDS: &str = "Ids";
    /// One a line, its parts between tabs: title, organisation, the id of it, from, to.
    pub(super) const ROLES: &str = "Roles";
}

/// Names of all text variables; what was published is a date.
const TEXT_VARIABLES: &[&str] = &[
    of_article::ID,
    of_article::TITLE,
    of_article::LANGUAGE,
    of_article::SOURCE,
    of_article::ENCODING,
    of_article::PUBLISHED_AT,
    of_article::BYLINE,
    of_article::SITE,
    of_article::URL,
    of_article::FOUND_IN,
    of_entity::ID,
    of_entity::NAME,
    of_entity::COUNTRY,
    of_entity::ALIASES,
    of_entity::IDS,
    of_entity::ROLES,
];
