//! The instant tagger: a linear model over the words of a sentence.
//!
//! An averaged structured perceptron; its weights and the table of word groups are built in, some 3 MB together. What
//! they were made from and how to make them again: `assets/tagger/SOURCES.md`.

mod adapted;
mod clusters;
mod features;
mod lattice;
mod model;
mod train;

pub(in crate::suggest) use adapted::{Adapted, Decided, SLOTS};
pub use train::{Example, train};

use super::{Tag, bio::runs};
use crate::{
    suggest::{Cancel, tagger::KINDS},
    text::Text,
};
use features::sentences_of;
use lattice::Path;
use model::{Model, chance_of};
use std::{ops::Range, sync::OnceLock};

const MODEL: &[u8] = include_bytes!("../../../../assets/tagger/linear.bin");

/// The weights, ready to use.
#[derive(Debug)]
pub(in crate::suggest) struct Linear(Model);

impl Linear {
    /// The weights that are built in; unpacked at the first call. `None` only if they are damaged, which the tests
    /// exclude.
    pub(in crate::suggest) fn built_in() -> Option<&'static Self> {
        static BUILT_IN: OnceLock<Option<Linear>> = OnceLock::new();
        BUILT_IN.get_or_init(|| Model::read(MODEL).map(Self)).as_ref()
    }

    /// The marks it sees, in order and without overlaps; `None` if it was cancelled.
    pub(in crate::suggest) fn tag(&self, text: &Text, cancel: &Cancel) -> Option<Vec<Tag>> {
        let mut found = Vec::new();
        for sentence in sentences_of(text) {
            if cancel.is_cancelled() {
                return None;
            }
            let seen = seen(&self.0.tag(&sentence.descriptions));
            found.extend(seen.into_iter().filter_map(|(words, number, chance)| {
                Tag::over(text, &sentence.spans, words, *KINDS.get(number)?, chance)
            }));
        }
        Some(found)
    }
}

/// The marks of a path: their tokens, the number of their label, and how sure they are: as sure as their least sure token.
fn seen(path: &Path) -> Vec<(Range<usize>, usize, f32)> {
    let sure = |(tokens, number): (Range<usize>, usize)| {
        let margins = path.margins.get(tokens.clone()).unwrap_or_default();
        (tokens, number, chance_of(margins.iter().copied().min().unwrap_or_default()))
    };
    runs(&path.tags).into_iter().map(sure).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::suggest::kind::Kind;

    #[test]
    fn damaged_weights_are_refused() {
        assert!(Model::read(MODEL).is_some());
        for cut in [0, 3, 4, 8, 400, 500, MODEL.len() - 1] {
            assert!(Model::read(MODEL.get(..cut).expect("inside")).is_none(), "{cut}");
        }
        let mut longer = MODEL.to_vec();
        longer.push(0);
        assert!(Model::read(&longer).is_none());
        assert!(Model::read(b"DLT1\xff\xff\xff\xff").is_none());
    }

    /// What is learnt from a few sentences is seen again, and the same sentences give the same bytes.
    #[test]
    fn training_learns_and_is_the_same_every_time() {
        let words =
            "Brelk met Tarv in Ostrum. Tarv left Ostrum. Then Brelk met Tarv in Ostrum again. ".repeat(5);
        let text = Text::new(&words).expect("short");
        let kinds = [("Brelk", "Person"), ("Tarv", "Person"), ("Ostrum", "Place")];
        let mark = |(name, kind)| text.occurrences(name).map(move |span| (span, kind)).collect::<Vec<_>>();
        let marks: Vec<_> = kinds.into_iter().flat_map(mark).collect();
        let marked = ["Person", "Organization", "Place", "Group", "Date", "Event", "Quantity"].into();
        let examples = [Example { text: &text, marks, marked: &marked }];
        let bytes = train(&examples, &mut |_| {});
        assert_eq!(train(&examples, &mut |_| {}), bytes);
        let learnt = Linear(Model::read(&bytes).expect("a model"));
        let new = Text::new("Tarv met Brelk in Ostrum.").expect("short");
        let tags = learnt.tag(&new, &Cancel::default()).expect("not cancelled");
        let found: Vec<_> = tags.iter().map(|tag| (new.slice(tag.span), tag.kind)).collect();
        assert_eq!(found, [("Tarv", Kind::Person), ("Brelk", Kind::Person), ("Ostrum", Kind::Place)]);
    }
}
