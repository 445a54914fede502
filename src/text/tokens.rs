//! The one tokenizer of the program: words, numbers, signs.
//!
//! Cut at white space, at every hyphen and dash, before a possessive, around punctuation. A full stop stays
//! with initials (`U.S.`, `E.`) and with the abbreviations of [`ABBREVIATIONS`].
//!
//! ```text
//! [North] [America] [-] [focused]   [Mr.] [Jo] [’s] [comments]   [23] [short] [-] [range]
//! ```

use super::{Span, Text};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, perhaps with digits, apostrophes or stops of an abbreviation in it.
    Word,
    /// Digits, perhaps with `,` `.` `:` between them.
    Number,
    /// `’s` or `'s` after a word, or a lone `’` after a plural.
    Possessive,
    /// One sign of any other kind.
    Sign,
}

/// One token and what it is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub span: Span,
    pub kind: TokenKind,
}

/// Words that are written with a full stop which ends no sentence. Lower case, sorted.
pub(super) const ABBREVIATIONS: &[&str] = &[
    "adm", "amb", "apr", "aug", "brig", "capt", "cmdr", "co", "col", "corp", "cpl", "dec", "dept", "dr",
    "feb", "fr", "ft", "gen", "gov", "hon", "inc", "jan", "jr", "jul", "jun", "lt", "ltd", "maj", "mar",
    "messrs", "mr", "mrs", "ms", "mt", "no", "nos", "nov", "oct", "pres", "prof", "pvt", "rep", "reps",
    "rev", "sen", "sens", "sep", "sept", "sgt", "sr", "st", "supt", "v", "vs",
];

/// The tokens of a range of the text, in order; white space is none. Offsets are those of the whole text.
pub fn tokens(text: &Text, range: Span) -> Vec<Token> {
    let words = text.slice(range);
    let mut found = Vec::with_capacity(words.len() / 5);
    let mut offset = 0;
    while let Some(rest) = words.get(offset..).filter(|rest| !rest.is_empty()) {
        let (byte_count, kind) = first_token(rest, words.get(..offset).unwrap_or_default());
        if let Some(kind) = kind {
            let start = range.start() + offset;
            if let Ok(span) = text.span(start, start + byte_count) {
                found.push(Token { span, kind });
            }
        }
        offset += byte_count;
    }
    found
}

/// Length in bytes and kind of what stands at the head of `rest`; no kind for white space.
fn first_token(rest: &str, before: &str) -> (usize, Option<TokenKind>) {
    let Some(first) = rest.chars().next() else {
        return (rest.len(), None);
    };
    if first.is_whitespace() {
        return (first.len_utf8(), None);
    }
    if is_apostrophe(first) && before.chars().next_back().is_some_and(char::is_alphanumeric) {
        return (possessive_bytes(rest), Some(TokenKind::Possessive));
    }
    if first.is_numeric() {
        return number_token(rest);
    }
    if is_word_char(first) {
        return (word_bytes(rest, first), Some(TokenKind::Word));
    }
    (first.len_utf8(), Some(TokenKind::Sign))
}

/// `’s` where it ends the word, else the apostrophe alone.
fn possessive_bytes(rest: &str) -> usize {
    let mut characters = rest.chars();
    let apostrophe_bytes = characters.next().map_or(1, char::len_utf8);
    match (characters.next(), characters.next()) {
        (Some('s' | 'S'), after) if !after.is_some_and(is_word_char) => apostrophe_bytes + 1,
        _ => apostrophe_bytes,
    }
}

fn number_token(rest: &str) -> (usize, Option<TokenKind>) {
    let mut end = 0;
    let mut characters = rest.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let next_is_digit = characters.peek().is_some_and(|(_, next)| next.is_numeric());
        let inside = character.is_numeric() || (matches!(character, ',' | '.' | ':') && next_is_digit);
        if !inside {
            // `21st`, `1990s`, `5G`: a word that begins with digits.
            if is_word_char(character) && !is_ideograph(character) {
                return (
                    at + word_bytes(rest.get(at..).unwrap_or_default(), character),
                    Some(TokenKind::Word),
                );
            }
            break;
        }
        end = at + character.len_utf8();
    }
    (end, Some(TokenKind::Number))
}

fn word_bytes(rest: &str, first: char) -> usize {
    if is_ideograph(first) {
        return first.len_utf8();
    }
    let initials = initials_bytes(rest);
    if initials > 0 {
        return initials;
    }
    let mut end = 0;
    let mut characters = rest.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        let inside = (is_word_char(character) && !is_ideograph(character))
            || (is_apostrophe(character) && joins(rest, at, character));
        if !inside {
            let word = rest.get(..end).unwrap_or_default();
            let keeps_stop =
                character == '.' && is_abbreviation(word) && next.is_none_or(|n| !is_word_char(n));
            return if keeps_stop { end + 1 } else { end };
        }
        end = at + character.len_utf8();
    }
    end
}

