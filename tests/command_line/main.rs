//! Drives the real program without its window, as scripts do: arguments and standard input in, standard output,
//! standard error and an exit code out. Product promise: data on one, messages on the other; 0 well, 1 failed, 2 usage.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that finds something else has failed"
)]

mod check;
mod edit;
mod find;
mod import;
mod knowledge;
mod labels;
mod program;
mod projects;
mod suggest;

use serde_json::{Value, json};
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// Emoji, curly quotes and CR LF, so that bytes, code points, UTF-16 units and the file's bytes all differ.
const ARTICLE: &str = "Talks “resume” 😀 in Vienna\r\n\r\nMr. Jo Chol-su met Kim Jong Un in Seoul. Mr. Jo left “Seoul” on Nov. 9.\r\n";
/// The same as it is annotated.
const ANNOTATED: &str = "Talks “resume” 😀 in Vienna\n\nMr. Jo Chol-su met Kim Jong Un in Seoul. Mr. Jo left “Seoul” on Nov. 9.\n";

/// What a build without the careful tagger says where more than `--fast` is asked for. Tests are about all else.
const NOT_CAREFUL: &str = "dateline: this build has no careful tagger, so articles are read as with --fast\n";

/// A folder in which the program runs.
struct Stage {
    folder: tempfile::TempDir,
    /// Where the program keeps what is not in project files.
    kept: tempfile::TempDir,
}

#[derive(Debug)]
struct Ran {
    code: Option<i32>,
    out: String,
    errors: String,
}

impl Stage {
    /// With two articles, `a.txt` and `b.txt`, and `bad.txt`, which is none.
    fn new() -> Self {
        let [folder, kept] = [(), ()].map(|()| tempfile::tempdir().expect("a folder"));
        let stage = Self { folder, kept };
        stage.write("a.txt", ARTICLE);
        stage.write("b.txt", "Second story\n\nKim Jong Un left Seoul. The end.\n");
        stage.write("bad.txt", "%PDF-1.7 and so on");
        stage
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, words: &str) {
        dateline::project_file::write_atomically(&self.path(name), words.as_bytes()).expect("written");
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("is there")
    }

    fn names(&self) -> Vec<String> {
        names_in(self.folder.path())
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
        command.args(arguments).current_dir(self.folder.path());
        command.env("DATELINE_STATE", self.kept.path());
        // Where there is a display, a wrong command line must not open a window on it.
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn run_with(&self, arguments: &[&str], input: &str) -> Ran {
        let mut child = self.command(arguments).spawn().expect("starts");
        let mut stdin = child.stdin.take().expect("is piped");
        // It may have stopped reading: its answer says why.
        let _ = stdin.write_all(input.as_bytes());
        drop(stdin);
        let output = child.wait_with_output().expect("ends");
        let words = |bytes: Vec<u8>| String::from_utf8(bytes).expect("is UTF-8");
        let told = words(output.stderr);
        let errors = if cfg!(feature = "careful") { told } else { told.replace(NOT_CAREFUL, "") };
        Ran { code: output.status.code(), out: words(output.stdout), errors }
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, "")
    }

    /// A project with both articles, without marks.
    fn with_project() -> Self {
        let stage = Self::new();
        assert_eq!(stage.run(&["import", "p.ron", "a.txt", "b.txt"]).code, Some(0));
        stage
    }

    /// The answers of `edit` to these lines; it ends well.
    #[track_caller]
    fn edit(&self, lines: &[Value]) -> Vec<Value> {
        let input = lines.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        let ran = self.run_with(&["edit", "p.ron"], &input);
        assert_eq!((ran.code, ran.errors.as_str()), (Some(0), ""), "{}", ran.out);
        let answers = ran.json();
        assert_eq!(answers.len(), lines.len());
        answers
    }

    /// The same where every answer is well.
    #[track_caller]
    fn do_all(&self, lines: &[Value]) -> Vec<Value> {
        let answers = self.edit(lines);
        for (line, answer) in lines.iter().zip(&answers) {
            assert_eq!(answer["ok"], true, "{line} was answered with {answer}");
        }
        answers
    }

    #[track_caller]
    fn do_one(&self, line: Value) -> Value {
        self.do_all(&[line]).remove(0)
    }
}

impl Ran {
    /// The lines of the output.
    #[track_caller]
    fn json(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect()
    }

    #[track_caller]
    fn failed(&self, code: i32, why: &[&str]) {
        assert_eq!(self.code, Some(code), "{self:?}");
        for words in why {
            assert!(self.errors.contains(words), "“{words}” is not in: {}", self.errors);
        }
        assert!(!self.errors.contains("panicked"), "{}", self.errors);
    }
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("is there");
    let name = |entry: fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
    let mut names: Vec<String> = entries.map(|entry| name(entry.expect("is there"))).collect();
    names.sort();
    names
}

/// The names of the fields of a record, in order of the alphabet.
fn fields(record: &Value) -> Vec<&str> {
    record.as_object().expect("is an object").keys().map(String::as_str).collect()
}

/// What stands between two code points of the annotated text.
fn words_at(text: &str, record: &Value) -> String {
    let at = |name: &str| usize::try_from(record[name].as_u64().expect("a number")).expect("fits");
    text.chars().skip(at("start")).take(at("end") - at("start")).collect()
}

/// The code points at which some words stand first.
fn place(text: &str, words: &str) -> (usize, usize) {
    let byte = text.find(words).expect("stands there");
    let start = text.char_indices().take_while(|(at, _)| *at < byte).count();
    (start, start + words.chars().count())
}

fn id(answer: &Value) -> String {
    answer["id"].as_str().expect("an id").to_owned()
}

fn list<'a>(answer: &'a Value, name: &str) -> &'a Vec<Value> {
    answer[name].as_array().expect("a list")
}
