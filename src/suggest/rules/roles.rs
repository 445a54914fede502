//! Titles and offices: before a name, beside one, and by themselves.
//!
//! ```text
//! South Korean [President] Moon Jae-in    Lee Sun-hee, the [deputy foreign minister]
//! [Special Representative for North Korea] Anna Berg
//! ```

use super::page::Page;
use crate::suggest::{
    candidate::Candidate,
    kind::Kind,
    lexicon::{Tags, tags},
    passage::Case,
};
use std::ops::Range;

/// Where an office ends that begins with a capital at a word of a run that ends at `limit`.
///
/// ```text
/// [Deputy Prime Minister] Ivan Petrov    [Director for Arms Control] Mark Jones
/// ```
pub(super) fn capitalised_role(page: &Page<'_>, start: usize, limit: usize) -> Option<usize> {
    let mut index = start;
    while index < limit && page.has(index, Tags::ROLE_MODIFIER) && page.is_capitalised(index) {
        index += 1;
        if super::runs::is_hyphen(page, index) {
            index += 1;
        }
    }
    let mut head = (index..limit).take_while(|at| page.has(*at, Tags::ROLE)).count();
    // "Attorney General", "Secretary General": a modifier may follow, or be all there is ("Deputy").
    while head > 0
        && index + head < limit
        && matches!(page.text(index + head), "General" | "Elect" | "Emeritus")
    {
        head += 1;
    }
    if head == 0 {
        // "Vice Foreign Minister Kim": back off to a modifier that is an office itself.
        return None;
    }
    let mut end = index + head;
    if super::runs::is_hyphen(page, end)
        && matches!(page.text(end + 1), "General" | "elect" | "Elect" | "general")
    {
        end += 2;
    }
    Some(complement(page, end))
}

/// `of State`, `for North Korea` after an office: its end, or the office's own.
fn complement(page: &Page<'_>, end: usize) -> usize {
    if !matches!(page.text(end), "of" | "for") || !page.is_capitalised(end + 1) && page.text(end + 1) != "the"
    {
        return end;
    }
    let start = if page.text(end + 1) == "the" { end + 2 } else { end + 1 };
    if let Some((after, entry)) = page.hit(start) {
        // "Director for Korea Policy Mark Lambert": the country may go on.
        if entry.kind == Kind::Place && !is_subject(page, after) {
            return if page.text(end) == "for" { after } else { end };
        }
    }
    let subject = (start..start + 4).take_while(|at| is_subject(page, *at)).count();
    if subject == 0 { end } else { start + subject }
}

/// A word of what an office is about: `State`, `Arms Control`, `Korea Policy`, no first name.
fn is_subject(page: &Page<'_>, index: usize) -> bool {
    SUBJECTS.contains(&page.text(index))
        || page.hit_of(index, &[Kind::Place]).is_some() && SUBJECTS.contains(&page.text(index + 1))
}

const SUBJECTS: &[&str] = &[
    "State",
    "Defense",
    "Defence",
    "Staff",
    "Policy",
    "Affairs",
    "Security",
    "Control",
    "Arms",
    "Nonproliferation",
    "Commerce",
    "Justice",
    "Treasury",
    "Agriculture",
    "Labor",
    "Education",
    "Energy",
    "Interior",
    "Health",
    "Human",
    "Rights",
    "Operations",
    "Intelligence",
    "National",
    "Homeland",
    "Public",
    "Political",
    "Military",
    "Finance",
    "Transportation",
    "Trade",
    "Foreign",
    "Economic",
    "Development",
    "Research",
    "Communications",
    "Internal",
    "Law",
    "Police",
    "Parliament",
    "Government",
];

/// Offices in lower case, and capitalised ones that stand alone.
pub(super) fn find(page: &Page<'_>) -> Vec<Candidate> {
    page.scan(Kind::Role, |start| lower_role(page, start))
}

