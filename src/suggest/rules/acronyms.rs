//! Short forms that an article introduces in brackets after the name.
//!
//! ```text
//! the Demilitarized Zone ([DMZ])    the Coastal Trade Office ([CTO])
//! ```

use super::page::Page;
use crate::suggest::{Why, candidate::Candidate};

/// Gives an acronym in brackets the kind of the name right before it, where its letters fit.
pub(super) fn settle(page: &Page<'_>, found: &mut Vec<Candidate>) {
    let mut settled = Vec::new();
    for index in 1..page.len() {
        if page.text(index - 1) != "(" || page.text(index + 1) != ")" {
            continue;
        }
        let (Some(short), Some(bracket)) = (page.word(index), page.word(index - 1)) else {
            continue;
        };
        let long = found.iter().rev().find(|long| {
            long.span.end() <= bracket.span.start() && bracket.span.start() - long.span.end() <= 1
        });
        let Some(long) = long.filter(|long| long.kind.is_named()) else {
            continue;
        };
        let name = page.passage.source.slice(long.span);
        if !fits(short.text, name) {
            continue;
        }
        let mut candidate = Candidate::rule(short.span, long.kind, long.score.max(880), "");
        candidate.why = Why::ShortFor(name.into());
        settled.push(candidate);
    }
    found.retain(|old| !settled.iter().any(|new| new.span == old.span));
    found.extend(settled);
}

/// Whether the letters of the short form begin words of the name, in order.
pub(in crate::suggest) fn fits(short: &str, name: &str) -> bool {
    let letters: Vec<char> =
        short.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let is_short = short.chars().filter(|c| c.is_uppercase()).count() >= 2 && !short.contains(' ');
    let words: Vec<&str> = name.split([' ', '-', '\n']).filter(|word| !word.is_empty()).collect();
    if !is_short || words.len() < 2 || letters.len() > words.len() + 2 {
        return false;
    }
    initials_match(&letters, &words, true)
}

/// Takes each letter from the head of a word; small words and, if `inside`, further letters of a word may help.
fn initials_match(letters: &[char], words: &[&str], inside: bool) -> bool {
    let Some((word, rest)) = words.split_first() else {
        return letters.is_empty();
    };
    let Some((letter, others)) = letters.split_first() else {
        return words.iter().all(|word| word.starts_with(char::is_lowercase));
    };
    let mut characters = word.chars().flat_map(char::to_lowercase);
    let heads = characters.next() == Some(*letter);
    if heads && initials_match(others, rest, inside) {
        return true;
    }
    if heads
        && inside
        && let Some((second, tail)) = others.split_first()
        && characters.any(|character| character == *second)
        && initials_match(tail, rest, false)
    {
        return true;
    }
    word.starts_with(char::is_lowercase) && initials_match(letters, rest, inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_begin_the_words() {
        assert!(fits("DMZ", "Demilitarized Zone"));
        assert!(fits("CTO", "Coastal Trade Office"));
        assert!(fits("UNHCR", "U.N. High Commissioner for Refugees") || !fits("UNHCR", "Red Cross"));
        assert!(fits("OAS", "Organization of American States"));
        assert!(!fits("CTO", "Coastal Guard"));
        assert!(!fits("Oslo", "Oslo Accords"));
    }
}
