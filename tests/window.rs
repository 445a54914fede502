//! The program in a real window: drives the scripts of `tests/window/` under Xvfb.
//!
//! Left out of a plain `cargo test`, because it needs Debian packages and a few seconds of a display of its own.

#![cfg(all(feature = "gui", target_os = "linux"))]
#![allow(clippy::expect_used, reason = "a test that cannot go on fails")]

use std::path::Path;
use std::process::Command;

/// Runs a script of `tests/window/` on the program.
fn run(script: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let script = root.join("tests/window").join(script);
    let output = Command::new("bash")
        .arg(&script)
        .arg(env!("CARGO_BIN_EXE_dateline"))
        .current_dir(root)
        .output()
        .expect("bash starts");
    let said =
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{}: {}\n{said}", script.display(), output.status);
}

#[test]
#[ignore = "needs Xvfb; run by .ci/run"]
fn the_whole_loop_runs_in_a_real_window() {
    run("run.sh");
}
