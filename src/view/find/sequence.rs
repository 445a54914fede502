//! Words and marks one after the other, or near each other.

use super::{FindOptions, pattern::Pattern};
use crate::{
    model::{Document, LabelId, Project, Schema},
    text::{Span, Text},
};

/// What stands one after the other.
#[derive(Clone, Debug)]
pub(super) struct Sequence {
    pieces: Vec<(Join, Piece)>,
    /// Whether `label:` or `near:` was typed.
    has_signs: bool,
}

/// How a piece follows the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Join {
    /// With nothing but white space between.
    Next,
    /// With at most so many words between, before it or after it.
    Near(usize),
}

#[derive(Clone, Debug)]
enum Piece {
    Words(Pattern),
    Marks(LabelId),
}

/// A word of what was typed.
enum Token<'a> {
    Word(&'a str),
    Label(LabelId),
    Near(usize),
}

impl Sequence {
    /// Reads what was typed; `None` where it is nothing but words.
    pub(super) fn read(typed: &str, options: FindOptions, schema: &Schema) -> Result<Option<Self>, String> {
        let mut tokens = Vec::new();
        let mut has_signs = false;
        let words: Vec<&str> = split(typed);
        for word in &words {
            let token = token(word, words.len() > 1, schema)?;
            has_signs |= matches!(token, Token::Near(_)) || word.starts_with(LABEL);
            tokens.push(token);
        }
        if tokens.iter().all(|token| matches!(token, Token::Word(_))) {
            return Ok(None);
        }
        Ok(Some(Self { pieces: pieces(tokens, options)?, has_signs }))
    }

    pub(super) fn has_signs(&self) -> bool {
        self.has_signs
    }

    /// All places in an article, in order.
    pub(super) fn spans(&self, project: &Project, document: &Document) -> Vec<Span> {
        let text = &document.text;
        let mut all: Option<Vec<Span>> = None;
        for (join, piece) in &self.pieces {
            let here = piece.spans(project, document);
            all = Some(match all {
                None => here,
                Some(before) => joined(text, &before, &here, *join),
            });
        }
        all.unwrap_or_default()
    }
}

const LABEL: &str = "label:";
const NEAR: &str = "near:";

/// The words of what was typed; a label in quotes is one.
fn split(typed: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = typed.trim_start();
    while !rest.is_empty() {
        let quoted = rest.strip_prefix(LABEL).and_then(|after| after.strip_prefix('"'));
        let end = match quoted.and_then(|quoted| quoted.find('"')) {
            Some(closing) => LABEL.len() + closing + 2,
            None => rest.find(char::is_whitespace).unwrap_or(rest.len()),
        };
        let (word, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        words.push(word);
        rest = after.trim_start();
    }
    words
}

fn token<'a>(word: &'a str, has_others: bool, schema: &Schema) -> Result<Token<'a>, String> {
    if let Some(name) = word.strip_prefix(LABEL) {
        let name = name.trim_matches('"');
        let label = schema.known_as(name).ok_or_else(|| format!("there is no label “{name}”"))?;
        return Ok(Token::Label(label));
    }
    if let Some(count) = word.strip_prefix(NEAR) {
        let count: Option<usize> = count.parse().ok().filter(|count| *count <= MOST_WORDS);
        return count.map(Token::Near).ok_or_else(|| format!("near: takes a number up to {MOST_WORDS}"));
    }
    // A word alone is that word, even if a label is called so.
    let label = schema.named(word).filter(|_| has_others);
    Ok(label.map_or(Token::Word(word), Token::Label))
}

/// So many words may lie between two that are near each other.
const MOST_WORDS: usize = 1_000;

