//! The program in a real window: drives `tests/window/run.sh` under Xvfb.
//!
//! Left out of a plain `cargo test`, because it needs Debian packages and a few seconds of a display of its own.

#![cfg(all(feature = "gui", target_os = "linux"))]

use std::path::Path;
use std::process::Command;

#[test]
#[ignore = "needs Xvfb; run by .ci/run"]
fn the_whole_loop_runs_in_a_real_window() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = Command::new("bash")
        .arg(root.join("tests/window/run.sh"))
        .arg(env!("CARGO_BIN_EXE_dateline"))
        .current_dir(root)
        .output()
        .expect("bash starts");
    let said =
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "tests/window/run.sh: {}\n{said}", output.status);
}