/// `U.S.`, `U.N`, `E.`: single letters, each with a stop. 0 if the head is nothing of the kind.
fn initials_bytes(rest: &str) -> usize {
    let mut end = 0;
    let mut tail = rest;
    loop {
        let mut characters = tail.chars();
        let (Some(letter), Some('.')) = (characters.next(), characters.next()) else {
            break;
        };
        if !letter.is_alphabetic() || (end == 0 && !letter.is_uppercase() && !dotted(characters.as_str())) {
            break;
        }
        end += letter.len_utf8() + 1;
        tail = characters.as_str();
    }
    end
}

/// Whether another letter with a stop follows, as in `p.m.`
fn dotted(tail: &str) -> bool {
    let mut characters = tail.chars();
    characters.next().is_some_and(char::is_alphabetic) && characters.next() == Some('.')
}

/// An apostrophe belongs to the word where a letter follows and it does not begin a final `’s`.
fn joins(rest: &str, at: usize, apostrophe: char) -> bool {
    let tail = rest.get(at + apostrophe.len_utf8()..).unwrap_or_default();
    let letter_follows = tail.chars().next().is_some_and(char::is_alphabetic);
    let is_possessive = possessive_bytes(rest.get(at..).unwrap_or_default()) > apostrophe.len_utf8();
    at > 0 && letter_follows && !is_possessive
}

pub(super) fn is_abbreviation(word: &str) -> bool {
    word.is_ascii() && ABBREVIATIONS.binary_search(&word.to_ascii_lowercase().as_str()).is_ok()
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’')
}

fn is_word_char(character: char) -> bool {
    character.is_alphanumeric() || is_mark(character)
}

/// Combining marks and joiners stay with the letter before them.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5bd}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{93a}'..='\u{94f}' | '\u{e31}'..='\u{e4e}'
        | '\u{200c}' | '\u{200d}' | '\u{ad}')
}

/// Characters of scripts that write no spaces: each is a token.
fn is_ideograph(character: char) -> bool {
    matches!(character, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2ffff}')
}

/// The word a click at byte `offset` means. Hyphenated given names stay whole, compounds do not.
///
/// ```text
/// Kim [Jong-un] met     North [America]-focused     [South Korea]’s → [South] or [Korea]
/// ```
pub fn word_at(text: &Text, offset: usize) -> Option<Span> {
    let line = line_around(text, offset)?;
    let all = tokens(text, line);
    let after_index = all.partition_point(|token| token.span.start() <= offset);
    let index = after_index.checked_sub(1)?;
    let hit = all.get(index).filter(|token| offset <= token.span.end())?;
    if hit.kind != TokenKind::Word {
        return Some(hit.span);
    }
    let first = if is_name_tail(text, &all, index) { index - 2 } else { index };
    let last = if is_name_tail(text, &all, first + 2) { first + 2 } else { first };
    let (first, last) = (all.get(first)?, all.get(last)?);
    text.span(first.span.start(), last.span.end()).ok()
}

/// Whether token `index` is the `un` of `Jong-un`: a short lower-case word after a hyphen after a capital.
fn is_name_tail(text: &Text, all: &[Token], index: usize) -> bool {
    let Some([head, hyphen, tail]) = index.checked_sub(2).and_then(|from| all.get(from..=index)) else {
        return false;
    };
    let starts = |token: &Token, test: fn(char) -> bool| text.slice(token.span).starts_with(test);
    head.span.end() == hyphen.span.start()
        && hyphen.span.end() == tail.span.start()
        && text.slice(hyphen.span) == "-"
        && (head.kind, tail.kind) == (TokenKind::Word, TokenKind::Word)
        && starts(head, char::is_uppercase)
        && starts(tail, char::is_lowercase)
        && !COMPOUND_TAILS.contains(&text.slice(tail.span))
        && text.slice(tail.span).chars().count() <= 6
}

/// Second halves of compounds that are not part of a name: `U.S.-led`.
const COMPOUND_TAILS: &[&str] = &[
    "aged", "armed", "backed", "based", "born", "bound", "elect", "era", "held", "led", "like", "made",
    "owned", "ruled", "run", "style", "wide",
];

/// The start of the word before `offset`, for a caret that walks left by words.
pub fn word_left(text: &Text, offset: usize) -> usize {
    let before = text.get(0..offset).trim_end();
    let Some(line) = line_around(text, before.len()) else {
        return 0;
    };
    let starts = tokens(text, line).into_iter().map(|token| token.span.start());
    starts.take_while(|start| *start < before.len()).last().unwrap_or(0)
}

