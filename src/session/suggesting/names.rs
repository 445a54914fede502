//! Names that a decision was about, to look for in many articles.

use crate::text::Text;
use aho_corasick::AhoCorasick;
use std::collections::BTreeSet;

/// Names to look for in many articles.
pub(super) enum Names {
    Few(BTreeSet<String>),
    Many(AhoCorasick),
}

impl Names {
    /// Up to here, looking for one after the other is faster than to prepare a search for all.
    const FEW: usize = 8;

    pub(super) fn new(names: BTreeSet<String>) -> Self {
        if names.len() <= Self::FEW {
            return Self::Few(names);
        }
        // Too many names for a machine: each is looked for by itself.
        AhoCorasick::new(&names).map_or(Self::Few(names), Self::Many)
    }

    pub(super) fn is_empty(&self) -> bool {
        matches!(self, Self::Few(names) if names.is_empty())
    }

    pub(super) fn is_any_in(&self, text: &Text) -> bool {
        match self {
            Self::Few(names) => {
                let text = text.as_str().as_bytes();
                names.iter().any(|name| memchr::memmem::find(text, name.as_bytes()).is_some())
            }
            Self::Many(machine) => machine.is_match(text.as_str()),
        }
    }
}
