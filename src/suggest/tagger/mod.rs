//! Statistical taggers: what was learnt from texts whose marks are known.

mod bio;
pub(super) mod careful;
pub(super) mod linear;

use super::kind::Kind;
use crate::text::Span;

/// A mark that a tagger sees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tag {
    pub span: Span,
    pub kind: Kind,
    /// How likely it is, by the tagger's own reckoning; 0–1.
    pub chance: f32,
}
