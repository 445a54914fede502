//! What a half-typed path could become, looked up away from the interface.

use super::Wake;
use std::{
    fs,
    path::{MAIN_SEPARATOR, Path, PathBuf},
    sync::{
        Arc,
        mpsc::{Receiver, Sender, channel},
    },
    thread,
};

/// At most this many are offered.
const MOST: usize = 12;

/// Answers "what begins like this?" for a path field. Only the answer to the newest question counts.
pub struct Completion {
    sender: Sender<(String, Vec<String>)>,
    receiver: Receiver<(String, Vec<String>)>,
    wake: Wake,
    asked: String,
    found: Vec<String>,
}

impl Completion {
    /// Ready to be asked; `wake` is called when an answer is there.
    pub fn new(wake: Wake) -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, wake, asked: String::new(), found: Vec::new() }
    }

    /// Asks for the paths that begin like `typed`, if it is not what was asked last.
    pub fn ask(&mut self, typed: &str) {
        if self.asked == typed {
            return;
        }
        typed.clone_into(&mut self.asked);
        let (sender, wake, typed) = (self.sender.clone(), Arc::clone(&self.wake), typed.to_owned());
        let work = move || {
            let found = complete(&typed);
            let _ = sender.send((typed, found));
            wake();
        };
        // Without the thread nothing is offered; typing still works.
        let _ = thread::Builder::new().name("dateline-paths".to_owned()).spawn(work);
    }

    /// What is known now; folders end with the separator.
    pub fn found(&mut self) -> &[String] {
        while let Ok((asked, found)) = self.receiver.try_recv() {
            if asked == self.asked {
                self.found = found;
            }
        }
        &self.found
    }
}

/// `~` is the home folder at the head of a typed path.
pub fn typed_path(typed: &str) -> PathBuf {
    let typed = typed.trim();
    let home = directories::UserDirs::new().map(|folders| folders.home_dir().to_owned());
    match (typed.strip_prefix('~').map(|rest| rest.trim_start_matches(['/', MAIN_SEPARATOR])), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(typed),
    }
}

fn complete(typed: &str) -> Vec<String> {
    let path = typed_path(typed);
    let ends_in_folder = typed.is_empty() || typed.ends_with(['/', MAIN_SEPARATOR]);
    let folder = if ends_in_folder { Some(path.as_path()) } else { path.parent() };
    let folder = folder.filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let begins = if ends_in_folder { String::new() } else { name_of(&path) };
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let lower = begins.to_lowercase();
    let fits = |name: &str| {
        name.to_lowercase().starts_with(&lower) && (!name.starts_with('.') || begins.starts_with('.'))
    };
    let found = entries.flatten().filter(|entry| fits(&name_of(&entry.path()))).map(|entry| {
        let is_folder = entry.path().is_dir();
        let end = if is_folder { MAIN_SEPARATOR.to_string() } else { String::new() };
        (!is_folder, format!("{}{end}", folder.join(entry.file_name()).display()))
    });
    let mut found: Vec<(bool, String)> = found.collect();
    found.sort();
    found.into_iter().map(|(_, path)| path).take(MOST).collect()
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_come_first_and_hidden_files_only_when_asked_for() {
        let root = tempfile::tempdir().expect("a folder");
        fs::create_dir(root.path().join("stories")).expect("made");
        for name in ["Stockholm.txt", "storm.md", ".secret"] {
            fs::copy("Cargo.toml", root.path().join(name)).expect("made");
        }
        let head = format!("{}{MAIN_SEPARATOR}", root.path().display());
        let in_root = |typed: &str| -> Vec<String> {
            let found = complete(&format!("{head}{typed}"));
            let names = found.iter().filter_map(|path| path.strip_prefix(&head));
            names.map(|name| name.trim_end_matches(MAIN_SEPARATOR).to_owned()).collect()
        };
        assert_eq!(in_root("st"), ["stories", "Stockholm.txt", "storm.md"]);
        assert_eq!(in_root(".s"), [".secret"]);
        assert_eq!(in_root("x"), [] as [&str; 0]);
    }
}
