//! Holds the walls of the house up: which room may name which, who may touch the window, files and the clock, how long
//! a file may be, and that each says what it is for.
//!
//! The table below is the one in ARCHITECTURE.md. If it is wrong, change both in the same commit and say why.
//! The check reads sources as text. It sees `crate::room` and `use` trees, not what a macro makes.

#![allow(clippy::expect_used, reason = "a test that cannot read the sources has failed")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// A room and the rooms it may name. Files outside the rooms are `lib` and `main`.
const ROOMS: &[(&str, &[&str])] = &[
    ("words", &[]),
    ("text", &[]),
    ("time", &["text"]),
    ("model", &["text", "time"]),
    ("suggest", &["text", "time", "model"]),
    ("import", &["text", "time"]),
    ("exchange", &["text", "time", "model"]),
    ("view", &["text", "time", "model", "suggest"]),
    ("project_file", &["text", "model"]),
    ("session", &["words", "text", "time", "model", "suggest", "import", "exchange", "view", "project_file"]),
    ("gui", &["words", "session", "view", "model", "text", "time"]),
    ("cli", &["session", "project_file", "view", "suggest", "model", "text"]),
    // `lib.rs` declares the rooms and needs no path to them; `main.rs` starts the window or the command line.
    ("lib", &[]),
    // It also sees to it that a crash leaves a report.
    ("main", &["gui", "cli", "session"]),
];

/// What only some may name: the paths, who may (a room, or a file's path without its ending), and why.
struct Guarded {
    paths: &'static [&'static str],
    may: &'static [&'static str],
    why: &'static str,
}

const GUARDED: &[Guarded] = &[
    Guarded {
        paths: &[
            "egui",
            "eframe",
            "epaint",
            "emath",
            "ecolor",
            "egui_extras",
            "egui_kittest",
            "winit",
            "accesskit",
        ],
        may: &["gui"],
        why: "only gui knows the window, so that everything else works and is tested without one",
    },
    Guarded {
        paths: &["rfd"],
        may: &["gui/dialogs"],
        why: "the system's dialogs stand behind one trait in gui/dialogs, so that tests can answer for them",
    },
    Guarded {
        paths: &["ron"],
        may: &["project_file", "session"],
        why: "RON is for the project file, and for the settings that session keeps",
    },
    Guarded {
        paths: &["serde", "serde_derive"],
        may: &["project_file", "exchange", "session", "cli"],
        why: "the file is not the model: wire types stand apart from it",
    },
    Guarded {
        paths: &["serde_json"],
        may: &["import", "exchange", "session", "cli"],
        why: "JSON is spoken at the edges only",
    },
    Guarded { paths: &["csv"], may: &["import", "exchange"], why: "tables are spoken at the edges only" },
    Guarded {
        paths: &["quick_xml", "zip"],
        may: &["exchange", "import"],
        why: "XML and archives come and go at the edges only",
    },
    Guarded {
        paths: &["uuid"],
        may: &["exchange"],
        why: "our own ids are short; long ones are for other programs",
    },
    Guarded {
        paths: &["std::fs", "tempfile"],
        may: &["project_file", "session", "cli"],
        why: "rooms that touch no file cannot fail for its sake; take bytes, give bytes",
    },
    Guarded {
        paths: &[
            "std::time::SystemTime",
            "std::time::Instant",
            "SystemTime::now",
            "Instant::now",
            "jiff::Timestamp::now",
            "jiff::Zoned::now",
            "Timestamp::now",
            "Zoned::now",
        ],
        may: &["session", "gui", "cli"],
        why: "the same input gives the same answer; take the moment as an argument",
    },
    Guarded {
        paths: &["std::env"],
        may: &["session", "gui", "cli", "main"],
        why: "settings come in as arguments",
    },
    Guarded {
        paths: &["std::process::Command"],
        may: &["session"],
        why: "only session starts processes, and only to read files of strangers in them",
    },
    Guarded {
        paths: &["rustix"],
        may: &["session", "project_file"],
        why: "limits of those processes, and many files forced to disk at once",
    },
    Guarded {
        paths: &[
            "dom_query",
            "dom_smoothie",
            "pdf_extract",
            "mail_parser",
            "encoding_rs",
            "chardetng",
            "plist",
        ],
        may: &["import"],
        why: "formats of articles are read in import/",
    },
    Guarded {
        paths: &["regex"],
        may: &["view"],
        why: "what analysts type is found in view/; rules are no expressions",
    },
    Guarded { paths: &["directories"], may: &["session"], why: "session decides where things lie" },
    Guarded {
        paths: &["fluent_bundle", "fluent_syntax", "unic_langid", "sys_locale"],
        may: &["words"],
        why: "messages are looked up in one place",
    },
    Guarded { paths: &["clap"], may: &["cli"], why: "only cli reads arguments" },
];

