//! The promise that nothing is ever lost, tried on the real program: it is killed while it works, two of it race for one
//! project, other programs write its file.
//!
//! Short here. `DATELINE_LONG=1 cargo test --release --test durability -- --nocapture` tries each as often as it takes to
//! believe it: 1,000 kills, 200 races, 100 changes by others.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::needless_pass_by_value,
    reason = "a test that finds something else has failed, and says what it tried"
)]

mod crashes;
#[cfg(unix)]
mod kills;
#[cfg(unix)]
mod races;
mod restarts;
mod strangers;

use serde_json::{Value, json};
use std::{
    fs,
    io::{BufRead, BufReader, Write},
    path::PathBuf,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    time::{SystemTime, UNIX_EPOCH},
};

/// How often something is tried.
fn times(short: usize, long: usize) -> usize {
    if std::env::var_os("DATELINE_LONG").is_some() { long } else { short }
}

/// Chance; the seed is told when a test fails.
struct Dice(u64);

impl Dice {
    fn new() -> Self {
        let nanos = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_nanos();
        let seed = std::env::var("DATELINE_SEED").ok().and_then(|seed| seed.parse().ok());
        let seed = seed.unwrap_or((nanos % u128::from(u64::MAX)) as u64);
        println!("DATELINE_SEED={seed}");
        Self(seed)
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % limit as u64) as usize
    }
}

/// A folder with a project, and one for what the program keeps.
struct Stage {
    folder: tempfile::TempDir,
    state: tempfile::TempDir,
}

impl Stage {
    fn new() -> Self {
        let [folder, state] = [(), ()].map(|()| tempfile::tempdir().expect("a folder"));
        Self { folder, state }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, words: &str) {
        dateline::project_file::write_atomically(&self.path(name), words.as_bytes()).expect("written");
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
        command.args(arguments).current_dir(self.folder.path());
        command.env("DATELINE_STATE", self.state.path());
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn talk(&self) -> Talk {
        let mut child = self.command(&["edit", "p.ron"]).spawn().expect("starts");
        let input = child.stdin.take().expect("is piped");
        let output = BufReader::new(child.stdout.take().expect("is piped"));
        Talk { child, input, output }
    }

    /// The project file by itself is sound, or not there. What is kept beside it does not help.
    #[track_caller]
    fn expect_sound_file(&self) {
        if !self.path("p.ron").exists() {
            return;
        }
        let nothing = tempfile::tempdir().expect("a folder");
        let ran =
            self.command(&["check", "p.ron"]).env("DATELINE_STATE", nothing.path()).output().expect("ends");
        let errors = String::from_utf8_lossy(&ran.stderr).into_owned();
        assert_eq!((ran.status.code(), errors.as_str()), (Some(0), ""));
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).expect("is there").flatten();
        let mut names: Vec<String> =
            entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

/// A running `edit`.
struct Talk {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Talk {
    /// The answer; `None` if the program is gone.
    fn ask(&mut self, line: &Value) -> Option<Value> {
        writeln!(self.input, "{line}").ok()?;
        let mut answer = String::new();
        self.output.read_line(&mut answer).ok()?;
        // A line that was cut off is no answer.
        answer.strip_suffix('\n').and_then(|answer| serde_json::from_str(answer).ok())
    }

    #[track_caller]
    fn must(&mut self, line: Value) -> Value {
        let answer = self.ask(&line).unwrap_or_else(|| panic!("no answer to {line}"));
        assert_eq!(answer["ok"], true, "{line} was answered with {answer}");
        answer
    }

    fn end(mut self) {
        drop(self.input);
        assert!(self.child.wait().expect("ends").success());
    }
}

fn id(answer: &Value) -> String {
    answer["id"].as_str().expect("an id").to_owned()
}

fn list(answer: &Value, name: &str) -> Vec<Value> {
    answer[name].as_array().expect("a list").clone()
}

fn tag(doc: &str, start: usize, end: usize) -> Value {
    json!({"do": "tag", "doc": doc, "start": start, "end": end, "label": "Person"})
}
