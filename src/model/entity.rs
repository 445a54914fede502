//! A thing that mentions point to.

use super::{EntityId, LabelId};

/// One real person, organisation, place: what several mentions mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    pub id: EntityId,
    pub label: LabelId,
    /// The name that the analyst gave it, or that a suggestion brought. `None`: it is called by the longest of
    /// its mentions.
    pub name: Option<String>,
    /// The analyst's remark; empty if there is none.
    pub note: String,
}

impl Entity {
    /// Whether it says nothing that its mentions do not say. Such an entity goes when its last mention goes.
    pub fn is_plain(&self) -> bool {
        self.name.is_none() && self.note.is_empty()
    }
}
