//! Holds the files of messages to each other and to the sources: nothing missing, nothing unused, the same gaps.

use super::{Language, Value, book::messages, filled, plain, plain_in};
use fluent_bundle::FluentResource;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// Messages with words that are the same in every language.
const ALIKE: &[&str] = &["date-clock-utc"];

/// The names of what is filled in.
type Gaps = BTreeSet<String>;

fn gaps_by_key(language: Language) -> BTreeMap<String, Gaps> {
    let resource = FluentResource::try_new(language.messages().to_owned());
    let resource = resource.map_err(|(_, errors)| errors).expect("the file is in order");
    let all: Vec<String> = messages(&resource).map(|(key, _)| key.to_owned()).collect();
    let mut found = BTreeMap::new();
    for key in all {
        let twice = found.insert(key.clone(), gaps(&body(language.messages(), &key)));
        assert_eq!(twice, None, "{key} stands twice in {}", language.code());
    }
    found
}

/// The message of a key as it is written.
fn body(messages: &str, key: &str) -> String {
    let mut lines = messages.lines().skip_while(|line| !line.starts_with(&format!("{key} =")));
    let first = lines.next().expect("it is there");
    let rest = lines.take_while(|line| line.starts_with(' ') || line.starts_with('}'));
    [first].into_iter().chain(rest).collect::<Vec<_>>().join("\n")
}

/// Whether there is a letter outside of the gaps and the key.
fn has_words(body: &str) -> bool {
    let message = body.split_once('=').map_or("", |(_, message)| message);
    let outside = message.split('{').filter_map(|part| part.split('}').next_back());
    outside.flat_map(str::chars).any(char::is_alphabetic)
}

fn gaps(words: &str) -> Gaps {
    let names = words.split('$').skip(1);
    names
        .map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || "_-".contains(*c)).collect())
        .collect()
}

fn others() -> impl Iterator<Item = Language> {
    Language::all().filter(|language| *language != Language::ENGLISH)
}

#[test]
fn all_languages_say_the_same_with_the_same_gaps() {
    let english = gaps_by_key(Language::ENGLISH);
    for other in others() {
        let said = gaps_by_key(other);
        let missing: Vec<_> = english.keys().filter(|key| !said.contains_key(*key)).collect();
        let extra: Vec<_> = said.keys().filter(|key| !english.contains_key(*key)).collect();
        assert!(missing.is_empty() && extra.is_empty(), "{}: lacks {missing:?}, {extra:?}", other.code());
        for (key, gaps) in &english {
            assert_eq!(said.get(key), Some(gaps), "{} of {}", key, other.code());
        }
    }
}

#[test]
fn nothing_was_left_in_english() {
    for other in others() {
        for key in gaps_by_key(Language::ENGLISH).keys() {
            let words = |language: Language| body(language.messages(), key);
            let is_same = words(other) == words(Language::ENGLISH);
            let may_be_same = ALIKE.contains(&key.as_str()) || !has_words(&words(Language::ENGLISH));
            assert!(!is_same || may_be_same, "{key} of {}", other.code());
        }
    }
}

