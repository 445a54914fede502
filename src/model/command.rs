//! What the user can want.

use super::{
    Conflict, DocumentId, EntityFacts, EntityId, Facts, GazetteerId, Incoming, KnownName, Label, LabelId,
    MentionId, NameList, Project, Provenance, RejectionId, RejectionScope, RelationId, RelationType,
    RelationTypeId, SaidDate, Schema,
};
use crate::{
    text::{Span, Text},
    time::TimeValue,
};
use std::{fmt, sync::Arc};

/// An article to be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDocument {
    pub facts: Facts,
    /// Where the text came from; empty for pasted text.
    pub source: String,
    /// The encoding that it was read in.
    pub encoding: String,
    pub text: Text,
}

/// A place to be marked, with all that is decided about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    pub document: DocumentId,
    pub span: Span,
    pub label: LabelId,
    /// The name of the entity that is meant, where it is known to be another than the words themselves.
    pub entity_name: Option<String>,
    pub provenance: Provenance,
}

/// A relation to be made between what two mentions mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRelation {
    pub kind: RelationTypeId,
    pub from: MentionId,
    pub to: MentionId,
    pub date: Option<SaidDate>,
    pub note: String,
}

/// How far *tag all* reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    Article,
    Project,
}

/// One wish; each becomes one step that undo takes back.
#[derive(Clone, Debug)]
pub enum Command {
    /// Adds articles at the end of the list.
    AddDocuments(Vec<NewDocument>),
    /// Adds what a file of another tool says, or merges it with what is there: articles, marks, entities, relations, and the
    /// labels and relation types that they need.
    TakeIn(Box<Incoming>),
    /// Takes articles out of the project, with their mentions.
    RemoveDocuments(Vec<DocumentId>),
    /// Puts an article, read anew, in the place of another, whose marks go with it.
    ReplaceDocument { document: DocumentId, new: Box<NewDocument> },
    /// Corrects the facts about an article.
    SetFacts { document: DocumentId, facts: Facts },
    /// Marks places: by hand, or by accepting suggestions. What is marked so already is left as it is.
    Mark(Vec<Pick>),
    /// Marks a place and every other with exactly the same words that stands free.
    TagAll { document: DocumentId, span: Span, label: LabelId, reach: Reach },
    /// Gives mentions another label.
    Relabel { mentions: Vec<MentionId>, label: LabelId },
    /// Moves the ends of a mention.
    Resize { mention: MentionId, span: Span },
    /// Takes marks away.
    Delete(Vec<MentionId>),
    /// Writes a remark to a mention; empty takes it away.
    SetNote { mention: MentionId, note: String },
    /// Says what dates mean, whatever the day of publication; `None` leaves it to their words again.
    SetDate { mentions: Vec<MentionId>, date: Option<TimeValue> },
    /// Turns suggestions down: the label and the words as they stand, each with how far the no reaches.
    Reject(Vec<(RejectionScope, LabelId, String)>),
    /// Takes rejections back.
    Unreject(Vec<RejectionId>),
    /// Makes one entity of several: the first stays.
    MergeEntities(Vec<EntityId>),
    /// Makes a new entity of some of an entity's mentions.
    SplitEntity { entity: EntityId, mentions: Vec<MentionId> },
    /// Gives an entity a name; empty gives it back to its mentions.
    RenameEntity { entity: EntityId, name: String },
    /// Writes down what is known about an entity, in place of what was written there.
    SetEntity { entity: EntityId, facts: EntityFacts },
    /// Lets mentions mean another entity than they do. It has their label, or they are metonyms.
    MoveMentions { mentions: Vec<MentionId>, entity: EntityId },
    /// Says whether mentions name one thing and mean another. One that does not any more goes back to an entity of
    /// its own label.
    SetMetonym { mentions: Vec<MentionId>, is_metonym: bool },
    /// Ties what two mentions of an article mean. A mention that means nothing yet gets an entity.
    Relate(NewRelation),
    /// Corrects a relation.
    SetRelation { relation: RelationId, kind: RelationTypeId, date: Option<SaidDate>, note: String },
    /// Lets a relation go the other way.
    ReverseRelation(RelationId),
    /// Takes relations away; their mentions stay.
    DeleteRelations(Vec<RelationId>),
    /// Adds lists of known names, each with what it is called.
    AddGazetteers(Vec<(String, NameList)>),
    /// Takes gazetteers out of the project.
    RemoveGazetteers(Vec<GazetteerId>),
    /// Gives a gazetteer another name; an empty one is none.
    RenameGazetteer { gazetteer: GazetteerId, name: String },
    /// Switches a gazetteer on or off.
    SwitchGazetteer { gazetteer: GazetteerId, is_on: bool },
    /// Takes names out of a gazetteer, then puts others in; a name that is there with this label is replaced.
    EditGazetteer { gazetteer: GazetteerId, remove: Vec<(String, LabelId)>, add: Vec<KnownName> },
    /// “Always”: puts names on the analyst's own list, in place of the same words with other labels.
    Know(Vec<KnownName>),
    /// Forgets what is known of names with these labels by the analyst's doing: takes them off the own list, and lets
    /// marks and rejections of theirs teach nothing. Marks and rejections stay.
    Forget(Vec<(String, LabelId)>),
    /// Lets marks and rejections of these names teach again.
    Recall(Vec<(String, LabelId)>),
    /// Adds a label at the end of the list. Where another label has its key, that one has none from then on.
    AddLabel(Box<Label>),
    /// Lets a label be called, coloured, described and mapped otherwise. A label that has its new key gets its old one.
    SetLabel { label: LabelId, to: Box<Label> },
    /// Moves a label to a place in the list, counted from 0 without it.
    MoveLabel { label: LabelId, place: usize },
    /// Makes one label of several: what carries them carries this one.
    MergeLabels { labels: Vec<LabelId>, into: LabelId },
    /// Takes labels away, with all that carries them.
    DeleteLabels(Vec<LabelId>),
    /// Puts another set of labels in the place of this one. What carries a label carries the one that goes by its name there;
    /// a label that is used and has no counterpart stays.
    UseSchema(Box<Schema>),
    /// Adds a relation type at the end of the list.
    AddRelationType(Box<RelationType>),
    /// Lets a relation type be another. Relations that say the same twice then are one.
    SetRelationType { kind: RelationTypeId, to: Box<RelationType> },
    /// Takes a relation type away, with its relations.
    DeleteRelationType(RelationTypeId),
    /// Goes back to an earlier state of the project.
    Restore(Arc<Project>),
}

