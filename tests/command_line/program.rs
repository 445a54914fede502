//! The program as a whole: usage, exit codes, no display, and streams that nobody reads.

use super::*;
use std::io::{BufRead, BufReader};

#[test]
fn help_and_version_go_to_the_output() {
    let stage = Stage::new();
    for arguments in [&["--help"][..], &["help"], &["edit", "--help"], &["--version"]] {
        let ran = stage.run(arguments);
        assert_eq!((ran.code, ran.errors.as_str()), (Some(0), ""), "{arguments:?}");
        assert!(!ran.out.is_empty());
    }
    let help = stage.run(&["--help"]).out;
    for verb in ["suggest", "import", "export", "check", "stats", "edit", "formats"] {
        assert!(help.contains(verb), "{help}");
    }
    assert_eq!(stage.run(&["--version"]).out, concat!("dateline ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn wrong_usage_is_exit_code_2() {
    let stage = Stage::with_project();
    for arguments in [
        &["suggest"][..],
        &["import", "p.ron"],
        &["export", "p.ron"],
        &["export", "p.ron", "--format", "jsonl"],
        &["check"],
        &["check", "p.ron", "p.ron"],
        &["stats", "--loud", "p.ron"],
        &["edit"],
        &["formats", "jsonl"],
        &["--nonsense"],
    ] {
        let ran = stage.run(arguments);
        ran.failed(2, &["Usage"]);
        assert_eq!(ran.out, "", "{arguments:?}");
    }
}

#[test]
fn without_a_display_one_plain_sentence_says_so() {
    let stage = Stage::with_project();
    for arguments in [&[][..], &["a.txt"], &["p.ron"]] {
        let ran = stage.run(arguments);
        ran.failed(1, &["dateline: "]);
        assert_eq!((ran.out.as_str(), ran.errors.lines().count()), ("", 1), "{}", ran.errors);
        assert!(!ran.errors.contains(['{', '(']), "no words of programmers: {}", ran.errors);
    }
}

/// `dateline suggest … | head -1` ends well and says nothing.
#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let stage = Stage::new();
    stage.write("long.txt", &ARTICLE.repeat(2_000));
    let mut child = stage.command(&["suggest", "long.txt", "long.txt"]).spawn().expect("starts");
    let mut output = BufReader::new(child.stdout.take().expect("is piped"));
    let mut first = String::new();
    output.read_line(&mut first).expect("there is a line");
    drop(output);
    let ended = child.wait_with_output().expect("ends");
    assert_eq!((ended.status.code(), ended.stderr.as_slice()), (Some(0), &b""[..]));
}

/// A full disk is not the same as a reader who has seen enough.
#[cfg(target_os = "linux")]
#[test]
fn an_output_that_cannot_be_written_is_a_failure() {
    let stage = Stage::new();
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("is there");
    let ran = stage.command(&["suggest", "a.txt"]).stdout(full).output().expect("ends");
    let errors = String::from_utf8_lossy(&ran.stderr).into_owned();
    assert_eq!(ran.status.code(), Some(1));
    assert!(errors.contains("the output cannot be written"), "{errors}");
}

/// Messages that nobody reads do not stop the work.
#[cfg(unix)]
#[test]
fn the_work_goes_on_when_nobody_reads_the_messages() {
    let stage = Stage::new();
    let mut child =
        stage.command(&["import", "p.ron", "bad.txt", "a.txt", "none.txt", "b.txt"]).spawn().expect("starts");
    drop(child.stderr.take());
    let ended = child.wait_with_output().expect("ends");
    assert_eq!(ended.status.code(), Some(1), "two articles are bad");
    assert_eq!(stage.run(&["check", "p.ron"]).out, "p.ron: sound, 2 articles, 0 mentions\n");
}

/// Files of every kind that others made to break programs: each is read or refused with a reason, at once.
#[test]
fn hostile_files_are_read_or_refused() {
    let Ok(kinds) = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/bad-input")) else {
        println!("skipped: ../shared/bad-input is not here");
        return;
    };
    let stage = Stage::new();
    for kind in kinds.flatten().filter(|kind| kind.path().is_dir()) {
        let name = kind.file_name().to_string_lossy().into_owned();
        let is_project = name.starts_with("project-") || name.starts_with("ron-");
        for file in fs::read_dir(kind.path()).expect("is readable").flatten() {
            let path = file.path();
            let path_text = path.to_string_lossy();
            // Quickly: there are hundreds of them.
            let ran = if is_project {
                stage.run(&["check", &path_text])
            } else {
                stage.run(&["suggest", "--fast", &path_text])
            };
            assert!(matches!(ran.code, Some(0 | 1)), "{}: {ran:?}", path.display());
            assert!(!ran.errors.contains("panicked"), "{}: {}", path.display(), ran.errors);
            let is_explained = ran.errors.contains("dateline: ") && ran.out.is_empty();
            assert!(ran.code == Some(0) || is_explained, "{}: {ran:?}", path.display());
        }
    }
}