fn pieces(tokens: Vec<Token<'_>>, options: FindOptions) -> Result<Vec<(Join, Piece)>, String> {
    let options = FindOptions { whole_word: true, ..options };
    let mut pieces = Vec::new();
    let mut join = Join::Next;
    let mut words: Vec<&str> = Vec::new();
    let mut is_open = true;
    for token in tokens {
        match token {
            Token::Word(word) => {
                words.push(word);
                is_open = false;
                continue;
            }
            Token::Near(_) if is_open => return Err("near: stands between two things".to_owned()),
            Token::Near(_) | Token::Label(_) => {}
        }
        take_words(&mut pieces, &mut join, &mut words, options)?;
        match token {
            Token::Near(count) => {
                join = Join::Near(count);
                is_open = true;
            }
            Token::Label(label) => {
                pieces.push((std::mem::replace(&mut join, Join::Next), Piece::Marks(label)));
                is_open = false;
            }
            Token::Word(_) => {}
        }
    }
    take_words(&mut pieces, &mut join, &mut words, options)?;
    if is_open { Err("near: stands between two things".to_owned()) } else { Ok(pieces) }
}

fn take_words(
    pieces: &mut Vec<(Join, Piece)>,
    join: &mut Join,
    words: &mut Vec<&str>,
    options: FindOptions,
) -> Result<(), String> {
    if !words.is_empty() {
        let pattern = Pattern::words(&words.join(" "), options)?;
        pieces.push((std::mem::replace(join, Join::Next), Piece::Words(pattern)));
        words.clear();
    }
    Ok(())
}

impl Piece {
    fn spans(&self, project: &Project, document: &Document) -> Vec<Span> {
        match self {
            Self::Marks(label) => {
                let marks = project.mentions_of(document.id).filter(|mention| mention.label == *label);
                let mut spans: Vec<Span> = marks.map(|mention| mention.span).collect();
                spans.dedup();
                spans
            }
            Self::Words(pattern) => {
                let mut spans = Vec::new();
                pattern.each(&document.text, &mut |span| {
                    spans.push(span);
                    true
                });
                spans
            }
        }
    }
}

/// Pairs of which the second follows the first so, each as one span. Both lists are sorted.
fn joined(text: &Text, before: &[Span], after: &[Span], join: Join) -> Vec<Span> {
    let longest = after.iter().map(|span| span.byte_count()).max().unwrap_or(0);
    let mut pairs = Vec::new();
    for first in before {
        let (from, to) = match join {
            Join::Next => {
                let next = next_word(text, first.end());
                (next, next)
            }
            Join::Near(count) => {
                (left_reach(text, first.start(), count), right_reach(text, first.end(), count))
            }
        };
        let start = after.partition_point(|span| span.start() + longest < from);
        let near = after.iter().skip(start).take_while(|span| span.start() <= to);
        let fits = |second: &&Span| match join {
            Join::Next => second.start() == from,
            Join::Near(_) => {
                second.start() >= first.end() || (second.end() <= first.start() && second.end() >= from)
            }
        };
        for second in near.filter(fits) {
            let (start, end) = (first.start().min(second.start()), first.end().max(second.end()));
            pairs.extend(text.span(start, end).ok());
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Where the white space ends that begins at a byte.
fn next_word(text: &Text, at: usize) -> usize {
    let rest = text.get(at..text.byte_count());
    at + (rest.len() - rest.trim_start().len())
}

/// Where the word begins that so many words stand before, from a byte on.
fn right_reach(text: &Text, at: usize, count: usize) -> usize {
    let mut words = 0;
    let mut is_inside = true;
    for (offset, character) in text.get(at..text.byte_count()).char_indices() {
        let is_word = character.is_alphanumeric();
        if is_word && !is_inside {
            if words == count {
                return at + offset;
            }
            words += 1;
        }
        is_inside = is_word;
    }
    text.byte_count()
}

/// Where the word ends that so many words stand behind, before a byte.
fn left_reach(text: &Text, at: usize, count: usize) -> usize {
    let mut words = 0;
    let mut is_inside = true;
    for (offset, character) in text.get(0..at).char_indices().rev() {
        let is_word = character.is_alphanumeric();
        if is_word && !is_inside {
            if words == count {
                return offset + character.len_utf8();
            }
            words += 1;
        }
        is_inside = is_word;
    }
    0
}