/// `national security adviser`, `spokesman`: where it stands beside a name, or is a high office.
fn lower_role(page: &Page<'_>, start: usize) -> Option<(Range<usize>, u16, &'static str)> {
    let is_lower = |at: usize| page.word(at).is_some_and(|word| word.case == Case::Lower || word.opens);
    let mut index = start;
    while page.has(index, Tags::ROLE_MODIFIER) && is_lower(index) && index < start + 4 {
        index += 1;
    }
    let heads = (index..index + 2).take_while(|at| page.has(*at, Tags::ROLE) && is_lower(*at)).count();
    let mut end = index + heads;
    if heads == 0 || page.word(start).is_some_and(|word| word.opens && index == start && heads == 1) {
        return None;
    }
    while matches!(page.text(end), "general" | "elect") {
        end += 1;
    }
    if super::runs::is_hyphen(page, end) && matches!(page.text(end + 1), "general" | "elect") {
        end += 2;
    }
    let (score, why) = weigh_lower(page, start, end, index > start)?;
    Some((start..lower_complement(page, end), score, why))
}

/// How sure an office in lower case is, by what stands beside it.
fn weigh_lower(page: &Page<'_>, start: usize, end: usize, is_modified: bool) -> Option<(u16, &'static str)> {
    // "director general": the word before it says what the office is.
    let head = (start..end)
        .rev()
        .map(|at| page.text(at))
        .find(|word| *word != "general" && tags(word).has(Tags::ROLE));
    let head = head.unwrap_or_else(|| page.text(end - 1));
    if ALSO_VERBS.contains(&head) && !is_modified {
        return None;
    }
    if page.is_name_word(end) && !page.opens(end) {
        return Some((850, "title before name"));
    }
    let after_comma = page.text(end) == "," && page.is_name_word(end + 1);
    let article = if matches!(page.before(start, 1), "the" | "a" | "an" | "top" | "its" | "his" | "her") {
        2
    } else {
        1
    };
    let before_comma =
        page.before(start, article) == "," && start > article && page.is_name_word(start - article - 1);
    if after_comma || before_comma {
        return Some((800, "title beside name"));
    }
    if matches!(page.before(start, 1), "’s" | "'s") && !ALSO_VERBS.contains(&head) {
        return Some((800, "office of a named body"));
    }
    let of_name = matches!(page.before(start, 1), "’s" | "'s") && HIGH_OFFICES.contains(&head);
    if of_name || is_modified && HIGH_OFFICES.contains(&head) {
        return Some((750, "office"));
    }
    ((HIGH_OFFICES.contains(&head) && page.before(start, 1) == "the" && page.text(end) != "of")
        || is_modified && heads_alone(head))
    .then_some((600, "office"))
}

fn heads_alone(head: &str) -> bool {
    matches!(
        head,
        "adviser"
            | "advisor"
            | "envoy"
            | "negotiator"
            | "spokesman"
            | "spokeswoman"
            | "ambassador"
            | "prosecutor"
    )
}

/// `director general for North America`: the country or body an office is for.
fn lower_complement(page: &Page<'_>, end: usize) -> usize {
    if page.text(end) != "for" {
        return end;
    }
    page.hit_of(end + 1, &[Kind::Place]).unwrap_or(end)
}

/// Words that are verbs or other nouns as often as offices.
const ALSO_VERBS: &[&str] = &[
    "head",
    "chair",
    "coach",
    "general",
    "justice",
    "private",
    "major",
    "chief",
    "judge",
    "deputy",
    "marshal",
    "owner",
    "captain",
    "editor",
    "author",
    "king",
    "queen",
    "author",
    "officer",
    "captain",
    "head",
    "doctor",
    "colonel",
    "representative",
    "candidate",
    "manager",
    "delegate",
    "prince",
    "reporter",
    "correspondent",
    "attorney",
    "cardinal",
];

/// Offices that are marked even where no name stands beside them.
const HIGH_OFFICES: &[&str] = &["president", "minister", "premier", "chancellor", "secretary", "governor"];