/// The end of the word after `offset`, for a caret that walks right by words.
pub fn word_right(text: &Text, offset: usize) -> usize {
    let rest = text.get(offset..text.byte_count());
    let at = offset + (rest.len() - rest.trim_start().len());
    let Some(line) = line_around(text, at) else {
        return text.byte_count();
    };
    let ends = tokens(text, line).into_iter().map(|token| token.span.end());
    ends.into_iter().find(|end| *end > at).unwrap_or(text.byte_count())
}

/// How far around an offset to look for its line, in bytes.
const LINE_REACH_BYTES: usize = 4 * 1024;

/// The line around `offset`, or the nearest few kilobytes of a very long one.
fn line_around(text: &Text, offset: usize) -> Option<Span> {
    let offset = text.floor_boundary(offset.min(text.byte_count()));
    let from = text.floor_boundary(offset.saturating_sub(LINE_REACH_BYTES));
    let until = text.floor_boundary((offset + LINE_REACH_BYTES).min(text.byte_count()));
    let start = text.get(from..offset).rfind('\n').map_or(from, |at| from + at + 1);
    let end = text.get(offset..until).find('\n').map_or(until, |at| offset + at);
    text.span(start, end).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(words: &str) -> Text {
        Text::new(words).expect("short enough")
    }

    fn check(words: &str, expected: &str) {
        let text = text(words);
        let whole = text.whole().expect("not empty");
        let found: Vec<&str> = tokens(&text, whole).iter().map(|token| text.slice(token.span)).collect();
        assert_eq!(found.join("|"), expected);
    }

    #[test]
    fn news_english() {
        check("North Korea’s Kim Jong-un", "North|Korea|’s|Kim|Jong|-|un");
        check("Mr. Jo, U.S.-South Korean", "Mr.|Jo|,|U.S.|-|South|Korean");
        check("Stephen E. Biegun met.", "Stephen|E.|Biegun|met|.");
        check("O'Brien haven’t the soldiers’ 1,000.5", "O'Brien|haven’t|the|soldiers|’|1,000.5");
        check("at 10:30 p.m. on the 21st", "at|10:30|p.m.|on|the|21st");
        check("“very actively” (DMZ) — 5%", "“|very|actively|”|(|DMZ|)|—|5|%");
        check("북한은 金正恩", "북한은|金|正|恩");
    }

    #[test]
    fn a_word_is_what_a_click_means() {
        let text = text("Kim Jong-un met North America-focused U.S.-led Eui-yong’s men");
        let word = |part: &str| {
            let at = text.as_str().find(part).expect("there");
            word_at(&text, at).map(|span| text.slice(span))
        };
        assert_eq!(word("Jong"), Some("Jong-un"));
        assert_eq!(word("un "), Some("Jong-un"));
        assert_eq!(word("America"), Some("America"));
        assert_eq!(word("U.S."), Some("U.S."));
        assert_eq!(word("yong"), Some("Eui-yong"));
    }

    #[test]
    fn walking_by_words() {
        let text = text("One two.\n Three");
        assert_eq!(word_right(&text, 0), 3);
        assert_eq!(word_right(&text, 3), 7);
        assert_eq!(word_right(&text, 8), 15);
        assert_eq!(word_left(&text, 15), 10);
        assert_eq!(word_left(&text, 10), 7);
        assert_eq!(word_left(&text, 2), 0);
    }

    proptest! {
        #[test]
        fn tokens_are_in_order_and_leave_only_white_space(words in "(\\PC|[ \\n’'.\\-A-c0-9]){1,200}") {
            let text = text(&words);
            let whole = text.whole().expect("not empty");
            let mut end = 0;
            for token in tokens(&text, whole) {
                prop_assert!(text.get(end..token.span.start()).chars().all(char::is_whitespace));
                end = token.span.end();
            }
            prop_assert!(text.get(end..words.len()).chars().all(char::is_whitespace));
        }

        #[test]
        fn walking_never_stands_still_before_the_end(words in "(\\PC|[ \\n.a-c]){1,60}") {
            let text = text(&words);
            let mut offset = 0;
            while offset < text.byte_count() {
                let next = word_right(&text, offset);
                prop_assert!(next > offset && words.is_char_boundary(next));
                prop_assert!(word_left(&text, next) < next);
                offset = next;
            }
            prop_assert!((0..words.len()).all(|at| word_at(&text, at).is_none_or(|s| s.contains_offset(at) || s.end() <= at)));
        }
    }
}
