//! How annotations are written: pages of them, the article they are about, and entities.

use super::super::guids::guid;
use serde::Serialize;
use std::fmt::Display;

/// The annotations of one article.
#[derive(Serialize)]
pub(super) struct Page<'a> {
    #[serde(rename = "@context")]
    pub context: &'static str,
    pub id: String,
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// What the annotations are about.
    #[serde(rename = "dcterms:references")]
    pub article: Article<'a>,
    pub items: Vec<Annotation<'a>>,
}

/// What is known of an article.
#[derive(Serialize)]
pub(super) struct Article<'a> {
    pub id: String,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub format: &'static str,
    /// The name of the file beside, which holds its words.
    #[serde(rename = "schema:contentUrl")]
    pub file: String,
    #[serde(rename = "dcterms:identifier")]
    pub number: String,
    #[serde(rename = "dcterms:title", skip_serializing_if = "str::is_empty")]
    pub title: &'a str,
    #[serde(rename = "dcterms:issued", skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// The time of that day.
    #[serde(rename = "schema:datePublished", skip_serializing_if = "str::is_empty")]
    pub published_at: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub language: &'a str,
    #[serde(rename = "dc:creator", skip_serializing_if = "str::is_empty")]
    pub byline: &'a str,
    #[serde(rename = "dc:publisher", skip_serializing_if = "str::is_empty")]
    pub site: &'a str,
    #[serde(rename = "schema:url", skip_serializing_if = "str::is_empty")]
    pub url: &'a str,
    /// Facts, a blank, where they stood.
    #[serde(rename = "urn:dateline:foundIn", skip_serializing_if = "Vec::is_empty")]
    pub found_in: Vec<String>,
    #[serde(rename = "dcterms:source", skip_serializing_if = "str::is_empty")]
    pub source: &'a str,
    #[serde(rename = "urn:dateline:encoding", skip_serializing_if = "str::is_empty")]
    pub encoding: &'a str,
}

/// A mark, or a relation between two.
#[derive(Serialize)]
pub(super) struct Annotation<'a> {
    pub id: String,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub motivation: &'static str,
    #[serde(rename = "dcterms:identifier")]
    pub number: String,
    #[serde(rename = "dcterms:provenance", skip_serializing_if = "String::is_empty")]
    pub origin: String,
    #[serde(rename = "urn:dateline:label", skip_serializing_if = "str::is_empty")]
    pub label: &'a str,
    #[serde(rename = "urn:dateline:metonym", skip_serializing_if = "std::ops::Not::not")]
    pub is_metonym: bool,
    /// Of a relation.
    #[serde(rename = "dcterms:temporal", skip_serializing_if = "str::is_empty")]
    pub date: &'a str,
    /// What it means, or what a marked date does.
    #[serde(rename = "urn:dateline:date", skip_serializing_if = "Option::is_none")]
    pub date_value: Option<String>,
    pub body: Vec<Body<'a>>,
    pub target: Target<'a>,
}

/// What is said.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Body<'a> {
    Words {
        #[serde(rename = "type")]
        kind: &'static str,
        purpose: &'static str,
        value: &'a str,
    },
    Thing {
        #[serde(rename = "type")]
        kind: &'static str,
        purpose: &'static str,
        source: Thing<'a>,
    },
}

/// An entity, by its address and name.
#[derive(Serialize)]
pub(super) struct Thing<'a> {
    pub id: String,
    pub label: &'a str,
}

/// What it is said of.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Target<'a> {
    Words {
        source: String,
        selector: [Selector<'a>; 2],
    },
    /// From, to.
    Ends([Reference; 2]),
}

#[derive(Serialize)]
pub(super) struct Reference {
    pub id: String,
}

/// Where words stand.
#[derive(Serialize)]
#[serde(tag = "type")]
pub(super) enum Selector<'a> {
    #[serde(rename = "TextPositionSelector")]
    Position { start: usize, end: usize },
    #[serde(rename = "TextQuoteSelector")]
    Quote { exact: &'a str, prefix: &'a str, suffix: &'a str },
}

/// The file of entities.
#[derive(Serialize)]
pub(super) struct Graph<'a> {
    #[serde(rename = "@context")]
    pub context: &'static str,
    #[serde(rename = "@graph")]
    pub entities: Vec<EntityNode<'a>>,
}

/// An entity.
#[derive(Serialize)]
pub(super) struct EntityNode<'a> {
    pub id: String,
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// What it is called.
    pub label: &'a str,
    #[serde(rename = "dcterms:identifier")]
    pub number: String,
    /// Its label.
    #[serde(rename = "dcterms:type")]
    pub class: &'a str,
    /// The name that was given to it.
    #[serde(rename = "skos:prefLabel", skip_serializing_if = "Option::is_none")]
    pub name: Option<&'a str>,
    #[serde(rename = "skos:altLabel", skip_serializing_if = "<[String]>::is_empty")]
    pub aliases: &'a [String],
    #[serde(rename = "skos:note", skip_serializing_if = "str::is_empty")]
    pub note: &'a str,
    #[serde(rename = "schema:addressCountry", skip_serializing_if = "str::is_empty")]
    pub country: &'a str,
    /// Collection, a blank, id; neither has a blank in it.
    #[serde(rename = "skos:notation", skip_serializing_if = "Vec::is_empty")]
    pub ids: Vec<String>,
    #[serde(rename = "skos:exactMatch", skip_serializing_if = "Option::is_none")]
    pub wikidata: Option<Reference>,
    #[serde(rename = "schema:hasOccupation", skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<RoleNode<'a>>,
}

/// A title or office.
#[derive(Serialize)]
pub(super) struct RoleNode<'a> {
    #[serde(rename = "type")]
    pub kind: &'static str,
    #[serde(rename = "schema:roleName", skip_serializing_if = "str::is_empty")]
    pub title: &'a str,
    #[serde(rename = "urn:dateline:organisation", skip_serializing_if = "str::is_empty")]
    pub organisation: &'a str,
    #[serde(rename = "urn:dateline:entity", skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    #[serde(rename = "schema:startDate", skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    #[serde(rename = "schema:endDate", skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// The address of a record.
pub(super) fn urn(kind: &str, id: impl Display) -> String {
    guid(kind, id).urn().to_string()
}
