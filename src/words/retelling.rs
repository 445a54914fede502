//! Sentences that the core has made in English, told again in the language that is spoken.
//!
//! The core speaks English: the command line and files show its words. Where the window shows them, they are recognised by
//! the English messages of a group (`core-…`, `date-…`) and said by the same messages of the language. What no message
//! fits stays English. By the name of a gap it is known what fits it: `number…` only digits; `said…`, `kind…` and `told…`
//! are told again in their turn, `told…` must be; a `kind…` holds no colon, so that it is not taken for the path before it.

use super::{Language, Value, book, spoken};
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use std::{borrow::Cow, cell::RefCell, collections::HashMap, sync::OnceLock};

/// Sentences of the core: reasons, steps, what went wrong.
const CORE: &str = "core-";
/// What dates mean.
const DATE: &str = "date-";

/// What the core says, in the language that is spoken.
pub fn retold(english: &str) -> Cow<'_, str> {
    in_language(spoken(), CORE, english)
}

/// What a date means, in the language that is spoken.
pub fn date_retold(english: &str) -> Cow<'_, str> {
    in_language(spoken(), DATE, english)
}

fn in_language<'a>(language: Language, group: &'static str, english: &'a str) -> Cow<'a, str> {
    if language == Language::ENGLISH || english.is_empty() {
        return Cow::Borrowed(english);
    }
    let told = LATELY.with_borrow_mut(|lately| lately.told(language, group, english));
    told.map_or(Cow::Borrowed(english), Cow::Owned)
}

thread_local! {
    /// Lists show the same sentences in every frame.
    static LATELY: RefCell<Lately> = RefCell::default();
}

/// What was told lately, by what was said in English; `None` where it stays so.
#[derive(Default)]
struct Lately {
    language: Option<Language>,
    told: HashMap<&'static str, HashMap<String, Option<String>>>,
}

/// So many sentences of a group are kept; then it begins anew.
const MOST_KEPT: usize = 2_000;

impl Lately {
    fn told(&mut self, language: Language, group: &'static str, english: &str) -> Option<String> {
        if self.language.replace(language) != Some(language) {
            self.told.clear();
        }
        let kept = self.told.entry(group).or_default();
        if let Some(told) = kept.get(english) {
            return told.clone();
        }
        if kept.len() >= MOST_KEPT {
            kept.clear();
        }
        let told = tell(language, group, english, 0);
        kept.insert(english.to_owned(), told.clone());
        told
    }
}

/// So deep lie sentences within sentences at most.
const DEEPEST: u32 = 4;

fn tell(language: Language, group: &str, english: &str, depth: u32) -> Option<String> {
    let mut of_group = sentences().iter().filter(|sentence| sentence.key.starts_with(group));
    of_group.find_map(|sentence| sentence.told(language, group, english, depth))
}

/// A message as it is recognised.
struct Sentence {
    key: String,
    parts: Vec<Part>,
}

#[derive(Debug)]
enum Part {
    Words(String),
    Gap(String),
}

impl Sentence {
    fn told(&self, language: Language, group: &str, english: &str, depth: u32) -> Option<String> {
        let mut values = FluentArgs::new();
        for (name, words) in self.gaps(english)? {
            if ["said", "kind", "told"].iter().any(|each| name.starts_with(each)) {
                let told = (depth < DEEPEST).then(|| tell(language, group, words, depth + 1)).flatten();
                // In what dates mean everything is known; the core's sentences hold names and paths too.
                let may_stay = group == CORE && !name.starts_with("told");
                let told = told.or_else(|| may_stay.then(|| words.to_owned()))?;
                values.set(name, Value::from(told));
            } else {
                values.set(name, Value::from(words));
            }
        }
        language.book().filled(&self.key, &values)
    }

    /// What stands in the gaps, if the words fit.
    fn gaps<'s>(&'s self, english: &'s str) -> Option<Vec<(&'s str, &'s str)>> {
        let mut rest = english;
        let mut found = Vec::new();
        let mut parts = self.parts.iter().peekable();
        while let Some(part) = parts.next() {
            match part {
                Part::Words(words) => rest = rest.strip_prefix(words.as_str())?,
                Part::Gap(name) => {
                    let is_last =
                        |next: &Part| self.parts.last().is_some_and(|last| std::ptr::eq(last, next));
                    let end = match parts.peek() {
                        None => rest.len(),
                        Some(next @ Part::Words(words)) if is_last(next) => {
                            rest.strip_suffix(words.as_str())?.len()
                        }
                        Some(Part::Words(words)) => rest.find(words.as_str())?,
                        Some(Part::Gap(_)) => return None,
                    };
                    let (words, after) = rest.split_at_checked(end)?;
                    let is_number = |words: &str| words.chars().all(|c| c.is_ascii_digit() || c == '.');
                    let fits = !(name.starts_with("number") && !is_number(words)
                        || name.starts_with("kind") && words.contains(": "));
                    if words.is_empty() || !fits {
                        return None;
                    }
                    found.push((name.as_str(), words));
                    rest = after;
                }
            }
        }
        rest.is_empty().then_some(found)
    }

    /// How many letters are sure: what has more of them is tried first.
    fn weight(&self) -> usize {
        let words = self.parts.iter().map(|part| if let Part::Words(words) = part { words.len() } else { 0 });
        words.sum()
    }
}