/// Lines a source file may have before its tests begin.
const MAX_LINES: usize = 400;

#[test]
fn rooms_name_only_what_they_may() {
    let sources = sources();
    assert!(
        sources.len() > 5,
        "found only {} files under src: is the check looking in the right place?",
        sources.len()
    );
    report(sources.iter().flat_map(|(file, source)| wrong_names(file, source)));
}

#[test]
fn files_are_short_and_say_what_they_are_for() {
    report(sources().iter().flat_map(|(file, source)| wrong_shape(file, source)));
}

#[test]
fn the_table_has_no_loops_and_no_unknown_rooms() {
    for (position, (room, may)) in ROOMS.iter().enumerate() {
        for other in *may {
            let other_position = ROOMS.iter().position(|(name, _)| name == other);
            assert!(
                other_position.is_some_and(|p| p < position),
                "{room} may name {other}, which is not above it"
            );
        }
    }
    for guarded in GUARDED {
        for who in guarded.may {
            let room = who.split('/').next().unwrap_or(who);
            assert!(ROOMS.iter().any(|(name, _)| *name == room), "no room {room} for {:?}", guarded.paths);
        }
    }
}

#[test]
fn the_check_finds_what_is_forbidden() {
    let check = |file: &str, source: &str| wrong_names(file, source).len();
    // A room that is not in the list of this one: as an import, in a group, inline, by `super`.
    assert_eq!(check("text/span.rs", "use crate::model::Project;"), 1);
    assert_eq!(check("model/mod.rs", "use crate::{text::Span, suggest::{Score, Why}, view};"), 3);
    assert_eq!(check("import/mod.rs", "fn f(x: Vec<crate::model::Mention>) {}"), 1);
    assert_eq!(check("text/span.rs", "use super::super::model::Project;"), 1);
    assert_eq!(check("text/mod.rs", "pub use super::gui;"), 1);
    assert_eq!(check("main.rs", "fn main() { dateline::model::go() }"), 1);
    // Names from outside.
    assert_eq!(check("model/mod.rs", "use std::{fmt, fs, time::{Duration, Instant}};"), 2);
    assert_eq!(check("view/runs.rs", "fn f(c: egui::Color32) {}"), 1);
    assert_eq!(check("gui/app.rs", "let f = rfd::FileDialog::new();"), 1);
    assert_eq!(check("model/mod.rs", "#[derive(serde::Serialize)] struct A;"), 1);
    assert_eq!(check("time/mod.rs", "let t = jiff::Zoned::now();"), 1);
    // A folder that the table does not know.
    assert_eq!(check("utils/mod.rs", "//! Odds and ends."), 1);
}

