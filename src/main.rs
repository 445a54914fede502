//! The program: the command line, or the window if it asks for none of the commands.

use dateline::{
    cli::{self, Run, Streams},
    session::{StateFolder, report_crashes},
};
use std::{
    io::{self, BufWriter},
    process::ExitCode,
};

fn main() -> ExitCode {
    if let Some(state) = StateFolder::of_user() {
        report_crashes(state);
    }
    let mut streams = Streams {
        input: &mut io::stdin().lock(),
        output: &mut BufWriter::new(io::stdout().lock()),
        errors: &mut io::stderr().lock(),
    };
    match cli::run(std::env::args_os(), &mut streams) {
        Run::Done(code) => code,
        Run::Window(paths) => window(paths),
    }
}

#[cfg(feature = "gui")]
fn window(paths: Vec<std::path::PathBuf>) -> ExitCode {
    use std::io::Write;
    match dateline::gui::run(paths) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            // Without standard error there is nobody to tell.
            let _ = writeln!(io::stderr(), "dateline: {why}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(not(feature = "gui"))]
fn window(_paths: Vec<std::path::PathBuf>) -> ExitCode {
    use std::io::Write;
    let _ = writeln!(io::stderr(), "dateline: this build has no window; try `dateline --help`");
    ExitCode::from(2)
}
