//! Format 1 as it stands in the file: types for reading, apart from the model.
//!
//! Strings are borrowed from the file where they hold no codes. A field that is not known is refused, never
//! dropped. `build` makes a project of these and checks it; `write` lays a project out.

use serde::{Deserialize, Deserializer, de::Error};
use std::borrow::Cow;

/// The number of the format that this version reads and writes.
pub const FORMAT: u32 = 1;

/// The number at the head of the file. Reading it refuses a newer one before anything else is looked at.
#[derive(Debug)]
pub(super) struct Format;

impl<'de> Deserialize<'de> for Format {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match u32::deserialize(deserializer)? {
            FORMAT => Ok(Self),
            0 => Err(D::Error::custom("there is no format 0")),
            format => Err(D::Error::custom(newer(format))),
        }
    }
}

const NEWER_HEAD: &str = "written by a newer Dateline (format ";

/// What is said about a newer format.
pub(super) fn newer(format: u32) -> String {
    format!("{NEWER_HEAD}{format}); this one reads format {FORMAT}")
}

/// The number of the newer format, if `message` came from [`newer`].
pub(super) fn newer_format(message: &str) -> Option<u32> {
    message.strip_prefix(NEWER_HEAD)?.split(')').next()?.parse().ok()
}

/// A string of the file.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub(super) struct Words<'a>(#[serde(borrow)] pub(super) Cow<'a, str>);

impl Words<'_> {
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File<'a> {
    /// Only read: that it can be is the check.
    #[serde(rename = "format")]
    pub(super) _format: Format,
    #[serde(borrow)]
    pub(super) schema: Schema<'a>,
    pub(super) documents: Vec<Document<'a>>,
    /// Left out where no article has a file of its own.
    #[serde(default)]
    pub(super) articles: Vec<Article<'a>>,
    pub(super) entities: Vec<Entity<'a>>,
    pub(super) rejections: Vec<Rejection<'a>>,
    /// Left out where there are none.
    #[serde(default)]
    pub(super) gazetteers: Vec<Gazetteer<'a>>,
}

/// An article that has a file of its own, which holds a [`Document`].
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Article<'a> {
    /// Its name in the folder of articles.
    #[serde(borrow)]
    pub(super) file: Words<'a>,
    /// The fingerprint of the file.
    pub(super) blake3: Words<'a>,
    /// Left out where it is one more than that of the article before.
    #[serde(default)]
    pub(super) position: Option<u32>,
}

/// A file of labels alone, for other projects.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SchemaFile<'a> {
    /// Only read: that it can be is the check.
    #[serde(rename = "format")]
    pub(super) _format: Format,
    #[serde(borrow)]
    pub(super) schema: Schema<'a>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Schema<'a> {
    #[serde(borrow)]
    pub(super) name: Words<'a>,
    pub(super) labels: Vec<Label<'a>>,
    /// Left out where they are the usual ones of these labels.
    #[serde(default)]
    pub(super) relation_types: Option<Vec<RelationType<'a>>>,
}

/// A kind of relation. A list of labels that is left out allows all.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RelationType<'a> {
    #[serde(borrow)]
    pub(super) name: Words<'a>,
    /// One character.
    #[serde(default)]
    pub(super) key: Option<Words<'a>>,
    #[serde(default)]
    pub(super) from: Vec<Words<'a>>,
    #[serde(default)]
    pub(super) to: Vec<Words<'a>>,
    #[serde(default)]
    pub(super) inverse: String,
    #[serde(default)]
    pub(super) symmetric: bool,
    /// Left out where it is its place in the list.
    #[serde(default)]
    pub(super) number: Option<u16>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Label<'a> {
    #[serde(borrow)]
    pub(super) name: Words<'a>,
    /// `#rrggbb`.
    pub(super) colour: Words<'a>,
    /// One character.
    #[serde(default)]
    pub(super) key: Option<Words<'a>>,
    #[serde(default)]
    pub(super) also: Vec<String>,
    #[serde(default)]
    pub(super) definition: String,
    /// What the steps of the journal know it by. Left out where it is its place in the list.
    #[serde(default)]
    pub(super) number: Option<u16>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Document<'a> {
    #[serde(borrow)]
    pub(super) id: Words<'a>,
    /// Left out where it is one more than that of the document before.
    #[serde(default)]
    pub(super) position: Option<u32>,
    pub(super) title: String,
    pub(super) source: String,
    pub(super) encoding: String,
    /// `YYYY-MM-DD`.
    pub(super) published: Option<Words<'a>>,
    pub(super) language: String,
    /// With its zone where that is known. This and the next are left out where they are empty.
    #[serde(default)]
    pub(super) published_at: String,
    #[serde(default)]
    pub(super) byline: String,
    #[serde(default)]
    pub(super) site: String,
    #[serde(default)]
    pub(super) url: String,
    /// Where each fact stood; left out where none is known.
    #[serde(default)]
    pub(super) origins: Origins,
    /// The lines, without their line feeds.
    pub(super) text: Vec<Words<'a>>,
    pub(super) mentions: Vec<Mention<'a>>,
    pub(super) rejections: Vec<DocumentRejection<'a>>,
    /// Left out where there are none.
    #[serde(default)]
    pub(super) relations: Vec<Relation<'a>>,
}