#[test]
fn the_check_leaves_the_rest_alone() {
    let check = |file: &str, source: &str| wrong_names(file, source);
    let none: Vec<String> = Vec::new();
    assert_eq!(
        check("gui/dialogs.rs", "use rfd::FileDialog; use egui::Context; use crate::session::Session;"),
        none
    );
    assert_eq!(check("gui/dialogs/system.rs", "use rfd::FileDialog;"), none);
    assert_eq!(
        check("model/change.rs", "pub(in crate::model) fn f(); use crate::{model, text::Span, time};"),
        none
    );
    assert_eq!(
        check("model/change.rs", "// use crate::gui::App;\n/* egui::Ui /* rfd::x */ std::fs::read */"),
        none
    );
    assert_eq!(
        check("model/change.rs", "let s = \"crate::gui \\\" egui::Ui\"; let r = r#\"std::fs::\"x\"\"#;"),
        none
    );
    assert_eq!(
        check("model/change.rs", "fn f<'a>(c: &'a str) { let q = '\"'; let e = '\\''; } // egui::Ui"),
        none
    );
    assert_eq!(
        check("model/change.rs", "use std::time::Duration; fn f() { self.egui.x(); let fs = 1; }"),
        none
    );
    assert_eq!(
        check("text/span.rs", "fn f() {}\n#[cfg(test)]\nmod tests { use std::fs; use crate::model::A; }"),
        none
    );
    assert_eq!(check("text/span.rs", "use super::model_of_words;"), none);
}

#[test]
fn the_check_says_where_and_why() {
    let found = wrong_names("text/span.rs", "//! Spans.\n\nuse crate::gui::App;\n");
    assert_eq!(found, ["src/text/span.rs:3: text may not name gui (it may name no other room)"]);
    let found = wrong_names("view/mod.rs", "//! Views.\nuse std::fs;\n");
    let why = "rooms that touch no file cannot fail for its sake; take bytes, give bytes";
    assert_eq!(
        found,
        [format!("src/view/mod.rs:2: only project_file, session, cli may name std::fs: {why}")]
    );
}

#[test]
fn the_check_sees_long_files_and_missing_words() {
    assert_eq!(wrong_shape("text/a.rs", "//! Says it.\n\n/// One.\npub fn one() {}\n").len(), 0);
    assert_eq!(wrong_shape("text/a.rs", "fn one() {}\n").len(), 1);
    let long = format!("//! Says it.\n{}", "fn f() {}\n".repeat(MAX_LINES));
    assert_eq!(wrong_shape("text/a.rs", &long).len(), 1);
    let tested = format!("//! Says it.\n#[cfg(test)]\nmod tests {{\n{}}}\n", "fn f() {}\n".repeat(MAX_LINES));
    assert_eq!(wrong_shape("text/a.rs", &tested).len(), 0);
    assert_eq!(
        wrong_shape("text/a.rs", "//! Says it.\n\npub struct A;\n\nimpl A {\n    pub fn f() {}\n}\n").len(),
        2
    );
    assert_eq!(
        wrong_shape("text/a.rs", "//! Says it.\n\n/// A.\n#[derive(Debug)]\npub struct A;\n").len(),
        0
    );
}

/// Fails with all that was found, one a line.
fn report(wrong: impl Iterator<Item = String>) {
    let mut text = String::new();
    for line in wrong {
        let _ = writeln!(text, "  {line}");
    }
    assert!(text.is_empty(), "\n{text}The table is in tests/architecture.rs and ARCHITECTURE.md.\n");
}

/// Every Rust file under `src`, as its path below it (with `/`) and its text, in order. Files of tests are left out.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("src is readable") {
            let path = entry.expect("src is readable").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    let below = |path: &PathBuf| {
        let parts = path.strip_prefix(&root).expect("it was found there").components();
        parts.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect::<Vec<_>>().join("/")
    };
    files
        .iter()
        .filter(|path| !below(path).split('/').any(|part| part == "tests" || part == "tests.rs"))
        .map(|path| (below(path), fs::read_to_string(path).expect("sources are UTF-8")))
        .collect()
}

/// The source before its `#[cfg(test)] mod tests`, which is the last thing in a file.
fn without_tests(source: &str) -> &str {
    source
        .match_indices("#[cfg(test)]")
        .find(|(at, mark)| {
            source.get(at + mark.len()..).is_some_and(|rest| rest.trim_start().starts_with("mod tests {"))
        })
        .and_then(|(at, _)| source.get(..at))
        .unwrap_or(source)
}

