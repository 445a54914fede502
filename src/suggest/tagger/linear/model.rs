//! The weights of the linear tagger, packed, and how a sentence is tagged with them.
//!
//! ```text
//! "DLT1", count of features: u32, steps between tags: TAGS × TAGS × i16,
//! then for each feature, sorted by hash: hash: u32, count: u8, count × (tag: u8, weight: i8)
//! ```
//!
//! All numbers are little-endian. A weight counts [`UNIT`] as much as a step.

use super::{
    super::bio::TAGS,
    features::Description,
    lattice::{Path, Row, best_with_margins},
};

const MAGIC: &[u8; 4] = b"DLT1";

/// What one step of a packed weight stands for, in steps of a packed transition.
pub(super) const UNIT: i32 = 16;

/// Weights by feature and the worth of one tag after another.
#[derive(Debug)]
pub(super) struct Model {
    /// Open addressing: hash and where its weights begin and end; an empty place has no weights.
    places: Vec<(u32, u32, u32)>,
    /// Tag and weight.
    weights: Vec<(u8, i8)>,
    /// How much a tag (second) after a tag (first) adds.
    steps: Box<[Row<TAGS>; TAGS]>,
}

impl Model {
    /// Unpacks a model; `None` if the bytes are not one.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes.strip_prefix(MAGIC)?;
        let count = u32::from_le_bytes(take(&mut rest)?);
        let mut steps = Box::new([[0; TAGS]; TAGS]);
        for step in steps.iter_mut().flatten() {
            *step = i32::from(i16::from_le_bytes(take(&mut rest)?));
        }
        // Each feature takes five bytes at least, so a false count cannot ask for much memory.
        if count as usize > rest.len() / 5 {
            return None;
        }
        let mut places = vec![(0, 0, 0); (count as usize * 2).next_power_of_two().max(2)];
        let mut weights = Vec::with_capacity(rest.len() / 2);
        for _ in 0..count {
            let hash = u32::from_le_bytes(take(&mut rest)?);
            let [weight_count] = take(&mut rest)?;
            if weight_count == 0 {
                return None;
            }
            let begin = u32::try_from(weights.len()).ok()?;
            for _ in 0..weight_count {
                let [tag, weight] = take(&mut rest)?;
                weights.push((tag, i8::from_le_bytes([weight])));
            }
            insert(&mut places, (hash, begin, u32::try_from(weights.len()).ok()?));
        }
        let fits = rest.is_empty() && weights.iter().all(|(tag, _)| usize::from(*tag) < TAGS);
        fits.then_some(Self { places, weights, steps })
    }

    /// What each tag of a token is worth by itself.
    pub(super) fn row(&self, description: &Description) -> Row<TAGS> {
        let mut row = [0; TAGS];
        let mask = self.places.len() - 1;
        for hash in description {
            let mut at = *hash as usize & mask;
            while let Some((found, begin, end)) = self.places.get(at).filter(|(_, begin, end)| begin < end) {
                if found == hash {
                    let weights = self.weights.get(*begin as usize..*end as usize).unwrap_or_default();
                    for (tag, weight) in weights {
                        if let Some(sum) = row.get_mut(usize::from(*tag)) {
                            *sum += i32::from(*weight) * UNIT;
                        }
                    }
                    break;
                }
                at = (at + 1) & mask;
            }
        }
        row
    }

    /// The best tags of a sentence and how sure they are.
    pub(super) fn tag(&self, descriptions: &[Description]) -> Path {
        let rows: Vec<Row<TAGS>> = descriptions.iter().map(|description| self.row(description)).collect();
        best_with_margins(&rows, &self.steps)
    }

    /// How much a tag (second) after a tag (first) adds.
    pub(super) fn steps(&self) -> &[Row<TAGS>; TAGS] {
        &self.steps
    }
}

/// Packs weights: for each feature, sorted by hash, its weights, of which none is zero; and the steps.
pub(super) fn pack(features: &[(u32, Vec<(u8, i8)>)], steps: &[[i16; TAGS]]) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend(u32::try_from(features.len()).unwrap_or(u32::MAX).to_le_bytes());
    bytes.extend(steps.iter().flatten().flat_map(|step| step.to_le_bytes()));
    for (hash, weights) in features {
        bytes.extend(hash.to_le_bytes());
        bytes.push(u8::try_from(weights.len()).unwrap_or(u8::MAX));
        bytes.extend(weights.iter().flat_map(|(tag, weight)| [*tag, weight.to_le_bytes()[0]]));
    }
    bytes
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (head, tail) = rest.split_first_chunk::<N>()?;
    *rest = tail;
    Some(*head)
}

/// Puts a feature at the first free place from where its hash points.
fn insert(places: &mut [(u32, u32, u32)], feature: (u32, u32, u32)) {
    let mask = places.len() - 1;
    let mut at = feature.0 as usize & mask;
    while let Some(place) = places.get_mut(at) {
        if place.1 == place.2 {
            *place = feature;
            return;
        }
        at = (at + 1) & mask;
    }
}

/// How sure a tag with this margin is, 0–1: the logistic function. What such a chance is worth is fitted in `fuse/`.
pub(super) fn chance_of(margin: i32) -> f32 {
    1.0 / (1.0 + (-(margin as f32) / MARGIN_SCALE).exp())
}

/// The margin at which the odds are e to 1; chosen by eye.
const MARGIN_SCALE: f32 = 1200.0;
