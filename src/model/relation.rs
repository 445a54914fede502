//! How two entities stand to each other, with the words that say so.

use super::{DocumentId, MentionId, RelationId, RelationTypeId, SaidDate};
use std::sync::Arc;

/// A relation between the entities that two mentions of one article mean: `[Kim] leads [North Korea]`.
///
/// It is tied to the mentions, not to the entities: when entities are merged or split, it follows the mentions, and it
/// goes when one of them goes. Its evidence is the sentence or sentences in which the two stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    pub id: RelationId,
    /// The article of both mentions.
    pub document: DocumentId,
    pub kind: RelationTypeId,
    /// Invariant: both mentions point to an entity; they are not the same, and no other relation of this type ties them.
    pub from: MentionId,
    pub to: MentionId,
    /// When it was so.
    pub date: Option<SaidDate>,
    /// The analyst's remark; empty if there is none.
    pub note: Arc<str>,
}
