//! What has been read of articles, kept so that a decision costs only the choice among what is known.

use crate::{
    model::DocumentId,
    suggest::{Care, Reading},
};
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// So many candidates are kept, 40 bytes each: those of some thousand articles. Quick readings go first, then those that were
/// used longest ago.
const MOST_CANDIDATES: usize = 300_000;

/// The readings of one project's articles. Shared between threads.
#[derive(Default)]
pub(super) struct Readings(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    by_document: BTreeMap<DocumentId, (Arc<Reading>, Care, u64)>,
    candidates: usize,
    /// Counts the uses.
    clock: u64,
}

impl Readings {
    /// The reading of an article, if there is one with at least so much care.
    pub(super) fn get(&self, document: DocumentId, least: Care) -> Option<Arc<Reading>> {
        let mut kept = self.lock();
        kept.clock += 1;
        let clock = kept.clock;
        let (reading, _, used) = kept.by_document.get_mut(&document).filter(|(_, care, _)| *care >= least)?;
        *used = clock;
        Some(Arc::clone(reading))
    }

    /// Keeps a reading in place of a less careful one.
    pub(super) fn keep(&self, document: DocumentId, reading: &Arc<Reading>, care: Care) {
        let mut kept = self.lock();
        kept.clock += 1;
        let clock = kept.clock;
        kept.candidates += reading.candidate_count();
        let before = kept.by_document.insert(document, (Arc::clone(reading), care, clock));
        kept.candidates -= before.map_or(0, |(reading, ..)| reading.candidate_count());
        while kept.candidates > MOST_CANDIDATES && kept.by_document.len() > 1 {
            let least = kept.by_document.iter().min_by_key(|(_, (_, care, used))| (*care, *used));
            let oldest = least.map(|(id, _)| *id);
            let dropped = oldest.and_then(|id| kept.by_document.remove(&id));
            kept.candidates -= dropped.map_or(0, |(reading, ..)| reading.candidate_count());
        }
    }

    /// Forgets everything: another project is open now.
    pub(super) fn clear(&self) {
        *self.lock() = Kept::default();
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