/// The sentences of all groups, the likeliest first.
fn sentences() -> &'static [Sentence] {
    static SENTENCES: OnceLock<Vec<Sentence>> = OnceLock::new();
    SENTENCES.get_or_init(|| {
        let english = Language::ENGLISH.messages().to_owned();
        let resource = FluentResource::try_new(english).unwrap_or_else(|(read, _)| read);
        let all = book::messages(&resource);
        let all = all.filter(|(key, _)| key.starts_with(CORE) || key.starts_with(DATE));
        let mut found: Vec<Sentence> = all.filter_map(|(key, pattern)| sentence(key, pattern)).collect();
        found.sort_by_key(|sentence| std::cmp::Reverse(sentence.weight()));
        found
    })
}

/// A message that has words and gaps only.
fn sentence(key: &str, pattern: &Pattern<&str>) -> Option<Sentence> {
    let part = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Some(Part::Words((*value).to_owned())),
        PatternElement::Placeable {
            expression: Expression::Inline(InlineExpression::VariableReference { id }),
        } => Some(Part::Gap(id.name.to_owned())),
        PatternElement::Placeable { .. } => None,
    };
    let parts: Option<Vec<Part>> = pattern.elements.iter().map(part).collect();
    Some(Sentence { key: key.to_owned(), parts: parts? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(group: &'static str, english: &str, expected: &str) {
        let korean = Language::with_code("ko").expect("spoken");
        assert_eq!(in_language(korean, group, english), expected);
        assert_eq!(in_language(Language::ENGLISH, group, english), english);
    }

    #[test]
    fn dates_are_told_again() {
        check(DATE, "Saturday · 9 Nov 2019", "2019년 11월 9일 토요일");
        check(DATE, "by 31 Dec 2019", "2019년 12월 31일까지");
        check(DATE, "Oct 2019", "2019년 10월");
        check(DATE, "weekend of 9–10 Nov 2019", "2019년 11월 9–10일 주말");
        check(DATE, "30 Nov – 2 Dec 2019", "2019년 11월 30일 – 12월 2일");
        check(DATE, "by 8 Nov 2019, about 15:00", "2019년 11월 8일까지, 15:00쯤");
        check(DATE, "more than 2 years", "2년 넘게");
        check(DATE, "", "");
    }

    #[test]
    fn steps_reasons_and_troubles_are_told_again() {
        check(CORE, "Tag “Anna: a life” as Person", "“Anna: a life” 표시: Person");
        check(CORE, "Delete 3 mentions", "언급 3개 삭제");
        check(CORE, "in the list of news agencies", "통신사 목록에 있음");
        check(CORE, "tagger, 0.93", "태거, 0.93");
        check(
            CORE,
            "/a/b.txt: the file is empty. Check that the file was copied whole.",
            "/a/b.txt: 파일이 비어 있어요. 파일이 온전히 복사됐는지 확인하세요.",
        );
        check(
            CORE,
            "b.docx: the Word document is damaged: chapter 3",
            "b.docx: 손상됐어요 (Word 문서): chapter 3",
        );
        check(
            CORE,
            "41 marks in 7 articles become Place; 12 entities",
            "기사 7건의 표시 41개 → Place; 개체 12개",
        );
    }

    #[test]
    fn what_is_not_known_stays() {
        check(DATE, "a blue moon", "a blue moon");
        check(CORE, "No such sentence: 3", "No such sentence: 3");
    }

    #[test]
    fn every_sentence_has_words_and_gaps_only() {
        let resource = FluentResource::try_new(Language::ENGLISH.messages().to_owned());
        let resource = resource.map_err(|(_, errors)| errors).expect("in order");
        let all = book::messages(&resource).filter(|(key, _)| key.starts_with(CORE) || key.starts_with(DATE));
        let left_out = all.filter(|(key, _)| sentences().iter().all(|sentence| sentence.key != *key));
        assert_eq!(left_out.map(|(key, _)| key.to_owned()).collect::<Vec<_>>(), [] as [&str; 0]);
    }
}