/// Each name in `source` that the tables forbid, with its place and the rule.
fn wrong_names(file: &str, source: &str) -> Vec<String> {
    let room = file.split('/').next().unwrap_or(file).trim_end_matches(".rs");
    let Some((_, may)) = ROOMS.iter().find(|(name, _)| *name == room) else {
        return vec![format!(
            "src/{file}:1: the table has no room {room}: add it there, or put the file in one"
        )];
    };
    // `super` as often as the file lies deep is the root of the crate.
    let depth = file.trim_end_matches(".rs").trim_end_matches("/mod").split('/').count();
    let mut wrong = Vec::new();
    for (line, path) in names(without_tests(source)) {
        if let Some(other) = room_named(&path, depth, room)
            && other != room
            && !may.contains(&other)
        {
            let list = if may.is_empty() { "no other room".to_owned() } else { may.join(", ") };
            wrong.push(format!("src/{file}:{line}: {room} may not name {other} (it may name {list})"));
        }
        for guarded in GUARDED {
            let hit = guarded.paths.iter().find(|p| starts_with(&path, p));
            let stem = file.trim_end_matches(".rs");
            let may = guarded.may.iter().any(|who| stem == *who || stem.starts_with(&format!("{who}/")));
            if let (Some(hit), false) = (hit, may) {
                let list = guarded.may.join(", ");
                wrong.push(format!("src/{file}:{line}: only {list} may name {hit}: {}", guarded.why));
            }
        }
    }
    wrong
}

/// The room that a path leads to, if it goes by the root of the crate.
fn room_named(path: &[String], depth: usize, room: &str) -> Option<&'static str> {
    let supers = path.iter().take_while(|part| *part == "super").count();
    let named = match path.first()?.as_str() {
        "crate" => path.get(1),
        "dateline" if room == "main" => path.get(1),
        "super" if supers >= depth => path.get(supers),
        _ => None,
    }?;
    ROOMS.iter().map(|(name, _)| *name).find(|name| name == named)
}

fn starts_with(path: &[String], wanted: &str) -> bool {
    let mut parts = path.iter();
    wanted.split("::").all(|part| parts.next().is_some_and(|found| found == part))
}

/// A word or a sign of the source, and its line. `::` is one sign.
struct Token {
    line: usize,
    text: String,
}

impl Token {
    fn is_word(&self) -> bool {
        self.text.starts_with(|c: char| c.is_alphabetic() || c == '_')
    }
}

/// All paths in `source`, with `use` trees taken apart: `use a::{b, c::d}` gives `a::b` and `a::c::d`.
fn names(source: &str) -> Vec<(usize, Vec<String>)> {
    let tokens = tokens(&without_words(source));
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let before = at.checked_sub(1).map_or("", &text);
        let starts = tokens.get(at).is_some_and(Token::is_word) && !matches!(before, "." | "::");
        if starts && (text(at + 1) == "::" || matches!(before, "use" | "crate") && text(at) != "as") {
            at = tree(&tokens, at, &[], &mut found);
        } else {
            at += 1;
        }
    }
    found
}

/// Reads one path, or one `use` tree, from `at`; gives the place after it.
fn tree(tokens: &[Token], mut at: usize, prefix: &[String], found: &mut Vec<(usize, Vec<String>)>) -> usize {
    let mut path = prefix.to_vec();
    let mut line = tokens.get(at).map_or(0, |token| token.line);
    while let Some(token) = tokens.get(at) {
        if token.is_word() {
            line = token.line;
            path.push(token.text.clone());
            at += 1;
            if tokens.get(at).is_none_or(|next| next.text != "::") {
                break;
            }
            at += 1;
        } else if token.text == "{" && !path.is_empty() {
            at += 1;
            while tokens.get(at).is_some_and(|next| next.text != "}") {
                let after = tree(tokens, at, &path, found);
                at = after.max(at + 1);
                // `as other`, commas.
                while tokens.get(at).is_some_and(|next| !matches!(next.text.as_str(), "," | "}")) {
                    at += 1;
                }
                if tokens.get(at).is_some_and(|next| next.text == ",") {
                    at += 1;
                }
            }
            return at + 1;
        } else {
            break;
        }
    }
    found.push((line, path));
    at
}

