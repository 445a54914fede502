//! Labels and commands found by a few typed letters.

use crate::model::{Label, LabelId, Schema};

/// Letters that were typed to find something by its name.
pub struct Typed(Vec<char>);

impl Typed {
    /// Case and spaces do not count.
    pub fn new(typed: &str) -> Self {
        Self(typed.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect())
    }

    /// How far a name is from what was typed: 0 for the name itself, or where nothing was; `None` where a letter is missing.
    pub fn likeness(&self, name: &str) -> Option<u32> {
        let wanted = self.0.as_slice();
        let letters: Vec<char> = name.chars().flat_map(char::to_lowercase).collect();
        if wanted.is_empty() || letters == wanted {
            return Some(0);
        }
        if letters.starts_with(wanted) {
            return Some(2);
        }
        let starts = letters.iter().enumerate().filter(|(at, letter)| {
            let before = at.checked_sub(1).and_then(|before| letters.get(before));
            letter.is_alphanumeric() && before.is_none_or(|before| !before.is_alphanumeric())
        });
        let rest = |at: usize| letters.get(at..).unwrap_or_default();
        if starts.map(|(at, _)| at).any(|at| rest(at).starts_with(wanted)) {
            return Some(4);
        }
        if letters.windows(wanted.len()).any(|part| part == wanted) {
            return Some(6);
        }
        // The letters in their order, with the fewest between them from the first fit on.
        let mut at = 0;
        let mut gaps = 0;
        for letter in wanted {
            let skipped = rest(at).iter().position(|other| other == letter)?;
            gaps += skipped;
            at += skipped + 1;
        }
        Some(8 + u32::try_from(gaps).unwrap_or(u32::MAX / 2))
    }
}

/// The labels whose name, or a name elsewhere, has the typed letters in their order; the likeliest first. All of them where
/// nothing is typed.
pub fn labels_like(schema: &Schema, typed: &str) -> Vec<LabelId> {
    let typed = Typed::new(typed);
    let score = |label: &Label| {
        let own = typed.likeness(&label.name);
        let others = label.also.iter().filter_map(|also| typed.likeness(also)).min();
        // What it is called here counts more than what it is called elsewhere.
        own.into_iter().chain(others.map(|score| score + 1)).min()
    };
    let mut found: Vec<(u32, usize, LabelId)> = schema
        .labels()
        .enumerate()
        .filter_map(|(place, (id, label))| Some((score(label)?, place, id)))
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(.., id)| id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, expected: &[&str]) {
        let schema = Schema::ontonotes_18();
        let found = labels_like(&schema, typed);
        let names: Vec<&str> = found.iter().map(|id| schema.name_of(*id)).collect();
        assert_eq!(names.get(..expected.len()).unwrap_or(&names), expected, "{typed}");
    }

    #[test]
    fn the_likeliest_label_comes_first() {
        check("per", &["PERSON", "PERCENT"]);
        check("pers", &["PERSON"]);
        check("art", &["WORK_OF_ART"]);
        check("woa", &["WORK_OF_ART"]);
        check("qty", &["QUANTITY"]);
        check("gpe", &["GPE"]);
        check("Or d", &["ORDINAL"]);
        check("xyz", &[]);
        assert_eq!(labels_like(&Schema::ontonotes_18(), " ").len(), 18);
        assert_eq!(labels_like(&Schema::empty(), "a"), []);
    }

    #[test]
    fn what_it_is_called_elsewhere_counts_too() {
        let schema = Schema::news_analyst();
        let first = |typed| labels_like(&schema, typed).first().map(|id| schema.name_of(*id));
        assert_eq!(first("gpe"), Some("Place"));
        assert_eq!(first("norp"), Some("Group"));
        assert_eq!(first("İ"), None, "letters that grow in lower case");
    }
}
