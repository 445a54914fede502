//! The open suggestions of an article as rows of a list, one for each thing that is meant.

use crate::{
    model::{Document, LabelId, Score},
    suggest::{Suggestion, SuggestionKey},
};
use std::collections::HashMap;

/// In which order suggestions are reviewed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SuggestionOrder {
    /// One row for each thing, in the order of first mention.
    #[default]
    ByEntity,
    /// One row for each mention.
    InText,
}

/// The open suggestions that mean one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuggestionGroup {
    pub name: String,
    pub label: LabelId,
    /// In the order of the text, which is their own order; never empty.
    pub keys: Vec<SuggestionKey>,
    /// The surest of them.
    pub score: Score,
    /// Of the surest of them.
    pub why: String,
    /// Other words for it in the text, in order of first mention.
    pub aliases: Vec<String>,
}

/// The rows for the open suggestions of a document.
pub fn suggestion_groups(
    document: &Document,
    open: &[Suggestion],
    order: SuggestionOrder,
) -> Vec<SuggestionGroup> {
    let mut groups: Vec<SuggestionGroup> = Vec::new();
    let mut places: HashMap<(LabelId, &str), usize> = HashMap::new();
    for suggestion in open {
        let words = document.text.slice(suggestion.span);
        let known = match order {
            SuggestionOrder::InText => None,
            SuggestionOrder::ByEntity => {
                let place = places
                    .entry((suggestion.label, suggestion.entity_in(&document.text)))
                    .or_insert(groups.len());
                groups.get_mut(*place)
            }
        };
        match known {
            Some(group) => add(group, document, suggestion, words),
            None => groups.push(new_group(document, suggestion, words, order)),
        }
    }
    groups
}

fn new_group(
    document: &Document,
    suggestion: &Suggestion,
    words: &str,
    order: SuggestionOrder,
) -> SuggestionGroup {
    let name = match order {
        SuggestionOrder::ByEntity => suggestion.entity_in(&document.text).to_owned(),
        SuggestionOrder::InText => words.to_owned(),
    };
    let mut group = SuggestionGroup {
        name,
        label: suggestion.label,
        keys: Vec::new(),
        score: suggestion.score,
        why: suggestion.why.to_string(),
        aliases: Vec::new(),
    };
    add(&mut group, document, suggestion, words);
    group
}

fn add(group: &mut SuggestionGroup, document: &Document, suggestion: &Suggestion, words: &str) {
    group.keys.push(SuggestionKey { document: document.id, span: suggestion.span, label: suggestion.label });
    if words != group.name && !group.aliases.iter().any(|alias| alias == words) {
        group.aliases.push(words.to_owned());
    }
    if suggestion.score > group.score {
        group.score = suggestion.score;
        group.why = suggestion.why.to_string();
    }
}
