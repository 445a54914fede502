//! Runs of capitalised words: where a name may lie.
//!
//! ```text
//! met [Kim Jong-un] and [U.S.]-[South Korean] officials of the [North America]-focused bureau
//! ```

use super::page::Page;
use crate::{
    suggest::{kind::Kind, lexicon::Tags, passage::Case},
    text::TokenKind,
};
use std::ops::Range;

/// The runs of a page, in order.
pub(super) fn runs(page: &Page<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut index = 0;
    while index < page.len() {
        match run_at(page, index) {
            Some(end) => {
                found.push(index..end);
                index = end;
            }
            None => index += 1,
        }
    }
    found
}

/// Where the run ends that begins at a word; `None` if none does.
fn run_at(page: &Page<'_>, start: usize) -> Option<usize> {
    let mut end = match page.hit(start) {
        Some((end, _)) => end,
        None if page.is_name_word(start) || is_syllable(page, start) => start + 1,
        None => arabic_article(page, start)?,
    };
    while let Some(longer) = grow(page, end) {
        end = longer;
    }
    Some(end)
}

/// `al-Zarqawi` without a name before it: the word after the capitalised one.
fn arabic_article(page: &Page<'_>, start: usize) -> Option<usize> {
    let is_article = matches!(page.text(start), "al" | "el" | "an" | "as" | "ad" | "ash" | "ar");
    (is_article && is_hyphen(page, start + 1) && page.is_glued(start + 2) && page.is_name_word(start + 2))
        .then_some(start + 3)
}

/// The end of the run with one more word or joined word; `None` if it goes no further.
fn grow(page: &Page<'_>, end: usize) -> Option<usize> {
    if is_hyphen(page, end) && page.is_glued(end + 1) {
        return hyphenated(page, end);
    }
    if page.opens(end) && page.before(end, 1) != "-" {
        return None;
    }
    if let Some((after, _)) = page.hit(end) {
        return page.is_name_word(end).then_some(after).or_else(|| particle(page, end));
    }
    if page.is_name_word(end) || is_syllable(page, end) {
        return Some(end + 1);
    }
    particle(page, end)
}

/// `bin`, `al-`, `van der` within a name: the end after the capitalised word that follows.
fn particle(page: &Page<'_>, end: usize) -> Option<usize> {
    if let Some(after) = arabic_article(page, end) {
        return Some(after);
    }
    let is_ampersand = page.text(end) == "&";
    let mut next = end;
    while next < end + 3 && page.has(next, Tags::PARTICLE) && !page.is_capitalised(next) {
        next += 1;
    }
    let found = if is_ampersand { end + 1 } else { next };
    if found == end {
        return None;
    }
    arabic_article(page, found).or_else(|| page.is_name_word(found).then_some(found + 1))
}

/// After a hyphen: `Jong-un` and `Jean-Paul` go on, `U.S.-South Korean` and `America-focused` do not.
fn hyphenated(page: &Page<'_>, hyphen: usize) -> Option<usize> {
    let kinds = [Kind::Place, Kind::Group, Kind::Organization];
    let head = hyphen.checked_sub(1)?;
    let tail = hyphen + 1;
    let head_is_known = page.hit_of(head, &kinds).is_some() || ends_known_name(page, hyphen, &kinds);
    if head_is_known || page.hit_of(tail, &kinds).is_some() {
        return None;
    }
    if page.is_capitalised(tail) {
        return Some(tail + 1);
    }
    is_name_tail(page, hyphen).then_some(tail + 1)
}

/// Whether a known name ends right before the hyphen.
fn ends_known_name(page: &Page<'_>, hyphen: usize, kinds: &[Kind]) -> bool {
    let starts = hyphen.saturating_sub(4)..hyphen;
    starts.into_iter().any(|start| page.hit_of(start, kinds) == Some(hyphen))
}

/// `un` of `Jong-un`: short, in lower case, after a capitalised word that has a name before it.
fn is_name_tail(page: &Page<'_>, hyphen: usize) -> bool {
    let text = page.text(hyphen + 1);
    let is_word = page.is_kind(hyphen + 1, TokenKind::Word) && text.chars().all(char::is_lowercase);
    let is_participle = text.ends_with("ed") || text.ends_with("ing") && text.len() > 4;
    let has_family_name = hyphen.checked_sub(2).is_some_and(|at| page.is_name_word(at));
    is_word
        && text.chars().count() <= 5
        && !is_participle
        && !NOT_TAILS.contains(&text)
        && (has_family_name || text.chars().count() <= 3)
        && hyphen.checked_sub(1).and_then(|at| page.word(at)).is_some_and(|word| word.case == Case::Title)
}

/// `Do` of `Lee Do-hoon`: spelt like a small word, but a capital in mid-sentence and a hyphen make it a name.
fn is_syllable(page: &Page<'_>, index: usize) -> bool {
    page.word(index).is_some_and(|word| word.case == Case::Title && !word.opens)
        && index.checked_sub(1).is_some_and(|before| page.is_name_word(before))
        && is_hyphen(page, index + 1)
        && is_name_tail(page, index + 1)
}

/// Short second halves of compounds that are no part of a name.
const NOT_TAILS: &[&str] = &[
    "born", "bound", "elect", "era", "held", "led", "like", "made", "only", "owned", "run", "style", "wide",
    "made", "type", "war", "old", "long", "off", "to", "out", "year", "based", "size", "free", "day", "wing",
    "first", "class", "level", "range", "rich", "right", "left", "gun", "com", "s",
];

/// Whether the word is a hyphen that touches the word before it.
pub(super) fn is_hyphen(page: &Page<'_>, index: usize) -> bool {
    matches!(page.text(index), "-" | "‑") && page.is_glued(index)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{suggest::passage::Passage, text::Text};

    fn check(words: &str, expected: &[&str]) {
        let text = Text::new(words).expect("short");
        let page = Page::new(Passage::new(&text, text.whole().expect("words")));
        let found: Vec<&str> =
            runs(&page).iter().map(|run| text.slice(page.passage.span(run).expect("words"))).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn hyphens() {
        check("The envoy Park Min-ho met Jean-Paul Leroux", &["Park Min-ho", "Jean-Paul Leroux"]);
        check("the U.S.-South Korean drill", &["U.S.", "South Korean"]);
        check("the North America-focused bureau", &["North America"]);
        check(
            "an Israeli-Palestinian truce, Asia-Pacific trade",
            &["Israeli", "Palestinian", "Asia-Pacific"],
        );
        check("a Berlin-based, Saudi-led group", &["Berlin", "Saudi"]);
    }

    #[test]
    fn particles_and_openings() {
        check("He met Omar al-Rashid and Pieter van der Velde.", &["Omar al-Rashid", "Pieter van der Velde"]);
        check("On Monday, Ms. Lind flew to Oslo. She slept.", &["Ms. Lind", "Oslo"]);
        check("Then al-Masri left", &["al-Masri"]);
    }
}