/// Why a command was not carried out; nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CommandError {
    /// There is no such document.
    NoDocument(DocumentId),
    /// There is no such mention.
    NoMention(MentionId),
    /// There is no such entity.
    NoEntity(EntityId),
    /// There is no such rejection.
    NoRejection(RejectionId),
    /// There is no such relation.
    NoRelation(RelationId),
    /// The relation type is not in the schema.
    NoRelationType(RelationTypeId),
    /// The mention has no label for dates.
    NotADate(MentionId),
    /// The mentions are of two articles.
    TwoArticles(MentionId, MentionId),
    /// The mentions mean the same thing.
    SameEntity(MentionId, MentionId),
    /// The relation type does not go from the one label to the other; the sentence says from and to what it goes.
    WrongEnds(String),
    /// This relation says the same already.
    SameRelation(RelationId),
    /// There is no such gazetteer.
    NoGazetteer(GazetteerId),
    /// The mention belongs to another entity than the one to be split.
    NotOfEntity(MentionId, EntityId),
    /// The mention has another label than the entity, and is no metonym.
    OtherLabel(MentionId, EntityId),
    /// What was to be written down about the entity cannot be.
    BadFact(EntityId, String),
    /// At least two entities are needed to merge.
    NothingToMerge,
    /// The span does not fit the document's text.
    BadSpan(DocumentId, Span),
    /// The label is not in the schema.
    NoLabel(LabelId),
    /// The labels and relation types that are wanted cannot be.
    BadSchema(String),
    /// The project refused the change.
    Conflict(Conflict),
}

impl fmt::Display for CommandError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoDocument(id) => write!(f, "there is no article {id}"),
            Self::NoMention(id) => write!(f, "there is no mention {id}"),
            Self::NoEntity(id) => write!(f, "there is no entity {id}"),
            Self::NoRejection(id) => write!(f, "there is no rejection {id}"),
            Self::NoRelation(id) => write!(f, "there is no relation {id}"),
            Self::NoRelationType(id) => write!(f, "the schema has no relation type number {}", id.number()),
            Self::NotADate(id) => write!(f, "mention {id} is no date: its label is not one for dates"),
            Self::TwoArticles(from, to) => {
                write!(f, "mentions {from} and {to} are of two articles: a relation stands in one")
            }
            Self::SameEntity(from, to) => write!(f, "mentions {from} and {to} mean the same thing"),
            Self::WrongEnds(what) | Self::BadSchema(what) => f.write_str(what),
            Self::SameRelation(id) => write!(f, "relation {id} says so already"),
            Self::NoGazetteer(id) => write!(f, "there is no gazetteer {id}"),
            Self::NotOfEntity(mention, entity) => {
                write!(f, "mention {mention} is not one of entity {entity}")
            }
            Self::OtherLabel(mention, entity) => {
                write!(
                    f,
                    "mention {mention} has another label than entity {entity}: mark it as a metonym, or relabel it"
                )
            }
            Self::BadFact(entity, what) => write!(f, "entity {entity}: {what}"),
            Self::NothingToMerge => write!(f, "name at least two entities to merge"),
            Self::BadSpan(document, span) => {
                write!(f, "bytes {span} do not fit the text of article {document}")
            }
            Self::NoLabel(label) => write!(f, "the schema has no label number {}", label.number()),
            Self::Conflict(conflict) => conflict.fmt(f),
        }
    }
}

impl std::error::Error for CommandError {}
