//! What a reader has to say about a file, without drowning anybody in it.

/// Sentences, each kind of trouble told a few times and then counted.
#[derive(Default)]
pub(super) struct Warnings {
    told: Vec<String>,
    untold: usize,
}

/// So many are told in full.
const MOST: usize = 100;

impl Warnings {
    /// A sentence.
    pub(super) fn add(&mut self, warning: impl Into<String>) {
        if self.told.len() < MOST {
            self.told.push(warning.into());
        } else {
            self.untold += 1;
        }
    }

    /// A sentence about a line, counted from 1.
    pub(super) fn at(&mut self, line: usize, warning: &str) {
        self.add(format!("line {line}: {warning}"));
    }

    /// Several, each with the same words before it: the name of an article.
    pub(super) fn add_all(&mut self, of: &str, warnings: impl IntoIterator<Item = String>) {
        for warning in warnings {
            self.add(if of.is_empty() { warning } else { format!("{of}: {warning}") });
        }
    }

    /// All of them.
    pub(super) fn into_vec(mut self) -> Vec<String> {
        if self.untold > 0 {
            self.told.push(format!("… and {} more like these", self.untold));
        }
        self.told
    }
}
