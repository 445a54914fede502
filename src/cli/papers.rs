//! The manual pages and the completions for shells, which lie in `dist/linux/` and are what the program says of itself.
//!
//! `DATELINE_PAPERS=1 cargo test papers` writes them again after a change of the command line.

use super::Arguments;
use clap::CommandFactory;
use clap_complete::{Shell, generate_to};
use std::{collections::BTreeMap, fs, path::Path};

const FOLDERS: [&str; 2] = ["man", "completions"];

#[test]
fn manual_and_completions_are_those_of_this_command_line() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/linux");
    let made = tempfile::tempdir().expect("a folder");
    for folder in FOLDERS {
        fs::create_dir(made.path().join(folder)).expect("a folder");
    }
    write(made.path());
    for folder in FOLDERS {
        let (made, kept) = (made.path().join(folder), kept.join(folder));
        if std::env::var_os("DATELINE_PAPERS").is_some() {
            let _ = fs::remove_dir_all(&kept);
            fs::create_dir_all(&kept).expect("a folder");
            for name in files(&made).keys() {
                fs::copy(made.join(name), kept.join(name)).expect("a file");
            }
        }
        assert!(files(&made) == files(&kept), "dist/linux/{folder}: run DATELINE_PAPERS=1 cargo test papers");
    }
}

fn write(folder: &Path) {
    let mut command = Arguments::command();
    for shell in [Shell::Bash, Shell::Zsh, Shell::Fish] {
        generate_to(shell, &mut command, "dateline", folder.join("completions")).expect("completions");
    }
    clap_mangen::generate_to(Arguments::command(), folder.join("man")).expect("pages");
}

fn files(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.expect("an entry"));
    let read = |path: std::path::PathBuf| fs::read_to_string(path).expect("a file").replace("\r\n", "\n");
    entries.map(|entry| (entry.file_name().to_string_lossy().into_owned(), read(entry.path()))).collect()
}
