//! What is left behind when the program itself goes wrong: a report on this machine, which is sent to nobody.

use super::StateFolder;
use crate::project_file::write_atomically_on;
use std::{
    backtrace::Backtrace,
    panic::{self, PanicHookInfo},
    path::PathBuf,
    thread,
    time::{SystemTime, UNIX_EPOCH},
};

/// From now on a mistake of the program leaves a report in the state folder, and a line that says where. The journal is
/// written by a thread of its own, and is whole whatever happens elsewhere.
pub fn report_crashes(state: StateFolder) {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        usual(info);
        if let Some(path) = report(&state, info) {
            use std::io::Write;
            // Without standard error there is nobody to tell.
            let _ = writeln!(std::io::stderr(), "dateline: a report of this is in {}", path.display());
        }
    }));
}

fn report(state: &StateFolder, info: &PanicHookInfo<'_>) -> Option<PathBuf> {
    let millis = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
    let thread = thread::current();
    let words = format!(
        "Dateline {} made a mistake. This report stays on this machine; it may have words of your articles in it.\n\n\
         time: {millis} ms since 1970\nsystem: {} {}\nthread: {}\n{info}\n\n{}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        thread.name().unwrap_or("without a name"),
        Backtrace::force_capture(),
    );
    let path = state.reports().join(format!("{millis}-{}.txt", std::process::id()));
    state.storage().make_folders(&state.reports()).ok()?;
    write_atomically_on(&**state.storage(), &path, words.as_bytes()).ok()?;
    Some(path)
}
