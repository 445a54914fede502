//! Counting what was found: exact spans, leading articles, titles and trailing possessives aside.

use crate::{
    model::{LabelId, Schema},
    suggest::bare_span,
    text::{Span, Text},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

/// A mark reduced to what is compared.
pub type Bare = (Span, LabelId);

/// What is compared of a mark.
pub fn bare(text: &Text, span: Span, label: LabelId, schema: &Schema) -> Bare {
    (bare_span(text, span, schema.name_of(label) == "Person"), label)
}

/// Of one label or of all: how many there are, were suggested, and were rightly suggested.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub gold: usize,
    pub suggested: usize,
    pub right: usize,
}

impl Tally {
    /// Of what was suggested, how much is right; 0–1.
    pub fn precision(self) -> f64 {
        share(self.right, self.suggested)
    }

    /// Of what there is, how much was suggested; 0–1.
    pub fn recall(self) -> f64 {
        share(self.right, self.gold)
    }

    /// The harmonic mean of both; 0–1.
    pub fn f1(self) -> f64 {
        share(2 * self.right, self.gold + self.suggested)
    }

    fn add(&mut self, other: Self) {
        self.gold += other.gold;
        self.suggested += other.suggested;
        self.right += other.right;
    }
}

/// A part of a whole; 0 of nothing.
pub fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// Tallies by label.
#[derive(Clone, Debug, Default)]
pub struct Scores(BTreeMap<LabelId, Tally>);

impl Scores {
    /// Counts one document. Both sets hold only labels that are scored.
    pub fn count(&mut self, gold: &BTreeSet<Bare>, suggested: &BTreeSet<Bare>) {
        for (_, label) in gold {
            self.0.entry(*label).or_default().gold += 1;
        }
        for mark in suggested {
            let tally = self.0.entry(mark.1).or_default();
            tally.suggested += 1;
            tally.right += usize::from(gold.contains(mark));
        }
    }

    /// All labels together.
    pub fn micro(&self) -> Tally {
        let mut sum = Tally::default();
        self.0.values().for_each(|tally| sum.add(*tally));
        sum
    }

    /// The table, tab-separated, in per cent with one decimal.
    pub fn table(&self, schema: &Schema) -> String {
        let mut table = "label\tprecision\trecall\tf1\tgold\tsuggested\n".to_owned();
        let rows = self.0.iter().map(|(label, tally)| (schema.name_of(*label), *tally));
        for (name, tally) in rows.chain([("micro", self.micro())]) {
            table.push_str(&Row(name, tally).to_string());
        }
        table
    }
}

struct Row<'a>(&'a str, Tally);

impl fmt::Display for Row<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(name, tally) = self;
        let [precision, recall, f1] = [tally.precision(), tally.recall(), tally.f1()].map(|x| 100.0 * x);
        writeln!(f, "{name}\t{precision:.1}\t{recall:.1}\t{f1:.1}\t{}\t{}", tally.gold, tally.suggested)
    }
}

/// How often suggestions of a score are right, in ten steps of the score.
#[derive(Clone, Debug, Default)]
pub struct Calibration {
    /// Sum of the scores, how many, and how many of them right, by tenth.
    steps: [(f64, usize, usize); 10],
}

impl Calibration {
    /// Counts a suggestion; its score is 0–1.
    pub fn count(&mut self, score: f64, is_right: bool) {
        let step = ((score * 10.0) as usize).min(9);
        if let Some((sum, all, right)) = self.steps.get_mut(step) {
            *sum += score;
            *all += 1;
            *right += usize::from(is_right);
        }
    }
}

impl fmt::Display for Calibration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "score\tmean score\tright\tsuggestions")?;
        for (step, (sum, all, right)) in self.steps.iter().enumerate() {
            if *all > 0 {
                let (mean, right) = (100.0 * sum / *all as f64, 100.0 * share(*right, *all));
                writeln!(f, "0.{step}–\t{mean:.1}\t{right:.1}\t{all}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_exact_marks() {
        let schema = Schema::news_analyst();
        let text = Text::new("the Orla Bank said Mr. Dahl left Oslo").expect("short");
        let mark = |words: &str, label: &str| {
            let start = text.as_str().find(words).expect("there");
            let span = text.span(start, start + words.len()).expect("fits");
            bare(&text, span, schema.named(label).expect("a label"), &schema)
        };
        let gold = BTreeSet::from([mark("the Orla Bank", "Organization"), mark("Mr. Dahl", "Person")]);
        let found = BTreeSet::from([
            mark("Orla Bank", "Organization"),
            mark("Dahl", "Person"),
            mark("Oslo", "Person"),
        ]);
        let mut scores = Scores::default();
        scores.count(&gold, &found);
        let expected = "label\tprecision\trecall\tf1\tgold\tsuggested\n\
            Person\t50.0\t100.0\t66.7\t1\t2\nOrganization\t100.0\t100.0\t100.0\t1\t1\nmicro\t66.7\t100.0\t80.0\t2\t3\n";
        assert_eq!(scores.table(&schema), expected);
    }

    #[test]
    fn calibration_counts_by_tenths() {
        let mut calibration = Calibration::default();
        for (score, is_right) in [(0.95, true), (1.0, true), (0.91, false), (0.55, false)] {
            calibration.count(score, is_right);
        }
        let table = calibration.to_string();
        assert!(table.contains("0.5–\t55.0\t0.0\t1\n") && table.contains("0.9–\t95.3\t66.7\t3\n"), "{table}");
    }
}
