//! A labelled span of a document.

use super::{DocumentId, EntityId, LabelId, MentionId};
use crate::text::Span;
use crate::time::TimeValue;
use arcstr::ArcStr;
use std::fmt;

/// How sure something is, in thousandths: 0–1000.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u16);

impl Score {
    /// From thousandths; more than 1000 counts as 1000.
    pub fn from_thousandths(thousandths: u16) -> Self {
        Self(thousandths.min(1000))
    }

    /// From a chance; less than 0.0 counts as 0.0, more than 1.0 as 1.0.
    pub fn from_fraction(fraction: f32) -> Self {
        Self((fraction.clamp(0.0, 1.0) * 1000.0) as u16)
    }

    /// 0–1000.
    pub fn thousandths(self) -> u16 {
        self.0
    }

    /// 0.0–1.0.
    pub fn fraction(self) -> f64 {
        f64::from(self.0) / 1000.0
    }
}

/// With two digits: `0.93`.
impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2}", self.fraction())
    }
}

/// Where a mention came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Provenance {
    /// The analyst marked it.
    ByHand,
    /// The analyst accepted it from the suggester of this name, which was this sure.
    Accepted { suggester: ArcStr, score: Score },
    /// It came in from a file of another tool, of this name.
    Imported { from: ArcStr },
}

/// Words of an article that carry a label.
///
/// Mentions may overlap, nest, and share a span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    pub id: MentionId,
    pub document: DocumentId,
    pub span: Span,
    pub label: LabelId,
    /// What is meant; `None` where that is not decided.
    pub entity: Option<EntityId>,
    /// Whether the words name one thing and mean another: `[Pyongyang] said`, the government. Such a mention may point
    /// to an entity of another label, and other mentions of its words do not follow it there.
    pub is_metonym: bool,
    /// What a date means by the analyst's own word; the day of publication has no say in it then. Only where the label is
    /// one for dates.
    pub date: Option<TimeValue>,
    /// The analyst's remark; empty if there is none.
    pub note: ArcStr,
    pub provenance: Provenance,
}
