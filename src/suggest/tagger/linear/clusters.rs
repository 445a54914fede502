//! Groups of words that stand in like company: `Oslo` with `Bergen`, `minister` with `envoy`.

use std::{collections::HashMap, sync::OnceLock};

/// See `assets/tagger/clusters.py`.
const TABLE: &str = include_str!("../../../../assets/tagger/clusters.tsv");

/// The groups of common words at three grains.
pub(super) struct Clusters {
    /// Group among 1024.
    fine: HashMap<&'static str, u16>,
    /// Group among 64 and among 256 of each of the 1024.
    coarse: [Vec<u16>; 2],
}

impl Clusters {
    /// The table that is built in; read at the first call.
    pub(super) fn built_in() -> &'static Self {
        static BUILT_IN: OnceLock<Clusters> = OnceLock::new();
        BUILT_IN.get_or_init(|| Self::read(TABLE))
    }

    fn read(table: &'static str) -> Self {
        let mut fine = HashMap::new();
        let mut coarse = [Vec::new(), Vec::new()];
        for (word, value) in table.lines().filter_map(|line| line.split_once('\t')) {
            let groups = || value.split(' ').filter_map(|group| group.parse().ok()).collect();
            match word {
                "#64" => coarse = [groups(), std::mem::take(&mut coarse[1])],
                "#256" => coarse = [std::mem::take(&mut coarse[0]), groups()],
                _ => _ = value.parse().map(|group| fine.insert(word, group)),
            }
        }
        Self { fine, coarse }
    }

    /// The groups of a word among 64, 256 and 1024, from 1; 0 for a word that is in none.
    pub(super) fn of(&self, word: &str) -> [u32; 3] {
        let Some(fine) = self.fine.get(word) else {
            return [0; 3];
        };
        let [coarse64, coarse256] = &self.coarse;
        let group = |coarse: &[u16]| coarse.get(usize::from(*fine)).map_or(0, |group| u32::from(*group) + 1);
        [group(coarse64), group(coarse256), u32::from(*fine) + 1]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_words_stand_together() {
        let clusters = Clusters::built_in();
        assert!(clusters.fine.len() > 20_000);
        assert!(clusters.coarse.iter().all(|groups| groups.len() == 1024));
        assert_eq!(clusters.of("Monday"), clusters.of("Tuesday"));
        assert_ne!(clusters.of("Monday"), clusters.of("minister"));
        assert_eq!(clusters.of("qqqq"), [0; 3]);
    }
}
