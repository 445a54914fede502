//! How much each opinion counts.

use super::FEATURES;
use crate::suggest::kind::Kind;
use std::{collections::HashMap, sync::OnceLock};

const WEIGHTS: &str = include_str!("../../../assets/tagger/fusion.tsv");

/// The weights of the regressions: by kind and by whether the careful tagger was asked.
pub(super) struct Weights(HashMap<(Kind, bool), (f32, [f32; FEATURES])>);

impl Weights {
    pub(super) fn built_in() -> &'static Self {
        static BUILT_IN: OnceLock<Weights> = OnceLock::new();
        BUILT_IN.get_or_init(|| Self::read(WEIGHTS))
    }

    /// A line is: kind, `fast` or `full`, the constant, the weights; separated by tabs. Others are passed over.
    fn read(lines: &str) -> Self {
        let line = |line: &str| {
            let mut cells = line.split('\t');
            let kind = Kind::named(cells.next()?)?;
            let is_full = match cells.next()? {
                "fast" => false,
                "full" => true,
                _ => return None,
            };
            let numbers: Vec<f32> = cells.map(str::parse).collect::<Result<_, _>>().ok()?;
            let (constant, weights) = numbers.split_first()?;
            Some(((kind, is_full), (*constant, weights.try_into().ok()?)))
        };
        Self(lines.lines().filter_map(line).collect())
    }

    /// 0–1; `None` for a kind that has no weights.
    pub(super) fn chance(&self, kind: Kind, is_full: bool, features: &[f32; FEATURES]) -> Option<f32> {
        let (constant, weights) = self.0.get(&(kind, is_full))?;
        let sum = weights.iter().zip(features).fold(*constant, |sum, (weight, value)| sum + weight * value);
        Some(1.0 / (1.0 + (-sum).exp()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_that_is_weighed_has_weights_for_both_readings() {
        let weights = Weights::built_in();
        for kind in [Kind::Person, Kind::Organization, Kind::Place, Kind::Group, Kind::Date, Kind::Event] {
            for is_full in [false, true] {
                assert!(weights.chance(kind, is_full, &[0.0; FEATURES]).is_some(), "{kind:?} {is_full}");
            }
        }
        assert_eq!(weights.chance(Kind::Role, true, &[0.0; FEATURES]), None);
    }
}
