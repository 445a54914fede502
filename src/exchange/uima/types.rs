//! The types that we write: those of DKPro that other programs know, a layer for relations, and our own.

pub(super) const TOKEN: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token";
pub(super) const SENTENCE: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence";
pub(super) const METADATA: &str = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData";
pub(super) const NAMED_ENTITY: &str = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
/// A layer of INCEpTION between two named entities.
pub(super) const RELATION: &str = "webanno.custom.DatelineRelation";
/// What is known of an article.
pub(super) const ARTICLE: &str = "dateline.Article";
/// What is known of a mark beside its place and label.
pub(super) const MARK: &str = "dateline.Mark";
/// What marks mean.
pub(super) const ENTITY: &str = "dateline.Entity";
/// A title or office of an entity.
pub(super) const ROLE: &str = "dateline.Role";

/// What the features of a type hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Range {
    Words,
    Flag,
    /// A structure of this type.
    One(&'static str),
    /// Several structures of this type.
    Many(&'static str),
    /// Several words.
    List,
}

/// A type: its name, the type above it, its features.
pub(super) type Row = (&'static str, &'static str, &'static [(&'static str, Range)]);

use Range::{Flag, List, Many, One, Words};

/// All types that we write and that UIMA does not have itself.
pub(super) const TYPES: &[Row] = &[
    (TOKEN, "uima.tcas.Annotation", &[]),
    (SENTENCE, "uima.tcas.Annotation", &[]),
    (
        METADATA,
        "uima.tcas.DocumentAnnotation",
        &[("documentTitle", Words), ("documentId", Words), ("documentUri", Words)],
    ),
    (NAMED_ENTITY, "uima.tcas.Annotation", &[("value", Words), ("identifier", Words)]),
    (
        RELATION,
        "uima.tcas.Annotation",
        &[
            ("Governor", One(NAMED_ENTITY)),
            ("Dependent", One(NAMED_ENTITY)),
            ("label", Words),
            ("id", Words),
            ("date", Words),
            ("dateValue", Words),
            ("note", Words),
        ],
    ),
    (
        ARTICLE,
        "uima.cas.TOP",
        &[
            ("id", Words),
            ("title", Words),
            ("published", Words),
            ("publishedAt", Words),
            ("language", Words),
            ("byline", Words),
            ("site", Words),
            ("url", Words),
            ("foundIn", List),
            ("source", Words),
            ("encoding", Words),
        ],
    ),
    (
        MARK,
        "uima.cas.TOP",
        &[
            ("annotation", One(NAMED_ENTITY)),
            ("id", Words),
            ("label", Words),
            ("entity", One(ENTITY)),
            ("metonym", Flag),
            ("date", Words),
            ("note", Words),
            ("origin", Words),
        ],
    ),
    (
        ENTITY,
        "uima.cas.TOP",
        &[
            ("id", Words),
            ("label", Words),
            ("name", Words),
            ("note", Words),
            ("country", Words),
            ("aliases", List),
            ("ids", List),
            ("roles", Many(ROLE)),
        ],
    ),
    (
        ROLE,
        "uima.cas.TOP",
        &[("title", Words), ("organisation", Words), ("entity", Words), ("from", Words), ("to", Words)],
    ),
];

/// Types that say where tokens and sentences are: nothing of them is read, and there are more of them than of all others.
pub(super) fn is_piece(kind: &str) -> bool {
    kind == TOKEN || kind == SENTENCE
}

/// Types of whatever program that say how a text is built, not what it tells: they are no marks.
pub(super) fn is_build(kind: &str) -> bool {
    const PACKAGES: &[&str] = &["segmentation.", "lexmorph.", "syntax.", "metadata."];
    let of_dkpro = kind.strip_prefix("de.tudarmstadt.ukp.dkpro.core.api.");
    of_dkpro.is_some_and(|rest| PACKAGES.iter().any(|package| rest.starts_with(package)))
        || kind.starts_with("de.tudarmstadt.ukp.clarin.webanno.api.type.")
        || kind == "uima.tcas.DocumentAnnotation"
}
