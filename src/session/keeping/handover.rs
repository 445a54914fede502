//! A project goes from one Dateline to another, or is not needed any more.

use super::{
    folder::{Key, StateFolder},
    opening::{Opened, Purpose, no_state, open},
};
use crate::{project_file::write_atomically_on, session::files::Failure};
use std::{path::Path, thread, time::Duration};

/// Opens a project that another Dateline has, and asks it to let go. What was done there and not saved is in the journal.
///
/// # Errors
/// If it does not, or the project cannot be read.
pub(in crate::session) fn take_over(path: &Path, seed: u64, state: &StateFolder) -> Result<Opened, Failure> {
    let key = Key::of(path);
    let wanted = state.wanted_of(&key);
    write_atomically_on(&**state.storage(), &wanted, b"").map_err(|error| no_state(state, &error))?;
    let mut opened = open(path, seed, Some(state), Purpose::Edit, None);
    for _ in 0..TAKE_OVER_TRIES {
        if opened.is_ok() || !state.is_busy(&key) {
            break;
        }
        thread::sleep(Duration::from_millis(100));
        opened = open(path, seed, Some(state), Purpose::Edit, None);
    }
    // The other one has taken it away, if it let go.
    let _ = state.storage().remove(&wanted);
    opened
}

/// For about ten seconds: a window looks every two.
const TAKE_OVER_TRIES: usize = 25;

/// Nothing of a project that was never saved is needed any more.
pub(in crate::session) fn forget(state: &StateFolder, opened: Opened) {
    if let Some(hold) = opened.hold.filter(|hold| hold.key.is_untitled()) {
        // If it stays, it is looked at again next time.
        let _ = state.storage().remove(&state.journal_of(&hold.key));
        drop(hold.lock);
        state.forget_lock(&hold.key);
    }
}
