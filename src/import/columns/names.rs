//! What columns and fields of articles are called.

/// What a column of a table, or a field of JSON, tells of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Text,
    /// The text as a page.
    Html,
    Title,
    Published,
    Byline,
    Site,
    Url,
    Language,
}

impl Field {
    /// Those that can be said of a column: what it holds is seen by itself, a page or plain words.
    pub const SAID: [Self; 7] =
        [Self::Text, Self::Title, Self::Published, Self::Byline, Self::Site, Self::Url, Self::Language];

    /// What the command line calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text | Self::Html => "text",
            Self::Title => "title",
            Self::Published => "date",
            Self::Byline => "byline",
            Self::Site => "site",
            Self::Url => "url",
            Self::Language => "language",
        }
    }

    /// The field that the command line calls so.
    pub fn named(name: &str) -> Option<Self> {
        Self::SAID.into_iter().find(|field| field.name() == name)
    }
}

/// Names, the surer first in each row. Case, spaces and signs do not count.
const NAMES: &[(Field, &[&str])] = &[
    (
        Field::Text,
        &[
            "text",
            "bodytext",
            "articletext",
            "articlebody",
            "fulltext",
            "maintext",
            "body",
            "content",
            "article",
            "story",
            "words",
            "plaintext",
            "bodies",
        ],
    ),
    (Field::Html, &["bodyxhtml", "bodyhtml", "contenthtml", "html"]),
    (Field::Title, &["title", "headline", "webtitle", "head", "heading", "subject", "name", "headlines"]),
    (
        Field::Published,
        &[
            "published",
            "publishedat",
            "publicationdate",
            "publisheddate",
            "datepublished",
            "webpublicationdate",
            "pubdate",
            "publishdate",
            "date",
            "datetime",
            "firstcreated",
            "versioncreated",
            "contentcreated",
            "created",
            "timestamp",
        ],
    ),
    (Field::Byline, &["byline", "author", "authors", "by", "creator"]),
    (
        Field::Site,
        &[
            "source",
            "site",
            "publisher",
            "publication",
            "newspaper",
            "outlet",
            "provider",
            "domain",
            "sitename",
        ],
    ),
    (Field::Url, &["url", "link", "weburl", "address", "permalink", "uri", "sourceurl"]),
    (Field::Language, &["language", "lang", "locale"]),
];

/// Fields of JSON that hold those of the article: `fields.headline`.
const HOLDERS: &[&str] = &[
    "fields",
    "article",
    "attributes",
    "content",
    "data",
    "doc",
    "document",
    "item",
    "news",
    "source",
    "story",
];
/// What is nested is less sure than whatever is not.
const NESTED: usize = 100;

/// Names are compared without case, spaces and signs.
pub(super) fn plain(name: &str) -> String {
    name.chars().filter(|next| next.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What a column of this name is, and how sure that is: the lower, the surer.
pub(in crate::import) fn field_named(name: &str) -> Option<(Field, usize)> {
    let (holders, last) = name.rsplit_once('.').unwrap_or(("", name));
    let nested = holders.split('.').filter(|part| !part.is_empty()).count();
    // The name of an author is no title, and the address of a source is none of an article.
    let is_held = holders.split('.').all(|part| part.is_empty() || HOLDERS.contains(&plain(part).as_str()));
    let is_source = holders.ends_with("source") && holders != "_source";
    if !is_held || is_source {
        return None;
    }
    let last = plain(last);
    NAMES.iter().find_map(|(field, names)| {
        names.iter().position(|other| *other == last).map(|place| (*field, place + nested * NESTED))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_what_a_column_is() {
        let field = |name: &str| field_named(name).map(|(field, _)| field);
        assert_eq!(field("Body Text"), Some(Field::Text));
        assert_eq!(field("published_at"), Some(Field::Published));
        assert_eq!(field("fields.headline"), Some(Field::Title));
        assert_eq!(field("_source.url"), Some(Field::Url));
        assert_eq!([field("author.name"), field("source.url"), field("stuff")], [None; 3]);
        let rank = |name: &str| field_named(name).map_or(usize::MAX, |(_, rank)| rank);
        assert!(rank("text") < rank("body") && rank("body") < rank("doc.text"));
    }

    #[test]
    fn every_field_that_can_be_said_has_a_name_of_its_own() {
        for field in Field::SAID {
            assert_eq!(Field::named(field.name()), Some(field));
        }
        assert_eq!(Field::named("words"), None);
    }
}
