//! Which column or field of a table of articles is what, guessed by its name; for the words also by its length.

use super::{About, Article, html};

/// What a field is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Text,
    Html,
    Title,
    Published,
    Byline,
    Site,
    Url,
    Language,
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
        ],
    ),
    (Field::Html, &["bodyxhtml", "bodyhtml", "contenthtml", "html"]),
    (Field::Title, &["title", "headline", "head", "heading", "subject", "name"]),
    (
        Field::Published,
        &[
            "published",
            "publishedat",
            "publicationdate",
            "publisheddate",
            "datepublished",
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
    (Field::Url, &["url", "link", "address", "permalink", "uri", "sourceurl"]),
    (Field::Language, &["language", "lang", "locale"]),
];

/// What a field of this name is, and how sure that is: the lower, the surer.
pub(super) fn field_named(name: &str) -> Option<(Field, usize)> {
    let plain: String =
        name.chars().filter(|next| next.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    NAMES.iter().find_map(|(field, names)| {
        names.iter().position(|other| *other == plain).map(|place| (*field, place))
    })
}

/// The article of a row; `None` where it has no words. The surest fields come first.
pub(super) fn article(
    mut fields: Vec<(Field, usize, String)>,
    from: &str,
    encoding: &str,
) -> Option<Article> {
    fields.sort_by_key(|(_, place, _)| *place);
    let mut about = About::default();
    let mut words = String::new();
    for (field, _, value) in &fields {
        match field {
            Field::Text if words.is_empty() => words.clone_from(value),
            Field::Text | Field::Html => {}
            Field::Title => about.offer_title(value, from),
            Field::Published => about.offer_published(value, from),
            Field::Byline => about.offer_byline(value, from),
            Field::Site => about.offer_site(value, from),
            Field::Url => about.offer_url(value, from),
            Field::Language => about.offer_language(value, from),
        }
    }
    if words.trim().is_empty() {
        let page = fields.iter().find(|(field, ..)| *field == Field::Html);
        words = page.map(|(.., value)| html::words_of_fragment(value)).unwrap_or_default();
    }
    (!words.trim().is_empty()).then(|| Article {
        about,
        words,
        encoding: encoding.to_owned(),
        left_out: String::new(),
    })
}
