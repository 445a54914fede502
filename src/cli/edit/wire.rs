//! What is said on the wire: a line of input, and the answer to it. Scripts rely on these shapes.

use super::find::{FindWish, HitRecord};
use super::label_wire::{
    LabelRecord, LabelWish, RelationTypeWish, SetLabelWish, SetRelationTypeWish, TypeRecord,
};
use crate::cli::{
    knowledge::{RelationRecord, RoleRecord},
    records::{DocumentRecord, EntityRecord, MentionRecord, SuggestionRecord},
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, path::PathBuf};

/// A line of input.
#[derive(Debug, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Wish {
    Import {
        path: PathBuf,
        /// Fields, and the columns of a table or the fields of JSON that they are.
        #[serde(default)]
        columns: BTreeMap<String, String>,
    },
    Documents {},
    Text {
        doc: String,
    },
    Suggestions {
        doc: String,
    },
    Accept {
        suggestion: String,
    },
    AcceptEntity {
        suggestion: String,
    },
    Reject {
        suggestion: String,
        #[serde(default)]
        scope: Scope,
    },
    Tag {
        doc: String,
        start: usize,
        end: usize,
        label: String,
    },
    TagAll {
        doc: String,
        start: usize,
        end: usize,
        label: String,
    },
    Relabel {
        mention: String,
        label: String,
    },
    Resize {
        mention: String,
        start: usize,
        end: usize,
    },
    Delete {
        mention: String,
    },
    Note {
        mention: String,
        note: String,
    },
    Mentions {
        doc: String,
    },
    Entities {},
    Merge {
        entities: Vec<String>,
    },
    Split {
        entity: String,
        mentions: Vec<String>,
    },
    Rename {
        entity: String,
        name: String,
    },
    SetEntity(FactsWish),
    Move {
        mentions: Vec<String>,
        entity: String,
    },
    Metonym {
        mentions: Vec<String>,
        is: bool,
    },
    /// Says what dates mean; without a value, their words say it again.
    SetDate {
        mentions: Vec<String>,
        value: Option<String>,
    },
    Relate(RelateWish),
    /// Those of an article or of an entity, or all.
    Relations {
        doc: Option<String>,
        entity: Option<String>,
    },
    SetRelation(SetRelationWish),
    Reverse {
        relation: String,
    },
    Unrelate {
        relation: String,
    },
    /// Words, expressions or marks, in an article or in all.
    Find(FindWish),
    /// The labels and relation types.
    Labels {},
    AddLabel(LabelWish),
    SetLabel(SetLabelWish),
    /// To a place in the list, counted from 0 without it.
    MoveLabel {
        label: String,
        place: usize,
    },
    /// What carries some labels carries another one; `preview` only says what would happen.
    MergeLabels {
        labels: Vec<String>,
        into: String,
        #[serde(default)]
        preview: bool,
    },
    /// With all that carries it, or moved into another one.
    DeleteLabel {
        label: String,
        into: Option<String>,
        #[serde(default)]
        preview: bool,
    },
    /// A ready set, or one from a file.
    UseSchema {
        name: Option<String>,
        path: Option<PathBuf>,
        #[serde(default)]
        preview: bool,
    },
    /// Writes labels and relation types to a file of their own.
    ExportSchema {
        out: PathBuf,
    },
    AddRelationType(RelationTypeWish),
    SetRelationType(SetRelationTypeWish),
    DeleteRelationType {
        #[serde(rename = "type")]
        kind: String,
        #[serde(default)]
        preview: bool,
    },
    SetPublished {
        doc: String,
        /// `null` takes the date away.
        date: Option<String>,
    },
    Undo {},
    Redo {},
    Save {
        /// The project goes to this file from now on.
        #[serde(default, rename = "as")]
        copy: Option<PathBuf>,
        /// What another program wrote there meanwhile is kept aside and replaced.
        #[serde(default)]
        overwrite: bool,
    },
    /// The file as it is now, in place of what is open.
    Reload {},
    Export {
        format: String,
        out: PathBuf,
    },
    Quit {},
}

/// What is to be written down about an entity; what is left out stays as it is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactsWish {
    pub entity: String,
    pub note: Option<String>,
    pub aliases: Option<Vec<String>>,
    pub country: Option<String>,
    pub ids: Option<BTreeMap<String, String>>,
    pub roles: Option<Vec<RoleRecord>>,
}

/// A relation to be made.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RelateWish {
    #[serde(rename = "type")]
    pub kind: String,
    /// Mentions.
    pub from: String,
    pub to: String,
    pub date: Option<String>,
    /// What the date means, where it is not in digits itself.
    pub value: Option<String>,
    #[serde(default)]
    pub note: String,
}

/// What is to be another of a relation; what is left out stays as it is. An empty date or note is none.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetRelationWish {
    pub relation: String,
    #[serde(rename = "type")]
    pub kind: Option<String>,
    pub date: Option<String>,
    /// What the date means, where it is not in digits itself.
    pub value: Option<String>,
    pub note: Option<String>,
}

/// How far a rejection reaches.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    #[default]
    Here,
    Article,
    Project,
}

/// What was done, or what was asked for.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Answer {
    Done {},
    /// The record that was made, or that stays of several.
    Id {
        id: String,
    },
    Ids {
        ids: Vec<String>,
    },
    Imported {
        ids: Vec<String>,
        warnings: Vec<String>,
        /// How many marks came with it; only where it was a file of annotations.
        #[serde(skip_serializing_if = "Option::is_none")]
        marks: Option<usize>,
    },
    /// The name of the step that was taken back or done again.
    Step {
        step: String,
    },
    /// What is odd about the file.
    Reloaded {
        warnings: Vec<String>,
    },
    /// What the format could not carry.
    Exported {
        losses: Vec<String>,
    },
    Documents {
        documents: Vec<DocumentRecord>,
    },
    Text {
        text: String,
    },
    Suggestions {
        suggestions: Vec<SuggestionRecord>,
    },
    Mentions {
        mentions: Vec<MentionRecord>,
    },
    Entities {
        entities: Vec<EntityRecord>,
    },
    Relations {
        relations: Vec<RelationRecord>,
    },
    Labels {
        schema: String,
        labels: Vec<LabelRecord>,
        relation_types: Vec<TypeRecord>,
    },
    /// What was found; whether there is more of it.
    Hits {
        hits: Vec<HitRecord>,
        more: bool,
    },
    /// What a change of labels does to marks: how many, and in sentences.
    Effect {
        marks: usize,
        articles: usize,
        entities: usize,
        says: Vec<String>,
    },
}

/// A line of output: `{"ok":true,…}` or `{"ok":false,"error":…}`.
pub fn line(answer: &Result<Answer, String>) -> String {
    #[derive(Serialize)]
    struct Well<'a> {
        ok: bool,
        #[serde(flatten)]
        answer: &'a Answer,
    }
    #[derive(Serialize)]
    struct Wrong<'a> {
        ok: bool,
        error: &'a str,
    }
    let line = match answer {
        Ok(answer) => serde_json::to_string(&Well { ok: true, answer }),
        Err(error) => serde_json::to_string(&Wrong { ok: false, error }),
    };
    // Cannot be: there is nothing here that JSON has no words for.
    line.unwrap_or_else(|_| r#"{"ok":false,"error":"the answer cannot be written"}"#.to_owned())
}
