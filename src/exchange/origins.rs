//! Where a mark came from, in words that files of other tools can carry: `by hand`, `accepted 930 rules`, `imported brat`.

use crate::model::{Provenance, Score};

/// As words.
pub(super) fn origin(provenance: &Provenance) -> String {
    match provenance {
        Provenance::ByHand => "by hand".to_owned(),
        Provenance::Accepted { suggester, score } => format!("accepted {} {suggester}", score.thousandths()),
        Provenance::Imported { from } => format!("imported {from}"),
    }
}

/// From words; `None` for any others.
pub(super) fn read_origin(words: &str) -> Option<Provenance> {
    let (kind, rest) = words.split_once(' ')?;
    match kind {
        "by" if rest == "hand" => Some(Provenance::ByHand),
        "imported" => Some(Provenance::Imported { from: rest.into() }),
        "accepted" => {
            let (score, suggester) = rest.split_once(' ')?;
            let score = Score::from_thousandths(score.parse().ok()?);
            Some(Provenance::Accepted { suggester: suggester.into(), score })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_reads_back_as_itself() {
        let score = Score::from_thousandths(931);
        for one in [
            Provenance::ByHand,
            Provenance::Accepted { suggester: "rules and more".into(), score },
            Provenance::Imported { from: "brat".into() },
        ] {
            assert_eq!(read_origin(&origin(&one)), Some(one));
        }
        for none in ["", "by", "by foot", "accepted x rules", "accepted 5"] {
            assert_eq!(read_origin(none), None, "{none}");
        }
    }
}
