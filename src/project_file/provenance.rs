//! Where a mention came from, as a file says it. Names of suggesters and tools are held once each.

use super::v1;
use crate::model::{Provenance, Score};
use arcstr::ArcStr;
use std::collections::BTreeSet;

/// Names that were read so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Names(BTreeSet<ArcStr>);

impl Names {
    /// Checks where a mention came from.
    pub(super) fn provenance(&mut self, by: &v1::By) -> Result<Provenance, String> {
        Ok(match by {
            v1::By::Hand => Provenance::ByHand,
            v1::By::Accepted { score, .. } if *score > 1000 => {
                return Err(format!("its score is {score}, but 1000 is the highest"));
            }
            v1::By::Accepted { by, score } => {
                let score = Score::from_thousandths(*score);
                Provenance::Accepted { suggester: self.shared(by.as_str()), score }
            }
            v1::By::Imported { from } => Provenance::Imported { from: self.shared(from.as_str()) },
        })
    }

    fn shared(&mut self, name: &str) -> ArcStr {
        if let Some(known) = self.0.get(name) {
            return ArcStr::clone(known);
        }
        let name: ArcStr = ArcStr::from(name);
        self.0.insert(ArcStr::clone(&name));
        name
    }
}
