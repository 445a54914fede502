//! What stands in for the careful tagger in a build without it: everything is read by the instant one.
//!
//! Such a build is little more than half as large. [`IS_BUILT_IN`] tells which one this is.

use super::Tag;
use crate::{suggest::Cancel, text::Text};
use std::{convert::Infallible, sync::Arc};

/// Whether this build has the careful tagger.
pub(in crate::suggest) const IS_BUILT_IN: bool = false;

/// There is none of its kind.
pub(in crate::suggest) struct Careful(Infallible);

/// Never there.
pub(in crate::suggest) fn loaded() -> Option<Arc<Careful>> {
    None
}

/// Nothing to let go.
pub(in crate::suggest) fn rest() {}

impl Careful {
    /// Never called: there is no [`Careful`].
    pub(in crate::suggest) fn tag(&self, _text: &Text, _cancel: &Cancel) -> Option<Vec<Tag>> {
        match self.0 {}
    }
}