#[test]
fn what_the_sources_say_is_there_and_all_of_it_is_said() {
    let english = gaps_by_key(Language::ENGLISH);
    let sources = sources();
    let commands = commands(&sources);
    let mut wrong = Vec::new();
    for (path, source) in &sources {
        for (key, given) in said_in(source) {
            match english.get(&key) {
                None => wrong.push(format!("{}: no message {key}", path.display())),
                Some(gaps) => {
                    let wanted: Gaps = gaps.difference(&commands).cloned().collect();
                    if wanted != given {
                        wrong.push(format!("{}: {key} wants {wanted:?}, not {given:?}", path.display()));
                    }
                }
            }
        }
    }
    let is_retold = |key: &str| key.starts_with("core-") || key.starts_with("date-");
    for key in english.keys().filter(|key| *key != "language-name" && !is_retold(key)) {
        let quoted = format!("\"{key}\"");
        if !sources.iter().any(|(_, source)| source.contains(&quoted)) {
            wrong.push(format!("{key} is never said"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The names of the commands in their table: a gap that is called so is for the keys of the command, which the window
/// fills in.
fn commands(sources: &[(PathBuf, String)]) -> Gaps {
    let table = sources.iter().find(|(path, _)| path.ends_with("gui/commands.rs")).map(|(_, source)| source);
    let rows = table.expect("the table is there").split(", Menu::").skip(1);
    let names: Gaps = rows.filter_map(|row| Some(row.split('"').nth(1)?.to_owned())).collect();
    assert!(names.contains("open-articles") && names.len() > 50, "{names:?}");
    names
}

/// What the core puts together from pieces, so that it stands nowhere as a whole.
const MADE_OF_PIECES: &[&str] = &[
    "core-1-list",
    "core-1-suggestion",
    "core-1-rejection",
    "core-step-list-on",
    "core-step-list-off",
    "core-step-reverse-relation",
    "core-effect-lonely",
    "core-effect-rejection",
    "core-effect-rejection-goes",
    "core-effect-rejections-go",
    "core-effect-name",
    "core-effect-names-go",
    "core-effect-date",
    "core-brought-back-1-changed",
    "core-brought-back-changed",
];

#[test]
fn what_is_told_again_is_what_the_core_says() {
    let lists = ["cities", "countries", "demonyms", "groups", "organisations", "regions"];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let lists = lists.map(|name| root.join(format!("assets/gazetteer/{name}.tsv")));
    let lists = lists.map(|path| fs::read_to_string(path).expect("the lists are readable"));
    let core = sources().into_iter().filter(|(path, _)| !path.starts_with(root.join("src/gui")));
    let core: Vec<String> = core.map(|(_, source)| source).chain(lists).collect();
    let mut wrong = Vec::new();
    for key in gaps_by_key(Language::ENGLISH).keys().filter(|key| key.starts_with("core-")) {
        let message = body(Language::ENGLISH.messages(), key);
        let (_, words) = message.split_once('=').expect("a message");
        let pieces = words.split('{').filter_map(|part| part.split('}').next_back()).map(str::trim);
        let longest = pieces.max_by_key(|piece| piece.len()).unwrap_or_default();
        let is_said = core.iter().any(|source| source.contains(longest));
        if is_said == MADE_OF_PIECES.contains(&key.as_str()) {
            wrong.push(format!("{key}: “{longest}”"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The keys in `say!` and `key!` of a source, with the names of what is filled in. Those in tables (`key!`) have no gaps.
fn said_in(source: &str) -> Vec<(String, Gaps)> {
    let calls = source.match_indices("say!(").map(|(at, call)| at + call.len());
    let tables = source.match_indices("key!(").map(|(at, call)| at + call.len());
    let found = calls.chain(tables).filter_map(|at| {
        let rest = source.get(at..)?.trim_start().strip_prefix('"')?;
        let (key, rest) = rest.split_once('"')?;
        Some((key.to_owned(), names_given(rest)))
    });
    found.collect()
}

/// `count = n, name = f(x)` up to the closing bracket: `count` and `name`.
fn names_given(rest: &str) -> Gaps {
    let (mut depth, mut start, mut in_words, mut before) = (0_i32, 0, false, ' ');
    let mut parts = Vec::new();
    for (at, c) in rest.char_indices() {
        match c {
            '"' if before != '\\' => in_words = !in_words,
            _ if in_words => {}
            ')' | '}' | ']' if depth == 0 => {
                parts.push(rest.get(start..at).unwrap_or_default());
                break;
            }
            '(' | '{' | '[' => depth += 1,
            ')' | '}' | ']' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(rest.get(start..at).unwrap_or_default());
                start = at + 1;
            }
            _ => {}
        }
        before = c;
    }
    let names = parts.iter().filter_map(|part| part.split_once('=').map(|(name, _)| name.trim().to_owned()));
    names.filter(|name| name.chars().all(|c| c.is_alphanumeric() || c == '_')).collect()
}

/// All sources but those of this room.
fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("src is readable") {
            let path = entry.expect("src is readable").path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.starts_with(root.join("words")) && path.extension().is_some_and(|end| end == "rs")
            {
                let source = fs::read_to_string(&path).expect("sources are UTF-8");
                found.push((path, source));
            }
        }
    }
    assert!(found.len() > 100, "is the test looking in the right place?");
    found
}

#[test]
fn a_message_that_is_missing_shows_its_key() {
    assert_eq!(plain("no-such-message"), "no-such-message");
    assert_eq!(filled("no-such-message", [("count", Value::from(3))]), "no-such-message");
    let korean = Language::with_code("ko").expect("spoken");
    assert_eq!(plain_in(korean, "no-such-message"), "no-such-message");
}

#[test]
fn what_is_filled_in_stands_as_it_is() {
    let step = [("command", Value::from("Undo")), ("step", Value::from("Tag “A { $b }”"))];
    assert_eq!(filled("named-step", step), "Undo: Tag “A { $b }”");
}

#[test]
fn languages_are_known_by_their_codes() {
    let korean = Language::with_code("ko_KR.UTF-8").expect("spoken");
    assert_eq!((korean.code(), korean.name()), ("ko", "한국어"));
    assert_eq!(Language::with_code("en-GB"), Some(Language::ENGLISH));
    assert_eq!(Language::with_code("kok"), None, "Konkani");
    assert_eq!(Language::with_code("C"), None);
    assert_eq!(plain_in(korean, "undo"), "실행 취소");
}