/// Where the facts about a document stood, each left out where it is empty.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Origins {
    pub(super) title: String,
    pub(super) published: String,
    pub(super) language: String,
    pub(super) byline: String,
    pub(super) site: String,
    pub(super) url: String,
}

/// A relation between two mentions of a document.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Relation<'a> {
    #[serde(borrow)]
    pub(super) id: Words<'a>,
    #[serde(rename = "type")]
    pub(super) kind: Words<'a>,
    pub(super) from: Words<'a>,
    pub(super) to: Words<'a>,
    /// As it was typed.
    #[serde(default)]
    pub(super) date: Option<Words<'a>>,
    /// What it means, where the words are no date in digits themselves: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    #[serde(default)]
    pub(super) value: Option<Words<'a>>,
    #[serde(default)]
    pub(super) note: Option<Words<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Mention<'a> {
    #[serde(borrow)]
    pub(super) id: Words<'a>,
    /// Bytes of the text.
    pub(super) start: usize,
    pub(super) end: usize,
    /// The words at this place, so that a shift is found.
    pub(super) words: Words<'a>,
    pub(super) label: Words<'a>,
    #[serde(default)]
    pub(super) entity: Option<Words<'a>>,
    #[serde(default)]
    pub(super) metonym: bool,
    /// What a date means by the analyst's own word, as TIMEX3 writes it.
    #[serde(default)]
    pub(super) date: Option<Words<'a>>,
    #[serde(default)]
    pub(super) note: Option<Words<'a>>,
    pub(super) by: By<'a>,
}

/// Where a mention came from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum By<'a> {
    Hand,
    /// The score in thousandths.
    Accepted {
        #[serde(borrow)]
        by: Words<'a>,
        score: u16,
    },
    Imported {
        #[serde(borrow)]
        from: Words<'a>,
    },
}

/// An entity that says more than the mentions that point to it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entity<'a> {
    #[serde(borrow)]
    pub(super) id: Words<'a>,
    pub(super) label: Words<'a>,
    #[serde(default)]
    pub(super) name: Option<String>,
    #[serde(default)]
    pub(super) note: String,
    #[serde(default)]
    pub(super) aliases: Vec<String>,
    #[serde(default)]
    pub(super) country: String,
    /// Collection and id.
    #[serde(default)]
    pub(super) ids: Vec<(String, String)>,
    #[serde(default)]
    pub(super) roles: Vec<EntityRole<'a>>,
}

/// A title or office, with an organisation in words or an entity, and when.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EntityRole<'a> {
    #[serde(default)]
    pub(super) title: String,
    #[serde(default)]
    pub(super) organisation: String,
    #[serde(borrow, default)]
    pub(super) entity: Option<Words<'a>>,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    #[serde(default)]
    pub(super) from: Option<Words<'a>>,
    #[serde(default)]
    pub(super) to: Option<Words<'a>>,
}

/// A rejection for one document.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DocumentRejection<'a> {
    #[serde(borrow)]
    pub(super) id: Words<'a>,
    pub(super) words: Words<'a>,
    pub(super) label: Words<'a>,
    pub(super) scope: Scope,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum Scope {
    /// Bytes of the text.
    Here {
        start: usize,
        end: usize,
    },
    Article,
}

/// A rejection for the whole project.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rejection<'a> {
    #[serde(borrow)]
    pub(super) id: Words<'a>,
    pub(super) words: Words<'a>,
    pub(super) label: Words<'a>,
}

/// A list of known names.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Gazetteer<'a> {
    #[serde(borrow)]
    pub(super) id: Words<'a>,
    pub(super) name: Words<'a>,
    pub(super) role: Role,
    pub(super) is_on: bool,
    pub(super) names: Vec<KnownName<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum Role {
    List,
    Own,
    Forgotten,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KnownName<'a> {
    #[serde(borrow)]
    pub(super) words: Words<'a>,
    pub(super) label: Words<'a>,
    #[serde(default)]
    pub(super) canonical: Option<Words<'a>>,
}