fn tokens(source: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut line = 1;
    let mut after_letter = false;
    for c in source.chars() {
        let is_letter = c.is_alphanumeric() || c == '_';
        match found.last_mut() {
            Some(last) if is_letter && after_letter => last.text.push(c),
            Some(last) if c == ':' && last.text == ":" => last.text.push(c),
            _ if c.is_whitespace() => {}
            _ => found.push(Token { line, text: c.to_string() }),
        }
        after_letter = is_letter;
        if c == '\n' {
            line += 1;
        }
    }
    found
}

/// The source with comments, strings and characters left out, line breaks kept.
fn without_words(source: &str) -> String {
    let mut kept = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let skipped = comment_length(rest).or_else(|| literal_length(rest, &kept));
        let (gone, after) = rest.split_at(skipped.unwrap_or(c.len_utf8()));
        if skipped.is_some() {
            kept.push(' ');
            kept.extend(gone.chars().filter(|c| *c == '\n'));
        } else {
            kept.push(c);
        }
        rest = after;
    }
    kept
}

fn comment_length(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    rest.starts_with("/*").then(|| {
        let mut open = 0_usize;
        let mut previous = ' ';
        for (at, c) in rest.char_indices() {
            match (previous, c) {
                ('/', '*') => open += 1,
                ('*', '/') => open -= 1,
                _ => {
                    previous = c;
                    continue;
                }
            }
            if open == 0 {
                return at + 1;
            }
            previous = ' ';
        }
        rest.len()
    })
}

/// The length of a string or character at the start of `rest`; `kept` is what came before.
fn literal_length(rest: &str, kept: &str) -> Option<usize> {
    let after_word = kept.ends_with(|c: char| c.is_alphanumeric() || c == '_');
    let raw = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r')).filter(|_| !after_word);
    if let Some(hashes) = raw.map(|text| text.chars().take_while(|c| *c == '#').count())
        && raw.is_some_and(|text| text.chars().nth(hashes) == Some('"'))
    {
        let end = format!("\"{}", "#".repeat(hashes));
        let open = rest.find('"')? + 1;
        return Some(rest.get(open..)?.find(&end).map_or(rest.len(), |at| open + at + end.len()));
    }
    if rest.starts_with('"') {
        return Some(quoted_length(rest, '"'));
    }
    // 'a' and '\n' are characters, 'a without a closing quote is a lifetime.
    let mut chars = rest.chars();
    let is_char = match (chars.next(), chars.next(), chars.next()) {
        (Some('\''), Some('\\'), _) => true,
        (Some('\''), Some(_), third) => third == Some('\''),
        _ => false,
    };
    is_char.then(|| quoted_length(rest, '\''))
}

fn quoted_length(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// A file that is too long, has no header, or a public item without a line that says what it is.
fn wrong_shape(file: &str, source: &str) -> Vec<String> {
    let body = without_tests(source);
    let count = body.trim_end().lines().count();
    let mut wrong = Vec::new();
    if count > MAX_LINES {
        wrong.push(format!(
            "src/{file}:{count}: {count} lines before the tests, {MAX_LINES} are the limit: split it"
        ));
    }
    if !source.starts_with("//!") {
        wrong.push(format!(
            "src/{file}:1: begin with two to six lines of `//!`: what it is for, what it never does"
        ));
    }
    let lines: Vec<&str> = body.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        let item = line.strip_prefix("    ").filter(|rest| rest.starts_with("pub fn")).unwrap_or(line);
        let kinds = ["fn ", "const fn ", "struct ", "enum ", "trait ", "const ", "type "];
        let is_public =
            item.strip_prefix("pub ").is_some_and(|rest| kinds.iter().any(|kind| rest.starts_with(kind)));
        let above = lines.iter().take(at).rev().take_while(|line| !matches!(line.trim(), "" | "}"));
        if is_public && !above.into_iter().any(|line| line.trim_start().starts_with("///")) {
            wrong.push(format!(
                "src/{file}:{}: every public item has a line of `///`: {}",
                at + 1,
                line.trim()
            ));
        }
    }
    wrong
}
